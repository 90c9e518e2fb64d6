"""One line of a caseload as a record."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One child as the sheet has it; None means not known, or asked about in a problem beside it."""

    row: int  # line of the file as a person sees it, from 1
    child: str  # the council's id
    given_name: str | None
    family_name: str | None
    born_on: date | None
    looked_after_since: date | None
    last_review_on: date | None
    last_review_number: int | None  # 0: the sheet says that none was held yet
    next_review_on: date | None
    iro: str | None  # given name first
    siblings: tuple[str, ...]  # the council's ids of other children, in this sheet or not; never the child's own
