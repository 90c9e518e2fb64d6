"""How the measures hang together by their definitions, as data: what one table says of another.

Each line says that two groups of numbers come to the same in the whole, and in each part that all of its measures can
be told apart by. Whoever has the tables knows these; so does whoever hides small numbers in them.
"""

from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.vocabulary import AlertKind, Participation, ReviewMethod
from iro_desktop.measures.model import By, LeftOut


class Of(StrEnum):
    """Which number of a figure."""

    MET = "met"
    NOT_MET = "not met"
    COUNTED = "counted"
    LEFT_OUT = "left out"
    BESIDE = "beside"
    AMOUNT = "amount"


Term = tuple[str, Of]  # a measure and a number of it


@dataclass(frozen=True, slots=True)
class Link:
    """Two groups of numbers that come to the same."""

    whole: tuple[Term, ...]
    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class PartLink:
    """A number of one part of a measure that is a number of the whole of another."""

    measure: str
    by: By
    words: str
    of: Of
    whole: Term | tuple[str, LeftOut]


_BY_CODE = ("attendance", "participation.strict", "participation.broad")
_TRACKED = ("consulted", "visits.before", "rearranged")
_AFTER = (
    "recommendations.in-time", "response.in-time", "care-plan.in-time", "minutes.in-time", "letters.in-time",
    "distribution.in-time",
)  # fmt: skip
_OF_HELD = ("timeliness.held", "reports.in-time", "consult.in-time", "plan-current", *_TRACKED, *_BY_CODE)
_KINDS = {
    AlertKind.CHALLENGE: "alerts.challenge",
    AlertKind.PARTNER: "alerts.partner",
    AlertKind.GOOD_PRACTICE: "alerts.good-practice",
}


def _population(measure: str, other: str) -> Link:
    """Those counted and those left out are all that the other measure counts, or has in its rows."""
    return Link(((other, Of.COUNTED), (other, Of.LEFT_OUT)), ((measure, Of.COUNTED), (measure, Of.LEFT_OUT)))


def _same(of: Of, first: str, *others: str) -> list[Link]:
    return [Link(((first, of),), ((one, of),)) for one in others]


LINKS = (
    *(_population(one, "reviews.held") for one in _OF_HELD),
    *(_population(one, _AFTER[0]) for one in _AFTER[1:]),
    _population("passports.sent", "children.started"),
    _population("pathway.timeliness", "pathway.held"),
    _population("pathway.attendance", "pathway.held"),
    _population("timeliness.child", "children.stock"),
    _population("timeliness.latest", "children.stock"),
    *_same(Of.COUNTED, *_BY_CODE),
    *_same(Of.LEFT_OUT, *_BY_CODE),
    *_same(Of.COUNTED, *_TRACKED),
    *_same(Of.LEFT_OUT, *_TRACKED),
    *_same(Of.COUNTED, "attendance.child", "participation.child"),
    *_same(Of.BESIDE, "timeliness.held", "timeliness.due"),
    Link((("attendance", Of.NOT_MET),), (("not-attended", Of.COUNTED),)),
    Link((("alerts.raised", Of.COUNTED),), tuple((one, Of.COUNTED) for one in _KINDS.values())),
)

PART_LINKS = (
    *(PartLink("alerts.raised", By.KIND, kind.label, Of.COUNTED, (one, Of.COUNTED)) for kind, one in _KINDS.items()),
    PartLink("reviews.held", By.KIND, ReviewMethod.SERIES.label, Of.COUNTED, ("reviews.series", Of.COUNTED)),
    *(PartLink(one, By.CODE, Participation.PN0.value, Of.LEFT_OUT, (one, LeftOut.UNDER_FOUR)) for one in _BY_CODE),
    *(PartLink(one, By.CODE, "", Of.LEFT_OUT, (one, LeftOut.NOT_SAID)) for one in _BY_CODE),
)

# What nobody prints and everybody can reckon: those that the broad rate counts and the strict one does not are PN4.
BETWEEN = Link((("participation.broad", Of.MET),), (("participation.strict", Of.MET),))
BETWEEN_IS = ("attendance", By.CODE, Participation.PN4.value)
# What looks at the last day of its time alone: the last month says the same as the quarter and the whole.
AT_THE_END = ("children.stock", "caseload.per-fte", "timeliness.latest")
ALLOCATED, STOCK = "caseload.per-fte", "children.stock"  # the first are those of the second who have an IRO
