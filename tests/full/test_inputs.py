"""The promised counts of inputs, each task with twenty different children of the invented caseload."""

from collections.abc import Callable, Iterator

import pytest

from iro_desktop.services.local import LocalDesk
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import dressed, open_shell
from tests.ui.inputs import TASKS, inputs, shared_sample

__all__ = ["dressed", "open_shell"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    yield from shared_sample(tmp_path_factory.mktemp("inputs") / "demo")


@pytest.mark.parametrize("place", range(20))
@pytest.mark.parametrize("task", TASKS)
@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_it_takes_no_more_inputs_than_promised(
    open_shell: Callable[..., Shell], desk: LocalDesk, task: str, place: int
) -> None:
    assert inputs(open_shell, desk, task, place) <= TASKS[task].most
