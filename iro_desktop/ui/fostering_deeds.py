"""What is done about private fostering: forms about the arrangement that is chosen, or of the child in hand."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from iro_desktop.domain.acts import Act
from iro_desktop.rules.fostering_reports import quarter_end
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.fostering_views import ArrangementRow
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.about.fostering import (
    change_arrangement,
    decide_suitability,
    end_arrangement,
    fostering_done,
    fostering_report,
    new_arrangement,
)
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Questions
from iro_desktop.ui.pages.fostering.private import PrivateFosteringPage

_NOBODY = "No private fostering arrangement is chosen. Nothing was changed. Choose one in the list, or A adds one."
_NO_QUARTER = (
    "No private fostering is known, so there is nothing to report. Nothing was changed. A adds an arrangement."
)


class NewArrangementForm(AskForm):
    """About a child who may not be here yet: what is asked follows what is typed."""

    def whose(self) -> str:
        """Nobody's before it is saved."""
        return ""

    def _changed(self, name: str) -> None:
        super()._changed(name)
        if name == "council_id":
            self.look_again()


class ServiceForm(AskForm):
    """About the service, and no child."""

    def whose(self) -> str:
        """Nobody."""
        return ""


class FosteringDeeds(QObject):
    """Opens the forms through the deeds; what is saved is chosen in the list."""

    def __init__(self, deeds: Deeds, page: Callable[[], PrivateFosteringPage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._desk, self._page = deeds, deeds.desk, page

    def new(self) -> None:
        """An arrangement of the child in hand, of another one, or of one who is added with it."""
        view = self._deeds.in_hand.view
        child = view.child if view is not None and not self._page().isVisible() else ""
        self._deeds.form_wanted.emit(self._new_form(child))

    def change(self) -> None:
        """Its days, who told, who cares."""
        self._about(change_arrangement)

    def decide(self) -> None:
        """Suitability."""
        self._about(lambda row: decide_suitability(row, self._desk.today_on))

    def end(self) -> None:
        """Its end, or taking it away."""
        self._about(lambda row: end_arrangement(row, self._desk.today_on))

    def done(self) -> None:
        """A visit or a meeting."""
        self._about(lambda row: fostering_done(row, self._desk.today_on))

    def report(self) -> None:
        """The report of a quarter."""
        self._ask_report(None)

    def report_written(self, day: date) -> None:
        """The report of the quarter of that day was written: ask whether it was sent."""
        self._ask_report(quarter_end(day))

    def _ask_report(self, written_on: date | None) -> None:
        """Ask when it was sent; of one just written nothing is asked where it was sent before, or none is owed."""
        view = self._deeds.attempt(self._desk.private_fostering)
        if view is None:
            return
        owed = {one.quarter_on for one in view.quarters if one.sent_on is None}
        if written_on is not None and written_on not in owed:
            return
        if not view.quarters:
            self._deeds.went_wrong.emit(_NO_QUARTER)
            return
        questions = fostering_report(view.quarters, self._desk.today_on, written_on)
        self._deeds.form_wanted.emit(ServiceForm(questions, self._desk.typed_date, self._deeds.save))

    def open_again(self, of: DraftOf) -> bool:
        """Open the form that holds what was typed; False where it is none of these."""
        form = self._new_form("")
        if of.title != form.title.text():
            form.deleteLater()
            return False
        self._deeds.form_wanted.emit(form)
        return True

    def _new_form(self, child: str) -> NewArrangementForm:
        questions = new_arrangement(child, self._desk.today_on, self._is_known)
        return NewArrangementForm(questions, self._desk.typed_date, self._save, save_all=self._save_all)

    def _is_known(self, child: str) -> bool:
        return any(one.is_same_id for one in self._desk.alike(child, "", "", None))

    def _save(self, act: Act) -> None:
        self._deeds.save(act)
        self._page().choose(getattr(act, "child", ""))

    def _save_all(self, acts: Sequence[Act], sentence: str) -> None:
        self._deeds.save_as(acts, sentence)
        self._page().choose(getattr(acts[-1], "child", ""))

    def _chosen(self) -> ArrangementRow | None:
        """The row chosen in the list, or the newest arrangement of the child in hand."""
        row = self._page().current() if self._page().isVisible() else None
        view = self._deeds.in_hand.view
        if row is None and view is not None:
            found = self._deeds.attempt(lambda: self._desk.arrangements(view.child))
            row = found[0] if found else None
        if row is None:
            self._deeds.went_wrong.emit(_NOBODY)
        return row

    def _about(self, make: Callable[[ArrangementRow], Questions]) -> None:
        row = self._chosen()
        if row is not None:
            about = f"{row.name} · {row.child}" if row.name != row.child else row.child
            self._deeds.form_wanted.emit(AskForm(make(row), self._desk.typed_date, self._deeds.save, about))
