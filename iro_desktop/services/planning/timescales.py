"""The law and the service's choices as they are applied today: the register, the settings, the days off."""

from datetime import date

from iro_desktop.domain.choices import CHOICES, Choice
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Setting
from iro_desktop.rules.calendar import LAST_YEAR
from iro_desktop.rules.model import Rule
from iro_desktop.rules.offsets import parse_offset
from iro_desktop.rules.pathway import NO_DAY
from iro_desktop.rules.practice import Practice
from iro_desktop.rules.register import LAW_CHECKED_ON, RULES
from iro_desktop.services.plan_views import HolidayRow, LeaveRow, RuleRow, SettingRow, TimescalesView
from iro_desktop.services.snapshot import Snapshot

_FIXED = frozenset({"review.opening"})  # follows from what is known here, not from a limit
_FIXED_SUBJECTS = frozenset({"age"})  # ages are of the law


def timescales_view(snapshot: Snapshot) -> TimescalesView:
    """Everything, in the order of the register and of the settings."""
    return TimescalesView(
        LAW_CHECKED_ON,
        LAST_YEAR,
        tuple(rule_row(rule, snapshot.practice, snapshot.today) for rule in RULES),
        setting_rows(snapshot.practice, snapshot.today),
        _holidays(snapshot),
        _leave(snapshot),
    )


def can_change(rule: Rule) -> bool:
    """Whether the service may set a limit of its own in the place of the rule's."""
    return rule.id not in _FIXED and rule.id.split(".")[0] not in _FIXED_SUBJECTS and rule.offset.count != 0


def rule_row(rule: Rule, practice: Practice, today: date) -> RuleRow:
    """One row of the register with the service's own limit beside it."""
    limit = practice.limit(rule.id, today) if can_change(rule) else None
    return RuleRow(
        rule.id,
        rule.what,
        rule.sentence,
        "no day laid down" if rule.id in NO_DAY else rule.offset.words,
        rule.owner,
        rule.authority.label,
        rule.citation.source,
        rule.citation.mark.value,
        rule.citation.mark.label,
        _in_force(rule),
        f"{parse_offset(limit.value).words} since {short(limit.from_on)}" if limit else "",
        can_change(rule),
    )


def _in_force(rule: Rule) -> str:
    since = f"from {short(rule.valid_from)}" if rule.valid_from else ""
    until = f"until {short(rule.valid_to)}" if rule.valid_to else ""
    return " ".join(part for part in (since, until) if part)


def setting_rows(practice: Practice, today: date) -> tuple[SettingRow, ...]:
    """Every choice with the value in force on a day."""
    return tuple(_setting_row(choice, practice, today) for choice in CHOICES)


def _setting_row(choice: Choice, practice: Practice, today: date) -> SettingRow:
    chosen = practice.setting(choice.key, today)
    value = chosen.value if chosen else choice.default
    return SettingRow(
        choice.key,
        choice.label,
        value,
        value_words(choice, value),
        value == choice.default,
        chosen.from_on if chosen else None,
        "; ".join(_coming(choice, one) for one in practice.coming(choice.key, today)),
        choice.values,
        choice.pattern_words,
    )


def _coming(choice: Choice, one: Setting) -> str:
    return f"from {short(one.from_on)}: {value_words(choice, one.value)}"


def value_words(choice: Choice, value: str) -> str:
    """What a value means; lengths of time and counts of days in words too."""
    known = dict(choice.values)
    if value in known:
        return known[value]
    return f"{value} working days" if value.isdecimal() else parse_offset(value).words


def local_limits(practice: Practice, today: date) -> list[Setting]:
    """The service's own limits in force on a day, in the order of the register."""
    ids = dict.fromkeys(rule.id for rule in RULES)
    return [one for rule_id in ids if (one := practice.limit(rule_id, today)) is not None]


def _holidays(snapshot: Snapshot) -> tuple[HolidayRow, ...]:
    """Those of this year and later ones; added days too that fall on a weekend and change no count."""
    first, last = date(snapshot.today.year - 1, 12, 31), date(LAST_YEAR, 12, 31)
    added = {one.on: one.name for one in snapshot.bank_holidays if one.on > first}
    days = dict(snapshot.calendar.holidays_between(first, last)) if first < last else {}
    return tuple(HolidayRow(day, name, day in added) for day, name in sorted((days | added).items()))


def _leave(snapshot: Snapshot) -> tuple[LeaveRow, ...]:
    names = {one.id: one.name for one in snapshot.iros}
    running = sorted((one for one in snapshot.leave if one.to_on >= snapshot.today), key=lambda one: one.from_on)
    return tuple(LeaveRow(names[one.iro_id], one.from_on, one.to_on, one.kind.label) for one in running)
