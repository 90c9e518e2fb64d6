"""What holds of every row of the register, and of every date of an invented life, whatever the facts."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from iro_desktop.domain.vocabulary import Ownership, Standing
from iro_desktop.rules.calendar import england
from iro_desktop.rules.carers import carer_deadlines
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.explain import explain, is_age
from iro_desktop.rules.model import Deadline, Offset, Rule, Unit
from iro_desktop.rules.offsets import counted
from iro_desktop.rules.practice import Practice
from iro_desktop.rules.register import RULES
from tests.rules.lives import life
from tests.rules.lives_advised import advised
from tests.rules.lives_more import household, life_after_care, life_in_care
from tests.rules.lives_of_alerts import disputed

DAY = timedelta(days=1)
# Two Christmases, the extra days of 2022, a leap day, every month's end.
TRIGGERS = [date(2021, 12, 1) + timedelta(days=n) for n in range(850)]
MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}
AS_A_WHOLE = "Out of timescale as a whole"


def named(rule: Rule) -> str:
    return f"{rule.id} {rule.offset} {rule.valid_from}"


def due(day: date, offset: Offset) -> date:
    return counted(england(), day, offset.count, offset.unit).due_on


def months_away(day: date, months: int) -> date:
    """By year and month number alone; a day that the month lacks is its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@pytest.mark.parametrize("rule", RULES, ids=named)
class TestEveryRow:
    def test_date_lies_on_the_rules_side_of_its_trigger(self, rule: Rule) -> None:
        sign = (rule.offset.count > 0) - (rule.offset.count < 0)
        found = {((due(day, rule.offset) - day) > timedelta(0)) - (due(day, rule.offset) < day) for day in TRIGGERS}
        assert found == {sign}

    def test_later_trigger_never_gives_an_earlier_date(self, rule: Rule) -> None:
        days = [due(day, rule.offset) for day in TRIGGERS]
        assert days == sorted(days)

    def test_planning_day_is_the_last_working_day_by_then(self, rule: Rule) -> None:
        for day in TRIGGERS[::7]:
            count = counted(england(), day, rule.offset.count, rule.offset.unit)
            assert england().is_working(count.plan_by)
            assert england().between(count.plan_by, count.due_on) == 0
            assert count.plan_by <= count.due_on


@pytest.mark.parametrize("rule", [one for one in RULES if one.offset.unit is Unit.WORKING_DAYS], ids=named)
def test_working_days_of_a_row_add_up(rule: Rule) -> None:
    for day in TRIGGERS:
        there = due(day, rule.offset)
        assert england().is_working(there)
        if rule.offset.count > 0:
            assert england().between(day, there) == rule.offset.count
        else:  # the review's own day is day 0
            assert england().between(there - DAY, day - DAY) == -rule.offset.count


@pytest.mark.parametrize("rule", [one for one in RULES if one.offset.unit in MONTHS], ids=named)
def test_months_of_a_row_are_added_in_one_go(rule: Rule) -> None:
    months = rule.offset.count * MONTHS[rule.offset.unit]
    assert [due(day, rule.offset) for day in TRIGGERS] == [months_away(day, months) for day in TRIGGERS]


@pytest.mark.parametrize("rule", [one for one in RULES if one.offset.unit in (Unit.DAYS, Unit.WEEKS)], ids=named)
def test_days_and_weeks_of_a_row_are_consecutive_days(rule: Rule) -> None:
    days = rule.offset.count * (7 if rule.offset.unit is Unit.WEEKS else 1)
    assert {(due(day, rule.offset) - day).days for day in TRIGGERS} == {days}


def invented(seed: int) -> Iterator[tuple[list[Deadline], date, Practice]]:
    """The deadlines of six invented cases, the day, and the practice they are judged by."""
    facts, today = life(seed)
    yield deadlines_of(facts, england(), today), today, Practice()
    for make in (life_in_care, life_after_care, disputed, advised):
        child, settings, today = make(seed)
        practice = Practice(settings)
        yield deadlines_of(child, england(), today, practice), today, practice
    carer, settings, today = household(seed)
    practice = Practice(settings)
    yield carer_deadlines(carer, england(), today, practice), today, practice


def fault_of(one: Deadline, today: date, soon: int) -> str | None:
    """Why the standing is outside its definition."""
    fits = is_settled_so(one) if one.met_on is not None else is_open_so(one, today, soon)
    return None if fits else f"{one.id} {one.due_on} {one.met_on} {one.standing} on {today}"


def is_settled_so(one: Deadline) -> bool:
    """Met by the due day; a series may be late as a whole, and where the date is a first day none is late."""
    assert one.met_on is not None
    assert one.due_on is not None
    if one.standing is Standing.MET:
        return one.met_on <= one.due_on or one.rule.is_earliest
    return one.standing is Standing.MET_LATE and (one.met_on > one.due_on or AS_A_WHOLE in one.note)


def is_open_so(one: Deadline, today: date, soon: int) -> bool:
    """Past, today, within the working days that are soon, or further off; an early review may have no day."""
    if one.due_on is None:
        early = one.rule.id == "review.early" and one.standing in (Standing.OVERDUE, Standing.DUE_SOON)
        return early or one.standing in (Standing.NOT_RECORDED, Standing.UPCOMING)
    if one.standing is Standing.NOT_RECORDED:
        return True
    if one.due_on < today:
        return one.standing in (Standing.OVERDUE, Standing.MISSED)
    if one.due_on == today:
        is_review_over = one.standing is Standing.MISSED and one.rule.subject == "before"  # held today, without it
        return one.standing is Standing.DUE_TODAY or is_review_over
    if england().between(today, one.due_on) <= soon:
        return one.standing is Standing.DUE_SOON
    theirs = one.rule.ownership is Ownership.THEIRS
    return one.standing is (Standing.WAITING if theirs else Standing.UPCOMING)


@pytest.mark.parametrize("seed", range(60))
class TestEveryLife:
    def test_last_step_of_every_explanation_ends_on_its_date(self, seed: int) -> None:
        for found, _, _ in invented(seed):
            assert [one.id for one in found if explain(one, england())[-1].on != one.due_on] == []

    def test_ids_are_unlike_each_other(self, seed: int) -> None:
        for found, _, _ in invented(seed):
            assert len({one.id for one in found}) == len(found)

    def test_every_row_was_in_force_on_its_trigger(self, seed: int) -> None:
        for found, _, _ in invented(seed):
            assert [one.id for one in found if not one.rule.in_force_on(one.trigger_on)] == []

    def test_no_standing_is_outside_its_definition(self, seed: int) -> None:
        for found, today, practice in invented(seed):
            soon = practice.due_soon_on(today)
            assert [fault for one in found if (fault := fault_of(one, today, soon))] == []

    def test_no_law_is_later_than_its_row(self, seed: int) -> None:
        """Whatever a service chose, a row of statute ends no later than it is printed."""
        own = {(rule.id, rule.valid_from, rule.what): rule for rule in RULES if rule.authority.value == "statute"}
        for found, _, _ in invented(seed):
            for one in found:
                rule = own.get((one.rule.id, one.rule.valid_from, one.rule.what))
                if rule is not None and one.due_on is not None and not is_age(rule):
                    assert one.due_on <= due(one.trigger_on, rule.offset), one.id
