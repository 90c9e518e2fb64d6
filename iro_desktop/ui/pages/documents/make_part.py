"""What can be made: the list at the left, what is chosen at the right with its fields and its pages."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.documents import Document
from iro_desktop.domain.errors import UserError
from iro_desktop.services.outputs.model import Output
from iro_desktop.services.summary_views import SummaryWish
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.documents.beginning import LONG, beginning_of, rows_in
from iro_desktop.ui.pages.documents.fields import OutputFields
from iro_desktop.ui.pages.documents.rows import OutputRow, output_model, rows_of, soft_ink
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.waiting import waiting
from iro_desktop.ui.widgets import Kind, LinkButton, PrimaryButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.filter_box import FilterBox
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.paper_view import PaperView
from iro_desktop.ui.widgets.progress_strip import ProgressStrip
from iro_desktop.ui.widgets.scroller import Scroller

if TYPE_CHECKING:  # what makes the outputs is loaded when one is asked for
    from iro_desktop.services.outputs.write import Ready

_LIST_EMS, _TWO_EMS = 24, 58  # the width of the list; the width from which list and document stand side by side
_PAGE_EMS = 20  # of a page must be seen, not a slit
_REST_MS = 180  # so that going down the list does not make every document on the way
_OWNER = "output"
_STOPPED = "Stopped; nothing was written. Choose it again, or fewer children, to go on."
_ONLY_BEGINNING = "It is long: its beginning is shown below, and the file holds all of it"
_NOTHING_FOUND = "No document is called that. Esc shows all."


class _Pages(PaperView):
    """Takes the room that is left; asks for no more than a piece of a page."""

    def sizeHint(self) -> QSize:
        """As little as may be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class MakePart(QWidget):
    """Makes the chosen output anew whenever something else is asked for; what is shown is what can be written."""

    child_chosen = Signal(str)

    def __init__(
        self,
        deeds: Deeds,
        caseload: Callable[[], SummaryWish],
        actions: Mapping[Command, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.ready: Ready | None = None  # what is shown
        self._missing: tuple[tuple[str, str], ...] = ()
        self._document: Document | None = None
        self._is_making = False  # beside the window
        self._then: Callable[[], None] | None = None  # what waits for it
        self._is_single = False  # list or document, not both
        self.filter = FilterBox("Type to narrow", self)
        self.model = output_model(self)
        self.list = FactTable(self.model, "Documents that can be made", 1, self, soft_ink)
        self.left = QWidget(self)
        self.right = QWidget(self)
        self.back_link = LinkButton("All documents", "Esc", self.right, Shape.BACK)
        self.title = Text("", Kind.HEADING, parent=self.right)
        self.what_for = Text("", Kind.BODY, Tone.SOFT, self.right)
        self.fields = OutputFields(deeds, caseload, self.right)
        self.told = Text("", Kind.BODY, parent=self.right)
        self.problem = Text("", Kind.BODY, Tone.OVERDUE, self.right)
        self.write_button = PrimaryButton("Write…", parent=self.right)
        self.print_button = QuietButton("Print…", parent=self.right)
        self.preview = _Pages(self.right)
        self.strip = ProgressStrip(self.right)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self.write_button.follow(actions[Command.EXPORT])
        self.print_button.follow(actions[Command.PRINT_FIGURES])
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        self.filter.setSizePolicy(self.list.sizePolicy().horizontalPolicy(), self.filter.sizePolicy().verticalPolicy())
        left.addWidget(self.filter)
        left.addWidget(self.list, 1)
        buttons = FlowLayout()
        buttons.addWidget(self.write_button)
        buttons.addWidget(self.print_button)
        scroll = Scroller(self)
        right = QVBoxLayout(self.right)
        scroll.keep_margin(right, 4, 0, 8, 12)
        right.setSpacing(8)
        for part in (self.back_link, self.title, self.what_for, self.fields, self.told, self.problem):
            right.addWidget(part)
        right.addLayout(buttons)
        right.addWidget(self.strip)
        right.addWidget(self.preview, 1000)
        right.addStretch(1)  # takes the room where there are no pages
        scroll.setWidget(self.right)
        self._scroll = scroll
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(20)
        across.addWidget(self.left)
        across.addWidget(scroll, 1)
        self.problem.hide()
        self.back_link.hide()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._fill_list)
        self.filter.left.connect(self.focus_list)
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self.open)
        self.fields.changed.connect(self.make)
        self.fields.child_chosen.connect(self.child_chosen)
        self.back_link.clicked.connect(self.back)
        self._rest.timeout.connect(self.make)
        self.strip.cancelled.connect(self._stopped)

    # what the page asks

    def focus_list(self) -> None:
        """Go to the list; where one document stands alone, to its fields."""
        if self._is_single and self._scroll.isVisible():
            self._focus_fields()
        else:
            self.list.setFocus()

    def begin_filter(self) -> None:
        """Narrow the list."""
        if self._is_single:
            self._show_one(is_document=False)
        self.filter.setFocus()
        self.filter.selectAll()

    def chosen(self) -> Output | None:
        """The output that is chosen."""
        row = self.model.record(self.list.currentIndex())
        return row.output if row else None

    def take_child(self, child: str, name: str) -> None:
        """The child in hand is the one it is made for."""
        self.fields.set_child(child, name)

    def offer(self, words: str) -> None:
        """The list narrowed to those words."""
        self.filter.setText(words)
        self.list.choose_row(0)

    def take(self, key: str) -> bool:
        """Choose the output of that key; False where there is none."""
        self.filter.clear()
        line = next((at for at, row in enumerate(self.model.rows) if row.output.key == key), -1)
        if line >= 0:
            self.list.choose_row(line)
            self._take_row()
        return line >= 0

    def take_letter(self, held_on: date, names: tuple[str, ...]) -> None:
        """The letter to the child after that review, and the names of others that may stand in it this once."""
        self.take("letter")
        self.fields.set_review(held_on)
        self.fields.stay.setText(", ".join(names))
        self._take_row()
        self.open()

    def show_again(self) -> None:
        """Make what is shown anew: something was recorded, or another child is in hand."""
        if not self.model.rows and not self.filter.text():
            self._fill_list()
        self._take_row()

    def open(self) -> None:
        """Go from the list to what is chosen."""
        if self.chosen() is None:
            return
        if self._is_single:
            self._show_one(is_document=True)
        if self._rest.isActive():
            self._take_row()
        self._focus_fields()

    def back(self) -> bool:
        """From the document to the list; False where one is there."""
        here = self.focusWidget()
        is_at_list = here is self.list or here is self.filter
        if self._is_single and self._scroll.isVisible():
            self._show_one(is_document=False)
        elif is_at_list:
            return False
        self.list.setFocus()
        return True

    def can_be_written(self, then: Callable[[], None]) -> bool:
        """Whether all is said that must be; what is missing is said beside its field.

        ``then`` is done once it is made, where something was typed a moment ago that is not in it yet.
        """
        if self._rest.isActive() or self.fields.is_resting:
            self._take_row()
        if self._is_making:
            self._then = then
        self.fields.refuse(self._missing)
        return self.ready is not None and not self._missing

    # making

    def _fill_list(self) -> None:
        here = self.chosen()
        rows = rows_of(self._deeds.desk.outputs(), self.filter.text())
        self.model.set_rows(rows)
        line = next((at for at, row in enumerate(rows) if here is not None and row.output.key == here.key), 0)
        self.list.choose_row(line)
        if not rows:
            self._show_nothing(_NOTHING_FOUND)
        else:
            self._rest.start()

    def _row_chosen(self) -> None:
        row = self.model.record(self.list.currentIndex())
        if row is not None:
            self._say_what(row)
            self._rest.start()

    def _take_row(self) -> None:
        row = self.model.record(self.list.currentIndex())
        if row is None:
            return
        self._say_what(row)
        self.make()

    def _say_what(self, row: OutputRow) -> None:
        self.title.setText(row.output.title)
        self.what_for.setText(row.output.what_for)
        self.fields.ask_for(row.output)

    def make(self) -> None:
        """Make it and show its pages; what stands in the way is said in their place."""
        self._rest.stop()
        self._deeds.tasks.drop(_OWNER)
        self._is_making, self._then = False, None
        asked = self.fields.asked()
        self._missing = asked.missing
        if asked.wish is None:
            self._show_nothing(asked.missing[0][1] if asked.missing else "")
            return
        wish = asked.wish
        try:
            with waiting():
                work = self._deeds.desk.output_work(wish)
        except UserError as error:
            self._show_nothing(str(error))
            return
        if work.known is not None:
            self._show_ready(work.known)
            return
        self.ready, self._is_making = None, True  # what is shown is of another wish
        self._allow(is_ready=False)
        output = self.chosen()
        task = self._deeds.tasks.begin(_OWNER, f"Making {output.title if output else 'it'}", work)
        task.answered.connect(self._show_ready)
        task.refused.connect(self._show_nothing)
        task.outdated.connect(self.make)
        self.strip.follow(task)

    def _show_ready(self, ready: "Ready") -> None:
        """Its pages; laid out here, for Qt keeps the letters it has measured apart for each thread."""
        document = ready.made.document
        self.ready, self._is_making = ready, False
        self.problem.hide()
        if document != self._document:  # where it is the same, nothing moves
            with waiting():
                self.preview.show_document(beginning_of(document))
            self._document = document
        self.told.set_or_hide(f"{self.ready.told[:1].upper()}{self.ready.told[1:]}. {self._pages_words()}.")
        self._allow(is_ready=True)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _pages_words(self) -> str:
        is_whole = self._document is None or rows_in(self._document) <= LONG
        return self.preview.count_words if is_whole else _ONLY_BEGINNING

    def _stopped(self) -> None:
        """The person did not want to wait."""
        if self.ready is None:
            self._show_nothing(_STOPPED)

    def _show_nothing(self, why: str) -> None:
        self.ready = self._document = self._then = None
        self._is_making = False
        self.preview.show_pages(None)
        self.told.hide()
        self.problem.set_or_hide(why)
        self._allow(is_ready=False)

    def _allow(self, *, is_ready: bool) -> None:
        self.preview.setVisible(is_ready)
        for button in (self.write_button, self.print_button):
            button.setVisible(is_ready)

    def _focus_fields(self) -> None:
        if not self.fields.focus_first():
            (self.write_button if self.write_button.isVisible() else self.preview).setFocus()

    # room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and document side by side where there is room, else one of them."""
        super().resizeEvent(event)
        em = self.font().pixelSize()
        self.preview.setMinimumHeight(_PAGE_EMS * em)
        is_single = self.width() < _TWO_EMS * em
        self.left.setMaximumWidth(16_777_215 if is_single else _LIST_EMS * em)
        self.left.setMinimumWidth(0 if is_single else _LIST_EMS * em)
        if is_single != self._is_single:
            self._is_single = is_single
            self._show_one(is_document=False)

    def _show_one(self, *, is_document: bool) -> None:
        self.left.setVisible(not (self._is_single and is_document))
        self._scroll.setVisible(not self._is_single or is_document)
        self.back_link.setVisible(self._is_single)
