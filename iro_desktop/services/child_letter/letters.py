"""The letter to one child after one review, as the window and the command line show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.dates import age_on, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import ChildLetter
from iro_desktop.domain.vocabulary import AgeBand, Task
from iro_desktop.services.child_letter.bands import band_of
from iro_desktop.services.child_letter.draft import Letter, proposed
from iro_desktop.services.child_letter.name_guard import NameGuard, guard_of
from iro_desktop.services.child_letter.reading_over import LetterRead, read_over
from iro_desktop.services.reviews_held import reviews_held
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.timescale import review_held


@dataclass(frozen=True, slots=True)
class LetterShown:
    """The letter of one review."""

    child: str  # council id
    name: str  # what the child likes to be called
    age: int | None  # on the day of the review
    held_on: date
    held_words: str  # "Thu 5 Nov 2026"
    number_words: str  # "Third review"
    band: AgeBand  # as written, or by the child's age
    text: str  # as written; "" where nothing is yet
    proposed: str  # by the facts, for the band
    deadline: str  # the open deadline of the letter; "" where it is sent, or not tracked
    sent_on: date | None

    @property
    def is_written(self) -> bool:
        """Whether somebody wrote it."""
        return bool(self.text)

    @property
    def shown(self) -> str:
        """What stands in its place to write: as written, else as proposed."""
        return self.text or self.proposed


def letter_of(
    snapshot: Snapshot,
    child: ChildNow,
    held_on: date | None,
    written: Iterable[ChildLetter],
    band: AgeBand | None = None,
) -> LetterShown:
    """The letter after the review held on that day, the newest where none is said; ``band``: other words than its own.

    Raises ``UserError`` where no review was held.
    """
    day = held_on or newest_review(child, snapshot.today)
    review = review_held(child.facts, day)
    before = next((one for one in written if one.review_id == review.id), None)
    chosen = band or (before.band if before else band_of(child.facts.child.born_on, day))
    guard = guard_of(snapshot, child, snapshot.today)
    facts = child.facts
    letter = Letter(facts, child.deadlines, review, chosen, child.iro or "", guard, snapshot.today)
    row = next(one for one in reviews_held(snapshot, child).rows if one.held_on == day)
    sent = [one.done_on for one in facts.completions if one.task is Task.LETTER and one.review_id == review.id]
    open_one = (
        one.id for one in child.deadlines if one.rule.id == Task.LETTER and one.review_on == day and one.is_open
    )
    return LetterShown(
        facts.child.council_id,
        letter.name or facts.child.council_id,
        age_on(facts.child.born_on, max(facts.child.born_on, day)) if facts.child.born_on else None,
        day,
        with_weekday(day),
        row.number_words,
        chosen,
        before.text if before else "",
        proposed(letter),
        next(open_one, ""),
        sent[-1] if sent else None,
    )


def newest_review(child: ChildNow, today: date) -> date:
    """The day of the newest review held. Raises ``UserError`` where there is none."""
    held = [one.held_on for one in child.facts.reviews if one.held_on <= today]
    if not held:
        raise UserError(
            f"No review of {child.facts.child.council_id} is recorded. Nothing was made. Record the review first.",
            field="review",
        )
    return held[-1]


def read_letter(snapshot: Snapshot, child: ChildNow, band: AgeBand, text: str) -> LetterRead:
    """A text read over as a letter to this child."""
    guard: NameGuard = snapshot.kept.once(
        ("name guard", child.facts.child.council_id), lambda: guard_of(snapshot, child, snapshot.today)
    )
    return read_over(text, band, guard)
