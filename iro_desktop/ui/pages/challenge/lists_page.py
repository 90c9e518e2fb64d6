"""The service's own lists: themes of alerts and effects for the child, with how often each is used."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.vocabulary import ServiceList
from iro_desktop.services.challenge_views import ListLine
from iro_desktop.services.desk import Desk
from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.own_keys import is_plain, keeps_key
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

_LISTS = tuple(ServiceList)
_TITLES = {ServiceList.THEME: "Themes", ServiceList.EFFECT: "Effects for the child"}
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2)
_ADD_KEYS = frozenset({Qt.Key.Key_A, Qt.Key.Key_Plus})
_OWN = frozenset({*_KEYS, *_ADD_KEYS, Qt.Key.Key_Delete, Qt.Key.Key_Q})
_NOTE = "What was filed under an entry stays so when it is renamed, merged or retired."


def _state(line: ListLine) -> str:
    if line.merged_into:
        return f"counted with “{line.merged_into}”"
    if line.is_retired:
        return "retired: offered no more"
    return "offered by the program" if line.is_standard else "your service’s own"


_COLUMNS: tuple[Column[ListLine], ...] = (
    Column("name", "Name", lambda line: line.name, keep=9),
    Column("used", "Alerts filed under it", lambda line: str(line.used) if line.used else "–", keep=8),
    Column("state", "How it stands", _state, keep=7),
    Column("former", "Was called", lambda line: ", ".join(line.former_names), keep=5),
)


class ListsPage(QWidget):
    """1 and 2 show a list; A adds, Enter changes what is chosen, Delete offers it no more."""

    add_wanted = Signal(object)  # a ServiceList
    change_wanted = Signal(object, object)  # a ServiceList and its ListLine
    retire_wanted = Signal(object, object)

    def __init__(self, desk: Desk, _actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = Text("Themes and effects", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.parts = Segments("Which list", tuple(_TITLES[one] for one in _LISTS), self)
        self.add_button = QuietButton("Add…", "A", self)
        self.change_button = QuietButton("Rename, merge, retire…", "↵", self)
        self.note = Text(_NOTE, Kind.SMALL, Tone.SOFT, self)
        self.model: RecordsModel[ListLine] = RecordsModel(_COLUMNS, lambda line: line.name, _spoken, self)
        self._list = FactTable(self.model, "The list", 1, self, _ink)
        self._lay_out()
        self.parts.currentChanged.connect(self.show_lists)
        self.parts.left.connect(self.focus_list)
        self.add_button.clicked.connect(self._add)
        self.change_button.clicked.connect(self._change)
        self._list.row_opened.connect(self._change)

    def _lay_out(self) -> None:
        head, line = QVBoxLayout(), FlowLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        for part in (self.parts, self.add_button, self.change_button):
            line.addWidget(part)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addWidget(self.note)
        self.column.addWidget(self._list, 1)

    @property
    def which(self) -> ServiceList:
        """The list that is shown."""
        return _LISTS[self.parts.currentIndex()]

    @property
    def table(self) -> FactTable:
        """Its entries."""
        return self._list

    def has_rows(self) -> bool:
        """Whether there are entries: the program offers some from the start."""
        return bool(self.model.rows)

    def focus_list(self) -> None:
        """Go to the entries."""
        (self._list if self.has_rows() else self.add_button).setFocus()

    def choose(self, _child: str, _deadline_id: str = "") -> bool:
        """No children stand here."""
        return False

    def chosen_child(self) -> str:
        """Nobody's."""
        return ""

    def current(self) -> ListLine | None:
        """The chosen entry."""
        return self.model.record(self._list.currentIndex())

    def show_lists(self) -> None:
        """Ask for the list that is looked at; stays with the same entry, or where it was."""
        here, place = self.current(), max(0, self._list.current_row())
        lines = self._desk.service_list(self.which)
        self.model.set_rows(lines)
        line = self.model.line_of(here.name) if here else -1
        self._list.choose_row(line if line >= 0 else place)
        live = sum(not one.is_retired and not one.merged_into for one in lines)
        self.summary.show_counts([(live, "on offer"), (len(lines) - live, "offered no more")])

    def _add(self) -> None:
        self.add_wanted.emit(self.which)

    def _change(self) -> None:
        line = self.current()
        if line is not None:
            self.change_wanted.emit(self.which, line)

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while its list has the focus."""
        return keeps_key(event, lambda key: _is_plain(key) and key.key() in _OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a list; A or + adds, Q or Enter changes, Delete retires."""
        key, line = Qt.Key(event.key()), self.current()
        if key in _KEYS and _is_plain(event):
            self.parts.setCurrentIndex(_KEYS.index(key))
            self.focus_list()
        elif key in _ADD_KEYS:
            self._add()
        elif key == Qt.Key.Key_Q and _is_plain(event):
            self._change()
        elif key == Qt.Key.Key_Delete and line is not None:
            self.retire_wanted.emit(self.which, line)
        else:
            super().keyPressEvent(event)


def _is_plain(event: QKeyEvent) -> bool:
    is_plus = event.key() == Qt.Key.Key_Plus  # needs Shift on most keyboards
    return is_plus or is_plain(event)


def _spoken(line: ListLine) -> str:
    used = "1 alert" if line.used == 1 else f"{line.used} alerts"
    former = f", was called {', '.join(line.former_names)}" if line.former_names else ""
    return f"{line.name}, {used}, {_state(line)}{former}"


def _ink(key: str, row: object, now: Tokens) -> str:
    is_gone = isinstance(row, ListLine) and (row.is_retired or bool(row.merged_into))
    return now.soft if is_gone or key in {"state", "former"} else now.ink
