"""What is seldom said of a review: held early and why, adjourned, completed later, a pathway plan review."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.vocabulary import Labelled, ReviewGround, ReviewKind, ReviewMethod
from iro_desktop.ui.forms.field import Field
from iro_desktop.ui.forms.further_meetings import FurtherMeetings
from iro_desktop.ui.widgets import LinkButton
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField, Reader

_MORE = "More: held early, adjourned, pathway plan"


class ReviewMore(QWidget):
    """Folded away: an ordinary review needs none of it. A series asks by itself when it was completed."""

    changed = Signal()

    def __init__(self, read: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = LinkButton(_MORE, "M", self)
        self.ground_box = _drop_down("Held early because", "No, in its ordinary turn", ReviewGround, self)
        self.under_box = _drop_down("Under which law", "By whether looked after on that day", ReviewKind, self)
        self.adjourned_box = Check("Adjourned on that day, to be completed within 20 working days", self)
        self.meetings = FurtherMeetings(read, self)
        self.completed = DateField("Completed on", read, self)
        self.completed.setPlaceholderText("leave empty while it goes on")
        self.ground = Field("Held early?", self.ground_box, self)
        self.under = Field("Under", self.under_box, self)
        self.adjourned = Field("", self.adjourned_box, self)
        self.adjourned.label.hide()
        self.further = Field("Further meetings held already", self.meetings, self)
        self.completed_on = Field("Completed on, if it is", self.completed, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.further, self.completed_on, self.switch, self.ground, self.adjourned, self.under):
            column.addWidget(part)
        self._is_open = False
        self._method = ReviewMethod.MEETING
        self._show()
        self.switch.clicked.connect(self.turn)
        self.adjourned_box.toggled.connect(self._show)
        self.completed.day_changed.connect(self._say)
        self.meetings.changed.connect(self._say)

    def kept(self) -> object:
        """Whether it is unfolded: what it holds counts only then."""
        return self._is_open

    def give_back(self, value: object) -> None:
        """Unfold it, or fold it."""
        if value is not self._is_open:
            self.turn()

    def show_method(self, method: ReviewMethod) -> None:
        """A series of meetings asks when it was completed."""
        self._method = method
        self._show()

    def chosen_ground(self) -> ReviewGround | None:
        """Why it was held early."""
        value = self.ground_box.currentData()
        return ReviewGround(value) if value and self._is_open else None

    def chosen_under(self) -> ReviewKind | None:
        """Under which law; ``None``: by whether the child is looked after."""
        value = self.under_box.currentData()
        return ReviewKind(value) if value and self._is_open else None

    def is_adjourned(self) -> bool:
        """Whether it was adjourned on the day it was held."""
        return self._is_open and self.adjourned_box.isChecked()

    def further_days(self) -> tuple[date, ...]:
        """The days of the further meetings of a series, soonest first."""
        return () if self.further.isHidden() else tuple(sorted(self.meetings.days()))

    def completed_day(self) -> date | None:
        """The day that closed a series."""
        return None if self.completed_on.isHidden() else self.completed.day()

    def problem(self, held_on: date | None) -> str:
        """What is wrong with the day it was completed."""
        if self.completed_on.isHidden() or not self.completed.text().strip():
            return ""
        day = self.completed.day()
        if day is None:
            return "Not a date: leave it empty while it goes on, or try 12 mar."
        further = self.further_days()
        if further and day < further[-1]:
            return "That is before the last meeting. Check the day."
        return "That is before the first meeting. Check the day." if held_on and day < held_on else ""

    def meetings_problem(self, held_on: date | None, today: date) -> str:
        """What is wrong with the further meetings."""
        return "" if self.further.isHidden() else self.meetings.problem(held_on, today)

    def turn(self) -> None:
        """Unfold it, or fold it."""
        self._is_open = not self._is_open
        self.switch.setText("Less" if self._is_open else _MORE)
        self.switch.updateGeometry()
        self._show()

    def _show(self) -> None:
        for part in (self.ground, self.adjourned, self.under):
            part.setVisible(self._is_open)
        is_series = self._method is ReviewMethod.SERIES
        self.further.setVisible(is_series)
        self.completed_on.setVisible(is_series and not self.is_adjourned())
        self.changed.emit()

    def _say(self) -> None:
        self.completed_on.say(self.completed.echo())
        self.further.say(self.meetings.echo())


def _drop_down(name: str, none_words: str, kinds: type[Labelled], parent: QWidget) -> DropDown:
    box = DropDown(name, parent)
    box.addItem(none_words, "")
    for kind in kinds:
        box.addItem(kind.label[:1].upper() + kind.label[1:], kind.value)
    return box
