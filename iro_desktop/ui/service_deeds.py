"""What is done with the service's own records: A adds what the list holds, Q changes, D records, Shift+A takes away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.acts import (
    Act,
    RemoveClinic,
    RemoveClinicAction,
    RemoveFeedback,
    RemovePlanAction,
    RemoveStandard,
    RemoveTeamEvent,
)
from iro_desktop.domain.vocabulary import TeamEventKind
from iro_desktop.services.clinic_views import ActionRow, ClinicRow
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.service_views import FeedbackRow, IroRow, MeetingRow, PlanRow, StandardRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.forms.about.iro import AddIroForm, another_iro
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Questions
from iro_desktop.ui.forms.leave_form import LeaveForm
from iro_desktop.ui.forms.service.clinics import add_to_clinics, change_clinic, change_clinic_action, clinic_action_done
from iro_desktop.ui.forms.service.feedback import change_feedback, consent, record_feedback
from iro_desktop.ui.forms.service.iros import change_iro, leaves_post
from iro_desktop.ui.forms.service.meetings import record_meeting
from iro_desktop.ui.forms.service.passport import AboutIroForm, ChoosePicture, choose_picture
from iro_desktop.ui.forms.service.plan import add_action, change_action, progress
from iro_desktop.ui.forms.service.standards import add_standard, change_standard, sign_off
from iro_desktop.ui.pages.service import ServicePage
from iro_desktop.ui.pages.service_parts import CLINICS, FEEDBACK, MEETINGS, PLAN, STANDARDS, TEAM
from iro_desktop.ui.places import Work

_SUBJECT = "service"  # of drafts, before the part, the deed and the row
_NO_IRO = "No IRO stands here yet. Nothing was changed. Ctrl+Shift+N adds one."
_ADD, _CHANGE, _DONE, _END = "add", "change", "done", "end"


class ServiceForm(AskForm):
    """It is about no child."""

    def whose(self) -> str:
        """Nobody."""
        return ""


class ServiceDeeds(QObject):
    """Acts on the chosen row of the page; the window's own commands ask for them."""

    place_wanted = Signal()  # go to the page: a form of it is opened again

    def __init__(self, deeds: Deeds, page: Callable[[], ServicePage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._page = deeds, page
        self.choose_picture: ChoosePicture = choose_picture
        self.works = {
            Command.ADD_FACT: Work(self.add, lambda: True),
            Command.CHANGE_RECORD: Work(self.change, lambda: self._asks(_CHANGE) is not None),
            Command.DONE: Work(self.done, lambda: self._asks(_DONE) is not None),
            Command.END_FACT: Work(self.end, self._can_end),
            Command.LEAVE: Work(self.leave, lambda: bool(self._deeds.desk.iros_in_post())),
        }

    def add(self) -> None:
        """What the list that is shown holds; a meeting that is missing is proposed."""
        if self._page().number == TEAM:
            desk = self._deeds.desk
            self._deeds.form_wanted.emit(AddIroForm(another_iro(), desk.typed_date, self._deeds.save))
        else:
            self._ask(_ADD)

    def change(self) -> None:
        """Change the chosen row."""
        self._ask(_CHANGE)

    def done(self) -> None:
        """Supervised, recorded, signed off, agreed to, got on with."""
        self._ask(_DONE)

    def end(self) -> None:
        """Take the chosen row away; an IRO leaves the post."""
        if self._asks(_END) is not None:
            self._ask(_END)
        elif (act := self._removal()) is not None:
            self._deeds.take_away(act)

    def leave(self) -> None:
        """Days away, of the IRO that is chosen."""
        row = self._page().current()
        form = LeaveForm(self._deeds.desk, self._deeds.save)
        form.iro.setCurrentIndex(max(0, form.iro.findData(row.name if isinstance(row, IroRow) else "")))
        self._deeds.form_wanted.emit(form)

    def about_iro(self) -> None:
        """Words and picture for the passport: of the chosen IRO, or of the one whose children are shown."""
        row, desk = self._page().current() if self._page().isVisible() else None, self._deeds.desk
        name = row.name if isinstance(row, IroRow) else desk.whose() or next(iter(desk.iros()), "")
        if not name:
            self._deeds.went_wrong.emit(_NO_IRO)
            return
        about = self._deeds.attempt(lambda: desk.about_iro(name))
        if about is not None:
            self._deeds.form_wanted.emit(AboutIroForm(self._deeds, about, self.choose_picture))

    def likely(self) -> None:
        """What Enter does: record what is missing, else change; a meeting that was held is only looked at."""
        row = self._page().current()
        if isinstance(row, MeetingRow):
            if row.is_missing:
                self.add()
        elif isinstance(row, ActionRow) and row.done_on is None:
            self.done()
        elif row is not None:
            self.change()

    def open_again(self, of: DraftOf) -> bool:
        """Go to the row, and open the form of it that holds what was typed; False where it is none of these."""
        parts = of.subject.split("/", 3)
        if len(parts) != 4 or parts[0] != _SUBJECT:
            return False
        self.place_wanted.emit()
        _, number, deed, key = parts
        self._page().show_part(int(number), key)
        return self._ask(deed)

    def _can_end(self) -> bool:
        return self._asks(_END) is not None or self._removal() is not None

    def _ask(self, deed: str) -> bool:
        """Open that form about the chosen row; whether there is one."""
        questions = self._asks(deed)
        if questions is None:
            return False
        form = ServiceForm(questions, self._deeds.desk.typed_date, self._deeds.save)
        row = self._page().current()
        form.subject = f"{_SUBJECT}/{self._page().number}/{deed}/{row.key if row is not None else ''}"
        self._deeds.form_wanted.emit(form)
        return True

    def _asks(self, deed: str) -> Questions | None:
        """What that deed asks about the chosen row; ``None``: it cannot be done with it."""
        if deed == _ADD:
            return self._adds()
        match self._page().current():
            case IroRow() as iro:
                return self._of_iro(iro, deed)
            case MeetingRow() as meeting:
                return self._meeting(meeting) if deed == _DONE and meeting.is_missing else None
            case StandardRow() as standard:
                return self._of_standard(standard, deed)
            case FeedbackRow() as said:
                asked = {_CHANGE: change_feedback, _DONE: consent}.get(deed)
                return asked(said) if asked is not None else None
            case PlanRow() as action:
                return self._of_action(action, deed)
            case ActionRow() as agreed:
                return self._of_agreed(agreed, deed)
            case ClinicRow() as held:
                return change_clinic(held) if deed == _CHANGE else None
        return None

    def _adds(self) -> Questions | None:
        row, today, view = self._page().current(), self._deeds.desk.today_on, self._page().view
        number = self._page().number
        if number == MEETINGS:
            return self._meeting(row if isinstance(row, MeetingRow) and row.is_missing else None)
        if number == PLAN and view is not None:
            year = view.plan.year
            proposed = row.year if isinstance(row, PlanRow) and abs(row.year - year) <= 1 else year
            return add_action(year, proposed)
        if number == CLINICS:
            at = row if isinstance(row, ActionRow | ClinicRow) else None
            return add_to_clinics(self._deeds.desk.iros_in_post(), at, self._deeds.desk.whose() or "", today)
        return add_standard() if number == STANDARDS else record_feedback(today) if number == FEEDBACK else None

    def _meeting(self, missing: MeetingRow | None, supervised: str = "") -> Questions:
        """A meeting to be recorded: one that is missing, supervision of somebody, or any."""
        desk, view = self._deeds.desk, self._page().view
        areas = view.meetings.areas if view is not None else ()
        what = missing.what if missing else TeamEventKind.SUPERVISION
        iro, area = (missing.iro, missing.area) if missing else (supervised, "")
        return record_meeting(desk.iros_in_post(), areas, desk.today_on, what, iro, area)

    def _of_iro(self, row: IroRow, deed: str) -> Questions | None:
        if deed == _CHANGE:
            return change_iro(row)
        if row.has_left:
            return None
        return self._meeting(None, row.name) if deed == _DONE else leaves_post(row)

    def _of_standard(self, row: StandardRow, deed: str) -> Questions | None:
        asked = {_CHANGE: change_standard, _DONE: sign_off}.get(deed)
        return asked(row, self._deeds.desk.today_on) if asked is not None else None

    def _of_action(self, row: PlanRow, deed: str) -> Questions | None:
        if deed == _CHANGE:
            return change_action(row)
        return progress(row, self._deeds.desk.today_on) if deed == _DONE else None

    def _of_agreed(self, row: ActionRow, deed: str) -> Questions | None:
        if deed == _CHANGE:
            return change_clinic_action(row)
        return clinic_action_done(row, self._deeds.desk.today_on) if deed == _DONE else None

    def _removal(self) -> Act | None:
        row = self._page().current()
        if isinstance(row, MeetingRow) and row.on is not None:
            return RemoveTeamEvent(what=row.what, on=row.on, iro=row.iro or None, area=row.area or None)
        if isinstance(row, StandardRow):
            return RemoveStandard(name=row.name)
        if isinstance(row, FeedbackRow):
            return RemoveFeedback(number=row.number)
        if isinstance(row, PlanRow):
            return RemovePlanAction(year=row.year, number=row.number)
        if isinstance(row, ActionRow):
            return RemoveClinicAction(iro=row.iro, held_on=row.held_on, number=row.number)
        if isinstance(row, ClinicRow):
            return RemoveClinic(iro=row.iro, held_on=row.held_on)
        return None
