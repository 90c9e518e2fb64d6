"""What the pages of the service show: team, meetings, standards, feedback, plan, clinics, and what is missing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_desktop.domain.vocabulary import (
    Contract,
    IroRole,
    PlanProgress,
    Role,
    StandardState,
    Standing,
    TeamEventKind,
)
from iro_desktop.services.clinic_views import ClinicsView


class Load(StrEnum):
    """How a caseload for each full-time equivalent compares with 50 to 70 (IRO Handbook 7.15)."""

    BELOW = "below 50"
    WITHIN = "within 50 to 70"
    OVER = "over 70"


@dataclass(frozen=True, slots=True)
class MetLine:
    """One meeting of an IRO, as their own list has it."""

    on: date
    words: str  # "supervision: caseload", "observed by Ann Other"


@dataclass(frozen=True, slots=True)
class IroRow:
    """One IRO: how they are employed, what they carry, when they were last supervised."""

    name: str
    standing: Standing
    standing_words: str  # the worst of what is missing; "In order"
    gaps: tuple[str, ...]  # each as a sentence, the worst first
    role: IroRole | None
    fte: float
    from_on: date | None
    to_on: date | None
    contract: Contract | None
    qualified_on: date | None
    years_qualified: int | None  # None: not known
    link_areas: tuple[str, ...]
    other_duties: int | None  # per cent
    background: str
    children: int  # looked after today
    per_fte: float | None  # None: reviews no cared for children
    load: Load | None
    load_words: str  # "62 children, 62.0 for each full-time equivalent: within 50 to 70"
    supervised_on: date | None
    supervisions: int  # in the last twelve months
    away_words: str  # "away until 27 Nov 2026: annual leave"; ""
    has_left: bool
    meetings: tuple[MetLine, ...]  # of the last twelve months, the newest first
    row_version: int

    @property
    def key(self) -> str:
        """Tells IROs apart."""
        return self.name


@dataclass(frozen=True, slots=True)
class TeamView:
    """The team, those with something missing first."""

    rows: tuple[IroRow, ...]
    in_post: int
    fte: float  # of those in post who review cared for children
    children: int
    per_fte: float | None
    agency: int  # of those in post
    away: int


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting, or one that is missing."""

    what: TeamEventKind
    on: date | None  # None: it is missing
    iro: str  # supervised, observed, or the link; "" a team meeting
    with_iro: str  # who observed
    area: str
    guests: str
    note: str
    standing: Standing
    words: str  # what it was about, or why it is missing

    @property
    def is_missing(self) -> bool:
        """Whether it is one that should have been."""
        return self.on is None

    @property
    def key(self) -> str:
        """Tells meetings apart."""
        return f"{self.what.value}/{self.on or ''}/{self.iro}/{self.area.casefold()}"


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """What is missing first, then the meetings of the time asked for, the newest first."""

    rows: tuple[MeetingRow, ...]
    from_on: date
    to_on: date
    counts: tuple[tuple[TeamEventKind, int], ...]
    supervision_words: str  # the limit the service chose; ""
    quarter_words: str  # "October to December 2026"
    areas: tuple[str, ...]  # link areas of those in post

    @property
    def missing(self) -> int:
        """How many are missing."""
        return sum(one.is_missing for one in self.rows)


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One practice standard, and where the service stands against it."""

    name: str
    text: str
    state: StandardState
    signed_off_on: date | None
    signed_off_by: str
    benchmark: str
    measure: str  # id; "" none is named
    measure_name: str
    definition: str
    numerator: int | None  # None: no measure is named
    denominator: int | None
    percent: float | None  # None also where there is nothing to count
    check: str  # how the figure adds up
    benchmark_percent: float | None  # as the benchmark states it; None: it states none
    stands: str  # in the service's own words
    looked_on: date | None
    standing: Standing
    standing_words: str  # "72.4 %, below 90 %"
    figure_words: str  # "72.4 % (105 of 145), 24 Nov 2025 to 23 Nov 2026"
    row_version: int

    @property
    def key(self) -> str:
        """Tells standards apart."""
        return self.name


@dataclass(frozen=True, slots=True)
class StandardsView:
    """The standards, those below their benchmark first, then drafts."""

    rows: tuple[StandardRow, ...]
    from_on: date  # of the figures
    to_on: date
    drafts: int
    below: int


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """What somebody said."""

    number: int
    on: date
    source: Role
    question: str
    words: str
    may_quote: bool | None
    standing: Standing
    consent_words: str

    @property
    def key(self) -> str:
        """Tells them apart."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """What was said, the newest first."""

    rows: tuple[FeedbackRow, ...]
    quotable: int
    not_asked: int
    sources: tuple[tuple[Role, int], ...]  # the most frequent first


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action of a year's plan."""

    year: int
    years_words: str  # "2026/27"
    number: int
    text: str
    owner: str
    due_on: date | None
    progress: PlanProgress
    progress_on: date | None
    went: str
    came_words: str  # "carried on from 2025/26, action 3"; ""
    goes_words: str  # "carried on to 2027/28, action 1"; ""
    standing: Standing
    standing_words: str

    @property
    def key(self) -> str:
        """Tells actions apart."""
        return f"{self.year}/{self.number}"


@dataclass(frozen=True, slots=True)
class PlanView:
    """This year's actions, the next year's priorities, then the years before."""

    rows: tuple[PlanRow, ...]
    year: int  # this one
    years: tuple[int, ...]  # that have a plan, the newest first
    late: int  # of this year's, past the day they were to be done by
    unsaid: int  # of years that have ended: nobody said how they went

    def of(self, year: int) -> tuple[PlanRow, ...]:
        """The actions of one year, by number."""
        return tuple(sorted((one for one in self.rows if one.year == year), key=lambda one: one.number))


@dataclass(frozen=True, slots=True)
class ServiceView:
    """All six, and what is missing in them in one line each."""

    team: TeamView
    meetings: MeetingsView
    standards: StandardsView
    feedback: FeedbackView
    plan: PlanView
    clinics: ClinicsView
    missing: tuple[tuple[int, str], ...]  # which of the six, from 0, and what is missing there in words
