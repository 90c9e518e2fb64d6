"""What a column of a caseload can be, and how sure that is."""

from enum import StrEnum


class CaseloadField(StrEnum):
    """What a column of a caseload can be read as."""

    CHILD = "child"
    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    BORN_ON = "born_on"
    LOOKED_AFTER_SINCE = "looked_after_since"
    LAST_REVIEW_ON = "last_review_on"
    LAST_REVIEW_NUMBER = "last_review_number"
    NEXT_REVIEW_ON = "next_review_on"
    IRO = "iro"
    SIBLINGS = "siblings"

    @property
    def label(self) -> str:
        """The field in the words of the work."""
        return _LABELS[self]

    @property
    def sentence_start(self) -> str:
        """The field as the first words of a sentence about one cell."""
        return _STARTS.get(self) or f"The {self.label.removeprefix('the ')}"


DATE_FIELDS = (
    CaseloadField.BORN_ON,
    CaseloadField.LOOKED_AFTER_SINCE,
    CaseloadField.LAST_REVIEW_ON,
    CaseloadField.NEXT_REVIEW_ON,
)


class Sureness(StrEnum):
    """How far a guess may be trusted."""

    STATED = "stated"  # a person said so; without a field: not to be read
    SURE = "sure"  # read
    LIKELY = "likely"  # read, and asked about
    UNSURE = "unsure"  # not read before a person says so
    NONE = "none"  # not read


_LABELS = {
    CaseloadField.CHILD: "the child's id",
    CaseloadField.NAME: "the child's whole name",
    CaseloadField.GIVEN_NAME: "the first name",
    CaseloadField.FAMILY_NAME: "the surname",
    CaseloadField.BORN_ON: "the date of birth",
    CaseloadField.LOOKED_AFTER_SINCE: "looked after since",
    CaseloadField.LAST_REVIEW_ON: "the last review that was held",
    CaseloadField.LAST_REVIEW_NUMBER: "the number of the last review",
    CaseloadField.NEXT_REVIEW_ON: "the day the next review is booked for",
    CaseloadField.IRO: "the IRO",
    CaseloadField.SIBLINGS: "brothers and sisters",
}

_STARTS = {
    CaseloadField.LOOKED_AFTER_SINCE: "The start of care",
    CaseloadField.LAST_REVIEW_ON: "The last review",
    CaseloadField.NEXT_REVIEW_ON: "The next review",
}
