"""Private fostering: acts about arrangements, the older facts kept as arrangements, the list and the quarters."""

from datetime import UTC, datetime

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AddIro,
    ChangeArrangement,
    ChangeIro,
    DecideSuitability,
    EndArrangement,
    EndCircumstance,
    RecordArrangement,
    RecordCircumstance,
    RecordFosteringReport,
    RecordTaskDone,
    RemoveArrangement,
    RemoveCircumstance,
    RemoveFosteringReport,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Circumstance
from iro_desktop.domain.vocabulary import (
    ArrangementEnd,
    CircumstanceKind,
    IroRole,
    Ownership,
    Standing,
    Suitability,
    Task,
)
from iro_desktop.services.fostering_views import ArrangementRow, FosteringView
from iro_desktop.store.gate import ActLine, Change
from iro_desktop.store.identity import new_id
from tests.services.office import Office, day

FOSTERED, PROPOSED = CircumstanceKind.PRIVATE_FOSTERING, CircumstanceKind.FOSTERING_PROPOSED
CHILD = AddChild(child="P1", born_on=day("3 May 2015"), tracking_from=day("1 Jan"))
AWARE = RecordArrangement(child="P1", aware_on=day("2 Nov"))
NOTICE = RecordArrangement(child="P1", notified_on=day("12 Oct"), starts_on=day("30 Nov"))


def view(office: Office, iro: str | None = None, *, ended: bool = False) -> FosteringView:
    """The list as the window asks for it."""
    desk = office.desk()
    desk.set_scope(iro)
    return desk.private_fostering(ended=ended)


def only(office: Office, *, ended: bool = True) -> ArrangementRow:
    """The one arrangement."""
    (row,) = view(office, ended=ended).rows
    return row


def visit(on: str) -> RecordTaskDone:
    return RecordTaskDone(child="P1", task=Task.FOSTERING_VISIT, done_on=day(on))


def refused_at(office: Office, act: Act) -> str:
    """The field beside which a refusal is said."""
    with pytest.raises(UserError) as refusal:
        office.do(act)
    return refusal.value.field


class TestActs:
    def test_a_proposal_that_begins_stays_one_arrangement(self, office: Office) -> None:
        office.each(CHILD, NOTICE)
        office.do(ChangeArrangement(child="P1", from_on=day("12 Oct"), aware_on=day("16 Nov"), starts_on=day("16 Nov")))
        row = only(office)
        assert (row.is_proposed, row.state_words, row.from_on) == (False, "since 16 Nov 2026", day("12 Oct"))

    def test_a_proposal_stands_beside_the_arrangement_the_child_moves_on_from(self, office: Office) -> None:
        office.each(CHILD, AWARE, RecordArrangement(child="P1", notified_on=day("16 Nov")))
        assert [row.is_proposed for row in view(office).rows] == [False, True]

    def test_an_end_is_taken_back(self, office: Office) -> None:
        end = EndArrangement(child="P1", from_on=day("2 Nov"), ended_on=day("16 Nov"), reason=ArrangementEnd.RETURNED)
        office.each(CHILD, AWARE, end)
        assert only(office).is_over
        office.do(ChangeArrangement(child="P1", from_on=day("2 Nov"), clear=("ended_on",)))
        assert (only(office).ended_on, only(office).ended_as) == (None, None)

    def test_a_decision_is_taken_back_whole(self, office: Office) -> None:
        decided = DecideSuitability(
            child="P1", from_on=day("2 Nov"), suitability=Suitability.SUITABLE, decided_on=day("9 Nov"),
            decided_by="team manager",
        )  # fmt: skip
        office.each(CHILD, AWARE, decided)
        assert only(office).suitability_words == "suitable, 9 Nov 2026, by team manager"
        office.do(ChangeArrangement(child="P1", from_on=day("2 Nov"), clear=("suitability",)))
        assert only(office).suitability_words == "not decided"

    @pytest.mark.parametrize(
        ("before", "act", "sentence", "field"),
        [
            ((), RecordArrangement(child="P1"), "needs the day of the notice", "notified_on"),
            ((), RecordArrangement(child="P1", aware_on=day("24 Nov")), "still to come", "aware_on"),
            ((), RecordArrangement(child="P1", notified_on=day("24 Nov")), "still to come", "notified_on"),
            (
                (),
                RecordArrangement(child="P1", aware_on=day("2 Nov"), starts_on=day("30 Nov")),
                "not privately fostered yet",
                "starts_on",
            ),
            (
                (),
                RecordArrangement(child="P1", notified_on=day("2 Nov"), starts_on=day("30 Nov 2028")),
                "two years ahead",
                "starts_on",
            ),
            ((), RecordArrangement(child="P1", aware_on=day("2 May 2015")), "before the birth", "aware_on"),
            ((AWARE,), RecordArrangement(child="P1", aware_on=day("9 Nov")), "End it first", "aware_on"),
            ((AWARE,), RecordArrangement(child="P1", notified_on=day("2 Nov")), "recorded already", "notified_on"),
            ((NOTICE,), RecordArrangement(child="P1", notified_on=day("9 Nov")), "End it first", "notified_on"),
            ((AWARE,), RemoveArrangement(child="P1", from_on=day("3 Nov")), "is recorded here", "from_on"),
            (
                (AWARE,),
                DecideSuitability(
                    child="P1", from_on=day("2 Nov"), suitability=Suitability.SUITABLE, decided_on=day("30 Oct")
                ),
                "when the arrangement was known",
                "decided_on",
            ),
            (
                (AWARE,),
                EndArrangement(child="P1", from_on=day("2 Nov"), ended_on=day("1 Nov"), reason=ArrangementEnd.RETURNED),
                "when it began",
                "ended_on",
            ),
            (
                (AWARE,),
                EndArrangement(
                    child="P1", from_on=day("2 Nov"), ended_on=day("9 Nov"), reason=ArrangementEnd.NEVER_BEGAN
                ),
                "so it did begin",
                "reason",
            ),
            (
                (AWARE,),
                EndArrangement(child="P1", from_on=day("2 Nov"), ended_on=day("9 Nov"), reason=ArrangementEnd.OF_AGE),
                "later than that",
                "reason",
            ),
            (
                (AWARE,),
                ChangeArrangement(child="P1", from_on=day("2 Nov"), aware_on=day("3 Nov"), row_version=7),
                "changed since it was read",
                "",
            ),
            (
                (AWARE,),
                ChangeArrangement(child="P1", from_on=day("2 Nov"), clear=("decided_by",)),
                "cannot be emptied",
                "clear",
            ),
            (
                (AWARE,),
                ChangeArrangement(child="P1", from_on=day("2 Nov"), clear=("aware_on",)),
                "needs the day of the notice",
                "notified_on",
            ),
            (
                (),
                RecordFosteringReport(quarter_on=day("29 Sep"), sent_on=day("2 Oct")),
                "ends on 30 Sep 2026",
                "quarter_on",
            ),
            (
                (),
                RecordFosteringReport(quarter_on=day("30 Sep"), sent_on=day("30 Jun")),
                "began on 1 Jul 2026",
                "sent_on",
            ),
            ((), RemoveFosteringReport(quarter_on=day("30 Sep")), "No report to 30 Sep 2026", "quarter_on"),
        ],
    )
    def test_what_cannot_be_is_refused_beside_its_field(
        self, office: Office, before: tuple[Act, ...], act: Act, sentence: str, field: str
    ) -> None:
        office.each(CHILD, *before)
        assert sentence in office.refused(act)
        assert refused_at(office, act) == field

    def test_a_child_of_sixteen_is_too_old_unless_known_to_be_disabled(self, office: Office) -> None:
        office.do(AddChild(child="P1", born_on=day("2 Nov 2010"), tracking_from=day("1 Jan")))
        assert "too old" in office.refused(AWARE)


class TestOlderFacts:
    """Files and acts that tell private fostering as facts about a child."""

    def told(self, what: CircumstanceKind, from_on: str, to_on: str | None = None) -> RecordCircumstance:
        return RecordCircumstance(
            child="P1", what=what, from_on=day(from_on), to_on=day(to_on) if to_on else None, note="Host family"
        )

    def test_they_are_kept_as_one_arrangement(self, office: Office) -> None:
        office.each(CHILD, self.told(PROPOSED, "12 Oct", "16 Nov"), self.told(FOSTERED, "16 Nov"))
        row = only(office)
        assert (row.notified_on, row.starts_on, row.aware_on) == (day("12 Oct"), day("16 Nov"), day("16 Nov"))
        assert office.facts("P1").circumstances == ()

    def test_they_are_ended_and_taken_away_by_their_own_day(self, office: Office) -> None:
        office.each(CHILD, self.told(PROPOSED, "12 Oct", "16 Nov"), self.told(FOSTERED, "16 Nov"))
        office.do(EndCircumstance(child="P1", what=FOSTERED, from_on=day("16 Nov"), to_on=day("20 Nov")))
        assert only(office).ended_on == day("20 Nov")
        office.do(RemoveCircumstance(child="P1", what=FOSTERED, from_on=day("16 Nov")))
        assert (only(office).aware_on, only(office).ended_on) == (None, None)
        office.do(RemoveCircumstance(child="P1", what=PROPOSED, from_on=day("12 Oct")))
        assert view(office, ended=True).rows == ()

    def test_refusals_name_their_own_fields(self, office: Office) -> None:
        office.each(CHILD, self.told(FOSTERED, "2 Nov"))
        assert refused_at(office, self.told(FOSTERED, "9 Nov")) == "from_on"
        ends = EndCircumstance(child="P1", what=FOSTERED, from_on=day("2 Nov"), to_on=day("30 Oct"))
        assert refused_at(office, ends) == "to_on"

    def test_what_stands_in_an_older_file_is_read_and_taken_over_by_the_first_act(self, office: Office) -> None:
        office.do(CHILD)
        self._as_older_files_have_it(office)
        row = only(office)
        assert (row.notified_on, row.aware_on) == (day("12 Oct"), day("2 Nov"))
        office.do(
            EndArrangement(child="P1", from_on=day("12 Oct"), ended_on=day("16 Nov"), reason=ArrangementEnd.MOVED_AWAY)
        )
        facts = office.facts("P1")
        assert (facts.circumstances, len(facts.arrangements)) == ((), 1)
        office.undo()
        assert (len(office.facts("P1").circumstances), office.facts("P1").arrangements) == (2, ())

    def _as_older_files_have_it(self, office: Office) -> None:
        child = office.facts("P1").child
        rows = [
            Circumstance(new_id(), child.id, PROPOSED, day("12 Oct"), day("30 Oct")),
            Circumstance(new_id(), child.id, FOSTERED, day("2 Nov")),
        ]
        with office.store.writing() as writer:
            line = ActLine("List", "As it was", "tester", "window", datetime.now(UTC))
            writer.write(line, [Change(None, row) for row in rows])


class TestList:
    def test_worst_comes_first_and_what_has_ended_only_where_asked_for(self, office: Office) -> None:
        office.each(
            CHILD,
            AWARE,
            AddChild(child="P2", born_on=day("3 May 2015"), tracking_from=day("1 Jan")),
            RecordArrangement(child="P2", aware_on=day("19 Nov")),
            AddChild(child="P3", born_on=day("3 May 2015"), tracking_from=day("1 Jan")),
            RecordArrangement(child="P3", aware_on=day("1 Oct")),
            EndArrangement(child="P3", from_on=day("1 Oct"), ended_on=day("5 Oct"), reason=ArrangementEnd.RETURNED),
        )
        found = view(office)
        assert [(row.child, row.standing) for row in found.rows] == [
            ("P1", Standing.OVERDUE),
            ("P2", Standing.DUE_SOON),
        ]
        assert (found.late, found.ended) == (1, 1)
        assert [row.child for row in view(office, ended=True).rows] == ["P1", "P2", "P3"]

    def test_visits_are_counted_with_what_they_are_of(self, office: Office) -> None:
        office.each(CHILD, RecordArrangement(child="P1", aware_on=day("3 Aug")), visit("6 Aug"), visit("30 Sep"))
        row = only(office)
        assert (row.visits, row.visits_in_time, row.visits_due) == ((day("6 Aug"), day("30 Sep")), 1, 3)
        assert [line.words for line in row.story if "isit" in line.words] == [
            "Visit, late: was due 17 Sep 2026",
            "First visit, in time",
        ]

    @pytest.mark.parametrize(
        ("acts", "caution"),
        [
            ((AWARE,), "Suitability not decided"),
            ((RecordArrangement(child="P1", notified_on=day("12 Oct"), starts_on=day("9 Nov")),), "did it?"),
            (
                (
                    AWARE,
                    DecideSuitability(
                        child="P1", from_on=day("2 Nov"), suitability=Suitability.PROHIBITED, decided_on=day("9 Nov")
                    ),
                ),
                "no end is recorded",
            ),
        ],
    )
    def test_what_needs_a_word_is_said(self, office: Office, acts: tuple[Act, ...], caution: str) -> None:
        office.each(CHILD, *acts)
        assert any(caution in one for one in only(office).cautions)

    def test_a_sixteenth_birthday_soon_is_said(self, office: Office) -> None:
        office.each(AddChild(child="P1", born_on=day("14 Dec 2010"), tracking_from=day("1 Jan")), AWARE)
        assert "16 on 14 Dec 2026, which ends it" in only(office).cautions

    def test_a_quarter_counts_what_became_known_ended_and_fell_due_in_it(self, office: Office) -> None:
        office.each(
            CHILD,
            RecordArrangement(child="P1", aware_on=day("3 Aug")),
            visit("6 Aug"),
            visit("30 Sep"),
            RecordFosteringReport(quarter_on=day("30 Sep"), sent_on=day("2 Oct")),
        )
        now, before = view(office).quarters
        assert (before.new, before.ended, before.open, before.visits_in_time, before.visits_due) == (1, 0, 1, 1, 2)
        assert (now.new, now.open, now.visits_in_time, now.visits_due) == (0, 1, 0, 1)
        assert before.sent_on == day("2 Oct")
        assert before.report is not None
        assert before.report.standing is Standing.MET_LATE
        assert now.words == "October to December 2026"


class TestWhose:
    LEAD = (
        AddIro(name="Jo Bloggs"),
        AddIro(name="Ann Other"),
        ChangeIro(iro="Ann Other", role=IroRole.PRIVATE_FOSTERING),
    )

    def test_the_lead_sees_every_arrangement_and_others_their_own(self, office: Office) -> None:
        office.each(*self.LEAD, CHILD, AWARE)
        assert [row.child for row in view(office, "Ann Other").rows] == ["P1"]
        assert view(office, "Jo Bloggs").rows == ()

    def test_nobody_is_named_everybody_is_told(self, office: Office) -> None:
        office.each(AddIro(name="Jo Bloggs"), CHILD, AWARE)
        assert [row.child for row in view(office, "Jo Bloggs").rows] == ["P1"]

    def test_the_report_is_the_leads_own_work_today(self, office: Office) -> None:
        office.each(*self.LEAD, CHILD, RecordArrangement(child="P1", aware_on=day("3 Aug")), visit("6 Aug"))
        desk = office.desk()
        desk.set_scope("Ann Other")
        (row,) = [one for one in desk.today().rows if one.ownership is Ownership.MINE]
        assert (row.child, row.carer, row.name) == ("", "", "Private fostering")
        assert row.deadline_id == "private-fostering.report/-/2026-09-30"
        assert desk.why(row.deadline_id).due_on == day("30 Sep")
        assert [one.child for one in desk.today().rows if one.ownership is Ownership.THEIRS] == ["P1"]
        desk.set_scope("Jo Bloggs")
        assert desk.today().rows == ()
