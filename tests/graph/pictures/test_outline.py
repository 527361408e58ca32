from collections.abc import Iterable, Iterator
from itertools import pairwise

from graph.answers import Answer, Question, Route, Step
from graph.pictures.outline import Branch, outline_of
from graph.told import Dates, Tie

UNKNOWN = Dates(earliest_start=None, latest_start=None, earliest_end=None, latest_end=None, words="in 2021")


def step(pair: str) -> Step:
    tie = Tie(
        id=pair, kind="reports_to", sentence=f"{pair[0]} reports to {pair[1]}.", state="single source", strength="line",
        certainty="certain", dates=UNKNOWN,
        roles=(), scopes=(), sources=(),
    )  # fmt: skip
    return Step(
        from_id=pair[0], to_id=pair[1], from_name=pair[0].upper(), to_name=pair[1].upper(), kind=tie.kind,
        sentence=tie.sentence, relations=(tie,),
    )  # fmt: skip


def answer(ask: str, subject: str, routes: Iterable[str]) -> Answer:
    return Answer(
        question=Question(ask=ask, subject=subject, subject_name=subject.upper()),
        verdict="yes",
        summary="",
        routes=tuple(
            Route(
                strength="line", firm=True, certainty="certain", sentence="",
                steps=tuple(step(a + b) for a, b in pairwise(route)),
            )
            for route in routes
        ),
    )  # fmt: skip


def walk(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from walk(branch.children)


def shape(branch: Branch) -> str:
    inner = "".join(shape(child) for child in branch.children)
    return branch.entity + ("*" if branch.repeated else "") + (f"({inner})" if inner else "")


def test_no_route_no_tree() -> None:
    assert outline_of(answer("up", "a", [])) == ()


def test_up_leads_to_whom_one_answers() -> None:
    (root,) = outline_of(answer("up", "a", ["ab", "abc", "ad"]))
    assert shape(root) == "a(b(c)d)"
    assert (root.name, root.sentence) == ("A", "")
    below = root.children[0]
    assert (below.sentence, below.dates, below.certainty, below.state) == (
        "a reports to b.",
        "in 2021",
        "certain",
        "single source",
    )


def test_down_leads_to_who_answers() -> None:
    (root,) = outline_of(answer("down", "c", ["bc", "abc", "dc"]))
    assert shape(root) == "c(b(a)d)"
    assert root.children[0].children[0].sentence == "a reports to b."


def test_between_shows_every_route() -> None:
    (root,) = outline_of(answer("between", "a", ["abz", "acz"]))
    assert shape(root) == "a(b(z)c(z))"


def test_an_entity_with_two_parents_stands_twice_and_opens_once() -> None:
    (root,) = outline_of(answer("down", "a", ["ba", "ca", "dba", "dca", "edba"]))
    assert shape(root) == "a(b(d(e))c(d*))"
    twice = [branch for branch in walk([root]) if branch.entity == "d"]
    assert [branch.also_under for branch in twice] == [("C",), ("B",)]
    assert [branch.also_under for branch in walk([root]) if branch.entity != "d"] == [(), (), (), ()]


def test_it_opens_where_it_is_nearest_to_the_root() -> None:
    (root,) = outline_of(answer("up", "a", ["abcx", "acx"]))
    assert shape(root) == "a(b(c*)c(x))"


def test_circles_end() -> None:
    (root,) = outline_of(answer("up", "a", ["abc", "bca", "cab"]))
    assert shape(root) == "a(b(c(a*)))"
