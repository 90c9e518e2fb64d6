"""Work that takes a while: told step by step, stopped when nobody waits for it any more.

A piece of long work is made where the facts are (in the window's thread), run in whatever thread there is, and its
answer handed back where it was made. What it reads it was given when it was made: it asks neither the desk nor the
store, so that nothing it does can stand in the way of an act. A transaction left open while something is counted
would: it keeps the writer from its commit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Step:
    """Where the work stands."""

    words: str  # what is being done now, as "Reviews held in time"; no names of children
    done: int  # so many
    of: int  # of so many; 0: nobody knows
    so_far: object = None  # what can be shown already

    @property
    def share(self) -> float | None:
        """How much is done, from 0 to 1; ``None``: nobody knows."""
        return min(1.0, self.done / self.of) if self.of else None


Progress = Callable[[Step], None]
IsCancelled = Callable[[], bool]


class Cancelled(Exception):
    """The work was stopped because nobody waits for it any more."""


class Overtaken(Exception):
    """Something was changed meanwhile: the work is to be asked for anew."""


def told_nobody(_step: Step) -> None:
    """Progress for whoever does not ask."""


def never() -> bool:
    """For work that is always wanted."""
    return False


def stop_where(is_cancelled: IsCancelled) -> None:
    """Raises ``Cancelled`` where nobody waits any more. Ask it at each step that takes more than a few milliseconds."""
    if is_cancelled():
        raise Cancelled


@dataclass(frozen=True, slots=True)
class LongWork(Generic[Answer]):
    """One piece of work, made and ready to run.

    ``run`` may be called in any thread, once. ``keep`` is called afterwards where the work was made; it gives the
    answer to be shown, or ``None`` where something has changed since, and the work is to be asked for anew.
    """

    run: Callable[[Progress, IsCancelled], Answer]
    keep: Callable[[Answer], Answer | None]
    known: Answer | None = None  # where it was done before, and nothing has changed since

    def now(self) -> Answer | None:
        """Do it here and wait: for small work, and where there is nothing else to do."""
        return self.known if self.known is not None else self.keep(self.run(told_nobody, never))


def known(answer: Answer) -> LongWork[Answer]:
    """Work that is done already."""
    return LongWork(lambda _progress, _is_cancelled: answer, lambda told: told, answer)
