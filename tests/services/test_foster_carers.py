"""Foster carers as the place lists them, on Today, in the diary; and the acts about their reviews."""

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddFosterCarer,
    AddIro,
    AskForCarerReview,
    BookCarerReview,
    ChangeFosterCarer,
    ChangeIro,
    CorrectCarerReview,
    EndFosterCarer,
    RecordCarerReview,
    RemoveCarerReview,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import (
    CarerReviewGround,
    CarerReviewKind,
    CarerReviewOutcome,
    IroRole,
    Standing,
)
from iro_desktop.services.diary_views import EntryKind
from iro_desktop.services.fostering_views import CarerRow
from iro_desktop.services.views import TodayGroup
from tests.services.office import Office, day

FIRO, OTHER = AddIro(name="Fay Other"), AddIro(name="Jo Bloggs")
CARER = AddFosterCarer(carer="F 1", approved_on=day("1 Dec 2025"), iro="Fay Other", terms="two, 5 to 11")
HELD = RecordCarerReview(carer="F 1", held_on=day("16 Nov"))
ASKED = AskForCarerReview(carer="F 1", asked_on=day("9 Nov"), ground=CarerReviewGround.ALLEGATION)


def row(office: Office, reference: str = "F 1") -> CarerRow:
    """The household as it is listed."""
    found = office.desk().foster_carers(ended=True).rows
    return next(one for one in found if one.reference == reference)


class TestActs:
    def test_terms_and_fostering_iro_are_changed_and_emptied(self, office: Office) -> None:
        office.each(FIRO, OTHER, CARER)
        office.do(ChangeFosterCarer(carer="f 1", iro="Jo Bloggs", terms="one child"))
        assert (row(office).iro, row(office).terms) == ("Jo Bloggs", "one child")
        office.do(ChangeFosterCarer(carer="F 1", clear=("iro", "terms")))
        assert (row(office).iro, row(office).terms) == ("", "")

    def test_a_booked_day_is_given_up(self, office: Office) -> None:
        office.each(FIRO, CARER, BookCarerReview(carer="F 1", review_on=day("30 Nov")))
        assert row(office).booked_on == day("30 Nov")
        office.do(BookCarerReview(carer="F 1"))
        assert row(office).booked_on is None

    @pytest.mark.parametrize(("booked", "left"), [("30 Nov", None), ("20 Jul 2027", day("20 Jul 2027"))])
    def test_a_review_settles_the_booking_it_lies_near_to(self, office: Office, booked: str, left: object) -> None:
        office.each(FIRO, CARER, BookCarerReview(carer="F 1", review_on=day(booked)), HELD)
        assert row(office).booked_on == left

    def test_panel_decision_and_outcome_come_after_the_meeting(self, office: Office) -> None:
        office.each(FIRO, CARER, HELD)
        assert row(office).panel_words == "first review of 16 Nov 2026 to panel: no day recorded"
        office.do(
            CorrectCarerReview(
                carer="F 1",
                held_on=day("16 Nov"),
                panel_on=day("18 Nov"),
                decided_on=day("20 Nov"),
                outcome=CarerReviewOutcome.CHANGED,
            )
        )
        assert row(office).panel_words == ""
        assert row(office).reviews[0].words == (
            "Annual review, in time, to panel 18 Nov 2026, decided 20 Nov 2026, approval continues on other terms"
        )

    def test_a_review_taken_away_leaves_the_year_as_it_was(self, office: Office) -> None:
        office.each(FIRO, CARER, HELD, RemoveCarerReview(carer="F 1", held_on=day("16 Nov")))
        assert row(office).next is not None
        assert row(office).yearly_words == "First review of approval, Tue 1 Dec"

    def test_asked_for_stays_open_until_it_has_gone_to_panel(self, office: Office) -> None:
        office.each(FIRO, CARER, ASKED)
        assert row(office).asked[0].is_open
        office.do(RecordCarerReview(carer="F 1", held_on=day("16 Nov"), what=CarerReviewKind.AD_HOC))
        assert row(office).asked[0].is_open
        office.do(CorrectCarerReview(carer="F 1", held_on=day("16 Nov"), panel_on=day("20 Nov")))
        assert not row(office).asked[0].is_open

    @pytest.mark.parametrize(
        ("before", "act", "sentence", "field"),
        [
            ((), AddFosterCarer(carer="F 2", approved_on=day("1 Sep"), iro="Nobody"), "Nobody", ""),
            ((), ChangeFosterCarer(carer="F 9", terms="x"), "There is no foster carer F 9", "carer"),
            ((), ChangeFosterCarer(carer="F 1", row_version=9), "changed since it was read", ""),
            ((), ChangeFosterCarer(carer="F 1", clear=("approved_on",)), "cannot be emptied", "clear"),
            ((), ChangeFosterCarer(carer="F 1", terms="x", clear=("terms",)), "both given", "terms"),
            ((HELD,), ChangeFosterCarer(carer="F 1", approved_on=day("16 Nov")), "does not lie before", "approved_on"),
            ((), ChangeFosterCarer(carer="F 1", approved_on=day("24 Nov")), "still to come", "approved_on"),
            ((), BookCarerReview(carer="F 1"), "No day is booked", "review_on"),
            ((), BookCarerReview(carer="F 1", review_on=day("20 Nov")), "has passed", "review_on"),
            ((), BookCarerReview(carer="F 1", review_on=day("30 Nov 2028")), "two years ahead", "review_on"),
            (
                (EndFosterCarer(carer="F 1", on=day("16 Nov")),),
                BookCarerReview(carer="F 1", review_on=day("30 Nov")),
                "ended on 16 Nov 2026",
                "carer",
            ),
            (
                (),
                AskForCarerReview(carer="F 1", asked_on=day("24 Nov"), ground=CarerReviewGround.TERMS),
                "still to come",
                "asked_on",
            ),
            (
                (),
                AskForCarerReview(carer="F 1", asked_on=day("30 Nov 2025"), ground=CarerReviewGround.TERMS),
                "time of approval",
                "asked_on",
            ),
            ((ASKED,), ASKED, "already", "asked_on"),
            ((), CorrectCarerReview(carer="F 1", held_on=day("16 Nov")), "is recorded here", "held_on"),
            (
                (HELD,),
                CorrectCarerReview(carer="F 1", held_on=day("16 Nov"), panel_on=day("15 Nov")),
                "lies before",
                "panel_on",
            ),
            (
                (HELD,),
                CorrectCarerReview(carer="F 1", held_on=day("16 Nov"), to_held_on=day("24 Nov")),
                "still to come",
                "to_held_on",
            ),
            (
                (HELD,),
                CorrectCarerReview(carer="F 1", held_on=day("16 Nov"), clear=("held_on",)),
                "cannot be emptied",
                "clear",
            ),
            (
                (HELD,),
                CorrectCarerReview(carer="F 1", held_on=day("16 Nov"), note="x", clear=("note",)),
                "both given",
                "note",
            ),
            ((), RemoveCarerReview(carer="F 1", held_on=day("16 Nov")), "is recorded here", "held_on"),
        ],
    )
    def test_what_cannot_be_is_refused_beside_its_field(
        self, office: Office, before: tuple[Act, ...], act: Act, sentence: str, field: str
    ) -> None:
        office.each(FIRO, CARER, *before)
        assert sentence in office.refused(act)
        with pytest.raises(UserError) as refusal:
            office.do(act)
        assert refusal.value.field == field


class TestList:
    def test_worst_comes_first_and_what_has_ended_only_where_asked_for(self, office: Office) -> None:
        office.each(
            FIRO,
            CARER,
            AddFosterCarer(carer="F 2", approved_on=day("16 Nov 2025")),
            AddFosterCarer(carer="F 3", approved_on=day("1 Jun")),
            AddFosterCarer(carer="F 4", approved_on=day("1 Jun")),
            EndFosterCarer(carer="F 4", on=day("1 Sep")),
        )
        view = office.desk().foster_carers()
        assert [one.reference for one in view.rows] == ["F 2", "F 1", "F 3"]
        assert (view.late, view.not_booked, view.ended) == (1, 2, 1)
        assert [one.reference for one in office.desk().foster_carers(ended=True).rows][-1] == "F 4"

    def test_what_the_standing_is_of_is_said(self, office: Office) -> None:
        late = AskForCarerReview(carer="F 1", asked_on=day("1 Oct"), ground=CarerReviewGround.HOUSEHOLD)
        office.each(FIRO, CARER, late)
        one = row(office)
        assert one.standing is Standing.OVERDUE
        assert (one.next_words, one.yearly_words) == (
            "Review to panel, Tue 10 Nov",
            "First review of approval, Tue 1 Dec",
        )


class TestWhose:
    def names(self, office: Office, iro: str) -> list[str]:
        desk = office.desk()
        desk.set_scope(iro)
        return [one.name for one in desk.today().rows]

    def test_today_shows_a_household_to_its_fostering_iro(self, office: Office) -> None:
        office.each(FIRO, OTHER, CARER)
        assert self.names(office, "Fay Other") == ["Foster carer F 1"]
        assert self.names(office, "Jo Bloggs") == []

    def test_one_without_an_iro_is_shown_to_the_fostering_iros_or_else_to_everybody(self, office: Office) -> None:
        office.each(FIRO, OTHER, AddFosterCarer(carer="F 2", approved_on=day("1 Dec 2025")))
        assert self.names(office, "Jo Bloggs") == ["Foster carer F 2"]
        office.do(ChangeIro(iro="Fay Other", role=IroRole.FOSTERING))
        assert self.names(office, "Jo Bloggs") == []
        assert self.names(office, "Fay Other") == ["Foster carer F 2"]

    def test_a_booked_day_that_passed_is_asked_about_first(self, office: Office) -> None:
        office.each(FIRO, CARER, BookCarerReview(carer="F 1", review_on=day("23 Nov")))
        later = Office(office.store, day("24 Nov"))
        (line,) = later.desk().today().rows
        assert (line.group, line.carer, line.what) == (
            TodayGroup.NOT_RECORDED,
            "F 1",
            "First review of approval, booked Mon 23 Nov",
        )

    def test_the_diary_has_the_booked_day_or_the_day_it_is_due(self, office: Office) -> None:
        office.each(FIRO, CARER)
        desk = office.desk()
        found = [one for one in desk.diary(day("23 Nov"), day("5 Dec")).entries if one.kind is EntryKind.CARER]
        assert [(one.on, one.what) for one in found] == [
            (day("1 Dec"), "First review of approval, foster carer F 1: not booked")
        ]
        desk.act(BookCarerReview(carer="F 1", review_on=day("30 Nov")))
        found = [one for one in desk.diary(day("23 Nov"), day("5 Dec")).entries if one.kind is EntryKind.CARER]
        assert [(one.on, one.what) for one in found] == [(day("30 Nov"), "First review of approval, foster carer F 1")]
