"""Acts: what a person wants done, as frozen data. The same from a form, the command line and a file.

``child`` is the council's id, ``iro`` an IRO's name as the store holds it. ``None`` means not said. Each act's
``sentence`` is what history and undo show; it names the child by id, never by name.
"""

from typing import get_args

from iro_desktop.domain.acts.around import AddPerson, ChangePerson, LiftRestriction, PersonLeaves, RestrictPerson
from iro_desktop.domain.acts.care import (
    ChangeCare,
    CorrectEpisode,
    EndCare,
    EndCircumstance,
    RecordCircumstance,
    RemoveCircumstance,
    StartCare,
)
from iro_desktop.domain.acts.challenge import (
    AddToList,
    AnswerAlert,
    AnswerLegalAdvice,
    ChangeAlert,
    EscalateAlert,
    MergeInList,
    PauseAlert,
    RaiseAlert,
    RecordLegalAdvice,
    RemoveAlert,
    RemoveLegalAdvice,
    RenameInList,
    ReopenAlert,
    ResolveAlert,
    ResumeAlert,
    RetireFromList,
)
from iro_desktop.domain.acts.figures import FreezeFigures, RecordPublished, RemovePublished
from iro_desktop.domain.acts.footprint import RecordContact, RecordEvent, RemoveContact, RemoveEvent
from iro_desktop.domain.acts.fostering import (
    AddFosterCarer,
    AskForCarerReview,
    BookCarerReview,
    ChangeArrangement,
    ChangeFosterCarer,
    CorrectCarerReview,
    DecideSuitability,
    EndArrangement,
    EndFosterCarer,
    RecordArrangement,
    RecordCarerReview,
    RecordFosteringReport,
    RemoveArrangement,
    RemoveCarerReview,
    RemoveFosteringReport,
)
from iro_desktop.domain.acts.leaving import (
    ChangeHome,
    RecordHome,
    RecordTouch,
    RemoveHome,
    RemoveTouch,
    StateEligibility,
    WithdrawEligibility,
)
from iro_desktop.domain.acts.outputs import (
    AddClinicAction,
    ChangeClinicAction,
    PublishReport,
    RecordClinic,
    RecordClinicAction,
    RemoveClinic,
    RemoveClinicAction,
    SetIroPicture,
    WriteAboutIro,
    WriteLetter,
    WriteReportSection,
)
from iro_desktop.domain.acts.people import (
    AddChild,
    AddIro,
    AllocateIro,
    AllocateWorker,
    ChangeChild,
    EndWorker,
    FormSiblingGroup,
    JoinSiblingGroup,
    LeaveSiblingGroup,
    MergeChild,
    StateSiblingSplit,
    WithdrawSiblingSplit,
)
from iro_desktop.domain.acts.preparation import (
    RecordChased,
    RecordReturned,
    RecordSent,
    RecordTalk,
    RecordWishes,
    RemoveSent,
)
from iro_desktop.domain.acts.recommendations import (
    AddRecommendation,
    ChangeRecommendation,
    CheckRecommendation,
    RecordMidPoint,
    RecordOutcome,
    RemoveRecommendation,
    SkipMidPoint,
    WriteRecord,
)
from iro_desktop.domain.acts.reviews import (
    AddSitting,
    AdjournReview,
    AskForReview,
    CompleteReview,
    CorrectReview,
    RecordAttendance,
    RecordReviewHeld,
    StateNotHeld,
    StateReviewNumber,
)
from iro_desktop.domain.acts.service import (
    AddBankHoliday,
    BlockTime,
    ChangeSetting,
    FreeTime,
    RecordLeave,
    RemoveBankHoliday,
    RemoveLeave,
    RemoveView,
    SaveView,
)
from iro_desktop.domain.acts.team import (
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
    SignOffStandard,
)
from iro_desktop.domain.acts.work import (
    BookReview,
    CancelBooking,
    ChangeBooking,
    MoveBooking,
    OverrideDeadline,
    RecordTaskDone,
    WithdrawOverride,
)

Act = (
    AddIro
    | AddChild
    | ChangeChild
    | AllocateIro
    | FormSiblingGroup
    | StartCare
    | EndCare
    | RecordReviewHeld
    | CorrectReview
    | RecordTaskDone
    | BookReview
    | MoveBooking
    | CancelBooking
    | StateReviewNumber
    | StateNotHeld
    | ChangeCare
    | RecordCircumstance
    | EndCircumstance
    | RemoveCircumstance
    | AskForReview
    | AdjournReview
    | AddSitting
    | CompleteReview
    | OverrideDeadline
    | WithdrawOverride
    | JoinSiblingGroup
    | LeaveSiblingGroup
    | RecordLeave
    | RemoveLeave
    | ChangeSetting
    | AddBankHoliday
    | RemoveBankHoliday
    | RaiseAlert
    | EscalateAlert
    | AnswerAlert
    | ResolveAlert
    | AddFosterCarer
    | RecordCarerReview
    | EndFosterCarer
    | AddPerson
    | ChangePerson
    | PersonLeaves
    | RestrictPerson
    | LiftRestriction
    | CorrectEpisode
    | RecordContact
    | RemoveContact
    | RecordEvent
    | RemoveEvent
    | MergeChild
    | AllocateWorker
    | EndWorker
    | StateSiblingSplit
    | WithdrawSiblingSplit
    | RecordSent
    | RecordReturned
    | RecordChased
    | RemoveSent
    | RecordWishes
    | RecordTalk
    | AddRecommendation
    | ChangeRecommendation
    | RemoveRecommendation
    | RecordOutcome
    | CheckRecommendation
    | RecordMidPoint
    | SkipMidPoint
    | WriteRecord
    | RecordAttendance
    | BlockTime
    | FreeTime
    | SaveView
    | RemoveView
    | ChangeBooking
    | ChangeAlert
    | PauseAlert
    | ResumeAlert
    | ReopenAlert
    | RemoveAlert
    | RecordLegalAdvice
    | AnswerLegalAdvice
    | RemoveLegalAdvice
    | AddToList
    | RenameInList
    | MergeInList
    | RetireFromList
    | RecordArrangement
    | ChangeArrangement
    | DecideSuitability
    | EndArrangement
    | RemoveArrangement
    | ChangeFosterCarer
    | RecordFosteringReport
    | RemoveFosteringReport
    | AskForCarerReview
    | BookCarerReview
    | CorrectCarerReview
    | RemoveCarerReview
    | StateEligibility
    | WithdrawEligibility
    | RecordHome
    | ChangeHome
    | RemoveHome
    | RecordTouch
    | RemoveTouch
    | ChangeIro
    | RecordTeamEvent
    | RemoveTeamEvent
    | AddStandard
    | ChangeStandard
    | SignOffStandard
    | RemoveStandard
    | RecordFeedback
    | ChangeFeedback
    | RemoveFeedback
    | AddPlanAction
    | ChangePlanAction
    | RecordPlanProgress
    | RemovePlanAction
    | FreezeFigures
    | RecordPublished
    | RemovePublished
    | WriteLetter
    | WriteAboutIro
    | SetIroPicture
    | RecordClinic
    | RemoveClinic
    | AddClinicAction
    | ChangeClinicAction
    | RecordClinicAction
    | RemoveClinicAction
    | WriteReportSection
    | PublishReport
)
ACT_TYPES: dict[str, type[Act]] = {act.kind: act for act in get_args(Act)}

__all__ = [
    "ACT_TYPES",
    "Act",
    "AddBankHoliday",
    "AddChild",
    "AddClinicAction",
    "AddFosterCarer",
    "AddIro",
    "AddPerson",
    "AddPlanAction",
    "AddRecommendation",
    "AddSitting",
    "AddStandard",
    "AddToList",
    "AdjournReview",
    "AllocateIro",
    "AllocateWorker",
    "AnswerAlert",
    "AnswerLegalAdvice",
    "AskForCarerReview",
    "AskForReview",
    "BlockTime",
    "BookCarerReview",
    "BookReview",
    "CancelBooking",
    "ChangeAlert",
    "ChangeArrangement",
    "ChangeBooking",
    "ChangeCare",
    "ChangeChild",
    "ChangeClinicAction",
    "ChangeFeedback",
    "ChangeFosterCarer",
    "ChangeHome",
    "ChangeIro",
    "ChangePerson",
    "ChangePlanAction",
    "ChangeRecommendation",
    "ChangeSetting",
    "ChangeStandard",
    "CheckRecommendation",
    "CompleteReview",
    "CorrectCarerReview",
    "CorrectEpisode",
    "CorrectReview",
    "DecideSuitability",
    "EndArrangement",
    "EndCare",
    "EndCircumstance",
    "EndFosterCarer",
    "EndWorker",
    "EscalateAlert",
    "FormSiblingGroup",
    "FreeTime",
    "FreezeFigures",
    "JoinSiblingGroup",
    "LeaveSiblingGroup",
    "LiftRestriction",
    "MergeChild",
    "MergeInList",
    "MoveBooking",
    "OverrideDeadline",
    "PauseAlert",
    "PersonLeaves",
    "PublishReport",
    "RaiseAlert",
    "RecordArrangement",
    "RecordAttendance",
    "RecordCarerReview",
    "RecordChased",
    "RecordCircumstance",
    "RecordClinic",
    "RecordClinicAction",
    "RecordContact",
    "RecordEvent",
    "RecordFeedback",
    "RecordFosteringReport",
    "RecordHome",
    "RecordLeave",
    "RecordLegalAdvice",
    "RecordMidPoint",
    "RecordOutcome",
    "RecordPlanProgress",
    "RecordPublished",
    "RecordReturned",
    "RecordReviewHeld",
    "RecordSent",
    "RecordTalk",
    "RecordTaskDone",
    "RecordTeamEvent",
    "RecordTouch",
    "RecordWishes",
    "RemoveAlert",
    "RemoveArrangement",
    "RemoveBankHoliday",
    "RemoveCarerReview",
    "RemoveCircumstance",
    "RemoveClinic",
    "RemoveClinicAction",
    "RemoveContact",
    "RemoveEvent",
    "RemoveFeedback",
    "RemoveFosteringReport",
    "RemoveHome",
    "RemoveLeave",
    "RemoveLegalAdvice",
    "RemovePlanAction",
    "RemovePublished",
    "RemoveRecommendation",
    "RemoveSent",
    "RemoveStandard",
    "RemoveTeamEvent",
    "RemoveTouch",
    "RemoveView",
    "RenameInList",
    "ReopenAlert",
    "ResolveAlert",
    "RestrictPerson",
    "ResumeAlert",
    "RetireFromList",
    "SaveView",
    "SetIroPicture",
    "SignOffStandard",
    "SkipMidPoint",
    "StartCare",
    "StateEligibility",
    "StateNotHeld",
    "StateReviewNumber",
    "StateSiblingSplit",
    "WithdrawEligibility",
    "WithdrawOverride",
    "WithdrawSiblingSplit",
    "WriteAboutIro",
    "WriteLetter",
    "WriteRecord",
    "WriteReportSection",
]
