"""Acts: what a person wants done, as frozen data. The same from a form, the command line and a file.

``child`` is the council's id, ``iro`` an IRO's name as the store holds it. ``None`` means not said. Each act's
``sentence`` is what history and undo show; it names the child by id, never by name.
"""

from typing import get_args

from iro_desktop.domain.acts.around import (
    AddPerson,
    ChangePerson,
    LiftRestriction,
    PersonLeaves,
    RestrictPerson,
)
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
    AnswerAlert,
    EscalateAlert,
    RaiseAlert,
    ResolveAlert,
)
from iro_desktop.domain.acts.footprint import (
    RecordContact,
    RecordEvent,
    RemoveContact,
    RemoveEvent,
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
    AddFosterCarer,
    BlockTime,
    ChangeSetting,
    EndFosterCarer,
    FreeTime,
    RecordCarerReview,
    RecordLeave,
    RemoveBankHoliday,
    RemoveLeave,
    RemoveView,
    SaveView,
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
)
ACT_TYPES: dict[str, type[Act]] = {act.kind: act for act in get_args(Act)}

__all__ = [
    "ACT_TYPES",
    "Act",
    "AddBankHoliday",
    "AddChild",
    "AddFosterCarer",
    "AddIro",
    "AddPerson",
    "AddRecommendation",
    "AddSitting",
    "AdjournReview",
    "AllocateIro",
    "AllocateWorker",
    "AnswerAlert",
    "AskForReview",
    "BlockTime",
    "BookReview",
    "CancelBooking",
    "ChangeBooking",
    "ChangeCare",
    "ChangeChild",
    "ChangePerson",
    "ChangeRecommendation",
    "ChangeSetting",
    "CheckRecommendation",
    "CompleteReview",
    "CorrectEpisode",
    "CorrectReview",
    "EndCare",
    "EndCircumstance",
    "EndFosterCarer",
    "EndWorker",
    "EscalateAlert",
    "FormSiblingGroup",
    "FreeTime",
    "JoinSiblingGroup",
    "LeaveSiblingGroup",
    "LiftRestriction",
    "MergeChild",
    "MoveBooking",
    "OverrideDeadline",
    "PersonLeaves",
    "RaiseAlert",
    "RecordAttendance",
    "RecordCarerReview",
    "RecordChased",
    "RecordCircumstance",
    "RecordContact",
    "RecordEvent",
    "RecordLeave",
    "RecordMidPoint",
    "RecordOutcome",
    "RecordReturned",
    "RecordReviewHeld",
    "RecordSent",
    "RecordTalk",
    "RecordTaskDone",
    "RecordWishes",
    "RemoveBankHoliday",
    "RemoveCircumstance",
    "RemoveContact",
    "RemoveEvent",
    "RemoveLeave",
    "RemoveRecommendation",
    "RemoveSent",
    "RemoveView",
    "ResolveAlert",
    "RestrictPerson",
    "SaveView",
    "SkipMidPoint",
    "StartCare",
    "StateNotHeld",
    "StateReviewNumber",
    "StateSiblingSplit",
    "WithdrawOverride",
    "WithdrawSiblingSplit",
    "WriteRecord",
]
