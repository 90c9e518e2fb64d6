"""The work itself: rail, find box, the places, and the selected child at the right, on one open desk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.records import SavedView
from iro_desktop.services.caseload_columns import STANDING
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import DoNow, Found, TodayGroup
from iro_desktop.ui.beside import Beside
from iro_desktop.ui.bringing import Bringing
from iro_desktop.ui.challenge_places import VISITED
from iro_desktop.ui.commands import OF_A_CHILD, Command
from iro_desktop.ui.deeds import InHand
from iro_desktop.ui.finder import FindBox
from iro_desktop.ui.form_place import FormPlace
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.frame import Parts
from iro_desktop.ui.half_filled import HalfFilled
from iro_desktop.ui.keeping import Keeping
from iro_desktop.ui.listening import Refresh
from iro_desktop.ui.lists import Lists
from iro_desktop.ui.places import Page, Places
from iro_desktop.ui.rail import Rail
from iro_desktop.ui.resuming import Resuming
from iro_desktop.ui.shell_pages import ShellPages
from iro_desktop.ui.side import Side
from iro_desktop.ui.table_of_places import table_of
from iro_desktop.ui.top_bar import TopBar
from iro_desktop.ui.way_back import WayBack
from iro_desktop.ui.widgets.note_bar import NoteBar

_IRO_GONE = "No IRO of the name that this view has is here. Nothing was changed. Keep the view anew for another."
_VISITED = (Command.CHILD_PAGE, Command.WRITE_RECORD, Command.WRITE_LETTER, *VISITED)


class Shell(ShellPages):
    """One open desk. The window's actions are handed in; the shell does what they say."""

    scope_wanted = Signal(str)  # an IRO's name, or "" for everybody's children

    def __init__(
        self,
        desk: Desk,
        actions: Mapping[Command, QAction],
        commands: Callable[[], list[QAction]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, actions, parent)
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
        self.places = Places(self)
        self.side = Side(self._actions, self)
        self.note_bar = NoteBar(self._actions[Command.UNDO], self._actions[Command.GO_ON], self)
        self.forms = FormPlace(self.side, self.note_bar, self.deeds, self.find_box, self)
        self.half_filled = HalfFilled(self.desk, self._actions[Command.GO_ON], self)
        keeping = Keeping(self.deeds, self.places, self.today)
        self.lists = Lists(self.deeds, self.places, keeping, self.rail, self._actions)
        for place in table_of(self):
            self.places.add(place)

    def _lay_out(self) -> None:
        parts = Parts(self.rail, self.top_bar, self.places, self.note_bar, self.side)
        self.beside = Beside(self, parts, self.places, self.deeds, self.forms)
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
                self.report_deeds,
                self.timescale_deeds,
                self.challenge.lists,
                self.fostering_deeds,
                self.carer_deeds,
            ),
            of_a_child=(self.challenge.deeds,),
        )

    def _connect(self) -> None:
        of_pages = self.of_pages
        of_pages.chosen.connect(self._row_chosen)
        of_pages.opened.connect(self._open_row)
        of_pages.part_wanted.connect(self._open_part)
        of_pages.place_wanted.connect(self.go)
        of_pages.back_wanted.connect(self.go_back)
        self.document_deeds.place_wanted.connect(lambda: self.go(Command.DOCUMENTS))
        self.caseload_deeds.documents_wanted.connect(self.document_deeds.for_output)
        of_pages.likely_wanted.connect(self._do_likely)
        of_pages.record_wanted.connect(self.write_record)
        of_pages.words_changed.connect(self._filter)
        of_pages.fact_chosen.connect(self.beside.show_fact)
        of_pages.fact_chosen.connect(self._allow_deeds)
        of_pages.timescale_opened.connect(self._open_timescale)
        of_pages.service_opened.connect(self._open_service)
        of_pages.said.connect(self._say_saved)
        of_pages.went_wrong.connect(self.note_bar.say_wrong)
        self.challenge.look_at(self.page)
        self.challenge.chosen.connect(self._row_chosen)
        self.challenge.go_wanted.connect(self.go)
        self.challenge.gone.connect(self.go_back, Qt.ConnectionType.QueuedConnection)
        self.carer_deeds.place_wanted.connect(self.go_carers)
        self.report_deeds.place_wanted.connect(lambda: self.go(Command.ANNUAL_REPORT))
        self.performance_deeds.place_wanted.connect(lambda: self.go(Command.PERFORMANCE))
        self.service_deeds.place_wanted.connect(self.go_service)
        self.side.timescale_act_wanted.connect(self.timescale_deeds.change)
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

    def write_letter(self) -> None:
        """Go to the place to write the letter after the review that is meant."""
        if self.letter_place.begin():
            self.go(Command.WRITE_LETTER)

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
        self.came_from = self.places.here.command
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
        if self.places.here.arrived is not None:
            self.places.here.arrived()
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
        if self.places.here.command is not Command.CASELOAD:
            self.go_caseload()
        if self.places.here.command is Command.CASELOAD:
            self.caseload.open_sort_menu()

    def open_views(self) -> None:
        """Open the list of views kept."""
        if self.places.here.command is not Command.CASELOAD:
            self.go_caseload()
        if self.places.here.command is Command.CASELOAD:
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

    def show_today(self) -> None:
        """Show Today as the desk told it last."""
        if self.lists.day is not None:
            self.today.show_view(self.lists.day)

    def show_caseload(self) -> None:
        """Ask for the caseload by the words it is filtered by."""
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
            if self.places.here.command is Command.CHILD_PAGE:
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

    def _open_part(self, title: str) -> None:
        """The part of the child's page by that title."""
        self.go(Command.CHILD_PAGE)
        self.child_page.show_part(title)
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
        if self.places.was_at(Command.WRITE_RECORD):
            self.record.keep_now()
        if self.places.was_at(Command.WRITE_LETTER):
            self.letter.keep_now()

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
