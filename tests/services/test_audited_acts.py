"""What a stranger got past the acts once."""

from iro_desktop.domain.acts import AddChild, BookReview, RecordReviewHeld
from iro_desktop.domain.vocabulary import Participation
from tests.services.office import Office, day


def test_a_day_before_care_is_not_booked(office: Office):
    office.do(AddChild(child="A1", looked_after_since=day("2 Nov")))
    assert "was not looked after on 1 Oct 2026" in office.refused(BookReview(child="A1", review_on=day("1 Oct")))


def test_a_review_whose_number_says_others_are_missing_needs_no_reason(office: Office):
    since = day("6 Jan 2020")
    office.do(AddChild(child="A1", looked_after_since=since, tracking_from=since))
    office.do(RecordReviewHeld(child="A1", held_on=day("5 Oct"), participation=Participation.PN1, number=7))
    assert office.review(day("5 Oct")).late_reason is None


def test_an_id_that_cannot_be_seen_is_refused(office: Office):
    for council_id in ("A\x001", "A\n1", "A\u202e1", "A" * 65):
        assert "that can be seen" in office.refused(AddChild(child=council_id))
