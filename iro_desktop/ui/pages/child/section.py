"""What the parts of the child's page share. A part asks the desk itself, about the child it is shown."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.widgets.row_table import RowTable


class Section(QWidget):
    """One part. It is shown anew when one comes to it and after every act; forms open through ``deeds``."""

    title: ClassVar[str]  # a word or two
    is_usual: ClassVar[bool] = True  # offered before anybody is shown

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds, self.desk, self.actions_by_command = deeds, deeds.desk, actions
        self.setAccessibleName(self.title)

    @classmethod
    def applies(cls, _view: ChildView, _deeds: Deeds) -> bool:
        """Whether the part has anything to do with that child; where not, it is not offered."""
        return True

    def show_child(self, view: ChildView) -> None:
        """Show what this part holds of the child."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Go where the keys begin: the list, or the first thing that can be done."""
        raise NotImplementedError

    @property
    def table(self) -> RowTable | None:
        """The part's list; ``None`` where it has none."""
        return None
