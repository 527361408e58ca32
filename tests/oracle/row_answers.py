"""What the program and the oracle say in rows, as values that can be compared."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from graph.answers import Amount, Answer
from graph.rows import AnyRow, Change, Gap, Listed, Named, Pair, Payment, Said, Seat, Shared
from graph.spans import Span, read_span
from graph.subgraph import Subgraph
from graph.told import Tie
from tests.oracle import rows_gaps, rows_lives, rows_money, rows_seats
from tests.oracle.questions import Query
from tests.oracle.rows import Row, Rows, row
from tests.oracle.sieve import Sieve


def reply_in_rows(query: Query, graph: Subgraph) -> Rows:
    """What the contract wants of an answer."""
    sieve = Sieve(graph, query.asked)
    subject, second = query.subject, query.object
    if query.name == "shared":
        return rows_seats.shared(sieve, subject, second) if second else rows_seats.pairs(sieve, subject)
    if query.name == "list":
        return rows_lives.existing(
            replace(sieve, asked=replace(query.asked, kinds=frozenset(), entities=query.asked.kinds))
        )
    if query.name == "changes":
        return rows_lives.changes(sieve, subject, read_span(query.options.until))
    replies: dict[str, Callable[[], Rows]] = {
        "members": lambda: rows_seats.members(sieve, subject),
        "seats": lambda: rows_seats.seats(sieve, subject),
        "money": lambda: rows_money.money(sieve, subject, second),
        "gaps": lambda: rows_gaps.gaps(sieve, subject),
        "profile": lambda: rows_lives.profile(sieve, subject),
    }
    return replies[query.name]()


def told_in_rows(answer: Answer) -> Rows:
    """The rows and the sums of an answer, as `reply_in_rows` has them."""
    return [_row(one, place) for place, one in enumerate(answer.rows)] + [_sum(one) for one in answer.amounts]


def told_wrongly(answer: Answer, query: Query, graph: Subgraph) -> list[str]:
    """The ties and entities of an answer that are told with another state, certainty or evidence than is theirs."""
    sieve = Sieve(graph, query.asked)
    wrong = [tie.id for one in answer.rows for tie, window in _ties(one, query) if not _is_true(tie, sieve, window)]
    lives = [one for one in answer.rows if isinstance(one, Change) and not (one.before or one.after)]
    return wrong + [one.entities[0].id for one in lives if not _is_proved(one, graph)]


def _is_proved(one: Change, graph: Subgraph) -> bool:
    """Whether what prints its dates is told, and where there is no beginning one claim that speaks of it besides."""
    entity = one.entities[0].id
    life, told = graph.lifetimes[entity], {evidence.claim for evidence in one.evidence}
    printing = {*life.begin_claims, *life.end_claims}
    heard = {claim.id for claim in graph.claims.values() if entity in (claim.subject, claim.object)}
    first = life.begins is None and life.known is not None
    return printing <= told <= heard and len(told - printing) <= first and bool(told)


def _is_true(tie: Tie, sieve: Sieve, window: Span) -> bool:
    relation = sieve.graph.relations[tie.id]
    told = (tie.kind, tie.state, tie.certainty, {evidence.claim for evidence in tie.sources})
    return told == (relation.kind, str(relation.state), sieve.certainty_of(relation, window), set(relation.claims))


def _ties(one: AnyRow, query: Query) -> Iterator[tuple[Tie, Span]]:
    """All the ties of a row, each with the days for which it is told."""
    window = query.asked.window
    match one:
        case Seat() | Gap():
            yield from ((tie, window) for tie in one.ties)
        case Shared():
            yield from ((tie, window) for tie in (*one.link, *one.first, *one.second))
        case Payment():
            yield one.tie, window
        case Change():
            yield from ((tie, window) for tie in one.before)
            yield from ((tie, read_span(query.options.until)) for tie in one.after)


def _row(one: AnyRow, place: int) -> Row:
    tellers: dict[type, Callable[..., Row]] = {
        Seat: _seat,
        Shared: _shared,
        Payment: _payment,
        Pair: lambda one: row(frozenset({one.first.id, one.second.id}), _named(one.shared)),
        Gap: lambda one: row(one.gap, _named(one.entities), _ids(one.ties)),
        Change: _change,
        Listed: lambda one: row(one.entity.id, one.certainty, frozenset(one.sources)),
        Said: lambda one: row(f"{place:03}", one.evidence.claim, one.state, one.named_as),
    }
    return tellers[type(one)](one)


def _seat(one: Seat) -> Row:
    names = (_named(one.posts), _named(one.through), frozenset(one.not_listed_in))
    return row(one.group, one.entity.id, _ids(one.ties), one.certainty, *names)


def _shared(one: Shared) -> Row:
    through = one.through[0].id if one.through else ""
    return row(one.on, one.entity.id, _named(one.posts), through, _ids(one.first), _ids(one.second))


def _change(one: Change) -> Row:
    before, after = (each[0].id if each else "" for each in (one.before, one.after))
    return row(one.change, "" if before or after else one.entities[0].id, before, after)


def _payment(one: Payment) -> Row:
    recipient = one.recipient.id if one.recipient else ""
    what = (_named(one.decision), _named(one.budget), one.year, one.currency, bool(one.amount))
    return row(one.part, one.tie.id, one.payer.id, recipient, *what, one.tie.certainty)


def _sum(one: Amount) -> Row:
    sums = (float(one.stated), float(one.implied), float(one.planned))
    return row("sum", one.direction, one.year, one.currency, *sums, one.at_least)


def _named(entities: Iterable[Named]) -> frozenset[str]:
    return frozenset(one.id for one in entities)


def _ids(ties: Iterable[Tie]) -> frozenset[str]:
    return frozenset(one.id for one in ties)
