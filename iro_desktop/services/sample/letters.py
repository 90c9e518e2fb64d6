"""Letters to children after their last reviews, some sent, some begun; and what IROs tell of themselves."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from iro_desktop.domain.acts import Act, AddRecommendation, RecordTaskDone, SetIroPicture, WriteAboutIro, WriteLetter
from iro_desktop.domain.dates import LONG_MONTHS, LONG_WEEKDAYS
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.child_letter.bands import band_of
from iro_desktop.services.child_letter.draft import who_does
from iro_desktop.services.child_letter.jargon import plainer
from iro_desktop.services.child_letter.words import WORDS
from iro_desktop.services.sample.cast import Member
from iro_desktop.services.sample.portraits import portrait
from iro_desktop.services.sample.world import World

LetterAct = WriteLetter | WriteAboutIro | SetIroPicture

_WRITTEN_HERE = 0.6  # of the letters sent; others were written elsewhere: assumed
_BEGUN = 0.4  # of those still owed
_PAINTED = 8  # IROs with a picture; others have not handed theirs in
_RECENT_DAYS = 200
_TELLS = (
    "I have a dog called Biscuit, who is afraid of cats.\n\nI like swimming in cold water and reading on trains.",
    "I grow tomatoes on my balcony. Last year there were four.\n\nI am learning to play the drums, slowly.",
    "I used to be in care myself when I was small.\n\nI like football, and I do not mind if you support another team.",
    "I have two cats and a very old bicycle.\n\nI like to draw. Bring your pens when we meet, if you like.",
    "I bake on Sundays. It does not always work.\n\nI like walking in the rain and hearing how your week was.",
)


def letters(
    rng: Random, members: Sequence[Member], names: Sequence[str], entered: Sequence[Act], world: World
) -> Iterator[LetterAct]:
    """Words and pictures of the IROs, then letters child by child. ``entered``: tasks done and recommendations."""
    for number, name in enumerate(names):
        yield WriteAboutIro(iro=name, words=_TELLS[number % len(_TELLS)])
        if number < _PAINTED:
            yield SetIroPicture(iro=name, picture=portrait(number))
    made: dict[tuple[str, date], list[AddRecommendation]] = {}
    for one in entered:
        if isinstance(one, AddRecommendation):
            made.setdefault((one.child, one.held_on), []).append(one)
    sent = {
        (one.child, one.review_on) for one in entered if isinstance(one, RecordTaskDone) and one.task is Task.LETTER
    }
    for member in members:
        held_on = (
            member.life.stays[-1].cycle.held[-1] if member.life.is_open and member.life.stays[-1].cycle.held else None
        )
        if held_on is None or not world.ago(_RECENT_DAYS) <= held_on < world.ago(1):
            continue
        key = (member.child.council_id, held_on)
        if rng.random() < (_WRITTEN_HERE if key in sent else _BEGUN):
            yield _letter(member, held_on, made)


def _letter(member: Member, held_on: date, made: Mapping[tuple[str, date], Sequence[AddRecommendation]]) -> WriteLetter:
    band = band_of(member.child.born_on, held_on)
    words = WORDS[band]
    wanted = made.get((member.child.council_id, held_on), ())
    agreed = (
        (words.agreed, "\n".join(f"• {plainer(one.text)} {who_does(one.owner, words)}." for one in wanted))
        if wanted
        else (words.nothing_agreed,)
    )
    parts = (
        words.greeting.format(name=member.name.known_as or member.name.given),
        f"{words.me.format(iro=member.iro)} {words.opening.format(day=_day(held_on), review=words.review)}",
        words.agreed_heading,
        *agreed,
        words.help_heading,
        words.help,
        words.closing.format(iro=member.iro),
    )
    return WriteLetter(child=member.child.council_id, held_on=held_on, band=band, text="\n\n".join(parts))


def _day(day: date) -> str:
    return f"{LONG_WEEKDAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]}"
