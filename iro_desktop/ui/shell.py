"""The work itself: rail, find box, the places, and the selected child at the right, on one open desk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from iro_desktop.domain.records import SavedView
from iro_desktop.services.caseload_columns import STANDING
from iro_desktop.services.desk import Desk
from iro_desktop.services.footprint import months_to
from iro_desktop.services.views import DoNow, Found, TodayGroup
from iro_desktop.ui.beside import Beside
from iro_desktop.ui.bringing import Bringing
from iro_desktop.ui.carer_deeds import CarerDeeds
from iro_desktop.ui.caseload_deeds import CaseloadDeeds
from iro_desktop.ui.challenge_places import VISITED, ChallengePlaces
from iro_desktop.ui.child_deeds import ChildDeeds
from iro_desktop.ui.commands import OF_A_CHILD, Command
from iro_desktop.ui.deeds import Deeds, InHand
from iro_desktop.ui.diary_deeds import DiaryDeeds
from iro_desktop.ui.finder import FindBox
from iro_desktop.ui.form_place import FormPlace
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.fostering_deeds import FosteringDeeds
from iro_desktop.ui.frame import Parts
from iro_desktop.ui.half_filled import HalfFilled
from iro_desktop.ui.keeping import Keeping
from iro_desktop.ui.listening import Refresh
from iro_desktop.ui.lists import Lists
from iro_desktop.ui.menu import fill_menu
from iro_desktop.ui.pages.caseload import CaseloadPage
from iro_desktop.ui.pages.challenge.page import ChallengePage
from iro_desktop.ui.pages.child.footprint import Footprint
from iro_desktop.ui.pages.child.fostering import PrivateFostering
from iro_desktop.ui.pages.child.leaving import Leaving
from iro_desktop.ui.pages.child.page import ChildPage
from iro_desktop.ui.pages.diary import DiaryPage
from iro_desktop.ui.pages.footprints import FootprintsPage
from iro_desktop.ui.pages.fostering.carers import FosterCarersPage
from iro_desktop.ui.pages.fostering.list_page import ListPage
from iro_desktop.ui.pages.fostering.private import PrivateFosteringPage
from iro_desktop.ui.pages.leavers import LeaversPage
from iro_desktop.ui.pages.performance.page import PerformancePage
from iro_desktop.ui.pages.record import RecordPage
from iro_desktop.ui.pages.service import ServicePage
from iro_desktop.ui.pages.timescales import TimescalesPage
from iro_desktop.ui.pages.today import TodayPage
from iro_desktop.ui.pages.write_ups import WriteUpsPage
from iro_desktop.ui.performance_deeds import PerformanceDeeds
from iro_desktop.ui.places import Page, Place, Places
from iro_desktop.ui.rail import Rail
from iro_desktop.ui.record_place import RecordPlace
from iro_desktop.ui.resuming import Resuming
from iro_desktop.ui.review_deeds import ReviewDeeds
from iro_desktop.ui.service_deeds import ServiceDeeds
from iro_desktop.ui.side import Side
from iro_desktop.ui.timescale_deeds import TimescaleDeeds
from iro_desktop.ui.top_bar import TopBar
from iro_desktop.ui.way_back import WayBack
from iro_desktop.ui.widgets.note_bar import NoteBar

_IRO_GONE = "No IRO of the name that this view has is here. Nothing was changed. Keep the view anew for another."
_VISITED = (Command.CHILD_PAGE, Command.WRITE_RECORD, *VISITED)


class Shell(QWidget):
    """One open desk. The window's actions are handed in; the shell does what they say."""

    scope_wanted = Signal(str)  # an IRO's name, or "" for everybody's children

    def __init__(
        self,
        desk: Desk,
        actions: Mapping[Command, QAction],
        commands: Callable[[], list[QAction]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._actions = desk, actions
        self.deeds = Deeds(desk, self)
        self._way_back = WayBack(_VISITED)
        self._put_down = InHand()  # the child who was in hand before one went where no child stands
        self._make(commands)
        self._lay_out()
        self._connect()
        desk.on_change(Refresh(self))

    def _make(self, commands: Callable[[], list[QAction]]) -> None:
        self.rail = Rail(self._actions, self)
        self.find_box = FindBox(self.desk.find, commands, self)
        self.top_bar = TopBar(self.find_box, self._actions, self)
        self.today = TodayPage(self._actions[Command.IMPORT], self)
        self.caseload = CaseloadPage(self._actions[Command.IMPORT], self._actions[Command.EXPORT], self)
        self.timescales = TimescalesPage(self)
        self.service = ServicePage(self._actions, self)
        self.child_page = ChildPage(self.deeds, self._actions, self)
        self.footprints = FootprintsPage(months_to(self.desk.today_on), self._actions, self)
        self.leavers = LeaversPage(self._actions, self)
        self.performance = PerformancePage(self.deeds, self._actions, self)
        self.performance_deeds = PerformanceDeeds(self.deeds, self.performance, self)
        self.review_deeds = ReviewDeeds(self.deeds, self)
        self.challenge = ChallengePlaces(self.deeds, self.review_deeds, self._actions, self)
        self.record_place = RecordPlace(self.deeds, self.review_deeds, RecordPage(self.deeds, self), self)
        self.write_ups = WriteUpsPage(self._actions, self)
        self.diary = DiaryPage(self.desk, self._actions, self)
        self.diary_deeds = DiaryDeeds(self.deeds, self.diary, self)
        self.child_deeds = ChildDeeds(self.deeds, self)
        desk, attempt = self.desk, self.deeds.attempt
        self.fostering = PrivateFosteringPage(
            lambda ended: attempt(lambda: desk.private_fostering(ended=ended)), self._actions, self
        )
        self.carers = FosterCarersPage(
            lambda ended: attempt(lambda: desk.foster_carers(ended=ended)), self._actions, self
        )
        self.fostering_deeds = FosteringDeeds(self.deeds, self.fostering, self)
        self.carer_deeds = CarerDeeds(self.deeds, self.carers, self)
        self.timescale_deeds = TimescaleDeeds(self.deeds, self.timescales, self)
        self.service_deeds = ServiceDeeds(self.deeds, self.service, self)
        self.caseload_deeds = CaseloadDeeds(self.deeds, self.caseload, self._actions[Command.KEEP_VIEW], self)
        self.side = Side(self._actions, self)
        self.note_bar = NoteBar(self._actions[Command.UNDO], self._actions[Command.GO_ON], self)
        self.forms = FormPlace(self.side, self.note_bar, self.deeds, self.find_box, self)
        self.half_filled = HalfFilled(self.desk, self._actions[Command.GO_ON], self)
        self.places = Places(self)
        keeping = Keeping(self.deeds, self.places, self.today, self.write_ups)
        self.lists = Lists(self.deeds, self.places, keeping, self.rail, self._actions)
        for place in self._table():
            self.places.add(place)
        self._sort_menu = QMenu("Sort the caseload", self)
        self.sort_actions = self.caseload.sort_actions(self)
        fill_menu(self._sort_menu, self.sort_actions)
        self.caseload.set_sort_menu(self._sort_menu)

    def _table(self) -> tuple[Place, ...]:
        """Every place, in no order that matters."""
        caseload, timescales, desk, told = self.caseload, self.timescales, self.desk, self.lists.told
        return (
            Place(Command.TODAY, self.today, self._show_today),
            Place(Command.DIARY, self.diary, self.diary.show_again, has_side=False),
            Place(Command.FOOTPRINT, self.footprints, told(desk.footprints, self.footprints.show_view), has_side=False),
            Place(Command.LEAVERS, self.leavers, told(desk.leavers, self.leavers.show_view)),
            Place(Command.PERFORMANCE, self.performance, self.performance.show_again, has_side=False),
            Place(Command.CASELOAD, caseload, self._show_caseload, has_side=False, begin_filter=caseload.begin_filter),
            Place(
                Command.TIMESCALES,
                timescales,
                told(desk.timescales, timescales.show_view),
                has_children=False,
                begin_filter=timescales.begin_filter,
                detail=self.side.timescale,
            ),
            Place(
                Command.SERVICE,
                self.service,
                told(desk.service_records, self.service.show_view),
                has_children=False,
                begin_filter=self.service.begin_filter,
                detail=self.side.service,
                works=self.service_deeds.works,
            ),
            *self.challenge.table(told),
            Place(Command.PRIVATE_FOSTERING, self.fostering, self.fostering.ask_again, has_side=False),
            Place(Command.FOSTER_CARERS, self.carers, self.carers.ask_again, has_children=False, has_side=False),
            Place(Command.CHILD_PAGE, self.child_page, None),
            Place(Command.WRITE_UPS, self.write_ups, told(desk.write_ups, self.write_ups.show_view)),
            Place(Command.WRITE_RECORD, self.record_place.page, self.record_place.show, has_side=False),
        )

    def _lay_out(self) -> None:
        parts = Parts(self.rail, self.top_bar, self.places, self.note_bar, self.side)
        self.beside = Beside(self, parts, self.places, self.deeds, self.forms, self.timescales, self.service)
        self.bringing = Bringing(self.places, self.forms, self.beside, self)
        self.bringing.caseload_wanted.connect(self.go_caseload)
        self.bringing.chosen.connect(self.select)
        self.bringing.left.connect(self._focus_page)
        self.resuming = Resuming(
            self.half_filled,
            self.forms,
            self.bringing,
            self.note_bar,
            self._actions,
            (
                self.service_deeds,
                self.timescale_deeds,
                self.challenge.lists,
                self.fostering_deeds,
                self.carer_deeds,
            ),
            of_a_child=(self.challenge.deeds,),
        )

    def _connect(self) -> None:
        for page in (self.today, self.caseload, self.diary):
            page.chosen.connect(self._row_chosen)
            page.opened.connect(self._open_row)
        self.write_ups.chosen.connect(self._row_chosen)
        self.write_ups.opened.connect(self.write_record)
        self.record_place.page.left.connect(self.go_back)
        self.review_deeds.chosen = self.child_page.chosen_in_reviews
        self.challenge.look_at(self.page, self.child_page)
        self.challenge.chosen.connect(self._row_chosen)
        self.challenge.go_wanted.connect(self.go)
        self.challenge.gone.connect(self.go_back, Qt.ConnectionType.QueuedConnection)
        self.leavers.chosen.connect(self._row_chosen)
        self.leavers.opened.connect(self._open_leaving)
        self.footprints.chosen.connect(self._row_chosen)
        self.footprints.opened.connect(self._open_footprint)
        self.fostering.chosen.connect(self._row_chosen)
        self.fostering.open_wanted.connect(self._open_fostering)
        self.carer_deeds.place_wanted.connect(self.go_carers)
        self.performance.chosen.connect(self._row_chosen)
        self.performance.opened.connect(lambda: self.go(Command.CHILD_PAGE))
        self.performance.said.connect(self._say_saved)
        self.performance_deeds.place_wanted.connect(lambda: self.go(Command.PERFORMANCE))
        self.diary.move_wanted.connect(self.deeds.move_to)
        self.diary.went_wrong.connect(self.note_bar.say_wrong)
        self.today.act_wanted.connect(self._do_likely)
        self.caseload.filter_changed.connect(self._filter)
        self.timescales.opened.connect(self._open_timescale)
        self.service.opened.connect(self._open_service)
        self.service.row_changed.connect(self._allow_deeds)
        self.service_deeds.place_wanted.connect(self.go_service)
        self.timescales.add_wanted.connect(self.timescale_deeds.add)
        self.timescales.take_away_wanted.connect(self.timescale_deeds.take_away)
        self.side.timescale.act_wanted.connect(self.timescale_deeds.change)
        self.side.panel.deadline_chosen.connect(self._choose_deadline)
        self.side.panel.together_taken.connect(self.deeds.book_all)
        self.find_box.picked.connect(self._found)
        self.find_box.left.connect(self._focus_page)
        self.deeds.was_saved.connect(self._say_saved)
        self.deeds.went_wrong.connect(self.note_bar.say_wrong)
        self.deeds.form_wanted.connect(self.forms.open)
        self.deeds.unrecorded_wanted.connect(self._record_next)
        self.deeds.next_wanted.connect(self._go_on_to, Qt.ConnectionType.QueuedConnection)  # once the form is gone
        self.child_deeds.child_wanted.connect(self.bringing.bring)
        self.forms.left.connect(self._focus_page)
        self.forms.changed.connect(self.half_filled.refresh)
        self.forms.put_aside.connect(self.note_bar.say_kept)
        self.deeds.put_aside.connect(self.half_filled.refresh)
        self.deeds.put_aside.connect(self.note_bar.say_kept)
        self.beside.left.connect(self._focus_page)
        self.caseload_deeds.view_wanted.connect(self._look_as_kept)

    # places

    def page(self) -> Page:
        """The page of the place one is at."""
        return self.places.here.page

    def go_today(self) -> None:
        """Go to Today."""
        self.go(Command.TODAY)

    def go_caseload(self) -> None:
        """Go to the caseload."""
        self.go(Command.CASELOAD)

    def go_timescales(self) -> None:
        """Go to the law and the service's choices."""
        self.go(Command.TIMESCALES)

    def go_service(self) -> None:
        """Go to the service's own records."""
        self.go(Command.SERVICE)

    def go_carers(self) -> None:
        """Go to the foster carers."""
        self.go(Command.FOSTER_CARERS)

    def write_record(self) -> None:
        """Go to the place to write the record of the review that is meant."""
        if self.record_place.begin():
            self.go(Command.WRITE_RECORD)

    def go_back(self) -> None:
        """Go back from a place one only visits."""
        self.go(self._way_back.before())

    def go_asked(self) -> None:
        """Go to the place of the action that asks for it."""
        action = self.sender()
        if isinstance(action, QAction):
            self.go(Command(action.objectName()))

    def go(self, command: Command) -> None:
        """Go to that place, unless a half-filled form would be lost; where no children stand, none is in hand."""
        if not self.forms.may_leave():
            return
        has_children = self.places[command].has_children
        if command is Command.CHILD_PAGE and self.deeds.in_hand.view is None:
            return
        self._way_back.going(self.places.here.command, command)
        if not has_children and self.deeds.in_hand.view is not None:
            self._put_down = self.deeds.in_hand
            self.select("")
        self.beside.reset()
        self.places.go(command)
        self.rail.show_place(command)
        if has_children:
            self._take_up()
        self.refresh()
        here = self.deeds.in_hand
        if here.view:
            self.page().choose(here.view.child, here.deadline.id if here.deadline else "")
        page = self.page()
        if isinstance(page, WriteUpsPage | ListPage | ChallengePage | LeaversPage):
            page.begin()
        self.beside.arrange()
        self._focus_page()

    def _take_up(self) -> None:
        """The child who was put down is in hand again."""
        before, self._put_down = self._put_down, InHand()
        if before.view and self.deeds.in_hand.view is None:
            self.select(before.view.child, before.deadline.id if before.deadline else "")

    def forget(self) -> None:
        """Nobody is in hand: the children in scope are others now."""
        self.beside.reset()
        self.deeds.take("", "")
        self._allow_deeds()

    def show_page(self, page: QWidget) -> None:
        """Put a page in the places' stead, such as an import; ``closed`` of the page brings Today back."""
        self.places.show_instead(page)
        self.beside.reset()
        self.rail.show_place(Command.IMPORT)
        self.beside.arrange()
        page.setFocus()

    def filter_caseload(self) -> None:
        """Go where the list is narrowed: the place's own, else the caseload's."""
        begin = self.places.here.begin_filter
        if begin is None:
            self.go_caseload()
            begin = self.places.here.begin_filter
        if begin is not None:
            begin()

    def sort_caseload(self) -> None:
        """Open the list of orders."""
        if self.page() is not self.caseload:
            self.go_caseload()
        if self.page() is self.caseload:
            self.caseload.open_sort_menu()

    def open_views(self) -> None:
        """Open the list of views kept."""
        if self.page() is not self.caseload:
            self.go_caseload()
        if self.page() is self.caseload:
            self.caseload.open_views_menu()

    def _look_as_kept(self, view: SavedView) -> None:
        """Show the caseload as that view has it, from wherever one is."""
        if not self.forms.may_leave():
            return
        if view.iro is not None and view.iro not in self.desk.iros():
            self.note_bar.say_wrong(_IRO_GONE)
            return
        self.caseload.look(view.words or "", view.sort or STANDING, is_turned=view.is_descending)
        if (view.iro or "") != self.caseload_deeds.scope():
            self.scope_wanted.emit(view.iro or "")
        self.go_caseload()

    # showing

    def refresh(self) -> None:
        """Ask the desk again for what is on the screen; who is in hand stays in hand."""
        self.caseload_deeds.refresh()
        self.lists.refresh()
        self._show_in_hand()

    def _show_today(self) -> None:
        if self.lists.day is not None:
            self.today.show_view(self.lists.day)

    def _show_caseload(self) -> None:
        self._filter(self.caseload.words())

    def _filter(self, words: str) -> None:
        self.lists.told(lambda: self.desk.caseload(words), self.caseload.show_view)()

    def select(self, child: str, deadline_id: str = "") -> None:
        """Take the child in hand and show them at the right."""
        self.deeds.take(child, deadline_id)
        self._show_in_hand()

    def _row_chosen(self, child: str, deadline_id: str) -> None:
        if not self.lists.is_keeping:
            self.select(child, deadline_id)

    def _show_in_hand(self) -> None:
        here = self.deeds.in_hand
        self._allow_deeds()
        if here.view:
            self.side.panel.show_child(here.view, here.deadline.id if here.deadline else "", self.desk.today_on)
            self.side.panel.show_plans(here.window, here.siblings)
            self.side.panel.show_why(self.deeds.why())
            if self.page() is self.child_page:
                self.child_page.show_child(here.view)
        self.beside.arrange()

    def _allow_deeds(self) -> None:
        """What can be done with what is in hand."""
        for command in OF_A_CHILD:
            if command is not Command.RECORD:  # begins with finding a child where none is in hand
                here = self.places.here.works.get(command)
                self._actions[command].setEnabled(here.can() if here else self.deeds.can(command))

    def do_here(self, command: Command, work: Callable[[], None]) -> Callable[[], None]:
        """What the command does: what it means at the place one is at, else that work."""

        def do() -> None:
            here = self.places.here.works.get(command)
            (here.do if here is not None else work)()

        return do

    def _choose_deadline(self, deadline_id: str) -> None:
        if self.deeds.in_hand.view:
            self.select(self.deeds.in_hand.view.child, deadline_id)

    # the side

    def open_child(self) -> None:
        """Go into the selected child."""
        self.beside.open_child()

    def _open_row(self) -> None:
        """Open the alert whose answer is waited for; else go into the child."""
        row = self.today.current() if self.page() is self.today else None
        if row is not None and not row.child:
            self._open_household(row.carer)
        elif row is None or not self.challenge.open_clock():
            self.open_child()

    def _open_household(self, reference: str) -> None:
        """Where the foster carer stands; without one, private fostering, whose report is owed."""
        self.go(Command.FOSTER_CARERS if reference else Command.PRIVATE_FOSTERING)
        if reference:
            self.carers.choose_key(reference)

    def _open_leaving(self) -> None:
        """The young person's part about leaving care."""
        self.go(Command.CHILD_PAGE)
        self.child_page.show_part(Leaving.title)
        self._focus_page()

    def _open_footprint(self) -> None:
        """The child's own strip."""
        self.go(Command.CHILD_PAGE)
        self.child_page.show_part(Footprint.title)
        self._focus_page()

    def _open_fostering(self) -> None:
        """The child's own arrangements."""
        self.go(Command.CHILD_PAGE)
        self.child_page.show_part(PrivateFostering.title)
        self._focus_page()

    def _open_timescale(self) -> None:
        """Do what the row beside which its detail stands offers; else show the detail first."""
        if not self.beside.open_detail() and not self.forms.bring_back():
            self.timescale_deeds.change()

    def _open_service(self) -> None:
        """The same for the service's records."""
        if not self.beside.open_detail() and not self.forms.bring_back():
            self.service_deeds.likely()

    def copy_why(self) -> None:
        """Put the explanation on the clipboard; it holds no names."""
        QGuiApplication.clipboard().setText(self.side.panel.why.text)
        self._say_saved("Copied: why this date is what it is, without names")

    def ask(self) -> None:
        """Open the small form of the action that asks for it."""
        action = self.sender()
        if not isinstance(action, QAction):
            return
        command = Command(action.objectName())
        if (here := self.places.here.works.get(command)) is not None:
            here.do()
            return
        self.deeds.ask(command)

    def undo(self) -> None:
        """Take the last act back."""
        self.forms.unless_open(self.deeds.undo)

    def redo(self) -> None:
        """Do it again."""
        self.forms.unless_open(self.deeds.redo)

    def _found(self, payload: object) -> None:
        self.find_box.clear()
        if isinstance(payload, QAction):
            self._focus_page()
            payload.trigger()
        elif isinstance(payload, Found):
            self.bringing.show_found(payload)

    def _do_likely(self) -> None:
        row = self.today.current()
        commands = {
            DoNow.RECORD_REVIEW: Command.RECORD,
            DoNow.TASK_DONE: Command.DONE,
            DoNow.BOOK: Command.BOOK,
            DoNow.MOVE: Command.MOVE,
        }
        if row is None:
            return
        command = commands.get(row.do_now)
        if command is None:
            self._open_row()
        else:
            self._actions[command].trigger()

    def _go_on_to(self, command: Command) -> None:
        self._actions[command].trigger()

    def _record_next(self) -> None:
        """The next review that is not recorded, with its form open."""
        rows = self.lists.day.rows if self.lists.day else ()
        row = next((one for one in rows if one.child and one.group is TodayGroup.NOT_RECORDED), None)
        if row is not None:
            self.bringing.take_in_hand(row.child, row.deadline_id)
            self._actions[Command.RECORD].trigger()
            if isinstance(self.forms.form, RecordReview):
                self.forms.form.take_its_time()

    def _say_saved(self, sentence: str) -> None:
        can_undo = self._actions[Command.UNDO].isEnabled() and not sentence.startswith(("Undone", "Copied", "Written"))
        self.note_bar.say_saved(sentence, can_undo=can_undo)

    def _focus_page(self) -> None:
        self.page().focus_list()

    # what was typed and not saved

    def keep_now(self) -> None:
        """Keep what is typed by now: the window closes, or another screen takes its place."""
        self.forms.keep_now()
        self.record_place.page.keep_now()

    def offer_half_filled(self) -> None:
        """Say what was being filled in before a crash or a lock."""
        self.resuming.offer()

    # room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.beside.arrange()

    def look_changed(self) -> None:
        """Text size or colours changed."""
        self.beside.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form, then the child, and comes back to the list."""
        is_visit = self._way_back.leads_from(self.places.here.command) and self.forms.form is None
        if event.key() == Qt.Key.Key_Escape and is_visit:
            self.go_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.beside.leave()
        else:
            super().keyPressEvent(event)
