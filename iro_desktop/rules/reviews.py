"""Reviews of children looked after: which has to be held by when.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), reg 33 and reg 48; Adoption
Agencies Regulations 2005 (SI 2005/389), reg 36. Before 1 April 2011 the first review was due within 28 days
(Review of Children's Cases Regulations 1991, SI 1991/895, reg 3).
"""

from dataclasses import replace
from datetime import date, timedelta

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_AUTHORITY = "responsible authority, chaired by the IRO"
_CPR_FROM = date(2011, 4, 1)  # SI 2010/959 reg 1
_BEFORE_2011 = Citation("Review of Children's Cases Regulations 1991 (SI 1991/895) reg 3, as then in force", Mark.M)


def _review(
    id_: str,
    what: str,
    sentence: str,
    trigger: str,
    offset: Offset,
    citation: Citation,
    *,
    valid_from: date | None = None,
    authority: Authority | None = None,
) -> Rule:
    """A row about a review; without ``authority``: statute, or local where it is an interpretation."""
    read_out = Authority.LOCAL if citation.mark is Mark.I else Authority.STATUTE
    return Rule(
        id_,
        "review",
        sentence,
        what,
        trigger,
        offset,
        _AUTHORITY,
        Ownership.MINE,
        authority or read_out,
        citation,
        valid_from,
    )


FIRST = _review(
    "review.first",
    "First review",
    "The first review is held within 20 working days of the child becoming looked after.",
    "the child became looked after",
    Offset(20, Unit.WORKING_DAYS),
    Citation("SI 2010/959 reg 33(1)", Mark.V),
    valid_from=_CPR_FROM,
)
SECOND = _review(
    "review.second",
    "Second review",
    "The second review is held not more than 3 months after the first.",
    "the first review was held",
    Offset(3, Unit.MONTHS),
    Citation("SI 2010/959 reg 33(2)", Mark.V),
    valid_from=_CPR_FROM,
)
LATER = _review(
    "review.later",
    "Review",
    "Each later review is held not more than 6 months after the one before it.",
    "the review before it was held",
    Offset(6, Unit.MONTHS),
    Citation("SI 2010/959 reg 33(2)", Mark.V),
    valid_from=_CPR_FROM,
)


def _before_2011(rule: Rule, offset: Offset, sentence: str) -> Rule:
    """The row of that id which judges a trigger before the Regulations of 2010 came into force."""
    last_day = _CPR_FROM - timedelta(days=1)
    return replace(rule, offset=offset, sentence=sentence, citation=_BEFORE_2011, valid_from=None, valid_to=last_day)


FIRST_BEFORE_2011 = _before_2011(
    FIRST, Offset(28, Unit.DAYS), "The first review is held within 28 days of the child becoming looked after."
)
SECOND_BEFORE_2011 = _before_2011(SECOND, SECOND.offset, SECOND.sentence)
LATER_BEFORE_2011 = _before_2011(LATER, LATER.offset, LATER.sentence)


def first_on(trigger_on: date) -> Rule:
    """The row for a first review whose count begins on that day."""
    return FIRST if FIRST.in_force_on(trigger_on) else FIRST_BEFORE_2011


def second_on(trigger_on: date) -> Rule:
    """The row for a second review whose count begins on that day."""
    return SECOND if SECOND.in_force_on(trigger_on) else SECOND_BEFORE_2011


def later_on(trigger_on: date) -> Rule:
    """The row for a later review whose count begins on that day."""
    return LATER if LATER.in_force_on(trigger_on) else LATER_BEFORE_2011


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
ADOPTION_AUTHORISED_FIRST = _review(
    "review.adoption-authorised",
    "First authorised-for-adoption review",
    "A child whom the authority may place for adoption is reviewed not more than 3 months after it first could.",
    "authority to place for adoption was first obtained",
    Offset(3, Unit.MONTHS),
    Citation("SI 2005/389 reg 36(1)", Mark.V),
)
ADOPTION_AUTHORISED_LATER = _review(
    "review.adoption-authorised",
    "Review before placement for adoption",
    "Until the child is placed for adoption, each later review is held not more than 6 months after the one before "
    "it, and looks at why not.",
    "the review before it was held",
    Offset(6, Unit.MONTHS),
    Citation("SI 2005/389 reg 36(1), (7)", Mark.V),
)
ADOPTION_FIRST = _review(
    "review.adoption-placed",
    "First adoption review",
    "A child placed for adoption is reviewed not more than 4 weeks after the placement.",
    "the child was placed for adoption",
    Offset(4, Unit.WEEKS),
    Citation("SI 2005/389 reg 36(3)(a)", Mark.V),
)
ADOPTION_SECOND = _review(
    "review.adoption-placed",
    "Second adoption review",
    "The second review after a placement for adoption is held not more than 3 months after the first.",
    "the first review after the placement was held",
    Offset(3, Unit.MONTHS),
    Citation("SI 2005/389 reg 36(3)(b)", Mark.V),
)
ADOPTION_LATER = _review(
    "review.adoption-placed",
    "Adoption review",
    "Each later review is held not more than 6 months after the one before it, until an adoption order or return.",
    "the review before it was held",
    Offset(6, Unit.MONTHS),
    Citation("SI 2005/389 reg 36(3)(c)", Mark.V),
)
ADOPTION_RETURNED = _review(
    "review.adoption-returned",
    "Review after return",
    "A child returned from a placement for adoption is reviewed not before day 28 and not after day 42: within "
    "42 days of the return.",
    "the child was returned from the placement for adoption",
    Offset(42, Unit.DAYS),
    Citation("SI 2005/389 reg 36(8)", Mark.M),
)
ADJOURNED = _review(
    "review.adjourned",
    "Completion of an adjourned review",
    "A review may be adjourned once, and is completed within 20 working days of its first meeting.",
    "the first meeting was held",
    Offset(20, Unit.WORKING_DAYS),
    Citation("SI 2010/959 reg 36(2)", Mark.M),
    valid_from=_CPR_FROM,
)
SERIES = _review(
    "review.series",
    "Completion of a series of meetings",
    "A review held as a series of meetings is completed within 20 working days of the first of them.",
    "the first meeting was held",
    Offset(20, Unit.WORKING_DAYS),
    Citation("Common practice; no statute says which day of a series is the review's", Mark.M),
    authority=Authority.LOCAL,
)
EARLY = _review(
    "review.early",
    "Early review",
    "A review that has to come early is held at least 1 day before the day it has to come before.",
    "what it has to come before falls",
    Offset(-1, Unit.DAYS),
    Citation("SI 2010/959 regs 33(3), 32(2)", Mark.V),
    valid_from=_CPR_FROM,
)
MEETING = _review(
    "review.meeting",
    "Review with a meeting",
    "In a long-term foster placement not every review needs a meeting, but one is held as a meeting within 1 year of "
    "the last that was.",
    "the last review that was held as a meeting",
    Offset(1, Unit.YEARS),
    Citation("Children Act 1989 guidance, Volume 2", Mark.M),
    authority=Authority.GUIDANCE,
)

NEXT_REVIEW: frozenset[str] = frozenset(
    {
        "review.first",
        "review.second",
        "review.later",
        "review.opening",
        "review.short-break",
        "review.adoption-authorised",
        "review.adoption-placed",
    }
)  # ids that ask for the next review; several may be open at once, and the earliest governs
RULES = (
    FIRST_BEFORE_2011,
    FIRST,
    SECOND_BEFORE_2011,
    SECOND,
    LATER_BEFORE_2011,
    LATER,
    OPENING,
    SHORT_BREAK_FIRST,
    SHORT_BREAK_LATER,
    ADOPTION_AUTHORISED_FIRST,
    ADOPTION_AUTHORISED_LATER,
    ADOPTION_FIRST,
    ADOPTION_SECOND,
    ADOPTION_LATER,
    ADOPTION_RETURNED,
    ADJOURNED,
    SERIES,
    EARLY,
    MEETING,
)
