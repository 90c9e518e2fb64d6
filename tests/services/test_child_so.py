"""What the child's page says is so: facts in words, notices, reviews and alerts that are open."""

import pytest

from iro_desktop.domain.acts import (
    AdjournReview,
    AnswerAlert,
    AskForReview,
    BookReview,
    ChangeChild,
    CompleteReview,
    CorrectReview,
    EndCircumstance,
    EscalateAlert,
    OverrideDeadline,
    RaiseAlert,
    RecordCircumstance,
    RecordReviewHeld,
    ResolveAlert,
)
from iro_desktop.domain.vocabulary import AlertOutcome, AlertStage, CircumstanceKind, Participation, ReviewGround
from iro_desktop.services.child_page import child_view
from iro_desktop.services.views import ChildView, DeadlineRow
from tests.services.cases import CHILD, FIRST, FOLLOWED, IRO, LEAVER
from tests.services.office import Office, day


@pytest.fixture
def child(office: Office) -> Office:
    """One child whose first review was held."""
    office.each(IRO, CHILD, FIRST)
    return office


def page(office: Office) -> ChildView:
    return child_view(office.snapshot(), "A1")


def row(office: Office, rule: str) -> DeadlineRow:
    return next(one for one in page(office).deadlines if one.rule == rule)


def test_facts_stand_newest_first_and_only_lasting_ones_can_end(child: Office) -> None:
    child.each(
        RecordCircumstance(child="A1", what=CircumstanceKind.ADOPTION_AUTHORITY, from_on=day("6 Nov")),
        RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("3 Dec"), note="final"),
    )
    first, second = page(child).circumstances
    assert first.words == "Court hearing, Thu 3 Dec 2026 (final)"
    assert not first.can_end
    assert second.words == "Authorised to place for adoption, since Fri 6 Nov 2026"
    assert second.can_end
    child.do(
        EndCircumstance(child="A1", what=CircumstanceKind.ADOPTION_AUTHORITY, from_on=day("6 Nov"), to_on=day("10 Nov"))
    )
    ended = page(child).circumstances[1]
    assert ended.words == "Authorised to place for adoption, Fri 6 Nov 2026 to Tue 10 Nov 2026"
    assert not ended.can_end


def test_an_early_review_says_its_ground_and_the_day_it_comes_before(child: Office) -> None:
    child.do(AskForReview(child="A1", ground=ReviewGround.UNPLANNED_MOVE, asked_on=day("9 Nov"), before=day("1 Dec")))
    (one,) = page(child).circumstances
    assert one.words == (
        "Early review asked for: unplanned placement move, Mon 9 Nov 2026, to come before Tue 1 Dec 2026"
    )


def test_a_review_booked_after_the_hearing_it_should_inform_is_told(child: Office) -> None:
    child.each(
        RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("3 Dec")),
        BookReview(child="A1", review_on=day("8 Dec")),
    )
    assert "after the hearing of Thu 3 Dec 2026" in page(child).notices[0]
    assert "Tue 8 Dec 2026" in page(child).notices[0]


def test_a_date_set_by_hand_shows_its_reason_and_the_rules_own_date(child: Office) -> None:
    minutes = row(child, "after.minutes")
    assert minutes.trigger_on is not None
    assert minutes.due_on is not None
    child.do(
        OverrideDeadline(
            child="A1",
            rule="after.minutes",
            trigger_on=minutes.trigger_on,
            due_on=day("4 Dec"),
            reason="Agreed with the manager",
        )
    )
    assert row(child, "after.minutes").due_on == day("4 Dec")
    assert row(child, "after.minutes").override.startswith("Agreed with the manager. The rule gives ")


def test_a_date_set_by_hand_whose_deadline_is_gone_is_told_with_its_reason(child: Office) -> None:
    child.each(
        OverrideDeadline(
            child="A1", rule="after.minutes", trigger_on=day("5 Nov"), due_on=day("4 Dec"), reason="Agreed so"
        ),
        CorrectReview(child="A1", held_on=day("5 Nov"), to_held_on=day("6 Nov")),
    )
    (told,) = page(child).notices
    assert told.startswith("A date set by hand for Minutes, 4 Dec 2026, no longer applies")
    assert told.endswith("Its reason was: Agreed so")


def test_an_age_within_six_months_is_told_and_a_later_one_is_not(child: Office) -> None:
    child.do(ChangeChild(child="A1", born_on=day("10 Jan 2011")))
    assert page(child).notices[0].startswith("Sixteenth birthday on Sun 10 Jan 2027.")
    child.do(ChangeChild(child="A1", born_on=day("10 Jan 2012")))
    assert page(child).notices == ()


def test_an_adjourned_review_is_open_until_it_is_completed(child: Office) -> None:
    (held,) = page(child).held
    assert (held.held_on, held.is_open, held.can_adjourn) == (day("5 Nov"), False, True)
    child.do(AdjournReview(child="A1", held_on=day("5 Nov")))
    (held,) = page(child).held
    assert (held.is_open, held.can_adjourn) == (True, False)
    child.do(CompleteReview(child="A1", held_on=day("5 Nov"), completed_on=day("12 Nov")))
    assert not page(child).held[0].is_open


def test_an_alert_stands_at_its_latest_stage_until_it_is_resolved(child: Office) -> None:
    raised = day("9 Nov")
    child.each(
        RaiseAlert(child="A1", raised_on=raised),
        EscalateAlert(child="A1", raised_on=raised, stage=AlertStage.FORMAL, started_on=day("16 Nov")),
        AnswerAlert(child="A1", raised_on=raised, stage=AlertStage.FORMAL, answered_on=day("18 Nov")),
    )
    (alert,) = page(child).alerts
    assert alert.stage is AlertStage.FORMAL
    assert alert.is_answered
    assert alert.words == "Formal alert since Mon 16 Nov 2026, raised Mon 9 Nov 2026, answered Wed 18 Nov 2026"
    child.do(
        ResolveAlert(
            child="A1",
            raised_on=raised,
            resolved_on=day("19 Nov"),
            outcome=AlertOutcome.RESOLVED,
            effect="Plan moved on",
        )
    )
    assert page(child).alerts == ()


def test_the_review_of_a_care_leaver_is_previewed_and_saved_as_one_of_the_pathway_plan(office: Office) -> None:
    office.each(IRO, LEAVER, FOLLOWED)
    desk = office.desk()
    held_on = day("17 Nov")
    preview = desk.preview_review("A3", held_on)
    assert preview.can_save
    assert preview.number_words == "Pathway plan review"
    desk.act(RecordReviewHeld(child="A3", held_on=held_on, participation=Participation.PN1))
    view = desk.child("A3")
    assert view.held[0].words == "Pathway plan review, Tue 17 Nov 2026"
    assert not view.held[0].can_adjourn
    following = next(one for one in view.deadlines if one.rule.startswith("pathway.") and "review" in one.rule)
    assert following.due_on == preview.next_due_on
