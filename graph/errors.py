"""What can go wrong, as one small tree.

GovernanceError
├── BadSpan(ValueError)               a date that is not understood, or impossible
├── BadQuestion(ValueError)           a question that cannot be asked
├── UnknownEntity(LookupError)        no entity of that id or name
├── UnknownSource(LookupError)        no source of that id
├── UnknownView(LookupError)          no saved view of that id
├── TooLarge(ValueError)              more than a form can hold, or than is kept
├── NotInTime(TimeoutError)           what was to be read in so many seconds took longer
└── StoreUnavailable(ConnectionError) the store cannot be opened, read or written
    └── OtherRelease                  the store is ours, but another release wrote it

Each is also a built-in kind, names the value, and says what to do next.
"""

from collections.abc import Sequence


class GovernanceError(Exception):
    """The parent of every error of this program."""


class BadSpan(GovernanceError, ValueError):
    """A date that is not understood, or impossible."""


class BadQuestion(GovernanceError, ValueError):
    """A question that cannot be asked as it stands."""


class UnknownEntity(GovernanceError, LookupError):
    """No entity has that id or name; `suggestions` holds up to five ids that may be meant, best first."""

    def __init__(self, message: str, suggestions: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)


class UnknownSource(GovernanceError, LookupError):
    """No source has that id."""


class UnknownView(GovernanceError, LookupError):
    """No saved view has that id."""


class TooLarge(GovernanceError, ValueError):
    """A picture with more boxes than its form can hold, or more than is kept; the message says what to do."""


class NotInTime(GovernanceError, TimeoutError):
    """What was to be read of the store in so many seconds took longer."""


class StoreUnavailable(GovernanceError, ConnectionError):
    """The store cannot be opened, read or written."""


class OtherRelease(StoreUnavailable):
    """The store is ours, but another release wrote it: it must be loaded again, and a load may replace it."""
