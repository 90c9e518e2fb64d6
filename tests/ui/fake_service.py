"""The service's own records of the fake desk: kept in memory, changed by the services' own handlers."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, TypeVar, cast

from iro_desktop.domain.acts import (
    Act,
    AddClinicAction,
    AddIro,
    AddPlanAction,
    AddStandard,
    ChangeClinicAction,
    ChangeFeedback,
    ChangeIro,
    ChangePlanAction,
    ChangeSetting,
    ChangeStandard,
    RecordClinic,
    RecordClinicAction,
    RecordFeedback,
    RecordLeave,
    RecordPlanProgress,
    RecordTeamEvent,
    RemoveClinic,
    RemoveClinicAction,
    RemoveFeedback,
    RemovePlanAction,
    RemoveStandard,
    RemoveTeamEvent,
    SignOffStandard,
)
from iro_desktop.domain.records import (
    Child,
    ChildFacts,
    Clinic,
    ClinicAction,
    Feedback,
    Iro,
    Leave,
    PlanAction,
    PracticeStandard,
    Record,
    Setting,
    TeamEvent,
)
from iro_desktop.rules.calendar import england
from iro_desktop.rules.practice import Practice
from iro_desktop.services.acting import do_acts
from iro_desktop.services.sample.service import service
from iro_desktop.services.sample.world import world_of
from iro_desktop.services.service_records import service_records
from iro_desktop.services.service_views import ServiceView
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.workspace import Workspace
from tests.ui.fake_people import TODAY, FakeChild

R = TypeVar("R", bound=Record)
RecordsAct = (
    ChangeIro | RecordTeamEvent | RemoveTeamEvent | AddStandard | ChangeStandard | SignOffStandard | RemoveStandard
    | RecordFeedback | ChangeFeedback | RemoveFeedback | AddPlanAction | ChangePlanAction | RecordPlanProgress
    | RemovePlanAction | RecordClinic | RemoveClinic | AddClinicAction | ChangeClinicAction | RecordClinicAction
    | RemoveClinicAction
)  # fmt: skip


class _Reader:
    """Answers what the handlers ask of a store."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self.records = records

    def all(self, kind: type[R]) -> list[R]:
        return [one for one in self.records if isinstance(one, kind)]

    def gone(self, _kind: type[R]) -> list[R]:
        return []

    def facts(self) -> list[ChildFacts]:
        """Asked where there are many acts: none of these is about a child."""
        return []


@dataclass(frozen=True)
class FakeRecords:
    """The records as they stand."""

    records: tuple[Record, ...] = ()

    def after(self, *acts: Act) -> "FakeRecords":
        work = Workspace(cast("Any", _Reader(self.records)), TODAY, england())
        do_acts(acts, work)
        changes = work.changes()
        gone = {one.record.id for one in changes}
        kept = tuple(one for one in self.records if one.id not in gone)
        return FakeRecords((*kept, *(one.after for one in changes if one.after is not None)))

    def iros(self) -> tuple[str, ...]:
        """Names of those in post."""
        here = _Reader(self.records).all(Iro)
        return tuple(sorted(one.name for one in here if one.to_on is None or one.to_on >= TODAY))

    def view(self, children: dict[str, FakeChild]) -> ServiceView:
        return service_records(self.snapshot(children))

    def snapshot(self, children: dict[str, FakeChild]) -> Snapshot:
        """The records as services read them."""
        reader, now = _Reader(self.records), Snapshot(TODAY, england())
        now.iros = tuple(sorted(reader.all(Iro), key=lambda one: one.name))
        now.practice = Practice(reader.all(Setting))
        now.leave, now.team_events = tuple(reader.all(Leave)), tuple(reader.all(TeamEvent))
        now.standards, now.feedback = tuple(reader.all(PracticeStandard)), tuple(reader.all(Feedback))
        now.clinics = tuple(sorted(reader.all(Clinic), key=lambda one: one.held_on))
        now.clinic_actions = tuple(sorted(reader.all(ClinicAction), key=lambda one: one.number))
        now.plan = tuple(sorted(reader.all(PlanAction), key=lambda one: one.number))
        now.children = {key: _child_now(one) for key, one in children.items()}
        return now


def _child_now(one: FakeChild) -> ChildNow:
    facts = ChildFacts(Child(one.id, one.id, TODAY))
    return ChildNow(facts, (), (), one.iro, is_looked_after=True)


@cache
def a_year(iros: tuple[str, ...]) -> FakeRecords:
    """The year of a service with these IROs, as the sample invents it."""
    rng = Random(1)
    acts = [act for act in service(rng, iros, (), world_of(rng, TODAY)) if _is_of_the_service(act)]
    return FakeRecords().after(*(AddIro(name=name) for name in iros), *acts)


def _is_of_the_service(act: Act) -> bool:
    return isinstance(act, RecordsAct | AddIro | RecordLeave | ChangeSetting)


def nothing(iros: tuple[str, ...]) -> FakeRecords:
    """A service that has begun today."""
    return FakeRecords().after(*(AddIro(name=name) for name in iros)) if iros else FakeRecords()
