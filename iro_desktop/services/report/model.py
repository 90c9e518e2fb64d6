"""What a section of the annual report is, what it is made of, and how a person sees it before it is published."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from iro_desktop.domain.documents import Block, Document, Look, Paragraph
from iro_desktop.measures.model import By

if TYPE_CHECKING:  # the window knows these shapes without counting anything
    from iro_desktop.services.report.figures import YearFigures


@dataclass(frozen=True, slots=True)
class About:
    """What a piece is counted from: a measure, and what it is told apart by."""

    measure: str
    by: By | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a section, with the measures that its numbers come from; none of them where no measure counts."""

    block: Block
    about: tuple[About, ...] = ()

    @property
    def is_prompt(self) -> bool:
        """Whether it asks the writer for words, and stands in no published report."""
        return isinstance(self.block, Paragraph) and self.block.look is Look.PROMPT


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report, in its place."""

    key: str
    title: str
    make: Callable[["YearFigures"], Iterable[Piece]]
    asks: str = ""  # what a person is to write here; "" nothing
    is_needed: bool = False  # a report is not whole without a person's words here


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One section of a year's report, as it will stand."""

    key: str
    title: str
    asks: str
    is_needed: bool
    text: str  # what a person wrote; "" nothing yet
    pieces: tuple[Piece, ...]  # as made from the figures, prompts among them
    is_published: bool = False

    @property
    def figures(self) -> tuple[About, ...]:
        """Every measure in it, once, in order."""
        return tuple(dict.fromkeys(one for piece in self.pieces for one in piece.about))

    @property
    def is_empty(self) -> bool:
        """Whether nothing would stand under its heading in a published report."""
        return not self.text and all(one.is_prompt for one in self.pieces)

    @property
    def is_missing(self) -> bool:
        """Whether words are needed and not written."""
        return self.is_needed and not self.text

    @property
    def state(self) -> str:
        """In a word or two, for a list."""
        if self.is_published:
            return "Published"
        if self.text:
            return "Written"
        if self.is_needed:
            return "To write"
        if self.is_empty:
            return "Not measured"
        return "By figures alone" if self.figures else "By itself"


@dataclass(frozen=True, slots=True)
class ReportView:
    """The annual report of one year."""

    year: int
    years_words: str  # "2025/26"
    sections: tuple[SectionShown, ...]  # of a published report: as they were
    document: Document  # as it stands
    source_words: str  # where its figures come from
    is_over: bool  # the year has ended
    published_on: date | None
    published_by: str
    faults: tuple[str, ...] = ()  # what of a published report is not as it was published
    cautions: tuple[str, ...] = ()  # what is to be known before it is published

    @property
    def missing(self) -> tuple[SectionShown, ...]:
        """Where words are needed and not written."""
        return tuple(one for one in self.sections if one.is_missing)

    @property
    def unwritten(self) -> tuple[SectionShown, ...]:
        """Where words are asked for and not written, needed or not."""
        return tuple(one for one in self.sections if one.asks and not one.text)

    def section(self, key: str) -> SectionShown | None:
        """One section by its key."""
        return next((one for one in self.sections if one.key == key), None)
