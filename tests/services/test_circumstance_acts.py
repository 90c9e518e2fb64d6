"""What is so about a child: recorded, ended, taken away, and what is refused."""

import pytest

from iro_desktop.domain.acts import Act, AddChild, AskForReview, EndCircumstance, RecordCircumstance, RemoveCircumstance
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewGround
from tests.services.cases import CHILD, FIRST, HEARING, IRO
from tests.services.office import Office, day

HEARD, CUSTODY, MOVED = CircumstanceKind.HEARING, CircumstanceKind.CUSTODY, CircumstanceKind.MOVED
EXTRA = CircumstanceKind.EXTRA_REVIEW
ASKED = AskForReview(child="A1", ground=ReviewGround.SAFEGUARDING, asked_on=day("20 Nov"), before=day("18 Dec"))


@pytest.fixture
def reviewed(office: Office) -> Office:
    office.each(IRO, CHILD, FIRST)
    return office


def test_an_early_review_is_kept_with_its_ground_and_the_day_it_has_to_come_before(reviewed: Office):
    reviewed.do(ASKED)
    (one,) = reviewed.facts().circumstances
    assert (one.kind, one.from_on, one.to_on, one.detail) == (EXTRA, day("20 Nov"), day("18 Dec"), "safeguarding")


def test_a_note_is_kept_without_blanks_around_it(reviewed: Office):
    reviewed.do(RecordCircumstance(child="A1", what=MOVED, from_on=day("2 Nov"), note="  to  York "))
    assert reviewed.facts().circumstances[0].note == "to York"


def test_ended_and_taken_away(reviewed: Office):
    reviewed.each(
        RecordCircumstance(child="A1", what=CUSTODY, from_on=day("2 Nov")),
        EndCircumstance(child="A1", what=CUSTODY, from_on=day("2 Nov"), to_on=day("2 Mar 2027")),
    )
    assert reviewed.facts().circumstances[0].to_on == day("2 Mar 2027")
    reviewed.do(RemoveCircumstance(child="A1", what=CUSTODY, from_on=day("2 Nov")))
    assert reviewed.facts().circumstances == ()


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (RecordCircumstance(child="A1", what=EXTRA, from_on=day("2 Nov")), "Use “Ask for a review”"),
        (RecordCircumstance(child="A1", what=HEARD, from_on=day("3 Dec")), "recorded already"),
        (RecordCircumstance(child="A1", what=MOVED, from_on=day("3 Dec")), "still to come"),
        (RecordCircumstance(child="A1", what=MOVED, from_on=day("2 Nov"), to_on=day("3 Dec")), "still to come"),
        (RecordCircumstance(child="A1", what=MOVED, from_on=day("2 Nov"), to_on=day("1 Nov")), "lies before 2 Nov"),
        (RecordCircumstance(child="A1", what=HEARD, from_on=day("3 Dec 2028")), "more than two years ahead"),
        (
            RecordCircumstance(child="A5", what=CircumstanceKind.ADOPTION_AUTHORITY, from_on=day("2 Nov")),
            "A5 was not looked after on 2 Nov 2026",
        ),
        (EndCircumstance(child="A1", what=MOVED, from_on=day("3 Dec"), to_on=day("4 Dec")), "not recorded here"),
        (EndCircumstance(child="A1", what=HEARD, from_on=day("3 Dec"), to_on=day("2 Dec")), "lies before 3 Dec"),
        (RemoveCircumstance(child="A1", what=HEARD, from_on=day("4 Dec")), "not recorded here"),
        (AskForReview(child="A1", ground=ReviewGround.CEASING, asked_on=day("24 Nov")), "still to come"),
        (
            AskForReview(
                child="A1", ground=ReviewGround.CEASING, asked_on=day("20 Nov"), before=day("19 Nov")
            ),
            "lies before 20 Nov 2026",
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(reviewed: Office, act: Act, sentence: str):
    reviewed.each(HEARING, AddChild(child="A5"))
    assert sentence in reviewed.refused(act)


def test_two_early_reviews_are_not_asked_for_on_one_day(reviewed: Office):
    reviewed.do(ASKED)
    again = AskForReview(child="A1", ground=ReviewGround.CEASING, asked_on=day("20 Nov"))
    assert "recorded already" in reviewed.refused(again)
