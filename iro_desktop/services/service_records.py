"""The service's records together: team, meetings, standards, feedback, plan, clinics; a line for what each misses."""

from collections.abc import Iterator

from iro_desktop.domain.vocabulary import Standing, TeamEventKind
from iro_desktop.services.clinic_rows import clinics_view
from iro_desktop.services.feedback import feedback
from iro_desktop.services.meetings import meetings
from iro_desktop.services.plan_of_year import plan_of_year
from iro_desktop.services.service_views import Load, MeetingsView, PlanView, ServiceView, StandardsView, TeamView
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.standards import standards
from iro_desktop.services.team import MOST, YEARS_QUALIFIED, team

TEAM, MEETINGS, STANDARDS, FEEDBACK, PLAN, CLINICS = range(6)


def service_records(snapshot: Snapshot) -> ServiceView:
    """All six as they stand today."""
    parts = team(snapshot), meetings(snapshot), standards(snapshot), feedback(snapshot), plan_of_year(snapshot)
    missing = (
        *((TEAM, words) for words in _of_team(parts[0])),
        *((MEETINGS, words) for words in _of_meetings(parts[1])),
        *((STANDARDS, words) for words in _of_standards(parts[2])),
        *((PLAN, words) for words in _of_plan(parts[4])),
    )
    agreed = clinics_view(snapshot)
    if agreed.late:
        words = f"{agreed.late} clinic {'action' if agreed.late == 1 else 'actions'} late"
        missing = (*missing, (CLINICS, words))
    return ServiceView(*parts, agreed, missing)


def _of_team(view: TeamView) -> Iterator[str]:
    left = sum(row.children for row in view.rows if row.has_left)
    over = sum(row.load is Load.OVER for row in view.rows)
    new = sum(
        not row.has_left and row.years_qualified is not None and row.years_qualified < YEARS_QUALIFIED
        for row in view.rows
    )
    if left:
        yield f"{left} {'child' if left == 1 else 'children'} with an IRO who has left"
    if over:
        yield f"{over} {'IRO' if over == 1 else 'IROs'} over {MOST} for each FTE"
    if new:
        yield f"{new} {'IRO' if new == 1 else 'IROs'} qualified under {YEARS_QUALIFIED} years"


def _of_meetings(view: MeetingsView) -> Iterator[str]:
    lacking = [row.what for row in view.rows if row.is_missing]
    alone, areas = lacking.count(TeamEventKind.SUPERVISION), lacking.count(TeamEventKind.LINK_MEETING)
    if alone:
        yield f"supervision of {alone} {'IRO' if alone == 1 else 'IROs'}"
    if areas:
        yield f"{areas} link {'area' if areas == 1 else 'areas'} without a meeting this quarter"


def _of_standards(view: StandardsView) -> Iterator[str]:
    if view.below:
        yield f"{view.below} {'standard' if view.below == 1 else 'standards'} below benchmark"
    if view.drafts:
        yield f"{view.drafts} {'standard' if view.drafts == 1 else 'standards'} not signed off"


def _of_plan(view: PlanView) -> Iterator[str]:
    if view.late:
        yield f"{view.late} {'action' if view.late == 1 else 'actions'} of the plan late"
    if view.unsaid:
        words = "action" if view.unsaid == 1 else "actions"
        yield f"{view.unsaid} {words} of a past plan without an ending"


def has_something_missing(standing: Standing) -> bool:
    """Whether a row of that standing asks for something."""
    return standing in {Standing.OVERDUE, Standing.DUE_SOON, Standing.WAITING}
