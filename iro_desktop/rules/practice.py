"""The service's own practice: settings by date, and the row of the register that judges a trigger under them.

A choice counts from its day on, by the day of the trigger: what began before is judged as it was. A local limit only
brings a date of the law forward; it replaces a limit of guidance either way, and is then shown as local.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from iro_desktop.domain.choices import BY_KEY, LIMIT, RULES_OWN
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import Setting
from iro_desktop.domain.vocabulary import Authority, Mark
from iro_desktop.rules.model import Citation, Offset, Rule, Unit
from iro_desktop.rules.offsets import parse_offset


class Practice:
    """Settings, asked by day. ``is_plain``: nobody has chosen anything, every rule stands as it is printed."""

    def __init__(self, settings: Iterable[Setting] = ()) -> None:
        """Take the settings in any order."""
        self._by_key: dict[str, tuple[list[date], list[Setting]]] = {}
        for one in sorted(settings, key=lambda one: one.from_on):
            days, rows = self._by_key.setdefault(one.key, ([], []))
            days.append(one.from_on)
            rows.append(one)
        self.is_plain = not self._by_key
        self._counts_start = "day-0" in self._by_key

    def setting(self, key: str, on: date) -> Setting | None:
        """The setting in force on a day; ``None``: the default."""
        found = self._by_key.get(key)
        if found is None:
            return None
        position = bisect_right(found[0], on)
        return found[1][position - 1] if position else None

    def value(self, key: str, on: date) -> str:
        """The value in force on a day."""
        one = self.setting(key, on)
        return BY_KEY[key].default if one is None else one.value

    def is_chosen(self, key: str, value: str, on: date) -> bool:
        """Whether that value is in force on a day."""
        return self.value(key, on) == value

    def coming(self, key: str, after: date) -> tuple[Setting, ...]:
        """Settings that come into force later, soonest first."""
        return tuple(one for one in self._by_key.get(key, ([], []))[1] if one.from_on > after)

    def limit(self, rule_id: str, on: date) -> Setting | None:
        """The local limit for triggers of that day, or ``None``."""
        one = self.setting(LIMIT + rule_id, on)
        return None if one is None or one.value == RULES_OWN else one

    def rows(self, rule: Rule, trigger_on: date) -> tuple[Rule, Rule | None]:
        """The rule as it judges a trigger of that day, and the service's own row beside it, if there is one."""
        if self.is_plain:
            return rule, None
        limit = self.limit(rule.id, trigger_on)
        local = _local(rule, limit.value, limit.from_on) if limit else None
        if self._counts_start and self.is_chosen("day-0", "counted", trigger_on):
            return _from_day_one(rule), _from_day_one(local) if local else None
        return rule, local

    def due_soon_on(self, today: date) -> int:
        """Within how many working days a date is due soon, as chosen by today."""
        return int(self.value("due-soon", today))


STANDARD = Practice()


@lru_cache(maxsize=1 << 8)
def _from_day_one(rule: Rule) -> Rule:
    """The rule with its trigger's day as day 1, where it counts working days forward."""
    counts = rule.offset.unit is Unit.WORKING_DAYS and rule.offset.count > 0
    return replace(rule, counts_start=True) if counts else rule


@lru_cache(maxsize=1 << 8)
def _local(rule: Rule, value: str, from_on: date) -> Rule:
    """The service's own limit in the place of a rule's; backward rules count back whatever sign was written."""
    offset = parse_offset(value)
    is_backward = rule.offset.count < 0 or rule.subject == "before"
    count = -abs(offset.count) if is_backward else abs(offset.count)
    offset = Offset(count, offset.unit)
    return replace(
        rule,
        offset=offset,
        sentence=f"{rule.sentence} By the service's own standard: {offset.words}.",
        authority=Authority.LOCAL,
        citation=Citation(f"Local standard from {short(from_on)}; beside it: {rule.citation.source}", Mark.LA),
    )
