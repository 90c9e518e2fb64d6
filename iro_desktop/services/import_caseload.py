"""A council's own sheet into facts: one row a child. A second import of the same sheet changes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from iro_desktop.domain.problems import Problem, Severity
from iro_desktop.domain.records import (
    Booking,
    Child,
    ChildFacts,
    Episode,
    Iro,
    Review,
    SiblingGroup,
    SiblingMembership,
)
from iro_desktop.domain.vocabulary import UNKNOWN_START, BookingStatus, StartReason
from iro_desktop.exchange.caseload_sheet import CaseloadField, CaseloadRow, CaseloadSheet, read
from iro_desktop.exchange.tabular import cells_from_text, read_cells
from iro_desktop.services.caseload import folded
from iro_desktop.services.desk import ImportCounts
from iro_desktop.services.importing import Source, Tally, check_exists
from iro_desktop.services.people_acts import allocate, complete_from, open_history, open_period
from iro_desktop.services.workspace import Workspace

PASTED = "pasted text"
_NOT_SAID: Mapping[str, bool] = {}


def read_sheet(
    path: Path | None,
    text: str,
    corrections: Mapping[str, str | None],
    today: date,
    *,
    tab: str | None = None,
    month_first: Mapping[str, bool] = _NOT_SAID,
) -> CaseloadSheet:
    """Read a file, or pasted text where there is no path.

    What a person said goes first: headings corrected, which tab of the workbook, columns whose dates are month first.
    """
    if path is not None:
        check_exists(path)
    sheets = read_cells(path) if path is not None else [cells_from_text(text)]
    fields = {heading: CaseloadField(one) if one else None for heading, one in corrections.items()}
    return read(
        sheets, fields, today=today, file=path.name if path is not None else PASTED, sheet=tab, month_first=month_first
    )


def caseload_source(sheet: CaseloadSheet, name: str) -> Source:
    """What the sheet changes."""
    return Source(
        "caseload", f"Import of a caseload sheet: {len(sheet.rows)} children", lambda work: _plan(sheet, name, work)
    )


def _plan(sheet: CaseloadSheet, name: str, work: Workspace) -> tuple[Mapping[str, ImportCounts], tuple[Problem, ...]]:
    work.load_all()
    tally = Tally(len(sheet.refused))
    problems = list(sheet.problems)
    fresh: set[str] = set()
    touched: dict[str, bool] = {}
    for row in sheet.rows:
        if work.find(row.child) is None:
            fresh.add(row.child)
        before = work.find(row.child)
        _child(row, work)
        touched[row.child] = work.find(row.child) != before
    joined = _siblings(sheet, name, work, problems)
    for row in sheet.rows:
        changed = touched[row.child] or row.child in joined
        tally.count(new=row.child in fresh, changed=changed)
        # Without a last review the next date is only known for a child new to care.
        if row.last_review_on is None and row.child in fresh and work.child(row.child).child.complete_from is None:
            problems.append(_no_review(row, name))
    return {name: tally.counts}, tuple(problems)


def _no_review(row: CaseloadRow, name: str) -> Problem:
    return Problem(
        name,
        row.row,
        CaseloadField.LAST_REVIEW_ON,
        f"{row.child} has no last review in the sheet, so the date of the next one is not known yet.",
        Severity.WARNING,
    )


def _child(row: CaseloadRow, work: Workspace) -> None:
    facts = work.find(row.child)
    if facts is None:
        child = Child(
            work.new_id(),
            row.child,
            work.today,
            _whole_from(row, work),
            row.given_name,
            row.family_name,
            None,
            row.born_on,
        )
        work.put(child)
        number = row.last_review_number or None  # 0: the sheet says that none was held
        open_history(work, child, row.looked_after_since, row.last_review_on, number)
    else:
        _update(row, facts, work)
    _allocation(row, work)
    _booking(row, work)


def _whole_from(row: CaseloadRow, work: Workspace) -> date | None:
    """A sheet that says no review was held yet makes the history whole from the start of care."""
    if row.last_review_number == 0 and row.last_review_on is None and row.looked_after_since is not None:
        return row.looked_after_since
    return complete_from(row.looked_after_since, row.last_review_on, work)


def _update(row: CaseloadRow, facts: ChildFacts, work: Workspace) -> None:
    child = replace(
        facts.child,
        given_name=row.given_name or facts.child.given_name,
        family_name=row.family_name or facts.child.family_name,
        born_on=row.born_on or facts.child.born_on,
    )
    if child != facts.child:
        work.put(child)
    _start_of_care(row, facts, work)
    if row.last_review_on is not None:
        known = next((one for one in facts.reviews if one.held_on == row.last_review_on), None)
        if known is None:
            number = row.last_review_number or None
            work.put(Review(work.new_id(), facts.child.id, row.last_review_on, number=number))
        elif row.last_review_number and known.number is None:
            work.put(replace(known, number=row.last_review_number))


def _start_of_care(row: CaseloadRow, facts: ChildFacts, work: Workspace) -> None:
    """A start said by the sheet fills one that was not known; one held already stays."""
    since = row.looked_after_since
    if since is None or open_period(facts, since) is not None:
        return
    bare = next((one for one in facts.episodes if one.start_reason == UNKNOWN_START and one.started_on >= since), None)
    if bare is not None:
        work.put(replace(bare, started_on=since, start_reason=StartReason.STARTED.value))
    elif not facts.episodes or open_period(facts, work.today) is None:
        work.put(Episode(work.new_id(), facts.child.id, since, StartReason.STARTED.value))


def _allocation(row: CaseloadRow, work: Workspace) -> None:
    if row.iro is None:
        return
    iro = work.find_iro(row.iro) or work.put(Iro(work.new_id(), " ".join(row.iro.split())))
    facts = work.child(row.child)
    current = next((one for one in reversed(facts.allocations) if one.to_on is None), None)
    if current is None:
        since = row.looked_after_since or row.last_review_on or work.today
        ended = [one.to_on for one in facts.allocations if one.to_on is not None]
        allocate(work, facts, iro, work.today if ended else since)
    elif current.iro_id != iro.id:
        allocate(work, facts, iro, work.today)


def _booking(row: CaseloadRow, work: Workspace) -> None:
    """The sheet's next review becomes a booking where none is open."""
    facts = work.child(row.child)
    day = row.next_review_on
    if day is None or any(one.held_on >= day for one in facts.reviews):
        return
    if any(one.status is BookingStatus.OPEN for one in facts.bookings):
        return
    work.put(Booking(work.new_id(), facts.child.id, day, BookingStatus.OPEN))


# --- siblings


def _siblings(sheet: CaseloadSheet, name: str, work: Workspace, problems: list[Problem]) -> set[str]:
    """Form the groups the sheet speaks of; returns the ids of children that joined one."""
    joined: set[str] = set()
    for label, members in _groups(sheet, name, work, problems):
        free = [one for one in members if not _in_group(one, work)]
        if not free or len(members) < 2:
            continue
        group = _group_for(label, members, work)
        for one in free:
            work.put(SiblingMembership(work.new_id(), group.id, work.child(one).child.id, work.today))
            joined.add(one)
    return joined


def _in_group(council_id: str, work: Workspace) -> bool:
    child_id = work.child(council_id).child.id
    return any(one.child_id == child_id and one.to_on is None for one in work.memberships())


def _group_for(label: str, members: list[str], work: Workspace) -> SiblingGroup:
    """The group that one of them is in already, or a new one."""
    ids = {work.child(one).child.id for one in members}
    for one in work.memberships():
        if one.child_id in ids and one.to_on is None:
            return next(group for group in work.groups() if group.id == one.group_id)
    taken = {group.name for group in work.groups()}
    free = next(name for n in range(1, len(taken) + 2) if (name := label if n == 1 else f"{label} ({n})") not in taken)
    return work.put(SiblingGroup(work.new_id(), free))


def _groups(sheet: CaseloadSheet, name: str, work: Workspace, problems: list[Problem]) -> list[tuple[str, list[str]]]:
    """Members by group: a shared label, or links by id or name joined together."""
    ids = {folded(one): one for one in work.council_ids()}
    by_label: dict[str, list[str]] = {}
    links: dict[str, set[str]] = {}
    for row in sheet.rows:
        for word in row.siblings:
            others = _meant(word, row, ids, work)
            if others:
                links.setdefault(row.child, set()).update(others)
            else:
                by_label.setdefault(word, []).append(row.child)
    groups = [(label, members) for label, members in by_label.items() if len(members) > 1]
    alone = {members[0]: label for label, members in by_label.items() if len(members) == 1}
    for row in sheet.rows:
        if row.child in alone and row.child not in links:
            message = f"The sibling given for {row.child} was not found by id or name."
            problems.append(Problem(name, row.row, CaseloadField.SIBLINGS, message, Severity.WARNING))
    return groups + [(f"Siblings of {members[0]}", members) for members in _joined(links)]


def _meant(word: str, row: CaseloadRow, ids: Mapping[str, str], work: Workspace) -> set[str]:
    """Who a word in the sibling column means: an id, a full name, or a first name within the family."""
    if folded(word) in ids and ids[folded(word)] != row.child:
        return {ids[folded(word)]}
    found = set()
    for council_id in work.council_ids():
        child = work.child(council_id).child
        names = {folded(f"{child.given_name} {child.family_name}"), folded(f"{child.family_name} {child.given_name}")}
        if child.family_name and row.family_name and folded(child.family_name) == folded(row.family_name):
            names.add(folded(child.given_name or ""))
        if council_id != row.child and folded(word) in names - {""}:
            found.add(council_id)
    return found


def _joined(links: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of children linked to one another, each sorted."""
    groups: list[set[str]] = []
    for child, others in links.items():
        linked = {child, *others}
        apart = [one for one in groups if not one & linked]
        groups = [*apart, linked.union(*(one for one in groups if one & linked))]
    return [sorted(one) for one in groups]
