"""Facts as they travel: frozen records, one per table. ``None`` means not known.

Every record has ``id`` (UUIDv7 text, made by the program) and ``row_version`` (counts changes to the row, from 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, get_args

from iro_desktop.domain.vocabulary import (
    Agency,
    AlertStage,
    Asker,
    BookingStatus,
    BornAs,
    CarerReviewKind,
    CircumstanceKind,
    ContactKind,
    EventKind,
    LateReason,
    LeaveKind,
    Outcome,
    Participation,
    Progress,
    Restriction,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Role,
    SendingKind,
    Sex,
    SplitReason,
    Task,
    Venue,
    WorkerRole,
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
    born_as: BornAs | None = None  # how far the birth date is known; None: the exact day
    is_disabled: bool | None = None
    is_asylum_seeking: bool | None = None  # unaccompanied (UASC)
    school: str | None = None
    languages: str | None = None
    communication: str | None = None  # what the child needs to understand and be understood
    notes: str | None = None
    merged_into: str | None = None  # row id of the child of whom this was a second entry; then in no list
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
    is_plan_current: bool | None = None  # whether the care plan was up to date at the review
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
    about: str | None = None  # what it is about, in the IRO's words
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
    venue: Venue | None = None  # what sort of place ``place`` is, or by what means
    row_version: int = 1


SKIPPED = "skipped"  # the detail of a completion: the work was left out, with its reason in the note


@dataclass(frozen=True, slots=True)
class Completion:
    """A tracked piece of work that was done."""

    entity: ClassVar[str] = "completion"
    id: str
    child_id: str
    task: Task
    done_on: date
    review_id: str | None = None  # the review it belongs to; None for start-of-care tasks
    detail: str | None = None  # a code of the task's own: a ``TalkHow``; ``SKIPPED`` for a mid-point left out
    note: str | None = None
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
    note: str | None = None  # what the IRO before handed over
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
    split_reason: SplitReason | None = None  # why this child has another IRO than the group
    liaison: str | None = None  # how the two IROs keep in touch
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


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came to a review, or did not; one row a role, or a person."""

    entity: ClassVar[str] = "attendance"
    id: str
    child_id: str
    review_id: str
    role: Role
    came: bool  # False: was invited and sent apologies, or did not come
    person_id: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody around a child."""

    entity: ClassVar[str] = "person"
    id: str
    child_id: str
    role: Role
    name: str  # told apart by it among the people around one child
    agency: Agency | None = None  # None: the usual one of the role
    has_responsibility: bool | None = None  # parental responsibility
    phone: str | None = None
    email: str | None = None
    is_invited: bool = True  # ordinarily
    is_consulted: bool = True
    is_sent_record: bool = True
    note: str | None = None  # how best to reach them
    left_on: date | None = None  # no longer around the child from this day
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class PersonRestriction:
    """What must not be done towards a person around the child, and why."""

    entity: ClassVar[str] = "person_restriction"
    id: str
    child_id: str
    person_id: str
    what: Restriction
    reason: str
    from_on: date
    to_on: date | None = None  # last day
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Sending:
    """An invitation, consultation form or record sent to somebody.

    It belongs to the first review held from then on; a record of the review to the last one held by then.
    """

    entity: ClassVar[str] = "sending"
    id: str
    child_id: str
    what: SendingKind
    to: Role
    sent_on: date
    person_id: str | None = None  # None: to the agency or role as such
    chased_on: date | None = None  # last time
    chases: int = 0
    returned_on: date | None = None
    views: str | None = None  # what came back, in their words
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a child wants of a review, in their words; the newest is carried forward to the next review."""

    entity: ClassVar[str] = "wishes"
    id: str
    child_id: str
    told_on: date
    where: str | None = None
    when: str | None = None
    who: str | None = None  # who should come, and who should not
    chairing: str | None = None  # whether and how they chair it
    not_coming: str | None = None  # why they would rather not be there
    views: str | None = None  # their own words on how things are
    explained_on: date | None = None  # rights, advocacy and complaints explained
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a review recommended; open until it has an outcome."""

    entity: ClassVar[str] = "recommendation"
    id: str
    child_id: str
    review_id: str
    number: int  # within its review, from 1
    text: str
    owner: Role
    agency: Agency | None = None  # None: the usual one of the owner
    due_on: date | None = None
    outcome: Outcome | None = None
    outcome_on: date | None = None
    note: str | None = None  # on the outcome
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class RecommendationCheck:
    """How a recommendation stood when it was looked at, at a mid-point or a review."""

    entity: ClassVar[str] = "recommendation_check"
    id: str
    child_id: str
    recommendation_id: str
    on: date
    progress: Progress
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class RecordSection:
    """One heading of the record of a review, as written."""

    entity: ClassVar[str] = "record_section"
    id: str
    child_id: str
    review_id: str
    heading: str
    text: str
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact of the IRO between reviews: part of the footprint."""

    entity: ClassVar[str] = "contact"
    id: str
    child_id: str
    on: date
    how: ContactKind
    with_whom: Role | None = None
    note: str | None = None  # what it was about; for a meeting which one and why
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class SignificantEvent:
    """Something that happened between reviews, of which the IRO was told."""

    entity: ClassVar[str] = "significant_event"
    id: str
    child_id: str
    what: EventKind
    happened_on: date
    told_on: date | None = None  # None: not told yet, found out by the IRO
    is_review_needed: bool | None = None  # whether it calls for an early review
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Worker:
    """A time in which a social worker or personal adviser was allocated to a child."""

    entity: ClassVar[str] = "worker"
    id: str
    child_id: str
    role: WorkerRole
    name: str
    from_on: date
    team: str | None = None
    to_on: date | None = None  # last day
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


# Who a child and the people around them are, and what was said: shown only to a stated reader for a stated purpose.
PERSONAL_FIELDS: Mapping[str, frozenset[str]] = {
    entity: frozenset(names.split())
    for entity, names in {
        "child": "given_name family_name known_as born_on upn school languages communication notes",
        "person": "name phone email note",
        "person_restriction": "reason",
        "sending": "views",
        "wishes": "where when who chairing not_coming views",
        "recommendation": "text note",
        "recommendation_check": "note",
        "record_section": "text",
        "contact": "note",
        "significant_event": "note",
        "completion": "note",
        "booking": "place",
        "alert": "about",
        "allocation": "note",
        "worker": "name",
        "sibling_membership": "liaison",
    }.items()
}

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
    | Attendance
    | Person
    | PersonRestriction
    | Sending
    | Wishes
    | Recommendation
    | RecommendationCheck
    | RecordSection
    | Contact
    | SignificantEvent
    | Worker
    | DiaryBlock
    | SavedView
)
RECORD_TYPES: dict[str, type[Record]] = {record.entity: record for record in get_args(Record)}


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """All that is known about one child but the text of the records of reviews; each tuple oldest first."""

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
    recommendations: tuple[Recommendation, ...] = ()  # by review, then number
    checks: tuple[RecommendationCheck, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    people: tuple[Person, ...] = ()  # by name
    restrictions: tuple[PersonRestriction, ...] = ()
    sendings: tuple[Sending, ...] = ()
    wishes: tuple[Wishes, ...] = ()
    contacts: tuple[Contact, ...] = ()
    events: tuple[SignificantEvent, ...] = ()
    workers: tuple[Worker, ...] = ()


@dataclass(frozen=True, slots=True)
class CarerFacts:
    """All that the rules need to know about one foster carer."""

    carer: FosterCarer
    reviews: tuple[CarerReview, ...] = ()  # oldest first
