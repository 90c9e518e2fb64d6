"""Acts: what a person wants done, as frozen data. The same from a form, the command line and a file.

``child`` is the council's id, ``iro`` an IRO's name as the store holds it. ``None`` means not said. Each act's
``sentence`` is what history and undo show; it names the child by id, never by name.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, get_args

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import (
    AlertStage,
    Asker,
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


def _capital(words: str) -> str:
    """The words with a capital letter; names among them keep theirs."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddIro:
    """Add an Independent Reviewing Officer."""

    kind: ClassVar[str] = "AddIro"
    name: str
    fte: float = 1.0

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Add an IRO"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddChild:
    """Add a child. Two fields suffice: the id, and since when looked after or the last review."""

    kind: ClassVar[str] = "AddChild"
    child: str
    looked_after_since: date | None = None
    last_review_on: date | None = None
    last_review_number: int | None = None
    given_name: str | None = None
    family_name: str | None = None
    known_as: str | None = None
    born_on: date | None = None
    sex: Sex | None = None
    iro: str | None = None
    tracking_from: date | None = None  # None: from today

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add child {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeChild:
    """Change what is held about a child; fields not said stay, fields named in ``clear`` become not known."""

    kind: ClassVar[str] = "ChangeChild"
    child: str
    given_name: str | None = None
    family_name: str | None = None
    known_as: str | None = None
    born_on: date | None = None
    sex: Sex | None = None
    ethnicity: str | None = None
    tracking_from: date | None = None
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change child {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocateIro:
    """Give a child to an IRO from a day on; the allocation before it ends the day before."""

    kind: ClassVar[str] = "AllocateIro"
    child: str
    iro: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Allocate an IRO to {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSiblingGroup:
    """Say that children are brothers and sisters."""

    kind: ClassVar[str] = "FormSiblingGroup"
    name: str
    children: tuple[str, ...]
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Form sibling group of {len(self.children)} with {self.children[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCare:
    """Record that a child became looked after (an S episode)."""

    kind: ClassVar[str] = "StartCare"
    child: str
    on: date
    legal_status: str | None = None
    placement: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Start of care for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCare:
    """Record that a child ceased to be looked after; open review duties end on that day."""

    kind: ClassVar[str] = "EndCare"
    child: str
    on: date
    reason: str  # SSDA903 REC, not X1

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"End of care for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReviewHeld:
    """Record a review that was held; books the next one too where a day is given."""

    kind: ClassVar[str] = "RecordReviewHeld"
    child: str
    held_on: date
    participation: Participation
    method: ReviewMethod = ReviewMethod.MEETING
    completed_on: date | None = None
    number: int | None = None
    late_reason: LateReason | None = None  # required when out of timescale
    next_review_on: date | None = None
    under: ReviewKind | None = None  # None: by whether the child is looked after on that day
    ground: ReviewGround | None = None  # where it was held early: why
    adjourned: bool = False  # adjourned on that day, to be completed within 20 working days

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Record review held on {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectReview:
    """Correct a recorded review; fields not said stay."""

    kind: ClassVar[str] = "CorrectReview"
    child: str
    held_on: date  # as recorded
    to_held_on: date | None = None
    participation: Participation | None = None
    number: int | None = None
    late_reason: LateReason | None = None
    ground: ReviewGround | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Correct review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTaskDone:
    """Record that a tracked piece of work was done; tasks after a review say which review."""

    kind: ClassVar[str] = "RecordTaskDone"
    child: str
    task: Task
    done_on: date
    review_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.task.label} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookReview:
    """Book a day for the next review."""

    kind: ClassVar[str] = "BookReview"
    child: str
    review_on: date
    booked_on: date | None = None
    at: str | None = None
    place: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Book review for {self.child} on {short(self.review_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBooking:
    """Move a booked review; both days stay in the ledger."""

    kind: ClassVar[str] = "MoveBooking"
    child: str
    review_on: date
    to_on: date
    moved_on: date
    asked_by: Asker
    reason: str
    at: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Move review of {self.child} to {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking:
    """Cancel a booked review without a new day."""

    kind: ClassVar[str] = "CancelBooking"
    child: str
    review_on: date
    cancelled_on: date
    reason: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Cancel booking of {short(self.review_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateReviewNumber:
    """State which review in the period of care a held one was, where the history is incomplete."""

    kind: ClassVar[str] = "StateReviewNumber"
    child: str
    held_on: date
    number: int

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"State the number of {self.child}'s review of {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateNotHeld:
    """State that the review that fell due before the child was tracked here has not been held: it is overdue."""

    kind: ClassVar[str] = "StateNotHeld"
    child: str
    due_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"State that {self.child}'s review due {short(self.due_on)} is not held"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCare:
    """Record a change inside a period of care: legal status, placement, or both (a new SSDA903 episode)."""

    kind: ClassVar[str] = "ChangeCare"
    child: str
    on: date
    legal_status: str | None = None  # None: as before
    placement: str | None = None  # None: as before; the same code: the same kind, with another carer
    same_carer: bool = False  # a new placement with the same carer

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change of care for {self.child} on {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCircumstance:
    """Record what is so about a child, or happened, from a day on."""

    kind: ClassVar[str] = "RecordCircumstance"
    child: str
    what: CircumstanceKind
    from_on: date
    to_on: date | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label} for {self.child}, {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCircumstance:
    """Record the last day of what was so about a child."""

    kind: ClassVar[str] = "EndCircumstance"
    child: str
    what: CircumstanceKind
    from_on: date  # as recorded
    to_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label} for {self.child} ends {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCircumstance:
    """Take away an entry made by mistake."""

    kind: ClassVar[str] = "RemoveCircumstance"
    child: str
    what: CircumstanceKind
    from_on: date  # as recorded

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away: {self.what.label} for {self.child}, {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForReview:
    """Ask for a review before its ordinary turn, with the ground; ``before``: the day it has to come before."""

    kind: ClassVar[str] = "AskForReview"
    child: str
    ground: ReviewGround
    asked_on: date
    before: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Early review asked for {self.child}: {self.ground.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjournReview:
    """Adjourn a review already recorded, once, for 20 working days at most (SI 2010/959 reg 36(2))."""

    kind: ClassVar[str] = "AdjournReview"
    child: str
    held_on: date  # its first meeting
    adjourned_on: date | None = None  # None: at that meeting

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Adjourn review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSitting:
    """Record a further meeting of a review that is a series, or was adjourned."""

    kind: ClassVar[str] = "AddSitting"
    child: str
    held_on: date  # the review's first meeting
    on: date
    mode: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Further meeting of the review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteReview:
    """Close a series of meetings or an adjourned review; what follows counts from that day."""

    kind: ClassVar[str] = "CompleteReview"
    child: str
    held_on: date  # its first meeting
    completed_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Complete review of {short(self.held_on)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideDeadline:
    """Set a date by hand in place of the one a rule gives; a date of the law only earlier."""

    kind: ClassVar[str] = "OverrideDeadline"
    child: str
    rule: str  # its id
    trigger_on: date  # of the deadline meant
    due_on: date
    reason: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Set {self.rule} of {self.child} to {short(self.due_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawOverride:
    """Take a date set by hand back; the rule's own stands again."""

    kind: ClassVar[str] = "WithdrawOverride"
    child: str
    rule: str
    trigger_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take back the date set for {self.rule} of {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinSiblingGroup:
    """A child joins a group of brothers and sisters."""

    kind: ClassVar[str] = "JoinSiblingGroup"
    group: str
    child: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} joins a sibling group"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveSiblingGroup:
    """A child leaves a group of brothers and sisters."""

    kind: ClassVar[str] = "LeaveSiblingGroup"
    group: str
    child: str
    to_on: date  # last day

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.child} leaves a sibling group"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLeave:
    """Record days on which an IRO is away."""

    kind: ClassVar[str] = "RecordLeave"
    iro: str
    from_on: date
    to_on: date  # last day
    what: LeaveKind = LeaveKind.ANNUAL

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Leave from {short(self.from_on)} to {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLeave:
    """Take recorded leave away."""

    kind: ClassVar[str] = "RemoveLeave"
    iro: str
    from_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away leave from {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSetting:
    """Choose how the service counts, from a day on; see ``iro-desktop rules --settings`` for keys and values."""

    kind: ClassVar[str] = "ChangeSetting"
    setting: str  # a key, or limit: and a rule's id
    value: str
    from_on: date
    reason: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Setting {self.setting}: {self.value} from {short(self.from_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBankHoliday:
    """Add a day proclaimed since this program was made."""

    kind: ClassVar[str] = "AddBankHoliday"
    on: date
    name: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add bank holiday {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBankHoliday:
    """Take an added bank holiday away."""

    kind: ClassVar[str] = "RemoveBankHoliday"
    on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away bank holiday {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseAlert:
    """Raise an alert; stages may be skipped, and several be open at once."""

    kind: ClassVar[str] = "RaiseAlert"
    child: str
    raised_on: date
    stage: AlertStage = AlertStage.INFORMAL

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{_capital(self.stage.label)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateAlert:
    """Take an alert to a further stage."""

    kind: ClassVar[str] = "EscalateAlert"
    child: str
    raised_on: date  # when the alert was raised
    stage: AlertStage
    started_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{_capital(self.stage.label)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAlert:
    """Record that the stage in hand was answered."""

    kind: ClassVar[str] = "AnswerAlert"
    child: str
    raised_on: date
    stage: AlertStage
    answered_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{_capital(self.stage.label)} for {self.child} answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveAlert:
    """Record that an alert is resolved."""

    kind: ClassVar[str] = "ResolveAlert"
    child: str
    raised_on: date
    resolved_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Alert for {self.child} resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFosterCarer:
    """Add a fostering household by the service's own reference."""

    kind: ClassVar[str] = "AddFosterCarer"
    carer: str
    approved_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add foster carer {self.carer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCarerReview:
    """Record a review of a foster carer's approval."""

    kind: ClassVar[str] = "RecordCarerReview"
    carer: str
    held_on: date
    decided_on: date | None = None
    panel_on: date | None = None
    what: CarerReviewKind = CarerReviewKind.ANNUAL

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Review of foster carer {self.carer} on {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndFosterCarer:
    """Record that a household's approval ended."""

    kind: ClassVar[str] = "EndFosterCarer"
    carer: str
    on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Approval of foster carer {self.carer} ends"


Act = (
    AddIro
    | AddChild
    | ChangeChild
    | AllocateIro
    | FormSiblingGroup
    | StartCare
    | EndCare
    | RecordReviewHeld
    | CorrectReview
    | RecordTaskDone
    | BookReview
    | MoveBooking
    | CancelBooking
    | StateReviewNumber
    | StateNotHeld
    | ChangeCare
    | RecordCircumstance
    | EndCircumstance
    | RemoveCircumstance
    | AskForReview
    | AdjournReview
    | AddSitting
    | CompleteReview
    | OverrideDeadline
    | WithdrawOverride
    | JoinSiblingGroup
    | LeaveSiblingGroup
    | RecordLeave
    | RemoveLeave
    | ChangeSetting
    | AddBankHoliday
    | RemoveBankHoliday
    | RaiseAlert
    | EscalateAlert
    | AnswerAlert
    | ResolveAlert
    | AddFosterCarer
    | RecordCarerReview
    | EndFosterCarer
)
ACT_TYPES: dict[str, type[Act]] = {act.kind: act for act in get_args(Act)}
