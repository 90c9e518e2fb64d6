"""What the footprint shows, as frozen data: marks on a strip of time for a child, months for each child of a caseload.

The *IRO footprint* is the trace an IRO leaves between reviews (service.md, "What an IRO does with one child", 6):
Middlesbrough counts visits and mid-point reviews under that name. How long nobody may go without is local alone.
"""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.acts import RemoveContact, RemoveEvent
from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import Labelled


class Lane(Labelled):
    """Where a mark stands on the strip, from the child outwards."""

    CHILD = "child", "With the child"
    OTHERS = "others", "With others"
    MEETING = "meeting", "Meetings"
    REVIEW = "review", "Reviews"
    EVENT = "event", "Events"
    ALERT = "alert", "Alerts"


@dataclass(frozen=True, slots=True)
class FootprintMark:
    """One thing that happened."""

    id: str  # the same for the same fact
    on: date
    lane: Lane
    what: str  # "Visit to the child"
    detail: str  # with whom, when told, what it was about; "" where nothing is said
    is_contact: bool  # a contact of the IRO
    is_trace: bool  # ends a time without: a contact, a mid-point, a review
    remove: RemoveContact | RemoveEvent | None = None  # takes it away; None: recorded elsewhere

    @property
    def sentence(self) -> str:
        """As it is read out."""
        return f"{with_weekday(self.on)}, {self.what}" + (f", {self.detail}" if self.detail else "")


@dataclass(frozen=True, slots=True)
class FootprintGap:
    """A time in which nothing of the IRO's stands here."""

    from_on: date  # the last trace, or the day from which the child is followed here
    to_on: date  # the next trace, or the last day looked at
    days: int
    is_open: bool  # nothing has ended it yet
    is_over: bool  # longer than the service's own limit
    words: str  # "112 days, 2 Mar 2026 to 22 Jun 2026"


@dataclass(frozen=True, slots=True)
class FootprintView:
    """One child's strip."""

    child: str
    name: str
    from_on: date
    to_on: date  # the last day
    marks: tuple[FootprintMark, ...]  # newest first
    gaps: tuple[FootprintGap, ...]  # those over the limit, oldest first
    counts: tuple[tuple[str, int], ...]  # "visits to the child", 3; those that are none left out
    longest_words: str  # "Longest time without: 112 days, …; the local limit is 90 days"
    limit_words: str  # "90 days"; "" where there is no limit

    @property
    def contacts(self) -> int:
        """How many contacts of the IRO."""
        return sum(one.is_contact for one in self.marks)


@dataclass(frozen=True, slots=True)
class FootprintMonth:
    """One month of one child."""

    month: date  # its first day
    contacts: int
    has_mid_point: bool
    has_review: bool
    is_over: bool  # a time without that is over the limit reaches into it
    is_running: bool  # and that one runs today
    is_outside: bool  # the child was not followed here in any of it
    words: str  # "Mar 2026: 2 contacts, review"


@dataclass(frozen=True, slots=True)
class FootprintRow:
    """One child of the heat map."""

    child: str
    name: str
    iro: str
    months: tuple[FootprintMonth, ...]  # oldest first
    contacts: int
    last_on: date | None  # the last trace; None: there is none here
    days_since: int | None  # from it to today
    longest: int  # days
    longest_words: str
    is_over: bool  # the time without that runs today is over the limit
    was_over: bool  # one was, in the months shown
    sentence: str


@dataclass(frozen=True, slots=True)
class FootprintsView:
    """The heat map of a caseload: who has gone longest without comes first."""

    scope: str
    from_on: date
    to_on: date  # the last day
    months: tuple[date, ...]  # first days, oldest first
    rows: tuple[FootprintRow, ...]
    over: int  # children whose time without, running today, is over the limit
    limit_words: str  # "90 days"; "" where there is no limit
