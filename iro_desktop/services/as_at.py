"""The store as it was known at the end of a past day, for whoever asks: the desk and the command line."""

from datetime import date, datetime

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.store.store import Store


def snapshot_as_at(store: Store, day: date, today: date, calendar: WorkingCalendar) -> Snapshot:
    """Everything as it was known then, with the deadlines of that day. Raises as ``check_as_at`` does."""
    check_as_at(store, day, today)
    return Snapshot.as_at(store, day, calendar)


def check_as_at(store: Store, day: date, today: date) -> None:
    """Raises ``UserError`` for a day to come, and for one before anything was entered: nothing was known then."""
    if day > today:
        raise UserError(f"{short(day)} is still to come. Nothing was counted. Choose today or a day before.", "as_at")
    began_on = _began_on(store)
    if began_on is None or day < began_on:
        since = f"The first entry here is of {short(began_on)}" if began_on else "Nothing is entered here yet"
        raise UserError(
            f"{since}: what was known on {short(day)} cannot be told. Nothing was counted. Choose a later day.", "as_at"
        )


def _began_on(store: Store) -> date | None:
    """The day of the first act, on this computer's clock."""
    moments = [datetime.fromisoformat(one.at) for one in store.acts()[:1]]
    return min(moments).astimezone().date() if moments else None
