"""What comes before a booked review, counted back from its day: the day reached is the last one in time.

IRO Handbook 2010 ch.3 as the managers' list of duties and authorities' procedures retell it. Only the consultation and
the private talk are the IRO's; the social worker's reports are followed; the rest is shown on the child.
"""

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, TalkHow, Task
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_BOOKED = "the review takes place"
_DUTIES = "IRO Handbook 2010 ch.3, as the IRO managers' list of duties states it"


def _before(
    task: Task,
    what: str,
    sentence: str,
    offset: Offset,
    owner: str,
    ownership: Ownership,
    authority: Authority,
    citation: Citation,
) -> Rule:
    return Rule(task.value, "before", sentence, what, _BOOKED, offset, owner, ownership, authority, citation)


CONSULT = _before(
    Task.CONSULT,
    "Consultation about the review",
    "Social worker and IRO agree at least 15 working days before the review who comes, where it is and what it is for.",
    Offset(-15, Unit.WORKING_DAYS),
    "social worker and IRO",
    Ownership.MINE,
    Authority.GUIDANCE,
    Citation(f"{_DUTIES}, item 4", Mark.V),
)
ATTENDEES = _before(
    Task.ATTENDEES,
    "Who comes, and advocacy offered",
    "Who comes is agreed with the child, and an advocate offered, at least 15 working days before the review.",
    Offset(-15, Unit.WORKING_DAYS),
    "social worker",
    Ownership.WATCH,
    Authority.LOCAL,
    Citation("Authorities' procedures, with the consultation about the review", Mark.V),
)
FORMS = _before(
    Task.FORMS,
    "Consultation forms",
    "Consultation forms go to child, parents, carers and partners about 2 weeks before the review.",
    Offset(-2, Unit.WEEKS),
    "business support",
    Ownership.WATCH,
    Authority.LOCAL,
    Citation("Local practice, as one provider's procedure states it", Mark.V),
)
INVITATIONS = _before(
    Task.INVITATIONS,
    "Invitations and papers",
    "Invitations and papers go out at least 10 days before the review.",
    Offset(-10, Unit.DAYS),
    "business support",
    Ownership.WATCH,
    Authority.LOCAL,
    Citation("Authorities' procedures; others have 5 days, or a month", Mark.LA),
)
DISCUSSION = _before(
    Task.DISCUSSION,
    "Discussion, care plan complete",
    "The social worker has discussed the review with the IRO, with the care plan complete, at least 5 days before it.",
    Offset(-5, Unit.DAYS),
    "social worker",
    Ownership.WATCH,
    Authority.LOCAL,
    Citation("Timetable of one authority", Mark.LA),
)
REPORT = _before(
    Task.REPORT,
    "Reports to the IRO",
    "The social worker's report and the plans reach the IRO at least 3 working days before the review.",
    Offset(-3, Unit.WORKING_DAYS),
    "social worker",
    Ownership.THEIRS,
    Authority.GUIDANCE,
    Citation(f"{_DUTIES}, item 5; read as working days, as an authority does", Mark.V),
)
CHILD_SEEN = _before(
    Task.CHILD_SEEN,
    "Private talk with the child",
    "The IRO speaks to the child alone before the review begins, at the latest on its day (0 days before), "
    "or records why not.",
    Offset(0, Unit.DAYS),
    "IRO",
    Ownership.MINE,
    Authority.STATUTE,
    Citation("SI 2010/959 reg 36(1)", Mark.M),
)

BOOKED_TOO_LATE = "Booked too late for it: when the review was booked for its day, the day for this had passed."
UNDER_FOUR = (
    "Under four on that day: observed, or heard through those who know the child; alone where that is possible."
)
# How the child was heard, where it was not by speaking to them alone in person. Refused and not appropriate are the
# exceptions of SI 2010/959 reg 36(1); for children under four, observation and those who know them stand in.
HEARD = {
    TalkHow.ALONE_REMOTELY: "Spoken to alone, by telephone or video.",
    TalkHow.OBSERVED: "Under four: the child was observed.",
    TalkHow.THROUGH_OTHERS: "Under four: heard through those who know the child.",
    TalkHow.REFUSED: "Not spoken to alone: the child did not want to.",
    TalkHow.NOT_SUITABLE: "Not spoken to alone: not appropriate for the child’s age or understanding.",
}
IN_ORDER: tuple[tuple[Task, Rule], ...] = (
    (Task.CONSULT, CONSULT),
    (Task.ATTENDEES, ATTENDEES),
    (Task.FORMS, FORMS),
    (Task.INVITATIONS, INVITATIONS),
    (Task.DISCUSSION, DISCUSSION),
    (Task.REPORT, REPORT),
    (Task.CHILD_SEEN, CHILD_SEEN),
)
RULES = tuple(rule for _, rule in IN_ORDER)
