"""Reviews of care leavers: which kind a review is, and what is asked of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from iro_desktop.domain.acts import (
    AddChild,
    BookReview,
    CorrectReview,
    EndCare,
    RecordCircumstance,
    RecordReviewHeld,
    StartCare,
    WriteRecord,
)
from iro_desktop.domain.vocabulary import CircumstanceKind, LateReason, Participation, ReviewGround, ReviewKind
from tests.services.cases import CHILD, FIRST, FOLLOWED, IRO, LEAVER
from tests.services.office import Office, day

AT_18 = date(2008, 3, 1)


def held(child: str, on: date, **said: Any) -> RecordReviewHeld:
    return replace(RecordReviewHeld(child=child, held_on=on, participation=Participation.PN1), **said)


def test_a_child_looked_after_is_reviewed_as_such(office: Office):
    office.each(IRO, CHILD, replace(FIRST, ground=ReviewGround.IRO_ASKED))
    assert (office.review(day("5 Nov")).kind, office.review(day("5 Nov")).ground) == (None, ReviewGround.IRO_ASKED)
    office.do(CorrectReview(child="A1", held_on=day("5 Nov"), ground=ReviewGround.CEASING))
    assert office.review(day("5 Nov")).ground is ReviewGround.CEASING


def test_from_the_18th_birthday_on_it_is_a_review_of_the_pathway_plan(office: Office):
    office.do(
        AddChild(child="A3", born_on=AT_18, looked_after_since=day("1 Dec 2025"), tracking_from=day("1 Dec 2025"))
    )
    office.do(held("A3", day("27 Feb"), late_reason=LateReason.OTHER))
    office.do(held("A3", day("1 Mar")))
    assert [one.kind for one in office.facts("A3").reviews] == [None, ReviewKind.PATHWAY]


def test_who_left_care_at_16_or_more_is_reviewed_by_the_pathway_plan(office: Office):
    office.each(
        AddChild(child="A3", born_on=date(2009, 3, 1)),
        StartCare(child="A3", on=day("1 Jun")),
        EndCare(child="A3", on=day("1 Jul"), reason="E4A"),
        held("A3", day("2 Jul")),
    )
    assert office.review(day("2 Jul"), "A3").kind is ReviewKind.PATHWAY


def test_a_care_leaver_followed_here_needs_no_time_in_care_on_record(office: Office):
    office.each(LEAVER, FOLLOWED, held("A3", day("5 Nov"), participation=Participation.PN0))
    review, child = office.review(day("5 Nov"), "A3"), office.child("A3")
    assert review.kind is ReviewKind.PATHWAY
    assert child.complete_from is None


def test_a_booking_is_of_the_kind_of_its_review(office: Office):
    office.each(LEAVER, FOLLOWED, BookReview(child="A3", review_on=day("10 Dec")))
    office.each(IRO, CHILD, BookReview(child="A1", review_on=day("10 Dec")))
    assert office.facts("A3").bookings[0].kind is ReviewKind.PATHWAY
    assert office.facts("A1").bookings[0].kind is None


def test_a_pathway_plan_review_out_of_timescale_has_a_reason(office: Office):
    office.each(
        LEAVER,
        RecordCircumstance(child="A3", what=CircumstanceKind.CARE_LEAVER, from_on=day("1 Mar")),
        held("A3", day("2 Mar")),
    )
    assert "due by 2 Sep 2026: say why" in office.refused(held("A3", day("5 Nov")))
    office.do(held("A3", day("5 Nov"), late_reason=LateReason.FAMILY))


@pytest.mark.parametrize(
    ("review", "sentence"),
    [
        (held("A1", day("11 Oct")), "was not looked after on 11 Oct 2026"),
        (held("A1", day("5 Nov"), under=ReviewKind.PATHWAY), "reviewed from 16 on"),
        (held("A3", day("5 Nov")), "Nothing here says that A3 is looked after"),
        (held("A3", day("5 Nov"), under=ReviewKind.PATHWAY), "Nothing here says that A3 is looked after"),
    ],
)
def test_a_review_of_nobody_it_is_owed_to_is_refused(office: Office, review: RecordReviewHeld, sentence: str):
    office.each(IRO, CHILD, LEAVER)
    assert sentence in office.refused(review)


def test_a_pathway_plan_review_is_corrected_without_a_code_for_the_age(office: Office):
    office.each(LEAVER, FOLLOWED, held("A3", day("5 Nov")))
    office.do(CorrectReview(child="A3", held_on=day("5 Nov"), to_held_on=day("6 Nov"), participation=Participation.PN0))
    assert office.review(day("6 Nov"), "A3").kind is ReviewKind.PATHWAY
    sentence = office.refused(CorrectReview(child="A3", held_on=day("6 Nov"), to_held_on=day("30 Oct")))
    assert "Nothing here says" in sentence


def test_the_record_of_a_pathway_review_speaks_of_a_young_person(office: Office):
    office.each(LEAVER, FOLLOWED, held("A3", day("5 Nov"), participation=Participation.PN1))
    shown = office.desk().record_of("A3", day("5 Nov"))
    said = [one.heading for one in shown.sections]
    assert "What the young person said" in said
    assert "Where the young person lives" in said
    assert not any("child" in heading for heading in said)
    assert next(one.proposed for one in shown.sections if one.heading == "What the young person said")
    office.do(WriteRecord(child="A3", held_on=day("5 Nov"), heading="What the child said", text="Fine."))
    kept = [one.heading for one in office.desk().record_of("A3", day("5 Nov")).sections]
    assert "What the child said" in kept, "what is written stays where it was written"
    assert "What the young person said" not in kept
