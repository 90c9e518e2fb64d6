"""Acts about the team: what is held about an IRO, and what the service did as a team.

Leaving the post is never refused: it is a fact, and often a sudden one. The children who are still allocated are
counted before anything else on the service's page until they are handed over; to who has left, nobody is allocated.
"""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from iro_desktop.domain.acts import ChangeIro, RecordTeamEvent, RemoveTeamEvent
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import Iro, SavedView, TeamEvent
from iro_desktop.domain.vocabulary import TeamEventKind
from iro_desktop.services.days_come import CHECK, check_come
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_KEPT = frozenset({"iro", "clear", "row_version"})  # fields of the act that are none of the IRO's
CHANGEABLE = tuple(one.name for one in fields(ChangeIro) if one.name not in _KEPT)
CLEARABLE = frozenset(CHANGEABLE) - {"name", "fte"}
_OF_ONE = frozenset({TeamEventKind.SUPERVISION, TeamEventKind.OBSERVATION, TeamEventKind.LINK_MEETING})


def change_iro(act: ChangeIro, work: Workspace) -> None:
    """Change fields that were said, empty those to be cleared; saved views go by the new name."""
    iro = work.iro(act.iro)
    if act.row_version is not None and act.row_version != iro.row_version:
        raise Conflict("This IRO was changed elsewhere since it was opened here. Nothing was saved. Look again.")
    unknown = set(act.clear) - CLEARABLE
    if unknown:
        raise UserError(f"“{min(unknown)}” cannot be emptied. Nothing was changed.", field="clear")
    said: dict[str, Any] = {name: getattr(act, name) for name in CHANGEABLE if getattr(act, name) is not None}
    twice = said.keys() & set(act.clear)
    if twice:
        raise UserError(
            f"“{min(twice)}” is both given and to be emptied. Nothing was changed. Say one of the two.", field="clear"
        )
    _check_name(act.name, iro, work)
    check_fte(act.fte)
    after = replace(iro, **_tidied(said) | dict.fromkeys(act.clear))
    _check_days(after, act, work.today)
    if act.other_duties is not None and not 0 <= act.other_duties <= 100:
        raise UserError(
            "Other duties are a share of the time, from 0 to 100 per cent. Nothing was saved.", field="other_duties"
        )
    _rename_views(iro, after, work)
    work.put(after)


def _tidied(said: dict[str, Any]) -> dict[str, Any]:
    """Words without needless blanks; an area is named once."""
    tidied = {name: words_of(value) if type(value) is str else value for name, value in said.items()}
    if said.get("link_areas"):
        tidied["link_areas"] = ", ".join(areas_of(said["link_areas"])) or None
    return tidied


def areas_of(text: str | None) -> tuple[str, ...]:
    """The areas that stand in a line with commas between, each once.

    >>> areas_of("fostering, care  leavers,Fostering, ")
    ('fostering', 'care leavers')
    """
    areas = [" ".join(one.split()) for one in (text or "").split(",")]
    return tuple({one.casefold(): one for one in reversed(areas) if one}.values())[::-1]


def _check_name(name: str | None, iro: Iro, work: Workspace) -> None:
    if name is None:
        return
    if words_of(name) is None:
        raise UserError("An IRO needs a name. Nothing was changed.", field="name")
    other = work.find_iro(name)
    if other is not None and other.id != iro.id:
        raise UserError("There already is an IRO of that name. Nothing was changed. Check the name.", field="name")


def check_fte(fte: float | None) -> None:
    """Refuse what is no share of a full week."""
    if fte is not None and not 0 < fte <= 1:
        raise UserError("Full-time equivalent lies between 0 and 1. Nothing was changed.", field="fte")


def _check_days(iro: Iro, act: ChangeIro, today: date) -> None:
    if iro.from_on is not None and iro.to_on is not None and iro.to_on < iro.from_on:
        raise UserError(
            f"The last day in post, {short(iro.to_on)}, lies before the first, {short(iro.from_on)}. "
            "Nothing was saved. Check both days.",
            field="to_on" if act.to_on is not None else "from_on",
        )
    check_come(act.qualified_on, today, "qualified_on", CHECK)


def _rename_views(before: Iro, after: Iro, work: Workspace) -> None:
    """A saved view shows one IRO's children by name: it goes on showing the same ones."""
    if before.name != after.name:
        for view in work.all(SavedView):
            if view.iro == before.name:
                work.put(replace(view, iro=after.name))


def record_team_event(act: RecordTeamEvent, work: Workspace) -> None:
    """Record supervision, a team meeting, an observation, a link meeting; the same is recorded once."""
    event = _event_of(act, work)
    check_come(act.on, work.today, "on", "Record it once it was held.")
    for one in _at(event.what, event.on, event.iro_id, work):
        if event.what is not TeamEventKind.LINK_MEETING or _is_same(one.area, event.area):
            raise UserError(
                f"That {event.what.label} on {short(event.on)} is recorded already. Nothing was saved. Check the day.",
                field="on",
            )
    work.put(event)


def _event_of(act: RecordTeamEvent, work: Workspace) -> TeamEvent:
    """The record, where what belongs to its kind is said and nothing else."""
    what, area = act.what, words_of(act.area)
    if what in _OF_ONE and act.iro is None:
        raise UserError(f"{what.label.capitalize()} is about an IRO. Nothing was saved. Say whose.", field="iro")
    if what not in _OF_ONE and act.iro is not None:
        raise UserError("A team meeting is about no IRO alone. Nothing was saved. Leave the IRO out.", field="iro")
    if what is TeamEventKind.OBSERVATION and act.with_iro is None:
        raise UserError("Another IRO observed. Nothing was saved. Say who it was.", field="with_iro")
    if what is not TeamEventKind.OBSERVATION and act.with_iro is not None:
        raise UserError("Only an observation has a second IRO. Nothing was saved. Leave them out.", field="with_iro")
    if what is TeamEventKind.LINK_MEETING and area is None:
        raise UserError("A link meeting is of a service area. Nothing was saved. Say which.", field="area")
    iro = _known(act.iro, "iro", work)
    other = _known(act.with_iro, "with_iro", work)
    if iro is not None and other is not None and iro.id == other.id:
        raise UserError("Nobody observes themselves. Nothing was saved. Say who observed.", field="with_iro")
    return TeamEvent(
        work.new_id(),
        what,
        act.on,
        iro.id if iro else None,
        other.id if other else None,
        area,
        (act.guests or "").strip() or None,
        (act.note or "").strip() or None,
    )


def _known(name: str | None, field: str, work: Workspace) -> Iro | None:
    """The IRO of that name; the refusal stands beside the field that named somebody else."""
    if name is None:
        return None
    found = work.find_iro(name)
    if found is None:
        raise UserError("There is no IRO of that name here. Nothing was changed. Check the name.", field=field)
    return found


def remove_team_event(act: RemoveTeamEvent, work: Workspace) -> None:
    """Take an entry about the team away."""
    iro = _known(act.iro, "iro", work)
    found = _at(act.what, act.on, iro.id if iro else None, work)
    if act.area is not None:
        found = [one for one in found if _is_same(one.area, act.area)]
    if not found:
        raise UserError(
            f"No such {act.what.label} on {short(act.on)} is recorded. Nothing was changed. Check the day.", field="on"
        )
    if len(found) > 1:
        raise UserError("There are two of that day. Nothing was changed. Say of which area.", field="area")
    work.remove(found[0])


def _at(what: TeamEventKind, on: date, iro_id: str | None, work: Workspace) -> list[TeamEvent]:
    return [one for one in work.all(TeamEvent) if (one.what, one.on, one.iro_id) == (what, on, iro_id)]


def _is_same(one: str | None, other: str | None) -> bool:
    return (words_of(one) or "").casefold() == (words_of(other) or "").casefold()
