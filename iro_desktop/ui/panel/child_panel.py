"""The selected child: what matters now, why, the cycle, what else is open, what was, what is missing."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.plan_views import BookingWindow, SiblingPlan
from iro_desktop.services.views import ChildView, DeadlineRow, WhyView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.panel.alerts_card import AlertsCard
from iro_desktop.ui.panel.between_card import BetweenCard
from iro_desktop.ui.panel.cycle_card import CycleCard
from iro_desktop.ui.panel.deadline_card import DeadlineCard
from iro_desktop.ui.panel.deadline_list import DeadlineList
from iro_desktop.ui.panel.facts_card import FactsCard
from iro_desktop.ui.panel.history_card import HistoryCard
from iro_desktop.ui.panel.sibling_card import SiblingCard
from iro_desktop.ui.panel.why_card import WhyCard
from iro_desktop.ui.panel.window_card import WindowCard
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.pairs import Pairs
from iro_desktop.ui.widgets.scroller import Scroller


class ChildPanel(Scroller):
    """Shows one child; widgets are kept and filled anew."""

    deadline_chosen = Signal(str)
    together_taken = Signal(object)  # a SiblingOffer

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ChildView | None = None
        self.setAccessibleName("Selected child")
        self.content = QWidget(self)
        self._make(actions)
        self._lay_out()
        self.setWidget(self.content)
        self.list.row_chosen.connect(self._row_chosen)
        self.together.offer_taken.connect(self.together_taken)

    def _make(self, actions: Mapping[Command, QAction]) -> None:
        inside = self.content
        self.name = Text("", Kind.HEADING, parent=inside)
        self.subtitle = Text("", Kind.BODY, Tone.SOFT, inside)
        self.siblings = Text("", Kind.BODY, Tone.SOFT, inside)
        self.notices = Card(inside, "Please note")
        self.notice_words = Text("", parent=self.notices)
        self.notices.body.addWidget(self.notice_words)
        self.deadline = DeadlineCard(actions, inside)
        self.open = Card(inside, "Open deadlines")
        self.list = DeadlineList(self.open)
        self.open.body.addWidget(self.list)
        self.why = WhyCard(actions[Command.COPY_WHY], actions[Command.SET_DATE], inside)
        self.window_card = WindowCard(inside)
        self.together = SiblingCard(actions[Command.BOOK_TOGETHER], inside)
        self.so = FactsCard(actions, inside)
        self.cycle = CycleCard(inside)
        self.between = BetweenCard(inside)
        self.alerts = AlertsCard(actions, inside)
        self.history = HistoryCard(inside)
        self.missing = Card(inside, "Not known yet")
        self.missing_words = Text("", parent=self.missing)
        self.missing.body.addWidget(self.missing_words)
        self.facts = Card(inside, "On record")
        self.fact_pairs = Pairs(self.facts)
        self.facts.body.addWidget(self.fact_pairs)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self.content)
        self.keep_margin(layout, 20, 20, 20, 20)
        layout.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(3)
        for label in (self.name, self.subtitle, self.siblings):
            head.addWidget(label)
        layout.addLayout(head)
        for card in (
            self.notices, self.deadline, self.open, self.alerts, self.why, self.window_card, self.together, self.cycle,
            self.so, self.missing, self.between, self.history, self.facts,
        ):  # fmt: skip
            layout.addWidget(card)
        layout.addStretch(1)

    def show_child(self, view: ChildView, deadline_id: str, today: date) -> None:
        """Show the child with that deadline in hand, or the one that matters most."""
        self.content.setUpdatesEnabled(False)
        is_other = self.view is None or self.view.child != view.child
        self._fill(view, deadline_id, today)
        if is_other:
            self.verticalScrollBar().setValue(0)
        self.content.setUpdatesEnabled(True)

    def _fill(self, view: ChildView, deadline_id: str, today: date) -> None:
        self.view = view
        self.name.setText(view.name)
        self.subtitle.set_or_hide(view.subtitle)
        self.siblings.set_or_hide(view.siblings)
        self.notices.setVisible(bool(view.notices))
        self.notice_words.setText("\n".join(view.notices))
        row = self.deadline_of(deadline_id)
        booked = f"{with_weekday(view.booked_on)} {view.booked_at}".strip() if view.booked_on else ""
        self.deadline.show_deadline(row, booked)
        self.open.setVisible(len(view.deadlines) > 1)
        self.open.set_heading(f"{len(view.deadlines)} open deadlines")
        self.list.show_rows(view.deadlines, row.id if row else "")
        self.cycle.show_points(view.cycle, today)
        self.between.show_lines(view.contacts, view.events)
        self.history.show_lines(view.history)
        self.alerts.show_rows(view.alerts)
        self.missing.setVisible(bool(view.incomplete))
        self.missing_words.setText("\n".join(view.incomplete))
        self.fact_pairs.show_pairs(view.facts)
        self.so.show_rows(view.circumstances)

    def show_plans(self, window: BookingWindow | None, siblings: SiblingPlan | None) -> None:
        """Show when the next review is best held, alone and together with brothers and sisters."""
        self.window_card.show_window(window, self.view.booked_on if self.view else None)
        self.together.show_plan(siblings)

    def show_why(self, why: WhyView | None) -> None:
        """Show why the deadline in hand is due then."""
        self.why.show_why(why)

    def bring_why(self) -> None:
        """Scroll to the explanation and put the focus there."""
        self.ensureWidgetVisible(self.why, 0, 12)
        self.why.copy_button.setFocus()

    def deadline_of(self, deadline_id: str) -> DeadlineRow | None:
        """The child's deadline of that id; where there is none, the one that matters most."""
        if self.view is None:
            return None
        known = {row.id: row for row in self.view.deadlines}
        return known.get(deadline_id, self.view.main)

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.list.deadlines.record(index)
        if row is not None:
            self.deadline_chosen.emit(row.id)
