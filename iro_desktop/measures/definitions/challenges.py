"""Alerts, partner escalations, good practice."""

from iro_desktop.domain.vocabulary import AlertKind
from iro_desktop.measures.challenge import ALERT_LIMITS, raised_rows, resolved_rows
from iro_desktop.measures.definitions.words import CHALLENGE, COUNTED, WHOSE
from iro_desktop.measures.limits import rows_of_rules
from iro_desktop.measures.model import By, Definition, LeftOut, Unit

_BY = (By.IRO, By.TEAM, By.STAGE, By.THEME, By.OUTCOME, By.EFFECT)
_HERE = "Recorded here"


def _raised(id_: str, name: str, kind: AlertKind | None, what: str, *by: By) -> Definition:
    return Definition(
        id=id_,
        name=name,
        definition=f"How many {what} in the period. {WHOSE}",
        population=f"All {what.removesuffix(' were raised')} raised in the period",
        numerator=COUNTED,
        denominator=COUNTED,
        left_out=(),
        unit=Unit.COUNT,
        source=_HERE,
        words=("", "", what),
        rows=raised_rows(kind),
        subject=CHALLENGE,
        by=(*_BY, *by),
    )


DEFINITIONS = (
    _raised(
        "alerts.raised",
        "Alerts of every kind",
        None,
        "alerts, escalations to partners and examples of good practice were raised",
        By.KIND,
        By.AGENCY,
    ),
    _raised(
        "alerts.challenge", "Quality assurance alerts", AlertKind.CHALLENGE, "quality assurance alerts were raised"
    ),
    _raised(
        "alerts.partner", "Partner escalations", AlertKind.PARTNER, "escalations to partners were raised", By.AGENCY
    ),
    _raised(
        "alerts.good-practice",
        "Good practice",
        AlertKind.GOOD_PRACTICE,
        "examples of good practice were raised",
        By.AGENCY,
    ),
    Definition(
        id="alerts.answered-in-time",
        name="Alerts answered in time",
        definition=(
            "Of the answers to stages of quality assurance alerts that fell due in the period, the share that came on "
            "or before the last day by the service's protocol; days on which the clock was paused do not count. "
            f"{WHOSE}"
        ),
        population="Stages of alerts whose last day lies in the period and has come",
        numerator="Those answered in time",
        denominator="Those answered, or whose last day has passed",
        left_out=(LeftOut.NOT_YET_DUE,),
        unit=Unit.PERCENT,
        source="The service's own protocol; IRO Handbook 2010 6.2 for the whole",
        words=("in time", "late or not answered", "answers that fell due"),
        rows=rows_of_rules(ALERT_LIMITS),
        subject=CHALLENGE,
        better=1,
    ),
    Definition(
        id="alerts.resolved-in-time",
        name="Alerts resolved within the limit of the whole",
        definition=(
            "Of the quality assurance alerts whose limit of 20 working days fell in the period, the share resolved on "
            f"or before it. The limit of the whole runs on while a stage is paused. {WHOSE}"
        ),
        population="Quality assurance alerts whose last day for the whole lies in the period and has come",
        numerator="Those resolved in time",
        denominator="Those resolved, or whose last day has passed",
        left_out=(LeftOut.NOT_YET_DUE,),
        unit=Unit.PERCENT,
        source="IRO Handbook 2010 6.2",
        words=("in time", "late or still open", "alerts whose limit fell"),
        rows=rows_of_rules(("alert.cap",)),
        subject=CHALLENGE,
        better=1,
    ),
    Definition(
        id="alerts.days",
        name="Working days to resolve an alert",
        definition=(
            "The middle value of the working days from raising to resolving, of the quality assurance alerts resolved "
            f"in the period: half took no longer. {WHOSE}"
        ),
        population="Quality assurance alerts resolved in the period",
        numerator="Their working days",
        denominator="All of them",
        left_out=(),
        unit=Unit.MEDIAN,
        source=_HERE,
        words=("", "", "alerts resolved"),
        rows=resolved_rows,
        subject=CHALLENGE,
        by=_BY,
        better=-1,
    ),
)
