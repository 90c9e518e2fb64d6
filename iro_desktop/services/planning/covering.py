"""The fewest days that reach everybody, where no one day suits all. Knows of numbers and days, not of children."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

MOST = 12  # children for whom every way of sharing is looked at

Score = tuple[int, ...]  # the larger the better
Best = Callable[[Sequence[int], Iterable[date]], tuple[Score, date]]


def fewest_days(lawful: Sequence[frozenset[date]], best: Best) -> list[tuple[date, tuple[int, ...]]]:
    """Days with the children held on them, soonest first: as few as can be, then with the larger smallest score.

    ``best`` chooses among the days that are lawful for all the children named. Every child has a lawful day.
    """
    everybody = (1 << len(lawful)) - 1
    chosen = _best_days(lawful, best)
    # By set of children reached: days needed and the smallest score, with the last set added.
    reached: dict[int, tuple[int, Score, int]] = {0: (0, (), 0)}
    for mask in range(1, everybody + 1):
        lowest = mask & -mask
        ways = []
        part = mask
        while part:
            if part & lowest and part in chosen:
                count, score, _ = reached[mask ^ part]
                ways.append((count + 1, _smaller(score, chosen[part][0]), part))
            part = (part - 1) & mask
        reached[mask] = min(ways, key=lambda way: (way[0], tuple(-one for one in way[1])))
    return _parts(reached, chosen, everybody)


def _best_days(lawful: Sequence[frozenset[date]], best: Best) -> dict[int, tuple[Score, date]]:
    """For each set of children that shares a day the best one; sets that share none are absent."""
    shared: dict[int, frozenset[date]] = {}
    for mask in range(1, 1 << len(lawful)):
        lowest = mask & -mask
        own = lawful[lowest.bit_length() - 1]
        rest = mask ^ lowest
        days = own & shared.get(rest, frozenset()) if rest else own
        if days:
            shared[mask] = days
    return {mask: best(_members(mask), days) for mask, days in shared.items()}


def _smaller(one: Score, other: Score) -> Score:
    return min(one, other) if one else other


def _members(mask: int) -> tuple[int, ...]:
    return tuple(n for n in range(mask.bit_length()) if mask >> n & 1)


def _parts(
    reached: dict[int, tuple[int, Score, int]], chosen: dict[int, tuple[Score, date]], mask: int
) -> list[tuple[date, tuple[int, ...]]]:
    found = []
    while mask:
        part = reached[mask][2]
        found.append((chosen[part][1], _members(part)))
        mask ^= part
    return sorted(found)
