"""An alert in words: where its clock stands, and the whole card as it is read out."""

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import AlertKind, Standing
from iro_desktop.domain.wording import capital
from iro_desktop.services.challenge_views import AlertCard

_CAP = "In all: {}"


def clock_of(card: AlertCard) -> tuple[Standing, str]:
    """The first thing to know of it: where the answer stands that is owed."""
    if card.resolved_on is not None:
        return Standing.MET, f"Resolved {short(card.resolved_on)}"
    if card.clock is not None:
        return (Standing.WAITING if card.is_paused else _running(card.clock.standing)), capital(card.clock.words)
    if card.is_answered:
        return Standing.MET, "Answered"
    is_praise = card.kind is AlertKind.GOOD_PRACTICE
    return Standing.NOT_DUE, f"{'Told' if is_praise else 'Open since'} {short(card.raised_on)}"


def cap_of(card: AlertCard) -> tuple[Standing, str] | None:
    """The limit of the whole, which no pause stops."""
    if card.cap is None:
        return None
    return _running(card.cap.standing), _CAP.format(_lower(card.cap.words))


def stands(card: AlertCard) -> tuple[Standing, str]:
    """The one thing to say of it in a list: the limit of the whole, where that is over and the answer's is not."""
    clock, cap = clock_of(card), cap_of(card)
    is_whole = cap is not None and cap[0] is Standing.OVERDUE and clock[0] is not Standing.OVERDUE
    return cap if cap is not None and is_whole else clock


def spoken(card: AlertCard) -> str:
    """A card as it is read out: how it stands, whose, what, who answers."""
    cap = cap_of(card)
    came = [card.outcome.label if card.outcome else "", card.effect]
    parts = (
        clock_of(card)[1],
        cap[1] if cap else "",
        card.name,
        card.stage_words,
        card.theme,
        card.about,
        f"answered by {card.responder}" if card.responder else "",
        f"raised {short(card.raised_on)}",
        *came,
    )
    return ", ".join(part.rstrip(".") for part in parts if part)


def answers(card: AlertCard) -> str:
    """Who has to answer; of good practice, whose it is."""
    agency = card.agency.label if card.agency else ""
    return card.responder or agency or card.team


def _running(standing: Standing) -> Standing:
    """Bars say paused here: a clock that has time still is not due."""
    return Standing.NOT_DUE if standing in {Standing.WAITING, Standing.UPCOMING} else standing


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
