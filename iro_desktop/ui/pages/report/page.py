"""Annual report: the sections of a year at the left, the chosen one at the right; written here, published here."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.plan_acts import year_of
from iro_desktop.services.plan_of_year import years_words
from iro_desktop.services.report.model import ReportView, SectionShown
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.report.rows import section_ink, section_model
from iro_desktop.ui.pages.report.write_part import TITLE, WritePart
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.waiting import waiting
from iro_desktop.ui.widgets import Kind, LinkButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.progress_strip import ProgressStrip
from iro_desktop.ui.widgets.summary import SummaryLine

_OWNER = "report"  # of the work in another thread
_AT_ONCE = 150  # children who are counted while one waits; more beside the window
_YEARS = 6  # that are offered: the running one and those before
_LIST_EMS, _TWO_EMS = 29, 64  # the width of the list; the width from which list and section stand side by side


class ReportPage(QWidget):
    """Enter goes to the section, Esc back to the list; Ctrl+S saves, Ctrl+Enter publishes after asking."""

    figure_wanted = Signal(int, str)  # of which year, which measure
    file_wanted = Signal()

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.view: ReportView | None = None
        self._is_single = False  # list or section, not both
        self._wanted: tuple[int, str] | None = None  # the section to go to, once its year is counted
        self.heading = Text(TITLE, Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.year = DropDown("Year", self)
        self.publish_button = QuietButton("Publish…", parent=self)
        self.file_button = LinkButton("Word or PDF…", parent=self)
        self.cautions = Text("", Kind.BODY, Tone.SOFT, self)
        self.model = section_model(self)
        self.list = FactTable(self.model, "Sections of the annual report", 1, self, section_ink)
        self.part = WritePart(deeds, self)
        self.strip = ProgressStrip(self)
        self._lay_out()
        self._connect(actions)

    def _lay_out(self) -> None:
        now = year_of(self._deeds.desk.today_on)
        for year in range(now, now - _YEARS, -1):
            self.year.addItem(f"{years_words(year)}{', so far' if year == now else ''}", year)
        self.year.setCurrentIndex(1)  # the last whole one
        head, line, across = QVBoxLayout(), FlowLayout(), QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        for button in (self.year, self.publish_button, self.file_button):
            line.addWidget(button)
        across.setSpacing(20)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.list)
        across.addWidget(self.part, 1)
        self.body = QWidget(self)
        self.body.setLayout(across)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.cautions)
        self.column.addWidget(self.body, 1)
        for part in (self.body, self.publish_button, self.file_button, self.cautions):
            part.hide()  # until a year is counted

    def _connect(self, actions: Mapping[Command, QAction]) -> None:
        self.publish_button.follow(actions[Command.PUBLISH_REPORT])
        self.publish_button.setAccessibleName("Publish the report")
        self.file_button.setAccessibleName("The report as Word or PDF, in Documents")
        self.file_button.clicked.connect(self.file_wanted)
        self.year.activated.connect(self._year_chosen)
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self.open)
        self.part.left.connect(self.back)
        self.part.figure_wanted.connect(lambda measure: self.figure_wanted.emit(self.chosen_year(), measure))
        for keys, work in (("Ctrl+S", self.part.save), ("Ctrl+H", self.part.choose_figure)):
            QShortcut(QKeySequence(keys), self, work, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what the window asks of every place

    @property
    def table(self) -> FactTable:
        """The list of sections."""
        return self.list

    def has_rows(self) -> bool:
        """Whether the sections stand there."""
        return bool(self.model.rows)

    def focus_list(self) -> None:
        """Go to the list; where a section stands alone, to where one writes."""
        if self.view is None:
            self.year.setFocus()
        elif self._is_single and self.part.isVisible():
            self.part.focus_first()
        else:
            self.list.setFocus()

    def choose(self, _child: str, _deadline_id: str = "") -> bool:
        """No child stands here."""
        return False

    def chosen_child(self) -> str:
        """No child stands here."""
        return ""

    # showing

    def chosen_year(self) -> int:
        """The year that is shown."""
        return int(self.year.currentData())

    def chosen(self) -> SectionShown | None:
        """The section that is chosen."""
        return self.model.record(self.list.currentIndex())

    def show_again(self) -> None:
        """Ask the desk for the year; of many children that takes a while, and what is being done is told."""
        self._deeds.tasks.drop(_OWNER)
        desk, year = self._deeds.desk, self.chosen_year()
        with waiting():
            work = self._deeds.attempt(lambda: desk.report_work(year))
            view = None
            if work is not None and (work.known is not None or desk.status().children <= _AT_ONCE):
                view = self._deeds.attempt(work.now)
        if work is None:
            return
        if view is not None:
            self._show_view(view)
            return
        task = self._deeds.tasks.begin(_OWNER, "Counting the figures of the report", work)
        task.answered.connect(self._take)
        task.refused.connect(self._deeds.went_wrong)
        task.outdated.connect(self.show_again)
        self.strip.follow(task)

    def _take(self, view: object) -> None:
        if isinstance(view, ReportView) and view.year == self.chosen_year():
            self._show_view(view)

    def _show_view(self, view: ReportView) -> None:
        here, is_waited_for = self.chosen(), self.view is None and self.year.hasFocus()
        is_first = self.view is None or self.view.year != view.year
        self.view = view
        self.model.set_rows(list(view.sections))
        line = self.model.line_of(here.key) if here is not None else -1
        if line < 0 or is_first:
            line = max(line, 0)
        self.list.choose_row(line)
        self._say_head(view)
        self._row_chosen()
        self.body.show()
        if is_waited_for:
            self.list.setFocus()
        if self._wanted and self._wanted[0] == view.year:
            key, self._wanted = self._wanted[1], None
            self._go_to(key)

    def _say_head(self, view: ReportView) -> None:
        if view.published_on is not None:
            parts = [("Published", ""), ("", f"on {short(view.published_on)} by {view.published_by}")]
        else:
            missing = len(view.missing)
            written = (str(missing), "to write") if missing else ("", "every heading that needs words has them")
            parts = [("A draft", ""), written]
        self.summary.show_parts([*parts, ("", view.source_words)])
        self.cautions.set_or_hide("\n".join(view.faults or view.cautions))
        self.cautions.set_tone(Tone.OVERDUE if view.faults else Tone.SOFT)
        self.publish_button.setVisible(view.published_on is None and view.is_over)
        self.file_button.setVisible(not view.faults)

    def _year_chosen(self) -> None:
        self.part.keep_now()
        self.show_again()

    def _row_chosen(self) -> None:
        section = self.chosen()
        if self.view is not None and section is not None:
            self.part.show_section(self.view, section)

    def show_section(self, year: int, key: str) -> None:
        """Show that section of that year, and go to it."""
        at = self.year.findData(year)
        if at >= 0 and at != self.year.currentIndex():
            self.year.setCurrentIndex(at)
            self.show_again()
        if self.view is None or self.view.year != year:
            self._wanted = (year, key)  # once it is counted
        else:
            self._go_to(key)

    def _go_to(self, key: str) -> None:
        line = self.model.line_of(key)
        if line >= 0:
            self.list.choose_row(line)
            self._row_chosen()
        self.open()

    def open(self) -> None:
        """Go from the list to the section."""
        if self.chosen() is None:
            return
        if self._is_single:
            self._show_one(is_section=True)
        self.part.focus_first()

    def back(self) -> bool:
        """From the section to the list; False where one is there."""
        if self.list.hasFocus():
            return False
        if self._is_single and self.part.isVisible():
            self._show_one(is_section=False)
        self.list.setFocus()
        return True

    # keys and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the section back to the list."""
        if self.strip.stops(event):
            return
        if event.key() != Qt.Key.Key_Escape or not self.back():
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost by going elsewhere."""
        self.part.keep_now()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and section side by side where there is room, else one of them."""
        super().resizeEvent(event)
        em = self.font().pixelSize()
        self.part.set_page_room(em)
        is_single = self.width() < _TWO_EMS * em
        self.list.setMaximumWidth(16_777_215 if is_single else _LIST_EMS * em)
        self.list.setMinimumWidth(0 if is_single else _LIST_EMS * em)
        if is_single != self._is_single:
            self._is_single = is_single
            self._show_one(is_section=False)

    def _show_one(self, *, is_section: bool) -> None:
        self.list.setVisible(not (self._is_single and is_section))
        self.part.setVisible(not self._is_single or is_section)
        self.part.back_link.setVisible(self._is_single)
