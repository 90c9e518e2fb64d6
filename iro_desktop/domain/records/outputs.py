"""What is written here to leave the program: letters, passports, clinics, the annual report."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from iro_desktop.domain.vocabulary import AgeBand


@dataclass(frozen=True, slots=True)
class ChildLetter:
    """The letter to a child after one review, as it is written; when it was sent is a ``Completion``."""

    entity: ClassVar[str] = "child_letter"
    id: str
    child_id: str
    review_id: str
    band: AgeBand
    text: str
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class IroProfile:
    """What an IRO tells children about themselves, for the passport."""

    entity: ClassVar[str] = "iro_profile"
    id: str
    iro_id: str
    words: str | None = None
    picture: str | None = None  # a PNG or JPEG, in Base64
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class Clinic:
    """A performance clinic: a service manager and an IRO look at the exceptions since the one before."""

    entity: ClassVar[str] = "clinic"
    id: str
    iro_id: str
    held_on: date
    note: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class ClinicAction:
    """What was agreed at a clinic, and what came of it."""

    entity: ClassVar[str] = "clinic_action"
    id: str
    clinic_id: str
    number: int  # within its clinic, from 1
    text: str
    due_on: date | None = None
    done_on: date | None = None
    came_of: str | None = None
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """The annual report of a year: a draft until it is published, then as it was published for good."""

    entity: ClassVar[str] = "annual_report"
    id: str
    year: int  # that begins on 1 April
    published_on: date | None = None
    published_by: str | None = None
    set_id: str | None = None  # the frozen figures it was published with
    content: str | None = None  # the document as published, as JSON (``domain.documents_json``)
    digest: str | None = None  # SHA-256 of the content, in hexadecimal digits
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class ReportSection:
    """What somebody wrote under one heading of an annual report."""

    entity: ClassVar[str] = "report_section"
    id: str
    report_id: str
    section: str  # its key
    text: str
    row_version: int = 1
