"""What the pages of challenge and praise show: the board, an alert's story, counts that add up, drafts, returns."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AddIro,
    AddPerson,
    AddRecommendation,
    AllocateIro,
    AllocateWorker,
    ChangeSetting,
    EscalateAlert,
    MergeChild,
    MergeInList,
    PauseAlert,
    RecordChased,
    RecordReturned,
    RecordSent,
    ResolveAlert,
    RetireFromList,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Alert, AlertStep
from iro_desktop.domain.vocabulary import (
    Agency,
    AlertKind,
    AlertOutcome,
    AlertStage,
    Role,
    SendingKind,
    ServiceList,
    Standing,
    WorkerRole,
)
from iro_desktop.measures.compute import DoesNotAddUp
from iro_desktop.services import alert_counts as counting
from iro_desktop.services.acting import write_changes
from iro_desktop.services.alert_drafts import act_of
from iro_desktop.store.gate import Change
from iro_desktop.store.identity import new_id
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_challenge import (
    ALERT,
    ANSWERED,
    CAFCASS,
    ESCALATED,
    FORMAL,
    FULL,
    PAUSED,
    PRAISED,
    RAISED,
    RESOLVED,
)
from tests.services.office import Office, day

YEAR = day("1 Jan"), day("31 Dec")
WORKER = AllocateWorker(
    child="A1", role=WorkerRole.SOCIAL_WORKER, worker="Sam Hill", team="North team", from_on=day("12 Oct")
)


@pytest.fixture
def office(office: Office) -> Office:
    office.each(IRO, CHILD)
    return office


def board(office: Office) -> dict[str, list[str]]:
    """Column by column, the alerts by day and number."""
    return {one.key: [card.key for card in one.cards] for one in office.desk().challenge().columns}


class TestBoard:
    def test_columns_are_the_stages_of_the_protocol_and_what_is_beside_them(self, office: Office) -> None:
        columns = office.desk().challenge().columns
        assert [(one.key, one.title, one.about) for one in columns] == [
            ("informal", "Informal alert", "team manager, within 5 working days"),
            ("formal", "Formal alert", "senior manager, within 10 working days"),
            ("cafcass", "Cafcass", "beside the stages, at any time"),
            ("partners", "Partner agencies", "the agency answers by the day it was asked, within 10 working days"),
            ("praise", "Good practice", "told, and acknowledged"),
        ]

    def test_each_open_alert_stands_at_the_furthest_it_has_come(self, office: Office) -> None:
        office.each(ALERT, FULL, ESCALATED, PRAISED, replace(CAFCASS, nth=2))
        assert board(office) == {
            "informal": ["A1/2026-11-09/1"],
            "formal": [],
            "cafcass": ["A1/2026-11-09/2"],
            "partners": ["A1/2026-11-09/3"],
            "praise": ["A1/2026-11-09/4"],
        }

    def test_a_stage_of_the_protocol_before_is_shown_while_it_is_in_use(self, office: Office) -> None:
        office.each(ALERT, ChangeSetting(setting="alert-stages", value="formal, One, head, 5wd", from_on=day("20 Nov")))
        assert [(one.title, len(one.cards)) for one in office.desk().challenge().columns[:2]] == [
            ("Informal alert", 1),
            ("One", 0),
        ]

    def test_the_most_pressing_come_first_and_the_resolved_last(self, office: Office) -> None:
        newer = replace(ALERT, raised_on=day("20 Nov"))
        done = ResolveAlert(
            child="A1", raised_on=RAISED, nth=2, resolved_on=day("20 Nov"), outcome=AlertOutcome.PARTLY, effect="Safer"
        )
        office.each(newer, ALERT, FULL, done)
        view = office.desk().challenge()
        assert [(one.key, one.is_open) for one in view.alerts] == [
            ("A1/2026-11-09/1", True),
            ("A1/2026-11-20/1", True),
            ("A1/2026-11-09/2", False),
        ]
        assert view.overdue == 1

    def test_a_card_has_both_clocks_in_words(self, office: Office) -> None:
        office.each(replace(FULL, raised_on=day("20 Nov")))
        (card,) = office.desk().challenge().alerts
        assert card.clock is not None
        assert card.cap is not None
        assert (card.clock.what, card.clock.words) == ("Answer by the senior manager", "9 working days left")
        assert (card.cap.what, card.cap.words) == ("All stages together", "19 working days left")
        assert (card.responder, card.theme, card.team) == ("senior manager: Sam Hill", "Care plan not updated", "North")
        assert office.desk().why(card.clock.deadline_id).due_on == card.clock.due_on

    def test_an_answered_stage_has_no_clock_and_the_whole_still_has(self, office: Office) -> None:
        office.each(ALERT, ANSWERED)
        (card,) = office.desk().challenge().alerts
        assert (card.is_answered, card.clock, card.cap is not None) == (True, None, True)

    def test_a_pause_is_said_on_the_stage_and_never_on_the_whole(self, office: Office) -> None:
        office.each(ALERT, PauseAlert(child="A1", raised_on=RAISED, from_on=day("11 Nov"), reason="Court"))
        (card,) = office.desk().challenge().alerts
        assert card.is_paused
        assert card.clock is not None
        assert card.cap is not None
        assert card.clock.words == "paused since 11 Nov"
        assert card.cap.words == "10 working days left"

    def test_only_children_in_scope_are_shown(self, office: Office) -> None:
        office.each(ALERT, AddIro(name="Ann Other"))
        desk = office.desk()
        desk.set_scope("Ann Other")
        assert desk.challenge().alerts == ()
        desk.set_scope("Jo Bloggs")
        assert len(desk.challenge().alerts) == 1

    def test_whose_it_is_is_whose_child_it_was_when_it_was_raised(self, office: Office) -> None:
        office.each(ALERT, AddIro(name="Ann Other"), AllocateIro(child="A1", iro="Ann Other", from_on=day("16 Nov")))
        assert [one.iro for one in office.desk().challenge().alerts] == ["Jo Bloggs"]

    def test_a_resolved_alert_says_whether_every_clock_was_kept(self, office: Office) -> None:
        office.each(ALERT, ANSWERED, RESOLVED, FULL, replace(RESOLVED, nth=2, resolved_on=day("23 Nov")))
        late = replace(ALERT, raised_on=day("2 Nov"))
        office.each(late, replace(RESOLVED, raised_on=day("2 Nov"), resolved_on=day("23 Nov")))
        found = {one.key: one.standing for one in office.desk().challenge().alerts}
        assert found == {
            "A1/2026-11-09/1": Standing.MET,
            "A1/2026-11-09/2": Standing.MET,
            "A1/2026-11-02/1": Standing.MET_LATE,
        }


class TestStory:
    def test_it_tells_what_happened_in_order(self, office: Office) -> None:
        office.each(ALERT, PAUSED, ANSWERED, FORMAL, CAFCASS, RESOLVED)
        story = office.desk().alert("A1", RAISED, 1)
        assert [(one.on, one.words, one.detail) for one in story.story] == [
            (RAISED, "Raised: Informal alert", ""),
            (day("11 Nov"), "Clock paused to 13 Nov 2026", "Court decides first"),
            (day("13 Nov"), "Informal alert answered by Kim Roy", "The plan comes this week."),
            (day("16 Nov"), "Formal alert", ""),
            (day("18 Nov"), "Referred to Cafcass", "The authority failed to implement a decision"),
            (day("19 Nov"), "Told of the referral", "Director"),
            (day("20 Nov"), "Resolved: resolved as asked", "Plan moved on. New plan agreed"),
            (day("21 Nov"), "Child told", ""),
        ]
        assert [(one.from_on, one.working_days) for one in story.pauses] == [(day("11 Nov"), 3)]
        assert story.next_stages == ()
        assert [one.standing for one in story.clocks] == [Standing.MET, Standing.MET, Standing.MET]

    @pytest.mark.parametrize(
        ("before", "stages"),
        [
            ((ALERT,), ["Formal alert", "Referred to Cafcass"]),
            ((ALERT, CAFCASS), ["Formal alert"]),
            ((FULL,), ["Referred to Cafcass"]),
            ((ESCALATED,), ["Escalated to the agency’s senior manager"]),
            ((PRAISED,), []),
        ],
    )
    def test_it_says_where_the_alert_may_go_and_each_of_them_may_be_entered(
        self, office: Office, before: Sequence[Act], stages: list[str]
    ) -> None:
        office.each(*before)
        found = office.desk().alert("A1", RAISED).next_stages
        assert [one.words for one in found] == stages
        for one in found:
            ground = CAFCASS.ground if one.stage is AlertStage.CAFCASS else None
            office.do(
                EscalateAlert(child="A1", raised_on=RAISED, stage=one.stage, started_on=day("18 Nov"), ground=ground)
            )

    def test_it_has_the_other_alerts_of_the_child(self, office: Office) -> None:
        office.each(ALERT, FULL, PRAISED)
        assert [one.nth for one in office.desk().alert("A1", RAISED, 2).others] == [3, 1]

    def test_what_is_not_there_is_told(self, office: Office) -> None:
        with pytest.raises(UserError, match="has no such alert raised on 9 Nov 2026"):
            office.desk().alert("A1", RAISED)


class TestCounts:
    @pytest.fixture
    def office(self, office: Office) -> Office:
        resolved = replace(RESOLVED, nth=2, resolved_on=day("12 Nov"))
        praise = replace(RESOLVED, nth=4, outcome=AlertOutcome.ACKNOWLEDGED, effect="Practice shared with others")
        office.each(ALERT, FULL, ESCALATED, PRAISED, replace(ALERT, theme="Health", team="South"), resolved, praise)
        return office

    @pytest.mark.parametrize("by", sorted(counting.BY))
    def test_the_lines_add_up_to_all_of_them(self, office: Office, by: str) -> None:
        found = office.desk().alert_counts(by, *YEAR)
        assert (found.total, sum(one.count for one in found.lines)) == (5, 5)
        assert found.check == f"{' + '.join(str(one.count) for one in found.lines)} = 5 alerts raised"
        assert sorted(card.key for one in found.lines for card in one.alerts) == [
            f"A1/2026-11-09/{n}" for n in range(1, 6)
        ]

    @pytest.mark.parametrize(
        ("by", "lines"),
        [
            (
                "stage",
                [
                    ("Informal alert", 2),
                    ("Formal alert", 1),
                    ("Escalated to the partner agency", 1),
                    ("Good practice told", 1),
                ],
            ),
            ("theme", [("Health", 2), ("Care plan not updated", 1), ("no theme said", 2)]),
            ("team", [("North", 2), ("South", 1), ("no team said", 2)]),
            ("agency", [("health", 1), ("the service itself", 4)]),
            ("kind", [("quality assurance alert", 3), ("partner escalation", 1), ("good practice", 1)]),
            ("outcome", [("resolved as asked", 1), ("good practice acknowledged", 1), ("still open", 3)]),
            ("days", [("within 5 working days", 1), ("6 to 10 working days", 1), ("still open", 3)]),
            ("iro", [("Jo Bloggs", 5)]),
            ("effect", [("Plan moved on", 1), ("Practice shared with others", 1), ("still open", 3)]),
        ],
    )
    def test_counted_by_each_thing(self, office: Office, by: str, lines: list[tuple[str, int]]) -> None:
        assert [(one.words, one.count) for one in office.desk().alert_counts(by, *YEAR).lines] == lines

    def test_merged_themes_count_as_one(self, office: Office) -> None:
        office.do(MergeInList(which=ServiceList.THEME, name="Care plan not updated", into="Health"))
        found = office.desk().alert_counts("theme", *YEAR)
        assert [(one.words, one.count) for one in found.lines] == [("Health", 3), ("no theme said", 2)]

    def test_of_a_time_without_alerts_it_says_so(self, office: Office) -> None:
        found = office.desk().alert_counts("theme", day("10 Nov"), day("23 Nov"))
        assert (found.lines, found.total, found.check) == ((), 0, "No alert was raised")

    def test_lines_that_do_not_add_up_are_told_and_not_shown(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        snapshot = office.snapshot()
        monkeypatch.setattr(counting, "cards", lambda *_: ())
        with pytest.raises(DoesNotAddUp):
            counting.alert_counts(snapshot, None, "theme", *YEAR)

    @pytest.mark.parametrize(("by", "to_on"), [("weather", day("31 Dec")), ("theme", day("1 Jan 2025"))])
    def test_what_cannot_be_counted_is_refused(self, office: Office, by: str, to_on: object) -> None:
        with pytest.raises(UserError, match="Nothing was counted"):
            office.desk().alert_counts(by, day("1 Jan"), to_on)  # type: ignore[arg-type]


class TestDrafts:
    def test_from_an_overdue_date_with_its_facts_team_and_theme(self, office: Office) -> None:
        office.each(WORKER, FIRST)
        owed = next(one for one in office.deadlines(rule="after.care-plan"))
        draft = office.desk().draft_alert(owed.id)
        assert (draft.theme, draft.team, draft.responder) == ("Care plan not updated", "North team", "Sam Hill")
        assert (draft.rule, draft.trigger_on, draft.stage) == ("after.care-plan", day("5 Nov"), AlertStage.INFORMAL)
        first, *others = draft.about.splitlines()
        assert first.endswith("(child A1): due on Thu 19 Nov 2026, 2 working days over.")
        assert "It follows the review of 5 Nov 2026." in others
        office.do(act_of(draft, day("23 Nov")))
        assert office.desk().alert("A1", day("23 Nov")).drafted_from.endswith("review of 5 Nov 2026")

    def test_from_a_recommendation(self, office: Office) -> None:
        office.each(WORKER, FIRST, AddRecommendation(child="A1", held_on=day("5 Nov"), text="Desk", owner=Role.SCHOOL))
        draft = office.desk().recommendation_alert("A1", day("5 Nov"), 1)
        assert (draft.theme, draft.team) == ("Recommendations not acted on", "North team")
        assert draft.about == office.desk().alert_draft("A1", day("5 Nov"), 1)
        office.do(act_of(draft, day("23 Nov")))
        story = office.desk().alert("A1", day("23 Nov"))
        assert story.drafted_from == "Recommendation 1 of the review of 5 Nov 2026"

    def test_the_theme_is_proposed_as_the_service_has_it(self, office: Office) -> None:
        office.do(FIRST)
        owed = office.deadlines(rule="after.care-plan")[0]
        office.do(MergeInList(which=ServiceList.THEME, name="Care plan not updated", into="Drift and delay"))
        assert office.desk().draft_alert(owed.id).theme == "Drift and delay"
        office.do(RetireFromList(which=ServiceList.THEME, name="Drift and delay"))
        assert office.desk().draft_alert(owed.id).theme == ""

    @pytest.mark.parametrize(
        ("rule", "words"), [("review.second", "neither missed nor overdue"), ("alert.informal", "of an alert already")]
    )
    def test_of_what_is_not_late_or_an_alert_already_none_is_drafted(
        self, office: Office, rule: str, words: str
    ) -> None:
        office.each(FIRST, ALERT)
        with pytest.raises(UserError, match=words):
            office.desk().draft_alert(office.deadlines(rule=rule)[0].id)


class TestConsultations:
    MOTHER = AddPerson(child="A1", role=Role.MOTHER, name="Mary Smith")
    DOCTOR = AddPerson(child="A1", role=Role.HEALTH, name="Dr Bell", agency=Agency.MENTAL_HEALTH)

    def sent(self, to: Role, person: str | None = None, on: str = "9 Nov") -> RecordSent:
        return RecordSent(child="A1", what=SendingKind.CONSULTATION, to=to, sent_on=day(on), person=person)

    def test_forms_are_counted_by_the_person_s_agency_or_the_role_s(self, office: Office) -> None:
        office.each(self.MOTHER, self.DOCTOR)
        office.each(self.sent(Role.MOTHER, "Mary Smith"), self.sent(Role.HEALTH, "Dr Bell"), self.sent(Role.SCHOOL))
        office.do(self.sent(Role.SCHOOL, on="16 Nov"))
        office.do(
            RecordReturned(
                child="A1", what=SendingKind.CONSULTATION, to=Role.SCHOOL, sent_on=RAISED, returned_on=day("13 Nov")
            )
        )
        office.do(
            RecordChased(
                child="A1",
                what=SendingKind.CONSULTATION,
                to=Role.HEALTH,
                sent_on=RAISED,
                chased_on=day("18 Nov"),
                person="Dr Bell",
            )
        )
        found = office.desk().consultations(*YEAR)
        assert [(one.agency, one.sent, one.returned, one.chased, one.waiting, one.days) for one in found] == [
            (Agency.EDUCATION, 2, 1, 0, 1, 4),
            (Agency.FAMILY, 1, 0, 0, 1, None),
            (Agency.MENTAL_HEALTH, 1, 0, 1, 1, None),
        ]
        assert [row.to for row in found[1].rows] == ["Mother: Mary Smith"]
        assert office.desk().consultations(day("10 Nov"), day("31 Dec"))[0].sent == 1

    def test_invitations_are_no_consultation(self, office: Office) -> None:
        office.do(RecordSent(child="A1", what=SendingKind.INVITATION, to=Role.SCHOOL, sent_on=RAISED))
        assert office.desk().consultations(*YEAR) == ()


class TestOnTheChildsPage:
    def test_several_of_a_day_and_each_kind_are_told_apart(self, office: Office) -> None:
        office.each(ALERT, ESCALATED, PRAISED)
        rows = office.desk().child("A1").alerts
        assert {(one.nth, one.words) for one in rows} == {
            (1, "Informal alert since Mon 9 Nov 2026"),
            (2, "Escalated to the partner agency (health) since Mon 9 Nov 2026"),
            (3, "Good practice told since Mon 9 Nov 2026"),
        }

    def test_on_the_strip_each_kind_has_a_mark(self, office: Office) -> None:
        office.each(ALERT, ESCALATED, PRAISED)
        marks = [one.what for one in office.desk().footprint("A1").marks if one.lane.value == "alert"]
        assert len(marks) == 3

    def test_an_answer_late_is_seen_in_the_counts_of_the_clock(self, office: Office) -> None:
        office.each(ALERT, replace(ANSWERED, answered_on=day("18 Nov")))
        story = office.desk().alert("A1", RAISED)
        assert [one.standing for one in story.clocks] == [Standing.MET_LATE, Standing.DUE_SOON]
        assert story.card.kind is AlertKind.CHALLENGE


def test_of_a_child_entered_twice_the_alerts_of_both_stand_together_with_their_clocks(office: Office) -> None:
    second = AddChild(child="A9", looked_after_since=day("12 Oct"), tracking_from=day("12 Oct"))
    office.each(ALERT, second, replace(FULL, child="A9"), replace(CAFCASS, child="A9"), replace(PAUSED, child="A9"))
    office.do(MergeChild(child="A9", into="A1"))
    view = office.desk().challenge()
    assert sorted((one.nth, one.stage.value, one.clock is not None) for one in view.alerts) == [
        (1, "informal", True),
        (2, "cafcass", True),
    ]
    story = office.desk().alert("A1", RAISED, 2)
    assert ([one.stage.value for one in story.stages], len(story.pauses)) == (["formal", "cafcass"], 1)


def test_an_alert_that_began_with_a_referral_may_still_go_through_the_stages(office: Office) -> None:
    """As alerts were recorded before a referral had to say its ground."""
    child = office.child().id
    alert = Alert(new_id(), child, RAISED)
    with office.store.writing() as writer:
        changes = [Change(None, alert), Change(None, AlertStep(new_id(), child, alert.id, AlertStage.CAFCASS, RAISED))]
        write_changes("List", "Older facts", office.actor, changes, writer)
    story = office.desk().alert("A1", RAISED)
    assert [one.words for one in story.next_stages] == ["Informal alert", "Formal alert"]
    office.do(FORMAL)
    assert [one.stage.value for one in office.desk().alert("A1", RAISED).stages] == ["cafcass", "formal"]
