"""One thing to do for every kind of act about private fostering and foster carers."""

from iro_desktop.domain.acts import (
    Act,
    AddFosterCarer,
    AskForCarerReview,
    BookCarerReview,
    ChangeArrangement,
    ChangeFosterCarer,
    CorrectCarerReview,
    DecideSuitability,
    EndArrangement,
    RecordArrangement,
    RecordCarerReview,
    RecordFosteringReport,
    RemoveArrangement,
    RemoveCarerReview,
    RemoveFosteringReport,
)
from iro_desktop.domain.vocabulary import (
    ArrangementEnd,
    CarerReviewGround,
    CarerReviewKind,
    CarerReviewOutcome,
    Role,
    Suitability,
)
from tests.services.office import day

PROPOSED = RecordArrangement(
    child="A1", notified_on=day("2 Nov"), starts_on=day("14 Dec"), notified_by=Role.MOTHER, carer="aunt"
)
FOSTERED = RecordArrangement(child="A1", notified_on=day("12 Oct"), aware_on=day("2 Nov"), starts_on=day("1 Nov"))
HOUSEHOLD = AddFosterCarer(carer="F 1", approved_on=day("1 Sep 2025"))
REVIEWED = RecordCarerReview(carer="F 1", held_on=day("1 Sep"), panel_on=day("10 Sep"))
REPORTED = RecordFosteringReport(quarter_on=day("30 Sep"), sent_on=day("2 Oct"))


def fostering_cases(iro: Act, child: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it, for the child A1 and the household F 1."""
    base, fostered = (iro, child), (iro, child, FOSTERED)
    return (
        (PROPOSED, base),
        (FOSTERED, base),
        (
            ChangeArrangement(
                child="A1", from_on=day("2 Nov"), aware_on=day("16 Nov"), starts_on=day("14 Nov"), clear=("carer",)
            ),
            (*base, PROPOSED),
        ),
        (
            DecideSuitability(
                child="A1",
                from_on=day("12 Oct"),
                suitability=Suitability.REQUIREMENTS,
                decided_on=day("16 Nov"),
                decided_by="team manager",
            ),
            fostered,
        ),
        (
            EndArrangement(child="A1", from_on=day("12 Oct"), ended_on=day("20 Nov"), reason=ArrangementEnd.RETURNED),
            fostered,
        ),
        (RemoveArrangement(child="A1", from_on=day("12 Oct")), fostered),
        (REPORTED, ()),
        (RemoveFosteringReport(quarter_on=day("30 Sep")), (REPORTED,)),
        (AddFosterCarer(carer="F 2", approved_on=day("1 Sep 2025"), iro="Jo Bloggs", terms="two, 5 to 11"), base),
        (
            ChangeFosterCarer(carer="F 1", approved_on=day("2 Sep 2025"), iro="Jo Bloggs", terms="one child"),
            (iro, HOUSEHOLD),
        ),
        (
            AskForCarerReview(carer="F 1", asked_on=day("9 Nov"), ground=CarerReviewGround.HOUSEHOLD, note="moved"),
            (HOUSEHOLD,),
        ),
        (BookCarerReview(carer="F 1", review_on=day("14 Dec")), (HOUSEHOLD,)),
        (
            RecordCarerReview(carer="F 1", held_on=day("16 Nov"), outcome=CarerReviewOutcome.CHANGED, note="one child"),
            (HOUSEHOLD, BookCarerReview(carer="F 1", review_on=day("14 Dec"))),
        ),
        (
            CorrectCarerReview(
                carer="F 1",
                held_on=day("1 Sep"),
                to_held_on=day("2 Sep"),
                decided_on=day("17 Sep"),
                what=CarerReviewKind.AD_HOC,
                outcome=CarerReviewOutcome.CONTINUES,
                clear=("panel_on",),
            ),
            (HOUSEHOLD, REVIEWED),
        ),
        (RemoveCarerReview(carer="F 1", held_on=day("1 Sep")), (HOUSEHOLD, REVIEWED)),
    )
