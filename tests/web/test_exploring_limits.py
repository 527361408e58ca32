"""Days and filters of the explorer, as somebody without a browser's script gets them."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import fill, in_file
from tests.web.test_exploring import crowd, data_of, part
from tests.worlds import say, world
from web import create_app

TIMES = [
    say("hub", "dated", source="2021-12", start="2008", role="founded"),
    say("new", "dated", source="2021-12", start="2018", role="founded"),
    say("old", "reports_to", "hub", "2015-12", start="2010", end="2016"),
    say("new", "reports_to", "hub", "2021-12", start="2018"),
    say("told", "reports_to", "hub", "2021-12"),
    say("kept", "chairs", "hub", "2015-12"),
    say("kept", "chairs", "hub", "2021-12"),
    say("sure", "member_of", "hub", "2015-12", role="observer", start="2010", end="2014-06"),
    say("sure", "member_of", "hub", "2021-12", role="member", start="2016"),
    say("hub", "reports_to", "plan", "2021-12", planned="planned"),
]


@pytest.fixture
def times(tmp_path: Path) -> FlaskClient:
    """A site on which something began, ended, changed and was first documented between 2012 and 2021."""
    settings = in_file(tmp_path)
    fill(settings, world(TIMES))
    return create_app(settings).test_client()


def boxes(text: str) -> set[str]:
    """The ids of the boxes, the same in both pictures and in the tree."""
    drawn = set(re.findall(r'data-entity="([^"]+)"', text))
    assert drawn == {node["key"] for node in data_of(text)["canvas"]["nodes"] if node["part"] == "box"}
    assert drawn == set(re.findall(r'data-at="tree ([^" ]+)"', text))
    return drawn


def test_filters_hold_for_picture_tree_table_doors_panel_and_words(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/lhb?lens=line").text
    assert boxes(text) == {"lhb", "heg", "ledu", "boroughs"}
    assert "Mayor of London" not in part(text, "table")
    assert "Mayor of London" not in part(text, "evidence")
    assert "2 more are hidden by the filters." in part(text, "evidence")
    assert "only lines of reporting" in data_of(text)["drawn"]
    line = part(text, "limits")
    assert "Shown: only lines of reporting. Of the ties that touch what is shown, the filters hide" in line
    assert '<a data-at="limits none" href="/explore/lhb">Show everything again</a>' in line
    assert "+ 1 below" in part(text, "tree")
    assert "+ 1 below" not in part(visitor.get("/explore/lhb?kind=reports_to").text, "tree")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("entity_kind=post", {"lhb", "mayor"}),
        ("source=2021-12", {"lhb", "heg", "ledu"}),
        ("sure=possible", {"lhb", "heg", "ledu", "mayor", "boroughs"}),
        ("sure=implied", {"lhb", "heg", "ledu", "mayor", "boroughs", "lhcp"}),
        ("kind=chairs&kind=member_of", {"lhb", "mayor", "boroughs"}),
    ],
)
def test_each_filter_is_in_the_address(visitor: FlaskClient, query: str, shown: set[str]) -> None:
    text = visitor.get(f"/explore/lhb?{query}").text
    assert boxes(text) == shown
    assert data_of(text)["link"].endswith(f"/explore/lhb?{query}")
    for address in set(re.findall(r'href="(/explore/[^"]+)"', part(text, "limits"))):
        assert visitor.get(unescape(address)).status_code == 200


def test_a_filter_that_is_set_can_be_taken_away_alone(visitor: FlaskClient) -> None:
    text = part(visitor.get("/explore/lhb?at=2021&kind=chairs&kind=reports_to&source=2021-12").text, "limits")
    assert 'href="/explore/lhb?at=2021&kind=reports_to&source=2021-12"' in text
    assert 'href="/explore/lhb?at=2021&kind=chairs&kind=reports_to"' in text


def test_the_form_leads_to_the_one_address_and_keeps_the_rest(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/lhb?up=lhb&down=heg&box=heg&sort=to&show=x&at=2021&kind=chairs").text
    form = part(text, "filters").partition("<form")[2].partition("</form>")[0]
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]+)"', form))
    assert hidden == {"form": "1", "up": "lhb", "down": "heg", "box": "heg", "sort": "to", "show": "x"}
    assert re.findall(r'name="kind" value="([^"]+)" checked', form) == ["chairs"]
    sent = {**hidden, "at": "9 December 2021", "until": "", "lens": "leadership", "sure": "", "kind": "reports_to"}
    response = visitor.get("/explore/lhb", query_string=sent)
    assert response.status_code == 302
    assert dict(parse_qsl(response.headers["Location"].partition("?")[2])) == {
        "up": "lhb",
        "down": "heg",
        "show": "x",
        "at": "2021-12-09",
        "kind": "reports_to",
        "box": "heg",
        "sort": "to",
    }
    nothing = {"form": "1", "at": "", "until": "", "lens": "leadership", "sure": ""}
    assert visitor.get("/explore/lhb", query_string=nothing).headers["Location"] == "/explore/lhb"


@pytest.mark.parametrize("query", ["kind=loves", "source=nowhere", "at=2021&until=2020", "until=2021", "sure=very"])
def test_what_cannot_be_used_is_a_readable_400(visitor: FlaskClient, query: str) -> None:
    response = visitor.get(f"/explore/lhb?{query}")
    assert response.status_code == 400
    assert "<h1" in response.text


def test_days_and_filters_stay_when_one_explores_from_elsewhere(visitor: FlaskClient) -> None:
    text = visitor.get("/explore/lhb?at=2021-12-09&sure=firm&box=heg").text
    assert "/explore/heg?at=2021-12-09&sure=firm" in part(text, "evidence")
    assert "q=up&subject=heg&at=2021-12-09&firm=1" in part(text, "evidence")
    assert '<input type="hidden" name="sure" value="firm">' in part(text, "search-limits")
    found = visitor.get("/explore?name=HEDG&at=2021-12-09&sure=firm").headers["Location"]
    assert found == "/explore/hedg?at=2021-12-09&sure=firm"


def test_an_answer_hands_on_its_days_and_what_is_firm(visitor: FlaskClient) -> None:
    firm = unescape(visitor.get("/ask?q=up&subject=hedg&at=9+December+2021&firm=1&source=2021-12").text)
    assert "at=2021-12-09&sure=firm&source=2021-12" in firm
    changed = unescape(visitor.get("/ask?q=changes&subject=heg&at=2015&until=2022").text)
    assert 'href="/explore/heg?at=2015&until=2022"' in changed


def test_a_folded_crowd_obeys_the_filters(tmp_path: Path) -> None:
    client = crowd(tmp_path)
    assert "+ 70 charities" in part(client.get("/explore/hub?kind=member_of&sure=firm").text, "folded")
    assert "Of the ties that touch what is shown, the filters hide 70." in client.get("/explore/hub?kind=chairs").text


def test_the_panel_says_how_each_tie_stands_to_the_day(times: FlaskClient) -> None:
    text = part(times.get("/explore/hub?at=2017").text, "evidence")
    assert text.count("In 2017: ") == 8
    assert "In 2017: not" in text
    assert "In 2017: certain" in text
    assert "In May 2018: possible, not certain" in part(times.get("/explore/hub?at=2018-05").text, "evidence")
    assert "In 2017: " not in times.get("/explore/hub").text
    line = data_of(times.get("/explore/hub?at=2019").text)["canvas"]["lines"][0]["address"]
    assert "In 2019: " in part(times.get(line).text, "evidence")


def test_the_dates_that_matter_are_links_with_what_happened(times: FlaskClient) -> None:
    text = times.get("/explore/hub").text
    dates = part(text, "dates")
    assert '<a data-at="date 2018" href="/explore/hub?at=2018">2018</a> <span class="hint">2 began</span>' in dates
    assert '<a data-at="date 2016" href="/explore/hub?at=2016">2016</a> <span class="hint">1 began and 1 ended' in dates
    assert re.findall(r'data-at="date ([^"]+)"', dates) == sorted(re.findall(r'data-at="date ([^"]+)"', dates))
    assert "<title>2018: 2 began</title>" in part(text, "when")
    assert 'style="' not in text


def test_the_documents_own_days_can_be_shown_and_compared(times: FlaskClient) -> None:
    text = part(times.get("/explore/hub?at=2021-12").text, "when")
    assert '<a data-at="day 2021-12" href="/explore/hub?at=2021-12" aria-current="true">December 2021</a>' in text
    assert '<a data-at="day any" href="/explore/hub">Any day</a>' in text
    assert 'href="/explore/hub?at=2015-12&until=2021-12">December 2015 and December 2021</a>' in text
    dates = part(times.get("/explore/hub?at=2021-12").text, "dates")
    assert '<a class="hint" data-at="compare 2018" href="/explore/hub?at=2018&until=2021-12">' in dates


def test_two_days_are_compared_in_one_picture_and_one_table(times: FlaskClient) -> None:
    text = times.get("/explore/hub?at=2012&until=2021-12").text
    assert boxes(text) >= {"hub", "old", "new", "told", "kept", "sure", "plan"}
    table = part(text, "table")
    changes = [row.partition("</td>")[0] for row in re.split(r'data-head="Change">', table)[1:]]
    said = [re.sub("<[^>]+>", "", one) for one in changes]
    assert said == [
        "+ began",
        "\N{MINUS SIGN} ended",
        "\N{PLUS-MINUS SIGN} changed",
        "\N{PLUS-MINUS SIGN} changed",
        "* first documented",
        "* first documented",
        "no change",
    ]
    words = [word for node in data_of(text)["canvas"]["nodes"] if node["part"] == "label" for word in node["words"]]
    assert {"+ began", "\N{MINUS SIGN} ended"} <= set(words)
    assert '<strong class="change">+ began<' in part(text, "tree")
    summary = part(text, "compared")
    assert "between 2012 and December 2021." in summary
    assert "1 end" in summary
    assert "between 2012 and December 2021" in data_of(text)["drawn"]
    assert "<title>Hub and its surroundings between 2012 and December 2021" in text
    evidence = part(text, "evidence")
    assert "In 2012: certain; in December 2021: not" in evidence
    assert "q=changes&subject=hub&at=2012&until=2021-12" in evidence


def test_what_changed_is_what_the_question_says(times: FlaskClient) -> None:
    page = times.get("/explore/hub?at=2012&until=2021-12&ties=hub&up=hub&down=hub&members=hub&money=hub").text
    answer = times.get("/api/v1/ask/changes?subject=hub&at=2012&until=2021-12").get_json()
    rows = [row for row in answer["rows"] if row["before"] or row["after"]]
    counts = {change: sum(row["change"] == change for row in rows) for change in ("began", "ended", "attested")}
    table = part(page, "table")
    assert table.count('<strong class="change">+ began') == counts["began"]
    assert table.count('<strong class="change">\N{MINUS SIGN} ended') == counts["ended"]
    assert table.count('<strong class="change">* first documented') == counts["attested"]


def test_filters_hold_while_days_are_compared(times: FlaskClient) -> None:
    text = times.get("/explore/hub?at=2012&until=2021-12&kind=chairs").text
    assert boxes(text) == {"hub", "kept"}
    assert "ended" not in part(text, "compared")
