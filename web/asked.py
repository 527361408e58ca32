"""A question as it stands in an address: read from it, and written back with something changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from graph.model import Strength
from graph.queries.ask import QUESTIONS as KINDS
from graph.queries.ask import Takes
from graph.queries.options import MAX_HOPS, Options
from web import params
from web.params import Args

QUESTIONS = tuple(KINDS)
LENSES = tuple(strength.word for strength in Strength)
PARAMETERS = (
    "q", "subject", "object", "at", "until", "lens", "steps", "same", "firm", "kind", "source", "role", "entity_kind",
)  # fmt: skip
"""What a question's address may hold."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Names as typed or ids, and the filters; what is empty is left out of the address."""

    question: str = "between"
    subject: str = ""
    object: str = ""
    at: str = ""
    until: str = ""
    lens: str = ""
    steps: int | None = None
    same: bool = False
    soft: bool = True
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()

    @property
    def takes_object(self) -> bool:
        """Whether the question may be about two entities."""
        return KINDS[self.question].object != Takes.NONE

    def options(self, seconds: float) -> Options:
        """The same filters as the questions take them."""
        return Options(
            lens=Strength[self.lens.upper()] if self.lens else None,
            at=self.at,
            until=self.until,
            kinds=frozenset(self.kinds),
            sources=frozenset(self.sources),
            roles=frozenset(self.roles),
            entities=frozenset(self.entities),
            soft=self.soft,
            same=self.same,
            steps=self.steps,
            seconds=seconds,
        )

    def changed(self, **changes: Any) -> "Asked":
        """The question with these fields replaced, without those that it does not have."""
        return replace(self, **changes).fitting()

    def fitting(self) -> "Asked":
        """The question without the fields that it does not have: a form sends all of its fields."""
        kind = KINDS[self.question]
        other = self if kind.chains else replace(self, lens="", same=False)
        return replace(
            other,
            subject="" if kind.subject == Takes.NONE else other.subject,
            object="" if kind.object == Takes.NONE else other.object,
            until=other.until if other.question == "changes" else "",
        )

    def query(self) -> Mapping[str, Any]:
        """The parameters of its address, in a fixed order, without the empty ones."""
        values: dict[str, Any] = {
            "q": self.question,
            "subject": self.subject,
            "object": self.object if self.takes_object else "",
            "at": self.at,
            "until": self.until,
            "lens": self.lens,
            "steps": self.steps,
            "same": "1" if self.same else "",
            "firm": "" if self.soft else "1",
            "kind": list(self.kinds),
            "source": list(self.sources),
            "role": list(self.roles),
            "entity_kind": list(self.entities),
        }
        return {name: value for name, value in values.items() if value}

    def address(self, endpoint: str = "asking.ask_page", *, typed: str = "", **changes: Any) -> str:
        """Where this question, with these fields replaced, is answered; `typed` is how it was put."""
        return url_for(endpoint, **self.changed(**changes).query(), typed=typed or None)


def read_asked(args: Args) -> Asked:
    """The question that an address holds; a missing part is empty, it is for the caller to insist.

    :raises BadParameter: when a value cannot be used; the message names the parameter.
    """
    return Asked(
        question=params.choice(args, "q", QUESTIONS, "between"),
        subject=params.one(args, "subject"),
        object=params.one(args, "object"),
        at=params.day(args, "at"),
        until=params.day(args, "until"),
        lens=params.choice(args, "lens", LENSES),
        steps=params.whole(args, "steps", 1, MAX_HOPS),
        same=params.flag(args, "same"),
        soft=not params.flag(args, "firm"),
        kinds=tuple(sorted(params.several(args, "kind"))),
        sources=tuple(sorted(params.several(args, "source"))),
        roles=tuple(sorted(params.several(args, "role"))),
        entities=tuple(sorted(params.several(args, "entity_kind"))),
    )
