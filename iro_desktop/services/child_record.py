"""What is on record of a child, in words: fields, times in care, who was responsible, brothers and sisters."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from iro_desktop.domain.births import Birth
from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Child, ChildFacts, Episode
from iro_desktop.domain.vocabulary import (
    CONTINUES,
    END_REASONS,
    ETHNICITIES,
    LEGAL_STATUS,
    PLACEMENT,
    PROVIDERS,
    UNKNOWN_START,
    Sex,
    StartReason,
    WorkerRole,
)
from iro_desktop.services.record_views import ChildRecord, Entry, EpisodeLine, FieldRow, PeriodLine, Responsible
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.splits import split_view

_YES_NO = (("yes", "Yes"), ("no", "No"))


def child_record(snapshot: Snapshot, council_id: str) -> ChildRecord:
    """Everything that stands on record of one child."""
    facts = snapshot.children[council_id].facts
    return ChildRecord(
        council_id,
        facts.child.row_version,
        field_rows(facts.child),
        period_lines(facts),
        responsible(facts, {one.id: one.name for one in snapshot.iros}, snapshot.today),
        iro_changes(facts),
        split_view(snapshot, council_id),
        snapshot.merged_ids().get(council_id, ()),
    )


def field_rows(child: Child) -> tuple[FieldRow, ...]:
    """Every field that may be changed, in the order people speak of them."""
    return (
        _line("given_name", "Given name", child.given_name),
        _line("family_name", "Family name", child.family_name),
        _line("known_as", "Likes to be called", child.known_as),
        _birth(child),
        _choice("sex", "Sex", child.sex, tuple((one.value, one.label.capitalize()) for one in Sex)),
        _choice("ethnicity", "Ethnicity", child.ethnicity, tuple(ETHNICITIES.items())),
        _yes_no("is_disabled", "Disabled", child.is_disabled),
        _yes_no("is_asylum_seeking", "Unaccompanied (UASC)", child.is_asylum_seeking),
        _line("school", "School", child.school),
        _line("upn", "Unique pupil number", child.upn, "13 letters and digits"),
        _line("languages", "Languages", child.languages, "Polish at home, English at school"),
        _line("communication", "Communication needs", child.communication, "Makaton, hearing aid"),
        FieldRow("notes", "Notes", child.notes or "", child.notes or "", Entry.TEXT),
    )


def _line(name: str, label: str, value: str | None, hint: str = "") -> FieldRow:
    return FieldRow(name, label, value or "", value or "", hint=hint)


def _birth(child: Child) -> FieldRow:
    words = Birth(child.born_on, child.born_as).words if child.born_on else ""
    return FieldRow("born_on", "Born", words, words, Entry.BIRTH, hint="3 May 2015, May 2015, 2015, expected 3 Feb")


def _choice(name: str, label: str, value: str | None, options: tuple[tuple[str, str], ...]) -> FieldRow:
    return FieldRow(name, label, dict(options).get(value or "", value or ""), value or "", Entry.CHOICE, options)


def _yes_no(name: str, label: str, value: bool | None) -> FieldRow:  # noqa: FBT001 three-valued, as it is held
    return _choice(name, label, {True: "yes", False: "no"}.get(value or False) if value is not None else None, _YES_NO)


def period_lines(facts: ChildFacts) -> tuple[PeriodLine, ...]:
    """Times in care, the newest first, each with its episodes in words."""
    return tuple(_period(one) for one in reversed(periods_of_care(facts.episodes)))


def _period(one: PeriodOfCare) -> PeriodLine:
    lines = tuple(episode_line(each) for each in reversed(one.episodes))
    if one.ended_on is None:
        since = (
            f"since {short(one.started_on)}" if one.started_on else f"on {short(one.first_on)}, since when not known"
        )
        return PeriodLine(f"Looked after {since}", is_open=True, episodes=lines)
    why = f": {lines[0].ended_words}" if lines and lines[0].ended_words else ""
    first = short(one.started_on) if one.started_on else f"before {short(one.first_on)}"
    return PeriodLine(f"Looked after {first} to {short(one.ended_on)}{why}", is_open=False, episodes=lines)


def episode_line(one: Episode) -> EpisodeLine:
    """One episode, codes in words."""
    parts = (
        coded(one.legal_status, LEGAL_STATUS),
        coded(one.placement, PLACEMENT),
        coded(one.provider, PROVIDERS),
    )
    words = ", ".join(part for part in parts if part)
    reasons = {reason.value: reason.label for reason in StartReason} | {UNKNOWN_START: "start not known"}
    is_end = one.ended_on is not None and one.end_reason not in (None, CONTINUES)
    return EpisodeLine(
        one.started_on,
        span_words(one.started_on, one.ended_on),
        f"{words[:1].upper()}{words[1:]}" or "Legal status and placement not known",
        reasons.get(one.start_reason, one.start_reason),
        one.legal_status or "",
        one.placement or "",
        one.provider or "",
        one.ended_on,
        one.end_reason or "",
        coded(one.end_reason, END_REASONS) if is_end else "",
    )


def coded(code: str | None, codes: Mapping[str, str]) -> str:
    """``full care order (C2)``; a code nobody knows as it stands."""
    if not code:
        return ""
    return f"{codes[code]} ({code})" if code in codes else code


def span_words(first: date, last: date | None) -> str:
    """``2 Nov 2026 to 9 Nov 2026``, ``since 9 Nov 2026``."""
    return f"since {short(first)}" if last is None else f"{short(first)} to {short(last)}"


def responsible(facts: ChildFacts, iros: Mapping[str, str], today: date) -> tuple[Responsible, ...]:
    """IRO, social worker, personal adviser: each with its history, the newest first."""
    found = [
        Responsible("IRO", iros.get(one.iro_id, "not known"), *_when(one.from_on, one.to_on, today), one.note or "")
        for one in reversed(facts.allocations)
    ]
    for role in WorkerRole:
        found += [
            Responsible(
                role.label,
                ", ".join(part for part in (one.name, one.team) if part),
                *_when(one.from_on, one.to_on, today),
            )
            for one in reversed(facts.workers)
            if one.role is role
        ]
    return tuple(found)


def _when(first: date, last: date | None, today: date) -> tuple[str, bool]:
    if first > today:
        return f"from {short(first)}", False
    return span_words(first, last), last is None or last >= today


def iro_changes(facts: ChildFacts) -> int:
    """How often the IRO became another one; the same again after a gap is no change."""
    names = [one.iro_id for one in facts.allocations]
    return sum(before != after for before, after in pairwise(names))
