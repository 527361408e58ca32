"""What is suggested while one types a name: whom, in which group, why, and what to put into the field."""

import pytest
from flask.testing import FlaskClient

from graph.model import Entity
from graph.names import NameIndex
from tests.web.conftest import fill, in_file
from tests.worlds import say, world
from web import create_app
from web.suggesting import in_sentence, why_found

GROUP = Entity("hedg", "group", "Health Equity Delivery Group", "HEDG", ("the Delivery Group", "Equity team"))
INDEX = NameIndex(
    [
        GROUP,
        Entity("lhb", "board", "London Health Board", "LHB"),
        Entity("one", "board", "Joint Committee", "JC"),
        Entity("two", "board", "Joint Committee", "JCC"),
    ]
)


def suggested(client: FlaskClient, text: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = client.get("/suggest", query_string={"text": text}).get_json()["suggestions"]
    return found


def test_they_name_what_to_put_into_the_field_and_why(visitor: FlaskClient) -> None:
    assert suggested(visitor, "hedg")[0] == {
        "value": "Health Equity Delivery Group",
        "name": "Health Equity Delivery Group",
        "kind": "group",
        "group": "Bodies",
        "why": "HEDG for short",
    }


def test_those_of_a_kind_stand_together_the_group_of_the_best_first(visitor: FlaskClient) -> None:
    found = suggested(visitor, "london")
    groups = [one["group"] for one in found]
    assert len(set(groups)) > 1
    assert groups == sorted(groups, key=groups.index)
    assert suggested(visitor, "the mayor")[0]["group"] == "Posts"


def test_no_text_gives_none(visitor: FlaskClient) -> None:
    assert visitor.get("/suggest").get_json() == {"suggestions": []}


def test_typing_errors_are_forgiven(visitor: FlaskClient) -> None:
    assert suggested(visitor, "lodnon health baord")[0]["name"] == "London Health Board"


@pytest.mark.parametrize(
    ("typed", "matched", "why"),
    [
        ("health eq", "Health Equity Delivery Group", ""),
        ("helth equity delivery group", "Health Equity Delivery Group", ""),
        ("delivery", "the Delivery Group", ""),
        ("hedg", "HEDG", "HEDG for short"),
        ("team", "Equity team", "also called Equity team"),
        ("hegd", "hedg", "its id is hedg"),
    ],
)
def test_why_it_was_found_is_said_where_the_name_does_not_show_it(typed: str, matched: str, why: str) -> None:
    assert why_found(GROUP, matched, typed) == why


def test_a_former_name_leads_to_those_that_came_after(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = in_file(tmp_path_factory.mktemp("former"))
    claims = [say("ohid", "succeeds", "phe"), say("doubted", "succeeds", "phe", stance="contradicts")]
    fill(settings, world(claims, entities=[Entity("phe", "body", "Public Health England")]))
    found = suggested(create_app(settings).test_client(), "public health")
    assert [(one["name"], one["why"]) for one in found] == [
        ("Public Health England", ""),
        ("Ohid", "formerly Public Health England"),
    ]


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("who chairs the lon", ["who chairs the London Health Board"]),
        ("who chairs LHB", ["who chairs London Health Board"]),
        ("health equity", ["Health Equity Delivery Group"]),
        ("does HEDG answer to lond", ["does HEDG answer to London Health Board"]),
        ("who sits on the joint", ["who sits on the one", "who sits on the two"]),
        ("who chairs", []),
        ("who chairs the L", []),
        ("", []),
    ],
)
def test_in_a_sentence_the_name_at_its_end_is_completed(typed: str, values: list[str]) -> None:
    assert [one.value for one in in_sentence(INDEX, typed)] == values


def test_a_sentence_is_asked_for_by_its_word(visitor: FlaskClient) -> None:
    found = visitor.get("/suggest?sentence=1&text=who+chairs+the+london+h").get_json()["suggestions"]
    assert "who chairs the London Health Board" in [one["value"] for one in found]


class TestWithoutJavaScript:
    def test_a_name_leads_to_its_page(self, visitor: FlaskClient) -> None:
        assert visitor.get("/entity?name=HEDG").headers["Location"] == "/entity/hedg"

    def test_what_may_mean_several_leads_to_all_of_them_and_why(self, visitor: FlaskClient) -> None:
        assert visitor.get("/entity?name=group").headers["Location"] == "/entities?text=group"
        assert visitor.get("/entity").headers["Location"] == "/entities"
        assert "post, also called the Mayor" not in visitor.get("/entities?text=mayor").text
        assert "group, HEDG for short" in visitor.get("/entities?text=hedg").text

    @pytest.mark.parametrize(
        ("address", "fields"),
        [
            ("/", ["find_name", "typed_text", "ask_subject", "ask_object"]),
            ("/entities", ["find_name", "find_text"]),
            ("/entity/heg", ["find_name", "ask_object"]),
            ("/explore/heg", ["find_name", "explore_name"]),
            ("/typed?text=xyz", ["find_name", "typed_text"]),
        ],
    )
    def test_every_field_that_takes_a_name_is_of_one_make(
        self, visitor: FlaskClient, address: str, fields: list[str]
    ) -> None:
        text = visitor.get(address).text
        for field in fields:
            assert f'<div class="combo"><input id="{field}"' in text
        assert text.count("data-suggest") == len(fields)
