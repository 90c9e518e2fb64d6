"""A performance clinic with one IRO: exceptions since the last, their own figures, what was agreed.

Monthly performance clinics with exceptions, agreed actions, and a trend against oneself are what services describe in
their annual reports; no law asks for them. An IRO is never set beside another one here.
"""

from datetime import date, timedelta

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import Span
from iro_desktop.rules.offsets import add_months
from iro_desktop.services.clinic_exceptions import exceptions
from iro_desktop.services.clinic_rows import clinics
from iro_desktop.services.clinic_views import ClinicFigure, ClinicRow, ClinicView
from iro_desktop.services.figure_words import change_of
from iro_desktop.services.figures import check_iro
from iro_desktop.services.figures_shown import shown_of
from iro_desktop.services.meetings import a_year_before
from iro_desktop.services.performance import Counting
from iro_desktop.services.performance_views import FigureWish
from iro_desktop.services.snapshot import Snapshot

FIGURES = (
    "timeliness.held",
    "participation.strict",
    "recommendations.in-time",
    "minutes.in-time",
    "letters.in-time",
    "mid-point.coverage",
    "rearranged",
)
_FIRST_MONTHS = 3  # looked back over where there was no clinic yet
_DAY = timedelta(days=1)


def clinic(snapshot: Snapshot, iro: str, since: date | None = None) -> ClinicView:
    """What is looked at with that IRO today, from ``since`` on, or from the day after the last clinic.

    Raises ``UserError`` for an IRO who is not here, or a first day that is still to come.
    """
    check_iro(snapshot, iro)
    if since is not None and since > snapshot.today:
        raise UserError(
            f"{short(since)} is still to come. Nothing was counted. Give the day from which to look.", field="since"
        )
    held = clinics(snapshot, iro)
    last = _last(held, snapshot.today)
    first = since or (last.held_on + _DAY if last else add_months(snapshot.today, -_FIRST_MONTHS))
    words = f"since {short(first)}" if since or last is None else f"since the clinic of {short(last.held_on)}"
    before = _before(first, snapshot.today)
    return ClinicView(
        iro,
        snapshot.today,
        first,
        words if since or last else f"{words}; no clinic is recorded yet",
        len(snapshot.in_scope(iro)),
        exceptions(snapshot, iro, first),
        _figures(snapshot, iro, first, before),
        days_words(before.from_on, before.to_on),
        held,
    )


def _last(held: tuple[ClinicRow, ...], today: date) -> ClinicRow | None:
    """The last one before today: what is recorded on the day of a clinic does not empty its own page."""
    return next((one for one in held if one.held_on < today), None)


def _before(first: date, today: date) -> Span:
    """As many days before: the IRO's own figures to compare with."""
    days = max((today - first).days, 0)
    return Span(first - _DAY - timedelta(days=days), first - _DAY, today)


def _figures(snapshot: Snapshot, iro: str, first: date, before: Span) -> tuple[ClinicFigure, ...]:
    today = snapshot.today
    asked = Counting(snapshot, FigureWish(first, today, iro))
    year = Span(a_year_before(today), today, today)
    found = []
    for definition in (BY_ID[measure] for measure in FIGURES):
        now, of_year = asked.figure(definition, asked.span), asked.figure(definition, year)
        then = asked.figure(definition, before) if asked.reaches_back(definition, before) else None
        change = None
        if then is not None and then.value is not None:
            change = change_of(definition, then.value, now.value, days_words(before.from_on, before.to_on))
        found.append(ClinicFigure(shown_of(now), change, shown_of(of_year)))
    return tuple(found)


def days_words(first: date, last: date) -> str:
    """``29 Sep to 26 Oct 2026``."""
    words = short(first)
    return f"{words.removesuffix(f' {last.year}')} to {short(last)}"
