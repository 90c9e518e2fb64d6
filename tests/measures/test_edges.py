"""What the eye goes past in a figure: before tracking, after care, at eighteen, in care again, pathway reviews."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.records import Alert, Allocation, Booking, ChildFacts
from iro_desktop.domain.vocabulary import BookingStatus, Participation, Task
from iro_desktop.measures.compute import rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.definitions.words import CHALLENGE, FOSTERING, PATHWAY
from iro_desktop.measures.model import Counted, LeftOut, Row, Span
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from tests.builders import child_with, done, episode, new_id, on, pathway_review, review

TODAY = date(2026, 11, 23)
NAMES = {"iro": "Asha Iyer", "other": "Ben Oduya"}


def rows(measure: str, facts: ChildFacts, first: str = "2026-01-01", last: str = "2026-12-31") -> list[Row]:
    counted = Counted(facts, deadlines_of(facts, england(), TODAY), NAMES)
    return rows_of(BY_ID[measure], [counted], Span(on(first), on(last), TODAY))


def only(measure: str, facts: ChildFacts, first: str = "2026-01-01", last: str = "2026-12-31") -> Row:
    (row,) = rows(measure, facts, first, last)
    return row


def test_what_was_done_before_tracking_does_not_count_for_what_was_not_left_no_trace() -> None:
    held = review("2026-03-02")
    facts = child_with(
        episode("2026-02-02"), held, done(Task.CHILD_SEEN, "2026-02-27"), done(Task.REPORT, "2026-02-20"),
        tracking_from="2026-06-01",
    )  # fmt: skip
    for measure in ("consulted", "visits.before", "reports.in-time", "rearranged", "minutes.in-time"):
        assert only(measure, facts).left_out is LeftOut.NOT_TRACKED, measure


def test_a_mid_point_falls_due_only_where_the_interval_is_still_open_on_its_day() -> None:
    first, second, third = review("2026-01-30"), review("2026-04-20"), review("2026-07-10")
    early = done(Task.MID_POINT, "2026-06-01", second)
    assert (
        rows("mid-point.coverage", child_with(episode("2026-01-05"), first, second, third, early), last="2026-09-30")
        == []
    )
    open_still = child_with(episode("2026-01-05"), first, second, done(Task.MID_POINT, "2026-06-01", second))
    assert only("mid-point.coverage", open_still).is_met
    ended = child_with(episode("2026-01-05", ended="2026-07-15", end_reason="E4A"), first, second, early)
    assert rows("mid-point.coverage", ended) == []


def test_pathway_plan_reviews_are_in_no_figure_of_children_looked_after() -> None:
    young = child_with(
        episode("2020-01-06", ended="2025-05-05", end_reason="E15"), pathway_review("2026-01-12"),
        pathway_review("2026-07-06"), pathway_review("2026-07-06"), born="2007-05-05",
    )  # fmt: skip
    moved = Booking(
        new_id(), "c", on("2026-07-13"), BookingStatus.MOVED, closed_on=on("2026-07-01"), kind=young.reviews[0].kind
    )
    young = replace(young, bookings=(moved,))
    others = (PATHWAY, CHALLENGE, FOSTERING)
    for definition in DEFINITIONS:
        if definition.subject not in others:
            assert rows(definition.id, young) == [], definition.id
    assert len(rows("pathway.held", young)) == 2  # also those of which no code is recorded
    assert [one.left_out for one in rows("pathway.attendance", young)] == [LeftOut.NOT_SAID, LeftOut.NOT_SAID]


def test_a_pathway_review_of_the_same_day_does_not_take_the_place_of_the_childs_own() -> None:
    held = review("2026-03-02")
    facts = child_with(
        episode("2024-01-05"), held, pathway_review("2026-03-02"), done(Task.MINUTES, "2026-03-10", held),
        born="2009-05-05",
    )  # fmt: skip
    assert only("minutes.in-time", facts).is_met


def test_the_passport_of_a_second_time_in_care_is_not_that_of_the_first() -> None:
    facts = child_with(
        episode("2026-01-05", ended="2026-02-10", end_reason="E4A"), episode("2026-06-01"),
        done(Task.INTRODUCTION, "2026-06-03"),
    )  # fmt: skip
    assert [one.is_met for one in rows("passports.sent", facts)] == [False, True]


def _allocated(*turns: tuple[str, str, str | None]) -> tuple[Allocation, ...]:
    return tuple(Allocation(new_id(), "c", who, on(since), on(to) if to else None) for who, since, to in turns)


def test_a_start_of_care_is_of_the_iro_first_given_the_child_in_that_time_in_care() -> None:
    stay = episode("2026-03-02", ended="2026-05-04", end_reason="E4A")
    given = Allocation(new_id(), "c", "iro", on("2026-03-05"), on("2026-04-01"))
    passed_on = Allocation(new_id(), "c", "other", on("2026-04-02"))
    for measure in ("children.started", "passports.sent"):
        assert only(measure, child_with(stay, given, passed_on)).iro == "Asha Iyer", measure
        assert only(measure, child_with(stay, replace(given, from_on=on("2026-03-02")), passed_on)).iro == "Asha Iyer"
        later = replace(passed_on, from_on=on("2026-06-01"))
        assert only(measure, child_with(stay, later)).iro == "", measure


def test_another_iro_after_care_has_ended_is_no_change_for_a_child_looked_after() -> None:
    ended = child_with(episode("2026-01-05", ended="2026-05-01", end_reason="E4A"))
    kept = replace(ended, allocations=_allocated(("iro", "2026-01-07", "2026-08-31"), ("other", "2026-09-01", None)))
    row = only("iro-changes", kept)
    assert (row.amount, row.day, row.iro) == (0, date(2026, 5, 1), "Asha Iyer")
    again = replace(ended, allocations=_allocated(("iro", "2026-01-07", "2026-02-01"), ("iro", "2026-03-01", None)))
    assert only("iro-changes", again).amount == 0
    changed = replace(ended, allocations=_allocated(("iro", "2026-01-07", "2026-02-01"), ("other", "2026-02-02", None)))
    assert only("iro-changes", changed).amount == 1


def test_the_latest_review_is_of_this_time_in_care() -> None:
    facts = child_with(
        episode("2025-01-06", ended="2025-06-10", end_reason="E4A"), review("2025-01-30"), episode("2026-11-16")
    )
    assert only("timeliness.latest", facts).left_out is LeftOut.NONE_HELD


def test_a_review_overdue_at_the_end_of_a_period_stays_so_though_care_ended_later_without_it() -> None:
    facts = child_with(
        episode("2025-06-02", ended="2026-05-20", end_reason="E4A"), review("2025-06-25"), review("2025-09-22")
    )
    assert only("timeliness.latest", facts, "2025-04-01", "2026-03-31").left_out is None
    assert not only("timeliness.latest", facts, "2025-04-01", "2026-03-31").is_met
    assert only("timeliness.latest", facts, "2025-04-01", "2026-03-01").is_met


def test_one_who_has_turned_eighteen_is_no_child_looked_after_though_nobody_recorded_the_end() -> None:
    facts = child_with(episode("2020-01-06"), born="2008-11-23")
    for measure in ("children.stock", "timeliness.child", "timeliness.latest"):
        assert only(measure, facts).left_out is LeftOut.GROWN_UP
        assert only(measure, facts, last="2026-11-22").left_out is not LeftOut.GROWN_UP


def test_nothing_due_is_told_from_nothing_known() -> None:
    known = child_with(episode("2026-03-30", ended="2026-04-12", end_reason="E4A"))
    assert only("timeliness.child", known, "2025-04-01", "2026-03-31").left_out is LeftOut.NONE_DUE
    cut = child_with(episode("2020-03-30"), review("2026-07-01"), complete_from="2026-04-01")
    assert only("timeliness.child", cut, "2025-04-01", "2026-03-31").left_out is LeftOut.PREDECESSOR_UNKNOWN


def test_the_day_of_exit_is_none_on_which_a_child_is_looked_after_and_a_review_on_it_is_held_in_care() -> None:
    facts = child_with(episode("2026-01-05", ended="2026-01-30", end_reason="E4A"), review("2026-01-30"))
    assert rows("children.stock", facts, last="2026-01-30") == []
    assert only("children.stock", facts, last="2026-01-29").is_met
    assert only("timeliness.held", facts).is_met


def test_alerts_of_one_day_are_told_apart_and_keep_their_place_when_another_is_resolved() -> None:
    one, two = (Alert(new_id(), "c", on("2026-03-02"), nth=nth) for nth in (1, 2))
    facts = replace(child_with(episode("2026-01-05")), alerts=(one, two))
    places = [row.nth for row in rows("alerts.raised", facts)]
    older = Alert("0", "c", on("2026-02-02"), on("2026-03-02"))
    assert [row.nth for row in rows("alerts.raised", replace(facts, alerts=(older, one, two)))][1:] == places == [1, 2]


def test_a_child_of_nobody_is_counted_in_the_whole() -> None:
    facts = child_with(episode("2026-01-05"), review("2026-01-30"))
    assert only("timeliness.held", facts).iro == ""
    assert rows_of(BY_ID["timeliness.held"], [Counted(facts, (), NAMES)], Span(TODAY, TODAY, TODAY), "Asha Iyer") == []


def test_under_four_is_no_child_who_stayed_away() -> None:
    one = replace(review("2026-03-02"), participation=Participation.PN0)
    assert rows("not-attended", child_with(episode("2026-01-05"), one, born="2024-01-01")) == []
