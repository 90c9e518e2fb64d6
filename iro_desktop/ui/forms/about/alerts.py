"""Alerts: raising one, and what became of it."""

from datetime import date

from iro_desktop.domain.acts import AnswerAlert, EscalateAlert, RaiseAlert, ResolveAlert
from iro_desktop.domain.vocabulary import AlertStage
from iro_desktop.services.views import AlertRow, ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, Option, Questions, options_of

_STAGES = {
    AlertStage.INFORMAL: "To the social worker and team manager; answered within the service’s days.",
    AlertStage.FORMAL: "To senior managers. All stages together take 20 working days at most.",
    AlertStage.CAFCASS: "The referral is open at any stage; it does not wait for the others.",
}
_ORDER = list(AlertStage)


def raise_alert(view: ChildView, today: date, about: str = "", subject: str = "") -> Questions:
    """A new alert, at the stage it begins with; ``about`` is drafted already where it is about a recommendation."""

    def act(answers: Answers) -> RaiseAlert:
        return RaiseAlert(
            child=view.child,
            raised_on=answers.known_day("on"),
            stage=AlertStage(answers.choice("stage")),
            about=answers.text("about"),
        )

    stages = options_of(AlertStage, {key.value: words for key, words in _STAGES.items()})
    asked = (
        AskChoice("stage", "Stage", stages),
        AskDay("on", "Raised on", today),
        AskText("about", "What it is about", about),
    )
    return Questions("Raise an alert", asked, act, subject=subject, is_for_one=bool(about))


def alert_step(view: ChildView, today: date) -> Questions:
    """What happened to an open alert: answered, taken further, resolved."""
    rows = {str(number): row for number, row in enumerate(view.alerts)}

    def row_of(answers: Answers) -> AlertRow:
        return rows[answers.choice("alert") or "0"]

    def act(answers: Answers) -> AnswerAlert | EscalateAlert | ResolveAlert:
        row, on, what = row_of(answers), answers.known_day("on"), answers.choice("what")
        if what == "answered":
            return AnswerAlert(child=view.child, raised_on=row.raised_on, stage=row.stage, answered_on=on)
        if what == "resolved":
            return ResolveAlert(child=view.child, raised_on=row.raised_on, resolved_on=on)
        return EscalateAlert(child=view.child, raised_on=row.raised_on, stage=AlertStage(what), started_on=on)

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        row, on, what = row_of(answers), answers.day("on"), answers.choice("what")
        if on and on < row.raised_on:
            return (("on", "That is before the alert was raised. Check the day."),)
        if what == "answered" and row.is_answered:
            return (("what", f"The {row.stage.label} is answered already. Resolve it, or take it further."),)
        if what in _ORDER and _ORDER.index(AlertStage(what)) <= _ORDER.index(row.stage):
            return (("what", f"The alert stands at that stage or beyond: {row.stage.label}."),)
        return ()

    what = (
        Option("answered", "Answered", "The stage in hand was answered."),
        Option("resolved", "Resolved", "The alert is closed."),
        Option(AlertStage.FORMAL.value, "Made a formal alert", _STAGES[AlertStage.FORMAL]),
        Option(AlertStage.CAFCASS.value, "Referred to Cafcass", _STAGES[AlertStage.CAFCASS]),
    )
    return Questions(
        "What became of an alert",
        (
            AskChoice("alert", "Which alert", tuple(Option(key, row.words) for key, row in rows.items())),
            AskChoice("what", "What happened", what),
            AskDay("on", "On", today),
        ),
        act,
        problems=problems,
    )
