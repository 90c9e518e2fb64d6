"""The fields of an output: only those it asks for, filled in with what is most likely wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Agency
from iro_desktop.measures.model import Span
from iro_desktop.services.caseload_columns import BY_KEY
from iro_desktop.services.figure_times import FIGURE_TIMES, FigureTime, last_quarter, last_year
from iro_desktop.services.names_out import Reader
from iro_desktop.services.outputs.model import Asks, Names, Output, OutputWish
from iro_desktop.services.summary_views import SummaryWish
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.child_field import ChildField
from iro_desktop.ui.forms.field import Field
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.flow import FlowLayout

_QUARTERS, _YEARS = 8, 6  # that can be chosen, back from the last whole one
_TYPING_MS = 350
_USUAL = "The usual time"
_TO_COME = (
    FigureTime("The coming four weeks", lambda today: (today, today + timedelta(27))),
    FigureTime("The coming three months", lambda today: (today, today + timedelta(91))),
)
_CHILD_EMS, _READER_EMS, _PURPOSE_EMS = 22, 16, 28
_NOBODY_YET, _NOTHING_YET = "(who will read it)", "(what for)"
CHOOSE_CHILD = "Choose a child: part of the name or the id."
NO_IRO = "No IRO stands here yet. Ctrl Shift N adds one."


@dataclass(frozen=True, slots=True)
class Asked:
    """What is filled in: a wish that can be shown, and what is missing before it can be written."""

    wish: OutputWish | None
    missing: tuple[tuple[str, str], ...] = ()  # name of the field, and what to say beside it


class OutputFields(QWidget):
    """Emits ``changed`` when something else is asked for; a line that is typed in, once typing rests."""

    changed = Signal()
    child_chosen = Signal(str)

    def __init__(self, deeds: Deeds, caseload: Callable[[], SummaryWish], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._caseload = deeds, caseload
        self._output: Output | None = None
        self._is_filling = False
        self.iro, self.agency = DropDown("IRO", self), DropDown("Agency", self)
        self.child = ChildField(deeds.desk.find, self)
        self.review, self.quarter = DropDown("Review", self), DropDown("Quarter", self)
        self.year, self.period = DropDown("Year", self), DropDown("Time", self)
        self.small = Check("Hide small numbers", self)
        self.names = Check("Names as well as ids", self)
        self.reader, self.purpose = QLineEdit(self), QLineEdit(self)
        self.stay = QLineEdit(self)
        self.proposed = Check("What is proposed too, where nothing is written", self)
        self.filter_words = Text("", Kind.SMALL, Tone.SOFT, self)
        self.fields: dict[str, Field] = {}
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._fill_times()
        self._lay_out()
        self._connect()

    def _fill_times(self) -> None:
        today = self._deeds.desk.today_on
        for one in Agency:
            self.agency.addItem(one.label[:1].upper() + one.label[1:], one)
        first, last = last_quarter(today)
        for _ in range(_QUARTERS):
            self.quarter.addItem(f"{short(first)} to {short(last)}", first)
            first, last = last_quarter(first)
        year = last_year(today)[0].year
        for each in (year + 1, *range(year, year - _YEARS, -1)):
            self.year.addItem(f"{each}/{(each + 1) % 100:02d}{', so far' if each > year else ''}", each)
        self.year.setCurrentIndex(1)  # the last whole one
        self.period.addItem(_USUAL, None)
        for time in (*FIGURE_TIMES, *_TO_COME):
            self.period.addItem(time.words, time.days(today))

    def _lay_out(self) -> None:
        layout, self._line = QVBoxLayout(self), FlowLayout(gap=12)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for name, label, widget, letters in (
            ("iro", "IRO", self.iro, 16),
            ("child", "Child", self.child, 20),
            ("held_on", "Review", self.review, 16),
            ("agency", "Agency", self.agency, 18),
            ("on", "Quarter", self.quarter, 20),
            ("year", "Year", self.year, 14),
            ("span", "Time", self.period, 20),
        ):
            field = self._field(name, label, widget)
            if isinstance(widget, DropDown):
                widget.setMinimumContentsLength(letters)
            self._line.addWidget(field)
        layout.addLayout(self._line)
        layout.addWidget(self.filter_words)
        self._checks = FlowLayout(gap=12)
        for check in (self.small, self.names, self.proposed):
            self._checks.addWidget(check)
        layout.addLayout(self._checks)
        self._readers = FlowLayout(gap=12)
        for name, label, line in (
            ("reader", "Who will read it", self.reader),
            ("purpose", "What for", self.purpose),
            ("allowed_names", "Names of others that may stand in it", self.stay),
        ):
            line.setAccessibleName(label)
            self._readers.addWidget(self._field(name, label, line))
        layout.addLayout(self._readers)

    def _field(self, name: str, label: str, widget: QWidget) -> Field:
        self.fields[name] = Field(label, widget, self)
        return self.fields[name]

    def _connect(self) -> None:
        for box in (self.iro, self.review, self.agency, self.quarter, self.year, self.period):
            box.currentIndexChanged.connect(self._changed)
        for check in (self.small, self.names, self.proposed):
            check.toggled.connect(self._changed)
        for line in (self.reader, self.purpose, self.stay):
            line.textChanged.connect(self._typed)
        self._rest.timeout.connect(self._changed)
        self.child.changed.connect(self._child_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines as wide as what is written in them, at every size of type; never wider than there is room."""
        super().resizeEvent(event)
        em = self.font().pixelSize()
        for line, letters in (
            (self.child, _CHILD_EMS),
            (self.reader, _READER_EMS),
            (self.purpose, _PURPOSE_EMS),
            (self.stay, _READER_EMS),
        ):
            line.setFixedWidth(min(letters * em, max(em, event.size().width() - 2)))

    # what is asked

    def ask_for(self, output: Output) -> None:
        """Show the fields of that output; what was filled in for the one before stays where it is asked again."""
        self._rest.stop()  # whoever asks takes up what was typed
        if self._output is not None and self._output.key == output.key:
            self._fill()
            return
        self._output = output
        self.small.setChecked(True)
        self._fill(is_new=True)

    def set_child(self, child: str, name: str) -> None:
        """The child in hand."""
        if child and child != self.child.child:
            self.child.set_child(child, name)
            self._fill_reviews()

    def set_review(self, held_on: date) -> None:
        """The review it is about."""
        self.review.setCurrentIndex(max(0, self.review.findData(held_on)))

    def take_iro(self, iro: str) -> None:
        """The IRO it is about."""
        self.iro.setCurrentIndex(max(0, self.iro.findData(iro)))

    def asked(self) -> Asked:
        """The wish as it is filled in."""
        output = self._output
        if output is None:
            return Asked(None)
        if Asks.CHILD in output.asks and not self.child.child:
            return Asked(None, (("child", CHOOSE_CHILD),))
        if Asks.ONE_IRO in output.asks and not self.iro.currentData():
            return Asked(None, (("iro", NO_IRO),))
        missing = tuple((name, words) for name, words in self._missing_reader())
        return Asked(self._wish(output), missing)

    @property
    def is_resting(self) -> bool:
        """Whether something was typed that is not taken up yet."""
        return self._rest.isActive()

    def refuse(self, said: Sequence[tuple[str, str]]) -> None:
        """Say beside each field what is wrong with it; the first one gets the focus."""
        for name, field in self.fields.items():
            field.refuse(next((words for at, words in said if at == name), ""))
        first = next((self.fields[name] for name, _ in said if name in self.fields), None)
        if first is not None:
            first.widget.setFocus()

    def focus_first(self) -> bool:
        """Go to the first field; False where the output asks for nothing."""
        order = (*self.fields.values(), self.small, self.names, self.proposed)
        first = next((one for one in order if one.isVisibleTo(self)), None)
        if first is None:
            return False
        (first.widget if isinstance(first, Field) else first).setFocus()
        return True

    # filling in

    def _fill(self, *, is_new: bool = False) -> None:
        output = self._output
        if output is None:
            return
        self._is_filling = True
        self._fill_iros(output)
        self._fill_reviews()
        if is_new:
            self.names.setChecked(False)
            self.proposed.setChecked(False)
            self.stay.clear()
            self.reader.setText(output.proposed.who if output.proposed else "")
            self.purpose.setText(output.proposed.purpose if output.proposed else "")
        self._say_filter()
        self._show_asked(output)
        self._is_filling = False

    def _fill_iros(self, output: Output) -> None:
        desk, here = self._deeds.desk, self.iro.currentText()
        whose = desk.whose()
        self.iro.clear()
        if Asks.IRO in output.asks:
            self.iro.addItem("All IROs", "")
        for name in desk.iros():
            self.iro.addItem(name, name)
        wanted = here if self.iro.findText(here) >= 0 and here else whose or ""
        if Asks.FILTER in output.asks:
            wanted = whose or ""
        self.iro.setCurrentIndex(max(0, self.iro.findData(wanted)))

    def _fill_reviews(self) -> None:
        was, self._is_filling = self._is_filling, True
        here = self.review.currentData()
        self.review.clear()
        child = self.child.child
        view = self._deeds.attempt(lambda: self._deeds.desk.child(child)) if child else None
        for row in view.held if view else ():
            self.review.addItem(short(row.held_on), row.held_on)
        self.review.setCurrentIndex(max(0, self.review.findData(here)))
        self._is_filling = was

    def _say_filter(self) -> None:
        wish = self._caseload()
        column = BY_KEY[wish.sort]
        order = f"by {(column.title or column.header)}{', the other way round' if wish.is_turned else ''}"
        words = f"filtered by “{wish.words}”" if wish.words else "without a filter"
        self.filter_words.setText(f"As the caseload stands on the screen: {words}, {order}.")

    def _show_asked(self, output: Output) -> None:
        shown = {
            "iro": {Asks.IRO, Asks.ONE_IRO} & set(output.asks),
            "child": Asks.CHILD in output.asks,
            "held_on": Asks.REVIEW in output.asks,
            "agency": Asks.AGENCY in output.asks,
            "on": Asks.QUARTER in output.asks,
            "year": Asks.YEAR in output.asks,
            "span": Asks.PERIOD in output.asks,
        }
        for name, is_asked in shown.items():
            self.fields[name].setVisible(bool(is_asked))
        self.filter_words.setVisible(Asks.FILTER in output.asks)
        self.small.setVisible(Asks.SMALL in output.asks)
        self.names.setVisible(output.names is Names.ON_WISH)
        self.proposed.setVisible(Asks.PROPOSED in output.asks)
        self.fields["allowed_names"].setVisible(Asks.NAMES_STAY in output.asks)
        self._show_reader()

    def _show_reader(self) -> None:
        for name in ("reader", "purpose"):
            self.fields[name].setVisible(self._has_reader())
        for line in (self._line, self._checks, self._readers):
            line.invalidate()

    def _has_reader(self) -> bool:
        names = self._output.names if self._output else Names.NEVER
        return names is Names.ALWAYS or (names is Names.ON_WISH and self.names.isChecked())

    # the wish

    def _wish(self, output: Output) -> OutputWish:
        asks, caseload = output.asks, self._caseload()
        is_filtered = Asks.FILTER in asks
        has_iro = {Asks.IRO, Asks.ONE_IRO} & set(asks)
        return OutputWish(
            output.key,
            iro=(self.iro.currentData() or None) if has_iro else None,
            child=self.child.child if Asks.CHILD in asks else None,
            held_on=self._day_of(self.review) if Asks.REVIEW in asks else None,
            agency=Agency(self.agency.currentData()) if Asks.AGENCY in asks else None,
            on=self._day_of(self.quarter) if Asks.QUARTER in asks else None,
            year=int(self.year.currentData()) if Asks.YEAR in asks else None,
            span=self._span() if Asks.PERIOD in asks else None,
            words=caseload.words if is_filtered else "",
            sort=caseload.sort if is_filtered else "",
            is_turned=is_filtered and caseload.is_turned,
            view=caseload.view if is_filtered else "",
            hides_small=self.small.isChecked(),
            with_proposed=Asks.PROPOSED in asks and self.proposed.isChecked(),
            allowed_names=self._allowed() if Asks.NAMES_STAY in asks else (),
            names=self._reader(),
        )

    def _allowed(self) -> tuple[str, ...]:
        return tuple(one.strip() for one in self.stay.text().split(",") if one.strip())

    def _day_of(self, box: DropDown) -> date | None:
        found = box.currentData()
        return found if isinstance(found, date) else None

    def _span(self) -> Span | None:
        """The days chosen; ``None``: those that the document has where none are said."""
        days = self.period.currentData()
        if not days:
            return None
        first, last = days
        return Span(first, last, self._deeds.desk.today_on)

    def _reader(self) -> Reader | None:
        """Who reads the names; while it is only shown, that need not be said yet."""
        if not self._has_reader():
            return None
        return Reader(_plain(self.reader) or _NOBODY_YET, _plain(self.purpose) or _NOTHING_YET)

    def _missing_reader(self) -> list[tuple[str, str]]:
        if not self._has_reader():
            return []
        said = [] if _plain(self.reader) else [("reader", "Say who will read it.")]
        return said + ([] if _plain(self.purpose) else [("purpose", "Say what for, in a few words.")])

    # changes

    def _typed(self) -> None:
        if not self._is_filling:
            self._rest.start()

    def _changed(self) -> None:
        if self._is_filling:
            return
        self._rest.stop()
        self.refuse(())
        self._show_reader()
        self.changed.emit()

    def _child_changed(self) -> None:
        self._fill_reviews()
        if self.child.child:
            self.child_chosen.emit(self.child.child)
        self._changed()


def _plain(line: QLineEdit) -> str:
    return " ".join(line.text().split())
