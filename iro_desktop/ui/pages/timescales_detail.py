"""The chosen row of Timescales in full, at the side: what it says, what it rests on, what may be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui.pages.timescales_models import Detail
from iro_desktop.ui.widgets import Card, Kind, PrimaryButton, Text, Tone
from iro_desktop.ui.widgets.pairs import Pairs
from iro_desktop.ui.widgets.scroller import Scroller


class TimescalesDetail(Scroller):
    """Widgets are kept and filled anew."""

    act_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Chosen row")
        self.content = QWidget(self)
        self.title = Text("", Kind.HEADING, parent=self.content)
        self.about = Text("", Kind.BODY, Tone.SOFT, self.content)
        self.words = Text("", parent=self.content)
        self.note = Text("", Kind.BODY, Tone.TODAY, self.content)
        self.button = PrimaryButton("", parent=self.content)
        self.card = Card(self.content)
        self.pairs = Pairs(self.card)
        self.card.body.addWidget(self.pairs)
        self.button.clicked.connect(self.act_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self.content)
        self.keep_margin(layout, 20, 20, 20, 20)
        layout.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(self.title)
        head.addWidget(self.about)
        layout.addLayout(head)
        for part in (self.words, self.note, self.card, self.button):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(self.content)

    def show_detail(self, detail: Detail | None) -> None:
        """Show that row; nothing where none is chosen."""
        self.content.setVisible(detail is not None)
        if detail is None:
            return
        self.title.setText(detail.title)
        self.about.set_or_hide(detail.about)
        self.words.set_or_hide(detail.words)
        self.note.set_or_hide(detail.note)
        self.pairs.show_pairs(detail.pairs)
        self.button.key = detail.key
        self.button.setText(detail.act)
        self.button.setVisible(bool(detail.act))
        self.button.updateGeometry()
        self.verticalScrollBar().setValue(0)
