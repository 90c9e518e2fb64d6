"""What is shown of private fostering and of foster carers, as frozen data."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.vocabulary import (
    ArrangementEnd,
    CarerReviewGround,
    CarerReviewKind,
    CarerReviewOutcome,
    Role,
    Standing,
    Suitability,
)
from iro_desktop.services.views import DeadlineRow, HistoryLine


@dataclass(frozen=True, slots=True)
class ArrangementRow:
    """One private fostering arrangement of a child."""

    child: str  # council id
    name: str  # as shown
    age: int | None
    iro: str  # "" where nobody is allocated
    from_on: date  # by which acts name it
    is_proposed: bool
    is_over: bool
    state_words: str  # "proposed, to begin 14 Dec 2026", "since 2 Nov 2026", "ended 20 Nov 2026, …"
    notified_on: date | None
    aware_on: date | None
    starts_on: date | None
    ended_on: date | None
    ended_as: ArrangementEnd | None
    notified_by: Role | None
    carer: str
    note: str
    suitability: Suitability | None
    decided_on: date | None
    decided_by: str
    suitability_words: str  # "suitable, 16 Nov 2026, by the team manager", "not decided"
    visits: tuple[date, ...]  # made, oldest first
    visits_due: int  # that fell due by today
    visits_in_time: int  # of those
    meetings: tuple[date, ...]  # held, oldest first
    next: DeadlineRow | None  # what is owed next of visits, meetings and the end by age
    standing: Standing  # of that; NOT_DUE where nothing is owed
    next_words: str  # "Visit due Thu 3 Dec 2026", "no visit recorded", ""
    cautions: tuple[str, ...]  # what needs a decision or a word
    story: tuple[HistoryLine, ...]  # newest first
    row_version: int
    sentence: str  # read out

    @property
    def key(self) -> str:
        """What tells it from every other."""
        return f"{self.child}/{self.from_on}"


@dataclass(frozen=True, slots=True)
class FosteringQuarter:
    """What a quarter's report counts."""

    quarter_on: date  # its last day
    words: str  # "October to December 2026"
    new: int  # became known in it
    ended: int
    open: int  # on its last day, or today where it still runs
    visits_due: int  # fell due in it by today
    visits_in_time: int  # of those
    report: DeadlineRow | None  # None: none was owed
    sent_on: date | None


@dataclass(frozen=True, slots=True)
class FosteringView:
    """Private fostering in scope, worst first, and its quarters, newest first."""

    scope: str
    rows: tuple[ArrangementRow, ...]
    ended: int  # not among the rows unless asked for
    late: int  # rows with something overdue
    proposed: int
    quarters: tuple[FosteringQuarter, ...]


@dataclass(frozen=True, slots=True)
class CarerReviewRow:
    """One review of a foster carer's approval."""

    held_on: date
    kind: CarerReviewKind
    panel_on: date | None
    decided_on: date | None
    outcome: CarerReviewOutcome | None
    note: str
    words: str  # "annual review, in time, to panel 10 Sep 2026"


@dataclass(frozen=True, slots=True)
class CarerAskedRow:
    """One review asked for out of turn."""

    asked_on: date
    ground: CarerReviewGround
    note: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class CarerRow:
    """One fostering household."""

    reference: str
    iro: str  # the fostering IRO; "" where nobody is
    approved_on: date
    ended_on: date | None
    terms: str
    last_on: date | None  # the last review held
    booked_on: date | None
    next: DeadlineRow | None  # the yearly review; None after the end
    standing: Standing  # the worst of what is owed
    standing_words: str
    next_words: str  # "First review due Fri 4 Dec 2026"
    panel_words: str  # "first review to panel: not recorded", "review after allegation to panel by …", ""
    reviews: tuple[CarerReviewRow, ...]  # newest first
    asked: tuple[CarerAskedRow, ...]  # newest first
    story: tuple[HistoryLine, ...]  # newest first
    row_version: int
    sentence: str

    @property
    def is_over(self) -> bool:
        """Whether the approval has ended."""
        return self.ended_on is not None


@dataclass(frozen=True, slots=True)
class CarersView:
    """Foster carers in scope, worst first."""

    scope: str
    rows: tuple[CarerRow, ...]
    ended: int  # not among the rows unless asked for
    late: int
    not_booked: int  # whose yearly review is due within ten working days, or late, with no day booked
