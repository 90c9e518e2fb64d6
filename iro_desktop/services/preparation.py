"""The sheet for the next review, on a page: the day, the child, who is asked, the work before it, what is open."""

from collections.abc import Iterator
from datetime import date

from iro_desktop.domain.acts import RecordSent, RecordTaskDone
from iro_desktop.domain.dates import in_full, near, short, with_weekday
from iro_desktop.domain.records import Booking, Completion, Recommendation, Wishes
from iro_desktop.domain.vocabulary import CircumstanceKind, Standing, TalkHow, Task
from iro_desktop.rules.compute import next_pathway_review, next_review
from iro_desktop.rules.model import Deadline
from iro_desktop.services.asked import Cycle, asked_lines, forms_out, overdue_by
from iro_desktop.services.child_so import notices
from iro_desktop.services.preparation_views import PrepForm, PrepLine, PrepPart, PrepSheet
from iro_desktop.services.restrictions import open_booking
from iro_desktop.services.words import (
    due_words,
    full_name,
    limit_words,
    number_words,
    standing_words,
    what_of,
    working_days,
)

_WANTED = (
    ("views", "In their own words"),
    ("where", "Where they want it"),
    ("when", "When they want it"),
    ("who", "Who should come"),
    ("chairing", "Leading it"),
    ("not_coming", "Rather not coming"),
)
_RECEIVED = frozenset({Task.REPORT})
_PREPARED = tuple(task for task in Task if task.startswith("before.") and task is not Task.CHILD_SEEN)


def preparation(cycle: Cycle) -> PrepSheet:
    """Everything about the next review of one child."""
    booking = open_booking(cycle.facts)
    owed = next_review(cycle.deadlines) or next_pathway_review(cycle.deadlines)
    asked = asked_lines(cycle)
    parts = (
        PrepPart("The review", tuple(_review_lines(cycle, booking, owed))),
        PrepPart("The child", tuple(_child_lines(cycle))),
        PrepPart("Who is asked", (*asked, *_nobody_yet(asked))),
        PrepPart("Before the review", tuple(_work_lines(cycle))),
        PrepPart("Open recommendations", tuple(_recommendation_lines(cycle))),
    )
    return PrepSheet(
        cycle.facts.child.council_id,
        full_name(cycle.facts.child),
        _heading(booking, owed),
        _summary(cycle, asked),
        booking.review_on if booking else None,
        tuple(part for part in parts if part.lines),
    )


def _heading(booking: Booking | None, owed: Deadline | None) -> str:
    review = number_words(owed.review_number) if owed else "Next review"
    if booking is None:
        return f"{review}, not booked"
    return f"{review}, {in_full(booking.review_on)}{f' at {booking.at}' if booking.at else ''}"


def _summary(cycle: Cycle, asked: tuple[PrepLine, ...]) -> tuple[tuple[int, str], ...]:
    unsent = sum(any(isinstance(act, RecordSent) for act in one.acts) for one in asked)
    waited_for = forms_out(cycle)
    late = sum(bool(overdue_by(cycle, one)) for one in waited_for)
    settled = sum(one.standing is Standing.MET for one in asked)
    return (
        (unsent, "to be sent something"),
        (len(waited_for), "with a form not back" if len(waited_for) == 1 else "with forms not back"),
        (late, "overdue"),
        (settled, "asked, nothing waits"),
    )


# --- the review


def _review_lines(cycle: Cycle, booking: Booking | None, owed: Deadline | None) -> Iterator[PrepLine]:
    if booking is None:
        yield PrepLine(
            "when", "When", "not booked yet", standing=Standing.UPCOMING, do_words="Book", asks=PrepForm.BOOK
        )
    else:
        is_past = booking.review_on < cycle.today
        words = "was it held?" if is_past else _ahead(cycle, booking.review_on)
        day = f"{with_weekday(booking.review_on)}{f', {booking.at}' if booking.at else ', time not said'}"
        standing = Standing.NOT_RECORDED if is_past else None
        yield PrepLine("when", "When", f"{day}, {words}", standing=standing)
        venue = booking.venue.label if booking.venue else ""
        where = venue[:1].upper() + venue[1:] or ("place said" if booking.place else "place not said")
        yield PrepLine("where", "Where", where, said=booking.place or "")
    if owed is not None and owed.due_on is not None:
        yield PrepLine("limit", limit_words(owed)[:1].upper() + limit_words(owed)[1:], due_words(owed))
    for number, one in enumerate(_hearings(cycle)):
        yield PrepLine(f"hearing/{number}", "Hearing", with_weekday(one[0]), said=one[1])
    told = notices(cycle.facts, cycle.deadlines, cycle.booked_on, cycle.today)
    yield from (PrepLine(f"notice/{number}", "To know", words) for number, words in enumerate(told))


def _ahead(cycle: Cycle, day: date) -> str:
    left = cycle.calendar.between(cycle.today, day)
    return "today" if day == cycle.today else f"in {working_days(left)}"


def _hearings(cycle: Cycle) -> Iterator[tuple[date, str]]:
    for one in cycle.facts.circumstances:
        if one.kind is CircumstanceKind.HEARING and one.from_on >= cycle.today:
            yield one.from_on, one.note or ""


# --- the child


def _child_lines(cycle: Cycle) -> Iterator[PrepLine]:
    yield _talk_line(cycle)
    wishes = cycle.facts.wishes[-1] if cycle.facts.wishes else None
    yield _wishes_line(cycle, wishes)
    if wishes is not None:
        for name, label in _WANTED:
            said = getattr(wishes, name)
            if said:
                yield PrepLine(f"wish/{name}", label, "", said=said)
    yield _explained_line(cycle)


def _talk_line(cycle: Cycle) -> PrepLine:
    duty = next(
        (one for one in cycle.deadlines if one.rule.id == Task.CHILD_SEEN and one.trigger_on == cycle.booked_on), None
    )
    talk = _talk(cycle)
    label = "Hearing the child"
    if talk is not None:
        how = TalkHow(talk.detail).label if talk.detail else "spoken to alone"
        words = f"{how}, {near(talk.done_on, cycle.today)}"
        return PrepLine("talk", label, words, said=talk.note or "", standing=Standing.MET)
    if duty is None or not duty.is_open:
        words, standing = "not yet, since the last review", Standing.UPCOMING
    else:
        words = f"{what_of(duty)}: {_lower(standing_words(duty))}, by {near(duty.due_on or cycle.today, cycle.today)}"
        standing = duty.standing
    return PrepLine("talk", label, words, standing=standing, do_words="Heard", asks=PrepForm.TALK)


def _talk(cycle: Cycle) -> Completion | None:
    """The newest talk since the last review; one on its day was before it."""
    found = [one for one in cycle.facts.completions if one.task is Task.CHILD_SEEN and one.done_on > cycle.last_held]
    return found[-1] if found else None


def _wishes_line(cycle: Cycle, wishes: Wishes | None) -> PrepLine:
    if wishes is None:
        return PrepLine(
            "wishes", "Wishes", "not asked yet", standing=Standing.UPCOMING, do_words="Wishes", asks=PrepForm.WISHES
        )  # fmt: skip
    is_new = wishes.told_on > cycle.last_held
    carried = "" if is_new else ", carried forward from an earlier review"
    return PrepLine(
        "wishes",
        "Wishes",
        f"told {near(wishes.told_on, cycle.today)}{carried}",
        standing=Standing.MET if is_new else Standing.UPCOMING,
        do_words="Wishes",
        asks=PrepForm.WISHES,
    )


def _explained_line(cycle: Cycle) -> PrepLine:
    days = [one.explained_on for one in cycle.facts.wishes if one.explained_on is not None]
    label = "Rights, advocacy, complaints"
    if days:
        return PrepLine("explained", label, f"explained {near(max(days), cycle.today)}", standing=Standing.MET)
    return PrepLine(
        "explained", label, "not explained yet", standing=Standing.UPCOMING, do_words="Explained", asks=PrepForm.WISHES
    )


# --- who is asked


def _nobody_yet(asked: tuple[PrepLine, ...]) -> Iterator[PrepLine]:
    if len(asked) == 1:  # the child alone
        words = "nobody around the child is entered yet"
        yield PrepLine("nobody", "Others", words, do_words="Add", asks=PrepForm.PERSON)


# --- the work before it


def _work_lines(cycle: Cycle) -> Iterator[PrepLine]:
    counted = {one.rule.id: one for one in cycle.deadlines if one.trigger_on == cycle.booked_on}
    for task in _PREPARED:
        one = counted.get(task.value)
        if one is not None:
            yield _work_line(cycle, task, one)
    if cycle.booked_on is None:
        yield PrepLine("work", "What comes before", "counted back from the day, once it is booked")


def _work_line(cycle: Cycle, task: Task, one: Deadline) -> PrepLine:
    words = f"{_lower(standing_words(one))}, {one.rule.owner}"
    if one.is_open and one.due_on is not None:
        words += f", by {near(one.due_on, cycle.today)}"
    act = RecordTaskDone(child=cycle.facts.child.council_id, task=task, done_on=cycle.today)
    return PrepLine(
        f"work/{task.value}",
        one.rule.what,
        words,
        standing=one.standing,
        do_words=("Received today" if task in _RECEIVED else "Done today") if one.is_open else "",
        acts=(act,) if one.is_open else (),
        sentence=act.sentence if one.is_open else "",
    )


# --- recommendations


def _recommendation_lines(cycle: Cycle) -> Iterator[PrepLine]:
    held = {one.id: one.held_on for one in cycle.facts.reviews}
    for one in cycle.facts.recommendations:
        if one.outcome is None:
            yield _recommendation_line(cycle, one, held.get(one.review_id))


def _recommendation_line(cycle: Cycle, one: Recommendation, held_on: date | None) -> PrepLine:
    is_late = one.due_on is not None and one.due_on < cycle.today
    due = f", due {near(one.due_on, cycle.today)}" if one.due_on else ""
    late = (
        f", overdue by {working_days(-cycle.calendar.between(cycle.today, one.due_on))}"
        if is_late and one.due_on
        else ""
    )
    of = f"Review of {short(held_on)}, {one.number}" if held_on else f"Number {one.number}"
    return PrepLine(
        f"recommendation/{one.review_id}/{one.number}",
        of,
        f"{one.owner.label}{due}{late}",
        said=one.text,
        standing=Standing.OVERDUE if is_late else Standing.WAITING,
    )


def _lower(words: str) -> str:
    """For the middle of a line; the names of days and months stay as they are."""
    return words[:1].lower() + words[1:]
