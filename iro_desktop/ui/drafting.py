"""Keeping what is typed before it is saved: one mechanism for every form and every page one writes on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk
from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.ui.filled import watch

PAUSE_MS = 700  # from a change to its being kept; typing on doesn't put it off
_NUMBERS = count(1)
State = Mapping[str, object]  # what can be told in JSON, by name


@dataclass(frozen=True, slots=True)
class Way:
    """How one comes back to it: the command that opens it, and the deadline that was in hand."""

    command: str = ""
    deadline: str = ""


class Draftkeeper(QObject):
    """Keeps the state of one form or page in the store, 0.7 s after any change, until it is settled.

    ``keeper = Draftkeeper(desk, lambda: DraftOf("Record of the review", child, day), collect, give_back, self)``
    1. When the page is filled with what is stored: ``draft = keeper.begin()``. It gives back what was typed before
       and returns it, so that the page says ``draft.when_words(desk.today_on)``; ``None``: nothing was kept.
    2. ``keeper.watch(widget)`` once: every input beneath it is heard; anything else calls ``keeper.touch()``.
    3. After saving: ``keeper.settle()``. To start empty: ``keeper.start_empty()``. Going away: ``keeper.keep_now()``;
       for good, where another keeper follows on the same page: ``keeper.close()``.
    ``collect`` returns what the fields hold, ``give_back`` puts it in again; ``ui.filled`` has both for any widget.
    """

    failed = Signal(str)  # why nothing can be kept; said once until it can be kept again

    def __init__(
        self,
        desk: Desk,
        of: Callable[[], DraftOf],
        collect: Callable[[], State],
        give_back: Callable[[State], None],
        parent: QObject | None = None,
        way: Way | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._of, self._collect, self._give_back = desk, of, collect, give_back
        self._way = way or Way()
        self._untouched: State = {}  # what was filled in by itself
        self._kept: Draft | None = None  # as it stands in the store
        self._root: QWidget | None = None
        self._number = next(_NUMBERS)
        self._is_failing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep_now)

    def begin(self) -> Draft | None:
        """What is filled in now was not typed; give back what was typed before, where something was kept."""
        self._untouched = self._collect()
        key = self._of().key
        self._kept = next((one for one in self._desk.drafts() if one.of.key == key), None)
        if self._kept is not None:
            self._give_back(self._kept.state)
            self._hear()
        return self._kept

    def watch(self, root: QWidget) -> None:
        """Hear every change beneath the widget; inputs that come later are found at the next one."""
        self._root = root
        self._hear()

    def touch(self) -> None:
        """Something may have changed."""
        if not self._pause.isActive():
            self._pause.start()

    def keep_now(self) -> bool:
        """Keep what is typed by now; whether there is something that was typed."""
        self._pause.stop()
        self._hear()
        state, of = self._collect(), self._of()
        is_touched = state != self._untouched
        try:
            if self._kept is not None and (not is_touched or self._kept.of != of):
                self._drop(self._kept.of)
            if is_touched and (self._kept is None or self._kept.state != state):
                self._keep(Draft(of, state, self._way.command, self._way.deadline))
        except UserError as error:
            self._say(str(error))
        return is_touched

    def settle(self) -> None:
        """It was saved: nothing is kept any more, until something is typed again."""
        self._pause.stop()
        self._untouched = self._collect()
        self.keep_now()

    def start_empty(self) -> None:
        """As it was before anything was typed."""
        self._give_back(self._untouched)
        self.keep_now()

    def close(self) -> None:
        """Keep what is typed by now, and hear nothing any more."""
        self.keep_now()
        self._root = None
        self.deleteLater()

    def _hear(self) -> None:
        if self._root is not None:
            watch(self._root, self.touch, self._number)

    def _keep(self, draft: Draft) -> None:
        self._desk.keep_draft(draft)
        self._kept, self._is_failing = draft, False

    def _drop(self, of: DraftOf) -> None:
        self._desk.drop_draft(of)
        self._kept = None

    def _say(self, sentence: str) -> None:
        if not self._is_failing:
            self._is_failing = True
            self.failed.emit(f"What you type can't be kept at the moment. {sentence}")
