"""The reviews of a child that were held, and what each recommended: its own, then what was carried into it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.rules.recommendations import DUE
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.reviews_held import HeldReview, ReviewsHeld
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.recommendations import (
    REVIEWS,
    recommendation_columns,
    recommendation_ink,
    spoken_recommendation,
    spoken_review,
)
from iro_desktop.ui.models.records import RecordsModel
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.review_deeds import Chosen
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.row_table import RowTable

_MOST_REVIEWS = 4
_WORDS = {
    Command.WRITE_RECORD: "Record…",
    Command.WRITE_LETTER: "Letter…",
    Command.RECOMMEND: "Recommendation…",
    Command.OUTCOME: "Outcome…",
    Command.CHANGE_RECOMMENDATION: "Change…",
    Command.RAISE_ALERT: "Alert…",
}


class Reviews(Section):
    """Two lists, one above the other; Tab goes from one to the other, Enter opens what is chosen."""

    title = "Reviews"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self._told: ReviewsHeld | None = None
        self._meant = ""  # the deadline in hand as it was shown last
        self.held: RecordsModel[HeldReview] = RecordsModel(REVIEWS, lambda row: str(row.held_on), spoken_review, self)
        self.made: RecordsModel[RecommendationRow] = RecordsModel(
            recommendation_columns(self._shown_at),
            lambda row: f"{row.held_on}/{row.number}",
            spoken_recommendation,
            self,
        )
        self.held_list = FactTable(self.held, "Reviews held", 1, self)
        self.held_list.end_room = 0
        self.made_list = FactTable(self.made, "Recommendations", 3, self, recommendation_ink)
        self.made_heading = Text("", Kind.GROUP, parent=self)
        self.none_made = Text("", Kind.BODY, parent=self)
        self.empty = EmptyState(Mark(Shape.DIARY, "soft", parent=self), self)
        self.empty.say(
            "No review is recorded yet", "Each review stands here once it was held, with what it recommended."
        )
        self.buttons = {command: QuietButton(words, parent=self) for command, words in _WORDS.items()}
        for command, button in self.buttons.items():
            button.follow(actions[command])
        self._lay_out()
        self.held_list.row_chosen.connect(self._review_chosen)
        self.held_list.row_opened.connect(self._open_record)
        self.made_list.row_opened.connect(self._open_recommendation)

    def _lay_out(self) -> None:
        line = FlowLayout()
        for button in self.buttons.values():
            line.addWidget(button)
        full = QWidget(self)
        parts = QVBoxLayout(full)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        parts.addWidget(self.held_list, 2)
        parts.addWidget(self.made_heading)
        parts.addWidget(self.none_made)
        parts.addWidget(self.made_list, 3)
        self._stack = QStackedLayout()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addLayout(self._stack, 1)

    @property
    def table(self) -> RowTable | None:
        """The list of reviews."""
        return self.held_list

    def chosen(self) -> Chosen:
        """The review and the recommendation that are chosen, while this part is shown."""
        row = self.held.record(self.held_list.currentIndex())
        if row is None or not self.isVisible():
            return Chosen()
        return Chosen(row.held_on, self.made.record(self.made_list.currentIndex()))

    def show_child(self, view: ChildView) -> None:
        """Ask for that child's reviews; stays on the review it was on."""
        before = self.held.record(self.held_list.currentIndex()) if self._is_about(view.child) else None
        self._told = self.deeds.attempt(lambda: self.desk.reviews_held(view.child))
        rows = self._told.rows if self._told else ()
        self.held.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._fit()
        self.held_list.choose_row(max(0, self.held.line_of(str(before.held_on))) if before else 0)
        self._show_made()
        self._go_to_meant()

    def _go_to_meant(self) -> None:
        """The recommendation whose date was taken in hand is chosen, not the first of its review."""
        row = self.deeds.in_hand.deadline
        is_new = row is not None and row.id != self._meant
        self._meant = row.id if row else ""
        if row is None or not is_new or row.rule != DUE.id:
            return
        self.held_list.choose_row(max(0, self.held.line_of(str(row.review_on))))
        wanted = (row.review_on, row.due_on)
        place = next((n for n, one in enumerate(self.made.rows) if (one.held_on, one.due_on) == wanted), None)
        if place is not None:
            self.made_list.choose_row(place)

    def focus_first(self) -> None:
        """Go to the reviews."""
        able = next((button for button in self.buttons.values() if button.isEnabled()), None)
        (self.held_list if self.held.rows else able or self.empty).setFocus()

    def _shown_at(self) -> date | None:
        row = self.held.record(self.held_list.currentIndex())
        return row.held_on if row else None

    def _fit(self) -> None:
        """The reviews take no more room than they need, so that recommendations get the rest."""
        rows = min(len(self.held.rows), _MOST_REVIEWS)
        height = self.held_list.header.sizeHint().height() + rows * self.held_list.row_height() + 3
        self.held_list.setMaximumHeight(height)

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self._told is not None:
            self._fit()

    def _is_about(self, child: str) -> bool:
        return self._told is not None and self._told.child == child

    def _review_chosen(self, _index: QModelIndex) -> None:
        self._show_made()

    def _open_record(self) -> None:
        self.actions_by_command[Command.WRITE_RECORD].trigger()

    def _open_recommendation(self) -> None:
        self.actions_by_command[Command.CHANGE_RECOMMENDATION].trigger()

    def _show_made(self) -> None:
        row = self.held.record(self.held_list.currentIndex())
        if row is None or self._told is None:
            return
        place = max(0, self.made_list.current_row())
        carried = _carried(self._told, row.held_on)
        self.made.set_rows((*row.made, *carried))
        also = f", {len(carried)} carried from earlier reviews" if carried else ""
        self.made_heading.setText(f"Recommendations of {row.held_words}{also}")
        is_any = bool(self.made.rows)
        self.made_list.setVisible(is_any)
        self.none_made.set_or_hide("" if is_any else "Nothing is written down here. Press W to add the first.")
        self.made_list.choose_row(place)


def _carried(told: ReviewsHeld, held_on: date) -> tuple[RecommendationRow, ...]:
    """What was still open as the review held on that day began, oldest first."""
    earlier = (one for row in reversed(told.rows) for one in row.made if row.held_on < held_on)
    return tuple(one for one in earlier if one.outcome_on is None or one.outcome_on >= held_on)
