"""Consultation forms by agency."""

from datetime import date

from iro_desktop.services.challenge_views import AgencyReturns
from iro_desktop.services.snapshot import Snapshot


def consultation_returns(snapshot: Snapshot, iro: str | None, from_on: date, to_on: date) -> tuple[AgencyReturns, ...]:
    """Forms sent in those days."""
    return ()
