"""The open alerts of the selected child: at which stage, since when, what about; all of them stand on the page."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.services.views import AlertRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.widgets import Card, Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout

_FEW = 3
_LONGEST = 140
_BUTTONS = ((Command.ALERT, "Open"), (Command.ALERT_STEP, "What became of it"))


class AlertsCard(Card):
    """Hidden where none is open."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent, "Open alerts")
        self._parts: list[tuple[Text, Text]] = []
        for _ in range(_FEW):
            made = Text("", parent=self), Text("", Kind.SMALL, Tone.SOFT, self)
            for part in made:
                self.body.addWidget(part)
            self._parts.append(made)
        flow = FlowLayout(gap=6)
        for command, words in _BUTTONS:
            button = QuietButton(words, parent=self)
            button.follow(actions[command])
            button.setAccessibleName(actions[command].text().removesuffix("…"))
            flow.addWidget(button)
        self.body.addLayout(flow)

    def show_rows(self, rows: Sequence[AlertRow]) -> None:
        """Show the newest few."""
        self.setVisible(bool(rows))
        self.set_heading("Open alert" if len(rows) == 1 else f"{len(rows)} open alerts")
        for number, (words, about) in enumerate(self._parts):
            row = rows[number] if number < len(rows) else None
            words.set_or_hide(row.words if row else "")
            about.set_or_hide(_cut(row.about) if row else "")


def _cut(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
