"""The Word templates: which is in use, and the ways to have one's own."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.templates import TemplateShown
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.own_keys import is_plain
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout

_NOTE = (
    "Every Word file is poured into one of these. Copy one out, put your service’s crest, address and type into it in "
    "Word, keep the words in double braces, and put it in again. A template holds no child."
)
TITLES = {"document": "Reports, packs and lists", "letter": "Letters and passports"}
_COLUMNS: tuple[Column[TemplateShown], ...] = (
    Column("name", "Template", lambda row: TITLES.get(row.name, row.name), keep=9),
    Column("state", "In use", lambda row: row.words, keep=8),
    Column("what", "What for", lambda row: row.what_for.partition(": ")[2] or row.what_for, keep=6),
    Column("places", "Fills in", lambda row: ", ".join(row.places), keep=5),
)
TEMPLATE_KEYS = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_Delete, Qt.Key.Key_Plus})


class TemplatesPart(QWidget):
    """C or Enter copies one out, A puts one in, Delete goes back to the standard one."""

    copy_wanted = Signal(object)  # a TemplateShown
    put_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.note = Text(_NOTE, Kind.SMALL, Tone.SOFT, self)
        self.trouble = Text("", Kind.BODY, Tone.OVERDUE, self)
        self.model: RecordsModel[TemplateShown] = RecordsModel(_COLUMNS, lambda row: row.name, _spoken, self)
        self.list = FactTable(self.model, "Word templates", 1, self, _ink)
        self.copy_button = QuietButton("Copy out…", "C", self)
        self.put_button = QuietButton("Put in…", "A", self)
        self.back_button = QuietButton("Take back…", "Delete", self)
        line, layout = FlowLayout(), QVBoxLayout(self)
        for button in (self.copy_button, self.put_button, self.back_button):
            line.addWidget(button)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.note)
        layout.addWidget(self.trouble)
        layout.addWidget(self.list, 1)
        self.copy_button.clicked.connect(lambda: self._tell(self.copy_wanted))
        self.put_button.clicked.connect(lambda: self._tell(self.put_wanted))
        self.back_button.clicked.connect(lambda: self._tell(self.take_back_wanted))
        self.list.row_opened.connect(lambda: self._tell(self.copy_wanted))
        self.list.row_chosen.connect(self._allow)

    def show_again(self) -> None:
        """Which are in use now."""
        rows = self._deeds.attempt(self._deeds.desk.templates) or ()
        place = max(0, self.list.current_row())
        self.model.set_rows(rows)
        self.list.choose_row(place)
        self.trouble.set_or_hide(" ".join(one.trouble for one in rows if one.trouble))
        self._allow()

    def focus_list(self) -> None:
        """Go to them."""
        self.list.setFocus()

    def chosen(self) -> TemplateShown | None:
        """The one that is chosen."""
        return self.model.record(self.list.currentIndex())

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key was one of this part's."""
        key = Qt.Key(event.key())
        is_plus = key == Qt.Key.Key_Plus
        if key not in TEMPLATE_KEYS or not (is_plus or is_plain(event)):
            return False
        wanted = {Qt.Key.Key_C: self.copy_wanted, Qt.Key.Key_Delete: self.take_back_wanted}.get(key, self.put_wanted)
        if key != Qt.Key.Key_Delete or self.back_button.isEnabled():
            self._tell(wanted)
        return True

    def _tell(self, wanted: SignalInstance) -> None:
        row = self.chosen()
        if row is not None:
            wanted.emit(row)

    def _allow(self) -> None:
        row = self.chosen()
        self.back_button.setEnabled(row is not None and _has_own(row))


def _has_own(row: TemplateShown) -> bool:
    return row.is_own or bool(row.trouble)


def _spoken(row: TemplateShown) -> str:
    return f"{TITLES.get(row.name, row.name)}, {row.words}, {row.what_for}"


def _ink(key: str, row: object, now: Tokens) -> str:
    if key == "state" and isinstance(row, TemplateShown) and row.is_own:
        return now.accent
    return now.soft if key in {"what", "places"} else now.ink
