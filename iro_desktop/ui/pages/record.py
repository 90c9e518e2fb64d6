"""The record of a review: its place to write, heading by heading; saved as typed, copied for the case system."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.acts import Act, RecordTaskDone, WriteRecord
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.review_record import RecordShown
from iro_desktop.services.reviews_held import HeldReview
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.drafting import Way
from iro_desktop.ui.filled import collect, give_back
from iro_desktop.ui.forms.given_back import GivenBack
from iro_desktop.ui.pages.record_section import RecordSectionCard
from iro_desktop.ui.typing_kept import TypingKept
from iro_desktop.ui.widgets import Kind, PrimaryButton, QuietButton, Text
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.row_table import RowTable
from iro_desktop.ui.widgets.scroller import Scroller
from iro_desktop.ui.widgets.summary import SummaryLine

TITLE = "Record of the review"
_LETTERS = 120  # of a line, the card around it included
_KEYS = {"save": "Ctrl+S", "finish": "Ctrl+Return", "copy": "Ctrl+Shift+X", "copy_all": "Ctrl+Shift+A"}


class RecordPage(QWidget):
    """About one review of the child in hand. What is typed is kept until it is saved."""

    left = Signal()  # back to where one came from

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds, self.desk = deeds, deeds.desk
        self._record: RecordShown | None = None
        self._review: HeldReview | None = None
        self._name = ""
        self.cards: list[RecordSectionCard] = []
        self.heading = Text(TITLE, Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.given_back = GivenBack(self)
        self._typing = TypingKept(deeds, self, self.given_back, self._draft_of)
        self.save_button = PrimaryButton("Save", "Ctrl+S", self)
        self.finish_button = QuietButton("Minutes finished", "Ctrl+Enter", self)
        self.copy_button = QuietButton("Copy all for the case system", "Ctrl+Shift+A", self)
        self._scroll = Scroller(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        line = FlowLayout()
        for button in (self.save_button, self.finish_button, self.copy_button):
            line.addWidget(button)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addWidget(self.given_back)
        self.column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.finish_button.clicked.connect(self.finish)
        self.copy_button.clicked.connect(self.copy_all)
        works = {"save": self.save, "finish": self.finish, "copy": self.copy_here, "copy_all": self.copy_all}
        for name, work in works.items():
            key = QKeySequence(_KEYS[name])
            QShortcut(key, self, work, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def table(self) -> RowTable | None:
        """No list stands here."""
        return None

    # showing

    def show_record(self, view: ChildView, record: RecordShown, review: HeldReview | None) -> None:
        """Show the record of one review; of the same one only what differs."""
        is_same = self._record is not None and _key(self._record) == _key(record)
        if not is_same:
            self._typing.end()
        self._record, self._review, self._name = record, review, view.name
        number = review.number_words if review else ""
        self.summary.show_parts([(view.name, ""), ("", number), ("", f"held {record.held_words}")])
        self.finish_button.setVisible(review is not None and bool(review.minutes))
        if [one.heading for one in record.sections] != [card.section.heading for card in self.cards] or not is_same:
            self._make_cards([one.heading for one in record.sections])
        for card, section in zip(self.cards, record.sections, strict=True):
            card.show_section(section)
        if not self._typing.is_begun:
            self._keep_drafts()
        elif not self.is_touched():
            self._typing.settle()  # what was proposed may be another now
        self._look()

    def _make_cards(self, headings: Sequence[str]) -> None:
        content = QWidget(self._scroll)
        column = QVBoxLayout(content)
        self._scroll.keep_margin(column, 0, 0, 0, 24)
        column.setSpacing(12)
        self.cards = [RecordSectionCard(heading, content) for heading in headings]
        for card in self.cards:
            column.addWidget(card)
            card.touched.connect(self._look)
            card.copy_wanted.connect(self._copy_card)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._content = content
        self._share_width()

    def _share_width(self) -> None:
        """Lines no longer than can be read well."""
        self._content.setMaximumWidth(_LETTERS * self.fontMetrics().averageCharWidth())

    def changeEvent(self, event: QEvent) -> None:
        """As wide as the type asks."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.cards:
            self._share_width()

    def _look(self) -> None:
        self.save_button.setEnabled(self.is_touched())

    def is_touched(self) -> bool:
        """Whether something stands here that is not saved."""
        return any(card.is_changed() for card in self.cards)

    # keeping what is typed

    def _keep_drafts(self) -> None:
        minutes = self._review.minutes if self._review else ""
        way = Way(Command.WRITE_RECORD.value, minutes)
        self._typing.begin(self._content, self._collect, self._give_back, way)

    def _draft_of(self) -> DraftOf:
        if self._record is None:
            raise RuntimeError("a draft is kept of a record that is shown")
        return DraftOf(TITLE, self._record.child, self._record.held_on.isoformat())

    def _collect(self) -> dict[str, object]:
        return collect(self._content, self._boxes())

    def _give_back(self, state: Mapping[str, object]) -> None:
        give_back(self._content, state, self._boxes())

    def _boxes(self) -> dict[str, QWidget]:
        return {card.section.heading: card.box for card in self.cards}

    def keep_now(self) -> None:
        """Keep what is typed by now."""
        self._typing.keep_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost by going elsewhere."""
        self.keep_now()
        super().hideEvent(event)

    # saving

    def save(self) -> None:
        """Save the headings that were changed, as one act."""
        acts = self._written(with_proposed=False)
        if acts:
            self._save(acts, f"Record of the review of {self._day()} for {self._child()}")

    def finish(self) -> None:
        """Save every heading as it stands here, what is proposed too, and record that the minutes are finished."""
        record = self._record
        if record is None or self.finish_button.isHidden():
            return
        done = RecordTaskDone(
            child=record.child, task=Task.MINUTES, done_on=self.desk.today_on, review_on=record.held_on
        )
        acts = [*self._written(with_proposed=True), done]
        if self._save(acts, f"Minutes of the review of {self._day()} for {self._child()} finished"):
            self.left.emit()

    def _written(self, *, with_proposed: bool) -> list[Act]:
        record = self._record
        if record is None:
            return []
        return [
            WriteRecord(child=record.child, held_on=record.held_on, heading=card.section.heading, text=card.words())
            for card in self.cards
            if card.is_to_save(with_proposed=with_proposed)
        ]

    def _save(self, acts: Sequence[Act], sentence: str) -> bool:
        try:
            self._deeds.save_as(acts, sentence)
        except UserError as error:
            self._deeds.went_wrong.emit(str(error))
            return False
        self._typing.saved()
        self._look()
        return True

    def _day(self) -> str:
        return short(self._record.held_on) if self._record else ""

    def _child(self) -> str:
        return self._record.child if self._record else ""

    # copying

    def copy_here(self) -> None:
        """Copy the heading one is at, or the first."""
        here = next((card for card in self.cards if card.box.hasFocus() or card.copy.hasFocus()), None)
        self._copy_card(here or (self.cards[0] if self.cards else None))

    def _copy_card(self, card: RecordSectionCard | None) -> None:
        if card is not None and card.words():
            self._copy(card.words(), f"“{card.section.heading}”")

    def copy_all(self) -> None:
        """Copy the whole, each heading above its words; empty headings are left out."""
        parts = [f"{card.section.heading}\n{card.words()}" for card in self.cards if card.words()]
        if parts:
            self._copy("\n\n".join(parts), "the whole record")

    def _copy(self, text: str, what: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._deeds.was_saved.emit(f"Copied: {what}. It is about a child: paste it into the case system alone")

    # as a place

    def has_rows(self) -> bool:
        """There is something to write in while a review is shown."""
        return bool(self.cards)

    def focus_list(self) -> None:
        """Go to the first heading where nothing is written yet."""
        empty = next((card for card in self.cards if not card.words()), None)
        card = empty or (self.cards[0] if self.cards else None)
        if card is not None:
            card.box.setFocus()
            self._scroll.ensureWidgetVisible(card)

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """It is about a review of whoever is in hand."""
        return bool(child)

    def chosen_child(self) -> str:
        """Whose record is shown."""
        return self._child()


def _key(record: RecordShown) -> tuple[str, date]:
    return record.child, record.held_on
