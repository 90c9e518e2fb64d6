"""The booked review: another time or place on the same day, which rearranges nothing; or given up without a new day."""

from datetime import date

from iro_desktop.domain.acts import CancelBooking, ChangeBooking
from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.vocabulary import Venue
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskWords, Questions, options_of

_UNCHANGED = "As it is"


def change_booking(view: ChildView) -> Questions | None:
    """Time, sort of place, place; what is left empty stays as it is. ``None``: nothing is booked."""
    booked_on = view.booked_on
    if booked_on is None:
        return None

    def act(answers: Answers) -> ChangeBooking:
        venue = answers.choice("venue")
        return ChangeBooking(
            child=view.child,
            review_on=booked_on,
            at=answers.text("at"),
            place=answers.text("place"),
            venue=Venue(venue) if venue else None,
        )

    at = f" {view.booked_at}" if view.booked_at else ""
    return Questions(
        "Time or place of the review",
        (
            AskWords("at", "Time", hint=view.booked_at or "10:00"),
            AskChoice("venue", "Where, or how", options_of(Venue), none_words=_UNCHANGED),
            AskWords("place", "Place, if worth saying", hint="Elm Primary, room 4"),
        ),
        act,
        about=f"booked {with_weekday(booked_on)}{at}",
        problems=_something,
    )


def cancel_booking(view: ChildView, today: date) -> Questions | None:
    """Give a booked day up without a new one; why stays in the ledger. ``None``: nothing is booked."""
    booked_on = view.booked_on
    if booked_on is None:
        return None

    def act(answers: Answers) -> CancelBooking:
        return CancelBooking(
            child=view.child, review_on=booked_on, cancelled_on=today, reason=answers.text("reason") or ""
        )

    return Questions(
        "Cancel the booking",
        (AskWords("reason", "Why", is_needed=True, hint="no names", missing="Say why in a few words."),),
        act,
        about=f"booked {with_weekday(booked_on)}",
    )


def _something(answers: Answers) -> tuple[tuple[str, str], ...]:
    if answers.text("at") or answers.text("place") or answers.choice("venue"):
        return ()
    return (("at", "Say another time or another place; the day is moved with M."),)
