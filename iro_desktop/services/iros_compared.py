"""Whether IROs stand beside one another: by the service's own choice, and not before somebody has made it.

An IRO is shown against that IRO's own earlier figures. What has no better or worse, such as how many children each
has, is told apart by IRO always: who shares out work has to see it.
"""

from iro_desktop.domain.choices import IROS_COMPARED
from iro_desktop.domain.errors import UserError
from iro_desktop.measures.model import By, Definition
from iro_desktop.services.performance_views import FigureWish
from iro_desktop.services.snapshot import Snapshot

NOT_COMPARED = (
    "This service does not compare IROs with one another: each stands beside their own earlier figures. The choice "
    f"“{IROS_COMPARED}” switches it on."
)


def are_compared(snapshot: Snapshot) -> bool:
    """Whether the service chose that IROs are compared, as it stood on the day of the snapshot."""
    return snapshot.practice.is_chosen(IROS_COMPARED, "yes", snapshot.today)


def keeps_apart(snapshot: Snapshot, definition: Definition, wish: FigureWish, by: By) -> bool:
    """Whether telling that measure apart by that would compare IROs, where the service does not."""
    is_league = by is By.IRO and bool(definition.better) and wish.iro is None
    return is_league and not are_compared(snapshot)


def check_compared(snapshot: Snapshot, definition: Definition, wish: FigureWish, by: By) -> None:
    """Raises ``UserError`` where IROs would be compared, and the service has not chosen that."""
    if keeps_apart(snapshot, definition, wish, by):
        raise UserError(f"{NOT_COMPARED} Nothing was counted. Choose one IRO to see their figures.", field="by")
