"""One thing to do for every kind of act about care leavers, for the care leaver A3."""

from iro_desktop.domain.acts import (
    Act,
    ChangeHome,
    RecordHome,
    RecordTouch,
    RemoveHome,
    RemoveTouch,
    StateEligibility,
    WithdrawEligibility,
)
from iro_desktop.domain.vocabulary import Accommodation, Activity, ContactKind, InTouch, LeaverStatus
from tests.services.office import day

STATED = StateEligibility(
    child="A3", status=LeaverStatus.FORMER_RELEVANT, from_on=day("2 Nov"), reason="Looked after elsewhere before"
)
HOME = RecordHome(
    child="A3", from_on=day("5 Oct"), what=Accommodation.INDEPENDENT, is_suitable=True, note="Own tenancy, first floor"
)
PROVIDED = RecordHome(child="A3", from_on=day("2 Nov"), what=Accommodation.SEMI_INDEPENDENT, is_provided=True)
TOUCH = RecordTouch(
    child="A3",
    on=day("9 Nov"),
    in_touch=InTouch.YES,
    activity=Activity.EDUCATION_FULL,
    how=ContactKind.VISIT,
    note="Settled in at college",
)


def leaver_cases(before: tuple[Act, ...]) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it; ``before``: the care leaver A3."""
    return (
        (STATED, before),
        (WithdrawEligibility(child="A3", from_on=day("2 Nov")), (*before, STATED)),
        (HOME, before),
        (PROVIDED, (*before, HOME)),
        (
            ChangeHome(
                child="A3",
                from_on=day("5 Oct"),
                what=Accommodation.FOYER,
                is_suitable=False,
                to_on=day("1 Nov"),
                note="Gave notice",
            ),
            (*before, HOME),
        ),
        (ChangeHome(child="A3", from_on=day("5 Oct"), is_provided=True, clear=("note",)), (*before, HOME)),
        (RemoveHome(child="A3", from_on=day("5 Oct")), (*before, HOME)),
        (TOUCH, before),
        (RemoveTouch(child="A3", on=day("9 Nov")), (*before, TOUCH)),
    )
