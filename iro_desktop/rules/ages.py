"""Birthdays that change something: an age is reached at the start of the birthday (Family Law Reform Act 1969 s.9).

For information; nobody owes anything on the day itself.
"""

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership
from iro_desktop.rules.model import Citation, Offset, Rule, Unit


def _age(name: str, what: str, sentence: str, offset: Offset, authority: Authority = Authority.STATUTE) -> Rule:
    return Rule(
        f"age.{name}",
        "age",
        sentence,
        what,
        "the child was born",
        offset,
        "for information",
        Ownership.WATCH,
        authority,
        Citation("Family Law Reform Act 1969 s.9", Mark.M),
    )


FOUR = _age(
    "four",
    "Fourth birthday",
    "From 4 years old a child's part in a review has a code of its own: PN0 no longer fits.",
    Offset(4, Unit.YEARS),
)
SIXTEEN = _age(
    "sixteen",
    "Sixteenth birthday",
    "From 16 years old a child looked after for long enough is eligible: needs assessment and pathway plan follow.",
    Offset(16, Unit.YEARS),
)
SEVENTEEN_AND_A_HALF = _age(
    "seventeen-and-a-half",
    "Seventeen and a half",
    "Planning for leaving care begins at seventeen and a half, 210 months after birth, as local practice has it.",
    Offset(210, Unit.MONTHS),
    Authority.LOCAL,
)
EIGHTEEN = _age(
    "eighteen",
    "Eighteenth birthday",
    "From 18 years old nobody is a child looked after: those reviews end, and pathway reviews go on.",
    Offset(18, Unit.YEARS),
)
TWENTY_ONE = _age(
    "twenty-one",
    "Twenty-first birthday",
    "At 21 years old the pathway duty ends, or goes on while in agreed education or training.",
    Offset(21, Unit.YEARS),
)
IN_ORDER = (FOUR, SIXTEEN, SEVENTEEN_AND_A_HALF, EIGHTEEN, TWENTY_ONE)
RULES = IN_ORDER
