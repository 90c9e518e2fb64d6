"""Pages: a document laid out on A4, painted into a PDF, onto paper or into the preview; no page is made otherwise."""

import re
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QLineF, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from iro_desktop.domain.documents import Document
from iro_desktop.domain.errors import UserError
from iro_desktop.ui.paper_flow import Flow
from iro_desktop.ui.paper_items import RIGHT, text
from iro_desktop.ui.paper_pages import Page, paged
from iro_desktop.ui.paper_type import HAIRLINE, UNITS_PER_INCH, Margins, Voices, mm, page_size, pt, voices_of

_EDGE = mm(12)  # from the edge of the paper to head and foot
_ONE_AT_A_TIME = Lock()
_ORIENTATIONS = {False: QPageLayout.Orientation.Portrait, True: QPageLayout.Orientation.Landscape}


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out. One page is painted with its upper left corner where the painter stands."""

    document: Document
    size: QSizeF  # in units of paper
    margins: Margins
    voices: Voices
    pages: tuple[Page, ...]

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self.pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """One page, the first is 0, in units of paper."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.LosslessImageRendering)
        self._paint_head(painter)
        for top, item in self.pages[number].placed:
            item.paint(painter, self.margins.side, self.margins.top + top)
        self._paint_foot(painter, number)
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        left, right, voice = self.margins.side, self.size.width() - self.margins.side, self.voices.edge
        text(self.document.marking, voice, right - left).paint(painter, left, _EDGE)
        text(self.document.notice, voice, right - left, RIGHT).paint(painter, left, _EDGE)
        if self.document.marking:
            painter.setPen(QPen(HAIRLINE, pt(0.6)))
            painter.drawLine(QLineF(left, _EDGE + voice.line + pt(4), right, _EDGE + voice.line + pt(4)))

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        left, right, voice = self.margins.side, self.size.width() - self.margins.side, self.voices.foot
        top = self.size.height() - _EDGE - voice.line
        painter.setPen(QPen(HAIRLINE, pt(0.6)))
        painter.drawLine(QLineF(left, top - pt(4), right, top - pt(4)))
        room = pt(90)
        words = text(self.document.foot, voice, right - left - room)
        words.paint(painter, left, top, range(min(1, len(words.lines))))
        text(f"Page {number + 1} of {self.count}", voice, room, RIGHT).paint(painter, right - room, top)


def pages_of(document: Document) -> Pages:
    """The document on its pages."""
    size, margins, voices = page_size(is_wide=document.is_wide), Margins(), voices_of(document.template)
    on_page: dict[int, int] = {}
    items = Flow(size.width() - 2 * margins.side, voices, on_page).items(document)
    pages = paged(items, size.height() - margins.top - margins.bottom)
    for number, page in enumerate(pages, 1):
        on_page.update({item.marks: number for _, item in page.placed if isinstance(item.marks, int)})
    return Pages(document, size, margins, voices, tuple(pages))


def pdf_of(document: Document) -> bytes:
    """The document as a PDF that holds its title and nothing else about itself."""
    pages = pages_of(document)
    content = QByteArray()
    held = QBuffer(content)
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setTitle(document.title)
    writer.setCreator("")
    writer.setDocumentId(QUuid("{00000000-0000-4000-8000-000000000000}"))
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(_layout(document))
    with _ONE_AT_A_TIME:  # the order of fonts in a PDF is that of a hash table, whose seed is the whole process's
        QHashSeed.setDeterministicGlobalSeed()
        try:
            _paint_all(writer, pages)
        finally:
            QHashSeed.resetRandomGlobalSeed()
    held.close()
    return _timeless(bytes(content.data()))


def _paint_all(writer: QPdfWriter, pages: Pages) -> None:
    painter = QPainter(writer)
    for number in range(pages.count):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()


def printers() -> tuple[str, ...]:
    """The printers this computer knows."""
    return tuple(QPrinterInfo.availablePrinterNames())


def send_to(document: Document, name: str) -> int:
    """Send it to that printer; how many pages. Raises ``UserError`` where it does not take it."""
    failure = f"{name} did not take it. Nothing was printed. Check the printer, or write a PDF."
    if name not in printers():
        raise UserError(failure, field="path")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setDocName("IRO Desktop")  # a queue is seen by others
    printer.setFullPage(True)
    printer.setPageLayout(_layout(document))
    return paint_on(
        printer, document, f"{name} did not take it. Nothing was printed. Check the printer, or write a PDF."
    )


def paint_on(printer: QPrinter, document: Document, failure: str) -> int:
    """Paint every page; how many. Raises ``UserError`` with that sentence where the printer cannot begin."""
    pages = pages_of(document)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(failure, field="path")
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / pages.size.width(), paper.height() / pages.size.height())
    for number in range(pages.count):
        if number:
            printer.newPage()
        painter.save()
        painter.scale(scale, scale)
        pages.paint(painter, number)
        painter.restore()
    painter.end()
    return pages.count


def _layout(document: Document) -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, _ORIENTATIONS[document.is_wide], QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


_MOMENTS = re.compile(
    rb"/(?:CreationDate|ModDate) ?\(D:\d{14}[^)]*\)|xmp:(?:CreateDate|ModifyDate|MetadataDate)=\"[^\"]*\""
)


def _timeless(content: bytes) -> bytes:
    """Without the moment of writing, so that the same document gives the same bytes; every place stays where it was."""
    return _MOMENTS.sub(lambda found: b" " * len(found[0]), content)
