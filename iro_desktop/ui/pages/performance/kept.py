"""Figures that were kept: the sets, one beside today, and the rows by which a figure differs; Enter goes deeper."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.domain.acts import RemovePublished
from iro_desktop.services.performance_views import FigureCompared, KeptCompared, KeptSet
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.pages.performance.kept_rows import (
    DIFF_COLUMNS,
    FIGURE_COLUMNS,
    SET_COLUMNS,
    DiffLine,
    diff_ink,
    diff_lines,
    diff_sentence,
    figure_ink,
    figure_sentence,
    is_published,
    set_ink,
    set_sentence,
    set_words,
)
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.mark import Mark

Row = TypeVar("Row")
SETS, FIGURES, DIFFERENCE = range(3)
_STAYS = "{} was frozen from the facts, and stays. Nothing was changed. Figures that were typed in can be taken away."
_TYPED_IN = "No rows are known of what was typed in. Delete takes a figure away; undo brings it back."
_LEADS = (
    "Figures as they were on a day, with every row behind them. They never change; what was recorded since is told.",
    "Enter on a figure shows the rows that make the difference.",
    "",
)


class KeptPart(QWidget):
    """Three lists, one deeper than the other; it remembers where one was."""

    child_opened = Signal(str)
    level_changed = Signal()

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._freeze = deeds, actions[Command.FREEZE_FIGURES]
        self.level = SETS
        self.hides_small = False
        self.opened = ""  # the set that is compared
        self.measure = ""  # the figure whose rows are shown
        self.heading = Text("", Kind.GROUP, parent=self)
        self.lead = Text("", Kind.BODY, Tone.SOFT, self)
        self.faults = Text("", Kind.BODY, Tone.OVERDUE, self)
        self.sets: RecordsModel[KeptSet] = RecordsModel(SET_COLUMNS, lambda one: one.name, set_sentence, self)
        self.figures: RecordsModel[FigureCompared] = RecordsModel(
            FIGURE_COLUMNS, lambda one: one.measure, figure_sentence, self
        )
        self.rows: RecordsModel[DiffLine] = RecordsModel(
            DIFF_COLUMNS, lambda one: f"{one.what}/{one.place}", diff_sentence, self
        )
        self.tables = (
            FactTable(self.sets, "Kept figures", 1, self, set_ink),
            FactTable(self.figures, "Figures as kept, beside today", 2, self, figure_ink),
            FactTable(self.rows, "Rows that make the difference", 1, self, diff_ink),
        )
        self.empty = EmptyState(Mark(Shape.FIGURES, parent=self), self)
        self._lay_out()
        for table, slot in zip(self.tables, (self._open_set, self._open_figure, self._open_child), strict=True):
            table.row_opened.connect(slot)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        for shown in (*self.tables, self.empty):
            self._stack.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.lead, self.faults):
            column.addWidget(part)
        column.addLayout(self._stack, 1)

    @property
    def table(self) -> FactTable:
        """The list that is shown."""
        return self.tables[self.level]

    def has_rows(self) -> bool:
        """Whether the list holds something."""
        return bool(self.table.facts.rows)

    def focus_first(self) -> None:
        """The list; where nothing is kept, what keeps figures."""
        (self.table if self.has_rows() else self.empty.button).setFocus()

    def show_again(self) -> None:
        """Ask for what is shown; where the set is gone, back to the sets."""
        sets = self._deeds.attempt(self._deeds.desk.kept_sets) or ()
        _fill(self.sets, self.tables[SETS], sets)
        if self.level != SETS:
            found = next((one for one in sets if one.name == self.opened), None)
            shown = self._deeds.attempt(self._compared) if found else None
            if shown is None:
                self.level = SETS
            else:
                self._compare(shown)
        self._settle()

    def _compared(self) -> KeptCompared:
        return self._deeds.desk.kept_compared(self.opened, hides_small=self.hides_small)

    def back(self) -> bool:
        """One step back; False at the sets."""
        if self.level == SETS:
            return False
        self.level -= 1
        self.show_again()
        self.table.setFocus()
        return True

    def take_away(self) -> None:
        """Take the chosen published figure away; undo brings it back."""
        kept = next((one for one in self.sets.rows if one.name == self.opened), None)
        here = self.figures.record(self.tables[FIGURES].currentIndex())
        if self.level == SETS:
            self._deeds.went_wrong.emit("A set stays as long as it has figures. Nothing was changed. Enter opens it.")
        elif kept is not None and not is_published(kept):
            self._deeds.went_wrong.emit(_STAYS.format(kept.name))
        elif kept is not None and here is not None and self.level == FIGURES:
            self._deeds.take_away(RemovePublished(name=kept.name, measure=here.measure))

    def chosen_set(self) -> KeptSet | None:
        """The set that is open, or one is at."""
        here = self.sets.record(self.tables[SETS].currentIndex())
        return next((one for one in self.sets.rows if one.name == self.opened), here) if self.level else here

    def _compare(self, shown: KeptCompared) -> None:
        _fill(self.figures, self.tables[FIGURES], shown.figures)
        here = next((one for one in shown.figures if one.measure == self.measure), None)
        if self.level == DIFFERENCE and here is not None:
            _fill(self.rows, self.tables[DIFFERENCE], diff_lines(here))
            self.heading.setText(f"{here.name}, {shown.kept.name}")
            self.lead.setText(figure_sentence(here).partition(": ")[2])
        else:
            self.level = FIGURES
            self.heading.setText(f"{shown.kept.name} beside today")
            has_difference = any(one.new or one.gone or one.changed for one in shown.figures)
            lead = _TYPED_IN if is_published(shown.kept) else _LEADS[FIGURES] if has_difference else ""
            told = [set_words(shown.kept), f"{shown.words.rstrip('.')}." if shown.words else "", lead]
            self.lead.setText(" ".join(one for one in told if one))
        self.faults.setText("\n".join(shown.kept.faults))

    def _settle(self) -> None:
        is_at_sets = self.level == SETS
        if is_at_sets:
            self.lead.setText(_LEADS[SETS])
            self.empty.say(
                "No figures are kept yet",
                "Keep them on the day a report is written: what is recorded afterwards then stands beside them, row by "
                "row. Figures from before can be typed in as they were published.",
                self._freeze,
                "Keep these figures…",
            )
        has_rows = self.has_rows()
        self.heading.setVisible(not is_at_sets)
        self.lead.setVisible(has_rows or not is_at_sets)
        self.faults.setVisible(not is_at_sets and bool(self.faults.text()))
        self._stack.setCurrentIndex(self.level if has_rows or not is_at_sets else len(self.tables))
        self.level_changed.emit()

    def _open_set(self, index: QModelIndex) -> None:
        one = self.sets.record(index)
        if one is not None:
            self.opened, self.level = one.name, FIGURES
            self.show_again()
            self.table.setFocus()

    def _open_figure(self, index: QModelIndex) -> None:
        one = self.figures.record(index)
        if one is None:
            return
        if not diff_lines(one):
            self._deeds.went_wrong.emit(f"{one.name}: {one.doubt or one.words}. No row makes a difference to show.")
            return
        self.measure, self.level = one.measure, DIFFERENCE
        self.show_again()
        self.table.setFocus()

    def _open_child(self, index: QModelIndex) -> None:
        one = self.rows.record(index)
        if one is not None:
            self.child_opened.emit(one.row.child if one.row.name else "")


def _fill(model: RecordsModel[Row], table: FactTable, rows: Sequence[Row]) -> None:
    """Show these rows, and stay at the same one."""
    place = max(0, table.current_row())
    model.set_rows(rows)
    if model.rows:
        table.choose_row(min(place, len(model.rows) - 1))
