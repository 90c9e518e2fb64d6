"""What became of an alert: answered, taken further, paused, resolved, open again, taken away."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from iro_desktop.domain.acts import (
    Act,
    AnswerAlert,
    EscalateAlert,
    PauseAlert,
    RemoveAlert,
    ReopenAlert,
    ResolveAlert,
    ResumeAlert,
)
from iro_desktop.domain.vocabulary import AlertKind, AlertOutcome, AlertStage, CafcassGround
from iro_desktop.services.challenge_views import AlertCard, AlertStory, ListLine, StageShown
from iro_desktop.ui.forms.about.alert_words import OF_PRAISE, how_it_stands, offered, words_of
from iro_desktop.ui.forms.asked import (
    Answers,
    AskChoice,
    AskDay,
    Asked,
    AskText,
    AskWords,
    Option,
    Questions,
    options_of,
)

STEP_TITLE = "What became of an alert"
ANSWERED = "answered:"  # and the stage that was
RESOLVED, PAUSED, RUNS, REOPENED, REMOVED = "resolved", "paused", "runs", "open-again", "away"
_OF_OTHERS = tuple(one for one in AlertOutcome if one is not AlertOutcome.ACKNOWLEDGED)
_WITHOUT_A_DAY = frozenset({REOPENED, REMOVED})
_OF_PARTNERS = frozenset({AlertStage.PARTNER, AlertStage.PARTNER_SENIOR})
_CAFCASS = AlertStage.CAFCASS
_BY_VALUE = {one.value: one for one in AlertStage}


def alert_step(stories: Sequence[AlertStory], effects: Sequence[ListLine], today: date) -> Questions:
    """What happened to one of these alerts, of which there is one at least."""
    told = {one.card.key: one for one in stories}
    offered_now = _offered(stories)

    def story_of(answers: Answers) -> AlertStory:
        return told[answers.choice("alert") or stories[0].card.key]

    def act(answers: Answers) -> Act:
        return _act(answers, story_of(answers).card)

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        return _problems(answers, story_of(answers), today)

    which = tuple(Option(key, words_of(one.card), how_it_stands(one.card)) for key, one in told.items())
    praise = {one.card.kind is AlertKind.GOOD_PRACTICE for one in stories}
    asked: tuple[Asked, ...] = (
        AskChoice("alert", "Which alert", which),
        AskChoice("what", "What happened", offered_now),
        AskDay("on", "On", today, shown=lambda answers: answers.choice("what") not in _WITHOUT_A_DAY),
        *_of_an_answer(),
        *_of_a_pause(),
        *_of_an_end(effects, praise),
    )
    return Questions(
        STEP_TITLE,
        asked,
        act,
        subject=stories[0].card.key if len(stories) == 1 else "",
        problems=problems,
        is_for_one=True,
    )


def _offered(stories: Sequence[AlertStory]) -> tuple[Option, ...]:
    """What can have happened to any of these, each once, the most likely first."""
    found: dict[str, Option] = {}
    for one in stories:
        for option in _offered_of(one):
            found.setdefault(option.value, option)
    return tuple(found.values())


def _offered_of(story: AlertStory) -> list[Option]:
    card = story.card
    removed = Option(REMOVED, "Taken away", "It was entered by mistake. Undo brings it back.")
    if not card.is_open:
        return [Option(REOPENED, "Open again", "What was agreed did not happen."), removed]
    is_praise = card.kind is AlertKind.GOOD_PRACTICE
    answered = [Option(f"{ANSWERED}{one.stage.value}", *_answered_words(one)) for one in to_be_answered(story)]
    further = [Option(one.stage.value, _further(one.stage, one.words), _said(one.about)) for one in story.next_stages]
    pause = (
        Option(RUNS, "Clock runs again", "It counts on from the day after.")
        if card.is_paused
        else Option(PAUSED, "Clock paused", "The clock of the stage stands still. The limit of the whole runs on.")
    )
    return [
        *([pause] if card.is_paused else []),  # what is waited for: nothing else happens before
        *answered,
        Option(RESOLVED, "Resolved", "It is closed, with what came of it for the child."),
        *further,
        *([] if is_praise or card.is_paused else [pause]),
        removed,
    ]


def to_be_answered(story: AlertStory) -> tuple[StageShown, ...]:
    """The stages that wait for an answer: the furthest of the service's or the agency's, and a referral beside it."""
    if story.card.kind is AlertKind.GOOD_PRACTICE or not story.card.is_open:
        return ()
    own = [one for one in story.stages if one.stage is not _CAFCASS][-1:]
    beside = [one for one in story.stages if one.stage is _CAFCASS]
    return tuple(one for one in (*own, *beside) if one.answered_on is None)


def _answered_words(stage: StageShown) -> tuple[str, str]:
    if stage.stage is _CAFCASS:
        return "Cafcass answered", "What came of the referral."
    return "Answered", f"{stage.words}: the answer that was waited for."


def _said(about: str) -> str:
    """As a sentence, like what stands under every other choice."""
    return f"{about[:1].upper()}{about[1:].rstrip('.')}." if about else ""


def _further(stage: AlertStage, words: str) -> str:
    return "Referred to Cafcass" if stage is AlertStage.CAFCASS else f"Taken further: {words}"


def _of_an_answer() -> tuple[Asked, ...]:
    """An answer, or the next stage that is to give one."""
    return (
        AskText("reply", "What was answered", shown=lambda answers: bool(_answered_stage(answers))),
        AskWords("responder", "Who has to answer, by name", shown=lambda answers: bool(_stage(answers))),
        AskDay(
            "reply_by",
            "Answer asked for by",
            is_needed=False,
            shown=lambda answers: _stage(answers) in _OF_PARTNERS,
        ),
        AskChoice(
            "ground",
            "Ground of the referral",
            options_of(CafcassGround),
            shown=lambda one: _stage(one) is _CAFCASS,
            is_open=True,
        ),
        AskWords("told", "Who was told of it", shown=lambda answers: _stage(answers) is _CAFCASS),
        AskDay("told_on", "Told on", is_needed=False, shown=lambda answers: _stage(answers) is _CAFCASS),
    )


def _of_a_pause() -> tuple[Asked, ...]:
    return (
        AskWords("reason", "Reason of the pause", is_needed=True, missing="Say why.", shown=_what(PAUSED)),
        AskDay("until", "Last day, where it is known", is_needed=False, shown=_what(PAUSED)),
    )


def _of_an_end(effects: Sequence[ListLine], praise: Collection[bool]) -> tuple[Asked, ...]:
    """Good practice is acknowledged, everything else is resolved or not; any can be withdrawn."""
    may_be = {*(OF_PRAISE if True in praise else ()), *(_OF_OTHERS if False in praise else ())}
    outcomes = [one for one in AlertOutcome if one in may_be]
    first = AlertOutcome.RESOLVED if False in praise else AlertOutcome.ACKNOWLEDGED
    options = tuple(Option(one.value, f"{one.label[:1].upper()}{one.label[1:]}") for one in outcomes)
    return (
        AskChoice("outcome", "What came of it", options, first.value, shown=_what(RESOLVED)),
        AskChoice("effect", "Effect for the child", offered(effects), shown=_what(RESOLVED), is_open=True),
        AskWords("effect_words", "The effect in words, if you like", shown=_what(RESOLVED)),
        AskDay("child_told_on", "Child told on", is_needed=False, shown=_what(RESOLVED)),
    )


def _what(value: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.choice("what") == value


def _stage(answers: Answers) -> AlertStage | None:
    """The stage it is taken to; ``None`` where something else happened."""
    what = answers.choice("what")
    return _BY_VALUE.get(what)


def _answered_stage(answers: Answers) -> AlertStage | None:
    """The stage that was answered."""
    what = answers.choice("what")
    return _BY_VALUE[what.removeprefix(ANSWERED)] if what.startswith(ANSWERED) else None


def _act(answers: Answers, card: AlertCard) -> Act:
    what = answers.choice("what")
    if what == REOPENED:
        return ReopenAlert(child=card.child, raised_on=card.raised_on, nth=card.nth)
    if what == REMOVED:
        return RemoveAlert(child=card.child, raised_on=card.raised_on, nth=card.nth)
    stage = _answered_stage(answers)
    return _answered(answers, card, stage) if stage else _WITH_A_DAY.get(what, _escalated)(answers, card)


def _answered(answers: Answers, card: AlertCard, stage: AlertStage) -> Act:
    return AnswerAlert(
        child=card.child,
        raised_on=card.raised_on,
        nth=card.nth,
        stage=stage,
        answered_on=answers.known_day("on"),
        reply=answers.text("reply"),
    )


def _resolved(answers: Answers, card: AlertCard) -> Act:
    return ResolveAlert(
        child=card.child,
        raised_on=card.raised_on,
        nth=card.nth,
        resolved_on=answers.known_day("on"),
        outcome=AlertOutcome(answers.choice("outcome")),
        effect=answers.choice("effect"),
        effect_words=answers.text("effect_words"),
        child_told_on=answers.day("child_told_on"),
    )


def _paused(answers: Answers, card: AlertCard) -> Act:
    return PauseAlert(
        child=card.child,
        raised_on=card.raised_on,
        nth=card.nth,
        from_on=answers.known_day("on"),
        reason=answers.text("reason") or "",
        to_on=answers.day("until"),
    )


def _resumed(answers: Answers, card: AlertCard) -> Act:
    return ResumeAlert(child=card.child, raised_on=card.raised_on, nth=card.nth, to_on=answers.known_day("on"))


def _escalated(answers: Answers, card: AlertCard) -> Act:
    ground = answers.choice("ground")
    return EscalateAlert(
        child=card.child,
        raised_on=card.raised_on,
        nth=card.nth,
        stage=AlertStage(answers.choice("what")),
        started_on=answers.known_day("on"),
        responder=answers.text("responder"),
        reply_by=answers.day("reply_by"),
        ground=CafcassGround(ground) if ground else None,
        told=answers.text("told"),
        told_on=answers.day("told_on"),
    )


_WITH_A_DAY: Mapping[str, Callable[[Answers, AlertCard], Act]] = {
    RESOLVED: _resolved,
    PAUSED: _paused,
    RUNS: _resumed,
}


def _problems(answers: Answers, story: AlertStory, today: date) -> tuple[tuple[str, str], ...]:
    card, on, what = story.card, answers.day("on"), answers.choice("what")
    if what not in {one.value for one in _offered_of(story)}:
        return (("what", f"That cannot be said of this alert: {_state(card)}."),)
    if on and on < card.raised_on:
        return (("on", "That is before the alert was raised. Check the day."),)
    if on and on > today and what != RUNS:
        return (("on", "That day is still to come."),)
    for name in ("until", "reply_by", "child_told_on", "told_on"):
        day = answers.day(name)
        if day and on and day < on and name in {"until", "reply_by"}:
            return ((name, "That is before the first day. Check the days."),)
        if day and day > today and name in {"child_told_on", "told_on"}:
            return ((name, "That day is still to come."),)
    return ()


def _state(card: AlertCard) -> str:
    if not card.is_open:
        return "it is resolved"
    return "it is answered at that stage" if card.is_answered else f"it stands at “{card.stage_words}”"
