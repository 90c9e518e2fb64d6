"""A kept set beside the same figures counted today, row by row; and a printed figure beside what its numbers make."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import FrozenFigure
from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.measures.compute import DoesNotAddUp, numerator_for
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.frozen import Compared, compared
from iro_desktop.measures.model import Definition, Figure, Row, Unit
from iro_desktop.measures.suppress import HIDDEN, is_small
from iro_desktop.services.figure_words import (
    NOTHING,
    SAME,
    change_words,
    of_words,
    printed,
    share_doubt,
    value_doubt,
)
from iro_desktop.services.figures_plan import hidden_together
from iro_desktop.services.figures_shown import TOO_FEW, row_shown, tells_of_few
from iro_desktop.services.kept_figures import Kept, KeptFigures, rows_kept
from iro_desktop.services.performance import Counting, counting, hides_figure, measure_named
from iro_desktop.services.performance_views import FigureCompared, FigureWish, KeptCompared, KeptSet, RowShown
from iro_desktop.services.snapshot import Snapshot

_ALL = 100
_HEADLINE = "timeliness.held"
_NOT_SINCE = "Nothing has changed since."
_NOT_SOUND = "Not as it was kept: what differs cannot be relied upon."
_HIDDEN = "not shown: small numbers"
_NOT_MEASURED = "not measured by this version"


def kept_sets(kept: KeptFigures) -> tuple[KeptSet, ...]:
    """Every set that was kept, the newest period first."""
    return tuple(one.shown for one in kept.sets())


def kept_compared(snapshot: Snapshot, kept: KeptFigures, name: str, *, hides_small: bool = False) -> KeptCompared:
    """A set beside today, what differs first. Raises ``UserError`` for a name unknown.

    ``hides_small``: no row, and neither side of a figure where one side, or the step between them, tells of few.
    """
    found = kept.named(name)
    asked = counting(snapshot, FigureWish(found.record.from_on, found.record.to_on, hides_small=hides_small))
    told = [_compared(asked, one) for one in found.figures]
    words = _headline(found, told)
    if hides_small:
        hidden = _hidden(asked, found.figures)
        told = [_without_few(asked, one, each, hidden) for one, each in zip(found.figures, told, strict=True)]
        words = _hidden_words(told)
    told.sort(key=lambda one: not (one.doubt or _has_moved(one)))
    if found.faults:  # never that nothing has changed, of what was changed
        words = _NOT_SOUND if words == _NOT_SINCE else f"{_NOT_SOUND} {words}"
    return KeptCompared(found.shown, tuple(told), words)


def figure_doubt(snapshot: Snapshot, kept: KeptFigures, measure: str, wish: FigureWish, said: float) -> str:
    """Whether a printed figure can be right: of the numbers published for that time, else of those counted here."""
    definition, asked = measure_named(measure), counting(snapshot, wish)
    if definition.unit is Unit.PERCENT and said > _ALL:
        raise UserError("A share is not more than 100 %. Nothing was counted. Check it.", field="value")
    is_whole = not asked.wish.iro and not asked.wish.where
    published = _published(kept, definition, asked.wish) if is_whole else None
    if published is None and is_whole and (words := _of_published_whole(kept, definition, wish, said)):
        return words
    figure, whose = published or (_figure(asked, definition), "")
    if figure is None:
        return f"“{definition.name}” is not shown here, because its parts do not add up."
    if wish.hides_small and (tells_of_few(figure) or (published is None and hides_figure(asked, definition.id))):
        return TOO_FEW
    return _doubt_words(figure, said, whose)


def _doubt_words(figure: Figure, said: float, whose: str) -> str:
    definition, by = figure.definition, f", by {whose}" if whose else ""
    if definition.unit is not Unit.PERCENT:
        doubt = value_doubt(definition.unit, said, figure.value)
        return f"{doubt}{by}." if doubt else f"{printed(definition.unit, said)} is what is counted{by}."
    doubt = share_doubt(said, figure.numerator, figure.denominator)
    if doubt:
        return f"{doubt}{by}."
    return f"{said:g} % is right: {of_words(definition, figure.numerator, figure.denominator)}{by}."


def _published(kept: KeptFigures, definition: Definition, wish: FigureWish) -> tuple[Figure, str] | None:
    """What was published for exactly that time, where both its numbers are known."""
    for said, words in _published_for(kept, definition, wish):
        if said.numerator is not None and said.denominator is not None:
            return Figure(definition, said.numerator, said.denominator, None, (), "", said.value), words
    return None


def _of_published_whole(kept: KeptFigures, definition: Definition, wish: FigureWish, share: float) -> str:
    """What a share would be of a whole that was published without its part; "" where none was."""
    for said, words in _published_for(kept, definition, wish):
        if definition.unit is Unit.PERCENT and said.denominator is not None:
            if wish.hides_small and is_small(said.denominator):
                return TOO_FEW
            would = f"{share:g} % of {said.denominator:,} would be {numerator_for(share, said.denominator):,}"
            return f"{would}; how many it was was not published, by {words}."
    return ""


def _published_for(kept: KeptFigures, definition: Definition, wish: FigureWish) -> Iterator[tuple[FrozenFigure, str]]:
    """The figures published for exactly that time, and whose each is."""
    for one in kept.sets():
        is_of_it = (one.record.from_on, one.record.to_on) == (wish.from_on, wish.to_on) and not one.faults
        said = one.figure(definition.id) if is_of_it and one.record.kind is FrozenKind.PUBLISHED else None
        if said is not None:
            yield said, one.words


# --- one figure


def _compared(asked: Counting, one: FrozenFigure) -> FigureCompared:
    definition = BY_ID.get(one.measure)
    if definition is None:
        said = NOTHING if one.value is None else f"{one.value:g}"
        return FigureCompared(one.measure, one.measure, said, "", NOTHING, "", _NOT_MEASURED, (), (), (), "")
    today = _figure(asked, definition)
    difference = _difference(asked, definition, one)
    now = today.value if today else None
    moved = change_words(definition.unit, one.value, now) if today else "its parts do not add up today"
    return FigureCompared(
        measure=definition.id,
        name=definition.name,
        kept=printed(definition.unit, one.value),
        kept_words=of_words(definition, one.numerator, one.denominator),
        today=printed(definition.unit, now),
        today_words=of_words(definition, today.numerator, today.denominator) if today else "",
        words=_since_words(difference, moved),
        new=_shown(difference.new, today, asked.snapshot),
        gone=_shown(difference.gone, today, asked.snapshot),
        changed=tuple(
            zip(
                _shown([then for then, _ in difference.changed], today, asked.snapshot),
                _shown([now_ for _, now_ in difference.changed], today, asked.snapshot),
                strict=True,
            )
        ),
        doubt=_doubt(definition, one),
    )


def _without_few(asked: Counting, kept: FrozenFigure, one: FigureCompared, hidden: Collection[str]) -> FigureCompared:
    """The same without rows, for each is a child, and without small numbers: a step of few tells of them, too."""
    bare = replace(one, new=(), gone=(), changed=())
    definition = BY_ID.get(one.measure)
    today = _figure(asked, definition) if definition else None
    if definition is None or today is None or definition.id in hidden:
        return replace(bare, kept=HIDDEN, kept_words="", today=HIDDEN, today_words="", words=_HIDDEN, doubt="")
    return replace(bare, words=change_words(definition.unit, kept.value, today.value))


def _hidden(asked: Counting, kept: Sequence[FrozenFigure]) -> frozenset[str]:
    """Measures of which neither side is shown: those of few, and what would tell them on either side."""
    pairs = [(one, _figure(asked, BY_ID[one.measure])) for one in kept if one.measure in BY_ID]
    both = [(one, today) for one, today in pairs if today is not None]
    few = {
        today.definition.id
        for one, today in both
        if hides_figure(asked, today.definition.id) or _is_of_few(today.definition, one, today)
    }
    then = [
        replace(today, numerator=one.numerator, denominator=one.denominator, left_out=(), beside=0)
        for one, today in both
        if one.numerator is not None and one.denominator is not None
    ]
    return hidden_together((then, [replace(today, left_out=(), beside=0) for _, today in both]), few)


def _is_of_few(definition: Definition, kept: FrozenFigure, today: Figure) -> bool:
    """Whether the kept figure, today's, or what lies between them points to fewer than five."""
    if kept.numerator is None or kept.denominator is None:
        return tells_of_few(today)
    then = replace(today, numerator=kept.numerator, denominator=kept.denominator)
    met, whole = abs(today.numerator - kept.numerator), abs(today.denominator - kept.denominator)
    rest = abs(today.denominator - today.numerator - kept.denominator + kept.numerator)
    steps = (met, whole, rest) if definition.unit is Unit.PERCENT else (whole,)
    return tells_of_few(then) or tells_of_few(today) or any(is_small(one) for one in steps)


def _hidden_words(told: Sequence[FigureCompared]) -> str:
    hidden = sum(one.words == _HIDDEN for one in told)
    return (
        f"{hidden} of {len(told)} figures are not shown, because they tell of few, or changed by few." if hidden else ""
    )


def _figure(asked: Counting, definition: Definition) -> Figure | None:
    try:
        return asked.figure(definition, asked.span)
    except DoesNotAddUp:
        return None


def _difference(asked: Counting, definition: Definition, one: FrozenFigure) -> Compared:
    if one.rows is None:  # typed in: no rows are known
        return Compared(0, (), (), ())
    return compared(rows_kept(one), asked.rows(definition, asked.span), of_period=definition.of_period)


def _shown(rows: Sequence[Row], figure: Figure | None, snapshot: Snapshot) -> tuple[RowShown, ...]:
    return tuple(row_shown(row, figure, snapshot) for row in rows) if figure else ()


def _since_words(difference: Compared, moved: str) -> str:
    """What happened since, and what it did: "12 recorded since, 1 judged otherwise: up 0.4 percentage points"."""
    parts = (
        (len(difference.new), "recorded since"),
        (len(difference.gone), "taken back or corrected"),
        (len(difference.changed), "judged otherwise"),
    )
    told = ", ".join(f"{count:,} {words}" for count, words in parts if count)
    return f"{told}: {moved}" if told else moved


def _doubt(definition: Definition, one: FrozenFigure) -> str:
    """What is wrong with a published share, where both its numbers were published too."""
    said, numerator, denominator = one.value, one.numerator, one.denominator
    if one.rows is not None or definition.unit is not Unit.PERCENT:
        return ""
    if said is None or numerator is None or denominator is None:
        return ""
    return share_doubt(said, numerator, denominator)


# --- the set


def _headline(found: Kept, told: Sequence[FigureCompared]) -> str:
    """What a reader should know first: what moved timeliness, else how many figures differ."""
    if found.record.kind is FrozenKind.PUBLISHED:
        return _published_headline(told)
    reviews = next((one for one in told if one.measure == _HEADLINE), None)
    if reviews is not None and (reviews.new or reviews.gone or reviews.changed):
        moved = f"moved timeliness from {reviews.kept} to {reviews.today}"
        if reviews.kept == reviews.today:
            moved = f"left timeliness at {reviews.today}"
        return f"{_reviews_words(reviews, found.record.frozen_on)} {moved}"
    differ = sum(_has_moved(one) for one in told)
    if not differ:
        return _NOT_SINCE
    return f"{differ} of {len(told)} figures {'differs' if differ == 1 else 'differ'} today; timeliness is the same."


def _reviews_words(reviews: FigureCompared, frozen_on: date) -> str:
    """What happened to the reviews: "12 reviews recorded late and 1 taken back or corrected"."""
    late = sum(one.day <= frozen_on for one in reviews.new)
    parts = [
        (late, "recorded late"),
        (len(reviews.new) - late, "held since"),
        (len(reviews.gone), "taken back or corrected"),
        (len(reviews.changed), "judged otherwise"),
    ]
    told = [(count, words) for count, words in parts if count]
    count, words = told[0]
    first = f"{count:,} {'review' if count == 1 else 'reviews'} {words}"
    return " and ".join([first, *(f"{count:,} {words}" for count, words in told[1:])])


def _published_headline(told: Sequence[FigureCompared]) -> str:
    doubts = sum(bool(one.doubt) for one in told)
    differ = sum(one.kept != one.today for one in told)
    said = f"{differ} of {len(told)} {'differs' if differ == 1 else 'differ'} from what is counted today"
    if not differ:
        said = "All of them are what is counted today"
    if not doubts:
        return f"{said}."
    cannot = "1 cannot be right" if doubts == 1 else f"{doubts} cannot be right"
    return f"{said}; {cannot}: the share is not what its own numbers make."


def _has_moved(one: FigureCompared) -> bool:
    return bool(one.new or one.gone or one.changed) or one.words != SAME
