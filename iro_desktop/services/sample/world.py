"""What every invented life is drawn against: today, the calendar, and how punctual this authority is."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from iro_desktop.rules.calendar import WorkingCalendar, england
from iro_desktop.services.sample.days import add_months

TRACKED_MONTHS = 14  # long enough for the after-review work of a year's reviews
RECENT = 17  # working days back to the oldest review whose write-up stands on today's list


@dataclass(frozen=True, slots=True)
class World:
    """The day of the sample and what follows from it."""

    today: date
    calendar: WorkingCalendar
    late_share: float  # of reviews, held after their last lawful day
    tracking_from: date
    in_five: date  # five working days ahead
    recent_from: date  # the write-up of reviews from here on may still be on today's list
    yesterday: date  # the last working day before today

    def ago(self, working_days: int) -> date:
        """So many working days back."""
        return self.calendar.add(self.today, -working_days)

    def on_or_after(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        return self.calendar.add(day - timedelta(days=1), 1)


def world_of(rng: Random, today: date) -> World:
    """An authority that holds 91 to 97 % of its reviews in time."""
    calendar = england()
    return World(
        today,
        calendar,
        rng.uniform(0.035, 0.085),
        add_months(today, -TRACKED_MONTHS),
        calendar.add(today, 5),
        calendar.add(today, -RECENT),
        calendar.add(today, -1),
    )
