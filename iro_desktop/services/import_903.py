"""SSDA903 into facts: children, episodes, reviews. A second import of the same files changes nothing."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from iro_desktop.domain.problems import Problem
from iro_desktop.domain.records import Child, ChildFacts, Episode, Review
from iro_desktop.domain.vocabulary import UNKNOWN_START, ReviewMethod
from iro_desktop.exchange.ssda903 import EpisodeRow, HeaderRow, ReviewRow, Set903, read_folder
from iro_desktop.services.desk import ImportCounts
from iro_desktop.services.importing import Source, Tally, check_exists
from iro_desktop.services.workspace import Workspace


def read_903(folder: Path, today: date, only: Collection[str] | None = None) -> Source:
    """Read the folder; raises ``RefusedInput`` for a set that cannot be read as a whole."""
    check_exists(folder)
    files = read_folder(folder, today, only)
    sentence = f"Import of SSDA903 files: {len(files.children)} children"
    return Source("ssda903", sentence, lambda work: _plan(files, work))


def _plan(files: Set903, work: Workspace) -> tuple[Mapping[str, ImportCounts], tuple[Problem, ...]]:
    work.load_all()
    tallies = {name: Tally(count.refused) for name, count in files.counts.items()}
    header, *others = tallies.values()
    episodes = others[0] if files.episodes else Tally()
    reviews = others[-1] if files.reviews else Tally()
    for row in files.children:
        _header(row, files.reviews_from, work, header)
    _episodes(files.episodes, work, episodes)
    for one in files.reviews:
        _review(one, work, reviews)
    return {name: tally.counts for name, tally in tallies.items()}, files.problems


def _header(row: HeaderRow, reviews_from: date | None, work: Workspace, tally: Tally) -> None:
    facts = work.find(row.child)
    if facts is None:
        child = Child(work.new_id(), row.child, work.today, reviews_from)
        work.put(_with_header(child, row))
        tally.count(new=True, changed=False)
        return
    after = replace(_with_header(facts.child, row), complete_from=_whole_from(facts, reviews_from))
    changed = after != facts.child
    if changed:
        work.put(after)
    tally.count(new=False, changed=changed)


def _with_header(child: Child, row: HeaderRow) -> Child:
    """The file's values where it has them."""
    return replace(
        child,
        born_on=row.born_on or child.born_on,
        sex=row.sex or child.sex,
        ethnicity=row.ethnicity or child.ethnicity,
        upn=row.upn or child.upn,
    )


def _whole_from(facts: ChildFacts, reviews_from: date | None) -> date | None:
    """Files that reach back further make the history whole from there; files never make it less whole."""
    days = [day for day in (facts.child.complete_from, reviews_from) if day is not None]
    return min(days, default=None)


def _episodes(rows: Collection[EpisodeRow], work: Workspace, tally: Tally) -> None:
    """Match by start, reason and occurrence; what was held as a mere start of care gives way to the file."""
    seen: dict[tuple[str, date, str], int] = {}
    starts: dict[str, set[date]] = {}
    for row in rows:
        starts.setdefault(row.child, set()).add(row.started_on)
    for council_id, days in starts.items():
        _drop_bare_starts(work.child(council_id), days, work)
    for row in rows:
        key = (row.child, row.started_on, row.start_reason)
        nth = seen[key] = seen.get(key, -1) + 1
        _episode(row, nth, work, tally)


def _drop_bare_starts(facts: ChildFacts, days: set[date], work: Workspace) -> None:
    for one in facts.episodes:
        bare = one.legal_status is None and one.placement is None
        if bare and (one.start_reason == UNKNOWN_START or one.started_on not in days):
            work.remove(one)


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
