"""Forms and invitations are out once they went to everybody who is ordinarily asked."""

from dataclasses import replace

from iro_desktop.domain.records import ChildFacts, Person, PersonRestriction, Sending
from iro_desktop.domain.vocabulary import Restriction, Role, SendingKind, Standing, Task
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.practice import STANDARD
from tests.builders import booking, child_with, done, episode, new_id, on, review

ENGLAND, TODAY = england(), on("2026-11-23")
MOTHER, SCHOOL = Person("m", "c", Role.MOTHER, "Mary"), Person("s", "c", Role.SCHOOL, "Ms Iqbal")


def sent(to: Person | None, day: str, what: SendingKind = SendingKind.CONSULTATION) -> Sending:
    return Sending(new_id(), "c", what, to.role if to else Role.SCHOOL, on(day), to.id if to else None)


def life(*sendings: Sending, people=(MOTHER, SCHOOL), restrictions=(), more=()) -> ChildFacts:
    facts = child_with(episode("2026-01-05"), review("2026-06-01"), booking("2026-12-01"), *more)
    return replace(facts, people=people, restrictions=restrictions, sendings=tuple(sendings))


def forms(facts: ChildFacts, task: Task = Task.FORMS) -> Deadline:
    found = deadlines_of(facts, ENGLAND, TODAY, STANDARD)
    return next(one for one in found if one.rule.id == task and one.trigger_on == on("2026-12-01"))


def test_they_are_out_with_the_last_of_those_who_are_asked():
    row = forms(life(sent(MOTHER, "2026-11-10"), sent(SCHOOL, "2026-11-16"), sent(SCHOOL, "2026-11-20")))
    assert (row.due_on, row.met_on, row.standing) == (on("2026-11-17"), on("2026-11-16"), Standing.MET)


def test_while_one_is_missing_they_are_owed():
    assert forms(life(sent(MOTHER, "2026-11-10"))).standing is Standing.OVERDUE
    assert forms(life()).standing is Standing.OVERDUE


def test_what_went_out_for_the_review_before_counts_for_that():
    assert forms(life(sent(MOTHER, "2026-06-01"), sent(SCHOOL, "2026-11-10"))).met_on is None


def test_who_is_not_asked_who_left_and_who_must_not_be_sent_anything_is_not_waited_for():
    only_mother = life(sent(MOTHER, "2026-11-10"), people=(MOTHER, replace(SCHOOL, is_consulted=False)))
    assert forms(only_mother).met_on == on("2026-11-10")
    gone = life(sent(MOTHER, "2026-11-10"), people=(MOTHER, replace(SCHOOL, left_on=on("2026-11-01"))))
    assert forms(gone).met_on == on("2026-11-10")
    for what, is_waited_for in ((Restriction.NOTHING_SENT, False), (Restriction.NOT_INVITED, True)):
        barred = PersonRestriction("r", "c", "s", what, "Order", on("2026-01-01"))
        facts = life(sent(MOTHER, "2026-11-10"), restrictions=(barred,))
        assert (forms(facts).met_on is None) is is_waited_for
        lifted = replace(facts, restrictions=(replace(barred, to_on=on("2026-11-01")),))
        assert forms(lifted).met_on is None


def test_who_is_not_invited_is_not_waited_for_with_the_invitations():
    barred = PersonRestriction("r", "c", "s", Restriction.NOT_INVITED, "Order", on("2026-01-01"))
    facts = life(sent(MOTHER, "2026-11-10", SendingKind.INVITATION), restrictions=(barred,))
    assert forms(facts, Task.INVITATIONS).met_on == on("2026-11-10")


def test_with_nobody_entered_the_first_is_all_that_is_known():
    assert forms(life(sent(None, "2026-11-12"), sent(None, "2026-11-10"), people=())).met_on == on("2026-11-10")


def test_what_is_reported_as_done_stands():
    reported = life(sent(MOTHER, "2026-11-20"), more=(done(Task.FORMS, "2026-11-09"),))
    assert forms(reported).met_on == on("2026-11-09")


def test_what_is_dated_in_the_future_was_not_sent_yet():
    assert forms(life(sent(MOTHER, "2026-11-10"), sent(SCHOOL, "2026-11-25"))).met_on is None
