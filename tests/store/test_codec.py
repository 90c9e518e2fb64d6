"""Records to rows and to the history's JSON, and back, for every type and any values."""

import json
from dataclasses import fields
from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.records import RECORD_TYPES
from iro_desktop.store.codec import field_types, from_json, row_maker, to_json, to_row
from tests.store.facts import a_child, add, one_of_each

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = {
    str: TEXT, int: st.integers(0, 10**6), date: st.dates(), float: st.floats(0, 1), bool: st.booleans(),
}  # fmt: skip


def values_of(kind: type) -> st.SearchStrategy:
    return st.sampled_from(list(kind)) if issubclass(kind, Enum) else VALUES[kind]


@st.composite
def records(draw, entity: str):
    kind = RECORD_TYPES[entity]
    types = field_types(entity)
    given_fields = {
        one.name: draw(
            values_of(types[one.name]) if "None" not in str(one.type) else st.none() | values_of(types[one.name])
        )
        for one in fields(kind)
    }
    return kind(**{**given_fields, "row_version": 1})


@pytest.mark.parametrize("entity", RECORD_TYPES)
@given(data=st.data())
def test_a_record_comes_back_from_its_row_and_from_its_json(entity, data):
    record = data.draw(records(entity))
    row = to_row(record)
    assert not any(isinstance(value, Enum) for value in row.values())
    assert row_maker(entity)(list(row.values())) == record
    assert from_json(entity, to_json(record), 1) == record


def test_the_json_says_its_version_leaves_out_the_unknown_and_is_the_same_for_the_same_facts():
    for record in one_of_each():
        stored = json.loads(to_json(record))
        assert stored["v"] == 1
        assert "row_version" not in stored
        assert list(stored) == sorted(stored)


def test_every_table_gives_back_what_was_put_into_it(store, tripwire):
    records_put = one_of_each()
    add(store, *records_put)
    with store.reading() as reader:
        found = [reader.all(type(record)) for record in records_put]
        assert found == [[record] for record in records_put]
        [facts] = reader.facts()
    assert (facts.child, facts.reviews, facts.allocations) == (records_put[0], (records_put[4],), (records_put[7],))


def test_facts_of_more_children_than_one_question_holds_are_the_same_as_of_each(store):
    children = [a_child(f"A{n:04}") for n in range(620)]
    add(store, *children)
    with store.reading() as reader:
        assert reader.facts({one.id for one in children}) == reader.facts()
        assert [one.child for one in reader.facts(frozenset(one.id for one in children[:3]))] == children[:3]
        assert reader.facts([]) == []
