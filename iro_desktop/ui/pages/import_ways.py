"""Three ways in: a file, cells pasted from Excel, the SSDA903 return."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.ui.pages.first_run_rows import WrapRow
from iro_desktop.ui.pages.import_marks import Drawing, WayMark
from iro_desktop.ui.pages.import_paste import PasteBox, Well
from iro_desktop.ui.widgets import Card, KeyHint, Kind, PrimaryButton, QuietButton, Text, Tone

_LOOKED_FOR = (
    "What is looked for: the child's id and name, date of birth, looked after since, the last review and its number, "
    "the next booking, the IRO, brothers and sisters. Other columns are left alone."
)


class Ways(QWidget):
    """The three ways, each with what it wants."""

    sheet_wanted = Signal()
    folder_wanted = Signal()
    text_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = PrimaryButton("Choose a file", parent=self)
        self.folder = QuietButton("Choose a folder", parent=self)
        self.box = PasteBox(self)
        self.read = QuietButton("Read these cells", parent=self)
        self.read.setEnabled(False)
        self._lay_out()
        self.sheet.clicked.connect(self.sheet_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.box.table_pasted.connect(self._give)
        self.box.textChanged.connect(self._typed)
        self.read.clicked.connect(self._give)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(WrapRow(self._file_card(), self._folder_card(), parent=self, spacing=12, shares_width=True))
        layout.addWidget(self._paste_card())
        layout.addWidget(Text(_LOOKED_FOR, Kind.SMALL, Tone.SOFT, self))
        layout.addStretch(1)

    def _file_card(self) -> Card:
        words = "The list your council's system prints: Excel (.xlsx) or .csv, whatever its headings and their order."
        return self._card(Drawing.PAGE, "A file", words, self.sheet)

    def _folder_card(self) -> Card:
        words = (
            "The yearly return to the Department for Education: a folder with header.csv, episodes.csv and reviews.csv."
        )
        return self._card(Drawing.FOLDER, "The SSDA903 return", words, self.folder)

    def _card(self, drawing: Drawing, name: str, words: str, button: QWidget) -> Card:
        card = Card(self, padding=16)
        card.body.addLayout(self._head(card, drawing, name))
        card.body.addWidget(Text(words, Kind.BODY, Tone.SOFT, card))
        card.body.addStretch(1)
        card.body.addSpacing(4)
        card.body.addWidget(button)
        return card

    def _head(self, card: Card, drawing: Drawing, name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(WayMark(drawing, card))
        head.addWidget(Text(name, Kind.GROUP, parent=card), 1)
        return head

    def _paste_card(self) -> Card:
        card = Card(self, padding=16)
        head = self._head(card, Drawing.CELLS, "Cells from Excel")
        head.addWidget(KeyHint("Ctrl V", card))
        card.body.addLayout(head)
        words = "Copy the rows together with their headings, then paste anywhere on this page."
        card.body.addWidget(Text(words, Kind.BODY, Tone.SOFT, card))
        card.body.addWidget(Well(self.box, card))
        card.body.addWidget(self.read)
        return card

    def paste(self, text: str) -> None:
        """Put the text into the box and read it."""
        self.box.setPlainText(text)
        self._give()

    def forget(self) -> None:
        """Hold no cells any longer."""
        self.box.clear()

    def _typed(self) -> None:
        self.read.setEnabled(bool(self.box.toPlainText().strip()))

    def _give(self) -> None:
        if self.box.toPlainText().strip():
            self.text_given.emit(self.box.toPlainText())
