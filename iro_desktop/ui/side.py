"""The right side: the selected child, or a form in their place; nothing covers anything."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.sheet import FormSheet
from iro_desktop.ui.pages.service_detail import ServiceDetail
from iro_desktop.ui.pages.timescales_detail import TimescalesDetail
from iro_desktop.ui.panel.child_panel import ChildPanel
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.tab_order import tab_after
from iro_desktop.ui.widgets import LinkButton
from iro_desktop.ui.widgets.panes import Pane

Detail = TypeVar("Detail", bound=QWidget)


class Side(Pane):
    """Child panel, or a row of a place where no children stand; and a place for one form."""

    closed = Signal()
    timescale_act_wanted = Signal()  # what the row of Timescales that is shown offers

    def __init__(self, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__("surface", Qt.Edge.LeftEdge, parent)
        self.form: FormSheet | None = None
        self._details: list[QWidget] = []
        self.panel = ChildPanel(actions, self)
        self._actions = actions
        self.back = LinkButton("Back to the list", "Esc", self, Shape.BACK)
        self.back.clicked.connect(self.closed)
        child = QWidget(self)
        self._column = QVBoxLayout(child)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.back)
        self._column.addLayout(self._head)
        self._column.addWidget(self.panel, 1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 0, 0, 0)
        self._stack.addWidget(child)
        self.back.hide()

    @cached_property
    def timescale(self) -> TimescalesDetail:
        """The chosen row of Timescales in full, made for the first of them."""
        detail = self._with(TimescalesDetail(self))
        detail.act_wanted.connect(self.timescale_act_wanted)
        return detail

    @cached_property
    def service(self) -> ServiceDetail:
        """The chosen row of the service's records in full, made for the first of them."""
        return self._with(ServiceDetail(self._actions, self))

    def _with(self, detail: Detail) -> Detail:
        """Room for it where the child stands, hidden until it is held."""
        detail.hide()
        self._column.addWidget(detail, 1)
        self._details.append(detail)
        tab_after(self.back, detail)
        return detail

    def offer_back(self, *, is_offered: bool) -> None:
        """Show the way back to the list, where the side stands in its place."""
        self.back.setVisible(is_offered)
        self._head.setContentsMargins(*((15, 8, 14, 0) if is_offered else (0, 0, 0, 0)))

    def hold(self, detail: QWidget | None) -> None:
        """Hold that in the child's place: a row of Timescales, one of the service's; ``None``: the child."""
        self.panel.setVisible(detail is None)
        for each in self._details:
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
