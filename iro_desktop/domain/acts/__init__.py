"""Acts: what a person wants done, as frozen data. The same from a form, the command line and a file.

``child`` is the council's id, ``iro`` an IRO's name as the store holds it. ``None`` means not said. Each act's
``sentence`` is what history and undo show; it names the child by id, never by name.
"""

from typing import get_args

from iro_desktop.domain.acts.care import (
    ChangeCare,
    EndCare,
    EndCircumstance,
    RecordCircumstance,
    RemoveCircumstance,
    StartCare,
)
from iro_desktop.domain.acts.challenge import AnswerAlert, EscalateAlert, RaiseAlert, ResolveAlert
from iro_desktop.domain.acts.people import (
    AddChild,
    AddIro,
    AllocateIro,
    ChangeChild,
    FormSiblingGroup,
    JoinSiblingGroup,
    LeaveSiblingGroup,
)
from iro_desktop.domain.acts.reviews import (
    AddSitting,
    AdjournReview,
    AskForReview,
    CompleteReview,
    CorrectReview,
    RecordReviewHeld,
    StateNotHeld,
    StateReviewNumber,
)
from iro_desktop.domain.acts.service import (
    AddBankHoliday,
    AddFosterCarer,
    ChangeSetting,
    EndFosterCarer,
    RecordCarerReview,
    RecordLeave,
    RemoveBankHoliday,
    RemoveLeave,
)
from iro_desktop.domain.acts.work import (
    BookReview,
    CancelBooking,
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
)
ACT_TYPES: dict[str, type[Act]] = {act.kind: act for act in get_args(Act)}

__all__ = [
    "ACT_TYPES",
    "Act",
    "AddBankHoliday",
    "AddChild",
    "AddFosterCarer",
    "AddIro",
    "AddSitting",
    "AdjournReview",
    "AllocateIro",
    "AnswerAlert",
    "AskForReview",
    "BookReview",
    "CancelBooking",
    "ChangeCare",
    "ChangeChild",
    "ChangeSetting",
    "CompleteReview",
    "CorrectReview",
    "EndCare",
    "EndCircumstance",
    "EndFosterCarer",
    "EscalateAlert",
    "FormSiblingGroup",
    "JoinSiblingGroup",
    "LeaveSiblingGroup",
    "MoveBooking",
    "OverrideDeadline",
    "RaiseAlert",
    "RecordCarerReview",
    "RecordCircumstance",
    "RecordLeave",
    "RecordReviewHeld",
    "RecordTaskDone",
    "RemoveBankHoliday",
    "RemoveCircumstance",
    "RemoveLeave",
    "ResolveAlert",
    "StartCare",
    "StateNotHeld",
    "StateReviewNumber",
    "WithdrawOverride",
]
