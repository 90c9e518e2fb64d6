"""What a performance clinic looks at: exceptions since the last one, figures against oneself, what was agreed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.performance_views import Change, FigureShown


class Exceptional(StrEnum):
    """Why something is talked about, in the order in which it is."""

    NOT_HELD = "Review not held"
    HELD_LATE = "Review held late"
    NOT_RECORDED = "Not yet recorded"
    OVERDUE = "Overdue"
    WRITTEN_LATE = "Written up late"
    DONE_LATE = "Done late"
    MID_POINT = "Mid-point not done"
    FOOTPRINT = "Gap in the footprint"
    ALERT = "Alert without answer"
    DRIFT = "Recommendation drifts"


@dataclass(frozen=True, slots=True)
class ClinicException:
    """One thing about one child."""

    kind: Exceptional
    child: str  # council id
    name: str
    what: str  # "Third review", "Minutes, review of 29 Oct 2026"
    on: date | None  # the day it fell on, or from which it stands
    words: str  # "due 3 Nov 2026, held 12 Nov 2026"
    is_open: bool  # it stands today; otherwise it happened since the last clinic
    standing: Standing
    deadline_id: str = ""  # where a deadline says it

    @property
    def key(self) -> str:
        """Tells them apart."""
        return f"{self.kind.name}/{self.child}/{self.on or ''}/{self.what}"


@dataclass(frozen=True, slots=True)
class ClinicFigure:
    """A figure of the IRO since the last clinic, beside their own time before it; never beside another IRO's."""

    figure: FigureShown
    change: Change | None  # beside as many days before; None: nothing was measured then
    year: FigureShown  # the twelve months to today


@dataclass(frozen=True, slots=True)
class ActionRow:
    """What was agreed at a clinic, and how it stands."""

    iro: str
    held_on: date  # of its clinic
    number: int
    text: str
    due_on: date | None
    done_on: date | None
    came_of: str
    standing: Standing
    standing_words: str  # "Done 12 Nov 2026", "Was to be done by 3 Nov 2026"

    @property
    def key(self) -> str:
        """Tells actions apart."""
        return f"action/{self.iro}/{self.held_on}/{self.number}"


@dataclass(frozen=True, slots=True)
class ClinicRow:
    """One clinic that was held, with what was agreed there."""

    iro: str
    held_on: date
    note: str
    actions: tuple[ActionRow, ...]  # by number

    @property
    def key(self) -> str:
        """Tells clinics apart."""
        return f"clinic/{self.iro}/{self.held_on}"

    @property
    def open(self) -> int:
        """How many of its actions are not done."""
        return sum(one.done_on is None for one in self.actions)


@dataclass(frozen=True, slots=True)
class ClinicsView:
    """Every clinic with what was agreed: open actions first, the latest first; then each clinic with what was done."""

    rows: tuple[ActionRow | ClinicRow, ...]
    held: int  # clinics
    open: int  # actions
    late: int  # of those, past their day


@dataclass(frozen=True, slots=True)
class ClinicView:
    """What is looked at with one IRO today."""

    iro: str
    today: date
    since: date  # what happened on that day or later counts
    since_words: str  # "since the clinic of 26 Oct 2026"
    children: int  # looked after, allocated today
    exceptions: tuple[ClinicException, ...]  # in order of kind, the longest standing first
    figures: tuple[ClinicFigure, ...]
    before_words: str  # what the figures stand beside: "29 Sep to 26 Oct 2026"
    clinics: tuple[ClinicRow, ...]  # the newest first

    @property
    def counts(self) -> tuple[tuple[Exceptional, int], ...]:
        """How many of each kind; those that are none left out."""
        found = {kind: sum(one.kind is kind for one in self.exceptions) for kind in Exceptional}
        return tuple((kind, count) for kind, count in found.items() if count)

    @property
    def agreed(self) -> tuple[ActionRow, ...]:
        """What is still to be done, the latest first; then what was done, the newest first."""
        every = [action for one in self.clinics for action in one.actions]
        still = sorted((one for one in every if one.done_on is None), key=lambda one: (one.due_on or date.max, one.key))
        done = [one for one in every if one.done_on is not None]
        return (*still, *sorted(done, key=lambda one: (one.done_on, one.key), reverse=True))
