"""A review that goes on after its first meeting: adjourned, a further meeting, completed; or that was not held."""

from datetime import date

from iro_desktop.domain.acts import AddSitting, AdjournReview, CancelBooking, CompleteReview
from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.views import ChildView, HeldRow
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions


def _which(rows: tuple[HeldRow, ...]) -> AskChoice:
    return AskChoice("review", "Which review", tuple(Option(row.held_on.isoformat(), row.words) for row in rows))


def _held_on(answers: Answers) -> date:
    return date.fromisoformat(answers.choice("review"))


def _not_before(answers: Answers) -> tuple[tuple[str, str], ...]:
    day = answers.day("on")
    if day and day < _held_on(answers):
        return (("on", "That is before the review’s first meeting. Check the day."),)
    return ()


def adjourn(view: ChildView) -> Questions:
    """Adjourn a recorded review; once, for 20 working days at most."""
    rows = tuple(row for row in view.held if row.can_adjourn)

    def act(answers: Answers) -> AdjournReview:
        return AdjournReview(child=view.child, held_on=_held_on(answers), adjourned_on=answers.known_day("on"))

    help_words = "Once, for 20 working days at most, counted from the first meeting."
    return Questions(
        "Adjourn a review",
        (_which(rows), AskDay("on", "Adjourned on", help=help_words)),
        act,
        problems=_not_before,
    )


def sitting(view: ChildView, today: date) -> Questions:
    """A further meeting of a review that is open, once it was held: never before the first meeting's day."""
    rows = tuple(row for row in view.held if row.is_open)
    proposed = today if rows and today > rows[0].held_on else None
    help_words = "A further meeting is recorded once it was held; one that is still to come is not."

    def act(answers: Answers) -> AddSitting:
        return AddSitting(
            child=view.child, held_on=_held_on(answers), on=answers.known_day("on"), mode=answers.text("mode")
        )

    return Questions(
        "Further meeting",
        (
            _which(rows),
            AskDay("on", "Met on", proposed, help=help_words),
            AskWords("mode", "How, if worth saying", hint="by telephone, at school"),
        ),
        act,
        problems=_not_before,
    )


def complete(view: ChildView, today: date) -> Questions:
    """Close a series or an adjourned review."""

    def act(answers: Answers) -> CompleteReview:
        return CompleteReview(child=view.child, held_on=_held_on(answers), completed_on=answers.known_day("on"))

    help_words = "Recommendations, record and letter count from that day."
    return Questions(
        "Complete the review",
        (
            _which(tuple(row for row in view.held if row.is_open)),
            AskDay("on", "Completed on", today, help=help_words),
        ),
        act,
        problems=_not_before,
    )


def did_not_take_place(view: ChildView, booked_on: date, today: date) -> Questions:
    """The booked day passed without a review; why it was so stays on record."""

    def act(answers: Answers) -> CancelBooking:
        reason = answers.text("reason") or ""
        return CancelBooking(child=view.child, review_on=booked_on, cancelled_on=today, reason=reason)

    return Questions(
        "The review did not take place",
        (AskWords("reason", "Why", is_needed=True, hint="no names", missing="Say why in a few words."),),
        act,
        about=f"booked {with_weekday(booked_on)}",
    )
