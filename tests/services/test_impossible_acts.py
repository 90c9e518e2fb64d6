"""What cannot be: each act refuses it with a sentence and the field it is about, and nothing is saved.

The same table is put to the command line in ``tests/cli``; the window's forms are tried in ``tests/ui``.
"""

from dataclasses import astuple, dataclass, fields, replace
from datetime import date
from enum import Enum
from typing import Any

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AddFosterCarer,
    AddIro,
    AddSitting,
    BookReview,
    CancelBooking,
    ChangeBooking,
    CompleteReview,
    CorrectReview,
    MoveBooking,
    OverrideDeadline,
    RaiseAlert,
    RecordAttendance,
    RecordCarerReview,
    RecordCircumstance,
    RecordLeave,
    RecordReviewHeld,
    RecordTaskDone,
    StartCare,
    StateReviewNumber,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.lengths import longest
from iro_desktop.domain.vocabulary import Asker, CircumstanceKind, Participation, Role, Task
from tests.services.cases import BOOKED, CASES, CHILD, FIRST, IRO, SERIES, Case
from tests.services.impossible_challenge import impossible_challenges
from tests.services.impossible_clinic import IMPOSSIBLE_OF_CLINIC
from tests.services.impossible_figures import IMPOSSIBLE_OF_FIGURES
from tests.services.impossible_leavers import IMPOSSIBLE_OF_LEAVERS
from tests.services.impossible_letters import impossible_letters
from tests.services.impossible_report import IMPOSSIBLE_OF_REPORT
from tests.services.impossible_service import service_impossible
from tests.services.office import Office, day

SMALL = AddChild(
    child="A9", born_on=day("24 Nov 2022"), looked_after_since=day("2 Nov"), tracking_from=day("2 Nov")
)  # four on the day after the day of the tests


def held(on: str, code: Participation = Participation.PN1, child: str = "A1", **said) -> RecordReviewHeld:
    return RecordReviewHeld(child=child, held_on=day(on), participation=code, **said)


def moved(to: str, **said: Any) -> MoveBooking:
    told: dict[str, Any] = {"reason": "School trip", "moved_on": day("23 Nov"), "asked_by": Asker.CHILD} | said
    return MoveBooking(child="A1", review_on=BOOKED.review_on, to_on=day(to), **told)


@dataclass(frozen=True)
class Impossible:
    what: str
    act: Act
    field: str
    words: str
    before: tuple[Act, ...] = (IRO, CHILD)


BOOKED_ALREADY = (IRO, CHILD, FIRST, BOOKED)
IMPOSSIBLE = (
    Impossible("held in the future", held("24 Nov"), "held_on", "still to come"),
    Impossible("held before the period of care", held("11 Oct"), "held_on", "was not looked after on 11 Oct 2026"),
    Impossible("PN1 under four", held("23 Nov", child="A9"), "participation", "use PN0", (SMALL,)),
    Impossible("PN0 over four", held("6 Nov", Participation.PN0), "participation", "use PN1 to PN7"),
    Impossible("completed before held", held("6 Nov", completed_on=day("5 Nov")), "completed_on", "before it began"),
    Impossible("held twice on a day", held("5 Nov"), "held_on", "recorded already", (IRO, CHILD, FIRST)),
    Impossible("late without a reason", held("10 Nov"), "late_reason", "was due by 9 Nov 2026"),
    Impossible("number nought", held("6 Nov", number=0), "number", "numbered from 1"),
    Impossible("next one before it", held("6 Nov", next_review_on=day("5 Nov")), "next_review_on", "before this one"),
    Impossible("the IRO came", held("6 Nov", came=(Role.IRO,)), "came", "needs no mention"),
    Impossible(
        "there and not there", held("6 Nov", came=(Role.CARER,), apologies=(Role.CARER,)), "apologies", "Both there"
    ),
    Impossible(
        "child absent and there", held("6 Nov", Participation.PN7, came=(Role.CHILD,)), "came", "child was not there"
    ),
    Impossible(
        "who came to no review",
        RecordAttendance(child="A1", held_on=day("6 Nov"), came=(Role.CARER,)),
        "",
        "No review of A1 on 6 Nov 2026",
    ),
    Impossible(
        "corrected into the future",
        CorrectReview(child="A1", held_on=day("5 Nov"), to_held_on=day("24 Nov")),
        "to_held_on",
        "still to come",
        (IRO, CHILD, FIRST),
    ),
    Impossible(
        "number nought stated",
        StateReviewNumber(child="A1", held_on=day("5 Nov"), number=0),
        "number",
        "numbered from 1",
        (IRO, CHILD, FIRST),
    ),
    Impossible(
        "met again before it met",
        AddSitting(child="A1", held_on=day("5 Nov"), on=day("4 Nov")),
        "on",
        "after 5 Nov 2026",
        (IRO, CHILD, SERIES),
    ),
    Impossible(
        "completed before its last meeting",
        CompleteReview(child="A1", held_on=day("5 Nov"), completed_on=day("4 Nov")),
        "completed_on",
        "last meeting",
        (IRO, CHILD, SERIES),
    ),
    Impossible("booked twice", BOOKED, "review_on", "booked for 20 Jan 2027 already", BOOKED_ALREADY),
    Impossible(
        "booked for before one that was held",
        BookReview(child="A1", review_on=day("4 Nov")),
        "review_on",
        "recorded already",
        (IRO, CHILD, FIRST),
    ),
    Impossible("at 25:00", replace(BOOKED, at="25:00"), "at", "not one of the day", (IRO, CHILD, FIRST)),
    Impossible(
        "at 25:00 of a booking",
        ChangeBooking(child="A1", review_on=BOOKED.review_on, at="25:00"),
        "at",
        "not one of the day",
        BOOKED_ALREADY,
    ),
    Impossible("moved without a reason", moved("22 Jan 2027", reason=" "), "reason", "Say why", BOOKED_ALREADY),
    Impossible("moved to where it is", moved("20 Jan 2027"), "to_on", "day it is booked for", BOOKED_ALREADY),
    Impossible(
        "moved tomorrow", moved("22 Jan 2027", moved_on=day("24 Nov")), "moved_on", "still to come", BOOKED_ALREADY
    ),
    Impossible(
        "cancelled without a reason",
        CancelBooking(child="A1", review_on=BOOKED.review_on, cancelled_on=day("23 Nov"), reason="  "),
        "reason",
        "Say why",
        BOOKED_ALREADY,
    ),
    Impossible(
        "set by hand without a reason",
        OverrideDeadline(
            child="A1", rule="review.second", trigger_on=day("5 Nov"), due_on=day("20 Jan 2027"), reason=""
        ),
        "reason",
        "has a reason",
        (IRO, CHILD, FIRST),
    ),
    Impossible(
        "done before its review",
        RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("4 Nov"), review_on=day("5 Nov")),
        "done_on",
        "before the review",
        (IRO, CHILD, FIRST),
    ),
    Impossible(
        "ends before it begins",
        RecordCircumstance(child="A1", what=CircumstanceKind.CARE_LEAVER, from_on=day("10 Nov"), to_on=day("9 Nov")),
        "to_on",
        "lies before",
    ),
    Impossible(
        "leave that ends before it begins",
        RecordLeave(iro="Jo Bloggs", from_on=day("10 Nov"), to_on=day("9 Nov")),
        "to_on",
        "lies before",
    ),
    Impossible("care from tomorrow", StartCare(child="A1", on=day("24 Nov")), "on", "in the future"),
    Impossible("alert of tomorrow", RaiseAlert(child="A1", raised_on=day("24 Nov")), "raised_on", "still to come"),
    Impossible(
        "panel before the meeting",
        RecordCarerReview(carer="F 1", held_on=day("1 Sep"), panel_on=day("31 Aug")),
        "panel_on",
        "lies before",
        (AddFosterCarer(carer="F 1", approved_on=day("1 Sep 2025")),),
    ),
    *(
        Impossible(what, act, field, words, (IRO, CHILD, *before))
        for what, act, field, words, before in impossible_challenges()
    ),
    *(Impossible(*one) for one in IMPOSSIBLE_OF_LEAVERS),
    *(Impossible(*one) for one in IMPOSSIBLE_OF_FIGURES),
    *(Impossible(*one) for one in IMPOSSIBLE_OF_CLINIC),
    *(Impossible(*one) for one in IMPOSSIBLE_OF_REPORT),
    *(Impossible(*one) for one in impossible_letters(IRO, CHILD)),
    Impossible("an IRO without a name", AddIro(name="  "), "name", "needs a name"),
    *(Impossible(*one) for one in service_impossible(CHILD)),
)
table = pytest.mark.parametrize("one", IMPOSSIBLE, ids=lambda one: one.what)


@table
def test_it_is_refused_with_its_field_and_nothing_is_saved(office: Office, one: Impossible):
    office.each(*one.before)
    before = office.dump()
    with pytest.raises(UserError) as caught:
        office.do(one.act)
    assert one.words in str(caught.value)
    assert caught.value.field == one.field
    assert office.dump() == before
    assert "Nothing was" in str(caught.value)


@table
def test_in_a_list_the_field_is_still_named(office: Office, one: Impossible):
    office.each(*one.before)
    with pytest.raises(UserError) as caught:
        office.do(AddIro(name="Ann Other"), one.act)
    assert caught.value.field == one.field
    assert str(caught.value).startswith(f"Act 2 ({one.act.kind}): ")


FULLEST = {case.act.kind: case for case in sorted(CASES, key=lambda case: sum(map(bool, astuple(case.act))))}


def said(act: Act, kind: type) -> list[str]:
    """The fields of that kind that the act says."""
    values = [(field.name, getattr(act, field.name)) for field in fields(act)]
    return [name for name, value in values if isinstance(value, kind) and not isinstance(value, Enum)]


@pytest.mark.parametrize("case", FULLEST.values(), ids=list(FULLEST))
def test_a_far_day_and_what_was_pasted_by_mistake_are_refused_in_every_field(office: Office, case: Case):
    office.each(*case.before)
    before = office.dump()
    wrong: list[tuple[str, Any, str]] = [
        (name, day, "Check the year") for name in said(case.act, date) for day in (date.min, date.max)
    ]
    wrong += [(name, "x" * (longest(name) + 1), "Shorten it") for name in said(case.act, str)]
    for name, value, words in wrong:
        said_so: Any = replace
        with pytest.raises(UserError) as caught:
            office.do(said_so(case.act, **{name: value}))
        assert (caught.value.field, words in str(caught.value)) == (name, True)
    assert office.dump() == before


@pytest.mark.parametrize("on", ["22 Nov", "21 Nov"])
def test_a_sunday_is_only_warned_of(office: Office, on: str):
    office.each(IRO, replace(CHILD, looked_after_since=day("2 Nov"), tracking_from=day("2 Nov")))
    preview = office.desk().preview_review("A1", day(on))
    assert [words for _, words in preview.problems if words.startswith("Note:")]
    assert preview.can_save
    office.do(held(on))


def test_a_bank_holiday_is_only_warned_of(office: Office):
    office.each(IRO, CHILD, FIRST)
    plan = office.desk().plan_move("A1", day("25 Dec"))
    assert any("Christmas" in warning for warning in plan.warnings)
    office.do(*plan.acts)
    assert [one.review_on for one in office.facts().bookings] == [day("25 Dec")]
