"""The flat forms of three real views: a picture with its words, its alternative, and the page for GOV.UK."""

import io
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from graph.answers import Answer
from graph.pictures.captions import sentences_of
from graph.queries.ask import ask
from graph.queries.options import Options
from graph.store import Store
from tests.graph.render.markdown_read import page_of, rows_in, text_in
from tests.views import VIEWS, london_store
from tests.web.test_picture import ties_of
from web.picture import Picture, picture_of

ORIGIN = "https://govgraph.example/view/k7f2q"


@dataclass(frozen=True)
class View:
    answer: Answer
    picture: Picture

    def text(self, ending: str) -> str:
        return self.picture.to_bytes(ending).decode()


@pytest.fixture(scope="module")
def held() -> Store:
    return london_store()


@pytest.fixture(scope="module", params=VIEWS)
def view(request: pytest.FixtureRequest, held: Store) -> View:
    answer = ask(held, *VIEWS[request.param], Options())
    made = picture_of(held, answer, ".svg", ORIGIN)
    saved = replace(made.brief, kept="Saved view k7f2q, frozen on 26 November 2026", note="For the board.")
    return View(answer, replace(made, brief=saved))


def drawn_words(view: View) -> str:
    root = ET.fromstring(view.text(".svg"))  # noqa: S314 - our own picture
    return " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("ending", [".svg", ".txt", ".md"])
def test_every_flat_form_prints_what_every_form_does(view: View, ending: str) -> None:
    brief, scene = view.picture.brief, view.picture.drawn
    words = drawn_words(view) if ending == ".svg" else view.text(ending)
    words = text_in(words) if ending == ".md" else " ".join(words.split())
    told = [brief.title, brief.verdict, brief.as_at, brief.kept, brief.note, brief.version, brief.origin]
    told += [part for document in brief.documents for part in (document.title, document.details)]
    told += [entry.words for entry in scene.legend]
    for said in told:
        assert said in words
    for document in brief.documents:
        assert f"{document.number} {document.title}" in words or ending != ".svg"


def test_the_long_description_tells_every_line(view: View) -> None:
    scene = view.picture.drawn
    long = view.text(".txt").partition("Long description")[2]
    assert all(sentence in long for sentence in sentences_of(scene.boxes, scene.links))


def test_the_page_for_govuk_has_every_sentence_source_and_row(view: View) -> None:
    brief, page = view.picture.brief, view.text(".md")
    text = text_in(page)
    for sentence in (*ties_of(view.answer), *(row.sentence for row in view.answer.rows)):
        assert sentence in text
    for document in brief.documents:
        assert all(f"{place.number}: {place.words}" in text for place in document.places)
    rows = [[" ".join(cell.split()) for cell in row] for sheet in brief.sheets for row in (sheet.heads, *sheet.rows)]
    assert rows_in(page) == rows
    assert "<h1" not in page_of(page)


def test_the_files_of_pixels_are_of_one_picture(view: View) -> None:
    screen, printed = (Image.open(io.BytesIO(view.picture.to_bytes(ending))) for ending in (".png", ".print.png"))
    assert screen.width / screen.height == pytest.approx(printed.width / printed.height, abs=0.01)
    assert printed.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert printed.width > screen.width
