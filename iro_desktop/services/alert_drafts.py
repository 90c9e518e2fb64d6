"""Alerts drafted."""

from datetime import date

from iro_desktop.domain.errors import UserError
from iro_desktop.services.challenge_views import AlertDraft
from iro_desktop.services.snapshot import ChildNow, Snapshot


def draft_from_date(snapshot: Snapshot, deadline_id: str) -> AlertDraft:
    """An alert about a date."""
    raise UserError("Not yet. Nothing was changed.")


def draft_from_recommendation(snapshot: Snapshot, child: ChildNow, held_on: date, number: int) -> AlertDraft:
    """An alert about a recommendation."""
    raise UserError("Not yet. Nothing was changed.")
