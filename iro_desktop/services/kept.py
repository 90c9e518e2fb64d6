"""What was reckoned once and stands until something changes: no list reckons the same a second time.

Everything here is reckoned from a ``Snapshot`` alone, which drops it with every refresh; it is never kept in a file.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Kept:
    """Answers from everybody's facts by what was asked, and answers from one child's facts alone."""

    def __init__(self) -> None:
        """Nothing so far."""
        self._answers: dict[Hashable, Any] = {}
        self._of_one: dict[tuple[str, str], tuple[object, Any]] = {}
        self._changes = 0  # how often something changed

    def once(self, asked: Hashable, reckon: Callable[[], Answer]) -> Answer:
        """The answer, reckoned when it is first asked for after a change; what it raises is not kept.

        ``asked`` names the question with everything that its answer depends on besides the snapshot.
        """
        if asked not in self._answers:
            self._answers[asked] = reckon()
        answer: Answer = self._answers[asked]
        return answer

    def known(self, asked: Hashable) -> Any | None:
        """The answer where it is known already; ``None``: it is still to be reckoned."""
        return self._answers.get(asked)

    def aside(self) -> "Kept":
        """A copy to reckon with in another thread; what it finds is brought back by ``take``."""
        copy = Kept()
        copy._answers, copy._changes = dict(self._answers), self._changes
        return copy

    def take(self, other: "Kept") -> bool:
        """Keep what a copy found; False, and nothing is kept, where something has changed since it was made."""
        changes, answers = other.found()
        if changes == self._changes:
            self._answers = {**answers, **self._answers}
        return changes == self._changes

    def found(self) -> tuple[int, dict[Hashable, Any]]:
        """After how many changes these answers were found, and the answers."""
        return self._changes, self._answers

    def of_one(self, asked: str, key: str, one: object, reckon: Callable[[], Answer]) -> Answer:
        """The answer about one child, reckoned again only when that child was read again: then it is another object.

        Only for what follows from the child, the day, the calendar and the service's choices; never from others.
        """
        known = self._of_one.get((asked, key))
        if known is None or known[0] is not one:
            known = self._of_one[asked, key] = (one, reckon())
        answer: Answer = known[1]
        return answer

    def forget(self, *, everybody: bool) -> None:
        """Something changed; ``everybody``: the calendar or the service's choices, too."""
        self._answers.clear()
        self._changes += 1
        if everybody:
            self._of_one.clear()
