"""A part of the child's page that is a sheet of lines: cards one below the other, up and down from line to line."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from iro_desktop.services.preparation_views import PrepLine, PrepPart
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.child.lines import LineButton, LineCard, LineRow
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.scroller import Scroller
from iro_desktop.ui.widgets.summary import SummaryLine

_A_BIT = 120  # pixels that an arrow scrolls


class SheetPage(Section):
    """What Prepare and People share; each says its parts, and what a line's button does."""

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self._scroll = Scroller(self)
        content = QWidget(self._scroll)
        self.heading = Text("", Kind.HEADING, parent=content)
        self.summary = SummaryLine(content)
        self.buttons = FlowLayout(gap=6)
        self._column = QVBoxLayout(content)
        self._scroll.keep_margin(self._column, 0, 0, 0, 20)
        self._column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        self._column.addLayout(head)
        self._column.addLayout(self.buttons)
        self._before_cards = self._column.count()
        self._column.addStretch(1)
        self._scroll.setWidget(content)
        self._cards: list[LineCard] = []
        self.heading.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def offer(self, *commands: tuple[Command, str]) -> None:
        """Put what can be done about the sheet as a whole above it."""
        for command, words in commands:
            button = QuietButton(words, parent=self._scroll.widget())
            button.follow(self.actions_by_command[command])
            button.setAccessibleName(self.actions_by_command[command].text().removesuffix("…"))
            self.buttons.addWidget(button)

    def show_parts(self, parts: Sequence[PrepPart]) -> None:
        """Show these; the focus stays at its line, or goes to the next one where that asks for nothing any more."""
        key = self._here()
        while len(self._cards) < len(parts):
            self._add_card()
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(parts))
            if number < len(parts):
                card.show_lines(parts[number].heading, parts[number].lines, self.key_of)
        if key:
            self._go_back_to(key)

    def focus_first(self) -> None:
        """The first line that asks for something."""
        stops = list(self._stops())
        (stops[0] if stops else self).setFocus()
        self._scroll.verticalScrollBar().setValue(0)

    def do_line(self, line: PrepLine) -> None:
        """What the line's button does."""
        raise NotImplementedError

    def point_at(self, line: PrepLine) -> None:
        """The line is the one that is meant by what comes next."""
        self.deeds.whom = line.person or ""
        self._scroll.ensureWidgetVisible(QApplication.focusWidget() or self, 0, 24)

    def key_of(self, _line: PrepLine) -> str:
        """The key that does what the line's button does; empty where there is none."""
        return ""

    def row_of(self, key: str) -> LineRow | None:
        """The line of that key, as it stands on the page."""
        return next((row for row in self._rows() if row.line is not None and row.line.key == key), None)

    def _add_card(self) -> None:
        card = LineCard(self._scroll.widget())
        card.wanted.connect(self.do_line)
        card.pointed.connect(self.point_at)
        card.stepped.connect(self._step)
        self._column.insertWidget(self._before_cards + len(self._cards), card)
        self._cards.append(card)

    def _rows(self) -> Iterator[LineRow]:
        return (row for card in self._cards if not card.isHidden() for row in card.rows())

    def _stops(self) -> Iterator[LineButton]:
        return (row.button for row in self._rows() if not row.button.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lines that ask for nothing are read by scrolling."""
        bar = self._scroll.verticalScrollBar()
        ways = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: _A_BIT,
            Qt.Key.Key_Up: -_A_BIT,
        }
        if event.key() in ways:
            bar.setValue(bar.value() + ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, here: LineButton, way: int) -> None:
        """To the next line that asks for something; past the last one, and before the first, the page scrolls."""
        stops = list(self._stops())
        to = stops.index(here) + way
        if 0 <= to < len(stops):
            stops[to].setFocus()
        else:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + way * _A_BIT)

    def _here(self) -> str:
        """The line that has the focus."""
        here = QApplication.focusWidget()
        return next((row.line.key for row in self._rows() if row.button is here and row.line), "")

    def _go_back_to(self, key: str) -> None:
        rows = list(self._rows())
        at = next((number for number, row in enumerate(rows) if row.line and row.line.key == key), 0)
        after = [row.button for row in (*rows[at:], *rows[:at]) if not row.button.isHidden()]
        (after[0] if after else self).setFocus()
