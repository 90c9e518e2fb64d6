"""From children to rows, from rows to a figure. A figure whose parts do not add up is refused, never shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from statistics import median

from iro_desktop.domain.vocabulary import AlertStage, IroRole
from iro_desktop.measures.definitions import DEFINITIONS
from iro_desktop.measures.model import By, Counted, Definition, Figure, LeftOut, Row, Service, Span, Unit

Where = Sequence[tuple[By, str]]  # only rows that are under each of these
Reasons = tuple[tuple[LeftOut, int], ...]
_OTHER_ROLES = frozenset({IroRole.MANAGER, IroRole.FOSTERING})
_ADDITIVE = frozenset({Unit.PERCENT, Unit.COUNT})
_STAGES = {stage.label: place for place, stage in enumerate(AlertStage)}
_ONE_OF = {
    "alerts": "alert",
    "answers": "answer",
    "changes": "change",
    "children": "child",
    "escalations": "escalation",
    "examples": "example",
    "reviews": "review",
    "times": "time",
    "visits": "visit",
}


class DoesNotAddUp(Exception):
    """The parts of a figure contradict each other: a fault of the program, told instead of the figure."""


def rows_of(
    definition: Definition,
    children: Iterable[Counted],
    span: Span,
    iro: str | None = None,
    *,
    where: Where = (),
    service: Service | None = None,
) -> list[Row]:
    """The rows behind a figure, by day and child; ``iro``: only where that IRO was responsible on the day."""
    found = [row for child in children for row in definition.rows(child, span) if iro is None or row.iro == iro]
    if definition.of_carers is not None and service is not None:
        of_carers = (row for one in service.carers for row in definition.of_carers(one, service, span))
        found += [row for row in of_carers if iro is None or row.iro == iro]
    if where:
        found = [row for row in found if all(row.tag(by) == words for by, words in where)]
    return sorted(found, key=lambda row: (row.day, row.child, row.nth))


def figure_of(
    definition: Definition, rows: Sequence[Row], span: Span, fte: Fraction | None = None, beside: int = 0
) -> Figure:
    """Count the rows; ``fte``: what a ratio is divided by; ``beside``: what may still come in.

    Raises ``DoesNotAddUp``.
    """
    met = sum(row.is_met for row in rows)
    not_met = sum(not row.is_met and row.left_out is None for row in rows)
    left_out = Counter(row.left_out for row in rows if row.left_out is not None)
    counted = sum(row.left_out is None for row in rows)
    sound = (
        met + not_met == counted,
        counted + left_out.total() == len(rows),
        set(left_out) <= set(definition.left_out),
        all(span.holds(row.day) for row in rows),
        len({(row.child, row.day, row.review_on, row.nth) for row in rows}) == len(rows),
        definition.unit is not Unit.COUNT or not_met == 0,
    )
    if not all(sound):
        raise DoesNotAddUp(f"{definition.id}: {met} + {not_met}, {counted} counted, {len(rows)} rows, {sound}")
    reasons = tuple((why, left_out[why]) for why in definition.left_out if left_out[why])
    figure = _figure(definition, rows, met, counted, reasons, fte)
    if not beside:
        return figure
    return replace(figure, beside=beside, check=f"{figure.check}; {beside:,} not yet recorded stand beside")


def _figure(
    definition: Definition, rows: Sequence[Row], met: int, counted: int, reasons: Reasons, fte: Fraction | None
) -> Figure:
    out = sum(count for _, count in reasons)
    _, _, whole = definition.words
    match definition.unit:
        case Unit.PERCENT:
            share = percent(met, counted)
            said = _check(definition, met, counted - met, out)
            return Figure(definition, met, counted, share, reasons, said, share)
        case Unit.COUNT:
            return Figure(definition, counted, counted, None, reasons, counted_words(counted, whole), counted)
        case Unit.AVERAGE:
            total = sum(round(row.amount or 0) for row in rows if row.left_out is None)
            said = f"{counted_words(total, definition.words[0])} among {counted_words(counted, whole)}"
            value = half_up(Fraction(total, counted), 2) if counted else None
            return Figure(definition, total, counted, None, reasons, said, value)
        case Unit.MEDIAN:
            amounts = [row.amount for row in rows if row.left_out is None and row.amount is not None]
            value = half_up(Fraction(median(amounts)), 1) if amounts else None
            said = f"the middle of {len(amounts):,} {whole}"
            return Figure(definition, len(amounts), counted, None, reasons, said, value)
        case Unit.RATIO:
            value = half_up(Fraction(counted) / fte, 1) if fte else None
            said = f"{counted_words(counted, whole)}, {full_time(fte)}"
            return Figure(definition, counted, counted, None, reasons, said, value)


def figures_of(
    children: Sequence[Counted], span: Span, iro: str | None = None, *, service: Service | None = None
) -> tuple[Figure, ...]:
    """Every measure, in the order of the definitions."""
    return tuple(figure_for(one, children, span, iro, service=service) for one in DEFINITIONS)


def figures_in_one_pass(
    children: Iterable[Counted], span: Span, iro: str | None = None, *, service: Service | None = None
) -> tuple[Figure, ...]:
    """The same of children who come one by one and are not kept: of more than fit into memory only the rows stay."""
    rows: dict[str, list[Row]] = {one.id: [] for one in DEFINITIONS}
    beside: Counter[str] = Counter()
    for child in children:
        for one in DEFINITIONS:
            rows[one.id] += rows_of(one, (child,), span, iro)
            beside[one.id] += beside_of(one, (child,), span, iro)
    fte = fte_of(service, span, iro) if service else None
    figures = []
    for one in DEFINITIONS:
        found = rows.pop(one.id) + (rows_of(one, (), span, iro, service=service) if service else [])
        figures.append(figure_of(one, found, span, fte, beside[one.id]))
    return tuple(figures)


def figure_for(
    definition: Definition,
    children: Sequence[Counted],
    span: Span,
    iro: str | None = None,
    *,
    where: Where = (),
    service: Service | None = None,
) -> Figure:
    """One measure, with what may still come in where nothing narrows it but the IRO."""
    rows = rows_of(definition, children, span, iro, where=where, service=service)
    fte = fte_of(service, span, iro) if service else None
    return figure_of(definition, rows, span, fte, 0 if where else beside_of(definition, children, span, iro))


def beside_of(definition: Definition, children: Iterable[Counted], span: Span, iro: str | None = None) -> int:
    """How many may still come in: booked days that have passed with nothing recorded."""
    if definition.beside is None:
        return 0
    return sum(iro is None or whose == iro for one in children for whose in definition.beside(one, span))


def figures_by(
    definition: Definition, rows: Sequence[Row], span: Span, by: By, service: Service | None = None
) -> tuple[tuple[str, Figure], ...]:
    """The figure for each thing it is told apart by, words in their order, stages as they follow.

    Raises ``DoesNotAddUp``.

    Of a share or a count the parts add up to the whole; averages do not, and each stands for itself.
    """
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(row.tag(by), []).append(row)
    told = tuple(
        (words, figure_of(definition, parts[words], span, _fte_of_part(by, words, service, span)))
        for words in sorted(parts, key=_place)
    )
    whole = figure_of(definition, rows, span)
    if definition.unit in _ADDITIVE:
        sums = (sum(one.numerator for _, one in told), sum(one.denominator for _, one in told))
        if sums != (whole.numerator, whole.denominator):
            raise DoesNotAddUp(f"{definition.id} by {by}: {sums}, {whole.numerator} of {whole.denominator}")
    return told


def _place(words: str) -> tuple[int, str]:
    """A stage of alerts stands where it comes in an alert's way, all else by its words."""
    return _STAGES.get(words, -1), words


def _fte_of_part(by: By, words: str, service: Service | None, span: Span) -> Fraction | None:
    if service is None:
        return None
    return fte_of(service, span, words) if by is By.IRO else fte_of(service, span, None)


def fte_of(service: Service, span: Span, iro: str | None) -> Fraction:
    """Full-time equivalents of the IROs in post on the last day of the period that has come; exact.

    Not of a manager, nor of who reviews foster carers alone: no child's reviews are theirs.
    """
    day = min(span.to_on, span.today)
    return sum(
        (
            Fraction(str(one.fte))
            for one in service.iros.values()
            if (iro is None or one.name == iro)
            and one.role not in _OTHER_ROLES
            and (one.from_on is None or one.from_on <= day)
            and (one.to_on is None or day <= one.to_on)
        ),
        Fraction(0),
    )


def percent(numerator: int, denominator: int) -> float | None:
    """The share with one decimal, half up, counted in whole numbers; ``None`` of nothing.

    >>> percent(1, 16), percent(2, 3), percent(0, 0)
    (6.3, 66.7, None)
    """
    return (2000 * numerator + denominator) // (2 * denominator) / 10 if denominator else None


def full_time(fte: float | Fraction | None) -> str:
    """Full-time equivalents, told.

    >>> full_time(1), full_time(Fraction(23, 10))
    ('1 full-time equivalent', '2.3 full-time equivalents')
    """
    return f"{float(fte or 0):g} full-time equivalent{'' if fte == 1 else 's'}"


def half_up(exact: Fraction, decimals: int) -> float:
    """An exact number with so many decimals, half up.

    >>> half_up(Fraction(1, 8), 2), half_up(Fraction(5, 4), 1)
    (0.13, 1.3)
    """
    scale: int = 10**decimals
    return (2 * exact.numerator * scale + exact.denominator) // (2 * exact.denominator) / scale


def numerator_for(printed: float, denominator: int) -> int:
    """How many a printed percentage would be of so many: ``94 % of 1,233`` would be 1,159.

    >>> numerator_for(94, 1233)
    1159
    """
    return int(half_up(Fraction(str(printed)) * denominator / 100, 0))


def _check(definition: Definition, met: int, not_met: int, left_out: int) -> str:
    is_met, is_not, whole = definition.words
    whole_words = counted_words(met + not_met, whole)
    return f"{met:,} {is_met} + {not_met:,} {is_not} = {whole_words}; {left_out:,} left out"


def counted_words(count: int, words: str) -> str:
    """A count with what is counted, in the singular where there is one.

    >>> counted_words(1, "times a child became looked after"), counted_words(12, "reviews were held")
    ('1 time a child became looked after', '12 reviews were held')
    >>> counted_words(1, "reviews were held"), counted_words(1, "held"), counted_words(1, "changes of IRO")
    ('1 review was held', '1 held', '1 change of IRO')
    >>> counted_words(1, "examples of good practice were raised"), counted_words(2, "children were looked after")
    ('1 example of good practice was raised', '2 children were looked after')
    """
    first, _, rest = words.partition(" ")
    if count == 1 and first in _ONE_OF:
        rest = f" {rest} ".replace(" were ", " was ").strip()
        words = f"{_ONE_OF[first]} {rest}".rstrip()
    return f"{count:,} {words}"
