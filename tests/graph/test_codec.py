"""What goes in comes out, and equal graphs give equal bytes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import codec
from graph.model import Bounds, Claim, Entity, Lifetime, Relation, Source, State, Strength
from graph.spans import FIRST_DAY, LAST_DAY, Span
from graph.subgraph import Subgraph
from tests.worlds import london, reports, world

T = TypeVar("T")
TEXT = st.text(max_size=8)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
EXTRA = st.dictionaries(TEXT, TEXT, max_size=2)
DAYS = st.one_of(st.dates(), st.sampled_from([FIRST_DAY, LAST_DAY]))
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False)
SPANS = st.builds(Span, DAYS, DAYS)
SOURCES = st.builds(Source, *([TEXT] * 8), EXTRA)
ENTITIES = st.builds(Entity, TEXT, TEXT, TEXT, TEXT, TEXTS, TEXTS, TEXT, EXTRA)
CLAIMS = st.builds(
    Claim, id=TEXT, subject=TEXT, kind=TEXT, object=TEXT, role=TEXT, via=TEXTS, amount=st.none() | AMOUNTS,
    decision=TEXTS, budget=TEXTS, says=TEXT, extra=EXTRA,
)  # fmt: skip
RELATIONS = st.builds(
    Relation, id=TEXT, kind=TEXT, subject=TEXT, object=TEXT, state=st.sampled_from(State),
    bounds=st.builds(Bounds, DAYS, DAYS, DAYS, DAYS), strength=st.none() | st.sampled_from(Strength), roles=TEXTS,
    amounts=st.lists(AMOUNTS, max_size=2).map(tuple), claims=TEXTS, not_before=DAYS, over_from=DAYS,
)  # fmt: skip
LIVES = st.builds(
    Lifetime, st.none() | DAYS, st.none() | DAYS, st.none() | SPANS, st.none() | SPANS, TEXTS, TEXTS, st.booleans()
)


def _table(records: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(TEXT, records, max_size=2).map(lambda table: dict(sorted(table.items())))


GRAPHS = st.builds(Subgraph, _table(SOURCES), _table(ENTITIES), _table(CLAIMS), _table(RELATIONS), _table(LIVES))


@given(GRAPHS)
@settings(max_examples=60)
def test_what_goes_in_comes_out(graph: Subgraph) -> None:
    text = codec.encode(graph)
    back = codec.decode(text)
    assert back == graph
    assert codec.encode(back) == text
    assert codec.version(back) == codec.version(graph)


def test_the_types_come_out_too() -> None:
    relation = next(iter(codec.decode(codec.encode(london())).relations.values()))
    assert isinstance(relation.state, State)
    assert isinstance(relation.bounds.earliest_start, date)
    count = codec.decode(codec.encode(london())).claims["c009"]
    assert isinstance(count.amount, Decimal)


def _reversed(table: Mapping[str, T]) -> dict[str, T]:
    return dict(reversed(list(table.items())))


def test_the_order_in_which_tables_were_filled_does_not_show() -> None:
    graph = london()
    other = Subgraph(
        _reversed(graph.sources),
        _reversed(graph.entities),
        _reversed(graph.claims),
        _reversed(graph.relations),
        _reversed(graph.lifetimes),
    )
    assert other == graph
    assert codec.encode(other) == codec.encode(graph)


def test_an_amount_keeps_the_digits_that_were_typed() -> None:
    for text in ("3", "3.00"):
        decoded = codec.decode(codec.encode(world(reports("ab", amount=Decimal(text)))))
        assert [str(claim.amount) for claim in decoded.claims.values()] == [text]


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"3", b'{"entities": 3}', b"\xff", b'{"claims": {"c": {"id": 1}}}'])
def test_what_is_no_graph_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        codec.decode(text)


def test_the_version_is_twelve_digits_of_what_was_typed_in() -> None:
    version = codec.version(london())
    assert len(version) == 12
    assert set(version) <= set("0123456789abcdef")
    graph = world(reports("ab"))
    derived = Subgraph(graph.sources, graph.entities, graph.claims)
    assert codec.version(derived) == codec.version(graph), "relations are not typed in"
    assert codec.version(world(reports("ab", note="x"))) != codec.version(graph)


def test_an_empty_graph_has_no_version() -> None:
    assert codec.version(Subgraph()) == ""
