"""Attendance, participation, consultation: three different things, never mixed on one line."""

from collections.abc import Collection

from iro_desktop.domain.participation import NOT_SILENT, THERE, TOOK_PART
from iro_desktop.domain.vocabulary import Participation
from iro_desktop.measures.definitions.words import CODES, COUNTED, HELD, NO_OFFICIAL, TAKING_PART, WHOSE
from iro_desktop.measures.model import By, Definition, LeftOut, Unit
from iro_desktop.measures.participation import (
    absent_rows,
    child_rows_by_code,
    consulted_rows,
    rows_by_code,
)

_ASKED = (LeftOut.UNDER_FOUR, LeftOut.NOT_SAID)


def _by_code(id_: str, name: str, met: Collection[Participation], which: str, words: tuple[str, str]) -> Definition:
    codes = ", ".join(sorted(one.value for one in met))
    return Definition(
        id=id_,
        name=name,
        definition=(
            "Of the reviews of children looked after of four and over that were held in the period, the share in which "
            f"the child {which} ({codes}). A child with two reviews counts twice. {WHOSE}"
        ),
        population=HELD,
        numerator=f"Those with one of the codes {codes}",
        denominator="Those with one of the codes PN1 to PN7",
        left_out=_ASKED,
        unit=Unit.PERCENT,
        source=CODES,
        words=(*words, "reviews of children of four and over"),
        rows=rows_by_code(met),
        subject=TAKING_PART,
        by=(By.IRO, By.TEAM, By.CODE),
        better=1,
    )


def _by_child(id_: str, name: str, met: Collection[Participation], which: str, words: tuple[str, str]) -> Definition:
    codes = ", ".join(sorted(one.value for one in met))
    return Definition(
        id=id_,
        name=name,
        definition=(
            "Of the children of four and over who had a review in the period, the share who "
            f"{which} at every one of them ({codes}). For one IRO: by who was responsible at the child's last review."
        ),
        population="Children of four and over with a review held in the period whose code is recorded",
        numerator=f"Those all of whose reviews have one of the codes {codes}",
        denominator="All of them",
        left_out=(),
        unit=Unit.PERCENT,
        source=f"{CODES}; by child as the former indicator PAF C63 counted",
        words=(*words, "children"),
        rows=child_rows_by_code(met),
        of_period=True,
        subject=TAKING_PART,
        better=1,
    )


DEFINITIONS = (
    _by_code("attendance", "Attended their review", THERE, "was there", ("attended", "not there")),
    _by_code(
        "participation.strict",
        "Took part, strict",
        TOOK_PART,
        "took part or sent their views",
        ("took part", "did not"),
    ),
    _by_code(
        "participation.broad",
        "Took part, broad",
        NOT_SILENT,
        "was there or sent their views",
        ("took part or were there", "neither"),
    ),
    _by_child(
        "attendance.child",
        "Children who attended every review",
        THERE,
        "were there",
        ("attended every review", "missed one or more"),
    ),
    _by_child(
        "participation.child",
        "Children who took part in every review",
        TOOK_PART,
        "took part",
        ("took part in every review", "in fewer"),
    ),
    Definition(
        id="not-attended",
        name="Reviews the child did not attend",
        definition=(
            "How many reviews held in the period the child, four or over, did not attend; told apart by whether the "
            f"child's reason is recorded. {WHOSE}"
        ),
        population=HELD,
        numerator=COUNTED,
        denominator=COUNTED,
        left_out=(),
        unit=Unit.COUNT,
        source=CODES,
        words=("", "", "reviews were held that the child did not attend"),
        rows=absent_rows,
        subject=TAKING_PART,
        by=(By.IRO, By.TEAM, By.REASON, By.CODE),
        better=-1,
        per="attendance",
    ),
    Definition(
        id="consulted",
        name="Heard by the IRO before the review",
        definition=(
            "Of the reviews of children looked after that were held in the period, the share before which, since the "
            "review before, the IRO spoke with the child alone or, as with children under four, observed the child or "
            "heard those who know them. Where the child did not want to, or it was not suitable, it counts as not "
            f"heard. {WHOSE}"
        ),
        population=HELD,
        numerator="Those before which the IRO heard the child",
        denominator="Those held since this child's work is recorded here",
        left_out=(LeftOut.NOT_TRACKED,),
        unit=Unit.PERCENT,
        source=f"SI 2010/959 reg 36(1) for the duty. {NO_OFFICIAL}",
        words=("heard", "not heard", "held"),
        rows=consulted_rows,
        subject=TAKING_PART,
        better=1,
    ),
)
