"""How a page has something done that takes a moment: the waiting words are painted first, the answer comes as a call.

One seam: a runner that hands the job to a worker thread fits in its place.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from iro_desktop.domain.errors import UserError

_TO_PAINT_MS = 30  # two frames: enough for the words to be laid out and painted

T = TypeVar("T")


class Runner(Protocol):
    """Does the job, then calls ``ended``, then ``done`` with the answer or ``failed`` with the sentence."""

    def __call__(
        self,
        owner: QObject,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
        ended: Callable[[], None],
    ) -> None:
        """Do it."""


def run_after_painting(
    owner: QObject,
    job: Callable[[], T],
    done: Callable[[T], None],
    failed: Callable[[UserError], None],
    ended: Callable[[], None],
) -> None:
    """Do the job in this thread once the waiting words stand on the screen; not at all if ``owner`` is gone."""

    def run() -> None:
        outcome: Callable[[], None]
        try:
            outcome = partial(done, job())
        except UserError as error:
            outcome = partial(failed, error)
        finally:
            ended()
        outcome()

    QTimer.singleShot(_TO_PAINT_MS, owner, run)
