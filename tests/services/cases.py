"""One thing to do for every kind of act, with what has to be there before it."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AddIro,
    AllocateIro,
    BookReview,
    CancelBooking,
    ChangeChild,
    CorrectReview,
    EndCare,
    FormSiblingGroup,
    MoveBooking,
    RecordReviewHeld,
    RecordTaskDone,
    StartCare,
    StateNotHeld,
    StateReviewNumber,
)
from iro_desktop.domain.vocabulary import Asker, LateReason, Participation, Sex, Task
from tests.services.office import day

STARTED = day("12 Oct")  # five weeks ago: the first review is due on 9 November 2026
IRO = AddIro(name="Jo Bloggs")
CHILD = AddChild(
    child="A1", looked_after_since=STARTED, tracking_from=STARTED, born_on=date(2015, 5, 5), iro="Jo Bloggs"
)
FIRST = RecordReviewHeld(child="A1", held_on=day("5 Nov"), participation=Participation.PN1)
BOOKED = BookReview(child="A1", review_on=day("20 Jan 2027"), at="10:00")


@dataclass(frozen=True)
class Case:
    act: Act
    before: tuple[Act, ...] = ()


CASES = (
    Case(IRO),
    Case(
        AddChild(child="A1", last_review_on=day("1 Sep"), last_review_number=3, given_name="Ann", iro="Jo Bloggs"),
        (IRO,),
    ),
    Case(AddChild(child="A1", looked_after_since=STARTED)),
    Case(
        ChangeChild(child="A1", known_as="Annie", sex=Sex.FEMALE, ethnicity="WBRI", clear=("born_on",), row_version=1),
        (IRO, CHILD),
    ),
    Case(
        AllocateIro(child="A1", iro="Ann Other", from_on=day("1 Nov")), (IRO, CHILD, AddIro(name="Ann Other", fte=0.5))
    ),
    Case(AllocateIro(child="A1", iro="Ann Other", from_on=STARTED), (IRO, CHILD, AddIro(name="Ann Other"))),
    Case(FormSiblingGroup(name="One", children=("A1", "A2"), from_on=STARTED), (IRO, CHILD, AddChild(child="A2"))),
    Case(StartCare(child="A2", on=day("20 Nov"), legal_status="V2", placement="U6"), (AddChild(child="A2"),)),
    Case(EndCare(child="A1", on=day("20 Nov"), reason="E4A"), (IRO, CHILD, FIRST)),
    Case(FIRST, (IRO, CHILD)),
    Case(
        RecordReviewHeld(
            child="A1",
            held_on=day("12 Nov"),
            participation=Participation.PN6,
            late_reason=LateReason.COURT,
            next_review_on=day("1 Feb 2027"),
        ),
        (IRO, CHILD, BookReview(child="A1", review_on=day("6 Nov"))),
    ),
    Case(
        CorrectReview(
            child="A1", held_on=day("5 Nov"), to_held_on=day("4 Nov"), participation=Participation.PN2, number=1
        ),
        (IRO, CHILD, FIRST),
    ),
    Case(RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("20 Nov")), (IRO, CHILD, FIRST)),
    Case(RecordTaskDone(child="A1", task=Task.CARE_PLAN, done_on=day("20 Oct")), (IRO, CHILD)),
    Case(BOOKED, (IRO, CHILD, FIRST)),
    Case(
        MoveBooking(
            child="A1",
            review_on=BOOKED.review_on,
            to_on=day("22 Jan 2027"),
            moved_on=day("23 Nov"),
            asked_by=Asker.CHILD,
            reason="School trip",
            at="14:00",
        ),
        (IRO, CHILD, FIRST, BOOKED),
    ),
    Case(
        CancelBooking(child="A1", review_on=BOOKED.review_on, cancelled_on=day("23 Nov"), reason="Snow"),
        (IRO, CHILD, FIRST, BOOKED),
    ),
    Case(
        StateReviewNumber(child="A1", held_on=day("1 Sep"), number=4),
        (AddChild(child="A1", last_review_on=day("1 Sep")),),
    ),
    Case(StateNotHeld(child="A1", due_on=day("1 Oct")), (AddChild(child="A1", last_review_on=day("1 Apr")),)),
)
