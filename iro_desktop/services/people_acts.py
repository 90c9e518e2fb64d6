"""Acts that add children and IROs, and what other acts about people check as they do."""

from datetime import date, timedelta

from iro_desktop.domain.acts import AddChild, AddIro
from iro_desktop.domain.births import birth_of
from iro_desktop.domain.care import PeriodOfCare, periods_of_care
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Child, ChildFacts, Episode, Iro, Review
from iro_desktop.domain.vocabulary import UNKNOWN_START, StartReason
from iro_desktop.rules import reviews
from iro_desktop.rules.offsets import add
from iro_desktop.services.worker_acts import allocate, check_in_post
from iro_desktop.services.workspace import Workspace

_EXPECTED = timedelta(days=300)  # a child may be known before birth
_REVIEWS_AT_MOST = 99
_ID_AT_MOST = 64


def add_iro(act: AddIro, work: Workspace) -> None:
    """Add an IRO; names are unique."""
    name = " ".join(act.name.split())
    if not name:
        raise UserError("An IRO needs a name. Nothing was changed.", field="name")
    if work.find_iro(name) is not None:
        raise UserError(f"There already is an IRO named {name}. Nothing was changed.", field="name")
    if not 0 < act.fte <= 1:
        raise UserError("Full-time equivalent lies between 0 and 1. Nothing was changed.", field="fte")
    work.put(Iro(work.new_id(), name, act.fte))


def add_child(act: AddChild, work: Workspace) -> None:
    """Add a child with what is known so far."""
    council_id = act.child.strip()
    if not council_id:
        raise UserError("A child needs an id. Nothing was changed.", field="child")
    if not council_id.isprintable() or len(council_id) > _ID_AT_MOST:
        raise UserError(
            f"An id is at most {_ID_AT_MOST} letters, digits and signs that can be seen. Nothing was changed. "
            "Check what was pasted.",
            field="child",
        )
    if work.find(council_id) is not None:
        raise UserError(_known_already(council_id, work.entry_of(council_id)), field="child")
    check_dates(act.born_on, act.looked_after_since, act.last_review_on, work.today)
    check_tracking(act.tracking_from, work.today)
    if act.last_review_number is not None:
        check_number(act.last_review_number, "last_review_number")
        if act.last_review_on is None:
            raise UserError(
                "A review's number was given without its day. Nothing was changed. Give the day too.",
                field="last_review_on",
            )
    birth = birth_of(act.born_on, act.born_as, work.today) if act.born_on else None
    child = work.put(
        Child(
            work.new_id(),
            council_id,
            act.tracking_from or work.today,
            complete_from(act.looked_after_since, act.last_review_on, work, act.tracking_from),
            words_of(act.given_name),
            words_of(act.family_name),
            words_of(act.known_as),
            birth.on if birth else None,
            act.sex,
            born_as=birth.known_as if birth else None,
        )
    )
    open_history(work, child, act.looked_after_since, act.last_review_on, act.last_review_number)
    if act.iro:
        start, iro = act.looked_after_since or act.last_review_on or work.today, work.iro(act.iro)
        check_in_post(iro, work.today)
        allocate(work, work.child(council_id), iro, start)


def _known_already(council_id: str, stands_as: str) -> str:
    """Why an id is not given again: a child has it, or a second entry that went to another child."""
    if stands_as == council_id:
        return f"There already is a child with the id {council_id}. Nothing was changed. Open that child instead."
    return f"{council_id} is known here and merged into {stands_as}. Nothing was changed. Open {stands_as} instead."


def words_of(name: str | None) -> str | None:
    """Words without blanks around them or doubled; nothing but blanks is ``None``."""
    return " ".join((name or "").split()) or None


def check_number(number: int, field: str = "number") -> None:
    """Refuse what cannot be the number of a review: a child is reviewed some forty times in eighteen years."""
    if not 1 <= number <= _REVIEWS_AT_MOST:
        raise UserError(
            f"Reviews are numbered from 1 to {_REVIEWS_AT_MOST}. Nothing was saved. Check the number.", field=field
        )


def check_born(born_on: date | None, today: date) -> None:
    """Refuse a birth later than one that can be expected."""
    if born_on is not None and born_on > today + _EXPECTED:
        raise UserError(
            "The birth date lies too far in the future. Nothing was changed. Check the year.", field="born_on"
        )


def check_tracking(tracking_from: date | None, today: date) -> None:
    """Refuse work tracked from a day to come."""
    if tracking_from is not None and tracking_from > today:
        raise UserError(
            "Tracking cannot begin in the future. Nothing was changed. Give today or an earlier day.",
            field="tracking_from",
        )


def check_dates(born_on: date | None, since: date | None, last_review_on: date | None, today: date) -> None:
    """Refuse dates that cannot be: the future, or the wrong way round."""
    check_born(born_on, today)
    for words, day, field in (
        ("Looked after since", since, "looked_after_since"),
        ("The last review", last_review_on, "last_review_on"),
    ):
        if day is not None and day > today:
            raise UserError(
                f"{words} lies in the future ({short(day)}). Nothing was changed. Check the date.", field=field
            )
        if day is not None and born_on is not None and day < born_on:
            raise UserError(f"{words} lies before the birth date. Nothing was changed. Check both dates.", field=field)
    if since is not None and last_review_on is not None and last_review_on < since:
        raise UserError(
            "The last review lies before the start of care. Nothing was changed. Check both dates.",
            field="last_review_on",
        )


def complete_from(
    since: date | None, last_review_on: date | None, work: Workspace, tracking_from: date | None = None
) -> date | None:
    """From which day on the history is whole: the last review stated, or a start so new that none fell due untracked.

    ``tracking_from`` None: from today.
    """
    if last_review_on is not None:
        return last_review_on
    if since is not None and add(work.calendar, since, reviews.FIRST.offset) >= (tracking_from or work.today):
        return since
    return None


def open_history(
    work: Workspace, child: Child, since: date | None, last_review_on: date | None, number: int | None
) -> None:
    """Lay down the start of care and the last review where they are known; no start is inferred."""
    first_on = since or last_review_on
    if first_on is not None:
        reason = StartReason.STARTED.value if since else UNKNOWN_START
        work.put(Episode(work.new_id(), child.id, first_on, reason))
    if last_review_on is not None:
        work.put(Review(work.new_id(), child.id, last_review_on, number=number))


def open_period(facts: ChildFacts, day: date) -> PeriodOfCare | None:
    """The period of care that runs on a day."""
    return next((one for one in periods_of_care(facts.episodes) if one.is_open_on(day)), None)
