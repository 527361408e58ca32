from decimal import Decimal

from graph.kinds import vocabulary
from graph.model import Claim
from graph.pictures.links import links_of
from graph.pictures.marks import Link
from graph.spans import read_span
from tests.worlds import reports, say, world


def drawn(*claims: Claim) -> tuple[Link, ...]:
    return links_of(world(claims, {"p": "person"}).relations.values(), vocabulary())


def test_a_tie_of_answerability_runs_upwards_and_its_label_reads_so() -> None:
    (link,) = drawn(say("a", "chairs", "b"))
    assert (link.from_box, link.to_box, link.label, link.style) == ("b", "a", "chaired by", "leadership")
    assert link.verbs == ("is chaired by",)


def test_other_ties_run_from_subject_to_object() -> None:
    (link,) = drawn(say("a", "advises", "b"))
    assert (link.from_box, link.to_box, link.label, link.style) == ("a", "b", "advises", "work")


def test_parallel_relations_are_one_line() -> None:
    (link,) = drawn(*reports("ab"), say("b", "oversees", "a"), say("a", "supports", "b"))
    assert link.label == "reports to, overseen by, supports"
    assert link.style == "line"
    assert len(link.relations) == 3


def test_many_parallel_relations_are_counted() -> None:
    payments = [
        say("a", "funds", "b", amount=Decimal(1000 * number), currency="GBP", year=f"202{number}-2{number + 1}")
        for number in range(1, 6)
    ]
    (link,) = drawn(*payments)
    assert link.label == "£1,000 in 2021-22, £2,000 in 2022-23, and 3 more"


def test_a_weaker_tie_does_not_make_a_stronger_one_certain() -> None:
    (link,) = drawn(say("a", "reports_to", "b", planned="planned"), say("b", "oversees", "a"))
    assert (link.style, link.certainty, link.planned) == ("line", "possible", False)


def test_denied_ties_facts_and_ties_to_oneself_are_not_drawn() -> None:
    assert (
        drawn(say("a", "reports_to", "b", stance="contradicts"), say("a", "described"), say("a", "advises", "a")) == ()
    )


def test_marks_stand_in_the_label() -> None:
    (disputed,) = drawn(*reports("ab"), say("a", "reports_to", "b", stance="contradicts", source="2022"))
    assert disputed.disputed
    assert disputed.label_lines == ("reports to", "disputed")
    (planned,) = drawn(*reports("ab", planned="planned"))
    assert planned.label_lines == ("reports to", "planned")
    (undated,) = drawn(*reports("ab", source="undated"))
    assert undated.label_lines == ("reports to", "undated")


def test_members_are_told_by_the_legend_alone() -> None:
    (link,) = drawn(say("p", "member_of", "b"))
    assert (link.label, link.label_lines, link.verbs) == ("", (), ("is a member of",))


def compared(changes: dict[str, str], *claims: Claim) -> tuple[Link, ...]:
    """The lines on a day of 2021; `changes` by the subject and the kind of a relation."""
    relations = world(claims, {"p": "person"}).relations.values()
    happened = {one.id: changes.get(f"{one.subject} {one.kind}", "") for one in relations}
    by_id = {key: change for key, change in happened.items() if change}
    return links_of(relations, vocabulary(), read_span("2021"), by_id)


def test_what_happened_stands_on_the_line_in_place_of_the_doubt() -> None:
    (link,) = compared({"a reports_to": "ended"}, *reports("ab", start="2010", end="2015"))
    assert (link.change, link.certainty) == ("ended", "never")
    assert link.label_lines == ("reports to", "\N{MINUS SIGN} ended")


def test_what_did_not_change_is_told_apart_from_a_picture_of_one_day() -> None:
    (link,) = compared({}, *reports("ab"))
    assert (link.change, link.label_lines) == ("same", ("reports to",))
    assert [link.change for link in drawn(*reports("ab"))] == [""]


def test_of_a_bundle_it_is_said_which_tie_changed() -> None:
    (link,) = compared({"a advises": "began"}, *reports("ab"), say("a", "advises", "b"))
    assert (link.change, link.label_lines[-1]) == ("began", "+ began: advises")
    many = [say("a", "funds", "b", year=f"202{number}-2{number + 1}") for number in range(5)]
    (line,) = compared({"a advises": "attested"}, *many, say("a", "advises", "b"))
    assert " ".join(line.label_lines).endswith("* first documented (1 of 6)")


def test_a_plan_is_not_said_to_have_begun() -> None:
    (link,) = compared({"a reports_to": "planned"}, *reports("ab", planned="planned", start="2020"))
    assert " ".join(link.label_lines) == "reports to planned ~ planned to begin or end"
