"""What reviews recommended with a day named for it: open until it has an outcome, whoever owes it."""

from datetime import date

from iro_desktop.domain.records import Recommendation
from iro_desktop.rules.recommendations import owed_by
from iro_desktop.rules.timetable import Timetable


def owed_recommendations(sheet: Timetable) -> None:
    """One deadline for each that names a day, in the order of the reviews that made them, then of their numbers.

    It outlasts the review that made it, the next one and the time in care: what became of it has to be said.
    """
    held = {one.id: one for one in sheet.facts.reviews if one.held_on <= sheet.today}
    made = [(held[one.review_id], one) for one in sheet.facts.recommendations if one.review_id in held]
    for review, one in sorted(made, key=lambda pair: (pair[0].held_on, pair[1].number)):
        if one.due_on is not None:
            rule = owed_by(one.owner, one.number)
            sheet.task(rule, one.due_on, _settled(one, sheet), None, review.held_on)


def _settled(one: Recommendation, sheet: Timetable) -> date | None:
    is_over = one.outcome is not None and one.outcome_on is not None and one.outcome_on <= sheet.today
    return one.outcome_on if is_over else None
