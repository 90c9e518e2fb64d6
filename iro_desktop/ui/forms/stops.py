"""Where Tab goes in a form: the order in which it is read, whatever the order in which it was made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def focusable(layout: QLayout | None, form: QWidget) -> Iterator[QWidget]:
    """Everything in the layout that can take the focus now, from top to bottom."""
    for number in range(layout.count() if layout else 0):
        item = layout.itemAt(number) if layout else None
        widget = item.widget() if item else None
        if widget is not None:
            yield from _of(widget, form)
        elif item is not None:
            yield from focusable(item.layout(), form)


def _of(widget: QWidget, form: QWidget) -> Iterator[QWidget]:
    if not widget.isVisibleTo(form) or not widget.isEnabled():
        return
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _of(inside, form)
        return
    if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus and widget.focusProxy() is None:
        yield widget
    yield from focusable(widget.layout(), form)


def next_stop(stops: list[QWidget], here: QWidget, step: int) -> QWidget | None:
    """The next one that Tab stops at, round from the last to the first; ``None`` from elsewhere."""
    if here not in stops:
        return None
    at = stops.index(here)
    turns = (stops[(at + step * each) % len(stops)] for each in range(1, len(stops) + 1))
    return next((one for one in turns if _is_stop(one)), None)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
