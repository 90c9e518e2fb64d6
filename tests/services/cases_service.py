"""One thing to do for every kind of act about the service itself: its IROs, meetings, standards, feedback, plan."""

from iro_desktop.domain.acts import (
    Act,
    AddIro,
    AddPlanAction,
    AddStandard,
    ChangeFeedback,
    ChangeIro,
    ChangePlanAction,
    ChangeStandard,
    RecordFeedback,
    RecordPlanProgress,
    RecordTeamEvent,
    RemoveFeedback,
    RemovePlanAction,
    RemoveStandard,
    RemoveTeamEvent,
    SaveView,
    SignOffStandard,
)
from iro_desktop.domain.vocabulary import Contract, IroRole, PlanProgress, Role, TeamEventKind
from tests.services.office import day

OTHER = AddIro(name="Ann Other", fte=0.6)
OF_JO = SaveView(name="Jo's late ones", iro="Jo Bloggs", words="late")
SUPERVISED = RecordTeamEvent(
    what=TeamEventKind.SUPERVISION, on=day("9 Nov"), iro="Jo Bloggs", area="caseload", note="Well"
)
OBSERVED = RecordTeamEvent(what=TeamEventKind.OBSERVATION, on=day("9 Nov"), iro="Jo Bloggs", with_iro="Ann Other")
TEAM_MET = RecordTeamEvent(what=TeamEventKind.TEAM_MEETING, on=day("9 Nov"), guests="Virtual school")
LINKED = RecordTeamEvent(what=TeamEventKind.LINK_MEETING, on=day("9 Nov"), iro="Jo Bloggs", area="Fostering")
STANDARD = AddStandard(name="Minutes in time", text="In 15 days", benchmark="90 %", measure="minutes.in-time")
FEEDBACK = RecordFeedback(
    on=day("9 Nov"), source=Role.CHILD, words="She listens.", question="What is good?", may_quote=True
)
ACTION = AddPlanAction(year=2026, text="More mid-points", owner="Jo Bloggs", due_on=day("31 Mar 2027"))


def service_cases(iro: Act, child: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it."""
    base = (iro, child)
    return (
        (
            ChangeIro(
                iro="jo bloggs",
                name="Jo Blake",
                fte=0.8,
                from_on=day("1 Sep 2020"),
                to_on=day("31 Mar 2027"),
                role=IroRole.CARED_FOR,
                contract=Contract.AGENCY,
                background="Welsh speaker",
                link_areas="fostering, care leavers",
                other_duties=10,
                clear=("qualified_on",),
                row_version=1,
            ),
            (*base, OF_JO),
        ),
        (SUPERVISED, base),
        (OBSERVED, (*base, OTHER)),
        (TEAM_MET, ()),
        (LINKED, base),
        (RemoveTeamEvent(what=TeamEventKind.LINK_MEETING, on=day("9 Nov"), iro="Jo Bloggs", area="fostering"),
         (*base, LINKED)),
        (RemoveTeamEvent(what=TeamEventKind.TEAM_MEETING, on=day("9 Nov")), (TEAM_MET,)),
        (STANDARD, ()),
        (
            ChangeStandard(
                name="minutes in time",
                to_name="Minutes",
                text="Within 15 working days",
                stands="Below",
                looked_on=day("20 Nov"),
                clear=("measure",),
                row_version=1,
            ),
            (STANDARD,),
        ),
        (SignOffStandard(name="Minutes in time", on=day("16 Nov"), by="Head of service"), (STANDARD,)),
        (RemoveStandard(name="Minutes in time"), (STANDARD,)),
        (FEEDBACK, ()),
        (
            ChangeFeedback(number=1, on=day("8 Nov"), source=Role.CARER, words="He listens.", clear=("may_quote",)),
            (FEEDBACK,),
        ),
        (RemoveFeedback(number=1), (FEEDBACK,)),
        (ACTION, ()),
        (ChangePlanAction(year=2026, number=1, text="Every mid-point", clear=("owner", "due_on")), (ACTION,)),
        (
            RecordPlanProgress(
                year=2026, number=1, progress=PlanProgress.CARRIED, on=day("20 Nov"), went="Half of them"
            ),
            (ACTION,),
        ),
        (RemovePlanAction(year=2026, number=1), (ACTION,)),
    )  # fmt: skip
