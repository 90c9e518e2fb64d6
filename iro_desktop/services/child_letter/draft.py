"""What a letter to the child could say, from the facts of the review, in words for the child's age.

Proposed, never more: it becomes the letter when a person saves it. No name stands in it but the child's own, the IRO's
and first words of those who came and work with the child.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import LONG_MONTHS, LONG_WEEKDAYS, age_on
from iro_desktop.domain.records import ChildFacts, Person, Review
from iro_desktop.domain.vocabulary import AgeBand, Outcome, Participation, ReviewKind, Role
from iro_desktop.rules.model import Deadline
from iro_desktop.services.child_letter.jargon import plainer
from iro_desktop.services.child_letter.name_guard import NameGuard
from iro_desktop.services.child_letter.words import WORDS, Phrases
from iro_desktop.services.recommendations import RecommendationRow, recommendations
from iro_desktop.services.restrictions import in_force, open_booking
from iro_desktop.services.words import asks_for_review

BULLET = "• "
YOURS = {
    Role.CHILD: "you",
    Role.MOTHER: "your mum",
    Role.FATHER: "your dad",
    Role.PARENT: "your parent",
    Role.RELATIVE: "somebody from your family, or a friend",
    Role.CARER: "your carer",
    Role.KEY_WORKER: "your key worker",
    Role.SOCIAL_WORKER: "your social worker",
    Role.TEAM_MANAGER: "your social worker’s manager",
    Role.FOSTERING: "your carer’s social worker",
    Role.SCHOOL: "your school",
    Role.HEALTH: "your nurse or doctor",
    Role.MENTAL_HEALTH: "the people who help with feelings",
    Role.ADVOCATE: "your advocate",
    Role.VISITOR: "your visitor",
    Role.GUARDIAN: "your guardian",
    Role.ADVISER: "your personal adviser",
    Role.YOUTH_JUSTICE: "your youth justice worker",
    Role.POLICE: "a police officer",
    Role.HOUSING: "your housing worker",
    Role.ADULT_SERVICES: "a worker for adults",
    Role.INTERPRETER: "your interpreter",
    Role.IRO: "I",
    Role.OTHER: "somebody else",
}
_CAME = frozenset({Participation.PN1, Participation.PN2, Participation.PN3, Participation.PN4})
_SENT = frozenset({Participation.PN5, Participation.PN6})
_CHILDLINE_TO = 19  # years
_SENTENCES = re.compile(r"(?<=\.)\s+")
_TITLES = frozenset("mr mrs ms miss mx dr prof the elm".split())


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter is written from."""

    facts: ChildFacts
    deadlines: tuple[Deadline, ...]
    review: Review
    band: AgeBand
    iro: str  # "" where none is allocated
    guard: NameGuard
    today: date

    @property
    def name(self) -> str:
        """What the child likes to be called."""
        return self.facts.child.known_as or self.facts.child.given_name or ""


def proposed(letter: Letter) -> str:
    """The letter as the facts give it: paragraphs apart by a line, headings without a mark at their end."""
    words = WORDS[letter.band]
    parts = [
        words.greeting.format(name=letter.name or "there"),
        _opening(letter, words),
        *_who_came(letter, words),
        *_said(letter, words),
        *_agreed(letter, words),
        words.next_heading,
        _next(letter, words),
        words.help_heading,
        _help(letter, words),
        words.closing.format(iro=letter.iro or "Your IRO"),
    ]
    return "\n\n".join(part for part in parts if part)


def _opening(letter: Letter, words: Phrases) -> str:
    how = letter.review.participation
    came = words.came if how in _CAME else words.sent if how in _SENT else words.missed if how else ""
    review = words.pathway if letter.review.kind is ReviewKind.PATHWAY else words.review
    first = words.opening.format(day=_day(letter.review.held_on, letter.today), review=review)
    me = words.me.format(iro=letter.iro) if letter.iro else words.me_unnamed
    return " ".join(part for part in (me, first, came) if part)


# --- who came


def _who_came(letter: Letter, words: Phrases) -> Iterator[str]:
    sentences = []
    for phrase, came in ((words.there, True), (words.not_there, False)):
        who = [_whom(letter, one) for one in _rows(letter, came=came)]
        if who and "{who}" in phrase:
            sentences.append(phrase.format(who=_and(who)))
        elif who and phrase:
            yield phrase
            yield "\n".join(f"{BULLET}{one}" for one in who)
    yield " ".join(sentences)


def _rows(letter: Letter, *, came: bool) -> list[Role]:
    told = (one for one in letter.facts.attendances if one.review_id == letter.review.id and one.came is came)
    return [role for role in dict.fromkeys(one.role for one in told) if role not in (Role.CHILD, Role.IRO)]


def _whom(letter: Letter, role: Role) -> str:
    """``your carer Sam``: with a first word where one person has the role and nothing is held against naming them."""
    here = [one for one in letter.facts.people if one.role is role and not _is_barred(letter, one)]
    first = here[0].name.split()[0].strip(",;:") if len(here) == 1 and _has_given_name(here[0]) else ""
    if not first or next(letter.guard.found_in(first), None) is not None:
        return YOURS[role]
    return f"{YOURS[role]} {first}"


def _is_barred(letter: Letter, person: Person) -> bool:
    left = person.left_on is not None and person.left_on <= letter.review.held_on
    return left or next(in_force(letter.facts, person, letter.today), None) is not None


def _has_given_name(person: Person) -> bool:
    """Whether it is typed as a person is named: "Sam Larkby"; not "Elm School", "Ms Larkby", "Mum"."""
    words = person.name.split()
    is_named = len(words) == 2 and all(one[0].isupper() and one.isalpha() for one in words)
    return person.role in _BY_NAME and is_named and words[0].casefold() not in _TITLES


_BY_NAME = frozenset({Role.CARER, Role.SOCIAL_WORKER, Role.KEY_WORKER, Role.ADVOCATE, Role.VISITOR, Role.ADVISER})


# --- what was said and agreed


def _said(letter: Letter, words: Phrases) -> Iterator[str]:
    before = max((one.held_on for one in letter.facts.reviews if one.held_on < letter.review.held_on), default=date.min)
    told = [one for one in letter.facts.wishes if before < one.told_on <= letter.review.held_on and one.views]
    if told and told[-1].views:
        yield words.said_heading
        yield words.said.format(words=letter.guard.without(told[-1].views.strip().rstrip(".")))


def _agreed(letter: Letter, words: Phrases) -> Iterator[str]:
    made = [
        one for one in recommendations(letter.facts, max(letter.today, letter.review.held_on)) if _is_of(one, letter)
    ]
    stand = [one for one in made if one.outcome is not Outcome.DECLINED]
    yield words.agreed_heading
    if not stand:
        yield words.nothing_agreed
    else:
        yield words.agreed
        yield "\n".join(f"{BULLET}{_line(letter, one, words)}" for one in stand)
    if len(stand) != len(made):
        yield words.declined


def _is_of(one: RecommendationRow, letter: Letter) -> bool:
    return one.held_on == letter.review.held_on


def _line(letter: Letter, one: RecommendationRow, words: Phrases) -> str:
    """What is to happen, in plain words, then who sees to it and by when."""
    text = letter.guard.without(plainer(one.text.strip())).rstrip(".")
    text = text[:1].upper() + text[1:]
    if one.outcome is Outcome.DONE:
        return f"{text}. {words.done}"
    by = words.by.format(day=_day(one.due_on, letter.today)) if one.due_on else ""
    return f"{text}. {who_does(one.owner, words)}{by}."


def who_does(owner: Role, words: Phrases) -> str:
    """``Your social worker will see to it``."""
    if owner is Role.IRO:
        return words.i_do
    who = YOURS[owner]
    return words.you_do if owner is Role.CHILD else words.they_do.format(who=who, Who=who[:1].upper() + who[1:])


# --- what comes


def _next(letter: Letter, words: Phrases) -> str:
    booking = open_booking(letter.facts)
    if booking is not None and booking.review_on > letter.review.held_on and booking.review_on >= letter.today:
        at = f" at {booking.at}" if booking.at else ""
        return words.next_on.format(day=_day(booking.review_on, letter.today) + at)
    later = (one for one in letter.deadlines if asks_for_review(one) and one.due_on and one.is_open)
    due = next((one.due_on for one in later if one.due_on and one.due_on > letter.review.held_on), None)
    if due is None:
        return words.next_unknown
    return words.next_by.format(day=_day(due, letter.today))


def _help(letter: Letter, words: Phrases) -> str:
    """Whom to turn to; Childline is there for those under 19."""
    born_on = letter.facts.child.born_on
    if born_on is None or age_on(born_on, max(born_on, letter.today)) < _CHILDLINE_TO:
        return words.help
    return " ".join(one for one in _SENTENCES.split(words.help) if "Childline" not in one)


def _day(day: date, today: date) -> str:
    """``Thursday 12 March``; the year where it is another."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{LONG_WEEKDAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]}{year}"


def _and(words: list[str]) -> str:
    """``your mum, your carer and your school``."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
