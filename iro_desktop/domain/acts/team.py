"""Acts about the service as a team: its IROs, meetings, practice standards, feedback, and the year's plan."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Contract, IroRole, PlanProgress, Role, TeamEventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeIro:
    """Change what is held about an IRO; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangeIro"
    iro: str
    name: str | None = None
    fte: float | None = None
    from_on: date | None = None  # in post from
    to_on: date | None = None  # last day in post
    role: IroRole | None = None
    contract: Contract | None = None
    qualified_on: date | None = None
    background: str | None = None
    link_areas: str | None = None  # with commas between
    other_duties: int | None = None  # per cent of their time
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Change what is held about an IRO"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTeamEvent:
    """Record supervision, a team meeting, a peer observation, or a meeting of a link area."""

    kind: ClassVar[str] = "RecordTeamEvent"
    what: TeamEventKind
    on: date
    iro: str | None = None  # supervised, observed, or the link; a team meeting has none
    with_iro: str | None = None  # who observed
    area: str | None = None
    guests: str | None = None
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{self.what.label.capitalize()} on {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTeamEvent:
    """Take an entry about the team away."""

    kind: ClassVar[str] = "RemoveTeamEvent"
    what: TeamEventKind
    on: date
    iro: str | None = None
    area: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away: {self.what.label} on {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStandard:
    """Add a practice standard, as a draft."""

    kind: ClassVar[str] = "AddStandard"
    name: str
    text: str | None = None
    benchmark: str | None = None
    measure: str | None = None  # id of the measure that says where the service stands

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Add a practice standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeStandard:
    """Change a practice standard, or say where the service stands; fields not said stay, those in ``clear`` go."""

    kind: ClassVar[str] = "ChangeStandard"
    name: str
    to_name: str | None = None
    text: str | None = None
    benchmark: str | None = None
    measure: str | None = None
    stands: str | None = None
    looked_on: date | None = None
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Change a practice standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffStandard:
    """Record that a practice standard was signed off."""

    kind: ClassVar[str] = "SignOffStandard"
    name: str
    on: date
    by: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Practice standard signed off"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveStandard:
    """Take a practice standard away."""

    kind: ClassVar[str] = "RemoveStandard"
    name: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Take away a practice standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFeedback:
    """Record what somebody said about the service; it gets the next number."""

    kind: ClassVar[str] = "RecordFeedback"
    on: date
    source: Role
    words: str
    question: str | None = None
    may_quote: bool | None = None  # whether they agreed to be quoted

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Feedback from {self.source.label}, {short(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFeedback:
    """Change feedback, such as the consent to quote it; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangeFeedback"
    number: int
    on: date | None = None
    source: Role | None = None
    words: str | None = None
    question: str | None = None
    may_quote: bool | None = None
    clear: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change feedback {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFeedback:
    """Take feedback away; its number is not given again."""

    kind: ClassVar[str] = "RemoveFeedback"
    number: int

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away feedback {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlanAction:
    """Add an action to the plan of the year that begins on 1 April; it gets the next number."""

    kind: ClassVar[str] = "AddPlanAction"
    year: int
    text: str
    owner: str | None = None
    due_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add to the plan for {_years(self.year)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlanAction:
    """Change an action of a plan; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangePlanAction"
    year: int
    number: int
    text: str | None = None
    owner: str | None = None
    due_on: date | None = None
    clear: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change action {self.number} of the plan for {_years(self.year)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPlanProgress:
    """Record how an action of a plan stands; one carried on is put into the next year's plan too."""

    kind: ClassVar[str] = "RecordPlanProgress"
    year: int
    number: int
    progress: PlanProgress
    on: date
    went: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Action {self.number} of the plan for {_years(self.year)}: {self.progress.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePlanAction:
    """Take an action out of a plan; its number is not given again."""

    kind: ClassVar[str] = "RemovePlanAction"
    year: int
    number: int

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away action {self.number} of the plan for {_years(self.year)}"


def _years(year: int) -> str:
    """As reports write it: ``2026/27``."""
    return f"{year}/{(year + 1) % 100:02d}"
