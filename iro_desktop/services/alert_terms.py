"""Who would have to answer an alert raised on a day, and by when: said before it is raised."""

from datetime import date

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.protocol import NO_LIMIT, Stage, protocol_of
from iro_desktop.domain.vocabulary import AlertStage
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.offsets import add, parse_offset
from iro_desktop.rules.practice import Practice
from iro_desktop.services.challenge_views import NextStage

_CAFCASS = "A referral to Cafcass is open at any stage; it does not wait for the others."
_PRAISE = "Told to those whose work it is. Nobody has to answer."


def alert_terms(practice: Practice, calendar: WorkingCalendar, raised_on: date) -> tuple[NextStage, ...]:
    """Each stage an alert may begin with: those of the service's protocol, Cafcass, a partner agency, good practice."""
    protocol = protocol_of(practice.value("alert-stages", raised_on))
    partner = practice.value("partner-reply", raised_on)
    asked = "" if partner == NO_LIMIT else _by(calendar, raised_on, partner)
    return (
        *(NextStage(one.stage, one.name, _stage_words(one, calendar, raised_on)) for one in protocol.stages),
        _plain(AlertStage.CAFCASS, _CAFCASS),
        _plain(AlertStage.PARTNER, f"The agency answers {asked}." if asked else "The service sets no time."),
        _plain(AlertStage.GOOD_PRACTICE, _PRAISE),
    )


def _plain(stage: AlertStage, about: str) -> NextStage:
    return NextStage(stage, stage.label[:1].upper() + stage.label[1:], about)


def _stage_words(stage: Stage, calendar: WorkingCalendar, raised_on: date) -> str:
    when = "; the service sets no time" if stage.limit is None else f" {_by(calendar, raised_on, stage.limit)}"
    return f"The {stage.responder} answers{when}."


def _by(calendar: WorkingCalendar, raised_on: date, limit: str) -> str:
    """``within 5 working days, by Mon 30 Nov 2026``."""
    offset = parse_offset(limit)
    return f"within {offset.words}, by {with_weekday(add(calendar, raised_on, offset))}"
