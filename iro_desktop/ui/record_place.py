"""Which review's record stands in its place to write."""

from datetime import date

from iro_desktop.services.views import ChildView
from iro_desktop.ui.pages.record import RecordPage
from iro_desktop.ui.review_place import ReviewPlace


class RecordPlace(ReviewPlace[RecordPage]):
    """The record, heading by heading."""

    none_held = "No review of this child is recorded, so there is nothing to write up. Nothing was changed."

    def _show(self, view: ChildView, held_on: date) -> None:
        desk = self._deeds.desk
        record = self._deeds.attempt(lambda: desk.record_of(view.child, held_on))
        told = self._deeds.attempt(lambda: desk.reviews_held(view.child))
        if record is not None and told is not None:
            self.page.show_record(view, record, next((row for row in told.rows if row.held_on == held_on), None))
