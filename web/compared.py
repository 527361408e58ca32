"""Two days compared: what happened between them to what is shown, in sentences and by id."""

from dataclasses import dataclass

from graph.exploring.scenes import Compared
from graph.exploring.surroundings import Surroundings
from graph.model import Relation
from graph.pictures.style import CHANGES
from graph.queries.changes import changes_among
from graph.queries.options import Options
from graph.rows import Change
from graph.store import Store
from web.limits import Limits

MOST_SENTENCES = 12


@dataclass(frozen=True, slots=True)
class Comparison:
    """The summary, the first sentences with what happened, how many more, and what the picture shows of it."""

    summary: str
    sentences: tuple[tuple[str, str], ...]
    more: int
    picture: Compared

    def words_of(self, relation: Relation) -> str:
        """What happened to a relation, with its sign; empty for nothing."""
        change = self.picture.ties.get(relation.id)
        return CHANGES[change] if change else ""


def comparison_of(store: Store, around: Surroundings, limits: Limits, seconds: float) -> Comparison | None:
    """What `changes` tells of what is shown; None where no two days are compared."""
    if not limits.until:
        return None
    among = {*around.choice.shown, *around.drawn, *(tie for ties in around.folded.values() for tie in ties)}
    options = Options(at=limits.at, until=limits.until, seconds=seconds)
    changed = changes_among(store, around.near, among, options, MOST_SENTENCES)
    return Comparison(
        summary=changed.answer.summary,
        sentences=tuple((CHANGES[row.change], row.sentence) for row in changed.answer.rows if isinstance(row, Change)),
        more=changed.more,
        picture=Compared(limits.first, limits.second, changed.entities, changed.ties),
    )
