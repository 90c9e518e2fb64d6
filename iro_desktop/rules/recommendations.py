"""What a review recommended, by the day named for it.

No statute and no Handbook text gives a number of days: a decision has a named owner and a date, and is followed until
it is done. So the day is whatever the review said, and the row only makes it a date like the others.
"""

from dataclasses import replace
from functools import lru_cache

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Role
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

DUE = Rule(
    "recommendation.due",
    "recommendation",
    "What a review recommended is done on the day named for it at the latest (0 days after it).",
    "Recommendation",
    "the day named for it falls",
    Offset(0, Unit.DAYS),
    "whom it names",
    Ownership.THEIRS,
    Authority.LOCAL,
    Citation("Local practice: each decision has an owner and a date, followed to the next review", Mark.I),
)


@lru_cache(maxsize=256)
def owed_by(owner: Role, number: int) -> Rule:
    """The row as it stands for one of them: the IRO's own where the IRO is named, somebody else's otherwise."""
    ownership = Ownership.MINE if owner is Role.IRO else Ownership.THEIRS
    return replace(DUE, what=f"{DUE.what} {number}", owner=owner.label, ownership=ownership)


RULES = (DUE,)
