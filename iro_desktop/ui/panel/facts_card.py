"""What is so about the child: facts that start or stop a clock, to be added, ended or taken away."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.services.plan_views import CircumstanceRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.widgets import Card, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout

_NOTHING = "Nothing entered. Hearings, adoption, leaving care go here."
_BUTTONS = (
    (Command.ADD_FACT, "Add"),
    (Command.END_FACT, "End or take away"),
    (Command.CHANGE_CARE, "Change of care"),
    (Command.EARLY_REVIEW, "Early review"),
)


class FactsCard(Card):
    """The facts, newest first, with what can be done about them."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent, "What is so")
        self.words = Text("", parent=self)
        self.body.addWidget(self.words)
        self.buttons: dict[Command, QuietButton] = {}
        flow = FlowLayout(gap=6)
        for command, words in _BUTTONS:
            button = self.buttons[command] = QuietButton(words, parent=self)
            button.follow(actions[command])
            button.setAccessibleName(actions[command].text().removesuffix("…"))
            flow.addWidget(button)
        self.body.addLayout(flow)

    def show_rows(self, rows: Sequence[CircumstanceRow]) -> None:
        """Show these."""
        self.words.setText("\n".join(row.words for row in rows) or _NOTHING)
        self.words.set_tone(Tone.INK if rows else Tone.SOFT)
        self.buttons[Command.END_FACT].setVisible(bool(rows))
