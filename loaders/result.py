"""What a load gives: a graph or nothing, every problem by file, row and column, and a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from graph.subgraph import Subgraph
from loaders.report import Report


class Severity(StrEnum):
    """An error loads nothing; a warning is said and the load goes on."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """Where something stands. Rows are as a spreadsheet numbers them, the header being 1; 0 is the file."""

    file: str
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and what to do about it."""

    file: str
    row: int
    column: str
    message: str
    advice: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """As in: claims.csv, row 17, column start: there is no day 2021-02-31; write a day that exists."""
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{self.file}{row}{column}: {self.message}{advice}"


@dataclass(frozen=True, slots=True)
class LoadResult:
    """`graph` is None where there is any error; `report` then counts what could be read, no more."""

    graph: Subgraph | None
    problems: tuple[Problem, ...] = ()
    report: Report = field(default_factory=Report)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which nothing is loaded, in the order of all problems."""
        return tuple(problem for problem in self.problems if problem.severity == Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not hinder the load, in the order of all problems."""
        return tuple(problem for problem in self.problems if problem.severity == Severity.WARNING)


class Findings:
    """The problems found so far, in one run over all files."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}
        self._wrong: set[Place] = set()
        self._incomplete: set[str] = set()

    @property
    def failed(self) -> bool:
        """Whether there is any error."""
        return bool(self._wrong)

    def error(self, place: Place, message: str, advice: str = "") -> None:
        """Note an error; the same one twice is one."""
        self._wrong.add(place)
        self._problems.setdefault(Problem(*place, message, advice))

    def lose(self, place: Place, message: str, advice: str = "") -> None:
        """Note an error because of which rows of a file are missing: others may refer to what they hold."""
        self._incomplete.add(place.file)
        self.error(place, message, advice)

    def whole(self, file: str) -> bool:
        """Whether every row of a file could be read."""
        return file not in self._incomplete

    def warn(self, place: Place, message: str, advice: str = "") -> None:
        """Note a warning; the same one twice is one."""
        self._problems.setdefault(Problem(*place, message, advice, Severity.WARNING))

    def wrong_at(self, place: Place) -> bool:
        """Whether an error has been noted there, so that a consequence of it need not be told as well."""
        return place in self._wrong

    def ordered(self, files: Mapping[str, Sequence[str]]) -> tuple[Problem, ...]:
        """All problems by file, row and column: in the order of `files` and their columns, others after, by name."""
        file_rank = {name: rank for rank, name in enumerate(files)}
        column_rank = {
            (name, column): rank for name, columns in files.items() for rank, column in enumerate(("", *columns))
        }

        def key(problem: Problem) -> tuple[int | str, ...]:
            rank = column_rank.get((problem.file, problem.column), len(column_rank))
            place = (file_rank.get(problem.file, len(files)), problem.file, problem.row, rank, problem.column)
            return (*place, problem.severity, problem.message)

        return tuple(sorted(self._problems, key=key))
