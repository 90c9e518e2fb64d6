"""How far back a Reviews file reaches: the day from which it can be taken to hold every review."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from iro_desktop.domain.vocabulary import SHORT_BREAK_STATUSES, StartReason
from iro_desktop.exchange.ssda903_rows import EpisodeRow, ReviewRow

_INTERVAL = 183  # days: a child in care is reviewed at least every six months (SI 2010/959 reg 33)
_SILENCE = 31  # days without any review that a small authority may have around Easter
_TOO_SILENT = 5 * _INTERVAL  # days in care without a review: five were due, and chance leaves all out in under 1 in 100
_GRACE = 60  # days from the start of care in which the first review is held, and silence shows nothing

_Stay = tuple[int, int]  # ordinals of the first day and the day after the last


def reviews_from(reviews: Sequence[ReviewRow], episodes: Sequence[EpisodeRow], today: date) -> date | None:
    """The earliest day from which the file shows every review, or ``None`` where it shows no such day.

    A return holds whole collection years, 1 April to 31 March, so the day is a 1 April. It is not simply that of the
    earliest review: one review of an earlier year, entered late or with a slip in its date, would then claim that whole
    year, and with it false numbers for every child who was in care by then. A year is believed where there are at
    least half as many reviews as days in care call for (one for each 183 days; the law asks for more in the first
    year of care, and for none in the return under V3 or V4). Looked at are years up to the last review not after
    today; from the latest year that is believed, the reading goes back as long as each year before is believed too.

    Where it then turns out that the first month of that year, or more, holds no review although five were due (an
    export that begins in July), the day is that of the year's first review instead. Without an episode that calls
    for reviews nothing says how many there should be, and only the year of the last review is believed.

    No claim is made about days after the last review in the file: it may have been exported long ago.
    """
    held = sorted(review.held_on for review in reviews if review.held_on <= today)
    if not held:
        return None
    year = _first_year(Counter(map(_collection_year, held)), _stays(episodes, held[-1]))
    if year is None:
        return None
    opening = date(year, 4, 1)
    first_on = next(day for day in held if day >= opening)
    if (first_on - opening).days <= _SILENCE:
        return opening
    unheard = _days_in_care(_stays(episodes, held[-1], _GRACE), opening, first_on)
    return first_on if unheard > _TOO_SILENT else opening


def _collection_year(day: date) -> int:
    """The year in which the collection year of that day begins: 2025 for 31 March 2026."""
    return day.year - (day.month < 4)


def _stays(episodes: Sequence[EpisodeRow], last_on: date, grace: int = 0) -> list[_Stay]:
    """When children were in care and due to be reviewed; ``grace`` days after a start of care are left out."""
    end = last_on.toordinal() + 1
    return [
        (
            episode.started_on.toordinal() + (grace if episode.start_reason == StartReason.STARTED else 0),
            min(end, episode.ended_on.toordinal()) if episode.ended_on else end,
        )
        for episode in episodes
        if episode.legal_status not in SHORT_BREAK_STATUSES
    ]


def _first_year(counts: Counter[int], stays: list[_Stay]) -> int | None:
    """The first year of the latest unbroken run of believed years."""
    if not stays:
        return max(counts)
    first: int | None = None
    for year in range(max(counts), min(counts) - 1, -1):
        days = _days_in_care(stays, date(year, 4, 1), date(year + 1, 4, 1))
        if counts[year] and days and 2 * _INTERVAL * counts[year] >= days:
            first = year
        elif first is not None:
            break
    return first


def _days_in_care(stays: list[_Stay], start_on: date, before: date) -> int:
    start, end = start_on.toordinal(), before.toordinal()
    return sum(max(0, min(ended, end) - max(started, start)) for started, ended in stays)
