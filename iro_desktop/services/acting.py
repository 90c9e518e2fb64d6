"""Doing: acts applied as one transaction with one line of history; undo and redo as acts of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any

from iro_desktop.domain import acts
from iro_desktop.domain.acts import Act
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import RefusedInput, UserError
from iro_desktop.domain.lengths import longest, too_long
from iro_desktop.domain.records import (
    AnnualReport,
    BankHoliday,
    CarerReview,
    CarerReviewAsked,
    FosterCarer,
    FosteringReport,
    Leave,
    ReportSection,
    Setting,
)
from iro_desktop.rules.calendar import WorkingCalendar
from iro_desktop.services import (
    advice_acts,
    alert_acts,
    around_acts,
    arrangement_acts,
    attendance_acts,
    booking_acts,
    care_acts,
    carer_acts,
    carer_review_acts,
    change_acts,
    circumstance_acts,
    clinic_acts,
    diary_acts,
    episode_acts,
    feedback_acts,
    footprint_acts,
    frozen_acts,
    leaver_acts,
    letter_acts,
    list_acts,
    merge_acts,
    mid_point_acts,
    override_acts,
    passport_acts,
    pause_acts,
    people_acts,
    plan_acts,
    preparation_acts,
    recommendation_acts,
    record_acts,
    report_acts,
    review_acts,
    service_acts,
    sibling_acts,
    sitting_acts,
    split_acts,
    stage_acts,
    standard_acts,
    team_acts,
    view_acts,
    worker_acts,
)
from iro_desktop.services.built_upon import check_not_built_upon
from iro_desktop.services.typed import is_believable
from iro_desktop.services.views import Done, HistoryRow
from iro_desktop.services.workspace import Workspace
from iro_desktop.store.gate import ActLine
from iro_desktop.store.history import PastAct, stacks
from iro_desktop.store.store import Store

HANDLERS: Mapping[type, Callable[[Any, Workspace], None]] = {
    acts.AddIro: people_acts.add_iro,
    acts.AddChild: people_acts.add_child,
    acts.ChangeChild: change_acts.change_child,
    acts.AllocateIro: worker_acts.allocate_iro,
    acts.AllocateWorker: worker_acts.allocate_worker,
    acts.EndWorker: worker_acts.end_worker,
    acts.FormSiblingGroup: sibling_acts.form_sibling_group,
    acts.StartCare: care_acts.start_care,
    acts.EndCare: care_acts.end_care,
    acts.RecordReviewHeld: review_acts.record_review_held,
    acts.CorrectReview: review_acts.correct_review,
    acts.RecordAttendance: attendance_acts.record_attendance,
    acts.RecordTaskDone: review_acts.record_task_done,
    acts.BookReview: booking_acts.book_review,
    acts.MoveBooking: booking_acts.move_booking,
    acts.CancelBooking: booking_acts.cancel_booking,
    acts.ChangeBooking: booking_acts.change_booking,
    acts.StateReviewNumber: review_acts.state_review_number,
    acts.StateNotHeld: review_acts.state_not_held,
    acts.ChangeCare: care_acts.change_care,
    acts.CorrectEpisode: episode_acts.correct_episode,
    acts.RecordCircumstance: circumstance_acts.record_circumstance,
    acts.EndCircumstance: circumstance_acts.end_circumstance,
    acts.RemoveCircumstance: circumstance_acts.remove_circumstance,
    acts.AskForReview: circumstance_acts.ask_for_review,
    acts.AdjournReview: sitting_acts.adjourn_review,
    acts.AddSitting: sitting_acts.add_sitting,
    acts.CompleteReview: sitting_acts.complete_review,
    acts.OverrideDeadline: override_acts.override_deadline,
    acts.WithdrawOverride: override_acts.withdraw_override,
    acts.JoinSiblingGroup: sibling_acts.join_sibling_group,
    acts.LeaveSiblingGroup: sibling_acts.leave_sibling_group,
    acts.StateSiblingSplit: split_acts.state_sibling_split,
    acts.WithdrawSiblingSplit: split_acts.withdraw_sibling_split,
    acts.MergeChild: merge_acts.merge_child,
    acts.RecordLeave: service_acts.record_leave,
    acts.RemoveLeave: service_acts.remove_leave,
    acts.BlockTime: diary_acts.block_time,
    acts.FreeTime: diary_acts.free_time,
    acts.FreezeFigures: frozen_acts.freeze_figures,
    acts.RecordPublished: frozen_acts.record_published,
    acts.RemovePublished: frozen_acts.remove_published,
    acts.ChangeSetting: service_acts.change_setting,
    acts.SaveView: view_acts.save_view,
    acts.RemoveView: view_acts.remove_view,
    acts.AddBankHoliday: service_acts.add_bank_holiday,
    acts.RemoveBankHoliday: service_acts.remove_bank_holiday,
    acts.RaiseAlert: alert_acts.raise_alert,
    acts.ChangeAlert: alert_acts.change_alert,
    acts.EscalateAlert: stage_acts.escalate_alert,
    acts.AnswerAlert: stage_acts.answer_alert,
    acts.PauseAlert: pause_acts.pause_alert,
    acts.ResumeAlert: pause_acts.resume_alert,
    acts.ResolveAlert: alert_acts.resolve_alert,
    acts.ReopenAlert: alert_acts.reopen_alert,
    acts.RemoveAlert: alert_acts.remove_alert,
    acts.RecordLegalAdvice: advice_acts.record_legal_advice,
    acts.AnswerLegalAdvice: advice_acts.answer_legal_advice,
    acts.RemoveLegalAdvice: advice_acts.remove_legal_advice,
    acts.AddToList: list_acts.add_to_list,
    acts.RenameInList: list_acts.rename_in_list,
    acts.MergeInList: list_acts.merge_in_list,
    acts.RetireFromList: list_acts.retire_from_list,
    acts.AddFosterCarer: carer_acts.add_foster_carer,
    acts.ChangeFosterCarer: carer_acts.change_foster_carer,
    acts.BookCarerReview: carer_acts.book_carer_review,
    acts.EndFosterCarer: carer_acts.end_foster_carer,
    acts.AskForCarerReview: carer_review_acts.ask_for_carer_review,
    acts.RecordCarerReview: carer_review_acts.record_carer_review,
    acts.CorrectCarerReview: carer_review_acts.correct_carer_review,
    acts.RemoveCarerReview: carer_review_acts.remove_carer_review,
    acts.RecordArrangement: arrangement_acts.record_arrangement,
    acts.ChangeArrangement: arrangement_acts.change_arrangement,
    acts.DecideSuitability: arrangement_acts.decide_suitability,
    acts.EndArrangement: arrangement_acts.end_arrangement,
    acts.RemoveArrangement: arrangement_acts.remove_arrangement,
    acts.RecordFosteringReport: arrangement_acts.record_fostering_report,
    acts.RemoveFosteringReport: arrangement_acts.remove_fostering_report,
    acts.StateEligibility: leaver_acts.state_eligibility,
    acts.WithdrawEligibility: leaver_acts.withdraw_eligibility,
    acts.RecordHome: leaver_acts.record_home,
    acts.ChangeHome: leaver_acts.change_home,
    acts.RemoveHome: leaver_acts.remove_home,
    acts.RecordTouch: leaver_acts.record_touch,
    acts.RemoveTouch: leaver_acts.remove_touch,
    acts.AddPerson: around_acts.add_person,
    acts.ChangePerson: around_acts.change_person,
    acts.PersonLeaves: around_acts.person_leaves,
    acts.RestrictPerson: around_acts.restrict_person,
    acts.LiftRestriction: around_acts.lift_restriction,
    acts.RecordSent: preparation_acts.record_sent,
    acts.RecordReturned: preparation_acts.record_returned,
    acts.RecordChased: preparation_acts.record_chased,
    acts.RemoveSent: preparation_acts.remove_sent,
    acts.RecordWishes: preparation_acts.record_wishes,
    acts.RecordTalk: preparation_acts.record_talk,
    acts.RecordContact: footprint_acts.record_contact,
    acts.RemoveContact: footprint_acts.remove_contact,
    acts.RecordEvent: footprint_acts.record_event,
    acts.RemoveEvent: footprint_acts.remove_event,
    acts.AddRecommendation: recommendation_acts.add_recommendation,
    acts.ChangeRecommendation: recommendation_acts.change_recommendation,
    acts.RemoveRecommendation: recommendation_acts.remove_recommendation,
    acts.RecordOutcome: recommendation_acts.record_outcome,
    acts.CheckRecommendation: recommendation_acts.check_recommendation,
    acts.WriteRecord: record_acts.write_record,
    acts.WriteLetter: letter_acts.write_letter,
    acts.WriteAboutIro: passport_acts.write_about_iro,
    acts.SetIroPicture: passport_acts.set_iro_picture,
    acts.RecordMidPoint: mid_point_acts.record_mid_point,
    acts.SkipMidPoint: mid_point_acts.skip_mid_point,
    acts.ChangeIro: team_acts.change_iro,
    acts.RecordTeamEvent: team_acts.record_team_event,
    acts.RemoveTeamEvent: team_acts.remove_team_event,
    acts.AddStandard: standard_acts.add_standard,
    acts.ChangeStandard: standard_acts.change_standard,
    acts.SignOffStandard: standard_acts.sign_off_standard,
    acts.RemoveStandard: standard_acts.remove_standard,
    acts.RecordFeedback: feedback_acts.record_feedback,
    acts.ChangeFeedback: feedback_acts.change_feedback,
    acts.RemoveFeedback: feedback_acts.remove_feedback,
    acts.AddPlanAction: plan_acts.add_plan_action,
    acts.ChangePlanAction: plan_acts.change_plan_action,
    acts.RecordPlanProgress: plan_acts.record_plan_progress,
    acts.RemovePlanAction: plan_acts.remove_plan_action,
    acts.RecordClinic: clinic_acts.record_clinic,
    acts.RemoveClinic: clinic_acts.remove_clinic,
    acts.AddClinicAction: clinic_acts.add_clinic_action,
    acts.ChangeClinicAction: clinic_acts.change_clinic_action,
    acts.RecordClinicAction: clinic_acts.record_clinic_action,
    acts.RemoveClinicAction: clinic_acts.remove_clinic_action,
    acts.WriteReportSection: report_acts.write_report_section,
    acts.PublishReport: report_acts.publish_report,
}
_OF_THE_SERVICE = (
    Setting, BankHoliday, Leave, FosterCarer, CarerReview, CarerReviewAsked, FosteringReport,
)  # fmt: skip  # what hangs on no child
_ALONE = acts.PublishReport  # cannot be undone, so it is no part of what can
_MANY = 20  # acts from which reading every child at once is cheaper
_NOTHING_TO_UNDO = "There is nothing to undo. Nothing was changed."
_NOTHING_TO_REDO = "There is nothing to redo. Nothing was changed."
_CHANGES_NOTHING = "That is how it stands already. Nothing was changed."
UNDO, REDO = "Undo", "Redo"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, from where, on which day."""

    name: str
    origin: str  # "window", "command line"
    today: date


@dataclass(frozen=True, slots=True)
class Touched:
    """An act that was saved, with the rows of children it touched."""

    done: Done
    child_ids: frozenset[str]  # row ids
    entity_ids: tuple[str, ...]
    everybody: bool = False  # a record of the service as a whole changed: any date may be another now
    of_report_alone: bool = False  # only words of an annual report changed: no figure is another now


def apply_acts(
    store: Store,
    wanted: Sequence[Act],
    actor: Actor,
    calendar: WorkingCalendar,
    *,
    dry_run: bool = False,
    sentence: str | None = None,
) -> Touched | None:
    """Apply acts in their order as one act of the history; ``None`` on a dry run. All or nothing.

    ``sentence`` is what the history shows where several are one; ``None``: the act's own, or how many there are.
    Raises ``UserError`` with the sentence of the first act that cannot be done.
    """
    if not wanted:
        raise RefusedInput("There is no act in the list. Nothing was changed.")
    with store.writing() as writer:
        work = Workspace(writer, actor.today, calendar, actor.name)
        do_acts(wanted, work)
        changes = work.changes()
        if not changes:
            raise UserError(_CHANGES_NOTHING)
        if dry_run:
            return None
        kind, own = "List", f"{len(wanted):,} acts from a list"
        if len(wanted) == 1:
            kind, own = wanted[0].kind, wanted[0].sentence
        line = ActLine(kind, sentence or own, actor.name, actor.origin, moment_of(actor))
        return _touched(writer.write(line, changes), line, changes)


def do_acts(wanted: Sequence[Act], work: Workspace) -> None:
    """Do acts in a piece of work, in their order; nothing is written. Raises ``UserError`` as ``apply_acts`` does."""
    if len(wanted) >= _MANY:
        work.load_all()
    for position, act in enumerate(wanted, 1):
        _handle(act, work, position if len(wanted) > 1 else None)


def _handle(act: Act, work: Workspace, position: int | None) -> None:
    try:
        _check_dates(act, work.today)
        _check_lengths(act)
        if position is not None and isinstance(act, _ALONE):
            raise UserError("Publishing cannot be undone, so it stands alone. Take it out of the list.", field="year")
        HANDLERS[type(act)](act, work)
    except UserError as error:
        if position is None:
            raise
        sentence = f"Act {position} ({act.kind}): {error} No act of the list was applied."
        raise type(error)(sentence, error.field) from error


def _check_dates(act: Act, today: date) -> None:
    kind: type = type(act)
    for name in _fields(kind):
        day = getattr(act, name)
        if isinstance(day, date) and not is_believable(day, today):
            raise UserError(f"{short(day)} cannot be right. Nothing was changed. Check the year.", name)


def _check_lengths(act: Act) -> None:
    kind: type = type(act)
    for name in _fields(kind):
        words = getattr(act, name)
        if isinstance(words, str) and not isinstance(words, Enum):
            fault = too_long(len(words), longest(name))
            if fault:
                raise UserError(fault, name)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of an act's fields; asked once for each kind, for a list may hold thousands."""
    return tuple(one.name for one in fields(kind))


def write_changes(kind: str, sentence: str, actor: Actor, changes: Sequence[Any], writer: Any) -> Touched:
    """Write prepared changes as one act, within ``writer``'s transaction."""
    line = ActLine(kind, sentence, actor.name, actor.origin, moment_of(actor))
    return _touched(writer.write(line, changes), line, changes)


def undo(store: Store, actor: Actor, act_id: str | None = None) -> Touched:
    """Take back the newest act, or the one named. Raises ``Conflict`` where a later act built on it."""
    with store.writing() as writer:
        can = stacks(writer.acts()).undo
        chosen = can[-1:] if act_id is None else tuple(one for one in can if one.id == act_id)
        if not chosen:
            raise UserError(_NOTHING_TO_UNDO if act_id is None else "That act cannot be undone. Nothing was changed.")
        return _inverse(writer, chosen[0], actor, UNDO)


def redo(store: Store, actor: Actor) -> Touched:
    """Do again what was undone last."""
    with store.writing() as writer:
        can = stacks(writer.acts()).redo
        if not can:
            raise UserError(_NOTHING_TO_REDO)
        return _inverse(writer, can[-1], actor, REDO)


def _inverse(writer: Any, past: PastAct, actor: Actor, word: str) -> Touched:
    changes = writer.inverse(past.id)
    check_not_built_upon(writer, changes)
    line = ActLine(word, f"{word}: {label(past)}", actor.name, actor.origin, moment_of(actor), past.id)
    return _touched(writer.write(line, changes), line, changes)


def label(past: PastAct) -> str:
    """The act's own sentence, without the words of undoing and redoing."""
    text = past.sentence
    for word in (UNDO, REDO):
        text = text.removeprefix(f"{word}: ")
    return text


def history_rows(past: Sequence[PastAct]) -> tuple[HistoryRow, ...]:
    """The history as shown, newest first."""
    can = {one.id for one in stacks(past).undo}
    return tuple(
        HistoryRow(
            one.id, datetime.fromisoformat(one.at), one.author, one.origin, one.sentence, one.undoes, one.id in can
        )
        for one in reversed(past)
    )


def _touched(act_id: str, line: ActLine, changes: Sequence[Any]) -> Touched:
    children = set()
    for change in changes:
        for record in (change.before, change.after):
            if record is not None:
                children.add(record.id if record.entity == "child" else getattr(record, "child_id", ""))
    ids = tuple(change.record.id for change in changes)
    everybody = any(isinstance(change.record, _OF_THE_SERVICE) for change in changes)
    of_report = all(isinstance(change.record, AnnualReport | ReportSection) for change in changes)
    return Touched(Done(act_id, line.sentence, line.at), frozenset(children - {""}), ids, everybody, of_report)


def moment_of(actor: Actor) -> datetime:
    """The moment of an act, in UTC: this computer's clock, on the day that the actor takes as today.

    The two differ where a command takes another day as today: what it records was known from the end of that day.
    """
    now = datetime.now().astimezone()
    if now.date() != actor.today:
        now = datetime.combine(actor.today, now.time()).astimezone()
    return now.astimezone(UTC)
