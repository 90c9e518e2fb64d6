"""What is owed when a child becomes looked after: an IRO, and a care plan."""

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

APPOINTMENT = Rule(
    "care.appointment",
    "care",
    "An IRO is appointed within 5 working days of the child becoming looked after, and before the first review.",
    "IRO appointed",
    "the child became looked after",
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
COURT_PLANNED = frozenset({"C1", "C2"})  # legal statuses to which Children Act 1989 s.31A applies: no plan by reg 4(2)
RULES = (APPOINTMENT, CARE_PLAN)
