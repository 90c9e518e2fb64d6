"""The act that corrects an episode of care: the days around it stay one chain, and codes stay those of the return."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import CorrectEpisode
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Episode
from iro_desktop.domain.vocabulary import (
    CONTINUES,
    END_REASONS,
    LEGAL_STATUS,
    PLACEMENT,
    PROVIDERS,
    UNKNOWN_START,
    StartReason,
)
from iro_desktop.services.workspace import Workspace


def correct_episode(act: CorrectEpisode, work: Workspace) -> None:
    """Correct what is recorded; where the episode before ended on the day it began, that end moves along."""
    facts = work.child(act.child)
    before, one, after = _with_neighbours(act, facts)
    _check_codes(act)
    corrected = replace(
        one,
        legal_status=act.legal_status or one.legal_status,
        placement=act.placement or one.placement,
        provider=act.provider or one.provider,
        end_reason=act.end_reason or one.end_reason,
        ended_on=act.ended_on or one.ended_on,
    )
    if act.to_started_on is not None:
        corrected = _begun(corrected, act.to_started_on)
        _check_start(corrected, before, facts, work.today)
        _whole_from(one, corrected, facts, work)
    if act.ended_on is not None or act.end_reason is not None:
        _check_end(act, one, after, facts, work.today)
    if corrected.ended_on is not None and corrected.ended_on < corrected.started_on:
        raise UserError(
            "The end lies before the start. Nothing was changed. Check both dates.",
            field="to_started_on" if act.ended_on is None else "ended_on",
        )
    if before is not None and before.ended_on == one.started_on != corrected.started_on:
        work.put(replace(before, ended_on=corrected.started_on))
    work.put(corrected)


def _with_neighbours(act: CorrectEpisode, facts: ChildFacts) -> tuple[Episode | None, Episode, Episode | None]:
    """The episode that began on the day named (of two, the later), with those before and after it."""
    at = [number for number, one in enumerate(facts.episodes) if one.started_on == act.started_on]
    if not at:
        raise UserError(
            f"No episode of {act.child} began on {short(act.started_on)}. Nothing was changed. Look again.",
            field="started_on",
        )
    number, episodes = at[-1], facts.episodes
    return (
        episodes[number - 1] if number else None,
        episodes[number],
        episodes[number + 1] if number + 1 < len(episodes) else None,
    )


def _begun(one: Episode, on: date) -> Episode:
    """With another first day; one that only said “looked after on this day” is a known start from now on."""
    reason = StartReason.STARTED.value if one.start_reason == UNKNOWN_START else one.start_reason
    return replace(one, started_on=on, start_reason=reason)


def _check_codes(act: CorrectEpisode) -> None:
    for field, code, codes in (
        ("legal_status", act.legal_status, LEGAL_STATUS),
        ("placement", act.placement, PLACEMENT),
        ("provider", act.provider, PROVIDERS),
        ("end_reason", act.end_reason, {**END_REASONS, CONTINUES: ""}),
    ):
        if code is not None and code not in codes:
            words = field.replace("_", " ")
            raise UserError(f"The {words} is not one of the SSDA903 codes. Nothing was changed.", field=field)


def _check_start(one: Episode, before: Episode | None, facts: ChildFacts, today: date) -> None:
    day, born_on = one.started_on, facts.child.born_on
    wrong = ""
    if day > today:
        wrong = f"{short(day)} is still to come."
    elif born_on is not None and day < born_on:
        wrong = "That lies before the birth date."
    elif before is not None and day <= before.started_on:
        wrong = f"The episode before began on {short(before.started_on)}."
    elif before is not None and one.start_reason == StartReason.STARTED and day < (before.ended_on or date.min):
        wrong = f"The time in care before ended on {short(before.ended_on or day)}."
    elif one.start_reason == StartReason.STARTED:
        held = [each.held_on for each in facts.reviews if facts.episodes[0].id == one.id and each.held_on < day]
        wrong = f"A review on {short(held[0])} is recorded, before that day." if held else ""
    if wrong:
        raise UserError(f"{wrong} Nothing was changed. Check the date.", field="to_started_on")


def _check_end(act: CorrectEpisode, one: Episode, after: Episode | None, facts: ChildFacts, today: date) -> None:
    """An end is corrected, never made: what goes on is ended by its own act, and what follows has its own start."""
    if one.ended_on is None:
        raise UserError(
            "That episode goes on. Nothing was changed. Record the end of care, or a change of care, instead.",
            field="ended_on",
        )
    is_inside = one.end_reason == CONTINUES
    if is_inside and after is not None:
        raise UserError(
            f"It ended because the next one began, on {short(after.started_on)}. Nothing was changed. "
            "Correct the start of that one.",
            field="ended_on",
        )
    if act.end_reason == CONTINUES and after is None:
        raise UserError("Nothing follows that episode. Nothing was changed. Choose why care ended.", field="end_reason")
    held = [each.held_on for each in facts.reviews if each.held_on <= one.ended_on]
    wrong = _wrong_end(one.ended_on if act.ended_on is None else act.ended_on, after, held, today)
    if wrong:
        raise UserError(f"{wrong} Nothing was changed. Check the date.", field="ended_on")


def _wrong_end(day: date, after: Episode | None, held: list[date], today: date) -> str:
    """Why care cannot have ended on that day; ``held``: the reviews up to the end as it was recorded."""
    if day > today:
        return f"{short(day)} is still to come."
    if held and max(held) > day:
        return f"A review on {short(max(held))} is recorded, after that day."
    if after is not None and day > after.started_on:
        return f"Care began again on {short(after.started_on)}, before that day."
    return ""


def _whole_from(one: Episode, corrected: Episode, facts: ChildFacts, work: Workspace) -> None:
    """A history that was whole from that start on still is."""
    if facts.child.complete_from == one.started_on and corrected.started_on < one.started_on:
        work.put(replace(facts.child, complete_from=corrected.started_on))
