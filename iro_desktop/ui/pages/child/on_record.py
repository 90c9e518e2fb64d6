"""What is on record of a child: who they are, changed where it stands, and what was."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.child.field_list import FieldList
from iro_desktop.ui.pages.child.record_cards import CareCard, FamilyCard, RecordCard, ResponsibleCard
from iro_desktop.ui.pages.child.section import Section
from iro_desktop.ui.panel.history_card import HistoryCard
from iro_desktop.ui.widgets import Tone
from iro_desktop.ui.widgets.scroller import Scroller

_HOW = "Enter changes a line where it stands and saves it; Esc leaves it."


class OnRecord(Section):
    """Fields, times in care, who was responsible, brothers and sisters, past reviews."""

    title = "On record"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self._scroll = Scroller(self)
        content = self._content = QWidget(self._scroll)
        buttons = ((Command.CHANGE_RECORD, "Change several"), (Command.MERGE, "Merge a second entry"))
        self.who = RecordCard("Who they are", buttons, actions, content)
        self.fields = FieldList(deeds.desk, deeds.save, self.who)
        self.who.body.insertWidget(1, self.fields)
        self.who.close_body()
        self.care = CareCard(actions, content)
        self.responsible = ResponsibleCard(actions, content)
        self.family = FamilyCard(actions, content)
        self.history = HistoryCard(content)
        column = QVBoxLayout(content)
        self._scroll.keep_margin(column, 0, 0, 0, 20)
        column.setSpacing(12)
        for card in (self.who, self.care, self.responsible, self.family, self.history):
            column.addWidget(card)
        column.addStretch(1)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.fields.put_aside.connect(deeds.put_aside)
        self.fields.moved.connect(self._keep_in_sight)

    def show_child(self, view: ChildView) -> None:
        """Show what is on record."""
        record = self.deeds.attempt(lambda: self.desk.child_record(view.child))
        if record is None:
            return
        also = f" Also entered as {', '.join(record.was_also)}, merged into this entry." if record.was_also else ""
        self.who.words.setText(f"{_HOW}{also}")
        self.who.words.set_tone(Tone.SOFT)
        self.fields.show_record(record)
        self.care.show_periods(record.periods)
        self.responsible.show_people(record.responsible, record.iro_changes)
        self.family.show_record(record, view.siblings)
        self.history.show_lines(view.history)

    def focus_first(self) -> None:
        """The line one stood at."""
        self.fields.setFocus()

    def _keep_in_sight(self) -> None:
        box = self.fields.current_box()
        at = self.fields.mapTo(self._content, box.center())
        self._scroll.ensureVisible(at.x(), at.y(), 0, box.height())
