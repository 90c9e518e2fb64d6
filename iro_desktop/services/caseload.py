"""The caseload: one row a child, worst standing first."""

import unicodedata
from dataclasses import replace
from datetime import date

from iro_desktop.domain.births import Birth
from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Episode
from iro_desktop.domain.vocabulary import LEGAL_STATUS, PLACEMENT, Ownership, Standing
from iro_desktop.rules.compute import next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.owed_reviews import LEFT_OUT
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.today import EVERYBODY
from iro_desktop.services.views import CaseloadRow, CaseloadView
from iro_desktop.services.words import display_name, short_standing

_PRECEDENCE = {standing: position for position, standing in enumerate(Standing)}


def caseload_view(snapshot: Snapshot, iro: str | None, words: str = "") -> CaseloadView:
    """The children in scope whose row holds every one of the words."""
    children = snapshot.in_scope(iro)
    wanted = folded(words).replace("'", "").split()
    known = snapshot.kept.once(("caseload", iro), lambda: _rows(children, snapshot))
    rows = [row for row, hay in known if all(word in hay for word in wanted)]
    ids = {row.child for row in rows}
    groups = {frozenset((one, *others)) for one, others in snapshot.siblings.items() if one in ids}
    not_booked = sum(row.next_booked_on is None for row in rows)
    return CaseloadView(iro or EVERYBODY, tuple(rows), len(children), len(groups), not_booked)


def _rows(children: list[ChildNow], snapshot: Snapshot) -> tuple[tuple[CaseloadRow, str], ...]:
    """Worst standing first, each with the text that words are looked for in."""
    found = sorted((_alone_of(child, snapshot) for child in children), key=lambda one: one[0])
    return tuple((_with_siblings(row, snapshot), hay) for _, row, hay in found)


def _alone_of(child: ChildNow, snapshot: Snapshot) -> tuple[tuple[int, date, str], CaseloadRow, str]:
    """Where the child stands in the order, the row but for brothers and sisters, the text that is searched."""
    return snapshot.kept.of_one(
        "caseload", child.facts.child.council_id, child, lambda: _alone(child, _row(child, snapshot))
    )


def _alone(child: ChildNow, row: CaseloadRow) -> tuple[tuple[int, date, str], CaseloadRow, str]:
    return _urgency(child), row, _hay(row, child)


def _with_siblings(row: CaseloadRow, snapshot: Snapshot) -> CaseloadRow:
    others = snapshot.siblings.get(row.child, ())
    names = ", ".join(display_name(snapshot.children[one].facts.child) for one in others)
    return replace(row, siblings=names) if names else row


def _hay(row: CaseloadRow, child: ChildNow) -> str:
    record = child.facts.child
    names = (record.given_name, record.family_name, record.known_as)
    shown = (row.name, row.child, row.legal, row.legal_words, row.placement, row.standing_words, row.iro)
    return folded(" ".join(part for part in (*names, *shown) if part)).replace("'", "")


# Letters that Unicode does not take apart, and signs that keyboards and word processors vary.
_PLAIN = str.maketrans({
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "æ": "ae",
    "Æ": "ae", "œ": "oe", "Œ": "oe", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'",
    "‐": "-", "‑": "-", "–": "-",
})  # fmt: skip


def folded(text: str) -> str:
    """Text for comparing: no case, no accents, one kind of apostrophe and hyphen."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def worst(child: ChildNow) -> Deadline | None:
    """The open deadline that matters most: the IRO's own and the review, by precedence, then date."""
    mine = [one for one in child.owed if one.rule.ownership is Ownership.MINE]
    return min(mine, key=lambda one: (_PRECEDENCE[one.standing], one.due_on is not None, one.due_on), default=None)


def _urgency(child: ChildNow) -> tuple[int, date, str]:
    """By what the row shows: the worst standing, then the day of that deadline."""
    first = worst(child)
    if first is None:
        return len(_PRECEDENCE), date.max, child.facts.child.council_id
    return _PRECEDENCE[first.standing], first.due_on or date.min, child.facts.child.council_id


def owed_review(child: ChildNow) -> Deadline | None:
    """The review that is owed next: of a child looked after, else of the pathway plan."""
    return next_review(child.owed) or next_pathway_review(child.owed)


def current_period(child: ChildNow, snapshot: Snapshot) -> PeriodOfCare | None:
    """The period of care that runs today."""
    return next((one for one in periods_of_care(child.facts.episodes) if one.is_open_on(snapshot.today)), None)


def current_episode(child: ChildNow, snapshot: Snapshot) -> Episode | None:
    """The newest episode begun of the period that runs today."""
    period = current_period(child, snapshot)
    begun = [one for one in period.episodes if one.started_on <= snapshot.today] if period else []
    return begun[-1] if begun else None


def _row(child: ChildNow, snapshot: Snapshot) -> CaseloadRow:
    record, review, first = child.facts.child, owed_review(child), worst(child)
    episode = current_episode(child, snapshot)
    legal = (episode.legal_status if episode else None) or ""
    booked = review.booked_on if review else None
    due_on = review.due_on if review else None
    held = [one.held_on for one in child.facts.reviews if one.held_on <= snapshot.today]
    start = booked if booked and booked >= snapshot.today else snapshot.today
    mid_words, mid = _mid_point(child)
    return CaseloadRow(
        child=record.council_id,
        name=display_name(record),
        age=Birth(record.born_on, record.born_as).age_on(snapshot.today) if record.born_on else None,
        standing=first.standing if first else Standing.NOT_DUE,
        standing_words=short_standing(first) if first else "no duty",
        siblings="",
        legal=legal,
        legal_words=LEGAL_STATUS.get(legal, ""),
        placement=PLACEMENT.get((episode.placement if episode else None) or "", ""),
        last_review_on=held[-1] if held else None,
        next_booked_on=booked,
        last_lawful_on=due_on,
        slack_working_days=snapshot.calendar.between(start, due_on) if due_on else None,
        mid_point=mid_words,
        mid_point_on=mid.due_on if mid else None,
        write_ups=sum(one.rule.subject == "after" and one.rule.ownership is Ownership.MINE for one in child.owed),
        iro=child.iro or "",
    )


def _mid_point(child: ChildNow) -> tuple[str, Deadline | None]:
    found = [one for one in child.deadlines if one.rule.subject == "mid-point"]
    if not found or found[-1].due_on is None:
        return "–", None
    last = found[-1]
    assert last.due_on is not None
    if last.met_on is not None:
        return f"done {short(last.met_on)}", last
    if last.standing is Standing.MISSED:
        return ("left out" if last.note.startswith(LEFT_OUT) else "missed"), last
    return short(last.due_on), last
