"""Which review's letter stands in its place to write; and the passport, sent by one key."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from iro_desktop.domain.acts import RecordTaskDone
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Task
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.letter import LetterPage
from iro_desktop.ui.review_deeds import ReviewDeeds

_NONE_HELD = "No review of this child is recorded, so there is nothing to write of. Nothing was changed."
_NO_CHILD = "No child is in hand. Nothing was changed. Choose one first."


class LetterPlace(QObject):
    """Stays with one review while one writes, whatever is chosen elsewhere."""

    def __init__(
        self, deeds: Deeds, reviews: ReviewDeeds, page: Callable[[], LetterPage], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds, self._reviews, self._page = deeds, reviews, page
        self._child, self._held_on = "", date.min

    @property
    def page(self) -> LetterPage:
        """Where one writes."""
        return self._page()

    def begin(self) -> bool:
        """Take the review that is meant; False where none was held."""
        view, held_on = self._deeds.in_hand.view, self._reviews.review_on()
        if view is None or held_on is None:
            self._deeds.went_wrong.emit(_NONE_HELD)
            return False
        self._child, self._held_on = view.child, held_on
        return True

    def show(self) -> None:
        """Show its letter; of another child in hand, the review that is meant of theirs."""
        view, desk = self._deeds.in_hand.view, self._deeds.desk
        if view is None or (view.child != self._child and not self.begin()):
            return
        letter = self._deeds.attempt(lambda: desk.child_letter(view.child, self._held_on))
        if letter is not None:
            self.page.show_letter(view, letter)

    def passport_sent(self) -> None:
        """Record that the child in hand has got the IRO's passport, today."""
        view = self._deeds.in_hand.view
        if view is None:
            self._deeds.went_wrong.emit(_NO_CHILD)
            return
        act = RecordTaskDone(child=view.child, task=Task.INTRODUCTION, done_on=self._deeds.desk.today_on)
        try:
            self._deeds.save_as([act], act.sentence)
        except UserError as error:
            self._deeds.went_wrong.emit(str(error))
