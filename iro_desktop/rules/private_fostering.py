"""Private fostering: notice, the first visit, and visits that go on.

Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533). The year counts from the day on which
the authority becomes aware of the arrangement (reg 8(6)).
"""

from datetime import date

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_FROM = date(2005, 7, 1)  # SI 2005/1533 reg 1
_FIRST_VISIT = "private-fostering.first-visit"
_VISIT = "private-fostering.visit"


def _visit(id_: str, what: str, sentence: str, trigger: str, offset: Offset, regulation: str, mark: Mark) -> Rule:
    return Rule(
        id_,
        "private-fostering",
        sentence,
        what,
        trigger,
        offset,
        "social worker",
        Ownership.THEIRS,
        Authority.STATUTE,
        Citation(f"SI 2005/1533 {regulation}", mark),
        _FROM,
    )


NOTICE = Rule(
    "private-fostering.notice",
    "private-fostering",
    "The carer gives notice at least 6 weeks before a private fostering arrangement begins, or at once.",
    "Carer's notice",
    "the arrangement begins on",
    Offset(-6, Unit.WEEKS),
    "carer",
    Ownership.WATCH,
    Authority.STATUTE,
    Citation("Note to SI 2005/1533", Mark.V),
    _FROM,
)
FIRST_VISIT_PROPOSED = _visit(
    _FIRST_VISIT,
    "First visit, arrangement proposed",
    "Within 7 working days of notice that private fostering is proposed, the place is visited and carer, household "
    "and child are spoken to.",
    "the authority had notice that private fostering is proposed",
    Offset(7, Unit.WORKING_DAYS),
    "reg 4",
    Mark.V,
)
FIRST_VISIT = _visit(
    _FIRST_VISIT,
    "First visit, privately fostered",
    "Within 7 working days of notice that a child is privately fostered, the place is visited and carer, household "
    "and child are spoken to.",
    "the authority had notice that the child is privately fostered",
    Offset(7, Unit.WORKING_DAYS),
    "reg 7",
    Mark.M,
)
VISIT_FIRST_YEAR = _visit(
    _VISIT,
    "Visit in the first year",
    "In the first year a privately fostered child is visited not more than 6 weeks after the visit before.",
    "the child was last visited",
    Offset(6, Unit.WEEKS),
    "reg 8(1)(a)",
    Mark.V,
)
VISIT_LATER = _visit(
    _VISIT,
    "Visit after the first year",
    "After the first year a privately fostered child is visited not more than 12 weeks after the visit before.",
    "the child was last visited",
    Offset(12, Unit.WEEKS),
    "reg 8(1)(b)",
    Mark.V,
)
REPORT = Rule(
    "private-fostering.report",
    "private-fostering",
    "The quarterly report on private fostering goes to senior leaders when the quarter ends, 0 days after it.",
    "Quarterly report",
    "the quarter ended",
    Offset(0, Unit.DAYS),
    "private fostering lead",
    Ownership.WATCH,
    Authority.LOCAL,
    Citation("Practice of one authority", Mark.V),
)
RULES = (NOTICE, FIRST_VISIT_PROPOSED, FIRST_VISIT, VISIT_FIRST_YEAR, VISIT_LATER, REPORT)
