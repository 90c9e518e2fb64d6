"""Foster carers' approval: its yearly review by the fostering IRO, and reviews after a change or an allegation.

Fostering Services (England) Regulations 2011 (SI 2011/581) reg 28.
"""

from datetime import date

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_FROM = date(2011, 4, 1)  # SI 2011/581 reg 1


def _yearly(what: str, sentence: str, trigger: str) -> Rule:
    return Rule(
        "foster-carer.review",
        "foster-carer",
        sentence,
        what,
        trigger,
        Offset(1, Unit.YEARS),
        "fostering service, by the fostering IRO",
        Ownership.MINE,
        Authority.STATUTE,
        Citation("SI 2011/581 reg 28", Mark.M),
        _FROM,
    )


FIRST = _yearly(
    "First review of approval",
    "A foster carer's approval is first reviewed not more than 1 year after it was given.",
    "the carer was approved",
)
LATER = _yearly(
    "Review of approval",
    "A foster carer's approval is reviewed not more than 1 year after the review before it.",
    "the approval was last reviewed",
)
AD_HOC = Rule(
    "foster-carer.ad-hoc",
    "foster-carer",
    "A review after a change, concern or allegation goes to the fostering panel within 28 working days.",
    "Review to panel",
    "the review was asked for",
    Offset(28, Unit.WORKING_DAYS),
    "fostering service",
    Ownership.WATCH,
    Authority.LOCAL,
    Citation("Procedure of one authority", Mark.LA),
)
RULES = (FIRST, LATER, AD_HOC)
