"""What cannot be about kept figures: the act, the field it is refused beside, words of the refusal."""

from dataclasses import replace

from iro_desktop.domain.acts import Act, FreezeFigures, RecordPublished, RemovePublished
from tests.services.cases_figures import ATTENDED, FROZEN, PUBLISHED
from tests.services.office import day

Refused = tuple[str, Act, str, str, tuple[Act, ...]]


def _said(**other: object) -> RecordPublished:
    return replace(PUBLISHED, **other)  # type: ignore[arg-type]


IMPOSSIBLE_OF_FIGURES: tuple[Refused, ...] = (
    (
        "frozen without a name",
        FreezeFigures(name=" ", from_on=day("1 Apr 2026"), to_on=day("31 Mar 2027")),
        "name",
        "need a name",
        (),
    ),
    (
        "frozen under a name that is taken",
        replace(FROZEN, name="OCTOBER"),
        "name",
        "kept as OCTOBER already",
        (FROZEN,),
    ),
    ("frozen under a published name", replace(FROZEN, name=PUBLISHED.name), "name", "already", (PUBLISHED,)),
    ("frozen back to front", replace(FROZEN, to_on=day("30 Sep")), "to_on", "lies before", ()),
    (
        "frozen before it begins",
        FreezeFigures(name="Next", from_on=day("1 Dec"), to_on=day("31 Dec")),
        "from_on",
        "still to come",
        (),
    ),
    ("published without a name", _said(name=""), "name", "need a name", ()),
    ("published of no measure", _said(measure="luck"), "measure", "no measure luck", ()),
    ("published back to front", _said(to_on=day("1 Mar 2025")), "to_on", "lies before", ()),
    (
        "published of what is to come",
        _said(from_on=day("1 Apr 2027"), to_on=day("31 Mar 2028")),
        "from_on",
        "still to come",
        (),
    ),
    ("a share below nought", _said(value=-1.0), "value", "cannot be a figure", ()),
    ("a share that is no number", _said(value=float("nan")), "value", "cannot be a figure", ()),
    ("a share without end", _said(value=float("inf")), "value", "cannot be a figure", ()),
    ("a share of more than all", _said(value=101.0), "value", "not more than 100", ()),
    ("a numerator below nought", _said(numerator=-1), "numerator", "cannot be a figure", ()),
    ("a denominator below nought", _said(numerator=None, denominator=-1), "denominator", "cannot be a figure", ()),
    ("more than the whole", _said(numerator=1234), "numerator", "1,234 is more than the 1,233", ()),
    ("published over frozen", _said(name="October"), "name", "stays as it is", (FROZEN,)),
    ("published for another period", _said(from_on=day("1 Apr 2024")), "from_on", "holds figures from", (PUBLISHED,)),
    (
        "taken from a set unknown",
        RemovePublished(name="2024/25", measure="attendance"),
        "name",
        "typed in as 2024/25",
        (),
    ),
    (
        "taken from a frozen set",
        RemovePublished(name="October", measure="attendance"),
        "name",
        "typed in as",
        (FROZEN,),
    ),
    (
        "taken where it is not",
        RemovePublished(name=ATTENDED.name, measure="minutes.in-time"),
        "measure",
        "holds no minutes.in-time",
        (PUBLISHED,),
    ),
)
