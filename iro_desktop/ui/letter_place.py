"""Which review's letter stands in its place to write; and the passport, sent by one key."""

from datetime import date

from iro_desktop.domain.acts import RecordTaskDone
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.views import ChildView
from iro_desktop.ui.pages.letter import LetterPage
from iro_desktop.ui.review_place import ReviewPlace

_NO_CHILD = "No child is in hand. Nothing was changed. Choose one first."


class LetterPlace(ReviewPlace[LetterPage]):
    """The letter to the child."""

    none_held = "No review of this child is recorded, so there is nothing to write of. Nothing was changed."

    def _show(self, view: ChildView, held_on: date) -> None:
        letter = self._deeds.attempt(lambda: self._deeds.desk.child_letter(view.child, held_on))
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
