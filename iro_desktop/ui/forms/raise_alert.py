"""Raising an alert: with whom, what it is about, and by when it has to be answered, said before it is saved."""

from collections.abc import Callable, Sequence
from datetime import date

from iro_desktop.domain.acts import Act, RaiseAlert
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Agency, AlertKind, AlertStage, ServiceList
from iro_desktop.services.challenge_views import AlertDraft, NextStage
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.about.alert_words import AGENCIES, KINDS, NO_AGENCY, NO_THEME, offered
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, Asked, AskText, AskWords, Option, Questions
from iro_desktop.ui.forms.child_form import about_words
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.writing import WritingBox

_STAGE_OF = {AlertKind.PARTNER: AlertStage.PARTNER, AlertKind.GOOD_PRACTICE: AlertStage.GOOD_PRACTICE}
_BEYOND = frozenset(_STAGE_OF.values())  # a kind of their own, not a stage of a dispute
_TERMS = {"stage": AlertKind.CHALLENGE, "reply_by": AlertKind.PARTNER}


class RaiseAlertForm(AskForm):
    """Who answers and by when follows from the day it is raised and the service's protocol on that day."""

    def __init__(
        self,
        desk: Desk,
        save: Callable[[Act], None],
        view: ChildView,
        draft: AlertDraft | None = None,
        save_all: Callable[[Sequence[Act], str], object] | None = None,
    ) -> None:
        self._desk = desk
        self._draft = draft
        self._was_praise = False
        self._known: tuple[date, tuple[NextStage, ...]] = (desk.today_on, desk.alert_terms(desk.today_on))
        questions = _questions(desk, view, self._known[1], draft)
        super().__init__(questions, desk.typed_date, save, about_words(view), save_all=save_all)

    def terms(self) -> tuple[NextStage, ...]:
        """Who would answer, and by when, by the day that is typed; by today's while none is."""
        widget = self.fields["on"].widget if "on" in self.fields else None
        day = (widget.day() if isinstance(widget, DateField) else None) or self._desk.today_on
        if day != self._known[0] and day <= self._desk.today_on:
            self._known = (day, self._desk.alert_terms(day))
        return self._known[1]

    def look_again(self) -> None:
        """What is late is no good practice: what is drafted about it goes where nobody changed it, and comes back."""
        super().look_again()
        is_praise = self.answers().choice("what") == AlertKind.GOOD_PRACTICE
        if self._draft is None or is_praise is self._was_praise:
            return
        self._was_praise = is_praise
        box, theme = self.fields["about"].widget, self.fields["theme"].widget
        assert isinstance(box, WritingBox)
        assert isinstance(theme, DropDown)
        drafted, nothing = (self._draft.about, self._draft.theme), ("", "")
        held, put = (drafted, nothing) if is_praise else (nothing, drafted)
        if box.words().strip() == held[0].strip():
            box.setPlainText(put[0])
        if theme.currentData() == held[1]:
            theme.setCurrentIndex(max(0, theme.findData(put[1])))

    def _note(self, asked: Asked) -> str:
        if asked.name not in _TERMS:
            return super()._note(asked)
        stage = AlertStage(self.answers().choice("stage") or AlertStage.PARTNER)
        term = next((one.about for one in self.terms() if one.stage is stage), "")
        return "\n".join(part for part in (term, super()._note(asked)) if part)


def _questions(desk: Desk, view: ChildView, terms: Sequence[NextStage], draft: AlertDraft | None) -> Questions:
    stages = tuple(Option(one.stage.value, one.words) for one in terms if one.stage not in _BEYOND)
    kinds = tuple(Option(one.value, f"{one.label[:1].upper()}{one.label[1:]}", KINDS[one]) for one in AlertKind)
    themes = offered(desk.service_list(ServiceList.THEME), draft.theme if draft else "")
    asked = (
        AskChoice("what", "Kind", kinds),
        AskChoice("stage", "Stage", stages, draft.stage.value if draft else "", shown=_is(AlertKind.CHALLENGE)),
        AskChoice("agency", "Agency", AGENCIES, none_words=NO_AGENCY, shown=_is(AlertKind.PARTNER)),
        AskText("about", "What it is about", draft.about if draft else ""),
        AskChoice("theme", "Theme", themes, draft.theme if draft else "", none_words=NO_THEME),
        AskWords("team", "Team whose practice it is about", proposed=draft.team if draft else "", shown=_owes_a_team),
        AskWords(
            "responder",
            "Who has to answer, by name",
            proposed=draft.responder if draft else "",
            shown=_isnt(AlertKind.GOOD_PRACTICE),
        ),
        AskDay("reply_by", "Answer asked for by", is_needed=False, shown=_is(AlertKind.PARTNER)),
        AskDay("on", "Raised on", desk.today_on),
    )
    subject = "" if draft is None else f"{draft.rule or draft.number}/{draft.trigger_on or draft.review_on}"
    return Questions(
        "Raise an alert",
        asked,
        lambda answers: _raised(answers, view, draft),
        subject=subject,
        problems=lambda answers: _problems(answers, draft),
        about=_already(draft),
        is_for_one=draft is not None,
    )


def _already(draft: AlertDraft | None) -> str:
    """That there is one about the same date: what was meant may be what became of it."""
    if draft is None or draft.already_on is None:
        return ""
    return f"An alert about this is open since {short(draft.already_on)}. Shift+X says what became of it."


def _raised(answers: Answers, view: ChildView, draft: AlertDraft | None) -> RaiseAlert:
    kind = AlertKind(answers.choice("what"))
    late = None if kind is AlertKind.GOOD_PRACTICE else draft  # good practice is not about the date that was missed
    return RaiseAlert(
        child=view.child,
        raised_on=answers.known_day("on"),
        what=kind,
        stage=AlertStage(answers.choice("stage")) if kind is AlertKind.CHALLENGE else _STAGE_OF[kind],
        about=answers.text("about"),
        theme=answers.choice("theme") or None,
        team=answers.text("team"),
        agency=Agency(answers.choice("agency")) if answers.choice("agency") else None,
        responder=answers.text("responder"),
        reply_by=answers.day("reply_by"),
        rule=late.rule if late else None,
        trigger_on=late.trigger_on if late else None,
        review_on=draft.review_on if draft else None,
        number=draft.number if draft else None,
    )


def _problems(answers: Answers, draft: AlertDraft | None) -> tuple[tuple[str, str], ...]:
    reply_by, on = answers.day("reply_by"), answers.day("on")
    if answers.choice("what") == AlertKind.PARTNER and not answers.choice("agency"):
        return (("agency", "Say which agency it is raised with."),)
    if draft is not None and answers.choice("what") == AlertKind.GOOD_PRACTICE and not answers.text("about"):
        return (("about", "Say what was done well."),)
    if reply_by and on and reply_by < on:
        return (("reply_by", "That is before the day it is raised. Check the day."),)
    return ()


def _is(kind: AlertKind) -> Callable[[Answers], bool]:
    return lambda answers: answers.choice("what") == kind


def _isnt(kind: AlertKind) -> Callable[[Answers], bool]:
    return lambda answers: answers.choice("what") != kind


def _owes_a_team(answers: Answers) -> bool:
    return answers.choice("what") != AlertKind.PARTNER
