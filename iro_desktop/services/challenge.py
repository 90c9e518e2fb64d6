"""The pages of challenge and praise: alerts by stage, the log of legal advice, the lists the service owns."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from iro_desktop.domain.lists import STANDARD
from iro_desktop.domain.protocol import NO_LIMIT, Stage, protocol_of
from iro_desktop.domain.records import ListEntry
from iro_desktop.domain.vocabulary import AlertKind, AlertStage, ServiceList, Standing
from iro_desktop.rules.disputes import OF_PARTNERS
from iro_desktop.rules.offsets import parse_offset
from iro_desktop.services.alert_cards import alerts_of, card_of, pressing
from iro_desktop.services.challenge_views import AdviceRow, AlertCard, BoardColumn, ChallengeView, ListLine
from iro_desktop.services.service_lists import Lists, former, plain
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import EVERYBODY, with_work
from iro_desktop.services.words import display_name

_A_YEAR = timedelta(days=365)
_CAFCASS, _PARTNERS, _PRAISE = "cafcass", "partners", "praise"


def cards(snapshot: Snapshot, iro: str | None) -> tuple[AlertCard, ...]:
    """Every alert of the children in scope, oldest first."""
    return snapshot.kept.once(("alert cards", iro), lambda: tuple(_cards(snapshot, iro)))


def _cards(snapshot: Snapshot, iro: str | None) -> list[AlertCard]:
    lists = Lists(snapshot.lists)
    found = [card_of(snapshot, lists, one) for child in with_work(snapshot, iro) for one in alerts_of(snapshot, child)]
    return sorted(found, key=lambda card: (card.raised_on, card.key))


def challenge_view(snapshot: Snapshot, iro: str | None, since: date | None = None) -> ChallengeView:
    """The alerts in scope; resolved ones from ``since`` on, or of the last twelve months."""
    from_on = since or snapshot.today - _A_YEAR
    every = cards(snapshot, iro)
    still_open = sorted((one for one in every if one.is_open), key=pressing)
    resolved = sorted(
        (one for one in every if one.resolved_on is not None and one.resolved_on >= from_on),
        key=lambda one: (one.resolved_on, one.key),
        reverse=True,
    )
    overdue = sum(one.standing is Standing.OVERDUE for one in still_open)
    return ChallengeView(iro or EVERYBODY, _columns(snapshot, still_open), (*still_open, *resolved), overdue, from_on)


def _columns(snapshot: Snapshot, still_open: list[AlertCard]) -> tuple[BoardColumn, ...]:
    """The stages of today's protocol, those of an earlier one that are still in use, and what is beside them."""
    protocol = protocol_of(snapshot.practice.value("alert-stages", snapshot.today))
    by_key: dict[str, list[AlertCard]] = {}
    for card in still_open:
        by_key.setdefault(_key(card), []).append(card)
    shown = [(one.stage, one.name, stage_about(one)) for one in protocol.stages]
    known = {stage.value for stage, _, _ in shown}
    for stage in AlertStage:
        if stage.value in by_key and stage.value not in known and stage is not AlertStage.CAFCASS:
            shown.append((stage, by_key[stage.value][0].stage_words, "a stage of the protocol before"))
    reply = snapshot.practice.value("partner-reply", snapshot.today)
    asked = "" if reply == NO_LIMIT else f", within {parse_offset(reply).words}"
    keys = [
        *((stage.value, name, about) for stage, name, about in sorted(shown, key=lambda one: _position(one[0]))),
        (_CAFCASS, "Cafcass", "beside the stages, at any time"),
        (_PARTNERS, "Partner agencies", f"the agency answers by the day it was asked{asked}"),
        (_PRAISE, "Good practice", "told, and acknowledged"),
    ]
    return tuple(BoardColumn(key, title, about, tuple(by_key.get(key, ()))) for key, title, about in keys)


def _position(stage: AlertStage) -> int:
    return list(AlertStage).index(stage)


def _key(card: AlertCard) -> str:
    if card.kind is AlertKind.GOOD_PRACTICE:
        return _PRAISE
    return _PARTNERS if card.stage in OF_PARTNERS else card.stage.value


def stage_about(stage: Stage) -> str:
    """Who answers, and in which time: ``team manager, within 5 working days``."""
    within = f"within {parse_offset(stage.limit).words}" if stage.limit else "no time set"
    return f"{stage.responder}, {within}"


def advice_rows(snapshot: Snapshot, iro: str | None, child: str | None = None) -> tuple[AdviceRow, ...]:
    """The log of legal advice, the newest first: of one child, or of all in scope."""
    children = with_work(snapshot, iro) if child is None else [snapshot.children[child]]
    rows = [
        AdviceRow(
            each.facts.child.council_id,
            display_name(each.facts.child),
            one.asked_on,
            one.question,
            one.asked_of or "",
            one.answered_on,
            one.advice or "",
            one.use or "",
            snapshot.calendar.between(one.asked_on, one.answered_on or snapshot.today),
        )
        for each in children
        for one in each.facts.advice
    ]
    return tuple(sorted(rows, key=lambda row: (row.asked_on, row.child), reverse=True))


def service_list(snapshot: Snapshot, which: ServiceList) -> tuple[ListLine, ...]:
    """A list the service owns with what the program offers beside it: those on offer first, each part by name."""
    lists = Lists(snapshot.lists)
    used = _used(snapshot, lists, which)
    own = [_line(one, lists, used) for one in lists.of(which)]
    offered = [
        ListLine(name, 0, (), "", is_retired=False, is_standard=True)
        for name in STANDARD[which]
        if lists.named(which, name) is None
    ]
    return tuple(sorted([*own, *offered], key=lambda one: (bool(one.merged_into), one.is_retired, plain(one.name))))


def _line(one: ListEntry, lists: Lists, used: Counter[str]) -> ListLine:
    into = lists.standing(one).name if one.merged_into is not None else ""
    return ListLine(one.name, used[one.id], former(one), into, one.is_retired, is_standard=False)


def _used(snapshot: Snapshot, lists: Lists, which: ServiceList) -> Counter[str]:
    """Alerts of all children filed under each entry, what was merged into it included."""
    by_id = {one.id: one for one in lists.of(which)}
    alerts = (alert for child in snapshot.children.values() for alert in child.facts.alerts)
    filed: Iterable[str | None] = (
        alert.theme_id if which is ServiceList.THEME else alert.effect_id for alert in alerts
    )
    return Counter(lists.standing(by_id[one]).id for one in filed if one in by_id)
