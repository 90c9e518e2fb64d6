"""All that an annual report is made from, read from a snapshot or from within an act: the same either way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import (
    AnnualReport,
    Feedback,
    FrozenFigure,
    FrozenSet,
    Iro,
    PlanAction,
    ReportSection,
    TeamEvent,
)
from iro_desktop.measures.model import Counted, Service
from iro_desktop.services.figure_times import days_of_year
from iro_desktop.services.figures import counted_in, counted_of, service_in, service_of
from iro_desktop.services.kept_figures import Kept, KeptFigures, kept_of
from iro_desktop.services.plan_acts import year_of
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.store import Store

EARLIEST = 2004  # reviews are chaired by Independent Reviewing Officers since (Adoption and Children Act 2002 s.118)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The facts as they are now; ``year`` is the one that begins on 1 April."""

    year: int
    today: date
    children: Sequence[Counted]
    service: Service
    team_events: Sequence[TeamEvent]
    feedback: Sequence[Feedback]
    plan: Sequence[PlanAction]
    sets: Sequence[Kept]  # kept for this year and for the year before, the one kept last first
    report: AnnualReport | None = None  # None: nothing is written yet
    written: Mapping[str, str] = field(default_factory=dict)  # by key of the section

    @property
    def iros(self) -> Iterable[Iro]:
        """Everybody who ever was in the team."""
        return self.service.iros.values()


def year_words(year: int) -> str:
    """A year as reports write it.

    >>> year_words(2025)
    '2025/26'
    """
    return f"{year}/{(year + 1) % 100:02d}"


def check_year(year: int, today: date) -> None:
    """Raises ``UserError`` for a year that no report can be about."""
    if year > year_of(today):
        raise UserError(
            f"{year_words(year)} has not begun: there is nothing to report yet. Nothing was changed. Check the year.",
            field="year",
        )
    if year < EARLIEST:
        raise UserError(
            f"There were no Independent Reviewing Officers in {year_words(year)}. Nothing was changed. "
            "Give the year in which it begins, such as 2025.",
            field="year",
        )


def facts_of(snapshot: Snapshot, store: Store, year: int) -> ReportFacts:
    """The facts of a snapshot. Raises ``UserError`` for a year that no report can be about."""
    check_year(year, snapshot.today)
    report, written = written_of(store, year)
    return ReportFacts(
        year,
        snapshot.today,
        snapshot.kept.once("counted", lambda: counted_of(snapshot)),
        snapshot.kept.once("service counted", lambda: service_of(snapshot)),
        snapshot.team_events,
        snapshot.feedback,
        snapshot.plan,
        _of_years(KeptFigures(store).sets(), year),
        report,
        written,
    )


def written_of(store: Store, year: int) -> tuple[AnnualReport | None, dict[str, str]]:
    """The report of that year where something is written or published, and what is written under each key."""
    with store.reading() as reader:
        report = next((one for one in reader.all(AnnualReport) if one.year == year), None)
        return report, _written(report, reader.all(ReportSection) if report else ())


def facts_in(work: Workspace, year: int) -> ReportFacts:
    """The facts as an act sees them."""
    report = report_in(work, year)
    return ReportFacts(
        year,
        work.today,
        counted_in(work),
        service_in(work),
        work.all(TeamEvent),
        work.all(Feedback),
        work.all(PlanAction),
        _of_years(_sets_in(work, year), year),
        report,
        _written(report, work.all(ReportSection)),
    )


def report_in(work: Workspace, year: int) -> AnnualReport | None:
    """The report of that year, where something is written or published."""
    return next((one for one in work.all(AnnualReport) if one.year == year), None)


def _sets_in(work: Workspace, year: int) -> Iterable[Kept]:
    figures: dict[str, list[FrozenFigure]] = {}
    for figure in work.all(FrozenFigure):
        figures.setdefault(figure.set_id, []).append(figure)
    return (kept_of(one, figures.get(one.id, ())) for one in work.all(FrozenSet) if _is_of(one, year))


def _of_years(sets: Iterable[Kept], year: int) -> tuple[Kept, ...]:
    found = [one for one in sets if _is_of(one.record, year)]
    return tuple(sorted(found, key=lambda one: (one.record.frozen_on, one.record.name), reverse=True))


def _is_of(record: FrozenSet, year: int) -> bool:
    return (record.from_on, record.to_on) in (days_of_year(year), days_of_year(year - 1))


def _written(report: AnnualReport | None, sections: Iterable[ReportSection]) -> dict[str, str]:
    return {one.section: one.text for one in sections if report is not None and one.report_id == report.id}
