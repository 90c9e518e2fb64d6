"""The place for one form at the side: it opens, comes back when asked for again, and nothing typed in it is lost."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from iro_desktop.services.drafts import DraftOf
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.drafting import Draftkeeper, Way
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.side import Side
from iro_desktop.ui.widgets.note_bar import NoteBar

_FORM_FIRST = "Finish or cancel the form first: press Enter or Esc. Nothing was changed."
_KEPT = "Nothing was saved. What you typed is kept."


class FormPlace(QObject):
    """Opens and closes the side's form, keeps what is typed in it, and says where it stands in the way."""

    changed = Signal()  # a form came or went: the room is shared anew
    left = Signal()  # nothing waits for the focus any more: it goes to the page
    put_aside = Signal(str)  # a half-filled form was cancelled: what to say of it

    def __init__(
        self, side: Side, note_bar: NoteBar, deeds: Deeds, passing: QWidget, parent: QObject | None = None
    ) -> None:
        """``passing`` is what one only comes through: the focus doesn't go back there."""
        super().__init__(parent)
        self._side, self._note_bar, self._deeds, self._passing = side, note_bar, deeds, passing
        self._focus_before: QWidget | None = None
        self._keeper: Draftkeeper | None = None
        deeds.stands_in_the_way = self.stands_in_the_way
        self._command = ""  # the one that is being carried out
        self._child = ""  # in hand as the form was opened

    @property
    def form(self) -> FormSheet | None:
        """The open form."""
        return self._side.form

    def command_begins(self) -> None:
        """A form that opens now is opened again by this command."""
        action = self.sender()
        self._command = action.objectName() if isinstance(action, QAction) else ""

    def command_ends(self) -> None:
        """What opens from now on is opened by something else."""
        self._command = ""

    def unless_open(self, work: Callable[[], None]) -> None:
        """Do it; not behind a half-filled form, whose child could vanish."""
        if self.form is None:
            work()
        else:
            self._note_bar.say_wrong(_FORM_FIRST)

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost; else the form comes to the front, and it is said."""
        if self.form is None or not self.form.is_touched():
            return True
        self._note_bar.say_wrong(_FORM_FIRST)
        self.bring_back()
        return False

    def stands_in_the_way(self, child: str) -> bool:
        """Whether a half-filled form is about that child: what is done at once waits for it, and that is said."""
        return self.form is not None and self._draft_of().child == child and not self.may_leave()

    def bring_back(self) -> bool:
        """Go on with the open form where one was in it, where there is one."""
        if self.form is None:
            return False
        here: QWidget | None = self.form.focusWidget()
        if here is not None and here.isVisible():
            here.setFocus()
        else:
            self.form.begin()
        return True

    def open(self, form: FormSheet) -> None:
        """Put the form at the side, unless it stands there already or another one holds what was typed."""
        is_same = self.form is not None and form.is_like(self.form)
        if (is_same and self.bring_back()) or not self.may_leave():
            form.deleteLater()
            return
        if self.form is None:
            self._focus_before = QApplication.focusWidget()
        self.drop()
        self._note_bar.make_way()
        self._child = self._deeds.in_hand.view.child if self._deeds.in_hand.view else ""
        form.offer_same(self._deeds.desk.same_for, self._deeds.save_as, self._child)
        self._side.show_form(form)
        self._keep_drafts(form)
        form.saved.connect(self._saved)
        form.cancelled.connect(self.cancel)
        self.changed.emit()
        form.begin()
        self._mark_proposed(form)

    def _mark_proposed(self, form: FormSheet) -> None:
        """What was proposed goes as one types something else; what was typed and given back stays."""
        here = form.focusWidget()
        if isinstance(here, QLineEdit) and not form.is_touched():
            here.selectAll()

    def drop(self) -> None:
        """Take the form away; the focus is the caller's."""
        self.keep_now()
        self._keeper = None
        self._side.close_form()

    def keep_now(self) -> bool:
        """Keep what is typed by now; whether something is."""
        return self._keeper is not None and self._keeper.keep_now()

    def cancel(self) -> None:
        """Take the form away and go back to where one was; what was typed is kept, and it is said."""
        is_touched = self.keep_now()
        self._close()
        if is_touched:
            self.put_aside.emit(_KEPT)

    def _saved(self) -> None:
        if self._keeper is not None:
            self._keeper.settle()
        self._close()

    def _close(self) -> None:
        self.drop()
        self.changed.emit()
        before = self._focus_before
        if before is not None and before.isVisible() and before is not self._passing:
            before.setFocus()
        else:
            self.left.emit()

    def _keep_drafts(self, form: FormSheet) -> None:
        """Keep what is typed from now on, and give back what was typed before."""
        here = self._deeds.in_hand
        way = Way(self._command, here.deadline.id if here.deadline else "")
        keeper = Draftkeeper(self._deeds.desk, self._draft_of, form.collect, form.give_back, form, way)
        keeper.failed.connect(self._note_bar.say_wrong)
        form.given_back.emptied.connect(keeper.start_empty)
        form.given_back.emptied.connect(form.begin)
        keeper.watch(form)
        self._keeper = keeper
        draft = keeper.begin()
        if draft is not None:
            now = form.collect()
            is_whole = all(now.get(name) == value for name, value in draft.state.items())
            form.given_back.say(draft.when_words(self._deeds.desk.today_on), is_whole=is_whole)

    def _draft_of(self) -> DraftOf:
        form = self._side.form
        if form is None:
            raise RuntimeError("a draft is kept of an open form only")
        whose = form.whose()
        return DraftOf(form.title.text(), self._child if whose is None else whose, form.subject)
