"""Performance clinics of the last half year: monthly with each IRO, with what was agreed and what came of it."""

from collections.abc import Iterator, Sequence
from random import Random

from iro_desktop.domain.acts import Act, AddClinicAction, RecordClinic, RecordClinicAction
from iro_desktop.services.sample.days import add_days
from iro_desktop.services.sample.world import World

_CLINICS = 6
_LAST_AGO = (19, 27)  # days since the last clinic
_BETWEEN = (27, 33)  # days from one to the next
_AGREED = (  # what is agreed, and what came of it
    ("Minutes are begun on the day after a review: two mornings a week are kept free for it.",
     "The mornings are kept; four of five were begun in time."),
    ("The letter to the child is drafted in the review itself, with the child.",
     "Tried three times, and liked; it stays."),
    ("Mid-points for the next two months are put into the diary now.", "All are in the diary."),
    ("Recommendations that drift are raised with the team manager before the next review.",
     "Two were raised; one has moved on since."),
    ("Reviews are booked ten working days before the last lawful day.", "Six of seven since then."),
    ("Consultation forms to schools are sent a week earlier, before the holidays.", "More came back, and sooner."),
    ("Visits to children who were not seen since the summer are planned first.", "Seen, all but one."),
    ("Every child of four and over is asked what they want from the meeting before it is planned.",
     "Asked, and written down; two chose who should come."),
    ("An alert that waits for its answer is looked at each Friday.", "Done each week; one was taken further."),
)  # fmt: skip
_NOTES = (
    "A full month with two long hearings. Write-ups come first for the next weeks.",
    "Cover for a colleague took days; the backlog is small again.",
    "A good month. What helps: the diary, and writing on the day.",
    None,
)


def clinics(rng: Random, names: Sequence[str], world: World) -> Iterator[Act]:
    """For each IRO: of what was agreed most is done, one thing is late, and the last clinic’s is still open."""
    for name in names:
        ago, days = rng.randint(*_LAST_AGO), []
        for _ in range(_CLINICS):
            day = add_days(world.today, -ago)
            days.append(day if world.calendar.is_working(day) else world.calendar.add(day, -1))
            ago += rng.randint(*_BETWEEN)
        words = rng.sample(range(len(_AGREED)), len(_AGREED))
        for back, held_on in sorted(enumerate(days), reverse=True):
            yield RecordClinic(iro=name, held_on=held_on, note=_NOTES[(back + rng.randint(0, 1)) % len(_NOTES)])
            for number in range(1, 1 + (back % 2 + 1)):
                text, came_of = _AGREED[words.pop() if words else rng.randrange(len(_AGREED))]
                yield AddClinicAction(iro=name, held_on=held_on, text=text, due_on=add_days(held_on, 28 + 14 * number))
                is_late = back == 1 and number == 1  # past its day, and nobody said what came of it
                if back and not is_late:
                    done_on = min(add_days(held_on, rng.randint(12, 48)), add_days(world.today, -2))
                    yield RecordClinicAction(iro=name, held_on=held_on, number=number, done_on=done_on, came_of=came_of)
