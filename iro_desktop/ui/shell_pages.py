"""The pages of the places, each made when it is first asked for: on most days most of them are not."""

from collections.abc import Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from iro_desktop.services.clinic_views import ActionRow, ClinicRow
from iro_desktop.services.desk import Desk
from iro_desktop.services.figure_times import days_of_year
from iro_desktop.services.footprint import months_to
from iro_desktop.services.service_views import IroRow
from iro_desktop.ui.carer_deeds import CarerDeeds
from iro_desktop.ui.caseload_deeds import CaseloadDeeds
from iro_desktop.ui.challenge_places import ChallengePlaces
from iro_desktop.ui.child_deeds import ChildDeeds
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.diary_deeds import DiaryDeeds
from iro_desktop.ui.document_deeds import DocumentDeeds
from iro_desktop.ui.fostering_deeds import FosteringDeeds
from iro_desktop.ui.letter_place import LetterPlace
from iro_desktop.ui.menu import fill_menu
from iro_desktop.ui.pages.caseload import CaseloadPage, sort_actions
from iro_desktop.ui.pages.child.footprint import Footprint
from iro_desktop.ui.pages.child.fostering import PrivateFostering
from iro_desktop.ui.pages.child.leaving import Leaving
from iro_desktop.ui.pages.child.page import ChildPage
from iro_desktop.ui.pages.clinic import EXCEPTIONS, ClinicPage
from iro_desktop.ui.pages.diary import DiaryPage
from iro_desktop.ui.pages.documents.page import DocumentsPage
from iro_desktop.ui.pages.footprints import FootprintsPage
from iro_desktop.ui.pages.fostering.carers import FosterCarersPage
from iro_desktop.ui.pages.fostering.private import PrivateFosteringPage
from iro_desktop.ui.pages.leavers import LeaversPage
from iro_desktop.ui.pages.letter import LetterPage
from iro_desktop.ui.pages.performance.page import PerformancePage
from iro_desktop.ui.pages.record import RecordPage
from iro_desktop.ui.pages.report.page import ReportPage
from iro_desktop.ui.pages.service import ServicePage
from iro_desktop.ui.pages.service_parts import CLINICS
from iro_desktop.ui.pages.timescales import TimescalesPage
from iro_desktop.ui.pages.today import TodayPage
from iro_desktop.ui.pages.write_ups import WriteUpsPage
from iro_desktop.ui.performance_deeds import PerformanceDeeds
from iro_desktop.ui.places import Work
from iro_desktop.ui.record_place import RecordPlace
from iro_desktop.ui.report_deeds import ReportDeeds
from iro_desktop.ui.review_deeds import ReviewDeeds
from iro_desktop.ui.service_deeds import ServiceDeeds
from iro_desktop.ui.timescale_deeds import TimescaleDeeds

if TYPE_CHECKING:  # what makes the outputs is loaded when one is asked for
    from iro_desktop.services.outputs.write import Ready

REPORT = "private-fostering"  # the output that is sent to senior leaders each quarter


class PageSignals(QObject):
    """What the pages ask of the window, whichever page it is."""

    chosen = Signal(str, str)  # a child and a deadline, to be taken in hand
    opened = Signal()  # the row one is on
    part_wanted = Signal(str)  # the part of the child's page by that title
    place_wanted = Signal(object)  # a Command to go by
    back_wanted = Signal()
    likely_wanted = Signal()  # what the row on Today most likely needs
    record_wanted = Signal()  # the place to write the record of the review that is meant
    words_changed = Signal(str)  # what the caseload is filtered by
    fact_chosen = Signal()  # a row of Timescales, or of the service's records
    timescale_opened = Signal()
    service_opened = Signal()
    said = Signal(str)  # done, and nothing to undo
    went_wrong = Signal(str)


class ShellPages(QWidget):
    """The shell as far as its pages go, with what is done on each; a page is made and connected in one place."""

    def __init__(self, desk: Desk, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._actions = desk, actions
        self.came_from = Command.TODAY  # the place one was at before
        self.deeds = Deeds(desk, self)
        self.of_pages = PageSignals(self)
        self.child_deeds = ChildDeeds(self.deeds, self)
        self.review_deeds = ReviewDeeds(self.deeds, self)
        self.performance_deeds = PerformanceDeeds(self.deeds, lambda: self.performance, self)
        self.diary_deeds = DiaryDeeds(self.deeds, lambda: self.diary, self)
        self.fostering_deeds = FosteringDeeds(self.deeds, lambda: self.fostering, self)
        self.carer_deeds = CarerDeeds(self.deeds, lambda: self.carers, self)
        self.timescale_deeds = TimescaleDeeds(self.deeds, lambda: self.timescales, self)
        self.service_deeds = ServiceDeeds(self.deeds, lambda: self.service, self)
        self.caseload_deeds = CaseloadDeeds(self.deeds, lambda: self.caseload, actions[Command.KEEP_VIEW], self)
        self.report_deeds = ReportDeeds(self.deeds, lambda: self.report, self)
        self.document_deeds = DocumentDeeds(self.deeds, lambda: self.documents, self)
        self.document_deeds.written.connect(self._after_written, Qt.ConnectionType.QueuedConnection)  # its form is gone
        self.challenge = ChallengePlaces(self.deeds, self.review_deeds, actions, self)
        self.record_place = RecordPlace(self.deeds, self.review_deeds, lambda: self.record, self)
        self.letter_place = LetterPlace(self.deeds, self.review_deeds, lambda: self.letter, self)
        self.clinic_works = {Command.ADD_FACT: Work(self._add_at_clinic, self._can_add_at_clinic)}
        self.sort_actions = sort_actions(self, self._sort_asked)

    def _after_written(self, ready: "Ready") -> None:
        """Once the report on private fostering is written, it is asked whether it was sent."""
        from iro_desktop.services.outputs.quarters import quarter_wished

        if ready.output.key == REPORT:
            self.fostering_deeds.report_written(quarter_wished(ready.wish, self.desk.today_on).last)

    @cached_property
    def today(self) -> TodayPage:
        """What needs one today."""
        page, of = TodayPage(self._actions[Command.IMPORT], self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(of.opened)
        page.act_wanted.connect(of.likely_wanted)
        return page

    @cached_property
    def caseload(self) -> CaseloadPage:
        """Every child in scope, with its menus of orders and views."""
        page, of = CaseloadPage(self._actions[Command.IMPORT], self._actions[Command.EXPORT], self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(of.opened)
        page.filter_changed.connect(of.words_changed)
        menu = QMenu("Sort the caseload", self)
        fill_menu(menu, self.sort_actions)
        page.set_sort_menu(menu)
        page.set_views_menu(self.caseload_deeds.menu)
        return page

    def _sort_asked(self) -> None:
        """Order the caseload as the action says that asks for it."""
        action = self.sender()
        if isinstance(action, QAction):
            self.caseload.sort_by(str(action.data()))

    @cached_property
    def diary(self) -> DiaryPage:
        """Month, week and list."""
        page, of = DiaryPage(self.desk, self._actions, self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(of.opened)
        page.move_wanted.connect(self.deeds.move_to)
        page.free_wanted.connect(self.diary_deeds.free)
        page.went_wrong.connect(of.went_wrong)
        return page

    @cached_property
    def write_ups(self) -> WriteUpsPage:
        """What to write up first."""
        page, of = WriteUpsPage(self._actions, self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(of.record_wanted)
        return page

    @cached_property
    def record(self) -> RecordPage:
        """Where the record of a review is written."""
        page = RecordPage(self.deeds, self)
        page.left.connect(self.of_pages.back_wanted)
        return page

    @cached_property
    def letter(self) -> LetterPage:
        """Where the letter to a child is written."""
        page = LetterPage(self.deeds, self)
        page.left.connect(self.of_pages.back_wanted)
        page.document_wanted.connect(self.document_deeds.for_letter)
        return page

    @cached_property
    def child_page(self) -> ChildPage:
        """The child in hand, part by part."""
        page = ChildPage(self.deeds, self._actions, self)
        self.review_deeds.chosen = page.chosen_in_reviews
        return page

    @cached_property
    def footprints(self) -> FootprintsPage:
        """Who has gone longest without the IRO."""
        page, of = FootprintsPage(months_to(self.desk.today_on), self._actions, self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(partial(of.part_wanted.emit, Footprint.title))
        return page

    @cached_property
    def leavers(self) -> LeaversPage:
        """Care leavers."""
        page, of = LeaversPage(self._actions, self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(partial(of.part_wanted.emit, Leaving.title))
        return page

    @cached_property
    def fostering(self) -> PrivateFosteringPage:
        """Private fostering arrangements."""
        desk, of = self.desk, self.of_pages
        page = PrivateFosteringPage(
            lambda ended: self.deeds.attempt(lambda: desk.private_fostering(ended=ended)), self._actions, self
        )
        page.chosen.connect(of.chosen)
        page.open_wanted.connect(partial(of.part_wanted.emit, PrivateFostering.title))
        return page

    @cached_property
    def carers(self) -> FosterCarersPage:
        """Foster carers' reviews."""
        desk = self.desk
        return FosterCarersPage(
            lambda ended: self.deeds.attempt(lambda: desk.foster_carers(ended=ended)), self._actions, self
        )

    @cached_property
    def performance(self) -> PerformancePage:
        """Every figure of the service."""
        page, of = PerformancePage(self.deeds, self._actions, self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(partial(of.place_wanted.emit, Command.CHILD_PAGE))
        page.said.connect(of.said)
        return page

    @cached_property
    def report(self) -> ReportPage:
        """The annual report of a year, section by section."""
        page = ReportPage(self.deeds, self._actions, self)
        page.figure_wanted.connect(self._open_figure)
        page.file_wanted.connect(self._offer_report)
        return page

    def _open_figure(self, year: int, measure: str) -> None:
        """A figure of the report, with its rows: in Performance, of that year."""
        self.of_pages.place_wanted.emit(Command.PERFORMANCE)
        self.performance.set_days(*days_of_year(year), None)
        self.performance.open_measure(measure)

    def _offer_report(self) -> None:
        """The report among the documents, to be written as a file."""
        year = self.report.chosen_year()
        self.of_pages.place_wanted.emit(Command.DOCUMENTS)
        self.documents.show_of_year("annual-report", year)

    @cached_property
    def documents(self) -> DocumentsPage:
        """Everything that can be written or printed."""
        page = DocumentsPage(self.deeds, self.caseload_deeds.wish, self._actions, self)
        self.document_deeds.follow(page.templates)
        page.chosen.connect(self.of_pages.chosen)
        return page

    @cached_property
    def clinic(self) -> ClinicPage:
        """One IRO's exceptions, figures and agreed actions."""
        page, of = ClinicPage(self.deeds, self._actions, self), self.of_pages
        page.chosen.connect(of.chosen)
        page.opened.connect(partial(of.place_wanted.emit, Command.CHILD_PAGE))
        page.agreed_opened.connect(self._open_agreed)
        page.pack_wanted.connect(self._show_pack)
        return page

    def begin_clinic(self) -> None:
        """From Service one looks at the IRO of the row that is chosen there."""
        row = self.service.current() if self.came_from is Command.SERVICE else None
        if isinstance(row, IroRow | ActionRow | ClinicRow):
            self.clinic.show_iro(row.name if isinstance(row, IroRow) else row.iro)
        self.clinic.begin()

    def _add_at_clinic(self) -> None:
        """A fact about the child whose exception is chosen; elsewhere no child is seen, and an action is meant."""
        if self.clinic.parts.currentIndex() == EXCEPTIONS:
            self.deeds.ask(Command.ADD_FACT)
        else:
            self._open_agreed("")
            self.service_deeds.add()

    def _can_add_at_clinic(self) -> bool:
        return self.clinic.parts.currentIndex() != EXCEPTIONS or self.deeds.can(Command.ADD_FACT)

    def _open_agreed(self, key: str) -> None:
        """The action where the service keeps it."""
        self.of_pages.place_wanted.emit(Command.SERVICE)
        self.service.show_part(CLINICS, key)

    def _show_pack(self, iro: str) -> None:
        """The clinic pack of that IRO, as it would be printed."""
        self.of_pages.place_wanted.emit(Command.DOCUMENTS)
        self.documents.show_for_iro("clinic-pack", iro)

    @cached_property
    def timescales(self) -> TimescalesPage:
        """The law and the service's choices."""
        page, of = TimescalesPage(self), self.of_pages
        page.opened.connect(of.timescale_opened)
        page.row_changed.connect(of.fact_chosen)
        page.add_wanted.connect(self.timescale_deeds.add)
        page.take_away_wanted.connect(self.timescale_deeds.take_away)
        return page

    @cached_property
    def service(self) -> ServicePage:
        """The service's own records."""
        page, of = ServicePage(self._actions, self), self.of_pages
        page.opened.connect(of.service_opened)
        page.row_changed.connect(of.fact_chosen)
        return page
