"""How rail, bar, page, note and side share the window: two columns where there is room, else one."""

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from iro_desktop.ui.rail import Rail
from iro_desktop.ui.side import Side
from iro_desktop.ui.top_bar import TopBar
from iro_desktop.ui.widgets.note_bar import NoteBar

_WIDE_EMS, _TWO_EMS, _ROOMY_EMS = 88, 74, 108  # window widths in sizes of running text
_SIDE_EMS, _SLIM_SIDE_EMS = 29, 27
_MARGIN, _SLIM_MARGIN = 24, 16
_NO_LIMIT = 16_777_215  # Qt's widest


@dataclass(frozen=True, slots=True)
class Room:
    """What a window of that width has room for, at that size of text."""

    is_single: bool  # page or side, not both
    is_slim: bool  # the rail shows icons alone
    side_width: int
    margin: int


def room_of(width: int, text_pixels: int) -> Room:
    """The room in a window so many pixels wide. Larger text counts as a smaller window."""
    ems = width / max(1, text_pixels)
    is_roomy = ems >= _ROOMY_EMS
    return Room(
        is_single=ems < _TWO_EMS,
        is_slim=ems < _WIDE_EMS,
        side_width=round(text_pixels * (_SIDE_EMS if is_roomy else _SLIM_SIDE_EMS)),
        margin=_MARGIN if is_roomy else _SLIM_MARGIN,
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What shares the window."""

    rail: Rail
    top_bar: TopBar
    pages: QWidget
    note_bar: NoteBar
    side: Side


class Frame(QGridLayout):
    """The window's grid: rail at the left, bar above, page and side, the note beneath the page."""

    def __init__(self, host: QWidget, parts: Parts) -> None:
        super().__init__(host)
        self._parts = parts
        self._side_place = (False, 0)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addWidget(parts.rail, 0, 0, 3, 1)
        self.addWidget(parts.top_bar, 0, 1, 1, 2)
        self.addWidget(parts.pages, 1, 1)
        self.addWidget(parts.note_bar, 2, 1)
        self.addWidget(parts.side, 1, 2, 2, 1)
        self.setColumnStretch(1, 1)
        self.setRowStretch(1, 1)

    def arrange(self, room: Room, *, is_side_shown: bool) -> None:
        """Show the side beside the page, in its stead, or not at all."""
        parts, is_whole = self._parts, room.is_single and is_side_shown
        parts.rail.set_slim(is_slim=room.is_slim)
        parts.top_bar.set_margin(room.margin)
        parts.note_bar.set_margin(room.margin)
        # What goes is hidden before what comes is shown: both at once would widen the window.
        if not is_side_shown:
            parts.side.hide()
        parts.pages.setVisible(not is_whole)
        self._place_side(is_whole=is_whole, width=room.side_width)
        parts.side.setVisible(is_side_shown)

    def _place_side(self, *, is_whole: bool, width: int) -> None:
        """Beside page and note, or in the page's stead with the note beneath."""
        if (is_whole, width) == self._side_place:
            return
        self._side_place = (is_whole, width)
        side = self._parts.side
        self.removeWidget(side)
        if is_whole:
            side.setMinimumWidth(0)
            side.setMaximumWidth(_NO_LIMIT)
            self.addWidget(side, 1, 1)
        else:
            side.setFixedWidth(width)
            self.addWidget(side, 1, 2, 2, 1)
