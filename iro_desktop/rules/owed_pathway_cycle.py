"""The work before and after pathway plan reviews and half-way between them, where the service has chosen it."""

from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.records import Review
from iro_desktop.domain.vocabulary import ReviewKind
from iro_desktop.rules import pathway_cycle
from iro_desktop.rules.duties import Duty
from iro_desktop.rules.numbering import NumberedReview
from iro_desktop.rules.owed_around import owed_after, owed_before
from iro_desktop.rules.owed_reviews import booked_after, owed_mid_point
from iro_desktop.rules.pathway_cycle import CYCLE
from iro_desktop.rules.timetable import Timetable


def plan_reviews(sheet: Timetable) -> list[Review]:
    """The pathway plan reviews held by today, oldest first; two on one day are the same one told twice."""
    found: list[Review] = []
    for one in sheet.facts.reviews:
        is_one = one.kind is ReviewKind.PATHWAY and one.held_on <= sheet.today
        if is_one and (not found or found[-1].held_on != one.held_on):
            found.append(one)
    return found


def owed_around_plan_reviews(sheet: Timetable, held: Sequence[Review], *, after: date, is_owed: bool) -> None:
    """What has to be ready before each of them, the one booked included, and what follows each."""
    known = [NumberedReview(one, None, follows_known=False) for one in held]
    chosen = [one for one in known if _is_chosen(sheet, one.review.held_on)]
    owed_after(sheet, chosen, pathway_cycle.ROWS)
    last_on = max([after, *(one.held_on for one in held)])
    booked_on = booked_after(sheet.facts.bookings, last_on, ReviewKind.PATHWAY) if is_owed else None
    if booked_on is not None and not _is_chosen(sheet, booked_on):
        booked_on = None
    first_on = min([after, *(one.held_on for one in held[:1])])
    owed_before(sheet, chosen, booked_on, first_on, pathway_cycle.IN_ORDER)


def owed_between_plan_reviews(
    sheet: Timetable, intervals: Sequence[tuple[Review, Duty, Review | None]], until: date
) -> None:
    """Half-way through each interval: the pathway review that opened it, what it owes, and the one that closed it."""
    for last, duty, following in intervals:
        if _is_chosen(sheet, last.held_on):
            opened = NumberedReview(last, None, follows_known=False)
            owed_mid_point(sheet, until, opened, duty, following)


def _is_chosen(sheet: Timetable, day: date) -> bool:
    return sheet.practice.is_plain or sheet.practice.is_chosen(CYCLE, "yes", day)
