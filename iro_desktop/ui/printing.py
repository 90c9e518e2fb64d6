"""Figures on paper: the page, or one measure with its charts; light colours always, counts alone and no child."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from iro_desktop.domain.errors import UserError
from iro_desktop.services.performance_views import PerformanceView, Tile
from iro_desktop.ui.pages.performance.meaning import meaning_of
from iro_desktop.ui.pages.performance.words import about_words, before_words, change_line, of_words
from iro_desktop.ui.theme import FAMILY, LIGHT

_MARGIN_MM, _POINTS = 16.0, 9.0
_FOOT_MM = 8.0


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: a title, its body as HTML with pictures by name, and the line at the foot of each page."""

    title: str
    body: str
    pictures: tuple[tuple[str, QImage], ...]
    foot: str


def printers() -> tuple[str, ...]:
    """The printers this computer knows."""
    return tuple(QPrinterInfo.availablePrinterNames())


def page_paper(view: PerformanceView, by: str) -> Paper:
    """Every figure of the page, by subject."""
    subjects = list(dict.fromkeys(one.figure.subject for one in view.tiles))
    body = [f"<h1>Performance</h1><p class='soft'>{escape(about_words(view))}</p>"]
    for subject in subjects:
        of_it = [one for one in view.tiles if one.figure.subject == subject]
        body.append(f"<h2>{escape(subject)}</h2>{_table(of_it)}")
    return Paper("Performance", "".join(body), (), f"{about_words(view)}. {by}")


def measure_paper(view: PerformanceView, tile: Tile, charts: Sequence[QImage], by: str) -> Paper:
    """One measure: its figure, its charts, what it means."""
    figure = tile.figure
    pictures = tuple((f"chart-{number}", image) for number, image in enumerate(charts))
    body = [
        f"<h1>{escape(figure.name)}</h1><p class='soft'>{escape(about_words(view))}</p>",
        f"<p class='figure'>{escape(figure.printed)}</p>",
        f"<p>{escape(', '.join(part for part in (of_words(figure), _against(tile)) if part))}</p>",
        *(f"<p><img src='{name}' width='{{width}}'></p>" for name, _ in pictures),
        f"<h2>What this figure means</h2><p>{escape(figure.definition)}</p><table cellpadding='3'>",
        *(
            f"<tr><td class='soft' width='90'>{escape(label)}</td><td>{_lines(words)}</td></tr>"
            for label, words in meaning_of(figure)
        ),
        f"</table><p class='soft'>Source: {escape(figure.source)}</p>",
    ]
    return Paper(figure.name, "".join(body), pictures, f"{figure.name}. {about_words(view)}. {by}")


def write_pdf(paper: Paper, path: Path) -> int:
    """Write it as a PDF; how many pages. Raises ``UserError`` where the file cannot be written."""
    printer = _printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return _paint(paper, printer, f"{path.name} could not be written. Nothing was printed. Choose another folder.")


def send_to(paper: Paper, name: str) -> int:
    """Send it to that printer; how many pages. Raises ``UserError`` where it does not take it."""
    printer = _printer()
    printer.setPrinterName(name)
    return _paint(paper, printer, f"{name} did not take it. Nothing was printed. Check the printer, or write a PDF.")


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(*(_MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)
    printer.setDocName("IRO Desktop figures")
    printer.setCreator("IRO Desktop")
    return printer


def _paint(paper: Paper, printer: QPrinter, failure: str) -> int:
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(failure, field="path")
    room = printer.pageRect(QPrinter.Unit.Point)  # in points: the document is laid out in them
    foot = _FOOT_MM / 25.4 * 72
    text = document(paper, QSizeF(room.width(), room.height() - foot))
    scale = printer.resolution() / 72
    painter.scale(scale, scale)
    pages = text.pageCount()
    for number in range(pages):
        if number:
            printer.newPage()
        painter.save()
        painter.translate(0, -number * text.pageSize().height())
        text.drawContents(painter, QRectF(0, number * text.pageSize().height(), room.width(), text.pageSize().height()))
        painter.restore()
        painter.setFont(_font(7.5))
        painter.setPen(LIGHT.soft)
        line = QRectF(0, room.height() - foot * 0.7, room.width(), foot * 0.7)
        painter.drawText(line, 0x0081, paper.foot)  # left, bottom
        painter.drawText(line, 0x0042, f"Page {number + 1} of {pages}")  # right, bottom
    painter.end()
    return pages


def document(paper: Paper, size: QSizeF) -> QTextDocument:
    """The paper laid out on pages of that size, in points."""
    text = QTextDocument()
    text.setDefaultFont(_font(_POINTS))
    text.setDefaultStyleSheet(
        f"h1 {{ font-size: 16px; font-weight: 700; color: {LIGHT.ink}; }}"
        f"h2 {{ font-size: 11px; font-weight: 700; color: {LIGHT.ink}; }}"
        f"p, td, th {{ color: {LIGHT.ink}; }} th {{ text-align: left; font-weight: 600; }}"
        f".soft {{ color: {LIGHT.soft}; }} .figure {{ font-size: 22px; font-weight: 700; }}"
    )
    text.setDocumentMargin(0)
    for name, image in paper.pictures:
        text.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    text.setHtml(paper.body.replace("{width}", f"{size.width():.0f}"))
    text.setPageSize(size)
    return text


def _font(points: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(points)))  # of a page counted in points
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _table(tiles: Sequence[Tile]) -> str:
    rows = "".join(
        f"<tr><td width='35%'>{escape(one.figure.name)}</td><td width='12%'><b>{escape(one.figure.printed)}</b></td>"
        f"<td width='18%' class='soft'>{escape(of_words(one.figure))}</td>"
        f"<td width='35%'>{escape(change_line(one.change))}</td></tr>"
        for one in tiles
    )
    return f"<table width='100%' cellpadding='2' cellspacing='0'>{rows}</table>"


def _against(tile: Tile) -> str:
    before = before_words(tile.change)
    return f"{change_line(tile.change)}, against {before}" if before else ""


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
