"""The fake desk's reviews held, recommendations, records and write-ups: a plain rule, and what was entered since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from iro_desktop.domain.acts import (
    AddRecommendation,
    ChangeRecommendation,
    CheckRecommendation,
    RecordOutcome,
    RemoveRecommendation,
    WriteRecord,
)
from iro_desktop.domain.dates import near, with_weekday
from iro_desktop.domain.vocabulary import AGENCY_OF, Outcome, Progress, Role, Task
from iro_desktop.services.recommendations import Look, RecommendationRow
from iro_desktop.services.review_record import RecordShown, SectionShown
from iro_desktop.services.reviews_held import HeldReview, ReviewsHeld
from iro_desktop.services.write_ups import OpenTask, WriteUpRow, WriteUpsView
from tests.ui.fake_people import TODAY, FakeChild, plus_working_days

AdviceAct = (
    AddRecommendation | ChangeRecommendation | RemoveRecommendation | RecordOutcome | CheckRecommendation | WriteRecord
)
_BEFORE = timedelta(days=182)
_OWN = {Task.RECOMMENDATIONS: "Recommendations", Task.MINUTES: "Minutes", Task.LETTER: "Letter to the child"}
_TEXTS = (
    (Role.SOCIAL_WORKER, "Family time with the maternal grandmother is set up and reviewed after three visits"),
    (Role.CARER, "A dentist is found near the placement and the child is registered"),
    (Role.SCHOOL, "A plan for the move to year seven is made before the end of term"),
    (Role.MENTAL_HEALTH, "The service says whether the referral is accepted, and from when"),
)
_HEADINGS = (
    ("Who came", "Came: social worker, carer.\nApologies or did not come: school."),
    ("What the child said", "Attended, spoke for themselves (PN1)."),
    ("Health", ""),
    ("Education", "School: reads well, and needs help with numbers."),
    ("Family time", ""),
    ("Recommendations", ""),
)


@dataclass(frozen=True, slots=True)
class FakeAdvice:
    """What was entered in the test."""

    acts: tuple[AdviceAct, ...] = ()

    def after(self, act: AdviceAct) -> "FakeAdvice":
        return FakeAdvice((*self.acts, act))


def reviews_of(child: FakeChild, told: FakeAdvice) -> ReviewsHeld:
    """The last review, and one half a year before it where the number says that there was one."""
    if child.last_on is None:
        return ReviewsHeld(child.id, ())
    days = [child.last_on, child.last_on - _BEFORE][: min(2, child.number or 1)]
    rows = _rows(child, days, told)
    has_minutes = any(task.task is Task.MINUTES for task in child.tasks)
    held = tuple(
        HeldReview(
            day,
            with_weekday(day),
            f"Review {(child.number or 1) - place}",
            "PN1",
            "in timescale",
            "social worker, carer; apologies from school" if place == 0 else "",
            tuple(row for row in rows if row.held_on == day),
            f"{child.id}/after.minutes" if place == 0 and has_minutes else "",
        )
        for place, day in enumerate(days)
    )
    return ReviewsHeld(child.id, held)


def _rows(child: FakeChild, days: Iterable[date], told: FakeAdvice) -> list[RecommendationRow]:
    rows = [
        _row(child, day, number, *_TEXTS[(number + place) % len(_TEXTS)], day + timedelta(days=28 * number), place + 1)
        for place, day in enumerate(days)
        for number in (1, 2)
    ]
    if len(rows) > 2:
        rows[2] = replace(rows[2], outcome=Outcome.DONE, outcome_on=TODAY - timedelta(days=3), is_overdue=False)
        rows[3] = replace(rows[3], looks=(Look(TODAY - timedelta(days=40), Progress.STUCK, "No place yet"),))
    for act in told.acts:
        if act.child == child.id and not isinstance(act, WriteRecord):
            rows = _after(rows, act, child)
    return rows


def _row(
    child: FakeChild, held_on: date, number: int, owner: Role, text: str, due_on: date | None, reviews: int
) -> RecommendationRow:
    is_late = due_on is not None and due_on < TODAY
    days = (TODAY - held_on).days
    return RecommendationRow(
        child.id, held_on, number, text, owner, AGENCY_OF[owner], due_on, None, None, "", (), reviews, days, is_late,
        reviews > 1,
    )  # fmt: skip


def _after(
    rows: list[RecommendationRow],
    act: AddRecommendation | ChangeRecommendation | RemoveRecommendation | RecordOutcome | CheckRecommendation,
    child: FakeChild,
) -> list[RecommendationRow]:
    of_review = [row for row in rows if row.held_on == act.held_on]
    if isinstance(act, AddRecommendation):
        number = 1 + max((row.number for row in of_review), default=0)
        return [*rows, _row(child, act.held_on, number, act.owner, act.text, act.due_on, 1)]
    place = next(n for n, row in enumerate(rows) if (row.held_on, row.number) == (act.held_on, act.number))
    one, rest = rows[place], [*rows[:place], *rows[place + 1 :]]
    if isinstance(act, RemoveRecommendation):
        return rest
    if isinstance(act, RecordOutcome):
        one = replace(one, outcome=act.outcome, outcome_on=act.on, note=act.note or "", is_overdue=False)
    elif isinstance(act, CheckRecommendation):
        one = replace(one, looks=(*one.looks, Look(act.on, act.progress, act.note or "")))
    else:
        one = replace(one, text=act.text or one.text, owner=act.owner or one.owner, due_on=act.due_on or one.due_on)
    return [*rows[:place], one, *rows[place + 1 :]]


def draft_of(child: FakeChild, held_on: date, number: int) -> str:
    return f"Recommendation {number} of the review of {held_on} (child {child.id}) is still open."


def record_shown(child: FakeChild, held_on: date, told: FakeAdvice) -> RecordShown:
    """A few headings; what was written in the test stands under them."""
    written = {
        act.heading: act.text
        for act in told.acts
        if isinstance(act, WriteRecord) and (act.child, act.held_on) == (child.id, held_on)
    }
    sections = tuple(SectionShown(name, written.get(name, ""), proposed) for name, proposed in _HEADINGS)
    return RecordShown(child.id, held_on, with_weekday(held_on), sections)


def write_ups_of(children: Mapping[str, FakeChild], scope: str | None) -> WriteUpsView:
    """The children with work of the IRO's own, the soonest first, two a day."""
    rows = []
    for child in children.values():
        own = sorted((task for task in child.tasks if task.task in _OWN and task.review_on), key=lambda one: one.due_on)
        if own and child.last_on and (scope is None or child.iro == scope):
            tasks = tuple(_task(child, one.task, one.due_on) for one in own)
            rows.append((child, tasks))
    rows.sort(key=lambda pair: (pair[1][0].is_late, pair[1][0].due_on, pair[0].id))
    return WriteUpsView(scope or "all IROs", tuple(_write_up(n, *pair) for n, pair in enumerate(rows)), 2, TODAY)


def _task(child: FakeChild, task: Task, due_on: date) -> OpenTask:
    is_late = due_on < TODAY
    what = _OWN[task]
    words = f"{what}, {'late since' if is_late else 'due'} {near(due_on, TODAY)}"
    return OpenTask(f"{child.id}/{task.value}", what, due_on, words, is_late)


def _write_up(place: int, child: FakeChild, tasks: tuple[OpenTask, ...]) -> WriteUpRow:
    assert child.last_on is not None
    day = TODAY if place < 2 else plus_working_days(TODAY, place // 2)
    return WriteUpRow(
        child.id,
        f"{child.given} {child.family[:1]}.",
        child.last_on,
        f"review of {near(child.last_on, TODAY, weekday=False)}",
        child.iro,
        tasks,
        day,
        "today" if day == TODAY else near(day, TODAY),
        sum(day <= one.due_on for one in tasks),
        sum(one.due_on == TODAY for one in tasks),
        day == TODAY,
    )
