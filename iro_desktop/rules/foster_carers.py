"""Foster carers' approval: its yearly review by the fostering IRO, and reviews after a change or an allegation.

Fostering Services (England) Regulations 2011 (SI 2011/581) reg 28.
"""

from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_FROM = date(2011, 4, 1)  # SI 2011/581 reg 1
_BEFORE_2011 = Citation("Fostering Services Regulations 2002 (SI 2002/57) reg 29(2), as then in force", Mark.V)


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


def _before_2011(rule: Rule) -> Rule:
    """The row of that id which judges a trigger before the Regulations of 2011 came into force."""
    return replace(rule, citation=_BEFORE_2011, valid_from=None, valid_to=_FROM - timedelta(days=1))


FIRST_BEFORE_2011, LATER_BEFORE_2011 = _before_2011(FIRST), _before_2011(LATER)


FIRSTS = (FIRST, FIRST_BEFORE_2011)
TO_PANEL = "A first review goes to the fostering panel."  # no source names a day for it


def first_on(approved_on: date) -> Rule:
    """The row for the first review of an approval given on that day."""
    return FIRST if FIRST.in_force_on(approved_on) else FIRST_BEFORE_2011


def later_on(reviewed_on: date) -> Rule:
    """The row for the review that follows one of that day."""
    return LATER if LATER.in_force_on(reviewed_on) else LATER_BEFORE_2011


AD_HOC = Rule(
    "foster-carer.ad-hoc",
    "foster-carer",
    "A review after a change, concern or allegation goes to the fostering panel within 28 working days.",
    "Review to panel",
    "the review was asked for",
    Offset(28, Unit.WORKING_DAYS),
    "fostering service",
    Ownership.THEIRS,
    Authority.LOCAL,
    Citation("Procedure of one authority", Mark.LA),
)
RULES = (FIRST_BEFORE_2011, FIRST, LATER_BEFORE_2011, LATER, AD_HOC)
