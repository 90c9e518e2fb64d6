"""The act that changes what is held about a child: fields said, fields emptied, against what was read."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from iro_desktop.domain.acts import ChangeChild
from iro_desktop.domain.births import birth_of
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import Child, ChildFacts
from iro_desktop.domain.vocabulary import ETHNICITIES
from iro_desktop.services.people_acts import check_born, check_tracking, words_of
from iro_desktop.services.workspace import Workspace

_KEPT = frozenset({"child", "clear", "row_version"})  # fields of the act that are none of the child's
CHANGEABLE = tuple(one.name for one in fields(ChangeChild) if one.name not in _KEPT)
CLEARABLE = frozenset(CHANGEABLE) - {"tracking_from"}
_ONE_LINE = ("given_name", "family_name", "known_as", "school", "languages", "communication")


def change_child(act: ChangeChild, work: Workspace) -> None:
    """Change fields that were said, empty those to be cleared."""
    facts = work.child(act.child)
    if act.row_version is not None and act.row_version != facts.child.row_version:
        raise Conflict(f"{act.child} was changed elsewhere since it was opened here. Nothing was saved. Look again.")
    unknown = set(act.clear) - CLEARABLE
    if unknown:
        raise UserError(f"“{min(unknown)}” cannot be emptied. Nothing was changed.", field="clear")
    said: dict[str, Any] = {name: getattr(act, name) for name in CHANGEABLE if getattr(act, name) is not None}
    twice = said.keys() & set(act.clear)
    if twice:
        raise UserError(f"“{min(twice)}” is both given and to be emptied. Nothing was changed. Say one of the two.")
    check_tracking(act.tracking_from, work.today)
    _check_birth(act, facts, work.today)
    _check_codes(act)
    work.put(replace(facts.child, **_as_held(said, facts.child, act, work.today) | dict.fromkeys(act.clear)))


def _as_held(said: dict[str, Any], child: Child, act: ChangeChild, today: date) -> dict[str, Any]:
    """Words tidied; another birth date is known to the day, unless it is said how far."""
    lines: dict[str, Any] = {name: words_of(said[name]) or getattr(child, name) for name in _ONE_LINE if name in said}
    if "upn" in said:
        lines["upn"] = said["upn"].replace(" ", "").upper()
    born_on = act.born_on or (child.born_on if act.born_as is not None else None)
    if born_on is not None:
        birth = birth_of(born_on, act.born_as, today)
        lines |= {"born_on": birth.on, "born_as": birth.known_as}
    elif "born_on" in act.clear:
        lines["born_as"] = None
    return said | lines


def _check_codes(act: ChangeChild) -> None:
    if act.ethnicity is not None and act.ethnicity not in ETHNICITIES:
        raise UserError("The ethnicity is not one of the SSDA903 codes. Nothing was changed.", field="ethnicity")
    upn = (act.upn or "").replace(" ", "")
    if upn and not (upn.isalnum() and upn.isascii() and len(upn) in (3, 13)):
        raise UserError(
            "A unique pupil number has 13 letters and digits; UN1 to UN5 say why there is none. Nothing was changed.",
            field="upn",
        )


def _check_birth(act: ChangeChild, facts: ChildFacts, today: date) -> None:
    """A birth date fits what is held already: nobody was in care, or reviewed, before being born."""
    check_born(act.born_on, today)
    if act.born_as is not None and act.born_on is None and facts.child.born_on is None:
        raise UserError("How far the birth date is known was said without it. Nothing was changed.", field="born_on")
    days = [*(one.started_on for one in facts.episodes), *(one.held_on for one in facts.reviews)]
    if act.born_on is not None and days and act.born_on > min(days):
        raise UserError(
            f"The birth date lies after {short(min(days))}, when {act.child} was in care already. "
            "Nothing was changed. Check the date.",
            field="born_on",
        )
