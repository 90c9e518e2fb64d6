"""The reviews of one child that were held, with who came and what each recommended; and alerts drafted from drift."""

from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.records import ChildFacts, Review
from iro_desktop.domain.vocabulary import ReviewKind
from iro_desktop.services.child_page import settled_reviews, timescale_words
from iro_desktop.services.recommendations import RecommendationRow, recommendations
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import number_words


@dataclass(frozen=True, slots=True)
class HeldReview:
    """One review that was held."""

    held_on: date
    held_words: str  # "Thu 5 Nov 2026"
    number_words: str  # "Third review"
    participation: str  # "PN1"; "" where no code is held
    timescale: str  # "in timescale"
    came: str  # "social worker, carer; apologies from school"; "" where nothing is said
    made: tuple[RecommendationRow, ...]  # what it recommended, by number
    minutes: str  # the deadline of its minutes while they are open; "" otherwise

    @property
    def open_words(self) -> str:
        """``2 of 5 open``; empty where it recommended nothing."""
        still = sum(one.is_open for one in self.made)
        if not self.made:
            return ""
        return f"{still} of {len(self.made)} open" if still else f"{len(self.made)}, all closed"


@dataclass(frozen=True, slots=True)
class ReviewsHeld:
    """Every review of one child, newest first."""

    child: str  # council id
    rows: tuple[HeldReview, ...]

    @property
    def still_open(self) -> tuple[RecommendationRow, ...]:
        """What is carried to the next review, oldest first."""
        return tuple(one for row in reversed(self.rows) for one in row.made if one.is_open)

    def recommendation(self, held_on: date, number: int) -> RecommendationRow | None:
        """One of them, by the review that made it and its number."""
        made = (one for row in self.rows if row.held_on == held_on for one in row.made)
        return next((one for one in made if one.number == number), None)


def reviews_held(snapshot: Snapshot, child: ChildNow) -> ReviewsHeld:
    """The reviews held by today with what each recommended, as it stands."""
    facts = child.facts
    made = recommendations(facts, snapshot.today, snapshot.practice)
    settled = settled_reviews(child.deadlines)
    open_minutes = {one.review_on: one.id for one in child.deadlines if one.rule.id == "after.minutes" and one.is_open}
    rows = []
    for review in facts.reviews:
        if review.held_on > snapshot.today:
            continue
        one = settled.get(review.held_on)
        rows.append(
            HeldReview(
                review.held_on,
                with_weekday(review.held_on),
                _number(review, one.review_number if one else review.number),
                review.participation.value if review.participation else "",
                timescale_words(one),
                _came(facts, review),
                tuple(each for each in made if each.held_on == review.held_on),
                open_minutes.get(review.held_on, ""),
            )
        )
    return ReviewsHeld(facts.child.council_id, tuple(reversed(rows)))


def _number(review: Review, number: int | None) -> str:
    return "Pathway plan review" if review.kind is ReviewKind.PATHWAY else number_words(number)


def _came(facts: ChildFacts, review: Review) -> str:
    told = [one for one in facts.attendances if one.review_id == review.id]
    came = ", ".join(dict.fromkeys(one.role.label for one in told if one.came))
    missed = ", ".join(dict.fromkeys(one.role.label for one in told if not one.came))
    return "; ".join(part for part in (came, f"apologies from {missed}" if missed else "") if part)


def alert_draft(facts: ChildFacts, row: RecommendationRow, today: date, *, with_text: bool = True) -> str:
    """What an alert about a recommendation that drifts would say; the child stands in it by id.

    ``with_text`` False: without the words of the recommendation and of its notes, which may name people.
    """
    since = [one.held_on for one in facts.reviews if row.held_on < one.held_on <= today]
    looks = [look.words if with_text else f"{look.progress.label} on {short(look.on)}" for look in row.looks]
    which = f"Recommendation {row.number} of the review of {short(row.held_on)} (child {row.child})"
    lines = [
        f"{which} is still open: {row.drift_words}.",
        f"It reads: {row.text}" if with_text else "",
        f"Whom it asks: {row.owner.label} ({row.agency.label}). Due: {row.due_words}.",
        f"How it stood: {'; '.join(looks)}." if looks else "Nothing says how it stood since.",
        f"Reviews held since: {', '.join(short(day) for day in since)}." if since else "",
        "Please say what has been done, what stands in the way, and by when it will be done.",
    ]
    return "\n".join(line for line in lines if line)
