"""Documents: what can be made and for whom, what left the program, and the templates it is poured into."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.services.outputs.model import Group
from iro_desktop.services.summary_views import SummaryWish
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.own_keys import is_plain, keeps_key
from iro_desktop.ui.pages.documents.log_part import LogPart
from iro_desktop.ui.pages.documents.make_part import MakePart
from iro_desktop.ui.pages.documents.templates_part import TEMPLATE_KEYS, TemplatesPart
from iro_desktop.ui.pages.timescales_table import FactTable
from iro_desktop.ui.widgets import Kind, Text
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.segments import Segments
from iro_desktop.ui.widgets.summary import SummaryLine

MAKE, LOG, TEMPLATES = range(3)
_TITLES = ("Make", "What left", "Templates")
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class DocumentsPage(QWidget):
    """1, 2 and 3 show a part; letters narrow the list; Enter goes to what is chosen, Esc back."""

    chosen = Signal(str, str)  # child, no deadline

    def __init__(
        self,
        deeds: Deeds,
        caseload: Callable[[], SummaryWish],
        actions: Mapping[Command, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.heading = Text("Documents", Kind.TITLE, parent=self)
        self.summary = SummaryLine(self)
        self.parts = Segments("Parts of Documents", _TITLES, self)
        self.make = MakePart(deeds, caseload, actions, self)
        self.log = LogPart(deeds, self)
        self._stack = QStackedLayout()
        self.templates = TemplatesPart(deeds, self)
        for part in (self.make, self.log, self.templates):
            self._stack.addWidget(part)
        head, line = QVBoxLayout(), FlowLayout()
        head.setSpacing(4)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        line.addWidget(self.parts)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 0)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addLayout(self._stack, 1)
        self.parts.currentChanged.connect(self._part_changed)
        self.parts.left.connect(self.focus_list)
        self.make.child_chosen.connect(lambda child: self.chosen.emit(child, ""))

    # what the window asks of every place

    @property
    def table(self) -> FactTable:
        """The list that is shown."""
        return (self.make, self.log, self.templates)[self.parts.currentIndex()].list

    def has_rows(self) -> bool:
        """Something can always be made."""
        return self.parts.currentIndex() != LOG or self.log.has_rows()

    def focus_list(self) -> None:
        """Go to what is shown."""
        (self.make, self.log, self.templates)[self.parts.currentIndex()].focus_list()

    def choose(self, child: str, _deadline_id: str = "") -> bool:
        """That child's document is made, where one is made for a child."""
        view = self._deeds.in_hand.view
        self.make.take_child(child, view.name if view is not None and view.child == child else child)
        return True

    def chosen_child(self) -> str:
        """For whom one is made."""
        return self.make.fields.child.child

    def begin_filter(self) -> None:
        """Narrow the list of documents."""
        self.parts.setCurrentIndex(MAKE)
        self.make.begin_filter()

    # showing

    def show_again(self) -> None:
        """Ask the desk for what is shown."""
        view = self._deeds.in_hand.view
        if view is not None:
            self.make.take_child(view.child, view.name)
        (self.make, self.log, self.templates)[self.parts.currentIndex()].show_again()
        outputs = self._deeds.desk.outputs().by_key
        self.summary.show_parts([(str(len(outputs)), "can be made, each seen before it is written")])

    def can_be_written(self, then: Callable[[], None]) -> bool:
        """Whether what is shown can be written; what is missing is said beside its field."""
        self.parts.setCurrentIndex(MAKE)
        return self.make.can_be_written(then)

    def show_of_year(self, key: str, year: int) -> None:
        """That document, of that year."""
        self.parts.setCurrentIndex(MAKE)
        at = self.make.fields.year.findData(year)
        self.make.fields.year.setCurrentIndex(max(at, 0))
        self.make.take(key)

    def show_one(self, key: str) -> None:
        """The output of that key."""
        self.parts.setCurrentIndex(MAKE)
        self.make.take(key)
        self.make.open()

    def show_for_child(self) -> None:
        """What can be made for the child in hand."""
        self.parts.setCurrentIndex(MAKE)
        self.make.offer(Group.CHILD)

    def show_letter(self, held_on: date, names: tuple[str, ...]) -> None:
        """The letter of the child in hand after that review; ``names`` of others may stand in it this once."""
        self.parts.setCurrentIndex(MAKE)
        self.make.take_letter(held_on, names)

    def show_for_iro(self, key: str, iro: str) -> None:
        """That document of one IRO."""
        self.parts.setCurrentIndex(MAKE)
        self.make.take(key)
        self.make.fields.take_iro(iro)

    def _part_changed(self) -> None:
        self._stack.setCurrentIndex(self.parts.currentIndex())
        self.show_again()

    # keys

    def event(self, event: QEvent) -> bool:
        """This page's keys are not the window's while its lists have the focus."""
        return keeps_key(event, self._is_own) or super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        is_template = self.parts.currentIndex() == TEMPLATES and event.key() in TEMPLATE_KEYS
        return is_plain(event) and (event.key() in _KEYS or is_template)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits show a part; the templates have keys of their own; Esc stops what is made, or goes to the list."""
        key, at = Qt.Key(event.key()), self.parts.currentIndex()
        if key in _KEYS and is_plain(event):
            self.parts.setCurrentIndex(_KEYS.index(key))
            self.focus_list()
        elif at == TEMPLATES and self.templates.takes(event):
            return
        elif at != MAKE or not (self.make.strip.stops(event) or (key == Qt.Key.Key_Escape and self.make.back())):
            super().keyPressEvent(event)
