"""Pathway plans: the assessment at sixteen, the plan, and the reviews of young people who have left care.

SI 2010/959 regs 40 to 43; Care Leavers (England) Regulations 2010 (SI 2010/2571) regs 3, 5, 7, 8. Who is entitled is
worked out in ``leaving_care``; the work around the reviews of the plan is in ``owed_pathway_cycle``.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.records import Circumstance, Review
from iro_desktop.domain.vocabulary import (
    Authority,
    CircumstanceKind,
    InTouch,
    LeaverStatus,
    Mark,
    Ownership,
    ReviewKind,
    Standing,
    Task,
)
from iro_desktop.rules import pathway
from iro_desktop.rules.duties import Duty
from iro_desktop.rules.homes import so_about
from iro_desktop.rules.leaving_care import (
    ENTITLED,
    Eligibility,
    back_on,
    eligibility,
    gone,
    holds,
    home_turns_on,
    stays_of,
)
from iro_desktop.rules.model import Citation, Rule
from iro_desktop.rules.offsets import parse_offset
from iro_desktop.rules.owed_pathway_cycle import owed_around_plan_reviews, owed_between_plan_reviews, plan_reviews
from iro_desktop.rules.owed_reviews import booked_after
from iro_desktop.rules.standing import unsettled
from iro_desktop.rules.timetable import DAY, Timetable

_EARLY_ASSESSMENT = timedelta(days=365)  # one made in the year before counts
IN_TOUCH = "in-touch"  # the setting
# After these nobody is asked to be in touch: said so by the young person, at home for good, or dead.
_NO_TOUCH = frozenset({InTouch.REFUSED, InTouch.NOT_REQUIRED, InTouch.RETURNED_HOME, InTouch.DIED})


class _Followed:
    """One young person as the pathway rules see them today."""

    def __init__(self, sheet: Timetable, periods: Sequence[PeriodOfCare], born_on: date) -> None:
        self.sheet = sheet
        self.periods = periods
        self.born_on = born_on
        self.stated = self._stated()
        self.eligible = self._eligible()
        left_on = self.eligible.left_on or sheet.adult_on if self.eligible else None
        self.so = so_about(sheet.facts, left_on)
        self.from_on = self._from_on()
        self.home_turned_on = self._home_turned_on()
        self.until = self._until()

    @property
    def is_in_care(self) -> bool:
        """Nobody of age is looked after."""
        return any(one.is_open_on(self.sheet.today) for one in self.periods) and self.sheet.today < self.sheet.adult_on

    @property
    def is_followed(self) -> bool:
        """Whether the plan is reviewed on its own, by today."""
        return self.from_on is not None and self.from_on <= self.sheet.today and not self.is_in_care

    @property
    def is_owed(self) -> bool:
        """Whether that goes on."""
        return self.sheet.today < self.until

    @property
    def stated_until(self) -> date:
        """The day from which a person stated that no plan is owed; the last of all days, where nobody did."""
        if self.stated is None or self._is_stated_entitled():
            return date.max
        return self.stated.from_on

    def open(self, kind: CircumstanceKind) -> Circumstance | None:
        """The newest circumstance of a kind that has begun and not ended."""
        found = [one for one in self.so if one.kind is kind and holds(one, self.sheet.today)]
        return found[-1] if found else None

    def _stated(self) -> Circumstance | None:
        told = self.sheet.facts.circumstances
        said = [one for one in told if one.kind is CircumstanceKind.ELIGIBILITY and holds(one, self.sheet.today)]
        return said[-1] if said else None

    def _is_stated_entitled(self) -> bool | None:
        """Whether a person stated an entitlement to a plan; ``None``: nobody stated anything."""
        return LeaverStatus(str(self.stated.detail)) in ENTITLED if self.stated is not None else None

    def _eligible(self) -> Eligibility | None:
        """By the care history; where that gives nothing, by what was stated."""
        eligible = eligibility(self.periods, self.born_on)
        if eligible is not None and eligible.on <= self.sheet.today:
            return eligible
        if self.stated is None or not self._is_stated_entitled():
            return None
        on = max(self.stated.from_on, self.sheet.sixteen_on)
        exits = [one.ended_on for one in stays_of(self.periods) if one.ended_on is not None]
        left_on = exits[-1] if exits and not self.is_in_care else None
        if not exits and self.stated.detail == LeaverStatus.RELEVANT.value:
            left_on = on
        is_at_age = left_on is not None and self.sheet.sixteen_on < left_on < self.sheet.adult_on
        return Eligibility(min(on, left_on) if left_on and is_at_age else on, left_on if is_at_age else None)

    def _from_on(self) -> date | None:
        """The day the pathway reviews stand alone: left care here, turned eighteen here, or taken up by hand."""
        by_hand = [one.from_on for one in self.so if one.kind is CircumstanceKind.CARE_LEAVER]
        if by_hand:
            return min(by_hand)
        if self.eligible is None:
            return None
        from_on = self.eligible.left_on or self.sheet.adult_on
        if from_on >= self.sheet.tracking_from:
            return from_on
        # Left before the child was tracked here: followed from the day on which somebody stated the entitlement.
        return max(self.stated.from_on, from_on) if self.stated and self._is_stated_entitled() else None

    def _home_turned_on(self) -> date | None:
        """The day on which six months at home make a qualifying young person, of the time at home that goes on."""
        home, stays = self.open(CircumstanceKind.HOME_TO_PARENT), stays_of(self.periods)
        if home is None or ((again_on := back_on(home, stays)) is not None and again_on <= self.sheet.today):
            return None
        return home_turns_on(self.sheet.facts, home, stays)

    def _until(self) -> date:
        """Twenty-one, or twenty-five in education; sooner at home, by statement, or by death."""
        years = 25 if self.open(CircumstanceKind.EDUCATION_RESUMED) else 21
        ends = [birthday(self.born_on, years), self.stated_until]
        if self.stated is None and self.home_turned_on is not None:
            ends.append(self.home_turned_on)
        over = gone(self.sheet.facts, self.periods, self.sheet.today)
        ends += [over[0]] if over is not None else []
        return min(ends)


def owed_pathway(sheet: Timetable, periods: Sequence[PeriodOfCare]) -> None:
    """The assessment and the plan, and after care the plan's reviews with the visits around them."""
    born_on = sheet.facts.child.born_on
    if born_on is None or sheet.today < sheet.sixteen_on:
        return
    followed = _Followed(sheet, periods, born_on)
    if followed.eligible is not None:
        _assessment(sheet, followed, followed.eligible)
    home = followed.open(CircumstanceKind.HOME_TO_PARENT)
    if home is not None and followed.home_turned_on is not None:
        sheet.ahead(pathway.HOME_SIX_MONTHS, home.from_on)
    held = _Held(sheet, followed.from_on or sheet.adult_on)
    is_followed = followed.is_followed
    owed_around_plan_reviews(sheet, held.reviews, after=held.start_on, is_owed=is_followed and followed.is_owed)
    if not is_followed:
        return
    _reviews(sheet, followed, held)
    _around(sheet, followed)
    _in_touch(sheet, followed)
    if followed.is_owed:
        sheet.attained(pathway.END_21, born_on, birthday(born_on, 21))


def _assessment(sheet: Timetable, followed: _Followed, eligible: Eligibility) -> None:
    done_on = sheet.done.first(Task.PATHWAY_ASSESSMENT, eligible.on - _EARLY_ASSESSMENT, sheet.today)
    left_on = eligible.left_on if eligible.left_on and eligible.left_on <= sheet.today else None
    until = min(left_on or date.max, sheet.adult_on, followed.stated_until)
    in_care = done_on if done_on is not None and (left_on is None or done_on <= left_on) else None
    if eligible.on >= sheet.tracking_from:
        sheet.duty(pathway.ASSESSMENT, eligible.on, in_care, is_owed=sheet.today < until, until=until)
    if left_on is not None and left_on >= sheet.tracking_from and in_care is None:
        ends_on = min(sheet.adult_on, followed.until)
        sheet.duty(pathway.ASSESSMENT_RELEVANT, left_on, done_on, is_owed=sheet.today < ends_on, until=ends_on)
    if done_on is not None and done_on >= sheet.tracking_from:
        _plan(sheet, followed, done_on)


def _plan(sheet: Timetable, followed: _Followed, assessed_on: date) -> None:
    """The plan follows the assessment as soon as possible: on no day of the law, on one of the service's if it has."""
    made_on = min((day for day in sheet.done.days(Task.PATHWAY_PLAN) if day <= sheet.today), default=None)
    if sheet.practice.limit(pathway.PLAN.id, assessed_on) is not None:
        sheet.duty(pathway.PLAN_BY_A_DAY, assessed_on, made_on, is_owed=followed.is_owed, until=followed.until)
    elif made_on is None and followed.is_owed and not any(True for _ in plan_reviews(sheet)):
        sheet.emit(pathway.PLAN, assessed_on, None, Standing.WAITING, note=pathway.AS_SOON_AS_POSSIBLE)


class _Held:
    """The pathway reviews held, and the day from which the first of them counts."""

    def __init__(self, sheet: Timetable, from_on: date) -> None:
        self.reviews: list[Review] = plan_reviews(sheet)
        last = [one.held_on for one in sheet.reviews if one.held_on <= min(from_on, sheet.today)]
        # The last review in care considered the plan; where none is known, the day the track began stands in.
        self.start_on = last[-1] if last else from_on


def _reviews(sheet: Timetable, followed: _Followed, held: _Held) -> None:
    """Every six months; from accommodation by the authority a review after 28 days, then every three months."""
    anchor = held.start_on
    last: Review | None = None
    intervals: list[tuple[Review, Duty, Review | None]] = []
    for review in held.reviews:
        rule = _interval(sheet, followed, anchor, held)
        if review.held_on > anchor:
            sheet.duty(rule, anchor, review.held_on, is_owed=False)
            if last is not None:
                intervals.append((last, Duty(rule, anchor), review))
            anchor, last = review.held_on, review
    home = followed.open(CircumstanceKind.LA_ACCOMMODATION)
    if home is not None:
        met = next((one.held_on for one in held.reviews if one.held_on >= home.from_on + timedelta(days=28)), None)
        if met is not None or followed.is_owed:
            _owed(sheet, pathway.ACCOMMODATION_FIRST, home.from_on, met, held)
    _accommodation_before(sheet, followed, held)
    rule = _interval(sheet, followed, anchor, held)
    if last is not None:
        intervals.append((last, Duty(rule, anchor), None))
    if followed.is_owed:
        _owed(sheet, rule, anchor, None, held)
    elif sheet.judged(rule, anchor)[1].due_on >= sheet.tracking_from:
        sheet.duty(rule, anchor, None, is_owed=False, until=followed.until)
    owed_between_plan_reviews(sheet, intervals, followed.until)


def _accommodation_before(sheet: Timetable, followed: _Followed, held: _Held) -> None:
    """The review after 28 days in accommodation that has ended since: held in that time, or missed for good."""
    rule = pathway.ACCOMMODATION_FIRST
    for one in followed.so:
        if one.kind is not CircumstanceKind.LA_ACCOMMODATION or one.to_on is None or one.to_on >= sheet.today:
            continue
        due_on = sheet.judged(rule, one.from_on)[1].due_on
        if due_on < max(sheet.tracking_from, followed.from_on or sheet.adult_on):
            continue
        days = (review.held_on for review in held.reviews if one.from_on + timedelta(days=28) <= review.held_on)
        met = next((day for day in days if day <= one.to_on), None)
        sheet.duty(rule, one.from_on, met, is_owed=False, until=min(one.to_on + DAY, followed.until))


def _interval(sheet: Timetable, followed: _Followed, anchor: date, held: _Held) -> Rule:
    """Three months after a review held once 28 days in the authority's accommodation had passed, else six.

    Accommodation that ends before the three months do takes its clock with it.
    """
    later = pathway.ACCOMMODATION_LATER
    for one in followed.so:
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


def _around(sheet: Timetable, followed: _Followed) -> None:
    """The personal adviser's visits, custody, education taken up again."""
    is_owed, until = followed.is_owed, followed.until
    done = sheet.done
    for one in followed.so:
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


def _in_touch(sheet: Timetable, followed: _Followed) -> None:
    """Being in touch again, where the service has chosen an interval; no law names one."""
    touches = [one for one in sheet.facts.touches if one.on <= sheet.today]
    if not followed.is_owed or followed.from_on is None or (touches and touches[-1].in_touch in _NO_TOUCH):
        return
    seen = [one.on for one in touches if one.in_touch is InTouch.YES]
    last = max([*seen, *(day for day in sheet.done.days(Task.ADVISER_VISIT))], default=followed.from_on)
    last = max(last, followed.from_on)
    value = sheet.practice.value(IN_TOUCH, last)
    if value != "none" and last >= sheet.tracking_from:
        sheet.task(_in_touch_rule(value), last, None)


@lru_cache(maxsize=16)
def _in_touch_rule(value: str) -> Rule:
    offset = parse_offset(value)
    return Rule(
        "pathway.in-touch",
        "pathway",
        f"The authority is in touch with a care leaver again within {offset.words}, by the service's own standard.",
        "In touch",
        "the authority was last in touch",
        offset,
        "personal adviser",
        Ownership.THEIRS,
        Authority.LOCAL,
        Citation("The service's own standard; no source gives an interval", Mark.LA),
    )
