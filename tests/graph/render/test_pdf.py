"""Papers opened again: all of the words, tags that a reader of screens needs, and nothing that runs."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import TooLarge
from graph.pictures.scene import Scene, scene_of
from graph.render.bounds import MOST_BOXES, MOST_LINES
from graph.render.brief import SOURCES, Brief, Document, Place, Section, Sheet, Statement
from graph.render.pdf import MOST_FOOT, pdf
from tests.graph.render.papers import Paper, squeezed
from tests.worlds import reports, say, world

TYPST = '#panic("ran") \\ $x$ *a* _b_ `c` <l> @ref #sys.inputs = h // c "]}'
RIGHT_TO_LEFT = "שלום"
BRIEF = Brief(
    title="Does A answer to B?",
    as_at="As at 2021",
    verdict="Only indirectly",
    summary="A answers to C, which answers to B.",
    sections=(
        Section(
            "Route 1 of 1",
            (
                Statement("A answers to C.", "1", "one source", ("1.1",), ("2",)),
                Statement("C answers to B.", "2", "two or more sources", ("1.2", "2"), under=("As C says:", "b", "c")),
                Statement("C is led by B.", "also"),
            ),
        ),
        Section("What is missing", (Statement("D is not dated."),)),
    ),
    sheets=(
        Sheet(
            "Row by row",
            ("From", "To", SOURCES),
            tuple((f"body {number}", "a word " * 9, "1.1, 2") for number in range(70)),
        ),
    ),
    documents=(
        Document(
            "1", "Minutes", "a board, 2021", "https://example.org/a?b=1", (Place("1.1", "p. 1"), Place("1.2", "p. 2"))
        ),
        Document("2", "Plan", "undated", "javascript:alert(1)", ()),
    ),
    remarks=("Asked: any day.",),
    version="abc",
    origin="https://example.org/ask/up?name=a",
    kept="Saved view k3, frozen on 26 November 2026",
    note="For the board.\n\nOf 3 December.",
)


@pytest.fixture(scope="module")
def scene() -> Scene:
    return scene_of(world(reports("ac", "cb")), title="B")


@pytest.fixture(scope="module")
def paper(scene: Scene) -> Paper:
    return Paper(pdf(scene, BRIEF))


def test_the_paper_says_all_and_every_page_its_days_view_data_and_origin(paper: Paper) -> None:
    words = paper.words(BRIEF.foot)
    for sentence in (
        *(BRIEF.title, BRIEF.as_at, BRIEF.kept, f"{BRIEF.verdict}. {BRIEF.summary}", *BRIEF.note.splitlines()),
        *(
            "1. A answers to C. (one source) [1.1; disputed by 2]",
            "Also: C is led by B.",
            "As C says:",
            "D is not dated.",
        ),
        *(
            "1 Minutes",
            "a board, 2021. https://example.org/a?b=1",
            "1.2 p. 2",
            "2 Plan",
            "undated. javascript:alert(1)",
        ),
        *("Asked: any day.", "Data version: abc", f"{BRIEF.origin_name}: {BRIEF.origin}"),
        *(f"body {number}" for number in range(70)),
    ):
        assert squeezed(sentence) in words
    assert len(paper.pages) > 2


def test_it_is_a_tagged_paper_of_the_standard_with_title_and_language(paper: Paper) -> None:
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.about
    assert paper.root["/MarkInfo"]["/Marked"]
    assert paper.root["/Lang"] == "en-GB"
    assert paper.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert paper.reader.metadata is not None
    assert paper.reader.metadata.title == "Does A answer to B? Only indirectly."
    assert paper.reader.metadata.author == "govgraph"


def test_headings_lists_tables_and_links_are_tagged_in_order(paper: Paper) -> None:
    levels = [int(tag.name[1:]) for tag in paper.tags if tag.name in ("H1", "H2", "H3", "H4")]
    assert levels == [1, 2, 2, 2, 2, 3, 3, 2]
    assert len(paper.tagged("Table")) == 1
    assert len(paper.tagged("TR")) == 71
    assert [tag.attributes["/Scope"] for tag in paper.tagged("TH")] == ["/Column"] * 3
    assert len(paper.tagged("LI")) == 2 + 2 + 1 + 2
    assert len(paper.tagged("Link")) == 4 + 70 * 2 + 2


def test_the_row_of_headings_stands_again_on_every_page_of_a_table(paper: Paper) -> None:
    held = [page for page in paper.pages if "body" in page]
    assert len(held) > 1
    assert all("FromToSources" in page for page in held)


def test_a_picture_has_its_alternative_and_its_names_as_text(paper: Paper, scene: Scene) -> None:
    (figure,) = paper.tagged("Figure")
    assert figure.alternative.startswith("Does A answer to B? Only indirectly. ")
    assert "A reports to C." in figure.alternative
    assert all(box.name in paper.pages[0] for box in scene.boxes)
    assert squeezed(scene.legend[0].words) in paper.pages[0]


def test_only_addresses_of_the_web_can_be_followed_and_nothing_runs(paper: Paper) -> None:
    links = [note.get_object() for page in paper.reader.pages for note in page.get("/Annots", [])]
    outside = {str(link["/A"]["/URI"]) for link in links if "/URI" in link.get("/A", {})}
    assert outside == {"https://example.org/a?b=1", BRIEF.origin}
    assert all(link["/Contents"] for link in links)
    assert not {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/EmbeddedFiles"} & paper.keys


def test_the_fonts_are_in_the_file_and_none_is_of_the_machine(paper: Paper) -> None:
    assert paper.fonts == {"GovgraphSansRegular": True, "GovgraphSansBold": True}


def test_the_same_paper_is_the_same_bytes_and_has_no_day(paper: Paper, scene: Scene) -> None:
    assert pdf(scene, BRIEF) == pdf(scene, BRIEF)
    assert "Date>" not in paper.about
    assert paper.reader.metadata is not None
    assert not {"/CreationDate", "/ModDate"} & paper.reader.metadata.keys()


def test_words_alone_are_a_paper_too() -> None:
    paper = Paper(pdf(None, BRIEF))
    assert not paper.tagged("Figure")
    assert squeezed(BRIEF.summary) in paper.words(BRIEF.foot)


def test_what_looks_like_the_language_of_the_typesetter_is_text(scene: Scene) -> None:
    evil = replace(scene, caption=TYPST)
    brief = replace(BRIEF, title=TYPST, sections=(Section(TYPST, (Statement(f"{TYPST}\x00\ud800 {RIGHT_TO_LEFT}"),)),))
    paper = Paper(pdf(evil, brief))
    words = paper.words(BRIEF.foot)
    assert words.count(squeezed(TYPST)) >= 3
    assert RIGHT_TO_LEFT in words or RIGHT_TO_LEFT[::-1] in words


def test_what_no_font_holds_is_said_to_be_left_out_and_can_still_be_heard(scene: Scene) -> None:
    paper = Paper(pdf(scene, replace(BRIEF, title="Who leads 中文?")))
    words = paper.words(BRIEF.foot)
    assert squeezed("Who leads □□?") in words
    assert squeezed("□ stands for a sign that the fonts of this paper do not hold.") in words
    assert "中文" in paper.tagged("Figure")[0].alternative


def test_wide_pictures_and_tables_are_turned_and_large_pictures_go_on(scene: Scene) -> None:
    turned = [page.mediabox.width > page.mediabox.height for page in Paper(pdf(scene, BRIEF)).reader.pages]
    assert not any(turned)
    wide = Sheet("Wide", tuple("abcdefg"), (("x",) * 7,))
    made = Paper(pdf(scene, replace(BRIEF, sheets=(wide,))))
    assert [page.mediabox.width > page.mediabox.height for page in made.reader.pages] == [False, True, False]
    large = scene_of(world([say(f"e{number:03}", "reports_to", "top") for number in range(59)]), most=60)
    made = Paper(pdf(large, BRIEF))
    assert len(made.tagged("Figure")) == 2
    assert squeezed("Figure 2. Does A answer to B? Only indirectly. (2 of 2, continued)") in made.words(BRIEF.foot)


def test_nothing_runs_out_of_the_page() -> None:
    long = "x" * 400
    brief = Brief(
        title=long,
        as_at="As at 2021",
        summary=f"https://example.org/{long}",
        sections=(Section(long, (Statement(long, standing=long, under=(long, long)),)),),
        sheets=(Sheet("Narrow", tuple("abcdef"), ((long, *"bcde", long * 9),)),),
        documents=(Document("1", long, long, f"https://example.org/{long}", (Place("1.1", long),)),),
        origin=f"https://example.org/{long}?{long}{long}",
    )
    paper = Paper(pdf(None, brief))
    assert max(len(line) for page in paper.reader.pages for line in page.extract_text().splitlines()) < 150
    assert squeezed(f"{brief.foot[:MOST_FOOT]}…") in paper.pages[0]


def test_a_picture_and_a_register_of_everything_are_refused() -> None:
    every = world([say(f"e{number:03}", "reports_to", "top") for number in range(MOST_BOXES)])
    with pytest.raises(TooLarge, match=f"at most {MOST_BOXES}. Ask for less"):
        pdf(scene_of(every, most=200), BRIEF)
    rows = (("x",),) * MOST_LINES
    with pytest.raises(TooLarge, match=r"at most 3,000\. Ask for less.* as \.xlsx or \.csv"):
        pdf(None, replace(BRIEF, sheets=(Sheet("All", ("What",), rows),)))


ODD = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        (
            "",
            TYPST,
            "\x00",
            "\ud800",
            "\u202eabc",
            "العربية",
            "हिन्दी",
            "e\u0301",
            "a\u0338",
            "👍🏽",
            "\u2028",
            "x" * 300,
            "1.1",
        )
    ),
)
NUMBERS = st.lists(st.sampled_from(["1", "1.1", "2", "x", ""]), max_size=3).map(tuple)


def some(each: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(each, max_size=most).map(tuple)


STATEMENTS = st.builds(Statement, ODD, st.sampled_from(["", "1", "also"]), ODD, NUMBERS, NUMBERS, under=some(ODD))
SHEETS = st.integers(0, 8).flatmap(
    lambda size: st.builds(Sheet, ODD, st.tuples(*[ODD] * size), some(st.tuples(*[ODD] * size)))
)
DOCUMENTS = st.builds(
    Document, st.sampled_from(["1", "2", ""]), ODD, ODD, ODD, some(st.builds(Place, NUMBERS.map(str), ODD))
)
BRIEFS = st.builds(
    Brief,
    *[ODD] * 4,
    sections=some(st.builds(Section, ODD, some(STATEMENTS))),
    sheets=some(SHEETS),
    documents=some(DOCUMENTS, 3),
    remarks=some(ODD),
    version=ODD,
    origin=ODD,
    kept=ODD,
    note=ODD,
)


@settings(max_examples=40, deadline=None)
@given(brief=BRIEFS, name=ODD)
def test_any_words_make_a_paper_of_the_standard(scene: Scene, brief: Brief, name: str) -> None:
    named = (replace(box, short_lines=(name,), name_lines=(name,), kind_word=name) for box in scene.boxes)
    made = pdf(replace(scene, title=name, caption=name, boxes=tuple(named)), brief)
    assert b"pdfuaid:part>1<" in made
