"""When IROs are away in the coming months: two weeks or three, in weeks in which little is booked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import RecordLeave
from iro_desktop.domain.vocabulary import LeaveKind
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.world import World

_WEEKS_AHEAD = range(2, 24)
_CHOICES = 4  # weeks thought of for each week of leave
_TRAINING = 0.5


def leave(
    rng: Random, names: Sequence[str], members: Sequence[Member], booked: Mapping[str, date], world: World
) -> Iterator[RecordLeave]:
    """The leave of each IRO from Monday to Friday, and for some a day of training."""
    reviews_on: dict[str, list[date]] = {}
    for member in members:
        if member.child.council_id in booked:
            reviews_on.setdefault(member.iro, []).append(booked[member.child.council_id])
    for name in names:
        mondays = [add_days(world.today, 7 * week - world.today.weekday()) for week in _WEEKS_AHEAD]
        for _ in range(rng.choice((2, 3))):
            thought_of = rng.sample(mondays, _CHOICES)
            monday = min(thought_of, key=lambda day: _reviews_in(reviews_on.get(name, ()), day))
            mondays.remove(monday)
            yield RecordLeave(iro=name, from_on=monday, to_on=add_days(monday, 4))
        if rng.random() < _TRAINING:
            day = add_days(rng.choice(mondays), rng.randint(0, 4))
            yield RecordLeave(iro=name, from_on=day, to_on=day, what=LeaveKind.TRAINING)


def _reviews_in(days: Sequence[date], monday: date) -> int:
    return sum(monday <= day <= add_days(monday, 4) for day in days)
