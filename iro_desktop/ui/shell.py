"""The work itself: rail, find box, the places, and the selected child at the right, on one open desk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedLayout, QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import DoNow, Found, TodayGroup, TodayView
from iro_desktop.ui.commands import OF_A_CHILD, Command
from iro_desktop.ui.deeds import Deeds, InHand
from iro_desktop.ui.finder import FindBox
from iro_desktop.ui.forms.record_review import RecordReview
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.frame import Frame, Parts, room_of
from iro_desktop.ui.listening import Refresh
from iro_desktop.ui.menu import fill_menu
from iro_desktop.ui.pages.caseload import CaseloadPage
from iro_desktop.ui.pages.timescales import TimescalesPage
from iro_desktop.ui.pages.today import TodayPage
from iro_desktop.ui.rail import Rail
from iro_desktop.ui.side import Side
from iro_desktop.ui.timescale_deeds import TimescaleDeeds
from iro_desktop.ui.top_bar import TopBar
from iro_desktop.ui.widgets.note_bar import NoteBar

_FORM_FIRST = "Finish or cancel the form first: press Enter or Esc. Nothing was changed."
_URGENT = (TodayGroup.NOT_RECORDED, TodayGroup.OVERDUE, TodayGroup.BOOKED_LATE)


class Shell(QWidget):
    """One open desk. The window's actions are handed in; the shell does what they say."""

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
        self._is_opened = False  # the side was asked for where it doesn't stand by itself
        self._focus_before: QWidget | None = None
        self._is_keeping = False  # the child in hand, while the list is shown anew
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
        self.caseload = CaseloadPage(self._actions[Command.IMPORT], self)
        self.timescales = TimescalesPage(self)
        self.timescale_deeds = TimescaleDeeds(self.deeds, self.timescales, self)
        self.side = Side(self._actions, self)
        self.note_bar = NoteBar(self._actions[Command.UNDO], self)
        self._sort_menu = QMenu("Sort the caseload", self)
        self.sort_actions = self.caseload.sort_actions(self)
        fill_menu(self._sort_menu, self.sort_actions)
        self.caseload.set_sort_menu(self._sort_menu)

    def _lay_out(self) -> None:
        self.pages = QWidget(self)
        self._pages = QStackedLayout(self.pages)
        for page in (self.today, self.caseload, self.timescales):
            self._pages.addWidget(page)
        parts = Parts(self.rail, self.top_bar, self.pages, self.note_bar, self.side)
        self._frame = Frame(self, parts)

    def _connect(self) -> None:
        for page in (self.today, self.caseload):
            page.chosen.connect(self._row_chosen)
            page.opened.connect(self.open_child)
        self.today.act_wanted.connect(self._do_likely)
        self.caseload.filter_changed.connect(self._filter)
        self.timescales.row_changed.connect(self._show_timescale)
        self.timescales.opened.connect(self._open_timescale)
        self.timescales.add_wanted.connect(self.timescale_deeds.add)
        self.timescales.take_away_wanted.connect(self.timescale_deeds.take_away)
        self.side.timescale.act_wanted.connect(self.timescale_deeds.change)
        self.side.closed.connect(self.close_side)
        self.side.panel.deadline_chosen.connect(self._choose_deadline)
        self.side.panel.together_taken.connect(self.deeds.book_all)
        self.find_box.picked.connect(self._found)
        self.find_box.left.connect(self._focus_page)
        self.deeds.was_saved.connect(self._say_saved)
        self.deeds.went_wrong.connect(self.note_bar.say_wrong)
        self.deeds.form_wanted.connect(self._open_form)

    # places

    def page(self) -> TodayPage | CaseloadPage | TimescalesPage:
        """The place one is at."""
        index = self._pages.currentIndex()
        return self.today if index == 0 else self.timescales if index == 2 else self.caseload

    def go_today(self) -> None:
        """Go to Today."""
        if self.may_leave_form():
            self._go(0, Command.TODAY)

    def go_caseload(self) -> None:
        """Go to the caseload."""
        if self.may_leave_form():
            self._go(1, Command.CASELOAD)

    def go_timescales(self) -> None:
        """Go to the law and the service's choices; no child is in hand there."""
        if not self.may_leave_form():
            return
        if self.deeds.in_hand.view is not None:
            self._put_down = self.deeds.in_hand
            self.select("")
        self._go(2, Command.TIMESCALES)

    def _go(self, index: int, command: Command) -> None:
        self.side.close_form()
        self._is_opened = False
        self._pages.setCurrentIndex(index)
        self._drop_extra()
        self.rail.show_place(command)
        if self.page() is not self.timescales:
            self._take_up()
        self.refresh()
        here = self.deeds.in_hand
        if here.view:
            self.page().choose(here.view.child, here.deadline.id if here.deadline else "")
        self._arrange()
        self._focus_page()

    def _take_up(self) -> None:
        """The child who was put down is in hand again."""
        before, self._put_down = self._put_down, InHand()
        if before.view and self.deeds.in_hand.view is None:
            self.select(before.view.child, before.deadline.id if before.deadline else "")

    def forget(self) -> None:
        """Nobody is in hand: the children in scope are others now."""
        self.side.close_form()
        self.deeds.take("", "")
        self._allow_deeds()
        self._is_opened = False

    def show_page(self, page: QWidget) -> None:
        """Put a page in the places' stead, such as an import; ``closed`` of the page brings Today back."""
        self._drop_extra()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.side.close_form()
        self._is_opened = False
        self.rail.show_place(Command.IMPORT)
        self._arrange()
        page.setFocus()

    def _drop_extra(self) -> None:
        while self._pages.count() > 3:
            extra = self._pages.widget(3)
            if extra is None:
                return
            self._pages.removeWidget(extra)
            extra.deleteLater()

    def filter_caseload(self) -> None:
        """Go where the list is narrowed: the caseload, unless one is at the rules."""
        if self.page() is self.timescales:
            self.timescales.begin_filter()
            return
        if self.page() is not self.caseload:
            self.go_caseload()
        if self.page() is self.caseload:
            self.caseload.filter.setFocus()
            self.caseload.filter.selectAll()

    def sort_caseload(self) -> None:
        """Open the list of orders."""
        if self.page() is not self.caseload:
            self.go_caseload()
        if self.page() is self.caseload:
            self.caseload.open_sort_menu()

    # showing

    def refresh(self) -> None:
        """Ask the desk again for what is on the screen; who is in hand stays in hand."""
        before, place, was_led = self.deeds.in_hand, self.page().table.current_row(), self._is_led_by_today()
        self._is_keeping = self._is_held(before)
        try:
            self._show_lists()
            if self._is_keeping:
                self._keep(before, max(0, place), was_led=was_led)
        finally:
            self._is_keeping = False
        if self.deeds.in_hand is before:  # gone, and nobody stands in their place
            self.deeds.take("", "")
        self._show_in_hand()

    def _show_lists(self) -> None:
        today = self.deeds.attempt(self.desk.today)
        if today is not None:
            self._count(today)
            if self.page() is self.today:
                self.today.show_view(today)
        if self.page() is self.caseload:
            self._filter(self.caseload.words())
        if self.page() is self.timescales:
            self._ask_timescales()

    def _is_led_by_today(self) -> bool:
        """Whether what is in hand is the row chosen on Today."""
        here, row = self.deeds.in_hand, self.today.current() if self.page() is self.today else None
        if row is None or here.view is None or here.deadline is None:
            return False
        return (row.child, row.deadline_id) == (here.view.child, here.deadline.id)

    def _keep(self, before: InHand, place: int, *, was_led: bool) -> None:
        """The same child, and the deadline that matters most where the one in hand is settled."""
        child = before.view.child if before.view else ""
        wanted = before.deadline.id if before.deadline else ""
        now = self.deeds.take(child, wanted).deadline
        is_settled = now is None or now.id != wanted or (was_led and not self.today.choose(child, wanted))
        if is_settled:
            now = self.deeds.take(child, "").deadline
        listed = self._mark(child, now.id if now else "", place, is_settled=is_settled)
        if listed:
            self.deeds.take(child, listed)

    def _mark(self, child: str, deadline_id: str, place: int, *, is_settled: bool) -> str:
        """Mark the child's row, or none; the deadline of a row that takes a settled one's place."""
        page = self.page()
        row = None if isinstance(page, TimescalesPage) else page.current()
        is_marked = row is not None and row.child == child and not is_settled
        if isinstance(page, TimescalesPage) or is_marked or page.choose(child, deadline_id):
            return ""
        if not page.choose(child):
            page.table.clear_choice(place)
        elif is_settled and page is self.today:
            found = self.today.current()
            return found.deadline_id if found else ""
        return ""

    def _is_held(self, here: InHand) -> bool:
        """Whether the child is still there: undoing takes an added one away."""
        try:
            return here.view is not None and bool(self.desk.child(here.view.child))
        except UserError:
            return False

    def _count(self, today: TodayView) -> None:
        pressing = sum(today.counts.get(group, 0) for group in (*_URGENT, TodayGroup.TODAY))
        self.rail.today.set_count(pressing, is_urgent=any(today.counts.get(group, 0) for group in _URGENT))
        self.rail.caseload.set_count(today.children)
        self._actions[Command.RECORD].setEnabled(bool(today.children))
        status = self.deeds.attempt(self.desk.status)
        if status is not None:
            self.rail.show_status(status, today.scope)
        for command, label in ((Command.UNDO, self.desk.undo_label()), (Command.REDO, self.desk.redo_label())):
            word = command.value.capitalize()
            self._actions[command].setText(f"{word}: {label}" if label else word)
            self._actions[command].setEnabled(label is not None)

    def _filter(self, words: str) -> None:
        view = self.deeds.attempt(lambda: self.desk.caseload(words))
        if view is not None:
            self.caseload.show_view(view)

    def select(self, child: str, deadline_id: str = "") -> None:
        """Take the child in hand and show them at the right."""
        self.deeds.take(child, deadline_id)
        self._show_in_hand()

    def _row_chosen(self, child: str, deadline_id: str) -> None:
        if not self._is_keeping:
            self.select(child, deadline_id)

    def _show_in_hand(self) -> None:
        here = self.deeds.in_hand
        self._allow_deeds()
        if here.view:
            self.side.panel.show_child(here.view, here.deadline.id if here.deadline else "", self.desk.today_on)
            self.side.panel.show_plans(here.window, here.siblings)
            self.side.panel.show_why(self.deeds.why())
        self._arrange()

    def _ask_timescales(self) -> None:
        view = self.deeds.attempt(self.desk.timescales)
        if view is not None:
            self.timescales.show_view(view)

    def _show_timescale(self) -> None:
        self.side.timescale.show_detail(self.timescales.detail())
        self._arrange()

    def _allow_deeds(self) -> None:
        """What can be done with what is in hand."""
        for command in OF_A_CHILD:
            if command is not Command.RECORD:  # begins with finding a child where none is in hand
                self._actions[command].setEnabled(self.deeds.can(command))

    def _choose_deadline(self, deadline_id: str) -> None:
        if self.deeds.in_hand.view:
            self.select(self.deeds.in_hand.view.child, deadline_id)

    # the side

    def open_child(self) -> None:
        """Go into the selected child, or on with the form that stands in their place."""
        if self._bring_form_back():
            return
        if self.deeds.in_hand.view is None:
            return
        self._is_opened = True
        self._arrange()
        target = self.side.panel.list if self.side.panel.list.isVisible() else self.side.panel.deadline.first_button()
        if target is not None:
            target.setFocus()

    def _open_timescale(self) -> None:
        """Do what the row beside which its detail stands offers; else show the detail first."""
        if self._bring_form_back():
            return
        if self.side.isVisible():
            self.timescale_deeds.change()
            return
        self._is_opened = True
        self._arrange()
        button = self.side.timescale.button
        (button if button.isVisible() else self.side.back).setFocus()

    def close_side(self) -> None:
        """Go back to the list, to the same row."""
        self.side.close_form()
        self._is_opened = False
        self._arrange()
        self._focus_page()

    def show_why(self) -> None:
        """Bring the explanation of the date in sight."""
        if self.deeds.in_hand.deadline is not None:
            self._is_opened = self._is_opened or not self.side.isVisible()
            self._arrange()
            self.side.panel.bring_why()

    def copy_why(self) -> None:
        """Put the explanation on the clipboard; it holds no names."""
        QGuiApplication.clipboard().setText(self.side.panel.why.text)
        self._say_saved("Copied: why this date is what it is, without names")

    def ask(self) -> None:
        """Open the small form of the action that asks for it."""
        action = self.sender()
        if isinstance(action, QAction):
            self.deeds.ask(Command(action.objectName()))

    def undo(self) -> None:
        """Take the last act back; not behind a half-filled form, whose child could vanish."""
        self._unless_form_is_open(self.deeds.undo)

    def redo(self) -> None:
        """Do it again; not behind a half-filled form."""
        self._unless_form_is_open(self.deeds.redo)

    def _unless_form_is_open(self, work: Callable[[], None]) -> None:
        if self.side.form is None:
            work()
        else:
            self.note_bar.say_wrong(_FORM_FIRST)

    def may_leave_form(self) -> bool:
        """Whether nothing typed would be lost; else the form comes to the front, and it is said."""
        form = self.side.form
        if form is None or not form.is_touched():
            return True
        self.note_bar.say_wrong(_FORM_FIRST)
        form.begin()
        return False

    def _bring_form_back(self) -> bool:
        """Go on with the open form, where there is one."""
        if self.side.form is not None:
            self.side.form.begin()
        return self.side.form is not None

    def _open_form(self, form: FormSheet) -> None:
        is_same = self.side.form is not None and form.is_like(self.side.form)
        if (is_same and self._bring_form_back()) or not self.may_leave_form():
            form.deleteLater()
            return
        if self.side.form is None:
            self._focus_before = QApplication.focusWidget()
        form.saved.connect(self._close_form)
        form.cancelled.connect(self._close_form)
        self.side.show_form(form)
        self._arrange()
        form.begin()

    def _close_form(self) -> None:
        self.side.close_form()
        self._arrange()
        before = self._focus_before
        if before is not None and before.isVisible() and before is not self.find_box:
            before.setFocus()
        else:
            self._focus_page()

    def _found(self, payload: object) -> None:
        self.find_box.clear()
        if isinstance(payload, QAction):
            self._focus_page()
            payload.trigger()
        elif isinstance(payload, Found):
            self._show_found(payload)

    def _show_found(self, found: Found) -> None:
        if isinstance(self.side.form, RecordReview):
            self.side.form.child.set_child(found.child, found.name)
            self.side.form.child.changed.emit()
            return
        if not self.may_leave_form():
            return
        self.side.close_form()
        if self.page() is self.timescales:
            self.go_caseload()
        if not self.page().choose(found.child):
            self.page().table.clear_choice()
            self.select(found.child)
        self._is_opened = True
        self._arrange()
        self._focus_page()

    def _do_likely(self) -> None:
        row = self.today.current()
        deeds = {
            DoNow.RECORD_REVIEW: self.deeds.record,
            DoNow.TASK_DONE: self.deeds.done,
            DoNow.BOOK: self.deeds.book,
            DoNow.MOVE: self.deeds.move,
            DoNow.OPEN: self.open_child,
        }
        if row is not None:
            deeds[row.do_now]()

    def _say_saved(self, sentence: str) -> None:
        can_undo = self._actions[Command.UNDO].isEnabled() and not sentence.startswith(("Undone", "Copied"))
        self.note_bar.say_saved(sentence, can_undo=can_undo)

    def _focus_page(self) -> None:
        page = self.page()
        if isinstance(page, TimescalesPage):
            page.focus_list()
            return
        (page.table if page.has_rows() else page.empty.button).setFocus()

    # room

    def _arrange(self) -> None:
        """The side stands by itself beside Today's list; elsewhere it is asked for."""
        room = room_of(self.width(), self.font().pixelSize())
        is_timescale = self.page() is self.timescales
        has_one = self.timescales.has_rows() if is_timescale else self.deeds.in_hand.view is not None
        stands_by_itself = self.page() is not self.caseload and not room.is_single and self.page().has_rows()
        is_shown = self.side.form is not None or (has_one and (self._is_opened or stands_by_itself))
        self.side.show_timescale(is_shown=is_timescale)
        self.side.offer_back(is_offered=is_shown and not stands_by_itself)
        self._frame.arrange(room, is_side_shown=is_shown)
        for page in (self.today, self.caseload, self.timescales):
            page.summary.show_tail(is_shown=room.is_slim)
            page.column.setContentsMargins(room.margin, 20, room.margin, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._arrange()

    def look_changed(self) -> None:
        """Text size or colours changed."""
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form, then the child, and comes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.side.form is not None:
                self._close_form()
            else:
                self.close_side()
        else:
            super().keyPressEvent(event)
