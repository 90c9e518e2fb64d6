"""SSDA903 into facts: children, episodes, reviews. A second import of the same files changes nothing."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from iro_desktop.domain.births import birth_of
from iro_desktop.domain.problems import Problem
from iro_desktop.domain.records import Child, ChildFacts, Episode, Review
from iro_desktop.domain.vocabulary import UNKNOWN_START, ReviewMethod, StartReason
from iro_desktop.exchange.ssda903 import EpisodeRow, HeaderRow, ReviewRow, Set903, read_folder
from iro_desktop.services.desk import ImportCounts
from iro_desktop.services.import_merged import standing_ids, standing_rows
from iro_desktop.services.importing import Source, Tally, check_exists
from iro_desktop.services.timescale import owed_review
from iro_desktop.services.workspace import Workspace


def read_903(folder: Path, today: date, only: Collection[str] | None = None) -> Source:
    """Read the folder; raises ``RefusedInput`` for a set that cannot be read as a whole."""
    check_exists(folder)
    return source_of(read_folder(folder, today, only))


def source_of(files: Set903) -> Source:
    """A set that was read before, or a part of one."""
    sentence = f"Import of SSDA903 files: {len(files.children)} children"
    return Source("ssda903", sentence, lambda work: _plan(files, work))


def _plan(files: Set903, work: Workspace) -> tuple[Mapping[str, ImportCounts], tuple[Problem, ...]]:
    work.load_all()
    tallies = {name: Tally(count.refused) for name, count in files.counts.items()}
    header, *others = tallies.values()
    episodes = others[0] if files.episodes else Tally()
    reviews = others[-1] if files.reviews else Tally()
    files = _standing(files, next(iter(tallies)), (header, episodes, reviews), work)
    before = {row.child: work.find(row.child) for row in files.children}
    for row in files.children:
        _header(row, work)
    _episodes(files.episodes, work, episodes)
    for one in files.reviews:
        _review(one, work, reviews)
    held = [one.held_on for one in files.reviews if one.held_on <= work.today]
    for child, known in before.items():
        _whole(child, known, files.reviews_from, max(held, default=None), work)
        header.count(new=known is None, changed=known is not None and known.child != work.child(child).child)
    return {name: tally.counts for name, tally in tallies.items()}, files.problems


def _standing(files: Set903, name: str, tallies: tuple[Tally, Tally, Tally], work: Workspace) -> Set903:
    """The files with the rows of merged entries under the ids they go to; rows left out count as known already."""
    to, problems = standing_ids((row.child for row in files.children), name, work)
    children, episodes, reviews = (
        standing_rows(files.children, to),
        standing_rows(files.episodes, to),
        standing_rows(files.reviews, to),
    )
    left_out = (len(files.children) - len(children), len(files.episodes) - len(episodes))
    for tally, count in zip(tallies, (*left_out, len(files.reviews) - len(reviews)), strict=True):
        for _ in range(count):
            tally.count(new=False, changed=False)
    return replace(
        files,
        children=tuple(children),
        episodes=tuple(episodes),
        reviews=tuple(reviews),
        problems=(*files.problems, *problems),
    )


def _header(row: HeaderRow, work: Workspace) -> None:
    facts = work.find(row.child)
    child = facts.child if facts else Child(work.new_id(), row.child, work.today)
    work.put(_with_header(child, row, work.today))


def _with_header(child: Child, row: HeaderRow, today: date) -> Child:
    """The file's values where it has them; its birth dates are known to the day, or expected."""
    birth = birth_of(row.born_on, None, today) if row.born_on else None
    return replace(
        child,
        born_on=birth.on if birth else child.born_on,
        born_as=birth.known_as if birth else child.born_as,
        sex=row.sex or child.sex,
        ethnicity=row.ethnicity or child.ethnicity,
        upn=row.upn or child.upn,
    )


def _whole(
    council_id: str, known: ChildFacts | None, reviews_from: date | None, until: date | None, work: Workspace
) -> None:
    """Set from when the child's history is whole. Files never make it less whole.

    A file that reaches further back than what was whole here makes it whole from there only if nothing can be
    missing in between: its last review is late enough, or the next one here kept the child's own timescale.
    """
    facts = work.child(council_id)
    whole_from = known.child.complete_from if known else None
    if reviews_from is None or (whole_from is not None and whole_from <= reviews_from):
        return
    further = replace(facts, child=replace(facts.child, complete_from=reviews_from))
    if whole_from is None or (until is not None and until >= whole_from) or _follows(further, whole_from, work):
        work.put(further.child)


def _follows(facts: ChildFacts, whole_from: date, work: Workspace) -> bool:
    """Whether the review from which the history was whole is surely the one after the file's last."""
    if not any(one.held_on == whole_from for one in facts.reviews):
        return False
    owed = owed_review(facts, whole_from, work.calendar, work.practice)
    return owed is not None and owed.due_on is not None and whole_from <= owed.due_on


def _episodes(rows: Collection[EpisodeRow], work: Workspace, tally: Tally) -> None:
    """Match by start, reason and occurrence; what was held as a mere start of care gives way to the file."""
    seen: dict[tuple[str, date, str], int] = {}
    theirs: dict[str, list[EpisodeRow]] = {}
    for row in rows:
        theirs.setdefault(row.child, []).append(row)
    bare = {council_id: _bare_starts(work.child(council_id)) for council_id in theirs}
    for row in rows:
        key = (row.child, row.started_on, row.start_reason)
        nth = seen[key] = seen.get(key, -1) + 1
        _episode(row, nth, work, tally)
    for council_id, starts in bare.items():
        for one in starts:
            if _gives_way(one, theirs[council_id]):
                work.remove(one)


def _bare_starts(facts: ChildFacts) -> list[Episode]:
    """Episodes that say no more than since when the child is looked after."""
    reasons = (UNKNOWN_START, StartReason.STARTED)
    bare = (one for one in facts.episodes if one.legal_status is None and one.placement is None)
    return [one for one in bare if one.start_reason in reasons]


def _gives_way(bare: Episode, rows: Collection[EpisodeRow]) -> bool:
    """Whether the file tells better: it shows the child in care on that day, or when this time in care began."""
    started = bare.start_reason == StartReason.STARTED
    if started and any((row.started_on, row.start_reason) == (bare.started_on, bare.start_reason) for row in rows):
        return False  # the same start, by now with what the file knows of it
    if any(row.started_on <= bare.started_on and (row.ended_on or date.max) > bare.started_on for row in rows):
        return True
    later = min((row for row in rows if row.started_on > bare.started_on), key=lambda row: row.started_on, default=None)
    return started and bare.ended_on is None and later is not None and later.start_reason == StartReason.STARTED


def _episode(row: EpisodeRow, nth: int, work: Workspace, tally: Tally) -> None:
    facts = work.child(row.child)
    same = [one for one in facts.episodes if (one.started_on, one.start_reason) == (row.started_on, row.start_reason)]
    known = same[nth] if nth < len(same) else None
    after = Episode(
        known.id if known else work.new_id(),
        facts.child.id,
        row.started_on,
        row.start_reason,
        row.legal_status,
        row.need,
        row.placement,
        row.provider,
        row.ended_on,
        row.end_reason,
        row.change_reason,
        known.row_version if known else 1,
    )
    if after != known:
        work.put(after)
    tally.count(new=known is None, changed=after != known)


def _review(row: ReviewRow, work: Workspace, tally: Tally) -> None:
    facts = work.child(row.child)
    known = next((one for one in facts.reviews if one.held_on == row.held_on), None)
    if known is None:
        work.put(Review(work.new_id(), facts.child.id, row.held_on, None, row.participation, ReviewMethod.MEETING))
    elif row.participation is not None and known.participation is not row.participation:
        work.put(replace(known, participation=row.participation))
        tally.count(new=False, changed=True)
        return
    tally.count(new=known is None, changed=False)
