"""The invented authority has a past: its facts were entered about when they happened, and some of them late."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from iro_desktop.domain.acts import AddRecommendation, FreezeFigures, RecordReviewHeld, RecordTaskDone
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor
from iro_desktop.services.demo import fill
from iro_desktop.services.laid_down import lay_down
from iro_desktop.services.local import make_store
from iro_desktop.services.sample import demo
from iro_desktop.services.sample.entered import sittings
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store import vault
from iro_desktop.store.history import SAMPLE
from iro_desktop.store.store import Places, Store

TODAY = date(2026, 11, 23)
ACTOR = Actor("sample", SAMPLE, TODAY)


@pytest.fixture(autouse=True)
def quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY_KIB", 64)
    monkeypatch.setattr(vault, "PASSES", 1)


def made(folder: Path, *, is_sample: bool = True) -> Store:
    return make_store(Places(folder / "store"), "five plain words for tests", is_sample=is_sample)[0]


def laid(folder: Path, today: date = TODAY) -> Store:
    store = made(folder)
    lay_down(store, demo(today), folder / "files", replace(ACTOR, today=today), england())
    return store


def test_every_act_is_entered_once_and_the_same_each_time():
    sample = demo(TODAY)
    entered = sittings(sample)
    assert entered == sittings(sample)
    assert sorted(map(repr, sample.acts)) == sorted(repr(act) for one in entered for act in one.acts)
    assert frozenset.union(*(one.children for one in entered)) == {one.council_id for one in sample.children}


def test_nothing_is_entered_before_it_happened_and_some_of_it_long_after():
    waited = [
        (one.day - act.done_on).days
        for one in sittings(demo(TODAY))
        for act in one.acts
        if isinstance(act, RecordTaskDone) and act.done_on > date(2025, 10, 1)
    ]
    assert min(waited) >= 0
    assert sorted(waited)[len(waited) // 2] <= 7
    assert 0.02 < sum(days > 28 for days in waited) / len(waited) < 0.2


def test_what_a_review_recommended_is_entered_with_the_review_or_after_it():
    seen: set[tuple[str, date]] = set()
    by_hand = {(one.child, one.held_on) for one in demo(TODAY).acts if isinstance(one, RecordReviewHeld)}
    for one in sittings(demo(TODAY)):
        for act in one.acts:
            if isinstance(act, RecordReviewHeld):
                seen.add((act.child, act.held_on))
            elif isinstance(act, AddRecommendation):
                assert (act.child, act.held_on) in seen or (act.child, act.held_on) not in by_hand


def test_entered_week_by_week_or_all_at_once_the_facts_of_today_are_the_same(tmp_path):
    plain = replace(demo(TODAY), acts=tuple(one for one in demo(TODAY).acts if not isinstance(one, FreezeFigures)))
    with made(tmp_path / "a") as once, made(tmp_path / "b") as weekly:
        fill(once, plain, tmp_path / "a", ACTOR)
        lay_down(weekly, plain, tmp_path / "b", ACTOR, england())
        assert weekly.dump().counts == once.dump().counts
        assert every_date(weekly) == every_date(once)


def every_date(store: Store) -> list[tuple[str, date | None, str, date | None]]:
    """Every date of every child: which, when, how it stands, when it was settled."""
    now = Snapshot.of(store, TODAY, england())
    found = (one for child in now.children.values() for one in child.deadlines)
    return sorted(((one.id, one.due_on, one.standing.value, one.met_on) for one in found), key=repr)


def test_the_history_is_in_order_reaches_back_a_year_and_is_whole(tmp_path):
    with laid(tmp_path) as store:
        moments = [datetime.fromisoformat(one.at) for one in store.acts()]
        assert moments == sorted(moments)
        assert moments[0].date() <= TODAY - timedelta(365)
        assert {one.origin for one in store.acts()} == {SAMPLE}  # the ground one starts from: nothing to undo
        assert store.problems() == []
        assert store.broken_link() is None


def test_a_past_is_laid_down_in_a_samples_store_alone(tmp_path):
    with made(tmp_path, is_sample=False) as store, pytest.raises(ValueError, match="sample"):
        lay_down(store, demo(TODAY), tmp_path / "files", ACTOR, england())
    assert not (tmp_path / "files").exists()


@pytest.mark.parametrize(
    "today", [date(2026, 12, 29), date(2027, 2, 9), date(2027, 4, 13), date(2027, 5, 18), date(2028, 2, 29)]
)
def test_the_demo_opens_on_any_day(tmp_path, today):
    store = made(tmp_path)
    left_out = lay_down(store, demo(today), tmp_path / "files", replace(ACTOR, today=today), england())
    with store:
        assert len(store.acts()) > 50
    assert [one.kind for one in left_out] in ([], ["OverrideDeadline"])
