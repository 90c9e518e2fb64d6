"""Alerts counted: those raised in a time, by one thing. The lines add up to all of them, and say so."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.protocol import protocol_of
from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertOutcome, AlertStage
from iro_desktop.measures.compute import DoesNotAddUp
from iro_desktop.services.challenge import cards
from iro_desktop.services.challenge_views import AlertCard, AlertCount, Counted
from iro_desktop.services.periods import time_before
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import with_work

STILL_OPEN = "still open"
BANDS = ((5, "within 5 working days"), (10, "6 to 10 working days"), (20, "11 to 20 working days"))
_OVER = "over 20 working days"
_LAST = (STILL_OPEN, "")  # what is not known yet, or was not said, comes last


@dataclass(frozen=True, slots=True)
class _By:
    """One way to count."""

    title: str
    line: Callable[[AlertCard], str]  # of which line an alert is; "" where nothing is said
    nothing: str = ""  # the words of that line
    order: tuple[str, ...] = ()  # lines in an order of their own; otherwise the longest first


def _days(card: AlertCard) -> str:
    if card.is_open:
        return STILL_OPEN
    return next((words for most, words in BANDS if card.working_days_open <= most), _OVER)


def _effect(card: AlertCard) -> str:
    return STILL_OPEN if card.is_open else card.effect


_OUTCOMES = tuple(one.label for one in AlertOutcome)
BY: Mapping[str, _By] = {
    "stage": _By("By the furthest stage", lambda card: card.stage.value, order=tuple(AlertStage)),
    "kind": _By("By kind", lambda card: card.kind.label, order=tuple(one.label for one in AlertKind)),
    "theme": _By("By theme", lambda card: card.theme, "no theme said"),
    "team": _By("By team", lambda card: card.team, "no team said"),
    "agency": _By(
        "By partner agency",
        lambda card: card.agency.label if card.agency else "",
        "the service itself",
        tuple(one.label for one in Agency),
    ),
    "iro": _By("By IRO", lambda card: card.iro, "nobody’s child"),
    "outcome": _By(
        "By outcome",
        lambda card: card.outcome.label if card.outcome else STILL_OPEN if card.is_open else "",
        "no outcome said",
        _OUTCOMES,
    ),
    "effect": _By("By effect for the child", _effect, "no effect said"),
    "days": _By("By working days to resolve", _days, order=(*(words for _, words in BANDS), _OVER)),
}


def alert_counts(
    snapshot: Snapshot, iro: str | None, by: str, from_on: date, to_on: date, kind: AlertKind | None = None
) -> AlertCount:
    """Alerts of the children in scope raised in those days, ends included, of one kind or of all.

    Beside each line stands how many there were in the time before (``periods.time_before``), judged as of today.
    Raises ``DoesNotAddUp``.
    """
    if by not in BY:
        raise UserError(f"Alerts are not counted by “{by}”. Nothing was counted. Choose one of {', '.join(BY)}.")
    if from_on > to_on:
        raise UserError("The first day lies after the last one. Nothing was counted. Check the two days.")
    how = BY[by]
    earlier = time_before(from_on, to_on)
    parts, before = (
        _parts(snapshot, iro, how, first, last, kind)
        for first, last in ((from_on, to_on), (earlier.from_on, earlier.to_on))
    )
    words = _stage_names(snapshot, {**before, **parts}) if by == "stage" else {}
    lines = tuple(
        Counted(words.get(key, key) or how.nothing, tuple(parts.get(key, ())), len(before.get(key, ())))
        for key in sorted({**parts, **before}, key=lambda key: _place(how, key, len(parts.get(key, ()))))
    )
    total = _raised(snapshot, iro, from_on, to_on, kind)
    was = _raised(snapshot, iro, earlier.from_on, earlier.to_on, kind)
    if (sum(one.count for one in lines), sum(one.before for one in lines)) != (total, was):
        raise DoesNotAddUp(f"alerts by {by}: {[(one.count, one.before) for one in lines]} of {total} and {was}")
    return AlertCount(by, how.title, lines, total, _check(lines, total), was, earlier.words)


def _parts(
    snapshot: Snapshot, iro: str | None, how: _By, from_on: date, to_on: date, kind: AlertKind | None
) -> dict[str, list[AlertCard]]:
    """The alerts of each line."""
    parts: dict[str, list[AlertCard]] = {}
    for card in cards(snapshot, iro):
        if from_on <= card.raised_on <= to_on and kind in (None, card.kind):
            parts.setdefault(how.line(card), []).append(card)
    return parts


def _raised(snapshot: Snapshot, iro: str | None, from_on: date, to_on: date, kind: AlertKind | None) -> int:
    """The whole, counted from the facts alone."""
    alerts = (alert for child in with_work(snapshot, iro) for alert in child.facts.alerts)
    return sum(from_on <= one.raised_on <= to_on and kind in (None, one.kind) for one in alerts)


def _place(how: _By, key: str, count: int) -> tuple[Hashable, ...]:
    if key in _LAST:
        return 2, 0, _LAST.index(key), ""
    if key in how.order:
        return 0, how.order.index(key), 0, ""
    return 1, -count, 0, key


def _stage_names(snapshot: Snapshot, parts: Mapping[str, list[AlertCard]]) -> dict[str, str]:
    """Stages as the service calls them today; those of an earlier protocol as they were called then."""
    protocol = protocol_of(snapshot.practice.value("alert-stages", snapshot.today))
    names = {}
    for key, found in parts.items():
        own = protocol.of(AlertStage(key))
        names[key] = own.name if own else found[-1].stage_words
    return names


def _check(lines: tuple[Counted, ...], total: int) -> str:
    alerts = "1 alert" if total == 1 else f"{total:,} alerts"
    counted = [one for one in lines if one.count]
    if not counted:
        return "No alert was raised"
    return f"{' + '.join(f'{one.count:,}' for one in counted)} = {alerts} raised"
