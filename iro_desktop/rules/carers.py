"""From one foster carer's facts to deadlines: the yearly review of the approval, and those asked for out of turn.

Fostering Services (England) Regulations 2011 (SI 2011/581) reg 28.
"""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.records import CarerFacts, CarerReview, CarerReviewAsked, Child, ChildFacts
from iro_desktop.domain.vocabulary import CarerReviewKind, Standing
from iro_desktop.rules import foster_carers
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.compute import with_repeats
from iro_desktop.rules.model import Deadline, Rule
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.standing import unsettled
from iro_desktop.rules.timetable import Timetable


def carer_deadlines(
    facts: CarerFacts, calendar: WorkingCalendar, today: date, practice: Practice = STANDARD
) -> list[Deadline]:
    """All deadlines of one household, oldest first; ``Deadline.child`` is the household's reference."""
    carer = facts.carer
    # The clocks are a child's; the household stands in the child's place, tracked from its approval.
    sheet = Timetable(ChildFacts(Child(carer.id, carer.reference, carer.approved_on)), calendar, today, practice)
    held = [one for one in facts.reviews if one.held_on <= today]
    anchor, rule = carer.approved_on, foster_carers.first_on(carer.approved_on)
    for review in held:
        sheet.task(rule, anchor, review.held_on)
        anchor = _year_from(review, today, practice)
        rule = foster_carers.later_on(anchor)
    ended_on = carer.ended_on or date.max
    if today < ended_on:
        _owed(sheet, rule, anchor, booked_next(facts, today))
    else:
        sheet.duty(rule, anchor, None, is_owed=False, until=ended_on)
    for asked in facts.asked:
        if asked.asked_on <= today:
            _asked(sheet, asked, held, ended_on)
    for review in _unasked(facts, held):
        if review.panel_on is not None and review.panel_on <= today:
            sheet.task(foster_carers.AD_HOC, review.held_on, review.panel_on)
    return with_repeats(sheet.out)


def booked_next(facts: CarerFacts, today: date) -> date | None:
    """The day booked for the review that is owed; one that a review has followed was settled by it."""
    booked_on = facts.carer.booked_on
    held = max((one.held_on for one in facts.reviews if one.held_on <= today), default=date.min)
    return booked_on if booked_on is not None and booked_on > held else None


def settles(asked: CarerReviewAsked, reviews: list[CarerReview]) -> CarerReview | None:
    """The review that was asked for: the first one out of turn held from then on; ``reviews`` oldest first."""
    after = (one for one in reviews if one.kind is CarerReviewKind.AD_HOC and one.held_on >= asked.asked_on)
    return next(after, None)


def _owed(sheet: Timetable, rule: Rule, anchor: date, booked_on: date | None) -> None:
    """The yearly review that is owed, with its booked day; what a passed one came to nobody has said yet."""
    row, count = sheet.judged(rule, anchor)
    said = [foster_carers.TO_PANEL] if rule in foster_carers.FIRSTS else []
    if booked_on is not None and booked_on < sheet.today:
        standing = Standing.NOT_RECORDED
        said.insert(0, f"It was booked for {short(booked_on)}; nothing says what happened.")
    else:
        left = sheet.calendar.between(sheet.today, count.due_on)
        standing = unsettled(count.due_on, sheet.today, left, row.ownership, sheet.soon)
    sheet.emit(row, anchor, count, standing, booked_on=booked_on, note=" ".join(said))


def _asked(sheet: Timetable, asked: CarerReviewAsked, held: list[CarerReview], ended_on: date) -> None:
    """Open until such a review is held and has gone to panel; what was owed when the approval ended is missed."""
    review = settles(asked, held)
    panel_on = review.panel_on if review and review.panel_on and review.panel_on <= sheet.today else None
    note = f"Asked for on {short(asked.asked_on)}: {asked.ground.label}."
    if review is not None and panel_on is None:
        note = f"{note} Held on {short(review.held_on)}, not gone to panel yet."
    is_owed = sheet.today < ended_on
    sheet.duty(foster_carers.AD_HOC, asked.asked_on, panel_on, is_owed=is_owed, until=ended_on, note=note)


def _unasked(facts: CarerFacts, held: list[CarerReview]) -> Iterator[CarerReview]:
    """Reviews out of turn that nobody had asked for here, judged from their own day."""
    wanted = {review.id for review in (settles(one, held) for one in facts.asked) if review}
    return (one for one in held if one.kind is CarerReviewKind.AD_HOC and one.id not in wanted)


def _year_from(review: CarerReview, today: date, practice: Practice) -> date:
    """The review's meeting, or by choice the decision maker's date once there is one."""
    decided_on = review.decided_on if review.decided_on and review.decided_on <= today else None
    if decided_on is not None and practice.is_chosen("foster-carer-year", "decision", review.held_on):
        return decided_on
    return review.held_on
