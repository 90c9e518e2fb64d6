"""The work before and after reviews, and between them."""

from iro_desktop.domain.vocabulary import Task
from iro_desktop.measures.after_review import rows_of_task
from iro_desktop.measures.challenge import consultation_rows
from iro_desktop.measures.children import passport_rows
from iro_desktop.measures.definitions.words import AFTER, BEFORE, BETWEEN, CHILDREN, HELD, WHOSE
from iro_desktop.measures.limits import rows_of_rules
from iro_desktop.measures.model import By, Definition, LeftOut, Unit
from iro_desktop.measures.participation import plan_rows, visited_rows
from iro_desktop.measures.prepared import rows_before


def _after(task: Task, id_: str, name: str, what: str, done: str, days: int) -> Definition:
    return Definition(
        id=id_,
        name=name,
        definition=(
            f"Of the reviews of children looked after that were completed in the period, the share whose {what} "
            f"{done} within {days} working days, or within the service's own limit. "
            f"Counted are those whose {what} {done} or whose limit has passed. {WHOSE}"
        ),
        population="Reviews of children looked after completed in the period, also where care has ended since",
        numerator=f"Those whose {what} {done} on or before the last day",
        denominator=f"Those whose {what} {done}, or whose last day has passed",
        left_out=(
            LeftOut.NOT_TRACKED,
            LeftOut.NOT_YET_DUE,
            LeftOut.OUTSIDE_CARE,
            *((LeftOut.NOT_SENT,) if task is Task.RESPONSE else ()),
        ),
        unit=Unit.PERCENT,
        source="IRO Handbook 2010, as procedures state it",
        words=("in time", f"late or not {done.split(' ', 1)[1]}", f"reviews whose {what} {_was(done)} due"),
        rows=rows_of_task(task),
        subject=AFTER,
        better=1,
    )


def _was(done: str) -> str:
    return done.split(" ", 1)[0]


def _before(rule: str, id_: str, name: str, what: str, source: str) -> Definition:
    return Definition(
        id=id_,
        name=name,
        definition=(
            f"Of the reviews of children looked after that were held in the period, the share before which {what} by "
            f"its last day. {WHOSE}"
        ),
        population=HELD,
        numerator=f"Those before which {what} in time",
        denominator="Those held since this work is recorded here",
        left_out=(LeftOut.NOT_TRACKED,),
        unit=Unit.PERCENT,
        source=source,
        words=("in time", "late or not recorded", "held"),
        rows=rows_before(rule),
        subject=BEFORE,
        better=1,
    )


DEFINITIONS = (
    _before(
        "before.report",
        "reports.in-time",
        "Reports received in time",
        "the social worker's report was received",
        "IRO Handbook 2010, as its summary states it: 3 days",
    ),
    _before(
        "before.consult",
        "consult.in-time",
        "Consulted about the review in time",
        "social worker and IRO consulted about the review",
        "IRO Handbook 2010 ch.3, in summary: 15 working days",
    ),
    Definition(
        id="plan-current",
        name="Care plan up to date at the review",
        definition=(
            "Of the reviews of children looked after that were held in the period, the share at which the care plan "
            f"was up to date. {WHOSE}"
        ),
        population=HELD,
        numerator="Those at which it was up to date",
        denominator="Those where that is recorded",
        left_out=(LeftOut.NOT_SAID,),
        unit=Unit.PERCENT,
        source="Recorded by the IRO at the review",
        words=("with the plan up to date", "without", "held"),
        rows=plan_rows,
        subject=BEFORE,
        better=1,
    ),
    Definition(
        id="consultations.returned",
        name="Consultation forms returned",
        definition=f"Of the consultation forms sent in the period, the share that came back by today. {WHOSE}",
        population="Consultation forms sent in the period, to whomever",
        numerator="Those returned",
        denominator="All sent",
        left_out=(),
        unit=Unit.PERCENT,
        source="Recorded here; as one authority reports it by agency",
        words=("returned", "not returned", "sent"),
        rows=consultation_rows,
        subject=BEFORE,
        by=(By.IRO, By.TEAM, By.AGENCY),
        better=1,
    ),
    _after(
        Task.RECOMMENDATIONS,
        "recommendations.in-time",
        "Recommendations sent in time",
        "recommendations",
        "were sent",
        5,
    ),
    _after(Task.RESPONSE, "response.in-time", "Manager's answer in time", "recommendations", "were answered", 5),
    _after(Task.UPDATED_CARE_PLAN, "care-plan.in-time", "Care plan updated in time", "care plan", "was updated", 10),
    _after(Task.MINUTES, "minutes.in-time", "Minutes finished in time", "minutes", "were finished", 15),
    _after(Task.LETTER, "letters.in-time", "Letter to the child sent in time", "letter to the child", "was sent", 15),
    _after(Task.DISTRIBUTION, "distribution.in-time", "Record distributed in time", "record", "was distributed", 20),
    Definition(
        id="mid-point.coverage",
        name="Mid-point reviews done",
        definition=(
            "Of the mid-point reviews that fell due in the period, the share that was done, in time or late, before "
            f"the next review. One left out counts as not done, whatever the reason. {WHOSE}"
        ),
        population="Mid-point reviews whose last day lies in the period and has come",
        numerator="Those done",
        denominator="Those done, and those left out, missed or overdue",
        left_out=(LeftOut.NOT_YET_DUE,),
        unit=Unit.PERCENT,
        source="Local practice; no statutory interval",
        words=("done", "not done", "fallen due"),
        rows=rows_of_rules(("mid-point",), late_is_met=True),
        subject=BETWEEN,
        better=1,
    ),
    Definition(
        id="visits.before",
        name="Visited before the review",
        definition=(
            "Of the reviews of children looked after that were held in the period, the share before which the IRO was "
            f"with the child since the review before; a call or a video is no visit. {WHOSE}"
        ),
        population=HELD,
        numerator="Those before which the IRO was with the child",
        denominator="Those held since contacts are recorded here",
        left_out=(LeftOut.NOT_TRACKED,),
        unit=Unit.PERCENT,
        source="As one authority reports it; no source gives an interval",
        words=("visited", "not visited", "held"),
        rows=visited_rows,
        subject=BETWEEN,
        better=1,
    ),
    Definition(
        id="passports.sent",
        name="Passports sent",
        definition=(
            "Of the times a child became looked after in the period, the share in which the IRO's passport was sent to "
            f"the child since. {WHOSE}"
        ),
        population="Starts of care in the period; returns to care too, short breaks not",
        numerator="Those to whom it was sent",
        denominator="Those since this work is recorded here",
        left_out=(LeftOut.NOT_TRACKED,),
        unit=Unit.PERCENT,
        source="Practice of one authority",
        words=("sent", "not sent", "children new to care"),
        rows=passport_rows,
        subject=CHILDREN,
        better=1,
    ),
)
