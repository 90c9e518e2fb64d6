"""Who would have to answer an alert raised on a day, and by when: said before it is raised."""

from datetime import date

from iro_desktop.domain.dates import with_weekday
from iro_desktop.domain.protocol import protocol_of
from iro_desktop.domain.vocabulary import AlertKind, AlertStage
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.rules.owed_alerts import clock_if_raised
from iro_desktop.rules.practice import Practice
from iro_desktop.services.challenge_views import NextStage

_PRAISE = "Told to those whose work it is. Nobody has to answer."


def alert_terms(practice: Practice, calendar: WorkingCalendar, raised_on: date) -> tuple[NextStage, ...]:
    """Each stage an alert may begin with: those of the service's protocol, a partner agency, good practice."""

    def by(kind: AlertKind, stage: AlertStage) -> str:
        """``within 5 working days, by Mon 30 Nov 2026``; "" where no time is set."""
        clock = clock_if_raised(practice, calendar, raised_on, kind, stage)
        if clock is None or clock.due_on is None:
            return ""
        return f"within {clock.rule.offset.words}, by {with_weekday(clock.due_on)}"

    stages = []
    for one in protocol_of(practice.value("alert-stages", raised_on)).stages:
        when = by(AlertKind.CHALLENGE, one.stage)
        about = f"The {one.responder} answers {when}." if when else f"The {one.responder} answers; no time is set."
        stages.append(NextStage(one.stage, one.name, about))
    asked = by(AlertKind.PARTNER, AlertStage.PARTNER)
    return (
        *stages,
        _plain(AlertStage.PARTNER, f"The agency answers {asked}." if asked else "The service sets no time."),
        _plain(AlertStage.GOOD_PRACTICE, _PRAISE),
    )


def _plain(stage: AlertStage, about: str) -> NextStage:
    return NextStage(stage, stage.label[:1].upper() + stage.label[1:], about)
