"""What reviews recommended: numbered, changed, looked at, closed; and each refusal with its sentence."""

from typing import Any

from iro_desktop.domain.acts import (
    AddRecommendation,
    ChangeRecommendation,
    CheckRecommendation,
    OverrideDeadline,
    RecordOutcome,
    RemoveRecommendation,
    WriteRecord,
)
from iro_desktop.domain.records import RecordSection
from iro_desktop.domain.vocabulary import Agency, Outcome, Progress, Role
from tests.services.cases import CHILD, CLOSED, FIRST, IRO, LOOKED_AT, RECOMMENDED
from tests.services.office import Office, day

HELD = day("5 Nov")


def begun(office: Office) -> None:
    office.each(IRO, CHILD, FIRST, RECOMMENDED)


def change(**what: Any) -> ChangeRecommendation:
    return ChangeRecommendation(child="A1", held_on=HELD, number=1, **what)


def outcome(on: str, number: int = 1) -> RecordOutcome:
    return RecordOutcome(child="A1", held_on=HELD, number=number, outcome=Outcome.DONE, on=day(on))


def look(on: str, progress: Progress = Progress.IN_HAND) -> CheckRecommendation:
    return CheckRecommendation(child="A1", held_on=HELD, number=1, on=day(on), progress=progress)


def numbers(office: Office) -> list[int]:
    return [one.number for one in office.facts().recommendations]


def written(office: Office) -> list[RecordSection]:
    with office.store.reading() as reader:
        return reader.record_sections(office.child().id)


def test_recommendations_are_numbered_within_their_review(office: Office) -> None:
    begun(office)
    office.do(RECOMMENDED)
    assert numbers(office) == [1, 2]


def test_the_others_keep_their_numbers_where_one_is_taken_away(office: Office) -> None:
    begun(office)
    office.each(RECOMMENDED, RECOMMENDED, RemoveRecommendation(child="A1", held_on=HELD, number=2))
    assert numbers(office) == [1, 3]
    office.do(RECOMMENDED)
    assert numbers(office) == [1, 3, 4]


def test_what_is_taken_away_takes_along_how_it_stood(office: Office) -> None:
    begun(office)
    office.each(LOOKED_AT, RemoveRecommendation(child="A1", held_on=HELD, number=1))
    assert (office.facts().recommendations, office.facts().checks) == ((), ())


def test_agency_follows_the_owner_until_another_is_said(office: Office) -> None:
    begun(office)
    office.do(change(owner=Role.POLICE))
    assert office.facts().recommendations[0].agency is None
    office.do(change(agency=Agency.HEALTH))
    office.do(change(text="Else"))
    assert office.facts().recommendations[0].agency is Agency.HEALTH
    office.do(change(owner=Role.CARER))
    assert office.facts().recommendations[0].agency is None


def test_look_that_finds_it_done_closes_it_on_that_day(office: Office) -> None:
    begun(office)
    office.do(look("12 Nov", Progress.OVERTAKEN))
    one = office.facts().recommendations[0]
    assert (one.outcome, one.outcome_on) == (Outcome.OVERTAKEN, day("12 Nov"))


def test_look_that_finds_it_in_hand_leaves_it_open(office: Office) -> None:
    begun(office)
    office.do(look("12 Nov"))
    assert office.facts().recommendations[0].outcome is None


def test_outcome_settles_its_date_and_clearing_it_opens_it_again(office: Office) -> None:
    begun(office)
    office.do(CLOSED)
    assert [one.standing.value for one in office.deadlines(rule="recommendation.due")] == ["met"]
    office.do(change(clear=("outcome",)))
    assert [one.is_open for one in office.deadlines(rule="recommendation.due")] == [True]


def test_review_that_was_not_held_recommends_nothing(office: Office) -> None:
    begun(office)
    wrong = AddRecommendation(child="A1", held_on=day("6 Nov"), text="Any", owner=Role.CARER)
    assert "No review of A1 on 6 Nov 2026 is recorded" in office.refused(wrong)


def test_child_who_is_not_here_is_refused(office: Office) -> None:
    begun(office)
    wrong = AddRecommendation(child="A9", held_on=HELD, text="Any", owner=Role.CARER)
    assert "There is no child with the id A9" in office.refused(wrong)


def test_recommendation_needs_words(office: Office) -> None:
    begun(office)
    assert "has a text" in office.refused(AddRecommendation(child="A1", held_on=HELD, text=" ", owner=Role.CARER))
    assert "has a text" in office.refused(change(text="\n"))


def test_recommendation_is_not_due_before_its_review(office: Office) -> None:
    begun(office)
    early = AddRecommendation(child="A1", held_on=HELD, text="Any", owner=Role.CARER, due_on=day("4 Nov"))
    assert "a day before the review of 5 Nov 2026" in office.refused(early)
    assert "a day before the review" in office.refused(change(due_on=day("4 Nov")))


def test_number_that_the_review_lacks_is_refused(office: Office) -> None:
    begun(office)
    assert "has no recommendation 2" in office.refused(outcome("12 Nov", 2))


def test_nothing_became_of_it_before_the_review_or_in_the_future(office: Office) -> None:
    begun(office)
    for act in (outcome("4 Nov"), look("4 Nov")):
        assert "lies before the review of 5 Nov 2026" in office.refused(act)
    for act in (outcome("24 Nov"), look("24 Nov")):
        assert "is still to come" in office.refused(act)


def test_what_is_closed_is_neither_closed_nor_looked_at_again(office: Office) -> None:
    begun(office)
    office.do(CLOSED)
    for act in (outcome("21 Nov"), look("21 Nov")):
        assert "Recommendation 1 is closed: not done, closed, 20 Nov 2026." in office.refused(act)


def test_what_was_open_later_was_not_closed_before(office: Office) -> None:
    begun(office)
    office.do(LOOKED_AT)
    assert "was open then" in office.refused(outcome("11 Nov"))
    assert "was open then" in office.refused(look("11 Nov", Progress.DONE))


def test_it_is_looked_at_once_a_day(office: Office) -> None:
    begun(office)
    office.do(LOOKED_AT)
    assert "stood on 12 Nov 2026 is recorded already" in office.refused(look("12 Nov"))


def test_only_what_may_be_unknown_can_be_cleared(office: Office) -> None:
    begun(office)
    assert "“text” of a recommendation cannot be cleared" in office.refused(change(clear=("text",)))


def test_its_day_is_changed_there_and_not_set_by_hand(office: Office) -> None:
    begun(office)
    by_hand = OverrideDeadline(
        child="A1", rule="recommendation.due", trigger_on=day("18 Dec"), due_on=day("20 Dec"), reason="Asked"
    )
    assert "Change the recommendation instead" in office.refused(by_hand)


def test_record_is_kept_as_it_was_typed_and_rewritten_in_place(office: Office) -> None:
    begun(office)
    office.do(WriteRecord(child="A1", held_on=HELD, heading="Health", text="  Teeth\n\n- Eyes \n"))
    office.do(WriteRecord(child="A1", held_on=HELD, heading="Who came", text="Carer"))
    assert {one.heading: one.text for one in written(office)} == {"Health": "  Teeth\n\n- Eyes", "Who came": "Carer"}
    office.do(WriteRecord(child="A1", held_on=HELD, heading="Health", text=""))
    assert [one.heading for one in written(office)] == ["Who came"]


def test_record_needs_a_heading_and_a_review(office: Office) -> None:
    begun(office)
    assert "under a heading" in office.refused(WriteRecord(child="A1", held_on=HELD, heading=" ", text="Any"))
    assert "No review" in office.refused(WriteRecord(child="A1", held_on=day("6 Nov"), heading="Any", text="Any"))


def test_history_says_which_one_and_not_its_text(office: Office) -> None:
    begun(office)
    office.each(LOOKED_AT, CLOSED)
    assert [act.sentence for act in office.store.acts()][-2:] == [
        "Recommendation 1 of 5 Nov 2026 for A1 looked at: no progress",
        "Recommendation 1 of 5 Nov 2026 for A1: not done, closed",
    ]
