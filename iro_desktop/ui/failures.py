"""The one outer door: what nobody expected is logged by a number and said calmly; the data is safe in the store."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class Failures(QObject):
    """Catches what no handler caught. The log has the traceback, the sentence has the number that finds it."""

    happened = Signal(str)

    def install(self) -> None:
        """Become the last handler of this process."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it, say it; an interrupt from the keyboard ends the program as it should."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import secrets  # seldom needed, and slow to start with

        number = secrets.token_hex(3)
        # Not the message: it might hold a name. File and line of each step suffice.
        _log.error("failure %s: %s", number, kind.__name__)
        _log_trace(number, trace)
        self.happened.emit(
            f"Something went wrong that shouldn't have (number {number}). What was saved before is safe. "
            "Try again; if it happens again, tell whoever looks after the program that number."
        )


def _log_trace(number: str, trace: TracebackType | None) -> None:
    while trace is not None:
        code = trace.tb_frame.f_code
        _log.error("failure %s: %s line %d in %s", number, code.co_filename, trace.tb_lineno, code.co_name)
        trace = trace.tb_next
