"""What one reading of an SSDA903 folder yields: the rows that were accepted, and an account of all others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.domain.vocabulary import Participation, Sex


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A child, as the Header file has it. MOTHER and MC_DOB are not read."""

    row: int  # line as a person sees it, the headings are line 1
    child: str  # CHILD, as given
    sex: Sex | None
    born_on: date | None  # DOB; may lie ahead: a child who is expected
    ethnicity: str | None  # ETHNIC, a code of the guide
    upn: str | None  # unique pupil number, or UN1 to UN5 for the reason that there is none


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """An episode. Postcodes and URN are not read."""

    row: int
    child: str
    started_on: date  # DECOM
    start_reason: str  # RNE: S L P T B U
    legal_status: str | None  # LS
    need: str | None  # CIN
    placement: str | None  # PLACE
    provider: str | None  # PLACE_PROVIDER
    ended_on: date | None  # DEC; or the day the next episode began, where the file left it open
    end_reason: str | None  # REC
    change_reason: str | None  # REASON_PLACE_CHANGE


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review, held unless it lies after the day of reading."""

    row: int
    child: str
    held_on: date  # REVIEW
    participation: Participation | None  # REVIEW_CODE


@dataclass(frozen=True, slots=True)
class FileCount:
    """Rows below the headings: accepted and refused together, and the refused alone."""

    rows: int
    refused: int


@dataclass(frozen=True, slots=True)
class Set903:
    """A folder of SSDA903 files as read: each tuple in the order of its file."""

    children: tuple[HeaderRow, ...]
    episodes: tuple[EpisodeRow, ...]
    reviews: tuple[ReviewRow, ...]
    counts: Mapping[str, FileCount]  # by file name: Header, Episodes, Reviews, as far as the folder has them
    problems: tuple[Problem, ...]  # by file, then by row; what concerns whole files last
    reviews_from: date | None  # every review from this day to the end of the file is in it; None: no such day is shown


Row = TypeVar("Row", bound=HeaderRow | EpisodeRow | ReviewRow)
Reason = tuple[str, str]  # column and sentence


@dataclass(slots=True)
class Answers(Generic[Row]):
    """The answer to every row of one file, while it is read. Each finding is kept with the child it is about."""

    file: str
    accepted: list[Row] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # the child of each refused row
    findings: list[tuple[str, Problem]] = field(default_factory=list)

    def refuse(self, child: str, row: int, *reasons: Reason) -> None:
        """Leave a row out, for at least one reason."""
        self.refused.append(child)
        for column, message in reasons:
            self.findings.append((child, Problem(self.file, row, column, message, Severity.REFUSED)))

    def flag(self, child: str, row: int, *reasons: Reason) -> None:
        """Say what is odd about a row that is kept."""
        for column, message in reasons:
            self.findings.append((child, Problem(self.file, row, column, message, Severity.WARNING)))

    def note(self, child: str, row: int, column: str, message: str) -> None:
        """Say something about a row that is in order."""
        self.findings.append((child, Problem(self.file, row, column, message, Severity.NOTE)))


AnyAnswers = Answers[HeaderRow] | Answers[EpisodeRow] | Answers[ReviewRow]
