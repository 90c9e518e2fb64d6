"""What is owed when a child becomes looked after or is placed: an IRO, plans, a health assessment, education.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), IRO Handbook 2010 and authorities'
procedures. Only the IRO's appointment and the care plan are followed as work; the rest is shown on the child.
"""

from datetime import date

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Task
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_CPR_FROM = date(2011, 4, 1)  # SI 2010/959 reg 1
_LOOKED_AFTER = "the child became looked after"
_PLACED = "the placement began"


def _shown(
    task: Task,
    what: str,
    sentence: str,
    trigger: str,
    offset: Offset,
    owner: str,
    authority: Authority,
    citation: Citation,
) -> Rule:
    """A row that is shown on the child and is in nobody's list; what is statute is in force with the Regulations."""
    valid_from = _CPR_FROM if authority is Authority.STATUTE else None
    return Rule(
        task.value, "care", sentence, what, trigger, offset, owner, Ownership.WATCH, authority, citation, valid_from
    )


APPOINTMENT = Rule(
    "care.appointment",
    "care",
    "An IRO is appointed within 5 working days of the child becoming looked after, and before the first review.",
    "IRO appointed",
    _LOOKED_AFTER,
    Offset(5, Unit.WORKING_DAYS),
    "service manager",
    Ownership.THEIRS,
    Authority.GUIDANCE,
    Citation("Children Act 1989 s.25A(2); 5 working days: IRO Handbook 2010, as authorities state it", Mark.LA),
)
CARE_PLAN = Rule(
    "care.plan",
    "care",
    "The care plan is prepared before the first placement, or within 10 working days of its start; "
    "not where the court's care plan stands (s.31A).",
    "Care plan",
    "the first placement began",
    Offset(10, Unit.WORKING_DAYS),
    "social worker",
    Ownership.THEIRS,
    Authority.STATUTE,
    Citation("SI 2010/959 reg 4(2)", Mark.V),
)
NOTIFIED = _shown(
    Task.NOTIFIED,
    "IRO manager told",
    "The IRO manager is told within 2 working days that a child has become looked after.",
    _LOOKED_AFTER,
    Offset(2, Unit.WORKING_DAYS),
    "social worker",
    Authority.LOCAL,
    Citation("Procedures of two authorities", Mark.LA),
)
INTRODUCTION = _shown(
    Task.INTRODUCTION,
    "Introduction to the child",
    "The child gets the IRO's introduction, a letter or passport, within 48 hours, counted as 2 days.",
    _LOOKED_AFTER,
    Offset(2, Unit.DAYS),
    "service manager",
    Authority.LOCAL,
    Citation("Practice of one authority, 48 hours for children over four", Mark.LA),
)
REMAND_PLAN = _shown(
    Task.REMAND_PLAN,
    "Care plan for a child on remand",
    "The care plan of a child remanded to the authority's accommodation is prepared within 5 working days.",
    "the child was remanded to the authority's accommodation",
    Offset(5, Unit.WORKING_DAYS),
    "social worker",
    Authority.STATUTE,
    Citation("SI 2010/959 Part 8A; 5 working days as the Welsh twin has them", Mark.M),
)
DETENTION_PLAN = _shown(
    Task.DETENTION_PLAN,
    "Detention placement plan",
    "The detention placement plan of a child remanded to youth detention is prepared within 10 working days.",
    "the child was remanded to youth detention accommodation",
    Offset(10, Unit.WORKING_DAYS),
    "social worker",
    Authority.STATUTE,
    Citation("SI 2010/959 Part 8A and Schedule 2A", Mark.M),
)
PLACEMENT_PLAN = _shown(
    Task.PLACEMENT_PLAN,
    "Placement plan",
    "The placement plan is agreed before the placement, or within 5 working days of its start.",
    _PLACED,
    Offset(5, Unit.WORKING_DAYS),
    "social worker",
    Authority.STATUTE,
    Citation("SI 2010/959 reg 9(1), (2)", Mark.V),
)
PLACEMENT_TOLD = _shown(
    Task.PLACEMENT_TOLD,
    "IRO told of the placement",
    "The IRO is told of the placement before it begins, or in an emergency within 5 working days of its start.",
    _PLACED,
    Offset(5, Unit.WORKING_DAYS),
    "social worker",
    Authority.STATUTE,
    Citation("SI 2010/959 regs 9(1)(b)(ii), 13(1), (2)(i)", Mark.V),
)
HEALTH_ASSESSMENT = _shown(
    Task.HEALTH_ASSESSMENT,
    "Initial health assessment",
    "The initial health assessment is done before the first placement or before the first review, "
    "within 20 working days.",
    _LOOKED_AFTER,
    Offset(20, Unit.WORKING_DAYS),
    "health service",
    Authority.STATUTE,
    Citation("SI 2010/959 reg 7; 20 working days as the first review's limit", Mark.M),
)
HEALTH_REVIEW_UNDER_FIVE = _shown(
    Task.HEALTH_REVIEW,
    "Health assessment, under five",
    "The health of a child under five is assessed again within 6 months.",
    "the last health assessment was done",
    Offset(6, Unit.MONTHS),
    "health service",
    Authority.STATUTE,
    Citation("SI 2010/959 reg 7, as authorities' procedures state it", Mark.LA),
)
HEALTH_REVIEW = _shown(
    Task.HEALTH_REVIEW,
    "Health assessment",
    "The health of a child of five or over is assessed again within 1 year.",
    "the last health assessment was done",
    Offset(1, Unit.YEARS),
    "health service",
    Authority.STATUTE,
    Citation("SI 2010/959 reg 7, as authorities' procedures state it", Mark.LA),
)
PEP = _shown(
    Task.PEP,
    "Education plan started",
    "The personal education plan is started within 10 working days of the child becoming looked after.",
    _LOOKED_AFTER,
    Offset(10, Unit.WORKING_DAYS),
    "social worker and school",
    Authority.LOCAL,
    Citation("SI 2010/959 reg 5(b)(ii) has it in the care plan; the days as authorities state them", Mark.LA),
)
PEP_READY = _shown(
    Task.PEP_READY,
    "Education plan ready",
    "The personal education plan is ready for the first review, within 20 working days, school holidays included.",
    _LOOKED_AFTER,
    Offset(20, Unit.WORKING_DAYS),
    "social worker and school",
    Authority.LOCAL,
    Citation("SI 2010/959 reg 5(b)(ii) has it in the care plan; the days as authorities state them", Mark.LA),
)
COURT_PLANNED = frozenset({"C1", "C2"})  # legal statuses to which Children Act 1989 s.31A applies: no plan by reg 4(2)
RULES = (
    APPOINTMENT,
    CARE_PLAN,
    NOTIFIED,
    INTRODUCTION,
    REMAND_PLAN,
    DETENTION_PLAN,
    PLACEMENT_PLAN,
    PLACEMENT_TOLD,
    HEALTH_ASSESSMENT,
    HEALTH_REVIEW_UNDER_FIVE,
    HEALTH_REVIEW,
    PEP,
    PEP_READY,
)
