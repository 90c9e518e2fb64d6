"""The service itself: its people and their time, its choices, and how it looks at the caseload."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import Contract, IroRole, LeaveKind, PlanProgress, Role, StandardState, TeamEventKind


@dataclass(frozen=True, slots=True)
class Iro:
    """An Independent Reviewing Officer."""

    entity: ClassVar[str] = "iro"
    id: str
    name: str
    fte: float = 1.0  # full-time equivalent
    from_on: date | None = None  # in post from
    to_on: date | None = None  # last day in post
    role: IroRole | None = None
    contract: Contract | None = None
    qualified_on: date | None = None  # as a social worker: five years are asked for (SI 2010/959 reg 46)
    background: str | None = None  # how the team's make-up reflects the children (IRO Handbook 7.11)
    link_areas: str | None = None  # service areas they are the link for, with commas between
    other_duties: int | None = None  # per cent of their time
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Leave:
    """Days on which an IRO is away."""

    entity: ClassVar[str] = "iro_leave"
    id: str
    iro_id: str
    from_on: date
    to_on: date  # last day
    kind: LeaveKind = LeaveKind.ANNUAL
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice of the service, from a day on; what was counted from before that day is judged as before."""

    entity: ClassVar[str] = "setting"
    id: str
    key: str  # a key of ``domain.choices``, or ``limit:`` and a rule's id
    value: str
    from_on: date
    reason: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A day proclaimed since this program was made: no working day."""

    entity: ClassVar[str] = "bank_holiday"
    id: str
    on: date
    name: str
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class DiaryBlock:
    """Time an IRO keeps free, such as for writing up."""

    entity: ClassVar[str] = "diary_block"
    id: str
    iro_id: str
    on: date
    starts_at: str  # "14:00"
    minutes: int
    what: str
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class SavedView:
    """A way to look at the caseload, kept under a name."""

    entity: ClassVar[str] = "saved_view"
    id: str
    name: str
    iro: str | None = None  # an IRO's name; None: everybody's
    words: str | None = None  # the filter
    sort: str | None = None  # a column's key; None: worst first
    is_descending: bool = False
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class TeamEvent:
    """Supervision, a team meeting, a peer observation, a meeting of a link area."""

    entity: ClassVar[str] = "team_event"
    id: str
    what: TeamEventKind
    on: date
    iro_id: str | None = None  # supervised; observed; the link
    with_iro_id: str | None = None  # who observed
    area: str | None = None  # link area; of supervision what it was about
    guests: str | None = None  # of a team meeting
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class PracticeStandard:
    """A standard of the service's practice, with the benchmark it is held against."""

    entity: ClassVar[str] = "practice_standard"
    id: str
    name: str  # told apart by it
    text: str | None = None
    state: StandardState = StandardState.DRAFT
    signed_off_on: date | None = None
    signed_off_by: str | None = None
    benchmark: str | None = None  # as the service states it: 95 %, each month
    measure: str | None = None  # id of the measure that says where the service stands
    stands: str | None = None  # where the service stands, in words
    looked_on: date | None = None  # when that was looked at
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody said about the service, in their words."""

    entity: ClassVar[str] = "feedback"
    id: str
    number: int  # in the order recorded, from 1
    on: date
    source: Role  # who said it
    words: str
    question: str | None = None
    may_quote: bool | None = None  # whether they agreed to be quoted; None: not asked
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class PlanAction:
    """One action of a year's plan: its priority, who does it, how it went."""

    entity: ClassVar[str] = "plan_action"
    id: str
    year: int  # that begins on 1 April
    number: int  # within its year, from 1
    text: str
    owner: str | None = None
    due_on: date | None = None
    progress: PlanProgress = PlanProgress.NOT_BEGUN
    progress_on: date | None = None
    went: str | None = None  # how it went, in words
    carried_from: int | None = None  # its number in the plan of the year before, where it was carried on from there
    row_version: int = 1
