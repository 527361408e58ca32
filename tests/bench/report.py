"""The table that a person reads, made from what the measuring processes have printed."""

from collections.abc import Iterable, Mapping
from typing import Any

HEAD = ("size", "store", "what", "ms", "worst", "runs", "beside it, ms", "ratio", "same")
_RIGHT = (0, 3, 4, 5, 6, 7)


def table(lines: Iterable[Mapping[str, Any]]) -> str:
    """The measurements as aligned text: one line each, and below it what the alternatives are."""
    rows = [HEAD, *map(_row, (entries := list(lines)))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    text = "\n".join(
        "  ".join(
            cell.rjust(width) if column in _RIGHT else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    beside = sorted({f"{line['store']}: {line['alternative']}" for line in entries if line["alternative"]})
    return "\n".join([text, "", "Beside it:", *beside])


def memory_table(memory: Iterable[Mapping[str, Any]]) -> str:
    """The megabytes held, one line for each store and size."""
    return "\n".join(
        f"{entry['size']:>7}  {entry['store']:<9}"
        + "  ".join(f"{name} {value:.0f} MB" for name, value in entry["memory"].items() if value is not None)
        for entry in memory
    )


def _row(line: Mapping[str, Any]) -> tuple[str, ...]:
    against = line["against"]
    return (
        f"{line['size']}",
        line["store"],
        line["what"],
        _ms(line["spent"]["median"]),
        _ms(line["spent"]["worst"]),
        f"{line['spent']['runs']}",
        _ms(against["median"]) if against else "",
        f"{line['ratio']:.3g}" if line["ratio"] else "",
        "" if line["same"] is None else "yes" if line["same"] else "NO",
    )


def _ms(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"
