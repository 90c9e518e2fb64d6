"""Answers about one thing: why a date is what it is, who is meant, what recording a review would mean."""

from dataclasses import replace
from datetime import date

from iro_desktop.domain.births import Birth
from iro_desktop.domain.dates import in_full, short, with_weekday
from iro_desktop.domain.records import ChildFacts, Review
from iro_desktop.domain.vocabulary import BookingStatus, Participation, ReviewKind, ReviewMethod
from iro_desktop.rules.compute import deadlines_of, next_pathway_review, next_review
from iro_desktop.rules.explain import as_text, explain
from iro_desktop.rules.model import Deadline
from iro_desktop.services.around_review import attenders, booked_words, consulted_words
from iro_desktop.services.caseload import folded
from iro_desktop.services.planning.slack import slack_of
from iro_desktop.services.review_acts import CODED_AGE, settled_by
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.timescale import (
    followed_up,
    kind_on,
    late_for,
    late_for_pathway,
    may_be_reviewed,
    owed_pathway_review,
    owed_review,
    with_review,
)
from iro_desktop.services.typed import is_believable
from iro_desktop.services.views import Found, ReviewPreview, WhyStep, WhyView
from iro_desktop.services.words import full_name, number_words, what_of, working_days

_FOUND_AT_MOST = 20
_AN_ID = "preview"
_NO_DAY = ReviewPreview(
    held_words="",
    number_words="",
    timescale_words="",
    is_late=False,
    under_four=None,
    next_due_on=None,
    next_words="",
    next_plan_by=None,
    after=(),
    problems=(("held_on", "Give the day it was held."),),
    can_save=False,
)


def why_view(snapshot: Snapshot, one: Deadline) -> WhyView:
    """The explanation of one deadline."""
    first, *counted = explain(one, snapshot.calendar)
    steps = tuple(WhyStep(_shortened(step.text, one), step.on) for step in counted)
    heading = f"Why {in_full(one.due_on)}?" if one.due_on else "Why no date yet?"
    return WhyView(
        one.id,
        heading,
        first.text,
        one.rule.sentence,
        steps,
        one.due_on,
        one.plan_by,
        one.rule.authority.label,
        one.rule.citation.source,
        one.rule.citation.mark.label,
        one.provisional,
        as_text(one, snapshot.calendar, what_of(one)),
        one.note,
    )


def _shortened(text: str, one: Deadline) -> str:
    """For the narrow card: ``1 to 5: Mon 9 to Fri 13 Nov``, the year where it is not that of the due date."""
    year = f" {one.due_on.year}" if one.due_on else ""
    short_text = text.removeprefix("Working days ")
    return short_text.removesuffix(year) if short_text != text else text


def find(snapshot: Snapshot, words: str) -> tuple[Found, ...]:
    """Children whose names or id hold every word; ids and beginnings of names first."""
    # Names are typed as they are shown too: “Safframere (Abi)”.
    wanted = [word for part in folded(words).split() if (word := part.strip("(),.")) and word.strip("'")]
    if not wanted:
        return ()
    ranked, also = [], snapshot.merged_ids()
    for council_id, child in snapshot.children.items():
        merged = also.get(council_id, ())
        rank = _rank(_called(child, snapshot), wanted, merged)
        if rank is not None:
            ranked.append((rank, not child.is_looked_after, full_name(child.facts.child), child, merged))
    ranked.sort(key=lambda entry: entry[:3])
    return tuple(_found(child, merged) for *_, child, merged in ranked[:_FOUND_AT_MOST])


def _found(child: ChildNow, merged: tuple[str, ...]) -> Found:
    record = child.facts.child
    return Found(record.council_id, full_name(record), record.born_on, child.iro or "", merged)


def _rank(called: tuple[str, str, str], wanted: list[str], merged: tuple[str, ...]) -> int | None:
    """0 the id itself, or that of an entry merged into it, 1 every word begins a name, 2 inside; ``None`` no match."""
    own_id, joined, beginnings = called
    council_id = " ".join((own_id, *(folded(one) for one in merged)))
    if len(wanted) == 1 and wanted[0] in council_id.split():
        return 0
    bare = [word.replace("'", "") for word in wanted]
    if all(f" {word}" in beginnings for word in bare):
        return 1
    return 2 if all(word in joined or word in council_id for word in bare) else None


def _called(child: ChildNow, snapshot: Snapshot) -> tuple[str, str, str]:
    return snapshot.kept.of_one("called", child.facts.child.council_id, child, lambda: _folded(child))


def _folded(child: ChildNow) -> tuple[str, str, str]:
    """Id, names run together, and everything that may be typed as the beginning of a name, each after a blank."""
    record = child.facts.child
    names = folded(" ".join(part for part in (record.known_as, record.given_name, record.family_name) if part))
    joined = names.replace("'", "")  # OBrien, O'Brien and Brien all find O'Brien
    parts = [*joined.split(), *joined.replace("-", " ").split(), *names.replace("'", " ").split()]
    return folded(record.council_id), joined, "".join(f" {part}" for part in parts)


def preview_review(snapshot: Snapshot, council_id: str, held_on: date | None, *, has_reason: bool) -> ReviewPreview:
    """What recording a review on that day would mean; nothing is changed."""
    facts = snapshot.children[council_id].facts
    born_on = facts.child.born_on
    if held_on is None:
        return _NO_DAY
    if not is_believable(held_on, snapshot.today):
        return replace(_NO_DAY, problems=(("held_on", "That year cannot be right. Check the date."),))
    problems = _problems(facts, held_on, snapshot)
    is_pathway = kind_on(facts, held_on) is ReviewKind.PATHWAY
    told = (facts, held_on, snapshot.calendar, snapshot.practice)
    owed = owed_pathway_review(*told) if is_pathway else owed_review(*told)
    is_late = (late_for_pathway(*told) if is_pathway else late_for(*told)) is not None
    if is_late and not has_reason:
        problems = (*problems, ("late_reason", "Say why it was out of timescale."))
    after = once_held(facts, held_on, snapshot)
    following = next_pathway_review(after) if is_pathway else next_review(after)
    return ReviewPreview(
        in_full(held_on),
        "Pathway plan review" if is_pathway else _number(owed, is_late=is_late, held_on=held_on),
        _timescale(owed, held_on, snapshot, is_late=is_late),
        is_late,
        None if born_on is None else Birth(born_on, facts.child.born_as).is_under(CODED_AGE, held_on),
        following.due_on if following else None,
        _next_words(following),
        following.plan_by if following else None,
        tuple((what_of(one), with_weekday(one.due_on)) for one in after if one.review_on == held_on and one.due_on),
        problems,
        not any(field in ("held_on", "late_reason") and not words.startswith("Note:") for field, words in problems),
        _proposed(snapshot, council_id, held_on, following),
        attenders(facts, held_on),
        consulted_words(facts, held_on, "young person" if is_pathway else "child"),
        booked_words(facts, held_on),
        _next_booked(facts, held_on),
        is_pathway,
    )


def _proposed(snapshot: Snapshot, council_id: str, held_on: date, following: Deadline | None) -> date | None:
    """The next day to propose: so long before the last lawful one as nine in ten of this IRO's moves needed."""
    if following is None or following.plan_by is None:
        return None
    kept = slack_of(snapshot, snapshot.children[council_id].iro).days
    room = snapshot.calendar.between(held_on, following.plan_by) // 2
    return snapshot.calendar.add(following.plan_by, -min(kept, max(room, 0)))


def _next_booked(facts: ChildFacts, held_on: date) -> date | None:
    """The day booked for the review after that one."""
    settled = settled_by(facts, held_on)
    still_open = (one for one in facts.bookings if one.status is BookingStatus.OPEN and one not in settled)
    return next((one.review_on for one in still_open if one.review_on > held_on), None)


def _problems(facts: ChildFacts, held_on: date, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    found = []
    if held_on > snapshot.today:
        found.append(("held_on", "That day is still to come. A review is recorded once it was held."))
    elif any(one.held_on == held_on for one in facts.reviews):
        found.append(("held_on", "A review on that day is recorded already."))
    elif not may_be_reviewed(facts, held_on) and kind_on(facts, held_on) is None:
        found.append(("held_on", "The child was not looked after on that day."))
    elif not snapshot.calendar.is_working(held_on):
        name = snapshot.calendar.name_of(held_on)
        found.append(("held_on", f"Note: that is {name or 'a weekend'}. Check the day."))
    return tuple(found)


def once_held(facts: ChildFacts, held_on: date, snapshot: Snapshot) -> list[Deadline]:
    """The deadlines as they would stand on a day, a review held on it being recorded; bookings are left out."""
    kind = kind_on(facts, held_on)
    held = Review(_AN_ID, facts.child.id, held_on, None, Participation.PN1, ReviewMethod.MEETING, kind=kind)
    others = replace(facts, reviews=tuple(one for one in facts.reviews if one.held_on != held_on), bookings=())
    recorded = with_review(others, held, snapshot.calendar, snapshot.practice)
    with_it = followed_up(recorded, held_on, snapshot.calendar, snapshot.today, snapshot.practice)
    return deadlines_of(with_it, snapshot.calendar, max(snapshot.today, held_on), snapshot.practice)


def _number(owed: Deadline | None, *, is_late: bool, held_on: date) -> str:
    if owed is None:
        return "Review, number not known"
    is_it = is_late or owed.due_on is None or held_on <= owed.due_on  # else another may have been held before it
    return number_words(owed.review_number) if owed.review_number and is_it else "Review, number not known"


def _timescale(owed: Deadline | None, held_on: date, snapshot: Snapshot, *, is_late: bool) -> str:
    if owed is None or owed.due_on is None:
        return "Timescale not known: the history here is incomplete."
    spare = snapshot.calendar.between(held_on, owed.due_on)
    if held_on <= owed.due_on:
        return f"In timescale: last lawful day {short(owed.due_on)}, {working_days(spare)} to spare."
    if not is_late:
        return f"One was due by {short(owed.due_on)}; the history here is incomplete, so this counts neither way."
    return f"Out of timescale by {working_days(-spare)}: it was due by {short(owed.due_on)}."


def _next_words(following: Deadline | None) -> str:
    if following is None or following.due_on is None:
        return ""
    rule = following.rule
    return f"Next review by {in_full(following.due_on)} ({rule.offset.words}, {rule.citation.source})"
