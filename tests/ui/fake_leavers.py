"""The fake desk's care leavers: its children of fifteen and more by a plain rule, and what was told in the test."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from iro_desktop.domain.acts import (
    ChangeHome,
    RecordHome,
    RecordTouch,
    RemoveHome,
    RemoveTouch,
    StateEligibility,
    WithdrawEligibility,
)
from iro_desktop.domain.dates import age_on, birthday, short
from iro_desktop.domain.records import Home, Touch
from iro_desktop.domain.vocabulary import Accommodation, Activity, ContactKind, InTouch, LeaverStatus, Standing
from iro_desktop.rules.homes import homes_until
from iro_desktop.services.leaver_views import Band, LeaverRow, LeaversView, LeaverView, StatusView
from tests.ui.fake_people import TODAY, FakeChild

LeaverAct = StateEligibility | WithdrawEligibility | RecordHome | ChangeHome | RemoveHome | RecordTouch | RemoveTouch
_FROM_AGE = 15
_ADVISERS = ("Sol Mere", "Ida Fenwick", "")
_GAPS = (("no personal adviser", "home not suitable"), (), ("no pathway plan recorded",), ())
_STANDINGS = (Standing.OVERDUE, Standing.DUE_SOON, Standing.UPCOMING, Standing.UPCOMING)


@dataclass(frozen=True, slots=True)
class FakeLeavers:
    """What was told in the test, in its order."""

    told: tuple[LeaverAct, ...] = ()

    def after(self, act: LeaverAct) -> "FakeLeavers":
        """With what the act says."""
        return replace(self, told=(*self.told, act))


def is_leaver(child: FakeChild) -> bool:
    """Old enough for this desk."""
    return child.born_on is not None and age_on(child.born_on, TODAY) >= _FROM_AGE


def leavers_of(children: Mapping[str, FakeChild], scope: str | None, told: FakeLeavers) -> LeaversView:
    older = [one for one in children.values() if is_leaver(one)]
    rows = [_row(one, number, told) for number, one in enumerate(older) if scope in (None, one.iro)]
    rows.sort(key=lambda row: (list(Standing).index(row.standing), -len(row.gaps)))
    overdue = sum(row.standing is Standing.OVERDUE for row in rows)
    return LeaversView(scope or "all IROs", tuple(rows), overdue, sum(bool(row.gaps) for row in rows))


def leaver_of(child: FakeChild, told: FakeLeavers) -> LeaverView:
    row = _row(child, 0, told)
    stated = [one for one in _mine(child, told) if isinstance(one, StateEligibility | WithdrawEligibility)]
    said = stated[-1] if stated and isinstance(stated[-1], StateEligibility) else None
    reasons = (
        "Looked after now, with the 13 weeks complete: eligible since 3 May 2026 (SI 2010/959 reg 40).",
        "Looked after 412 days since the 14th birthday on 3 May 2024, the 91st of them on 4 Feb 2026.",
    )
    computed = StatusView(
        LeaverStatus.ELIGIBLE,
        "Eligible child since 3 May 2026",
        reasons,
        "3 May 2028, at 18 years old: former relevant young person",
    )
    born_on = child.born_on or TODAY
    return LeaverView(
        row,
        computed,
        StatusView(said.status, said.status.label.capitalize(), (said.reason,), "") if said else None,
        said.from_on if said else None,
        tuple((f"{years} years old", birthday(born_on, years)) for years in (18, 21, 25)),
        (("Needs assessment", "due Mon 3 Aug 2026", Standing.OVERDUE),),
        (("Sol Mere", date(2026, 5, 4), None),),
        tuple(reversed(list(homes_until(_homes(child, told))))),
        tuple(reversed(_touches(child, told))),
    )


def _mine(child: FakeChild, told: FakeLeavers) -> list[LeaverAct]:
    return [one for one in told.told if one.child == child.id]


def _homes(child: FakeChild, told: FakeLeavers) -> list[Home]:
    homes = {
        day: Home(f"{child.id}/{day}", child.id, day, what, is_suitable)
        for day, what, is_suitable in (
            (TODAY - timedelta(400), Accommodation.LODGINGS_SUPPORTED, True),
            (TODAY - timedelta(60), Accommodation.BED_AND_BREAKFAST, False),
        )
    }
    for one in _mine(child, told):
        if isinstance(one, RecordHome):
            homes[one.from_on] = Home(child.id, child.id, one.from_on, one.what, one.is_suitable, one.is_provided)
        elif isinstance(one, RemoveHome):
            homes.pop(one.from_on, None)
        elif isinstance(one, ChangeHome):
            known = homes[one.from_on]
            homes[one.from_on] = replace(known, what=one.what or known.what, to_on=one.to_on or known.to_on)
    return [homes[day] for day in sorted(homes)]


def _touches(child: FakeChild, told: FakeLeavers) -> list[Touch]:
    touches = {
        day: Touch(f"{child.id}/{day}", child.id, day, InTouch.YES, Activity.EDUCATION_FULL, ContactKind.VISIT)
        for day in (TODAY - timedelta(93), TODAY - timedelta(41))
    }
    for one in _mine(child, told):
        if isinstance(one, RecordTouch):
            touches[one.on] = Touch(child.id, child.id, one.on, one.in_touch, one.activity, one.how, one.note)
        elif isinstance(one, RemoveTouch):
            touches.pop(one.on, None)
    return [touches[day] for day in sorted(touches)]


def _row(child: FakeChild, number: int, told: FakeLeavers) -> LeaverRow:
    age = max(16, age_on(child.born_on, TODAY) if child.born_on else 16) + (number % 3) * 2
    status = LeaverStatus.ELIGIBLE if age < 18 else LeaverStatus.FORMER_RELEVANT
    home, touch = _homes(child, told)[-1], _touches(child, told)[-1]
    standing, gaps = _STANDINGS[number % 4], _GAPS[number % 4]
    day = TODAY + timedelta(150)
    return LeaverRow(
        child.id,
        child.short_name,
        child.iro,
        status,
        status.label.rsplit(" ", 2 if age >= 18 else 1)[0],
        date(2026, 5, 3),
        False,
        age,
        Band.CHILDREN if age < 18 else Band.ADULTS if age < 21 else Band.LATER,
        "18 in 150 days",
        ((18, day, 150),),
        date(2026, 7, 1),
        date(2026, 9, 1) if number % 4 != 2 else None,
        "made 1 Sep 2026" if number % 4 != 2 else "not recorded as made",
        child.last_on,
        f"by {short(child.due_on)}, not booked" if child.due_on else "none is owed",
        child.due_on,
        child.booked_on,
        _ADVISERS[number % 3],
        f"{home.what.label}, since {short(home.from_on)}",
        home.from_on,
        home.is_suitable,
        "",
        f"{short(touch.on)}, {(TODAY - touch.on).days} days ago",
        touch.on,
        touch.activity.label if touch.activity else "",
        standing,
        "4 wd late" if standing is Standing.OVERDUE else "in 6 wd" if standing is Standing.DUE_SOON else "on track",
        f"Needs assessment, {short(child.due_on)}" if child.due_on else "",
        "",
        child.due_on,
        gaps,
        f"{child.short_name}, {age}, {status.label}. Missing: {', '.join(gaps) or 'nothing'}",
    )
