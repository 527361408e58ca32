"""The rows of answers that are lists: one shape for each question, told apart by their `row`."""

import msgspec

from graph.told import Evidence, Tie


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An entity by id, with its name as a list shows it and its kind."""

    id: str
    name: str
    kind: str


class Row(msgspec.Struct, frozen=True, kw_only=True, tag_field="row"):
    """The parent of all rows; `sentence` says the whole row aloud."""

    sentence: str


class Seat(Row, frozen=True, kw_only=True, tag="seat"):
    """One who sits there, or where somebody sits: by what, since when, and which list of a source lacks it.

    `group` is one of `graph.queries.seats.GROUPS`. `posts` are a person's posts, or the people of a post.
    `doubts` say why it is not sure that one of them, or the post `through` which somebody sits, is held by them there.
    """

    entity: Named
    group: str
    roles: tuple[str, ...]
    certainty: str
    posts: tuple[Named, ...]
    through: tuple[Named, ...]
    doubts: tuple[str, ...]
    not_listed_in: tuple[str, ...]
    ties: tuple[Tie, ...]


class Shared(Row, frozen=True, kw_only=True, tag="shared"):
    """One who is on both lists ("both"), on one only ("first", "second"), or on both through a part or a post.

    `posts` are those of a person that they sit by as well, or the person of a post. `link` is the tie to whom they are
    found `through`.
    """

    entity: Named
    on: str
    posts: tuple[Named, ...]
    through: tuple[Named, ...]
    link: tuple[Tie, ...]
    first: tuple[Tie, ...]
    second: tuple[Tie, ...]


class Pair(Row, frozen=True, kw_only=True, tag="pair"):
    """Two that share somebody, and whom; of these the `soft` ones do not sit firmly on each of the two."""

    first: Named
    second: Named
    shared: tuple[Named, ...]
    soft: tuple[Named, ...]


class Payment(Row, frozen=True, kw_only=True, tag="payment"):
    """Who pays whom, or what else is said of money. Only a `part` of "payment" is added up.

    `part` is one of `graph.queries.money.PARTS`. An empty `amount` is not known.
    """

    part: str
    payer: Named
    recipient: Named | None
    purpose: str
    decision: tuple[Named, ...]
    budget: tuple[Named, ...]
    year: str
    amount: str
    currency: str
    tie: Tie


class Gap(Row, frozen=True, kw_only=True, tag="gap"):
    """Something that the sources leave open or weak; `gap` is one of `graph.queries.gaps.GAPS`."""

    gap: str
    entities: tuple[Named, ...]
    ties: tuple[Tie, ...]


class Change(Row, frozen=True, kw_only=True, tag="change"):
    """What began, ended or changed between two days; an entity, or a tie as it was before and after.

    `change` is one of `graph.queries.happenings.CHANGES`. `evidence` is what prints when the entity began and ended or,
    where no beginning is printed, the first that speaks of it; a tie has its own.
    """

    change: str
    entities: tuple[Named, ...]
    before: tuple[Tie, ...]
    after: tuple[Tie, ...]
    evidence: tuple[Evidence, ...]


class Listed(Row, frozen=True, kw_only=True, tag="listed"):
    """What existed, certainly or possibly, when it began and ended as far as print tells, and who speaks of it."""

    entity: Named
    certainty: str
    dates: str
    sources: tuple[str, ...]


class Said(Row, frozen=True, kw_only=True, tag="said"):
    """One claim about somebody: the evidence, and what the claims that say the same come to.

    `named_as` tells as what the claim names the one asked about where that is neither subject nor object of it: "via",
    "decision" or "budget". `rivals` are what others say that cannot be true beside it, the oldest source first.
    """

    kind: str
    named_as: str
    evidence: Evidence
    state: str
    dates: str
    entities: tuple[Named, ...]
    rivals: tuple[Evidence, ...] = ()


AnyRow = Seat | Shared | Pair | Payment | Gap | Change | Listed | Said
