"""Reviews, the work around them, and what they recommended."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import (
    Agency,
    Asker,
    BookingStatus,
    LateReason,
    Outcome,
    Participation,
    Progress,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    Role,
    SendingKind,
    Task,
    Venue,
)


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
