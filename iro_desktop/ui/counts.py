"""What the rail counts, and what undo and redo would do: shown anew after every change, wherever one is."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from iro_desktop.services.desk import Desk
from iro_desktop.services.views import TodayGroup, TodayView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.rail import Rail

_URGENT = (TodayGroup.NOT_RECORDED, TodayGroup.OVERDUE, TodayGroup.BOOKED_LATE)


def show_counts(rail: Rail, today: TodayView) -> None:
    """How much waits on Today, and how many children there are."""
    pressing = sum(today.counts.get(group, 0) for group in (*_URGENT, TodayGroup.TODAY))
    is_urgent = any(today.counts.get(group, 0) for group in _URGENT)
    rail.places[Command.TODAY].set_count(pressing, is_urgent=is_urgent)
    rail.places[Command.CASELOAD].set_count(today.children)


def show_overdue(rail: Rail, overdue: int) -> None:
    """How many answers to alerts are overdue."""
    rail.places[Command.CHALLENGE].set_count(overdue, is_urgent=bool(overdue))


def name_undo(actions: Mapping[Command, QAction], desk: Desk) -> None:
    """Say what would be taken back or done again, where there is something."""
    for command, label in ((Command.UNDO, desk.undo_label()), (Command.REDO, desk.redo_label())):
        word = command.value.capitalize()
        actions[command].setText(f"{word}: {label}" if label else word)
        actions[command].setEnabled(label is not None)
