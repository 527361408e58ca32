"""What Chromium hands to assistive technology names every body and every relation of three real pictures."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from graph.model import Entity, Relation
from graph.subgraph import Subgraph
from graph.wording import money, sentence
from tests.web.sites import Sites, london
from tests.web.states import State, pressed
from tests.web.visiting import visited

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEDG, LHCP = "health-equity-delivery-group", "london-health-and-care-partnership"
EXPLORED = {
    "the line of HEDG": f"/explore/{HEDG}?up={HEDG}&up=health-equity-group&up=london-health-board",
    "the members of the Partnership": f"/explore/{LHCP}?members={LHCP}",
    "the money of MD3326": "/explore/md3326?money=md3326&money=lhcp-pooled-fund",
}
ANSWERED = {
    "the line of HEDG": "/ask?q=between&subject=HEDG&object=Mayor+of+London",
    "the members of the Partnership": f"/ask?q=members&subject={LHCP}",
    "the money of MD3326": "/ask?q=money&subject=MD3326",
}
DRAWINGS = [
    *(State(f"explorer, {name}", address, pressed("As a drawing")) for name, address in EXPLORED.items()),
    *(State(f"answer, {name}", address) for name, address in ANSWERED.items()),
]
DRAWN = """() => ({
  boxes: [...document.querySelectorAll(".picture svg [data-entity]")].map(one => one.dataset.entity),
  lines: [...document.querySelectorAll(".picture svg [data-relations]")].map(one => one.dataset.relations.split(" ")),
})"""
NAMED = frozenset({"link", "image", "img"})


@pytest.fixture(scope="module")
def data() -> Subgraph:
    return london()


def heard(page: Page, below: str = "") -> list[tuple[str, str]]:
    """The role and name of all that has a name in Chromium's accessibility tree; only below the first of a role."""
    session = page.context.new_cdp_session(page)
    nodes: dict[str, dict[str, Any]] = {
        node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]
    }
    tops = [key for key, node in nodes.items() if not node["ignored"] and node["role"]["value"] == below]
    wanted, waiting = [], tops[:1] if below else list(nodes)[:1]
    while waiting:
        node = nodes.get(waiting.pop(0))
        if node is None:
            continue
        if not node["ignored"] and (name := node.get("name", {}).get("value")):
            wanted.append((node["role"]["value"], name))
        waiting.extend(node.get("childIds", ()))
    return wanted


def called(entity: Entity) -> str:
    return entity.short_name or entity.title


def ends(relation: Relation) -> tuple[str, str]:
    return (relation.lower, relation.upper) if relation.strength else (relation.subject, relation.object)


@pytest.mark.parametrize("state", DRAWINGS, ids=lambda state: state.name)
def test_a_drawing_names_each_body_and_each_line(chromium: Browser, sites: Sites, data: Subgraph, state: State) -> None:
    with visited(chromium, sites.url("london"), state) as (page, _):
        drawn = page.evaluate(DRAWN)
        names = [name for role, name in heard(page, "graphics-document") if role in NAMED]
    assert len(drawn["boxes"]) >= 4
    assert len(drawn["lines"]) >= 3
    for key in drawn["boxes"]:
        assert any(data.entities[key].title in name for name in names), key
    for line in drawn["lines"]:
        first = data.relations[line[0]]
        start, end = (called(data.entities[key]) for key in ends(first))
        # Behind the other end stand how many ties more there are, sums and doubts.
        pattern = re.compile(rf"{re.escape(start)} .* {re.escape(end)}(?:$|, and |: | \()")
        told = [name for name in names if pattern.match(name)]
        assert told, line
        assert all(any(money(amount, first.currency) in name for name in told) for amount in first.amounts), line


@pytest.mark.parametrize("name", EXPLORED)
def test_tree_and_table_name_all_that_the_canvas_draws(
    chromium: Browser, sites: Sites, data: Subgraph, name: str
) -> None:
    with visited(chromium, sites.url("london"), State(name, EXPLORED[name])) as (page, _):
        assert page.locator(".stage canvas").is_visible()
        drawn = page.evaluate(DRAWN)
        names = {name for role, name in heard(page) if role in NAMED}
    for key in drawn["boxes"]:
        assert data.entities[key].title in names, key
    for key in (key for line in drawn["lines"] for key in line):
        relation = data.relations[key]
        assert names & {sentence(relation, data, end) for end in ends(relation)}, key
