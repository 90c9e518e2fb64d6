"""What the commands about figures ask for alike: a period, an IRO, what narrows it, the day as known at."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate
from iro_desktop.cli.session import reading, snapshot
from iro_desktop.measures.model import By
from iro_desktop.rules.calendar import england
from iro_desktop.services.as_at import snapshot_as_at
from iro_desktop.services.figures import span_of
from iro_desktop.services.kept_figures import KeptFigures
from iro_desktop.services.performance_views import FigureWish
from iro_desktop.services.snapshot import Snapshot

_LARGEST = 1e9
DIMENSION = click.Choice([one.value for one in By])
as_at_option = click.option("--as-at", type=IsoDate(), help="As it was known at the end of that day; else now.")
_from = click.option("--from", "from_on", type=IsoDate(), help="First day of the period; else 1 April before its end.")
_to = click.option("--to", "to_on", type=IsoDate(), help="Last day of the period; else today, or the day of --as-at.")
_iro = click.option("--iro", help="Only where this IRO was responsible on the day counted.")


class Narrowed(click.ParamType[tuple[By, str]]):
    """A dimension and its words, as team=North."""

    name = "DIM=WORDS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[By, str]:
        """Read it, or say which dimensions there are; nothing after the sign is "not recorded"."""
        if isinstance(value, tuple):
            return value
        name, sign, words = str(value).partition("=")
        known = [one.value for one in By]
        if not sign or name not in known:
            self.fail(f"“{value}” is not of the kind team=North; there are: {', '.join(known)}")
        return By(name), words.strip()


class Printed(click.ParamType[float]):
    """A figure as it was printed: 94, 94 %, 83.8 or 1,033."""

    name = "FIGURE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it, or say how figures are written."""
        try:
            read = float(str(value).replace(",", "").removesuffix("%").strip())
        except ValueError:
            read = -1.0
        if not 0 <= read < _LARGEST:
            self.fail(f"“{value}” is not a figure: write it as 94, 83.8 or 1,033")
        return read


_where = click.option(
    "--where", type=Narrowed(), multiple=True, help="Only what is so, as team=North; may be repeated."
)


def period_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--from`` and ``--to``."""
    return _from(_to(command))


def wish_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """All that a wish is made of, but for hiding small numbers."""
    return period_options(as_at_option(_iro(_where(command))))


@dataclass(frozen=True, slots=True)
class Figures:
    """The store, opened for a wish."""

    snapshot: Snapshot
    kept: KeptFigures
    wish: FigureWish


def wish_of(
    options: Options,
    from_on: date | None,
    to_on: date | None,
    as_at: date | None = None,
    iro: str | None = None,
    where: tuple[tuple[By, str], ...] = (),
    *,
    hides_small: bool = False,
) -> FigureWish:
    """The wish, with the period that is meant where none is said. Raises ``UserError`` for one back to front."""
    span = span_of(from_on, to_on, as_at or options.today)
    return FigureWish(span.from_on, span.to_on, iro, where, as_at, hides_small)


@contextmanager
def counted(options: Options, wish: FigureWish) -> Iterator[Figures]:
    """The store as the wish wants to see it."""
    with reading(options) as store:
        yield Figures(past_or_now(store, options, wish.as_at), KeptFigures(store), wish)


def past_or_now(store: Any, options: Options, as_at: date | None) -> Snapshot:
    """Everything as known at the end of a day, or now. Raises ``UserError`` for a day to come."""
    if as_at is None or as_at == options.today:
        return snapshot(store, options)
    return snapshot_as_at(store, as_at, options.today, england())
