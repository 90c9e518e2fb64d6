"""The figures of one report year: as they were frozen where somebody froze them, otherwise counted and a draft.

Every figure that is asked for is remembered, so that the appendix defines what the report used and nothing else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.measures.compute import beside_of, figure_of, figures_by, fte_of, percent, rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.frozen import TYPED, rows_of_text
from iro_desktop.measures.model import By, Definition, Figure, Row, Span, Unit, quarter_of
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.services.figure_times import days_of_year
from iro_desktop.services.figure_words import share_doubt
from iro_desktop.services.figures_hidden import Hidden
from iro_desktop.services.figures_plan import frame_of
from iro_desktop.services.kept_figures import Kept
from iro_desktop.services.performance_views import FigureShown
from iro_desktop.services.reach import is_of_history, reaches_back
from iro_desktop.services.report.facts import ReportFacts, year_words
from iro_desktop.services.report.hide import before_hidden, plan_of_figures, plan_of_rows, shown_by, shown_earlier

Parts = tuple[tuple[str, FigureShown], ...]  # what it is under in words, and its figure
_AGES = ("not yet born", "under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over", "not known")
_NOTICE = ("the day before or on the day", "2 to 7 days before", "8 to 28 days before", "more than 28 days before")
_IN_ORDER = {By.AGE: _AGES, By.NOTICE: _NOTICE}  # words that have an order of their own
NOT_RECORDED = "not recorded"
_QUARTER = 3  # months


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure of the year before."""

    shown: FigureShown
    words: str  # where it comes from: "2024/25 as published", "2024/25 as it is known today"
    doubt: str  # of a published one whose own numbers make another share; ""


class YearFigures:
    """The figures of one year; see the module."""

    def __init__(self, facts: ReportFacts) -> None:
        """Choose where they come from; nothing is counted before it is asked for."""
        self.facts = facts
        first, last = days_of_year(facts.year)
        self.whole = Span(first, last, facts.today)
        self.source = _source(facts, self.whole)
        self.span = replace(self.whole, today=self.source.record.frozen_on) if self.source else self.whole
        self.used: dict[str, dict[By, None]] = {}  # measures asked for, each with what it was told apart by
        self.plan: Hidden | None = None  # of what is hidden; None: nothing is, while it is found out what is printed
        self._rows: dict[str, list[Row]] = {}
        self._figures: dict[str, Figure] = {}
        self._before: dict[str, tuple[Figure, str, str] | None] = {}
        self._elsewhen: dict[tuple[str, Span], list[Row]] = {}

    @property
    def ends_on(self) -> date:
        """The last day of the year that has come."""
        return min(self.whole.to_on, self.facts.today)

    @property
    def is_over(self) -> bool:
        """Whether the year has ended."""
        return self.facts.today > self.whole.to_on

    @property
    def recorded_since(self) -> date | None:
        """The first day on which work for a child is recorded here; ``None`` where no child is."""
        return min((one.facts.child.tracking_from for one in self.facts.children), default=None)

    @property
    def words(self) -> str:
        """Where its figures come from, as a sentence."""
        if self.source is None:
            return f"Figures counted from the facts as they are on {short(self.facts.today)}, not frozen."
        record = self.source.record
        if record.kind is FrozenKind.PUBLISHED:
            return f"Figures typed in as published: {record.name}."
        return f"Figures frozen on {short(record.frozen_on)} as “{record.name}”."

    # --- the year

    def figure(self, measure: str) -> Figure | None:
        """A measure of the year; ``None`` where there is nothing to count, or nobody typed it in."""
        self.used.setdefault(measure, {})
        if measure not in self._figures:
            found = self._figure(BY_ID[measure])
            if found is None:
                return None
            self._figures[measure] = found
        figure = self._figures[measure]
        return figure if figure.value is not None else None

    def shown(self, measure: str) -> FigureShown | None:
        """The same as a report may show it."""
        figure = self.figure(measure)
        return shown_by(self.plan, figure) if figure is not None else None

    def doubt(self, measure: str) -> str:
        """What is wrong with a share that was typed in for this year, where its own numbers make another; ""."""
        said = self.source.figure(measure) if self.source else None
        if said is None or said.rows is not None or said.value is None:
            return ""
        return _doubt(BY_ID[measure], said.value, said.numerator, said.denominator)

    def rows(self, measure: str) -> list[Row]:
        """Its rows; of what was typed in none are known."""
        definition = BY_ID[measure]
        if measure not in self._rows:
            self._rows[measure] = self._read(definition) if self.source else self._counted(definition, self.whole)
        return self._rows[measure]

    def parts(self, measure: str, by: By) -> Parts:
        """The measure told apart: what is most comes first, what is not recorded last; empty where it is not known."""
        whole, rows = self.figure(measure), self.rows(measure)
        self.used[measure].setdefault(by)
        if whole is None or not rows or (self.source and TYPED.get(measure) is by):
            return ()  # kept rows do without what was typed freely
        told = figures_by(BY_ID[measure], rows, self.span, by, self.facts.service)
        told = tuple(one for one in told if one[1].denominator)  # what is left out has no part
        told = tuple(sorted(told, key=lambda one: _place(by, one[0], one[1])))
        return tuple((words or NOT_RECORDED, shown_by(self.plan, one, (by, words))) for words, one in told)

    def quarters(self, measure: str) -> Parts:
        """The measure by quarter, oldest first; one that looks at each quarter as a whole is counted for each."""
        definition, whole = BY_ID[measure], self.figure(measure)
        self.used[measure].setdefault(By.QUARTER)
        spans = _quarters(self.whole)
        if whole is None or not spans or (self.source and not self.rows(measure)):
            return ()
        if definition.of_period and shown_by(self.plan, whole).printed == HIDDEN:
            return ()  # its last quarter ends as the year does
        if definition.of_period:
            figures = [figure_of(definition, self._counted(definition, one), one, self._fte(one)) for one in spans]
        else:
            rows = self.rows(measure)
            told = [[row for row in rows if one.from_on <= row.day <= one.to_on] for one in spans]
            figures = [figure_of(definition, of_it, replace(self.span, from_on=one.from_on, to_on=one.to_on))
                       for one, of_it in zip(spans, told, strict=True)]  # fmt: skip
        return tuple(
            (quarter_words(span.from_on), shown_by(self.plan, one, frame_of(By.QUARTER, span)))
            for span, one in zip(spans, figures, strict=True)
        )

    def last_days(self) -> tuple[Span, ...]:
        """The quarters that have begun, each to its last day that has come."""
        return _quarters(self.whole)

    # --- the year before

    def before(self, measure: str) -> Earlier | None:
        """The year before: as published, else as frozen, else counted from today's facts where they reach so far."""
        if measure not in self._before:
            self._before[measure] = self._earlier(BY_ID[measure])
        found = self._before[measure]
        if found is None:
            return None
        figure, words, doubt = found
        hides = self.plan is not None and self._hides_before(measure)
        return Earlier(shown_earlier(figure, hides=hides), words, doubt)

    @cached_property
    def _hides_before(self) -> Callable[[str], bool]:
        """Of all figures of the year before that were asked for: they stand side by side, and are hidden together."""
        return before_hidden([found[0] for found in self._before.values() if found is not None])

    def _earlier(self, definition: Definition) -> tuple[Figure, str, str] | None:
        first, last = days_of_year(self.facts.year - 1)
        name = year_words(self.facts.year - 1)
        fitting = [one for one in self.facts.sets if (one.record.from_on, one.record.to_on) == (first, last)]
        for one in sorted(fitting, key=lambda one: one.record.kind is not FrozenKind.PUBLISHED):
            said = one.figure(definition.id) if not one.faults else None
            figure = _as_kept(definition, one, definition.id) if said is not None else None
            if said is not None and said.value is not None and figure is not None:
                doubt = _doubt(definition, said.value, said.numerator, said.denominator)
                return figure, f"{name} by the numbers that were published" if doubt else one.words, doubt
        span = Span(first, last, self.facts.today)
        if not self._reaches_back[is_of_history(definition)]:
            return None
        figure = figure_of(definition, self._counted(definition, span), span, self._fte(span))
        return (figure, f"{name} as it is known today", "") if figure.value is not None else None

    @cached_property
    def _reaches_back(self) -> dict[bool, bool]:
        """Whether the facts reach so far: of what the returns tell, and of what is known since it is recorded."""
        span = Span(*days_of_year(self.facts.year - 1), self.facts.today)
        return {one: reaches_back(self.facts.children, span, of_history=one) for one in (True, False)}

    # --- what is hidden

    def hide(self) -> None:
        """From here on hide what of all that was asked for so far may not be shown together, and all that was not."""
        self.plan = self._plan()

    def _plan(self) -> Hidden:
        if self.source is not None and self.source.record.kind is FrozenKind.PUBLISHED:
            figures = (_as_kept(one, self.source, one.id) for one in DEFINITIONS)
            return plan_of_figures(one for one in figures if one is not None)
        return plan_of_rows(self.used, lambda one: self.rows(one.id), self._counted, _quarters(self.whole))

    # --- counting and reading

    def _figure(self, definition: Definition) -> Figure | None:
        if self.source is not None:
            return _as_kept(definition, self.source, definition.id)
        beside = beside_of(definition, self.facts.children, self.whole)
        return figure_of(definition, self.rows(definition.id), self.whole, self._fte(self.whole), beside)

    def _read(self, definition: Definition) -> list[Row]:
        said = self.source.figure(definition.id) if self.source else None
        return rows_of_text(said.rows) if said is not None and said.rows else []

    def counted(self, measure: str, span: Span) -> list[Row]:
        """The rows of a measure of another time, from the facts of today."""
        return self._counted(BY_ID[measure], span)

    def _counted(self, definition: Definition, span: Span) -> list[Row]:
        key = (definition.id, span)
        if key not in self._elsewhen:
            self._elsewhen[key] = rows_of(definition, self.facts.children, span, service=self.facts.service)
        return self._elsewhen[key]

    def _fte(self, span: Span) -> Fraction:
        return fte_of(self.facts.service, span, None)


def quarter_words(day: date) -> str:
    """The quarter of a year as a reader knows it.

    >>> quarter_words(date(2025, 4, 1)), quarter_words(date(2026, 1, 1))
    ('Q1 Apr to Jun', 'Q4 Jan to Mar')
    """
    months = ("Apr to Jun", "Jul to Sep", "Oct to Dec", "Jan to Mar")
    number = int(quarter_of(day)[-1])
    return f"Q{number} {months[number - 1]}"


def _source(facts: ReportFacts, whole: Span) -> Kept | None:
    """The newest sound set of exactly that year, frozen when it was over; else what was typed in as published for it.

    What was typed in counts only where nothing is known here of the year.
    """
    of_year = [one for one in facts.sets if (one.record.from_on, one.record.to_on) == (whole.from_on, whole.to_on)]
    sound = [one for one in of_year if not one.faults]
    for one in sound:
        if one.record.kind is FrozenKind.COMPUTED and one.record.frozen_on >= whole.to_on:
            return one
    published = [one for one in sound if one.record.kind is FrozenKind.PUBLISHED]
    if published and not rows_of(BY_ID["reviews.held"], facts.children, whole, service=facts.service):
        return published[0]
    return None


def _as_kept(definition: Definition, kept: Kept, measure: str) -> Figure | None:
    """A kept figure; a share that was typed in with both its numbers is what they make, not what was printed."""
    said = kept.figure(measure)
    if said is None or said.value is None:
        return None
    known = round(said.value) if definition.unit is Unit.COUNT else 0
    numerator, denominator = said.numerator or known, said.denominator or known
    if said.rows is not None and definition.unit is not Unit.RATIO:
        span = Span(kept.record.from_on, kept.record.to_on, kept.record.frozen_on)
        counted = figure_of(definition, rows_of_text(said.rows), span)
        return replace(counted, check=said.check or counted.check)
    value = said.value
    if definition.unit is Unit.PERCENT and said.numerator is not None and said.denominator:
        value = percent(numerator, denominator) or 0.0
    return Figure(definition, numerator, denominator, value, (), said.check or "", value)


def _doubt(definition: Definition, value: float, numerator: int | None, denominator: int | None) -> str:
    if definition.unit is not Unit.PERCENT or numerator is None or denominator is None:
        return ""
    return share_doubt(value, numerator, denominator)


def _quarters(whole: Span) -> tuple[Span, ...]:
    """The quarters of the year that have begun."""
    last = min(whole.to_on, whole.today)
    found, first = [], whole.from_on
    while first <= last:
        months = first.year * 12 + first.month - 1 + _QUARTER
        after = date(months // 12, months % 12 + 1, 1)
        found.append(Span(first, min(after - timedelta(1), last), whole.today))
        first = after
    return tuple(found)


def _place(by: By, words: str, figure: Figure) -> tuple[bool, int, str]:
    order: Sequence[str] = _IN_ORDER.get(by, ())
    if words in order:
        return False, order.index(words), words
    return not words, -figure.denominator if not order else len(order), words.casefold()
