"""A form about one of a child's recorded reviews: which one is chosen first, and what is known of it fills the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView, HeldRow
from iro_desktop.ui.forms.child_form import Save, about_words
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.widgets.choices import DropDown


class WhichReview(FormSheet):
    """The newest is proposed; a list of one thing only tells it."""

    def __init__(self, title: str, desk: Desk, save: Save, view: ChildView, parent: QWidget | None = None) -> None:
        super().__init__(title, save, parent)
        self._desk, self._view = desk, view
        self.about.set_or_hide(about_words(view))
        self.review = DropDown("Which review", self)
        for row in view.held:
            self.review.addItem(row.words, row.held_on.isoformat())
        if self.review.count() == 1:
            self.review.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add_field("review", "Which review", self.review)

    def close_fields(self) -> None:
        """After the last field: show what is known of the review proposed."""
        self.finish()
        self.review.currentIndexChanged.connect(self.show_known)
        self.show_known()

    def row(self) -> HeldRow:
        """The review chosen."""
        return self._view.held[max(0, self.review.currentIndex())]

    def show_known(self) -> None:
        """Fill in what is recorded of the review chosen."""
        raise NotImplementedError

    def whose(self) -> str:
        """The child it was opened for."""
        return self._view.child
