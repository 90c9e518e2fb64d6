"""Parts side by side where there is room, one below the other where there is not."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class WrapRow(QWidget):
    """A row that turns into a column when its parts no longer fit; large text thus never cuts a button.

    It places its parts itself: Qt asks a widget's layout, not the widget, how high it is for a width.
    """

    def __init__(
        self, *parts: QWidget, parent: QWidget | None = None, spacing: int = 8, shares_width: bool = False
    ) -> None:
        super().__init__(parent)
        self._parts, self._spacing, self._shares = parts, spacing, shares_width
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not (part.isHidden() and part.testAttribute(_EXPLICIT))]

    def _gaps(self, shown: list[QWidget]) -> int:
        return self._spacing * max(0, len(shown) - 1)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each part lies in a row of this width."""
        shown = self._shown()
        if not shown:
            return []
        each = (width - self._gaps(shown)) // len(shown)
        widths = [each if self._shares else part.sizeHint().width() for part in shown]
        needed = [
            part.minimumSizeHint().width() if self._shares else wide for part, wide in zip(shown, widths, strict=True)
        ]
        if (
            all(wide >= need for wide, need in zip(widths, needed, strict=True))
            and sum(widths) + self._gaps(shown) <= width
        ):
            return self._beside(shown, widths)
        return self._below(shown, width)

    def _beside(self, shown: list[QWidget], widths: list[int]) -> list[tuple[QWidget, QRect]]:
        tallest = max(_height(part, wide) for part, wide in zip(shown, widths, strict=True))
        places, x = [], 0
        for part, wide in zip(shown, widths, strict=True):
            height = tallest if self._shares else _height(part, wide)
            places.append((part, QRect(x, (tallest - height) // 2, wide, height)))
            x += wide + self._spacing
        return places

    def _below(self, shown: list[QWidget], width: int) -> list[tuple[QWidget, QRect]]:
        places, y = [], 0
        for part in shown:
            wide = width if self._shares else min(width, part.sizeHint().width())
            height = _height(part, wide)
            places.append((part, QRect(0, y, wide, height)))
            y += height + self._spacing
        return places

    def hasHeightForWidth(self) -> bool:
        """A narrow one is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the tallest, or of all together."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Side by side."""
        shown = self._shown()
        width = sum(part.sizeHint().width() for part in shown) + self._gaps(shown)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part, as low as the tallest."""
        sizes = [part.minimumSizeHint() for part in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A part has another size: ask for room, and place anew."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(place)


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
