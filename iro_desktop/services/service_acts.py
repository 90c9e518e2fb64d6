"""Acts about the service as a whole: how it counts, bank holidays proclaimed since, and IROs' leave."""

from dataclasses import replace

from iro_desktop.domain.acts import AddBankHoliday, ChangeSetting, RecordLeave, RemoveBankHoliday, RemoveLeave
from iro_desktop.domain.choices import BY_KEY, LIMIT, RULES_OWN, fault_of
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import BankHoliday, Leave, Setting
from iro_desktop.domain.vocabulary import Authority
from iro_desktop.rules.offsets import parse_offset
from iro_desktop.rules.pathway import NO_DAY
from iro_desktop.rules.register import rules_of
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_CHOICES = "See “iro-desktop rules --settings”."


def change_setting(act: ChangeSetting, work: Workspace) -> None:
    """Choose a value from a day on; the same choice from the same day is replaced."""
    key, value, reason = act.setting.strip(), act.value.strip(), words_of(act.reason)
    fault = fault_of(key, value)
    if fault:
        raise UserError(f"{fault}. Nothing was changed. {_CHOICES}", field="value")
    if key.startswith(LIMIT):
        _check_limit(key.removeprefix(LIMIT), value, act)
    same_day = next((one for one in work.all(Setting) if one.key == key and one.from_on == act.from_on), None)
    if same_day is not None:
        work.put(replace(same_day, value=value, reason=reason))
    elif _in_force(key, act, work) != value:
        work.put(Setting(work.new_id(), key, value, act.from_on, reason))


def _in_force(key: str, act: ChangeSetting, work: Workspace) -> str:
    known = work.practice.setting(key, act.from_on)
    if known is not None:
        return known.value
    return RULES_OWN if key.startswith(LIMIT) else BY_KEY[key].default


def _check_limit(rule_id: str, value: str, act: ChangeSetting) -> None:
    """Refuse a limit for no rule, or one that the law's own would overrule for every trigger."""
    rows = rules_of(rule_id)
    if not rows:
        raise UserError(
            f"There is no rule “{rule_id}”. Nothing was changed. See “iro-desktop rules” for the ids.", field="setting"
        )
    if value == RULES_OWN:
        return
    chosen = parse_offset(value)
    law = [one for one in rows if one.authority is Authority.STATUTE and one.in_force_on(act.from_on)]
    law = [one for one in law if one.id not in NO_DAY]
    if not law or any(one.offset.unit is not chosen.unit for one in law):
        return  # which of two units is the longer depends on the day; the engine takes the earlier date
    is_later = (
        abs(chosen.count) < abs(one.offset.count)
        if one.offset.count < 0 or one.is_earliest
        else abs(chosen.count) > one.offset.count
        for one in law
    )
    if all(is_later):
        limits = " or ".join(dict.fromkeys(one.offset.words for one in law))
        raise UserError(
            f"A local limit can only bring a date of the law forward: the law gives {limits}. "
            "Nothing was changed. Choose one that is stricter.",
            field="value",
        )


def add_bank_holiday(act: AddBankHoliday, work: Workspace) -> None:
    """Add a day that is no working day."""
    name = words_of(act.name)
    if name is None:
        raise UserError("A bank holiday needs a name. Nothing was changed.", field="name")
    if not work.calendar.is_working(act.on):
        known = work.calendar.name_of(act.on) or "a weekend"
        raise UserError(
            f"{with_weekday(act.on)} is no working day already: {known}. Nothing was changed. Check the date.",
            field="on",
        )
    work.put(BankHoliday(work.new_id(), act.on, name))


def remove_bank_holiday(act: RemoveBankHoliday, work: Workspace) -> None:
    """Take an added day away; those proclaimed with the program stay."""
    found = next((one for one in work.all(BankHoliday) if one.on == act.on), None)
    if found is None:
        raise UserError(
            f"{short(act.on)} is not among the bank holidays added here. Nothing was changed. "
            "Only those can be taken away."
        )
    work.remove(found)


def record_leave(act: RecordLeave, work: Workspace) -> None:
    """Record days away; they do not overlap."""
    iro = work.iro(act.iro)
    if act.to_on < act.from_on:
        raise UserError(
            f"{short(act.to_on)} lies before {short(act.from_on)}. Nothing was saved. Check both dates.", field="to_on"
        )
    for one in work.all(Leave):
        if one.iro_id == iro.id and one.from_on <= act.to_on and act.from_on <= one.to_on:
            raise UserError(
                f"Leave from {short(one.from_on)} to {short(one.to_on)} is recorded already. Nothing was saved. "
                "Take that away first.",
                field="from_on",
            )
    work.put(Leave(work.new_id(), iro.id, act.from_on, act.to_on, act.what))


def remove_leave(act: RemoveLeave, work: Workspace) -> None:
    """Take leave away by its first day."""
    iro = work.iro(act.iro)
    found = next((one for one in work.all(Leave) if one.iro_id == iro.id and one.from_on == act.from_on), None)
    if found is None:
        raise UserError(
            f"No leave from {short(act.from_on)} is recorded. Nothing was changed. Check the date.", field="from_on"
        )
    work.remove(found)
