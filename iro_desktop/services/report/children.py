"""Profile of the children: how many, who came and left, by quarter; age, sex, ethnicity, legal status, placement."""

from collections.abc import Iterator

from iro_desktop.measures.model import By
from iro_desktop.services.report.blocks import asked, heading, lines_of_quarters, said, told, told_apart
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.hide import is_hidden
from iro_desktop.services.report.model import About, Piece
from iro_desktop.services.report.words import sentence

_STOCK, _STARTED, _CEASED = "children.stock", "children.started", "children.ceased"
_PROFILE = ((By.AGE, True), (By.SEX, False), (By.ETHNICITY, False), (By.LEGAL_STATUS, True), (By.PLACEMENT, True))
_WORDS = {
    By.AGE: "age",
    By.SEX: "sex",
    By.ETHNICITY: "ethnicity",
    By.LEGAL_STATUS: "legal status",
    By.PLACEMENT: "placement",
}


def children(year: YearFigures) -> Iterator[Piece]:
    """Numbers first, then the profile on the last day."""
    yield from _stock(year)
    yield from told(year, _STARTED, "times", "a child became looked after")
    yield from told(year, _CEASED, "times", "a child ceased to be looked after")
    yield from lines_of_quarters(
        year,
        "Children looked after, by quarter",
        (("Looked after at its end", _STOCK), ("Started", _STARTED), ("Ceased", _CEASED)),
    )
    yield from _balance(year)
    if year.shown(_STOCK) is not None:
        yield heading("Who they are")
    for by, is_charted in _PROFILE:
        yield from told_apart(
            year, _STOCK, by, f"Children looked after at the end, by {_WORDS[by]}", charted=is_charted
        )
    yield from told_apart(year, _CEASED, By.REASON, "Children ceasing to be looked after, by reason")


def _stock(year: YearFigures) -> Iterator[Piece]:
    """How many at the end; beside the year before only where that would not tell how few came or left."""
    shown, moved = year.shown(_STOCK), [year.shown(one) for one in (_STARTED, _CEASED)]
    if shown is not None:
        tells = any(one is not None and is_hidden(one) for one in moved)
        before = None if tells else year.before(_STOCK)
        yield said(sentence(shown, "children", "were looked after at the end", before), About(_STOCK))


def _balance(year: YearFigures) -> Iterator[Piece]:
    """More came or more left, read off the two figures."""
    started, ceased = year.shown(_STARTED), year.shown(_CEASED)
    if started is None or ceased is None or is_hidden(started) or is_hidden(ceased):
        return
    gap = started.numerator - ceased.numerator
    how = "as many children started as ceased to be looked after" if not gap else (
        f"{abs(gap):,} {'more' if gap > 0 else 'fewer'} times a child started than ceased to be looked after"
    )  # fmt: skip
    yield asked(f"Over the year {how}. What is known of why?", About(_STARTED), About(_CEASED))
