"""The promised counts of inputs, once for each task; over many children in ``tests/full``."""

from collections.abc import Callable, Iterator

import pytest

from iro_desktop.services.local import LocalDesk
from iro_desktop.ui.shell import Shell
from tests.ui.inputs import TASKS, inputs, shared_sample


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    yield from shared_sample(tmp_path_factory.mktemp("inputs") / "demo")


@pytest.mark.parametrize("task", TASKS)
def test_it_takes_no_more_inputs_than_promised(
    open_shell: Callable[..., Shell], desk: LocalDesk, task: str, record_property: Callable[[str, object], None]
) -> None:
    count = inputs(open_shell, desk, task)
    record_property("inputs", count)
    assert count <= TASKS[task].most
