"""What each command does on an open desk: one line for each."""

from collections.abc import Callable, Mapping

from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.about.catalogue import FORMS
from iro_desktop.ui.shell import Shell


def works_of(shell: Shell) -> Mapping[Command, Callable[[], None]]:
    """The slot that each command's action is connected to; places and small forms are asked for by their action."""
    deeds, alerts = shell.deeds, shell.challenge.deeds
    return {
        **dict.fromkeys(shell.places.commands(), shell.go_asked),
        Command.RECORD: deeds.record,
        Command.WHO_CAME: deeds.who_came,
        Command.CORRECT: deeds.correct,
        Command.DONE: shell.do_here(Command.DONE, alerts.done),
        Command.DONE_ON: alerts.done_on,
        Command.RAISE_ALERT: alerts.raise_alert,
        Command.ALERT_STEP: alerts.step,
        Command.ALERT: alerts.open,
        Command.LEGAL_ADVICE: alerts.legal_advice,
        Command.BOOK: deeds.book,
        Command.MOVE: deeds.move,
        Command.NOT_HELD: deeds.not_held,
        Command.TAKE_BACK: deeds.take_back,
        Command.BOOK_TOGETHER: deeds.book_together,
        Command.SENT: deeds.send,
        Command.COPY_INVITATION: deeds.copy_invitation,
        Command.COPY_REMINDER: deeds.copy_reminder,
        Command.LEAVE: shell.do_here(Command.LEAVE, deeds.leave),
        Command.ADD_CHILD: shell.child_deeds.add,
        Command.ADD_IRO: shell.child_deeds.add_iro,
        Command.CHANGE_RECORD: shell.do_here(Command.CHANGE_RECORD, lambda: alerts.change(shell.child_deeds.change)),
        Command.MERGE: shell.child_deeds.merge,
        Command.NEW_ARRANGEMENT: shell.fostering_deeds.new,
        Command.CHANGE_ARRANGEMENT: shell.fostering_deeds.change,
        Command.SUITABILITY: shell.fostering_deeds.decide,
        Command.END_ARRANGEMENT: shell.fostering_deeds.end,
        Command.FOSTERING_DONE: shell.fostering_deeds.done,
        Command.FOSTERING_REPORT: shell.fostering_deeds.report,
        Command.ADD_CARER: shell.carer_deeds.add,
        Command.CHANGE_CARER: shell.carer_deeds.change,
        Command.BOOK_CARER_REVIEW: shell.carer_deeds.book,
        Command.ASK_CARER_REVIEW: shell.carer_deeds.ask,
        Command.RECORD_CARER_REVIEW: shell.carer_deeds.record,
        Command.CORRECT_CARER_REVIEW: shell.carer_deeds.correct,
        Command.END_CARER: shell.carer_deeds.end,
        Command.MID_POINT: deeds.mid_point,
        Command.CONTACT: deeds.contact,
        Command.WRITE_RECORD: shell.write_record,
        Command.RECOMMEND: shell.review_deeds.recommend,
        Command.OUTCOME: shell.review_deeds.outcome,
        Command.CHANGE_RECOMMENDATION: shell.review_deeds.change,
        Command.FIGURE_DAYS: shell.performance_deeds.days,
        Command.FREEZE_FIGURES: shell.performance_deeds.freeze,
        Command.PUBLISHED: shell.performance_deeds.published,
        Command.PRINT_FIGURES: shell.performance_deeds.print,
        Command.KEEP_TIME: shell.diary_deeds.keep_time,
        Command.EXPORT_CALENDAR: shell.diary_deeds.export,
        **dict.fromkeys(FORMS, shell.ask),
        Command.WHY: shell.beside.show_why,
        Command.COPY_WHY: shell.copy_why,
        Command.FILTER: shell.filter_caseload,
        Command.SORT: shell.sort_caseload,
        Command.VIEWS: shell.open_views,
        Command.KEEP_VIEW: shell.caseload_deeds.keep,
        Command.EXPORT: shell.caseload_deeds.export,
        Command.UNDO: shell.undo,
        Command.REDO: shell.redo,
        Command.GO_ON: shell.half_filled.open_newest,
    }
