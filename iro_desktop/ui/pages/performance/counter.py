"""Has the figures counted beside the window: at once where they are known, otherwise with what is done told."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from iro_desktop.services.long_work import Step
from iro_desktop.services.performance_views import FigureWish, PerformanceView
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.tasks import Task
from iro_desktop.ui.widgets.progress_strip import ProgressStrip

_OWNER = "figures"


class Counter(QObject):
    """One wish at a time; who asks for another lets go of the one before."""

    came = Signal(object)  # a PerformanceView, whole
    part_came = Signal(object)  # a PerformanceView of what is counted so far, once it takes longer than a moment
    refused = Signal()  # it cannot be counted; why was said
    stopped = Signal()  # by the person
    outdated = Signal()  # something was changed meanwhile

    def __init__(self, deeds: Deeds, strip: ProgressStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._strip = deeds, strip
        self._task: Task | None = None
        self._then: list[Callable[[], None]] = []
        strip.cancelled.connect(self._stop)

    @property
    def is_counting(self) -> bool:
        """Whether figures are still to come."""
        return self._task is not None

    def ask(self, wish: FigureWish) -> None:
        """Have them counted; where they are known ``came`` is told before this returns."""
        self.drop()
        work = self._deeds.attempt(lambda: self._deeds.desk.count_performance(wish))
        if work is None:
            self.refused.emit()
        elif work.known is not None:
            self.came.emit(work.known)
        else:
            self._task = self._deeds.tasks.begin(_OWNER, "Counting the figures", work)
            self._task.stepped.connect(self._step)
            self._task.answered.connect(self._take)
            self._task.refused.connect(self._refuse)
            self._task.outdated.connect(self._overtaken)
            self._task.ended.connect(self._end)
            self._strip.follow(self._task)

    def drop(self) -> None:
        """Nobody waits for them any more."""
        self._task, self._then = None, []
        self._deeds.tasks.drop(_OWNER)

    def when_counted(self, do: Callable[[], None]) -> None:
        """Do it now, or once the figures that are being counted have come; not where they never come."""
        if self.is_counting:
            self._then.append(do)
        else:
            do()

    def _step(self, step: Step) -> None:
        if isinstance(step.so_far, PerformanceView) and self._strip.isVisible():
            self.part_came.emit(step.so_far)

    def _take(self, view: object) -> None:
        self._task, then = None, self._then
        self._then = []
        self.came.emit(view)
        for do in then:
            do()

    def _refuse(self, sentence: str) -> None:
        self.drop()
        self._deeds.went_wrong.emit(sentence)
        self.refused.emit()

    def _overtaken(self) -> None:
        self.drop()
        self.outdated.emit()

    def _end(self) -> None:
        """It ended without a word: a fault of the program, said elsewhere."""
        if self._task is not None and self.sender() is self._task:
            self.drop()
            self.refused.emit()

    def _stop(self) -> None:
        self.drop()
        self.stopped.emit()
