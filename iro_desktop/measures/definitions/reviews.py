"""Reviews of children looked after: in time, held, in what way, and moved."""

from iro_desktop.measures.children import every_review_rows, latest_review_rows
from iro_desktop.measures.definitions.words import COUNTED, HELD, IN_TIME, NO_OFFICIAL, REVIEWS, WHOSE
from iro_desktop.measures.model import By, Definition, LeftOut, Unit
from iro_desktop.measures.rearranged import rearranged_rows, rearrangement_rows
from iro_desktop.measures.reviews import (
    additional_rows,
    adjourned_rows,
    all_held_rows,
    due_rows,
    held_rows,
    not_recorded,
    series_rows,
)

_UNKNOWN = (LeftOut.PREDECESSOR_UNKNOWN, LeftOut.OUTSIDE_CARE, LeftOut.ADULT, LeftOut.NOT_IN_TURN)
_CHILDREN = "Children looked after at the end of the period, those in short breaks left aside"


def _count(id_: str, name: str, what: str, rows: object, *by: By, source: str = NO_OFFICIAL) -> Definition:
    return Definition(
        id=id_,
        name=name,
        definition=f"How many {what}{'' if 'in the period' in what else ' in the period'}. {WHOSE}",
        population=HELD,
        numerator=COUNTED,
        denominator=COUNTED,
        left_out=(),
        unit=Unit.COUNT,
        source=source,
        words=("", "", what),
        rows=rows,  # type: ignore[arg-type]
        subject=REVIEWS,
        by=(By.IRO, By.TEAM, *by),
    )


DEFINITIONS = (
    Definition(
        id="timeliness.held",
        name="Reviews held in time",
        definition=(
            f"Of the reviews of children looked after that were held in the period, the share held in time. {IN_TIME} "
            f"{WHOSE}"
        ),
        population=HELD,
        numerator="Those held in time",
        denominator="Those whose last day in time is known",
        left_out=_UNKNOWN,
        unit=Unit.PERCENT,
        source=NO_OFFICIAL,
        words=("in time", "late", "held"),
        rows=held_rows,
        subject=REVIEWS,
        by=(By.IRO, By.TEAM, By.REASON),
        better=1,
        beside=not_recorded,
    ),
    Definition(
        id="timeliness.due",
        name="Reviews that fell due, held in time",
        definition=(
            "Of the reviews of children looked after whose last day in time fell in the period and has come, the share "
            "held in time. One that was not held, and whose last day has passed, counts as not in time; one that is "
            f"still to be held and not late is not counted yet. {IN_TIME} {WHOSE}"
        ),
        population="Reviews whose last day in time lies in the period and is not after today; not those still in hand",
        numerator="Those held in time",
        denominator="Those held, and those not held whose last day has passed",
        left_out=(*_UNKNOWN, LeftOut.NOT_TRACKED),
        unit=Unit.PERCENT,
        source=NO_OFFICIAL,
        words=("in time", "late or not held", "fallen due"),
        rows=due_rows,
        subject=REVIEWS,
        beside=not_recorded,
        better=1,
    ),
    Definition(
        id="timeliness.child",
        name="Children whose every review was in time",
        definition=(
            "Of the children looked after at the end of the period for whom a review fell due in it, the share all of "
            f"whose reviews were in time: one late review is enough not to be counted. {IN_TIME} For one IRO: the "
            "children allocated to that IRO at the end of the period."
        ),
        population=_CHILDREN,
        numerator="Those all of whose reviews that fell due in the period were held in time",
        denominator="Those for whom a review fell due in the period",
        left_out=(LeftOut.PREDECESSOR_UNKNOWN, LeftOut.NOT_TRACKED, LeftOut.NONE_DUE, LeftOut.GROWN_UP),
        unit=Unit.PERCENT,
        source="As national indicator NI 66 counted children, which was abolished in 2011; as commonly stated",
        words=("with every review in time", "with one late or not held", "children with a review due"),
        rows=every_review_rows,
        of_period=True,
        subject=REVIEWS,
        better=1,
    ),
    Definition(
        id="timeliness.latest",
        name="Children whose latest review was in time",
        definition=(
            "Of the children looked after at the end of the period, the share whose latest review in this time in care "
            f"was in time and for whom none was overdue then. {IN_TIME} For one IRO: the children allocated to that "
            "IRO at the end of the period."
        ),
        population=_CHILDREN,
        numerator="Those whose latest review was in time, and for whom none was overdue",
        denominator="Those for whom a review that can be judged is known, or one was overdue",
        left_out=(*_UNKNOWN, LeftOut.NOT_TRACKED, LeftOut.NONE_HELD, LeftOut.GROWN_UP),
        unit=Unit.PERCENT,
        source=NO_OFFICIAL,
        words=("with the latest review in time", "with it late, or one overdue", "children"),
        rows=latest_review_rows,
        of_period=True,
        subject=REVIEWS,
        better=1,
    ),
    _count("reviews.held", "Reviews held", "reviews of children looked after were held", all_held_rows, By.KIND),
    _count(
        "reviews.series",
        "Reviews held as a series",
        "reviews of children looked after were held as a series of meetings",
        series_rows,
    ),
    _count(
        "reviews.adjourned",
        "Reviews adjourned",
        "reviews of children looked after, first held in the period, were adjourned",
        adjourned_rows,
    ),
    _count(
        "reviews.additional",
        "Additional reviews",
        "reviews of children looked after were held in the period before their turn, because the law or somebody asked",
        additional_rows,
        By.REASON,
    ),
    Definition(
        id="rearranged",
        name="Reviews that were rearranged",
        definition=(
            "Of the reviews of children looked after that were held in the period, the share whose booking was moved "
            f"or cancelled at least once since the review before. {WHOSE}"
        ),
        population=HELD,
        numerator="Those moved or cancelled at least once",
        denominator="Those held since this child's bookings are recorded here",
        left_out=(LeftOut.NOT_TRACKED,),
        unit=Unit.PERCENT,
        source="As one authority reports it",
        words=("rearranged", "not moved", "held"),
        rows=rearranged_rows,
        subject=REVIEWS,
        better=-1,
    ),
    Definition(
        id="rearrangements",
        name="Times a review was moved or cancelled",
        definition=f"How many times a booked review was moved or cancelled in the period, for whatever reason. {WHOSE}",
        population="Bookings of reviews of children looked after that were moved or cancelled in the period",
        numerator=COUNTED,
        denominator=COUNTED,
        left_out=(),
        unit=Unit.COUNT,
        source="The ledger of bookings kept here",
        words=("", "", "times a review was moved or cancelled"),
        rows=rearrangement_rows,
        subject=REVIEWS,
        by=(By.IRO, By.TEAM, By.KIND, By.ASKED_BY, By.REASON, By.NOTICE),
        better=-1,
        per="reviews.held",
    ),
)
