"""Times of one day: how long a review is taken to last, and whether two things are at the same time."""

USUAL_MINUTES = 60  # how long a review is taken to last where nobody said


def minute_of(at: str) -> int:
    """The minute of the day.

    >>> minute_of("09:30")
    570
    """
    hours, minutes = at.split(":")
    return 60 * int(hours) + int(minutes)


def overlap(at: str, other_at: str, minutes: int | None = None, other_minutes: int | None = None) -> bool:
    """Whether both run at some moment; the end of one may be the beginning of the other.

    >>> overlap("10:00", "10:30"), overlap("10:00", "11:00"), overlap("10:00", "11:00", 90)
    (True, False, True)
    """
    begins, other_begins = minute_of(at), minute_of(other_at)
    ends, other_ends = begins + (minutes or USUAL_MINUTES), other_begins + (other_minutes or USUAL_MINUTES)
    return begins < other_ends and other_begins < ends
