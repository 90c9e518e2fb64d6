"""The clinic of the fake desk: what is late for its children, its own figures, and the clinics it keeps."""

from datetime import timedelta

from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.clinic_rows import clinics
from iro_desktop.services.clinic_views import ClinicException, ClinicFigure, ClinicView, Exceptional
from iro_desktop.services.performance_views import PerformanceView
from tests.ui.fake_people import TODAY, FakeChild
from tests.ui.fake_service import FakeRecords


def clinic_of(
    iro: str, children: dict[str, FakeChild], records: FakeRecords, performance: PerformanceView
) -> ClinicView:
    """As the real one, of what the fake desk knows."""
    if iro not in records.iros():
        raise UserError("There is no IRO of that name here. Nothing was changed. Check the name.")
    held = clinics(records.snapshot(children), iro)
    since = held[0].held_on + timedelta(1) if held else TODAY - timedelta(90)
    mine = [one for one in children.values() if one.iro == iro]
    late = [
        ClinicException(
            Exceptional.OVERDUE,
            one.id,
            one.short_name,
            f"{task.task.label}, review of {short(task.review_on)}" if task.review_on else task.task.label,
            task.due_on,
            f"due {short(task.due_on)}",
            is_open=True,
            standing=Standing.OVERDUE,
            deadline_id=f"{one.id}/{task.task.value}",
        )
        for one in mine
        for task in one.tasks
        if task.due_on < TODAY and not task.is_theirs
    ]
    return ClinicView(
        iro,
        TODAY,
        since,
        f"since the clinic of {short(held[0].held_on)}" if held else f"since {short(since)}; no clinic yet",
        len(mine),
        tuple(late),
        tuple(ClinicFigure(one.figure, one.change, one.figure) for one in performance.tiles[:7]),
        "29 Sep to 26 Oct 2026",
        held,
    )
