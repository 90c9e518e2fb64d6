"""Private fostering: notice, the first visit, visits that go on, meetings, the age that ends it, and the report.

Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533). The year counts from the day on which
the authority becomes aware of the arrangement (reg 8(6)).
"""

from datetime import date
from functools import lru_cache

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Task
from iro_desktop.rules.model import Citation, Offset, Rule, Unit
from iro_desktop.rules.offsets import parse_offset

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
    "private fostering lead (IRO)",
    Ownership.MINE,
    Authority.LOCAL,
    Citation("Practice of one authority", Mark.V),
)


def _too_old(years: int, sentence: str, what: str) -> Rule:
    return Rule(
        "private-fostering.too-old",
        "private-fostering",
        sentence,
        what,
        "the child was born",
        Offset(years, Unit.YEARS),
        "for information",
        Ownership.WATCH,
        Authority.STATUTE,
        Citation("Children Act 1989 s.66(1)(a)", Mark.M),
    )


TOO_OLD = {
    16: _too_old(16, "A child is privately fostered until the age of 16 years.", "16, private fostering ends"),
    18: _too_old(18, "A disabled child is privately fostered until the age of 18 years.", "18, private fostering ends"),
}
RULES = (NOTICE, FIRST_VISIT_PROPOSED, FIRST_VISIT, VISIT_FIRST_YEAR, VISIT_LATER, REPORT, *TOO_OLD.values())


@lru_cache(maxsize=16)
def meeting_every(value: str) -> Rule:
    """The service's own interval between child-in-need meetings as a rule: no law and no guidance names one."""
    offset = parse_offset(value)
    return Rule(
        Task.FOSTERING_MEETING.value,
        "private-fostering",
        f"A child-in-need meeting is held again within {offset.words}, by the service's own standard.",
        "Child-in-need meeting",
        "the last meeting was held, or the authority first knew of the arrangement,",
        offset,
        "social worker",
        Ownership.THEIRS,
        Authority.LOCAL,
        Citation("The service's own standard; no source gives an interval", Mark.LA),
    )
