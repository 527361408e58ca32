import json
import shlex
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from graph.answers import json_schema
from graph.queries.ask import QUESTIONS
from loaders import load
from tests.web.conftest import fill
from tests.web.small_tables import ENTITIES, write_tables
from web import create_app
from web.api import ROUTES
from web.cli import cli
from web.config import Settings


@pytest.fixture
def client(kept: Settings, tmp_path: Path) -> FlaskClient:
    """Somebody who asks an app that serves the small tables."""
    take_in(kept, write_tables(tmp_path / "tables"))
    return create_app(kept).test_client()


def take_in(kept: Settings, folder: Path) -> None:
    graph = load(folder).graph
    assert graph is not None
    fill(kept, graph)


class TestTyped:
    def test_a_question_is_understood_and_its_address_answers_it(self, client: FlaskClient) -> None:
        found = client.get("/api/v1/typed", query_string={"text": "who chairs the London Health Board in 2021"}).json
        assert found is not None
        assert found["nearest"] == []
        assert found["understood"]["words"].startswith("Who chairs or co-chairs the London Health Board in 2021?")
        answer = client.get(found["understood"]["address"]).json
        assert answer is not None
        assert (answer["question"]["ask"], answer["question"]["at"]) == ("members", "2021")

    def test_what_is_not_understood_is_asked_back(self, client: FlaskClient) -> None:
        found = client.get("/api/v1/typed", query_string={"text": "who governs the London Health Board"}).json
        assert found is not None
        assert found["understood"] is None
        assert "governs" in found["reason"]
        assert all(client.get(near["address"]).status_code == 200 for near in found["nearest"])


class TestAsk:
    @pytest.mark.parametrize(
        ("query", "arguments"),
        [
            ("up?subject=HEDG", "up HEDG"),
            ("down?subject=London+Health+Board&at=2021", "down 'London Health Board' --at 2021"),
            (
                "between?subject=hedg&object=the+mayor&lens=oversight&steps=2&same=1&seconds=9.5",
                "between hedg 'the mayor' --lens oversight --steps 2 --same --seconds 9.5",
            ),
            (
                "between?subject=HEDG&object=Khan&kind=chairs&kind=reports_to&source=plan&hops=3&routes=7",
                "between HEDG khan --kind chairs --kind reports_to --source plan --hops 3 --routes 7",
            ),
        ],
    )
    def test_gives_the_bytes_of_the_command_line(
        self, client: FlaskClient, kept: Settings, query: str, arguments: str
    ) -> None:
        response = client.get(f"/api/v1/ask/{query}")
        assert response.status_code == 200, response.text
        assert response.mimetype == "application/json"
        printed = CliRunner(env={"NEO4J_PASSWORD": kept.password}).invoke(
            cli, ["ask", *shlex.split(arguments), "--json", "--store", kept.store]
        )
        assert response.data == printed.stdout_bytes

    def test_fits_the_published_schema(self, client: FlaskClient) -> None:
        response = client.get("/api/v1/schema")
        assert response.mimetype == "application/schema+json"
        schema = json.loads(response.data)
        assert schema == json.loads(json.dumps(json_schema()))
        for query in ("between?subject=HEDG&object=khan", "down?subject=khan", "up?subject=assembly"):
            jsonschema.validate(client.get(f"/api/v1/ask/{query}").json, schema)

    def test_serves_a_load_that_ended_meanwhile(self, client: FlaskClient, kept: Settings, tmp_path: Path) -> None:
        before = client.get("/api/v1/ask/up?subject=HEDG").json
        take_in(kept, write_tables(tmp_path / "more", entities=f"{ENTITIES}new,board,A New Board,,\n"))
        after = client.get("/api/v1/ask/up?subject=A+New+Board").json
        assert before is not None
        assert after is not None
        assert before["data_version"] != after["data_version"]


class TestEntities:
    def test_suggests_what_may_be_meant(self, client: FlaskClient) -> None:
        found = client.get("/api/v1/entities?text=hea&limit=2").json
        assert found is not None
        assert [(entity["id"], entity["matched"]) for entity in found["entities"]] == [
            ("heg", "Health Equity Group"),
            ("hedg", "Health Equity Delivery Group"),
        ]

    def test_suggests_nothing_where_nothing_fits(self, client: FlaskClient) -> None:
        found = client.get("/api/v1/entities?text=zzzzz").json
        assert found is not None
        assert found["entities"] == []

    def test_gives_an_entity_with_its_ties_read_from_it(self, client: FlaskClient) -> None:
        found = client.get("/api/v1/entity/lhb").json
        assert found is not None
        assert found["entity"]["name"] == "London Health Board"
        assert [(tie["to"], tie["kind"]) for tie in found["ties"]] == [
            ("boroughs", "member_of"),
            ("heg", "reports_to"),
            ("mayor", "chairs"),
        ]
        chaired = found["ties"][2]["relations"][0]
        assert chaired["sentence"] == "The London Health Board is chaired by the Mayor of London."
        assert [evidence["claim"] for evidence in chaired["sources"]] == ["c-3", "c-4"]
        assert found["facts"] == []

    def test_tells_facts_apart(self, kept: Settings, tmp_path: Path) -> None:
        claims = (
            "id,subject,kind,object,start,source,locator,status,says\nf-1,lhb,dated,,2015,plan,ch. 1,stated,Begun.\n"
        )
        take_in(kept, write_tables(tmp_path / "facts", claims=claims))
        found = create_app(kept).test_client().get("/api/v1/entity/lhb").json
        assert found is not None
        assert [fact["kind"] for fact in found["facts"]] == ["dated"]
        assert found["ties"] == []


def test_gives_a_source_with_what_rests_on_it(client: FlaskClient) -> None:
    found = client.get("/api/v1/source/page").json
    assert found is not None
    assert found["source"]["title"] == "The page of the Board"
    assert [(tie["from"], tie["kind"], tie["to"]) for tie in found["ties"]] == [
        ("assembly", "scrutinises", "mayor"),
        ("boroughs", "member_of", "lhb"),
        ("mayor", "chairs", "lhb"),
    ]


def test_the_index_names_every_route(client: FlaskClient) -> None:
    found = client.get("/api/v1/").json
    assert found is not None
    assert found["routes"] == ROUTES
    assert set(found["questions"]) == set(QUESTIONS)
    rules = {rule.rule for rule in client.application.url_map.iter_rules() if rule.endpoint.startswith("api.")}
    plain = {route.partition("?")[0] for route in ROUTES}
    assert {rule.replace("<entity>", "<id>").replace("<source>", "<id>") for rule in rules} == plain


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("ask/sideways?subject=HEDG", 400, "sideways"),
        ("ask/up", 400, "missing"),
        ("ask/up?subject=nobody", 404, "nobody"),
        ("ask/up?subject=Health+Equity", 404, "Health Equity Group"),
        ("ask/up?subject=HEDG&object=LHB", 400, "one name"),
        ("ask/between?subject=HEDG&object=hedg", 400, "both sides"),
        ("ask/up?subject=HEDG&at=2021-02-30", 400, "2021-02-30"),
        ("ask/up?subject=HEDG&lens=money", 400, "lens"),
        ("ask/up?subject=HEDG&kind=likes", 400, "likes"),
        ("ask/up?subject=HEDG&source=gossip", 404, "gossip"),
        ("ask/up?subject=HEDG&steps=0", 400, "steps"),
        ("ask/up?subject=HEDG&hops=31", 400, "hops"),
        ("ask/up?subject=HEDG&routes=101", 400, "routes"),
        ("ask/up?subject=HEDG&seconds=11", 400, "seconds"),
        ("ask/up?subject=HEDG&seconds=nan", 400, "seconds"),
        ("ask/up?subject=HEDG&seconds=0", 400, "seconds"),
        ("ask/up?subject=HEDG&same=perhaps", 400, "same"),
        ("ask/up?subject=HEDG&subject=LHB", 400, "subject"),
        ("ask/up?subject=HEDG&q=down", 400, "q"),
        ("ask/up?subject=HEDG&lense=line", 400, "lense"),
        (f"ask/up?subject={'x' * 201}", 400, "subject"),
        ("ask/up?subject=%00", 400, "subject"),
        ("ask/up?subject=%ff%fe", 404, ""),
        ("entities", 400, "text"),
        ("entities?text=hea&limit=51", 400, "limit"),
        ("entity/nobody", 404, "nobody"),
        ("entity/%00", 404, ""),
        ("entity/lhb?at=2021", 400, "at"),
        ("source/gossip", 404, "gossip"),
        ("schema?x=1", 400, "x"),
        ("nothing", 404, ""),
    ],
)
def test_every_error_has_the_one_shape(client: FlaskClient, path: str, status: int, says: str) -> None:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == status, response.text
    assert response.json is not None
    assert response.json["ok"] is False
    assert response.json["status"] == status
    assert response.json["error"] in response.json["errors"]
    assert says in response.json["error"]


def test_only_reading_is_answered(client: FlaskClient) -> None:
    response = client.post("/api/v1/ask/up?subject=HEDG")
    assert response.status_code == 405
    assert response.json is not None
    assert response.json["status"] == 405


def test_an_empty_store_says_how_to_fill_it(empty: Settings) -> None:
    client = create_app(empty).test_client()
    for path in ("ask/up?subject=HEDG", "entities?text=hea", "entity/lhb", "source/plan"):
        response = client.get(f"/api/v1/{path}")
        assert response.status_code == 503
        assert "govgraph load" in response.text


def test_a_store_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "damaged.json").write_text("{", encoding="utf-8")
    client = create_app(Settings(store=f"networkx:{tmp_path / 'damaged.json'}")).test_client()
    assert client.get("/api/v1/ask/up?subject=HEDG").status_code == 503
