"""Long work beside the window: what comes of it arrives by signals, in the window's thread, or not at all."""

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from iro_desktop.domain.errors import UserError
from iro_desktop.services.long_work import IsCancelled, LongWork, Overtaken, Progress, Step, stop_where
from iro_desktop.ui.tasks import Task, Tasks


@pytest.fixture
def tasks(qapp: QCoreApplication) -> Iterator[Tasks]:
    found = Tasks()
    yield found
    found.close()
    assert not workers()


class Ear(QObject):
    """Hears everything of a task, and in which thread."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[object] = set()
        for name in ("stepped", "answered", "refused"):
            getattr(task, name).connect(getattr(self, name))
        task.outdated.connect(self.outdated)
        task.ended.connect(self.ended)

    def _hear(self, name: str, what: object) -> None:
        self.heard.append((name, what))
        self.threads.add(QThread.currentThread())

    @Slot(Step)
    def stepped(self, step: Step) -> None:
        self._hear("step", step)

    @Slot(object)
    def answered(self, answer: object) -> None:
        self._hear("answer", answer)

    @Slot(str)
    def refused(self, words: str) -> None:
        self._hear("refusal", words)

    @Slot()
    def outdated(self) -> None:
        self._hear("outdated", None)

    @Slot()
    def ended(self) -> None:
        self._hear("end", None)


class Gate:
    """Work that goes on only when it is let, or nobody waits any more."""

    def __init__(self, answer: object = "counted") -> None:
        self.began, self.may_go_on = threading.Event(), threading.Event()
        self.answer = answer
        self.was_stopped = False

    def run(self, _progress: Progress, is_cancelled: IsCancelled) -> object:
        self.began.set()
        while not self.may_go_on.wait(0.005):
            if is_cancelled():
                self.was_stopped = True
            stop_where(is_cancelled)
        return self.answer

    def work(self) -> LongWork[object]:
        return LongWork(self.run, lambda answer: answer)


def work_of(run: Callable[[Progress, IsCancelled], object]) -> LongWork[object]:
    return LongWork(run, lambda answer: answer)


def workers() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "long work"]


def test_the_work_runs_in_another_thread_and_its_answer_arrives_in_the_window_s(tasks: Tasks, qtbot: QtBot):
    task = tasks.begin("page", "Counting", work_of(lambda _progress, _is: threading.current_thread().name))
    ear = Ear(task)
    with qtbot.waitSignal(task.ended):
        pass
    assert ear.heard == [("answer", "long work"), ("end", None)]
    assert ear.threads == {QCoreApplication.instance().thread()}  # type: ignore[union-attr]
    assert not task.is_running
    assert not tasks.is_busy()


def test_progress_is_told_before_the_answer(tasks: Tasks, qtbot: QtBot):
    def run(progress: Progress, _is: IsCancelled) -> object:
        for number in range(1000):  # more than anybody could read: the rest is left out
            progress(Step("Reviews", number, 1000))
        return "done"

    task = tasks.begin("page", "Counting", work_of(run))
    ear = Ear(task)
    with qtbot.waitSignal(task.ended):
        pass
    names = [name for name, _ in ear.heard]
    assert names[0] == "step"
    assert names[-2:] == ["answer", "end"]
    assert ear.heard[0][1] == Step("Reviews", 0, 1000)
    assert names.count("step") < 100


def test_what_the_person_can_put_right_arrives_as_a_sentence(tasks: Tasks, qtbot: QtBot):
    def run(_progress: Progress, _is: IsCancelled) -> object:
        raise UserError("There is no room. Nothing was written. Choose another folder.")

    task = tasks.begin("page", "Writing", work_of(run))
    ear = Ear(task)
    with qtbot.waitSignal(task.ended):
        pass
    assert ear.heard == [
        ("refusal", "There is no room. Nothing was written. Choose another folder."),
        ("end", None),
    ]


def test_what_nobody_expected_goes_to_the_last_handler_with_its_steps(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    caught: list[tuple[type[BaseException], TracebackType | None]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, trace: caught.append((kind, trace)))

    def breaks(_progress: Progress, _is: IsCancelled) -> object:
        raise IndexError("a bug")

    task = tasks.begin("page", "Counting", work_of(breaks))
    ear = Ear(task)
    with qtbot.waitSignal(task.ended):
        pass
    assert [kind for kind, _ in caught] == [IndexError]
    trace = caught[0][1]
    assert trace is not None
    assert trace.tb_next is not None
    assert trace.tb_next.tb_frame.f_code.co_name == "breaks"
    assert [name for name, _ in ear.heard] == ["end"]
    after = tasks.begin("page", "Counting", work_of(lambda _progress, _is: 1))  # the next one is served all the same
    with qtbot.waitSignal(after.answered):
        pass


def test_nothing_arrives_from_work_that_was_dropped(tasks: Tasks, qtbot: QtBot):
    gate = Gate()
    task = tasks.begin("page", "Counting", gate.work())
    ear = Ear(task)
    assert gate.began.wait(5)
    tasks.drop("page")
    after = tasks.begin("other", "Counting", work_of(lambda _progress, _is: 1))
    with qtbot.waitSignal(after.answered):
        pass
    assert gate.was_stopped
    assert ear.heard == [("end", None)]


def test_an_answer_on_its_way_is_dropped_too(tasks: Tasks, qtbot: QtBot):
    gate = Gate()
    task = tasks.begin("page", "Counting", gate.work())
    ear = Ear(task)
    gate.may_go_on.set()
    for thread in workers():
        thread.join(5)  # it has told its answer; the window has not heard it yet
    tasks.drop("page")
    with qtbot.waitSignal(tasks.begin("other", "Counting", work_of(lambda _progress, _is: 1)).answered):
        pass
    assert ear.heard == [("end", None)]


def test_who_asks_again_lets_go_of_what_was_asked_before(tasks: Tasks, qtbot: QtBot):
    first, waiting, last = Gate("first"), Gate("waiting"), Gate("last")
    ears = [Ear(tasks.begin("page", "Counting", one.work())) for one in (first, waiting)]
    task = tasks.begin("page", "Counting", last.work())
    ear = Ear(task)
    last.may_go_on.set()
    with qtbot.waitSignal(task.ended):
        pass
    assert ear.heard == [("answer", "last"), ("end", None)]
    assert [one.heard for one in ears] == [[("end", None)], [("end", None)]]
    assert not waiting.began.is_set()  # it never began


def test_one_piece_of_work_runs_at_a_time_in_the_order_asked(tasks: Tasks, qtbot: QtBot):
    gate = Gate()
    order: list[str] = []

    def second(_progress: Progress, _is: IsCancelled) -> object:
        order.append(f"second, first told {gate.may_go_on.is_set()}, threads {len(workers())}")
        return 2

    tasks.begin("one", "Counting", gate.work())
    task = tasks.begin("two", "Counting", work_of(second))
    assert gate.began.wait(5)
    assert not order
    gate.may_go_on.set()
    with qtbot.waitSignal(task.answered):
        pass
    assert order == ["second, first told True, threads 1"]


def test_work_that_something_overtook_is_told_as_outdated(tasks: Tasks, qtbot: QtBot):
    task = tasks.begin("page", "Counting", LongWork(lambda _progress, _is: 1, lambda _answer: None))
    ear = Ear(task)
    with qtbot.waitSignal(task.ended):
        pass
    assert ear.heard == [("outdated", None), ("end", None)]


def test_work_that_had_to_give_way_is_told_as_outdated_too(tasks: Tasks, qtbot: QtBot):
    def run(_progress: Progress, _is: IsCancelled) -> object:
        raise Overtaken

    task = tasks.begin("page", "Counting", work_of(run))
    ear = Ear(task)
    with qtbot.waitSignal(task.ended):
        pass
    assert ear.heard == [("outdated", None), ("end", None)]


def test_a_page_that_has_gone_hears_nothing(tasks: Tasks, qtbot: QtBot):
    gate = Gate()
    task = tasks.begin("page", "Counting", gate.work())
    ear = Ear(task)
    heard = ear.heard
    ear.deleteLater()
    QCoreApplication.sendPostedEvents(ear, QEvent.Type.DeferredDelete)
    gate.may_go_on.set()
    with qtbot.waitSignal(task.ended):
        pass
    assert heard == []


def test_closing_stops_the_work_and_waits_for_it(qapp: QCoreApplication):
    tasks, gate = Tasks(), Gate()
    ear = Ear(tasks.begin("page", "Counting", gate.work()))
    other = Ear(tasks.begin("other", "Counting", Gate().work()))
    tasks.close()
    assert not workers()
    assert gate.was_stopped or not gate.began.is_set()
    QCoreApplication.processEvents()
    assert ear.heard == other.heard == [("end", None)]
    assert not tasks.begin("page", "Counting", gate.work()).is_running  # nothing begins any more
    assert not workers()


def test_a_window_that_went_without_closing_leaves_no_thread(qapp: QCoreApplication):
    window = QObject()
    Tasks(window).begin("page", "Counting", Gate().work())
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert not workers()
    assert gc.isenabled()


def test_the_collector_of_garbage_rests_while_the_worker_runs(tasks: Tasks, qtbot: QtBot):
    task = tasks.begin("page", "Counting", work_of(lambda _progress, _is: gc.isenabled()))
    ear = Ear(task)
    with qtbot.waitSignal(task.ended):
        pass
    assert ear.heard[0] == ("answer", False)
    assert gc.isenabled()
