"""The right side: the selected child, or a form in their place; nothing covers anything."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.pages.service_detail import ServiceDetail
from iro_desktop.ui.pages.timescales_detail import TimescalesDetail
from iro_desktop.ui.panel.child_panel import ChildPanel
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.widgets import LinkButton
from iro_desktop.ui.widgets.panes import Pane


class Side(Pane):
    """Child panel, or a row of a place where no children stand; and a place for one form."""

    closed = Signal()

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__("surface", Qt.Edge.LeftEdge, parent)
        self.form: FormSheet | None = None
        self.panel = ChildPanel(actions, self)
        self.timescale = TimescalesDetail(self)
        self.service = ServiceDetail(actions, self)
        self.back = LinkButton("Back to the list", "Esc", self, Shape.BACK)
        self.back.clicked.connect(self.closed)
        child = QWidget(self)
        column = QVBoxLayout(child)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.back)
        column.addLayout(self._head)
        column.addWidget(self.panel, 1)
        for detail in (self.timescale, self.service):
            column.addWidget(detail, 1)
            detail.hide()
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 0, 0, 0)
        self._stack.addWidget(child)
        self.back.hide()

    def offer_back(self, *, is_offered: bool) -> None:
        """Show the way back to the list, where the side stands in its place."""
        self.back.setVisible(is_offered)
        self._head.setContentsMargins(*((15, 8, 14, 0) if is_offered else (0, 0, 0, 0)))

    def hold(self, detail: QWidget | None) -> None:
        """Hold that in the child's place: a row of Timescales, one of the service's; ``None``: the child."""
        self.panel.setVisible(detail is None)
        for each in (self.timescale, self.service):
            each.setVisible(each is detail)

    def show_form(self, form: FormSheet) -> None:
        """Put the form in the child's place."""
        self.close_form()
        self.form = form
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.begin()
        form.mark_untouched()

    def close_form(self) -> None:
        """Take the form away; the child comes back."""
        if self.form is not None:
            form, self.form = self.form, None
            self._stack.removeWidget(form)
            form.hide()
            form.deleteLater()
            self._stack.setCurrentIndex(0)
