"""What the invented authority tells beside reviews and bookings: of every kind something, and all of it believable."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar

import pytest

from iro_desktop.domain import acts
from iro_desktop.domain.arrangements import OLDER_KINDS
from iro_desktop.domain.dates import age_on, birthday
from iro_desktop.domain.lists import STANDARD
from iro_desktop.domain.vocabulary import (
    AlertKind,
    AlertStage,
    ArrangementEnd,
    CarerReviewKind,
    CircumstanceKind,
    PlanProgress,
    ReviewGround,
    ReviewKind,
    ReviewMethod,
    ServiceList,
    Suitability,
    Task,
    TeamEventKind,
)
from iro_desktop.rules.calendar import england
from iro_desktop.services.sample import Sample, SampleChild, demo, generate
from iro_desktop.services.sample.days import add_months
from iro_desktop.services.sample.service import FOSTERING, LEFT, MANAGER

T = TypeVar("T")
TODAY = date(2026, 11, 23)  # a Monday
CALENDAR = england()
COME_LATER = {CircumstanceKind.HEARING}  # may begin after today
END_LATER = {CircumstanceKind.CUSTODY, CircumstanceKind.FOSTERING_PROPOSED}


@cache
def authority() -> Sample:
    return generate(400, 8, 1, TODAY)


@cache
def caseload() -> Sample:
    return demo(TODAY)


@cache
def children() -> dict[str, SampleChild]:
    return {child.council_id: child for child in authority().children}


def told(kind: type[T], sample: Sample | None = None) -> list[T]:
    return [act for act in (sample or authority()).acts if isinstance(act, kind)]


def circumstances(what: CircumstanceKind) -> list[acts.RecordCircumstance]:
    return [act for act in told(acts.RecordCircumstance) if act.what is what]


def days_done(task: Task) -> dict[str, list[date]]:
    found: dict[str, list[date]] = defaultdict(list)
    for act in told(acts.RecordTaskDone):
        if act.task is task:
            found[act.child].append(act.done_on)
    if task is Task.CHILD_SEEN:  # an act of its own: it says how the child was heard
        for talk in told(acts.RecordTalk):
            found[talk.child].append(talk.on)
    return found


def booked(sample: Sample) -> dict[str, date]:
    days: dict[str, date] = {}
    for act in sample.acts:
        match act:
            case acts.BookReview(child=child, review_on=day) | acts.MoveBooking(child=child, to_on=day):
                days[child] = day
            case acts.CancelBooking():
                del days[act.child]
    return days


def test_a_caseload_has_something_of_every_kind() -> None:
    kinds = {type(act) for act in caseload().acts}
    # Sibling groups are formed at once, and nobody has taken a thing back yet.
    assert kinds >= {
        acts.AddChild, acts.AddFosterCarer, acts.AddSitting, acts.AnswerAlert, acts.AskForReview, acts.CompleteReview,
        acts.CorrectReview, acts.EscalateAlert, acts.OverrideDeadline, acts.RaiseAlert, acts.RecordCarerReview,
        acts.RecordCircumstance, acts.RecordLeave, acts.ResolveAlert, acts.RecordArrangement, acts.DecideSuitability,
        acts.EndArrangement, acts.RecordFosteringReport, acts.AskForCarerReview, acts.BookCarerReview,
    }  # fmt: skip
    circumstances_told = {act.what for act in told(acts.RecordCircumstance, caseload())}
    assert circumstances_told >= {
        CircumstanceKind.HEARING, CircumstanceKind.LONG_TERM_PLACEMENT, CircumstanceKind.CARE_LEAVER,
    }  # fmt: skip


def test_a_whole_authority_has_every_circumstance_that_a_person_records() -> None:
    # Asked for, and stated, by acts of their own; rare.
    never = {CircumstanceKind.EXTRA_REVIEW, CircumstanceKind.ELIGIBILITY, CircumstanceKind.SHORT_BREAKS_EXCEEDED}
    assert {act.what for act in told(acts.RecordCircumstance)} == set(CircumstanceKind) - never - OLDER_KINDS


def test_nothing_told_lies_ahead_but_what_is_known_ahead() -> None:
    for act in told(acts.RecordCircumstance):
        assert act.from_on <= TODAY or act.what in COME_LATER
        assert act.to_on is None or act.to_on <= TODAY or act.what in END_LATER
    pasts = (
        *(act.held_on for act in told(acts.RecordReviewHeld)),
        *(act.completed_on for act in told(acts.CompleteReview)),
        *(act.raised_on for act in told(acts.RaiseAlert)),
        *(act.resolved_on for act in told(acts.ResolveAlert)),
        *(act.asked_on for act in told(acts.AskForReview)),
    )
    assert max(pasts) <= TODAY


@pytest.mark.parametrize(
    ("task", "days", "in_time"),
    [(Task.CONSULT, 15, (0.65, 0.9)), (Task.REPORT, 3, (0.55, 0.8)), (Task.CHILD_SEEN, 0, (0.99, 1))],
)
def test_what_comes_before_reviews_is_done_mostly_in_time(task: Task, days: int, in_time: tuple[float, float]) -> None:
    held = {child.council_id: {one.held_on for one in child.reviews} for child in authority().children}
    for act in told(acts.RecordReviewHeld):
        held[act.child].add(act.held_on)
    judged = []
    for child, done in days_done(task).items():
        for day in done:
            review_on = min((one for one in held[child] if one >= day), default=None)
            if review_on is not None:
                judged.append(day <= CALENDAR.add(review_on, -days))
    assert in_time[0] <= sum(judged) / len(judged) <= in_time[1]


def test_hearings_are_of_children_under_an_interim_order_before_and_after_the_review() -> None:
    reviews_on = booked(authority())
    after = []
    for act in circumstances(CircumstanceKind.HEARING):
        assert any(one.legal_status == "C1" for one in children()[act.child].episodes)
        if act.from_on > TODAY and act.child in reviews_on:
            after.append(act.from_on > reviews_on[act.child])
    assert True in after
    assert False in after


def test_consent_to_adoption_is_of_young_children_without_a_placement_order() -> None:
    found = circumstances(CircumstanceKind.ADOPTION_AUTHORITY)
    assert found
    for act in found:
        child = children()[act.child]
        assert age_on(child.born_on, TODAY) < 6
        assert child.episodes[-1].legal_status != "E1"


def test_a_caseload_has_a_child_who_may_be_placed_and_is_not() -> None:
    last = [child.episodes[-1] for child in caseload().open_children]
    assert any(one.legal_status == "E1" and not (one.placement or "").startswith("A") for one in last)


def test_of_reviews_in_parts_one_series_and_one_adjourned_are_open() -> None:
    held = told(acts.RecordReviewHeld, caseload())
    closed = {(act.child, act.held_on) for act in told(acts.CompleteReview, caseload())}
    for wanted in ([one for one in held if one.method is ReviewMethod.SERIES], [one for one in held if one.adjourned]):
        still_open = [one for one in wanted if (one.child, one.held_on) not in closed]
        assert len(still_open) == 1
        assert CALENDAR.add(still_open[0].held_on, 20) > TODAY


def test_reviews_in_parts_are_completed_mostly_within_twenty_working_days() -> None:
    days = [CALENDAR.between(act.held_on, act.completed_on) for act in told(acts.CompleteReview)]
    assert min(days) > 0
    assert 0.6 <= sum(one <= 20 for one in days) / len(days) <= 1
    assert max(days) <= 24


def test_reviews_without_a_meeting_are_of_children_in_long_term_placements() -> None:
    settled = {act.child: act.from_on for act in circumstances(CircumstanceKind.LONG_TERM_PLACEMENT)}
    without = [act for act in told(acts.RecordReviewHeld) if act.method is ReviewMethod.NO_MEETING]
    assert without
    assert all(settled[act.child] < act.held_on for act in without)


def test_early_reviews_have_grounds_and_some_a_day_they_must_come_before() -> None:
    asked = told(acts.AskForReview)
    assert {act.before is None for act in asked} == {True, False}
    assert len({act.ground for act in asked}) >= 4
    for act in asked:
        if act.ground is ReviewGround.CEASING:
            assert children()[act.child].episodes[-1].legal_status == "V2"
    held = {(act.child, act.ground) for act in told(acts.CorrectReview)}
    assert held <= {(act.child, act.ground) for act in asked}


def pathway_reviews() -> Iterator[tuple[SampleChild, list[date]]]:
    held: dict[str, list[date]] = defaultdict(list)
    for act in told(acts.RecordReviewHeld):
        if act.under is ReviewKind.PATHWAY:
            held[act.child].append(act.held_on)
    return ((children()[child], days) for child, days in held.items())


def test_pathway_plans_are_reviewed_from_leaving_care_to_twenty_one_at_most_half_a_year_apart() -> None:
    late = []
    for child, days in pathway_reviews():
        left_on = child.episodes[-1].ended_on
        assert left_on is not None
        assert left_on < days[0]
        assert days[-1] < birthday(child.born_on, 21)
        late += [after > add_months(before, 6) for before, after in pairwise(days)]
    assert late
    assert sum(late) / len(late) <= 0.2


def test_privately_fostered_children_are_under_sixteen_and_visited() -> None:
    added = {act.child: act for act in told(acts.AddChild)}
    visits = days_done(Task.FOSTERING_VISIT)
    running = [act for act in told(acts.RecordArrangement) if act.aware_on is not None]
    assert len(running) >= 5
    for act in running:
        born_on = added[act.child].born_on
        assert born_on is not None
        assert act.aware_on is not None
        assert age_on(born_on, TODAY) < 16
        if visits.get(act.child):  # of one known for a few days the visit is still owed
            first = min(day for day in visits[act.child] if day >= act.aware_on)
            assert first <= CALENDAR.add(act.aware_on, 7)


def test_private_fostering_has_every_state_a_late_visit_and_its_reports() -> None:
    told_of = told(acts.RecordArrangement)
    assert any(act.aware_on is None for act in told_of)
    assert any(act.notified_on and act.aware_on and act.notified_on < act.aware_on for act in told_of)
    assert {act.reason for act in told(acts.EndArrangement)} >= {ArrangementEnd.RETURNED, ArrangementEnd.NEVER_BEGAN}
    assert {act.suitability for act in told(acts.DecideSuitability)} >= {
        Suitability.SUITABLE,
        Suitability.REQUIREMENTS,
    }
    assert any(act.sent_on > act.quarter_on for act in told(acts.RecordFosteringReport))


Raised = dict[tuple[str, date, int], acts.RaiseAlert]


def raised(sample: Sample | None = None, *kinds: AlertKind) -> Raised:
    """Alerts by child, day and number."""
    found: Raised = {}
    for act in told(acts.RaiseAlert, sample):
        nth = 1 + sum((child, day) == (act.child, act.raised_on) for child, day, _ in found)
        found[act.child, act.raised_on, nth] = act
    return {key: act for key, act in found.items() if not kinds or act.what in kinds}


def key_of(act: acts.EscalateAlert | acts.AnswerAlert | acts.ResolveAlert) -> tuple[str, date, int]:
    return act.child, act.raised_on, act.nth


def test_alerts_go_through_their_stages_and_some_are_open() -> None:
    stages = list(AlertStage)
    through = {key: [act.stage or AlertStage.INFORMAL] for key, act in raised(None, AlertKind.CHALLENGE).items()}
    for further in told(acts.EscalateAlert):
        through.setdefault(key_of(further), [AlertStage.PARTNER]).append(further.stage)
    for gone_through in through.values():
        assert gone_through == sorted(gone_through, key=stages.index)
    assert {stage for gone_through in through.values() for stage in gone_through} == {
        AlertStage.INFORMAL, AlertStage.FORMAL, AlertStage.CAFCASS, AlertStage.PARTNER, AlertStage.PARTNER_SENIOR,
    }  # fmt: skip
    resolved = {key_of(act) for act in told(acts.ResolveAlert)}
    answered = {key_of(act) for act in told(acts.AnswerAlert)}
    assert resolved < set(raised())
    still_open = set(raised()) - resolved
    assert still_open & answered
    assert still_open - answered


def test_a_caseload_has_every_kind_of_alert_several_of_a_child_and_legal_advice() -> None:
    known = raised(caseload())
    assert {act.what for act in known.values()} == set(AlertKind)
    assert max(nth for _, _, nth in known) == 2
    assert told(acts.PauseAlert, caseload())
    assert {act.answered_on is None for act in told(acts.RecordLegalAdvice, caseload())} == {True, False}


def test_partner_escalations_are_about_one_in_forty_five_reviews_of_the_year() -> None:
    since = add_months(TODAY, -12)
    reviews = sum(since < one.held_on <= TODAY for child in authority().children for one in child.reviews)
    reviews += sum(since < act.held_on for act in told(acts.RecordReviewHeld))
    escalated = raised(None, AlertKind.PARTNER)
    assert 35 <= reviews / len(escalated) <= 60
    assert all(act.agency is not None for act in escalated.values())


def test_alerts_have_themes_teams_and_who_answers_and_resolved_ones_an_effect() -> None:
    challenges = raised(None, AlertKind.CHALLENGE).values()
    assert all(act.theme in STANDARD[ServiceList.THEME] and act.about and act.team for act in challenges)
    assert len({act.theme for act in challenges}) >= 8
    assert {act.effect for act in told(acts.ResolveAlert)} <= set(STANDARD[ServiceList.EFFECT])
    assert {act.ground is not None for act in told(acts.EscalateAlert) if act.stage is AlertStage.CAFCASS} == {True}


def test_some_alerts_are_drafted_from_a_late_date_or_a_recommendation() -> None:
    drafted = [(act.rule, act.number is not None) for act in raised().values() if act.rule or act.number]
    assert set(drafted) == {("after.care-plan", False), (None, True)}


def test_every_iro_is_away_two_weeks_or_three_in_the_coming_months() -> None:
    away: dict[str, list[acts.RecordLeave]] = defaultdict(list)
    for act in told(acts.RecordLeave):
        away[act.iro].append(act)
    assert [one.to_on > TODAY for one in away.pop(FOSTERING)] == [True]  # this week
    assert len(away) == len({act.name for act in told(acts.AddIro)} - {FOSTERING, MANAGER, LEFT})
    for leaves in away.values():
        ordered = sorted(leaves, key=lambda one: one.from_on)
        assert all(before.to_on < after.from_on for before, after in pairwise(ordered))
        assert 2 <= sum(one.to_on - one.from_on == timedelta(days=4) for one in leaves) <= 3
        assert ordered[0].from_on > TODAY
        assert ordered[-1].to_on < add_months(TODAY, 6)


def test_two_dates_or_three_of_a_caseload_are_set_by_hand_with_a_reason() -> None:
    found = told(acts.OverrideDeadline, caseload())
    assert 2 <= len(found) <= 3
    assert all(act.reason and act.due_on > TODAY for act in found)


def test_foster_carers_are_known_by_reference_and_reviewed_every_year() -> None:
    approved = {act.carer: act.approved_on for act in told(acts.AddFosterCarer)}
    assert len(approved) == 48
    reviewed: dict[str, list[date]] = {carer: [day] for carer, day in approved.items()}
    for act in told(acts.RecordCarerReview):
        reviewed[act.carer].append(act.held_on)
    gaps = [after > add_months(before, 12) for days in reviewed.values() for before, after in pairwise(days)]
    assert sum(gaps) / len(gaps) <= 0.15
    assert {act.what for act in told(acts.RecordCarerReview)} == set(CarerReviewKind)


def test_the_service_keeps_a_year_of_its_own() -> None:
    for sample in (caseload(), authority()):
        events = Counter(act.what for act in told(acts.RecordTeamEvent, sample))
        assert events[TeamEventKind.TEAM_MEETING] >= 11
        assert all(events[kind] for kind in TeamEventKind)
    assert {act.may_quote for act in told(acts.RecordFeedback)} == {True, False, None}
    assert len(told(acts.AddStandard)) == 6
    years = [act.year for act in told(acts.AddPlanAction)]
    assert sorted(set(years)) == [2025, 2026, 2027]
    assert {act.progress for act in told(acts.RecordPlanProgress)} >= {PlanProgress.CARRIED, PlanProgress.DONE}
    days = [act.on for act in told(acts.RecordTeamEvent)]
    assert max(days) <= TODAY
    assert all(CALENDAR.is_working(day) for day in days)


def test_no_iro_was_given_a_child_before_the_first_day_in_post() -> None:
    first = {act.iro: act.from_on for act in told(acts.ChangeIro) if act.from_on is not None}
    assert all(act.from_on >= first[act.iro] for act in told(acts.AllocateIro))


def test_letters_to_children_are_some_sent_and_some_begun_and_every_iro_tells_of_themselves() -> None:
    written = told(acts.WriteLetter, caseload())
    sent = {(one.child, one.review_on) for one in told(acts.RecordTaskDone, caseload()) if one.task is Task.LETTER}
    assert len({one.band for one in written}) >= 4
    assert {(one.child, one.held_on) in sent for one in written} == {True, False}
    names = {one.name for one in told(acts.AddIro, caseload())}
    assert {one.iro for one in told(acts.WriteAboutIro, caseload())} <= names
    assert all(one.picture for one in told(acts.SetIroPicture, caseload()))
