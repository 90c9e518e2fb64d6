"""What the pages of challenge and praise show: the board by stage, an alert with its whole story, counts."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.vocabulary import (
    Agency,
    AlertKind,
    AlertOutcome,
    AlertStage,
    CafcassGround,
    Standing,
)


@dataclass(frozen=True, slots=True)
class AlertClock:
    """One clock of an alert: an answer that is owed, or the limit of the whole."""

    what: str  # "Answer by the team manager", "All stages together"
    due_on: date | None
    standing: Standing
    words: str  # "3 working days left", "4 working days over", "paused since 12 Mar"
    deadline_id: str  # "" where no rule gives it: a day asked of a partner


@dataclass(frozen=True, slots=True)
class AlertCard:
    """One alert as it stands: on the board, in the list, on the child's page."""

    child: str  # council id
    name: str
    raised_on: date
    nth: int
    kind: AlertKind
    stage: AlertStage  # the furthest it has come
    stage_words: str  # as the service calls it
    iro: str  # whose child; "" where nobody's
    theme: str  # "" where none is said, as in all words here
    team: str
    agency: Agency | None
    responder: str  # who has to answer: role, and name where it is known
    about: str
    is_answered: bool  # the stage in hand
    is_paused: bool
    clock: AlertClock | None  # of the stage in hand; None: answered, resolved, or without a clock
    cap: AlertClock | None  # the limit of the whole; None: resolved, or not a dispute
    standing: Standing  # the worse of both
    working_days_open: int  # to today, or to the day it was resolved
    resolved_on: date | None
    outcome: AlertOutcome | None
    effect: str  # by its name in the list
    effect_words: str
    child_told_on: date | None
    row_version: int

    @property
    def key(self) -> str:
        """Tells alerts apart: ``A1/2026-03-12/1``."""
        return f"{self.child}/{self.raised_on.isoformat()}/{self.nth}"

    @property
    def is_open(self) -> bool:
        """Whether it is not resolved."""
        return self.resolved_on is None


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of the board: a stage of the service's protocol, Cafcass, partners, good practice."""

    key: str
    title: str
    about: str  # who answers, and in which time
    cards: tuple[AlertCard, ...]  # the most pressing first


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """Open alerts by stage, and every alert of the time shown as a list."""

    scope: str  # whose
    columns: tuple[BoardColumn, ...]
    alerts: tuple[AlertCard, ...]  # open ones first, the most pressing first; then the resolved, the newest first
    overdue: int
    since: date  # resolved ones from this day on are shown


@dataclass(frozen=True, slots=True)
class StageShown:
    """One stage an alert went through."""

    stage: AlertStage
    words: str
    started_on: date
    answered_on: date | None
    responder: str
    reply: str
    ground: CafcassGround | None
    told: str
    told_on: date | None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that happened, oldest first."""

    on: date
    words: str
    detail: str  # what was said; ""


@dataclass(frozen=True, slots=True)
class PauseShown:
    """Days on which the clock stood still."""

    from_on: date
    to_on: date | None
    working_days: int  # so far
    reason: str


@dataclass(frozen=True, slots=True)
class NextStage:
    """A stage the alert may be taken to."""

    stage: AlertStage
    words: str
    about: str  # who answers, and in which time


@dataclass(frozen=True, slots=True)
class AlertStory:
    """One alert with all that is known of it."""

    card: AlertCard
    drafted_from: str  # the date or the recommendation it was drafted from; ""
    clocks: tuple[AlertClock, ...]  # each stage's and the whole's, settled ones too
    stages: tuple[StageShown, ...]
    pauses: tuple[PauseShown, ...]
    story: tuple[StoryLine, ...]
    next_stages: tuple[NextStage, ...]
    others: tuple[AlertCard, ...]  # of the same child


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of a count, with the alerts that make it."""

    words: str
    alerts: tuple[AlertCard, ...]  # empty where there were some in the time before alone
    before: int = 0  # how many in the time before

    @property
    def count(self) -> int:
        """How many."""
        return len(self.alerts)


@dataclass(frozen=True, slots=True)
class AlertCount:
    """Alerts raised in a time, counted by one thing; the lines add up to all of them."""

    by: str  # key: "stage", "theme", "team", "agency", "days", "outcome", "effect", "iro", "kind"
    title: str
    lines: tuple[Counted, ...]
    total: int
    check: str  # "4 + 3 + 1 = 8 alerts raised": the parts and the whole in words
    before: int = 0  # all of them in the time before
    before_words: str = ""  # which that is: "1 Apr to 30 Jun 2026"


@dataclass(frozen=True, slots=True)
class AgencyReturns:
    """Consultation forms sent to one agency in a time, and what came back."""

    agency: Agency
    sent: int
    returned: int
    chased: int  # of those not returned
    waiting: int  # sent, not returned
    days: int | None  # median working days to return; None: nothing returned
    rows: tuple["ConsultationRow", ...]


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """One consultation form."""

    child: str
    name: str
    to: str
    sent_on: date
    returned_on: date | None
    chased_on: date | None


@dataclass(frozen=True, slots=True)
class ListLine:
    """One entry of a list the service owns."""

    name: str
    used: int  # alerts filed under it
    former_names: tuple[str, ...]
    merged_into: str  # the entry that stands for it; ""
    is_retired: bool
    is_standard: bool  # offered by the program, not yet used or changed here


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """An alert drafted from a date or a recommendation, with the facts filled in; no names but what its words hold."""

    child: str  # council id
    about: str
    theme: str  # proposed; a name of the list
    team: str  # "" where it is not known
    responder: str  # who is likely to answer: the social worker, where one is allocated
    rule: str | None  # of the date it is drafted from, with the day that was counted from
    trigger_on: date | None
    review_on: date | None  # of the recommendation it is drafted from, with its number
    number: int | None
    stage: AlertStage  # the first of the protocol in force today
    already_on: date | None = None  # an alert about the same date is open since then


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """One question of law about a child, and what came of it."""

    child: str  # council id
    name: str
    asked_on: date
    question: str
    asked_of: str  # ""
    answered_on: date | None
    advice: str
    use: str
    working_days: int  # from asking to the answer, or to today
