"""What happens in an import, without a window: plan, correct, plan again, save once."""

import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk, ImportShown
from iro_desktop.services.views import Done
from iro_desktop.ui.pages.first_run_work import Runner

T = TypeVar("T")
Corrections = dict[str, str | None]
Plan = Callable[[Corrections], ImportShown]


class ImportFlow(QObject):
    """One import at a time. Every call to the desk goes through ``_work``."""

    busy = Signal(str)  # what is going on; "" when it has ended
    planned = Signal(object, bool)  # ImportShown; whether another source was read than before
    saved = Signal(object, object)  # Done, the ImportShown that was saved
    refused = Signal(str)  # a sentence: what happened, what is safe, what to do
    taken_back = Signal(bool)  # the import saved last was undone; False: it was done again

    def __init__(self, desk: Desk, run: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._run = desk, run
        self._plan: Plan | None = None
        self._shown: ImportShown | None = None
        self._corrections: Corrections = {}
        self._is_busy = self._is_behind = False
        self._label: str | None = None
        desk.on_change(_Listener(self))

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or saved."""
        return self._is_busy

    @property
    def shown(self) -> ImportShown | None:
        """The plan on the table."""
        return self._shown

    def reset(self) -> None:
        """Put the plan aside; nothing was saved."""
        self._plan, self._shown, self._corrections = None, None, {}
        self._is_behind, self._label = False, None

    def read_sheet(self, path: Path) -> None:
        """Read a file."""
        self._read(f"Reading {path.name}…", lambda corrections: self._desk.plan_caseload(path, "", corrections))

    def read_text(self, text: str) -> None:
        """Read cells copied from a sheet."""
        self._read("Reading the cells…", lambda corrections: self._desk.plan_caseload(None, text, corrections))

    def read_folder(self, folder: Path) -> None:
        """Read an SSDA903 return."""
        self._read(f"Reading {folder.name}…", lambda _: self._desk.plan_903(folder))

    def correct(self, heading: str, field: str | None) -> None:
        """A person says what a column means; another column said to mean the same is no longer read."""
        others = [key for key, value in self._corrections.items() if field and value == field and key != heading]
        self._corrections = self._corrections | dict.fromkeys(others) | {heading: field}
        self._plan_again()

    def apply(self) -> None:
        """Save the plan, once: it is off the table before the saving begins."""
        shown = self._shown
        if shown is None or self._is_busy:
            return
        self._shown = None

        def failed(error: UserError) -> None:
            self._shown = shown
            self.refused.emit(str(error))

        self._work("Saving…", lambda: self._desk.apply_import(shown), lambda done: self._saved(done, shown), failed)

    def _saved(self, done: Done, shown: ImportShown) -> None:
        self.reset()
        self._label = self._desk.undo_label()
        self.saved.emit(done, shown)

    def desk_changed(self) -> None:
        """Something was saved, undone or done again, here or elsewhere in the window."""
        if self._label is not None and self._label in {self._desk.redo_label(), self._desk.undo_label()}:
            self.taken_back.emit(self._label == self._desk.redo_label())

    def _read(self, words: str, plan: Plan) -> None:
        if not self._is_busy:

            def done(shown: ImportShown) -> None:
                self.reset()
                self._plan, self._shown = plan, shown
                self.planned.emit(shown, True)

            self._work(words, lambda: plan({}), done, self._not_read)

    def _not_read(self, error: UserError) -> None:
        self.refused.emit(str(error))

    def _plan_again(self) -> None:
        """Plan with the corrections; one that comes while another is under way is taken up after it."""
        plan, corrections, before = self._plan, dict(self._corrections), self._shown
        self._is_behind = self._is_busy
        if self._is_busy or plan is None or before is None:
            return

        def done(shown: ImportShown) -> None:
            self._shown = shown
            self.planned.emit(shown, False)
            self._catch_up()

        def failed(error: UserError) -> None:
            self._take_back(before, corrections)
            self.refused.emit(f"{error} The columns stand as they were before.")
            self._catch_up()

        self._work("Reading it again…", lambda: plan(corrections), done, failed)

    def _take_back(self, before: ImportShown, corrections: Corrections) -> None:
        fields = {column.heading: column.field for column in before.columns}
        self._corrections = {
            heading: fields.get(heading) for heading in corrections if corrections[heading] == fields.get(heading)
        }
        self.planned.emit(before, False)

    def _catch_up(self) -> None:
        if self._is_behind:
            self._plan_again()

    def _work(
        self, words: str, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[UserError], None]
    ) -> None:
        self._is_busy = True
        self.busy.emit(words)
        self._run(self, job, done, failed, self._ended)

    def _ended(self) -> None:
        self._is_busy = False
        self.busy.emit("")


class _Listener:
    """Listens to the desk, which outlives the page, without keeping it alive."""

    def __init__(self, flow: ImportFlow) -> None:
        self._flow = weakref.ref(flow)

    def __call__(self) -> None:
        """Tell the page, if it is still there."""
        flow = self._flow()
        if flow is not None and isValid(flow):
            flow.desk_changed()
