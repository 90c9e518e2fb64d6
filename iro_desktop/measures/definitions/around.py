"""The work before and after reviews, and between them."""

from iro_desktop.domain.vocabulary import Task
from iro_desktop.measures.after_review import rows_of_task
from iro_desktop.measures.challenge import consultation_rows
from iro_desktop.measures.children import passport_rows
from iro_desktop.measures.definitions.words import AFTER, BEFORE, BETWEEN, CHILDREN, HELD, WHOSE, WHOSE_START
from iro_desktop.measures.limits import mid_point_rows
from iro_desktop.measures.model import By, Definition, LeftOut, Unit
from iro_desktop.measures.participation import plan_rows, visited_rows
from iro_desktop.measures.prepared import rows_before

_OF_COMPLETION = "the review's completion"


def _after(
    task: Task, id_: str, name: str, done: str, days: int, words: tuple[str, str], since: str = _OF_COMPLETION
) -> Definition:
    """``done``: who or what, and the rest: ``the minutes``, ``were finished``; ``words``: not in time, and counted."""
    return Definition(
        id=id_,
        name=name,
        definition=(
            f"Of the reviews of children looked after that were completed in the period, the share after which {done} "
            f"within {days} working days of {since}. Where the service has a limit of its own, or a person set another "
            "day with its reason, that one counts. Reviews for which this is neither done nor late yet are left out. "
            f"{WHOSE}"
        ),
        population="Reviews of children looked after completed in the period, also where care has ended since",
        numerator=f"Those after which {done} on or before the last day",
        denominator=f"Those after which {done}, in time or late, and those whose last day has passed",
        left_out=(
            LeftOut.NOT_TRACKED,
            LeftOut.NOT_YET_DUE,
            LeftOut.OUTSIDE_CARE,
            *((LeftOut.NOT_SENT,) if task is Task.RESPONSE else ()),
        ),
        unit=Unit.PERCENT,
        source="Practice of one authority: 15 days"
        if task is Task.LETTER
        else "IRO Handbook 2010, as procedures state it",
        words=("in time", *words),
        rows=rows_of_task(task),
        subject=AFTER,
        better=1,
    )


def _before(rule: str, id_: str, name: str, what: str, days: int, source: str) -> Definition:
    return Definition(
        id=id_,
        name=name,
        definition=(
            f"Of the reviews of children looked after that were held in the period, the share before which {what} at "
            f"least {days} working days ahead. Where the service has a limit of its own, or a person set another day "
            f"with its reason, that one counts. {WHOSE}"
        ),
        population=HELD,
        numerator=f"Those before which {what} in time",
        denominator="Those whose last day for it came since this child's work is recorded here",
        left_out=(LeftOut.NOT_TRACKED, LeftOut.OUTSIDE_CARE),
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
        3,
        "IRO Handbook 2010, as its summary states it: 3 days",
    ),
    _before(
        "before.consult",
        "consult.in-time",
        "Consulted about the review in time",
        "the social worker and the IRO consulted about the review",
        15,
        "IRO Handbook 2010 ch.3, in summary: 15 working days",
    ),
    Definition(
        id="plan-current",
        name="Care plan up to date at the review",
        definition=(
            "Of the reviews of children looked after that were held in the period, the share at which, as the IRO "
            f"recorded it, the care plan was up to date. {WHOSE}"
        ),
        population=HELD,
        numerator="Those at which it was up to date",
        denominator="Those where that is recorded",
        left_out=(LeftOut.NOT_SAID,),
        unit=Unit.PERCENT,
        source="Recorded by the IRO at the review",
        words=("with the plan up to date", "without", "reviews where it is recorded"),
        rows=plan_rows,
        subject=BEFORE,
        better=1,
    ),
    Definition(
        id="consultations.returned",
        name="Consultation forms returned",
        definition=(
            "Of the consultation forms sent in the period, to children, families, carers or agencies, also before "
            f"pathway plan reviews, the share that had come back by today. {WHOSE}"
        ),
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
        "the recommendations were sent",
        5,
        ("late or not sent", "reviews whose recommendations were due"),
    ),
    _after(
        Task.RESPONSE,
        "response.in-time",
        "Manager's answer in time",
        "the manager answered the recommendations",
        5,
        ("late or not answered", "reviews whose answer was due"),
        "the day they were sent",
    ),
    _after(
        Task.UPDATED_CARE_PLAN,
        "care-plan.in-time",
        "Care plan updated in time",
        "the care plan was updated",
        10,
        ("late or not updated", "reviews whose care plan was due"),
    ),
    _after(
        Task.MINUTES,
        "minutes.in-time",
        "Minutes finished in time",
        "the minutes were finished",
        15,
        ("late or not finished", "reviews whose minutes were due"),
    ),
    _after(
        Task.LETTER,
        "letters.in-time",
        "Letter to the child sent in time",
        "the letter to the child was sent",
        15,
        ("late or not sent", "reviews whose letter was due"),
    ),
    _after(
        Task.DISTRIBUTION,
        "distribution.in-time",
        "Record distributed in time",
        "the record was distributed",
        20,
        ("late or not distributed", "reviews whose record was to go out"),
    ),
    Definition(
        id="mid-point.coverage",
        name="Mid-point reviews done",
        definition=(
            "Of the mid-point reviews that fell due in the period, the share that was done, in time or late, before "
            "the next review. One left out counts as not done, whatever the reason. None falls due where the next "
            f"review was held, or care ended, before its last day. {WHOSE}"
        ),
        population="Mid-point reviews whose last day lies in the period and has come",
        numerator="Those done",
        denominator="Those done, and those left out, missed or overdue",
        left_out=(LeftOut.NOT_YET_DUE,),
        unit=Unit.PERCENT,
        source="Local practice; no statutory interval",
        words=("done", "not done", "fallen due"),
        rows=mid_point_rows,
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
        denominator="Those held since this child's work is recorded here",
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
            "Of the times a child became looked after in the period, the share in which the IRO's passport (who the "
            f"IRO is, what a review is) was sent to the child while looked after. {WHOSE_START}"
        ),
        population="Starts of care in the period; returns to care too, short breaks not",
        numerator="Those in which it was sent",
        denominator="Those since this child's work is recorded here",
        left_out=(LeftOut.NOT_TRACKED,),
        unit=Unit.PERCENT,
        source="Practice of one authority",
        words=("sent", "not sent", "times a child became looked after"),
        rows=passport_rows,
        subject=CHILDREN,
        better=1,
    ),
)
