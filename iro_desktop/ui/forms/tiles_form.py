"""Which figures stand large on Performance, and in which order: a liking of the window, no fact on record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.services.desk import Desk
from iro_desktop.services.performance_views import MOST_TILES, TILES, FigureShown
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets import QuietButton

_ABOUT = (
    f"Up to {MOST_TILES}, in the order in which they stand. All others stay in the list below. Space puts one in or "
    "takes it out, Alt and an arrow move it. Nothing on record changes."
)
_LEAST = 160  # of the list's height
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class TileLine:
    """A measure, and its place among those that stand large."""

    measure: str
    name: str
    place: int  # from 1; 0: not among them


COLUMNS: tuple[Column[TileLine], ...] = (
    Column("place", "Place", lambda one: f"{one.place}" if one.place else "–", keep=10),
    Column("name", "Figure", lambda one: one.name, keep=9),
)


def line_sentence(one: TileLine) -> str:
    """A line read out."""
    return f"{one.name}, stands large, place {one.place}" if one.place else f"{one.name}, not among them"


class TileTable(FactTable):
    """The list; its keys are told, for the form knows the order."""

    toggled = Signal()
    moved = Signal(int)

    def arrange(self) -> None:
        """The place as narrow as it is, the name all the rest."""
        super().arrange()
        place = min(self._wanted.get("place", 0), self.viewport().width() // 3)
        self.setColumnWidth(0, place)
        self.setColumnWidth(1, self.viewport().width() - place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space puts in or takes out, Alt with an arrow moves; the other keys are the list's."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.toggled.emit()
        elif key in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_MOVES[key])
        else:
            super().keyPressEvent(event)


class TilesForm(FormSheet):
    """A list of every figure, those that stand large first."""

    look_above = "Nothing was changed yet. What is missing is said beside the list."

    def __init__(
        self,
        desk: Desk,
        figures: Sequence[FigureShown],
        chosen: Sequence[str],
        show: Callable[[tuple[str, ...]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Figures that stand large", desk.act, parent)
        self._show, self._names = show, {one.measure: one.name for one in figures}
        self.chosen = [one for one in chosen if one in self._names]
        self.about.set_or_hide(_ABOUT)
        self.rows: RecordsModel[TileLine] = RecordsModel(COLUMNS, lambda one: one.measure, line_sentence, self)
        self.list = TileTable(self.rows, "Figures, those that stand large first", 1, self, _ink)
        self.save_button.setText("Show")
        self.in_out = QuietButton("Put in or take out", "Space", self)
        self.up, self.down = QuietButton("Up", "Alt ↑", self), QuietButton("Down", "Alt ↓", self)
        self.standard = QuietButton("The standard twelve", parent=self)
        self.add_field("tiles", "Figures", self.list)
        for button in (self.in_out, self.up, self.down, self.standard):
            self.add_button(button)
        self.finish()
        self._connect()
        self._fill(self.chosen[0] if self.chosen else "")

    def _connect(self) -> None:
        self.list.toggled.connect(self.toggle)
        self.list.moved.connect(self.move_by)
        self.list.row_opened.connect(lambda _index: self.try_save())
        self.in_out.clicked.connect(self.toggle)
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.standard.clicked.connect(self.take_standard)

    def finish(self) -> None:
        """The list takes all the room there is, and scrolls by itself."""
        self.list.setMinimumHeight(_LEAST)
        self.body.setStretch(0, 1)
        self._scroll.setWidget(self.content)

    def whose(self) -> str:
        """No child."""
        return ""

    def current(self) -> TileLine | None:
        """The line one is at."""
        return self.rows.record(self.list.currentIndex())

    def toggle(self) -> None:
        """Put the figure in as the last, or take it out; one is then at the same line of the list."""
        here, line = self.current(), self.list.current_row()
        if here is None:
            return
        if here.place:
            self.chosen.remove(here.measure)
        elif len(self.chosen) >= MOST_TILES:
            self._say(f"{MOST_TILES} stand there already. Take one out first.", is_urgent=True)
            return
        else:
            self.chosen.append(here.measure)
        self._fill("", line + (0 if here.place else 1))
        self._say(f"{here.name}: {'taken out' if here.place else f'place {len(self.chosen)}'}")

    def move_by(self, step: int) -> None:
        """Move a figure that stands large."""
        here = self.current()
        if here is None or not here.place:
            self._say("Only what stands large has a place. Space puts it in.", is_urgent=True)
            return
        at = here.place - 1
        to = min(max(0, at + step), len(self.chosen) - 1)
        self.chosen.insert(to, self.chosen.pop(at))
        self._fill(here.measure)
        self._say(f"{here.name}: place {to + 1}")

    def take_standard(self) -> None:
        """The standard ones again, in their order."""
        self.chosen = [one for one in TILES if one in self._names]
        self._fill(self.chosen[0])
        self._say("The standard twelve")

    def problems(self) -> Problems:
        """One at least."""
        return () if self.chosen else [("tiles", "Choose one figure at least, or take the standard twelve.")]

    def commit(self) -> None:
        """Show them; nothing is saved on record."""
        self._show(tuple(self.chosen))

    def _fill(self, measure: str, line: int = 0) -> None:
        lines = [TileLine(one, self._names[one], place) for place, one in enumerate(self.chosen, 1)]
        lines += [TileLine(one, name, 0) for one, name in self._names.items() if one not in self.chosen]
        self.rows.set_rows(lines)
        found = self.rows.line_of(measure) if measure else line
        self.list.choose_row(min(max(0, found), len(lines) - 1))

    def _say(self, words: str, *, is_urgent: bool = False) -> None:
        self.fields["tiles"].say(words)
        announce(self, words, is_urgent=is_urgent)


def _ink(_key: str, row: object, now: Tokens) -> str:
    is_in = isinstance(row, TileLine) and bool(row.place)
    return now.ink if is_in else now.soft
