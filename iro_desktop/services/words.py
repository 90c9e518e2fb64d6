"""The words of lists: names as shown, standings, what a deadline asks for."""

from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.records import Booking, Child
from iro_desktop.domain.vocabulary import Authority, Ownership, Standing
from iro_desktop.rules.compute import PATHWAY_REVIEWS
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.preparation import BOOKED_TOO_LATE, HEARD, UNDER_FOUR
from iro_desktop.rules.reviews import NEXT_REVIEW

ORDINALS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth",
    "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
)  # fmt: skip
_IN_PARTS = {"review.adjourned": "Adjourned review", "review.series": "Series of meetings"}
_NUMBERED = frozenset({"review.first", "review.second", "review.later"})


def display_name(child: Child) -> str:
    """Short name for lists: ``Jayden P.``; the council's id where no name is held."""
    first = child.known_as or child.given_name
    if first and child.family_name:
        return f"{first} {child.family_name[0]}."
    return first or child.family_name or child.council_id


def full_name(child: Child) -> str:
    """Name as held, with the name they like to be called; the council's id where no name is held."""
    given = child.given_name or child.known_as
    words = [given, child.family_name]
    name = " ".join(word for word in words if word)
    if child.known_as and child.given_name and child.known_as != child.given_name:
        name = f"{name} ({child.known_as})"
    return name or child.council_id


def working_days(count: int) -> str:
    """``1 working day``, ``2 working days``."""
    return f"{count} working day" if count == 1 else f"{count} working days"


def number_words(number: int | None) -> str:
    """``Third review``; ``Review`` where the number is not known."""
    if number is None:
        return "Review"
    return f"{ORDINALS[number - 1]} review" if number <= len(ORDINALS) else f"Review {number}"


def what_of(deadline: Deadline) -> str:
    """What the deadline asks for: ``Minutes, review of 29 Oct 2026``."""
    rule = deadline.rule
    if rule.id in _NUMBERED:
        return number_words(deadline.review_number)
    if deadline.review_on is not None and rule.id in _IN_PARTS:
        return f"{_IN_PARTS[rule.id]} of {short(deadline.review_on)}, to be completed"
    if deadline.review_on is not None and rule.subject in ("after", "recommendation"):
        return f"{rule.what}, review of {short(deadline.review_on)}"
    if deadline.note == UNDER_FOUR:
        return "Child observed, or heard through those who know them"
    return rule.what


def done_word(rule_id: str, ownership: Ownership) -> str:
    """What is said where it is done: a paper of others comes, a visit of others is made."""
    if ownership is Ownership.MINE:
        return "Done"
    return "Visited" if rule_id.endswith("visit") else "Received"


def asks_for_review(deadline: Deadline) -> bool:
    """Whether it asks for the next review, of a child looked after or of a pathway plan."""
    return deadline.rule.id in NEXT_REVIEW or deadline.rule.id in PATHWAY_REVIEWS


def place_words(booking: Booking) -> str:
    """Where a review is booked to be, or by what means: ``School, Elm Primary``; empty where nothing is said."""
    venue = booking.venue.label if booking.venue else ""
    words = ", ".join(part for part in (venue, booking.place) if part)
    return words[:1].upper() + words[1:]


def lateness(deadline: Deadline) -> str:
    """How late, without the word overdue: ``2 working days``, ``since the weekend``."""
    late = -(deadline.working_days_left or 0)
    return working_days(late) if late else "since the last working day"


def standing_words(deadline: Deadline) -> str:
    """The standing as a sentence of its own."""
    left = deadline.working_days_left or 0
    match deadline.standing:
        case Standing.OVERDUE if deadline.note == BOOKED_TOO_LATE:
            return "Booked too late for it"
        case Standing.OVERDUE:
            return f"Overdue by {working_days(-left)}" if left else "Overdue since the last working day"
        case Standing.NOT_RECORDED:
            return Standing.NOT_RECORDED.label if deadline.due_on else "Last review not known"
        case Standing.DUE_SOON | Standing.UPCOMING:
            if deadline.due_on is None:
                return "Booked" if deadline.booked_on else "As soon as it can be"
            if deadline.working_days_left is None:
                return f"On {short(deadline.due_on)}"
            return f"Due in {working_days(left)}"
        case Standing.WAITING if deadline.due_on is None:
            return "Waiting, as soon as it can be"
        case Standing.WAITING:
            return f"Waiting, due in {working_days(left)}"
        case Standing.MET | Standing.MET_LATE:
            done = f" on {short(deadline.met_on)}" if deadline.met_on else ""
            how = f": {deadline.note[:1].lower()}{deadline.note[1:-1]}" if deadline.note in HEARD.values() else ""
            return f"{deadline.standing.label}{done}{how}"
        case _:
            return deadline.standing.label


def limit_words(deadline: Deadline) -> str:
    """What the date is called: only law is called lawful."""
    if deadline.rule.is_earliest:
        return "from"
    if not asks_for_review(deadline):
        return "due"
    if deadline.override:
        return "set for"
    return "last lawful" if deadline.rule.authority is Authority.STATUTE else "at the latest about"


def due_words(deadline: Deadline) -> str:
    """The date with its weekday, or that there is none yet."""
    return with_weekday(deadline.due_on) if deadline.due_on else "no date yet"


def short_standing(deadline: Deadline) -> str:
    """For narrow columns: ``2 wd late``, ``today``, ``in 3 wd``, ``soon`` (no day), ``recorded?``."""
    left = deadline.working_days_left or 0
    match deadline.standing:
        case Standing.OVERDUE:
            return f"{-left} wd late" if left else "late"
        case Standing.NOT_RECORDED:
            return "recorded?" if deadline.due_on else "last review?"
        case Standing.DUE_TODAY:
            return "today"
        case Standing.DUE_SOON:
            return "soon" if deadline.working_days_left is None else f"in {left} wd"
        case _:
            return "on track"
