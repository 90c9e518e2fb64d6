"""What is so about a child: a fact with its day, its end, and an early review asked for."""

from datetime import date

from iro_desktop.domain.acts import AskForReview, EndCircumstance, RecordCircumstance, RemoveCircumstance
from iro_desktop.domain.arrangements import OLDER_KINDS
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import CircumstanceKind, ReviewGround
from iro_desktop.services.plan_views import CircumstanceRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions, options_of

_MEANINGS = {
    CircumstanceKind.ADOPTION_AUTHORITY: "By consent or a placement order. Reviews then follow the adoption rules.",
    CircumstanceKind.SHORT_BREAKS_EXCEEDED: "The limits of short breaks were passed, so every duty applies.",
    CircumstanceKind.LONG_TERM_PLACEMENT: "Matched for the long term with this carer; visits may be further apart.",
    CircumstanceKind.HEARING: "The day of the hearing. A review that comes after it is told to you.",
    CircumstanceKind.CHILD_PROTECTION: "The day of the initial conference. Review conferences count from it.",
    CircumstanceKind.CARE_LEAVER: "Followed here after care: pathway plan, its reviews, adviser's visits.",
    CircumstanceKind.LA_ACCOMMODATION: "A care leaver lives where the authority provides it; its fitness is reviewed.",
    CircumstanceKind.MOVED: "The day a care leaver moved; the plan is looked at again.",
    CircumstanceKind.CUSTODY: "From the day of reception; the end is the release.",
    CircumstanceKind.EDUCATION_RESUMED: "A former relevant young person takes up education or training again.",
    CircumstanceKind.HOME_TO_PARENT: "A care leaver under 18 is home with a parent.",
}  # fmt: skip
_LASTING = {
    CircumstanceKind.ADOPTION_AUTHORITY,
    CircumstanceKind.SHORT_BREAKS_EXCEEDED,
    CircumstanceKind.LONG_TERM_PLACEMENT,
    CircumstanceKind.CARE_LEAVER,
    CircumstanceKind.LA_ACCOMMODATION,
    CircumstanceKind.CUSTODY,
    CircumstanceKind.HOME_TO_PARENT,
}
_ENDED, _MISTAKE = "ended", "mistake"
_FORMS_OF_THEIR_OWN = {CircumstanceKind.EXTRA_REVIEW, CircumstanceKind.ELIGIBILITY, *OLDER_KINDS}


def add_fact(view: ChildView) -> Questions:
    """What is so, from when, until when. An early review has a form of its own."""
    kinds = tuple(
        Option(kind.value, kind.label, _MEANINGS[kind]) for kind in CircumstanceKind if kind not in _FORMS_OF_THEIR_OWN
    )

    def act(answers: Answers) -> RecordCircumstance:
        return RecordCircumstance(
            child=view.child,
            what=CircumstanceKind(answers.choice("what")),
            from_on=answers.known_day("from_on"),
            to_on=answers.day("to_on"),
            note=answers.text("note"),
        )

    return Questions(
        "Add a fact",
        (
            AskChoice("what", "What is so", kinds, CircumstanceKind.HEARING.value),
            AskDay("from_on", "From, or on"),
            AskDay("to_on", "Last day, if known", is_needed=False, shown=_lasts),
            AskWords("note", "Note, if any", hint="no names"),
        ),
        act,
        problems=_in_order,
    )


def _lasts(answers: Answers) -> bool:
    return answers.choice("what") in {kind.value for kind in _LASTING}


def _in_order(answers: Answers) -> tuple[tuple[str, str], ...]:
    first, last = answers.day("from_on"), answers.day("to_on")
    if first and last and last < first:
        return (("to_on", f"The last day lies before the first, {short(first)}. Check both days."),)
    return ()


def end_fact(view: ChildView, today: date) -> Questions:
    """A fact came to an end, or was entered by mistake."""
    rows = {str(number): row for number, row in enumerate(view.circumstances)}

    def row_of(answers: Answers) -> CircumstanceRow:
        return rows[answers.choice("which") or "0"]

    def ends(answers: Answers) -> bool:
        return answers.choice("how") == _ENDED

    def act(answers: Answers) -> EndCircumstance | RemoveCircumstance:
        row = row_of(answers)
        if ends(answers):
            to_on = answers.known_day("to_on")
            return EndCircumstance(child=view.child, what=row.kind, from_on=row.from_on, to_on=to_on)
        return RemoveCircumstance(child=view.child, what=row.kind, from_on=row.from_on)

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        row, last = row_of(answers), answers.day("to_on")
        if ends(answers) and not row.can_end:
            return (("how", "That is over, or happened on one day. It can be taken away if it is a mistake."),)
        if last and last < row.from_on:
            return (("to_on", f"That is before it began, {short(row.from_on)}. Check the day."),)
        return ()

    how = (
        Option(_ENDED, "It came to an end", "It stays on record, with its last day."),
        Option(_MISTAKE, "It was entered by mistake", "It is taken away, and what it started with it."),
    )
    can_end = any(row.can_end for row in view.circumstances[:1])
    return Questions(
        "End or take away a fact",
        (
            AskChoice("which", "Which", tuple(Option(key, row.words) for key, row in rows.items())),
            AskChoice("how", "What happened", how, _ENDED if can_end else _MISTAKE),
            AskDay("to_on", "Last day", today, shown=ends),
        ),
        act,
        problems=problems,
    )


_GROUNDS = {
    ReviewGround.CEASING: "Before the authority stops looking after the child.",
    ReviewGround.PLAN_CHANGE: "No significant change before it has been considered at a review, unless that cannot be.",
    ReviewGround.OTHER_ARRANGEMENTS: "A review comes before the child moves.",
    ReviewGround.UNPLANNED_MOVE: "A review soon after a move that was not planned.",
}


def early_review(view: ChildView) -> Questions:
    """Ask for a review before its turn; the day it has to come before, where there is one."""

    def act(answers: Answers) -> AskForReview:
        return AskForReview(
            child=view.child,
            ground=ReviewGround(answers.choice("ground")),
            asked_on=answers.known_day("asked_on"),
            before=answers.day("before"),
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        asked, before = answers.day("asked_on"), answers.day("before")
        if asked and before and before < asked:
            return (("before", "That is before the day it was asked for. Check both days."),)
        return ()

    return Questions(
        "Ask for an early review",
        (
            AskChoice("ground", "Why", options_of(ReviewGround, {key.value: one for key, one in _GROUNDS.items()})),
            AskDay("asked_on", "Asked for on"),
            AskDay(
                "before",
                "Has to come before",
                is_needed=False,
                help="Leave empty where no day is fixed: as soon as can be.",
            ),
        ),
        act,
        problems=problems,
    )
