"""The alerts of a child, open and resolved, and the legal advice taken about them."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.domain.acts import RemoveAlert, RemoveLegalAdvice
from iro_desktop.domain.dates import short
from iro_desktop.services.challenge_views import AdviceRow, AlertCard
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.own_keys import keeps_key
from iro_desktop.ui.pages.challenge.alert_table import OF_ONE_CHILD, AlertTable, alert_model
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, QuietButton, Text
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark
from iro_desktop.ui.widgets.row_table import RowTable

_WORDS = {
    Command.ALERT: "Open",
    Command.RAISE_ALERT: "Raise…",
    Command.ALERT_STEP: "What became of it…",
    Command.LEGAL_ADVICE: "Legal advice…",
}
_MOST_ADVICE = 4
_ADVICE: tuple[Column[AdviceRow], ...] = (
    Column("on", "Asked", lambda row: short(row.asked_on), keep=9),
    Column("question", "Question", lambda row: " ".join(row.question.split()), keep=8),
    Column("of", "Of whom", lambda row: row.asked_of, keep=4),
    Column("answered", "Received", lambda row: short(row.answered_on) if row.answered_on else _waiting(row), keep=7),
    Column("advice", "Advice", lambda row: " ".join(row.advice.split()), keep=6),
    Column("use", "What came of it", lambda row: " ".join(row.use.split()), keep=3),
)


def _waiting(row: AdviceRow) -> str:
    days = "1 working day" if row.working_days == 1 else f"{row.working_days} working days"
    return f"waiting {days}"


def _spoken(row: AdviceRow) -> str:
    received = f"received {short(row.answered_on)}" if row.answered_on else _waiting(row)
    parts = (f"asked {short(row.asked_on)}", row.question, row.asked_of, received, row.advice, row.use)
    return ", ".join(part for part in parts if part)


class Alerts(Section):
    """Two lists, one above the other; Enter opens an alert, Z asks for advice or says what was advised."""

    title = "Alerts"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self._child = ""
        self.alerts = alert_model(OF_ONE_CHILD, self)
        self.alert_list = AlertTable(self.alerts, "Alerts", self)
        self.alert_list.end_room = 0
        self.advice: RecordsModel[AdviceRow] = RecordsModel(_ADVICE, lambda row: str(row.asked_on), _spoken, self)
        self.advice_list = FactTable(self.advice, "Legal advice", 2, self)
        self.advice_heading = Text("Legal advice", Kind.GROUP, parent=self)
        self.empty = EmptyState(Mark(Shape.CHALLENGE, "soft", parent=self), self)
        self.empty.say(
            "No alert was raised for this child",
            "Alerts, partner escalations and good practice stand here, and the legal advice you take. X raises one.",
        )
        self.buttons = {command: QuietButton(words, parent=self) for command, words in _WORDS.items()}
        for command, button in self.buttons.items():
            button.follow(actions[command])
        self._lay_out()
        self.alert_list.row_opened.connect(self._open)
        self.advice_list.row_opened.connect(self._open_advice)
        self.alert_list.row_chosen.connect(self._chosen)

    def _lay_out(self) -> None:
        line, full = FlowLayout(), QWidget(self)
        for button in self.buttons.values():
            line.addWidget(button)
        parts = QVBoxLayout(full)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        parts.addWidget(self.alert_list, 3)
        parts.addWidget(self.advice_heading)
        parts.addWidget(self.advice_list, 2)
        parts.addStretch(0)
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
        """The list of alerts."""
        return self.alert_list if self.alerts.rows else None

    def chosen(self) -> AlertCard | None:
        """The chosen alert, while this part is shown."""
        return self.alerts.record(self.alert_list.currentIndex()) if self.isVisible() else None

    def chosen_advice(self) -> AdviceRow | None:
        """The chosen question, while its list is where one is."""
        return self.advice.record(self.advice_list.currentIndex()) if self.advice_list.hasFocus() else None

    def show_child(self, view: ChildView) -> None:
        """Ask for that child's alerts; stays on the one it was on."""
        before = self.chosen() if self._child == view.child else None
        places = max(0, self.alert_list.current_row()), max(0, self.advice_list.current_row())
        self._child = view.child
        self.alerts.set_rows(self.deeds.attempt(lambda: self.desk.alerts_of(view.child)) or ())
        self.advice.set_rows(self.deeds.attempt(lambda: self.desk.advice(view.child)) or ())
        self._stack.setCurrentIndex(0 if self.alerts.rows or self.advice.rows else 1)
        self.alert_list.setVisible(bool(self.alerts.rows))
        for part in (self.advice_heading, self.advice_list):
            part.setVisible(bool(self.advice.rows))
        line = self.alerts.line_of(before.key) if before else -1
        self.alert_list.choose_row(line if line >= 0 else places[0])
        self.advice_list.choose_row(places[1])
        self._fit()

    def focus_first(self) -> None:
        """Go to the alerts, or to the first thing that can be done."""
        able = next((button for button in self.buttons.values() if button.isEnabled()), None)
        lists = [one for one in (self.alert_list, self.advice_list) if one.facts.rows]
        (lists[0] if lists else able or self.empty).setFocus()

    def _fit(self) -> None:
        """No list takes more room than it needs, so that the second stands close beneath the first."""
        for table, most in ((self.alert_list, len(self.alerts.rows)), (self.advice_list, _MOST_ADVICE)):
            rows = min(table.facts.rowCount(), most)
            table.setMaximumHeight(table.header.sizeHint().height() + rows * table.row_height() + 3)

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _chosen(self, _index: QModelIndex) -> None:
        """What can be done follows the alert."""
        card = self.chosen()
        for command in (Command.ALERT, Command.ALERT_STEP):
            self.actions_by_command[command].setEnabled(card is not None and self.deeds.can(command))

    def _open(self) -> None:
        self.actions_by_command[Command.ALERT].trigger()

    def _open_advice(self) -> None:
        self.actions_by_command[Command.LEGAL_ADVICE].trigger()

    def event(self, event: QEvent) -> bool:
        """Delete belongs to this part while one of its lists has the focus."""
        return keeps_key(event, lambda key: key.key() == Qt.Key.Key_Delete) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes what is chosen away; undo brings it back."""
        card, advice = self.chosen(), self.chosen_advice()
        if event.key() != Qt.Key.Key_Delete:
            super().keyPressEvent(event)
        elif advice is not None:
            self.deeds.take_away(RemoveLegalAdvice(child=advice.child, asked_on=advice.asked_on))
        elif card is not None and self.alert_list.hasFocus():
            self.deeds.take_away(RemoveAlert(child=card.child, raised_on=card.raised_on, nth=card.nth))
