"""What planning shows, as frozen data: what would follow from a move, when to book, what a change of rule touches."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.acts import Act
from iro_desktop.domain.vocabulary import CircumstanceKind, Standing


@dataclass(frozen=True, slots=True)
class DatedStanding:
    """One side of a before and after."""

    due_on: date | None
    standing: Standing
    booked_on: date | None  # of a review
    words: str  # "booked Thu 19 Nov, 6 working days to spare"
    plan_by: date | None = None


@dataclass(frozen=True, slots=True)
class Consequence:
    """One deadline before and after; ``before`` None: it appears, ``after`` None: it goes."""

    id: str  # the deadline's, as it is after where it stays or appears
    child: str  # council id
    rule: str
    what: str
    before: DatedStanding | None
    after: DatedStanding | None
    id_before: str = ""  # its id before, where it was there: what counts from a booking has another afterwards

    @property
    def looks_same(self) -> bool:
        """Whether nothing that is shown differs: only the id does."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """One part of a plan that a person takes or leaves: the move itself, or a sibling's move to the same day."""

    key: str  # "move/AB12"
    child: str
    name: str
    words: str  # "Move Kyle P. too: from Thu 19 Nov to Tue 1 Dec"
    margin_words: str  # "in timescale, 6 working days to spare"
    is_late: bool  # the day lies after that child's last lawful day
    is_fixed: bool  # the move itself: it cannot be left out
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What would follow if a review were booked for, or moved to, a day. Nothing is changed."""

    child: str
    from_on: date | None  # booked now; None: not booked
    to_on: date
    in_timescale: bool | None  # None: no limit is known
    margin: int | None  # working days from the new day to the last lawful one; negative: late
    words: str  # one sentence: what the move means
    warnings: tuple[str, ...]  # leave, a hearing before it, not a working day, not enough time to prepare
    parts: tuple[PlannedPart, ...]  # the move first
    consequences: tuple[Consequence, ...]  # open deadlines that differ, of every chosen part
    if_held: tuple[tuple[str, str], ...]  # what, date in words: what would follow if it were held on that day
    acts: tuple[Act, ...]  # what applying does, as one act


@dataclass(frozen=True, slots=True)
class DayOffer:
    """A day that suits."""

    on: date
    words: str  # "Tue 1 Dec 2026"
    spare: int  # working days to the last lawful day
    why: str  # "room for a move", "between leave and the hearing"
    is_late: bool = False  # after the last lawful day
    is_together: bool = False  # a brother or sister is booked that day: offered first, out of the order of days

    @property
    def spare_words(self) -> str:
        """``6 working days to spare``, ``1 working day late``."""
        days = f"{abs(self.spare)} working day{'' if abs(self.spare) == 1 else 's'}"
        if self.is_late:
            return f"{days} late" if self.spare else "late"
        return f"{days} to spare"


@dataclass(frozen=True, slots=True)
class BookingWindow:
    """Between which days a child's next review is best booked."""

    child: str
    what: str  # "Third review", "Pathway plan review"
    rule: str
    earliest: date  # earliest sensible day
    book_by: date  # latest day that can still move as far as this IRO's reviews do, and be in timescale
    last_lawful: date
    arrange_by: date  # invitations and consultation begin by then, for a review on ``book_by``
    slack: int  # working days kept free at the end
    slack_words: str  # "5 working days: nine in ten of this IRO's moves were within it (23 moves)"
    earliest_words: str  # why not sooner
    is_tight: bool  # there is no room for the slack any more
    blocked: tuple[tuple[date, str], ...]  # days inside the window that do not suit, with why
    offers: tuple[DayOffer, ...]  # up to five, best first
    words: str  # the whole in a sentence or two


@dataclass(frozen=True, slots=True)
class SiblingChild:
    """One child of a group, with the days that are lawful."""

    child: str
    name: str
    iro: str
    booked_on: date | None
    last_lawful: date | None  # None: no review is owed, or no limit is known; the child is left out
    words: str  # "last lawful Thu 3 Dec 2026", "left out: last review not known"


@dataclass(frozen=True, slots=True)
class SiblingOffer:
    """One day for several children."""

    on: date
    children: tuple[str, ...]  # council ids
    margins: tuple[tuple[str, int], ...]  # council id, working days from the day to that child's last lawful one
    words: str  # "Tue 1 Dec 2026: 4 to 11 working days to spare"


@dataclass(frozen=True, slots=True)
class SiblingPlan:
    """Days on which brothers and sisters can be reviewed together."""

    group: str
    children: tuple[SiblingChild, ...]
    common_from: date | None
    common_to: date | None  # both None: no day is lawful for all
    offers: tuple[SiblingOffer, ...]  # at most three, best first; empty where there is none for all
    split: tuple[SiblingOffer, ...]  # the fewest days that reach everybody, where no day suits all
    words: str


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """What a changed rule, setting or bank holiday would touch. Nothing is changed."""

    words: str  # "Touches 12 open deadlines of 9 children; 2 become overdue."
    touched: tuple[Consequence, ...]  # soonest after first
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row of the register as the service applies it today."""

    id: str
    what: str
    sentence: str
    limit: str  # "20 working days", "3 months"
    owner: str
    authority: str
    citation: str
    mark: str  # "V"
    mark_words: str
    in_force: str  # "from 1 Apr 2011", "until 31 Mar 2011", "" always
    local: str  # the service's own limit in its place: "10 working days since 1 Apr 2026"; "" none
    can_change: bool  # a local limit may be set


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One choice of the service as it stands today, with what is to come."""

    key: str
    label: str
    value: str
    value_words: str
    is_default: bool
    since: date | None  # None: the default
    coming: str  # "from 1 Jan 2027: half-way to the next review"; "" none
    values: tuple[tuple[str, str], ...]  # value, what it means
    pattern_words: str  # further values, how to write them; "" none


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One bank holiday."""

    on: date
    name: str
    is_added: bool  # by the user; such a one can be taken away


@dataclass(frozen=True, slots=True)
class LeaveRow:
    """An IRO's days away."""

    iro: str
    from_on: date
    to_on: date
    what: str


@dataclass(frozen=True, slots=True)
class TimescalesView:
    """The law and the service's choices, as they are applied today."""

    law_checked_on: date
    proclaimed_to: int  # the last year whose bank holidays are known
    rules: tuple[RuleRow, ...]
    settings: tuple[SettingRow, ...]
    holidays: tuple[HolidayRow, ...]  # this year's and later ones, soonest first
    leave: tuple[LeaveRow, ...]  # running and to come, soonest first


@dataclass(frozen=True, slots=True)
class CircumstanceRow:
    """What is so about a child, as the child's page shows it."""

    kind: CircumstanceKind
    from_on: date
    to_on: date | None
    words: str  # "Court hearing, Thu 3 Dec 2026"
    can_end: bool
