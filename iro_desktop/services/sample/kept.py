"""Figures that were kept: those of the year before last as a report printed them, and two times frozen.

What was entered after they were frozen came in late. One of the printed ones does not follow from its own numbers, as
happens; the program says so and keeps it as printed.
"""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.acts import FreezeFigures, RecordPublished
from iro_desktop.services.figure_times import last_year, this_year
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.world import World

# Measure, as printed, how many, of how many; invented.
_PRINTED = (
    ("timeliness.held", 91.0, 131, 144),
    ("participation.strict", 93.1, 108, 116),
    ("attendance", 58.6, 68, 116),
    ("recommendations.in-time", 52.1, 74, 142),
    ("minutes.in-time", 68.0, 89, 142),  # of 142 that would be 97: 89 are 62.7 %
    ("mid-point.coverage", 71.4, 90, 126),
)


def published(world: World) -> Iterator[RecordPublished]:
    """The year before last, figure after figure."""
    first, last = last_year(last_year(world.today)[0])
    for measure, value, met, of in _PRINTED:
        yield RecordPublished(
            name=f"{_year(first, last)} as published",
            from_on=first,
            to_on=last,
            measure=measure,
            value=value,
            numerator=met,
            denominator=of,
        )


def frozen(today: date) -> Iterator[FreezeFigures]:
    """Last year, and this one to the end of last month, with all their rows; for a caseload: others take long."""
    first, last = last_year(today)
    yield FreezeFigures(name=f"Annual report {_year(first, last)}", from_on=first, to_on=last)
    month_end = add_days(today.replace(day=1), -1)
    yield FreezeFigures(name=f"To the end of {month_end:%B %Y}", from_on=this_year(month_end)[0], to_on=month_end)


def _year(first: date, last: date) -> str:
    return f"{first.year}/{last.year % 100:02d}"
