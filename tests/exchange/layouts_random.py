"""Layouts put together by chance: headings in any words and order, any style of date, decoys, titles, page breaks."""

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from tests.exchange.layouts import TODAY, Layout, Page, TrueChild, names_of, ordinal

Column = tuple[str, Callable[[TrueChild], Any]]

_HEADINGS = {
    "child": "Child|Child ID|Client ref|Case no|Mosaic ID|Person number|LCS|YP Ref.|Unique ID|Index no|Code|PID",
    "born_on": "DoB|Date of birth|Born|D.O.B|Birthday|Birth|Child DOB|Date Of Birth (dd/mm/yyyy)|DOB / EDD",
    "looked_after_since": (
        "LAC start|CLA since|Became looked after|In care since|LAC date|Care from|Start date|POC start|Entered care"
        "|Date accommodated|Admission|Looked after (start)|BLA date|CLA"
    ),
    "last_review_on": (
        "Last review|Date of last LAC review|Last rev|Most recent review|Latest CLA review|Review date|Reviewed"
        "|Rev. held|Previous review|Last CLA rvw date|Last meeting|Date held"
    ),
    "last_review_number": "Rev no|Review number|No of reviews|Review #|Last review no.|Rev. seq|Number|Which review",
    "next_review_on": "Next review booked|Next review|Planned review date|Booked|Next LAC review arranged for|Next rev",
    "iro": "IRO|Reviewing officer|IRO name|Chair|Allocated IRO|Officer|Independent Reviewing Officer|Reviewer",
    "siblings": "Siblings|Sibling group|Family ID|Brothers/sisters|Sib ref|Family|Group|Sibling IDs",
}
_NAMES = "Name|Child's name|Full name|YP|Client name|Young person"
_DATES: list[Callable[[date], Any]] = [
    lambda day: day,
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day:%y}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%d-%b-%y}",
    lambda day: f"{ordinal(day.day)} {day:%B %Y}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day} 00:00:00",
    lambda day: f"{day:%m/%d/%Y}",
    lambda day: f"{day.month}/{day.day}/{day.year} 12:00:00 AM",
    lambda day: f"{day:%a %d %b %Y}",
]
_OLD, _SOON = timedelta(days=77), timedelta(days=44)
_DECOYS: list[Column] = [
    ("Next review due", lambda child: TODAY + _SOON),
    ("Review due by", lambda child: f"{TODAY + _SOON:%d/%m/%Y}"),
    ("Mother's DoB", lambda child: date(1985, 1, 2)),
    ("Placement start date", lambda child: child.looked_after_since + _OLD),
    ("Start date of legal status", lambda child: child.looked_after_since + _OLD),
    ("Last health review", lambda child: TODAY - _OLD),
    ("Date of last IRO visit", lambda child: TODAY - _OLD),
    ("Episode start", lambda child: child.looked_after_since + _OLD),
    ("Last pathway plan review", lambda child: TODAY - _OLD),
    ("First LAC date", lambda child: child.looked_after_since - _OLD),
    ("Last mid-point", lambda child: TODAY - _OLD),
    ("Age", lambda child: (TODAY - child.born_on).days // 365),
    ("Social worker", lambda child: "Pat Quince"),
    ("Legal status", lambda child: "Full care order"),
    ("UPN", lambda child: f"A{child.child}{child.child}"),
    ("No. of siblings", lambda child: len(child.siblings)),
    ("Siblings placed together", lambda child: "Yes"),
    ("Notes", lambda child: "Report due by Friday"),
    ("Previous IRO", lambda child: "Sam Orchard"),
    ("Worker ID", lambda child: 9000 + child.family),
    ("Last review outcome", lambda child: "Plan agreed"),
    ("Preferred name", lambda child: "Bee"),
]


def random_layout(seed: int) -> Layout:
    """The same layout for the same number."""
    chance = random.Random(seed)
    shows = {"born_on", "given_name", "family_name"} | {
        field for field in _HEADINGS if field not in {"child", "born_on"} and chance.random() < 0.8
    }
    build = _builder(chance.randrange(10**9), frozenset(shows))
    return Layout(f"random {seed}", frozenset(shows), build, chance.choice(",;\t"), chance.choice(["utf-8", "utf-16"]))


def _builder(seed: int, shows: frozenset[str]) -> Callable[[Sequence[TrueChild]], Page]:
    def build(children: Sequence[TrueChild]) -> Page:
        chance = random.Random(seed)
        columns = [*_columns(chance, shows, children), *chance.sample(_DECOYS, chance.randrange(5))]
        chance.shuffle(columns)
        return _page(chance, columns, children)

    return build


def _columns(chance: random.Random, shows: frozenset[str], children: Sequence[TrueChild]) -> list[Column]:
    style = chance.choice(_DATES)
    columns = [*_names(chance), *_siblings(chance, shows, children)]
    for field, headings in _HEADINGS.items():
        if field in {"born_on", "looked_after_since", "last_review_on", "next_review_on"} and field in shows:
            columns.append((_one(chance, headings), _dated(field, style if chance.random() < 0.8 else _DATES[1])))
        elif field in {"last_review_number", "iro"} and field in shows:
            columns.append((_one(chance, headings), lambda child, field=field: getattr(child, field)))  # type: ignore[misc]
    as_id: Callable[[TrueChild], Any] = chance.choice([lambda child: child.child, lambda child: float(child.child)])
    return [*columns, (_one(chance, _HEADINGS["child"]), as_id)]


def _one(chance: random.Random, headings: str) -> str:
    heading = chance.choice(headings.split("|"))
    return chance.choice([heading, heading, heading.upper(), heading.replace(" ", "\n"), heading.replace(" ", "_")])


def _dated(field: str, style: Callable[[date], Any]) -> Callable[[TrueChild], Any]:
    def value(child: TrueChild) -> Any:
        day = getattr(child, field)
        return style(day) if day else ""

    return value


def _names(chance: random.Random) -> list[Column]:
    whole = _one(chance, _NAMES)
    styles: list[list[Column]] = [
        [("Surname", lambda child: child.family_name), ("Forename", lambda child: child.given_name)],
        [("Last name", lambda child: child.family_name.upper()), ("First name", lambda child: child.given_name)],
        [(whole, lambda child: f"{child.family_name}, {child.given_name}")],
        [(whole, lambda child: f"{child.family_name.upper()}, {child.given_name.upper()}")],
        [(whole, lambda child: f"{child.given_name} {child.family_name}")],
        [(whole, lambda child: f"{child.given_name} {child.family_name.upper()}")],
        [("Surname, Forename", lambda child: f"{child.family_name} {child.given_name}")],
    ]
    return chance.choice(styles)


def _siblings(chance: random.Random, shows: frozenset[str], children: Sequence[TrueChild]) -> list[Column]:
    if "siblings" not in shows:
        return []
    styles: list[Callable[[TrueChild], Any]] = [
        lambda child: f"F{child.family:03}" if child.siblings else "",
        lambda child: 7000 + child.family,
        lambda child: min((child.child, *child.siblings)) if child.siblings else "",
        lambda child: ", ".join(child.siblings),
        lambda child: "; ".join(f"{other.given_name} {other.family_name}" for other in names_of(child, children)),
        lambda child: " and ".join(other.given_name for other in names_of(child, children)) or "none",
    ]
    return [(_one(chance, _HEADINGS["siblings"]), chance.choice(styles))]


def _page(chance: random.Random, columns: list[Column], children: Sequence[TrueChild]) -> Page:
    page = Page()
    width = len(columns)
    for title in chance.sample(["Caseload", "Children looked after", "Printed 16/03/2026", ""], chance.randrange(3)):
        page.add(*[title, *[""] * (width - 1)])
    headings = [heading for heading, _value in columns]
    page.add(*headings)
    breaks = chance.choice([0, 0, 5])
    for position, child in enumerate(children):
        if breaks and position and position % breaks == 0:
            page.add(*[""] * width)
            page.add(*headings)
        page.add_child(child, *(value(child) for _heading, value in columns))
    for line in chance.sample(["Total: 12", "Printed by R Okafor", "Page 1 of 1", "* see notes"], chance.randrange(3)):
        page.add(*[line, *[""] * (width - 1)])
    return page
