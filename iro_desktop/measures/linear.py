"""Equations in whole numbers, solved exactly: which numbers follow from others by adding and taking away."""

from collections.abc import Iterable, Mapping
from math import gcd

Row = dict[int, int]  # variable to its coefficient; the sum of all of them is nought
Bounds = tuple[int, int | None]  # least and most; None: no most is known


def reduced(rows: Iterable[Row], unknown: frozenset[int]) -> list[Row]:
    """The equations solved for the unknown: each of them that leads stands in its own row alone.

    A row with one unknown left gives that one away. Shown variables are carried along, so that a row says from what.

    >>> reduced([{0: 1, 1: -1, 2: -1}, {1: 1, 2: -1, 3: -1}], frozenset({1, 2}))
    [{0: 1, 1: -2, 3: 1}, {2: 2, 3: 1, 0: -1}]
    """
    leads: dict[int, Row] = {}
    uses: dict[int, set[int]] = {}  # unknown that does not lead, to the leads of the rows it stands in
    for row in sorted(rows, key=len):
        left = _without_leads(row, leads)
        lead = min((one for one in left if one in unknown), key=lambda one: (len(uses.get(one, ())), one), default=None)
        if lead is None:
            continue
        for other in uses.pop(lead, set()):
            before = leads[other]
            leads[other] = _without(before, left, lead)
            _used(uses, other, before, leads[other], unknown)
        leads[lead] = left
        _used(uses, lead, {}, left, unknown)
    return list(leads.values())


def _without_leads(row: Row, leads: Mapping[int, Row]) -> Row:
    left = dict(row)
    for one in row:
        if one in leads and one in left:
            left = _without(left, leads[one], one)
    return left


def _used(uses: dict[int, set[int]], lead: int, before: Row, after: Row, unknown: frozenset[int]) -> None:
    """Keep in mind which unknown stand in the row of a lead."""
    for one in before.keys() - after.keys():
        uses.get(one, set()).discard(lead)
    for one in after.keys() - before.keys():
        if one in unknown and one != lead:
            uses.setdefault(one, set()).add(lead)


def _without(row: Row, by: Row, one: int) -> Row:
    """The row less so many times the other that the variable falls away."""
    ours, theirs = row[one], by[one]
    shared = gcd(ours, theirs)
    times, less = theirs // shared, ours // shared
    found = {each: count * times for each, count in row.items()}
    for each, count in by.items():
        rest = found.get(each, 0) - less * count
        if rest:
            found[each] = rest
        else:
            found.pop(each, None)
    if abs(times) != 1:
        shared = gcd(*found.values()) if found else 1
        found = {each: count // shared for each, count in found.items()} if shared > 1 else found
    return found


def narrowed(
    rows: Iterable[Row], known: Mapping[int, int], least: Mapping[int, int], rounds: int = 8
) -> tuple[dict[int, Bounds], dict[int, Row]]:
    """Between what each unknown must lie, counts being whole and never below nought; and the row that said it last.

    >>> narrowed([{0: 1, 1: -1, 2: -1}], {0: 5}, {1: 1, 2: 1})[0]
    {1: (1, 4), 2: (1, 4)}
    """
    bounds: dict[int, Bounds] = {one: (low, None) for one, low in least.items()}
    said: dict[int, Row] = {}
    waiting = [
        (row, {one: count for one, count in row.items() if one not in known},
         -sum(count * known[one] for one, count in row.items() if one in known))
        for row in rows
    ]  # fmt: skip
    for _ in range(rounds):
        changed = set()
        for row, left, total in waiting:
            for one in _narrow(left, total, bounds):
                said[one] = row
                changed.add(one)
        if not changed:
            break
        waiting = [each for each in waiting if not changed.isdisjoint(each[1])]
    return bounds, said


def _narrow(left: Row, total: int, bounds: dict[int, Bounds]) -> list[int]:
    """Narrow what stands in one equation, where the sum of all in it is ``total``; which ones became narrower."""
    low = high = 0
    free_low = free_high = 0  # how many have no end on that side
    ends: dict[int, tuple[int | None, int | None]] = {}
    for one, count in left.items():
        least, most = bounds[one]
        at_least, at_most = count * least, None if most is None else count * most
        ends[one] = bottom, top = (at_least, at_most) if count > 0 else (at_most, at_least)
        low, free_low = (low, free_low + 1) if bottom is None else (low + bottom, free_low)
        high, free_high = (high, free_high + 1) if top is None else (high + top, free_high)
    found = []
    for one, count in left.items():
        bottom, top = ends[one]
        most_left = total - (low - (bottom or 0)) if free_low == (bottom is None) else None
        least_left = total - (high - (top or 0)) if free_high == (top is None) else None
        if count < 0:
            most_left, least_left = least_left, most_left
        least, most = bounds[one]
        below = None if least_left is None else -(-least_left // count)
        above = None if most_left is None else most_left // count
        new = (least if below is None else max(least, below), above if most is None else min(most, above or 0))
        if above is None:
            new = (new[0], most)
        if new != (least, most) and (new[1] is None or new[0] <= new[1]):
            bounds[one] = new
            found.append(one)
    return found
