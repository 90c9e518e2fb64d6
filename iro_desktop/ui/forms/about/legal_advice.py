"""Independent legal advice an IRO takes about a child: asked, answered, taken away."""

from collections.abc import Callable, Sequence
from datetime import date

from iro_desktop.domain.acts import AnswerLegalAdvice, RecordLegalAdvice, RemoveLegalAdvice
from iro_desktop.domain.dates import short
from iro_desktop.services.challenge_views import AdviceRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, AskWords, Option, Questions

ASKED, ANSWERED, REMOVED = "asked", "answered", "away"


def legal_advice(view: ChildView, rows: Sequence[AdviceRow], today: date, meant: AdviceRow | None = None) -> Questions:
    """Ask, or say what was advised; ``meant`` is then what is spoken of, unless something new is asked."""
    known = {one.asked_on.isoformat(): one for one in ((meant,) if meant else rows)}
    what = [Option(ASKED, "Advice asked for", "An independent lawyer was asked.")]
    if known:
        what.append(Option(ANSWERED, "Advice received", "Said again, it replaces what was recorded."))
        what.append(Option(REMOVED, "Taken away", "It was entered by mistake. Undo brings it back."))

    def act(answers: Answers) -> RecordLegalAdvice | AnswerLegalAdvice | RemoveLegalAdvice:
        if answers.choice("what") == ASKED:
            return RecordLegalAdvice(
                child=view.child,
                asked_on=answers.known_day("on"),
                question=answers.text("question") or "",
                asked_of=answers.text("asked_of"),
            )
        asked_on = known[answers.choice("which")].asked_on
        if answers.choice("what") == REMOVED:
            return RemoveLegalAdvice(child=view.child, asked_on=asked_on)
        return AnswerLegalAdvice(
            child=view.child,
            asked_on=asked_on,
            answered_on=answers.known_day("on"),
            advice=answers.text("advice"),
            use=answers.text("use"),
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        on, is_asked = answers.day("on"), answers.choice("what") == ASKED
        if on and on > today:
            return (("on", "That day is still to come."),)
        asked_on = None if is_asked or not answers.choice("which") else known[answers.choice("which")].asked_on
        if on and asked_on and on < asked_on:
            return (("on", f"That is before it was asked, {short(asked_on)}. Check the day."),)
        return ()

    which = tuple(Option(key, f"Asked {short(one.asked_on)}", one.question) for key, one in known.items())
    return Questions(
        "Legal advice",
        (
            AskChoice("what", "What happened", tuple(what), ANSWERED if meant else ""),
            AskChoice("which", "Which question", which, shown=_isnt(ASKED)),
            AskText("question", "What is asked", is_needed=True, missing="Say what is asked.", shown=_is(ASKED)),
            AskWords("asked_of", "Of whom", hint="Firm or lawyer", shown=_is(ASKED)),
            AskText("advice", "What was advised", meant.advice if meant else "", shown=_is(ANSWERED)),
            AskText("use", "What came of it", meant.use if meant else "", shown=_is(ANSWERED)),
            AskDay("on", "On", today, shown=_isnt(REMOVED)),
        ),
        act,
        subject=meant.asked_on.isoformat() if meant else "",
        problems=problems,
        is_for_one=True,
    )


def _is(what: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.choice("what") == what


def _isnt(what: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.choice("what") != what
