"""Tables, charts and sentences from figures, each with the measures it is counted from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from iro_desktop.domain.documents import (
    Align,
    Bullets,
    Chart,
    ChartKind,
    Column,
    Facts,
    Heading,
    Look,
    Paragraph,
    Series,
    Table,
    Value,
)
from iro_desktop.measures.compute import percent
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import By, Unit
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.services.figure_words import BY_WORDS, printed
from iro_desktop.services.performance_views import FigureShown
from iro_desktop.services.report.figures import Parts, YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece
from iro_desktop.services.report.words import capital, sentence

_MOST_BARS = 12
_FEWEST = 2  # points that make no line yet


def heading(words: str) -> Piece:
    """A heading within a section."""
    return Piece(Heading(words, 2))


def said(words: str, *about: About, look: Look = Look.PLAIN) -> Piece:
    """A paragraph."""
    return Piece(Paragraph(words, look), about)


def asked(words: str, *about: About) -> Piece:
    """What asks the writer for words; it stands in drafts alone."""
    return Piece(Paragraph(words, Look.PROMPT), about)


def told(year: YearFigures, measure: str, what: str, rest: str, *, says_none: bool = False) -> Iterator[Piece]:
    """One measure in a sentence, beside the year before; nothing where it is not measured.

    ``says_none``: of a count also that there were none, in this year as in the one before.
    """
    shown, before = year.shown(measure), year.before(measure)
    if shown is None:
        return
    is_none = shown.unit is Unit.COUNT and shown.value == 0 and not (before and before.shown.value)
    if says_none or not is_none:
        yield said(sentence(shown, what, rest, before), About(measure))


def facts(rows: Sequence[tuple[str, str]], *about: About) -> Piece:
    """Labels with what stands beside each."""
    return Piece(Facts(tuple(rows)), about)


def under(words: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """A heading, only where something stands under it."""
    found = list(pieces)
    if found:
        yield heading(words)
    yield from found


def bullets(lines: Sequence[str], *about: About) -> Piece:
    """A list."""
    return Piece(Bullets(tuple(lines)), about)


def told_apart(year: YearFigures, measure: str, by: By, caption: str, *, charted: bool = False) -> Iterator[Piece]:
    """A measure by one thing as a table with its sum, and as a chart where that helps; nothing where it is not known.

    A table of one line alone says nothing that the sentence before it did not.
    """
    parts, whole = year.parts(measure, by), year.shown(measure)
    if whole is None or not _tells(parts):
        return
    about = About(measure, by)
    yield Piece(_table(capital(BY_WORDS[by]), parts, whole, caption), (about,))
    if charted:
        yield from _bars(parts, whole, caption, about)


def counted_apart(year: YearFigures, measure: str, by: By, caption: str, labels: Mapping[str, str]) -> Iterator[Piece]:
    """How many are under each, of a share too: what is counted, not what is met."""
    parts, whole = year.parts(measure, by), year.shown(measure)
    if whole is None or is_hidden(whole) or not _tells(parts):
        return
    columns = (Column(capital(BY_WORDS[by]), width=2.8), Column("Number", Align.RIGHT), Column("Share", Align.RIGHT))
    rows = [
        (f"{words}: {labels[words]}" if words in labels else capital(words), *_of_whole(one, whole))
        for words, one in sorted(parts)
    ]
    table = Table(columns, (*rows, ("All", *_of_whole(whole, whole))), caption, _last(rows))
    yield Piece(table, (About(measure, by),))


def _of_whole(one: FigureShown, whole: FigureShown) -> tuple[Value, ...]:
    if is_hidden(one):
        return HIDDEN, HIDDEN
    return one.denominator, printed(Unit.PERCENT, percent(one.denominator, whole.denominator))


def by_quarter(year: YearFigures, measure: str, caption: str, *, charted: bool = False) -> Iterator[Piece]:
    """A measure by quarter."""
    parts, whole = year.quarters(measure), year.shown(measure)
    if whole is None or not _tells(parts):
        return
    about = About(measure, By.QUARTER)
    yield Piece(_table("Quarter", parts, whole, caption), (about,))
    if charted:
        kind = ChartKind.LINE if whole.unit is Unit.PERCENT else ChartKind.BARS
        if sum(not is_hidden(one) for _, one in parts) > _FEWEST:
            yield Piece(_chart(parts, whole, caption, kind), (about,))


def _tells(parts: Parts) -> bool:
    """Whether a table of them tells something: two lines at least, and not everything hidden."""
    return len(parts) > 1 and any(not is_hidden(one) and one.denominator for _, one in parts)


def _table(first: str, parts: Parts, whole: FigureShown, caption: str) -> Table:
    columns: tuple[Column, ...]
    if whole.unit is Unit.PERCENT:
        met, _, _ = BY_ID[whole.measure].words
        columns = (
            Column(first, width=2.4),
            Column(capital(met), Align.RIGHT),
            Column("Of", Align.RIGHT),
            Column("Share", Align.RIGHT),
        )
        rows = [(capital(words), *_share_cells(one)) for words, one in parts]
        return Table(columns, (*rows, ("All", *_share_cells(whole))), caption, _last(rows))
    if whole.unit is Unit.COUNT:
        columns = (Column(first, width=2.4), Column("Number", Align.RIGHT), Column("Share", Align.RIGHT))
        rows_ = [(capital(words), *_count_cells(one, whole)) for words, one in parts]
        return Table(columns, (*rows_, ("All", *_count_cells(whole, whole))), caption, _last(rows_))
    columns = (Column(first, width=2.4), Column("Value", Align.RIGHT))
    plain: list[tuple[Value, ...]] = [(capital(words), one.printed) for words, one in parts]
    return Table(columns, (*plain, ("All", whole.printed)), caption, _last(plain))


def _last(rows: Sequence[object]) -> frozenset[int]:
    return frozenset({len(rows)})


def _share_cells(one: FigureShown) -> tuple[Value, ...]:
    if is_hidden(one):
        return HIDDEN, HIDDEN, HIDDEN
    return one.numerator, one.denominator, one.printed


def _count_cells(one: FigureShown, whole: FigureShown) -> tuple[Value, ...]:
    if is_hidden(one):
        return HIDDEN, HIDDEN
    if is_hidden(whole):
        return one.numerator, HIDDEN
    return one.numerator, printed(Unit.PERCENT, percent(one.numerator, whole.denominator))


def _bars(parts: Parts, whole: FigureShown, caption: str, about: About) -> Iterator[Piece]:
    visible = [one for one in parts if not is_hidden(one[1])]
    if 1 < len(visible) <= _MOST_BARS:
        yield Piece(_chart(tuple(visible), whole, caption, ChartKind.BARS), (about,))


def _chart(parts: Parts, whole: FigureShown, caption: str, kind: ChartKind) -> Chart:
    values = tuple(None if is_hidden(one) else one.value for _, one in parts)
    unit = "%" if whole.unit is Unit.PERCENT else ""
    categories = tuple(capital(words) for words, _ in parts)
    lines = [f"{words} {one.printed}" for words, one in zip(categories, (one for _, one in parts), strict=True)
             if one.value is not None]  # fmt: skip
    return Chart(caption, kind, categories, (Series(whole.name, values),), f"{caption}: {'; '.join(lines)}.", unit)


def lines_of_quarters(
    year: YearFigures, title: str, named: Sequence[tuple[str, str]], kind: ChartKind = ChartKind.BARS
) -> Iterator[Piece]:
    """Several counts beside each other by quarter: a table and a chart; ``named``: heading and measure.

    One with a quarter that is hidden is left out: what others say of the same quarter could tell it.
    """
    found = [(words, measure, year.quarters(measure)) for words, measure in named]
    found = [one for one in found if one[2] and not any(is_hidden(part) for _, part in one[2])]
    if not found or len(found[0][2]) < 2:
        return
    about = tuple(About(measure, By.QUARTER) for _, measure, _ in found)
    if not any(one.value for _, _, parts in found for _, one in parts):
        return
    quarters = [words for words, _ in found[0][2]]
    columns = (Column("Quarter", width=1.6), *(Column(words, Align.RIGHT) for words, _, _ in found))
    rows = tuple((quarter, *(_cell(parts[at][1]) for _, _, parts in found)) for at, quarter in enumerate(quarters))
    yield Piece(Table(columns, rows, title), about)
    seen = [(words, parts) for words, _, parts in found]
    series = tuple(Series(words, tuple(one.value for _, one in parts)) for words, parts in seen)
    told_ = "; ".join(
        f"{words}: {', '.join(f'{quarter} {one.printed}' for quarter, one in parts)}" for words, parts in seen
    )
    yield Piece(Chart(title, kind, tuple(quarters), series, f"{title}. {told_}."), about)


def _cell(one: FigureShown) -> Value:
    return one.printed if is_hidden(one) or one.unit is not Unit.COUNT else one.numerator
