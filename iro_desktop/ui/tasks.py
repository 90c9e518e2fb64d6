"""Long work beside the window: one worker thread, one piece of work at a time; what comes of it arrives by signals.

For whoever builds the next long thing, such as writing a large file:

1. The desk makes the work, in the window's thread (``services.long_work.LongWork``). Its ``run`` takes ``progress``
   and ``is_cancelled``, plain callables, and nothing of the window. All that it reads it was given; it asks neither
   desk nor store, because a transaction left open would keep the window's next act from its commit.
2. The page begins it: ``task = deeds.tasks.begin("export", "Writing the workbook", desk.write_workbook(wish))``.
   The first word says whose it is: whoever begins again under the same word lets go of what was begun before.
3. It connects ``answered`` and ``refused`` of the task to methods of its own, and hands the task to a
   ``ui.widgets.progress_strip.ProgressStrip``, which shows what is being done once it takes longer than a moment.
4. When it is left it calls ``deeds.tasks.drop("export")``. Nothing arrives from work that was dropped.

What nobody expected goes the way of ``ui/failures.py``, with the steps it took in the worker.
"""

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from iro_desktop.domain.errors import UserError
from iro_desktop.services.long_work import Cancelled, IsCancelled, LongWork, Overtaken, Progress, Step

_BETWEEN_STEPS = 0.05  # seconds: nobody reads faster


class Task(QObject):
    """One piece of work that was asked for. Its signals come in the window's thread, none after it was dropped."""

    stepped = Signal(Step)
    answered = Signal(object)  # what came of it
    refused = Signal(str)  # a sentence for the person
    outdated = Signal()  # something was changed while it ran: it is to be asked for anew
    ended = Signal()  # however it ended, being dropped too

    def __init__(self, owner: str, words: str, work: LongWork[Any], parent: QObject) -> None:
        super().__init__(parent)
        self.owner, self.words = owner, words
        self.step: Step | None = None  # where it stood when last heard of
        self.work = work
        self.is_dropped = Event()  # what the worker asks
        self._has_ended = False

    @property
    def is_running(self) -> bool:
        """Whether somebody still waits for it."""
        return not self._has_ended

    def drop(self) -> None:
        """Nobody waits for it any more: it stops at its next step, and nothing of it arrives."""
        self.is_dropped.set()
        self._end()

    def hear(self, step: Step) -> None:
        """Where it stands now."""
        if not self._has_ended:
            self.step = step
            self.stepped.emit(step)

    def take(self, outcome: "_Outcome") -> None:
        """What came of it; the work's own ``keep`` decides whether it still stands."""
        if self._has_ended:
            return
        if isinstance(outcome.error, UserError):
            self.refused.emit(str(outcome.error))
        elif isinstance(outcome.error, Overtaken):
            self.outdated.emit()
        elif outcome.error is not None:
            self._end()
            sys.excepthook(type(outcome.error), outcome.error, outcome.error.__traceback__)
        elif (answer := self.work.keep(outcome.answer)) is None:
            self.outdated.emit()
        else:
            self.answered.emit(answer)
        self._end()

    def _end(self) -> None:
        if not self._has_ended:
            self._has_ended = True
            self.ended.emit()


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: object = None
    error: BaseException | None = None


class _Wire(QObject):
    """What the worker may touch of Qt: signals, which cross over to the window's thread."""

    stepped = Signal(int, Step)
    done = Signal(int, object)


class Tasks(QObject):
    """Begins work and hands round what comes of it. Everything here happens in the window's thread.

    While the worker runs Python's collector of garbage rests: run in the worker it might take apart a widget there,
    which Qt does not survive. No thread stays behind when there is nothing to do.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wire = _Wire(self)
        self._wire.stepped.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._wire.done.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._waiting: list[tuple[int, Task]] = []
        self._running: tuple[int, Task, Thread] | None = None
        self._at_work: list[tuple[Event, Thread]] = []  # the same, for when this is gone
        self._count = 0
        self._is_closed = False
        self.destroyed.connect(_stopping(self._at_work))

    def begin(self, owner: str, words: str, work: LongWork[Any]) -> Task:
        """Begin it, or have it wait for what runs now; ``owner`` lets go of what it began before."""
        self.drop(owner)
        task = Task(owner, words, work, self)
        task.ended.connect(task.deleteLater)
        if self._is_closed:
            task.drop()
            return task
        self._count += 1
        self._waiting.append((self._count, task))
        self._begin_next()
        return task

    def drop(self, owner: str) -> None:
        """Nobody waits any more for what was begun under that word."""
        for task in self._tasks():
            if task.owner == owner:
                task.drop()
        self._waiting = [one for one in self._waiting if one[1].is_running]

    def is_busy(self) -> bool:
        """Whether somebody waits for something."""
        return any(task.is_running for task in self._tasks())

    def close(self) -> None:
        """Let go of everything, and wait until the worker has stopped; nothing can be begun any more."""
        self._is_closed = True
        for task in self._tasks():
            task.drop()
        self._waiting = []
        if self._running is not None:
            self._running[2].join()
            self._rest()

    def _tasks(self) -> list[Task]:
        running = [self._running[1]] if self._running is not None else []
        return [*running, *(task for _, task in self._waiting)]

    def _begin_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        number, task = self._waiting.pop(0)
        thread = Thread(target=_work, args=(self._wire, number, task.work.run, task.is_dropped), name="long work")
        self._running, self._at_work[:] = (number, task, thread), [(task.is_dropped, thread)]
        gc.disable()
        thread.start()

    def _rest(self) -> None:
        self._running, self._at_work[:] = None, []
        gc.enable()

    def _hear(self, number: int, step: Step) -> None:
        if self._running is not None and self._running[0] == number:
            self._running[1].hear(step)

    def _take(self, number: int, outcome: _Outcome) -> None:
        if self._running is None or self._running[0] != number:
            return
        _, task, thread = self._running
        thread.join()  # it has nothing left to do
        self._rest()
        self._begin_next()
        if isinstance(outcome.error, Cancelled):
            task.drop()
        task.take(outcome)


def _stopping(at_work: list[tuple[Event, Thread]]) -> Callable[[], None]:
    """Waits for the worker where a window went without closing: it must not speak to what is gone."""

    def stop() -> None:
        for is_dropped, thread in at_work:
            is_dropped.set()
            thread.join()
            gc.enable()

    return stop


def _work(wire: _Wire, number: int, run: Callable[[Progress, IsCancelled], object], is_dropped: Event) -> None:
    """The worker's whole life. It holds nothing of the window but the wire."""
    told_at = -_BETWEEN_STEPS

    def progress(step: Step) -> None:
        nonlocal told_at
        now = monotonic()
        if now - told_at >= _BETWEEN_STEPS and not is_dropped.is_set():
            told_at = now
            wire.stepped.emit(number, step)

    try:
        outcome = _Outcome(run(progress, is_dropped.is_set)) if not is_dropped.is_set() else _Outcome(error=Cancelled())
    except BaseException as error:  # noqa: BLE001 whatever it is, it is told in the window's thread
        outcome = _Outcome(error=error)
    wire.done.emit(number, outcome)
