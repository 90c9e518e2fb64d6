"""What is on record besides the fields: times in care, who was responsible, brothers and sisters."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.wording import capital
from iro_desktop.services.record_views import ChildRecord, PeriodLine, Responsible
from iro_desktop.ui.commands import Command
from iro_desktop.ui.widgets import Card, Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.pairs import Pairs

_NO_CARE = "No time in care is recorded. Shift+C records its start."
_NOBODY = "Nobody is allocated yet. Shift+L allocates."
_NO_GROUP = "In no group of brothers and sisters. G forms one."


class RecordCard(Card):
    """A card with what can be done about it beneath."""

    def __init__(
        self,
        heading: str,
        commands: Sequence[tuple[Command, str]],
        actions: Mapping[Command, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, heading)
        self.words = Text("", parent=self)
        self.body.addWidget(self.words)
        self.buttons: dict[Command, QuietButton] = {}
        self._flow = FlowLayout(gap=6)
        for command, words in commands:
            button = self.buttons[command] = QuietButton(words, parent=self)
            button.follow(actions[command])
            button.setAccessibleName(actions[command].text().removesuffix("…"))
            self._flow.addWidget(button)

    def close_body(self) -> None:
        """After what it holds: the buttons."""
        self.body.addLayout(self._flow)


class CareCard(RecordCard):
    """Times in care and their episodes, the newest first, codes in words."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        buttons = ((Command.CHANGE_CARE, "Change of care"), (Command.CARE_HISTORY, "Start, end, put right"))
        super().__init__("Times in care", buttons, actions, parent)
        self._periods: list[tuple[Text, Pairs]] = []

    def show_periods(self, periods: Sequence[PeriodLine]) -> None:
        """Show these."""
        self.words.set_tone(Tone.SOFT)
        self.words.set_or_hide("" if periods else _NO_CARE)
        while len(self._periods) < len(periods):
            heading, pairs = Text("", Kind.STRONG, parent=self), Pairs(self)
            self.body.addWidget(heading)
            self.body.addWidget(pairs)
            self._periods.append((heading, pairs))
        self.body.removeItem(self._flow)
        self.body.addLayout(self._flow)
        for number, (heading, pairs) in enumerate(self._periods):
            one = periods[number] if number < len(periods) else None
            heading.set_or_hide(one.words if one else "")
            pairs.setVisible(one is not None)
            pairs.show_pairs(
                [(each.span, f"{each.words}. {capital(each.why)}.") for each in one.episodes] if one else []
            )


class ResponsibleCard(RecordCard):
    """IRO, social worker, personal adviser, each with its history."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__("Who is responsible", ((Command.ALLOCATE, "Allocate"),), actions, parent)
        self.pairs = Pairs(self)
        self.body.addWidget(self.pairs)
        self.close_body()

    def show_people(self, people: Sequence[Responsible], iro_changes: int) -> None:
        """Show these; how often the IRO changed is said, as it is counted."""
        times = "once" if iro_changes == 1 else f"{iro_changes} times"
        self.words.set_tone(Tone.SOFT)
        self.words.set_or_hide(_NOBODY if not people else f"The IRO changed {times}." if iro_changes else "")
        self.pairs.show_pairs([(capital(one.role), _person(one)) for one in people])


class FamilyCard(RecordCard):
    """Whether brothers and sisters share one IRO, and why not."""

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        buttons = ((Command.SIBLINGS, "Group"), (Command.SPLIT, "Another IRO"))
        super().__init__("Brothers and sisters", buttons, actions, parent)
        self.close_body()

    def show_record(self, record: ChildRecord, siblings: str) -> None:
        """Show who they are and which IROs they have."""
        split = record.split
        self.words.setText("\n".join(part for part in (siblings, split.words if split else _NO_GROUP) if part))
        self.words.set_tone(Tone.TODAY if split and split.is_missing else Tone.INK if split else Tone.SOFT)


def _person(one: Responsible) -> str:
    note = f"\nHanded over: {one.note}" if one.note else ""
    return f"{one.who}, {one.span}{note}"
