"""Facts as they travel: frozen records, one per table. ``None`` means not known.

Every record has ``id`` (UUIDv7 text, made by the program) and ``row_version`` (counts changes to the row, from 1).
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, get_args

from iro_desktop.domain.vocabulary import (
    AlertStage,
    Asker,
    BookingStatus,
    CarerReviewKind,
    CircumstanceKind,
    LateReason,
    LeaveKind,
    Participation,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Sex,
    Task,
)


@dataclass(frozen=True, slots=True)
class Child:
    """A child the service reviews. The council's id is an attribute, not a key."""

    entity: ClassVar[str] = "child"
    id: str
    council_id: str  # SSDA903 CHILD
    tracking_from: date  # tasks around a review exist for reviews on or after this day
    complete_from: date | None = None  # every review held on or after this day is in the store
    given_name: str | None = None
    family_name: str | None = None
    known_as: str | None = None  # the name they like to be called
    born_on: date | None = None
    sex: Sex | None = None
    ethnicity: str | None = None  # SSDA903 ETHNIC code
    upn: str | None = None  # unique pupil number
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Episode:
    """One SSDA903 episode; where only a start of care is known, an S episode with the rest unknown."""

    entity: ClassVar[str] = "episode"
    id: str
    child_id: str
    started_on: date  # DECOM
    start_reason: str  # RNE
    legal_status: str | None = None  # LS
    need: str | None = None  # CIN
    placement: str | None = None  # PLACE
    provider: str | None = None  # PLACE_PROVIDER
    ended_on: date | None = None  # DEC
    end_reason: str | None = None  # REC
    change_reason: str | None = None  # REASON_PLACE_CHANGE
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Review:
    """A review that was held. A booking is not a review."""

    entity: ClassVar[str] = "review"
    id: str
    child_id: str
    held_on: date  # first or only meeting
    completed_on: date | None = None  # closes a series; None: on the day it was held
    participation: Participation | None = None
    method: ReviewMethod | None = None
    number: int | None = None  # as stated by a person; None: counted from the history where it is whole
    late_reason: LateReason | None = None
    kind: ReviewKind | None = None  # None: of a child looked after
    ground: ReviewGround | None = None  # why it was held early; None: in its ordinary turn
    adjourned_on: date | None = None  # the day it was adjourned, once, for 20 working days at most
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Sitting:
    """A further meeting of a review that is a series, or that was adjourned; the first is the review's own day."""

    entity: ClassVar[str] = "sitting"
    id: str
    child_id: str
    review_id: str
    on: date
    mode: str | None = None  # where or how, in the service's words
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What is so about a child, or happened, from a day on, and starts or stops a clock."""

    entity: ClassVar[str] = "circumstance"
    id: str
    child_id: str
    kind: CircumstanceKind
    from_on: date
    to_on: date | None = None  # last day; for an early review the day it must come before; for custody the release
    detail: str | None = None  # a code of the kind's own: the ground of an early review
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Override:
    """A date set by hand in place of the one a rule gives, with its reason."""

    entity: ClassVar[str] = "date_override"
    id: str
    child_id: str
    rule_id: str
    trigger_on: date  # of the deadline it was set for; it holds for no other
    due_on: date
    reason: str
    set_on: date
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Alert:
    """A challenge by the IRO: what was raised, until it is resolved."""

    entity: ClassVar[str] = "alert"
    id: str
    child_id: str
    raised_on: date
    resolved_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class AlertStep:
    """One stage of an alert; a stage may be skipped."""

    entity: ClassVar[str] = "alert_step"
    id: str
    child_id: str
    alert_id: str
    stage: AlertStage
    started_on: date
    answered_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Booking:
    """One entry of the rearrangement ledger: a day that was booked for a review."""

    entity: ClassVar[str] = "booking"
    id: str
    child_id: str
    review_on: date  # the day booked
    status: BookingStatus
    booked_on: date | None = None  # when the booking was made
    at: str | None = None  # clock time "14:00"
    place: str | None = None
    closed_on: date | None = None  # the day it was moved or cancelled
    asked_by: Asker | None = None
    reason: str | None = None
    kind: ReviewKind | None = None  # None: for a review of a child looked after
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Completion:
    """A tracked piece of work that was done."""

    entity: ClassVar[str] = "completion"
    id: str
    child_id: str
    task: Task
    done_on: date
    review_id: str | None = None  # the review it belongs to; None for start-of-care tasks
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Iro:
    """An Independent Reviewing Officer."""

    entity: ClassVar[str] = "iro"
    id: str
    name: str
    fte: float = 1.0  # full-time equivalent
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Allocation:
    """An interval in which an IRO was responsible for a child; the same IRO twice is legal."""

    entity: ClassVar[str] = "allocation"
    id: str
    child_id: str
    iro_id: str
    from_on: date
    to_on: date | None = None  # last day; None: still allocated
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class SiblingGroup:
    """Brothers and sisters who are looked after."""

    entity: ClassVar[str] = "sibling_group"
    id: str
    name: str  # a label of the service's own, no names of children
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class SiblingMembership:
    """A child's time in a sibling group."""

    entity: ClassVar[str] = "sibling_membership"
    id: str
    group_id: str
    child_id: str
    from_on: date
    to_on: date | None = None
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
class FosterCarer:
    """A fostering household whose approval is reviewed."""

    entity: ClassVar[str] = "foster_carer"
    id: str
    reference: str  # the service's own; no name
    approved_on: date
    ended_on: date | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class CarerReview:
    """A review of a foster carer's approval."""

    entity: ClassVar[str] = "carer_review"
    id: str
    carer_id: str
    held_on: date
    decided_on: date | None = None  # by the decision maker
    panel_on: date | None = None
    kind: CarerReviewKind = CarerReviewKind.ANNUAL
    row_version: int = 1


PERSONAL_FIELDS = frozenset({"given_name", "family_name", "known_as", "born_on", "upn"})  # who a child is

Record = (
    Child
    | Episode
    | Review
    | Sitting
    | Circumstance
    | Override
    | Alert
    | AlertStep
    | Booking
    | Completion
    | Iro
    | Leave
    | Allocation
    | SiblingGroup
    | SiblingMembership
    | Setting
    | BankHoliday
    | FosterCarer
    | CarerReview
)
RECORD_TYPES: dict[str, type[Record]] = {record.entity: record for record in get_args(Record)}


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """All that the rules need to know about one child; each tuple oldest first."""

    child: Child
    episodes: tuple[Episode, ...] = ()
    reviews: tuple[Review, ...] = ()
    bookings: tuple[Booking, ...] = ()
    completions: tuple[Completion, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    overrides: tuple[Override, ...] = ()
    alerts: tuple[Alert, ...] = ()
    alert_steps: tuple[AlertStep, ...] = ()


@dataclass(frozen=True, slots=True)
class CarerFacts:
    """All that the rules need to know about one foster carer."""

    carer: FosterCarer
    reviews: tuple[CarerReview, ...] = ()  # oldest first
