"""How old the data is: when its newest document spoke."""

from collections.abc import Iterable

from graph.lifetimes import last_known_day
from graph.model import Source
from graph.wording import spoken


def newest_of(sources: Iterable[Source]) -> str:
    """When the newest source spoke, printed or inferred, in words; the empty string where none is dated."""
    dated = [(day, source.id, source) for source in sources if (day := last_known_day(source.span())) is not None]
    return spoken(max(dated)[2]) if dated else ""
