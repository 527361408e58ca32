"""The vocabulary holds what `model.md` lists, and is wrong in no cell."""

import re

import pytest

from graph.kinds import read_vocabulary, vocabulary
from graph.model import Strength

# As the table of section 2 says it: kinds at least, and which end answers.
STRENGTHS = {
    "reports_to": (Strength.LINE, "subject"),
    "accountable_to": (Strength.LINE, "subject"),
    "subgroup_of": (Strength.LINE, "subject"),
    "oversees": (Strength.OVERSIGHT, "object"),
    "scrutinises": (Strength.OVERSIGHT, "object"),
    "regulates": (Strength.OVERSIGHT, "object"),
    "chairs": (Strength.LEADERSHIP, "object"),
    "co_chairs": (Strength.LEADERSHIP, "object"),
    "leads": (Strength.LEADERSHIP, "object"),
    "holds_post": (Strength.LEADERSHIP, "object"),
}
NOBODY = [
    "member_of", "represents", "contributes_through", "party_to", "signed", "located_in", "funds", "approves",
    "budgeted_from", "commissions", "advises", "supports", "delivers", "campaigns_for", "established", "published",
    "empowers", "succeeds", "possibly_same_as", "accountable_for", "reports_on", "dated", "counted", "figure", "listed",
    "described",
]  # fmt: skip
FACTS = {"dated", "counted", "figure", "listed", "described"}


@pytest.mark.parametrize("name", STRENGTHS)
def test_a_kind_has_its_strength_and_its_direction(name: str) -> None:
    kind = vocabulary().relations[name]
    assert (kind.strength, kind.answers) == STRENGTHS[name]


@pytest.mark.parametrize("name", NOBODY)
def test_other_kinds_answer_to_nobody(name: str) -> None:
    kind = vocabulary().relations[name]
    assert (kind.strength, kind.answers, kind.carries) == (None, "", frozenset())


def test_the_model_names_every_kind() -> None:
    assert vocabulary().relations.keys() == {*STRENGTHS, *NOBODY, "part_of"}


def test_part_of_carries_for_programmes_and_units() -> None:
    kind = vocabulary().relations["part_of"]
    assert (kind.strength, kind.answers, kind.carries) == (None, "subject", frozenset({"programme", "unit"}))


def test_facts_have_no_object_and_all_else_has() -> None:
    assert {kind.name for kind in vocabulary().relations.values() if kind.is_fact} == FACTS


def test_no_plan_or_law_is_the_subject_of_a_line_nor_oversees() -> None:
    words = vocabulary()
    for kind in words.relations.values():
        if kind.strength in (Strength.LINE, Strength.OVERSIGHT):
            for instrument in ("plan", "law", "strategy", "instrument"):
                assert not words.allows(instrument, kind.subjects), kind.name
    assert words.allows("law", words.relations["empowers"].subjects)
    assert words.allows("plan", words.relations["oversees"].objects)


def test_a_person_answers_to_nobody() -> None:
    for kind in vocabulary().relations.values():
        if kind.strength is not None:
            lower = kind.subjects if kind.answers == "subject" else kind.objects
            if kind.strength == Strength.LINE:
                assert not vocabulary().allows("person", lower), kind.name


def test_narrow_kinds_may_stand_where_their_broad_kind_may() -> None:
    words = vocabulary()
    assert words.broad("board") == "body"
    assert words.broad("body") == "body"
    assert words.broad("nothing") == ""
    assert words.allows("board", frozenset({"body"}))
    assert not words.allows("body", frozenset({"board"}))
    assert words.allows("nothing", frozenset({"any"}))
    assert not words.allows("nothing", frozenset({"body"}))


def test_money_is_told_apart_by_purpose_decision_budget_and_year() -> None:
    money = [kind for kind in vocabulary().relations.values() if kind.family == "money"]
    assert {kind.name for kind in money} == {"funds", "approves", "budgeted_from", "commissions"}
    assert all(kind.key == ("role", "decision", "budget", "year") for kind in money)


def test_facts_are_told_apart_by_role_and_scope_and_nothing_else_is() -> None:
    for kind in vocabulary().relations.values():
        if kind.family != "money":
            assert kind.key == (("role", "scope") if kind.is_fact else ()), kind.name


def test_every_kind_has_its_words_its_mapping_and_an_example() -> None:
    for kind in vocabulary().relations.values():
        assert kind.says, kind.name
        assert bool(kind.reverse) != kind.is_fact, kind.name
        assert re.fullmatch(r"(org|dcterms|skos|prov):[A-Za-z]+", kind.org), kind.name
        assert kind.example, kind.name


def test_the_vocabulary_is_read_once() -> None:
    assert vocabulary() is vocabulary()


ENTITIES = {"body": {"label": "body", "plural": "bodies", "shape": "rectangle"}}
RELATION = {
    "from": ["body"], "to": ["body"], "says": "s", "reverse": "r", "strength": "line", "org": "o", "example": "e",
}  # fmt: skip


def test_an_unknown_kind_in_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="ghost"):
        read_vocabulary({"entities": ENTITIES, "relations": {"knows": {**RELATION, "to": ["ghost"]}}})
    narrow = {"label": "n", "plural": "ns", "shape": "s", "broader": "ghost"}
    with pytest.raises(ValueError, match="ghost"):
        read_vocabulary({"entities": {**ENTITIES, "narrow": narrow}, "relations": {}})


def test_a_missing_word_in_a_table_is_refused_as_a_value_error() -> None:
    for word in ("says", "reverse", "strength", "org", "example"):
        row = {key: value for key, value in RELATION.items() if key != word}
        with pytest.raises(ValueError, match=word):
            read_vocabulary({"entities": ENTITIES, "relations": {"knows": row}})
