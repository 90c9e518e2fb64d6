"""The work around each review: before it, after it, and the IRO's visits between."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from iro_desktop.domain.care import PeriodOfCare, completion_of
from iro_desktop.domain.dates import birthday
from iro_desktop.domain.seen import seen_on
from iro_desktop.domain.talk import HEARD_FROM
from iro_desktop.domain.vocabulary import (
    Authority,
    BookingStatus,
    Mark,
    Ownership,
    SendingKind,
    Standing,
    TalkHow,
    Task,
)
from iro_desktop.rules import after_review, preparation
from iro_desktop.rules.model import Citation, Rule
from iro_desktop.rules.numbering import NumberedReview
from iro_desktop.rules.offsets import parse_offset
from iro_desktop.rules.sent import all_sent_on
from iro_desktop.rules.timetable import DAY, Timetable

_InOrder = tuple[tuple[Task, Rule], ...]
_BOOKED = frozenset({BookingStatus.OPEN, BookingStatus.MOVED})
_GOES_OUT = {Task.FORMS: SendingKind.CONSULTATION, Task.INVITATIONS: SendingKind.INVITATION}


def owed_after(
    sheet: Timetable, known: Sequence[NumberedReview], rows: after_review.Rows = after_review.STANDARD_ROWS
) -> None:
    """What follows the completion of each review held since the child was tracked here."""
    for review, number, _ in known:
        completed_on = completion_of(review)
        if review.held_on < sheet.tracking_from or completed_on is None or completed_on > sheet.today:
            continue
        done = sheet.done.of_review(review.id)
        for task, rule in rows.from_completion:
            sheet.task(rule, completed_on, done.get(task), number, review.held_on)
        sent_on = done.get(Task.RECOMMENDATIONS)
        if sent_on is not None:
            sheet.task(rows.response, sent_on, done.get(Task.RESPONSE), number, review.held_on)
        signed_on = done.get(Task.SIGN_OFF)
        finished_on = done.get(Task.MINUTES)
        if finished_on is not None and signed_on is not None:
            sheet.task(rows.sign_off, finished_on, signed_on, number, review.held_on)


def owed_before(
    sheet: Timetable,
    known: Sequence[NumberedReview],
    booked_on: date | None,
    first_on: date,
    in_order: _InOrder = preparation.IN_ORDER,
) -> None:
    """What has to be ready before each review: counted back from the day it was held, or is booked for."""
    after = first_on - DAY  # the first day's own work is before the first review too
    for one in known:
        if one.review.held_on >= sheet.tracking_from:
            _prepared(sheet, one.review.held_on, after, one.number, in_order, is_open=False)
        after = one.review.held_on
    if booked_on is not None:
        _prepared(sheet, booked_on, after, None, in_order, is_open=booked_on >= sheet.today)


def _prepared(
    sheet: Timetable, review_on: date, after: date, number: int | None, in_order: _InOrder, *, is_open: bool
) -> None:
    for task, rule in in_order:
        done_on, note = _done(sheet, task, after, review_on)
        if done_on is not None:
            sheet.task(rule, review_on, done_on, number, None, note)
            continue
        if not is_open and rule.ownership is Ownership.WATCH:
            continue  # nobody says whether it was done, and nobody tracks it
        row, count = sheet.judged(rule, review_on)
        if count.due_on < sheet.tracking_from:
            continue
        if is_open:
            sheet.task(rule, review_on, None, number, None, _said_of(sheet, task, rule, review_on, count.due_on))
        else:
            sheet.emit(row, review_on, count, Standing.MISSED, number=number)


def _done(sheet: Timetable, task: Task, after: date, review_on: date) -> tuple[date | None, str]:
    """The day it was done; of the talk with the child also how, where it was not a talk alone."""
    if task is not Task.CHILD_SEEN:
        done_on = sheet.done.first(task, after, review_on)
        if done_on is None and task in _GOES_OUT and sheet.facts.sendings:
            done_on = all_sent_on(sheet.facts, _GOES_OUT[task], after, min(review_on, sheet.today))
        return done_on, ""
    talk = sheet.done.talk(after, review_on)
    if talk is None:
        return None, ""
    return talk.done_on, preparation.HEARD[TalkHow(talk.detail)] if talk.detail in preparation.HEARD else ""


def _said_of(sheet: Timetable, task: Task, rule: Rule, review_on: date, due_on: date) -> str:
    """What else is to be known of work still open before a review."""
    born_on = sheet.facts.child.born_on
    if task is Task.CHILD_SEEN and born_on is not None and birthday(born_on, HEARD_FROM) > review_on:
        return preparation.UNDER_FOUR
    return _too_late(sheet, rule, review_on, due_on)


def _too_late(sheet: Timetable, rule: Rule, review_on: date, due_on: date) -> str:
    """Says so where no booking of this review ever left time for it: nobody was late, the booking was."""
    ledger = [one for one in sheet.facts.bookings if one.status in _BOOKED and one.booked_on is not None]
    made_on = max((one.booked_on for one in ledger if one.review_on == review_on and one.booked_on), default=None)
    if made_on is None or made_on <= due_on:
        return ""
    last = max((one.held_on for one in sheet.facts.reviews if one.held_on < review_on), default=date.min)
    for one in ledger:
        limit = sheet.judged(rule, one.review_on)[1].due_on
        if one.review_on > last and one.booked_on is not None and one.booked_on <= limit < (one.closed_on or date.max):
            return ""  # it fell due while the review was booked for another day
    return preparation.BOOKED_TOO_LATE


def owed_visit(sheet: Timetable, period: PeriodOfCare, known: Sequence[NumberedReview]) -> None:
    """The IRO's visit to the child between reviews, where the service has chosen an interval."""
    if sheet.practice.is_plain:
        return
    last = max([day for day in seen_on(sheet.facts) if period.first_on <= day <= sheet.today], default=None)
    last = last or (known[-1].review.held_on if known else period.first_on)
    value = sheet.practice.value("iro-visit", last)
    if value != "none" and last >= sheet.tracking_from:
        sheet.task(_visit_rule(value), last, None, None, None)


@lru_cache(maxsize=16)
def _visit_rule(value: str) -> Rule:
    """The service's own interval as a rule: no law and no guidance names one."""
    offset = parse_offset(value)
    return Rule(
        Task.IRO_VISIT.value,
        "between",
        f"The IRO sees the child again within {offset.words}, by the service's own standard.",
        "IRO's visit",
        "the IRO last saw the child",
        offset,
        "IRO",
        Ownership.MINE,
        Authority.LOCAL,
        Citation("The service's own standard; no source gives an interval", Mark.LA),
    )
