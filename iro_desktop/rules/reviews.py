"""Reviews of children looked after: which has to be held by when.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), reg 33 and reg 48; Adoption
Agencies Regulations 2005 (SI 2005/389), reg 36. Before 1 April 2011 the first review was due within 28 days.
"""

from datetime import date

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_AUTHORITY = "responsible authority, chaired by the IRO"


def _review(id_: str, what: str, sentence: str, trigger: str, offset: Offset, citation: Citation) -> Rule:
    authority = Authority.LOCAL if citation.mark is Mark.I else Authority.STATUTE
    return Rule(
        id_, "review", sentence, what, trigger, offset, _AUTHORITY, Ownership.MINE, authority, citation, date(2011, 4, 1)
    )


FIRST = _review(
    "review.first",
    "First review",
    "The first review is held within 20 working days of the child becoming looked after.",
    "the child became looked after",
    Offset(20, Unit.WORKING_DAYS),
    Citation("SI 2010/959 reg 33(1)", Mark.V),
)
FIRST_BEFORE_2011 = Rule(
    "review.first",
    "review",
    "The first review is held within 28 days of the child becoming looked after.",
    "First review",
    "the child became looked after",
    Offset(28, Unit.DAYS),
    _AUTHORITY,
    Ownership.MINE,
    Authority.STATUTE,
    Citation("Review of Children's Cases Regulations 1991 (SI 1991/895) reg 3, as then in force", Mark.M),
    None,
    date(2011, 3, 31),
)
SECOND = _review(
    "review.second",
    "Second review",
    "The second review is held not more than 3 months after the first.",
    "the first review was held",
    Offset(3, Unit.MONTHS),
    Citation("SI 2010/959 reg 33(2)", Mark.V),
)
LATER = _review(
    "review.later",
    "Review",
    "Each later review is held not more than 6 months after the one before it.",
    "the review before it was held",
    Offset(6, Unit.MONTHS),
    Citation("SI 2010/959 reg 33(2)", Mark.V),
)
OPENING = _review(
    "review.opening",
    "Next review",
    "The history held here is incomplete, so the review's number is not known: "
    "the next is held not more than 6 months after the last one known.",
    "the last review known was held",
    Offset(6, Unit.MONTHS),
    Citation("Reading of SI 2010/959 reg 33(2) for an incomplete history", Mark.I),
)
SHORT_BREAK_FIRST = _review(
    "review.short-break",
    "First short-break review",
    "The first review of a child having short breaks is held not more than 3 months after the first placement began.",
    "the first placement began",
    Offset(3, Unit.MONTHS),
    Citation("SI 2010/959 reg 48; intervals as authorities' procedures state them", Mark.LA),
)
SHORT_BREAK_LATER = _review(
    "review.short-break",
    "Short-break review",
    "Each later review of a child having short breaks is held not more than 6 months after the one before it.",
    "the review before it was held",
    Offset(6, Unit.MONTHS),
    Citation("SI 2010/959 reg 48; intervals as authorities' procedures state them", Mark.LA),
)
ADOPTION_FIRST = _review(
    "review.adoption-placed",
    "First review after placement for adoption",
    "A child placed for adoption is reviewed not more than 4 weeks after the placement.",
    "the child was placed for adoption",
    Offset(4, Unit.WEEKS),
    Citation("SI 2005/389 reg 36(3)(a)", Mark.V),
)
ADOPTION_SECOND = _review(
    "review.adoption-placed",
    "Second review after placement for adoption",
    "The second review after a placement for adoption is held not more than 3 months after the first.",
    "the first review after the placement was held",
    Offset(3, Unit.MONTHS),
    Citation("SI 2005/389 reg 36(3)(b)", Mark.V),
)
ADOPTION_LATER = _review(
    "review.adoption-placed",
    "Review after placement for adoption",
    "Each later review is held not more than 6 months after the one before it, until an adoption order or return.",
    "the review before it was held",
    Offset(6, Unit.MONTHS),
    Citation("SI 2005/389 reg 36(3)(c)", Mark.V),
)

RULES = (
    FIRST_BEFORE_2011,
    FIRST,
    SECOND,
    LATER,
    OPENING,
    SHORT_BREAK_FIRST,
    SHORT_BREAK_LATER,
    ADOPTION_FIRST,
    ADOPTION_SECOND,
    ADOPTION_LATER,
)
