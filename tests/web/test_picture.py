"""Documents of three real views, opened again and counted against the picture and the answer."""

import io
from dataclasses import dataclass, field, replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from graph.answers import Answer
from graph.errors import BadQuestion, TooLarge
from graph.pictures.captions import called, sentences_of
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.render.bounds import MOST_BOXES
from graph.render.forms import FORMS
from graph.render.signs import drawable
from graph.store import Store
from graph.stores.networkx_store import NetworkxStore
from tests.graph.render.papers import Paper, squeezed
from tests.views import VIEWS, london_store
from tests.web.conftest import EVIL, small_graph
from tests.web.office import alternative, boxes_of, connectors_of, parts_of_zip, picture_on, slides_of, words_of
from tests.worlds import say, world
from web.picture import Picture, picture, picture_of

POINT = 12_700


@dataclass(frozen=True)
class View:
    answer: Answer
    picture: Picture
    files: dict[str, bytes] = field(default_factory=dict)

    def made(self, form: str) -> bytes:
        """The file of a form, made once."""
        if form not in self.files:
            self.files[form] = self.picture.to_bytes(form)
        return self.files[form]


@pytest.fixture(scope="module")
def held() -> Store:
    return london_store()


@pytest.fixture(scope="module", params=VIEWS)
def view(request: pytest.FixtureRequest, held: Store) -> View:
    answer = ask(held, *VIEWS[request.param], Options())
    made = picture_of(held, answer, ".pptx", "govgraph ask it")
    return View(answer, made)


def ties_of(answer: Answer) -> list[str]:
    steps = [step for route in answer.routes for step in route.steps]
    steps += [step for connection in answer.ties for step in connection.steps]
    return [tie.sentence for step in steps for tie in step.relations]


def text_of(paper: Document) -> str:
    return "\n".join(
        "".join(text.text or "" for text in each.iter(qn("w:t"))) for each in paper.element.iter(qn("w:p"))
    )


def test_every_box_is_a_shape_and_every_line_a_connector_glued_at_both_ends(view: View) -> None:
    groups = [group for slide in slides_of(view.made(".pptx")) if (group := picture_on(slide))]
    scene = view.picture.drawn
    names = {shape.name for group in groups for shape in boxes_of(group)}
    assert names == {called(box) for box in scene.boxes}
    glued = [each for group in groups for each in connectors_of(group)]
    said = [each.alternative.split(" (")[0].removesuffix(".") for each in glued]
    assert sorted(said) == sorted(sentences_of(scene.boxes, scene.links))
    for group in groups:
        boxes = {shape.shape_id: shape.name for shape in boxes_of(group)}
        for each in connectors_of(group):
            assert all(boxes[end] in each.alternative for end in each.ends)
            for end, place in zip(each.at, each.places, strict=True):
                assert end == pytest.approx(place, abs=POINT)


def test_a_picture_is_one_group_with_a_short_and_a_long_alternative(view: View) -> None:
    scene = view.picture.drawn
    pictures = [group for slide in slides_of(view.made(".pptx")) if (group := picture_on(slide))]
    said = " ".join(map(alternative, pictures))
    for box in scene.boxes:
        assert called(box) in said
    for sentence in sentences_of(scene.boxes, scene.links):
        assert sentence in said
    for group in pictures:
        assert group._element._nvXxPr.cNvPr.get("title").startswith(view.picture.brief.title)


def test_names_are_live_text_that_can_be_read(view: View) -> None:
    slides = [slide for slide in slides_of(view.made(".pptx")) if picture_on(slide)]
    words = " ".join(map(words_of, slides))
    for box in view.picture.drawn.boxes:
        assert " ".join(box.short_lines) in words
        assert box.kind_word in words
    sizes = [int(run.get("sz")) for slide in slides for run in slide._element.iter("{*}rPr") if run.get("sz")]
    assert min(sizes) >= 650
    assert {run.get("lang") for slide in slides for run in slide._element.iter("{*}rPr")} == {"en-GB"}


def test_every_slide_says_day_data_and_origin_and_the_last_ones_the_sources(view: View) -> None:
    slides = slides_of(view.made(".pptx"))
    brief = view.picture.brief
    for slide in slides:
        assert brief.foot in words_of(slide)
        assert view.answer.data_version in words_of(slide)
    last = " ".join(words_of(slide) for slide in slides if slide.shapes.title.text.startswith("Sources"))
    assert all(document.title in last for document in brief.documents)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    for section in brief.sections:
        assert all(statement.text in notes for statement in section.statements)
    for document in brief.documents:
        assert all(f"{place.number} {place.words}" in notes for place in document.places)


def test_every_sentence_and_every_source_stands_in_the_word_document(view: View) -> None:
    paper = docx.Document(io.BytesIO(view.made(".docx")))
    text, brief = text_of(paper), view.picture.brief
    assert brief.title in text
    assert brief.as_at in text
    assert brief.summary in text
    for sentence in (*ties_of(view.answer), *(row.sentence for row in view.answer.rows)):
        assert sentence in text
    for document in brief.documents:
        assert document.title in text
        assert all(place.words in text for place in document.places)
    assert brief.foot in paper.sections[0].footer.paragraphs[0].text


def test_the_word_document_has_a_described_picture_and_marked_headings(view: View) -> None:
    data = view.made(".docx")
    paper = docx.Document(io.BytesIO(data))
    described = " ".join(shape._inline.docPr.get("descr") for shape in paper.inline_shapes)
    for sentence in sentences_of(view.picture.drawn.boxes, view.picture.drawn.links):
        assert sentence in described
    assert len(paper.tables) == len(view.picture.brief.sheets) > 0
    for table, sheet in zip(paper.tables, view.picture.brief.sheets, strict=True):
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert [cell.text for cell in table.rows[0].cells] == list(sheet.heads)
        assert len(table.rows) == len(sheet.rows) + 1
    parts = parts_of_zip(data)
    drawings = [part for name, part in parts.items() if name.endswith(".svg")]
    assert len(drawings) == len(paper.inline_shapes) == parts["word/document.xml"].count(b"svgBlip")
    assert all(drawing.startswith(b"<svg") for drawing in drawings)


def test_every_sentence_and_every_source_stands_in_the_pdf(view: View) -> None:
    paper, brief = Paper(view.made(".pdf")), view.picture.brief
    words = paper.words(brief.foot)
    for sentence in (
        *(brief.title, brief.as_at, brief.summary, *brief.remarks, brief.version, brief.origin),
        *ties_of(view.answer),
        *(row.sentence for row in view.answer.rows),
        *(document.title for document in brief.documents),
        *(place.number + place.words for document in brief.documents for place in document.places),
    ):
        assert squeezed(drawable(sentence)) in words


def test_the_pdf_has_a_described_picture_and_marked_headings(view: View) -> None:
    paper, scene, brief = Paper(view.made(".pdf")), view.picture.drawn, view.picture.brief
    described = " ".join(tag.alternative for tag in paper.tagged("Figure"))
    for sentence in sentences_of(scene.boxes, scene.links):
        assert sentence in described
    assert len(paper.tagged("Table")) == len(brief.sheets) > 0
    assert len(paper.tagged("TH")) == sum(len(sheet.heads) for sheet in brief.sheets)
    assert len(paper.tagged("TD")) == sum(len(sheet.heads) * len(sheet.rows) for sheet in brief.sheets)
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.about
    assert paper.fonts.keys() == {"GovgraphSansRegular", "GovgraphSansBold"}
    words = paper.words(brief.foot)
    assert all(squeezed(entry.words) in words for entry in scene.legend)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_picture_is_the_same_bytes(held: Store, form: str) -> None:
    answer = ask(held, *VIEWS["the line of HEDG"], Options())
    first, second = (picture_of(held, answer, form) for _ in range(2))
    assert first.to_bytes(form) == second.to_bytes(form)


@pytest.mark.parametrize("form", [".pptx", ".docx"])
def test_a_document_tells_who_made_it_in_which_language_and_no_day(view: View, form: str) -> None:
    core = parts_of_zip(view.made(form))["docProps/core.xml"].decode()
    assert "<dc:language>en-GB</dc:language>" in core
    assert "<dc:creator>govgraph</dc:creator>" in core
    assert "created" not in core
    assert "modified>" not in core
    assert not [name for name in parts_of_zip(view.made(form)) if "thumbnail" in name]


def test_disputes_and_doubts_are_told_by_a_sign_and_in_words(held: Store) -> None:
    made = picture_of(held, ask(held, "members", "HEG", "", Options()), ".pptx")
    slides = slides_of(made.to_bytes(".pptx"))
    said = [each.alternative for slide in slides if (group := picture_on(slide)) for each in connectors_of(group)]
    assert [words for words in said if "(sources disagree)" in words]
    words = " ".join(map(words_of, slides))
    assert "disputed" in words
    assert "!" in words


@pytest.mark.parametrize("form", [".pptx", ".docx"])
def test_a_large_picture_goes_on_and_one_of_everything_is_refused(form: str) -> None:
    some = world([say(f"e{number:03}", "reports_to", "top") for number in range(60)])
    made = picture(some, title="Who answers to the top?").to_bytes(form)
    assert b"continued" in b"".join(parts_of_zip(made).values())
    every = world([say(f"e{number:03}", "reports_to", "top") for number in range(MOST_BOXES)])
    with pytest.raises(TooLarge, match=f"at most {MOST_BOXES}. Ask for less"):
        picture(every).to_bytes(form)


def test_a_part_of_the_graph_is_saved_in_one_line(tmp_path: Path) -> None:
    for form in FORMS:
        picture(small_graph(), focus="heg").save(tmp_path / f"part{form}")
        assert (tmp_path / f"part{form}").stat().st_size > 300
    text = text_of(docx.Document(str(tmp_path / "part.docx")))
    assert "The Health Equity Group reports to the London Health Board." in text
    assert "The implementation plan" in text
    with pytest.raises(BadQuestion, match=r"\.docx, \.pptx, .*\.svg"):
        picture(small_graph()).save(tmp_path / "part.gif")


def test_hostile_names_are_text_in_every_document() -> None:
    hostile = picture(small_graph(), title=f"{EVIL}\x00\ud800")
    slides = slides_of(hostile.to_bytes(".pptx"))
    assert EVIL in " ".join(map(words_of, slides))
    assert EVIL in text_of(docx.Document(io.BytesIO(hostile.to_bytes(".docx"))))


def test_an_answer_without_a_tie_has_no_picture() -> None:
    store = NetworkxStore()
    store.load(small_graph())
    empty = picture_of(store, ask(store, "up", "alone"), ".pptx")
    assert empty.scene is None
    with pytest.raises(BadQuestion, match="nothing to draw"):
        empty.to_bytes(".pptx")


@pytest.mark.parametrize("question", [("profile", "HEDG"), ("list", "")])
def test_an_answer_without_a_picture_is_a_paper_of_words_tables_and_sources(
    held: Store, question: tuple[str, str]
) -> None:
    made = picture_of(
        held, ask(held, *question, "", Options(entities=frozenset({"board"} if question[0] == "list" else ()))), ".docx"
    )
    assert made.scene is None
    paper = docx.Document(io.BytesIO(made.to_bytes(".docx")))
    text, brief = text_of(paper), made.brief
    assert not paper.inline_shapes
    assert brief.summary in text
    assert len(paper.tables) == len(brief.sheets) > 0
    assert brief.documents
    assert all(document.title in text for document in brief.documents)
    assert all(statement.text in text for section in brief.sections for statement in section.statements)


def saved(made: Picture, note: str = "For the board.\nTo be agreed.") -> Picture:
    kept = "Saved view abc, frozen on 26 November 2026"
    return replace(made, brief=replace(made.brief, origin="https://example.org/view/abc", kept=kept, note=note))


@pytest.mark.parametrize("ending", [".svg", ".html", ".md", ".txt"])
def test_a_form_in_plain_text_says_of_a_note_that_it_is_one(view: View, ending: str) -> None:
    text = saved(view.picture, "For the board").to_bytes(ending).decode()
    assert text.index("Saved with the note") < text.index("For the board")


def test_a_saved_view_says_in_the_paper_which_it_is_and_what_was_noted(view: View) -> None:
    paper = docx.Document(io.BytesIO(saved(view.picture).to_bytes(".docx")))
    above = [paragraph.text for paragraph in paper.paragraphs[:5]]
    assert "Saved view abc, frozen on 26 November 2026." in above
    assert "Saved with the note: For the board.\nTo be agreed." in above
    assert "Saved view abc" in paper.sections[0].footer.paragraphs[0].text
    assert "Address: https://example.org/view/abc" in text_of(paper)


def test_a_saved_view_has_a_slide_that_says_which_it_is_and_what_was_noted(view: View) -> None:
    first, *others = slides_of(saved(view.picture).to_bytes(".pptx"))
    assert "Saved view abc, frozen on 26 November 2026." in words_of(first)
    assert "Saved with the note:  For the board." in words_of(first)
    assert view.picture.brief.summary in words_of(first)
    assert picture_on(first) is None
    assert sum(view.picture.brief.summary in words_of(slide) for slide in others) == 0
    for slide in (first, *others):
        assert "Saved view abc, frozen on 26 November 2026" in words_of(slide)
        assert "https://example.org/view/abc" in words_of(slide)


def test_a_long_note_goes_on_over_several_slides(view: View) -> None:
    note = " ".join(f"word{number}" for number in range(900))
    slides = slides_of(saved(view.picture, note).to_bytes(".pptx"))
    words = [words_of(slide) for slide in slides if picture_on(slide) is None]
    assert all(any(word in each.split() for each in words) for word in note.split())
    assert max(map(len, words)) < 4_000


def test_titles_and_feet_that_are_too_long_are_in_smaller_type(view: View) -> None:
    brief = replace(
        view.picture.brief, title="Does one long name answer to another? " * 7, origin="https://e.org/" * 40
    )
    long = replace(view.picture, brief=brief)
    assert brief.origin in docx.Document(io.BytesIO(long.to_bytes(".docx"))).sections[0].footer.paragraphs[0].text
    slide, *_ = slides_of(long.to_bytes(".pptx"))
    title, *_ = slide.shapes.title.text_frame.paragraphs[0].runs
    assert title.font.size.pt < 22
    (foot,) = (shape for shape in slide.placeholders if "e.org" in shape.text_frame.text)
    assert foot.text_frame.paragraphs[0].runs[0].font.size.pt < 9


def test_every_cited_place_stands_on_a_slide_where_a_few_hold_them(view: View) -> None:
    slides = slides_of(view.made(".pptx"))
    words = " ".join(words_of(slide) for slide in slides if slide.shapes.title.text.startswith("Sources"))
    for document in view.picture.brief.documents:
        assert all(place.number in words for place in document.places)
        assert all(place.words in words for place in document.places)


def test_no_page_of_a_paper_begins_or_ends_with_one_row_of_a_table(held: Store) -> None:
    made = picture_of(held, ask(held, "members", "HEG", "", Options()), ".docx")
    (table,) = docx.Document(io.BytesIO(made.to_bytes(".docx"))).tables
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
    assert kept[:2] == [True, True]
    assert kept[-4:] == [False, True, True, False]


def test_a_table_says_who_disputes_a_row(held: Store) -> None:
    made = picture_of(held, ask(held, "members", "HEG", "", Options()), ".docx")
    (sheet,) = made.brief.sheets
    disputed = {row[0]: row[sheet.heads.index("Disputed by")] for row in sheet.rows}
    numbers = {place.number for document in made.brief.documents for place in document.places}
    assert disputed["Chief Executive of London Councils' Health and Social Care Lead"] in numbers
    assert disputed["Kevin Fenton"] == ""
