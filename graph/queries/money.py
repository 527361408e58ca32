"""`money`: who pays whom, under which decision, from which budget, by year.

Payments (`funds`) alone are added up, by financial year and currency; stated, implied and planned ones apart. Where the
one who pays has itself received a payment of the same answer, what it pays on is onward: told, not added again. Two who
pay each other, or several in a ring, pay nothing on that came from among them. What a fund's size is and who holds it,
what was approved, budgeted or commissioned, is told beside the payments.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from decimal import Decimal

from graph.answers import Amount, Answer
from graph.kinds import vocabulary
from graph.model import Entity, Relation, State
from graph.queries.networks import paid_from_outside
from graph.queries.options import Options
from graph.queries.tables import Table, counted, entity_named, is_used, some_of, table
from graph.rows import Named, Payment
from graph.spans import ANY_DAY
from graph.store import Store
from graph.subgraph import Subgraph
from graph.wording import capital, in_text, listing, money

PARTS = ("payment", "onward", "budget", "approval", "commission", "figure", "denied")
"""In the order in which the rows stand."""
_PART = {
    "funds": "payment",
    "budgeted_from": "budget",
    "approves": "approval",
    "commissions": "commission",
    "figure": "figure",
}
KINDS = frozenset(_PART)
Sums = dict[tuple[str, str, str], dict[str, Decimal]]


def paid(store: Store, subject: str, end: str, options: Options) -> Answer:
    """All that is said of money, or what concerns `subject` and `end`: as payer, recipient, decision or budget."""
    asked = table(store, "money", (subject, end), options)
    # Read first: after the payments it might cut short an answer that is whole.
    beside = _left_to_funds(asked)
    part = asked.of_kinds(KINDS & options.kinds if options.kinds else KINDS)
    about = asked.subject.id if asked.subject else ""
    ends = [entity.id for entity in (asked.subject, asked.object) if entity]
    kept = [
        relation
        for relation in asked.clock.within(part.relations.values())
        if asked.keeps(relation)
        and all(_concerns(relation, end) for end in ends)
        and _is_money(relation)
        and _shown(asked, relation, part)
    ]
    paying = [relation for relation in kept if relation.kind == "funds" and is_used(relation)]
    fed = paid_from_outside(paying, asked.clock)
    found = [(relation, _part_of(relation, fed)) for relation in kept]
    # What was not looked at may have paid who pays here: then it is onward, and to be added no more.
    payments = [relation for relation, name in found if name == "payment" and not asked.clock.ran_out]
    amounts = _amounts(payments, about, part)
    found.sort(key=lambda pair: (PARTS.index(pair[1]), *_place(pair[0], part)))
    return asked.answer(
        lambda: _summary(asked, found, amounts, beside) + _conditions(payments, part),
        found,
        lambda pair: _row(asked, *pair, part),
        amounts,
    )


def _part_of(relation: Relation, fed: Set[str]) -> str:
    """Which of `PARTS` it is, by who pays on what they received."""
    if relation.state == State.DENIED:
        return "denied"
    part = _PART[relation.kind]
    return "onward" if part == "payment" and relation.subject in fed else part


def _place(relation: Relation, part: Subgraph) -> tuple[str, str, str]:
    """By year, what has none last, then by who pays."""
    return relation.year or "9999", part.entities[relation.subject].title, relation.id


def _concerns(relation: Relation, entity: str) -> bool:
    ends = (relation.subject, relation.object, *relation.via, *relation.decision, *relation.budget)
    return entity in ends


def _is_money(relation: Relation) -> bool:
    """A figure without a currency counts something else."""
    return relation.kind != "figure" or bool(relation.currency)


def _shown(asked: Table, relation: Relation, part: Subgraph) -> bool:
    return any(asked.shows(part.entities[end]) for end in (relation.subject, relation.object) if end)


def _row(asked: Table, relation: Relation, name: str, part: Subgraph) -> Payment:
    tie = asked.tie(relation, part, relation.subject)
    amounts = [money(amount, relation.currency) for amount in relation.amounts]
    said = part.claims[relation.claims[0]].says if relation.kind == "figure" else tie.sentence
    return Payment(
        sentence=said,
        part=name,
        payer=entity_named(part.entities[relation.subject]),
        recipient=entity_named(part.entities[relation.object]) if relation.object else None,
        purpose="; ".join((*relation.roles, *relation.scopes)),
        decision=_named(part, relation.decision),
        budget=_named(part, relation.budget),
        year=relation.year,
        amount=" or ".join(amounts),
        currency=relation.currency,
        tie=tie,
    )


def _named(part: Subgraph, ids: Iterable[str]) -> tuple[Named, ...]:
    return tuple(entity_named(part.entities[entity]) for entity in ids)


def _amounts(payments: Sequence[Relation], about: str, part: Subgraph) -> tuple[Amount, ...]:
    """The sums by direction, year and currency, in this order; a year that is not printed comes last."""
    sums: Sums = defaultdict(lambda: defaultdict(Decimal))
    open_ended: set[tuple[str, str, str]] = set()
    usual = _currency(payments)
    for relation in payments:
        key = (_direction(relation, about), relation.year, relation.currency or usual)
        if len(relation.amounts) == 1:
            sums[key][_said(relation, part)] += relation.amounts[0]
        else:
            # Unknown, or disputed: then at least the least of what is said.
            sums[key][_said(relation, part)] += min(relation.amounts, default=Decimal(0))
            open_ended.add(key)
        if relation.state == State.DISPUTED:
            open_ended.add(key)
    return tuple(
        Amount(
            direction=key[0],
            year=key[1],
            currency=key[2],
            stated=str(sums[key]["stated"]),
            implied=str(sums[key]["implied"]),
            planned=str(sums[key]["planned"]),
            at_least=key in open_ended,
        )
        for key in sorted(sums, key=lambda key: (key[0], key[1] or "9999", key[2]))
    )


def _said(relation: Relation, part: Subgraph) -> str:
    """Whether it is stated, implied or planned, disputed or not."""
    if relation.planned:
        return "planned"
    claims = (part.claims[claim] for claim in relation.claims)
    stated = any(claim.supports and not claim.planned and claim.status == "stated" for claim in claims)
    return "stated" if stated else "implied"


def _direction(relation: Relation, about: str) -> str:
    return "paid" if relation.subject == about else "received" if relation.object == about else ""


def _currency(payments: Iterable[Relation]) -> str:
    """The one currency that the payments name, for those that name none; empty where there are several."""
    named = {relation.currency for relation in payments if relation.currency}
    return named.pop() if len(named) == 1 else ""


def _summary(asked: Table, found: Sequence[tuple[Relation, str]], amounts: Sequence[Amount], beside: str) -> str:
    """The sentences, and behind them `beside`: what was not looked at."""
    numbers = Counter(name for _, name in found)
    ends = listing(in_text(end) for end in (asked.subject, asked.object) if end)
    if not numbers:
        whom = f" that concerns {ends}{' directly' if beside else ''}" if ends else ""
        return f"{asked.no_document} says anything about money{whom}{asked.on_day}.{beside}"
    said = []
    if payments := numbers["payment"]:
        of = f" that {'concerns' if payments == 1 else 'concern'} {ends}" if ends else ""
        unsure = _unsure(asked, [relation for relation, name in found if name == "payment"])
        said.append(f"The documents name {counted(payments, 'payment', 'payments')}{of}{asked.on_day}{unsure}.")
        said += [sum_words(amount) for amount in amounts] or ["Nothing is added up, for more may have been paid."]
    onward = numbers["onward"]
    if onward:
        said.append(f"{counted(onward, 'payment', 'payments')} onward from what was received: told below, not added.")
    others = sum(numbers[part] for part in PARTS if part not in ("payment", "onward", "denied"))
    if others:
        said.append(f"{counted(others, 'further statement', 'further statements')} about {_told(numbers)}.")
    return " ".join(map(capital, said)) + beside


def _unsure(asked: Table, payments: Sequence[Relation]) -> str:
    """How many of them are only planned, or not known to have been made on the days asked about; empty for none."""
    planned = sum(one.planned for one in payments)
    possible = sum(not (one.planned or asked.window == ANY_DAY or one.certain_within(asked.window)) for one in payments)
    told = (planned, "only planned"), (possible, "only possible then")
    some = [(number, words) for number, words in told if number]
    if len(some) == 1 and some[0][0] == len(payments):
        return f", {'' if len(payments) == 1 else 'all of them '}{some[0][1]}"
    told_of = listing(f"{number}{'' if at else ' of them'} {words}" for at, (number, words) in enumerate(some))
    return f", {told_of}" if some else ""


def _conditions(payments: Iterable[Relation], part: Subgraph) -> str:
    """Of which payments a place says that they are still conditional, as a further sentence; empty for none."""
    told = [
        (" or ".join(money(amount, relation.currency) for amount in relation.amounts) or "an amount that is not named")
        + f"{f' in {relation.year}' if relation.year else ''} ({part.sources[claim.source].title}, {claim.locator})"
        for relation in payments
        for claim in (part.claims[key] for key in relation.claims)
        if claim.planned == "conditional" and claim.supports
    ]
    return f" Still conditional, as one place says: {some_of(told, str)}." if told else ""


def _left_to_funds(asked: Table) -> str:
    """That funds which are a part of those asked about are not looked at, as further sentences; empty for none."""
    ends = filter(None, (asked.subject, asked.object))
    return "".join(_funds_of(asked, entity, asked.about([entity.id])) for entity in ends)


def _funds_of(asked: Table, entity: Entity, part: Subgraph) -> str:
    funds = [
        f"{in_text(part.entities[relation.subject])}{'' if relation.sound else f' ({relation.state})'}"
        for relation in asked.clock.within(part.relations.values())
        if relation.kind == "part_of"
        and relation.object == entity.id
        and vocabulary().broad(part.entities[relation.subject].kind) == "fund"
        and asked.lends(relation)
    ]
    return f" Not looked at here is money of a part of {in_text(entity)}: {some_of(funds, str)}." if funds else ""


def _told(numbers: Counter[str]) -> str:
    """What is told beside the payments, like "approvals and budgets"."""
    nouns = {part: f"{part}s" for part in ("budget", "approval", "commission")} | {"figure": "sizes"}
    return listing(noun for part, noun in nouns.items() if numbers[part])


def sum_words(amount: Amount) -> str:
    """One sum as a sentence that begins small: "it pays, in 2024-25: at least £150,000 and £1,000 implied."."""
    parts = {"stated": Decimal(amount.stated), "implied": Decimal(amount.implied), "planned": Decimal(amount.planned)}
    when = f"in {amount.year}" if amount.year else "without a year"
    heads = {"paid": "it pays, ", "received": "it receives, ", "": ""}
    known = [
        f"{money(sum_, amount.currency)} {'' if name == 'stated' else name}".strip()
        for name, sum_ in parts.items()
        if sum_
    ]
    if not known:
        return f"{heads[amount.direction]}{when}, an amount that no document names."
    least = "at least " if amount.at_least else ""
    return f"{heads[amount.direction]}{when}: {least}{listing(known)}."
