"""Up to five days that suit, as one stop of the Tab key; Alt and a digit takes one from anywhere in the form."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iro_desktop.services.plan_views import DayOffer
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.choices import Choice

_MOST = 5


class DayOffers(QWidget):
    """Choices that fill the date; none is chosen where another day was typed."""

    day_taken = Signal(object)  # a date

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self.days: list[date] = []
        self.group = QButtonGroup(self)
        self.setAccessibleName("Days that suit")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text("Days that suit · working days to spare", Kind.SMALL, Tone.SOFT, self))
        column.addSpacing(2)
        for number in range(_MOST):
            choice = Choice("", f"Alt {number + 1}", self)
            self.group.addButton(choice, number)
            column.addWidget(choice)
            key = QShortcut(QKeySequence(f"Alt+{number + 1}"), form)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(choice.click)
        self.group.idClicked.connect(self._clicked)

    def show_offers(self, offers: Sequence[DayOffer]) -> None:
        """Offer these, best first."""
        self.days = [offer.on for offer in offers[:_MOST]]
        for number, choice in enumerate(self._choices()):
            is_shown = number < len(self.days)
            choice.setVisible(is_shown)
            choice.setText(_shown(offers[number]) if is_shown else "")
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
    return f"{offer.words} · {offer.spare}" if offer.spare >= 0 else f"{offer.words} · {-offer.spare} late"


def _spoken(offer: DayOffer) -> str:
    count = abs(offer.spare)
    days = f"{count} working day{'' if count == 1 else 's'} {'to spare' if offer.spare >= 0 else 'late'}"
    return ", ".join(part for part in (offer.words, days, offer.why) if part)
