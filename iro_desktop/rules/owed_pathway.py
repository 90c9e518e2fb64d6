"""Pathway plans: the assessment at sixteen, and the reviews of young people who have left care.

SI 2010/959 regs 40 to 43; Care Leavers (England) Regulations 2010 (SI 2010/2571) regs 3, 5, 7, 8.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import Circumstance, Review
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewKind, Standing, Task
from iro_desktop.rules import pathway
from iro_desktop.rules.model import Rule
from iro_desktop.rules.offsets import add_months
from iro_desktop.rules.owed_reviews import booked_after
from iro_desktop.rules.standing import unsettled
from iro_desktop.rules.timetable import DAY, Timetable

THIRTEEN_WEEKS = 91  # days looked after since the 14th birthday (reg 40)
_EARLY_ASSESSMENT = timedelta(days=365)  # one made in the year before counts


class Eligibility(NamedTuple):
    """Since when a child has been eligible, and what became of it."""

    on: date  # first day as an eligible child
    left_on: date | None  # left care at 16 or 17: relevant from then on


def eligibility(periods: Sequence[PeriodOfCare], born_on: date | None) -> Eligibility | None:
    """Looked after for 13 weeks since the 14th birthday, some of it at 16 or 17; short breaks do not count (reg 40)."""
    if born_on is None:
        return None
    fourteen, sixteen, adult_on = (birthday(born_on, years) for years in (14, 16, 18))
    needed = THIRTEEN_WEEKS
    for period in periods:
        start, end = max(period.first_on, fourteen), min(period.ended_on or date.max, adult_on)
        if period.is_short_breaks or end <= start:
            continue
        days = (end - start).days
        if days >= needed:
            on = max(start + timedelta(days=max(needed, 0)), sixteen)
            if on < end:
                return Eligibility(on, _left(periods, on, adult_on))
        needed = max(0, needed - days)
    return None


def _left(periods: Sequence[PeriodOfCare], eligible_on: date, adult_on: date) -> date | None:
    """The last day of exit at 16 or 17 since being eligible; ``None``: looked after until eighteen, or back again."""
    last = [one for one in periods if one.first_on < adult_on][-1].ended_on  # nobody of age is looked after
    return last if last is not None and eligible_on < last < adult_on else None


def owed_pathway(sheet: Timetable, periods: Sequence[PeriodOfCare]) -> None:
    """The assessment, and after care the plan's reviews with the visits around them."""
    born_on = sheet.facts.child.born_on
    if born_on is None or sheet.today < birthday(born_on, 16):
        return
    eligible = eligibility(periods, born_on)
    if eligible is not None and eligible.on > sheet.today:
        eligible = None
    if eligible is not None:
        _assessment(sheet, eligible)
    _follow(sheet, periods, eligible, born_on)


def _assessment(sheet: Timetable, eligible: Eligibility) -> None:
    done_on = sheet.done.first(Task.PATHWAY_ASSESSMENT, eligible.on - _EARLY_ASSESSMENT, sheet.today)
    left_on = eligible.left_on if eligible.left_on and eligible.left_on <= sheet.today else None
    until = min(left_on or date.max, sheet.adult_on)
    in_care = done_on if done_on is not None and (left_on is None or done_on <= left_on) else None
    if eligible.on >= sheet.tracking_from:
        sheet.duty(pathway.ASSESSMENT, eligible.on, in_care, is_owed=sheet.today < until, until=until)
    if left_on is not None and left_on >= sheet.tracking_from and in_care is None:
        adult_on = sheet.adult_on
        sheet.duty(pathway.ASSESSMENT_RELEVANT, left_on, done_on, is_owed=sheet.today < adult_on, until=adult_on)


def _follow(sheet: Timetable, periods: Sequence[PeriodOfCare], eligible: Eligibility | None, born_on: date) -> None:
    """From leaving care, or from eighteen, to twenty-one; to twenty-five in education."""
    from_on = _followed_from(sheet, eligible)
    until = birthday(born_on, 25 if _open(sheet, CircumstanceKind.EDUCATION_RESUMED) else 21)
    home = _open(sheet, CircumstanceKind.HOME_TO_PARENT)
    if home is not None:
        six_months_on = add_months(home.from_on, 6)
        if six_months_on < sheet.adult_on:  # a relevant child becomes a qualifying one, and stays so at eighteen
            sheet.ahead(pathway.HOME_SIX_MONTHS, home.from_on)
            until = min(until, six_months_on)
    if from_on is None or from_on > sheet.today:
        return
    if any(one.is_open_on(sheet.today) for one in periods) and sheet.today < sheet.adult_on:
        return
    is_owed = sheet.today < until
    held = _Held(sheet, from_on)
    _reviews(sheet, held, until)
    _around(sheet, until)
    if is_owed:
        sheet.attained(pathway.END_21, born_on, birthday(born_on, 21))


def _followed_from(sheet: Timetable, eligible: Eligibility | None) -> date | None:
    """The day the pathway reviews stand alone: left care here, turned eighteen here, or taken up by hand."""
    by_hand = [one.from_on for one in sheet.facts.circumstances if one.kind is CircumstanceKind.CARE_LEAVER]
    if by_hand:
        return min(by_hand)
    if eligible is None:
        return None
    from_on = eligible.left_on or sheet.adult_on
    return from_on if from_on >= sheet.tracking_from else None


def _open(sheet: Timetable, kind: CircumstanceKind) -> Circumstance | None:
    """The newest circumstance of a kind that has begun and not ended."""
    found = [
        one
        for one in sheet.facts.circumstances
        if one.kind is kind and one.from_on <= sheet.today and (one.to_on is None or one.to_on >= sheet.today)
    ]
    return found[-1] if found else None


class _Held:
    """The pathway reviews held, and the day from which the first of them counts."""

    def __init__(self, sheet: Timetable, from_on: date) -> None:
        own = [one for one in sheet.facts.reviews if one.kind is ReviewKind.PATHWAY and one.held_on <= sheet.today]
        self.reviews: list[Review] = own
        last = [one.held_on for one in sheet.reviews if one.held_on <= min(from_on, sheet.today)]
        # The last review in care considered the plan; where none is known, the day the track began stands in.
        self.start_on = last[-1] if last else from_on


def _reviews(sheet: Timetable, held: _Held, until: date) -> None:
    """Every six months; from accommodation by the authority a review after 28 days, then every three months."""
    is_owed = sheet.today < until
    anchor = held.start_on
    for review in held.reviews:
        rule = _interval(sheet, anchor, held)
        if review.held_on > anchor:
            sheet.duty(rule, anchor, review.held_on, is_owed=False)
        anchor = max(anchor, review.held_on)
    home = _open(sheet, CircumstanceKind.LA_ACCOMMODATION)
    if home is not None:
        met = next((one.held_on for one in held.reviews if one.held_on >= home.from_on + timedelta(days=28)), None)
        if met is not None or is_owed:
            _owed(sheet, pathway.ACCOMMODATION_FIRST, home.from_on, met, held)
    rule = _interval(sheet, anchor, held)
    if is_owed:
        _owed(sheet, rule, anchor, None, held)
    elif sheet.judged(rule, anchor)[1].due_on >= sheet.tracking_from:
        sheet.duty(rule, anchor, None, is_owed=False, until=until)


def _interval(sheet: Timetable, anchor: date, held: _Held) -> Rule:
    """Three months after a review held once 28 days in the authority's accommodation had passed, else six.

    Accommodation that ends before the three months do takes its clock with it.
    """
    later = pathway.ACCOMMODATION_LATER
    for one in sheet.facts.circumstances:
        if one.kind is CircumstanceKind.LA_ACCOMMODATION and anchor >= one.from_on + timedelta(days=28):
            is_review = any(review.held_on == anchor for review in held.reviews)
            if is_review and (one.to_on is None or sheet.judged(later, anchor)[1].due_on <= one.to_on):
                return later
    return pathway.REVIEW


def _owed(sheet: Timetable, rule: Rule, trigger_on: date, met_on: date | None, held: _Held) -> None:
    if met_on is not None:
        sheet.task(rule, trigger_on, met_on, None, None)
        return
    row, count = sheet.judged(rule, trigger_on)
    after = held.reviews[-1].held_on if held.reviews else held.start_on
    booked_on = booked_after(sheet.facts.bookings, after, ReviewKind.PATHWAY)
    left = sheet.calendar.between(sheet.today, count.due_on)
    standing = unsettled(count.due_on, sheet.today, left, row.ownership, sheet.soon)
    if booked_on is not None and booked_on < sheet.today:
        standing = Standing.NOT_RECORDED
    sheet.emit(row, trigger_on, count, standing, booked_on=booked_on)


def _around(sheet: Timetable, until: date) -> None:
    """The personal adviser's visits, custody, education taken up again."""
    is_owed = sheet.today < until
    done = sheet.done
    for one in sheet.facts.circumstances:
        if one.from_on > sheet.today or one.from_on < sheet.tracking_from:
            continue
        if one.kind is CircumstanceKind.MOVED:
            seen_on = done.first(Task.ADVISER_VISIT, one.from_on - DAY, sheet.today)
            sheet.duty(pathway.VISIT_AFTER_MOVE, one.from_on, seen_on, is_owed=is_owed)
            looked_on = done.first(Task.MOVE_REVIEW, one.from_on - DAY, sheet.today)
            sheet.duty(pathway.MOVE_REVIEW, one.from_on, looked_on, is_owed=is_owed)
        elif one.kind is CircumstanceKind.CUSTODY:
            seen_on = done.first(Task.CUSTODY_VISIT, one.from_on - DAY, sheet.today)
            sheet.duty(pathway.CUSTODY_VISIT, one.from_on, seen_on, is_owed=is_owed)
            if one.to_on is not None:
                held = (each.held_on for each in sheet.facts.reviews if each.kind is ReviewKind.PATHWAY)
                reviewed_on = min((day for day in held if one.from_on <= day <= sheet.today), default=None)
                still = is_owed and sheet.today < one.to_on
                sheet.duty(pathway.CUSTODY_REVIEW, one.to_on, reviewed_on, is_owed=still)
        elif one.kind is CircumstanceKind.EDUCATION_RESUMED:
            done_on = done.first(Task.PATHWAY_ASSESSMENT, one.from_on - DAY, sheet.today)
            sheet.duty(pathway.ASSESSMENT_EDUCATION, one.from_on, done_on, is_owed=is_owed, until=until)
    visits = sorted(done.days(Task.ADVISER_VISIT))
    if visits and is_owed:
        sheet.task(pathway.VISIT_LATER, visits[-1], None, None, None)
