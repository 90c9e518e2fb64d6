"""Undoing, what can be undone, and a chain in which nothing can be altered unseen."""

import json
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Table, delete, select, update

from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import Alert, Child, Review
from iro_desktop.store import gate, tables
from iro_desktop.store.check import broken_link, unexplained
from iro_desktop.store.codec import to_json
from iro_desktop.store.history import NOT_UNDOABLE, PastAct, stacks
from iro_desktop.store.identity import new_id
from iro_desktop.store.store import Store
from tests.store.facts import DAY, a_child, add, change, line, one_of_each, remove, undo


def child_now(store: Store, council_id: str = "A1") -> Child:
    with store.reading() as reader:
        found = reader.child_by_council_id(council_id)
    assert found is not None
    return found


# --- the inverse of an act


def test_taking_back_an_insert_a_change_and_a_removal_restores_the_dump_each_time(store, tripwire):
    states = [store.dump()]
    acts = [add(store, *one_of_each())]
    states.append(store.dump())
    acts.append(change(store, child_now(store), replace(child_now(store), given_name="Bea", born_on=None)))
    states.append(store.dump())
    with store.reading() as reader:
        [done] = reader.all(type(one_of_each()[6]))
    acts.append(remove(store, done))
    for act, state in zip(reversed(acts), reversed(states), strict=True):
        undo(store, act)
        assert store.dump() == state
    assert store.broken_link() is None


def test_an_act_whose_row_was_touched_later_is_not_taken_back(store):
    add(store, a_child())
    first = change(store, child_now(store), replace(child_now(store), given_name="Ann"))
    change(store, child_now(store), replace(child_now(store), given_name="Bea"))
    before = store.dump()
    with pytest.raises(Conflict, match="later act"):
        undo(store, first)
    assert store.dump() == before
    assert len(store.acts()) == 3


def test_an_act_that_others_build_on_is_not_taken_back(store):
    first = add(store, a_child())
    add(store, Review(new_id(), child_now(store).id, DAY))
    before = store.dump()
    with pytest.raises(Conflict, match="build on"):
        undo(store, first)
    assert store.dump() == before


def test_an_older_act_that_nothing_touched_is_taken_back(store):
    first = add(store, a_child("A1"))
    add(store, a_child("A2"))
    undo(store, first)
    with store.reading() as reader:
        assert [one.council_id for one in reader.children()] == ["A2"]


def test_what_an_older_program_wrote_without_newer_fields_is_whole_and_can_be_taken_back(store, monkeypatch):
    newer = {"kind", "nth", "theme_id", "team", "agency"}

    def as_then(record):
        return json.dumps({name: value for name, value in json.loads(to_json(record)).items() if name not in newer})

    add(store, a_child())
    before = store.dump()
    with monkeypatch.context() as patched:
        patched.setattr(gate, "to_json", as_then)
        raised = add(store, Alert(new_id(), child_now(store).id, DAY, about="Drift"))
    assert store.problems() == []
    assert store.broken_link() is None
    undo(store, raised)
    assert store.dump() == before
    assert store.problems() == []


def test_what_an_older_program_wrote_is_not_taken_back_once_a_newer_field_was_changed(store, monkeypatch):
    add(store, a_child())
    with monkeypatch.context() as patched:
        patched.setattr(gate, "to_json", lambda record: to_json(record).replace(',"nth":1', ""))
        raised = add(store, Alert(new_id(), child_now(store).id, DAY))
    with store.reading() as reader:
        [alert] = reader.all(Alert)
    change(store, alert, replace(alert, nth=2))
    with pytest.raises(Conflict, match="later act"):
        undo(store, raised)


def test_an_act_nobody_knows_or_whose_payload_is_erased_is_refused(store):
    act = add(store, a_child("A1"), a_child("A2"))
    with pytest.raises(UserError, match="no act with that id"):
        undo(store, "nothing")
    with store.writing() as writer:
        [one, _] = writer.connection.execute(select(tables.payload.c.id)).scalars()
        writer.connection.execute(delete(tables.payload).where(tables.payload.c.id == one))
    before = store.dump()
    with pytest.raises(UserError, match="erased"):
        undo(store, act)
    assert store.dump() == before


# --- the stacks of undo and redo


def past(*told: tuple[str, str | None]) -> list[PastAct]:
    return [PastAct(name, n, "", "", "", "Test", name, undoes) for n, (name, undoes) in enumerate(told, 1)]


def names(told: list[PastAct]) -> tuple[list[str], list[str]]:
    found = stacks(told)
    return [one.id for one in found.undo], [one.id for one in found.redo]


def test_acts_can_be_undone_newest_first_and_redone_in_turn():
    told = past(("a", None), ("b", None), ("-b", "b"), ("-a", "a"))
    assert names(told) == ([], ["-b", "-a"])
    assert names([*told, *past(("+a", "-a"))]) == (["+a"], ["-b"])
    assert names([*told, *past(("+a", "-a"), ("+b", "-b"))]) == (["+a", "+b"], [])


def test_a_new_act_ends_what_could_be_redone():
    assert names(past(("a", None), ("-a", "a"), ("b", None))) == (["b"], [])


def test_what_was_redone_can_be_undone_again():
    told = past(("a", None), ("-a", "a"), ("+a", "-a"), ("--a", "+a"))
    assert names(told) == ([], ["--a"])


def test_undoing_an_older_act_leaves_the_newer_ones_to_be_undone():
    assert names(past(("a", None), ("b", None), ("-a", "a"))) == (["b"], ["-a"])


def test_what_was_only_shown_is_neither_undone_nor_ends_the_redoing():
    shown = PastAct("x", 9, "", "", "", "Export", "x", None)
    assert names([*past(("a", None), ("-a", "a")), shown]) == ([], ["-a"])
    assert set(NOT_UNDOABLE) == {"Export", "PublishReport"}


@given(st.lists(st.sampled_from("nur"), max_size=40))
def test_the_stacks_are_those_of_every_editor(keys):
    told: list[PastAct] = []
    done: list[str] = []
    undone: list[str] = []
    for n, key in enumerate(keys):
        if key == "n":
            told += past((f"{n}", None))
            done, undone = [*done, f"{n}"], []
        elif key == "u" and done:
            told += past((f"{n}", done[-1]))
            done, undone = done[:-1], [*undone, f"{n}"]
        elif key == "r" and undone:
            told += past((f"{n}", undone[-1]))
            done, undone = [*done, f"{n}"], undone[:-1]
        assert names(told) == (done, undone)


# --- the chain


@pytest.fixture
def chained(store: Store) -> Store:
    """Twelve acts with some forty changes."""
    add(store, *one_of_each())
    for n in range(3):
        add(store, *(a_child(f"B{n}{m}", "Ann") for m in range(5)))
        act = change(store, child_now(store, f"B{n}0"), replace(child_now(store, f"B{n}0"), given_name="Bea"))
        if n:
            undo(store, act)
    remove(store, child_now(store, "B04"))
    with store.writing() as writer:
        writer.write(line("Names shown", kind="Export"), [])
    act = add(store, a_child("C1"))
    undo(store, act)
    assert store.broken_link() is None
    assert store.problems() == []
    return store


def tampered(store: Store, deed: Callable) -> bool:
    """Whether a deed behind the program's back is noticed; it is taken back afterwards."""
    with store._engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys = 0")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        deed(connection)
        noticed = broken_link(connection, store.authority_id) is not None
        noticed |= any(unexplained(connection, store.authority_id))
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys = 1")
        connection.exec_driver_sql("BEGIN")
    return noticed


def ids_of(store: Store, table) -> list[str]:
    order = {"act": "seq", "change": "digest", "payload": "id"}[table.name]
    with store.reading() as reader:
        return list(reader.connection.execute(select(table.c.id).order_by(table.c[order])).scalars())


def test_altering_any_field_of_the_history_anywhere_is_noticed(chained):
    altered: dict[Table, dict[str, object]] = {
        tables.act: {
            "seq": 999, "at": "2020-01-01T00:00:00+00:00", "author": "x", "origin": "x", "kind": "x", "sentence": "x",
            "undoes": "x", "previous_digest": "f" * 64, "digest": "f" * 64, "authority_id": "x", "id": "x",
        },
        tables.change: {
            "act_id": "x", "entity": "x", "entity_id": "x", "digest": "f" * 64, "authority_id": "x",
        },
        tables.payload: {"salt": b"x" * 16, "before": "{}", "after": "{}"},
    }  # fmt: skip
    rng = Random(7)
    places = 0
    for table, values in altered.items():
        for name, value in values.items():
            for row in rng.sample(ids_of(chained, table), 5):
                places += 1
                deed = update(table).where(table.c.id == row).values({name: value})
                assert tampered(chained, lambda connection, deed=deed: connection.execute(deed)), (table.name, name)
    assert places == 95
    assert not tampered(chained, lambda connection: None)


def test_removing_any_act_or_change_is_noticed(chained):
    for table in (tables.act, tables.change):
        for row in ids_of(chained, table):
            assert tampered(
                chained, lambda connection, t=table, r=row: connection.execute(delete(t).where(t.c.id == r))
            )


def test_cutting_acts_off_the_end_with_all_that_belongs_to_them_is_noticed(chained):
    acts = ids_of(chained, tables.act)
    for count in range(1, len(acts) + 1):
        cut = acts[-count:]

        def deed(connection, cut=cut) -> None:
            changes = select(tables.change.c.id).where(tables.change.c.act_id.in_(cut))
            connection.execute(delete(tables.payload).where(tables.payload.c.id.in_(changes)))
            connection.execute(delete(tables.change).where(tables.change.c.act_id.in_(cut)))
            connection.execute(delete(tables.act).where(tables.act.c.id.in_(cut)))

        assert tampered(chained, deed), count


def test_acts_in_another_order_are_noticed(chained):
    acts = ids_of(chained, tables.act)
    for one, other in zip(range(1, len(acts)), range(2, len(acts) + 1), strict=True):

        def deed(connection, one=one, other=other) -> None:
            for before, after in ((one, -1), (other, one), (-1, other)):
                connection.execute(update(tables.act).where(tables.act.c.seq == before).values(seq=after))

        assert tampered(chained, deed)


def test_changes_of_one_act_in_another_order_are_noticed(chained):
    with chained.reading() as reader:
        [first, *_] = reader.connection.execute(select(tables.act.c.id).order_by(tables.act.c.seq)).scalars()

    def deed(connection) -> None:
        mine = tables.change.c.act_id == first
        for before, after in ((1, -1), (2, 1), (-1, 2)):
            connection.execute(
                update(tables.change).where(mine, tables.change.c.position == before).values(position=after)
            )

    assert tampered(chained, deed)


def test_a_fact_altered_added_or_removed_past_the_history_is_noticed(chained):
    child = tables.child
    row = {
        "id": new_id(),
        "authority_id": chained.authority_id,
        "council_id": "Z",
        "tracking_from": DAY,
        "row_version": 1,
    }
    deeds = (
        update(child).where(child.c.council_id == "B11").values(given_name="Zoe"),
        delete(child).where(child.c.council_id == "B12"),
        child.insert().values(row),
    )
    for deed in deeds:
        assert tampered(chained, lambda connection, deed=deed: connection.execute(deed))


def test_erasing_what_acts_held_leaves_the_chain_whole(chained):
    payloads = ids_of(chained, tables.payload)
    for gone in (payloads[:1], payloads[5:20], payloads):
        with chained.writing() as writer:
            writer.connection.execute(delete(tables.payload).where(tables.payload.c.id.in_(gone)))
        assert chained.broken_link() is None
    assert not tampered(chained, lambda connection: None)
    assert tampered(chained, lambda connection: connection.execute(update(tables.change).values(entity="iro")))


def test_the_chain_names_the_first_act_that_does_not_fit(chained):
    for seq in (1, 4, 9):

        def deed(connection, seq=seq) -> None:
            connection.execute(update(tables.act).where(tables.act.c.seq == seq).values(sentence="x"))

        with chained._engine.execution_options(writes=True).connect() as connection:
            deed(connection)
            assert broken_link(connection, chained.authority_id) == seq
            connection.rollback()
