"""Caseload, the children, pathway plan reviews, fostering."""

from iro_desktop.domain.participation import THERE
from iro_desktop.measures.carers import carer_rows, no_rows
from iro_desktop.measures.children import allocated_rows, cease_rows, iro_change_rows, start_rows, stock_rows
from iro_desktop.measures.definitions.words import (
    CASELOAD,
    CHILDREN,
    CODES,
    COUNTED,
    FOSTERING,
    PATHWAY,
    WHOSE,
    WHOSE_START,
)
from iro_desktop.measures.limits import rows_of_rules
from iro_desktop.measures.model import By, Definition, LeftOut, Unit
from iro_desktop.measures.participation import rows_by_code
from iro_desktop.measures.pathway import pathway_held_rows, pathway_rows

_PROFILE = (By.IRO, By.TEAM, By.AGE, By.SEX, By.ETHNICITY, By.LEGAL_STATUS, By.PLACEMENT)
_PATHWAY_HELD = "Pathway plan reviews held in the period"


def _children(
    id_: str,
    name: str,
    what: str,
    rows: object,
    *by: By,
    of_period: bool = False,
    left_out: tuple[LeftOut, ...] = (),
    whose: str = WHOSE,
) -> Definition:
    return Definition(
        id=id_,
        name=name,
        definition=f"How many {what}; short breaks are left aside. {whose}",
        population="Children with periods of care recorded here",
        numerator=COUNTED,
        denominator=COUNTED,
        left_out=left_out,
        unit=Unit.COUNT,
        source="SSDA903 episodes, as the return counts children looked after without short breaks",
        words=("", "", what),
        rows=rows,  # type: ignore[arg-type]
        subject=CHILDREN,
        by=(*_PROFILE, *by),
        of_period=of_period,
    )


DEFINITIONS = (
    _children(
        "children.stock",
        "Children looked after",
        "children were looked after at the end of the period",
        stock_rows,
        left_out=(LeftOut.GROWN_UP,),
        of_period=True,
    ),
    _children(
        "children.started",
        "Children starting to be looked after",
        "times a child became looked after in the period",
        start_rows,
        whose=WHOSE_START,
    ),
    _children(
        "children.ceased",
        "Children ceasing to be looked after",
        "times a child ceased to be looked after in the period",
        cease_rows,
        By.REASON,
    ),
    Definition(
        id="caseload.per-fte",
        name="Children for each full-time IRO",
        definition=(
            "The children looked after at the end of the period who have an IRO, divided by the full-time equivalents "
            "of the IROs in post on that day: a half-time IRO counts as one half. A manager, and who reviews foster "
            "carers alone, are left aside. The IRO Handbook says 50 to 70."
        ),
        population="Children looked after at the end of the period who have an IRO; short breaks left aside",
        numerator=COUNTED,
        denominator="Full-time equivalents of the IROs in post",
        left_out=(LeftOut.GROWN_UP,),
        unit=Unit.RATIO,
        source="IRO Handbook 2010 7.15",
        words=("", "", "children with an IRO"),
        rows=allocated_rows,
        of_period=True,
        subject=CASELOAD,
        by=(By.IRO,),
    ),
    Definition(
        id="iro-changes",
        name="Changes of IRO for each child",
        definition=(
            "How often a child was given another IRO than before, on a day of the period on which the child was looked "
            "after, divided by the children looked after at any time in it. Being given the same IRO again is no "
            "change. For one IRO: the children who were that IRO's when last looked after in the period."
        ),
        population="Children looked after at any time in the period, short breaks included",
        numerator="Their changes of IRO",
        denominator="All of them",
        left_out=(),
        unit=Unit.AVERAGE,
        source="Continuity is asked for by IRO Handbook 7.11, as commonly stated",
        words=("changes of IRO", "", "children"),
        rows=iro_change_rows,
        of_period=True,
        subject=CASELOAD,
        better=-1,
    ),
    Definition(
        id="pathway.timeliness",
        name="Pathway plan reviews in time",
        definition=(
            "Of the pathway plan reviews held in the period, the share held in time: within six months of the review "
            "before, or three months in accommodation that the authority provides, and there after the first 28 days. "
            f"{WHOSE}"
        ),
        population=_PATHWAY_HELD,
        numerator="Those held in time",
        denominator="Those whose last day in time is known",
        left_out=(LeftOut.PREDECESSOR_UNKNOWN,),
        unit=Unit.PERCENT,
        source="SI 2010/2571 reg 7; no official definition of the share",
        words=("in time", "late", "held"),
        rows=pathway_rows,
        subject=PATHWAY,
        better=1,
    ),
    Definition(
        id="pathway.attendance",
        name="Attended their pathway plan review",
        definition=(
            f"Of the pathway plan reviews held in the period, the share that the young person attended "
            f"({', '.join(sorted(one.value for one in THERE))}). {WHOSE}"
        ),
        population=_PATHWAY_HELD,
        numerator="Those the young person attended",
        denominator="Those where that is recorded",
        left_out=(LeftOut.UNDER_FOUR, LeftOut.NOT_SAID),
        unit=Unit.PERCENT,
        source=CODES,
        words=("attended", "not there", "held with a code recorded"),
        rows=rows_by_code(THERE, pathway=True),
        subject=PATHWAY,
        by=(By.IRO, By.TEAM, By.CODE),
        better=1,
    ),
    Definition(
        id="pathway.held",
        name="Pathway plan reviews held",
        definition=f"How many pathway plan reviews were held in the period. {WHOSE}",
        population=_PATHWAY_HELD,
        numerator=COUNTED,
        denominator=COUNTED,
        left_out=(),
        unit=Unit.COUNT,
        source="Recorded here",
        words=("", "", "pathway plan reviews were held"),
        rows=pathway_held_rows,
        subject=PATHWAY,
    ),
    Definition(
        id="private-fostering.visits",
        name="Private fostering visits in time",
        definition=(
            "Of the visits to privately fostered children that fell due in the period, the share made on or before the "
            f"last day. {WHOSE}"
        ),
        population="Visits whose last day lies in the period and has come",
        numerator="Those made in time",
        denominator="Those made, or whose last day has passed",
        left_out=(LeftOut.NOT_TRACKED, LeftOut.NOT_YET_DUE),
        unit=Unit.PERCENT,
        source="SI 2005/1533 regs 4, 7, 8",
        words=("in time", "late or not made", "visits that fell due"),
        rows=rows_of_rules(("private-fostering.first-visit", "private-fostering.visit"), since_tracked=True),
        subject=FOSTERING,
        better=1,
    ),
    Definition(
        id="foster-carer.timeliness",
        name="Foster carers reviewed in time",
        definition=(
            "Of the reviews of foster carers' approval that fell due in the period, the share held on or before the "
            "last day."
        ),
        population="Reviews of approval whose last day lies in the period and has come",
        numerator="Those held in time",
        denominator="Those held, or whose last day has passed",
        left_out=(LeftOut.NOT_YET_DUE,),
        unit=Unit.PERCENT,
        source="SI 2011/581 reg 28, as commonly stated",
        words=("in time", "late or not held", "reviews that fell due"),
        rows=no_rows,
        of_carers=carer_rows,
        subject=FOSTERING,
        by=(By.IRO,),
        better=1,
    ),
)
