"""Which review's record stands in its place to write."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.record import RecordPage
from iro_desktop.ui.review_deeds import ReviewDeeds

_NONE_HELD = "No review of this child is recorded, so there is nothing to write up. Nothing was changed."


class RecordPlace(QObject):
    """Stays with one review while one writes, whatever is chosen elsewhere."""

    def __init__(
        self, deeds: Deeds, reviews: ReviewDeeds, page: Callable[[], RecordPage], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds, self._reviews, self._page = deeds, reviews, page
        self._child, self._held_on = "", date.min

    @property
    def page(self) -> RecordPage:
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
        """Show its record; of another child in hand, the review that is meant of theirs."""
        view, desk = self._deeds.in_hand.view, self._deeds.desk
        if view is None or (view.child != self._child and not self.begin()):
            return
        record = self._deeds.attempt(lambda: desk.record_of(view.child, self._held_on))
        told = self._deeds.attempt(lambda: desk.reviews_held(view.child))
        if record is not None and told is not None:
            review = next((row for row in told.rows if row.held_on == self._held_on), None)
            self.page.show_record(view, record, review)
