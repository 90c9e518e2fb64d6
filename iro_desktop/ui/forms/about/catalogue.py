"""Which command opens which small form, and when it can be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.errors import UserError
from iro_desktop.rules.recommendations import DUE
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView, DeadlineRow
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.about.alerts import alert_step, raise_alert
from iro_desktop.ui.forms.about.allocate import allocate
from iro_desktop.ui.forms.about.around import about_somebody, somebody
from iro_desktop.ui.forms.about.bookings import cancel_booking, change_booking
from iro_desktop.ui.forms.about.by_hand import set_date
from iro_desktop.ui.forms.about.care import change_of_care
from iro_desktop.ui.forms.about.care_history import care_history
from iro_desktop.ui.forms.about.facts import add_fact, early_review, end_fact
from iro_desktop.ui.forms.about.footprint import significant_event, skip_mid_point
from iro_desktop.ui.forms.about.hearing import heard_child, wishes_of
from iro_desktop.ui.forms.about.reviews import adjourn, complete, sitting
from iro_desktop.ui.forms.about.sent import sent_back
from iro_desktop.ui.forms.about.siblings import sibling_group
from iro_desktop.ui.forms.about.split import sibling_split
from iro_desktop.ui.forms.asked import Questions


@dataclass(frozen=True, slots=True)
class Asking:
    """What a form may know: the desk, the child and the deadline in hand."""

    desk: Desk
    view: ChildView
    row: DeadlineRow | None
    whom: str = ""  # somebody around the child, where one is meant

    @property
    def today(self) -> date:
        """The desk's day."""
        return self.desk.today_on


@dataclass(frozen=True, slots=True)
class SmallForm:
    """What it asks, and whether it can be asked now."""

    make: Callable[[Asking], Questions | None]
    can: Callable[[ChildView, DeadlineRow | None], bool]


def _any(_view: ChildView, _row: DeadlineRow | None) -> bool:
    return True


def _split(asking: Asking) -> Questions | None:
    split = asking.desk.child_record(asking.view.child).split
    return sibling_split(asking.view, split) if split else None


def _can_set_date(_view: ChildView, row: DeadlineRow | None) -> bool:
    """The day of a recommendation is its own: it is changed there."""
    is_dated = row is not None and row.trigger_on is not None and row.due_on is not None
    return is_dated and row is not None and row.rule != DUE.id


def _set_date(asking: Asking) -> Questions | None:
    row = asking.row
    return set_date(asking.view, row, row.trigger_on) if row and row.trigger_on else None


def _about_somebody(asking: Asking) -> Questions:
    people = asking.desk.people(asking.view.child)
    if not people.people:
        raise UserError("Nobody around this child is entered yet. Nothing was changed. I enters somebody.")
    return about_somebody(asking.view, people, asking.today, asking.whom)


def _sent_back(asking: Asking) -> Questions:
    people = asking.desk.people(asking.view.child)
    if not people.sendings:
        raise UserError("Nothing is recorded as sent for this child. Nothing was changed. U records it.")
    return sent_back(asking.view, people, asking.today, asking.whom)


FORMS: Mapping[Command, SmallForm] = {
    Command.ADD_FACT: SmallForm(lambda one: add_fact(one.view), _any),
    Command.END_FACT: SmallForm(lambda one: end_fact(one.view, one.today), lambda view, _row: bool(view.circumstances)),
    Command.CHANGE_BOOKING: SmallForm(
        lambda one: change_booking(one.view), lambda view, _row: view.booked_on is not None
    ),
    Command.CANCEL_BOOKING: SmallForm(
        lambda one: cancel_booking(one.view, one.today), lambda view, _row: view.booked_on is not None
    ),
    Command.EARLY_REVIEW: SmallForm(lambda one: early_review(one.view), _any),
    Command.CARE_HISTORY: SmallForm(
        lambda one: care_history(one.view, one.desk.child_record(one.view.child), one.today), _any
    ),
    Command.ALLOCATE: SmallForm(
        lambda one: allocate(one.view, one.desk.child_record(one.view.child), one.desk.iros_in_post(), one.today), _any
    ),
    Command.SPLIT: SmallForm(_split, lambda view, _row: bool(view.siblings)),
    Command.CHANGE_CARE: SmallForm(lambda one: change_of_care(one.view), _any),
    Command.SET_DATE: SmallForm(_set_date, _can_set_date),
    Command.ADJOURN: SmallForm(
        lambda one: adjourn(one.view), lambda view, _row: any(one.can_adjourn for one in view.held)
    ),
    Command.SITTING: SmallForm(
        lambda one: sitting(one.view, one.today), lambda view, _row: any(one.is_open for one in view.held)
    ),
    Command.COMPLETE: SmallForm(
        lambda one: complete(one.view, one.today), lambda view, _row: any(one.is_open for one in view.held)
    ),
    Command.RAISE_ALERT: SmallForm(lambda one: raise_alert(one.view, one.today), _any),
    Command.ALERT_STEP: SmallForm(lambda one: alert_step(one.view, one.today), lambda view, _row: bool(view.alerts)),
    Command.EVENT: SmallForm(lambda one: significant_event(one.view, one.today), _any),
    Command.SKIP_MID_POINT: SmallForm(
        lambda one: skip_mid_point(one.view, one.today),
        lambda view, _row: view.mid_point_after is not None and not view.mid_point_left_out,
    ),
    Command.SIBLINGS: SmallForm(
        lambda one: sibling_group(one.view, one.desk.plan_siblings(one.view.child), one.today), _any
    ),
    Command.PERSON: SmallForm(lambda one: somebody(one.view), _any),
    Command.ABOUT_PERSON: SmallForm(_about_somebody, _any),
    Command.TALK: SmallForm(lambda one: heard_child(one.view, one.desk.people(one.view.child), one.today), _any),
    Command.WISHES: SmallForm(lambda one: wishes_of(one.view, one.desk.people(one.view.child), one.today), _any),
    Command.SENT_BACK: SmallForm(_sent_back, _any),
}
