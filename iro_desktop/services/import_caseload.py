"""A council's own sheet into facts: one row a child. A second import of the same sheet changes nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from iro_desktop.domain.births import birth_of
from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import RefusedInput
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
from iro_desktop.domain.vocabulary import SHORT_BREAK_STATUSES, UNKNOWN_START, BookingStatus, StartReason
from iro_desktop.exchange.caseload_sheet import CaseloadField, CaseloadRow, CaseloadSheet, read
from iro_desktop.exchange.tabular import cells_from_text, read_cells
from iro_desktop.rules.offsets import add
from iro_desktop.rules.reviews import FIRST
from iro_desktop.services.caseload import folded
from iro_desktop.services.desk import ImportCounts
from iro_desktop.services.import_merged import standing_ids, standing_rows
from iro_desktop.services.importing import Source, Tally, check_exists
from iro_desktop.services.people_acts import complete_from, open_history, open_period
from iro_desktop.services.timescale import with_review
from iro_desktop.services.worker_acts import allocate
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
    name = path.name if path is not None else PASTED
    sheet = read(sheets, fields, today=today, file=name, sheet=tab, month_first=month_first)
    if not sheet.row_count:
        raise RefusedInput("Headings were found, but no child's row under them. Nothing was changed. Check the sheet.")
    return sheet


def caseload_source(sheet: CaseloadSheet, name: str) -> Source:
    """What the sheet changes."""
    return Source(
        "caseload", f"Import of a caseload sheet: {len(sheet.rows)} children", lambda work: _plan(sheet, name, work)
    )


def _plan(sheet: CaseloadSheet, name: str, work: Workspace) -> tuple[Mapping[str, ImportCounts], tuple[Problem, ...]]:
    work.load_all()
    tally = Tally(len(sheet.refused))
    problems = list(sheet.problems)
    to, merged = standing_ids((row.child for row in sheet.rows), name, work)
    problems += merged
    rows = [_possible(row, work.today) for row in standing_rows(sheet.rows, to)]
    before = {row.child: work.find(row.child) for row in rows}
    for _ in range(len(sheet.rows) - len(rows)):
        tally.count(new=False, changed=False)
    for row in rows:
        _child(row, work)
        problems += _another_day(row, name, work)
    joined = _siblings(rows, name, work, problems)
    for row in rows:
        known = before[row.child]
        tally.count(new=known is None, changed=known != work.find(row.child) or row.child in joined)
        # Without a last review the next date is only known for a child new to care.
        if row.last_review_on is None and known is None and work.child(row.child).child.complete_from is None:
            problems.append(_no_review(row, name))
        if known is None and _may_be_first(row, work):
            problems.append(_which_number(row, name))
    problems += _short_breaks(sheet, name)
    return {name: tally.counts}, tuple(problems)


def _may_be_first(row: CaseloadRow, work: Workspace) -> bool:
    """Whether the last review, its number not said, came so early that it may be the first: 3 months follow it."""
    since, held_on = row.looked_after_since, row.last_review_on
    if since is None or held_on is None or row.last_review_number is not None:
        return False
    return held_on <= add(work.calendar, since, FIRST.offset)


def _which_number(row: CaseloadRow, name: str) -> Problem:
    message = (
        f"The last review of {row.child} may have been the first: then the next is due 3 months after it, not 6. "
        "Give its number in the sheet, or by the act StateReviewNumber."
    )
    return Problem(name, row.row, CaseloadField.LAST_REVIEW_NUMBER, message, Severity.ASK)


def _short_breaks(sheet: CaseloadSheet, name: str) -> list[Problem]:
    """Rows that hold V3 or V4 in a column nobody reads: short breaks have intervals of their own."""
    message = (
        "This row holds V3 or V4. Short breaks have intervals of their own, and a sheet's legal status is not read: "
        "bring the child in from SSDA903 files."
    )
    rows = sheet.recognised.sheet.rows
    return [
        Problem(name, row.row, None, message, Severity.WARNING)
        for row in sheet.rows
        if any(isinstance(cell, str) and cell.strip().upper() in SHORT_BREAK_STATUSES for cell in rows[row.row - 1])
    ]


def _possible(row: CaseloadRow, today: date) -> CaseloadRow:
    """The row without what cannot have happened yet; the sheet's reader has asked about each of these already."""
    since, last_on = row.looked_after_since, row.last_review_on
    if since is not None and since > today:
        row = replace(row, looked_after_since=None)
    if last_on is not None and last_on > today:
        row = replace(row, last_review_on=None, last_review_number=None)
    elif last_on is not None and row.last_review_number == 0:
        row = replace(row, last_review_number=None)
    return row


def _another_day(row: CaseloadRow, name: str, work: Workspace) -> list[Problem]:
    """Say where the sheet has another day for the next review than is booked here, which stays."""
    facts, day = work.child(row.child), row.next_review_on
    booked = [one.review_on for one in _open_bookings(facts)]
    if day is None or not booked or day in booked or any(one.held_on >= day for one in facts.reviews):
        return []
    message = f"{row.child} is booked here for {short(booked[0])}, in the sheet for {short(day)}. The day here stays."
    return [Problem(name, row.row, CaseloadField.NEXT_REVIEW_ON, message, Severity.WARNING)]


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
        )
        child = work.put(_born(child, row, work.today))
        open_history(work, child, row.looked_after_since, row.last_review_on, row.last_review_number)
    else:
        _update(row, facts, work)
    _allocation(row, work)
    _booking(row, work)


def _born(child: Child, row: CaseloadRow, today: date) -> Child:
    """With the sheet's birth date, where it has one: known to the day, or expected."""
    if row.born_on is None:
        return child
    birth = birth_of(row.born_on, None, today)
    return replace(child, born_on=birth.on, born_as=birth.known_as)


def _whole_from(row: CaseloadRow, work: Workspace) -> date | None:
    """As for a child typed in; a sheet may also say outright that no review was held yet."""
    since, last_on = row.looked_after_since, row.last_review_on
    if last_on is None and row.last_review_number == 0:
        return since
    return complete_from(since, last_on if since is None or last_on is None or last_on >= since else None, work)


def _update(row: CaseloadRow, facts: ChildFacts, work: Workspace) -> None:
    named = replace(
        facts.child,
        given_name=row.given_name or facts.child.given_name,
        family_name=row.family_name or facts.child.family_name,
    )
    child = _born(named, row, work.today)
    if child != facts.child:
        work.put(child)
    _start_of_care(row, facts, work)
    if row.last_review_on is None:
        return
    known = next((one for one in facts.reviews if one.held_on == row.last_review_on), None)
    if known is None:
        told = Review(work.new_id(), facts.child.id, row.last_review_on, number=row.last_review_number)
        work.put(with_review(work.child(row.child), told, work.calendar, work.practice, is_witness=False).child)
        work.put(told)
    elif row.last_review_number is not None and known.number is None:
        work.put(replace(known, number=row.last_review_number))


def _start_of_care(row: CaseloadRow, facts: ChildFacts, work: Workspace) -> None:
    """A start said by the sheet fills one that was not known; one held already stays."""
    since = row.looked_after_since
    if since is None or open_period(facts, since) is not None:
        return
    current = open_period(facts, work.today)
    if current is not None and (current.started_on is not None or since > current.first_on):
        return
    if any(one.first_on > since for one in periods_of_care(facts.episodes) if one != current):
        return  # it began before a time in care that is known: the sheet speaks of that one, or of none
    first = current.episodes[0] if current else None
    if first is not None and first.start_reason == UNKNOWN_START:
        work.put(replace(first, started_on=since, start_reason=StartReason.STARTED.value))
    else:
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
    if not _open_bookings(facts):
        work.put(Booking(work.new_id(), facts.child.id, day, BookingStatus.OPEN))


def _open_bookings(facts: ChildFacts) -> list[Booking]:
    """Those that no review has settled since."""
    newest = max((one.held_on for one in facts.reviews), default=date.min)
    return [one for one in facts.bookings if one.status is BookingStatus.OPEN and one.review_on > newest]


# --- siblings


def _siblings(rows: Sequence[CaseloadRow], name: str, work: Workspace, problems: list[Problem]) -> set[str]:
    """Form the groups the sheet speaks of; returns the ids of children that joined one."""
    joined: set[str] = set()
    for members in _joined(_links(rows, name, work, problems)):
        free = [one for one in members if not _in_group(one, work)]
        if not free:
            continue
        group = _group_for(f"Siblings of {members[0]}", members, work)
        for one in free:
            work.put(SiblingMembership(work.new_id(), group.id, work.child(one).child.id, work.today))
            joined.add(one)
    return joined


def _links(
    rows: Sequence[CaseloadRow], name: str, work: Workspace, problems: list[Problem]
) -> Mapping[str, Collection[str]]:
    """Whom each child is a sibling of, by the council's id."""
    ids = {folded(one): work.entry_of(one) for one in list(work.council_ids())}
    links: dict[str, set[str]] = {}
    for row in rows:
        here = {ids[folded(one)] for one in row.siblings if folded(one) in ids} - {row.child}
        if here:
            links[row.child] = here
        for one in row.siblings:
            if folded(one) not in ids:
                message = f"{one}, given as brother or sister of {row.child}, is not here."
                problems.append(Problem(name, row.row, CaseloadField.SIBLINGS, message, Severity.WARNING))
    return links


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


def _joined(links: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Groups of children linked to one another, each sorted."""
    groups: list[set[str]] = []
    for child, others in links.items():
        linked = {child, *others}
        apart = [one for one in groups if not one & linked]
        groups = [*apart, linked.union(*(one for one in groups if one & linked))]
    return [sorted(one) for one in groups]
