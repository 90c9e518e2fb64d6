"""Clocks of alerts: a service's own protocol, pauses, partner agencies; beside a second reckoning and as explained."""

from dataclasses import replace

import pytest

from iro_desktop.domain.records import ChildFacts, Setting
from iro_desktop.domain.vocabulary import AlertStage
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.explain import explain
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.owed_alerts import clocks_of
from iro_desktop.rules.practice import Practice
from tests.builders import alert, child_with, new_id, on, partner_alert, pause, practice, step
from tests.rules.asking import deadlines, of_rule, only, told
from tests.rules.comparing_more import difference_in_challenges
from tests.rules.lives_of_alerts import disputed

INFORMAL, FORMAL, FORMAL_2 = AlertStage.INFORMAL, AlertStage.FORMAL, AlertStage.FORMAL_2
FIVES = (
    "formal, Team manager, team manager, 5wd | formal, Head of service, head of service, 5wd"
    " | formal, Executive head, executive head, 5wd | formal, Director, strategic director, 5wd"
)
NO_CLOCK = "informal, Alert, social worker and team manager, 10wd | formal, Dispute resolution, service manager, none"


def stages(text: str, from_on: str = "2000-01-01") -> Practice:
    return Practice([Setting(new_id(), "alert-stages", text, on(from_on))])


def paused(*pauses: tuple[str, str | None], raised: str = "2024-05-20", answered: str | None = None) -> ChildFacts:
    """An informal alert with its clock paused."""
    one = alert(raised)
    return child_with(one, step(one, INFORMAL, raised, answered), *(pause(one, *each) for each in pauses))


class TestBesideASecondReckoning:
    @pytest.mark.parametrize("tens", range(10))
    def test_clocks_of_ten_times_ten_invented_lives_are_the_same(self, tens: int) -> None:
        assert [found for n in range(10) if (found := difference_in_challenges(10_000 + 10 * tens + n))] == []

    def test_the_invented_lives_have_every_clock_each_standing_and_pauses(self) -> None:
        found = [one for seed in range(10_000, 10_100) for one in _found(seed)]
        assert {one.rule.id for one in found} == {
            "alert.informal", "alert.formal", "alert.formal-2", "alert.formal-3", "alert.formal-4", "alert.formal-5",
            "alert.cap", "alert.partner",
        }  # fmt: skip
        assert {one.standing.value for one in found} >= {"met", "met-late", "missed", "overdue", "due-soon", "waiting"}
        assert sum(bool(one.paused) for one in found) > 20

    @pytest.mark.parametrize("seed", range(10_000, 10_060))
    def test_the_last_step_of_every_explanation_ends_on_the_day(self, seed: int) -> None:
        assert [one.id for one in _found(seed) if explain(one, england())[-1].on != one.due_on] == []

    @pytest.mark.parametrize("seed", range(10_000, 10_040))
    def test_each_clock_is_told_with_the_alert_it_belongs_to_in_the_order_of_the_dates(self, seed: int) -> None:
        facts, settings, today = disputed(seed)
        clocks = clocks_of(facts, england(), today, Practice(settings))
        assert [one.deadline._replace(repeat=1) for one in clocks] == [one._replace(repeat=1) for one in _found(seed)]
        raised = {one.id: one.raised_on for one in facts.alerts}
        assert all(one.deadline.trigger_on >= raised[one.alert_id] for one in clocks)


def _found(seed: int) -> list[Deadline]:
    facts, settings, today = disputed(seed)
    return deadlines_of(facts, england(), today, Practice(settings))


class TestProtocols:
    def test_four_stages_of_five_days_reach_the_limit_of_the_whole(self) -> None:
        one = alert("2024-05-20")
        days = ("2024-05-20", "2024-05-29", "2024-06-06", "2024-06-14")
        names = (FORMAL, FORMAL_2, AlertStage.FORMAL_3, AlertStage.FORMAL_4)
        facts = child_with(one, *(step(one, name, day) for name, day in zip(names, days, strict=True)))
        last = only("alert.formal-4", facts, "2024-06-14", stages(FIVES))
        assert (last.due_on, last.rule.owner) == (on("2024-06-21"), "strategic director")
        assert last.note == "Counted from the day the alert was raised, 20 working days end on 18 Jun 2024."
        assert told("alert.cap", facts, "2024-06-14", stages(FIVES)) == [("2024-06-18", "due-soon")]

    def test_a_stage_without_a_limit_has_no_clock_and_the_whole_still_has(self) -> None:
        one = alert("2024-05-20")
        facts = child_with(one, step(one, FORMAL, "2024-05-20"))
        assert [each.rule.id for each in deadlines(facts, "2024-05-21", stages(NO_CLOCK))] == ["alert.cap"]

    def test_a_local_limit_of_a_stage_still_counts_where_the_protocol_has_none(self) -> None:
        one = alert("2024-05-20")
        facts = child_with(one, step(one, FORMAL, "2024-05-20"))
        both = Practice(
            [
                Setting(new_id(), "alert-stages", NO_CLOCK, on("2000-01-01")),
                Setting(new_id(), "limit:alert.formal", "3wd", on("2000-01-01")),
            ]
        )
        assert told("alert.formal", facts, "2024-05-20", both) == [("2024-05-23", "due-soon")]

    def test_a_protocol_chosen_after_the_alert_was_raised_changes_nothing(self) -> None:
        one = alert("2024-05-20")
        facts = child_with(one, step(one, INFORMAL, "2024-05-20"))
        assert told("alert.informal", facts, "2024-05-20", stages(NO_CLOCK, "2024-05-21")) == [
            ("2024-05-28", "due-soon")
        ]

    def test_the_row_names_the_protocol_its_stage_and_who_answers(self) -> None:
        one = alert("2024-05-20")
        facts = child_with(one, step(one, INFORMAL, "2024-05-20"))
        found = only("alert.informal", facts, "2024-05-20", stages(NO_CLOCK))
        assert (found.due_on, found.rule.owner) == (on("2024-06-04"), "social worker and team manager")
        assert found.rule.citation.source.startswith("Local protocol from 1 Jan 2000")


class TestCafcass:
    def test_a_referral_closes_no_stage(self) -> None:
        one = alert("2024-05-20")
        facts = child_with(one, step(one, INFORMAL, "2024-05-20"), step(one, AlertStage.CAFCASS, "2024-05-22"))
        assert told("alert.informal", facts, "2024-05-30") == [("2024-05-28", "overdue")]


class TestPauses:
    def test_a_working_day_within_a_pause_is_not_counted(self) -> None:
        facts = paused(("2024-05-22", "2024-05-24"))  # without it: Tue 28 May
        assert told("alert.informal", facts, "2024-05-29") == [("2024-05-31", "due-soon")]

    def test_while_it_goes_on_the_rest_is_counted_from_today(self) -> None:
        facts = paused(("2024-05-22", None))  # one day counted, four left
        assert told("alert.informal", facts, "2024-06-10") == [("2024-06-14", "due-soon")]
        assert told("alert.informal", facts, "2024-07-10") == [("2024-07-16", "due-soon")]

    def test_it_does_not_stop_what_had_ended_before_it(self) -> None:
        assert told("alert.informal", paused(("2024-05-29", None)), "2024-06-10") == [("2024-05-28", "overdue")]

    def test_an_answer_while_it_goes_on_is_in_time(self) -> None:
        facts = paused(("2024-05-22", None), answered="2024-06-28")
        assert told("alert.informal", facts, "2024-09-02") == [("2024-07-04", "met")]

    def test_a_known_last_day_to_come_is_counted_with(self) -> None:
        assert told("alert.informal", paused(("2024-05-22", "2024-06-14")), "2024-05-23") == [("2024-06-20", "waiting")]

    def test_the_whole_runs_on_and_says_so(self) -> None:
        whole = only("alert.cap", paused(("2024-05-22", None)), "2024-06-10")
        assert (whole.due_on, whole.note) == (on("2024-06-18"), "A pause of a stage does not stop this count.")

    def test_the_explanation_names_the_paused_days_as_skipped(self) -> None:
        one = only("alert.informal", paused(("2024-05-22", "2024-05-28")), "2024-05-29")
        assert [each.text for each in explain(one, england())] == [
            "The informal alert was raised on Mon 20 May 2024; that day is not counted",
            "Working day 1: Tue 21 May 2024",
            "Skipped: Wed 22 to Fri 24 May 2024, the clock was paused",
            "Skipped: Mon 27 May 2024, Spring bank holiday",
            "Skipped: Tue 28 May 2024, the clock was paused",
            "Working days 2 to 4: Wed 29 to Fri 31 May 2024",
            "Working day 5: Mon 3 Jun 2024",
        ]


class TestPartners:
    def test_an_agency_answers_within_the_service_s_time(self) -> None:
        one = partner_alert("2024-05-20")
        found = only("alert.partner", child_with(one, step(one, AlertStage.PARTNER, "2024-05-20")), "2024-05-20")
        assert (found.due_on, found.rule.owner) == (on("2024-06-04"), "health")

    def test_or_by_the_day_it_was_asked_for(self) -> None:
        one = partner_alert("2024-05-20")
        asked = replace(step(one, AlertStage.PARTNER, "2024-05-20"), reply_by=on("2024-05-24"))
        found = only("alert.partner", child_with(one, asked), "2024-05-28", practice(partner_reply="none"))
        assert (found.due_on, found.standing.value) == (on("2024-05-24"), "overdue")
        assert found.rule.sentence == "Health was asked to answer by that day."

    @pytest.mark.parametrize(("within", "days"), [("2w", ["2024-06-03"]), ("none", [])])
    def test_the_setting_may_be_another_time_or_none(self, within: str, days: list[str]) -> None:
        one = partner_alert("2024-05-20")
        facts = child_with(one, step(one, AlertStage.PARTNER, "2024-05-20"))
        found = of_rule("alert.partner", facts, "2024-05-20", practice(partner_reply=within))
        assert [str(each.due_on) for each in found] == days

    def test_no_limit_stands_over_the_whole(self) -> None:
        one = partner_alert("2024-05-20")
        facts = child_with(one, step(one, AlertStage.PARTNER, "2024-05-20"))
        assert [each.rule.id for each in deadlines(facts, "2024-05-21")] == ["alert.partner"]
