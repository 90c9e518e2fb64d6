"""Clinic: one IRO's exceptions since the last clinic, their figures beside their own, and what was agreed."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.clinic_views import ActionRow, ClinicException, ClinicFigure, ClinicView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.own_keys import is_plain, keeps_key
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

EXCEPTIONS, FIGURES, AGREED = range(3)
_TITLES = ("Exceptions", "Figures", "Agreed")
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_MOST_COUNTS = 3  # kinds told above the list; the list tells all of them
_NOTHING = {
    EXCEPTIONS: ("No exceptions", "Nothing was late, left out or stands open since the last clinic."),
    FIGURES: ("No figures", "There is nothing to count yet."),
    AGREED: (
        "Nothing agreed yet",
        "What is agreed at a clinic stands here until it is done; Service keeps the clinics.",
    ),
}
_NO_IRO = ("No IRO is entered yet", "With the first one, their exceptions and figures stand here.")


def _judged(row: ClinicFigure) -> str:
    if row.change is None:
        return "not measured before"
    return row.change.words


EXCEPTION_COLUMNS: tuple[Column[ClinicException], ...] = (
    Column("child", "Child", lambda row: row.name, keep=99),
    Column("standing", "Exception", lambda row: row.kind.value, keep=98),
    Column("what", "What", lambda row: row.what, keep=96),
    Column("about", "How it stands", lambda row: row.words, keep=90),
)
FIGURE_COLUMNS: tuple[Column[ClinicFigure], ...] = (
    Column("name", "Figure", lambda row: row.figure.name, keep=99),
    Column("now", "Since", lambda row: row.figure.printed, keep=98),
    Column("before", "Before", lambda row: row.change.before if row.change else "–", keep=90),
    Column("change", "Change", _judged, keep=95),
    Column("year", "Twelve months", lambda row: row.year.printed, keep=80),
    Column("check", "Counted", lambda row: row.figure.check, keep=50),
)
AGREED_COLUMNS: tuple[Column[ActionRow], ...] = (
    Column("text", "Action", lambda row: row.text, keep=99),
    Column("standing", "Stands", lambda row: row.standing_words, keep=98),
    Column("clinic", "Clinic", lambda row: short(row.held_on), keep=70),
    Column("came", "What came of it", lambda row: row.came_of or "–", keep=80),
)


_IDENTITIES: tuple[Callable[[Any], str], ...] = (
    lambda row: row.key,
    lambda row: row.figure.measure,
    lambda row: row.key,
)


def _ink(key: str, row: object, now: Tokens) -> str:
    """A figure that got better or worse says so in its change; what only informs stands back."""
    if isinstance(row, ClinicFigure):
        better = row.change.is_better if row.change else None
        if key == "change":
            return now.soft if better is None else now.met if better else now.overdue
        return now.soft if key in {"before", "year", "check"} else now.ink
    return now.soft if key in {"about", "clinic", "came"} else now.ink


class ClinicPage(QWidget):
    """1 to 3 show a part. Enter opens the child, or the action where the service keeps it."""

    chosen = Signal(str, str)  # child, deadline
    opened = Signal()
    agreed_opened = Signal(str)  # the key of an action, kept in Service
    pack_wanted = Signal(str)  # the IRO

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._add_iro = actions[Command.ADD_IRO]
        self._view: ClinicView | None = None
        self.heading = Text("Clinic", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.iro = DropDown("IRO", self)
        self.iro.setMinimumContentsLength(18)
        self.parts = Segments("Parts of the clinic", _TITLES, self)
        self.pack_button = QuietButton("Clinic pack…", parent=self)
        self.said = Text("", Kind.SMALL, Tone.SOFT, self)
        self.models: tuple[RecordsModel[Any], ...] = (
            RecordsModel(EXCEPTION_COLUMNS, _IDENTITIES[EXCEPTIONS], _exception_words, self),
            RecordsModel(FIGURE_COLUMNS, _IDENTITIES[FIGURES], _figure_words, self),
            RecordsModel(AGREED_COLUMNS, _IDENTITIES[AGREED], _agreed_words, self),
        )
        self.tables = tuple(
            FactTable(model, f"{title} of the IRO", 2, self, _ink)
            for model, title in zip(self.models, _TITLES, strict=True)
        )
        self.empty = EmptyState(Mark(Shape.SERVICE, parent=self), self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        for part in (*self.tables, self.empty):
            self._stack.addWidget(part)
        head, line = QVBoxLayout(), FlowLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        for widget in (self.iro, self.parts, self.pack_button):
            line.addWidget(widget)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addWidget(self.said)
        self.column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.iro.currentIndexChanged.connect(self._iro_chosen)
        self.parts.currentChanged.connect(self._settle)
        self.parts.left.connect(self.focus_list)
        self.pack_button.clicked.connect(lambda: self.pack_wanted.emit(self.iro.currentText()))
        self.tables[EXCEPTIONS].row_chosen.connect(self._row_chosen)
        self.tables[EXCEPTIONS].row_opened.connect(self.opened)
        self.tables[AGREED].row_opened.connect(self._open_agreed)

    # what the window asks of every place

    @property
    def table(self) -> FactTable:
        """The list that is shown."""
        return self.tables[self.parts.currentIndex()]

    def has_rows(self) -> bool:
        """Whether the part that is shown holds anything."""
        return bool(self.models[self.parts.currentIndex()].rows)

    def focus_list(self) -> None:
        """Go to the list; where it is empty, to the parts, or to what adds the first IRO."""
        (self.table if self.has_rows() else self.parts if self.iro.count() else self.empty.button).setFocus()

    def begin(self) -> None:
        """One came here: the first child of the list is in hand, unless the one in hand stands here."""
        table = self.tables[EXCEPTIONS]
        if self.models[EXCEPTIONS].rows and not table.selectionModel().hasSelection():
            table.choose_row(0)

    def choose(self, child: str, deadline_id: str = "") -> bool:
        """Choose the exception of that deadline, else the first one of that child."""
        rows = self.models[EXCEPTIONS].rows
        mine = [line for line, row in enumerate(rows) if row.child == child]
        if not mine:
            return False
        here = self.tables[EXCEPTIONS].current_row()
        exact = next((line for line in mine if deadline_id and rows[line].deadline_id == deadline_id), None)
        self.tables[EXCEPTIONS].choose_row(exact if exact is not None else here if here in mine else mine[0])
        return True

    def chosen_child(self) -> str:
        """Whose exception is chosen."""
        table = self.tables[EXCEPTIONS]
        row = self.models[EXCEPTIONS].record(table.currentIndex()) if table.selectionModel().hasSelection() else None
        return row.child if row is not None else ""

    # showing

    def show_iro(self, iro: str) -> None:
        """Look at that IRO."""
        self._fill_iros()
        line = self.iro.findText(iro)
        if line >= 0:
            self.iro.setCurrentIndex(line)

    def show_again(self) -> None:
        """Ask the desk about the IRO who is chosen; who is shown elsewhere is proposed first."""
        self._fill_iros()
        iro = self.iro.currentText()
        view = self._deeds.attempt(lambda: self._deeds.desk.clinic(iro)) if iro else None
        self._view = view
        rows: tuple[tuple[Any, ...], ...] = (view.exceptions, view.figures, view.agreed) if view else ((), (), ())
        for model, table, found, key in zip(self.models, self.tables, rows, _IDENTITIES, strict=True):
            here, place = model.record(table.currentIndex()), max(0, table.current_row())
            had_choice = table.selectionModel().hasSelection()
            model.set_rows(list(found))
            line = model.line_of(key(here)) if here is not None else -1
            if line >= 0 and had_choice:
                table.choose_row(line)
            else:
                table.clear_choice(place)
        self._settle()

    def _fill_iros(self) -> None:
        names = list(self._deeds.desk.iros())
        if names == [self.iro.itemText(at) for at in range(self.iro.count())]:
            return
        here = self.iro.currentText() or self._deeds.desk.whose() or ""
        self.iro.blockSignals(True)
        self.iro.clear()
        self.iro.addItems(names)
        self.iro.setCurrentIndex(max(0, self.iro.findText(here)))
        self.iro.blockSignals(False)

    def _iro_chosen(self) -> None:
        self.show_again()
        self.begin()

    def _settle(self) -> None:
        """Another part is shown, or what it shows changed."""
        had_focus = any(table.hasFocus() for table in self.tables) or self.empty.button.hasFocus()
        number, view = self.parts.currentIndex(), self._view
        for part in (self.summary, self.parts, self.pack_button, self.iro):
            part.setVisible(view is not None)
        self.said.set_or_hide(self._said(view))
        if view is not None:
            still = sum(one.is_open for one in view.exceptions)
            late = sum(one.done_on is None and one.due_on is not None and one.due_on < view.today
                       for one in view.agreed)  # fmt: skip
            self.summary.show_counts(
                [
                    (len(view.exceptions), "exception" if len(view.exceptions) == 1 else "exceptions"),
                    (still, "stand today"),
                    (late, "agreed and late"),
                ],
                view.iro,
            )
            self.empty.say(*_NOTHING[number])
        else:
            self.empty.say(*_NO_IRO, self._add_iro, "Add an IRO")
        self._stack.setCurrentIndex(number if self.has_rows() else len(self.tables))
        if had_focus:
            self.focus_list()

    def _said(self, view: ClinicView | None) -> str:
        if view is None:
            return ""
        since = f"{view.since_words[:1].upper()}{view.since_words[1:]}."
        if self.parts.currentIndex() == FIGURES:
            return f"{since} Before: {view.before_words}. Beside the IRO’s own figures; no other IRO stands here."
        if self.parts.currentIndex() == AGREED:
            return f"{since} Enter opens an action where the service keeps it."
        counts = ", ".join(f"{kind.value[:1].lower()}{kind.value[1:]} {count}" for kind, count in view.counts)
        return f"{since} {counts[:1].upper()}{counts[1:]}." if counts else since

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.models[EXCEPTIONS].record(index)
        if row is not None:
            self.chosen.emit(row.child, row.deadline_id)

    def _open_agreed(self, index: QModelIndex) -> None:
        row = self.models[AGREED].record(index)
        if row is not None:
            self.agreed_opened.emit(row.key)

    # keys

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while a list of it has the focus."""
        return keeps_key(event, lambda key: key.key() in _KEYS and is_plain(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a part."""
        key = Qt.Key(event.key())
        if key in _KEYS and is_plain(event):
            self.parts.setCurrentIndex(_KEYS.index(key))
            self.focus_list()
        else:
            super().keyPressEvent(event)


def _exception_words(row: ClinicException) -> str:
    return f"{row.name}, {row.kind.value[:1].lower()}{row.kind.value[1:]}: {row.what}, {row.words}"


def _figure_words(row: ClinicFigure) -> str:
    before = f", before {row.change.before}, {row.change.words}" if row.change else ", not measured before"
    return f"{row.figure.name}: {row.figure.printed}{before}, twelve months {row.year.printed}"


def _agreed_words(row: ActionRow) -> str:
    came = f". {row.came_of}" if row.came_of else ""
    return f"{row.text} {row.standing_words}, clinic of {short(row.held_on)}{came}"
