"""What is done with the reviews that were held: recommendations made and followed, the record written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal

from iro_desktop.rules.recommendations import DUE
from iro_desktop.services.recommendations import RecommendationRow
from iro_desktop.services.reviews_held import ReviewsHeld
from iro_desktop.services.views import ChildView
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.about.recommendations import outcome
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Questions
from iro_desktop.ui.forms.child_form import about_words
from iro_desktop.ui.forms.recommendation_form import RecommendationForm

_NONE_OPEN = "No recommendation is open here. Nothing was changed."
_NONE_CHOSEN = "Choose a recommendation first: they stand in the child’s page, part Reviews. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen in the part Reviews of the child's page; nothing while that is not shown."""

    held_on: date | None = None
    recommendation: RecommendationRow | None = None


class ReviewDeeds(QObject):
    """Opens the forms about the review that is chosen, or meant by the work in hand, or was held last."""

    again_wanted = Signal(object)  # another recommendation of the review held on that day

    def __init__(self, deeds: Deeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.chosen: Callable[[], Chosen] = Chosen
        self.again_wanted.connect(self._recommend_of, Qt.ConnectionType.QueuedConnection)  # once the form is gone

    def review_on(self) -> date | None:
        """The review that is meant; ``None``: none was held."""
        view, row = self._deeds.in_hand.view, self._deeds.in_hand.deadline
        if view is None:
            return None
        held = [one.held_on for one in view.held]
        meant = row.review_on if row and row.review_on in held else None
        return self.chosen().held_on or meant or (held[0] if held else None)

    def recommend(self) -> None:
        """Write down what the review recommended."""
        held_on = self.review_on()
        if held_on is not None:
            self._recommend_of(held_on)

    def _recommend_of(self, held_on: date) -> None:
        view = self._deeds.in_hand.view
        if view is not None:
            self._open(RecommendationForm(self._deeds.desk, self._deeds.save, view, held_on))

    def change(self) -> None:
        """Change the chosen recommendation, or take it away."""
        view, one = self._deeds.in_hand.view, self.chosen().recommendation
        if view is not None and one is not None:
            self._open(RecommendationForm(self._deeds.desk, self._deeds.save, view, one.held_on, one))
        else:
            self._deeds.went_wrong.emit(_NONE_CHOSEN)

    def outcome(self) -> None:
        """Say what became of a recommendation: the chosen one, or one of those that are open."""
        view, told = self._deeds.in_hand.view, self._told()
        if view is None or told is None:
            return
        chosen = self.chosen().recommendation
        rows = self._by_date_in_hand(told.still_open) or told.still_open
        if rows:
            self._ask(outcome(view, rows, chosen, self._deeds.desk.today_on), view)
        else:
            self._deeds.went_wrong.emit(_NONE_OPEN)

    def _by_date_in_hand(self, rows: Sequence[RecommendationRow]) -> Sequence[RecommendationRow]:
        """Those that the date in hand can be of, where it is a recommendation's."""
        row = self._deeds.in_hand.deadline
        if row is None or row.rule != DUE.id:
            return ()
        return [one for one in rows if (one.held_on, one.due_on) == (row.review_on, row.due_on)]

    def _told(self) -> ReviewsHeld | None:
        view, desk = self._deeds.in_hand.view, self._deeds.desk
        return self._deeds.attempt(lambda: desk.reviews_held(view.child)) if view is not None else None

    def _ask(self, questions: Questions, view: ChildView) -> None:
        desk = self._deeds.desk
        self._deeds.form_wanted.emit(AskForm(questions, desk.typed_date, self._deeds.save, about_words(view)))

    def _open(self, form: RecommendationForm) -> None:
        form.next_wanted.connect(lambda: self.again_wanted.emit(form.held_on))
        self._deeds.form_wanted.emit(form)
