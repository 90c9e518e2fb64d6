"""A made output as the bytes of a file: Word and PDF from its document, Excel and CSV from its book or its tables."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.exchange.sheet_out import CSV, XLSX
from iro_desktop.exchange.sheet_out import content_of as sheet_of
from iro_desktop.services.outputs.model import Made
from iro_desktop.services.outputs.painter import Painter
from iro_desktop.services.outputs.sheets import book_of


@dataclass(frozen=True, slots=True)
class Press:
    """What turns documents into files: who paints, and where the Word templates are found by name."""

    painter: Painter
    template: Callable[[str], bytes]  # raises ``UserError``
    written_on: date | None = None  # for documents that do not say their day themselves


def content_of(made: Made, kind: OutputFormat, press: Press) -> bytes:
    """The whole file, made in memory: nothing of it lies in a temporary folder. Raises ``UserError`` for a template."""
    if kind is OutputFormat.PDF:
        return press.painter.pdf(made.document)
    if kind is OutputFormat.WORD:
        from iro_desktop.exchange.word_out import word_of

        document = replace(made.document, written_on=made.document.written_on or press.written_on)
        return word_of(document, press.template(document.template), press.painter.chart)
    book = made.book or book_of(made.document)
    return sheet_of(book, XLSX if kind is OutputFormat.EXCEL else CSV)
