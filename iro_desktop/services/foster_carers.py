"""Foster carers: every household with its approval, its reviews and what is owed next, worst first."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.records import CarerFacts, CarerReview
from iro_desktop.domain.vocabulary import CarerReviewKind, Standing
from iro_desktop.rules.carers import booked_next, settles
from iro_desktop.rules.model import Deadline
from iro_desktop.services.child_page import deadline_row
from iro_desktop.services.fostering_views import CarerAskedRow, CarerReviewRow, CarerRow, CarersView
from iro_desktop.services.snapshot import CarerNow, Snapshot
from iro_desktop.services.views import HistoryLine
from iro_desktop.services.whose import carers_of
from iro_desktop.services.words import standing_words

EVERYBODY = "all IROs"
_AD_HOC = "foster-carer.ad-hoc"
_ORDER = (
    Standing.NOT_RECORDED, Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON, Standing.WAITING,
    Standing.UPCOMING,
)  # fmt: skip
_PRESSING = frozenset({Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON})


def foster_carers(snapshot: Snapshot, iro: str | None, *, ended: bool = False) -> CarersView:
    """The households in scope, those whose approval ended too if asked for."""
    rows = [carer_row(snapshot, one) for one in carers_of(snapshot, iro)]
    current = [row for row in rows if not row.is_over]
    shown = sorted(rows if ended else current, key=_worst_first)
    return CarersView(
        iro or EVERYBODY,
        tuple(shown),
        len(rows) - len(current),
        sum(row.standing in (Standing.OVERDUE, Standing.NOT_RECORDED) for row in current),
        sum(bool(row.next and row.next.standing in _PRESSING and row.booked_on is None) for row in current),
    )


def _worst_first(row: CarerRow) -> tuple[bool, int, date, str]:
    order = _ORDER.index(row.standing) if row.standing in _ORDER else len(_ORDER)
    return row.is_over, order, row.next.due_on if row.next and row.next.due_on else date.max, row.reference


def carer_row(snapshot: Snapshot, now: CarerNow) -> CarerRow:
    """One household as it stands."""
    facts, today = now.facts, snapshot.today
    carer = facts.carer
    owed = [one for one in now.deadlines if one.is_open]
    yearly = next((one for one in owed if one.rule.id != _AD_HOC), None)
    worst = min(owed, key=lambda one: (_ORDER.index(one.standing), one.due_on or date.max), default=None)
    names = {one.id: one.name for one in snapshot.iros}
    booked_on = booked_next(facts, today)
    held = [one for one in facts.reviews if one.held_on <= today]
    next_words = f"{yearly.rule.what}, {with_weekday(yearly.due_on)}" if yearly and yearly.due_on else ""
    said = standing_words(worst) if worst else f"ended {short(carer.ended_on)}" if carer.ended_on else ""
    panel = "; ".join(_panel(facts, held, owed))
    booked = f"booked {short(booked_on)}" if booked_on else ""
    return CarerRow(
        carer.reference,
        names.get(carer.iro_id or "", ""),
        carer.approved_on,
        carer.ended_on,
        carer.terms or "",
        held[-1].held_on if held else None,
        booked_on,
        deadline_row(yearly, today) if yearly else None,
        worst.standing if worst else Standing.NOT_DUE,
        said,
        next_words,
        panel,
        tuple(_review(one, now.deadlines) for one in reversed(held)),
        tuple(_asked(facts, held)),
        tuple(_story(facts, now.deadlines, today)),
        carer.row_version,
        ", ".join(part for part in (f"Foster carer {carer.reference}", said, next_words, booked, panel) if part),
    )


def _panel(facts: CarerFacts, held: list[CarerReview], owed: list[Deadline]) -> Iterator[str]:
    """What still has to go to the fostering panel: a first review, and reviews out of turn."""
    if facts.carer.ended_on is None and held and held[0].panel_on is None:
        yield f"first review of {short(held[0].held_on)} to panel: no day recorded"
    for one in owed:
        if one.rule.id == _AD_HOC and one.due_on:
            yield f"review out of turn to panel by {short(one.due_on)}"


def _review(one: CarerReview, deadlines: tuple[Deadline, ...]) -> CarerReviewRow:
    judged = next((each for each in deadlines if each.rule.id != _AD_HOC and each.met_on == one.held_on), None)
    said = [one.kind.label]
    if judged is not None:
        late = judged.standing is Standing.MET_LATE
        said.append(f"late, was due {short(judged.due_on)}" if late and judged.due_on else "in time")
    said += [f"to panel {short(one.panel_on)}"] if one.panel_on else []
    said += [f"decided {short(one.decided_on)}"] if one.decided_on else []
    said += [one.outcome.label] if one.outcome else []
    words = ", ".join(said)
    return CarerReviewRow(
        one.held_on, one.kind, one.panel_on, one.decided_on, one.outcome, one.note or "", words[:1].upper() + words[1:]
    )


def _asked(facts: CarerFacts, held: list[CarerReview]) -> Iterator[CarerAskedRow]:
    for one in reversed(facts.asked):
        review = settles(one, held)
        is_open = facts.carer.ended_on is None and (review is None or review.panel_on is None)
        yield CarerAskedRow(one.asked_on, one.ground, one.note or "", is_open)


def _story(facts: CarerFacts, deadlines: tuple[Deadline, ...], today: date) -> list[HistoryLine]:
    """All that happened, newest first."""
    lines = [HistoryLine(facts.carer.approved_on, "Approved")]
    lines += [HistoryLine(one.held_on, _review(one, deadlines).words) for one in facts.reviews if one.held_on <= today]
    lines += [
        HistoryLine(
            one.asked_on, f"Review asked for out of turn: {one.ground.label}{f'. {one.note}' if one.note else ''}"
        )
        for one in facts.asked
    ]
    if facts.carer.ended_on is not None:
        lines.append(HistoryLine(facts.carer.ended_on, "Approval ended"))
    kinds = {one.held_on: one.kind is CarerReviewKind.AD_HOC for one in facts.reviews}
    return sorted(lines, key=lambda line: (line.on, kinds.get(line.on, False)), reverse=True)
