"""Ids: UUIDv7, unlike one another, sorted by the time of their making."""

import threading
import time
import uuid

from iro_desktop.store import identity
from iro_desktop.store.identity import new_id


def test_an_id_is_a_uuid_of_version_7_and_of_now():
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id())
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert before <= made.int >> 80 <= time.time_ns() // 1_000_000 + 50


def test_ids_made_one_after_the_other_sort_so():
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_threads_get_different_ids():
    made: list[list[str]] = [[] for _ in range(4)]

    def make(ids: list[str]) -> None:
        ids.extend(new_id() for _ in range(2_000))

    threads = [threading.Thread(target=make, args=(ids,)) for ids in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for ids in made for one in ids}) == 8_000
    assert all(ids == sorted(ids) for ids in made)


def test_a_clock_set_back_does_not_turn_the_order(monkeypatch):
    moments = iter([2_000_000_000_000_000_000, 1_000_000_000_000_000_000, 1_000_000_000_000_000_000])
    monkeypatch.setattr(identity, "_clock", identity._Clock(lambda: next(moments)))
    ids = [new_id() for _ in range(3)]
    assert ids == sorted(ids)


def test_more_ids_than_a_millisecond_holds_still_ascend(monkeypatch):
    monkeypatch.setattr(identity, "_clock", identity._Clock(lambda: 2_000_000_000_000_000_000))
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert all(uuid.UUID(one).version == 7 for one in ids[::999])


def test_ids_made_on_many_laptops_at_one_moment_differ_by_chance(monkeypatch):
    ids = set()
    for _ in range(100):
        monkeypatch.setattr(identity, "_clock", identity._Clock(lambda: 2_000_000_000_000_000_000))
        ids.add(new_id())
    assert len({one[:18] for one in ids}) == 1
    assert len(ids) == 100
