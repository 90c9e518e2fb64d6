"""Limits of the law that were eased for a time: said beside a date of that time, never counted into it.

Adoption and Children (Coronavirus) (Amendment) Regulations 2020 (SI 2020/445), 24 April to 25 September 2020, made
without the consultation that the law required ([2020] EWCA Civ 1577). A register row keeps its limit; whether the
easement excuses a late review is for people to judge.
"""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.vocabulary import Mark
from iro_desktop.rules.model import Citation

_FROM = date(2020, 4, 24)
_TO = date(2020, 9, 25)
_PERIOD = "from 24 April to 25 September 2020"
_MADE = "The Regulations were made without the consultation that the law required ([2020] EWCA Civ 1577)."


@dataclass(frozen=True, slots=True)
class Easement:
    """For whose rules, and in which days, a limit of the law was eased."""

    from_on: date
    to_on: date  # last day
    rule_ids: frozenset[str]
    sentence: str  # what was eased, for people; begins "Covid easement: "
    citation: Citation

    def covers(self, rule_id: str, day: date) -> bool:
        """Whether a date of that rule on that day falls under it; both ends are in."""
        return rule_id in self.rule_ids and self.from_on <= day <= self.to_on


def _covid(rule_ids: frozenset[str], eased: str, source: str, mark: Mark) -> Easement:
    sentence = f"Covid easement: {_PERIOD} {eased}. {_MADE}"
    return Easement(_FROM, _TO, rule_ids, sentence, Citation(source, mark))


EASEMENTS = (
    _covid(
        frozenset({"review.later", "review.opening"}),
        "reviews after the second were to be held where reasonably practicable, not every six months",
        "SI 2020/445 reg 8, amending SI 2010/959 reg 33(2)",
        Mark.M,
    ),
    _covid(
        frozenset({"review.first", "review.second"}),
        "review timescales were relaxed; one summary reads that as the reviews after the second alone",
        "SI 2020/445 reg 8, amending SI 2010/959 reg 33",
        Mark.M,
    ),
    _covid(
        frozenset({"care.placement-plan"}),
        "a placement plan was due as soon as reasonably practicable, not within five working days",
        "SI 2020/445 reg 8(4), amending SI 2010/959 reg 9(2)",
        Mark.V,
    ),
    _covid(
        frozenset({"review.short-break"}),
        "a short break could be longer than 17 days",
        "SI 2020/445 reg 8, amending SI 2010/959 reg 48(2)(c)",
        Mark.V,
    ),
    _covid(
        frozenset({"private-fostering.first-visit"}),
        "a first visit was due as soon as reasonably practicable, not within seven working days",
        "SI 2020/445 reg 5, amending SI 2005/1533, as briefings of the time state it",
        Mark.M,
    ),
)


def easement_on(rule_id: str, day: date) -> Easement | None:
    """The easement under which a date of that rule on that day falls, or ``None``."""
    return next((one for one in EASEMENTS if one.covers(rule_id, day)), None)
