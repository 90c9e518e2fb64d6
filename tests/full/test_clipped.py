"""Every screen in the sizes that the ordinary tests leave out: nothing is clipped."""

import pytest

from tests.ui.conftest import dressed, open_shell
from tests.ui.test_access import OpenShell, check_nothing_is_clipped, screens

__all__ = ["dressed", "open_shell"]


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 225), ((1440, 900), 125), ((1440, 900), 100)])
@screens
def test_nothing_is_clipped(open_shell: OpenShell, screen: str, size: tuple[int, int], scale: int) -> None:
    check_nothing_is_clipped(open_shell, screen, size, scale)
