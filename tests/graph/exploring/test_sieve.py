import pytest

from graph.exploring.sieve import EVERYTHING, Sieve, Sifting
from graph.model import Strength
from graph.spans import ANY_DAY, Span, read_span
from tests.worlds import say, world

PART = world(
    [
        say("stated", "reports_to", "hub", "2021"),
        say("late", "reports_to", "hub", "2024", start="2023"),
        say("implied", "reports_to", "hub", status="implied"),
        say("planned", "reports_to", "hub", planned="planned"),
        say("disputed", "reports_to", "hub", "2021"),
        say("disputed", "reports_to", "hub", "2024", stance="contradicts"),
        say("hub", "oversees", "seen", "2024"),
        say("head", "chairs", "hub"),
        say("member", "member_of", "hub"),
        say("undated", "reports_to", "hub", "undated-paper"),
    ],
    kinds={"seen": "programme", "head": "person", "member": "charity"},
)


def let_through(sieve: Sieve, window: Span = ANY_DAY) -> set[str]:
    sifting = Sifting(sieve, window, "hub")
    passing = sifting.sifted(PART.relations.values(), PART.entities)
    return {end for relation in passing for end in (relation.subject, relation.object)} - {"hub"}


EVERYBODY = set(PART.entities) - {"hub"}


@pytest.mark.parametrize(
    ("sieve", "kept_out"),
    [
        (EVERYTHING, set()),
        (Sieve(lens=Strength.LEADERSHIP), set()),
        (Sieve(lens=Strength.OVERSIGHT), {"head"}),
        (Sieve(lens=Strength.LINE), {"head", "seen"}),
        (Sieve(sure="implied"), {"planned", "disputed"}),
        (Sieve(sure="possible"), {"planned", "disputed", "implied"}),
        (Sieve(sure="firm"), {"planned", "disputed", "implied", "undated"}),
        (Sieve(kinds=frozenset({"chairs", "member_of"})), EVERYBODY - {"head", "member"}),
        (Sieve(entities=frozenset({"person"})), EVERYBODY - {"head"}),
        (Sieve(sources=frozenset({"2024"})), EVERYBODY - {"late", "seen"}),
        (Sieve(lens=Strength.LINE, sources=frozenset({"2024"})), EVERYBODY - {"late"}),
    ],
)
def test_each_filter_keeps_out_what_it_names(sieve: Sieve, kept_out: set[str]) -> None:
    assert let_through(sieve) == EVERYBODY - kept_out


def test_a_broad_kind_of_entity_stands_for_its_narrower_ones() -> None:
    assert Sieve(entities=frozenset({"body"})).shows("charity")
    assert not Sieve(entities=frozenset({"charity"})).shows("body")


def test_the_focus_passes_whatever_its_kind() -> None:
    assert let_through(Sieve(entities=frozenset({"charity"}))) == {"member"}


def test_what_is_firm_is_certain_on_the_days_asked_about() -> None:
    assert "late" in let_through(Sieve(sure="firm"), read_span("2024"))
    assert "late" not in let_through(Sieve(sure="firm"), read_span("2021"))
    assert "late" in let_through(Sieve(sure="possible"), read_span("2021"))


def test_what_has_no_day_is_on_no_day() -> None:
    undated = next(one for one in PART.relations.values() if one.subject == "undated")
    assert Sifting(EVERYTHING, ANY_DAY, "hub").on_days(undated)
    assert not Sifting(EVERYTHING, read_span("2021"), "hub").on_days(undated)
