"""The axis of a chart: always from nought; shares to a hundred, all else to the next round number."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the axis ends, and what is written at its lines."""

    top: float
    ticks: tuple[float, ...]  # nought first
    sign: str  # "%" or ""

    def part(self, value: float) -> float:
        """How much of the axis that is, from 0 to 1."""
        return min(1.0, max(0.0, value / self.top))

    def words(self, tick: float) -> str:
        """What is written at that line."""
        return f"{tick:,g} {self.sign}".strip()


SHARES = Scale(100.0, (0.0, 50.0, 100.0), "%")


def scale_of(values: Sequence[float | None], *, is_share: bool) -> Scale:
    """The axis that holds all of these.

    >>> scale_of([3, None, 17], is_share=False).ticks
    (0.0, 5.0, 10.0, 15.0, 20.0)
    >>> scale_of([0.4], is_share=False).top, scale_of([], is_share=False).top
    (0.4, 1.0)
    """
    if is_share:
        return SHARES
    highest = max((one for one in values if one is not None), default=0.0)
    if highest <= 0:
        return Scale(1.0, (0.0, 1.0), "")
    is_whole = all(one is None or float(one).is_integer() for one in values)
    step = next(one for one in _steps(is_whole=is_whole) if one * _MOST_STEPS >= highest)
    lines = next(number for number in count(1) if number * step >= highest - step * 1e-9)
    return Scale(round(lines * step, 6), tuple(round(number * step, 6) for number in range(lines + 1)), "")


def _steps(*, is_whole: bool) -> list[float]:
    """1, 2, 5, 10, 20, 50 and so on; tenths and hundredths where the values are not whole."""
    return [mantissa * 10.0**power for power in range(0 if is_whole else -2, 9) for mantissa in (1, 2, 5)]
