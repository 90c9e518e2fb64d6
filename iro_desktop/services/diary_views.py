"""What the diary shows, as frozen data: days, and on each day its entries in the order of their times."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_desktop.domain.vocabulary import Standing


class EntryKind(StrEnum):
    """What kind of thing stands on a day; in this order where no time is said."""

    HOLIDAY = "holiday"
    LEAVE = "leave"
    HEARING = "hearing"
    REVIEW = "review"
    TO_BOOK = "to-book"  # a review without a booking, on its last lawful day
    HELD = "held"
    CARER = "carer"  # a foster carer's review: on its booked day, or where none is, on the day it is due
    BLOCK = "block"
    DUE = "due"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One thing on one day."""

    id: str  # the same for the same fact
    on: date
    kind: EntryKind
    what: str  # "Third review", "3 minutes due"
    child: str = ""  # council id; "" where it is nobody's
    name: str = ""  # as shown
    iro: str = ""  # whose day it is on
    at: str = ""  # clock time "14:00"; "" not said
    minutes: int | None = None  # how long; None: not said
    place: str = ""  # where, or how it is held; "" not said
    deadline_id: str = ""  # what it stands for
    standing: Standing | None = None  # None: it owes nothing
    detail: str = ""  # "in timescale, 6 working days to spare (last lawful Thu 3 Dec 2026)"
    last_lawful: date | None = None  # of a review
    slack: int | None = None  # working days from the day to the last lawful one; negative: late
    is_late: bool = False
    can_move: bool = False
    clashes: tuple[str, ...] = ()  # sentences
    parts: tuple["DiaryEntry", ...] = ()  # what a line of several stands for

    @property
    def title(self) -> str:
        """Whom and what in a few words: ``Kyle P., third review``."""
        return f"{self.name}, {self.what[:1].lower()}{self.what[1:]}" if self.name else self.what

    @property
    def sentence(self) -> str:
        """The whole entry as it is read out."""
        parts = (self.at, self.title, self.place, self.detail, *self.clashes)
        return ", ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day with what stands on it."""

    on: date
    is_working: bool
    note: str  # "Christmas Day", "weekend"; "" on a working day
    entries: tuple[DiaryEntry, ...]

    @property
    def clashes(self) -> int:
        """How many entries something speaks against."""
        return sum(bool(one.clashes) for one in self.entries)


@dataclass(frozen=True, slots=True)
class DiaryView:
    """A run of days."""

    today: date
    from_on: date
    to_on: date  # the last day
    scope: str  # "Angela Marsh", "all IROs"
    days: tuple[DiaryDay, ...]
    children: int  # in scope
    booked: int  # reviews booked
    late: int  # of them after the last lawful day
    unrecorded: int  # booked days that passed with nothing recorded
    due: int  # the IRO's own deadlines
    clashes: int  # entries something speaks against

    @property
    def entries(self) -> tuple[DiaryEntry, ...]:
        """Every entry, in order."""
        return tuple(one for day in self.days for one in day.entries)


@dataclass(frozen=True, slots=True)
class CalendarWish:
    """What is to be in a calendar file."""

    from_on: date
    to_on: date  # the last day
    is_busy: bool = False  # times alone
    deadlines: bool = False  # what falls due, too


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """What a calendar file holds, before it is written and after."""

    events: int
    words: str  # "12 reviews, 2 hearings, Mon 23 Nov 2026 to …. Children by the council's id; no names."


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One day that was booked for a review, with what became of it."""

    review_on: date
    at: str  # "" not said
    place: str
    booked_on: date | None  # None: not known
    became: str  # "moved to Fri 22 Jan 2027", "held", "cancelled", "booked"
    closed_on: date | None
    asked_by: str  # "the child"; "" not said
    reason: str
    notice: int | None  # working days from the day it was moved or cancelled to the day booked; None: neither
    in_timescale: bool | None  # whether that day was in time; None: no limit is known for it

    @property
    def notice_words(self) -> str:
        """How long before the day it was moved: ``3 working days' notice``."""
        if self.notice is None:
            return ""
        if self.notice <= 0:
            return "on the day" if self.closed_on == self.review_on else "after the day"
        return f"{self.notice} working day{'’s' if self.notice == 1 else 's’'} notice"
