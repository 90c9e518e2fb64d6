"""The places one goes to: pages in one stack, one shown, and perhaps another page in their stead for a while.

A place is added in four lines: its ``Command`` with words and key (ui/commands.py), its button in ``ui/rail.py``
``PLACES`` (none for a place one comes to only from a child), its page as an attribute of ``ui/shell_pages.py``, and a
``Place`` in ``ui/table_of_places.py``. The rail, the keys, the find box and the way back follow from these.

A page is made when one first goes there; what changed before, it then shows, for going there asks the desk.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from iro_desktop.ui.commands import Command
from iro_desktop.ui.tab_order import FirstInLine, tab_after
from iro_desktop.ui.widgets.row_table import RowTable
from iro_desktop.ui.widgets.summary import SummaryLine


class Page(Protocol):
    """What the window asks of every place. ``made`` of a ``Place`` gives a widget that has these."""

    summary: SummaryLine
    column: QVBoxLayout  # its margins follow the width of the window

    @property
    def table(self) -> RowTable | None:
        """Its list; of several, the one that is shown; ``None`` where it has none."""
        ...

    def has_rows(self) -> bool:
        """Whether there is a list to go to."""
        ...

    def focus_list(self) -> None:
        """Go to the list; where it is empty, to the one thing that can be done."""
        ...

    def choose(self, child: str, deadline_id: str = "", /) -> bool:
        """Choose that child's row, or that deadline's; False where the page doesn't hold it."""
        ...

    def chosen_child(self) -> str:
        """Whose row is chosen; "" where none is, or no children stand there."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """What a command does at one place, for what is chosen there, and whether it can be done now."""

    do: Callable[[], None]
    can: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Place:
    """One place, and how the window behaves there."""

    command: Command  # goes there
    made: Callable[[], Page]  # its page, the same each time; it is made the first time
    show: Callable[[], None] | None  # asks the desk, at every change while one is there; None: goes with who is in hand
    has_children: bool = True  # a child can be in hand there
    has_side: bool = True  # the side stands beside its list by itself, where there is room
    begin_filter: Callable[[], None] | None = None  # goes where its list is narrowed; None: the caseload's is used
    detail_made: Callable[[], QWidget] | None = None  # gives what stands at the side in the child's place
    works: Mapping[Command, Work] = field(default_factory=dict)  # commands of a child that mean something else here
    arrived: Callable[[], None] | None = None  # one has come there, and its list is shown

    @property
    def page(self) -> Page:
        """What one looks at there."""
        return self.made()

    @property
    def detail(self) -> QWidget | None:
        """What stands at the side in the child's place; ``None``: the child."""
        return self.detail_made() if self.detail_made is not None else None


class Places(QWidget):
    """The table of places. Behind a page in their stead stands the caseload, where no side is shown unasked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack = QStackedLayout(self)
        self._places: dict[Command, Place] = {}
        self._seen: list[Command] = []
        self._first = FirstInLine(self)
        self._extra: QWidget | None = None
        self._here = Command.TODAY

    def add(self, place: Place) -> None:
        """One more place. Its page is not made yet."""
        self._places[place.command] = place

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def commands(self) -> tuple[Command, ...]:
        """What goes somewhere."""
        return tuple(self._places)

    def __getitem__(self, command: Command) -> Place:
        return self._places[command]

    @property
    def here(self) -> Place:
        """Where one is."""
        return self._places[self._here]

    def shown(self) -> Iterator[Page]:
        """The pages of the places one was at."""
        return (self._places[command].page for command in self._seen)

    def was_at(self, command: Command) -> bool:
        """Whether one was at that place, so that it has a page."""
        return command in self._seen

    def go(self, command: Command) -> None:
        """Show that place; what stood in the places' stead is gone."""
        self._here = command
        page = self._places[command].page
        assert isinstance(page, QWidget)
        if command not in self._seen:
            self._seen.append(command)
            self._stack.addWidget(page)
            tab_after(self._first, page)
        self._stack.setCurrentWidget(page)
        self._drop_extra()

    def show_instead(self, page: QWidget) -> None:
        """Show a page in the places' stead."""
        self._drop_extra()
        self._here, self._extra = Command.CASELOAD, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def minimumSizeHint(self) -> QSize:
        """Only the page that is shown has a say: the widest of all would widen the window behind every other."""
        page = self._stack.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()

    def _drop_extra(self) -> None:
        if self._extra is not None:
            self._stack.removeWidget(self._extra)
            self._extra.deleteLater()
            self._extra = None
