"""Where children live through a stay: SSDA903 PLACE, its provider, and why a placement changed.

Foster care 67 %, homes and semi-independent 17 %, with parents 7 % (DfE, 2024). No home is named and no postcode given.
"""

from dataclasses import dataclass
from datetime import date
from random import Random

from iro_desktop.domain.dates import age_on
from iro_desktop.services.sample import shares
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.pick import weighted

_BY_AGE = {
    9: {"U6": 66, "U3": 21, "P1": 15, "K2": 2, "R3": 3},
    15: {"U6": 60, "U3": 13, "P1": 12, "K2": 19, "S1": 1},
    99: {"U6": 24, "U3": 8, "P1": 8, "K2": 17, "K3": 46},
}
_UASC = {"U6": 35, "K3": 65}
_PROVIDERS = {
    "U6": {"PR1": 60, "PR4": 40}, "U3": {"PR1": 1}, "K2": {"PR1": 25, "PR4": 75}, "K3": {"PR4": 1}, "P1": {"PR0": 1},
    "R3": {"PR4": 1}, "S1": {"PR4": 1},
}  # fmt: skip
_LONG_TERM = {"U6": "U4", "U3": "U1"}
_SUPPORTED_FROM = date(2023, 10, 28)  # supported accommodation is registered from here on; before, semi-independent
_STEADY_DAYS = 500  # in one foster home before it is agreed as long term


@dataclass(frozen=True, slots=True)
class Move:
    """A placement from a day on."""

    on: date
    place: str
    provider: str
    is_same_carer: bool = False
    why_the_last_ended: str | None = None  # REASON_PLACE_CHANGE; None: the first placement


def placements(
    rng: Random, kind: CareKind, born_on: date, started_on: date, until: date, *, moves: list[date] | None = None
) -> list[Move]:
    """Placements from the start of care to before ``until``, oldest first; ``moves`` gives the days of change."""
    found = [_move(rng, kind, born_on, started_on, None)]
    if kind is CareKind.SHORT_BREAKS:
        return found
    for day in _move_days(rng, started_on, until) if moves is None else moves:
        _agree_long_term(rng, found, day)
        found.append(_move(rng, kind, born_on, day, weighted(rng, shares.CHANGE_REASONS)))
    _agree_long_term(rng, found, until)
    return found


def placed_for_adoption(rng: Random, earlier: list[Move], placed_on: date, *, by_carer: bool) -> list[Move]:
    """The same, and from ``placed_on`` for adoption: by the present foster carer (A5) or by others (A6)."""
    before = [move for move in earlier if move.on < add_days(placed_on, -30)]
    if by_carer:
        return [*before, Move(placed_on, "A5", "PR1", is_same_carer=True, why_the_last_ended="PLACE")]
    return [*before, Move(placed_on, "A6", rng.choice(["PR1", "PR3"]), why_the_last_ended="CARPL")]


def _move(rng: Random, kind: CareKind, born_on: date, day: date, why: str | None) -> Move:
    place = _place(rng, kind, age_on(born_on, day), is_first=why is None)
    provider = weighted(rng, _PROVIDERS[place])
    if place == "K3" and day < _SUPPORTED_FROM:
        place = "H5"
    return Move(day, place, provider, why_the_last_ended=why)


def _place(rng: Random, kind: CareKind, age: int, *, is_first: bool) -> str:
    if kind is CareKind.ADOPTION:
        return "U6"
    if kind is CareKind.SHORT_BREAKS:
        return rng.choice(["U6", "K2"])
    if kind is CareKind.UASC and age >= 16:
        return weighted(rng, _UASC)
    table = next(table for highest, table in _BY_AGE.items() if age <= highest)
    place = weighted(rng, table)
    # Placed with parents under a care order only (CPR reg 17), and not before something was tried.
    return "U6" if place == "P1" and (is_first or kind is not CareKind.COURT) else place


def _move_days(rng: Random, started_on: date, until: date) -> list[date]:
    a_year = weighted(rng, shares.RESTLESSNESS)
    days: list[date] = []
    day = add_days(started_on, 2 + int(rng.expovariate(a_year) * 365))
    while day < until:
        days.append(day)
        day = add_days(day, 2 + int(rng.expovariate(a_year) * 365))
    return days


def _agree_long_term(rng: Random, found: list[Move], until: date) -> None:
    """A settled foster home becomes a long-term one: another status, the same carer."""
    last = found[-1]
    agreed_on = add_days(last.on, _STEADY_DAYS + rng.randint(0, 400))
    if last.place in _LONG_TERM and agreed_on < until and rng.random() < 0.7:
        found.append(Move(agreed_on, _LONG_TERM[last.place], last.provider, True, "PLACE"))  # noqa: FBT003 the field says it
