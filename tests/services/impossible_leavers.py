"""What cannot be about care leavers: what, the act, its field, words of the refusal, what has to be there before."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    ChangeHome,
    RecordHome,
    RecordTouch,
    RemoveHome,
    RemoveTouch,
    WithdrawEligibility,
)
from iro_desktop.domain.vocabulary import Accommodation, InTouch, LeaverStatus
from tests.services.cases_leavers import HOME, STATED, TOUCH
from tests.services.office import day

YOUNG = AddChild(child="A3", born_on=date(2008, 3, 1), tracking_from=day("12 Oct"))
IN_CARE = AddChild(
    child="A4", born_on=date(2009, 9, 1), looked_after_since=day("12 Oct 2025"), tracking_from=day("12 Oct")
)
FIFTEEN = AddChild(child="A4", born_on=date(2011, 9, 1), tracking_from=day("12 Oct"))
ENDED = (YOUNG, HOME, ChangeHome(child="A3", from_on=day("5 Oct"), to_on=day("20 Oct")))
TWO_HOMES = (YOUNG, HOME, RecordHome(child="A3", from_on=day("2 Nov"), what=Accommodation.FOYER))
DIED = RecordTouch(child="A3", on=day("2 Nov"), in_touch=InTouch.DIED)

IMPOSSIBLE_OF_LEAVERS: tuple[tuple[str, Act, str, str, tuple[Act, ...]], ...] = (
    ("entitlement without a reason", replace(STATED, reason=" "), "reason", "with its reason", (YOUNG,)),
    ("entitlement of tomorrow", replace(STATED, from_on=day("24 Nov")), "from_on", "still to come", (YOUNG,)),
    ("entitlement at fifteen", replace(STATED, child="A4"), "from_on", "under 16", (FIFTEEN,)),
    ("eligible at eighteen", replace(STATED, status=LeaverStatus.ELIGIBLE), "status", "under 18 alone", (YOUNG,)),
    ("former relevant at seventeen", replace(STATED, child="A4"), "status", "18th birthday on", (IN_CARE,)),
    ("entitlement stated twice", STATED, "from_on", "stated from 2 Nov 2026 already", (YOUNG, STATED)),
    (
        "entitlement never stated",
        WithdrawEligibility(child="A3", from_on=day("3 Nov")),
        "from_on",
        "No entitlement is stated",
        (YOUNG, STATED),
    ),
    ("home of tomorrow", replace(HOME, from_on=day("24 Nov")), "from_on", "still to come", (YOUNG,)),
    ("home at fifteen", replace(HOME, child="A4"), "from_on", "under 16", (FIFTEEN,)),
    ("home while in care", replace(HOME, child="A4", from_on=day("2 Nov")), "from_on", "looked after on", (IN_CARE,)),
    ("home twice on a day", HOME, "from_on", "recorded already", (YOUNG, HOME)),
    ("home within another", replace(HOME, from_on=day("12 Oct")), "from_on", "until 20 Oct 2026", ENDED),
    (
        "home that ends before it begins",
        ChangeHome(child="A3", from_on=day("5 Oct"), to_on=day("4 Oct")),
        "to_on",
        "before the home began",
        (YOUNG, HOME),
    ),
    (
        "home that ends tomorrow",
        ChangeHome(child="A3", from_on=day("5 Oct"), to_on=day("24 Nov")),
        "to_on",
        "still to come",
        (YOUNG, HOME),
    ),
    (
        "home that ends after the next began",
        ChangeHome(child="A3", from_on=day("5 Oct"), to_on=day("2 Nov")),
        "to_on",
        "next home begins on 2 Nov 2026",
        TWO_HOMES,
    ),
    (
        "home without a sort",
        ChangeHome(child="A3", from_on=day("5 Oct"), clear=("what",)),
        "clear",
        "can't be emptied",
        (YOUNG, HOME),
    ),
    ("home never recorded", RemoveHome(child="A3", from_on=day("6 Oct")), "from_on", "No home from", (YOUNG, HOME)),
    ("in touch tomorrow", replace(TOUCH, on=day("24 Nov")), "on", "still to come", (YOUNG,)),
    ("in touch at fifteen", replace(TOUCH, child="A4"), "on", "under 16", (FIFTEEN,)),
    ("in touch while in care", replace(TOUCH, child="A4"), "on", "looked after on", (IN_CARE,)),
    ("in touch after death", TOUCH, "on", "death of the young person", (YOUNG, DIED)),
    ("in touch never recorded", RemoveTouch(child="A3", on=day("8 Nov")), "on", "Nothing about", (YOUNG, TOUCH)),
)
