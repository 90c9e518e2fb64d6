"""Figures that were kept: those of the year before last as a report printed them, and last year's frozen.

One of the printed ones does not follow from its own numbers, as happens; the program says so and keeps it as printed.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from iro_desktop.domain.acts import Act, FreezeFigures, RecordPublished, RecordTaskDone
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.figure_times import last_year
from iro_desktop.services.sample.world import World

_CAME_LATE, _SOON = 4, timedelta(18)
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


def with_frozen(acts: Sequence[Act], today: date) -> tuple[Act, ...]:
    """Last year frozen with all its rows, for a caseload (an authority would take long); a few letters came in late."""
    first, last = last_year(today)
    letters = [
        one
        for one in acts
        if isinstance(one, RecordTaskDone)
        and one.task is Task.LETTER
        and one.review_on is not None
        and first <= one.review_on <= last
        and one.done_on - one.review_on <= _SOON  # sent in time: frozen, they were not known to be sent
    ]
    late = letters[-_CAME_LATE:]
    return (*(one for one in acts if one not in late), _frozen(first, last), *late)


def _frozen(first: date, last: date) -> FreezeFigures:
    return FreezeFigures(name=f"Annual report {_year(first, last)}", from_on=first, to_on=last)


def _year(first: date, last: date) -> str:
    return f"{first.year}/{last.year % 100:02d}"
