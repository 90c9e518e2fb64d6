"""The head of Performance: what is shown and of what time, and the controls that make sense there."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.figure_times import FIGURE_TIMES
from iro_desktop.services.performance_views import PerformanceView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.performance.measure import PARTS
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, LinkButton, QuietButton, Text
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.hint import key_words
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

PAGE_PARTS = ("Figures", "Kept figures")
FIGURES, KEPT, MEASURE, NOTHING, STOPPED, COVERED = range(6)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one is on the page."""

    at: int  # FIGURES, KEPT, …
    name: str  # of the measure that is open; "" where none is
    is_within: bool  # a step back leads to what is deeper than the whole
    is_deep: bool  # within kept figures
    is_counting: bool
    view: PerformanceView | None


class FiguresHead(QWidget):
    """The page as far as its head goes."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_link = LinkButton("All figures", "Esc", self, Shape.BACK)
        self.heading = Text("Performance", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.parts = Segments("Parts of Performance", PAGE_PARTS, self)
        self.measure_parts = Segments("Parts of the figure", PARTS, self)
        self.time = DropDown("Time", self)
        self.time.setMinimumContentsLength(20)
        for time in FIGURE_TIMES:
            self.time.addItem(time.words)
        self.days_button = QuietButton("Other days…", parent=self)
        self.hide_small = Check("Hide small numbers", self, key_words(actions[Command.HIDE_SMALL]))
        self.is_hiding = Pill("Small numbers hidden", Shape.DIAMOND, self)
        self.freeze_button = QuietButton("Keep…", parent=self)
        self.freeze_button.setAccessibleName("Keep these figures")
        self.published_button = QuietButton("As published…", parent=self)
        self.published_button.setAccessibleName("Figure as published")
        self.print_button = QuietButton("Print…", parent=self)
        for button, command in (
            (self.days_button, Command.FIGURE_DAYS),
            (self.freeze_button, Command.FREEZE_FIGURES),
            (self.published_button, Command.PUBLISHED),
            (self.print_button, Command.PRINT_FIGURES),
        ):
            button.follow(actions[command])
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(12)
        self._line = FlowLayout()
        self._lay_out_head()

    def _lay_out_head(self) -> None:
        head, titled = QVBoxLayout(), FlowLayout(gap=14)
        head.setSpacing(4)
        head.addWidget(self.back_link)
        for one in (self.heading, self.is_hiding):
            titled.addWidget(one)
        head.addLayout(titled)
        head.addWidget(self.summary)
        for part in (
            self.parts, self.measure_parts, self.time, self.days_button, self.hide_small, self.freeze_button,
            self.published_button, self.print_button,
        ):  # fmt: skip
            self._line.addWidget(part)
        self.column.addLayout(head)
        self.column.addLayout(self._line)

    def say_head(self, now: Standing) -> None:
        """Heading, what the figures are of, and the controls that make sense here."""
        at = now.at
        self.heading.setText(now.name or "Performance")
        self.back_link.setText("Back" if now.is_deep or now.is_within else "All figures")
        self.back_link.updateGeometry()
        self.back_link.setVisible(at == MEASURE or now.is_deep)
        parts = [("", "Counting…")] if now.is_counting else []
        if now.view is not None and not now.is_counting:
            parts = [("", now.view.span_words), ("", now.view.scope)]
        self.summary.show_parts(parts if at != KEPT else [("", "Figures that were kept, beside those of today")])
        self.summary.setVisible(at not in {NOTHING, STOPPED})
        self.parts.setVisible(at in {FIGURES, KEPT, STOPPED, COVERED})
        self.measure_parts.setVisible(at == MEASURE)
        for part in (self.time, self.days_button):
            part.setVisible(at in {FIGURES, MEASURE, STOPPED, COVERED})
        self.print_button.setVisible(at in {FIGURES, MEASURE})
        self.hide_small.setVisible(at != NOTHING)
        self.is_hiding.setVisible(self.hide_small.isChecked())
        self.freeze_button.setVisible(at in {FIGURES, KEPT})
        self.published_button.setVisible(at == KEPT)
        self._line.invalidate()
