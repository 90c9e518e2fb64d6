"""The talk with the child told by how it was held, and work that no booking left time for."""

from dataclasses import replace

import pytest

from iro_desktop.domain.records import Completion
from iro_desktop.domain.vocabulary import BookingStatus, Standing, TalkHow, Task
from iro_desktop.rules import preparation
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.model import Deadline
from tests.builders import booking, child_with, done, episode, new_id, on, practice, review

TODAY = on("2026-11-23")
ENGLAND = england()
HELD = ("2026-05-20", "2026-01-20")


def talk(day: str, how: TalkHow | None, note: str | None = None) -> Completion:
    return Completion(new_id(), "c", Task.CHILD_SEEN, on(day), None, how.value if how else None, note)


def booked(review_on: str, made: str | None, status: BookingStatus = BookingStatus.OPEN, closed: str | None = None):
    one = booking(review_on, status)
    return replace(one, booked_on=on(made) if made else None, closed_on=on(closed) if closed else None)


def rows(*facts, rule: Task, born: str | None = "2015-05-05", **settings: str) -> list[Deadline]:
    child = child_with(episode("2025-09-22"), *(review(day) for day in sorted(HELD)), *facts, born=born)
    found = deadlines_of(child, ENGLAND, TODAY, practice(**settings) if settings else practice())
    return [one for one in found if one.rule.id == rule]


def the_talk(*facts, born: str | None = "2015-05-05") -> Deadline:
    found = rows(booked("2026-11-30", "2026-10-01"), *facts, rule=Task.CHILD_SEEN, born=born)
    return next(one for one in found if one.trigger_on == on("2026-11-30"))


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (None, ""),
        (TalkHow.ALONE, ""),
        (TalkHow.ALONE_REMOTELY, "Spoken to alone, by telephone or video."),
        (TalkHow.OBSERVED, "Under four: the child was observed."),
        (TalkHow.REFUSED, "Not spoken to alone: the child did not want to."),
        (TalkHow.NOT_SUITABLE, "Not spoken to alone: not appropriate for the child’s age or understanding."),
    ],
)
def test_each_way_settles_the_talk_and_says_which_it_was(how: TalkHow | None, words: str):
    settled = the_talk(talk("2026-11-19", how, "free words stay on the record"))
    assert (settled.standing, settled.met_on, settled.note) == (Standing.MET, on("2026-11-19"), words)


def test_a_talk_counts_before_a_refusal_of_an_earlier_day():
    settled = the_talk(talk("2026-11-16", TalkHow.REFUSED), talk("2026-11-19", TalkHow.ALONE))
    assert (settled.met_on, settled.note) == (on("2026-11-19"), "")


def test_an_open_talk_knows_that_the_child_is_under_four_on_the_day():
    assert the_talk(born="2022-12-01").note == preparation.UNDER_FOUR
    assert the_talk(born="2022-11-30").note == ""
    assert the_talk(born=None).note == ""


@pytest.mark.parametrize(
    ("how", "is_sight"),
    [
        (None, True),
        (TalkHow.ALONE, True),
        (TalkHow.ALONE_REMOTELY, False),
        (TalkHow.OBSERVED, True),
        (TalkHow.THROUGH_OTHERS, False),
        (TalkHow.REFUSED, False),
        (TalkHow.NOT_SUITABLE, False),
    ],
)
def test_only_a_child_who_was_seen_counts_as_visited(how: TalkHow | None, *, is_sight: bool):
    (visit,) = rows(talk("2026-11-19", how), rule=Task.IRO_VISIT, iro_visit="+3m")
    assert visit.trigger_on == (on("2026-11-19") if is_sight else on("2026-05-20"))


def consultation(*bookings) -> Deadline:
    found = rows(*bookings, rule=Task.CONSULT)
    return next(one for one in found if one.is_open)


def test_work_is_booked_too_late_for_where_its_day_had_passed_on_booking():
    late = consultation(booked("2026-12-04", "2026-11-20"))
    assert (late.due_on, late.standing, late.note) == (
        on("2026-11-13"),
        Standing.OVERDUE,
        preparation.BOOKED_TOO_LATE,
    )


@pytest.mark.parametrize("made", ["2026-10-01", "2026-11-13", None])
def test_work_booked_for_in_time_is_overdue_and_so_is_what_nobody_knows(made: str | None):
    assert consultation(booked("2026-12-04", made)).note == ""


def test_moved_forward_past_its_day_it_is_booked_too_late():
    moved = booked("2027-01-20", "2026-10-01", BookingStatus.MOVED, "2026-11-20")
    assert consultation(moved, booked("2026-12-04", "2026-11-20")).note == preparation.BOOKED_TOO_LATE


def test_what_fell_due_under_the_booking_before_is_overdue_still():
    moved = booked("2026-12-02", "2026-10-01", BookingStatus.MOVED, "2026-11-20")
    assert consultation(moved, booked("2026-12-04", "2026-11-20")).note == ""


def test_what_was_done_is_told_as_done():
    settled = rows(booked("2026-12-04", "2026-11-20"), done(Task.CONSULT, "2026-11-21"), rule=Task.CONSULT)
    assert settled[-1].standing is Standing.MET_LATE
