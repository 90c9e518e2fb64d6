"""What a caseload summary of the fake desk would hold."""

from typing import Protocol

from iro_desktop.services.caseload_columns import BY_KEY, COLUMNS
from iro_desktop.services.summary_views import SummaryShown, SummaryWish
from iro_desktop.services.views import CaseloadView


class HasCaseload(Protocol):
    def caseload(self, words: str = "") -> CaseloadView: ...


def summary_of(desk: HasCaseload, wish: SummaryWish) -> SummaryShown:
    view = desk.caseload(wish.words)
    headings = [column.header for column in COLUMNS]
    if wish.names:
        headings.insert(2, "Id")
    kept = f"Saved view “{wish.view}”. " if wish.view else ""
    head = (
        f"Caseload summary: children of {view.scope}",
        f"{len(view.rows)} of {view.of} children. As at Mon 23 Nov 2026, 14:02, by sam.",
        f"{kept}Filter: {wish.words or 'none'}. Order: {BY_KEY[wish.sort].header}.",
        f"With names, {wish.names.words}" if wish.names else "Children are named by the council's id.",
        "Sample data: invented children",
    )
    figures = ("Reviews held in time: 93.8 % (210 of 224)", "Minutes finished in time: 81.0 % (170 of 210)")
    return SummaryShown(head, tuple(headings), len(view.rows), view.of, figures)
