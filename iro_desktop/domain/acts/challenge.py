"""Acts about alerts, partner escalations and good practice, from stage to stage; legal advice; the service's lists.

An alert is known by its child, the day it was raised, and ``nth`` where several were raised on that day.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import (
    Agency,
    AlertKind,
    AlertOutcome,
    AlertStage,
    CafcassGround,
    ServiceList,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseAlert:
    """Raise an alert; stages may be skipped, and several be open at once. Themes by their name in the list."""

    kind: ClassVar[str] = "RaiseAlert"
    child: str
    raised_on: date
    stage: AlertStage | None = None  # None: the first of its kind, by the service's protocol
    about: str | None = None  # in the IRO's words
    what: AlertKind = AlertKind.CHALLENGE
    theme: str | None = None
    team: str | None = None
    agency: Agency | None = None  # required of a partner escalation
    responder: str | None = None  # who has to answer
    reply_by: date | None = None  # asked of a partner agency
    rule: str | None = None  # the date it is about: the id of its rule
    trigger_on: date | None = None  # and the day that was counted from
    review_on: date | None = None  # the recommendation it is about: the review that made it
    number: int | None = None  # and its number there

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{_capital(self.stage.label if self.stage else self.what.label)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAlert:
    """Change what is held about an alert, open or resolved; fields not said stay, those named in ``clear`` go."""

    kind: ClassVar[str] = "ChangeAlert"
    child: str
    raised_on: date
    nth: int = 1
    about: str | None = None
    theme: str | None = None
    team: str | None = None
    agency: Agency | None = None
    effect: str | None = None  # of a resolved one, by its name in the list
    effect_words: str | None = None
    child_told_on: date | None = None
    clear: tuple[str, ...] = ()
    row_version: int | None = None  # as read; a stale one is a Conflict

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change an alert for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateAlert:
    """Take an alert to a further stage; a referral to Cafcass says its ground, and who was told of it and when."""

    kind: ClassVar[str] = "EscalateAlert"
    child: str
    raised_on: date  # when the alert was raised
    stage: AlertStage
    started_on: date
    nth: int = 1
    responder: str | None = None
    reply_by: date | None = None
    ground: CafcassGround | None = None
    told: str | None = None
    told_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{_capital(self.stage.label)} for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAlert:
    """Record that the stage in hand was answered, and what was answered."""

    kind: ClassVar[str] = "AnswerAlert"
    child: str
    raised_on: date
    stage: AlertStage
    answered_on: date
    nth: int = 1
    reply: str | None = None
    responder: str | None = None  # who answered, where not said before

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{_capital(self.stage.label)} for {self.child} answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseAlert:
    """Let the clock of a stage stand still from a day on, with the reason; the limit of the whole runs on."""

    kind: ClassVar[str] = "PauseAlert"
    child: str
    raised_on: date
    from_on: date
    reason: str
    to_on: date | None = None  # last day of the pause, where it is known
    nth: int = 1

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Clock of an alert for {self.child} paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeAlert:
    """End the pause in hand; the clock runs again from the day after."""

    kind: ClassVar[str] = "ResumeAlert"
    child: str
    raised_on: date
    to_on: date  # last day of the pause
    nth: int = 1

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Clock of an alert for {self.child} runs again"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveAlert:
    """Record that an alert is resolved, what came of it, and what it changed for the child."""

    kind: ClassVar[str] = "ResolveAlert"
    child: str
    raised_on: date
    resolved_on: date
    outcome: AlertOutcome
    effect: str  # by its name in the service's list
    nth: int = 1
    effect_words: str | None = None
    child_told_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Alert for {self.child} resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenAlert:
    """Open a resolved alert again: what was agreed did not happen."""

    kind: ClassVar[str] = "ReopenAlert"
    child: str
    raised_on: date
    nth: int = 1

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Alert for {self.child} open again"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAlert:
    """Take an alert entered by mistake away, with its stages."""

    kind: ClassVar[str] = "RemoveAlert"
    child: str
    raised_on: date
    nth: int = 1

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away an alert for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLegalAdvice:
    """Record that independent legal advice was asked for; one question a day and child."""

    kind: ClassVar[str] = "RecordLegalAdvice"
    child: str
    asked_on: date
    question: str
    asked_of: str | None = None
    answered_on: date | None = None
    advice: str | None = None
    use: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Legal advice asked for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLegalAdvice:
    """Record the advice given, and what came of it; said again, it replaces what was recorded."""

    kind: ClassVar[str] = "AnswerLegalAdvice"
    child: str
    asked_on: date
    answered_on: date
    advice: str | None = None
    use: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Legal advice for {self.child} received"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLegalAdvice:
    """Take an entry of the log of legal advice away, made by mistake."""

    kind: ClassVar[str] = "RemoveLegalAdvice"
    child: str
    asked_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away legal advice for {self.child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToList:
    """Add to a list the service owns, or offer again what was retired."""

    kind: ClassVar[str] = "AddToList"
    which: ServiceList
    name: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Add to the {self.which.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameInList:
    """Give an entry of a list another name; what is filed under it stays, and is found by both names."""

    kind: ClassVar[str] = "RenameInList"
    which: ServiceList
    name: str
    to: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Rename in the {self.which.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeInList:
    """Let one entry of a list stand for another; what is filed under the other is counted with it from now on."""

    kind: ClassVar[str] = "MergeInList"
    which: ServiceList
    name: str  # goes
    into: str  # stays

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Merge in the {self.which.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireFromList:
    """Offer an entry of a list no more; what is filed under it stays."""

    kind: ClassVar[str] = "RetireFromList"
    which: ServiceList
    name: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Retire from the {self.which.label}"


def _capital(words: str) -> str:
    """The words with a capital letter; names among them keep theirs."""
    return words[:1].upper() + words[1:]
