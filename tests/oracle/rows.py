"""A row as a value that can be compared: words, ids, and sets of ids."""

Row = tuple[object, ...]
Rows = list[Row]


def row(*values: object) -> Row:
    """The values of a row."""
    return values


def in_order(rows: Rows) -> list[str]:
    """The rows in one order, whatever order they came in, with the sets among their values in order too."""
    return sorted(str([sorted(value) if isinstance(value, frozenset) else value for value in one]) for one in rows)
