"""The few fixed words of the screens: verdicts, strengths, certainties and states as people say them."""

from collections.abc import Mapping, Sequence

import msgspec

from graph.answers import Answer, Question, Route
from graph.kinds import vocabulary
from graph.model import Relation
from graph.queries.verdicts import heading
from graph.spans import read_span
from graph.store import Store
from graph.told import Tie
from graph.wording import (
    between_words,
    capital,
    in_text,
    listing,
    money,
    what_words,
    when_words,
    who_words,
    wide_scopes,
    with_article,
)

STATES = {
    "disputed": "disputed",
    "planned": "planned",
    "implied only": "implied only",
    "corroborated": "two or more sources",
    "single source": "one source",
    "denied": "denied",
}
STRENGTHS = {
    "line": "by line",
    "oversight": "by oversight",
    "leadership": "by leadership",
}
LENSES = {
    "line": "lines only",
    "oversight": "lines and oversight",
    "leadership": "lines, oversight and leadership",
}
CUTS = {
    "hops": "more steps than it follows",
    "routes": "more routes than it shows",
    "days": "more days than it tries",
    "time": "its time was up",
    "rows": "more rows than it shows",
}
"""What cut a search short."""
CERTAINTIES = {
    "certain": "certain",
    "possible": "possible",
    "never": "never known to hold at one time",
}
TIE_CERTAINTIES = {
    "certain": "",
    "possible": "possible, not certain",
    "never": "not at this time",
    "undated": "undated",
}
"""Of one tie on the days asked about; what is certain needs no word."""
FAMILIES = {
    "membership": "Membership",
    "ties": "Belonging and agreements",
    "money": "Money",
    "work": "Work",
    "time": "Before and after",
    "names": "Who may be the same",
    "duties": "Duties towards nobody named",
    "facts": "Facts",
}
FACTS = {
    "dated": "date",
    "counted": "number",
    "figure": "figure",
    "listed": "list",
    "described": "description",
}
Names = Mapping[str, str]
_NO_NAMES: Names = {}
_SHORT = {
    ("between", "yes"): "Yes",
    ("between", "no"): "No",
    ("up", "yes"): "A line is documented",
    ("up", "no"): "To nobody",
    ("down", "yes"): "These do",
    ("down", "no"): "Nobody",
}


def names_in(store: Store, question: Question) -> Names:
    """The names of those asked about as they stand within a sentence, by id."""
    ends = store.about([end for end in (question.subject, question.object) if end], among=True).entities
    return {key: in_text(entity) for key, entity in ends.items()}


def question_words(question: Question, names: Names = _NO_NAMES) -> str:
    """The question as a person asks it: "Does HEDG answer to the Mayor of London on 9 December 2021?".

    `names` are those of `names_in`; without them articles are put by the look of the names.
    """
    subject, other = _named(question, names)
    sentence = {
        "between": f"Does {subject} answer to {other}",
        "up": f"Whom does {subject} answer to",
        "down": f"Who answers to {subject}",
        "members": f"Who {who_words(question.kinds) or 'sits on'} {subject}",
        "seats": what_words(subject, question.kinds) or f"Where does {subject} sit",
        "shared": f"Who sits on both {subject} and {other}"
        if other
        else f"Which bodies share somebody{_with(subject)}",
        "money": f"What is said of money that concerns {listing(filter(None, (subject, other)))}"
        if subject or other
        else "Who pays whom",
        "gaps": f"What is open or weak{_about(subject)}",
        "changes": f"What changed{_about(subject)}",
        "list": f"Which {_kinds(question)} are there",
        "profile": f"What is said about {subject}",
    }[question.ask]
    days = f" {between_words(read_span(question.at), read_span(question.until))}" if question.until else ""
    # Those two are put in the verbs of the kinds themselves.
    ties = "" if question.ask in ("members", "seats") else _ties_asked(question)
    return f"{sentence}{days or day_asked(question.at)}{ties and f', counting {ties}'}?"


def limited_words(question: Question, names: Names = _NO_NAMES, titles: Mapping[str, str] | None = None) -> str:
    """The question with all that limits it: "Who answers to HEG? (only firm ties)". Its own words name the kinds."""
    limits = "; ".join(filter_words(msgspec.structs.replace(question, kinds=()), titles))
    words = question_words(question, names)
    return f"{words} ({limits})" if limits else words


def _ties_asked(question: Question) -> str:
    """The kinds of tie asked for: "only ties of the kind “leads” or “chairs”"; empty for all."""
    ties = vocabulary().quoted(question.kinds)
    return f"only ties of the kind {ties}" if ties else ""


def _about(name: str) -> str:
    return f" about {name}" if name else ""


def _with(name: str) -> str:
    return f" with {name}" if name else ""


def _kinds(question: Question) -> str:
    kinds = vocabulary().entities
    return listing(kinds[kind].plural for kind in question.entities) or "bodies, people, programmes and papers"


def day_asked(at: str) -> str:
    """The day asked about as the end of a sentence, after a space: " on 9 December 2021"; empty for any day."""
    return f" {when_words(read_span(at))}" if at else ""


def filter_words(question: Question, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What the question is limited to besides day and lens, a few words for each; `titles` are those of sources."""
    kinds = vocabulary()
    sources = [f"“{(titles or {}).get(source, source)}”" for source in question.sources]
    bodies = [kinds.entities[kind].plural for kind in question.entities]
    whom = "through no others than" if question.ask == "between" else "showing only"
    words = (
        _ties_asked(question),
        f"only what {_either(sources)} supports" if sources else "",
        f"only in the role of {_either(question.roles)}" if question.roles else "",
        f"{whom} {listing(bodies)}" if bodies else "",
        "" if question.soft else "only firm ties",
        "also across what may be the same body under two names" if question.same else "",
        f"at most {question.steps} step{'' if question.steps == 1 else 's'}" if question.steps else "",
    )
    return tuple(word for word in words if word)


def titles_in(store: Store, answer: Answer) -> Mapping[str, str]:
    """The titles of the sources by id, where an answer names any by its id alone; else empty."""
    if answer.question.ask != "list" and not answer.question.sources:
        return {}
    return {source.id: source.title for source in store.sources()}


def verdict_words(answer: Answer) -> str:
    """The verdict in two to six words, without a full stop; empty for a question that has none."""
    if not answer.verdict:
        return ""
    short = _SHORT.get((answer.question.ask, answer.verdict))
    return short or heading(answer.verdict, answer.routes[0] if answer.routes else None)


def summary_words(answer: Answer) -> str:
    """The summary without the verdict that it begins with: the page says that in large type."""
    if not answer.verdict:
        return answer.summary
    head = heading(answer.verdict, answer.routes[0] if answer.routes else None)
    return answer.summary.removeprefix(f"{head}. ")


def title_words(answer: Answer, names: Names = _NO_NAMES) -> str:
    """What the window's title says: who was asked about, and the verdict."""
    question = answer.question
    subject, _ = _named(question, names)
    short = {
        "between": f"{question.subject_name} and {question.object_name}",
        "up": f"Whom {subject} answers to",
        "down": f"Who answers to {subject}",
    }.get(question.ask)
    ties = _ties_asked(question)
    about = f"{short}{ties and f', {ties}'}" if short else question_words(question, names).removesuffix("?")
    if not answer.verdict:
        return about
    verdict = verdict_words(answer)
    return f"{about}: {verdict[:1].lower()}{verdict[1:]}"


def route_words(route: Route) -> str:
    """How strong and how certain a route is: "by leadership, certain"."""
    words = [STRENGTHS.get(route.strength, route.strength), CERTAINTIES[route.certainty]]
    if not route.firm:
        words.append("not firm")
    return ", ".join(words)


def scope_words(tie: Tie) -> str:
    """What a tie is limited to: "limited to: the yearly report"; empty where nothing limits it."""
    return f"limited to: {'; '.join(wide_scopes(tie.scopes))}" if tie.scopes else ""


def fact_words(relation: Relation) -> str:
    """A fact without its subject: "Number: 33 (boroughs)"; empty for a tie between two."""
    if relation.object:
        return ""
    what = FACTS.get(relation.kind, relation.kind)
    amounts = listing(money(amount, relation.currency) for amount in relation.amounts)
    limits = "; ".join((*relation.roles, *relation.scopes))
    return f"{capital(what)}{f': {amounts}' if amounts else ''}{f' ({limits})' if limits else ''}"


def _named(question: Question, names: Names) -> tuple[str, str]:
    """Subject and object as they stand within a sentence."""
    ends = ((question.subject, question.subject_name), (question.object, question.object_name))
    subject, other = (names.get(key) or (with_article(name) if name else "") for key, name in ends)
    return subject, other


def _either(words: Sequence[str]) -> str:
    return " or ".join(words)
