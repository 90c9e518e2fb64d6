"""How far something long has come: told as it goes, and the moment at which it can be stopped."""

from collections.abc import Callable

Step = Callable[[int, int, str], None]  # done, of, what is being done; raises ``Cancelled`` where it is to stop


def no_step(_done: int, _of: int, _what: str) -> None:
    """Nobody waits for it."""
