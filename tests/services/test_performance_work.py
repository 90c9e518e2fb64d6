"""Figures counted in another thread: the same ones, kept where nothing changed, and never in the way of an act."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

import pytest

from iro_desktop.domain.acts import AddPerson, FreezeFigures
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Role
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.long_work import Cancelled, LongWork, Step, never, told_nobody
from iro_desktop.services.performance_views import TILES, FigureWish, PerformanceView
from tests.demo_copy import open_demo

TODAY = date(2026, 11, 23)
WISH = FigureWish(date(2026, 4, 1), TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    found = open_demo(tmp_path / "store", TODAY)
    yield found
    found.close()


def in_a_thread(run: Callable[[], object]) -> object:
    """What it gives, or raises, in another thread."""
    found: list[object] = []
    raised: list[BaseException] = []

    def work() -> None:
        try:
            found.append(run())
        except BaseException as error:  # noqa: BLE001 handed on to the test
            raised.append(error)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    if raised:
        raise raised[0]
    return found[0]


def counted(work: LongWork[PerformanceView]) -> PerformanceView:
    found = in_a_thread(lambda: work.run(told_nobody, never))
    assert isinstance(found, PerformanceView)
    return found


def an_act(desk: LocalDesk) -> AddPerson:
    child = desk.caseload().rows[0].child
    return AddPerson(child=child, name="Robin Example-Test", role=Role.PARENT)


def test_another_thread_counts_the_same_figures(desk: LocalDesk, tmp_path: Path):
    work = desk.count_performance(WISH)
    view = counted(work)
    assert work.keep(view) is view
    other = open_demo(tmp_path / "other", TODAY)
    assert view == other.performance(WISH)
    other.close()


def test_what_was_counted_is_known_from_then_on(desk: LocalDesk):
    work = desk.count_performance(WISH)
    view = work.keep(counted(work))
    assert view is not None
    assert desk.count_performance(WISH).known is view
    assert desk.performance(WISH) is view
    assert desk.count_performance(replace(WISH, hides_small=True)).known is None


def test_what_an_act_overtook_is_not_kept(desk: LocalDesk):
    work = desk.count_performance(WISH)
    view = counted(work)
    desk.act(an_act(desk))
    assert work.keep(view) is None
    assert desk.count_performance(WISH).known is None


def test_an_act_goes_through_while_figures_are_counted(desk: LocalDesk):
    """In the midst of the count the window saves, and the count goes on over what it was given."""
    before = counted(desk.count_performance(WISH))
    act = an_act(desk)
    done: list[str] = []

    def progress(step: Step) -> None:
        if step.done == 20 and not done:  # the window's part; the worker waits here with nothing open in the store
            done.append(desk.act(act).sentence)

    work = desk.count_performance(WISH)
    view = in_a_thread(lambda: work.run(progress, never))
    assert len(done) == 1
    assert view == before
    assert work.keep(before) is None


def test_figures_of_the_page_s_tiles_are_counted_first(desk: LocalDesk):
    steps: list[Step] = []
    desk.count_performance(WISH).run(steps.append, never)
    assert [one.done for one in steps] == list(range(len(steps)))
    assert {one.of for one in steps} == {len(steps)}
    part = steps[len(TILES)].so_far
    assert isinstance(part, PerformanceView)
    assert {one.figure.measure for one in part.tiles} == set(TILES)


def test_counting_stops_at_its_next_step_once_nobody_waits(desk: LocalDesk):
    steps: list[Step] = []
    with pytest.raises(Cancelled):
        desk.count_performance(WISH).run(steps.append, lambda: len(steps) == 3)
    assert len(steps) == 3
    assert desk.count_performance(WISH).known is None


def test_what_cannot_be_counted_is_refused_before_anything_begins(desk: LocalDesk):
    with pytest.raises(UserError, match="lies before"):
        desk.count_performance(replace(WISH, to_on=WISH.from_on - timedelta(1)))
    with pytest.raises(UserError, match="still to come"):
        desk.count_performance(replace(WISH, as_at=TODAY + timedelta(1)))
    with pytest.raises(UserError, match="cannot be told"):
        desk.count_performance(replace(WISH, as_at=date(2020, 1, 1)))


def test_kept_figures_are_read_before_the_count_begins(desk: LocalDesk):
    year = FigureWish(date(2025, 4, 1), date(2025, 11, 23))
    after = FigureWish(date(2026, 4, 1), TODAY)
    desk.act(FreezeFigures(name="The year before", from_on=year.from_on, to_on=year.to_on, note=None))
    view = counted(desk.count_performance(after))
    assert "The year before as kept" in {one.change.before_words for one in view.tiles if one.change}
