"""What cannot be about the service's own records: the act, the field it is refused beside, words of the refusal."""

from dataclasses import replace

from iro_desktop.domain.acts import (
    Act,
    AddIro,
    AddPlanAction,
    AddStandard,
    AllocateIro,
    ChangeFeedback,
    ChangeIro,
    ChangePlanAction,
    ChangeStandard,
    RecordFeedback,
    RecordPlanProgress,
    RemoveFeedback,
    RemovePlanAction,
    RemoveStandard,
    RemoveTeamEvent,
    SignOffStandard,
)
from iro_desktop.domain.vocabulary import PlanProgress, Role, TeamEventKind
from tests.services.cases_service import ACTION, FEEDBACK, LINKED, OBSERVED, STANDARD, SUPERVISED, TEAM_MET
from tests.services.office import day

JO, SECOND = AddIro(name="Jo Bloggs"), AddIro(name="Ann Second")
LEFT = ChangeIro(iro="Jo Bloggs", to_on=day("1 Nov"))
Refused = tuple[str, Act, str, str, tuple[Act, ...]]


def service_impossible(child: Act) -> tuple[Refused, ...]:
    """What it is, the act, the field, words of the refusal, and what has to be there before it."""
    base = (JO, child)
    return (
        ("renamed to another", ChangeIro(iro="Jo Bloggs", name="ann  second"), "name", "of that name", (*base, SECOND)),
        ("renamed to nothing", ChangeIro(iro="Jo Bloggs", name="  "), "name", "needs a name", base),
        ("an FTE of nought", ChangeIro(iro="Jo Bloggs", fte=0.0), "fte", "between 0 and 1", base),
        ("an FTE of two", ChangeIro(iro="Jo Bloggs", fte=2.0), "fte", "between 0 and 1", base),
        (
            "left before coming",
            ChangeIro(iro="Jo Bloggs", from_on=day("2 Nov"), to_on=day("1 Nov")),
            "to_on",
            "lies before",
            base,
        ),
        ("came after leaving", ChangeIro(iro="Jo Bloggs", from_on=day("2 Nov")), "from_on", "lies before", (JO, LEFT)),
        ("qualified tomorrow", ChangeIro(iro="Jo Bloggs", qualified_on=day("24 Nov")), "qualified_on", "to come", base),
        ("a thousand per cent", ChangeIro(iro="Jo Bloggs", other_duties=101), "other_duties", "0 to 100", base),
        ("no FTE at all", ChangeIro(iro="Jo Bloggs", clear=("fte",)), "clear", "cannot be emptied", base),
        ("given to who left", AllocateIro(child="A1", iro="Jo Bloggs", from_on=day("2 Nov")), "iro", "last day in post",
         (*base, LEFT)),
        ("supervision of nobody", replace(SUPERVISED, iro=None), "iro", "Say whose", base),
        ("supervision of who is not here", replace(SUPERVISED, iro="Nobody"), "iro", "no IRO of that name", base),
        ("supervision tomorrow", replace(SUPERVISED, on=day("24 Nov")), "on", "still to come", base),
        ("supervised twice", SUPERVISED, "on", "recorded already", (*base, SUPERVISED)),
        ("supervised by another", replace(SUPERVISED, with_iro="Ann Second"), "with_iro", "Only an observation",
         (*base, SECOND)),
        ("observed by nobody", replace(OBSERVED, with_iro=None), "with_iro", "Say who it was", (*base, SECOND)),
        ("observed by themselves", replace(OBSERVED, with_iro="jo bloggs"), "with_iro", "observes themselves", base),
        ("link of no area", replace(LINKED, area=" "), "area", "Say which", base),
        ("linked twice", replace(LINKED, area="FOSTERING"), "on", "recorded already", (*base, LINKED)),
        ("a team of one", replace(TEAM_MET, iro="Jo Bloggs"), "iro", "no IRO alone", base),
        ("the team met twice", TEAM_MET, "on", "recorded already", (TEAM_MET,)),
        ("no such meeting", RemoveTeamEvent(what=TeamEventKind.TEAM_MEETING, on=day("8 Nov")), "on", "No such", ()),
        (
            "which of two areas",
            RemoveTeamEvent(what=TeamEventKind.LINK_MEETING, on=day("9 Nov"), iro="Jo Bloggs"),
            "area",
            "which area",
            (JO, LINKED, replace(LINKED, area="Health")),
        ),
        ("a standard without a name", AddStandard(name=" "), "name", "needs a name", ()),
        ("the same standard", AddStandard(name="minutes IN time"), "name", "already is", (STANDARD,)),
        ("a measure unknown", AddStandard(name="Letters", measure="letters.nice"), "measure", "no measure", ()),
        ("a measure unknown of one", ChangeStandard(name="Minutes in time", measure="x"), "measure", "no measure",
         (STANDARD,)),
        ("looked at tomorrow", ChangeStandard(name="Minutes in time", stands="Well", looked_on=day("24 Nov")),
         "looked_on", "to come", (STANDARD,)),
        ("looked at and nothing seen", ChangeStandard(name="Minutes in time", looked_on=day("20 Nov")), "stands",
         "without where", (STANDARD,)),
        ("renamed to another standard", ChangeStandard(name="Letters", to_name="Minutes in time"), "to_name",
         "already is", (STANDARD, AddStandard(name="Letters"))),
        ("no such standard", RemoveStandard(name="Letters"), "name", "no practice standard", ()),
        ("signed off tomorrow", SignOffStandard(name="Minutes in time", on=day("24 Nov")), "on", "to come",
         (STANDARD,)),
        ("signed off again before", SignOffStandard(name="Minutes in time", on=day("9 Nov")), "on", "already",
         (STANDARD, SignOffStandard(name="Minutes in time", on=day("9 Nov")))),
        ("nothing said", RecordFeedback(on=day("9 Nov"), source=Role.CHILD, words=" "), "words", "words", ()),
        ("said tomorrow", RecordFeedback(on=day("24 Nov"), source=Role.CHILD, words="x"), "on", "to come", ()),
        ("no such feedback", RemoveFeedback(number=2), "number", "no feedback 2", (FEEDBACK,)),
        ("feedback emptied", ChangeFeedback(number=1, words=" "), "words", "words", (FEEDBACK,)),
        ("given and emptied", ChangeFeedback(number=1, may_quote=True, clear=("may_quote",)), "clear", "both given",
         (FEEDBACK,)),
        ("a plan of long ago", AddPlanAction(year=1826, text="x"), "year", "cannot be meant", ()),
        ("an action of nothing", AddPlanAction(year=2026, text=" "), "text", "has a text", ()),
        ("due before its year", AddPlanAction(year=2026, text="x", due_on=day("31 Mar")), "due_on", "lies before", ()),
        ("no such action", ChangePlanAction(year=2026, number=2, text="x"), "number", "no action 2", (ACTION,)),
        ("an action of another year", RemovePlanAction(year=2025, number=1), "number", "no action 1", (ACTION,)),
        ("progress of tomorrow", RecordPlanProgress(year=2026, number=1, progress=PlanProgress.DONE, on=day("24 Nov")),
         "on", "to come", (ACTION,)),
        ("progress before the last", RecordPlanProgress(year=2026, number=1, progress=PlanProgress.DONE,
                                                        on=day("8 Nov")), "on", "later day",
         (ACTION, RecordPlanProgress(year=2026, number=1, progress=PlanProgress.IN_HAND, on=day("9 Nov")))),
    )  # fmt: skip
