"""Forms of Performance: which days and as known when, keeping figures, and typing one in as it was published."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from iro_desktop.domain.acts import Act, FreezeFigures, RecordPublished
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import Unit
from iro_desktop.services.desk import Desk
from iro_desktop.services.figure_words import share_doubt
from iro_desktop.services.performance_views import FigureWish, KeptSet
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets import QuietButton, Tone
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField

Save = Callable[[Act], object]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PERIOD = ("First day", "Last day")


class PeriodForm(FormSheet):
    """What the three share: a first and a last day, each said back in words; about no child."""

    def whose(self) -> str:
        """No child."""
        return ""

    def _make_days(self, desk: Desk, from_on: date | None, to_on: date | None) -> None:
        self.from_on = DateField(_PERIOD[0], desk.typed_date, self)
        self.to_on = DateField(_PERIOD[1], desk.typed_date, self)
        self.from_on.set_day(from_on)
        self.to_on.set_day(to_on)

    def _add_days(self) -> None:
        for name, label, field in (("from_on", _PERIOD[0], self.from_on), ("to_on", _PERIOD[1], self.to_on)):
            self.add_field(name, label, field)
            field.day_changed.connect(self._say_days)
        self._say_days()

    def _say_days(self) -> None:
        for name, field in (("from_on", self.from_on), ("to_on", self.to_on)):
            self.fields[name].say(field.echo())

    def _day_problems(self) -> list[tuple[str, str]]:
        first, last = self.from_on.day(), self.to_on.day()
        found = [] if first else [("from_on", "Say the first day, for example 1 apr.")]
        if last is None:
            found.append(("to_on", "Say the last day, for example 31 mar."))
        elif first is not None and last < first:
            found.append(("to_on", "The last day lies before the first."))
        return found


class FigureDays(PeriodForm):
    """Own days for the figures, and as they were known at the end of a past day. Changes nothing on record."""

    look_above = "Nothing was counted yet. What is missing or wrong is said beside its field."

    def __init__(
        self,
        desk: Desk,
        wish: FigureWish,
        show: Callable[[date, date, date | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Other days for the figures", desk.act, parent)
        self._desk, self._show = desk, show
        self.save_button.setText("Show")
        self._make_days(desk, wish.from_on, wish.to_on)
        self.as_at = DateField("As known at the end of", desk.typed_date, self)
        self.as_at.set_day(wish.as_at)
        self._add_days()
        self.add_field("as_at", "As known at the end of (empty: as known today)", self.as_at)
        self.as_at.day_changed.connect(lambda: self.fields["as_at"].say(self.as_at.echo()))
        self.finish()

    def problems(self) -> Problems:
        """Two days in their order, and no day to come."""
        found = self._day_problems()
        day = self.as_at.day()
        if self.as_at.text().strip() and day is None:
            found.append(("as_at", "Not a date: leave it empty, or try 31 mar."))
        elif day is not None and day > self._desk.today_on:
            found.append(("as_at", "That day is still to come: what was known then is not known yet."))
        return found

    def commit(self) -> None:
        """Show them; nothing is saved."""
        wish = FigureWish(self.from_on.known_day(), self.to_on.known_day(), as_at=self.as_at.day())
        self._desk.count_performance(wish)  # what cannot be counted is said here, beside its field
        self._show(wish.from_on, wish.to_on, wish.as_at)


class FreezeForm(PeriodForm):
    """A name, the days, and a note."""

    def __init__(self, desk: Desk, save: Save, wish: FigureWish, parent: QWidget | None = None) -> None:
        super().__init__("Keep these figures", save, parent)
        self.about.set_or_hide(
            "Every measure of the whole service, with the rows behind it, as it is counted today. It never changes."
        )
        self.name = _line("Name", "Annual report 2025/26", self)
        self._make_days(desk, wish.from_on, wish.to_on)
        self.note = _line("Note", "", self)
        self.save_button.setText("Keep")
        self.add_field("name", "Name", self.name)
        self._add_days()
        self.add_field("note", "Note", self.note)
        self.finish()

    def problems(self) -> Problems:
        """A name, and two days in their order."""
        found = [] if self.name.text().strip() else [("name", "Give them a name, such as Annual report 2025/26.")]
        return [*found, *self._day_problems()]

    def act(self) -> Act:
        """What is kept."""
        return FreezeFigures(
            name=self.name.text().strip(),
            from_on=self.from_on.known_day(),
            to_on=self.to_on.known_day(),
            note=self.note.text().strip() or None,
        )


class PublishedForm(PeriodForm):
    """One figure after another as a report printed it; what cannot be right is doubted, and saved all the same."""

    next_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        save: Save,
        into: KeptSet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Figure as published", save, parent)
        self._desk = desk
        self.measure = DropDown("Measure", self)
        for one in DEFINITIONS:
            self.measure.addItem(one.name, one.id)
        self.value = _line("The figure as printed", "94 or 1,033", self)
        self.numerator = _line("How many of them, where it was printed", "1,033", self)
        self.denominator = _line("Out of how many, where it was printed", "1,233", self)
        self.name = _line("Name of the set", "2024/25 as published", self)
        self._make_days(desk, into.from_on if into else None, into.to_on if into else None)
        self.name.setText(into.name if into else "")
        self.next_button = QuietButton("Save and next", "Ctrl+Enter", self)
        for name, label, field in (
            ("measure", "Measure", self.measure),
            ("value", "The figure as printed", self.value),
            ("numerator", "How many of them, where it was printed", self.numerator),
            ("denominator", "Out of how many, where it was printed", self.denominator),
            ("name", "Name of the set", self.name),
        ):
            self.add_field(name, label, field)
        self._add_days()
        self.add_button(self.next_button)
        self.finish()
        self.next_button.clicked.connect(self.save_and_next)
        self.measure.currentIndexChanged.connect(self.look_again)
        for line in (self.value, self.numerator, self.denominator, self.from_on, self.to_on):
            line.editingFinished.connect(self.look_again)

    def problems(self) -> Problems:
        """A number, a name, two days; what is half said of the counts."""
        found: list[tuple[str, str]] = []
        if not self.measure.currentData():
            found.append(("measure", "Choose what the figure measures."))
        if _number(self.value.text()) is None:
            found.append(("value", "Write the figure as a number, for example 94 or 83.8."))
        for name, line in (("numerator", self.numerator), ("denominator", self.denominator)):
            if line.text().strip() and _count(line.text()) is None:
                found.append((name, "Write a whole number, or leave it empty."))
        if not self.name.text().strip():
            found.append(("name", "Say where it was published, such as 2024/25 as published."))
        return [*found, *self._day_problems()]

    def act(self) -> Act:
        """The figure."""
        value = _number(self.value.text())
        if value is None:
            raise ValueError("asked for a figure that was not typed")
        return RecordPublished(
            name=self.name.text().strip(),
            from_on=self.from_on.known_day(),
            to_on=self.to_on.known_day(),
            measure=str(self.measure.currentData()),
            value=value,
            numerator=_count(self.numerator.text()),
            denominator=_count(self.denominator.text()),
        )

    def look_again(self) -> None:
        """Say beside the figure what cannot be right about it."""
        doubt = self.doubt()
        self.fields["value"].note.set_tone(Tone.TODAY if doubt else Tone.SOFT)
        self.fields["value"].say(doubt)

    def doubt(self) -> str:
        """What is wrong with the figure: of the counts typed, else of those known here; "" where nothing is."""
        value, measure = _number(self.value.text()), str(self.measure.currentData() or "")
        met, whole = _count(self.numerator.text()), _count(self.denominator.text())
        if value is None or not measure:
            return ""
        if met is not None and whole and BY_ID[measure].unit is Unit.PERCENT:
            return _doubted(share_doubt(value, met, whole))
        first, last = self.from_on.day(), self.to_on.day()
        if first is None or last is None or last < first:
            return ""
        try:
            doubt = self._desk.figure_doubt(measure, FigureWish(first, last), value)
        except UserError:
            return ""
        return f"By the rows recorded here: {doubt}" if doubt else ""

    def save_and_next(self) -> None:
        """Save, and go on to the next figure of the same report."""
        self.try_save()
        if self.is_saved:
            self.next_wanted.emit()

    def go_on_from(self, measure: str) -> None:
        """Begin at the measure after that one."""
        self.measure.setCurrentIndex(min(self.measure.findData(measure) + 1, self.measure.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves and goes on."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save_and_next()
        else:
            super().keyPressEvent(event)


def _doubted(doubt: str) -> str:
    return f"{doubt}. Saved as printed, with this doubt." if doubt else ""


def _line(name: str, hint: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line


def _number(text: str) -> float | None:
    """A number as people print it: ``1,033``, ``94 %``, ``83.8``; ``None`` where it is none."""
    try:
        value = float(text.replace(",", "").replace("%", "").strip())
    except ValueError:
        return None
    return value if 0 <= value < 1e9 else None


def _count(text: str) -> int | None:
    value = _number(text)
    return int(value) if value is not None and value.is_integer() and "%" not in text else None
