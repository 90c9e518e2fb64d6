"""Foster carers: a household added, changed, ended; its reviews booked, asked for, held, corrected."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from iro_desktop.domain.acts import (
    AddFosterCarer,
    AskForCarerReview,
    BookCarerReview,
    ChangeFosterCarer,
    CorrectCarerReview,
    EndFosterCarer,
    RecordCarerReview,
    RemoveCarerReview,
)
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import CarerReviewGround, CarerReviewKind, CarerReviewOutcome
from iro_desktop.services.fostering_views import CarerReviewRow, CarerRow
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions, options_of

_NOBODY = "Nobody yet"
_BOOK, _GIVE_UP = "book", "give-up"
_CORRECT, _MISTAKE = "correct", "mistake"


def _iros(iros: Sequence[str], chosen: str) -> AskChoice:
    options = tuple(Option(name, name) for name in iros)
    return AskChoice("iro", "Fostering IRO", options, chosen, none_words=_NOBODY)


def add_carer(iros: Sequence[str], iro: str) -> Questions:
    """A household by the service's own reference."""

    def act(answers: Answers) -> AddFosterCarer:
        return AddFosterCarer(
            carer=answers.text("carer") or "",
            approved_on=answers.known_day("approved_on"),
            iro=answers.choice("iro") or None,
            terms=answers.text("terms"),
        )

    return Questions(
        "Add a foster carer",
        (
            AskWords("carer", "Reference", is_needed=True, hint="the service’s own, no name",
                     missing="Give the reference."),
            AskDay("approved_on", "Approved on"),
            _iros(iros, iro),
            AskWords("terms", "Terms of approval", hint="two children, 5 to 11"),
        ),
        act,
        about="The first review is due within a year of the approval, and goes to the fostering panel.",
    )  # fmt: skip


def change_carer(row: CarerRow, iros: Sequence[str]) -> Questions:
    """The approval’s day, the fostering IRO, the terms; what is emptied goes."""

    def act(answers: Answers) -> ChangeFosterCarer:
        iro, terms = answers.choice("iro"), answers.text("terms")
        emptied = tuple(
            name for name, old, new in (("iro", row.iro, iro), ("terms", row.terms, terms)) if old and not new
        )
        return ChangeFosterCarer(
            carer=row.reference,
            approved_on=answers.known_day("approved_on"),
            iro=iro or None,
            terms=terms,
            clear=emptied,
            row_version=row.row_version,
        )

    return Questions(
        "Change the household",
        (
            AskDay("approved_on", "Approved on", row.approved_on),
            _iros(iros, row.iro),
            AskWords("terms", "Terms of approval", hint="two children, 5 to 11", proposed=row.terms),
        ),
        act,
        subject=row.reference,
    )


def book_review(row: CarerRow, today: date) -> Questions:
    """A day for the next review, another one, or none."""

    def books(answers: Answers) -> bool:
        return row.booked_on is None or answers.choice("how") == _BOOK

    def act(answers: Answers) -> BookCarerReview:
        return BookCarerReview(carer=row.reference, review_on=answers.day("review_on") if books(answers) else None)

    how = (
        Option(_BOOK, "Another day"),
        Option(_GIVE_UP, "Give the day up", "No day is booked then."),
    )
    booked = (AskChoice("how", "What is wanted", how, _BOOK),) if row.booked_on else ()
    plan_by = row.next.plan_by if row.next else None
    proposed = row.booked_on or (plan_by if plan_by and plan_by >= today else None)
    return Questions(
        "Book the review",
        (*booked, AskDay("review_on", "Day of the review", proposed, shown=books)),
        act,
        about=_due(row),
        subject=row.reference,
    )


def _due(row: CarerRow) -> str:
    return "\n".join(part for part in (row.yearly_words, row.panel_words[:1].upper() + row.panel_words[1:]) if part)


def ask_for_review(row: CarerRow, today: date) -> Questions:
    """Out of turn, with its ground."""

    def act(answers: Answers) -> AskForCarerReview:
        return AskForCarerReview(
            carer=row.reference,
            asked_on=answers.known_day("asked_on"),
            ground=CarerReviewGround(answers.choice("ground")),
            note=answers.text("note"),
        )

    return Questions(
        "Ask for a review out of turn",
        (
            AskChoice("ground", "Because of", options_of(CarerReviewGround)),
            AskDay("asked_on", "Asked for on", today),
            AskWords("note", "Note, if any", hint="no names"),
        ),
        act,
        about="It goes to the fostering panel within 28 working days, and stays open until it has.",
        subject=row.reference,
    )


def record_review(row: CarerRow, today: date) -> Questions:
    """Held; panel and decision as far as they are known."""

    def act(answers: Answers) -> RecordCarerReview:
        outcome = answers.choice("outcome")
        return RecordCarerReview(
            carer=row.reference,
            held_on=answers.known_day("held_on"),
            panel_on=answers.day("panel_on"),
            decided_on=answers.day("decided_on"),
            what=CarerReviewKind(answers.choice("what")),
            outcome=CarerReviewOutcome(outcome) if outcome else None,
            note=answers.text("note"),
        )

    is_asked = any(one.is_open for one in row.asked)
    what = CarerReviewKind.AD_HOC if is_asked and not row.booked_on else CarerReviewKind.ANNUAL
    held_on = row.booked_on if row.booked_on and row.booked_on <= today else today
    return Questions(
        "Record a review of the approval",
        (
            AskDay("held_on", "Held on", held_on),
            AskChoice("what", "Which review", options_of(CarerReviewKind), what.value),
            *_after(None),
        ),
        act,
        about=_due(row),
        subject=row.reference,
    )


def _after(review: CarerReviewRow | None) -> tuple[AskDay | AskChoice | AskWords, ...]:
    """What comes after the meeting."""
    outcome = review.outcome.value if review and review.outcome else ""
    return (
        AskDay("panel_on", "To panel on", review.panel_on if review else None, is_needed=False),
        AskDay("decided_on", "Decided on", review.decided_on if review else None, is_needed=False),
        AskChoice("outcome", "What it came to", options_of(CarerReviewOutcome), outcome, none_words="Not decided yet"),
        AskWords("note", "Note, if any", hint="no names", proposed=review.note if review else ""),
    )


def correct_review(row: CarerRow, review: CarerReviewRow) -> Questions:
    """Panel, decision and outcome added as they come; or what was wrong put right; or the whole taken away."""

    def corrects(answers: Answers) -> bool:
        return answers.choice("how") == _CORRECT

    def act(answers: Answers) -> CorrectCarerReview | RemoveCarerReview:
        if not corrects(answers):
            return RemoveCarerReview(carer=row.reference, held_on=review.held_on)
        outcome = answers.choice("outcome")
        said = {
            "panel_on": answers.day("panel_on"),
            "decided_on": answers.day("decided_on"),
            "outcome": outcome or None,
            "note": answers.text("note"),
        }
        emptied = tuple(name for name, value in said.items() if value is None and getattr(review, name))
        held_on = answers.known_day("held_on")
        return CorrectCarerReview(
            carer=row.reference,
            held_on=review.held_on,
            to_held_on=held_on if held_on != review.held_on else None,
            panel_on=answers.day("panel_on"),
            decided_on=answers.day("decided_on"),
            what=CarerReviewKind(answers.choice("what")),
            outcome=CarerReviewOutcome(outcome) if outcome else None,
            note=answers.text("note"),
            clear=emptied,
        )

    how = (
        Option(_CORRECT, "Add or correct", "Panel, decision and outcome come after the meeting."),
        Option(_MISTAKE, "It was entered by mistake", "It is taken away; the year counts from the review before."),
    )
    shown = tuple(replace(asked, shown=corrects) for asked in _after(review))
    return Questions(
        "Add to a review, or correct it",
        (
            AskChoice("how", "What is wanted", how, _CORRECT),
            AskDay("held_on", "Held on", review.held_on, shown=corrects),
            AskChoice("what", "Which review", options_of(CarerReviewKind), review.kind.value, shown=corrects),
            *shown,
        ),
        act,
        about=f"{short(review.held_on)}: {review.words}",
        subject=f"{row.reference}/{review.held_on}",
    )


def end_carer(row: CarerRow, today: date) -> Questions:
    """The approval ended."""

    def act(answers: Answers) -> EndFosterCarer:
        return EndFosterCarer(carer=row.reference, on=answers.known_day("on"))

    return Questions(
        "End the approval",
        (AskDay("on", "Approval ended on", today),),
        act,
        about="No review is owed from that day on. What was recorded stays.",
        subject=row.reference,
    )
