"""Consultation forms by the agency they went to: how many came back, and how soon."""

from collections.abc import Iterator
from datetime import date
from statistics import median_high

from iro_desktop.domain.agencies import agency_of
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildFacts, Sending
from iro_desktop.domain.vocabulary import Agency, SendingKind
from iro_desktop.measures.compute import DoesNotAddUp
from iro_desktop.services.challenge_views import AgencyReturns, ConsultationRow
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import with_work
from iro_desktop.services.words import display_name


def consultation_returns(snapshot: Snapshot, iro: str | None, from_on: date, to_on: date) -> tuple[AgencyReturns, ...]:
    """Forms sent in those days, ends included, for children in scope: the agency that was sent most first.

    The agency is the person's own, else the usual one of the role. Raises ``DoesNotAddUp``.
    """
    if from_on > to_on:
        raise UserError("The first day lies after the last one. Nothing was counted. Check the two days.")
    by_agency: dict[Agency, list[ConsultationRow]] = {}
    for agency, row in _rows(snapshot, iro, from_on, to_on):
        by_agency.setdefault(agency, []).append(row)
    found = [_returns(snapshot, agency, rows) for agency, rows in by_agency.items()]
    return tuple(sorted(found, key=lambda one: (-one.sent, one.agency.label)))


def _rows(snapshot: Snapshot, iro: str | None, from_on: date, to_on: date) -> Iterator[tuple[Agency, ConsultationRow]]:
    for child in with_work(snapshot, iro):
        for one in child.facts.sendings:
            if one.what is SendingKind.CONSULTATION and from_on <= one.sent_on <= to_on:
                yield _row(snapshot, child.facts, one)


def _row(snapshot: Snapshot, facts: ChildFacts, one: Sending) -> tuple[Agency, ConsultationRow]:
    person = next((each for each in facts.people if each.id == one.person_id), None)
    role = f"{one.to.label[:1].upper()}{one.to.label[1:]}"
    is_back = one.returned_on is not None and one.returned_on <= snapshot.today
    return agency_of(facts, one), ConsultationRow(
        facts.child.council_id,
        display_name(facts.child),
        f"{role}: {person.name}" if person else role,
        one.sent_on,
        one.returned_on if is_back else None,
        one.chased_on,
    )


def _returns(snapshot: Snapshot, agency: Agency, rows: list[ConsultationRow]) -> AgencyReturns:
    rows.sort(key=lambda row: (row.sent_on, row.child, row.to))
    days = [snapshot.calendar.between(row.sent_on, row.returned_on) for row in rows if row.returned_on is not None]
    waiting = [row for row in rows if row.returned_on is None]
    if len(days) + len(waiting) != len(rows):
        raise DoesNotAddUp(f"{agency}: {len(days)} returned + {len(waiting)} waiting, {len(rows)} sent")
    chased = sum(row.chased_on is not None for row in waiting)
    middle = int(median_high(days)) if days else None
    return AgencyReturns(agency, len(rows), len(days), chased, len(waiting), middle, tuple(rows))
