"""The review cycle of the child: as a line, or as a list of the same points."""

from datetime import date

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.views import CyclePoint
from iro_desktop.ui.widgets import Card, LinkButton
from iro_desktop.ui.widgets.cycle_line import CycleLine
from iro_desktop.ui.widgets.pairs import Pairs


class CycleCard(Card):
    """Line and list take turns; the list is what screen readers read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "This cycle")
        self.line = CycleLine(self)
        self.list = Pairs(self)
        self.switch = LinkButton("As a list", parent=self)
        self.switch.setAccessibleName("This cycle as a list")
        self.head.addWidget(self.switch)
        self.body.addWidget(self.line)
        self.body.addWidget(self.list)
        self.list.hide()
        self.switch.clicked.connect(self._turn)

    def show_points(self, points: tuple[CyclePoint, ...], today: date) -> None:
        """Show the points, oldest first; hidden where there are none."""
        self.setVisible(bool(points))
        self.line.show_points(points, today)
        self.list.show_pairs(
            [(with_weekday(point.on), f"{point.label}, {point.standing.label.lower()}") for point in points]
        )

    def _turn(self) -> None:
        is_list = self.list.isHidden()
        self.list.setVisible(is_list)
        self.line.setVisible(not is_list)
        self.switch.setText("As a line" if is_list else "As a list")
        self.switch.setAccessibleName(f"This cycle {self.switch.text().lower()}")
        self.switch.updateGeometry()
