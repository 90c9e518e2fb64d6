"""The record of a review: the service's own headings, each with what is written, or what the facts propose.

What is proposed is taken from the facts as they are: roles, codes in words, texts as they were typed. No names are
added. It becomes part of the record only when it is saved.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.records import ChildFacts, RecordSection, Review, Sending
from iro_desktop.domain.vocabulary import AGENCY_OF, Agency, ReviewKind
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.services.recommendations import RecommendationRow, recommendations
from iro_desktop.services.timescale import review_held

HEADINGS = "record-headings"


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One heading of the record."""

    heading: str
    text: str  # as written; "" where nothing is yet
    proposed: str  # by the facts; "" where they say nothing of it

    @property
    def is_written(self) -> bool:
        """Whether it is part of the record."""
        return bool(self.text)

    @property
    def shown(self) -> str:
        """What stands in its place to write: as written, else as proposed."""
        return self.text or self.proposed


@dataclass(frozen=True, slots=True)
class RecordShown:
    """The record of one review, heading by heading in the service's order."""

    child: str  # council id
    held_on: date
    held_words: str  # "Thu 5 Nov 2026"
    sections: tuple[SectionShown, ...]

    def as_text(self) -> str:
        """The whole, to be pasted into the case system: headings with what is written or proposed, empty ones left."""
        return "\n\n".join(f"{one.heading}\n{one.shown}" for one in self.sections if one.shown)


def headings(practice: Practice, held_on: date) -> tuple[str, ...]:
    """The service's headings for a review held on that day, in order."""
    named = (" ".join(one.split()) for one in practice.value(HEADINGS, held_on).split("|"))
    return tuple(dict.fromkeys(one for one in named if one))


def record_of(
    facts: ChildFacts, held_on: date, written: Iterable[RecordSection], practice: Practice = STANDARD
) -> RecordShown:
    """The record of the review held on that day; what stands under a heading no longer in use comes last.

    Raises ``UserError`` where no review was held on that day.
    """
    review = review_held(facts, held_on)
    texts = {one.heading: one.text for one in written if one.review_id == review.id}
    named = (_of_whom(one, review, texts) for one in headings(practice, held_on))
    ordered = dict.fromkeys((*named, *texts))
    sections = (SectionShown(one, texts.get(one, ""), _proposed(one, facts, review)) for one in ordered)
    return RecordShown(facts.child.council_id, held_on, with_weekday(held_on), tuple(sections))


def _of_whom(heading: str, review: Review, texts: Collection[str]) -> str:
    """A pathway plan is a young person's: the heading says so, unless something is written under the other already."""
    if review.kind is not ReviewKind.PATHWAY or heading in texts:
        return heading
    return heading.replace("the child", "the young person").replace("The child", "The young person")


def _proposed(heading: str, facts: ChildFacts, review: Review) -> str:
    folded = heading.casefold()
    propose = next((each for words, each in _BY_WORDS if any(word in folded for word in words)), None)
    return "\n".join(propose(facts, review)) if propose else ""


# --- what the facts propose


def _who_came(facts: ChildFacts, review: Review) -> list[str]:
    told = [one for one in facts.attendances if one.review_id == review.id]
    lines = []
    for words, came in (("Came", True), ("Apologies or did not come", False)):
        roles = dict.fromkeys(one.role.label for one in told if one.came is came)
        lines += [f"{words}: {', '.join(roles)}."] if roles else []
    return lines


def _child_said(facts: ChildFacts, review: Review) -> list[str]:
    lines = []
    if review.participation is not None:
        label = review.participation.label
        lines.append(f"{label[:1].upper()}{label[1:]} ({review.participation.value}).")
    told = [one for one in facts.wishes if _before(facts, review) < one.told_on <= review.held_on and one.views]
    lines += [f"In their words, {short(one.told_on)}: {one.views}" for one in told[-1:]]
    return lines


def _earlier(facts: ChildFacts, review: Review) -> list[str]:
    """What became of those still open when this review began: by this review's own day."""
    before = _before(facts, review)
    earlier = [one for one in recommendations(facts, review.held_on) if one.held_on < review.held_on]
    taken_up = [one for one in earlier if one.outcome_on is None or one.outcome_on > before]
    return [_as_found(one) for one in taken_up]


def _as_found(one: RecommendationRow) -> str:
    return f"{one.number} of {short(one.held_on)} ({one.owner.label}): {one.text} – {one.stood_words}."


def _new(facts: ChildFacts, review: Review) -> list[str]:
    made = (one for one in recommendations(facts, date.max) if one.held_on == review.held_on)
    return [f"{one.number}. {one.text} ({_by(one)})" for one in made]


def _by(one: RecommendationRow) -> str:
    return f"{one.owner.label}, by {short(one.due_on)}" if one.due_on else one.owner.label


def _plan(_facts: ChildFacts, review: Review) -> list[str]:
    if review.is_plan_current is None:
        return []
    plan = "pathway" if review.kind is ReviewKind.PATHWAY else "care"
    return [f"The {plan} plan was {'' if review.is_plan_current else 'not '}up to date at the review."]


def _views_of(*agencies: Agency) -> Callable[[ChildFacts, Review], list[str]]:
    """What came back from people of those agencies for this review, in their words."""

    def proposed(facts: ChildFacts, review: Review) -> list[str]:
        after = _before(facts, review)
        told = (one for one in facts.sendings if one.views and AGENCY_OF[one.to] in agencies)
        return [_told(one) for one in told if one.returned_on and after < one.returned_on <= review.held_on]

    return proposed


def _told(one: Sending) -> str:
    role = one.to.label
    return f"{role[:1].upper()}{role[1:]}: {one.views}"


def _before(facts: ChildFacts, review: Review) -> date:
    """The day of the review before; what was told after it belongs to this one."""
    return max((one.held_on for one in facts.reviews if one.held_on < review.held_on), default=date.min)


# By words in the heading, in the service's own wording; the first that fits.
_BY_WORDS: tuple[tuple[tuple[str, ...], Callable[[ChildFacts, Review], list[str]]], ...] = (
    (("who came", "attend", "present"), _who_came),
    (("said", "wishes", "voice", "child’s views", "child's views"), _child_said),
    (("earlier", "previous", "last review"), _earlier),
    (("recommend", "decision"), _new),
    (("health",), _views_of(Agency.HEALTH, Agency.MENTAL_HEALTH)),
    (("education", "school"), _views_of(Agency.EDUCATION)),
    (("family", "contact"), _views_of(Agency.FAMILY)),
    (("placement", "home", "lives"), _views_of(Agency.PLACEMENT)),
    (("plan",), _plan),
)
