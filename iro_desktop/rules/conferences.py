"""Child protection review conferences of a child who is looked after as well: another clock, shown beside the review.

Combining conference and review is allowed (SI 2010/959 reg 32(3)); the conference's own limits stand.
"""

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Task
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_GUIDANCE = Citation("Working Together, as authorities' procedures state it", Mark.V)


def _conference(what: str, sentence: str, trigger: str, months: int) -> Rule:
    return Rule(
        Task.CONFERENCE.value,
        "conference",
        sentence,
        what,
        trigger,
        Offset(months, Unit.MONTHS),
        "conference chair",
        Ownership.WATCH,
        Authority.GUIDANCE,
        _GUIDANCE,
    )


FIRST = _conference(
    "First review conference",
    "The first child protection review conference is held within 3 months of the initial conference.",
    "the initial child protection conference was held",
    3,
)
LATER = _conference(
    "Review conference",
    "Each later child protection review conference is held within 6 months of the last.",
    "the last review conference was held",
    6,
)
RULES = (FIRST, LATER)
