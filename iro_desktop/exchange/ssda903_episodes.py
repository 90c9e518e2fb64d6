"""The answer to each row of an Episodes file, alone and among the other episodes of the same child."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from iro_desktop.domain.vocabulary import (
    CATEGORIES_OF_NEED,
    CONTINUES,
    LEGAL_STATUS,
    PLACEMENT,
    START_REASONS,
    StartReason,
)
from iro_desktop.exchange.ssda903_header import NO_CHILD
from iro_desktop.exchange.ssda903_reviews import NOT_IN_HEADER
from iro_desktop.exchange.ssda903_rows import Answers, EpisodeRow, HeaderRow, Reason
from iro_desktop.exchange.ssda903_table import DataRow
from iro_desktop.exchange.ssda903_values import CHANGE_REASONS, END_CODES, PROVIDERS, day_of, is_plausible


class _Raw(NamedTuple):
    child: str
    decom: str
    rne: str
    ls: str
    cin: str
    place: str
    provider: str
    dec: str
    rec: str
    change: str
    home_post: str
    pl_post: str
    urn: str


#: Column, the codes that are known, and the lengths that a code not yet known may have.
_CODES: tuple[tuple[str, str, Collection[str], tuple[int, ...]], ...] = (
    ("LS", "ls", LEGAL_STATUS, (2,)),
    ("CIN", "cin", CATEGORIES_OF_NEED, (2,)),
    ("PLACE", "place", PLACEMENT, (2, 3)),
    ("PLACE_PROVIDER", "provider", PROVIDERS, (3,)),
    ("REC", "rec", END_CODES, (2, 3)),
    ("REASON_PLACE_CHANGE", "change", CHANGE_REASONS, (5, 6)),
)


def read_episodes(
    file: str, rows: Iterable[DataRow], children: Mapping[str, HeaderRow], today: date
) -> Answers[EpisodeRow]:
    """Accept each episode that has a child, a start and its reason; then look at them in their order."""
    answers: Answers[EpisodeRow] = Answers(file)
    seen: dict[_Raw, int] = {}
    for row, values in rows:
        raw = _Raw._make(values)
        known = children.get(raw.child)
        started_on, ended_on = day_of(raw.decom), day_of(raw.dec)
        reasons = _refusals(raw, known, started_on, ended_on)
        if not reasons and seen.setdefault(raw, row) != row:
            reasons = [("DECOM", f"The row repeats row {seen[raw]}; it was left out.")]
        if reasons or started_on is None or known is None:
            answers.refuse(raw.child, row, *reasons)
            continue
        answers.accepted.append(_episode(row, raw, started_on, ended_on))
        answers.flag(raw.child, row, *_oddities(raw, known, started_on, ended_on, today))
    return _in_order(answers)


def _refusals(raw: _Raw, known: HeaderRow | None, started_on: date | None, ended_on: date | None) -> list[Reason]:
    reasons: list[Reason] = []
    if known is None:
        reasons.append(NOT_IN_HEADER if raw.child else NO_CHILD)
    if started_on is None:
        fault = "is not a date (dd/mm/yyyy)" if raw.decom else "is empty"
        reasons.append(("DECOM", f"DECOM {fault}; the episode was left out."))
    elif ended_on and ended_on < started_on:
        reasons.append(("DEC", "DEC is before DECOM; the episode was left out."))
    if raw.rne not in START_REASONS:
        fault = "is none of S, L, P, T, B, U" if raw.rne else "is empty"
        reasons.append(("RNE", f"RNE {fault}; the episode was left out."))
    return reasons


def _episode(row: int, raw: _Raw, started_on: date, ended_on: date | None) -> EpisodeRow:
    kept = {
        name: code if (code := getattr(raw, name)) in known or is_plausible(code, lengths) else None
        for _, name, known, lengths in _CODES
    }
    return EpisodeRow(
        row,
        raw.child,
        started_on,
        raw.rne,
        kept["ls"],
        kept["cin"],
        kept["place"],
        kept["provider"],
        ended_on,
        kept["rec"],
        kept["change"],
    )


def _oddities(raw: _Raw, known: HeaderRow, started_on: date, ended_on: date | None, today: date) -> list[Reason]:
    odd: list[Reason] = []
    if started_on > today:
        odd.append(("DECOM", "The episode begins after today; kept as given."))
    if known.born_on and started_on < known.born_on:
        odd.append(("DECOM", "The episode begins before the child's birth; kept as given."))
    if raw.dec and ended_on is None:
        odd.append(("DEC", "DEC is not a date (dd/mm/yyyy); the end of the episode is not known."))
    if ended_on and ended_on > today:
        odd.append(("DEC", "The episode ends after today; kept as given."))
    if ended_on and not raw.rec:
        odd.append(("REC", "DEC is given without REC: whether care ended that day is not known."))
    return odd + [reason for code in _CODES for reason in _unknown_code(raw, *code)]


def _unknown_code(raw: _Raw, column: str, name: str, known: Collection[str], lengths: tuple[int, ...]) -> list[Reason]:
    code: str = getattr(raw, name)
    if not code or code in known:
        return []
    answer = "kept as given" if is_plausible(code, lengths) else "kept out"
    return [(column, f"{column} holds a code that is not known; it was {answer}.")]


def _in_order(answers: Answers[EpisodeRow]) -> Answers[EpisodeRow]:
    """Close episodes that were left open while the next began, and flag those that lie across one another."""
    by_child: dict[str, list[EpisodeRow]] = {}
    for episode in answers.accepted:
        by_child.setdefault(episode.child, []).append(episode)
    closed: dict[int, EpisodeRow] = {}
    for episodes in by_child.values():
        episodes.sort(key=lambda episode: (episode.started_on, episode.row))
        for episode, following in _followed(episodes):
            if following is None:
                _look_at_last(answers, episode)
            else:
                closed.update(_look_at_pair(answers, episode, following))
        for first, second in pairwise(episodes):
            if first.started_on == second.started_on:
                message = f"Row {first.row} begins on the same day for the same child; both were kept."
                answers.flag(second.child, second.row, ("DECOM", message))
    answers.accepted = [closed.get(episode.row, episode) for episode in answers.accepted]
    return answers


def _followed(episodes: list[EpisodeRow]) -> Iterable[tuple[EpisodeRow, EpisodeRow | None]]:
    """Each of a child's episodes, newest first, with the next that begins on a later day."""
    following: EpisodeRow | None = None
    newer: EpisodeRow | None = None
    for episode in reversed(episodes):
        if newer is not None and newer.started_on > episode.started_on:
            following = newer
        yield episode, following
        newer = episode


def _look_at_last(answers: Answers[EpisodeRow], episode: EpisodeRow) -> None:
    message = None
    if episode.ended_on is None and episode.end_reason is not None:
        message = "REC is given without a date in DEC: the episode is taken as still open."
    if episode.ended_on is not None and episode.end_reason == CONTINUES:
        message = "REC is X1, but no later episode follows: the child is taken as still looked after."
    if message:
        answers.flag(episode.child, episode.row, ("REC", message))


def _look_at_pair(answers: Answers[EpisodeRow], episode: EpisodeRow, following: EpisodeRow) -> dict[int, EpisodeRow]:
    if episode.ended_on is None:
        closed = _closed(episode, following)
        message = f"The episode was left open, and row {following.row} follows: it ends on the day that one begins."
        if episode.end_reason not in {None, closed.end_reason}:
            message += " Its REC was set aside for X1, as care did not start anew."
        answers.flag(episode.child, episode.row, ("DEC", message))
        return {episode.row: closed}
    if episode.ended_on > following.started_on:
        message = f"The episode ends after row {following.row} begins; both were kept as given."
        answers.flag(episode.child, episode.row, ("DEC", message))
    return {}


def _closed(episode: EpisodeRow, following: EpisodeRow) -> EpisodeRow:
    """The open episode with an end. A reason to leave care is believed only where care then starts anew."""
    starts_anew = following.start_reason == StartReason.STARTED
    end_reason = episode.end_reason if starts_anew and episode.end_reason else CONTINUES
    return replace(episode, ended_on=following.started_on, end_reason=end_reason)
