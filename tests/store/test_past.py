"""The past as the history tells it: when an act was done, when a day ends, and what was erased."""

import time
from datetime import UTC, date, datetime, timedelta
from random import Random
from threading import Event, Thread

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError

from iro_desktop.domain.acts import AddChild, ChangeChild
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store import store as store_module
from iro_desktop.store import tables
from iro_desktop.store.past import end_of, in_order
from iro_desktop.store.store import GaveWay
from tests.services.cases import CHILD, IRO
from tests.services.office import Office, day

FOURTH, LATER = day("4 Nov"), day("20 Nov")


@pytest.mark.parametrize("seed", range(40))
def test_a_clock_that_was_wrong_for_a_while_is_not_believed(seed):
    """Some acts in a row are stamped years off: they count with the act before them, the rest as stamped."""
    rng, begins = Random(seed), datetime(2026, 1, 1, tzinfo=UTC)
    right = [begins + timedelta(days=n) for n in range(30)]
    first, many = rng.randint(8, 20), rng.randint(1, 6)
    off = timedelta(days=rng.choice((-4000, -400, 400, 4000)))
    stamped = [one + off if first <= n < first + many else one for n, one in enumerate(right)]
    taken = in_order(stamped)
    assert taken == sorted(taken)
    assert taken == [right[first - 1] if first <= n < first + many else one for n, one in enumerate(right)]


def test_acts_in_order_are_taken_as_stamped_and_none_are_none():
    moments = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n // 2) for n in range(9)]
    assert in_order(moments) == moments
    assert in_order([]) == []


@pytest.fixture
def in_zone(monkeypatch):
    """This computer's clock in another zone."""

    def zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "on", "ends"),
    [
        ("Europe/London", date(2026, 3, 28), "2026-03-29T00:00:00+00:00"),
        ("Europe/London", date(2026, 3, 29), "2026-03-29T23:00:00+00:00"),  # 23 hours: summer time begins
        ("Europe/London", date(2026, 10, 24), "2026-10-24T23:00:00+00:00"),
        ("Europe/London", date(2026, 10, 25), "2026-10-26T00:00:00+00:00"),  # 25 hours: it ends
        ("Pacific/Auckland", date(2026, 7, 1), "2026-07-01T12:00:00+00:00"),
        ("America/Los_Angeles", date(2026, 7, 1), "2026-07-02T07:00:00+00:00"),
    ],
)
def test_a_day_ends_at_midnight_of_this_computers_clock(in_zone, zone, on, ends):
    in_zone(zone)
    assert end_of(on) == datetime.fromisoformat(ends)


def test_the_erased_leave_no_trace_on_any_day(store):
    office = Office(store, FOURTH)
    office.do(IRO, CHILD, AddChild(child="A2", given_name="Zebedee", looked_after_since=day("12 Oct")))
    office.actor = Actor("tester", "window", LATER)
    office.do(ChangeChild(child="A2", known_as="Zeb"))
    row = office.child("A2").id
    with office.store._engine.execution_options(writes=True).begin() as connection:
        found = select(tables.change.c.id).where(tables.change.c.entity_id == row)
        connection.execute(delete(tables.payload).where(tables.payload.c.id.in_(found)))
    for on in (FOURTH, day("19 Nov"), LATER):
        then = Snapshot.as_at(office.store, on, england())
        assert list(then.children) == ["A1"]
        assert "Zeb" not in repr(then)


def test_a_long_reading_gives_way_to_an_act(store, monkeypatch: pytest.MonkeyPatch):
    """The act is kept at once, as if nobody were reading; the reading says that it stopped."""
    office = Office(store)
    office.do(IRO, CHILD)
    is_reading, ended = Event(), []

    def begun():
        is_reading.set()
        return 0

    def for_ever(connection, _authority, _until):
        connection.connection.driver_connection.create_function("begun", 0, begun)
        connection.exec_driver_sql("SELECT count(*) FROM act").fetchone()  # from here on no writer can commit
        return connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 + begun() FROM n) SELECT max(i) FROM n"
        ).fetchall()

    def read():
        try:
            store.as_at(FOURTH)
        except GaveWay:
            ended.append("gave way")

    monkeypatch.setattr(store_module, "told_before", for_ever)
    reader = Thread(target=read)
    reader.start()
    assert is_reading.wait(5)
    office.do(ChangeChild(child="A1", given_name="Bea"))
    reader.join(5)
    assert ended == ["gave way"]
    assert [one.facts.child.given_name for one in office.snapshot().children.values()] == ["Bea"]


def test_a_fault_of_a_reading_stays_a_fault(store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store_module, "told_before", lambda connection, *_: connection.exec_driver_sql("SELECT no"))
    with pytest.raises(OperationalError, match="no such column"):
        store.as_at(FOURTH)
