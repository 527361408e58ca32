"""Ask what was typed, of a store: the question as understood, ready to be asked."""

from dataclasses import replace

from graph.lifetimes import last_known_day
from graph.queries.options import Options
from graph.store import Store
from graph.typed.readings import Understood
from graph.typed.understand import AskBack, understand


def read_question(store: Store, text: str) -> Understood | AskBack:
    """What the text asks of the data in the store. "Since 2015" lasts until the last day of the newest source.

    :raises StoreUnavailable: when the store cannot be read.
    """
    days = [day for source in store.sources() if (day := last_known_day(source.span())) is not None]
    return understand(text, store.names(), max(days).isoformat() if days else "")


def options_for(found: Understood, options: Options) -> Options:
    """The options with the kinds and days that were typed; `options` holds the rest."""
    return replace(
        options, at=found.at, until=found.until, kinds=frozenset(found.kinds), entities=frozenset(found.entities)
    )
