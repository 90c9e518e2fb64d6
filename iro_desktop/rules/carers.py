"""From one foster carer's facts to deadlines: the review of the approval, every year (SI 2011/581 reg 28)."""

from datetime import date

from iro_desktop.domain.records import CarerFacts, CarerReview, Child, ChildFacts
from iro_desktop.domain.vocabulary import CarerReviewKind
from iro_desktop.rules import foster_carers
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.compute import with_repeats
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.timetable import Timetable


def carer_deadlines(
    facts: CarerFacts, calendar: WorkingCalendar, today: date, practice: Practice = STANDARD
) -> list[Deadline]:
    """All deadlines of one household, oldest first; ``Deadline.child`` is the household's reference."""
    carer = facts.carer
    # The clocks are a child's; the household stands in the child's place, tracked from its approval.
    sheet = Timetable(ChildFacts(Child(carer.id, carer.reference, carer.approved_on)), calendar, today, practice)
    anchor, rule = carer.approved_on, foster_carers.first_on(carer.approved_on)
    for review in facts.reviews:
        if review.held_on > today:
            break
        sheet.task(rule, anchor, review.held_on)
        if review.kind is CarerReviewKind.AD_HOC and review.panel_on is not None and review.panel_on <= today:
            sheet.task(foster_carers.AD_HOC, review.held_on, review.panel_on)
        anchor = _year_from(review, today, practice)
        rule = foster_carers.later_on(anchor)
    ended_on = carer.ended_on or date.max
    sheet.duty(rule, anchor, None, is_owed=today < ended_on, until=ended_on)
    return with_repeats(sheet.out)


def _year_from(review: CarerReview, today: date, practice: Practice) -> date:
    """The review's meeting, or by choice the decision maker's date once there is one."""
    decided_on = review.decided_on if review.decided_on and review.decided_on <= today else None
    if decided_on is not None and practice.is_chosen("foster-carer-year", "decision", review.held_on):
        return decided_on
    return review.held_on
