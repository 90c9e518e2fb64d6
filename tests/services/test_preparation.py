"""The sheet for the next review and the people around a child: what it says of a small office's facts."""

from dataclasses import replace

import pytest

from iro_desktop.domain.acts import (
    AddBankHoliday,
    AddChild,
    AddPerson,
    BookReview,
    LiftRestriction,
    PersonLeaves,
    RecordChased,
    RecordCircumstance,
    RecordReturned,
    RecordSent,
    RecordTalk,
    RecordWishes,
    RestrictPerson,
)
from iro_desktop.domain.vocabulary import CircumstanceKind, Restriction, Role, SendingKind, Standing, TalkHow, Venue
from iro_desktop.services.preparation_views import PrepForm, PrepLine
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_around import MOTHER, SENT
from tests.services.office import Office, day

BOOKED = BookReview(child="A1", review_on=day("2 Dec"), at="10:00", venue=Venue.SCHOOL, place="Elm Primary")
FATHER = AddPerson(child="A1", role=Role.FATHER, name="John Jones")
BARRED = RestrictPerson(
    child="A1", person="John Jones", what=Restriction.NOTHING_SENT, reason="Bail", from_on=day("2 Nov")
)
AGAIN = RecordChased(
    child="A1", what=SendingKind.CONSULTATION, to=Role.MOTHER, sent_on=day("9 Nov"), chased_on=day("18 Nov"),
    person="Mary Smith",
)  # fmt: skip


@pytest.fixture(autouse=True)
def a_child(office: Office) -> None:
    office.each(IRO, CHILD, MOTHER, FATHER)


def line(office: Office, key: str) -> PrepLine:
    found = office.desk().preparation("A1").line(key)
    assert found is not None, key
    return found


def test_the_heading_says_which_review_and_when(office: Office):
    assert office.desk().preparation("A1").heading == "First review, not booked"
    office.do(BOOKED)
    sheet = office.desk().preparation("A1")
    assert sheet.heading == "First review, Wednesday 2 December 2026 at 10:00"
    assert sheet.booked_on == day("2 Dec")
    assert line(office, "when").words == "Wed 2 Dec 2026, 10:00, in 7 working days"
    assert (line(office, "where").words, line(office, "where").said) == ("School", "Elm Primary")


def test_each_who_is_asked_has_the_one_next_act(office: Office):
    office.do(BOOKED)
    mother = line(office, "asked/Mary Smith")
    assert mother.words == "invitation not sent, consultation form not sent"
    assert [act.what for act in mother.acts if isinstance(act, RecordSent)] == [
        SendingKind.INVITATION,
        SendingKind.CONSULTATION,
    ]
    office.do(*mother.acts)
    mother = line(office, "asked/Mary Smith")
    assert mother.words == "invitation sent Mon 23 Nov, consultation form sent Mon 23 Nov, not back"
    assert (mother.do_words, mother.standing) == ("Back today", Standing.WAITING)
    office.do(*mother.acts)
    assert (line(office, "asked/Mary Smith").acts, line(office, "asked/Mary Smith").standing) == ((), Standing.MET)


def test_chases_and_lateness_are_counted(office: Office):
    office.each(BOOKED, SENT, AGAIN, replace(AGAIN, chased_on=day("20 Nov")))
    assert line(office, "asked/Mary Smith").words == (
        "invitation not sent, consultation form sent Mon 9 Nov, not back, chased twice, last Fri 20 Nov"
    )
    office.each(AddBankHoliday(on=day("30 Nov"), name="Day of mourning"))  # reports are due 3 working days before
    late = Office(office.store, day("1 Dec"))
    assert line(late, "asked/Mary Smith").words.endswith("overdue by 2 working days")
    assert line(late, "asked/Mary Smith").standing is Standing.OVERDUE


def test_the_page_is_summed_up_in_counts(office: Office):
    office.each(BOOKED, SENT)
    late = Office(office.store, day("30 Nov"))
    assert late.desk().preparation("A1").summary == (
        (3, "to be sent something"), (1, "with a form not back"), (1, "overdue"), (0, "asked, nothing waits"),
    )  # fmt: skip


def test_what_was_sent_for_the_last_review_is_not_asked_back_for_the_next(office: Office):
    office.each(replace(SENT, sent_on=day("5 Nov")), FIRST)
    assert line(office, "asked/Mary Smith").words == "consultation form not sent"


def test_somebody_to_whom_nothing_is_sent_has_no_act_but_the_reason(office: Office):
    office.each(BOOKED, BARRED)
    father = line(office, "asked/John Jones")
    assert (father.words, father.said, father.acts) == (
        "nothing is sent to them", "The reason: Bail", (),
    )  # fmt: skip
    office.do(LiftRestriction(child="A1", person="John Jones", what=Restriction.NOTHING_SENT, to_on=day("22 Nov")))
    assert line(office, "asked/John Jones").acts


def test_who_must_not_know_the_home_is_invited_without_the_place(office: Office):
    office.each(
        replace(BOOKED, venue=Venue.PLACEMENT),
        replace(BARRED, what=Restriction.NO_PLACEMENT),
    )
    father = line(office, "asked/John Jones")
    assert "only without the place" in father.words
    office.do(*father.acts)


def test_a_role_as_such_is_shown_once_something_went_to_it(office: Office):
    office.do(RecordSent(child="A1", what=SendingKind.CONSULTATION, to=Role.SCHOOL, sent_on=day("9 Nov")))
    school = line(office, "asked/school")
    assert (school.words, school.do_words) == ("consultation form sent Mon 9 Nov, not back", "Back today")
    office.do(*school.acts)


def test_a_child_under_four_is_sent_nothing(office: Office):
    office.do(AddChild(child="B1", looked_after_since=day("12 Oct"), born_on=day("1 Mar 2024")))
    found = office.desk().preparation("B1").line("asked/child")
    assert found is not None
    assert (found.words, found.acts) == ("under four", ())


def test_wishes_are_carried_forward_with_the_day_they_were_told(office: Office):
    assert line(office, "wishes").asks is PrepForm.WISHES
    office.do(RecordWishes(child="A1", told_on=day("4 Nov"), where="At school", explained_on=day("3 Nov")))
    assert line(office, "wishes").words == "told Wed 4 Nov"
    office.do(FIRST)
    assert line(office, "wishes").words == "told Wed 4 Nov, carried forward from an earlier review"
    assert line(office, "wish/where").said == "At school"
    assert line(office, "explained").words == "explained Tue 3 Nov"


def test_the_talk_says_how_and_when_or_that_it_is_still_owed(office: Office):
    office.do(BOOKED)
    assert line(office, "talk").words == "Private talk with the child: due in 7 working days, by Wed 2 Dec"
    office.do(RecordTalk(child="A1", on=day("20 Nov"), how=TalkHow.REFUSED, note="Will write"))
    talk = line(office, "talk")
    assert (talk.words, talk.said, talk.standing) == (
        "the child did not want to, Fri 20 Nov", "Will write", Standing.MET,
    )  # fmt: skip


def test_the_work_before_the_review_comes_from_the_stream_and_is_done_in_place(office: Office):
    office.do(BOOKED)
    report = line(office, "work/before.report")
    assert report.words == "due in 4 working days, social worker, by Fri 27 Nov"
    assert report.do_words == "Received today"
    office.do(*report.acts)
    assert line(office, "work/before.report").words == "met on 23 Nov 2026, social worker"
    assert line(office, "work/before.consult").words.startswith("booked too late for it")


def test_hearings_and_what_to_know_stand_with_the_review(office: Office):
    office.each(BOOKED, RecordCircumstance(child="A1", what=CircumstanceKind.HEARING, from_on=day("1 Dec"), note="IRH"))
    assert (line(office, "hearing/0").words, line(office, "hearing/0").said) == ("Tue 1 Dec 2026", "IRH")
    assert "falls after the hearing" in line(office, "notice/0").words


def test_people_are_shown_with_what_must_not_be_done_and_who_left_last(office: Office):
    office.each(BARRED, PersonLeaves(child="A1", person="Mary Smith", on=day("20 Nov")))
    father, mother = office.desk().people("A1").people
    assert (father.role_words, father.restricted_words) == ("Father", "Nothing is sent to them, since 2 Nov 2026")
    assert (mother.person, mother.left_on, mother.responsibility) == (
        "Mary Smith", day("20 Nov"), "parental responsibility",
    )  # fmt: skip
    assert [one.person for one in office.desk().people("A1").receivers] == [None, "John Jones"]


def test_what_was_sent_is_listed_newest_first(office: Office):
    office.each(SENT, replace(SENT, sent_on=day("16 Nov")))
    office.do(
        RecordReturned(
            child="A1", what=SendingKind.CONSULTATION, to=Role.MOTHER, sent_on=day("9 Nov"),
            returned_on=day("18 Nov"), person="Mary Smith",
        )
    )  # fmt: skip
    assert [one.words for one in office.desk().people("A1").sendings] == [
        "Consultation form to the mother, Mary Smith, sent Mon 16 Nov 2026",
        "Consultation form to the mother, Mary Smith, sent Mon 9 Nov 2026, back 18 Nov 2026",
    ]
