"""Files in, a checked graph and every problem out. Nothing here knows of a store, a question or a picture.

Read in this order: `result` (what comes out), `columns` (the three tables), `rows`, `csvfiles` and `sheets`
(tables as rows of text), `records` and `cells` (rows as records), `checks` and `claims` (what must hold between
them), `native` (all of it, for a folder or a workbook), `report` (what a load tells about itself), `writing` (the
way back).
"""

from pathlib import Path

from loaders.result import LoadResult


def load(path: str | Path) -> LoadResult:
    """The graph in a folder of three tables or in a workbook of three sheets, with all problems found.

    The graph is None where there is any error. Whatever the files hold, the answer is a result: nothing is
    raised.
    """
    from loaders.native import load_native

    return load_native(Path(path))
