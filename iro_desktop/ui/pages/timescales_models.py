"""The four lists of Timescales as columns, and what each row says of itself in full at the side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from iro_desktop.domain.dates import LONG_MONTHS, from_to, short, with_weekday
from iro_desktop.domain.vocabulary import Mark
from iro_desktop.services.plan_views import HolidayRow, LeaveRow, RuleRow, SettingRow
from iro_desktop.ui.models.records import Column

TimescaleRow = RuleRow | SettingRow | HolidayRow | LeaveRow
_UNCHECKED = {Mark.M.value: "not checked", Mark.I.value: "local interpretation"}


@dataclass(frozen=True, slots=True)
class Detail:
    """A row in full, and the one act it offers."""

    title: str
    about: str
    words: str
    pairs: tuple[tuple[str, str], ...]
    note: str = ""
    act: str = ""  # "" nothing can be done with it
    key: str = ""


def is_unchecked(row: RuleRow) -> bool:
    """Whether the rule's text was not read: it is never shown as law."""
    return row.mark in _UNCHECKED


def is_read(row: RuleRow) -> bool:
    """Whether the rule was read in the source it names."""
    return row.mark == Mark.V.value


def rests_on(row: RuleRow) -> str:
    """What the rule rests on; what was not checked is not given out for law."""
    return _UNCHECKED.get(row.mark, row.authority)


def named(row: RuleRow) -> str:
    """The rule's name; one that has ended says so, for another row has its name."""
    return f"{row.what}, {row.in_force}" if "until" in row.in_force else row.what


def limit_words(row: RuleRow) -> str:
    """The limit that is applied; the service's own is marked."""
    return f"{row.local.split(' since ')[0]}, ours" if row.local else row.limit


def rule_detail(row: RuleRow) -> Detail:
    """A rule in full."""
    pairs = [
        ("Limit", row.limit),
        ("Our own", row.local),
        ("Owed by", row.owner),
        ("Rests on", f"said to be {row.authority}" if row.mark == Mark.M.value else rests_on(row)),
        ("Source", row.citation),
        ("Evidence", row.mark_words),
        ("In force", row.in_force or "always"),
        ("Id", row.id),
    ]
    act = ("Change our own limit" if row.local else "Set our own limit") if row.can_change else ""
    note = "Not to be read as law: its text was not checked." if is_unchecked(row) else ""
    return Detail(row.what, "", row.sentence, tuple(pair for pair in pairs if pair[1]), note, act, "Enter")


def setting_detail(row: SettingRow) -> Detail:
    """A choice in full, with everything that may be chosen."""
    others = [words for value, words in row.values if value != row.value]
    others += [row.pattern_words] if row.pattern_words else []
    pairs = [
        ("Now", row.value_words),
        ("Since", short(row.since) if row.since else "the start, never changed"),
        ("Coming", row.coming),
        ("Or", "\n".join(others)),
    ]
    words = "No choice gives a review a later day than the law does. What began before the day stays as it was."
    return Detail(row.label, "", words, tuple(pair for pair in pairs if pair[1]), "", "Change", "Enter")


def holiday_detail(row: HolidayRow) -> Detail:
    """A bank holiday in full."""
    words = "Counts of working days pass over it."
    if row.is_added:
        return Detail(row.name, with_weekday(row.on), words, (("Known from", "added here"),), "", "Take away", "Del")
    return Detail(row.name, with_weekday(row.on), words, (("Known from", "the calendar of England"),))


def leave_detail(row: LeaveRow) -> Detail:
    """Leave in full."""
    words = "Days on which no review is offered for this IRO. It moves no deadline."
    return Detail(row.iro, _span(row), words, (("What", row.what),), "", "Take away", "Del")


def _span(row: LeaveRow) -> str:
    return from_to(row.from_on, row.to_on)


def _since(row: SettingRow) -> str:
    return short(row.since) if row.since else "never changed"


def _added(row: HolidayRow) -> str:
    return "added here" if row.is_added else ""


RULE_COLUMNS: tuple[Column[RuleRow], ...] = (
    Column("what", "Rule", named, keep=99),
    Column("limit", "Limit", limit_words, keep=98),
    Column("owner", "Owed by", lambda row: row.owner.split(",")[0], keep=60),
    Column("authority", "Rests on", rests_on, keep=90),
    Column("force", "In force", lambda row: row.in_force, keep=40),
)
SETTING_COLUMNS: tuple[Column[SettingRow], ...] = (
    Column("label", "Choice", lambda row: row.label, keep=99),
    Column("value", "Now", lambda row: row.value_words, keep=98),
    Column("since", "Since", _since, keep=50),
    Column("coming", "Coming", lambda row: row.coming, keep=80),
)
HOLIDAY_COLUMNS: tuple[Column[HolidayRow], ...] = (
    Column("on", "Day", lambda row: with_weekday(row.on), keep=99),
    Column("name", "Bank holiday", lambda row: row.name, keep=98),
    Column("added", "Known from", _added, keep=50),
)
LEAVE_COLUMNS: tuple[Column[LeaveRow], ...] = (
    Column("iro", "IRO", lambda row: row.iro, keep=99),
    Column("days", "Days", _span, keep=98),
    Column("what", "What", lambda row: row.what, keep=50),
)


def rule_sentence(row: RuleRow) -> str:
    """A rule as one sentence."""
    local = f", our own limit {row.local}" if row.local else ""
    force = f", in force {row.in_force}" if row.in_force else ""
    return f"{row.what}: {row.limit}{local}, owed by {row.owner}, {rests_on(row)}{force}"


def setting_sentence(row: SettingRow) -> str:
    """A choice as one sentence."""
    since = f", since {short(row.since)}" if row.since else ""
    return f"{row.label}: {row.value_words}{since}" + (f", {row.coming}" if row.coming else "")


def holiday_sentence(row: HolidayRow) -> str:
    """A bank holiday as one sentence."""
    return f"{with_weekday(row.on)}: {row.name}" + (f", {_added(row)}" if row.is_added else "")


def leave_sentence(row: LeaveRow) -> str:
    """Leave as one sentence."""
    return f"{row.iro}: {row.what}, {_span(row)}"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four lists. Rows are of its own kind, which the models need not know."""

    name: str
    columns: Sequence[Column[Any]]
    identity: Callable[[Any], str]
    sentence: Callable[[Any], str]
    detail: Callable[[Any], Detail]
    lines: int  # how many lines a cell's words may take
    add: str  # words of the button that adds one; "" none can be added
    empty: tuple[str, str]


PARTS = (
    Part(
        "Rules", RULE_COLUMNS, lambda row: f"{row.id}/{row.what}/{row.in_force}/{row.limit}", rule_sentence,
        rule_detail, 1, "", ("No rule matches", ""),
    ),
    Part(
        "Choices", SETTING_COLUMNS, lambda row: row.key, setting_sentence, setting_detail, 2, "",
        ("Nothing to choose", "There are no choices in this version."),
    ),
    Part(
        "Bank holidays", HOLIDAY_COLUMNS, lambda row: row.on.isoformat(), holiday_sentence, holiday_detail, 1,
        "Add a day", ("No bank holidays known", "The calendar ends before this year. Add what is proclaimed."),
    ),
    Part(
        "Leave", LEAVE_COLUMNS, lambda row: f"{row.iro}/{row.from_on.isoformat()}", leave_sentence, leave_detail, 1,
        "Record leave", ("Nobody is away", "Leave that is running or to come stands here; no review is offered on it."),
    ),
)  # fmt: skip
RULES_PART, CHOICES_PART, HOLIDAYS_PART, LEAVE_PART = range(4)


def matching(rows: Sequence[RuleRow], words: str) -> list[RuleRow]:
    """The rules in which every word occurs."""
    asked = words.lower().split()
    return [row for row in rows if all(word in _said(row) for word in asked)]


def _said(row: RuleRow) -> str:
    parts = (row.id, row.what, row.sentence, row.limit, row.local, row.owner, rests_on(row), row.citation, row.in_force)
    return " ".join(parts).lower()


def long_day(day: date) -> str:
    """A day in running text: ``31 July 2026``."""
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"
