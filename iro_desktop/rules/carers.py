"""From one foster carer's facts to deadlines: the review of the approval, every year (SI 2011/581 reg 28)."""

from datetime import date

from iro_desktop.domain.records import CarerFacts, CarerReview, Child, ChildFacts
from iro_desktop.domain.vocabulary import CarerReviewKind
from iro_desktop.rules import foster_carers
from iro_desktop.rules.calendar import WorkingCalendar
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
    anchor, rule = carer.approved_on, foster_carers.FIRST
    for review in facts.reviews:
        if review.held_on > today:
            break
        sheet.task(rule, anchor, review.held_on)
        if review.kind is CarerReviewKind.AD_HOC and review.panel_on is not None:
            sheet.task(foster_carers.AD_HOC, review.held_on, review.panel_on)
        anchor, rule = _year_from(review, practice), foster_carers.LATER
    if carer.ended_on is None or today < carer.ended_on:
        sheet.task(rule, anchor, None)
    return sheet.out


def _year_from(review: CarerReview, practice: Practice) -> date:
    """The review's meeting, or by choice the decision maker's date where there is one."""
    if review.decided_on is not None and practice.is_chosen("foster-carer-year", "decision", review.held_on):
        return review.decided_on
    return review.held_on
