from dataclasses import fields

import pytest

from graph.model import Claim, Entity, Source
from loaders.columns import LISTS, TABLES, names_of


@pytest.mark.parametrize(("table", "record"), [("sources", Source), ("entities", Entity), ("claims", Claim)])
def test_the_columns_are_the_fields_of_the_model_in_their_order(
    table: str, record: type[Source | Entity | Claim]
) -> None:
    assert [*names_of(table), "extra"] == [field.name for field in fields(record)]


def test_lists_are_the_fields_that_hold_several_values() -> None:
    several = {field.name for record in (Entity, Claim) for field in fields(record) if "tuple" in str(field.type)}
    assert several == LISTS


def test_every_column_says_what_stands_in_it() -> None:
    assert all(column.says for table in TABLES.values() for column in table)
