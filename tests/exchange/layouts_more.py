"""Eight more invented layouts, written after the reader was thought finished and without looking at it.

They hold what the first eight do not: spacer columns, many kinds of date in one column, names of database fields,
families as blocks of rows, two facts in one cell, a system set to American English, every review in its own column.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from tests.exchange.layouts import ALL_FIELDS, TODAY, Layout, Page, TrueChild, names_of, ordinal, uk

_SHOWN = ALL_FIELDS - {"next_review_on"}


def _spaced_report(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("", "Children Looked After by Reviewing Officer")
    page.add("", "Reviewing Officer: Ruth Okafor", "", "", "", "Report date: 16/03/2026 09:12")
    page.add("", "Total: 60")
    page.add()
    headings = ("P No", "Name of\nchild", "Date\nof\nBirth", "Date\nBLA", "Last\nReview\nHeld", "Review\nNo")
    page.add("", *(cell for heading in headings for cell in (heading, "")))
    for position, child in enumerate(children):
        cells = (
            f"P{child.child}",
            f"{child.family_name}, {child.given_name}",
            uk(child.born_on),
            uk(child.looked_after_since),
            uk(child.last_review_on),
            child.last_review_number,
        )
        page.add_child(child, "", *(cell for value in cells for cell in (value, "")))
        if position == 29:
            page.add("", "", "", "", "", "", "", "", "", "Page 1 of 2")
    page.add("", "", "", "", "", "", "", "", "", "Page 2 of 2")
    return page


def _hand_kept(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("Ruth's caseload - do not delete!!")
    page.add(
        *(
            "CHILD",
            "Liquidlogic no",
            "D.O.B",
            "Date came into care",
            "1st review",
            "Last review",
            "Next review (booked)",
        ),
        *("Brothers/sisters", "Notes"),
    )

    def any_style(day: date | None, position: int) -> Any:
        if day is None:
            return ("n/a", "", "none yet")[position % 3]
        styles = (
            day,
            uk(day),
            f"{ordinal(day.day)} {day:%B} {day:%y}",
            f"{day.day}.{day.month}.{day:%y}",
            f"{day.day}/{day.month}/{day:%y}",
            f"{day:%a} {day.day} {day:%b} {day:%Y}",
        )
        return styles[position % len(styles)]

    for position, child in enumerate(children):
        siblings = " and ".join(other.given_name for other in names_of(child, children))
        first = child.looked_after_since + timedelta(days=20) if child.last_review_on else None
        page.add_child(
            child,
            f"{child.given_name} {child.family_name}",
            int(child.child),
            any_style(child.born_on, position),
            any_style(child.looked_after_since, position + 1),
            any_style(first, position),
            any_style(child.last_review_on, position + 2),
            any_style(child.next_review_on, position + 3),
            siblings or "-",
            "Report due by Friday - chase" if position % 7 == 0 else "",
        )
    page.add("Red = overdue, amber = within a month")
    return page


def _annex_a(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add(
        *("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"),
        *("Date Started to be Looked After", "Child's Category of Need", "Start date of current legal status"),
        *("Child's Legal Status", "Date of Latest Statutory Review", "Date of Last Social Work Visit"),
        *(
            "Date of Last IRO Visit / Contact to the Child",
            "Date of Last Health Assessment",
            "Date of Last Dental Check",
        ),
        *(
            "Date Ceased to be Looked After",
            "Start Date of Most Recent Placement",
            "URN of Placement",
            "Allocated Team",
        ),
    )
    for child in children:
        since = child.looked_after_since
        page.add_child(
            child,
            *(int(child.child), "b) Female", "a) WBRI", child.born_on, (TODAY - child.born_on).days // 365),
            *(since, "N1 - Abuse or Neglect", since + timedelta(days=1), "C2: FCO", child.last_review_on),
            *(TODAY - timedelta(days=9), TODAY - timedelta(days=11), TODAY - timedelta(days=200)),
            *(TODAY - timedelta(days=90), None, since + timedelta(days=2), "SC123456", "#N/A"),
        )
    return page


def _database(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add(
        *("pers_person_id", "pers_forename", "pers_surname", "pers_dob", "clae_entered_care_date"),
        *("clar_cla_review_due_date", "clar_cla_review_date", "prof_professional_name", "fami_family_id"),
    )
    for child in children:
        due = TODAY + timedelta(days=30)
        days = [child.born_on, child.looked_after_since, due, child.last_review_on]
        stamps = [f"{day} 00:00:00.000" if day else "NULL" for day in days]
        page.add_child(
            child, child.child, child.given_name, child.family_name, *stamps, child.iro, f"FAM{child.family:04}"
        )
    return page


def _family_blocks(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add("Caseload by family", "", "", "", "", "")
    page.add("Case no.", "Name (surname first)", "Birth date", "Looked after from", "Last review (no.)", "Officer")
    for family, members in groupby(children, key=lambda child: child.family):
        page.add(f"Family: {family}")
        for child in members:
            review = f"{uk(child.last_review_on)} ({child.last_review_number})" if child.last_review_on else "none"
            page.add_child(
                child,
                *(child.child, f"{child.family_name} {child.given_name}", f"{child.born_on:%d %b %Y}"),
                *(f"{child.looked_after_since:%d %b %Y}", review, child.iro),
            )
    page.add("Count", str(len(children)))
    return page


def _american(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add(
        *("SubjectID", "Subject Name", "Subject DOB", "CLA Start Dt", "Last CLA Review Dt", "CLA Review Count"),
        *("Case Worker", "IRO Worker"),
    )
    for child in children:
        days = (child.born_on, child.looked_after_since, child.last_review_on)
        stamps = [f"{day.month}/{day.day}/{day.year} 12:00:00 AM" if day else "" for day in days]
        name = f"{child.family_name.upper()}, {child.given_name}"
        page.add_child(child, child.child, name, *stamps, str(child.last_review_number), "Pat Quince", child.iro)
    return page


def _every_review(children: Sequence[TrueChild]) -> Page:
    page = Page()
    reviews = [f"Review {number}" for number in range(1, 7)]
    page.add("System ID", "First name", "Last name", "Birth", "Care start", *reviews, "IRO", "Sibling(s)")
    for child in children:
        last = child.last_review_on
        held = [last - timedelta(days=182 * back) for back in reversed(range(child.last_review_number))] if last else []
        cells = [uk(day) for day in held[-6:]]
        siblings = ",".join(child.siblings)
        page.add_child(
            child,
            *(child.child, child.given_name, child.family_name, uk(child.born_on), uk(child.looked_after_since)),
            *(*cells, *[""] * (6 - len(cells)), child.iro, siblings),
        )
    return page


def _dashboard(children: Sequence[TrueChild]) -> Page:
    page = Page()
    page.add(
        *("Person.ID", "Person.Name", "Person.DateOfBirth", "Looked After.Start Date", "Looked After Review.Date"),
        *("Looked After Review.Sequence", "Looked After Review.Next Due", "Relationship.IRO", "Sibling Relationship"),
    )
    for child in children:
        days = (child.born_on, child.looked_after_since, child.last_review_on)
        stamps = [f"{day:%d-%b-%Y} 00:00" if day else "" for day in days]
        siblings = "|".join(
            f"{other.given_name} {other.family_name} [{other.child}]" for other in names_of(child, children)
        )
        page.add_child(
            child,
            *(child.child, f"{child.given_name} {child.family_name}", *stamps, str(child.last_review_number)),
            *(f"{TODAY + timedelta(days=50):%d-%b-%Y} 00:00", child.iro, siblings),
        )
    return page


MORE_LAYOUTS = (
    Layout("spaced report", _SHOWN - {"siblings"}, _spaced_report, prefix="P", one_iro=True),
    Layout("hand kept", ALL_FIELDS - {"iro", "last_review_number"}, _hand_kept, "\t"),
    Layout("annex a", frozenset({"born_on", "looked_after_since", "last_review_on"}), _annex_a),
    Layout("database", _SHOWN - {"last_review_number"}, _database),
    Layout("family blocks", _SHOWN, _family_blocks, ";", "cp1252"),
    Layout("american", _SHOWN - {"siblings"}, _american),
    Layout("every review", _SHOWN - {"last_review_number"}, _every_review, encoding="utf-16"),
    Layout("dashboard", _SHOWN, _dashboard, encoding="utf-8-sig"),
)
