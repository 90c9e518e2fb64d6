"""Where the entitlement of a random care history differs from the second reckoning of every day."""

from datetime import timedelta

from iro_desktop.rules.leaving_reasons import entitlements
from tests.rules.reckoned_counts import birthday_of
from tests.rules.reckoned_leaving import life, statuses

_DAY = timedelta(days=1)


def difference_in_entitlement(seed: int) -> str | None:
    """What the two say differently of status, since when, and what comes next; ``None``: nothing."""
    facts, today = life(seed)
    assert facts.child.born_on is not None
    found = statuses(facts, today, birthday_of(facts.child.born_on, 25) + 2 * _DAY)
    expected = found.get(today, "none")
    since, coming = today, None
    while found.get(since - _DAY) == expected:
        since -= _DAY
    ahead = (day for day in sorted(found) if day > today)
    coming = next(((day, found[day]) for day in ahead if found[day] != expected), None)
    computed = entitlements(facts, today).computed
    said = (computed.status.value, computed.since if expected != "none" else None)
    next_said = (computed.coming.on, computed.coming.status.value) if computed.coming else None
    reckoned = (expected, since if expected != "none" else None)
    if (said, next_said) == (reckoned, coming):
        return None
    return f"seed {seed} on {today}: computed {said}, next {next_said}; reckoned {reckoned}, next {coming}"
