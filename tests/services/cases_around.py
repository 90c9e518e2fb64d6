"""One thing to do for every kind of act about the people around a child and the preparation of a review."""

from iro_desktop.domain.acts import (
    Act,
    AddPerson,
    ChangePerson,
    LiftRestriction,
    PersonLeaves,
    RecordChased,
    RecordReturned,
    RecordSent,
    RecordTalk,
    RecordWishes,
    RemoveSent,
    RestrictPerson,
)
from iro_desktop.domain.vocabulary import Restriction, Role, SendingKind, TalkHow
from tests.services.office import day

MOTHER = AddPerson(child="A1", role=Role.MOTHER, name="Mary Smith", email="mary@example.org", has_responsibility=True)
RESTRICTED = RestrictPerson(
    child="A1", person="Mary Smith", what=Restriction.NO_PLACEMENT, reason="Court order", from_on=day("2 Nov")
)
SENT = RecordSent(child="A1", what=SendingKind.CONSULTATION, to=Role.MOTHER, sent_on=day("9 Nov"), person="Mary Smith")
SENT_TO_SCHOOL = RecordSent(child="A1", what=SendingKind.INVITATION, to=Role.SCHOOL, sent_on=day("9 Nov"))


def around_cases(iro: Act, child: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it, for the child A1."""
    base = (iro, child)
    return (
        (MOTHER, base),
        (ChangePerson(child="A1", person="mary smith", name="Mary Jones", clear=("email",)), (*base, MOTHER)),
        (PersonLeaves(child="A1", person="Mary Smith", on=day("20 Nov")), (*base, MOTHER)),
        (RESTRICTED, (*base, MOTHER)),
        (
            LiftRestriction(child="A1", person="Mary Smith", what=Restriction.NO_PLACEMENT, to_on=day("20 Nov")),
            (*base, MOTHER, RESTRICTED),
        ),
        (SENT, (*base, MOTHER)),
        (SENT_TO_SCHOOL, base),
        (
            RecordReturned(
                child="A1",
                what=SendingKind.CONSULTATION,
                to=Role.MOTHER,
                sent_on=day("9 Nov"),
                returned_on=day("16 Nov"),
                person="Mary Smith",
                views="It goes well.",
            ),
            (*base, MOTHER, SENT),
        ),
        (
            RecordChased(
                child="A1",
                what=SendingKind.CONSULTATION,
                to=Role.MOTHER,
                sent_on=day("9 Nov"),
                chased_on=day("18 Nov"),
                person="Mary Smith",
            ),
            (*base, MOTHER, SENT),
        ),
        (
            RemoveSent(child="A1", what=SendingKind.INVITATION, to=Role.SCHOOL, sent_on=day("9 Nov")),
            (*base, SENT_TO_SCHOOL),
        ),
        (RecordWishes(child="A1", told_on=day("19 Nov"), where="At school", views="I like it here."), base),
        (RecordTalk(child="A1", on=day("19 Nov"), how=TalkHow.REFUSED, note="Will write instead"), base),
    )
