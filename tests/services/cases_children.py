"""One thing to do for every kind of act about a child's own record: fields, workers, care corrected, entries merged."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import (
    Act,
    AddChild,
    AddPerson,
    AddRecommendation,
    AllocateWorker,
    BookReview,
    ChangeChild,
    CorrectEpisode,
    EndWorker,
    FormSiblingGroup,
    MergeChild,
    RecordContact,
    RecordReviewHeld,
    RecordTaskDone,
    StartCare,
    StateSiblingSplit,
    WithdrawSiblingSplit,
    WriteRecord,
)
from iro_desktop.domain.vocabulary import BornAs, ContactKind, Participation, Role, SplitReason, Task, WorkerRole
from tests.services.office import day

STARTED = day("12 Oct")
HELD = day("5 Nov")
WORKER = AllocateWorker(
    child="A1", role=WorkerRole.SOCIAL_WORKER, worker="Sol Mere", team="North 2", from_on=day("2 Nov")
)
SECOND = AddChild(child="A9", looked_after_since=STARTED, tracking_from=STARTED, family_name="Moor", sex=None)
REVIEW_OF_BOTH = RecordReviewHeld(child="A9", held_on=HELD, participation=Participation.PN2)
SPLIT = StateSiblingSplit(group="Two", child="A7", reason=SplitReason.CONFLICT, liaison="Monthly call")
_GROUP: tuple[Act, ...] = (AddChild(child="A7"), FormSiblingGroup(name="Two", children=("A1", "A7"), from_on=STARTED))
_PLACED: tuple[Act, ...] = (
    AddChild(child="A8"),
    StartCare(child="A8", on=day("2 Nov"), legal_status="C1", placement="U6"),
)


def entered_twice(of: str, number: int = 1) -> tuple[Act, ...]:
    """What hangs on an entry with a review: a letter, a recommendation, a person, a contact, what was written."""
    return (
        RecordTaskDone(child=of, task=Task.MINUTES, done_on=day("16 Nov"), review_on=HELD),
        AddRecommendation(child=of, held_on=HELD, text=f"Laptop {number}", owner=Role.SOCIAL_WORKER),
        AddPerson(child=of, role=Role.MOTHER, name="Mary Smith"),
        RecordContact(child=of, on=day("12 Nov"), how=ContactKind.VISIT),
        WriteRecord(child=of, held_on=HELD, heading="Health", text=f"Teeth {number}"),
    )


def children_cases(iro: Act, child: Act, first: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it, for the child A1."""
    base = (iro, child)
    both = (*base, first, SECOND, REVIEW_OF_BOTH)
    return (
        (AddChild(child="A1", born_on=day("3 Feb 2027"), born_as=BornAs.EXPECTED), ()),
        (
            ChangeChild(
                child="A1",
                born_on=date(2015, 5, 5),
                born_as=BornAs.MONTH,
                is_disabled=False,
                is_asylum_seeking=True,
                school="Elm Primary",
                languages="Polish",
                communication="Makaton",
                notes="Likes to walk",
                upn="A123456789012",
                row_version=1,
            ),
            base,
        ),
        (WORKER, base),
        (replace(WORKER, worker="Ada Lund", from_on=day("9 Nov")), (*base, WORKER)),
        (EndWorker(child="A1", role=WorkerRole.SOCIAL_WORKER, to_on=day("20 Nov")), (*base, WORKER)),
        (SPLIT, (*base, *_GROUP)),
        (WithdrawSiblingSplit(group="Two", child="A7"), (*base, *_GROUP, SPLIT)),
        (
            CorrectEpisode(
                child="A8",
                started_on=day("2 Nov"),
                to_started_on=day("1 Nov"),
                legal_status="C2",
                placement="U4",
                provider="PR1",
            ),
            _PLACED,
        ),
        (MergeChild(child="A9", into="A1"), (*base, SECOND)),
        (
            MergeChild(child="A9", into="A1"),
            (
                *both,
                *entered_twice("A1"),
                *entered_twice("A9", 2),
                BookReview(child="A9", review_on=day("20 Jan 2027")),
            ),
        ),
    )
