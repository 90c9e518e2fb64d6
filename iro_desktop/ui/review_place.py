"""Which review stands in a place where one writes about a review."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject

from iro_desktop.services.views import ChildView
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.review_deeds import ReviewDeeds

P = TypeVar("P")


class ReviewPlace(QObject, Generic[P]):
    """Stays with one review while one writes, whatever is chosen elsewhere."""

    none_held: ClassVar[str]  # what is said where no review was held

    def __init__(
        self, deeds: Deeds, reviews: ReviewDeeds, page: Callable[[], P], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds, self._reviews, self._page = deeds, reviews, page
        self._child, self._held_on = "", date.min

    @property
    def page(self) -> P:
        """Where one writes."""
        return self._page()

    def begin(self) -> bool:
        """Take the review that is meant; False where none was held."""
        view, held_on = self._deeds.in_hand.view, self._reviews.review_on()
        if view is None or held_on is None:
            self._deeds.went_wrong.emit(self.none_held)
            return False
        self._child, self._held_on = view.child, held_on
        return True

    def show(self) -> None:
        """Show what is written of it; of another child in hand, of the review that is meant of theirs."""
        view = self._deeds.in_hand.view
        if view is not None and (view.child == self._child or self.begin()):
            self._show(view, self._held_on)

    def _show(self, view: ChildView, held_on: date) -> None:
        raise NotImplementedError
