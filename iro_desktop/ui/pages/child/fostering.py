"""The child's private fostering: each arrangement with its story; for a child who need not be looked after."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.fostering_views import ArrangementRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.own_keys import keeps_key
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.pages.fostering.keys import letters_of
from iro_desktop.ui.pages.fostering.private import KEYS, ink, standing_of
from iro_desktop.ui.pages.fostering.story import Story
from iro_desktop.ui.pages.fostering.words import arrangement_pairs
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.widgets import Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout

COLUMNS: tuple[Column[ArrangementRow], ...] = (
    Column("state", "Arrangement", lambda row: row.state_words[:1].upper() + row.state_words[1:], keep=9),
    Column("standing", "Standing", standing_of, keep=8),
    Column("next", "Next", lambda row: row.next_words, keep=7),
)
_NONE = "No private fostering arrangement of this child is known. A adds one."
_MOST_ROWS = 3
_OF_A_CHILD = tuple(command for command, _ in KEYS.values() if command is not Command.FOSTERING_REPORT)


class PrivateFostering(Section):
    """The letters of the place Private fostering do the same here."""

    title = "Private fostering"

    @classmethod
    def applies(cls, view: ChildView, deeds: Deeds) -> bool:
        """Where an arrangement is known; or of a child under sixteen who was never reviewed here, one can be added."""
        is_unknown = not view.is_sixteen and not view.held
        return is_unknown or bool(deeds.attempt(lambda: deeds.desk.arrangements(view.child)))

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self._letters = letters_of({key: each for key, each in KEYS.items() if each[0] in _OF_A_CHILD})
        self.buttons: dict[Command, QuietButton] = {}
        line = FlowLayout()
        for key, (command, words) in KEYS.items():
            if command in _OF_A_CHILD:
                button = QuietButton(words, key.replace("+", " "), self)
                button.clicked.connect(actions[command].trigger)
                self.buttons[command] = button
                line.addWidget(button)
        self.words = Text("", Kind.BODY, Tone.SOFT, self)
        self.rows: RecordsModel[ArrangementRow] = RecordsModel(
            COLUMNS, lambda row: row.key, lambda row: row.sentence, self
        )
        self.list = FactTable(self.rows, self.title, 1, self, ink)
        self.story = Story(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self.words)
        column.addWidget(self.list)
        column.addWidget(self.story, 1)
        self._spare = QWidget(self)  # keeps what stands above at the top where there is nothing else
        column.addWidget(self._spare, 1)
        self.list.row_chosen.connect(self._row_chosen)

    def show_child(self, view: ChildView) -> None:
        """Ask for the child's arrangements; stays at the same one."""
        found = self.deeds.attempt(lambda: self.desk.arrangements(view.child))
        if found is None:
            return
        place = max(0, self.list.current_row())
        self.rows.set_rows(found)
        self.words.set_or_hide("" if found else _NONE)
        self.list.setVisible(len(found) > 1)
        self.story.setVisible(bool(found))
        self._spare.setVisible(not found)
        self._fit()
        for command, button in self.buttons.items():
            button.setEnabled(bool(found) or command is Command.NEW_ARRANGEMENT)
        if found:
            self.list.choose_row(min(place, len(found) - 1))
            self._tell()

    def focus_first(self) -> None:
        """The list; the story where there is one arrangement; else what adds it."""
        first = self.list if len(self.rows.rows) > 1 else self.story if self.rows.rows else None
        (first or self.buttons[Command.NEW_ARRANGEMENT]).setFocus()

    @property
    def table(self) -> FactTable | None:
        """The list, where there is more than one."""
        return self.list if len(self.rows.rows) > 1 else None

    def current(self) -> ArrangementRow | None:
        """The arrangement one is at."""
        return self.rows.record(self.list.currentIndex())

    def _row_chosen(self, _index: QModelIndex) -> None:
        self._tell()

    def _tell(self) -> None:
        row = self.current()
        if row is not None:
            title = row.state_words[:1].upper() + row.state_words[1:]
            self.story.tell(title, "", row.cautions, arrangement_pairs(row), row.story)

    def _fit(self) -> None:
        shown = min(_MOST_ROWS, len(self.rows.rows))
        self.list.setFixedHeight(self.list.header.sizeHint().height() + shown * self.list.row_height() + 4)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "list"):
            self._fit()

    def event(self, event: QEvent) -> bool:
        """The letters of this part are not the window's while it has the focus."""
        return keeps_key(event, lambda key: self._command(key) is not None) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter does what its button does."""
        command = self._command(event)
        if command is None:
            super().keyPressEvent(event)
        else:
            self.actions_by_command[command].trigger()

    def _command(self, event: QKeyEvent) -> Command | None:
        """Where there is no arrangement, only the letter that adds one is kept."""
        command = self._letters.command(event)
        return command if self.rows.rows or command is Command.NEW_ARRANGEMENT else None
