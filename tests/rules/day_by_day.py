"""Counting days the slow way: one day after another, over GOV.UK's own list. Nothing of the program is used."""

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path

DAY = timedelta(days=1)
LIST = Path(__file__).parent / "data" / "england-and-wales-2012-2028.csv"


@cache
def bank_holidays() -> dict[date, str]:
    """The list's days with their titles."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return {date.fromisoformat(row["date"]): row["title"] for row in csv.DictReader(file)}


def is_working_day(day: date) -> bool:
    """Whether it is neither Saturday, Sunday nor on the list."""
    return day.isoweekday() <= 5 and day not in bank_holidays()


def working_days_on(start: date, count: int) -> date:
    """Step from ``start``, day 0, over so many working days; back where negative."""
    day, left = start, abs(count)
    while left:
        day += DAY if count > 0 else -DAY
        left -= is_working_day(day)
    return day


def days_on(start: date, count: int) -> date:
    """Step so many days."""
    day = start
    for _ in range(abs(count)):
        day += DAY if count > 0 else -DAY
    return day


def months_on(start: date, count: int) -> date:
    """Step to the same day number so many months on, or stop on the last day of a month that has no such day."""
    step = DAY if count > 0 else -DAY
    day, left = start, abs(count)
    while left:  # to the first day of the month wanted, or when going back to its last
        before = day.month
        day += step
        left -= day.month != before
    if count < 0:
        day = day.replace(day=1)
    while day.day < start.day and (day + DAY).month == day.month:
        day += DAY
    return day if count else start


def offset_on(start: date, text: str) -> date:
    """The day an offset like ``-15wd`` or ``+3m`` leads to."""
    count, unit = (int(text[:-2]), "wd") if text.endswith("wd") else (int(text[:-1]), text[-1])
    match unit:
        case "wd":
            return working_days_on(start, count)
        case "d":
            return days_on(start, count)
        case "w":
            return days_on(start, 7 * count)
        case "m":
            return months_on(start, count)
        case _:
            return months_on(start, 12 * count)
