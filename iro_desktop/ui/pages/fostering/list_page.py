"""A list, worst first, with the story of the chosen row beside it; below it, or in its stead, where room is short."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.ui.commands import Command
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.own_keys import keeps_key
from iro_desktop.ui.pages.fostering.keys import Keys, letters_of
from iro_desktop.ui.pages.fostering.story import Story
from iro_desktop.ui.pages.timescales_table import FactTable, Ink
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.summary import SummaryLine

_BESIDE_EMS, _BELOW_EMS = 64, 36  # from so wide the story stands beside the list; from so high, below it
ENDED = "S"  # what has ended, shown or not


class ListPage(QWidget):
    """Its letters mean for the chosen row what they mean elsewhere for a child; each button says its letter."""

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Any]],
        tellers: tuple[Callable[[Any], str], Callable[[Any], str]],
        keys: Keys,
        actions: Mapping[Command, QAction],
        ink: Ink,
        parent: QWidget | None = None,
    ) -> None:
        """``tellers``: what tells rows apart, and a row as it is read out."""
        super().__init__(parent)
        self._actions, self._identity = actions, tellers[0]
        self._letters = letters_of({**keys, ENDED: (Command.SORT, "")})
        self.heading = Text(title, Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.buttons = {command: self._button(words, key, command) for key, (command, words) in keys.items()}
        self.ended = QuietButton("", ENDED, self)
        self.ended.clicked.connect(self.turn_ended)
        self.shows_ended = False
        self.model: RecordsModel[Any] = RecordsModel(columns, *tellers, self)
        self.list = FactTable(self.model, title, 2, self, ink)
        self.story = Story(self)
        self.empty = EmptyState(Mark(Shape.PEOPLE, "soft", parent=self), self)
        self._is_reading = False  # the story stands in the list's stead
        self._lay_out()
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self._row_opened)

    def _button(self, words: str, key: str, command: Command) -> QuietButton:
        button = QuietButton(words, key.replace("+", " "), self)
        button.clicked.connect(self._actions[command].trigger)
        return button

    def _lay_out(self) -> None:
        self._both = QWidget(self)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(20)
        self._across.addWidget(self.list, 3)
        self._across.addWidget(self.story, 2)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.empty)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        self._line = FlowLayout()
        for button in (*self.buttons.values(), self.ended):
            self._line.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addLayout(self._line)
        self.column.addWidget(holder, 1)

    # what the window asks of every place

    @property
    def table(self) -> FactTable:
        """The list."""
        return self.list

    def has_rows(self) -> bool:
        """Whether there is a list to go to."""
        return bool(self.model.rows)

    def focus_list(self) -> None:
        """Go to the list, or to the story in its stead; where it is empty, to what fills it."""
        here = self.story if self._is_reading else self.list
        (here if self.has_rows() else self.empty.button).setFocus()

    def current(self) -> Any | None:
        """The chosen row."""
        return self.model.record(self.list.currentIndex()) if self.list.selectionModel().hasSelection() else None

    def begin(self) -> None:
        """One came here: the first row is chosen, unless the one in hand stands here."""
        if self.has_rows() and self.current() is None:
            self.list.choose_row(0)

    def choose_key(self, key: str) -> bool:
        """Choose the row that is told apart by that."""
        line = self.model.line_of(key)
        if line >= 0:
            self.list.choose_row(line)
        return line >= 0

    # for the pages

    def ask_again(self) -> None:
        """Ask the desk for the list anew."""
        raise NotImplementedError

    def tell(self, row: Any) -> None:
        """Tell the row's story."""
        raise NotImplementedError

    def took(self, row: Any) -> None:
        """A row was chosen."""

    def opened(self, row: Any) -> None:
        """A row was opened, where its story is seen already."""

    def show_rows(self, rows: Sequence[Any], ended: int) -> None:
        """Show these rows; stays on the same one, or where it was."""
        had_focus, here, place = self.list.hasFocus(), self.current(), max(0, self.list.current_row())
        self.model.set_rows(rows)
        self.ended.setText("Hide what has ended" if self.shows_ended else f"Show {ended} ended")
        self.ended.setVisible(self.shows_ended or bool(ended))
        self.ended.updateGeometry()
        for part in (self.summary, *self.buttons.values()):  # where there is nothing, the one next thing is below
            part.setVisible(bool(rows))
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows and not (here is not None and self.choose_key(self._identity(here))):
            self.list.choose_row(min(place, len(rows) - 1))
        self._retell()
        if had_focus:
            self.focus_list()

    def turn_ended(self) -> None:
        """Show what has ended too, or no more."""
        self.shows_ended = not self.shows_ended
        self.ask_again()
        self.focus_list()

    # rows

    def _row_chosen(self, _index: QModelIndex) -> None:
        self._retell()
        row = self.current()
        if row is not None:
            self.took(row)

    def _retell(self) -> None:
        row = self.current()
        self.story.setEnabled(row is not None)
        if row is not None:
            self.tell(row)
        self._arrange()

    def _row_opened(self, _index: QModelIndex) -> None:
        row = self.current()
        if row is None:
            return
        if self._has_room():
            self.opened(row)
        else:
            self._read(is_reading=True)

    def _read(self, *, is_reading: bool) -> None:
        self._is_reading = is_reading
        self._arrange()
        self.focus_list()

    # room

    def _has_room(self) -> bool:
        """Whether the story stands where it can be seen beside or below the list."""
        em = self.font().pixelSize()
        return self.width() >= _BESIDE_EMS * em or self.height() >= _BELOW_EMS * em

    def _arrange(self) -> None:
        em = self.font().pixelSize()
        is_beside, has_room = self.width() >= _BESIDE_EMS * em, self._has_room()
        self._is_reading = self._is_reading and not has_room and self.has_rows()
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)
        self.list.setVisible(not self._is_reading)
        self.story.setVisible((has_room or self._is_reading) and self.current() is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Gives way: the story goes where there is no room for both."""
        return QSize(0, 0)

    # keys

    def event(self, event: QEvent) -> bool:
        """This page's letters are not the window's while its list or its story has the focus."""
        return keeps_key(event, lambda key: self._letters.command(key) is not None) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter does what its button does; S shows what has ended; Esc comes back from the story."""
        command = self._letters.command(event)
        if command is Command.SORT:
            self.turn_ended()
        elif command is not None:
            self._actions[command].trigger()
        elif event.key() == Qt.Key.Key_Escape and self._is_reading:
            self._read(is_reading=False)
        else:
            super().keyPressEvent(event)
