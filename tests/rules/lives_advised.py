"""Invented children with what their reviews recommended, in their time in care and after it."""

import random
from datetime import date, timedelta

from iro_desktop.domain.records import Child, ChildFacts, Episode, Recommendation, Review, Setting
from iro_desktop.domain.vocabulary import Outcome, Role
from tests.builders import new_id
from tests.rules.lives_more import ALWAYS, a_today, settings


def advised(seed: int) -> tuple[ChildFacts, tuple[Setting, ...], date]:
    """Up to four reviews, some still to come; recommendations with a day or none, open, closed, or closed later."""
    dice = random.Random(seed)
    today = a_today(dice)
    started_on = today - timedelta(days=dice.randrange(100, 900))
    ended_on = started_on + timedelta(days=dice.randrange(60, 900)) if dice.random() < 0.3 else None
    days = sorted(dice.sample(range(1, 930), dice.randrange(5)))
    reviews = tuple(Review(new_id(), "c", started_on + timedelta(days=one)) for one in days)
    made = [_made(dice, one, number) for one in reviews for number in range(1, dice.randrange(5))]
    dice.shuffle(made)
    episode = Episode(new_id(), "c", started_on, "S", "C2", None, "U6", None, ended_on, "E4A" if ended_on else None)
    facts = ChildFacts(Child("c", "AB12", ALWAYS, ALWAYS), (episode,), reviews, recommendations=tuple(made))
    return facts, settings(dice, today), today


def _made(dice: random.Random, review: Review, number: int) -> Recommendation:
    due_on = review.held_on + timedelta(days=dice.choice([0, 10, 28, 28, 90, 200])) if dice.random() < 0.8 else None
    over_on = review.held_on + timedelta(days=dice.randrange(400)) if dice.random() < 0.6 else None
    outcome = dice.choice(list(Outcome)) if over_on else None
    return Recommendation(
        new_id(), "c", review.id, number, "Text", dice.choice(list(Role)), None, due_on, outcome, over_on
    )
