"""Figures on paper: the page, or one measure with its charts; light colours always, counts alone and no child."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.model import Unit
from iro_desktop.services.performance_views import A_YEAR_BEFORE, Change, FigureShown, PerformanceView, Point, Tile
from iro_desktop.ui.pages.performance.meaning import meaning_of
from iro_desktop.ui.pages.performance.words import (
    ARROWS,
    about_words,
    before_words,
    change_line,
    change_words,
    is_broken,
    of_words,
)
from iro_desktop.ui.theme import FAMILY, LIGHT

_MARGIN_MM, _POINTS = 16.0, 9.0
_FOOT_MM = 8.0
_LEFT_BELOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
_RIGHT_BELOW = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
_NUMBER_ROOM = 70.0  # of the page's number, in points
_SMALL = "Small numbers are hidden: c stands in the place of what would tell of fewer than five."


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
    """Every figure of the page by subject, each with its check; then what each of them means."""
    body = [
        _head("Performance", view),
        _table(view.tiles),
        "<h2 style='margin-top: 20px;'>What these figures mean</h2>",
    ]
    body += [
        f"<p><b>{escape(one.figure.name)}.</b> {escape(one.figure.definition)} "
        f"<span class='soft'>{escape(_source(one.figure))}</span></p>"
        for one in view.tiles
    ]
    return Paper("Performance", "".join(body), (), f"{about_words(view)}. {by}")


def measure_paper(
    view: PerformanceView, tile: Tile, charts: Sequence[QImage], by: str, points: Sequence[Point] = ()
) -> Paper:
    """One measure: its figure, its charts, what it means, and its months as a table."""
    figure = tile.figure
    pictures = tuple((f"chart-{number}", image) for number, image in enumerate(charts))
    aside = any(one.from_on < view.wish.from_on for one in points)
    body = [
        _head(figure.name, view),
        f"<p class='figure'>{escape(figure.printed)}</p>",
        f"<p>{escape(', '.join(part for part in (of_words(figure), _against(tile)) if part))}</p>",
        *(f"<p><img src='{name}' width='{{width}}'></p>" for name, _ in pictures),
        f"<p class='soft'>{_aside(view)}</p>" if aside else "",
        f"<h2>What this figure means</h2><p>{escape(figure.definition)}</p><table cellpadding='1'>",
        *(
            f"<tr><td class='soft' width='90'>{escape(label)}</td><td>{_lines(words)}</td></tr>"
            for label, words in meaning_of(figure)
        ),
        f"</table><p class='soft'>{escape(_source(figure))}</p>",
        f"<h2 style='page-break-before: always;'>By month</h2>{_points_table(points)}" if points else "",
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
        line = QRectF(0, room.height() - foot * 0.85, room.width(), foot * 0.85)
        painter.drawText(line.adjusted(0, 0, -_NUMBER_ROOM, 0), _LEFT_BELOW, paper.foot)  # left, bottom
        painter.drawText(line, _RIGHT_BELOW, f"Page {number + 1} of {pages}")  # right, bottom
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
        f".line {{ border-bottom: 1px solid {LIGHT.line}; }} .strong {{ font-weight: 700; }}"
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


def _head(title: str, view: PerformanceView) -> str:
    """Title, time and scope; where small numbers are hidden, what stands in their stead."""
    hidden = f"<p class='strong'>{escape(_SMALL)}</p>" if view.wish.hides_small else ""
    return f"<h1>{escape(title)}</h1><p class='soft'>{escape(about_words(view))}</p>{hidden}"


def _table(tiles: Sequence[Tile]) -> str:
    """One table for all, its headings again on each page; a subject is a line of its own."""
    head = _row(("Figure", "", "Of", "Change", "A year before"), tag="th")
    body: list[str] = []
    for subject in dict.fromkeys(one.figure.subject for one in tiles):
        of_it = [one for one in tiles if one.figure.subject == subject]
        body += [_figure_rows(one, "" if number else subject) for number, one in enumerate(of_it)]
    return f"{_TABLE}<thead>{head}</thead>{''.join(body)}</table>"


_TABLE = "<table width='100%' cellpadding='2' cellspacing='0' style='margin-top: 8px; border-collapse: collapse;'>"
_WIDTHS = (36, 11, 16, 24, 13)  # per cent


_RULE = f"border-bottom: 0.5px solid {LIGHT.line};"


def _row(cells: Sequence[str], *, tag: str = "td", is_last: bool = True) -> str:
    """A row; ``is_last``: with a line beneath it."""
    look = f"valign='bottom' style='{_RULE if is_last else ''}'"
    made = (f"<{tag} width='{wide}%' {look}>{one}</{tag}>" for wide, one in zip(_WIDTHS, cells, strict=True))
    return f"<tr>{''.join(made)}</tr>"


def _figure_rows(tile: Tile, subject: str) -> str:
    """A figure, beneath it the parts it is made of; with the first of a subject that stands above, never alone."""
    figure, is_told = tile.figure, tile.figure.value is not None
    about = f"<br><b>{escape(subject)}</b><br>" if subject else ""
    cells = (figure.printed, of_words(figure) if is_told else "", _change(tile.change), _before(tile.change))
    printed, *rest = (escape(one) for one in cells)
    check = figure.check if is_broken(figure) or (is_told and figure.unit is not Unit.COUNT) else ""
    check = "" if check == of_words(figure) else check
    told = f"<tr><td colspan='5' class='soft' style='{_RULE}'>{escape(check)}</td></tr>" if check else ""
    return _row((f"{about}{escape(figure.name)}", f"<b>{printed}</b>", *rest), is_last=not told) + told


def _change(change: Change | None) -> str:
    arrow = change_line(change).partition(" ")[0] if change else ""
    return f"{arrow if arrow in ARROWS else ''} {change_words(change, is_brief=True)}".strip() if change else "–"


def _before(change: Change | None) -> str:
    """The earlier figure; where it comes from, unless that is what stands above all of them."""
    if change is None:
        return "–"
    return change.before if change.before_words == A_YEAR_BEFORE else f"{change.before}, {change.before_words}"


def _points_table(points: Sequence[Point]) -> str:
    """Each month with its parts."""
    rows = "".join(
        f"<tr><td width='14%'>{escape(one.label)}</td><td width='14%'><b>{escape(one.figure.printed)}</b></td>"
        f"<td width='18%'>{escape(of_words(one.figure))}</td>"
        f"<td width='54%' class='soft'>{escape(one.figure.check)}</td></tr>"
        for one in points
    )
    head = "<tr><th>Time</th><th>Figure</th><th>Of</th><th>Check</th></tr>"
    return f"{_TABLE}<thead>{head}</thead>{rows}</table>"


def _aside(view: PerformanceView) -> str:
    return f"Outlined columns begin before {short(view.wish.from_on)}: they are not in the figure above."


def _source(figure: FigureShown) -> str:
    return f"Source: {figure.source}." if figure.source else ""


def _against(tile: Tile) -> str:
    before = before_words(tile.change)
    return f"{change_line(tile.change)}, against {before}" if before else ""


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
