"""What is done about foster carers: forms about the household that is chosen in its place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.acts import Act, AddFosterCarer
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.fostering_views import CarerRow
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.about.carers import (
    add_carer,
    ask_for_review,
    book_review,
    change_carer,
    correct_review,
    end_carer,
    record_review,
)
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Questions
from iro_desktop.ui.pages.fostering.carers import FosterCarersPage

_NOBODY = "No household is chosen. Nothing was changed. Choose one in the list, or A adds one."
_NO_REVIEW = "No review of this household is recorded. Nothing was changed. R records one."
_ENDED = "The approval of this household has ended. Nothing was changed."


class CarerForm(AskForm):
    """About a household, and no child."""

    def whose(self) -> str:
        """Nobody."""
        return ""


class CarerDeeds(QObject):
    """Goes to the households first where one is elsewhere, so that it is seen which one is meant."""

    place_wanted = Signal()

    def __init__(self, deeds: Deeds, page: Callable[[], FosterCarersPage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._desk, self._page = deeds, deeds.desk, page

    def add(self) -> None:
        """Another household."""
        self._go()
        self._deeds.form_wanted.emit(self._add_form())

    def change(self) -> None:
        """The approval, the terms, the fostering IRO."""
        self._about(lambda row: change_carer(row, self._iros(row.iro)), may_be_over=True)

    def book(self) -> None:
        """The day of the next review."""
        self._about(lambda row: book_review(row, self._desk.today_on))

    def ask(self) -> None:
        """A review out of turn."""
        self._about(lambda row: ask_for_review(row, self._desk.today_on))

    def record(self) -> None:
        """A review that was held."""
        self._about(lambda row: record_review(row, self._desk.today_on), may_be_over=True)

    def correct(self) -> None:
        """Panel, decision, outcome of the newest review; or what was wrong with it."""
        self._about(lambda row: correct_review(row, row.reviews[0]) if row.reviews else None, may_be_over=True)

    def end(self) -> None:
        """The end of the approval."""
        self._about(lambda row: end_carer(row, self._desk.today_on))

    def open_again(self, of: DraftOf) -> bool:
        """Open the form that adds a household; of one about a household, only choose that one: its command opens it."""
        reference = of.subject.split("/")[0]
        view = self._deeds.attempt(lambda: self._desk.foster_carers(ended=True)) if reference else None
        if view is not None and not of.child and reference in {row.reference for row in view.rows}:
            self._go()
            self._page().choose_key(reference)
            return False
        form = self._add_form()
        if of.title != form.title.text():
            form.deleteLater()
            return False
        self._deeds.form_wanted.emit(form)
        return True

    def _add_form(self) -> CarerForm:
        today = self._deeds.attempt(self._desk.today)
        iros = self._desk.iros()
        iro = today.scope if today is not None and today.scope in iros else iros[0] if len(iros) == 1 else ""
        return CarerForm(add_carer(iros, iro), self._desk.typed_date, self._save)

    def _iros(self, chosen: str) -> tuple[str, ...]:
        iros = self._desk.iros()
        return iros if not chosen or chosen in iros else (*iros, chosen)

    def _save(self, act: Act) -> None:
        self._deeds.save(act)
        if isinstance(act, AddFosterCarer):
            self._page().choose_key(act.carer)

    def _go(self) -> None:
        if not self._page().isVisible():
            self.place_wanted.emit()

    def _about(self, make: Callable[[CarerRow], Questions | None], *, may_be_over: bool = False) -> None:
        self._go()
        row = self._page().current()
        if row is None:
            self._deeds.went_wrong.emit(_NOBODY)
            return
        questions = make(row)
        if questions is None:
            self._deeds.went_wrong.emit(_NO_REVIEW)
        elif row.is_over and not may_be_over:
            self._deeds.went_wrong.emit(_ENDED)
        else:
            form = CarerForm(questions, self._desk.typed_date, self._deeds.save, f"Household {row.reference}")
            self._deeds.form_wanted.emit(form)
