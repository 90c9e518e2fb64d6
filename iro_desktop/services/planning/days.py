"""Which days suit a child's review: working days on which the IRO is not away, before a hearing that it informs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from iro_desktop.domain.dates import short
from iro_desktop.services.planning.owed import leave_on, next_hearing, not_before, not_before_words
from iro_desktop.services.snapshot import ChildNow, Snapshot

_DAY = timedelta(days=1)
_LOOK_AHEAD = 400  # days; nobody's leave is longer, and a week ends after seven


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one child's next review."""

    snapshot: Snapshot
    child: ChildNow
    hearing: date | None = None  # the review has to come before it; None: none, or there is no day left before it

    def why_not(self, day: date) -> str:
        """Why a day does not suit; ``""`` where it does."""
        if not self.snapshot.calendar.is_working(day):
            return self.snapshot.calendar.name_of(day) or "weekend"
        leave = leave_on(self.snapshot, self.child, day)
        if leave is not None:
            return f"IRO away: {leave.kind.label}"
        first = not_before(self.child)
        if first is not None and day < first:
            return f"the review {not_before_words(self.child)} is not held before {short(first)}"
        if self.hearing is not None and day >= self.hearing:
            return f"not before the hearing of {short(self.hearing)}"
        return ""

    def suits(self, day: date) -> bool:
        """Whether nothing speaks against it."""
        return not self.why_not(day)

    def from_on(self, first: date) -> Iterator[date]:
        """The days that suit, from the first on, soonest first."""
        return (day for n in range(_LOOK_AHEAD) if self.suits(day := first + n * _DAY))

    def back_to(self, last: date, first: date) -> date | None:
        """The last day that suits, not after ``last`` and not before ``first``; ``None``: there is none."""
        days = (last - n * _DAY for n in range((last - first).days + 1))
        return next((day for day in days if self.suits(day)), None)

    def before_hearing(self, last: date) -> "Days":
        """With the next hearing up to a day heeded, where a day that suits is left before it."""
        tomorrow = self.snapshot.today + _DAY
        hearing = next_hearing(self.child, self.snapshot.today)
        if hearing is None or hearing > last or self.back_to(hearing - _DAY, tomorrow) is None:
            return self
        return Days(self.snapshot, self.child, hearing)
