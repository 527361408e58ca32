"""Names, dates and ties in words that can be read aloud."""

from decimal import Decimal

import pytest

from graph.model import Claim, Entity
from graph.wording import (
    capital,
    dates_words,
    ended,
    in_text,
    listing,
    money,
    predicate,
    pronoun,
    sentence,
    what_words,
    with_article,
)
from tests.worlds import london, only, reports, say, world


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("London Health Board", "the London Health Board"),
        ("Health Equity Group", "the Health Equity Group"),
        ("Mayor of London", "the Mayor of London"),
        ("Department of Health and Social Care", "the Department of Health and Social Care"),
        ("Greater London Authority", "the Greater London Authority"),
        ("London Health and Care Partnership", "the London Health and Care Partnership"),
        ("NHS England", "NHS England"),
        ("NHS North Central London ICB", "NHS North Central London ICB"),
        ("HM Treasury", "HM Treasury"),
        ("Sadiq Khan", "Sadiq Khan"),
        ("Thrive LDN", "Thrive LDN"),
        ("London\u2019s boroughs", "London\u2019s boroughs"),
        ("the Mayor", "the Mayor"),
        ("The King's Fund", "The King's Fund"),
        ("Camden", "Camden"),
        ("Board", "Board"),
    ],
)
def test_names_have_the_article_that_english_puts(name: str, words: str) -> None:
    assert with_article(name) == words


def test_an_entity_stands_in_a_text_by_its_full_name() -> None:
    assert in_text(Entity("x", "board", "Full Board", "FB")) == "the Full Board"


def test_a_capital_is_put_on_the_first_letter_alone() -> None:
    assert [capital(text) for text in ("", "a", "the NHS", "\u00e9t\u00e9")] == ["", "A", "The NHS", "\u00c9t\u00e9"]


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_listing_is_read_aloud(parts: list[str], words: str) -> None:
    assert listing(parts) == words
    assert listing(iter(parts)) == words


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("150000", "GBP", "\u00a3150,000"),
        ("150000.50", "GBP", "\u00a3150,000.50"),
        ("1234.5", "EUR", "EUR 1,234.5"),
        ("33", "", "33"),
    ],
)
def test_money_is_grouped(amount: str, currency: str, words: str) -> None:
    assert money(Decimal(amount), currency) == words


@pytest.mark.parametrize(
    ("relation", "from_id", "words"),
    [
        ("heg.reports_to.lhb", "heg", "The Health Equity Group reports to the London Health Board."),
        ("heg.reports_to.lhb", "lhb", "The London Health Board is reported to by the Health Equity Group."),
        (
            "assembly.scrutinises.mayor",
            "assembly",
            "The London Assembly scrutinises the Mayor of London (for the annual report).",
        ),
        ("khan.holds_post.mayor@2016-05-09", "khan", "Sadiq Khan holds the post of the Mayor of London."),
    ],
)
def test_a_tie_is_a_sentence_from_either_end(relation: str, from_id: str, words: str) -> None:
    graph = london()
    assert sentence(graph.relations[relation], graph, from_id) == words


def _sentence(*claims: Claim) -> str:
    graph = world(claims)
    return sentence(only(graph), graph, "a")


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (say("a", "reports_to", "b", planned="planned"), "It is planned that A reports to B."),
        (say("a", "reports_to", "b", stance="contradicts"), "It is denied that A reports to B."),
        (say("a", "established", "b", planned="planned"), "It is planned that A establishes B."),
        (say("b", "established", "a", planned="planned"), "It is planned that A is established by B."),
        (say("a", "established", "b"), "A established B."),
        (say("a", "signed", "b", planned="planned"), "It is planned that A signs B."),
        (say("a", "reports_to", "b", via=("v", "w")), "A reports to B through V and W."),
        (say("a", "member_of", "b", role="chair"), "A is a member of B (as chair)."),
        (
            say("a", "funds", "b", amount=Decimal(150000), currency="GBP", year="2024-25"),
            "A funds B (\u00a3150,000) in 2024-25.",
        ),
        (say("a", "reports_to", "b", scope="prevention"), "A reports to B (for prevention)."),
    ],
)
def test_what_is_said_of_a_tie(claim: Claim, words: str) -> None:
    assert _sentence(claim) == words


def test_a_tie_goes_on_without_its_first_name() -> None:
    graph = london()
    relation = graph.relations["heg.reports_to.lhb"]
    assert predicate(relation, graph, "heg") == "reports to the London Health Board"
    assert pronoun(graph.entities["heg"], relation) == "which"
    assert pronoun(graph.entities["khan"], relation) == "who"
    assert pronoun(graph.entities["mayor"], relation) == "who"
    assert pronoun(graph.entities["mayor"], graph.relations["khan.holds_post.mayor@2016-05-09"]) == "which"


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([say("a", "reports_to", "b", "2021")], "stated 2021"),
        (
            reports("ab", source="2021") + reports("ab", source="March 2023"),
            "first stated 2021, last confirmed March 2023",
        ),
        ([say("a", "reports_to", "b", "2021", start="2015")], "from 2015, last confirmed 2021"),
        ([say("a", "reports_to", "b", "2021", end="2015")], "until 2015, first stated 2021"),
        ([say("a", "reports_to", "b", "2021", start="2015", end="May 2020")], "from 2015, until May 2020"),
        ([say("a", "reports_to", "b", "undated")], "no day is known"),
        ([say("a", "reports_to", "b", "undated", start="2015")], "from 2015"),
        (reports("ab", start="2015") + reports("ab", start="2016"), "from 2015 or 2016, last confirmed 2021"),
        ([say("a", "reports_to", "b", "2021", start="since 2015")], "from 2015, last confirmed 2021"),
        ([say("a", "reports_to", "b", "2021", start="Since 2015")], "from 2015, last confirmed 2021"),
        ([say("a", "reports_to", "b", "2021", start="in 2015")], "from 2015, last confirmed 2021"),
        ([say("a", "reports_to", "b", "2021", end="up to 2015")], "until 2015, first stated 2021"),
        ([say("a", "funds", "b", "2021", year="2020-21")], "in the financial year 2020-21"),
        (reports("ab", source="2021") + reports("ab", source="2023", stance="contradicts"), "stated 2021"),
        (reports("ab", source="2021", planned="planned", start="2030") + reports("ab", source="2023"), "stated 2023"),
    ],
)
def test_when_a_tie_held(claims: list[Claim], words: str) -> None:
    graph = world(claims)
    relation = next(iter(graph.relations.values()))
    if len(graph.relations) > 1:
        relation = graph.relations["a.reports_to.b"]
    assert dates_words(relation, graph) == words


def test_several_establish_what_is_planned() -> None:
    graph = world([say("a", "established", "b", planned="planned")], kinds={"a": "collective"})
    assert sentence(only(graph), graph, "a") == "It is planned that A establish B."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("established", "What did A establish"),
        ("delivers", "What does A deliver"),
        ("member_of", "What is A a member of"),
    ],
)
def test_what_somebody_is_tied_to_is_asked_in_english(kind: str, words: str) -> None:
    assert what_words("A", [kind]) == words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("the health sector", "The health sector is a member of B."),
        ("London's NHS", "London's NHS is a member of B."),
        ("voluntary sector organisations", "Voluntary sector organisations are members of B."),
    ],
)
def test_a_verb_follows_the_number_of_a_collective_s_name(name: str, said: str) -> None:
    several = Entity(id="a", kind="collective", name=name)
    graph = world([say("a", "member_of", "b")], entities=[several])
    assert sentence(only(graph), graph, "a") == said


@pytest.mark.parametrize(
    ("text", "told"),
    [("Who sits on it", "Who sits on it."), ("Who sits on it?", "Who sits on it?"), ("Yes.", "Yes.")],
)
def test_a_title_ends_with_a_sign_before_a_sentence_follows_it(text: str, told: str) -> None:
    assert ended(text) == told
