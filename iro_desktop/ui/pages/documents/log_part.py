"""What left the program: the export log of a year, the newest first."""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.outputs.model import LoggedExport
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.documents.rows import log_model, soft_ink
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.empty import EmptyState
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.mark import Mark

_LIST, _NOTHING = range(2)
_EVER = "Every year"
_EMPTY = (
    "Nothing left in this year",
    (
        "Whatever is written, printed or shown with names leaves a line here: what, of how many children, for whom "
        "and why. No line can be taken away."
    ),
)


class LogPart(QWidget):
    """Asks the desk for the year that is chosen."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.year = DropDown("Year", self)
        self.year.setMinimumContentsLength(14)
        self.sums = Text("", Kind.SMALL, Tone.SOFT, self)
        self.model = log_model(self)
        self.list = FactTable(self.model, "What left the program", 1, self, soft_ink)
        self.empty = EmptyState(Mark(Shape.DOCUMENT, "soft", parent=self), self)
        self.empty.say(*_EMPTY)
        self._fill_years()
        line = FlowLayout()
        line.addWidget(self.year)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.sums)
        layout.addLayout(self._stack, 1)
        self.year.currentIndexChanged.connect(self.show_again)

    def _fill_years(self) -> None:
        from iro_desktop.services.outputs.export_log import year_of

        now = year_of(self._deeds.desk.today_on)
        for year in range(now, now - 5, -1):
            self.year.addItem(f"{year}/{(year + 1) % 100:02d}", year)
        self.year.addItem(_EVER, None)

    def show_again(self) -> None:
        """The lines of the year."""
        year = self.year.currentData()
        found = self._deeds.attempt(lambda: self._deeds.desk.export_log(year)) or ()
        self.model.set_rows(found)
        self.list.choose_row(max(0, self.list.current_row()))
        self.sums.set_or_hide(sums(found))
        self._stack.setCurrentIndex(_LIST if found else _NOTHING)

    def has_rows(self) -> bool:
        """Whether anything left in that year."""
        return bool(self.model.rows)

    def focus_list(self) -> None:
        """Go to the lines. Where there are none not to the year, which would keep the digits that show a part."""
        (self.list if self.has_rows() else self.empty).setFocus()


def sums(found: tuple[LoggedExport, ...]) -> str:
    """How many, and how many of them with names."""
    if not found:
        return ""
    named = sum(bool(one.reader) for one in found)
    times = "once" if len(found) == 1 else f"{len(found):,} times"
    return f"Something left {times}, {f'{named:,} of them' if named else 'none'} with names."
