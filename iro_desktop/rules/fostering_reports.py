"""The quarterly report on private fostering: a duty of the service, of no child. Its deadlines name ``SERVICE``.

It is owed for each quarter in which an arrangement was known, from the time on in which it was tracked here.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from iro_desktop.domain.arrangements import arrangements_of, known_from, of_age_on
from iro_desktop.domain.records import Child, ChildFacts, FosteringReport
from iro_desktop.rules import private_fostering
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.offsets import add_months
from iro_desktop.rules.owed_fostering import over_on
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.timetable import Timetable

SERVICE = "-"  # in the place of a child's id


def report_deadlines(
    children: Iterable[ChildFacts],
    reports: Iterable[FosteringReport],
    calendar: WorkingCalendar,
    today: date,
    practice: Practice = STANDARD,
) -> list[Deadline]:
    """The report of each quarter, oldest first: those sent, those owed, and the one of the quarter that runs."""
    sent = {one.quarter_on: one.sent_on for one in reports if one.sent_on <= today}
    owed = {day for facts in children for day in _quarters(facts, today)}
    sheet = Timetable(ChildFacts(Child("", SERVICE, date.min)), calendar, today, practice)
    for quarter_on in sorted(owed | sent.keys()):
        sheet.task(private_fostering.REPORT, quarter_on, sent.get(quarter_on))
    return sheet.out


def quarter_end(day: date) -> date:
    """The last day of the quarter that day lies in: March, June, September, December.

    >>> quarter_end(date(2026, 2, 28))
    datetime.date(2026, 3, 31)
    """
    first_month = 3 * ((day.month - 1) // 3) + 1
    return add_months(date(day.year, first_month, 1), 3) - timedelta(days=1)


def _quarters(facts: ChildFacts, today: date) -> Iterator[date]:
    """The quarters in which an arrangement of this child was known."""
    if not facts.arrangements and not facts.circumstances:
        return
    for one in arrangements_of(facts):
        first = max(known_from(one), facts.child.tracking_from)
        last = min(over_on(one, of_age_on(facts.child)) - timedelta(days=1), today)
        while first <= last:
            quarter_on = quarter_end(first)
            yield quarter_on
            first = quarter_on + timedelta(days=1)
