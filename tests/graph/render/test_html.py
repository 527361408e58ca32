"""The web page and the frame as text: all that is said stands in them, and nothing of it is more than text."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from graph.errors import TooLarge
from graph.pictures.captions import called, marked, sentences_of
from graph.pictures.scene import Scene
from graph.render.bounds import MOST_LINES
from graph.render.brief import Brief, Document, Place, Section, Sheet, Statement
from graph.render.html import FRAME_POLICY, frame, html, is_web, rows_of
from tests.views import VIEWS, real_pictures
from web.picture import Picture

PAGE = "https://govgraph.example/view/abc"
KINDS = ("file", "frame")
every_kind = pytest.mark.parametrize("kind", KINDS)
TINY = Brief(
    "Who answers?",
    "1 April 2026",
    sections=(Section("Told", (Statement("A reports to B.", "1", places=("1.1",), relations=("a.b",)),)),),
    sheets=(Sheet("Rows", ("From", "Sources"), (("A", "1.1"), ("B", "1.2"), ("C", "1.1, 1.2"))),),
    documents=(Document("1", "The plan", "GLA", "https://example.org/plan", (Place("1.1", "Page 1"),)),),
    origin="govgraph ask it",
)


def made(kind: str, scene: Scene | None, brief: Brief) -> str:
    return (html(scene, brief) if kind == "file" else frame(scene, brief, "n0nce", PAGE)).decode()


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> Picture:
    picture = real_pictures()[request.param]
    return replace(picture, brief=replace(picture.brief, kept="Saved view abc, frozen", note="For the board."))


class Reader(HTMLParser):
    """All words and attributes; an element that is never closed is at home in `void`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in {"meta", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & {*self.open[-1:]}:
            self.words.append(data)


@every_kind
def test_every_word_of_a_real_view_stands_in_it(kind: str, view: Picture) -> None:
    scene, brief = view.drawn, view.brief
    reader = Reader(made(kind, scene, brief))
    assert reader.open == []
    said = " ".join(" ".join(reader.words).split())
    wanted = [brief.title, brief.as_at, brief.verdict, brief.summary, brief.version, brief.origin]
    wanted += [brief.kept, brief.note, *brief.remarks, scene.caption, *(entry.words for entry in scene.legend)]
    for section in brief.sections:
        wanted.append(section.heading)
        for statement in section.statements:
            wanted += [statement.text, statement.standing, *statement.under, *statement.places, *statement.disputed_by]
    for sheet in brief.sheets:
        wanted += [
            sheet.caption,
            *sheet.heads,
            *(part for row in sheet.rows for cell in row for part in cell.split(", ")),
        ]
    for document in brief.documents:
        wanted += [document.title, document.details, document.address, *(place.words for place in document.places)]
    assert [words for words in wanted if " ".join(words.split()) not in said] == []


@every_kind
def test_every_box_and_line_of_a_real_view_can_be_found_and_has_its_name(kind: str, view: Picture) -> None:
    scene = view.drawn
    text = made(kind, scene, view.brief)
    reader = Reader(text)
    of = {name: [value for _, key, value in reader.attributes if key == name] for name in ("data-entity", "aria-label")}
    assert sorted(of["data-entity"]) == sorted(box.entity for box in scene.boxes)
    for box in scene.boxes:
        assert called(box).split()[0] in unescape(text)
    for link, sentence in zip(scene.links, sentences_of(scene.boxes, scene.links), strict=True):
        assert marked(link, sentence) in of["aria-label"]
        assert f'data-from="{link.from_box}" data-to="{link.to_box}"' in text


@every_kind
def test_every_number_leads_to_its_place(kind: str, view: Picture) -> None:
    reader = Reader(made(kind, view.drawn, view.brief))
    ids = [value for _, name, value in reader.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    led = {value for tag, name, value in reader.attributes if (tag, name) == ("a", "href") and value[0] == "#"}
    assert led
    assert {address.removeprefix("#") for address in led} <= set(ids)


@every_kind
def test_the_same_gives_the_same_bytes(kind: str, view: Picture) -> None:
    assert made(kind, view.drawn, view.brief) == made(kind, view.drawn, view.brief)


@every_kind
def test_no_address_is_asked_for_and_none_but_links_leads_away(kind: str, view: Picture) -> None:
    text = made(kind, view.drawn, view.brief)
    reader = Reader(text)
    asked = [value for tag, name, value in reader.attributes if name in {"src", "srcset", "data", "action", "poster"}]
    asked += [value for tag, name, value in reader.attributes if name == "href" and tag != "a"]
    assert asked == ["data:,"]
    assert not [value for _, name, value in reader.attributes if name == "style" or name.startswith("on")]
    style = text.partition("<style")[2].partition("</style>")[0]
    assert "@import" not in style
    assert all(address.startswith('"data:font/') for address in re.findall(r"url\((.{20})", style))
    away = [value for tag, name, value in reader.attributes if (tag, name) == ("a", "href") and value[0] != "#"]
    assert away
    assert all(is_web(address) for address in away)
    assert text.count('rel="noopener noreferrer"') == len(away)


def test_the_file_names_its_style_and_script_by_their_hashes(view: Picture) -> None:
    text = made("file", view.drawn, view.brief)
    policy = unescape(text.partition('content="')[2].partition('"')[0])
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy


def test_the_frame_has_the_nonce_instead_and_no_font(view: Picture) -> None:
    text = made("frame", view.drawn, view.brief)
    assert text.count('nonce="n0nce"') == 2
    assert "Content-Security-Policy" not in text
    assert "@font-face" not in text
    assert FRAME_POLICY.format("'nonce-n0nce'").count("n0nce") == 2


def test_the_frame_leads_back_once_and_nowhere_else_of_the_graph(view: Picture) -> None:
    reader = Reader(made("frame", view.drawn, view.brief))
    links = [value for tag, name, value in reader.attributes if (tag, name) == ("a", "href") and value[0] != "#"]
    addresses = [document.address for document in view.brief.documents if is_web(document.address)]
    assert links == [*addresses, PAGE]


def test_the_frame_shows_the_picture_before_the_answer_and_the_file_after_it(view: Picture) -> None:
    answer = view.brief.summary[:40]
    for kind, words_first in (("file", True), ("frame", False)):
        text = unescape(made(kind, view.drawn, view.brief))
        assert (text.index(answer) < text.index("<svg")) is words_first


@every_kind
def test_headings_go_down_one_step_at_a_time(kind: str, view: Picture) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", made(kind, view.drawn, view.brief))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_kind
def test_without_a_picture_the_words_stand_alone_and_are_unfolded(kind: str) -> None:
    text = made(kind, None, TINY)
    assert "<svg" not in text
    assert "A reports to B." in text
    assert text.count("<details") == text.count(" open>") + (kind == "frame")


@every_kind
def test_what_was_not_saved_says_nothing_of_saving(kind: str) -> None:
    assert "saved" not in made(kind, None, TINY).partition("<body")[2]


def test_a_row_tells_the_ties_all_of_whose_places_it_cites() -> None:
    assert [row.ties for row in rows_of(TINY.sheets[0], TINY)] == [("a.b",), (), ("a.b",)]
    assert [row.ties for row in rows_of(Sheet("Sums", ("Year",), (("2024",),)), TINY)] == [()]


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "HTTP://example.org"])
def test_an_address_of_the_web_is_a_link(address: str) -> None:
    document = replace(TINY.documents[0], address=address)
    assert f'href="{address}"' in made("file", None, replace(TINY, documents=(document,)))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " https://example.org",
        "//example.org",
        "java\0script:alert(1)",
        "data:text/html,x",
        "p. 3",
    ],
)
@every_kind
def test_any_other_address_is_text(kind: str, address: str) -> None:
    document = replace(TINY.documents[0], address=address)
    text = made(kind, None, replace(TINY, documents=(document,), origin=address))
    assert Reader(text).open == []
    assert not re.search(r'<a href="(?!#|https://govgraph\.example/)', text)


@every_kind
def test_signs_that_no_page_may_hold_are_left_out(kind: str) -> None:
    text = made(kind, None, replace(TINY, title="Who\0 \ud800answers\x1b?"))
    assert "<title>Who answers?</title>" in text


def test_the_file_is_small_and_the_frame_smaller(view: Picture) -> None:
    assert len(html(view.drawn, view.brief)) < 450_000
    assert len(frame(view.drawn, view.brief, "n0nce", PAGE)) < 90_000


def test_a_register_of_everything_is_no_page() -> None:
    rows = (("x",),) * MOST_LINES
    assert html(None, Brief("Who?", "Any day", sheets=(Sheet("All", ("Name",), rows),)))
    with pytest.raises(TooLarge, match="or take the tables alone"):
        html(None, Brief("Who?", "Any day", sheets=(Sheet("All", ("Name",), (*rows, ("x",))),)))


def test_rows_find_their_statements_among_thousands_without_looking_at_each() -> None:
    looked = 0

    class Counted(str):
        """A number that counts how often it is asked for."""

        __slots__ = ()

        def __hash__(self) -> int:
            nonlocal looked
            looked += 1
            return super().__hash__()

    many = 300
    statements = tuple(
        Statement("It is so.", places=(Counted(f"1.{at}"),), relations=(f"t{at}",)) for at in range(many)
    )
    sheet = Sheet("All", ("Name", "Sources"), tuple((f"n{at}", f"1.{at}") for at in range(many)))
    rows = rows_of(sheet, Brief("Who?", "Any day", sections=(Section("All", statements),), sheets=(sheet,)))
    assert [row.ties for row in rows] == [(f"t{at}",) for at in range(many)]
    assert looked < 10 * many
