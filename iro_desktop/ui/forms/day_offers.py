"""Up to five days that suit, as one stop of the Tab key; Alt and a digit takes one from anywhere in the form."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iro_desktop.services.plan_views import DayOffer
from iro_desktop.ui.filled import DERIVED
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.choices import Choice

_MOST = 5


class DayOffers(QWidget):
    """Choices that fill the date; none is chosen where another day was typed."""

    day_taken = Signal(object)  # a date

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self.days: list[date] = []
        self.reasons: list[Text] = []  # why a day stands out of the order of days
        self.group = QButtonGroup(self)
        self.setAccessibleName("Days that suit")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading = Text("", Kind.SMALL, Tone.SOFT, self)
        column.addWidget(self.heading)
        column.addSpacing(2)
        for number in range(_MOST):
            choice = Choice("", f"Alt {number + 1}", self)
            choice.setProperty(DERIVED, True)  # it fills the date, and follows from it
            self.group.addButton(choice, number)
            column.addWidget(choice)
            self.reasons.append(Text("", Kind.SMALL, Tone.SOFT, self))
            self.reasons[number].setContentsMargins(32, 0, 0, 4)  # beneath the words, past the ring
            self.reasons[number].hide()
            column.addWidget(self.reasons[number])
            key = QShortcut(QKeySequence(f"Alt+{number + 1}"), form)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(choice.click)
        self.group.idClicked.connect(self._clicked)

    def show_offers(self, offers: Sequence[DayOffer], *, is_overdue: bool) -> None:
        """Offer these, best first; ``is_overdue``: the last lawful day has passed."""
        is_late = all(offer.is_late for offer in offers)
        heading = "Out of timescale already" if is_overdue else "No day in timescale suits"
        self.heading.setText(f"{heading} · working days late" if is_late else "Days that suit · working days to spare")
        self.days = [offer.on for offer in offers[:_MOST]]
        for number, choice in enumerate(self._choices()):
            is_shown = number < len(self.days)
            choice.setVisible(is_shown)
            choice.setText(_shown(offers[number]) if is_shown else "")
            is_told = is_shown and offers[number].is_together
            self.reasons[number].set_or_hide("A brother or sister is reviewed that day." if is_told else "")
            choice.setAccessibleName(_spoken(offers[number]) if is_shown else "")

    def mark(self, day: date | None) -> None:
        """Mark the offer of that day, or none."""
        self.group.setExclusive(False)
        for number, choice in enumerate(self._choices()):
            choice.setChecked(number < len(self.days) and self.days[number] == day)
        self.group.setExclusive(True)

    def _choices(self) -> list[Choice]:
        return [each for each in self.group.buttons() if isinstance(each, Choice)]

    def _clicked(self, number: int) -> None:
        if number < len(self.days):
            self.day_taken.emit(self.days[number])


def _shown(offer: DayOffer) -> str:
    return f"{offer.words} · {f'{-offer.spare} late' if offer.is_late else offer.spare}"


def _spoken(offer: DayOffer) -> str:
    why = "" if offer.is_late else offer.why
    return ", ".join(part for part in (offer.words, offer.spare_words, why) if part)
