"""What every table has from the first migration on, so that hand-over and a shared store need no new schema."""

import re

import pytest
from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

from iro_desktop.domain.records import RECORD_TYPES
from iro_desktop.store import tables

TABLES = list(tables.metadata.tables.values())


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_table_has_id_authority_and_row_version(table):
    for name in ("id", "authority_id", "row_version"):
        assert not table.c[name].nullable


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_the_authority_is_part_of_every_key_and_index(table):
    assert list(table.primary_key.columns.keys()) == ["authority_id", "id"]
    for constraint in table.constraints:
        if isinstance(constraint, (UniqueConstraint, PrimaryKeyConstraint, ForeignKeyConstraint)):
            assert "authority_id" in constraint.columns.keys()  # noqa: SIM118 a collection by position
        if isinstance(constraint, ForeignKeyConstraint):
            assert [element.column.name for element in constraint.elements] == ["authority_id", "id"]
    for index in table.indexes:
        assert index.columns.keys()[0] == "authority_id"


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_constraint_and_index_has_its_name_by_the_convention(table):
    names = [str(one.name) for one in (*table.constraints, *table.indexes)]
    assert all(re.match(rf"(pk|fk|uq|ck|ix)_{table.name}(_|$)", name) for name in names), names
    assert len(set(names)) == len(names)


def test_there_is_a_table_for_every_record_with_its_fields_in_order():
    assert tables.ENTITY_TABLES.keys() == RECORD_TYPES.keys()
    for entity, kind in RECORD_TYPES.items():
        names = [name for name in tables.ENTITY_TABLES[entity].c.keys() if name != "authority_id"]  # noqa: SIM118
        assert sorted(names) == sorted(kind.__slots__)


def test_parents_stand_before_their_children():
    order = list(tables.ENTITY_TABLES)
    for table in tables.ENTITY_TABLES.values():
        for key in table.foreign_keys:
            assert order.index(key.column.table.name) < order.index(table.name)
