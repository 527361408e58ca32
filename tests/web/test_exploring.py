"""The explorer, as somebody without a browser's script gets it."""

import hashlib
import json
import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import web
from tests.web.conftest import EVIL, fill, in_file
from tests.worlds import say, world
from web import create_app
from web.exploring import VENDORED

STATIC = Path(web.__file__).parent / "static"


def crowd(folder: Path, size: int = 70) -> FlaskClient:
    """A site on which that many charities sit on one board."""
    names = [f"m{number:03}" for number in range(size)]
    settings = in_file(folder)
    fill(settings, world([say(name, "member_of", "hub") for name in names], kinds=dict.fromkeys(names, "charity")))
    return create_app(settings).test_client()


def data_of(text: str) -> dict:  # type: ignore[type-arg]
    found = re.search(r"id=\"explorer_data\" hidden data-state='([^']*)'", text)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def part(text: str, name: str) -> str:
    return unescape(text.partition(f'data-part="{name}"')[2].partition("data-part=")[0])


def test_picture_tree_table_and_evidence_tell_the_same(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/lhb").text
    drawn = [node for node in data_of(text)["canvas"]["nodes"] if node["part"] == "box"]
    assert {box["key"] for box in drawn} == set(re.findall(r'data-entity="([^"]+)"', text))
    for box in drawn:
        name = " ".join(box["plain"] or box["bold"])
        assert name in part(text, "tree")
    assert part(text, "table").count("<tr role") == 1 + len(data_of(text)["canvas"]["lines"])
    assert "Health Equity Group" in part(text, "evidence")


def test_both_pictures_have_the_same_places(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/lhb").text
    boxes = {node["key"]: node for node in data_of(text)["canvas"]["nodes"] if node["part"] == "box"}
    box = boxes["lhb"]
    place = f'x="{box["x"] - box["width"] / 2:g}" y="{box["y"] - box["height"] / 2:g}" width="{box["width"]:g}"'
    assert place in text.partition('data-entity="lhb"')[2][:200]


def test_every_link_of_the_picture_leads_somewhere(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/lhb").text
    addresses = {unescape(one) for one in re.findall(r'<a href="(/explore/[^"]+)"', text)}
    assert len(addresses) > 10
    for address in addresses:
        assert visitor.get(address).status_code == 200


def test_an_opening_opens_and_closes(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/hedg").text
    found = re.search(r'<a href="([^"#]+)[^"]*" aria-label="(\+ 1 above, HEG)"', text)
    assert found
    opened = visitor.get(unescape(found[1])).text
    assert 'data-entity="lhb"' in opened
    assert "\N{MINUS SIGN} above, HEG" in opened


def test_a_selected_box_is_marked_everywhere(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/lhb?box=heg").text
    assert data_of(text)["selected"] == "heg"
    assert 'class="ring"' in text
    assert '<h2 id="evidence_head" tabindex="-1">Health Equity Group</h2>' in text
    assert "Explore from here" in part(text, "evidence")
    assert re.search(r'href="[^"]*box=heg[^"]*" aria-current="true"', text)


def test_a_selected_line_shows_both_sides(visitor: FlaskClient) -> None:
    lines = data_of(visitor.get("/explore/lhcp").text)["canvas"]["lines"]
    disputed = next(line for line in lines if "co_chairs" in line["key"] or "co-chairs" in line["key"])
    text = visitor.get(disputed["address"]).text
    assert "Contradicts" in part(text, "evidence")
    assert "The co-chair is somebody else." in part(text, "evidence")
    assert re.search(r'<tr role="row"[^>]* class="is-selected">', text)


def test_what_is_not_there_is_not_selected(visitor: FlaskClient) -> None:
    for selection in ("box=zzz", "line=zzz", "box=folded+lhb:down:group"):
        assert data_of(visitor.get(f"/explore/lhb?{selection}").text)["selected"] == "lhb"


def test_a_crowd_is_folded_said_and_shown(tmp_path: Path) -> None:
    client = crowd(tmp_path)
    text = client.get("/explore/hub").text
    assert "some stand together in one" in text
    assert "+ 70 charities at Hub" in part(text, "folded")
    assert "70 charities" in part(text, "tree")
    assert part(text, "table").count("<tr role") == 71
    chosen = client.get("/explore/hub?box=folded+hub:members:charity").text
    assert "They stand in one box" in part(chosen, "evidence")
    assert part(chosen, "evidence").count("is a member of") == 70
    shown = client.get("/explore/hub?show=hub:members:charity").text
    assert len([node for node in data_of(shown)["canvas"]["nodes"] if node["part"] == "box"]) == 60
    assert "11 more found no room in 60 boxes" in shown
    assert "\N{MINUS SIGN} 70 charities at Hub" in part(shown, "folded")


def test_of_a_great_crowd_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    client = crowd(tmp_path, 400)
    text = client.get("/explore/hub?box=folded+hub:members:charity").text
    assert part(text, "table").count("<tr role") == 301
    assert "100 more ties are not listed." in text
    assert "100 more are not told here." in part(text, "evidence")
    line = data_of(text)["canvas"]["lines"][0]["address"]
    assert "400 ties of a folded group" in part(client.get(line).text, "evidence")


@pytest.mark.parametrize("sort", ["from", "tie", "to", "support", "when"])
def test_the_table_is_sorted_by_every_column(visitor: FlaskClient, sort: str) -> None:
    text = visitor.get(f"/explore/lhb?sort={sort}").text
    assert 'aria-sort="ascending"' in text
    if sort == "from":
        names = re.findall(r'<th scope="row"[^>]*>([^<]+)', text)
        assert names == sorted(names, key=str.casefold)


def test_a_typed_name_leads_to_its_surroundings_or_to_what_it_may_mean(visitor: FlaskClient) -> None:
    assert visitor.get("/explore?name=HEDG&at=2021").headers["Location"] == "/explore/hedg?at=2021"
    assert visitor.get("/explore?name=London").headers["Location"] == "/entities?text=London"
    assert visitor.get("/explore").headers["Location"] == "/entities"


def test_an_unknown_focus_is_said_with_what_comes_near(visitor: FlaskClient) -> None:
    response = visitor.get("/explore/hegg")
    assert response.status_code == 404
    assert "has the id “hegg”" in response.text


def test_entities_and_answers_lead_here(visitor: FlaskClient) -> None:
    assert 'href="/explore/heg"' in visitor.get("/entity/heg").text
    answer = visitor.get("/ask?q=between&subject=HEDG&object=Mayor+of+London").text
    assert 'href="/explore/hedg?up=hedg&amp;up=heg&amp;up=ledu&amp;up=lhb"' in answer


def test_hostile_names_stay_text(visitor: FlaskClient) -> None:
    for address in ("/explore/evil", "/explore/evil?ties=evil", "/explore/ledu?box=evil"):
        text = visitor.get(address).text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert any(EVIL.startswith(box["bold"][0]) for box in data_of(text)["canvas"]["nodes"] if box["part"] == "box")


def test_the_vendored_program_is_the_one_that_is_noted() -> None:
    digest = hashlib.sha256((STATIC / VENDORED).read_bytes()).hexdigest()
    assert f"`{digest}`" in (STATIC / "vendor" / "README.md").read_text(encoding="utf-8")


def test_the_vendored_program_may_be_kept_for_ever(visitor: FlaskClient) -> None:
    with visitor.get(f"/static/{VENDORED}") as response:
        assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize("gone", ["box=nobody", "line=a.reports_to.nobody", "up=lhb&up=nobody", "up=lhb&box=hedg"])
def test_an_address_that_names_what_is_not_there_says_so(visitor: FlaskClient, gone: str) -> None:
    assert "is not in the data" in part(visitor.get(f"/explore/lhb?{gone}").text, "folded")


@pytest.mark.parametrize("there", ["", "?box=heg", "?line=heg.reports_to.lhb", "?up="])
def test_nothing_is_said_to_be_gone_that_is_there(visitor: FlaskClient, there: str) -> None:
    assert "is not in the data" not in visitor.get(f"/explore/lhb{there}").text


def test_a_person_is_no_it(visitor: FlaskClient) -> None:
    for address in ("/explore/khan", "/entity/khan"):
        text = visitor.get(address).text
        assert "Whom do they answer to?" in text
        assert "Who answers to them?" in text
    assert "Whom does it answer to?" in visitor.get("/entity/lhb").text
