"""One calm card in the middle of the window; scrolls where the text is large or the window small."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.ui.accessible import announce
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.brand import Brand
from iro_desktop.ui.widgets.scroller import Scroller

_EMS, _MARGIN, _PADDING = 40, 24, 32
_FROM_TOP = 0.17  # of the height: the card's head stays where it is from step to step


class Tall(QWidget):
    """What a scroll area holds: as high as its words need at the width there is.

    Without this Qt takes the height that the words would need at a width of its own choice, and scrolls for nothing.
    """

    def minimumSizeHint(self) -> QSize:
        """Nothing is too small: height follows width."""
        return QSize(0, 0)


class CentredCard(Scroller):
    """The program's name, the card, room beneath it (``below``), and a line for what is going on (``busy``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QWidget()
        self.card = Card(self._column, padding=_PADDING)
        self.card.body.setSpacing(0)
        self.below = QVBoxLayout()
        self.busy = Text(" ", Kind.BODY, Tone.SOFT, self._column)
        self.busy.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(self._centred())
        self._column.installEventFilter(self)

    def _centred(self) -> QWidget:
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        column.setSpacing(16)
        column.addLayout(self._name())
        column.addWidget(self.card)
        column.addLayout(self.below)
        column.addWidget(self.busy)
        whole = Tall()
        self._around = QVBoxLayout(whole)
        self._around.addWidget(self._column)
        self._around.addStretch(1)
        return whole

    def _name(self) -> QHBoxLayout:
        name = QHBoxLayout()
        name.setSpacing(10)
        name.addWidget(Brand(parent=self._column))
        name.addWidget(Text("IRO Desktop", Kind.GROUP, parent=self._column, wraps=False))
        name.addWidget(Text("for Independent Reviewing Officers", Kind.BODY, Tone.SOFT, self._column), 1)
        return name

    def say_busy(self, words: str) -> None:
        """Say what is going on; its line keeps its room."""
        self.busy.setText(words or " ")
        if words:
            announce(self.busy, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card as wide as reads well."""
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words, wider card."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card holds something else: place it anew."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._column:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """By the margins and not by a greatest width, which Qt forgets when it asks how high wrapped words stand."""
        room, height = self.viewport().width(), self.viewport().height()
        side = max(_MARGIN, (room - _EMS * self.font().pixelSize()) // 2)
        needed = self._column.heightForWidth(room - 2 * side)
        top = max(0, min(round(height * _FROM_TOP), (height - needed) * 2 // 3))
        self._around.setContentsMargins(side, top, side, 0)
