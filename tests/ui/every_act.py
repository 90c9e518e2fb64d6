"""How every kind of act is done in the window by keys alone: what is there before, and the keys.

A key is written as people write it (``Shift+A``, ``Return``); words that are typed begin with an apostrophe.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from iro_desktop.domain.acts import Act, AddChild, ChangeChild, OverrideDeadline, RecordFosteringReport
from iro_desktop.paths import resource
from tests.services.cases import BLOCK, CASES, CHILD, FIRST, FOLLOWED, IRO, LEAVER
from tests.services.cases_clinic import AGREED, CLINIC
from tests.services.cases_fostering import FOSTERED
from tests.services.cases_leavers import HOME
from tests.services.office import day
from tests.ui.conftest import Keyboard

# Nobody's name may stand in the history.
GIVEN, FAMILY = "Zebedee", "Quillfeather"
PERSON = "Mary Smith"
BY_HAND = OverrideDeadline(
    child="A1", rule="after.recommendations", trigger_on=day("5 Nov"), due_on=day("9 Nov"), reason="Panel meets"
)
FOOTPRINT, REVIEWS = "5", "3"  # parts of the child's page
ALERTS, LISTS = ("O", "6"), ("Ctrl+Shift+L",)
NAMES = (GIVEN, FAMILY, *PERSON.split())

FOSTERING, CARERS, CLINICS = ("Ctrl+9",), ("Ctrl+Shift+F",), ("Ctrl+Shift+S", "6")
REPORTED = RecordFosteringReport(quarter_on=day("31 Dec"), sent_on=day("16 Nov"))

PICTURE = resource("pictures/today.png")  # as good as a photograph

# Their page comes with its own part of the program.
WITHOUT_A_WINDOW: Mapping[str, str] = {}


@dataclass(frozen=True)
class Way:
    """The keys, the child in hand (none where ""), and what is there before, where it is not what the case says."""

    keys: tuple[str, ...]
    child: str = "A1"
    before: tuple[Act, ...] | None = None


WAYS: Mapping[str, Way] = {
    "AddIro": Way(("Ctrl+Shift+N", "'Ann Other", "Return"), ""),
    "AddChild": Way(("Ctrl+N", "'A1", "Tab", "'12 oct", "Return"), ""),
    "ChangeChild": Way(("Q", "'Zora", "Return")),
    "AllocateIro": Way(("Shift+L", "Return")),
    "AllocateWorker": Way(("Shift+L", "Down", "Tab", "'Sol Mere", "Return")),
    "EndWorker": Way(("Shift+L", "End", "Return")),
    "MergeChild": Way(("Ctrl+Shift+M", "'a9", "Return", "Return")),
    "FormSiblingGroup": Way(("G", "'A2", "Return")),
    "JoinSiblingGroup": Way(("G", "Tab", "'A4", "Return")),
    "LeaveSiblingGroup": Way(("G", "Down", "Return"), "A2"),
    "StateSiblingSplit": Way(("Shift+G", "Return"), "A7"),
    "WithdrawSiblingSplit": Way(("Shift+G", "End", "Return"), "A7"),
    "StartCare": Way(("Shift+C", "Down", "Return"), "A2"),
    "EndCare": Way(("Shift+C", "Down", "Tab", "Tab", "Down", "Return")),
    "CorrectEpisode": Way(("Shift+C", "'p", "Tab", "'1 nov", "Return"), "A8"),
    "ChangeCare": Way(("C", "'16 nov", "Tab", "'j1", "Return"), "A2"),
    "RecordCircumstance": Way(("A", "Tab", "'3 dec", "Return")),
    "EndCircumstance": Way(("Shift+A", "Return"), "A3", (LEAVER, FOLLOWED)),
    "RemoveCircumstance": Way(("Shift+A", "End", "Return")),
    "RecordReviewHeld": Way(("R", "1", "Backtab", "Down", "Return")),
    "CorrectReview": Way(("Ctrl+K", "'correct a", "Return", "Tab", "2", "Return"), before=(IRO, CHILD, FIRST)),
    "StateReviewNumber": Way(("Ctrl+K", "'correct a", "Return", "Tab", "Tab", "'4", "Return")),
    "StateNotHeld": Way(("N",)),
    "AskForReview": Way(("E", "Tab", "'20 nov", "Return")),
    "AdjournReview": Way(("J", "'6 nov", "Return")),
    "AddSitting": Way(("F", "Return")),
    "CompleteReview": Way(("K", "Return")),
    "RecordAttendance": Way(("Shift+R", "A", "Return")),
    "RecordTaskDone": Way(("D",)),
    "OverrideDeadline": Way(("H", "'24 nov", "Tab", "'Panel meets", "Return")),
    "WithdrawOverride": Way(("Shift+H",), before=(IRO, CHILD, FIRST, BY_HAND)),
    "BookReview": Way(("B", "Return")),
    "MoveBooking": Way(("M", "Alt+1", "'c", "Tab", "'il", "Return")),
    "ChangeBooking": Way(("Ctrl+M", "'15:00", "Return")),
    "CancelBooking": Way(("Ctrl+Shift+B", "'Snow", "Return")),
    "RaiseAlert": Way(("X", "Return")),
    "ChangeAlert": Way((*ALERTS, "Q", "'At once. ", "Return")),
    "EscalateAlert": Way(("Shift+X", "'t", "Return")),
    "AnswerAlert": Way(("Shift+X", "Return")),
    "ResolveAlert": Way(("Shift+X", "'r", *("Tab",) * 3, "Down", "Return")),
    "PauseAlert": Way(("Shift+X", "'c", "Tab", "Tab", "'Court", "Return")),
    "ResumeAlert": Way(("Shift+X", "'c", "Return")),
    "ReopenAlert": Way((*ALERTS, "Shift+X", "Return")),
    "RemoveAlert": Way((*ALERTS, "Delete")),
    "RecordLegalAdvice": Way(("Z", "'May contact stop?", "Return")),
    "AnswerLegalAdvice": Way(("Z", "Down", "Return")),
    "RemoveLegalAdvice": Way(("Z", "End", "Return")),
    "AddToList": Way((*LISTS, "A", "'Passports", "Return"), ""),
    "RenameInList": Way((*LISTS, "Return", "Tab", "'Siblings apart", "Return"), ""),
    "MergeInList": Way((*LISTS, "Return", "Down", "Return"), ""),
    "RetireFromList": Way((*LISTS, "Delete"), ""),
    "AddPerson": Way(("I", "Tab", f"'{PERSON}", "Return")),
    "ChangePerson": Way(("Shift+I", "Tab", "'Mary Jones", "Return")),
    "PersonLeaves": Way(("Shift+I", "Down", "Return")),
    "RestrictPerson": Way(("Shift+I", "Home", "Tab", "'Court order", "Return")),
    "LiftRestriction": Way(("Shift+I", "Up", "Return")),
    "RecordSent": Way(("U", "Return")),
    "RecordReturned": Way(("Shift+U", "Return")),
    "RecordChased": Way(("Shift+U", "Down", "Return")),
    "RemoveSent": Way(("Shift+U", "End", "Return")),
    "RecordWishes": Way(("Shift+T", "'I like it here.", "Return")),
    "RecordTalk": Way(("T", "Return")),
    "StateEligibility": Way(("Shift+E", "Tab", "Tab", "'Told by the other authority", "Return"), "A3"),
    "WithdrawEligibility": Way(("Shift+E", "End", "Return"), "A3"),
    "RecordHome": Way(("Shift+M", "Down", "Return"), "A3"),
    "ChangeHome": Way(("Shift+Q", "Down", "Return"), "A3", (IRO, LEAVER, HOME)),
    "RemoveHome": Way(("Shift+Q", "End", "Return"), "A3"),
    "RecordTouch": Way(("Shift+K", "Return"), "A3"),
    "RemoveTouch": Way(("Shift+K", "End", "Return"), "A3"),
    "RecordContact": Way(("V", "1", "Return")),
    "RemoveContact": Way(("O", FOOTPRINT, "Delete")),
    "RecordEvent": Way(("Shift+V", "Return")),
    "RemoveEvent": Way(("O", FOOTPRINT, "Delete")),
    "RecordMidPoint": Way(("P", "Return")),
    "SkipMidPoint": Way(("Shift+P", "'A review comes before", "Return")),
    "AddRecommendation": Way(("W", "'Laptop for home", "Return")),
    "ChangeRecommendation": Way(("O", REVIEWS, "Ctrl+W", "' and a desk", "Return")),
    "RemoveRecommendation": Way(("O", REVIEWS, "Ctrl+W", "Tab", "Tab", "Tab", "Tab", "Space", "Return")),
    "RecordOutcome": Way(("Shift+W", "Return")),
    "CheckRecommendation": Way(("Shift+W", "'s", "Return")),
    "WriteRecord": Way(("Ctrl+R", "'Seen by the dentist", "Ctrl+S", "Escape")),
    "RecordLeave": Way(("L", "Tab", "'21 dec", "Tab", "'1 jan 2027", "Return"), ""),
    "RemoveLeave": Way(("Ctrl+3", "4", "Delete"), ""),
    "ChangeSetting": Way(("Ctrl+3", "2", "Return", "Down", "Return"), ""),
    "AddBankHoliday": Way(("Ctrl+3", "3", "+", "'4 dec", "Tab", "'Day of mourning", "Return"), ""),
    "RemoveBankHoliday": Way(("Ctrl+3", "3", *("Down",) * 6, "Delete", "Return"), ""),
    "BlockTime": Way(("Ctrl+B", "Return"), ""),
    "FreeTime": Way(("Ctrl+4", "Home", "Right", "Right", "Right", "Delete"), "", (IRO, CHILD, BLOCK)),
    "ChangeIro": Way(("Ctrl+Shift+S", "Q", "'Jo Blake", "Return"), ""),
    "RecordTeamEvent": Way(("Ctrl+Shift+S", "2", "A", "Return"), ""),
    "RemoveTeamEvent": Way(("Ctrl+Shift+S", "2", "Shift+A"), ""),
    "AddStandard": Way(("Ctrl+Shift+S", "3", "A", "'Minutes in time", "Return"), ""),
    "ChangeStandard": Way(("Ctrl+Shift+S", "3", "Q", "'Below the benchmark", "Return"), ""),
    "SignOffStandard": Way(("Ctrl+Shift+S", "3", "D", "Return"), ""),
    "RemoveStandard": Way(("Ctrl+Shift+S", "3", "Shift+A"), ""),
    "RecordFeedback": Way(("Ctrl+Shift+S", "4", "A", "'She listens.", "Return"), ""),
    "ChangeFeedback": Way(("Ctrl+Shift+S", "4", "D", "Down", "Down", "Return"), ""),
    "RemoveFeedback": Way(("Ctrl+Shift+S", "4", "Shift+A"), ""),
    "AddPlanAction": Way(("Ctrl+Shift+S", "5", "A", "'More mid-points", "Return"), ""),
    "ChangePlanAction": Way(("Ctrl+Shift+S", "5", "Q", "' every time", "Return"), ""),
    "RecordPlanProgress": Way(("Ctrl+Shift+S", "5", "D", "Return"), ""),
    "RemovePlanAction": Way(("Ctrl+Shift+S", "5", "Shift+A"), ""),
    "RecordClinic": Way((*CLINICS, "A", "Return"), "", (IRO, CHILD)),
    "RemoveClinic": Way((*CLINICS, "Shift+A"), "", (IRO, CHILD, CLINIC)),
    "AddClinicAction": Way((*CLINICS, "A", "Tab", "'Minutes on the day after", "Return"), ""),
    "ChangeClinicAction": Way((*CLINICS, "Q", "' without fail", "Return"), ""),
    "RecordClinicAction": Way((*CLINICS, "D", "Return"), "", (IRO, CHILD, CLINIC, AGREED)),
    "RemoveClinicAction": Way((*CLINICS, "Shift+A"), ""),
    "RecordArrangement": Way((*FOSTERING, "A", "'A1", "Return")),
    "ChangeArrangement": Way((*FOSTERING, "Q", "Tab", "'9 nov", "Return")),
    "DecideSuitability": Way((*FOSTERING, "K", "Down", "Return")),
    "EndArrangement": Way((*FOSTERING, "Shift+A", "Return")),
    "RemoveArrangement": Way((*FOSTERING, "Shift+A", "End", "Return")),
    "RecordFosteringReport": Way((*FOSTERING, "U", "Return"), "", (IRO, CHILD, FOSTERED)),
    "RemoveFosteringReport": Way((*FOSTERING, "U", "End", "Return"), "", (IRO, CHILD, FOSTERED, REPORTED)),
    "AddFosterCarer": Way((*CARERS, "A", "'F 2", "Tab", "'1 sep 2025", "Return"), ""),
    "ChangeFosterCarer": Way((*CARERS, "Q", "'2 sep 2025", "Return"), ""),
    "AskForCarerReview": Way((*CARERS, "E", "Return"), ""),
    "BookCarerReview": Way((*CARERS, "B", "'14 dec", "Return"), ""),
    "RecordCarerReview": Way((*CARERS, "R", "Return"), ""),
    "CorrectCarerReview": Way((*CARERS, "W", "Tab", "'2 sep", "Return"), ""),
    "RemoveCarerReview": Way((*CARERS, "W", "End", "Return"), ""),
    "EndFosterCarer": Way((*CARERS, "Shift+A", "Return"), ""),
    "WriteLetter": Way(("Ctrl+L", "'Hello. ", "Ctrl+S", "Escape")),
    "WriteAboutIro": Way(("Ctrl+Shift+W", "'I like dogs.", "Return"), ""),
    "SetIroPicture": Way(("Ctrl+Shift+W", "Tab", f"'{PICTURE}", "Return"), ""),
    "WriteReportSection": Way(("Ctrl+Shift+R", "Return", "'A good year.", "Ctrl+S", "Escape"), ""),
    "PublishReport": Way(("Ctrl+Shift+Return", "Space", "Return"), ""),
    "FreezeFigures": Way(("Ctrl+Shift+K", "'The year", "Return"), ""),
    "RecordPublished": Way(
        (
            "Ctrl+Shift+T",
            "Tab",
            "'94",
            *("Tab",) * 3,
            "'Last year",
            "Tab",
            "'1 apr 2024",
            "Tab",
            "'31 mar 2025",
            "Return",
        ),
        "",
    ),
    "RemovePublished": Way(("Ctrl+Shift+P", "2", "Return", "Delete"), ""),
    "SaveView": Way(("Ctrl+Shift+V", "'Late ones", "Return"), ""),
    "RemoveView": Way(("Ctrl+K", "'take away view", "Return"), ""),
}


def what_is_there(kind: str, way: Way) -> tuple[Act, ...]:
    """What is there before: as the first case of that kind has it, and every child has a name."""
    acts = way.before if way.before is not None else next(one.before for one in CASES if one.act.kind == kind)
    children = [one.child for one in acts if isinstance(one, AddChild)]
    return (*acts, *(ChangeChild(child=one, given_name=GIVEN, family_name=FAMILY) for one in children))


def press(keys: Keyboard, wanted: Iterable[str]) -> None:
    """Press them one after the other on whatever has the focus."""
    for one in wanted:
        if one.startswith("'"):
            keys.type(one[1:])
        else:
            keys.whole(QKeySequence(one))
