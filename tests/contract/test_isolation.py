"""Reading changes nothing, and what is read stays as it was read."""

from graph import codec
from graph.queries.ask import QUESTIONS, ask
from graph.queries.options import Options
from graph.store import Store
from graph.walks import Ties, Walk
from tests.worlds import LEADERSHIP, london, reports, walk, world


def _everything(store: Store) -> list[object]:
    """All that can be read, in one list."""
    ids = list(london().entities)
    ties = Ties(LEADERSHIP)
    return [
        store.version(),
        store.read(),
        store.entities(),
        store.sources(),
        store.said_by("2021-12"),
        store.days(ties, 5),
        *(store.about([entity]) for entity in ids),
        *(store.about(ids, among=among) for among in (False, True)),
        *(store.shortest(walk(entity, ties=ties, down=down)) for entity in ids for down in (False, True)),
        *(store.exactly(Walk(ties, "hedg", "lhb"), steps) for steps in (1, 2)),
        store.names().resolve("LHB"),
        store.of_kinds({"chairs", "dated"}),
        *(ask(store, name, "heg") for name in ("members", "seats", "shared", "money", "gaps", "profile")),
        ask(store, "changes", options=Options(at="2020", until="2025")),
        ask(store, "list", options=Options(kinds=frozenset({"board"}))),
        *(
            ask(store, name, "hedg", "lhb" if kind.takes_object else "", Options(LEADERSHIP))
            for name, kind in QUESTIONS.items()
            if kind.chains
        ),
    ]


def test_reading_changes_nothing(store: Store) -> None:
    store.load(london())
    before = codec.encode(store.read())
    first = _everything(store)
    assert _everything(store) == first
    assert codec.encode(store.read()) == before
    assert store.load(london()) is False


def test_what_was_read_stays_when_the_store_is_loaded_anew(store: Store) -> None:
    store.load(london())
    read, part, names = store.read(), store.about(["heg"]), store.names()
    store.load(world(reports("ab")))
    assert read == london()
    assert list(part.entities) == ["hedg", "heg", "lhb"]
    assert names.resolve("LHB").id == "lhb"


def test_loading_leaves_the_graph_that_is_loaded_alone(store: Store) -> None:
    graph = london()
    store.load(graph)
    assert graph == london()
    assert codec.encode(graph) == codec.encode(london())
