"""The preview: the pages as they will be written and printed, painted by the one painter, one beneath the other."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from iro_desktop.domain.documents import Document
from iro_desktop.ui.paper import Pages, pages_of
from iro_desktop.ui.theme import LIGHT, tokens

_GAP = 16  # around and between the pages
_MOST_TOLD = 20_000  # letters handed to a screen reader
_KEPT_PICTURES = 6
_WIDEST = 68  # of a page, in sizes of the font: beyond, lines are wider than the window's own
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PaperView(QAbstractScrollArea):
    """A read-only look at a document. One tab stop: arrows, Page up and down, Home and End move through it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._pictures: dict[int, QPixmap] = {}
        self.setAccessibleName("Preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_document(self, document: Document | None) -> None:
        """Lay it out and show its first page; None: nothing to show."""
        self.show_pages(None if document is None else pages_of(document))

    def show_pages(self, pages: Pages | None) -> None:
        """Show pages that are laid out already, perhaps beside the window's own work."""
        self._pages = pages
        self._pictures.clear()
        self.setAccessibleName(f"Preview: {pages.document.title}, {self.count_words}" if pages else "Preview")
        self.setAccessibleDescription(pages.document.words[:_MOST_TOLD] if pages else "")
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    @property
    def count_words(self) -> str:
        """How many pages there are: "3 pages"."""
        count = self._pages.count if self._pages else 0
        return f"{count:,} page" if count == 1 else f"{count:,} pages"

    def sizeHint(self) -> QSize:
        """Room to read a page."""
        return QSize(620, 560)

    def minimumSizeHint(self) -> QSize:
        """Small enough to stand beside what is asked."""
        return QSize(240, 200)

    # --- where pages stand

    def page_rect(self, number: int) -> QRect:
        """Where a page stands in the viewport now."""
        assert self._pages is not None
        width, height = self._page_size()
        left = (self.viewport().width() - width) // 2
        return QRect(left, _GAP + number * (height + _GAP) - self.verticalScrollBar().value(), width, height)

    def _page_size(self) -> tuple[int, int]:
        assert self._pages is not None
        font = max(9, self.font().pixelSize())
        size = self._pages.size
        widest = round(_WIDEST * font * max(1.0, size.width() / size.height()))
        width = max(120, min(self.viewport().width() - 2 * _GAP, widest))
        return width, round(width * size.height() / size.width())

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        if self._pages is None:
            bar.setRange(0, 0)
            return
        height = self._page_size()[1]
        bar.setRange(0, max(0, self._pages.count * (height + _GAP) + _GAP - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(max(20, height // 20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages are as wide as there is room; one stays where one was."""
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        super().resizeEvent(event)
        self._pictures.clear()
        self._measure()
        bar.setValue(round(part * bar.maximum()))

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text makes another size of page."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._pictures.clear()
            self._measure()
            self.viewport().update()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in sight; white, as paper is, in dark colours too."""
        painter = QPainter(self.viewport())
        now = tokens()
        painter.fillRect(event.rect(), QColor(now.ground))
        for number in range(self._pages.count if self._pages else 0):
            place = self.page_rect(number)
            if place.intersects(event.rect()):
                painter.drawPixmap(place.topLeft(), self._picture(number, place.size()))
                painter.setPen(QPen(QColor(now.line), 1))
                painter.drawRect(place.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _picture(self, number: int, size: QSize) -> QPixmap:
        """The page as a picture, kept while it is near."""
        assert self._pages is not None
        if number not in self._pictures:
            if len(self._pictures) >= _KEPT_PICTURES:
                del self._pictures[max(self._pictures, key=lambda one: abs(one - number))]
            self._pictures[number] = page_picture(self._pages, number, size, self.devicePixelRatioF())
        return self._pictures[number]

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by some lines, Page up and down by what is in sight, Home and End to the ends."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        if key in _KEYS:
            bar.setValue(bar.value() + _KEYS[key] * bar.singleStep())
        elif key is Qt.Key.Key_Home:
            bar.setValue(0)
        elif key is Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """More quietly."""
        super().focusOutEvent(event)
        self.viewport().update()


def page_picture(pages: Pages, number: int, size: QSize, ratio: float = 1.0) -> QPixmap:
    """One page as a picture of that size, white beneath."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(LIGHT.surface))
    painter = QPainter(picture)
    painter.scale(size.width() / pages.size.width(), size.height() / pages.size.height())
    painter.setClipRect(QRectF(0, 0, pages.size.width(), pages.size.height()))
    pages.paint(painter, number)
    painter.end()
    return picture
