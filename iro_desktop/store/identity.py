"""Ids made by the client: UUIDv7, so that rows made on two laptops never clash and sort by time of making."""

import os
import threading
import time
from collections.abc import Callable

_COUNT_BITS = 12


class _Clock:
    """Milliseconds and a count within them (RFC 9562, 6.2 method 1): always ahead of the pair given before."""

    def __init__(self, now: Callable[[], int] = time.time_ns) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._last = 0

    def tick(self) -> tuple[int, int]:
        """The next pair; many ids in one millisecond, or a clock set back, borrow from the time to come."""
        with self._lock:
            self._last = max(self._last + 1, (self._now() // 1_000_000) << _COUNT_BITS)
            return self._last >> _COUNT_BITS, self._last & ((1 << _COUNT_BITS) - 1)


_clock = _Clock()


def new_id() -> str:
    """A UUIDv7 as 36 characters: 48 bits of milliseconds, 12 of count, 62 of chance. Later ones sort after."""
    milliseconds, count = _clock.tick()
    chance = int.from_bytes(os.urandom(8), "big") >> 2
    value = milliseconds << 80 | 0x7 << 76 | count << 64 | 0x2 << 62 | chance
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
