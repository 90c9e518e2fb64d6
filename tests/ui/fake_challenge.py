"""The fake desk's alerts, legal advice and lists: a few children of every stage, and what was entered since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from iro_desktop.domain.acts import (
    Act,
    AddToList,
    AnswerAlert,
    AnswerLegalAdvice,
    ChangeAlert,
    EscalateAlert,
    MergeInList,
    PauseAlert,
    RaiseAlert,
    RecordLegalAdvice,
    RemoveAlert,
    RemoveLegalAdvice,
    RenameInList,
    ReopenAlert,
    ResolveAlert,
    ResumeAlert,
    RetireFromList,
)
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.protocol import STANDARD_STAGES, protocol_of
from iro_desktop.domain.records import Alert, AlertPause, AlertStep, LegalAdvice
from iro_desktop.domain.vocabulary import (
    Agency,
    AlertKind,
    AlertOutcome,
    AlertStage,
    CafcassGround,
    ServiceList,
    Standing,
)
from iro_desktop.services.challenge_views import (
    AdviceRow,
    AgencyReturns,
    AlertCard,
    AlertClock,
    AlertCount,
    AlertDraft,
    AlertStory,
    BoardColumn,
    ChallengeView,
    ConsultationRow,
    Counted,
    ListLine,
    NextStage,
    PauseShown,
    StageShown,
    StoryLine,
)
from iro_desktop.services.views import AlertRow
from tests.ui.fake_people import TODAY, FakeChild, plus_working_days, working_days

ChallengeAct = (
    RaiseAlert
    | ChangeAlert
    | EscalateAlert
    | AnswerAlert
    | PauseAlert
    | ResumeAlert
    | ResolveAlert
    | ReopenAlert
    | RemoveAlert
    | RecordLegalAdvice
    | AnswerLegalAdvice
    | RemoveLegalAdvice
    | AddToList
    | RenameInList
    | MergeInList
    | RetireFromList
)
_DAYS = {AlertStage.INFORMAL: 5, AlertStage.FORMAL: 10, AlertStage.PARTNER: 10}
_CAP = 20
_ORDER = list(AlertStage)
_WORST = (Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON, Standing.UPCOMING, Standing.NOT_DUE, Standing.MET)
PROTOCOL = protocol_of(STANDARD_STAGES)
THEMES = ("Health assessment", "Care plan", "Education", "Family time", "Placement", "Recommendations drift")
EFFECTS = ("Plan changed", "Service put in place", "Decision made", "No change")


@dataclass(frozen=True, slots=True)
class FakeAlert:
    """One alert with what belongs to it."""

    alert: Alert
    steps: tuple[AlertStep, ...]
    pauses: tuple[AlertPause, ...] = ()


@dataclass(frozen=True, slots=True)
class FakeChallenge:
    """Everything there is."""

    alerts: tuple[FakeAlert, ...] = ()
    advice: tuple[LegalAdvice, ...] = ()
    themes: tuple[ListLine, ...] = tuple(ListLine(one, 0, (), "", False, True) for one in THEMES)
    effects: tuple[ListLine, ...] = tuple(ListLine(one, 0, (), "", False, True) for one in EFFECTS)

    def after(self, act: ChallengeAct) -> "FakeChallenge":
        if isinstance(act, AddToList | RenameInList | MergeInList | RetireFromList):
            return _lists_after(self, act)
        if isinstance(act, RecordLegalAdvice | AnswerLegalAdvice | RemoveLegalAdvice):
            return replace(self, advice=_advice_after(self.advice, act))
        if isinstance(act, RaiseAlert):
            return replace(self, alerts=(*self.alerts, _raised(self.alerts, act)))
        one = next((one for one in self.alerts if _is_meant(one, act)), None)
        if one is None:
            raise UserError("That alert is here no more. Nothing was saved.")
        changed = () if isinstance(act, RemoveAlert) else (_after(one, act),)
        return replace(self, alerts=(*(each for each in self.alerts if each is not one), *changed))


def some_challenge(children: Iterable[FakeChild]) -> FakeChallenge:
    """Alerts of every kind and stage for the first children."""
    ids = [child.id for child in children]
    made = FakeChallenge()
    if len(ids) < 12:
        return made
    ago = {days: plus_working_days(TODAY, -days) for days in range(60)}
    acts: list[ChallengeAct] = [
        _raise(ids[2], ago[9], "The initial health assessment was due on 9 November and has not been booked.", 0),
        _raise(ids[3], ago[3], "The care plan does not say where Callum will live after Christmas.", 1),
        _raise(ids[5], ago[5], "No personal education plan meeting this term.", 2),
        _raise(ids[6], ago[4], "Family time with his sister stopped in September; nobody has said why.", 3),
        _raise(ids[8], ago[16], "The recommendation of 2 June about therapy is open at the third review running.", 5),
        _raise(ids[10], ago[12], "Two changes of placement in a month, neither with a planning meeting.", 4),
        _raise(ids[11], ago[23], "No permanence plan agreed ten months after the second review.", 1),
        RaiseAlert(
            child=ids[13], raised_on=ago[13], what=AlertKind.PARTNER, agency=Agency.HEALTH, theme=THEMES[0],
            about="The referral to the continence service has had no answer since August.", responder="Ros Kane",
        ),
        RaiseAlert(
            child=ids[14], raised_on=ago[6], what=AlertKind.PARTNER, agency=Agency.EDUCATION, theme=THEMES[2],
            about="A part-time timetable without an end date.",
        ),
        RaiseAlert(
            child=ids[15], raised_on=ago[7], what=AlertKind.GOOD_PRACTICE, team="Cared for 2", theme=THEMES[1],
            about="Life story work begun before the move, with the child’s own photographs.",
        ),
        _raise(ids[20], ago[40], "The pathway plan was not shared before the review.", 1),
        EscalateAlert(
            child=ids[8], raised_on=ago[16], stage=AlertStage.FORMAL, started_on=ago[11], responder="Dee Stone"
        ),
        EscalateAlert(child=ids[10], raised_on=ago[12], stage=AlertStage.FORMAL, started_on=ago[7]),
        EscalateAlert(child=ids[11], raised_on=ago[23], stage=AlertStage.FORMAL, started_on=ago[18]),
        EscalateAlert(
            child=ids[11], raised_on=ago[23], stage=AlertStage.CAFCASS, started_on=ago[4],
            ground=CafcassGround.DECISION, told="Director of children’s services", told_on=ago[3],
        ),
        AnswerAlert(child=ids[6], raised_on=ago[4], stage=AlertStage.INFORMAL, answered_on=ago[1], reply="In hand."),
        PauseAlert(child=ids[10], raised_on=ago[12], from_on=ago[3], reason="The senior manager asked for the file"),
        AnswerAlert(child=ids[20], raised_on=ago[40], stage=AlertStage.INFORMAL, answered_on=ago[36], reply="Shared."),
        ResolveAlert(
            child=ids[20], raised_on=ago[40], resolved_on=ago[35], outcome=AlertOutcome.RESOLVED, effect=EFFECTS[0],
            effect_words="Read together before the review.", child_told_on=ago[34],
        ),
        RecordLegalAdvice(child=ids[11], asked_on=ago[6], question="Is an application under s.8 open to us?"),
    ]  # fmt: skip
    for act in acts:
        made = made.after(act)
    return made


def _raise(child: str, on: date, about: str, theme: int) -> RaiseAlert:
    return RaiseAlert(child=child, raised_on=on, about=about, theme=THEMES[theme], team="Cared for 1")


def _is_meant(one: FakeAlert, act: object) -> bool:
    alert = one.alert
    asked = (getattr(act, "child", ""), getattr(act, "raised_on", None), getattr(act, "nth", 1))
    return (alert.child_id, alert.raised_on, alert.nth) == asked


_FIRST = {AlertKind.PARTNER: AlertStage.PARTNER, AlertKind.GOOD_PRACTICE: AlertStage.GOOD_PRACTICE}


def _raised(alerts: tuple[FakeAlert, ...], act: RaiseAlert) -> FakeAlert:
    if act.raised_on > TODAY:
        raise UserError("That day is still to come. Nothing was saved.", field="raised_on")
    same = [one.alert for one in alerts if (one.alert.child_id, one.alert.raised_on) == (act.child, act.raised_on)]
    nth = 1 + max((one.nth for one in same), default=0)
    key = f"{act.child}/{act.raised_on}/{nth}"
    alert = Alert(
        key, act.child, act.raised_on, about=act.about, kind=act.what, nth=nth, theme_id=act.theme, team=act.team,
        agency=act.agency, rule_id=act.rule, trigger_on=act.trigger_on,
    )  # fmt: skip
    stage = act.stage or _FIRST.get(act.what, AlertStage.INFORMAL)
    step = AlertStep(
        f"{key}/{stage}", act.child, key, stage, act.raised_on, responder=act.responder, reply_by=act.reply_by
    )
    return FakeAlert(alert, (step,))


def _after(one: FakeAlert, act: ChallengeAct) -> FakeAlert:
    alert = one.alert
    if isinstance(act, EscalateAlert):
        step = AlertStep(
            f"{alert.id}/{act.stage}", act.child, alert.id, act.stage, act.started_on, responder=act.responder,
            reply_by=act.reply_by, ground=act.ground, told=act.told, told_on=act.told_on,
        )  # fmt: skip
        return replace(one, steps=(*one.steps, step))
    if isinstance(act, AnswerAlert):
        steps = tuple(
            replace(step, answered_on=act.answered_on, reply=act.reply) if step.stage is act.stage else step
            for step in one.steps
        )
        return replace(one, steps=steps)
    if isinstance(act, PauseAlert):
        pause = AlertPause(f"{alert.id}/{act.from_on}", act.child, alert.id, act.from_on, act.reason, act.to_on)
        return replace(one, pauses=(*one.pauses, pause))
    if isinstance(act, ResumeAlert):
        return replace(one, pauses=(*one.pauses[:-1], replace(one.pauses[-1], to_on=act.to_on)))
    if isinstance(act, ResolveAlert):
        resolved = replace(
            alert, resolved_on=act.resolved_on, outcome=act.outcome, effect_id=act.effect, effect=act.effect_words,
            child_told_on=act.child_told_on,
        )  # fmt: skip
        return replace(one, alert=resolved)
    if isinstance(act, ReopenAlert):
        return replace(one, alert=replace(alert, resolved_on=None, outcome=None))
    assert isinstance(act, ChangeAlert)
    said: Mapping[str, object] = {"about": act.about, "theme_id": act.theme, "team": act.team, "agency": act.agency}
    return replace(one, alert=replace(alert, **{name: value for name, value in said.items() if value is not None}))  # type: ignore[arg-type]


def _advice_after(
    rows: tuple[LegalAdvice, ...], act: RecordLegalAdvice | AnswerLegalAdvice | RemoveLegalAdvice
) -> tuple[LegalAdvice, ...]:
    if isinstance(act, RecordLegalAdvice):
        one = LegalAdvice(
            f"{act.child}/{act.asked_on}", act.child, act.asked_on, act.question, act.asked_of, act.answered_on,
            act.advice, act.use,
        )  # fmt: skip
        return (*rows, one)
    meant = [one for one in rows if (one.child_id, one.asked_on) == (act.child, act.asked_on)]
    others = tuple(one for one in rows if one not in meant)
    if isinstance(act, RemoveLegalAdvice):
        return others
    return (*others, *(replace(one, answered_on=act.answered_on, advice=act.advice, use=act.use) for one in meant))


def _lists_after(all_of: FakeChallenge, act: AddToList | RenameInList | MergeInList | RetireFromList) -> FakeChallenge:
    is_theme = act.which is ServiceList.THEME
    lines = all_of.themes if is_theme else all_of.effects
    if isinstance(act, AddToList):
        if act.name in [one.name for one in lines]:
            raise UserError("That is in the list already. Nothing was saved.", field="name")
        lines = (*lines, ListLine(act.name, 0, (), "", False, False))
    elif isinstance(act, RenameInList):
        lines = tuple(
            replace(one, name=act.to, former_names=(*one.former_names, one.name)) if one.name == act.name else one
            for one in lines
        )
    elif isinstance(act, MergeInList):
        lines = tuple(replace(one, merged_into=act.into) if one.name == act.name else one for one in lines)
    else:
        lines = tuple(replace(one, is_retired=True) if one.name == act.name else one for one in lines)
    return replace(all_of, themes=lines) if is_theme else replace(all_of, effects=lines)


# what is shown


def _left(due_on: date, *, is_paused: bool = False) -> tuple[Standing, str]:
    left = working_days(TODAY, due_on)
    if is_paused:
        return Standing.WAITING, "Paused"
    if left < 0:
        return Standing.OVERDUE, f"{-left} working day{'s' if left < -1 else ''} over"
    if left == 0:
        return Standing.DUE_TODAY, "Due today"
    return (Standing.DUE_SOON if left <= 5 else Standing.UPCOMING), f"{left} working day{'s' if left > 1 else ''} left"


def _clock(one: FakeAlert, step: AlertStep) -> AlertClock | None:
    if step.stage not in _DAYS:
        return None
    due_on = step.reply_by or plus_working_days(step.started_on, _DAYS[step.stage])
    paused = next((pause for pause in one.pauses if pause.to_on is None), None)
    standing, words = _left(due_on, is_paused=paused is not None)
    if paused is not None:
        words = f"Paused since {short(paused.from_on)}"
    return AlertClock(
        f"Answer to the {step.stage.label}", due_on, standing, words, f"{one.alert.child_id}/alert.{step.stage}"
    )


def card_of(one: FakeAlert, children: Mapping[str, FakeChild]) -> AlertCard:
    alert, step = one.alert, max(one.steps, key=lambda step: _ORDER.index(step.stage))
    child = children[alert.child_id]
    is_open, is_answered = alert.resolved_on is None, step.answered_on is not None
    clock = _clock(one, step) if is_open and not is_answered else None
    cap_on = plus_working_days(alert.raised_on, _CAP)
    standing, words = _left(cap_on)
    is_dispute = alert.kind is AlertKind.CHALLENGE
    cap = AlertClock("All stages together", cap_on, standing, words, "") if is_open and is_dispute else None
    clocks = [each for each in (clock, cap) if each is not None]
    named = PROTOCOL.of(step.stage)
    role = named.responder if named else alert.agency.label if alert.agency else ""
    return AlertCard(
        child=alert.child_id,
        name=child.short_name,
        raised_on=alert.raised_on,
        nth=alert.nth,
        kind=alert.kind,
        stage=step.stage,
        stage_words=named.name if named else f"{step.stage.label[:1].upper()}{step.stage.label[1:]}",
        iro=child.iro,
        theme=alert.theme_id or "",
        team=alert.team or "",
        agency=alert.agency,
        responder=", ".join(part for part in (role, step.responder) if part),
        about=alert.about or "",
        is_answered=is_answered,
        is_paused=any(pause.to_on is None for pause in one.pauses),
        clock=clock,
        cap=cap,
        standing=min((each.standing for each in clocks), key=_rank, default=Standing.MET),
        working_days_open=working_days(alert.raised_on, alert.resolved_on or TODAY),
        resolved_on=alert.resolved_on,
        outcome=alert.outcome,
        effect=alert.effect_id or "",
        effect_words=alert.effect or "",
        child_told_on=alert.child_told_on,
        row_version=alert.row_version,
    )


def _rank(standing: Standing) -> int:
    return _WORST.index(standing) if standing in _WORST else len(_WORST)


def _by_need(card: AlertCard) -> tuple[bool, int, date]:
    return not card.is_open, _rank(card.standing), card.raised_on


def cards_of(told: FakeChallenge, children: Mapping[str, FakeChild]) -> list[AlertCard]:
    return sorted((card_of(one, children) for one in told.alerts if one.alert.child_id in children), key=_by_need)


def challenge_of(told: FakeChallenge, children: Mapping[str, FakeChild], scope: str | None) -> ChallengeView:
    cards = cards_of(told, children)
    still = [card for card in cards if card.is_open]
    columns = [
        (AlertStage.INFORMAL.value, "Informal alert", "Team manager, 5 working days", {AlertStage.INFORMAL}),
        (AlertStage.FORMAL.value, "Formal alert", "Senior manager, 10 working days", {AlertStage.FORMAL}),
        ("cafcass", "Cafcass", "Referred at any stage", {AlertStage.CAFCASS}),
        ("partner", "Partners", "Agencies, 10 working days", {AlertStage.PARTNER, AlertStage.PARTNER_SENIOR}),
        ("praise", "Good practice", "Told, nothing owed", {AlertStage.GOOD_PRACTICE}),
    ]
    made = tuple(
        BoardColumn(key, title, about, tuple(card for card in still if card.stage in stages))
        for key, title, about, stages in columns
    )
    overdue = sum(card.clock is not None and card.clock.standing is Standing.OVERDUE for card in still)
    return ChallengeView(scope or "all IROs", made, tuple(cards), overdue, date(TODAY.year - 1, TODAY.month, 24))


def story_of(
    told: FakeChallenge, children: Mapping[str, FakeChild], child: str, raised_on: date, nth: int
) -> AlertStory:
    one = next(
        (each for each in told.alerts if _is_meant(each, RemoveAlert(child=child, raised_on=raised_on, nth=nth))), None
    )
    if one is None:
        raise UserError("That alert is here no more. Nothing was changed.")
    card = card_of(one, children)
    stages = tuple(
        StageShown(
            step.stage, (named.name if (named := PROTOCOL.of(step.stage)) else step.stage.label.capitalize()),
            step.started_on, step.answered_on, step.responder or "", step.reply or "", step.ground, step.told or "",
            step.told_on,
        )
        for step in one.steps
    )  # fmt: skip
    lines = [StoryLine(one.alert.raised_on, "Raised", one.alert.about or "")]
    lines += [StoryLine(step.started_on, step.stage.label.capitalize(), "") for step in one.steps[1:]]
    lines += [
        StoryLine(step.answered_on, f"{step.stage.label.capitalize()} answered", step.reply or "")
        for step in one.steps
        if step.answered_on
    ]
    lines += [StoryLine(pause.from_on, "Clock paused", pause.reason) for pause in one.pauses]
    if one.alert.resolved_on:
        lines.append(StoryLine(one.alert.resolved_on, "Resolved", one.alert.effect or ""))
    clocks = tuple(each for each in (card.clock, card.cap) if each is not None)
    after = PROTOCOL.after(card.stage) if one.alert.kind is AlertKind.CHALLENGE else ()
    further = [NextStage(each.stage, each.name, f"The {each.responder} answers.") for each in after]
    if one.alert.kind is AlertKind.CHALLENGE and card.stage is not AlertStage.CAFCASS:
        further.append(NextStage(AlertStage.CAFCASS, "Referred to Cafcass", "It waits for no other stage."))
    if card.stage is AlertStage.PARTNER:
        further.append(
            NextStage(AlertStage.PARTNER_SENIOR, "The agency’s senior manager", "The agency’s senior manager answers.")
        )
    return AlertStory(
        card=card,
        drafted_from="",
        clocks=clocks,
        stages=stages,
        pauses=tuple(
            PauseShown(each.from_on, each.to_on, working_days(each.from_on, each.to_on or TODAY), each.reason)
            for each in one.pauses
        ),
        story=tuple(sorted(lines, key=lambda line: line.on)),
        next_stages=tuple(further) if card.is_open else (),
        others=tuple(each for each in cards_of(told, children) if each.child == child and each.key != card.key),
    )  # fmt: skip


_BY = {
    "stage": ("By stage", lambda card: card.stage_words),
    "theme": ("By theme", lambda card: card.theme or "no theme said"),
    "team": ("By team", lambda card: card.team or "no team said"),
    "agency": ("By agency", lambda card: card.agency.label if card.agency else "no agency"),
    "days": ("By working days to resolve", lambda card: "resolved" if card.resolved_on else "not resolved yet"),
    "outcome": ("By outcome", lambda card: card.outcome.label if card.outcome else "not resolved yet"),
    "effect": ("By effect", lambda card: card.effect or "not resolved yet"),
    "iro": ("By IRO", lambda card: card.iro),
    "kind": ("By kind", lambda card: card.kind.label),
}


def counts_of(
    told: FakeChallenge, children: Mapping[str, FakeChild], by: str, from_on: date, to_on: date
) -> AlertCount:
    title, key = _BY[by]
    cards = [card for card in cards_of(told, children) if from_on <= card.raised_on <= to_on]
    words = sorted({key(card) for card in cards})
    lines = tuple(Counted(one, tuple(card for card in cards if key(card) == one)) for one in words)
    sums = " + ".join(str(line.count) for line in lines)
    check = f"{sums} = {len(cards)} alerts raised" if cards else "No alert was raised"
    return AlertCount(by, title, lines, len(cards), check)


def consultations_of(children: Mapping[str, FakeChild], from_on: date, to_on: date) -> tuple[AgencyReturns, ...]:
    if not children or from_on > TODAY:
        return ()
    rows = [
        ConsultationRow(
            child.id, child.short_name, to, plus_working_days(TODAY, -20 - n),
            plus_working_days(TODAY, -12 - n) if n % 3 else None,
            plus_working_days(TODAY, -3) if n % 6 == 0 else None,
        )
        for n, child in enumerate(list(children.values())[:18])
        for to in (("School", "Health", "Carer")[n % 3],)
    ]  # fmt: skip
    agencies = (("School", Agency.EDUCATION), ("Health", Agency.HEALTH), ("Carer", Agency.PLACEMENT))
    return tuple(
        AgencyReturns(
            agency, len(mine), sum(row.returned_on is not None for row in mine),
            sum(row.chased_on is not None and row.returned_on is None for row in mine),
            sum(row.returned_on is None for row in mine),
            8 if any(row.returned_on for row in mine) else None, tuple(mine),
        )
        for to, agency in agencies
        if (mine := [row for row in rows if row.to == to])
    )  # fmt: skip


def list_of(told: FakeChallenge, which: ServiceList) -> tuple[ListLine, ...]:
    lines = told.themes if which is ServiceList.THEME else told.effects
    used = [one.alert.theme_id if which is ServiceList.THEME else one.alert.effect_id for one in told.alerts]
    return tuple(replace(line, used=used.count(line.name)) for line in lines)


def advice_of(told: FakeChallenge, children: Mapping[str, FakeChild], child: str | None) -> tuple[AdviceRow, ...]:
    rows = [one for one in told.advice if child in {None, one.child_id}]
    return tuple(
        AdviceRow(
            one.child_id, children[one.child_id].short_name, one.asked_on, one.question, one.asked_of or "",
            one.answered_on, one.advice or "", one.use or "", working_days(one.asked_on, one.answered_on or TODAY),
        )
        for one in sorted(rows, key=lambda one: one.asked_on, reverse=True)
    )  # fmt: skip


def drafted(child: str, what: str, due_words: str, rule: str, trigger_on: date | None) -> AlertDraft:
    return AlertDraft(
        child, f"{what} was due {due_words} and is not recorded as done.", THEMES[1], "Cared for 1", "Kim Roy", rule,
        trigger_on, None, None, AlertStage.INFORMAL,
    )  # fmt: skip


def rows_of(told: FakeChallenge, children: Mapping[str, FakeChild], child: str) -> tuple[AlertRow, ...]:
    """Open alerts as the panel shows them."""
    cards = [card for card in cards_of(told, children) if card.child == child and card.is_open]
    newest = sorted(cards, key=lambda card: card.raised_on, reverse=True)
    return tuple(
        AlertRow(
            card.raised_on, card.stage, f"{card.stage_words} since {with_weekday(card.raised_on)}", card.is_answered
        )
        for card in newest
    )


def is_about_challenge(act: Act) -> bool:
    return isinstance(act, ChallengeAct)
