import csv
import io
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.derive import derive
from graph.ids import slug
from graph.model import Claim, Entity, Source
from graph.subgraph import Subgraph
from loaders import load
from loaders.columns import names_of
from loaders.writing import table_csv, workbook, write_folder, write_workbook

ROUND_TRIP = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SPECIAL = [
    "=1+1",
    "+44 20",
    "-5",
    "@me",
    "'quoted",
    '"',
    '""',
    "a,b",
    "_x000D_",
    "#REF!",
    "TRUE",
    "2021-12",
    "1E5",
    "007",
]


def words(*, lines: bool = False, without: str = "") -> st.SearchStrategy[str]:
    """Text as it stands in a cell: no blanks around it, nothing that cannot be printed."""
    usual = st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff" + without), max_size=8
    )
    inner = st.text(st.sampled_from("a\n\t ,\"'"), max_size=6) if lines else st.nothing()
    return (usual | inner | st.sampled_from(SPECIAL)).map(str.strip).filter(lambda text: not set(without) & set(text))


EXTRA = st.dictionaries(st.sampled_from(["checked", "Reviewed By", "=x"]), words(lines=True).filter(bool), max_size=3)


@st.composite
def records(draw: st.DrawFn) -> tuple[list[Source], list[Entity], list[Claim]]:
    """Records that are in order, with whatever text they may hold."""
    sources = [
        Source(
            id=key,
            title=draw(words().filter(bool)),
            publisher=draw(words()),
            date=draw(st.sampled_from(["", "2021", "May 2021"])),
            kind=draw(words()),
            note=draw(words(lines=True)),
            extra=draw(EXTRA),
        )
        for key in ("s-1", "s-2")
    ]
    names = draw(
        st.lists(
            words(without=";").filter(bool),
            min_size=6,
            max_size=6,
            unique_by=lambda name: slug(name) or name.casefold(),
        )
    )
    entities = [
        Entity(key, "board", names[at], aliases=(names[at + 3],), note=draw(words(lines=True)), extra=draw(EXTRA))
        for at, key in enumerate(("a", "b", "c"))
    ]
    claims = [
        Claim(
            id=f"c-{at}",
            subject="a",
            kind="funds",
            object="b",
            role=draw(words()),
            scope=draw(words()),
            via=draw(st.sampled_from([(), ("c",), ("c", "a")])),
            start=draw(st.sampled_from(["", "2021", "since 2015"])),
            amount=draw(st.none() | st.decimals(0, 10**12, places=2)),
            currency="GBP",
            source=draw(st.sampled_from(["s-1", "s-2"])),
            locator=draw(words().filter(bool)),
            status=draw(st.sampled_from(["stated", "implied"])),
            planned=draw(st.sampled_from(["", "planned", "conditional"])),
            stance=draw(st.sampled_from(["supports", "contradicts"])),
            dispute=draw(words()),
            says=draw(words().filter(bool)),
            note=draw(words(lines=True)),
            extra=draw(EXTRA),
        )
        for at in range(draw(st.integers(0, 4)))
    ]
    return sources, entities, claims


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def same(path: Path, expected: Subgraph) -> None:
    result = load(path)
    assert result.errors == ()
    assert result.graph == expected
    assert [list(source.extra) for source in result.graph.sources.values()] == [
        sorted(source.extra) for source in expected.sources.values()
    ]


@pytest.mark.slow
@ROUND_TRIP
@given(written=records())
def test_a_folder_is_read_back_the_same(folder: Path, written: tuple[list[Source], list[Entity], list[Claim]]) -> None:
    write_folder(folder, *written)
    same(folder, derive(*written))


@pytest.mark.slow
@ROUND_TRIP
@given(written=records())
def test_a_workbook_is_read_back_the_same(
    folder: Path, written: tuple[list[Source], list[Entity], list[Claim]]
) -> None:
    path = folder / "all.xlsx"
    write_workbook(path, *written)
    same(path, derive(*written))


def test_columns_are_in_order_and_further_ones_follow_by_name() -> None:
    rows = [Source("a", "A", extra={"z": "1"}), Source("b", "B", extra={"b": "2"})]
    header, first, second = csv.reader(io.StringIO(table_csv("sources", rows).decode()))
    assert header == [*names_of("sources"), "b", "z"]
    assert (first[-2:], second[-2:]) == (["", "1"], ["2", ""])


def test_amounts_are_written_without_exponents() -> None:
    text = table_csv("claims", [Claim("a", "b", "funds", amount=Decimal("1E+3"))]).decode()
    assert ",1000," in text


def test_what_is_written_is_always_the_same() -> None:
    rows = [Source("a", "A")]
    assert table_csv("sources", rows) == table_csv("sources", iter(rows))


@pytest.mark.parametrize("text", [" a", "a\t", "a\0", "a\x1bb", "a\r\nb", "\ud800"])
def test_what_would_not_be_read_back_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="would not be read back"):
        table_csv("sources", [Source("a", text)])
    with pytest.raises(ValueError, match="would not be read back"):
        workbook([Source("a", text)], [], [])


@pytest.mark.parametrize("alias", ["a;b", ""])
def test_what_cannot_stand_in_a_list_is_refused(alias: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a list"):
        table_csv("entities", [Entity("a", "board", "A", aliases=(alias,))])


@pytest.mark.parametrize("name", ["", "Title", "publisher", " x", "a  b", "a\nb"])
def test_a_further_column_with_a_name_of_ours_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"further column|read back"):
        table_csv("sources", [Source("a", "A", extra={name: "x"})])


def test_nothing_is_written_where_something_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "new"
    with pytest.raises(ValueError, match="read back"):
        write_folder(target, [Source("a", "A")], [], [Claim("c", "a", "funds", says=" x")])
    assert not target.exists()


def test_an_empty_graph_can_be_written_and_read(tmp_path: Path) -> None:
    write_folder(tmp_path / "none", [], [], [])
    assert load(tmp_path / "none").graph == Subgraph()
