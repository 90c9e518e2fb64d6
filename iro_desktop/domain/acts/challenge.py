"""Acts about alerts, from stage to stage."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import AlertStage


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseAlert:
    """Raise an alert; stages may be skipped, and several be open at once."""

    kind: ClassVar[str] = "RaiseAlert"
    child: str
    raised_on: date
    stage: AlertStage = AlertStage.INFORMAL
    about: str | None = None  # in the IRO's words

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


def _capital(words: str) -> str:
    """The words with a capital letter; names among them keep theirs."""
    return words[:1].upper() + words[1:]
