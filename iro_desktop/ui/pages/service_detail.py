"""The chosen row of the service's records in full, at the side: what is missing, what to do, what is known."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.service_words import Detail
from iro_desktop.ui.widgets import Card, Kind, PrimaryButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.badge import StandingBadge
from iro_desktop.ui.widgets.buttons import ActionButton
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.pairs import Pairs
from iro_desktop.ui.widgets.scroller import Scroller

_COMMANDS = (
    Command.ADD_FACT,
    Command.DONE,
    Command.CLINIC,
    Command.CHANGE_RECORD,
    Command.LEAVE,
    Command.END_FACT,
)


class ServiceDetail(Scroller):
    """Widgets are kept and filled anew. Each deed has a strong button and a quiet one; the likely one is strong."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Chosen row")
        self.content = QWidget(self)
        self.title = Text("", Kind.HEADING, parent=self.content)
        self.about = Text("", Kind.BODY, Tone.SOFT, self.content)
        self.badge = StandingBadge(self.content)
        self.gaps = Text("", parent=self.content)
        self.words = Text("", parent=self.content)
        self.strong: dict[Command, ActionButton] = {}
        self.quiet: dict[Command, ActionButton] = {}
        for command in _COMMANDS:
            for made, kind in ((self.strong, PrimaryButton), (self.quiet, QuietButton)):
                made[command] = kind("", parent=self.content)
                made[command].follow(actions[command])
        self.card, self.list_card = Card(self.content), Card(self.content)
        self.pairs, self.lines = Pairs(self.card), Pairs(self.list_card)
        self.long = Text("", Kind.BODY, Tone.SOFT, self.list_card)
        self.card.body.addWidget(self.pairs)
        self.list_card.body.addWidget(self.lines)
        self.list_card.body.addWidget(self.long)
        self._likely: ActionButton = self.strong[Command.CHANGE_RECORD]
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self.content)
        self.keep_margin(layout, 20, 20, 20, 20)
        layout.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(self.title)
        head.addWidget(self.about)
        layout.addLayout(head)
        for part in (self.badge, self.gaps, self.words):
            layout.addWidget(part)
        flow = FlowLayout(gap=8)
        for command in _COMMANDS:
            flow.addWidget(self.strong[command])
        for command in _COMMANDS:
            flow.addWidget(self.quiet[command])
        layout.addLayout(flow)
        for card in (self.card, self.list_card):
            layout.addWidget(card)
        layout.addStretch(1)
        self.setWidget(self.content)

    @property
    def button(self) -> ActionButton:
        """The likely deed."""
        return self._likely

    def show_detail(self, detail: Detail | None) -> None:
        """Show that row; nothing where none is chosen."""
        self.content.setVisible(detail is not None)
        if detail is None:
            return
        self.title.setText(detail.title)
        self.about.set_or_hide(detail.about)
        self.badge.show_standing(detail.standing, detail.standing_words)
        self.badge.setVisible(bool(detail.standing_words) and not detail.gaps)
        self._show_gaps(detail)
        self.words.set_or_hide(detail.words)
        self.pairs.show_pairs(detail.pairs)
        self.card.setVisible(bool(detail.pairs))
        self.list_card.set_heading(detail.list_title)
        self.lines.show_pairs([line for line in detail.lines if line[0]])
        self.lines.setVisible(any(line[0] for line in detail.lines))
        self.long.set_or_hide("\n".join(line[1] for line in detail.lines if not line[0]))
        self.list_card.setVisible(bool(detail.lines))
        self._show_deeds(detail)
        self.verticalScrollBar().setValue(0)

    def _show_gaps(self, detail: Detail) -> None:
        """What is missing, each a line; the badge carries shape and colour of the worst."""
        if detail.gaps:
            self.badge.show_standing(detail.standing, detail.gaps[0])
            self.badge.setVisible(True)
        self.gaps.set_or_hide("\n".join(detail.gaps[1:]))

    def _show_deeds(self, detail: Detail) -> None:
        words = dict(detail.deeds)
        likely = detail.deeds[0][0] if detail.deeds else None
        for command in _COMMANDS:
            for made, is_shown in ((self.strong, command is likely), (self.quiet, command is not likely)):
                button = made[command]
                button.setText(words.get(command, ""))
                button.setVisible(command in words and is_shown)
                button.updateGeometry()
        if likely is not None:
            self._likely = self.strong[likely]
