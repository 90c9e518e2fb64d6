"""Acts about what is written here to leave the program: letters, passports, clinics, the annual report."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import AgeBand


def _year(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLetter:
    """Write the letter to the child after the review of that day; nothing but blanks takes it away."""

    kind: ClassVar[str] = "WriteLetter"
    child: str
    held_on: date
    band: AgeBand
    text: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Write the letter to {self.child} after the review on {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteAboutIro:
    """Write what an IRO tells children about themselves; nothing but blanks takes it away."""

    kind: ClassVar[str] = "WriteAboutIro"
    iro: str
    words: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Write about {self.iro} for the passport"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetIroPicture:
    """Put an IRO's picture into the passport, or take it out."""

    kind: ClassVar[str] = "SetIroPicture"
    iro: str
    picture: str | None = None  # a PNG or JPEG, in Base64; None: taken out

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"{'Put in' if self.picture else 'Take out'} the picture of {self.iro} for the passport"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordClinic:
    """Record a performance clinic with an IRO; said again of the same day, the note is replaced."""

    kind: ClassVar[str] = "RecordClinic"
    iro: str
    held_on: date
    note: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Clinic of {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveClinic:
    """Take away a clinic recorded by mistake, with what was agreed there."""

    kind: ClassVar[str] = "RemoveClinic"
    iro: str
    held_on: date

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away the clinic of {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddClinicAction:
    """Write down what was agreed at a clinic."""

    kind: ClassVar[str] = "AddClinicAction"
    iro: str
    held_on: date  # of the clinic
    text: str
    due_on: date | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Agree an action at the clinic of {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeClinicAction:
    """Put an agreed action right."""

    kind: ClassVar[str] = "ChangeClinicAction"
    iro: str
    held_on: date
    number: int
    text: str
    due_on: date | None = None  # None: no day is agreed

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Change action {self.number} of the clinic of {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordClinicAction:
    """Record that an agreed action was done, and what came of it; without a day it is open again."""

    kind: ClassVar[str] = "RecordClinicAction"
    iro: str
    held_on: date
    number: int
    done_on: date | None = None
    came_of: str | None = None

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        how = "done" if self.done_on else "open again"
        return f"Action {self.number} of the clinic of {short(self.held_on)} {how}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveClinicAction:
    """Take away an action written down by mistake."""

    kind: ClassVar[str] = "RemoveClinicAction"
    iro: str
    held_on: date
    number: int

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Take away action {self.number} of the clinic of {short(self.held_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReportSection:
    """Write under one heading of a year's annual report; nothing but blanks takes it away."""

    kind: ClassVar[str] = "WriteReportSection"
    year: int  # that begins on 1 April
    section: str  # its key
    text: str

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Write in the annual report {_year(self.year)}: {self.section}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishReport:
    """Publish a year's annual report: its figures are frozen and it stays as it is. It cannot be undone."""

    kind: ClassVar[str] = "PublishReport"
    year: int

    @property
    def sentence(self) -> str:
        """The line for history and undo."""
        return f"Publish the annual report {_year(self.year)}"
