"""`changes`: what began, ended, changed or was first attested between two days."""

from collections.abc import Iterable
from typing import Any

import pytest

from graph.answers import Answer
from graph.errors import BadQuestion
from graph.model import Claim
from graph.queries.ask import ask
from graph.queries.changes import changes_among
from graph.queries.options import Options
from graph.rows import Change
from graph.stores import open_store
from tests.worlds import say, world


def asked(claims: Iterable[Claim], at: str, until: str, subject: str = "", **options: Any) -> Answer:
    with open_store("networkx://") as store:
        store.load(world(claims))
        return ask(store, "changes", subject, "", Options(at=at, until=until, **options))


def told(answer: Answer) -> list[tuple[str, str, bool]]:
    """Each change with its first entity, and whether it is a tie's."""
    rows = [row for row in answer.rows if isinstance(row, Change)]
    return [(row.change, row.entities[0].id, bool(row.before or row.after)) for row in rows]


def test_printed_dates_make_a_beginning_and_an_end() -> None:
    claims = [
        say("a", "reports_to", "b", "2010"),
        say("a", "chairs", "b", "2020", start="2015"),
        say("a", "advises", "b", "2020", start="2011", end="2016"),
    ]
    assert told(asked(claims, "2012", "2018", kinds=frozenset({"chairs", "advises"}))) == [
        ("began", "a", True),
        ("ended", "a", True),
    ]
    assert told(asked(claims, "2017", "2018", kinds=frozenset({"chairs", "advises"}))) == []


def test_what_a_document_is_the_first_to_say_is_attested_and_did_not_begin() -> None:
    claims = [say("a", "advises", "b", "2010"), say("a", "reports_to", "b", "2020")]
    for until in ("2020", "2021"):
        assert told(asked(claims, "2015", until)) == [("attested", "a", True)]


def test_another_tie_of_the_same_kind_is_a_change() -> None:
    claims = [
        say("a", "member_of", "b", "2021", role="observer", start="2010", end="2014"),
        say("a", "member_of", "b", "2021", role="member", start="2016"),
    ]
    (row,) = [row for row in asked(claims, "2012", "2018").rows if isinstance(row, Change) and row.before]
    assert (row.change, row.before[0].roles, row.after[0].roles) == ("changed", ("observer",), ("member",))


def test_the_payment_of_a_year_is_not_changed_by_one_without_a_year() -> None:
    claims = [
        say("a", "funds", "b", "2021", year="2019-20", role="grant"),
        say("a", "funds", "b", "2021", role="fee"),
    ]
    assert told(asked(claims, "2019-06", "2021-06")) == [
        ("ended", "a", True),
        ("attested", "a", False),
        ("attested", "b", False),
        ("attested", "a", True),
    ]


def test_entities_begin_end_and_are_first_spoken_of() -> None:
    claims = [
        say("a", "dated", source="2021", start="2015", role="founded"),
        say("b", "dated", source="2010", end="2016"),
        say("c", "described", source="2014"),
        say("d", "described", source="2010"),
    ]
    assert told(asked(claims, "2012", "2018")) == [
        ("began", "a", False),
        ("ended", "b", False),
        ("attested", "c", False),
    ]
    assert told(asked(claims, "2012", "2018", subject="b")) == [("ended", "b", False)]


def test_nothing_is_said_so() -> None:
    answer = asked([say("a", "advises", "b", "2010")], "2012", "2018", subject="a")
    assert answer.summary == "No document in this data tells of any change about A between 2012 and 2018."


@pytest.mark.parametrize(
    ("at", "until", "match"), [("", "2018", "Two days"), ("2018", "", "Two"), ("2018", "2018", "after")]
)
def test_two_days_in_their_order_are_needed(at: str, until: str, match: str) -> None:
    with pytest.raises(BadQuestion, match=match):
        asked([say("a", "advises", "b")], at, until)


def test_what_only_plans_say_was_to_begin_or_end_did_neither() -> None:
    claims = [
        say("a", "advises", "b", "2010"),
        say("a", "chairs", "b", "2012", start="2015", planned="planned"),
        say("b", "chairs", "a", "2010", start="2010", end="2016", planned="planned"),
        say("a", "leads", "b", "2020", start="2015"),
    ]
    answer = asked(claims, "2012", "2018", kinds=frozenset({"chairs", "leads"}))
    assert told(answer) == [("began", "a", True), ("planned", "a", True), ("planned", "b", True)]
    assert answer.summary == (
        "The documents tell of 1 beginning and 2 beginnings or ends that were only planned, between 2012 and 2018."
    )


def test_a_plan_is_no_other_spell_of_a_tie_that_ended() -> None:
    claims = [
        say("a", "member_of", "b", "2021", start="2010", end="2014"),
        say("a", "member_of", "b", "2012", start="2016", planned="planned"),
    ]
    assert told(asked(claims, "2012", "2018", "a", kinds=frozenset({"member_of"}))) == [
        ("ended", "a", True),
        ("planned", "a", True),
    ]


def test_an_entity_of_plans_was_to_begin() -> None:
    claims = [say("a", "dated", source="2012", start="2015", role="founded", planned="planned")]
    answer = asked(claims, "2012", "2018")
    assert [row.sentence for row in answer.rows] == ["A: was to begin in 2015."]
    told_of = "The documents tell of 1 beginning or end that was only planned, between 2012 and 2018."
    assert answer.summary == f"{told_of} Among them: A (planned)."
    later = say("a", "described", source="2010")
    assert [row.sentence for row in asked([*claims, later], "2012", "2018").rows] == [
        "A: was to begin in 2015, last spoken of in a document of 2010."
    ]


def test_of_some_entities_and_ties_the_same_is_told_as_of_all() -> None:
    claims = [
        say("a", "dated", source="2021", start="2015", role="founded"),
        say("a", "member_of", "b", "2021", role="observer", start="2010", end="2014"),
        say("a", "member_of", "b", "2021", role="member", start="2016"),
        say("c", "advises", "b", "2021", start="2016"),
        say("b", "reports_to", "d", "2021"),
    ]
    options = Options(at="2012", until="2022")
    with open_store("networkx://") as store:
        store.load(world(claims))
        part = store.about(["a", "b"])
        every = ask(store, "changes", options=options)
        all_of_it = changes_among(store, part, {*part.entities, *part.relations}, options, 1000)
        members = [one.id for one in part.relations.values() if one.kind == "member_of"]
        some = changes_among(store, part, {"a", members[0]}, options, 1)
    assert told(all_of_it.answer) == told(every)
    assert all_of_it.more == 0
    assert all_of_it.ties == {
        **dict.fromkeys(members, "changed"),
        **{one.id: "began" for one in part.relations.values() if one.kind == "advises"},
        **{one.id: "attested" for one in part.relations.values() if one.kind == "reports_to"},
    }
    assert (some.entities, some.more, len(some.answer.rows)) == ({"a": "began"}, 1, 1)
    assert some.ties == dict.fromkeys(members, "changed")
    assert some.answer.question.until == "2022"
    assert some.answer.truncated is None


def test_what_is_told_of_an_entity_has_its_evidence() -> None:
    claims = [
        say("a", "dated", "", "2010", start="2015", role="founded"),
        say("a", "dated", "", "2020", start="2015", role="founded"),
        say("a", "dated", "", "2020", start="2017", role="closed"),
        say("b", "advises", "a", "2020"),
        say("b", "advises", "a", "2016"),
        say("b", "reports_to", "a", "2016"),
    ]
    for subject in ("", "a"):
        rows = [row for row in asked(claims, "2012", "2018", subject).rows if isinstance(row, Change)]
        behind = {row.entities[0].id: [each.claim for each in row.evidence] for row in rows if row.evidence}
        assert behind == {"a": ["c000", "c001", "c002"]} | ({} if subject else {"b": ["c004"]})
        assert not any(row.evidence for row in rows if row.before or row.after)
