"""The way back from places one only visits: a child's page, the record one writes, an alert, a list of words."""

from collections.abc import Collection

from iro_desktop.ui.commands import Command


class WayBack:
    """A trail: going to a visited place lengthens it, going to any other ends it, coming back to one shortens it."""

    def __init__(self, visited: Collection[Command], home: Command = Command.TODAY) -> None:
        self._visited, self._home = frozenset(visited), home
        self._trail: list[Command] = []

    def going(self, here: Command, to: Command) -> None:
        """Before one goes somewhere."""
        if to not in self._visited:
            self._trail.clear()
        elif to in self._trail:
            del self._trail[self._trail.index(to) :]
        elif to is not here:
            self._trail.append(here)

    def leads_from(self, here: Command) -> bool:
        """Whether Esc leaves that place."""
        return here in self._visited

    def before(self) -> Command:
        """Where one was before."""
        return self._trail[-1] if self._trail else self._home
