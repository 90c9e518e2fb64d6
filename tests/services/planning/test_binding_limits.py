"""The next review is planned by every limit that it alone can keep: an early one asked for, the one after a return."""

from iro_desktop.domain.acts import AddChild, AskForReview, ChangeCare, RecordCircumstance, RecordReviewHeld
from iro_desktop.domain.vocabulary import CircumstanceKind, Participation, ReviewGround
from iro_desktop.services.planning.owed import not_before
from tests.services.office import Office, day


def a_child_reviewed(office: Office) -> None:
    since = day("2 Mar")
    office.each(
        AddChild(child="A1", looked_after_since=since, tracking_from=since),
        RecordReviewHeld(child="A1", held_on=day("27 Mar"), participation=Participation.PN1),
        RecordReviewHeld(child="A1", held_on=day("19 Jun"), participation=Participation.PN1),
    )


def test_an_early_review_limits_the_window_and_the_move(office: Office):
    a_child_reviewed(office)
    office.do(AskForReview(child="A1", ground=ReviewGround.DETENTION_ENDS, asked_on=day("1 Oct"), before=day("14 Dec")))
    window = office.desk().booking_window("A1")
    assert window is not None
    assert window.last_lawful == day("13 Dec")
    assert max(offer.on for offer in window.offers) <= day("13 Dec")
    assert office.desk().plan_move("A1", day("18 Dec")).in_timescale is False


def test_after_a_return_from_adoption_the_window_lies_between_day_28_and_day_42(office: Office):
    a_child_reviewed(office)
    office.each(
        RecordCircumstance(child="A1", what=CircumstanceKind.ADOPTION_AUTHORITY, from_on=day("1 Jul")),
        ChangeCare(child="A1", on=day("1 Sep"), placement="A3"),
        RecordReviewHeld(child="A1", held_on=day("25 Sep"), participation=Participation.PN1),
        ChangeCare(child="A1", on=day("16 Nov"), placement="U6"),
    )
    desk, child = office.desk(), office.snapshot().children["A1"]
    assert not_before(child) == day("14 Dec")
    window = desk.booking_window("A1")
    assert window is not None
    assert (window.earliest, window.last_lawful) == (day("14 Dec"), day("28 Dec"))
    assert any("is not held before" in one for one in desk.plan_move("A1", day("8 Dec")).warnings)
