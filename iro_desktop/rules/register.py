"""The register: every rule in force or once in force, in one tuple, and the day the law was last checked."""

from datetime import date
from typing import Final

from iro_desktop.rules import (
    after_review,
    ages,
    conferences,
    disputes,
    foster_carers,
    pathway,
    preparation,
    private_fostering,
    recommendations,
    reviews,
    start_of_care,
)
from iro_desktop.rules.model import Rule

LAW_CHECKED_ON: Final = date(2026, 7, 31)

RULES: Final[tuple[Rule, ...]] = (
    *start_of_care.RULES,
    *reviews.RULES,
    *preparation.RULES,
    *after_review.RULES,
    *recommendations.RULES,
    *conferences.RULES,
    *disputes.RULES,
    *pathway.RULES,
    *private_fostering.RULES,
    *foster_carers.RULES,
    *ages.RULES,
)


def rules_of(rule_id: str) -> tuple[Rule, ...]:
    """All rows with that id, oldest first; empty if there is none."""
    return tuple(rule for rule in RULES if rule.id == rule_id)
