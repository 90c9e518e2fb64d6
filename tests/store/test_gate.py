"""The write gate: facts and their history together or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from iro_desktop.domain.errors import Conflict
from iro_desktop.domain.records import Completion, Iro, Review
from iro_desktop.domain.vocabulary import Task
from iro_desktop.store import tables
from iro_desktop.store.gate import Change
from iro_desktop.store.identity import new_id
from tests.store.facts import DAY, a_child, add, change, line, one_of_each, remove

pytestmark = pytest.mark.usefixtures("tripwire")


def counts(store) -> dict[str, int]:
    with store.reading() as reader:
        return {
            name: reader.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.metadata.tables.items()
        }


def test_an_act_leaves_its_line_a_change_for_each_row_and_a_payload_for_each_change(store):
    records = one_of_each()
    add(store, *records, sentence="Add child A1")
    found = counts(store)
    assert (found["act"], found["change"], found["payload"]) == (1, len(records), len(records))
    [act] = store.acts()
    assert (act.seq, act.sentence, act.author, act.origin, act.undoes) == (1, "Add child A1", "tester", "window", None)
    assert act.at.endswith("+00:00")
    with store.reading() as reader:
        rows = reader.connection.execute(
            select(tables.change.c.entity, tables.change.c.entity_id, tables.payload.c.before, tables.payload.c.salt)
            .join(tables.payload, tables.payload.c.id == tables.change.c.id)
            .order_by(tables.change.c.position)
        ).all()
    assert [(row.entity, row.entity_id) for row in rows] == [(one.entity, one.id) for one in records]
    assert all(row.before is None for row in rows)
    assert len({row.salt for row in rows}) == len(rows)


def test_equal_rows_have_unlike_digests(store):
    for n in range(2):
        add(store, a_child(f"A{n}"))
        remove(store, replace(a_child(f"A{n}"), id=_ids(store)[0]))
    with store.reading() as reader:
        digests = reader.connection.execute(select(tables.change.c.digest)).scalars().all()
    assert len(set(digests)) == 4


def _ids(store) -> list[str]:
    with store.reading() as reader:
        return [one.id for one in reader.children()]


def test_an_act_that_is_rolled_back_leaves_no_trace(store):
    before, dumped = counts(store), store.dump()

    def write_and_fail() -> None:
        with store.writing() as writer:
            writer.write(line(), [Change(None, record) for record in one_of_each()])
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        write_and_fail()
    assert counts(store) == before
    assert store.dump() == dumped
    assert store.acts() == ()
    assert store.broken_link() is None


def test_an_act_of_which_one_row_is_refused_writes_none(store):
    add(store, a_child("A1"))
    before = store.dump()
    with pytest.raises(Conflict):
        add(store, a_child("A2"), a_child("A1"))
    assert store.dump() == before
    assert len(store.acts()) == 1


def test_each_change_raises_the_version_of_its_row(store):
    child = a_child()
    add(store, child)
    change(store, child, replace(child, given_name="Ann"))
    with store.reading() as reader:
        [now] = reader.children()
    assert (now.row_version, now.given_name) == (2, "Ann")


def test_a_row_read_before_another_changed_it_is_a_conflict_and_nothing_is_saved(store):
    child = a_child()
    add(store, child)
    change(store, child, replace(child, given_name="Ann"))
    before = store.dump()
    with pytest.raises(Conflict, match="changed elsewhere"):
        change(store, child, replace(child, given_name="Bea"))
    with pytest.raises(Conflict, match="changed elsewhere"):
        remove(store, child)
    assert store.dump() == before
    assert len(store.acts()) == 2


def test_one_stale_row_among_many_refuses_all(store):
    children = [a_child(f"A{n}") for n in range(5)]
    add(store, *children)
    change(store, children[3], replace(children[3], given_name="Ann"))
    before = store.dump()
    with pytest.raises(Conflict), store.writing() as writer:
        writer.write(line(), [Change(one, replace(one, known_as="X")) for one in children])
    assert store.dump() == before


def test_a_row_that_others_rest_on_is_not_removed(store):
    child = a_child()
    review = Review(new_id(), child.id, DAY)
    add(store, child, review)
    add(store, Completion(new_id(), child.id, Task.MINUTES, DAY, review.id))
    before = store.dump()
    with pytest.raises(Conflict, match="build on"):
        remove(store, review)
    assert store.dump() == before


def test_rows_come_in_and_go_out_in_any_order_of_telling(store):
    records = one_of_each()
    add(store, *reversed(records))
    with store.writing() as writer:
        writer.write(line(), [Change(record, None) for record in records])
    assert store.dump().counts == dict.fromkeys(tables.ENTITY_TABLES, 0)


def test_a_reference_to_nothing_is_refused(store):
    with pytest.raises(Conflict):
        add(store, Review(new_id(), new_id(), DAY))


def test_names_are_unique_where_the_work_needs_it(store):
    child = a_child()
    add(store, child, Iro(new_id(), "Jo"), Review(new_id(), child.id, DAY))
    for twin in (a_child(), Iro(new_id(), "Jo"), Review(new_id(), child.id, DAY)):
        with pytest.raises(Conflict):
            add(store, twin)


def test_the_tripwire_itself_trips(store):
    with pytest.raises(AssertionError, match="past the gate"), store.writing() as writer:
        writer.connection.execute(tables.child.delete())


def test_a_dump_is_the_same_for_the_same_facts_and_unlike_for_others(store):
    first, second = a_child("A1"), a_child("A2")
    add(store, second)
    add(store, first)
    change(store, first, replace(first, born_on=date(2015, 1, 1)))
    with store.reading() as reader:
        now = next(one for one in reader.children() if one.id == first.id)
    dumped = store.dump()
    change(store, now, replace(now, born_on=date(2015, 1, 2)))
    assert store.dump().hash != dumped.hash
    with store.reading() as reader:
        now = next(one for one in reader.children() if one.id == first.id)
    change(store, now, replace(now, born_on=date(2015, 1, 1)))
    assert store.dump() == dumped
