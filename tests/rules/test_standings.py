"""Where a deadline stands: each standing, and which comes before which."""

import pytest

from iro_desktop.domain.vocabulary import BookingStatus, Ownership, Standing, Task
from iro_desktop.rules.standing import settled, unsettled
from tests.builders import booking, child_with, done, episode, on, review
from tests.rules.asking import deadlines, only, owed

CARE = episode("2024-03-04")  # first review due Wednesday 3 April 2024


@pytest.mark.parametrize(
    ("today", "standing", "left"),
    [
        ("2024-03-05", "upcoming", 19),
        ("2024-03-15", "upcoming", 11),
        ("2024-03-18", "due-soon", 10),
        ("2024-03-28", "due-soon", 2),
        ("2024-04-01", "due-soon", 2),
        ("2024-04-02", "due-soon", 1),
        ("2024-04-03", "due-today", 0),
        ("2024-04-04", "overdue", -1),
        ("2024-04-08", "overdue", -3),
    ],
)
def test_review_nears_its_day_and_passes_it(today: str, standing: str, left: int) -> None:
    one = owed(child_with(CARE), today)
    assert (one.standing, one.working_days_left) == (standing, left)


def test_review_due_on_a_friday_is_overdue_on_saturday_with_no_working_day_gone() -> None:
    one = owed(child_with(episode("2023-11-25")), "2023-12-23")
    assert (one.standing, one.working_days_left) == ("overdue", 0)


class TestBookings:
    def test_passed_booking_is_not_recorded_before_it_is_anything_else(self) -> None:
        assert owed(child_with(CARE, booking("2024-03-20")), "2024-04-08").standing == "not-recorded"

    def test_passed_booking_is_not_recorded_even_where_the_review_is_not_due_yet(self) -> None:
        assert owed(child_with(CARE, booking("2024-03-20")), "2024-03-21").standing == "not-recorded"

    def test_booking_of_today_is_not_passed(self) -> None:
        assert owed(child_with(CARE, booking("2024-03-20")), "2024-03-20").standing == "due-soon"

    def test_booking_after_the_due_day_does_not_hide_that_it_is_overdue(self) -> None:
        assert owed(child_with(CARE, booking("2024-05-20")), "2024-04-08").standing == "overdue"

    def test_newest_open_booking_counts(self) -> None:
        facts = child_with(CARE, booking("2024-03-20"), booking("2024-03-27"))
        assert owed(facts, "2024-03-21").booked_on == on("2024-03-27")

    @pytest.mark.parametrize("status", [BookingStatus.MOVED, BookingStatus.CANCELLED, BookingStatus.HELD])
    def test_closed_booking_is_no_booking(self, status: BookingStatus) -> None:
        assert owed(child_with(CARE, booking("2024-03-20", status)), "2024-03-21").booked_on is None

    def test_booking_on_the_day_of_the_last_review_was_for_that_review(self) -> None:
        facts = child_with(CARE, review("2024-03-20"), booking("2024-03-20"))
        assert owed(facts, "2024-03-21").booked_on is None

    def test_passed_booking_says_which_day_it_was(self) -> None:
        assert "20 Mar 2024" in owed(child_with(CARE, booking("2024-03-20")), "2024-03-21").note


class TestTracking:
    def test_review_due_before_tracking_is_never_overdue(self) -> None:
        facts = child_with(CARE, tracking_from="2024-04-04")
        assert owed(facts, "2024-09-02").standing == "not-recorded"

    def test_review_due_on_the_first_day_of_tracking_can_be_overdue(self) -> None:
        assert owed(child_with(CARE, tracking_from="2024-04-03"), "2024-09-02").standing == "overdue"

    def test_review_due_before_tracking_says_why_it_is_not_judged(self) -> None:
        assert "before this child was tracked" in owed(child_with(CARE, tracking_from="2024-04-04"), "2024-09-02").note

    def test_booking_to_come_shows_that_a_review_due_before_tracking_is_not_held(self) -> None:
        facts = child_with(CARE, booking("2024-09-10"), tracking_from="2024-04-04")
        assert owed(facts, "2024-09-02").standing == "overdue"


class TestOwnership:
    def test_others_work_that_is_not_near_is_waited_for(self) -> None:
        facts = child_with(CARE, review("2024-03-20"))
        assert only("after.distribution", facts, "2024-03-21").standing == "waiting"

    def test_others_work_that_is_near_is_due_soon(self) -> None:
        facts = child_with(CARE, review("2024-03-20"))
        assert only("after.distribution", facts, "2024-04-08").standing == "due-soon"

    def test_others_work_that_is_late_is_overdue(self) -> None:
        facts = child_with(CARE, review("2024-03-20"))
        assert only("after.distribution", facts, "2024-05-08").standing == "overdue"

    def test_own_work_that_is_not_near_is_upcoming(self) -> None:
        facts = child_with(CARE, review("2024-03-20"))
        assert only("after.minutes", facts, "2024-03-21").standing == "upcoming"


class TestAlone:
    @pytest.mark.parametrize(("met", "standing"), [("2024-04-03", Standing.MET), ("2024-04-04", Standing.MET_LATE)])
    def test_done_on_the_last_day_is_in_time(self, met: str, standing: Standing) -> None:
        assert settled(on("2024-04-03"), on(met)) is standing

    @pytest.mark.parametrize(
        ("due", "left", "ownership", "standing"),
        [
            ("2024-04-02", -1, Ownership.MINE, Standing.OVERDUE),
            ("2024-04-02", -1, Ownership.THEIRS, Standing.OVERDUE),
            ("2024-04-03", 0, Ownership.THEIRS, Standing.DUE_TODAY),
            ("2024-04-17", 10, Ownership.THEIRS, Standing.DUE_SOON),
            ("2024-04-18", 11, Ownership.THEIRS, Standing.WAITING),
            ("2024-04-18", 11, Ownership.MINE, Standing.UPCOMING),
            ("2024-04-18", 11, Ownership.WATCH, Standing.UPCOMING),
        ],
    )
    def test_first_standing_that_fits(self, due: str, left: int, ownership: Ownership, standing: Standing) -> None:
        assert unsettled(on(due), on("2024-04-03"), left, ownership) is standing


def test_only_what_is_met_or_missed_is_closed() -> None:
    held = review("2023-05-31"), review("2023-08-31"), review("2024-02-20")
    late = done(Task.MINUTES, "2024-03-20", held[2])
    found = deadlines(child_with(episode("2023-05-03"), *held, late), "2024-03-22")
    assert {one.standing.value for one in found if not one.is_open} == {"met", "met-late", "missed"}


def test_what_is_neither_met_nor_missed_is_open() -> None:
    facts = child_with(CARE, review("2024-03-20"))
    found = deadlines(facts, "2024-04-04")
    assert {one.standing.value for one in found if one.is_open} == {"overdue", "due-soon", "waiting", "upcoming"}


def test_nothing_is_listed_whose_trigger_has_not_happened() -> None:
    facts = child_with(CARE, review("2024-03-20"))
    assert [one for one in deadlines(facts, "2024-03-21") if one.standing is Standing.NOT_DUE] == []
