"""Rows about alerts, partner escalations, good practice, and consultation forms."""

from collections.abc import Callable, Iterator
from datetime import date

from iro_desktop.domain.agencies import agency_of
from iro_desktop.domain.alerts import furthest, steps_of
from iro_desktop.domain.records import Alert
from iro_desktop.domain.vocabulary import AlertKind, SendingKind
from iro_desktop.measures.model import By, Counted, Row, Span, Tags, iro_on, team_on

ALERT_LIMITS = (
    "alert.informal", "alert.formal", "alert.formal-2", "alert.formal-3", "alert.formal-4", "alert.formal-5",
)  # fmt: skip


def raised_rows(kind: AlertKind | None = None) -> Callable[[Counted, Span], Iterator[Row]]:
    """Each alert raised in the period, of one kind or of all."""

    def rows(counted: Counted, span: Span) -> Iterator[Row]:
        for one in counted.facts.alerts:
            if (kind is None or one.kind is kind) and span.holds(one.raised_on):
                yield _row(counted, one, one.raised_on, one.nth)

    return rows


def resolved_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each challenge resolved in the period, with the working days it took."""
    seen: dict[date, int] = {}
    for one in sorted(counted.facts.alerts, key=lambda one: (one.raised_on, one.nth)):
        day = one.resolved_on
        if one.kind is AlertKind.CHALLENGE and day is not None and span.holds(day):
            nth = seen[day] = seen.get(day, 0) + 1
            yield _row(counted, one, day, nth)


def _row(counted: Counted, one: Alert, day: date, nth: int) -> Row:
    took = counted.service.working_days(one.raised_on, one.resolved_on) if one.resolved_on else None
    return Row(
        counted.facts.child.council_id, day, None, None, one.resolved_on, is_met=True, left_out=None,
        iro=iro_on(counted, one.raised_on), team=one.team or "",
        tags=_tags(counted, one), amount=float(took) if took is not None else None, nth=nth,
    )  # fmt: skip


def _tags(counted: Counted, one: Alert) -> Tags:
    stages = steps_of(counted.facts, one)
    lists = counted.service.lists
    return (
        (By.KIND, one.kind.label),
        (By.STAGE, furthest(stages).stage.label if stages else ""),
        (By.THEME, lists.get(one.theme_id or "", "")),
        (By.AGENCY, one.agency.label if one.agency else ""),
        (By.OUTCOME, one.outcome.label if one.outcome else "still open"),
        (By.EFFECT, lists.get(one.effect_id or "", "") or ("still open" if one.outcome is None else "")),
    )


def consultation_rows(counted: Counted, span: Span) -> Iterator[Row]:
    """Each consultation form sent in the period, by whether it came back."""
    seen: dict[date, int] = {}
    for one in counted.facts.sendings:
        if one.what is SendingKind.CONSULTATION and span.holds(one.sent_on):
            nth = seen[one.sent_on] = seen.get(one.sent_on, 0) + 1
            returned_on = one.returned_on if one.returned_on and one.returned_on <= span.today else None
            yield Row(
                counted.facts.child.council_id, one.sent_on, None, None, returned_on,
                is_met=returned_on is not None, left_out=None,
                iro=iro_on(counted, one.sent_on), team=team_on(counted, one.sent_on),
                tags=((By.AGENCY, agency_of(counted.facts, one).label),), nth=nth,
            )  # fmt: skip
