"""The refusal of a day that has not come yet: what happened is recorded once it has."""

from datetime import date

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError

ONCE_SO = "Record it once it is so."
CHECK = "Check the date."


def check_come(day: date | None, today: date, field: str, instead: str = ONCE_SO) -> None:
    """Refuse a day to come, beside that field of the act; ``instead``: what to do. A day not said is none."""
    if day is not None and day > today:
        raise UserError(f"{short(day)} is still to come. Nothing was saved. {instead}", field)
