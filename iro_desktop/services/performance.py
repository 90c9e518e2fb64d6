"""The figures of a wish: tiles with their change and months, trends, parts, rows. Counted once for each snapshot.

A measure whose rows depend on their own days alone is counted once over all the time that a page asks about, and cut
into its months; one that looks at the period as a whole (``Definition.of_period``) is counted for each part of it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from iro_desktop.domain.dates import LONG_MONTHS, MONTHS, short
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.compute import DoesNotAddUp, beside_of, figure_of, figures_by, fte_of, rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import By, Counted, Definition, Figure, Row, Service, Span, Unit, quarter_of
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.services.figure_words import BY_WORDS, Volumes, change_of
from iro_desktop.services.figures import check_iro, counted_of, service_of
from iro_desktop.services.figures_hidden import WHOLE, Frame, Hidden
from iro_desktop.services.figures_plan import frame_of, hidden_before, hidden_for
from iro_desktop.services.figures_shown import hidden_figure, refused_figure, row_shown, shown_of, shown_where
from iro_desktop.services.iros_compared import are_compared, check_compared
from iro_desktop.services.kept_figures import KeptFigures, SetsRead
from iro_desktop.services.long_work import IsCancelled, Progress, Step, never, stop_where, told_nobody
from iro_desktop.services.performance_views import (
    A_YEAR_BEFORE,
    Change,
    FigureShown,
    FigureWish,
    Part,
    PartsView,
    PerformanceView,
    Point,
    RowsView,
    Tile,
)
from iro_desktop.services.reach import is_of_history, reaches_back
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import EVERYBODY

_TIME = (By.MONTH, By.QUARTER)
_MONTHS_SHOWN = 12
_AGES = ("not yet born", "under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over", "not known")
_NOTICE = ("the day before or on the day", "2 to 7 days before", "8 to 28 days before", "more than 28 days before")
_IN_ORDER = {By.AGE: _AGES, By.NOTICE: _NOTICE}  # words that have an order of their own
_ADDED = (Unit.PERCENT, Unit.COUNT)  # parts of these add up


@dataclass(frozen=True, slots=True)
class Counting:
    """One wish over one snapshot, checked: nothing of it is unknown."""

    snapshot: Snapshot
    wish: FigureWish

    @property
    def span(self) -> Span:
        """The time that is asked about."""
        return Span(self.wish.from_on, self.wish.to_on, self.snapshot.today)

    @property
    def children(self) -> list[Counted]:
        """The children who can have rows in it: of one IRO those who were ever that IRO's. Once for each snapshot."""
        everybody = self.snapshot.kept.once("counted", lambda: counted_of(self.snapshot))
        iro = self.wish.iro
        if iro is None:
            return everybody
        return self.snapshot.kept.once(("counted", iro), lambda: [one for one in everybody if _was_theirs(one, iro)])

    @property
    def service(self) -> Service:
        """The service, once for each snapshot."""
        return self.snapshot.kept.once("service counted", lambda: service_of(self.snapshot))

    def rows(self, definition: Definition, span: Span) -> list[Row]:
        """The rows of the wish in that time, by day and child."""
        where = self.wish.where
        found = self._rows(definition, span)
        return [row for row in found if all(row.tag(by) == words for by, words in where)] if where else list(found)

    def figure(self, definition: Definition, span: Span) -> Figure:
        """The figure of the wish in that time. Raises ``DoesNotAddUp``."""
        beside = 0 if self.wish.where else beside_of(definition, self.children, span, self.wish.iro)
        return figure_of(definition, self.rows(definition, span), span, self.fte(span), beside)

    def of(self, wish: FigureWish) -> "Counting":
        """Another wish over the same snapshot."""
        return Counting(self.snapshot, wish)

    def fte(self, span: Span) -> Fraction:
        """What a ratio is divided by."""
        return fte_of(self.service, span, self.wish.iro)

    def reaches_back(self, definition: Definition, span: Span) -> bool:
        """Whether a figure of an earlier time can be counted from what is recorded here."""
        of_history = is_of_history(definition)
        return self.snapshot.kept.once(
            ("reaches back", of_history, self.wish.iro, span),
            lambda: reaches_back(self.children, span, of_history=of_history),
        )

    def _rows(self, definition: Definition, span: Span) -> Sequence[Row]:
        whole = span if definition.of_period else _widest(self.span, span)
        rows, days = self.snapshot.kept.once(
            ("rows", definition.id, self.wish.iro, whole), lambda: _with_days(self._counted(definition, whole))
        )
        return rows[bisect_left(days, span.from_on) : bisect_right(days, min(span.to_on, span.today))]

    def _counted(self, definition: Definition, whole: Span) -> list[Row]:
        return rows_of(definition, self.children, whole, self.wish.iro, service=self.service)


def counting(snapshot: Snapshot, wish: FigureWish) -> Counting:
    """The wish, checked. Raises ``UserError`` for an IRO unknown, a period back to front, or one still to come."""
    if wish.to_on < wish.from_on:
        raise UserError(
            f"{short(wish.to_on)} lies before {short(wish.from_on)}, where the period begins. Nothing was counted. "
            "Check both days.",
            field="to_on",
        )
    if wish.from_on > snapshot.today:  # a nought would say that nobody will be looked after
        raise UserError(
            f"{short(wish.from_on)}, where the period begins, is still to come{_as_known(wish)}. Nothing was counted. "
            "Choose a period that has begun.",
            field="from_on",
        )
    check_iro(snapshot, wish.iro)
    whose = next((words for by, words in wish.where if by is By.IRO), None)
    if whose is not None:  # the same wish: the IRO's own full-time equivalent and days beside go with it
        check_iro(snapshot, whose)
        rest = tuple(one for one in wish.where if one[0] is not By.IRO)
        wish = replace(wish, iro=whose, where=rest) if wish.iro in (None, whose) else wish
    return Counting(snapshot, wish)


def _as_known(wish: FigureWish) -> str:
    return f" on {short(wish.as_at)}" if wish.as_at else ""


def measure_named(measure: str) -> Definition:
    """The definition with that id. Raises ``UserError`` where there is none."""
    found = BY_ID.get(measure)
    if found is None:
        known = ", ".join(one.id for one in DEFINITIONS)
        raise UserError(f"There is no measure “{measure}”. Nothing was counted. There are: {known}.", field="measure")
    return found


def performance(snapshot: Snapshot, kept: KeptFigures, wish: FigureWish) -> PerformanceView:
    """Every measure that can be narrowed as wished, in the order of the definitions."""
    return performance_of(snapshot, kept.read(), wish)


def performance_of(
    snapshot: Snapshot,
    sets: SetsRead,
    wish: FigureWish,
    progress: Progress = told_nobody,
    is_cancelled: IsCancelled = never,
) -> PerformanceView:
    """The same from what was read before: the store is not asked. Tells what it counts; raises ``Cancelled``."""
    asked = counting(snapshot, wish)
    fitting = [one for one in DEFINITIONS if _can_be_narrowed(one, asked.wish)]
    told: dict[str, Tile] = {}

    def so_far() -> PerformanceView:
        tiles = tuple(told[one.id] for one in fitting if one.id in told)
        scope = asked.wish.iro or EVERYBODY
        return PerformanceView(wish, scope, _span_words(wish), tiles, compares_iros=are_compared(snapshot))

    for number, one in enumerate(sorted(fitting, key=lambda one: _tiles_first(one, wish.tiles))):
        stop_where(is_cancelled)
        progress(Step(one.name, number, len(fitting), so_far()))
        told[one.id] = _tile(asked, sets, one)
    return so_far()


def _tiles_first(definition: Definition, tiles: Sequence[str]) -> int:
    """What stands first on the page is counted first."""
    return tiles.index(definition.id) if definition.id in tiles else len(tiles)


def figures_told(
    snapshot: Snapshot, kept: KeptFigures, wish: FigureWish
) -> tuple[tuple[FigureShown, Change | None], ...]:
    """The same without the months: each figure with its change."""
    asked, sets = counting(snapshot, wish), kept.read()
    return tuple(_with_change(asked, sets, one) for one in DEFINITIONS if _can_be_narrowed(one, asked.wish))


def trend(snapshot: Snapshot, measure: str, wish: FigureWish, by: By) -> tuple[Point, ...]:
    """A measure by month or quarter, oldest first, each counted for its own time; what is to come has no point."""
    asked, definition = _asked(snapshot, measure, wish)
    if by not in _TIME:
        raise UserError("A trend goes by month or by quarter. Nothing was counted. Choose one of the two.", field="by")
    spans = _cut(asked.span, by)
    figures = [_told(asked, definition, one) for one in spans]
    shown = [_shown(asked, one, frame_of(by, span)) for span, one in zip(spans, figures, strict=True)]
    return tuple(
        Point(_label(span.from_on, by), span.from_on, span.to_on, one) for span, one in zip(spans, shown, strict=True)
    )


def parts(snapshot: Snapshot, measure: str, wish: FigureWish, by: By) -> PartsView:
    """A measure told apart by one thing. Raises ``UserError`` for one that it cannot be told apart by."""
    asked, definition = _asked(snapshot, measure, wish)
    if by not in (*definition.by, *_TIME):
        can = ", ".join(BY_WORDS[one] for one in (*definition.by, *_TIME))
        raise UserError(
            f"“{definition.name}” cannot be told apart by {BY_WORDS[by]}. Nothing was counted. It can by: {can}.",
            field="by",
        )
    check_compared(snapshot, definition, asked.wish, by)
    whole = _told(asked, definition, asked.span)
    try:
        told = figures_by(definition, asked.rows(definition, asked.span), asked.span, by, asked.service)
    except DoesNotAddUp as fault:
        raise _refusal(definition, fault) from fault
    told = tuple(sorted(told, key=lambda one: _place(by, one[0])))
    shown_whole = _shown(asked, whole)
    figures = [_part_shown(asked, one, by, words) for words, one in told]
    found = tuple(Part(words, one) for (words, _), one in zip(told, figures, strict=True))
    title = f"{definition.name}, by {BY_WORDS[by]}"
    return PartsView(shown_whole, by, title, found, _sum_words(definition, shown_whole, figures))


def rows(snapshot: Snapshot, measure: str, wish: FigureWish) -> RowsView:
    """The rows that make a figure, in three lists. Raises ``UserError`` where small numbers are hidden."""
    figure, found = counted_rows(snapshot, measure, wish)
    is_share = figure.definition.unit is Unit.PERCENT
    shown = [(row, row_shown(row, figure, snapshot)) for row in found]
    counted = [(row.is_met or not is_share, one) for row, one in shown if row.left_out is None]
    return RowsView(
        shown_of(figure),
        tuple(one for is_met, one in counted if is_met),
        tuple(one for is_met, one in counted if not is_met),
        tuple(one for row, one in shown if row.left_out is not None),
    )


def counted_rows(snapshot: Snapshot, measure: str, wish: FigureWish) -> tuple[Figure, list[Row]]:
    """A figure with its rows, by day and child. Refused where small numbers are hidden: each row is a child."""
    if wish.hides_small:
        raise UserError(
            "Rows are children, and small numbers are hidden. Nothing was shown. Show small numbers to see the rows.",
            field="hides_small",
        )
    asked, definition = _asked(snapshot, measure, wish)
    return _told(asked, definition, asked.span), asked.rows(definition, asked.span)


def year_before(span: Span) -> Span:
    """The same days a year before; what of the span is still to come has no year before."""
    last = min(span.to_on, span.today)
    return Span(_back(span.from_on), _back(last, is_end=True), span.today)


def _was_theirs(one: Counted, iro: str) -> bool:
    return any(one.iro_names.get(each.iro_id) == iro for each in one.facts.allocations)


# --- tiles


def _tile(asked: Counting, sets: SetsRead, definition: Definition) -> Tile:
    figure, change = _with_change(asked, sets, definition)
    if definition.id not in asked.wish.tiles:  # twelve more counts of what looks at each month as a whole
        return Tile(figure, change, ())
    try:
        return Tile(figure, change, _months(asked, definition))
    except DoesNotAddUp:
        return Tile(figure, change, (None,) * _MONTHS_SHOWN)


def _with_change(asked: Counting, sets: SetsRead, definition: Definition) -> tuple[FigureShown, Change | None]:
    try:
        figure = asked.figure(definition, asked.span)
    except DoesNotAddUp as fault:
        return refused_figure(shown_of(Figure(definition, 0, 0, None, (), "")), str(fault)), None
    return _shown(asked, figure), _change(asked, sets, figure)


def _months(asked: Counting, definition: Definition) -> tuple[float | None, ...]:
    """The twelve months; where small numbers are hidden those of the period alone, as its course shows them."""
    spans = _months_to(asked.span)
    figures = [asked.figure(definition, one) for one in spans]
    if not asked.wish.hides_small:
        return tuple(one.value for one in figures)
    within = set(_cut(asked.span, By.MONTH))
    return tuple(
        _shown(asked, one, frame_of(By.MONTH, span)).value if span in within else None
        for span, one in zip(spans, figures, strict=True)
    )


def _change(asked: Counting, sets: SetsRead, figure: Figure) -> Change | None:
    """Beside the year before: as it was kept where somebody kept it, otherwise counted from the facts of today."""
    definition, wish = figure.definition, asked.wish
    found = _earlier(asked, sets, definition)
    if found is None:
        return None
    earlier, words = found
    is_hidden = wish.hides_small and _hides_before(asked, sets)(definition.id)
    if is_hidden or (wish.hides_small and _hidden(asked).hides(definition.id)):
        return Change(HIDDEN if is_hidden else shown_of(earlier).printed, words, "not shown", None)
    if earlier.value is None and figure.value is None:  # nothing then and nothing now is no comparison
        return None
    return change_of(definition, earlier.value, figure.value, words, _volumes(asked, sets, definition, words))


def _earlier(asked: Counting, sets: SetsRead, definition: Definition) -> tuple[Figure, str] | None:
    """The figure of the year before, and where it comes from; ``None`` where none is known."""
    before = year_before(asked.span)
    found = sets.earlier(definition, before, asked.wish)
    if found is not None or not asked.reaches_back(definition, before):
        return found
    try:
        return asked.figure(definition, before), A_YEAR_BEFORE
    except DoesNotAddUp:
        return None


def _volumes(asked: Counting, sets: SetsRead, definition: Definition, words: str) -> Volumes | None:
    """Of how many a count could be, then and now; ``None`` where that is not known, or not from the same source."""
    if not definition.per or not _can_be_narrowed(BY_ID[definition.per], asked.wish):
        return None
    found = _earlier(asked, sets, BY_ID[definition.per])
    if found is None or found[1] != words:
        return None
    try:
        return found[0].denominator, asked.figure(BY_ID[definition.per], asked.span).denominator
    except DoesNotAddUp:
        return None


# --- small numbers


def hides_figure(asked: Counting, measure: str) -> bool:
    """Whether the figure of a wish is hidden, small numbers being hidden."""
    return asked.wish.hides_small and _hidden(asked).hides(measure)


def _hidden(asked: Counting) -> Hidden:
    return hidden_for(asked, _cut)


def _hides_before(asked: Counting, sets: SetsRead) -> Callable[[str], bool]:
    """Which figures of the year before are hidden; of a part of the service all: the other parts would tell them."""
    if _hidden(asked).is_narrowed:
        return lambda _: True
    key = ("hidden before", asked.span, asked.wish.iro, asked.wish.where, *(one.record.digest for one in sets.sets))
    return asked.snapshot.kept.once(key, lambda: hidden_before(_all_earlier(asked, sets)))


def _all_earlier(asked: Counting, sets: SetsRead) -> list[Figure]:
    found = (_earlier(asked, sets, one) for one in DEFINITIONS if _can_be_narrowed(one, asked.wish))
    return [one[0] for one in found if one is not None]


def _shown(asked: Counting, figure: Figure, frame: Frame = WHOLE) -> FigureShown:
    return shown_where(figure, _hidden(asked), frame) if asked.wish.hides_small else shown_of(figure)


def _part_shown(asked: Counting, figure: Figure, by: By, words: str) -> FigureShown:
    """A part; what looks at its period as a whole has a course, and is not told apart by time where it is hidden."""
    if asked.wish.hides_small and figure.definition.of_period and by in _TIME:
        return hidden_figure(shown_of(figure))
    return _shown(asked, figure, (by, words))


# --- checks


def _asked(snapshot: Snapshot, measure: str, wish: FigureWish) -> tuple[Counting, Definition]:
    definition, asked = measure_named(measure), counting(snapshot, wish)
    if not _can_be_narrowed(definition, asked.wish):
        by = next(one for one, _ in asked.wish.where if one not in (*definition.by, *_TIME))
        raise UserError(
            f"“{definition.name}” is not known by {BY_WORDS[by]}. Nothing was counted. Leave that out.", field="where"
        )
    return asked, definition


def _can_be_narrowed(definition: Definition, wish: FigureWish) -> bool:
    return all(by in definition.by or by in _TIME for by, _ in wish.where)


def _told(asked: Counting, definition: Definition, span: Span) -> Figure:
    try:
        return asked.figure(definition, span)
    except DoesNotAddUp as fault:
        raise _refusal(definition, fault) from fault


def _refusal(definition: Definition, fault: DoesNotAddUp) -> UserError:
    return UserError(
        f"“{definition.name}” is not shown, because its parts do not add up ({fault}). Nothing was changed. "
        "Please report it: that is a fault of the program."
    )


# --- time


def _widest(asked: Span, span: Span) -> Span:
    """All the time that a page about this period looks at: its year before, and the months to its end."""
    from_on = min(_back(asked.from_on), _months_to(asked)[0].from_on, span.from_on)
    return Span(from_on, max(asked.to_on, span.to_on), asked.today)


def _with_days(found: list[Row]) -> tuple[list[Row], list[date]]:
    return found, [row.day for row in found]


def _months_to(span: Span) -> list[Span]:
    """The twelve months to the last day of the period that has come; the last of them ends there."""
    last = max(span.from_on, min(span.to_on, span.today))
    firsts = [_month_first(last, back) for back in range(_MONTHS_SHOWN - 1, -1, -1)]
    return [Span(one, min(_month_last(one), last), span.today) for one in firsts]


def _cut(span: Span, by: By) -> list[Span]:
    last, first = min(span.to_on, span.today), span.from_on
    found = []
    while first <= last:
        months = 0 if by is By.MONTH else (3 - (first.month - 1) % 3) - 1
        end = min(_month_last(_month_first(first, -months)), last)
        found.append(Span(first, end, span.today))
        first = end + timedelta(1)
    return found


def _month_first(day: date, back: int) -> date:
    """The first day of the month so many months before; negative ones come after."""
    months = day.year * 12 + day.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)


def _month_last(day: date) -> date:
    return _month_first(day, -1) - timedelta(1)


def _back(day: date, *, is_end: bool = False) -> date:
    """The same day a year before; the end of February stays the end of February."""
    if day.month == 2 and (day.day == 29 or (is_end and day == _month_last(day))):
        return _month_last(date(day.year - 1, 2, 1))
    return day.replace(year=day.year - 1)


def _label(day: date, by: By) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}" if by is By.MONTH else quarter_of(day)


def _span_words(wish: FigureWish) -> str:
    first, last = wish.from_on, wish.to_on
    year = f" {first.year}" if first.year != last.year else ""
    words = f"{first.day} {LONG_MONTHS[first.month - 1]}{year} to {_long(last)}"
    return f"{words}, as known at the end of {_long(wish.as_at)}" if wish.as_at else words


def _long(day: date) -> str:
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


# --- parts


def _place(by: By, words: str) -> tuple[bool, int, str]:
    """Words in their own order where they have one, otherwise by the alphabet; what is not recorded last."""
    order = _IN_ORDER.get(by, ())
    return not words, order.index(words) if words in order else len(order), words.casefold()


def _sum_words(definition: Definition, whole: FigureShown, parts_shown: Sequence[FigureShown]) -> str:
    """The parts added up in words, for those that add up by nature."""
    if definition.unit not in _ADDED or not parts_shown or whole.printed == HIDDEN:
        return ""
    met, _, counted = definition.words
    by_counted = _added([one.denominator for one in parts_shown], parts_shown, whole.denominator, counted)
    if definition.unit is Unit.COUNT:
        return by_counted
    return f"{_added([one.numerator for one in parts_shown], parts_shown, whole.numerator, met)}; {by_counted}"


def _added(counts: Sequence[int], parts_shown: Sequence[FigureShown], whole: int, words: str) -> str:
    told = (HIDDEN if one.printed == HIDDEN else f"{count:,}" for count, one in zip(counts, parts_shown, strict=True))
    return f"{' + '.join(told)} = {whole:,} {words}"
