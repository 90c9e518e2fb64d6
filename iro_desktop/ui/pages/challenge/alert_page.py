"""One alert in full: where its clocks stand, what it is about, each stage with its reply, and what came of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.services.challenge_views import AdviceRow, AlertCard, AlertStory
from iro_desktop.ui.commands import Command
from iro_desktop.ui.own_keys import keeps_key
from iro_desktop.ui.pages.challenge.alert_cards import Advised, Cafcass, Came, Clocks, Paused, Stages
from iro_desktop.ui.pages.challenge.alert_table import OF_ONE_CHILD, AlertTable, alert_model
from iro_desktop.ui.pages.challenge.whole_table import WholeTable, story_model
from iro_desktop.ui.widgets import Card, Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.scroller import Scroller
from iro_desktop.ui.widgets.summary import SummaryLine

_TWO_EMS = 66  # from this width on the cards stand in two columns
_SCROLLING = {Qt.Key.Key_PageUp: -0.8, Qt.Key.Key_PageDown: 0.8, Qt.Key.Key_Up: -0.2, Qt.Key.Key_Down: 0.2}
_WORDS = {
    Command.ALERT_STEP: "What became of it…",
    Command.DONE: "Answered today",
    Command.CHANGE_RECORD: "Change…",
    Command.LEGAL_ADVICE: "Legal advice…",
    Command.RAISE_ALERT: "Another alert…",
    Command.CHILD_PAGE: "The child’s page",
}


class AlertPage(QWidget):
    """About one alert; Tab goes from what happened to the other alerts of the child, Enter opens one of those."""

    opened = Signal(object)  # another AlertCard
    away_wanted = Signal(object)  # the AlertCard, entered by mistake

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.story: AlertStory | None = None
        self.heading = Text("", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.buttons = {command: QuietButton(words, parent=self) for command, words in _WORDS.items()}
        for command, button in self.buttons.items():
            button.follow(actions[command])
        self._scroll = Scroller(self)
        self.content = QWidget(self._scroll)
        self._make()
        self._lay_out()
        self.others.row_opened.connect(self._open_other)
        for table in (self.told, self.others):
            table.row_chosen.connect(self._keep_in_sight)

    def _make(self) -> None:
        inside = self.content
        self.about = Card(inside, "What it is about")
        self.about_words = Text("", parent=self.about)
        self.from_words = Text("", Kind.SMALL, Tone.SOFT, self.about)
        for part in (self.about_words, self.from_words):
            self.about.body.addWidget(part)
        self.clocks, self.stages, self.came = Clocks(inside), Stages(inside), Came(inside)
        self.cafcass, self.paused, self.advised = Cafcass(inside), Paused(inside), Advised(inside)
        self.told_heading = Text("What happened", Kind.GROUP, parent=inside)
        self.told_rows = story_model(self)
        self.told = WholeTable(self.told_rows, "What happened", inside)
        self.others_heading = Text("Other alerts of this child", Kind.GROUP, parent=inside)
        self.other_rows = alert_model(OF_ONE_CHILD, self)
        self.others = AlertTable(self.other_rows, "Other alerts of this child", inside)

    def _lay_out(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(12)
        for cards, stretch in (
            ((self.came, self.clocks, self.about, self.stages), 3),
            ((self.told_heading, self.told, self.cafcass, self.paused, self.advised), 2),
        ):
            side = QVBoxLayout()
            side.setSpacing(12)
            for part in cards:
                side.addWidget(part)
            side.addStretch(1)
            self._across.addLayout(side, stretch)
        inside = QVBoxLayout(self.content)
        self._scroll.keep_margin(inside, 0, 0, 0, 20)
        inside.setSpacing(12)
        inside.addLayout(self._across)
        inside.addWidget(self.others_heading)
        inside.addWidget(self.others)
        inside.addStretch(1)
        self._scroll.setWidget(self.content)
        head, line = QVBoxLayout(), FlowLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        for button in self.buttons.values():
            line.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addWidget(self._scroll, 1)

    # what the window asks of every place

    @property
    def table(self) -> None:
        """It is about one alert, not a list of children."""
        return

    def has_rows(self) -> bool:
        """There is something to look at while an alert is shown."""
        return self.story is not None

    def focus_list(self) -> None:
        """Go to what happened, where it is in sight; else to the first thing that can be done."""
        able = next((button for button in self.buttons.values() if button.isEnabled()), self.told)
        (self.told if self._is_wide() else able).setFocus()

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """The page is about its own alert."""
        return child == self.chosen_child()

    def chosen_child(self) -> str:
        """Whose alert it is."""
        return self.story.card.child if self.story else ""

    def current(self) -> AlertCard | None:
        """The alert."""
        return self.story.card if self.story else None

    # showing

    def show_story(self, story: AlertStory, advice: Sequence[AdviceRow]) -> None:
        """Show it as it stands now."""
        is_other = self.story is None or self.story.card.key != story.card.key
        self.story = story
        card = story.card
        self.heading.setText(f"{card.name}: {card.theme}" if card.theme else f"{card.name}: {card.kind.label}")
        self.summary.show_parts(_summed(card))
        self.about_words.setText(card.about or "Nothing is written down. Q writes it.")
        self.about_words.set_tone(Tone.INK if card.about else Tone.SOFT)
        self.from_words.set_or_hide(f"Drafted from: {story.drafted_from}" if story.drafted_from else "")
        for shown in (self.clocks, self.stages, self.came, self.cafcass, self.paused):
            shown.show_story(story)
        self.advised.show_rows(advice)
        self.told_rows.set_rows(story.story)
        self.other_rows.set_rows(story.others)
        for part in (self.others_heading, self.others):
            part.setVisible(bool(story.others))
        self._fit()
        if is_other:
            self.told.choose_row(0)
            self._scroll.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """Lists are as high as their rows: the page scrolls, not they."""
        for table in (self.told, self.others):
            rows = table.facts.rowCount() * table.row_height()
            table.setFixedHeight(table.header.sizeHint().height() + rows + 3)
            table.end_room = 0

    def _is_wide(self) -> bool:
        return self.width() >= _TWO_EMS * self.font().pixelSize()

    def _arrange(self) -> None:
        wide, narrow = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = wide if self._is_wide() else narrow
        if self._across.direction() is not direction:
            self._across.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type needs more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.story is not None:
            self._fit()
            self._arrange()

    def _keep_in_sight(self, index: QModelIndex) -> None:
        table = self.told if index.model() is self.told_rows else self.others
        if table.hasFocus():
            rect = table.visualRect(index)
            at = table.viewport().mapTo(self.content, rect.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, table.row_height())

    def _open_other(self, index: QModelIndex) -> None:
        card = self.other_rows.record(index)
        if card is not None:
            self.opened.emit(card)

    # keys

    def event(self, event: QEvent) -> bool:
        """Delete belongs to the page while one of its lists has the focus."""
        return keeps_key(event, lambda key: key.key() == Qt.Key.Key_Delete) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a mistaken alert away."""
        if event.key() == Qt.Key.Key_Delete and self.story is not None:
            self.away_wanted.emit(self.story.card)
        elif event.key() in _SCROLLING:
            bar, part = self._scroll.verticalScrollBar(), _SCROLLING[Qt.Key(event.key())]
            bar.setValue(bar.value() + round(part * self._scroll.height()))
        else:
            super().keyPressEvent(event)


def _summed(card: AlertCard) -> list[tuple[str, str]]:
    """Kind, stage, team, since when."""
    days = "1 working day" if card.working_days_open == 1 else f"{card.working_days_open} working days"
    lasted = f"open {days}" if card.is_open else f"resolved {short(card.resolved_on)} after {days}"  # type: ignore[arg-type]
    agency = card.agency.label if card.agency else ""
    parts = (card.kind.label, card.stage_words, agency, card.team, f"raised {with_weekday(card.raised_on)}", lasted)
    iro = f"{card.iro}" if card.iro else ""
    seen = dict.fromkeys(
        part[:1].upper() + part[1:] if number == 0 else part for number, part in enumerate(parts) if part
    )
    return [("", part) for part in (*seen, *([iro] if iro else []))]
