"""What is odd in a row although every cell of it could be read: kept as given, and asked about."""

from collections.abc import Collection, Iterator
from datetime import date

from iro_desktop.domain.problems import Severity
from iro_desktop.exchange.sheet_fields import CaseloadField
from iro_desktop.exchange.sheet_rows import CaseloadRow

Oddity = tuple[CaseloadField, Severity, str]


def oddities(row: CaseloadRow, known: Collection[CaseloadField], today: date) -> Iterator[Oddity]:
    """Each with the field it is about, how much it holds up, and a sentence.

    ``known`` are the fields that have a column and no doubt in this row: only there does None mean a blank cell.
    """
    if known and not any(getattr(row, field, None) for field in known if field is not CaseloadField.CHILD):
        yield CaseloadField.CHILD, Severity.ASK, "The row holds nothing of the child but an id."
    yield from _birth(row, today)
    yield from _care(row, today)
    yield from _reviews(row, today)
    yield from _numbers(row, known)


def _birth(row: CaseloadRow, today: date) -> Iterator[Oddity]:
    if row.born_on and row.born_on > today:
        yield CaseloadField.BORN_ON, Severity.ASK, "The date of birth is after today: is the child not born yet?"
    elif row.born_on and _is_eighteen(row.born_on, today):
        yield CaseloadField.BORN_ON, Severity.ASK, "By the date of birth this person is 18 or over: is it right?"


def _is_eighteen(born_on: date, today: date) -> bool:
    return (today.year - born_on.year, today.month, today.day) >= (18, born_on.month, born_on.day)


def _care(row: CaseloadRow, today: date) -> Iterator[Oddity]:
    field = CaseloadField.LOOKED_AFTER_SINCE
    if row.looked_after_since is None:
        return
    if row.looked_after_since > today:
        yield field, Severity.ASK, "The start of care is after today."
    if row.born_on and row.looked_after_since < row.born_on:
        yield field, Severity.ASK, "The start of care is before the date of birth."


def _reviews(row: CaseloadRow, today: date) -> Iterator[Oddity]:
    last, following = row.last_review_on, row.next_review_on
    if last and last > today:
        yield CaseloadField.LAST_REVIEW_ON, Severity.ASK, "The last review is after today: is it booked, not held?"
    if last and row.looked_after_since and last < row.looked_after_since:
        message = "The last review is before the start of care: does it belong to an earlier period?"
        yield CaseloadField.LAST_REVIEW_ON, Severity.ASK, message
    elif last and row.born_on and last < row.born_on:
        yield CaseloadField.LAST_REVIEW_ON, Severity.ASK, "The last review is before the date of birth."
    if following and last and following <= last:
        yield CaseloadField.NEXT_REVIEW_ON, Severity.ASK, "The next review is not after the last one."
    elif following and following < today:
        yield CaseloadField.NEXT_REVIEW_ON, Severity.WARNING, "The next review is booked for a day that has passed."


def _numbers(row: CaseloadRow, known: Collection[CaseloadField]) -> Iterator[Oddity]:
    field = CaseloadField.LAST_REVIEW_NUMBER
    if row.last_review_number == 0 and row.last_review_on:
        yield field, Severity.ASK, "The number says that no review was held yet, but there is a date of one."
    if CaseloadField.LAST_REVIEW_ON not in known or CaseloadField.LAST_REVIEW_NUMBER not in known:
        return
    if row.last_review_number and not row.last_review_on:
        yield field, Severity.ASK, "There is the number of a review but no date of it."
    if row.last_review_on and row.last_review_number is None:
        yield field, Severity.WARNING, "There is the date of a review but no number of it."
