"""One alert with its story."""

from datetime import date

from iro_desktop.domain.errors import UserError
from iro_desktop.services.challenge_views import AlertStory
from iro_desktop.services.snapshot import ChildNow, Snapshot


def alert_story(snapshot: Snapshot, child: ChildNow, raised_on: date, nth: int) -> AlertStory:
    """One alert."""
    raise UserError("Not yet. Nothing was changed.")
