"""How fast the rules are: working days against ``holidays``, deadlines against a bare loop over the same offsets.

Run as ``python -m tests.bench.rules``. Every ratio is taken within one run, from the best of several rounds, so that
the figures of different computers can be compared.
"""

import gc
import random
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial

from iro_desktop.domain.records import Allocation, Child, ChildFacts, Completion, Episode, Review
from iro_desktop.domain.vocabulary import Participation, ReviewMethod, Task
from iro_desktop.rules.calendar import WorkingCalendar, england
from iro_desktop.rules.compute import all_deadlines, deadlines_of
from iro_desktop.rules.model import Offset
from iro_desktop.rules.offsets import add, counted

TODAY = date(2026, 11, 23)
AFTER = (
    (Task.RECOMMENDATIONS, 4),
    (Task.RESPONSE, 8),
    (Task.UPDATED_CARE_PLAN, 9),
    (Task.MINUTES, 13),
    (Task.LETTER, 15),
    (Task.DISTRIBUTION, 19),
)


def child(number: int, random_: random.Random) -> ChildFacts:
    """A child of up to eight years in care, reviewed about when due, with the work around each review reported."""
    id_ = f"child-{number}"
    started_on = TODAY - timedelta(days=random_.randrange(10, 8 * 365))
    reviews: list[Review] = []
    completions: list[Completion] = []
    day = started_on + timedelta(days=random_.randrange(20, 30))
    while day <= TODAY:
        review = Review(f"{id_}-r{len(reviews)}", id_, day, None, Participation.PN1, ReviewMethod.MEETING)
        reviews.append(review)
        for task, days in AFTER:
            done_on = day + timedelta(days=days + random_.randrange(5))
            if done_on <= TODAY:
                completions.append(Completion(f"{review.id}-{task}", id_, task, done_on, review.id))
        if len(reviews) > 1 and random_.random() < 0.7 and day + timedelta(days=90) < TODAY:
            done_on = day + timedelta(days=90)
            completions.append(Completion(f"{review.id}-mid", id_, Task.MID_POINT, done_on, review.id))
        day += timedelta(days=random_.randrange(75, 92) if len(reviews) == 1 else random_.randrange(150, 182))
    return ChildFacts(
        Child(id_, f"C{number:06}", started_on, started_on, born_on=started_on - timedelta(days=3000)),
        (Episode(f"{id_}-e", id_, started_on, "S", "V2", None, "U6"),),
        tuple(reviews),
        (),
        tuple(completions),
        (Allocation(f"{id_}-a", id_, "iro", started_on + timedelta(days=3)),),
    )


def children(count: int) -> list[ChildFacts]:
    """The same children for the same count."""
    random_ = random.Random(count)
    return [child(number, random_) for number in range(count)]


def seconds(action: Callable[[], object]) -> float:
    """Processor time of one run, with the collector of garbage held back."""
    gc.collect()
    gc.disable()
    started = time.process_time()
    action()
    spent = time.process_time() - started
    gc.enable()
    return spent


def best_seconds(action: Callable[[], object], rounds: int = 7) -> float:
    """The shortest of several runs."""
    return min(seconds(action) for _ in range(rounds))


def bare(calendar: WorkingCalendar, counts: Iterable[tuple[date, Offset]]) -> None:
    """The due dates and nothing else: no rules chosen, no standing, no record made."""
    for day, offset in counts:
        add(calendar, day, offset)


def every_deadline(calendar: WorkingCalendar, of: Iterable[ChildFacts]) -> None:
    """All deadlines of these children, child by child, none kept."""
    for one in of:
        deadlines_of(one, calendar, TODAY)


def working_days() -> None:
    """Stepping 20 working days from 1,000 days: here, and by the library."""
    import holidays

    calendar = england()
    library = holidays.country_holidays("GB", subdiv="ENG", years=range(2019, 2027))
    days = [date(2020, 1, 1) + timedelta(days=2 * step) for step in range(1000)]
    ours = best_seconds(lambda: [calendar.add(day, 20) for day in days])
    theirs = best_seconds(lambda: [library.get_nth_working_day(day, 20) for day in days], rounds=2)
    print(
        f"20 working days: {ours * 1e3:.3f} µs here, {theirs * 1e3:.1f} µs by holidays: {theirs / ours:,.0f} × faster"
    )


def deadlines() -> None:
    """All deadlines of 400 and 4,000 children, against their due dates alone."""
    calendar = england()
    each: dict[int, float] = {}
    for count in (400, 4000):
        facts = children(count)
        counts = [(one.trigger_on, one.rule.offset) for one in all_deadlines(facts, calendar, TODAY)]
        counted.cache_clear()
        first = seconds(partial(every_deadline, calendar, facts))
        again = best_seconds(partial(every_deadline, calendar, facts))
        dates = best_seconds(partial(bare, calendar, counts))
        each[count] = again / count
        print(
            f"{count:,} children, {len(counts):,} deadlines: {first * 1e3:.0f} ms the first time, "
            f"{again * 1e3:.0f} ms after an act ({again / len(counts) * 1e6:.2f} µs each); "
            f"due dates alone {dates * 1e3:.0f} ms: {first / dates:.1f} × and {again / dates:.1f} ×"
        )
    print(f"One child of 4,000 costs {each[4000] / each[400]:.2f} × one child of 400")


if __name__ == "__main__":
    working_days()
    deadlines()
