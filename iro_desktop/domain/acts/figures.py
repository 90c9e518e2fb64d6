"""Acts about figures that are kept: frozen from the facts, or typed in as they were published."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeFigures:
    """Keep every measure of a period as it is counted today, with the rows behind it; the name is new."""

    kind: ClassVar[str] = "FreezeFigures"
    name: str
    from_on: date
    to_on: date
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Keep the figures from {short(self.from_on)} to {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPublished:
    """Type in one figure as it was published before; said again, it replaces that. The first makes the set."""

    kind: ClassVar[str] = "RecordPublished"
    name: str  # of the set
    from_on: date
    to_on: date
    measure: str
    value: float  # as printed
    numerator: int | None = None  # where it was published
    denominator: int | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Figure as published for {short(self.from_on)} to {short(self.to_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePublished:
    """Take a figure typed in by mistake away; with the last one the set goes."""

    kind: ClassVar[str] = "RemovePublished"
    name: str
    measure: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return "Take away a figure as published"
