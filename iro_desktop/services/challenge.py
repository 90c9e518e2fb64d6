"""The pages of challenge and praise."""

from datetime import timedelta

from iro_desktop.domain.vocabulary import ServiceList
from iro_desktop.services.challenge_views import AdviceRow, ChallengeView, ListLine
from iro_desktop.services.snapshot import Snapshot


def challenge_view(snapshot: Snapshot, iro: str | None) -> ChallengeView:
    """The alerts in scope."""
    return ChallengeView(iro or "all IROs", (), (), 0, snapshot.today - timedelta(days=366))


def advice_rows(snapshot: Snapshot, iro: str | None, child: str | None = None) -> tuple[AdviceRow, ...]:
    """The log of legal advice."""
    return ()


def service_list(snapshot: Snapshot, which: ServiceList) -> tuple[ListLine, ...]:
    """A list the service owns."""
    return ()
