"""What follows a review, counted from its completion, and the check half-way to the next.

IRO Handbook 2010 as retold in authorities' procedures; the mid-point review has no statutory interval.
"""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from iro_desktop.domain.vocabulary import Authority, Mark, Ownership, Task
from iro_desktop.rules.model import Citation, Offset, Rule, Unit

_HANDBOOK = "IRO Handbook 2010, as procedures state it"


def _after(task: Task, what: str, sentence: str, days: int, owner: str, ownership: Ownership, source: Citation) -> Rule:
    trigger = "the recommendations were sent" if task is Task.RESPONSE else "the review was completed"
    offset = Offset(days, Unit.WORKING_DAYS)
    authority = Authority.LOCAL if task is Task.LETTER else Authority.GUIDANCE
    return Rule(task.value, "after", sentence, what, trigger, offset, owner, ownership, authority, source)


RECOMMENDATIONS = _after(
    Task.RECOMMENDATIONS,
    "Recommendations",
    "The IRO's recommendations are written and sent within 5 working days of the review.",
    5,
    "IRO",
    Ownership.MINE,
    Citation(_HANDBOOK, Mark.V),
)
RESPONSE = _after(
    Task.RESPONSE,
    "Manager's answer",
    "The manager answers within 5 working days of receiving the recommendations; uncontested, they become decisions.",
    5,
    "team manager",
    Ownership.THEIRS,
    Citation("IRO Handbook 2010 ch.3, as an IRO guidance note states it", Mark.V),
)
CARE_PLAN_UPDATE = _after(
    Task.UPDATED_CARE_PLAN,
    "Care plan update",
    "The care plan is updated within 10 working days of the review.",
    10,
    "social worker",
    Ownership.THEIRS,
    Citation(_HANDBOOK, Mark.V),
)
MINUTES = _after(
    Task.MINUTES,
    "Minutes",
    "The full record of the review is finished within 15 working days of the review.",
    15,
    "IRO",
    Ownership.MINE,
    Citation(_HANDBOOK, Mark.V),
)
LETTER = _after(
    Task.LETTER,
    "Letter to the child",
    "The letter to the child is sent within 15 working days of the review.",
    15,
    "IRO",
    Ownership.MINE,
    Citation("Practice of one authority, 15 days, read as working days", Mark.V),
)
SIGN_OFF = Rule(
    Task.SIGN_OFF.value,
    "after",
    "The team manager signs the record off within 5 working days of receiving it.",
    "Record signed off",
    "the minutes were finished",
    Offset(5, Unit.WORKING_DAYS),
    "team manager",
    Ownership.WATCH,
    Authority.LOCAL,
    Citation("Procedure of one authority, for review records and pathway reviews", Mark.LA),
)
DISTRIBUTION = _after(
    Task.DISTRIBUTION,
    "Distribution of the record",
    "The record of the review is distributed within 20 working days of the review.",
    20,
    "business support",
    Ownership.THEIRS,
    Citation(_HANDBOOK, Mark.V),
)
MID_POINT = Rule(
    Task.MID_POINT.value,
    "mid-point",
    "Half-way between six-monthly reviews, 3 months after the last one, the IRO checks each recommendation.",
    "Mid-point review",
    "the last review was held",
    Offset(3, Unit.MONTHS),
    "IRO",
    Ownership.MINE,
    Authority.LOCAL,
    Citation("Local practice; no statutory interval", Mark.I),
)


@lru_cache(maxsize=256)
def half_way(days: int) -> Rule:
    """The mid-point where the service has it half-way: so many days after the last review."""
    sentence = f"Half-way to the next review, {days} days after the last one, the IRO checks each recommendation."
    return replace(MID_POINT, offset=Offset(days, Unit.DAYS), sentence=sentence)


FROM_COMPLETION = (
    (Task.RECOMMENDATIONS, RECOMMENDATIONS),
    (Task.UPDATED_CARE_PLAN, CARE_PLAN_UPDATE),
    (Task.MINUTES, MINUTES),
    (Task.LETTER, LETTER),
    (Task.DISTRIBUTION, DISTRIBUTION),
)


class Rows(NamedTuple):
    """The rows that judge the work after a review."""

    from_completion: tuple[tuple[Task, Rule], ...]
    response: Rule
    sign_off: Rule


STANDARD_ROWS = Rows(FROM_COMPLETION, RESPONSE, SIGN_OFF)
RULES = (RECOMMENDATIONS, RESPONSE, CARE_PLAN_UPDATE, MINUTES, SIGN_OFF, LETTER, DISTRIBUTION, MID_POINT)
