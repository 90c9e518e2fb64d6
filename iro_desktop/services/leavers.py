"""Care leavers: every young person of sixteen or more who is entitled, how the plan stands, and what is missing.

Scope is by IRO as everywhere; the status is worked out by ``rules/leaving_care.py``, or stated.
"""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.dates import age_on, birthday, near, short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Home, Touch, Worker
from iro_desktop.domain.vocabulary import (
    CircumstanceKind,
    InTouch,
    LeaverStatus,
    Standing,
    Task,
    WorkerRole,
)
from iro_desktop.rules.compute import next_pathway_review, next_review, pathway_limit
from iro_desktop.rules.homes import home_on, homes_until
from iro_desktop.rules.leaving_care import ADULT, AFTER_CARE, SIXTEEN, TWENTY_FIVE, TWENTY_ONE
from iro_desktop.rules.leaving_reasons import Entitlement, Entitlements, entitlements
from iro_desktop.rules.model import Deadline
from iro_desktop.services.leaver_views import Band, LeaverRow, LeaversView, LeaverView, StatusView
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.today import EVERYBODY, last_iro
from iro_desktop.services.words import display_name, due_words, limit_words, short_standing, standing_words, what_of

_PRECEDENCE = {standing: place for place, standing in enumerate(Standing)}
_PRESSING = (Standing.NOT_RECORDED, Standing.OVERDUE)
_LONG_OUT_OF_TOUCH = 92  # days: about the interval of visits twice over; a gap is named, no deadline is made
_SHORT = {
    LeaverStatus.ELIGIBLE: "eligible",
    LeaverStatus.RELEVANT: "relevant",
    LeaverStatus.FORMER_RELEVANT: "former relevant",
    LeaverStatus.QUALIFYING: "qualifying",
    LeaverStatus.NONE: "not entitled",
}


def leavers(snapshot: Snapshot, iro: str | None, *, everybody: bool = False) -> LeaversView:
    """Those of an IRO, or of the service; ``everybody``: also those of sixteen or more who are not entitled."""
    rows = [
        _row(child, found, snapshot)
        for child in snapshot.children.values()
        if _is_sixteen(child.facts, snapshot.today) and (iro is None or last_iro(child, snapshot) == iro)
        and ((found := entitlements(child.facts, snapshot.today)).now.status is not LeaverStatus.NONE or everybody)
    ]  # fmt: skip
    rows.sort(key=lambda row: (_PRECEDENCE[row.standing], row.pressing_on or date.max, -len(row.gaps), row.child))
    overdue = sum(row.standing in _PRESSING for row in rows)
    return LeaversView(iro or EVERYBODY, tuple(rows), overdue, sum(bool(row.gaps) for row in rows))


def leaver(snapshot: Snapshot, council_id: str) -> LeaverView | None:
    """One young person's page; ``None`` under sixteen, or where no birth date is known and nothing is stated."""
    child = snapshot.children[council_id]
    found = entitlements(child.facts, snapshot.today)
    if not _is_sixteen(child.facts, snapshot.today) and found.stated is None:
        return None
    facts = child.facts
    advisers = [one for one in facts.workers if one.role is WorkerRole.ADVISER and one.from_on <= snapshot.today]
    said = [one for one in facts.circumstances if one.kind is CircumstanceKind.ELIGIBILITY]
    return LeaverView(
        _row(child, found, snapshot),
        _status(found.computed),
        _status(found.stated) if found.stated is not None else None,
        said[-1].from_on if said and found.stated is not None else None,
        tuple((f"{years} years old", day) for years, day, _ in _ahead(facts, snapshot.today)),
        tuple((what_of(one), f"{limit_words(one)} {due_words(one)}", one.standing) for one in _open(child)),
        tuple((one.name, one.from_on, one.to_on) for one in reversed(advisers)),
        tuple(reversed(list(homes_until(facts.homes)))),
        tuple(reversed(facts.touches)),
    )


def reasons(snapshot: Snapshot, council_id: str) -> Entitlements:
    """What a child of any age is entitled to, and why. Raises ``UserError`` where there is no such child."""
    if council_id not in snapshot.children:
        raise UserError(f"There is no child with the id {council_id} here. Check the id.")
    return entitlements(snapshot.children[council_id].facts, snapshot.today)


def _status(one: Entitlement) -> StatusView:
    since = f" since {short(one.since)}" if one.since else ""
    coming = f"{short(one.coming.on)}, {one.coming.why}: {one.coming.status.label}" if one.coming else ""
    return StatusView(one.status, f"{one.status.label[0].upper()}{one.status.label[1:]}{since}", one.reasons, coming)


def _is_sixteen(facts: ChildFacts, today: date) -> bool:
    born_on = facts.child.born_on
    return born_on is not None and today >= birthday(born_on, SIXTEEN)


# --- one row


def _row(child: ChildNow, found: Entitlements, snapshot: Snapshot) -> LeaverRow:
    facts, today, now = child.facts, snapshot.today, found.now
    born_on = facts.child.born_on
    age = age_on(born_on, today) if born_on else SIXTEEN
    ahead = _ahead(facts, today)
    review, first = _next_review(child), next(iter(_open(child)), None)
    held = [one.held_on for one in facts.reviews if one.held_on <= today]
    home, touch = home_on(facts.homes, today), _last_in_touch(facts, today)
    told = [one for one in facts.touches if one.on <= today]
    plan_on = _done(facts, Task.PATHWAY_PLAN, today)
    adviser = _adviser(facts, today)
    activity = next((one.activity.label for one in reversed(told) if one.activity is not None), "")
    gaps = tuple(_gaps(child, now, snapshot))
    status = f"{_SHORT[now.status]}, stated" if found.stated is not None else _SHORT[now.status]
    name, words = display_name(facts.child), short_standing(first) if first else "no duty"
    said = f"{what_of(first)}: {standing_words(first)}" if first else "Nothing open"
    missing = f". Missing: {', '.join(gaps)}" if gaps else ""
    return LeaverRow(
        facts.child.council_id,
        name,
        last_iro(child, snapshot) or "",
        now.status,
        status,
        now.since,
        found.stated is not None,
        age,
        Band.CHILDREN if age < ADULT else Band.ADULTS if age < TWENTY_ONE else Band.LATER,
        f"{ahead[0][0]} in {_days(ahead[0][2])}" if ahead else "",
        ahead,
        _done(facts, Task.PATHWAY_ASSESSMENT, today),
        plan_on,
        f"made {short(plan_on)}" if plan_on else "not recorded as made",
        held[-1] if held else None,
        _review_words(review),
        review.due_on if review else None,
        review.booked_on if review else None,
        adviser.name if adviser else "",
        _home_words(home) if home else "",
        home.from_on if home else None,
        home.is_suitable if home else None,
        _clock_words(child, home),
        f"{short(touch.on)}, {_ago((today - touch.on).days)}" if touch else "",
        touch.on if touch else None,
        activity,
        first.standing if first else Standing.NOT_DUE,
        words,
        _pressing_words(first, today),
        first.id if first else "",
        first.due_on if first else None,
        gaps,
        f"{name}, {age}, {status}. {said}{missing}",
    )


def _ahead(facts: ChildFacts, today: date) -> tuple[tuple[int, date, int], ...]:
    born_on = facts.child.born_on
    if born_on is None:
        return ()
    days = ((years, birthday(born_on, years)) for years in (ADULT, TWENTY_ONE, TWENTY_FIVE))
    return tuple((years, day, (day - today).days) for years, day in days if day > today)


def _open(child: ChildNow) -> list[Deadline]:
    """What is open about the plan, and the review owed next; the worst first."""
    review = _next_review(child)
    found = [one for one in child.owed if one.rule.subject == "pathway" and one.rule.id != "pathway.ends"]
    found += [review] if review is not None and review not in found else []
    return sorted(found, key=lambda one: (_PRECEDENCE[one.standing], one.due_on or date.max))


def _next_review(child: ChildNow) -> Deadline | None:
    return next_review(child.owed) or next_pathway_review(child.owed)


def _pressing_words(one: Deadline | None, today: date) -> str:
    """What is most pressing, and by when."""
    if one is None:
        return ""
    return f"{what_of(one)}, {near(one.due_on, today)}" if one.due_on else what_of(one)


def _review_words(review: Deadline | None) -> str:
    if review is None:
        return "none is owed"
    when = (
        f"{'from' if review.rule.is_earliest else 'by'} {with_weekday(review.due_on)}"
        if review.due_on
        else "no date yet"
    )
    return f"{when}, booked {short(review.booked_on)}" if review.booked_on else f"{when}, not booked"


def _done(facts: ChildFacts, task: Task, today: date) -> date | None:
    return max((one.done_on for one in facts.completions if one.task is task and one.done_on <= today), default=None)


def _adviser(facts: ChildFacts, today: date) -> Worker | None:
    mine = [one for one in facts.workers if one.role is WorkerRole.ADVISER and one.from_on <= today]
    return next((one for one in reversed(mine) if one.to_on is None or one.to_on >= today), None)


def _last_in_touch(facts: ChildFacts, today: date) -> Touch | None:
    return next((one for one in reversed(facts.touches) if one.on <= today and one.in_touch is InTouch.YES), None)


def _home_words(home: Home) -> str:
    suits = {True: ", suitable", False: ", not suitable", None: ""}[home.is_suitable]
    provided = ", by the authority" if home.is_provided else ""
    return f"{home.what.label}{suits}{provided}, since {short(home.from_on)}"


def _clock_words(child: ChildNow, home: Home | None) -> str:
    """What the home asks for, soonest first."""
    if home is None:
        return ""
    asked = {"pathway.accommodation-review", "pathway.visit", "pathway.move-review"}
    mine = [one for one in child.owed if one.rule.id in asked and one.due_on is not None]
    mine.sort(key=lambda one: one.due_on or date.max)
    return "; ".join(f"{what_of(one)[0].lower()}{what_of(one)[1:]} {limit_words(one)} {due_words(one)}" for one in mine)


def _gaps(child: ChildNow, now: Entitlement, snapshot: Snapshot) -> Iterator[str]:
    """What is missing, the gravest first; only what is owed to somebody of that status."""
    facts, today = child.facts, snapshot.today
    if now.status in (LeaverStatus.QUALIFYING, LeaverStatus.NONE):
        return
    is_after_care = now.status in AFTER_CARE
    is_reviewed = pathway_limit(child.owed) is not None or next_review(child.owed) is not None
    if is_after_care and not is_reviewed:
        return  # from 21 on advice is given on request, and no plan is reviewed
    if is_reviewed and child.iro is None:
        yield "no IRO"
    if _adviser(facts, today) is None:
        yield "no personal adviser"
    if _done(facts, Task.PATHWAY_PLAN, today) is None:
        yield "no pathway plan recorded"
    if is_after_care:
        yield from _gaps_after_care(facts, today)
    review = _next_review(child)
    if review is not None and review.booked_on is None and review.standing not in (Standing.UPCOMING, Standing.WAITING):
        yield "review not booked"


def _gaps_after_care(facts: ChildFacts, today: date) -> Iterator[str]:
    home = home_on(facts.homes, today)
    if home is None:
        yield "home not known"
    elif home.is_suitable is False:
        yield "home not suitable"
    elif home.is_suitable is None:
        yield "suitability of the home not known"
    told = [one for one in facts.touches if one.on <= today]
    if not told:
        yield "never recorded as in touch"
    elif told[-1].in_touch is not InTouch.YES:
        yield told[-1].in_touch.label
    elif (today - told[-1].on).days > _LONG_OUT_OF_TOUCH:
        yield f"last in touch {_ago((today - told[-1].on).days)}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _ago(count: int) -> str:
    return "today" if count == 0 else f"{_days(count)} ago"
