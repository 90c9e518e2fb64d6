"""A challenge by the IRO: how long each stage has, and how long the whole has.

IRO Handbook 2010 ch.6. The days of the stages are one authority's protocol and are a service's own to set; the formal
process as a whole has a limit in the Handbook.
"""

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit


def _stage(
    name: str, what: str, sentence: str, trigger: str, days: int, owner: str, authority: Authority, source: str
) -> Rule:
    return Rule(
        f"alert.{name}",
        "alert",
        sentence,
        what,
        trigger,
        Offset(days, Unit.WORKING_DAYS),
        owner,
        Ownership.THEIRS,
        authority,
        Citation(source, Mark.V),
    )


INFORMAL = _stage(
    "informal",
    "Answer to an informal alert",
    "The team manager answers an informal alert within 5 working days.",
    "the informal alert was raised",
    5,
    "team manager",
    Authority.LOCAL,
    "Protocol of one authority; IRO Handbook 2010 6.1 for the informal attempt",
)
FORMAL = _stage(
    "formal",
    "Answer to a formal alert",
    "The senior manager answers a formal alert within 10 working days of the start of that stage.",
    "the formal stage began",
    10,
    "senior manager",
    Authority.LOCAL,
    "Protocol of one authority, ten days, read as working days",
)
CAP = _stage(
    "cap",
    "End of the dispute process",
    "A dispute is resolved, all its stages together, within 20 working days of the day it was raised.",
    "the alert was raised",
    20,
    "responsible authority",
    Authority.GUIDANCE,
    "IRO Handbook 2010 6.2",
)
RULES = (INFORMAL, FORMAL, CAP)
