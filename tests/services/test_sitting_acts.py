"""Reviews of more than one meeting: adjourned once, gone on with, completed."""

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddSitting,
    AdjournReview,
    CompleteReview,
    CorrectReview,
    RecordReviewHeld,
    RecordTaskDone,
)
from iro_desktop.domain.vocabulary import Participation, Task
from tests.services.cases import CHILD, FIRST, FOLLOWED, IRO, LEAVER, SERIES
from tests.services.office import Office, day

HELD = day("5 Nov")
ADJOURNED = AdjournReview(child="A1", held_on=HELD)
SITTING = AddSitting(child="A1", held_on=HELD, on=day("12 Nov"))
COMPLETED = CompleteReview(child="A1", held_on=HELD, completed_on=day("16 Nov"))


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD)
    return office


def test_a_review_adjourned_at_its_meeting_is_completed_later(office: Office):
    office.each(FIRST, ADJOURNED, SITTING, COMPLETED)
    review = office.review(HELD)
    assert (review.adjourned_on, review.completed_on) == (HELD, day("16 Nov"))
    assert [one.on for one in office.facts().sittings] == [day("12 Nov")]


def test_recorded_as_adjourned_it_may_be_completed_20_working_days_on(office: Office):
    office.do(RecordReviewHeld(child="A1", held_on=HELD, participation=Participation.PN1, adjourned=True))
    assert office.review(HELD).adjourned_on == HELD
    office.do(COMPLETED)


def test_corrected_to_another_day_it_was_adjourned_on_that_day(office: Office):
    office.each(FIRST, ADJOURNED, CorrectReview(child="A1", held_on=HELD, to_held_on=day("4 Nov")))
    assert office.review(day("4 Nov")).adjourned_on == day("4 Nov")


@pytest.mark.parametrize(
    ("before", "act", "sentence"),
    [
        ((), ADJOURNED, "No review of A1 on 5 Nov 2026 is recorded"),
        ((FIRST, ADJOURNED), ADJOURNED, "only once (SI 2010/959 reg 36(2))"),
        ((SERIES, COMPLETED), ADJOURNED, "cannot be adjourned any more"),
        ((FIRST,), AdjournReview(child="A1", held_on=HELD, adjourned_on=day("4 Nov")), "before 5 Nov 2026"),
        ((FIRST,), AdjournReview(child="A1", held_on=HELD, adjourned_on=day("24 Nov")), "in the future"),
        ((FIRST,), SITTING, "was one meeting and is complete"),
        ((SERIES, COMPLETED), SITTING, "completed on 16 Nov 2026"),
        ((SERIES, SITTING), SITTING, "on 12 Nov 2026 is recorded already"),
        ((SERIES,), AddSitting(child="A1", held_on=HELD, on=HELD), "lies after 5 Nov 2026"),
        ((SERIES,), AddSitting(child="A1", held_on=HELD, on=day("24 Nov")), "not in the future"),
        ((FIRST,), COMPLETED, "was one meeting and is complete"),
        ((SERIES, COMPLETED), COMPLETED, "completed on 16 Nov 2026"),
        ((SERIES,), CompleteReview(child="A1", held_on=HELD, completed_on=day("4 Nov")), "last meeting (5 Nov 2026)"),
        (
            (SERIES, SITTING),
            CompleteReview(child="A1", held_on=HELD, completed_on=day("11 Nov")),
            "last meeting (12 Nov 2026)",
        ),
        ((SERIES,), CompleteReview(child="A1", held_on=HELD, completed_on=day("24 Nov")), "not in the future"),
        (
            (SERIES, SITTING),
            CorrectReview(child="A1", held_on=HELD, to_held_on=day("13 Nov")),
            "What followed that review is recorded from 12 Nov 2026",
        ),
        (
            (),
            RecordReviewHeld(
                child="A1", held_on=HELD, participation=Participation.PN1, adjourned=True, completed_on=HELD
            ),
            "both adjourned and completed",
        ),
    ],
)
def test_what_does_not_fit_is_refused(office: Office, before: tuple[Act, ...], act: Act, sentence: str):
    office.each(*before)
    assert sentence in office.refused(act)


def test_pathway_plan_reviews_are_not_adjourned(office: Office):
    held = RecordReviewHeld(child="A3", held_on=HELD, participation=Participation.PN1)
    office.each(LEAVER, FOLLOWED, held)
    assert "is not adjourned" in office.refused(AdjournReview(child="A3", held_on=HELD))
    adjourned = RecordReviewHeld(child="A3", held_on=day("6 Nov"), participation=Participation.PN1, adjourned=True)
    assert "is not adjourned" in office.refused(adjourned)


def test_a_review_that_was_written_up_is_not_adjourned_any_more(office: Office):
    office.each(FIRST, RecordTaskDone(child="A1", task=Task.MINUTES, done_on=day("16 Nov")))
    refused = office.refused(AdjournReview(child="A1", held_on=FIRST.held_on))
    assert "Minutes finished, 16 Nov 2026" in refused
    assert "cannot be adjourned any more" in refused
