"""The worst that can stand in a field or in an address: each gets a readable answer, none a traceback."""

import re
from html.parser import HTMLParser
from itertools import cycle, product
from pathlib import Path
from urllib.parse import quote, quote_plus, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import web
from tests.web.conftest import EVIL
from tests.web.hostile import PAYLOADS, hostile_ids
from tests.web.sites import app_of
from tests.web.states import ADDRESSES

WORST = [
    EVIL,
    "\0",
    "a\0b",
    "\ud7ff\ufffe",
    "\u202egnirts\u2066",
    "e\u0301" * 90,
    "x" * 5000,
    "健康公平",
    "' OR 1=1 --",
    "../../etc/passwd",
    "%00%ff",
    "{{config}}",
    "${jndi:ldap://x}",
    "\r\nSet-Cookie: a=b",
    "-1",
    "1e9",
    "\uff19",
    "0000-00-00",
    "31 February 2021",
    "99999-01",
    "9999-12-31",
    "2021-23",
    "null",
    "🏛️" * 40,
    "(" * 100,
]
STATIC = Path(web.__file__).parent / "static"
FIELDS = ["q", "subject", "object", "at", "lens", "steps", "same", "firm", "kind", "source", "role", "entity_kind"]
EXPLORED = ["up", "members", "ties", "show", "box", "line", "sort", "name"]
PLACES = ["/entity/", "/explore/", "/source/", "/claim/", "/", "/static/", "/ask/", "/api/v1/entity/"]
GOOD = {"q": "between", "subject": "HEDG", "object": "LHB"}


def readable(text: str) -> None:
    """The page is ours, whole, and holds no traceback and no element of the sender's."""
    assert "Traceback" not in text
    assert "</html>" in text
    assert "\0" not in text
    assert "<script>alert" not in text
    assert "<img" not in text


def spread(places: list[str]) -> list[tuple[str, str]]:
    """Each of the worst values in one place, the places in turn, and the two that do most harm in every place."""
    pairs = [*zip(cycle(places), WORST, strict=False), *product(places, (EVIL, "a\0b"))]
    return list(dict.fromkeys(pairs))


@pytest.mark.parametrize(("field", "value"), spread(FIELDS), ids=lambda text: ascii(text)[1:20])
def test_a_field_with_the_worst_gets_a_readable_answer(visitor: FlaskClient, field: str, value: str) -> None:
    response = visitor.get(f"/ask?{urlencode(GOOD | {field: value}, errors='replace')}")
    assert response.status_code in (200, 400, 404)
    readable(response.text)


@pytest.mark.parametrize(("place", "value"), spread(PLACES), ids=lambda text: ascii(text)[1:20])
def test_an_address_with_the_worst_is_not_found(visitor: FlaskClient, place: str, value: str) -> None:
    response = visitor.get(place + quote(value, safe="", errors="replace"))
    assert response.status_code in (400, 404)
    assert "Traceback" not in response.text
    assert "<script>alert" not in response.text
    assert "\0" not in response.text


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(st.sampled_from([*FIELDS, *EXPLORED, "page", "text"]), st.text(max_size=60), max_size=6))
def test_any_query_gets_a_readable_answer(visitor: FlaskClient, values: dict[str, str]) -> None:
    for place in ("/ask", "/entities", "/explore", "/explore/lhb", "/answer.svg", "/sources"):
        response = visitor.get(f"{place}?{urlencode(values, errors='replace')}")
        assert response.status_code in (200, 302, 400, 404)
        assert "Traceback" not in response.text


class TestTheAddress:
    def test_a_parameter_twice_is_refused_by_name(self, visitor: FlaskClient) -> None:
        response = visitor.get("/ask?q=up&subject=HEDG&subject=LHB")
        assert response.status_code == 400
        assert "“subject” stands in the address with 2 different values" in response.text

    def test_the_same_twice_is_one(self, visitor: FlaskClient) -> None:
        assert visitor.get("/ask?q=up&subject=HEDG&subject=HEDG").status_code == 200

    def test_too_many_filters_are_refused(self, visitor: FlaskClient) -> None:
        query = "&".join(f"kind=k{number}" for number in range(30))
        assert visitor.get(f"/ask?q=up&subject=HEDG&{query}").status_code == 400

    @pytest.mark.parametrize(
        ("query", "name", "without"),
        [
            ("q=money&decision=MD3326", "decision", "q=money"),
            ("q=up&subject=HEDG&hops=1&kind=leads", "hops", "q=up&amp;subject=HEDG&amp;kind=leads"),
            ("q=up&subject=HEDG&utm_source=x", "utm_source", "q=up&amp;subject=HEDG"),
            ("q=down&subject=HEDG&%3Cimg%20src%3Dx%3E=1", "&lt;img src=x&gt;", "q=down&amp;subject=HEDG"),
        ],
    )
    def test_an_unknown_parameter_is_refused_by_name(
        self, visitor: FlaskClient, query: str, name: str, without: str
    ) -> None:
        response = visitor.get(f"/ask?{query}")
        assert response.status_code == 400
        assert f"“{name}” means nothing at this address; these have: q, subject, object, at," in response.text
        assert f'<a href="/ask?{without}">Ask without it</a>' in response.text
        readable(response.text)
        assert visitor.get(f"/ask?{without.replace('&amp;', '&')}").status_code == 200
        assert visitor.get(f"/answer.svg?{query}").status_code == 400

    def test_an_unknown_parameter_and_a_wrong_name_are_told_at_once(self, visitor: FlaskClient) -> None:
        text = visitor.get("/ask?q=up&subject=zzz&routes=1").text
        assert "“routes” means nothing" in text
        assert "Nothing is called “zzz”" in text

    def test_a_huge_one_is_refused_with_414(self, visitor: FlaskClient) -> None:
        response = visitor.get(f"/ask?subject={'x' * 20_000}")
        assert response.status_code == 414
        assert "too long" in response.text

    def test_a_huge_body_is_refused_with_413(self, visitor: FlaskClient) -> None:
        response = visitor.get("/ask?q=up&subject=HEDG", data=b"x" * 100_000)
        assert response.status_code == 413

    def test_sending_is_refused_with_405_and_what_is_allowed(self, visitor: FlaskClient) -> None:
        response = visitor.post("/ask", data={"subject": "x"})
        assert response.status_code == 405
        assert "GET" in response.headers["Allow"]

    def test_a_page_beyond_the_last_is_the_last(self, visitor: FlaskClient) -> None:
        assert visitor.get("/entities?page=99999").status_code == 200

    def test_a_wrong_page_is_refused_by_name(self, visitor: FlaskClient) -> None:
        response = visitor.get("/entities?page=0")
        assert response.status_code == 400
        assert "“page” is “0”; it must be a whole number from 1" in response.text

    def test_an_unknown_entity_has_its_nearest(self, visitor: FlaskClient) -> None:
        response = visitor.get("/entity/hedgg")
        assert response.status_code == 404
        assert '<a href="/entity/hedg">Health Equity Delivery Group</a>' in response.text

    @pytest.mark.parametrize("host", ['x"><script>', "a b", "evil.example"])
    def test_a_strange_host_does_no_harm(self, visitor: FlaskClient, host: str) -> None:
        response = visitor.get("/ask?q=up&subject=HEDG", headers={"Host": host})
        assert response.status_code in (200, 400)
        assert "<script>" not in response.text


@pytest.mark.parametrize("address", ["/api/v1/nothing", "/api/v1/entity/nothing", "/suggest?text=a&text=b"])
def test_programs_get_errors_in_one_shape(visitor: FlaskClient, address: str) -> None:
    response = visitor.get(address)
    body = response.get_json()
    assert set(body) == {"ok", "error", "errors", "status"}
    assert body["ok"] is False
    assert body["errors"] == [body["error"]]
    assert body["status"] == response.status_code


class Addresses(HTMLParser):
    """Collects what a page would fetch by itself, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.linked: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self.inline.append(f"{tag} {name}")
            if name in ("src", "href", "action", "xlink:href") and value:
                (self.linked if tag == "a" else self.fetched).append(value)
        if tag in ("style", "iframe", "object", "embed") or (tag == "script" and not dict(attrs).get("src")):
            self.inline.append(tag)


@pytest.mark.parametrize("address", [*ADDRESSES, "/nothing", "/ask?q=up&subject=zzz"])
def test_no_page_names_an_outside_host_or_carries_script(visitor: FlaskClient, address: str) -> None:
    found = Addresses()
    found.feed(visitor.get(address).text)
    assert not [value for value in found.fetched if not re.match(r"/(?!/)|http://localhost/", value)]
    assert [value for value in found.linked if not re.match(r"/(?!/)|#", value)] in ([], ["https://example.org/plan"])
    assert found.inline == []


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return app_of(hostile_ids, tmp_path_factory.mktemp("ids")).test_client()


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=PAYLOADS)
def test_an_id_that_wants_to_run_is_text_on_every_page(ids: FlaskClient, text: str) -> None:
    within, asked = quote(text, safe=""), quote_plus(text)
    opened = "&".join(f"{name}={asked}" for name in ("up", "down", "members", "ties", "box", "show"))
    for address in (
        f"/entity/{within}",
        f"/source/{within}",
        f"/explore/{within}",
        f"/explore/{within}?{opened}",
        *(f"/ask?q={question}&subject={asked}" for question in ("up", "down", "members", "seats", "profile", "gaps")),
    ):
        response = ids.get(address)
        assert response.status_code == 200, address
        found = Addresses()
        found.feed(response.text)
        assert found.inline == []
        assert not [value for value in found.fetched if not re.match(r"/(?!/)|http://localhost/", value)]
        elsewhere = [value for value in found.linked if not re.match(r"/(?!/)|#", value)]
        assert set(elsewhere) <= {PAYLOADS["an address of another host"]}


@pytest.mark.parametrize("name", sorted(path.name for path in STATIC.iterdir() if path.is_file()))
def test_no_static_file_names_an_outside_host(visitor: FlaskClient, name: str) -> None:
    with visitor.get(f"/static/{name}") as response:
        text = response.get_data(as_text=True).replace("http://www.w3.org/2000/svg", "")
    assert "//" not in re.sub(r"^\s*//.*$|\s// .*$", "", text, flags=re.MULTILINE)
