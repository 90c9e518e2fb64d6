"""Feedback: recorded in somebody's words, changed, and whether it may be quoted."""

from datetime import date

from iro_desktop.domain.acts import ChangeFeedback, RecordFeedback
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Role
from iro_desktop.services.service_views import FeedbackRow
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, AskWords, Option, Questions, options_of

_YES, _NO = "yes", "no"
_CONSENT = (Option(_YES, "They agreed"), Option(_NO, "They did not agree"))
_NOT_ASKED = "Not asked yet"
_MAY = {_YES: True, _NO: False}


def record_feedback(today: date) -> Questions:
    """What somebody said."""

    def act(answers: Answers) -> RecordFeedback:
        return RecordFeedback(
            on=answers.known_day("on"),
            source=Role(answers.choice("source")),
            words=answers.text("words") or "",
            question=answers.text("question"),
            may_quote=_MAY.get(answers.choice("may_quote")),
        )

    return Questions(
        "Record feedback",
        (
            AskText("words", "In their words", is_needed=True, missing="Say what they said."),
            AskChoice("source", "Who said it", options_of(Role), Role.CHILD.value),
            AskWords("question", "What they were asked", hint="What is good about your IRO?"),
            AskChoice("may_quote", "To be quoted", _CONSENT, none_words=_NOT_ASKED),
            AskDay("on", "When", today),
        ),
        act,
        about="No names, please: the words are shown in reports where they may be quoted.",
    )


def change_feedback(row: FeedbackRow) -> Questions:
    """Put right what was recorded; what is emptied goes."""

    def act(answers: Answers) -> ChangeFeedback:
        words, question, on = answers.text("words"), answers.text("question"), answers.known_day("on")
        source, may_quote = Role(answers.choice("source")), _MAY.get(answers.choice("may_quote"))
        gone = [name for name, held, said in (("question", row.question or None, question),
                                              ("may_quote", row.may_quote, may_quote))
                if held is not None and said is None]  # fmt: skip
        return ChangeFeedback(
            number=row.number,
            on=on if on != row.on else None,
            source=source if source is not row.source else None,
            words=words if words != row.words else None,
            question=question if question and question != row.question else None,
            may_quote=may_quote if may_quote is not row.may_quote else None,
            clear=tuple(gone),
        )

    held = next((key for key, value in _MAY.items() if value is row.may_quote), "")
    return Questions(
        "Change feedback",
        (
            AskText("words", "In their words", row.words, is_needed=True, missing="Say what they said."),
            AskChoice("source", "Who said it", options_of(Role), row.source.value),
            AskWords("question", "What they were asked", proposed=row.question),
            AskChoice("may_quote", "To be quoted", _CONSENT, held, _NOT_ASKED),
            AskDay("on", "When", row.on),
        ),
        act,
        about=f"Feedback {row.number}",
    )


def consent(row: FeedbackRow) -> Questions:
    """Whether it may be quoted."""

    def act(answers: Answers) -> ChangeFeedback:
        return ChangeFeedback(number=row.number, may_quote=_MAY[answers.choice("may_quote")])

    return Questions(
        "Consent to quote",
        (AskChoice("may_quote", "To be quoted", _CONSENT, is_open=True),),
        act,
        about=f"Feedback {row.number}, {row.source.label}, {short(row.on)}\n“{row.words}”",
    )
