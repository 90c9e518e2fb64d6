"""Reads a folder of SSDA903 files (the yearly return on children looked after): Header, Episodes and Reviews.

Every row is accounted for: accepted, or refused with a reason. A file that cannot be what was exported refuses the
whole set. Standard library only; knows nothing of the store. Formats and rules: the published validator and the
collection guides, 2017/18 to 2026/27. Values but CHILD are read in capitals; an empty value is one that is not known.
"""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.exchange.ssda903_across import flag_uncalled_reviews, note_missing_episodes
from iro_desktop.exchange.ssda903_episodes import read_episodes
from iro_desktop.exchange.ssda903_folder import Folder, sorted_out
from iro_desktop.exchange.ssda903_header import read_header
from iro_desktop.exchange.ssda903_kinds import EPISODES, HEADER, REVIEWS
from iro_desktop.exchange.ssda903_lines import EXPORT_AGAIN, refusal
from iro_desktop.exchange.ssda903_reach import reviews_from
from iro_desktop.exchange.ssda903_reviews import read_reviews
from iro_desktop.exchange.ssda903_rows import (
    Answers,
    AnyAnswers,
    EpisodeRow,
    FileCount,
    HeaderRow,
    ReviewRow,
    Row,
    Set903,
)
from iro_desktop.exchange.ssda903_table import data_rows

__all__ = ["EpisodeRow", "FileCount", "HeaderRow", "ReviewRow", "Set903", "read_folder"]


def read_folder(folder: Path, today: date, only: Collection[str] | None = None) -> Set903:
    """Read the set. With ``only``, rows of other children are left out of everything but ``reviews_from``.

    ``reviews_from`` is a property of the file: whose rows are wanted changes nothing about what it holds.
    Raises RefusedInput, and then nothing of the set is to be used.
    """
    found = sorted_out(folder)
    header = read_header(found.header.name, data_rows(found.header, HEADER), today)
    if not header.accepted:
        raise refusal(f"{found.header.name} holds no child.", EXPORT_AGAIN)
    episodes, reviews = _care(found, header, today)
    wanted = None if only is None else frozenset(child.strip() for child in only)
    parts: tuple[AnyAnswers, ...] = (header, episodes, reviews)
    return Set903(
        children=_kept(header, wanted),
        episodes=_kept(episodes, wanted),
        reviews=_kept(reviews, wanted),
        counts={part.file: _count(part, wanted) for part in parts if part.file},
        problems=(
            *(problem for part in parts for problem in _problems(part, wanted)),
            *_unknown(header, wanted),
            *_without_episodes(header, episodes, wanted),
            *found.notes,
        ),
        reviews_from=reviews_from(reviews.accepted, episodes.accepted, today),
    )


def _care(found: Folder, header: Answers[HeaderRow], today: date) -> tuple[Answers[EpisodeRow], Answers[ReviewRow]]:
    """Episodes and reviews; answers without a file name where the folder has no such file."""
    children = {child.child: child for child in header.accepted}
    episodes: Answers[EpisodeRow] = Answers("")
    reviews: Answers[ReviewRow] = Answers("")
    if found.episodes:
        episodes = read_episodes(found.episodes.name, data_rows(found.episodes, EPISODES), children, today)
        note_missing_episodes(header, episodes)
    if found.reviews:
        reviews = read_reviews(found.reviews.name, data_rows(found.reviews, REVIEWS), children, today)
    if found.episodes and found.reviews:
        flag_uncalled_reviews(reviews, episodes)
    return episodes, reviews


def _kept(part: Answers[Row], wanted: frozenset[str] | None) -> tuple[Row, ...]:
    return tuple(row for row in part.accepted if wanted is None or row.child in wanted)


def _count(part: AnyAnswers, wanted: frozenset[str] | None) -> FileCount:
    refused = sum(1 for child in part.refused if wanted is None or child in wanted)
    accepted = sum(1 for row in part.accepted if wanted is None or row.child in wanted)
    return FileCount(accepted + refused, refused)


def _problems(part: AnyAnswers, wanted: frozenset[str] | None) -> list[Problem]:
    problems = [problem for child, problem in part.findings if wanted is None or child in wanted]
    return sorted(problems, key=lambda problem: problem.row or 0)


def _unknown(header: Answers[HeaderRow], wanted: frozenset[str] | None) -> Iterator[Problem]:
    known = {child.child for child in header.accepted}
    for child in sorted((wanted or frozenset()) - known):
        yield Problem(header.file, None, "CHILD", f"Child {child} was asked for and is not in it.", Severity.WARNING)


def _without_episodes(
    header: Answers[HeaderRow], episodes: Answers[EpisodeRow], wanted: frozenset[str] | None
) -> Iterator[Problem]:
    """The count of children without an episode, beside the note that each of them has."""
    children = _kept(header, wanted)
    in_care = {episode.child for episode in episodes.accepted}
    count = sum(1 for child in children if child.child not in in_care)
    if not episodes.file:
        message = "The folder has no Episodes file: no periods of care, no review duties; history incomplete."
        yield Problem(header.file, None, None, message, Severity.NOTE)
    elif count:
        message = f"Children without an episode: {count:,} of {len(children):,}."
        yield Problem(header.file, None, "CHILD", message, Severity.NOTE)
