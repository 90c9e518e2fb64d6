"""Invented caseloads in invented layouts: what a council's system might print, beside the truth it was printed from.

Every name, id and date is made up. A layout says which fields it shows, so that a test can hold each cell of each
child against the truth: read right, or asked about.
"""

import csv
import io
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

TODAY = date(2026, 3, 16)
IROS = ("Ruth Okafor", "Dilwyn Pryce", "Magda Sikorska")
ALL_FIELDS = frozenset(
    "given_name family_name born_on looked_after_since last_review_on last_review_number"
    " next_review_on iro siblings".split()
)
_GIVEN = (
    "Ava Ben Cara Dylan Elin Femi Gwen Hana Idris Jay Kiran Lowri Milo Nia Owen Priya Quinn Rhys Siân Tomos Una Vikram"
    " Wren Xander Yusuf Zoë Anne-Marie TJ Maja Lola"
).split()
_FAMILIES = (
    "Fernley|O'Brien|McDonald|van der Berg|Smith-Jones|Ng|Adeyemi-Cole|Wójcik|Tamworth|D'Souza|Larkspur|Quillfeather"
    "|de Souza|Al-Hassan|Marlpit|Oakhanger|Brambleby|Thistlewick|Ravensdale|Underhay|Penhallow|Kettlewell|Zephyrine"
    "|Yarrowby"
).split("|")


@dataclass(frozen=True, slots=True)
class TrueChild:
    """What is true of one invented child."""

    child: str
    given_name: str
    family_name: str
    born_on: date
    looked_after_since: date
    last_review_on: date | None
    last_review_number: int
    next_review_on: date | None
    iro: str
    family: int  # number of the sibling group
    siblings: tuple[str, ...] = ()


def true_children(count: int = 60, seed: int = 1) -> list[TrueChild]:
    """Invented children, some of them brothers and sisters in twos and threes, no two of one name."""
    chance = random.Random(seed)
    families: list[list[int]] = []
    while sum(map(len, families)) < count:
        start = sum(map(len, families))
        size = min(chance.choice([1, 1, 1, 2, 2, 3]), count - start)
        families.append(list(range(start, start + size)))
    ids = [str(100_000 + number * 37 + chance.randrange(30)) for number in range(count)]
    return [
        _true_child(chance, ids, members, number, position, family)
        for family, members in enumerate(families)
        for position, number in enumerate(members)
    ]


def _true_child(
    chance: random.Random, ids: list[str], members: list[int], number: int, position: int, family: int
) -> TrueChild:
    born_on = TODAY - timedelta(days=chance.randrange(200, 6500))
    is_new = chance.random() < 0.2
    longest = (TODAY - born_on).days - 60
    in_care = chance.randrange(3, 18) if is_new else chance.randrange(60, max(61, longest))
    since = TODAY - timedelta(days=in_care)
    reviews = 0 if is_new else min(in_care // 180 + 1, 30)
    last_on = since + timedelta(days=min(20 + 182 * (reviews - 1), in_care)) if reviews else None
    return TrueChild(
        child=ids[number],
        given_name=_GIVEN[number * 7 % len(_GIVEN)],
        family_name=_FAMILIES[family % len(_FAMILIES)] if family < len(_FAMILIES) else f"{_FAMILIES[family % 24]}-Holt",
        born_on=born_on,
        looked_after_since=since,
        last_review_on=last_on,
        last_review_number=reviews,
        next_review_on=TODAY + timedelta(days=chance.randrange(3, 150)) if chance.random() < 0.8 else None,
        iro=IROS[family % 3],
        family=family + 1,
        siblings=tuple(ids[other] for other in members if other != number),
    )


@dataclass(slots=True)
class Page:
    """Rows being laid out; remembers on which line each child stands."""

    rows: list[list[Any]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)  # child → line from 1
    merges: list[str] = field(default_factory=list)

    def add(self, *cells: Any) -> None:
        """Another line that is no child."""
        self.rows.append(list(cells))

    def add_child(self, child: TrueChild, *cells: Any) -> None:
        """A child's line."""
        self.add(*cells)
        self.lines[child.child] = len(self.rows)


@dataclass(frozen=True, slots=True)
class Layout:
    """One way of printing a caseload."""

    name: str
    shows: frozenset[str]
    build: Callable[[Sequence[TrueChild]], Page]
    delimiter: str = ","
    encoding: str = "utf-8"
    is_1904: bool = False
    prefix: str = ""  # before each child's id
    one_iro: bool = False  # all the children are those of one IRO, who is named above them
    other_sheets: tuple[tuple[str, list[list[Any]]], ...] = ()


def uk(day: date | None, blank: str = "") -> str:
    """dd/mm/yyyy."""
    return day.strftime("%d/%m/%Y") if day else blank


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def names_of(child: TrueChild, children: Iterable[TrueChild]) -> list[TrueChild]:
    """The brothers and sisters themselves, in the order of the child's list."""
    by_id = {other.child: other for other in children}
    return [by_id[sibling] for sibling in child.siblings]


def _plain_export(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("Children Looked After – caseload by IRO")
    page.add("Print date:", TODAY)
    page.add()
    page.add("Child ID", "Surname", "Forename", "DoB", "LAC start", "Last LAC review", "Rev no", "IRO", "Sibling group")
    for child in children:
        group = f"F{child.family:03}" if child.siblings else None
        page.add_child(
            child,
            float(child.child),
            child.family_name,
            child.given_name,
            child.born_on,
            child.looked_after_since,
            child.last_review_on,
            child.last_review_number,
            child.iro,
            group,
        )
    page.add()
    page.add("Total children:", len(children))
    page.add("Printed by R Okafor on 16/03/2026")
    return page


def _mosaic(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add(
        *("Mosaic ID", "Name", "Date of birth", "Social worker", "Became looked after", "Next review due"),
        *("Date of last review", "Review number", "Reviewing officer", "Family ID", "Legal status"),
    )
    for child in children:
        name = f"{child.family_name.upper()}, {child.given_name}"
        worker, due = "Pat Quince", uk(TODAY + timedelta(days=40))
        iro = ", ".join(reversed(child.iro.split(" ", 1)))
        page.add_child(
            child,
            *(
                child.child,
                name,
                uk(child.born_on),
                worker,
                uk(child.looked_after_since),
                due,
                uk(child.last_review_on),
            ),
            *(str(child.last_review_number), iro, str(70_000 + child.family), "C2"),
        )
    return page


def _two_line(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("IRO service", None, None, None, None, None, None, None)
    page.add("Child", None, None, "Care", "Last review", None, "Next review", None, "Mother", None)
    page.add("LCS number", "Name", "Date of birth", "CLA since", "Date", "No.", "Booked for", "Venue", "Name", "DoB")
    page.merges = ["A1:H1", "A2:C2", "E2:F2", "G2:H2", "I2:J2"]
    for child in children:
        name = f"{child.given_name} {child.family_name}"
        page.add_child(
            child,
            *(int(child.child), name, child.born_on, child.looked_after_since, child.last_review_on),
            *(child.last_review_number, child.next_review_on, "Town Hall", "Jo Fernley", date(1985, 5, 6)),
        )
    page.add("Grand total", len(children))
    return page


def _page_breaks(children: Sequence[TrueChild]) -> Page:
    page = Page()
    headings = (
        "Client no",
        "Forename(s)",
        "Surname",
        "D.O.B.",
        "CLA since",
        "Last review",
        "Next review",
        "Review No.",
    )
    for position, child in enumerate(children):
        if position % 20 == 0:
            if position:
                page.add("", "", "", "", "", "", "", "")
                page.add(f"Page {position // 20} of 3")
            page.add(*headings, "Allocated IRO", "Siblings")
        days = [child.born_on, child.looked_after_since, child.last_review_on, child.next_review_on]
        dates = [day.strftime("%d-%b-%y") if day else "-" for day in days]
        siblings = "; ".join(other.given_name for other in names_of(child, children)) or "none"
        page.add_child(
            child,
            *(child.child, child.given_name, child.family_name, *dates, str(child.last_review_number)),
            *(child.iro, siblings),
        )
    page.add("End of report")
    return page


def _iso_paste(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("Person ID", "Young Person", "DOB", "In care since", "Last review held", "IRO name", "Age", "Sibling IDs")
    for child in children:
        stamp = [day.isoformat() + "T00:00:00" for day in (child.born_on, child.looked_after_since)]
        last = f"{child.last_review_on} 00:00:00" if child.last_review_on else "NULL"
        name = f"{child.given_name}\u00a0{child.family_name.upper()}"
        age = str((TODAY - child.born_on).days // 365)
        page.add_child(child, child.child, name, *stamp, last, child.iro, age, ", ".join(child.siblings))
    return page


def _many_sheets(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("Current caseload")
    page.add("IRO:", children[0].iro)
    page.add("Ref", "Full name", "Born", "Date of becoming looked after", "Last rev.", "Rev. number", "Sibs")
    blanks = ["#N/A", "not known", "–", "n/k"]
    for position, child in enumerate(children):
        days = [child.born_on, child.looked_after_since, child.last_review_on]
        dates = [f"{day.day}.{day.month}.{day:%y}" if day else blanks[position % 4] for day in days]
        names = " & ".join(f"{other.given_name} {other.family_name}" for other in names_of(child, children))
        page.add_child(
            child,
            *(
                child.child,
                f"{child.family_name}, {child.given_name}",
                *dates,
                child.last_review_number,
                names or "None known",
            ),
        )
    return page


def _long_dates(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("Report run on 16th March 2026 by the performance team", "", "", "", "", "", "", "")
    page.add("Reviewing Officer", "Brothers & sisters", "Review", "Last Review", "Looked After From", "Date of Birth")
    page.rows[-1] += ["Child's First Name", "Child's Surname", "Unique ID"]
    page.rows[-1][2] = "Review Number"
    for child in children:
        days = (child.last_review_on, child.looked_after_since, child.born_on)
        dates = [f"{ordinal(day.day)} {day:%B %Y}" if day else "" for day in days]
        siblings = "; ".join(f"{other.child} ({other.given_name})" for other in names_of(child, children))
        number = ordinal(child.last_review_number) if child.last_review_number else "0"
        page.add_child(
            child, child.iro.upper(), siblings, number, *dates, child.given_name.upper(), child.family_name, child.child
        )
    page.add("* children on remand are not shown", "", "", "", "", "", "", "", "")
    return page


def _by_iro(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("Caseload list", "", "", "", "", "")
    headings = ("Case number", "Child", "Birth date", "Accommodated since", "Previous review", "Next review booked")
    for iro in IROS:
        own = [child for child in children if child.iro == iro]
        page.add(f"IRO: {iro}")
        page.add(*headings, "No. of siblings", "Family no")
        for child in own:
            page.add_child(
                child,
                *(f"00{child.child}", f"{child.family_name.upper()}, {child.given_name.upper()}"),
                *map(uk, (child.born_on, child.looked_after_since, child.last_review_on, child.next_review_on)),
                *(str(len(child.siblings)), f"{child.family}/A"),
            )
        page.add("Sub-total", str(len(own)))
    page.add("Total", str(len(children)))
    return page


_NO_NEXT = ALL_FIELDS - {"next_review_on"}

LAYOUTS = (
    Layout("plain export", _NO_NEXT, _plain_export),
    Layout("mosaic", _NO_NEXT, _mosaic, encoding="cp1252"),
    Layout("two lines of headings", ALL_FIELDS - {"iro", "siblings"}, _two_line, is_1904=True),
    Layout("page breaks", ALL_FIELDS, _page_breaks, ";", "utf-16"),
    Layout("iso paste", _NO_NEXT - {"last_review_number"}, _iso_paste, "\t", "utf-8-sig"),
    Layout(
        "many sheets",
        _NO_NEXT,
        _many_sheets,
        one_iro=True,
        other_sheets=(
            ("Notes", [["How to use"], ["Ask the performance team."]]),
            ("By team", [["Team", "Children", "Reviews"], ["North", 31, 40], ["South", 29, 44]]),
        ),
    ),
    Layout("long dates", _NO_NEXT, _long_dates),
    Layout("by iro", ALL_FIELDS - {"last_review_number"}, _by_iro, encoding="utf-8-sig", prefix="00"),
)


def truth_of(layout: Layout, children: Sequence[TrueChild]) -> dict[str, TrueChild]:
    """The children under the ids that the layout prints."""
    return {
        layout.prefix + child.child: replace(child, iro=children[0].iro) if layout.one_iro else child
        for child in children
    }


def write_xlsx(layout: Layout, children: Sequence[TrueChild], path: Path) -> Page:
    """Print the layout as a workbook."""
    page = layout.build(children)
    book = openpyxl.Workbook()
    if layout.is_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for name, rows in layout.other_sheets:
        other = book.create_sheet(name, 0)
        for cells in rows:
            other.append(cells)
    for cells in page.rows:
        sheet.append([cell if cell != "" else None for cell in cells])
    for merge in page.merges:
        sheet.merge_cells(merge)
    book.save(path)
    return page


def csv_bytes(layout: Layout, children: Sequence[TrueChild]) -> tuple[Page, bytes]:
    """Print the layout as text; true dates become dd/mm/yyyy, as Excel does when it saves text."""
    page = layout.build(children)
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=layout.delimiter).writerows([_as_text(cell) for cell in cells] for cells in page.rows)
    return page, stream.getvalue().encode(layout.encoding)


def _as_text(cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
