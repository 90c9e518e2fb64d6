"""What a service may choose about how dates are counted: each choice with its values, default and meaning.

A choice is dated: what was counted from before that day is judged as it was. No choice gives a review a later day than
the law does.
"""

import re
from dataclasses import dataclass

from iro_desktop.domain.protocol import STANDARD_STAGES, fault_of_stages

LIMIT = "limit:"  # and a rule's id: the service's own limit in its place, ``+10wd``; ``rule`` takes it back
RULES_OWN = "rule"
IROS_COMPARED = "iros-compared"
OFFSET = re.compile(r"[+-]?\d{1,3}(wd|d|w|m|y)")


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting."""

    key: str
    label: str  # what is chosen
    values: tuple[tuple[str, str], ...]  # value and what it means; the first is the default
    pattern: str = ""  # further values, as a regular expression
    pattern_words: str = ""  # how to write them
    why: str = ""  # what stands behind the default, for whoever is about to change it

    @property
    def default(self) -> str:
        """The value where nobody has chosen."""
        return self.values[0][0]

    def words(self, value: str) -> str:
        """What a value means."""
        return dict(self.values).get(value, value)


_YES_NO = (("yes", "yes"), ("no", "no"))
_HEADINGS = (
    "Who came|What the child said|Health|Education|Family time|Where the child lives|Identity and interests|Care plan|"
    "Earlier recommendations|Recommendations"
)
CHOICES: tuple[Choice, ...] = (
    Choice(
        "anchor",
        "The next review counts from",
        (
            ("actual", "the day the review before it was held"),
            ("original-due", "the day it was due, where that is the earlier"),
        ),
    ),
    Choice(
        "series",
        "A series of meetings is dated by",
        (
            ("first-meeting", "its first meeting, where completed within 20 working days"),
            ("completion", "its completion; the next review counts from the first meeting"),
        ),
    ),
    Choice("extra-review-resets", "An early review starts the count of the next", _YES_NO),
    Choice(
        "adoption-authorised",
        "Authorised to place for adoption, not placed",
        (("both", "both clocks run, the earlier counts"), ("adoption-only", "the adoption clock alone")),
    ),
    Choice(
        "alert-stages",
        "Stages of a dispute, who answers each, and in which time",
        ((STANDARD_STAGES, STANDARD_STAGES.replace(" | ", "; then ")),),
        r".*\S.*",
        "stages in their order with | between them",
    ),
    Choice(
        "partner-reply",
        "A partner agency is asked to answer an escalation within",
        (("10wd", "10 working days"), ("none", "no time, unless one is said")),
        r"\+?[1-9]\d?(wd|d|w|m)",
        "a length of time, as 10wd or 2w",
    ),
    Choice("informal-counts-to-cap", "Informal days count to the 20 working days of a dispute", _YES_NO),
    Choice(
        "participation",
        "Participation is shown as",
        (("strict", "strict: PN1, PN2, PN3, PN5, PN6"), ("broad", "broad: all but PN7")),
    ),
    Choice(
        "mid-point",
        "The mid-point review is due",
        (
            ("3-months", "3 months after the last review, where the interval is 6 months"),
            ("half-interval", "half-way to the next review"),
        ),
    ),
    Choice(
        "foster-carer-year",
        "A foster carer's year runs from",
        (("meeting", "the review meeting"), ("decision", "the decision maker's date")),
    ),
    Choice(
        "day-0",
        "The day a count of working days starts from",
        (("not-counted", "is not counted"), ("counted", "is day 1")),
    ),
    Choice(
        "iro-visit",
        "The IRO sees the child between reviews",
        (("none", "no deadline"),),
        r"\+?[1-9]\d?(wd|d|w|m)",
        "a length of time, as 2m or 30wd",
    ),
    Choice(
        "pathway-cycle",
        "Pathway plan reviews have the tasks before and after a review too",
        (("yes", "yes, as other reviews have"), ("no", "no")),
    ),
    Choice(
        "in-touch",
        "The authority is in touch with a care leaver at least every",
        (("none", "no deadline"),),
        r"\+?[1-9]\d?(wd|d|w|m)",
        "a length of time, as 8w or 2m",
    ),
    Choice(
        "fostering-meeting",
        "Child-in-need meetings of a privately fostered child are held every",
        (("none", "no deadline"),),
        r"\+?[1-9]\d?(wd|d|w|m)",
        "a length of time, as 6w or 3m",
    ),
    Choice(
        "recommendation-drift",
        "An alert is drafted for a recommendation open at",
        (("2", "2 reviews running, the one that made it counted"),),
        r"[3-9]",
        "a number of reviews running, 2 to 9",
    ),
    Choice(
        "footprint-gap",
        "Nobody goes without contact, mid-point or review for longer than",
        (("90d", "90 days"), ("none", "no limit")),
        r"\+?[1-9]\d{0,2}d|\+?[1-9]\d?(wd|w|m)",
        "a length of time, as 3m or 60d",
    ),
    Choice(
        "supervision",
        "Each IRO has supervision at least every",
        (("none", "no limit"),),
        r"\+?[1-9]\d?(wd|d|w|m)",
        "a length of time, as 6w or 2m",
    ),
    Choice(
        IROS_COMPARED,
        "Figures that can be better or worse are told apart by IRO",
        (
            ("no", "no: each IRO stands beside that IRO’s own earlier figures"),
            ("yes", "yes: IROs stand beside one another, in the order of names"),
        ),
        why=(
            "Caseloads differ in number, in distance and in what the children need: a table of IROs ranks them by what "
            "they were given. A trend against oneself tells what changed. How many children, reviews or alerts each "
            "IRO has is shown either way."
        ),
    ),
    Choice(
        "record-headings",
        "Headings of the record of a review",
        ((_HEADINGS, _HEADINGS.replace("|", ", ")),),
        r"[^|\n]*[^|\s][^|\n]*(\|[^|\n]*[^|\s][^|\n]*)*",
        "headings in their order with | between them",
    ),
    Choice(
        "write-ups-a-day",
        "Reviews that an IRO writes up in a day",
        (("2", "2 reviews"),),
        r"[1-9]",
        "a number of reviews, 1 to 9",
    ),
    Choice(
        "due-soon",
        "A date is due soon within",
        (("10", "10 working days"),),
        r"[1-9]\d?",
        "a number of working days, 1 to 99",
    ),
)
BY_KEY = {choice.key: choice for choice in CHOICES}


def fault_of(key: str, value: str) -> str:
    """Why that value cannot be chosen; ``""`` where it can. Whether a rule exists is not known here."""
    if key.startswith(LIMIT):
        if value == RULES_OWN or OFFSET.fullmatch(value):
            return ""
        return f"A limit is written as 10wd, 28d, 6w or 5m, or as “{RULES_OWN}” for the rule's own"
    choice = BY_KEY.get(key)
    if choice is None:
        return f"There is no setting “{key}”"
    if key == "alert-stages":
        return fault_of_stages(value)
    if value in dict(choice.values) or (choice.pattern and re.fullmatch(choice.pattern, value)):
        return ""
    known = ", ".join(f"“{one}”" for one, _ in choice.values)
    return f"“{choice.label}” is {known}" + (f" or {choice.pattern_words}" if choice.pattern else "")
