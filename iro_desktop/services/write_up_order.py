"""The order in which written-up reviews keep the most dates, where so many can be written up in a day.

One review, finished on a day, keeps each of its dates that is not past by then. A day has room for a few. So it is an
assignment of reviews to places, the kept dates counted, and it is solved exactly: no order keeps more. (Taking first
whatever loses most by waiting does not: it spends today on one date while two others run out together.)
"""

from collections.abc import Sequence
from datetime import date
from itertools import repeat
from math import inf


def kept(dates: Sequence[date], on: date) -> int:
    """How many of these dates are kept by what is finished on that day."""
    return sum(on <= one for one in dates)


def planned_days(dates: Sequence[Sequence[date]], days: Sequence[date], a_day: int) -> list[date]:
    """The day on which to finish each review, given its open dates, so that the most dates are kept.

    ``days``: days to write on, soonest first, and enough of them; ``a_day``: how many reviews fit in one. Of plans that
    keep as many, the reviews whose next date comes sooner come first.
    """
    places = [day for day in days for _ in repeat(None, a_day)][: len(dates)]
    if not dates:
        return []
    by_next = sorted(
        range(len(dates)), key=lambda index: (min(_open(dates[index], places[0]), default=date.max), index)
    )
    soonest_first = dict(zip(by_next, places, strict=True))
    if all(kept(own, soonest_first[index]) == kept(own, places[0]) for index, own in enumerate(dates)):
        return [soonest_first[index] for index in range(len(dates))]  # nothing is lost by it, so nothing keeps more
    urgency = {index: len(dates) - rank for rank, index in enumerate(by_next)}
    more = len(dates) ** 3 + 1  # one date kept outweighs every preference of order
    costs = [
        [urgency[index] * place - more * kept(own, day) for place, day in enumerate(places)]
        for index, own in enumerate(dates)
    ]
    return [places[place] for place in assigned(costs)]


def _open(dates: Sequence[date], first: date) -> list[date]:
    return [one for one in dates if one >= first]


def assigned(costs: Sequence[Sequence[int]]) -> list[int]:
    """For each row of a square table its own column, so that the sum is least (the Hungarian method, cubic).

    >>> assigned([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
    [1, 0, 2]
    """
    size = len(costs)
    of_row, of_column = [0] * (size + 1), [0] * (size + 1)  # prices; rows and columns are counted from 1
    row_of = [0] * (size + 1)  # by column; 0: free
    for row in range(1, size + 1):
        row_of[0] = row
        least, came_from = [inf] * (size + 1), [0] * (size + 1)
        seen: set[int] = set()
        column = 0
        while row_of[column]:  # until a free column is reached by the cheapest way
            seen.add(column)
            here = row_of[column]
            for other in range(1, size + 1):
                cost = costs[here - 1][other - 1] - of_row[here] - of_column[other]
                if other not in seen and cost < least[other]:
                    least[other], came_from[other] = cost, column
            nearest = min((one for one in range(1, size + 1) if one not in seen), key=least.__getitem__)
            step = int(least[nearest])
            for other in range(size + 1):
                if other in seen:
                    of_row[row_of[other]] += step
                    of_column[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:  # rows move along that way
            before = came_from[column]
            row_of[column], column = row_of[before], before
    return [row_of.index(row, 1) - 1 for row in range(1, size + 1)]
