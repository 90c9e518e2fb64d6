"""Every measure as data: what it says in words, what is counted in it and what is left out, and where it comes from."""

from iro_desktop.domain.vocabulary import Task
from iro_desktop.measures.after_review import rows_of_task
from iro_desktop.measures.model import Definition, LeftOut
from iro_desktop.measures.reviews import due_rows, held_rows

PERCENT = "percent"
_UNKNOWN = (LeftOut.PREDECESSOR_UNKNOWN, LeftOut.OUTSIDE_CARE, LeftOut.ADULT, LeftOut.NOT_IN_TURN)
_IN_TIME = (
    "In time means on or before the last day that the law allows, or the service's own limit where that is stricter; "
    "a series of meetings or an adjourned review must also have been completed within its own limit."
)
_WHOSE = "For one IRO: where that IRO was responsible for the child on the day that puts it into the period."
_NO_OFFICIAL = "No official definition of a review in time was found: this one is as many authorities print it"


def _after(task: Task, name: str, what: str, done: str, days: int) -> Definition:
    return Definition(
        id=f"{task.value.removeprefix('after.')}.in-time",
        name=name,
        definition=(
            f"Of the reviews of children looked after that were completed in the period, the share whose {what} were "
            f"{done} within {days} working days of completion, or within the service's own limit. "
            f"Counted are those whose {what} were {done} or whose limit has passed. {_WHOSE}"
        ),
        population="Reviews of children looked after completed in the period, also where care has ended since",
        numerator=f"Those whose {what} were {done} on or before the last day",
        denominator=f"Those whose {what} were {done}, or whose last day has passed",
        left_out=(LeftOut.NOT_TRACKED, LeftOut.NOT_YET_DUE, LeftOut.OUTSIDE_CARE),
        unit=PERCENT,
        source="IRO Handbook 2010, as procedures state it",
        words=("in time", f"late or not {done}", f"reviews whose {what} were due"),
        rows=rows_of_task(task),
    )


DEFINITIONS = (
    Definition(
        id="timeliness.held",
        name="Reviews held in time",
        definition=(
            f"Of the reviews of children looked after that were held in the period, the share held in time. {_IN_TIME} "
            f"{_WHOSE}"
        ),
        population="Reviews of children looked after held in the period, also where care has ended since",
        numerator="Those held in time",
        denominator="Those whose last day in time is known",
        left_out=_UNKNOWN,
        unit=PERCENT,
        source=_NO_OFFICIAL,
        words=("in time", "late", "held"),
        rows=held_rows,
    ),
    Definition(
        id="timeliness.due",
        name="Reviews that fell due, held in time",
        definition=(
            "Of the reviews of children looked after whose last day in time fell in the period and has come, the share "
            "held in time. One that was not held, and whose last day has passed, counts as not in time; one that is "
            f"still to be held and not late is not counted yet. {_IN_TIME} {_WHOSE}"
        ),
        population="Reviews whose last day in time lies in the period and is not after today; not those still in hand",
        numerator="Those held in time",
        denominator="Those held, and those not held whose last day has passed",
        left_out=(*_UNKNOWN, LeftOut.NOT_TRACKED),
        unit=PERCENT,
        source=_NO_OFFICIAL,
        words=("in time", "late or not held", "fallen due"),
        rows=due_rows,
    ),
    _after(Task.MINUTES, "Minutes finished in time", "minutes", "finished", 15),
    _after(Task.RECOMMENDATIONS, "Recommendations sent in time", "recommendations", "sent", 5),
)
BY_ID = {one.id: one for one in DEFINITIONS}
