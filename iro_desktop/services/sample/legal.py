"""Legal status through a stay: SSDA903 LS codes and the days they change.

Care proceedings are to end within 26 weeks (Children Act 1989 s.32(1)(a)(ii)) and often take longer; police protection
lasts at most 72 hours (s.46(6)), an emergency protection order eight days (s.45(1)).
"""

from datetime import date
from random import Random

from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.lives import CareKind
from iro_desktop.services.sample.pick import weighted

LegalPath = tuple[tuple[date, str], ...]  # day from which, LS; the first is the start of care

_DOORS = {"V2": 40, "C1": 38, "L1": 12, "L2": 10}
_DAYS_TO_INTERIM = {"V2": (20, 150), "L1": (1, 3), "L2": (3, 8)}


def legal_path(rng: Random, kind: CareKind, started_on: date, until: date, placed_on: date | None = None) -> LegalPath:
    """Statuses from the start of care to before ``until``; a placement order stands before ``placed_on``."""
    if kind is CareKind.SHORT_BREAKS:
        return ((started_on, "V4"),)
    if kind in (CareKind.AGREEMENT, CareKind.UASC):
        return ((started_on, "V2"),)
    path = _through_court(rng, started_on)
    if placed_on is not None:
        ordered_on = add_days(placed_on, -rng.randint(20, 60))
        path = [(day, status) for day, status in path if day < ordered_on] + [(ordered_on, "E1")]
    return tuple((day, status) for day, status in path if day < until)


def _through_court(rng: Random, started_on: date) -> list[tuple[date, str]]:
    door = weighted(rng, _DOORS)
    path = [(started_on, door)]
    interim_on = started_on
    if door != "C1":
        interim_on = add_days(started_on, rng.randint(*_DAYS_TO_INTERIM[door]))
        path.append((interim_on, "C1"))
    path.append((add_days(interim_on, rng.randint(26, 40) * 7), "C2"))
    return path
