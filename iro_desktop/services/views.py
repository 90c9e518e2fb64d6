"""What the screens show, as frozen data. Made by services, painted by the window, printed by the command line.

Words are ready to be shown. Names of children stand here and nowhere in logs or titles.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from iro_desktop.domain.vocabulary import (
    AlertStage,
    LateReason,
    Ownership,
    Participation,
    ReviewMethod,
    Role,
    Standing,
)
from iro_desktop.services.plan_views import CircumstanceRow


class DoNow(StrEnum):
    """The one likely act of a row."""

    RECORD_REVIEW = "record-review"
    TASK_DONE = "task-done"
    BOOK = "book"
    MOVE = "move"  # booked for a day after the last lawful one
    OPEN = "open"


class TodayGroup(StrEnum):
    """Groups of Today, in order of consequence."""

    NOT_RECORDED = "not-recorded"  # booked days that have passed, reviews due before tracking began
    OVERDUE = "overdue"
    BOOKED_LATE = "booked-late"  # not late yet, but booked for a day after the last lawful one
    TODAY = "today"
    NEXT_FIVE = "next-five"  # due in the next five working days
    SOON = "soon"  # due in six to ten working days
    WAITING = "waiting"  # owed by somebody else, late or due within ten working days


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One line of work."""

    deadline_id: str
    child: str  # council id
    name: str  # as shown: known-as or given name and initial, the id where no name is held
    age: int | None
    group: TodayGroup
    standing: Standing
    standing_words: str  # "2 working days", "Due today", "Was it held?", "in 3 working days"
    what: str  # "Minutes, review of 29 Oct 2026"
    when: str  # "due Thu 19 Nov 2026"
    due_on: date | None
    ownership: Ownership
    do_now: DoNow
    do_now_words: str  # "Record", "Done", "Chase"
    carer: str = ""  # reference of the foster carer it is about; then, and for the service itself, ``child`` is ""


@dataclass(frozen=True, slots=True)
class TodayView:
    """Today's work, capped by group; ``counts`` has the whole number of each group."""

    today: date
    heading: str  # "Monday 23 November"
    scope: str  # whose work: an IRO's name or "all IROs"
    rows: tuple[TodayRow, ...]  # in order of group, then consequence
    counts: dict[TodayGroup, int]
    children: int  # children looked after in scope
    newly_passed: int = 0  # of those not yet recorded: booked for a day since somebody last worked here


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One child of the caseload."""

    child: str
    name: str
    age: int | None
    standing: Standing  # the worst of the child's open deadlines that are the IRO's own or the review
    standing_words: str  # "2 wd late", "on track", "recorded?"
    siblings: str  # "Kyle, Ruby" or ""
    legal: str  # "C2"
    legal_words: str  # "full care order"
    placement: str  # "foster care"
    last_review_on: date | None
    next_booked_on: date | None
    last_lawful_on: date | None  # due date of the next review
    slack_working_days: int | None  # from the booked day (today where none) to the last lawful day; negative: late
    mid_point: str  # "29 Jan 2027", "done 24 Aug 2026", "–"
    mid_point_on: date | None
    write_ups: int  # open after-review tasks that are the IRO's own
    iro: str


@dataclass(frozen=True, slots=True)
class CaseloadView:
    """The caseload in scope, worst standing first."""

    scope: str
    rows: tuple[CaseloadRow, ...]
    of: int  # children in scope before filters
    sibling_groups: int
    not_booked: int


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline of the selected child."""

    id: str
    rule: str
    what: str
    standing: Standing
    standing_words: str  # "Overdue by 2 working days", "Met", "Due in 40 working days"
    due_on: date | None
    plan_by: date | None
    due_words: str  # "Thu 19 Nov 2026"
    owner: str  # "IRO", "social worker", "team manager"
    ownership: Ownership
    do_now: DoNow
    provisional: bool
    review_on: date | None = None  # the held review that a task after a review belongs to
    trigger_on: date | None = None  # day 0 of its count
    override: str = ""  # where a person set the date: the reason, and the day that the rule gives


@dataclass(frozen=True, slots=True)
class CyclePoint:
    """One mark on the line of the review cycle."""

    on: date
    label: str  # "held", "minutes", "mid-point", "last lawful"
    standing: Standing


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One past review or booking, newest first."""

    on: date
    words: str  # "Third review, PN1, in timescale"


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One review that was held, as forms about it offer it."""

    held_on: date
    words: str  # "Third review, Thu 19 Nov 2026"
    is_open: bool  # a series or an adjourned one that is not completed
    can_adjourn: bool
    participation: Participation | None = None
    method: ReviewMethod | None = None
    number: int | None = None  # as stated by a person
    late_reason: LateReason | None = None
    is_plan_current: bool | None = None
    came: tuple[Role, ...] = ()
    apologies: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Attender:
    """A role that may have come to a review, with who has it where that is known."""

    role: Role
    words: str  # "Carer: Sam", "Carer"


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert that is not resolved, with the stage in hand."""

    raised_on: date
    stage: AlertStage
    words: str  # "formal alert since Thu 19 Nov 2026, raised Mon 2 Nov 2026"
    is_answered: bool
    nth: int = 1  # of those raised on that day
    about: str = ""  # in the IRO's words


@dataclass(frozen=True, slots=True)
class ChildView:
    """The selected child."""

    child: str
    name: str  # full name as held, the id where none is
    subtitle: str  # "8 years · C2 full care order · foster care since 2024"
    siblings: str  # "Brother or sister of Kyle P. (also yours)"; "" where none
    facts: tuple[tuple[str, str], ...]  # label, value: id, born, looked after since, IRO, tracked from
    incomplete: tuple[str, ...]  # what is not known yet, in words
    main: DeadlineRow | None  # the one that matters most
    deadlines: tuple[DeadlineRow, ...]  # open ones, soonest first
    cycle: tuple[CyclePoint, ...]  # oldest first
    history: tuple[HistoryLine, ...]
    booked_on: date | None = None  # the day booked for the next review, past or to come; None: not booked
    booked_at: str = ""  # "10:00"
    circumstances: tuple[CircumstanceRow, ...] = ()  # newest first
    notices: tuple[str, ...] = ()  # what to know: a review after the hearing it should inform, an override set aside
    held: tuple[HeldRow, ...] = ()  # newest first
    alerts: tuple[AlertRow, ...] = ()  # those not resolved, newest first
    contacts: tuple[HistoryLine, ...] = ()  # of the IRO, newest first
    events: tuple[HistoryLine, ...] = ()  # significant ones, newest first
    mid_point_after: date | None = None  # the review whose mid-point can be recorded, or left out; None: none
    mid_point_left_out: bool = False
    is_sixteen: bool = False  # or more: leaving care is a part of the page


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One step of the count. The last step ends on the due date."""

    text: str
    on: date | None


@dataclass(frozen=True, slots=True)
class WhyView:
    """Why a date is what it is; ``as_text`` can be pasted into an e-mail (no names)."""

    id: str
    heading: str  # "Why Thursday 19 November 2026?"
    starts_from: str
    rule: str  # plain sentence
    steps: tuple[WhyStep, ...]
    due_on: date | None
    plan_by: date | None
    authority: str
    citation: str
    mark_words: str
    provisional: bool
    as_text: str
    note: str = ""  # what else there is to know: set by hand and why, an age reached, a hearing


@dataclass(frozen=True, slots=True)
class Found:
    """A child found by part of a name, id or nickname."""

    child: str
    name: str
    born_on: date | None
    iro: str
    was_also: tuple[str, ...] = ()  # ids of second entries merged into this one


@dataclass(frozen=True, slots=True)
class ReviewPreview:
    """What recording a review on that day would mean; shown while the form is filled in."""

    held_words: str  # "Thursday 19 November 2026"; "" while not a date
    number_words: str  # "Third review", "Review, number not known"
    timescale_words: str  # "In timescale, 6 working days to spare", "Out of timescale by 3 days"
    is_late: bool
    under_four: bool | None  # None: birth date not known
    next_due_on: date | None
    next_words: str  # "Next review by Wednesday 19 May 2027 (6 months, CPR 33(2))"
    next_plan_by: date | None
    after: tuple[tuple[str, str], ...]  # what, date in words: the deadlines that will appear
    problems: tuple[tuple[str, str], ...]  # field, sentence: warnings ("that is a Saturday") and errors
    can_save: bool
    next_book_on: date | None = None  # the day to propose: room for a move as this IRO's usually are; None: as plan by
    attenders: tuple[Attender, ...] = ()  # who may have come, those usually invited
    consulted_words: str = ""  # "Before it: spoken to alone, 12 Nov 2026."
    booked_words: str = ""  # "Booked for 14:00, school"
    next_booked_on: date | None = None  # the review after it is booked already
    is_pathway: bool = False  # of a pathway plan: the plan asked about is that one


@dataclass(frozen=True, slots=True)
class Done:
    """An act that was saved."""

    act_id: str
    sentence: str
    at: datetime  # UTC


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One act of the history."""

    act_id: str
    at: datetime  # UTC
    who: str
    origin: str  # "window", "command line", "import"
    sentence: str
    undoes: str | None  # id of the act that this one undoes
    can_undo: bool
