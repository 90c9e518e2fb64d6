"""The fake desk's figures: rows spread over its children by a plain rule, counted by eye; and sets that are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from zlib import crc32

from iro_desktop.domain.acts import FreezeFigures, RecordPublished, RemovePublished
from iro_desktop.domain.dates import LONG_MONTHS, MONTHS
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import By, Definition, LeftOut, Unit, quarter_of
from iro_desktop.services.figure_words import BY_WORDS
from iro_desktop.services.performance_views import (
    Change,
    FigureCompared,
    FigureShown,
    FigureWish,
    KeptCompared,
    KeptSet,
    Part,
    PartsView,
    PerformanceView,
    Point,
    RowShown,
    RowsView,
    Tile,
)
from tests.ui.fake_people import TODAY, FakeChild

FigureAct = FreezeFigures | RecordPublished | RemovePublished
_TEAMS = ("Care 1", "Care 2", "Court team", "")
_REASONS = ("Social worker away", "Court timetable", "Child’s wish to wait", "Report late", "")
_SIGNS = {Unit.PERCENT: " %", Unit.MEDIAN: " working days"}
_SMALL = 5
Rows = Sequence[RowShown]


@dataclass(frozen=True, slots=True)
class FakeFigures:
    """Sets that are kept, with their figures; rows that came later are those of ``late`` children."""

    sets: tuple[KeptSet, ...] = ()
    figures: tuple[tuple[str, RecordPublished | FigureShown], ...] = ()  # name of the set, a figure of it

    def after(self, act: FigureAct, children: Mapping[str, FakeChild]) -> "FakeFigures":
        """With what the act says."""
        name = act.name.strip()
        if not name:
            raise UserError("Kept figures need a name. Nothing was saved. Write one, such as 2025/26.", field="name")
        here = next((one for one in self.sets if one.name.casefold() == name.casefold()), None)
        if isinstance(act, FreezeFigures):
            if here is not None:
                raise UserError(
                    f"There are figures kept as {name} already. Nothing was kept. Choose another name.", field="name"
                )
            return self._frozen(act, name, children)
        rest = tuple(
            (of, one)
            for of, one in self.figures
            if not (of == name and isinstance(one, RecordPublished) and one.measure == act.measure)
        )
        if isinstance(act, RecordPublished):
            if here is not None and here.kind is not FrozenKind.PUBLISHED:
                raise UserError(
                    f"{name} was frozen from the facts, and stays as it is. Nothing was saved. Choose another name.",
                    field="name",
                )
            rest = (*rest, (name, act))
            new = _set(name, FrozenKind.PUBLISHED, act.from_on, act.to_on, len(_of(rest, name)))
            return FakeFigures((*(one for one in self.sets if one.name != name), new), rest)
        left = len(_of(rest, name))
        sets = tuple(replace(one, figures=left) if one.name == name else one for one in self.sets)
        return FakeFigures(tuple(one for one in sets if one.figures), rest)

    def _frozen(self, act: FreezeFigures, name: str, children: Mapping[str, FakeChild]) -> "FakeFigures":
        wish = FigureWish(act.from_on, act.to_on)
        early = {key: child for number, (key, child) in enumerate(children.items()) if number % 9}
        kept = tuple((name, figure_of(one, early, wish)) for one in DEFINITIONS)
        new = replace(_set(name, FrozenKind.COMPUTED, act.from_on, act.to_on, len(kept)), note=act.note or "")
        return FakeFigures((*self.sets, new), (*self.figures, *kept))


def _of(figures: Sequence[tuple[str, object]], name: str) -> list[object]:
    return [one for of, one in figures if of == name]


def _set(name: str, kind: FrozenKind, from_on: date, to_on: date, figures: int) -> KeptSet:
    return KeptSet(
        name, kind, from_on, to_on, TODAY, "sam", "", f"{crc32(name.encode()):08x}" * 8, is_sound=True, faults=(),
        figures=figures,
    )  # fmt: skip


# rows and figures


def _dice(*parts: object) -> int:
    return crc32("/".join(str(one) for one in parts).encode())


def _all_rows(measure: Definition, children: Mapping[str, FakeChild], wish: FigureWish) -> list[RowShown]:
    """The rows of the days that the wish holds."""
    last = min(wish.to_on, TODAY, wish.as_at or TODAY)
    rows = _every_row(measure.id, tuple((one.id, f"{one.given} {one.family}", one.iro) for one in children.values()))
    found = [one for one in rows if wish.from_on <= one.day <= last and wish.iro in {None, one.iro}]
    return [one for one in found if all(_tag(one, by) == words for by, words in wish.where)]


@cache
def _every_row(measure: str, children: tuple[tuple[str, str, str], ...]) -> tuple[RowShown, ...]:
    """One row every half year or so for each child, oldest first."""
    found = []
    for child in children:
        for half in range(6):
            dice = _dice(measure, child[0], half)
            found.append(_row(BY_ID[measure], child, TODAY - timedelta(half * 181 + dice % 170), dice))
    return tuple(sorted(found, key=lambda one: (one.day, one.child)))


def _row(measure: Definition, child: tuple[str, str, str], day: date, dice: int) -> RowShown:
    key, name, iro = child
    met, not_met, _ = measure.words
    is_late = dice // 7 % 7 == 0 and measure.unit is Unit.PERCENT
    why = measure.left_out[dice % len(measure.left_out)] if measure.left_out and dice // 11 % 19 == 0 else None
    due = day + timedelta(5 - (dice // 13 % 9 + 6 if is_late else 0))
    judged = f"left out: {why.value}" if why else not_met if is_late else met or "counted"
    team = _TEAMS[_dice(key) % len(_TEAMS)]
    return RowShown(key, name, day, day, due, day, judged, iro, team)


def _tag(row: RowShown, by: By) -> str:
    if by is By.IRO:
        return row.iro
    if by is By.TEAM:
        return row.team
    if by is By.MONTH:
        return f"{row.day:%Y-%m}"
    return quarter_of(row.day) if by is By.QUARTER else _REASONS[_dice(row.child, by) % len(_REASONS)]


def _split(measure: Definition, rows: Rows) -> tuple[Rows, Rows, Rows]:
    out = [one for one in rows if one.judged.startswith("left out")]
    late = [one for one in rows if one.judged == measure.words[1] and measure.unit is Unit.PERCENT]
    return [one for one in rows if one not in out and one not in late], late, out


def _figure(measure: Definition, rows: Rows, wish: FigureWish) -> FigureShown:
    met, late, out = _split(measure, rows)
    counted = len(met) + len(late)
    value: float | None = None
    if measure.unit is Unit.PERCENT:
        value = round(1000 * len(met) / counted) / 10 if counted else None
        check = f"{len(met)} {measure.words[0]} + {len(late)} {measure.words[1]} = {counted} {measure.words[2]}"
    elif measure.unit is Unit.COUNT:
        value, check = float(counted), f"{counted} {measure.words[2]}"
    else:
        value, check = (round(counted / 3, 1) if counted else None), f"{counted} {measure.words[2]}, 3 full-time IROs"
    printed = "–" if value is None else f"{value:g}" if measure.unit is Unit.COUNT else f"{value:.1f}"
    printed += _SIGNS.get(measure.unit, "") if value is not None else ""
    if wish.hides_small and (0 < len(met) < _SMALL or 0 < len(late) < _SMALL):
        value, printed, check = None, "c", "Small numbers are not shown"
    reasons = tuple(
        (why.value, count) for why in LeftOut if (count := sum(one.judged.endswith(why.value) for one in out))
    )
    return FigureShown(
        measure.id, measure.name, measure.subject, measure.unit, printed, value, len(met), counted,
        f"{check}; {len(out)} left out", reasons, 0, measure.definition, measure.population, measure.numerator,
        measure.denominator, measure.source, measure.by, measure.better,
    )  # fmt: skip


def figure_of(measure: Definition, children: Mapping[str, FakeChild], wish: FigureWish) -> FigureShown:
    return _figure(measure, _all_rows(measure, children, wish), wish)


def _known(measure: str) -> Definition:
    if measure not in BY_ID:
        raise UserError(f"There is no measure {measure}. Nothing was counted.")
    return BY_ID[measure]


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28))


def _change(measure: Definition, now: FigureShown, before: FigureShown) -> Change | None:
    if before.value is None or now.value is None:
        return None
    by = round(now.value - before.value, 1)
    unit = " percentage points" if measure.unit is Unit.PERCENT else ""
    words = f"{'up' if by > 0 else 'down'} {abs(by):g}{unit}" if by else "the same"
    better = None if not by or not measure.better else (by > 0) is (measure.better > 0)
    return Change(before.printed, "a year before", words, better)


def _months_to(to_on: date, count: int) -> list[tuple[date, date]]:
    first, found = to_on.replace(day=1), []
    for _ in range(count):
        found.append((first, (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)))
        first = (first - timedelta(1)).replace(day=1)
    return found[::-1]


def _long(day: date) -> str:
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def performance_of(children: Mapping[str, FakeChild], wish: FigureWish) -> PerformanceView:
    before = replace(wish, from_on=_year_before(wish.from_on), to_on=_year_before(wish.to_on))
    tiles = []
    for one in DEFINITIONS:
        now = figure_of(one, children, wish)
        months = tuple(
            figure_of(one, children, replace(wish, from_on=first, to_on=last)).value
            for first, last in _months_to(min(wish.to_on, TODAY), 12)
        )
        tiles.append(Tile(now, _change(one, now, figure_of(one, children, before)), months))
    span = f"{_long(wish.from_on)} to {_long(min(wish.to_on, TODAY))}"
    return PerformanceView(wish, wish.iro or "all IROs", span, tuple(tiles))


def trend_of(children: Mapping[str, FakeChild], measure: str, wish: FigureWish, by: By) -> tuple[Point, ...]:
    one = _known(measure)
    if by is By.MONTH:
        count = (wish.to_on.year - wish.from_on.year) * 12 + wish.to_on.month - wish.from_on.month + 1
        spans = _months_to(wish.to_on, count)
        labels = [f"{MONTHS[first.month - 1]} {first.year}" for first, _ in spans]
    else:
        months = _months_to(wish.to_on, 36)
        grouped: dict[str, list[tuple[date, date]]] = {}
        for first, last in months:
            if last >= wish.from_on:
                grouped.setdefault(quarter_of(first), []).append((first, last))
        labels = list(grouped)
        spans = [(each[0][0], each[-1][1]) for each in grouped.values()]
    spans = [(first, min(last, TODAY)) for first, last in spans if first <= TODAY]
    return tuple(
        Point(label, first, last, figure_of(one, children, replace(wish, from_on=first, to_on=last)))
        for label, (first, last) in zip(labels, spans, strict=False)
    )


def parts_of(children: Mapping[str, FakeChild], measure: str, wish: FigureWish, by: By) -> PartsView:
    one = _known(measure)
    rows = _all_rows(one, children, wish)
    words = sorted({_tag(row, by) for row in rows})
    parts = tuple(Part(each, _figure(one, [row for row in rows if _tag(row, by) == each], wish)) for each in words)
    whole = _figure(one, rows, wish)
    check = f"{' + '.join(str(part.figure.numerator) for part in parts)} = {whole.numerator}" if parts else ""
    return PartsView(whole, by, f"{one.name}, by {BY_WORDS[by]}", parts, check)


def figure_rows_of(children: Mapping[str, FakeChild], measure: str, wish: FigureWish) -> RowsView:
    one = _known(measure)
    rows = _all_rows(one, children, wish)
    met, late, out = _split(one, rows)
    return RowsView(_figure(one, rows, wish), tuple(met), tuple(late), tuple(out))


# kept figures


def compared_of(kept: FakeFigures, children: Mapping[str, FakeChild], name: str) -> KeptCompared:
    found = next((one for one in kept.sets if one.name == name), None)
    if found is None:
        raise UserError(f"No figures are kept as {name}. Nothing was compared.")
    figures = [
        _compared(one, children, FigureWish(found.from_on, found.to_on)) for of, one in kept.figures if of == name
    ]
    new = sum(len(one.new) for one in figures)
    return KeptCompared(found, tuple(figures), f"{new} recorded since" if new else "Nothing has changed since")


def _compared(
    one: RecordPublished | FigureShown, children: Mapping[str, FakeChild], wish: FigureWish
) -> FigureCompared:
    now = figure_of(BY_ID[one.measure], children, wish)
    today = f"{now.numerator} of {now.denominator}"
    if isinstance(one, RecordPublished):
        is_told = one.numerator is not None and one.denominator is not None
        return FigureCompared(
            one.measure, now.name, f"{one.value:g} %", f"{one.numerator} of {one.denominator}" if is_told else "",
            now.printed, today, f"published {one.value:g}", (), (), (), doubt_of(one),
        )  # fmt: skip
    early = {row.child for row in _all_rows(BY_ID[one.measure], children, wish)}
    late = [key for number, key in enumerate(children) if number % 9 == 0 and key in early]
    new = tuple(row for row in _all_rows(BY_ID[one.measure], children, wish) if row.child in late)
    words = f"{len(new)} recorded since" if new else "the same"
    return FigureCompared(
        one.measure, now.name, one.printed, f"{one.numerator} of {one.denominator}", now.printed, today, words, new,
        (), (), "",
    )  # fmt: skip


def doubt_of(one: RecordPublished) -> str:
    if one.numerator is None or not one.denominator:
        return ""
    share = round(1000 * one.numerator / one.denominator) / 10
    if abs(share - one.value) <= 0.5:
        return ""
    would = round(one.value * one.denominator / 100)
    return (
        f"{one.value:g} % of {one.denominator:,} would be {would:,}; "
        f"{one.numerator:,} of {one.denominator:,} is {share:.1f} %"
    )


def doubt_of_today(children: Mapping[str, FakeChild], measure: str, wish: FigureWish, printed: float) -> str:
    now = figure_of(_known(measure), children, wish)
    return doubt_of(
        RecordPublished(
            name="", from_on=wish.from_on, to_on=wish.to_on, measure=measure, value=printed, numerator=now.numerator,
            denominator=now.denominator,
        )
    )  # fmt: skip
