"""Questions that the tests of the rules put to one child's facts."""

from iro_desktop.domain.records import ChildFacts
from iro_desktop.rules.calendar import england
from iro_desktop.rules.compute import deadlines_of
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.rules.reviews import NEXT_REVIEW
from tests.builders import on

REGULATION_33 = NEXT_REVIEW - {"review.adoption-authorised"}  # of which one at most is owed; the other runs beside


def deadlines(facts: ChildFacts, today: str, practice: Practice = STANDARD) -> list[Deadline]:
    """Everything, settled or not."""
    return deadlines_of(facts, england(), on(today), practice)


def of_rule(rule: str, facts: ChildFacts, today: str, practice: Practice = STANDARD) -> list[Deadline]:
    """The deadlines of one rule."""
    return [one for one in deadlines(facts, today, practice) if one.rule.id == rule]


def only(rule: str, facts: ChildFacts, today: str, practice: Practice = STANDARD) -> Deadline:
    """The one deadline of a rule."""
    (found,) = of_rule(rule, facts, today, practice)
    return found


def open_due(rule: str, facts: ChildFacts, today: str, practice: Practice = STANDARD) -> str:
    """The day on which the one open deadline of a rule is due, as ISO text."""
    (found,) = [one for one in of_rule(rule, facts, today, practice) if one.is_open]
    return str(found.due_on)


def told(rule: str, facts: ChildFacts, today: str, practice: Practice = STANDARD) -> list[tuple[str, str]]:
    """Due day and standing of each deadline of a rule, in their order."""
    return [(str(one.due_on), one.standing.value) for one in of_rule(rule, facts, today, practice)]


def owed(facts: ChildFacts, today: str) -> Deadline:
    """The one review that is owed."""
    (found,) = [one for one in deadlines(facts, today) if one.rule.id in REGULATION_33 and one.is_open]
    return found


def nothing_owed(facts: ChildFacts, today: str) -> bool:
    """Whether no review is owed."""
    return not [one for one in deadlines(facts, today) if one.rule.id in REGULATION_33 and one.is_open]


def settled_on(day: str, facts: ChildFacts, today: str) -> Deadline:
    """The review deadline that was settled on that day."""
    (found,) = [one for one in deadlines(facts, today) if one.rule.id in REGULATION_33 and one.met_on == on(day)]
    return found


def missed(facts: ChildFacts, today: str) -> list[tuple[str, str]]:
    """Rule and due day of everything that can no longer be done, the work before reviews aside."""
    found = (one for one in deadlines(facts, today) if one.standing == "missed")
    return [(one.rule.id, str(one.due_on)) for one in found if one.rule.subject != "before"]
