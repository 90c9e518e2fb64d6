"""A secret shown to be kept: five words, or a recovery key in groups. Read, copied or printed, and held nowhere."""

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from iro_desktop.ui.theme import RADIUS, tokens
from iro_desktop.ui.widgets import Kind, Text

# Said to the keepers of clipboard histories of Windows, KDE and macOS: not this one.
_NOT_KEPT = (
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ("x-kde-passwordManagerHint", b"secret"),
    ("application/x-nspasteboard-concealed-type", b"secret"),
)


def copy_secret(words: str) -> None:
    """Put the words on the clipboard, marked so that clipboard histories leave them out."""
    copied = QMimeData()
    copied.setText(words)
    for kind, mark in _NOT_KEPT:
        copied.setData(kind, mark)
    QGuiApplication.clipboard().setMimeData(copied)


class SecretBox(QFrame):
    """Groups of letters or words in a quiet box, so many to a line. A tab stop of its own; Ctrl+C copies."""

    def __init__(self, name: str, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._columns, self._copied = name, columns, ""
        self._labels: list[Text] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_groups(self, groups: list[str], copied: str) -> None:
        """Show the groups; ``copied`` is what a copy holds."""
        self._copied = copied
        while len(self._labels) < len(groups):
            self._add_label()
        for place, label in enumerate(self._labels):
            label.setText(groups[place] if place < len(groups) else "")
        self.setAccessibleName(f"{self._name}: {', '.join(' '.join(groups).split())}" if groups else self._name)

    def forget(self) -> None:
        """Show nothing."""
        self.show_groups([], "")

    def copy(self) -> None:
        """Put it on the clipboard."""
        copy_secret(self._copied)

    def _add_label(self) -> None:
        label = Text("", Kind.HEADING, parent=self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row, column = divmod(len(self._labels), self._columns)
        self._grid.addWidget(label, row, column)
        self._labels.append(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tinted ground; the ring where the focus is."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent), 2) if self.hasFocus() else QPen(QColor(now.line), 1))
        painter.setBrush(QColor(now.selected))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
