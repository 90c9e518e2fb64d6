"""Between reviews: a significant event, and a mid-point that is left out."""

from datetime import date

from iro_desktop.domain.acts import RecordEvent, SkipMidPoint
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import EventKind
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions, options_of

_YES, _NO = "yes", "no"
_REVIEW = (
    Option(_NO, "No"),
    Option(_YES, "Yes", "Saved, the form that asks for an early review opens."),
)


def significant_event(view: ChildView, today: date) -> Questions:
    """What happened, when, when the IRO was told, and whether it calls for an early review."""

    def act(answers: Answers) -> RecordEvent:
        review = answers.choice("is_review_needed")
        return RecordEvent(
            child=view.child,
            what=EventKind(answers.choice("what")),
            happened_on=answers.known_day("happened_on"),
            told_on=answers.day("told_on"),
            is_review_needed=review == _YES if review else None,
            note=answers.text("note"),
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        happened, told = answers.day("happened_on"), answers.day("told_on")
        if happened and told and told < happened:
            return (("told_on", f"That is before it happened, {short(happened)}. Check both days."),)
        return ()

    return Questions(
        "Significant event",
        (
            AskChoice("what", "What", options_of(EventKind)),
            AskDay("happened_on", "Happened on", today),
            AskDay(
                "told_on", "You were told on", today, is_needed=False, help="Leave empty where nobody has told you."
            ),
            AskChoice("is_review_needed", "An early review?", _REVIEW, none_words="Not decided yet"),
            AskWords("note", "Note, if any"),
        ),
        act,
        problems=problems,
    )


def skip_mid_point(view: ChildView, today: date) -> Questions | None:
    """Why the mid-point after the last review is left out; ``None`` where none is to be done."""
    review_on = view.mid_point_after
    if review_on is None:
        return None

    def act(answers: Answers) -> SkipMidPoint:
        return SkipMidPoint(
            child=view.child,
            review_on=review_on,
            on=answers.known_day("on"),
            reason=answers.text("reason") or "",
        )

    return Questions(
        "Leave the mid-point out",
        (
            AskWords("reason", "Why", is_needed=True, missing="Say why it is left out."),
            AskDay("on", "Decided on", today),
        ),
        act,
        f"It stands as missed, with the reason, after the review of {short(review_on)}.",
    )
