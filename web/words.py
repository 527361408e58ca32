"""The few fixed words of the screens: verdicts, strengths, certainties and states as people say them."""

from graph.answers import Answer, Question, Route
from graph.model import Relation
from graph.spans import read_span
from graph.wording import capital, listing, money, span_words, with_article

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
CERTAINTIES = {
    "certain": "certain",
    "possible": "possible",
    "never": "never known to hold at one time",
}
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
_SHORT = {
    ("between", "yes"): "Yes",
    ("between", "no"): "No",
    ("up", "yes"): "A line is documented",
    ("up", "no"): "To nobody",
    ("down", "yes"): "These do, by documented lines",
    ("down", "no"): "Nobody",
}
_NOT_STATED = "The documents do not say"


def question_words(question: Question, *, short: bool = False) -> str:
    """The question as a person asks it: "Does HEDG answer to the Mayor of London on 9 December 2021?"."""
    subject = question.subject_name if short else with_article(question.subject_name)
    other = question.object_name if short else with_article(question.object_name)
    sentence = {
        "between": f"Does {subject} answer to {other}",
        "up": f"Whom does {subject} answer to",
        "down": f"Who answers to {subject}",
    }.get(question.ask, f"{capital(question.ask)}: {subject}")
    return f"{sentence}{day_asked(question.at)}?"


def day_asked(at: str) -> str:
    """The day asked about as the end of a sentence, after a space: " on 9 December 2021"; empty for any day."""
    if not at:
        return ""
    span = read_span(at)
    return f" {'on' if span.first == span.last else 'in'} {span_words(span)}"


def verdict_words(answer: Answer) -> str:
    """The verdict in two to six words, without a full stop."""
    if answer.verdict == "qualified" and answer.routes:
        return _qualified(answer)
    if answer.verdict in ("not stated", "qualified", ""):
        return _NOT_STATED
    return _SHORT.get((answer.question.ask, answer.verdict), capital(answer.verdict))


def summary_words(answer: Answer) -> str:
    """The summary without the verdict that it begins with: the page says that in large type."""
    for head in ("Yes. ", "No. ", "Only indirectly. "):
        if answer.summary.startswith(head):
            return answer.summary.removeprefix(head)
    return answer.summary


def title_words(answer: Answer) -> str:
    """What the window's title says: who was asked about, and the verdict."""
    question = answer.question
    about = {
        "between": f"{question.subject_name} and {question.object_name}",
        "up": f"Whom {question.subject_name} answers to",
        "down": f"Who answers to {question.subject_name}",
    }.get(question.ask, question.subject_name)
    verdict = verdict_words(answer)
    return f"{about}: {verdict[:1].lower()}{verdict[1:]}"


def route_words(route: Route) -> str:
    """How strong and how certain a route is: "by leadership, certain"."""
    words = [STRENGTHS.get(route.strength, route.strength), CERTAINTIES[route.certainty]]
    if not route.firm:
        words.append("not firm")
    return ", ".join(words)


def fact_words(relation: Relation) -> str:
    """A fact without its subject: "Number: 33 (boroughs)"; empty for a tie between two."""
    if relation.object:
        return ""
    what = FACTS.get(relation.kind, relation.kind)
    amounts = listing(money(amount, relation.currency) for amount in relation.amounts)
    limits = "; ".join((*relation.roles, *relation.scopes))
    return f"{capital(what)}{f': {amounts}' if amounts else ''}{f' ({limits})' if limits else ''}"


def _qualified(answer: Answer) -> str:
    """What the reservation is: a weaker tie, a softer one, or a longer way."""
    best = answer.routes[0]
    if answer.question.ask != "between":
        return "Only with reservations"
    if best.strength == "line":
        return "Yes, with reservations"
    return f"Only {STRENGTHS[best.strength]}" if len(best.steps) == 1 else "Only indirectly"
