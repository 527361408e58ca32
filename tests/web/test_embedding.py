"""What a frame is allowed, what oEmbed answers, and the snippet; Chromium tries them in `test_embedding_browser`."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import EVIL, fill, in_file, small_graph
from tests.web.saving import ASKED, local_app, save
from web import create_app
from web.config import Settings

SITE = "https://www.example.gov.uk"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return local_app(replace(in_file(tmp_path_factory.mktemp("embedding")), frames=(SITE,)), small_graph())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def asked(client: FlaskClient, key: str, **more: object) -> dict[str, object]:
    """What oEmbed answers about a view."""
    response = client.get("/oembed", query_string={"url": f"http://localhost/view/{key}", **more})
    assert response.status_code == 200, response.text
    assert response.mimetype == "application/json"
    answer: dict[str, object] = response.get_json()
    return answer


class TestTheFrame:
    def test_only_listed_sites_may_show_it(self, client: FlaskClient) -> None:
        response = client.get(f"/embed/{save(client)}")
        policy = response.headers["Content-Security-Policy"]
        assert f"frame-ancestors 'self' {SITE}" in policy
        assert "default-src 'none'" in policy
        assert "X-Frame-Options" not in response.headers

    def test_each_view_may_have_sites_of_its_own_or_none(self, client: FlaskClient) -> None:
        own = client.get(f"/embed/{save(client, frames='these', sites='https://*.sharepoint.com')}")
        assert own.headers["Content-Security-Policy"].endswith("frame-ancestors 'self' https://*.sharepoint.com")
        private = client.get(f"/embed/{save(client, frames='none')}")
        assert private.headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")

    def test_every_other_page_refuses_to_be_framed(self, client: FlaskClient) -> None:
        key = save(client)
        for address in ("/", ASKED, "/views", f"/view/{key}", f"/view/{key}/embed", f"/view/{key}.svg", "/oembed"):
            response = client.get(address)
            assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"], address
            assert response.headers["X-Frame-Options"] == "DENY"

    def test_it_needs_no_cookie_and_its_scripts_are_known_by_a_number_used_once(self, client: FlaskClient) -> None:
        key = save(client)
        first, second = client.get(f"/embed/{key}"), client.get(f"/embed/{key}")
        assert "Set-Cookie" not in first.headers
        (nonce,) = set(re.findall(r"'nonce-([^']+)'", first.headers["Content-Security-Policy"]))
        assert f'nonce="{nonce}"' in first.text
        assert nonce not in second.text
        assert 'type="module"' not in first.text

    def test_it_shows_the_view_and_nothing_else(self, client: FlaskClient) -> None:
        key = save(client)
        page = client.get(f"/embed/{key}").text
        assert "Only indirectly" in page
        for word in ("/ask", "/entity", "/explore", "/source/"):
            assert word not in page
        for address in (f"/embed/{key}?subject=lhb", f"/embed/{key}?at=2015"):
            assert client.get(address).status_code == 400
        assert client.get(f"/embed/{key}/lhb").status_code == 404
        assert client.get("/embed/lhb").status_code == 404

    def test_what_is_withdrawn_or_unknown_says_so_where_it_was_shown(self, client: FlaskClient) -> None:
        key = save(client)
        client.post(f"/view/{key}/withdraw", data={"reason": EVIL})
        gone = client.get(f"/embed/{key}")
        assert gone.status_code == 410
        assert "This view was withdrawn on" in gone.text
        assert EVIL not in gone.text
        assert SITE in gone.headers["Content-Security-Policy"]
        assert client.get("/embed/aaaaaaaaaa").status_code == 404

    def test_what_cannot_be_reached_says_so_and_not_where_it_is_kept(self, tmp_path: Path) -> None:
        (tmp_path / "store.json.views.sqlite").write_bytes(b"no database at all")
        response = create_app(in_file(tmp_path)).test_client().get("/embed/aaaaaaaaaa")
        assert response.status_code == 503
        assert "cannot be reached just now" in response.text
        assert str(tmp_path) not in response.text


class TestOembed:
    def test_it_gives_one_frame_that_wordpress_keeps(self, client: FlaskClient) -> None:
        key = save(client)
        answer = asked(client, key)
        assert (answer["version"], answer["type"], answer["width"], answer["height"]) == ("1.0", "rich", 800, 600)
        assert re.fullmatch(
            rf'<iframe src="http://localhost/embed/{key}" title="[^"]+" [^>]*></iframe>', str(answer["html"])
        )

    @pytest.mark.parametrize(("most", "given"), [(300, 300), (5000, 800)])
    def test_sizes_are_respected(self, client: FlaskClient, most: int, given: int) -> None:
        answer = asked(client, save(client), maxwidth=most, maxheight=most)
        assert answer["width"] == given
        assert answer["height"] == min(most, 600)
        assert f'width="{given}"' in str(answer["html"])

    def test_what_cannot_be_given_has_the_status_of_the_standard(self, client: FlaskClient) -> None:
        key, private = save(client), save(client, frames="none")

        def status(**asked: str) -> int:
            return client.get("/oembed", query_string=asked).status_code

        there = f"http://localhost/view/{key}"
        assert status(url=there, format="xml") == 501
        assert status(url="http://localhost/view/aaaaaaaaaa") == 404
        assert status(url=f"https://elsewhere.example/view/{key}") == 404
        assert status(url=f"http://localhost/ask?{ASKED}") == 404
        assert status(url=f"http://localhost/view/{private}") == 401
        assert status(url=there, maxwidth="wide") == 400
        assert client.get("/oembed", query_string={"url": there, "width": "3"}).is_json
        client.post(f"/view/{key}/withdraw")
        assert status(url=there) == 404

    def test_the_page_of_a_view_leads_to_it_unless_it_is_private(self, client: FlaskClient) -> None:
        page = client.get(f"/view/{save(client)}").text
        (address,) = re.findall(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)
        assert client.get(unescape(address).removeprefix("http://localhost")).status_code == 200
        assert "oembed" not in client.get(f"/view/{save(client, frames='none')}").text


class TestTheSnippet:
    def test_it_has_a_title_waits_and_leads_to_the_view_and_the_picture(self, client: FlaskClient) -> None:
        key = save(client)
        page = client.get(f"/view/{key}/embed").text
        (snippet,) = re.findall(r'<textarea id="snippet"[^>]*>(.+?)</textarea>', page, re.DOTALL)
        text = unescape(snippet)
        for part in (
            f'<iframe src="http://localhost/embed/{key}" title="Does the Health Equity Delivery Group',
            'loading="lazy"',
            f'<img src="http://localhost/view/{key}.png" alt="Does',
            f'<p><a href="http://localhost/view/{key}">',
        ):
            assert part in text
        assert f'src="/embed/{key}"' in page, "the live preview"

    def test_the_picture_has_an_alternative_and_an_answer_without_one_no_picture(self, client: FlaskClient) -> None:
        frozen = unescape(client.get(f"/view/{save(client, kind='frozen')}/embed").text)
        assert 'alt="Does the Health Equity Delivery Group answer to the Mayor of London? Only indirectly."' in frozen
        listed = client.get(f"/view/{save(client, address='/ask?q=list&entity_kind=board')}/embed").text
        assert "&lt;iframe" in listed
        assert "&lt;img" not in listed

    def test_hostile_titles_are_words_in_it(self, client: FlaskClient) -> None:
        key = save(client, title=EVIL)
        page = client.get(f"/view/{key}/embed").text
        assert EVIL not in page
        assert EVIL not in str(asked(client, key)["html"])

    def test_a_private_view_has_none(self, client: FlaskClient) -> None:
        assert client.get(f"/view/{save(client, frames='none')}/embed").status_code == 403

    def test_other_sites_may_show_the_picture_but_not_that_of_a_private_view(self, client: FlaskClient) -> None:
        policy = "Cross-Origin-Resource-Policy"
        assert client.get(f"/view/{save(client)}.png").headers[policy] == "cross-origin"
        assert client.get(f"/view/{save(client)}.csv").headers[policy] == "same-origin"
        assert client.get(f"/view/{save(client, frames='none')}.png").headers[policy] == "same-origin"


def test_titles_end_before_the_days_begin(client: FlaskClient) -> None:
    for title, told in (("The line", "The line. Any day"), ("Who?", "Who? Any day")):
        page = client.get(f"/view/{save(client, title=title, kind='frozen')}/embed").text
        assert f"{told} the documents cover." in page


def test_a_frozen_view_is_found_where_readers_reach_the_program_now(client: FlaskClient, app: Flask) -> None:
    key = save(client, kind="frozen")
    moved = local_app(replace(app.extensions["govgraph"].settings, address="https://new.example"))
    page = moved.test_client().get(f"/view/{key}").text
    (discovery,) = re.findall(r'json\+oembed" href="https://new\.example([^"]+)"', page)
    assert moved.test_client().get(unescape(discovery)).status_code == 200
    assert f'<link rel="canonical" href="https://new.example/view/{key}">' in page
    assert moved.test_client().get(f"/view/{key}.pdf").data == client.get(f"/view/{key}.pdf").data


def test_addresses_begin_where_readers_reach_the_program(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings: Settings = replace(
        in_file(tmp_path_factory.mktemp("reached")), address="https://govgraph.example.gov.uk", saving="anyone"
    )
    fill(settings, small_graph())
    client = create_app(settings).test_client()
    key = save(client)
    assert f"https://govgraph.example.gov.uk/embed/{key}" in unescape(client.get(f"/view/{key}/embed").text)
