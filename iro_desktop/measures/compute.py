"""From children to rows, from rows to a figure. A figure whose parts do not add up is refused, never shown."""

from collections import Counter
from collections.abc import Iterable, Sequence

from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import Counted, Definition, Figure, Row, Span


class DoesNotAddUp(Exception):
    """The parts of a figure contradict each other: a fault of the program, told instead of the figure."""


def rows_of(definition: Definition, children: Iterable[Counted], span: Span, iro: str | None = None) -> list[Row]:
    """The rows behind a figure, by day and child; ``iro``: only where that IRO was responsible on the day."""
    found = [row for child in children for row in definition.rows(child, span) if iro is None or row.iro == iro]
    return sorted(found, key=lambda row: (row.day, row.child))


def figure_of(definition: Definition, rows: Sequence[Row], span: Span) -> Figure:
    """Count the rows. Raises ``DoesNotAddUp``."""
    met = sum(row.is_met for row in rows)
    not_met = sum(not row.is_met and row.left_out is None for row in rows)
    left_out = Counter(row.left_out for row in rows if row.left_out is not None)
    counted = sum(row.left_out is None for row in rows)
    sound = (
        met + not_met == counted,
        counted + left_out.total() == len(rows),
        set(left_out) <= set(definition.left_out),
        all(span.holds(row.day) for row in rows),
        len({(row.child, row.day, row.review_on) for row in rows}) == len(rows),
    )
    if not all(sound):
        raise DoesNotAddUp(f"{definition.id}: {met} + {not_met}, {counted} counted, {len(rows)} rows, {sound}")
    reasons = tuple((why, left_out[why]) for why in definition.left_out if left_out[why])
    words = _check(definition, met, not_met, left_out.total())
    return Figure(definition, met, counted, percent(met, counted), reasons, words)


def figures_of(children: Sequence[Counted], span: Span, iro: str | None = None) -> tuple[Figure, ...]:
    """Every measure, in the order of the definitions."""
    return tuple(figure_of(one, rows_of(one, children, span, iro), span) for one in DEFINITIONS)


def percent(numerator: int, denominator: int) -> float | None:
    """The share with one decimal, half up, counted in whole numbers; ``None`` of nothing.

    >>> percent(1, 16), percent(2, 3), percent(0, 0)
    (6.3, 66.7, None)
    """
    return (2000 * numerator + denominator) // (2 * denominator) / 10 if denominator else None


def _check(definition: Definition, met: int, not_met: int, left_out: int) -> str:
    is_met, is_not, whole = definition.words
    return f"{met:,} {is_met} + {not_met:,} {is_not} = {met + not_met:,} {whole}; {left_out:,} left out"
