"""Listening to a desk that may outlive the screen, without keeping the screen alive."""

import weakref
from typing import Protocol

from shiboken6 import isValid


class Refreshing(Protocol):
    """A screen that can show what has changed."""

    def refresh(self) -> None:
        """Ask again for what is on the screen."""
        ...


class Refresh:
    """Called by the desk after every change."""

    def __init__(self, screen: Refreshing) -> None:
        self._screen = weakref.ref(screen)

    def __call__(self) -> None:
        """Show what has changed, if the screen is still there."""
        screen = self._screen()
        if screen is not None and isValid(screen):
            screen.refresh()
