"""Which figures of a period are hidden where small numbers are: one plan for all its pages, tables, prints and copies.

Every measure, whole and by everything that it can be told apart by, is laid out with all that the definitions say of
how the numbers hang together; so what one page hides cannot be reckoned from another. Narrowed to one IRO or one team,
a figure is the part that the whole service shows; its own parts are not shown at all, for the pages of the other IROs
and teams would tell them.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from iro_desktop.measures.linked import Cell, Sum, hidden_pieces
from iro_desktop.measures.links import ALLOCATED, AT_THE_END, BETWEEN, BETWEEN_IS, LINKS, PART_LINKS, Link, Of
from iro_desktop.measures.model import By, Definition, Figure, LeftOut, Row, Unit
from iro_desktop.measures.suppress import hides_share, is_small

Frame = tuple[By | None, str]  # a part, by what and which; the whole is (None, "")
Piece = tuple[str, Frame, str]
WHOLE: Frame = (None, "")
FIGURE, LEFT_OUT, BESIDE = "figure", "left out", "beside"
_RECKONED = "reckoned"  # printed nowhere
TIMES = (By.MONTH, By.QUARTER)
_ADDED = (Unit.PERCENT, Unit.COUNT)
_COSTS = {None: 100_000, By.QUARTER: 3_000, By.MONTH: 1_000}  # of a whole, of what a course is drawn of
_COST_OF_PART, _COST_OF_SHARE, _COST_OF_REST = 300, 3, 1


@dataclass(slots=True)
class Tally:
    """The numbers of one figure."""

    met: int = 0
    counted: int = 0
    amount: int = 0
    beside: int = 0
    left_out: Counter[LeftOut] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        """Count one row more."""
        if row.left_out is not None:
            self.left_out[row.left_out] += 1
            return
        self.counted += 1
        self.met += row.is_met
        self.amount += round(row.amount or 0)

    def add_all(self, rows: Sequence[Row]) -> None:
        """Count each of them."""
        for row in rows:
            self.add(row)


Tallies = dict[tuple[str, Frame], Tally]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden in one set of figures."""

    pieces: frozenset[Hashable]
    tallies: Mapping[tuple[str, Frame], Tally]
    within: Frame = WHOLE  # narrowed to this part of it
    is_narrowed: bool = False  # parts of what is narrowed are hidden, all of them

    def hides(self, measure: str, frame: Frame = WHOLE, what: str = FIGURE) -> bool:
        """Whether that is hidden; what the plan does not know of is."""
        if not self.is_narrowed:
            return (measure, frame) not in self.tallies or (measure, frame, what) in self.pieces
        is_shown_apart = frame == WHOLE and what == FIGURE and self.within != WHOLE
        return not is_shown_apart or (measure, self.within, FIGURE) in self.pieces  # where there is none, it is nought


def tallied(rows: Sequence[Row], dimensions: Sequence[By]) -> Iterator[tuple[Frame, Tally]]:
    """The rows counted as a whole, and by each dimension."""
    whole, parts = Tally(), dict[Frame, Tally]()
    for row in rows:
        whole.add(row)
        for by in dimensions:
            parts.setdefault((by, row.tag(by)), Tally()).add(row)
    yield WHOLE, whole
    yield from parts.items()


def tally_of(figure: Figure) -> Tally:
    """A figure that was counted elsewhere: of a kept set, of another time."""
    share = figure.definition.unit is Unit.PERCENT
    met = figure.numerator if share else figure.denominator
    return Tally(met, figure.denominator, figure.numerator, figure.beside, Counter(dict(figure.left_out)))


def hidden_of(definitions: Sequence[Definition], tallies: Tallies, also: Collection[Hashable] = ()) -> Hidden:
    """The plan for all these figures together; ``also``: what is hidden anyway."""
    by_id = {one.id: one for one in definitions}
    cells = [cell for (measure, frame), one in tallies.items() for cell in _cells(by_id[measure], frame, one)]
    between, of_between = _between(tallies)
    cells += between
    small: set[Hashable] = {
        piece for (measure, frame), one in tallies.items() for piece in _small(by_id[measure], frame, one)
    }
    small |= {cell.piece for cell in between} | set(also)
    small |= _parts_of_small(by_id, tallies, small)
    sums = [*_within(by_id, tallies), *_apart(by_id, tallies), *_linked(by_id, tallies), *of_between]
    return Hidden(hidden_pieces(cells, sums, small), tallies)


def _small(about: Definition, frame: Frame, one: Tally) -> Iterator[Piece]:
    """What tells of few by itself."""
    figures = [one.counted, one.amount] if about.unit is Unit.AVERAGE else [one.counted]
    if hides_share(one.met, one.counted) if about.unit is Unit.PERCENT else any(map(is_small, figures)):
        yield about.id, frame, FIGURE
    if any(map(is_small, (*one.left_out.values(), one.left_out.total()))):
        yield about.id, frame, LEFT_OUT
    if is_small(one.beside):
        yield about.id, frame, BESIDE


def _parts_of_small(by_id: Mapping[str, Definition], tallies: Tallies, small: set[Hashable]) -> set[Hashable]:
    """Where a whole tells of few, so does each of its parts, but for noughts."""
    return {
        (measure, frame, FIGURE)
        for (measure, frame), one in tallies.items()
        if one.counted and (measure, WHOLE, FIGURE) in small
        if by_id[measure].unit in _ADDED and _adds_up(by_id[measure], frame[0])
    }


def _cells(about: Definition, frame: Frame, one: Tally) -> Iterator[Cell]:
    figure, rest = (about.id, frame, FIGURE), (about.id, frame, LEFT_OUT)
    cost = _COSTS.get(frame[0], _COST_OF_PART) * (_COST_OF_SHARE if about.unit is Unit.PERCENT else 1)
    is_share = about.unit is Unit.PERCENT
    if is_share:
        yield Cell((about.id, frame, Of.MET), one.met, figure, cost, least=0)
        yield Cell((about.id, frame, Of.NOT_MET), one.counted - one.met, figure, cost, least=0)
    if about.unit is Unit.AVERAGE:
        yield Cell((about.id, frame, Of.AMOUNT), one.amount, figure, cost, least=0)
    is_guarded = is_small(one.counted) or about.unit in (Unit.COUNT, Unit.MEDIAN)
    least = 1 if one.counted else 0
    yield Cell((about.id, frame, Of.COUNTED), one.counted, figure, cost, is_guarded, least)
    if about.left_out:
        out = one.left_out.total()
        yield Cell((about.id, frame, Of.LEFT_OUT), out, rest, _COST_OF_REST, is_small(out), least=0)
    if frame == WHOLE:
        for why in about.left_out:
            count = one.left_out[why]
            yield Cell((about.id, frame, why), count, rest, _COST_OF_REST, is_small(count), least=0)
    if about.beside is not None and (frame == WHOLE or frame[0] in TIMES):
        piece = (about.id, frame, BESIDE)
        yield Cell((about.id, frame, Of.BESIDE), one.beside, piece, _COST_OF_REST, is_small(one.beside), least=0)


# --- how the numbers hang together


def _within(by_id: Mapping[str, Definition], tallies: Tallies) -> Iterator[Sum]:
    """Within one figure: those in time and those late are those counted; each reason makes those left out."""
    for measure, frame in tallies:
        about = by_id[measure]
        if about.unit is Unit.PERCENT:
            yield _sum(measure, frame, (Of.COUNTED,), (Of.MET, Of.NOT_MET))
        if frame == WHOLE and about.left_out:
            yield _sum(measure, frame, (Of.LEFT_OUT,), about.left_out)
        if frame[0] is By.CODE and about.unit is Unit.PERCENT:  # a code is one of those that are met, or is not
            one = tallies[measure, frame]
            if one.met in (0, one.counted):
                yield _sum(measure, frame, (Of.COUNTED,), (Of.MET if one.met else Of.NOT_MET,))


def _sum(measure: str, frame: Frame, whole: Sequence[Of], parts: Sequence[Of | LeftOut]) -> Sum:
    return Sum(tuple((measure, frame, of) for of in whole), tuple((measure, frame, of) for of in parts))


def _apart(by_id: Mapping[str, Definition], tallies: Tallies) -> Iterator[Sum]:
    """The parts of a whole; the months of a quarter."""
    groups: dict[tuple[str, By], list[Frame]] = {}
    for measure, frame in tallies:
        if frame[0] is not None and _adds_up(by_id[measure], frame[0]):
            groups.setdefault((measure, frame[0]), []).append(frame)
    for (measure, by), frames in groups.items():
        yield from _parts(measure, WHOLE, frames)
        if by is By.QUARTER:
            for quarter in frames:
                months = [one for one in groups.get((measure, By.MONTH), ()) if quarter_of_month(one[1]) == quarter[1]]
                yield from _parts(measure, quarter, months)


def _adds_up(about: Definition, by: By | None) -> bool:
    """What looks at its period as a whole does so for each month anew."""
    return not (about.of_period and by in TIMES)


def _parts(measure: str, whole: Frame, frames: Sequence[Frame]) -> Iterator[Sum]:
    for of in Of:
        yield Sum(((measure, whole, of),), tuple((measure, one, of) for one in frames))


def quarter_of_month(month: str) -> str:
    """The quarter of a month.

    >>> quarter_of_month("2026-04")
    '2026/27 Q1'
    """
    year, number = int(month[:4]), int(month[5:])
    begins = year - (number < 4)
    return f"{begins}/{(begins + 1) % 100:02d} Q{(number - 4) % 12 // 3 + 1}"


def _linked(by_id: Mapping[str, Definition], tallies: Tallies) -> Iterator[Sum]:
    """What the definitions say of measures beside each other."""
    frames = dict.fromkeys(frame for _, frame in tallies)
    for link in LINKS:
        for frame in frames:
            if _know(link, frame, by_id):
                yield _of_link(link, frame)
    for part in PART_LINKS:
        measure, what = part.whole
        yield Sum(((part.measure, (part.by, part.words), part.of),), ((measure, WHOLE, what),))
    yield from _with_an_iro(tallies)
    for measure in AT_THE_END:
        yield from _at_the_end(
            measure, sorted(words for one, (by, words) in tallies if (one, by) == (measure, By.MONTH))
        )


def _at_the_end(measure: str, months: Sequence[str]) -> Iterator[Sum]:
    for at, month in enumerate(months):
        here = (By.MONTH, month)
        is_last = at == len(months) - 1
        if is_last or quarter_of_month(month) != quarter_of_month(months[at + 1]):
            yield from _parts(measure, (By.QUARTER, quarter_of_month(month)), [here])
        if is_last:
            yield from _parts(measure, WHOLE, [here])


def _know(link: Link, frame: Frame, by_id: Mapping[str, Definition]) -> bool:
    measures = {measure for measure, _ in (*link.whole, *link.parts)}
    return all(one in by_id and (frame[0] in (None, *TIMES) or frame[0] in by_id[one].by) for one in measures)


def _of_link(link: Link, frame: Frame) -> Sum:
    return Sum(
        tuple((measure, frame, of) for measure, of in link.whole),
        tuple((measure, frame, of) for measure, of in link.parts),
    )


def _with_an_iro(tallies: Tallies) -> Iterator[Sum]:
    """The children of an IRO in the caseload are those looked after, told apart by IRO; nobody's are in the latter."""
    of = Of.COUNTED
    for measure, frame in tallies:
        if measure == ALLOCATED and frame[0] is By.IRO:
            yield Sum(((ALLOCATED, frame, of),), (("children.stock", frame, of),))
            yield Sum(((ALLOCATED, frame, Of.LEFT_OUT),), (("children.stock", frame, Of.LEFT_OUT),))
    nobody = ("children.stock", (By.IRO, ""))
    if (ALLOCATED, WHOLE) in tallies:
        for what in (Of.COUNTED, Of.LEFT_OUT):
            yield Sum((("children.stock", WHOLE, what),), ((ALLOCATED, WHOLE, what), (*nobody, what)))


def _between(tallies: Tallies) -> tuple[list[Cell], list[Sum]]:
    """Numbers that nobody prints and that two lines give: they are hidden cells from the start."""
    cells, sums = list[Cell](), list[Sum]()
    (broad, _), (strict, _) = BETWEEN.whole[0], BETWEEN.parts[0]
    for measure, frame in tallies:
        if measure == broad and (strict, frame) in tallies and frame[0] is not By.CODE:
            count = tallies[broad, frame].met - tallies[strict, frame].met
            key = (_RECKONED, frame, Of.MET)
            cells.append(Cell(key, count, (_RECKONED, frame, FIGURE), is_guarded=is_small(count), least=0))
            sums.append(Sum(((broad, frame, Of.MET),), ((strict, frame, Of.MET), key)))
    of_code, by, code = BETWEEN_IS
    sums.append(Sum(((_RECKONED, WHOLE, Of.MET),), ((of_code, (by, code), Of.COUNTED),)))
    return cells, sums
