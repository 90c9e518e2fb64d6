"""What screen readers, keyboards and large text need, on every screen and form."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from iro_desktop.domain.acts import (
    AddBankHoliday,
    AdjournReview,
    FreezeFigures,
    OverrideDeadline,
    RaiseAlert,
    RecordCircumstance,
    RecordPublished,
)
from iro_desktop.domain.vocabulary import AlertKind, AlertStage, CircumstanceKind, ServiceList, Task
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.about.alerts import PAUSED, RESOLVED
from iro_desktop.ui.forms.about.catalogue import FORMS
from iro_desktop.ui.forms.add_child import AddChildForm
from iro_desktop.ui.forms.contact_form import ContactForm
from iro_desktop.ui.forms.figure_forms import PublishedForm
from iro_desktop.ui.forms.merge_form import MergeForm
from iro_desktop.ui.forms.mid_point import MidPoint
from iro_desktop.ui.forms.move import Move
from iro_desktop.ui.forms.raise_alert import RaiseAlertForm
from iro_desktop.ui.forms.setting_form import SettingForm
from iro_desktop.ui.forms.summary_form import SummaryForm
from iro_desktop.ui.frame import room_of
from iro_desktop.ui.pages.challenge.page import CONSULTATIONS, COUNTS, LIST
from iro_desktop.ui.pages.child.alerts import Alerts
from iro_desktop.ui.pages.child.footprint import Footprint
from iro_desktop.ui.pages.child.on_record import OnRecord
from iro_desktop.ui.pages.child.reviews import Reviews
from iro_desktop.ui.pages.timescales_models import CHOICES_PART, HOLIDAYS_PART, LEAVE_PART
from iro_desktop.ui.shell import Shell
from iro_desktop.ui.theme import Scheme, theme_of
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.choices import DropDown
from iro_desktop.ui.widgets.scroller import Scroller
from tests.ui.conftest import Keyboard
from tests.ui.document_screens import DOCUMENT_SCREENS
from tests.ui.fake_challenge import FakeChallenge
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_people import TODAY, FakeChild, plus_working_days
from tests.ui.handles import app, fake_of, review_form, window_of

OpenShell = Callable[..., Shell]
SERVICE_LISTS = ("team", "meetings", "standards", "feedback", "plan", "clinics")


def go_caseload(shell: Shell) -> None:
    shell.go_caseload()


def go_caseload_child(shell: Shell) -> None:
    shell.go_caseload()
    shell.open_child()


def go_nothing_matches(shell: Shell) -> None:
    shell.go_caseload()
    shell.caseload.filter.setText("zzz")
    shell.refresh()


def go_problems(shell: Shell) -> None:
    shell.deeds.record()
    review_form(shell).try_save()


def go_book(shell: Shell) -> None:
    free = next(child for child in fake_of(shell).children.values() if child.booked_on is None)
    shell.select(free.id)
    shell.deeds.book()


def go_move(shell: Shell) -> None:
    booked = next(child for child in fake_of(shell).children.values() if child.booked_on is not None)
    shell.select(booked.id)
    shell.deeds.move()


def go_done_on(shell: Shell) -> None:
    busy = next(child for child in fake_of(shell).children.values() if child.tasks)
    shell.select(busy.id, f"{busy.id}/{busy.tasks[0].task.value}")
    shell.deeds.done_on()


def go_timescales(shell: Shell) -> None:
    shell.go_timescales()


def go_choices(shell: Shell) -> None:
    shell.go_timescales()
    shell.timescales.show_part(CHOICES_PART)


def go_timescale(shell: Shell) -> None:
    shell.go_timescales()
    shell.timescales.opened.emit()


def go_limit(shell: Shell) -> None:
    shell.go_timescales()
    shell.timescales.table.choose_row(shell.timescales.table.facts.rowCount() // 2)
    shell.timescale_deeds.change()
    form = shell.side.form
    assert isinstance(form, SettingForm)
    form.other.setText("2 working days")
    form.look_now()


def go_setting(shell: Shell) -> None:
    go_choices(shell)
    shell.timescale_deeds.change()


def go_holiday(shell: Shell) -> None:
    shell.go_timescales()
    shell.timescales.show_part(HOLIDAYS_PART)
    shell.timescale_deeds.add()


def go_holiday_away(shell: Shell) -> None:
    fake_of(shell).act(AddBankHoliday(on=plus_working_days(TODAY, 30), name="As proclaimed"))
    shell.go_timescales()
    shell.timescales.show_part(HOLIDAYS_PART)
    rows = shell.timescales.models[HOLIDAYS_PART].rows
    shell.timescales.table.choose_row(next(number for number, row in enumerate(rows) if row.is_added))
    shell.timescale_deeds.take_away()


def go_annual_report(shell: Shell) -> None:
    shell.go(Command.ANNUAL_REPORT)


def go_report_section(shell: Shell) -> None:
    shell.go(Command.ANNUAL_REPORT)
    shell.report.show_section(shell.report.chosen_year(), "reviews")


def go_publish_report(shell: Shell) -> None:
    shell.report_deeds.publish()


def go_leave(shell: Shell) -> None:
    shell.deeds.leave()


def go_no_leave(shell: Shell) -> None:
    shell.go_timescales()
    shell.timescales.show_part(LEAVE_PART)
    shell.timescale_deeds.take_away()


def go_saved(shell: Shell) -> None:
    busy = next(child for child in fake_of(shell).children.values() if child.tasks)
    shell.select(busy.id, f"{busy.id}/{busy.tasks[0].task.value}")
    shell.deeds.done()


def with_siblings(shell: Shell) -> FakeChild:
    """A booked child with brothers or sisters, in hand."""
    desk = fake_of(shell)
    child = next(
        one for one in desk.children.values() if one.booked_on and one.booked_on > TODAY and desk.child(one.id).siblings
    )
    shell.select(child.id)
    return child


def go_what_if(shell: Shell) -> None:
    with_siblings(shell)
    shell.deeds.move()
    assert isinstance(shell.side.form, Move)
    shell.side.form.day.set_day(plus_working_days(TODAY, 12))
    settle()
    for check in shell.side.form.findChildren(Check):
        check.setChecked(True)
    settle()


def go_what_if_end(shell: Shell) -> None:
    """The same, scrolled to what follows."""
    go_what_if(shell)
    assert isinstance(shell.side.form, Move)
    bar = shell.side.form.findChildren(Scroller)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()


def go_together(shell: Shell) -> None:
    with_siblings(shell)
    shell.open_child()
    settle()
    shell.side.panel.ensureWidgetVisible(shell.side.panel.so, 0, 12)


def go_by_hand(shell: Shell) -> None:
    desk = fake_of(shell)
    busy = next(one for one in desk.children.values() if one.tasks and one.booked_on and one.booked_on > TODAY)
    task = busy.tasks[0]
    reason = "Agreed with the team manager while the interpreter is away"
    by_hand = OverrideDeadline(
        child=busy.id,
        rule=task.task.value,
        trigger_on=task.review_on or TODAY,
        due_on=plus_working_days(TODAY, 3),
        reason=reason,
    )
    desk.act(by_hand)
    desk.act(RecordCircumstance(child=busy.id, what=CircumstanceKind.HEARING, from_on=TODAY))
    shell.select(busy.id, f"{busy.id}/{task.task.value}")
    shell.open_child()


def asks(command: Command) -> Callable[[Shell], None]:
    """Opens that small form about a child with everything in hand."""

    def go(shell: Shell) -> None:
        child = with_siblings(shell)
        desk = fake_of(shell)
        for act in (
            RaiseAlert(child=child.id, raised_on=TODAY),
            RecordCircumstance(child=child.id, what=CircumstanceKind.CARE_LEAVER, from_on=TODAY),
        ):
            desk.act(act)
        if command in {Command.SITTING, Command.COMPLETE} and child.last_on:
            desk.act(AdjournReview(child=child.id, held_on=child.last_on))
        shell.select(child.id)
        shell.deeds.ask(command)

    return go


def go_no_leavers(shell: Shell) -> None:
    shell.go(Command.LEAVERS)
    shell.leavers.bands.setCurrentIndex(3)


def go_leaving(shell: Shell) -> None:
    shell.go(Command.LEAVERS)
    shell.leavers.list.choose_row(0)
    shell.leavers.opened.emit()


def go_diary(shell: Shell) -> None:
    shell.go(Command.DIARY)


def go_week(shell: Shell) -> None:
    go_diary(shell)
    shell.diary.show_as(1)


def go_agenda(shell: Shell) -> None:
    go_diary(shell)
    shell.diary.show_as(2)


def go_keep_time(shell: Shell) -> None:
    go_diary(shell)
    shell.diary_deeds.keep_time()


def go_calendar(shell: Shell) -> None:
    go_diary(shell)
    shell.diary_deeds.export()


def go_bookings(shell: Shell) -> None:
    """The ledger of a child whose review was moved."""
    with_siblings(shell)
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part("Bookings")


def go_carrying(shell: Shell) -> None:
    """A booked review is on its way to another day."""
    go_diary(shell)
    page = shell.diary
    booked = next(row for row in page.rows() if row.can_move and row.on > TODAY)
    page.take(booked.id)
    page.lift()
    page.go_to(plus_working_days(booked.on, 3))
    settle()


def go_put_aside(shell: Shell) -> None:
    """A half-filled form was left: the note says how to go on."""
    go_book(shell)
    assert shell.side.form is not None
    shell.side.form.findChildren(QLineEdit)[-1].setText("Town hall")
    shell.forms.cancel()


def go_given_back(shell: Shell) -> None:
    go_put_aside(shell)
    go_book(shell)


def go_review_form(command: Command) -> Callable[[Shell], None]:
    """A form about a review that is recorded."""

    def go(shell: Shell) -> None:
        held = next(child for child in fake_of(shell).children.values() if child.last_on)
        shell.select(held.id)
        window_of(shell).actions_by_command[command].trigger()

    return go


def go_who_was_there(shell: Shell) -> None:
    """Some came, one sent apologies, and the other roles are called up."""
    shell.deeds.record()
    form = review_form(shell)
    form.who_came.mark_all()
    form.who_came.ticks[1].nextCheckState()
    form.who_came.show_others()
    form.who_came.ticks[0].setFocus()


def go_more(shell: Shell) -> None:
    shell.deeds.record()
    form = review_form(shell)
    form.method.button(1).setChecked(True)
    form.more.switch.click()


def go_summary(shell: Shell) -> None:
    shell.go_caseload()
    window_of(shell).actions_by_command[Command.EXPORT].trigger()


def go_summary_names(shell: Shell) -> None:
    go_summary(shell)
    form = shell.side.form
    assert isinstance(form, SummaryForm)
    form.names.setChecked(True)
    form.path.setText("summary.pdf")
    form.try_save()


def go_keep_view(shell: Shell) -> None:
    shell.go_caseload()
    shell.caseload.look("foster", "slack", is_turned=True)
    shell.refresh()
    window_of(shell).actions_by_command[Command.KEEP_VIEW].trigger()


def go_place_form(place: Command, command: Command | None = None) -> Callable[[Shell], None]:
    """A place, with a form about what is chosen there."""

    def go(shell: Shell) -> None:
        shell.go(place)
        if command is not None:
            window_of(shell).actions_by_command[command].trigger()

    return go


def go_ended_carers(shell: Shell) -> None:
    shell.go(Command.FOSTER_CARERS)
    shell.carers.turn_ended()


def go_child_fostered(shell: Shell) -> None:
    """The child's own part, opened from the list."""
    shell.go(Command.PRIVATE_FOSTERING)
    shell.fostering.open_wanted.emit()


def go_footprint(shell: Shell) -> None:
    shell.go(Command.FOOTPRINT)


def go_footprint_list(shell: Shell) -> None:
    go_footprint(shell)
    shell.footprints.views.setCurrentIndex(1)


def go_child_footprint(shell: Shell) -> None:
    """Of a child with much on the strip."""
    desk = fake_of(shell)
    most = max(desk.children, key=lambda child: len(desk.footprint(child).marks))
    shell.select(most)
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part(Footprint.title)


def go_no_footprint(shell: Shell) -> None:
    desk = fake_of(shell)
    least = min(desk.children, key=lambda child: len(desk.footprint(child).marks))
    for mark in desk.footprint(least).marks:
        if mark.remove is not None:
            desk.act(mark.remove)
    shell.select(least)
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part(Footprint.title)


def of_a_mid_point(shell: Shell) -> None:
    desk = fake_of(shell)
    shell.select(next(child for child in desk.children if desk.mid_point(child)))


def go_mid_point(shell: Shell) -> None:
    of_a_mid_point(shell)
    shell.deeds.mid_point()


def go_mid_point_unsaid(shell: Shell) -> None:
    go_mid_point(shell)
    form = shell.side.form
    assert isinstance(form, MidPoint)
    next(iter(form.lines.values())).choose(2)
    form.try_save()


def go_contact(shell: Shell) -> None:
    of_a_mid_point(shell)
    shell.deeds.contact()
    form = shell.side.form
    assert isinstance(form, ContactForm)
    form.kinds.button(5).setChecked(True)


def go_part(title: str) -> Callable[[Shell], None]:
    """That part of a child's page."""

    def go(shell: Shell) -> None:
        with_siblings(shell)
        shell.go(Command.CHILD_PAGE)
        shell.child_page.show_part(title)
        shell.child_page.focus_list()

    return go


def go_nothing_prepared(shell: Shell) -> None:
    """Nothing is booked, and nobody is around the child."""
    desk = fake_of(shell)
    shell.select(next(one for one in desk.children if one.endswith("4")))
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part("Prepare")


def go_sent(shell: Shell) -> None:
    with_siblings(shell)
    shell.deeds.send()


def go_copy(shell: Shell) -> None:
    """A text for somebody who must not have it as it is."""
    child = with_siblings(shell)
    shell.deeds.whom = next(one.person for one in shell.desk.people(child.id).people if one.restrictions)
    shell.deeds.copy_invitation()


def go_on_record(shell: Shell) -> None:
    with_siblings(shell)
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part("On record")


def go_line(shell: Shell) -> None:
    """A birth date being changed where it stands, and refused."""
    go_on_record(shell)
    part = shell.child_page.section
    assert isinstance(part, OnRecord)
    part.fields.open_line(3)
    assert part.fields.editor is not None
    part.fields.editor.fill("sometime in spring")
    part.fields.save_line()


def go_add_child(shell: Shell) -> None:
    """One who is here already."""
    shell.child_deeds.add()
    form = shell.side.form
    assert isinstance(form, AddChildForm)
    known = next(iter(fake_of(shell).children.values()))
    form.council_id.setText(known.id.lower())
    form.born.setText("May 2015")


def go_change_record(shell: Shell) -> None:
    with_siblings(shell)
    shell.child_deeds.change()


def go_merge(shell: Shell) -> None:
    child = with_siblings(shell)
    shell.child_deeds.merge()
    form = shell.side.form
    assert isinstance(form, MergeForm)
    other = next(one for one in fake_of(shell).children.values() if one.id != child.id)
    fake_of(shell).children[other.id] = replace(other, since=child.since)
    form.other.set_child(other.id, f"{other.given} {other.family}")
    form.other.changed.emit()


def go_same_for(shell: Shell) -> None:
    with_siblings(shell)
    shell.deeds.record()
    form = review_form(shell)
    form.took_part.take(1)
    form.same_for_all()


def go_reviews(shell: Shell) -> None:
    child = next(one for one in fake_of(shell).children.values() if one.last_on and (one.number or 0) > 1 and one.tasks)
    shell.select(child.id)
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part(Reviews.title)
    shell.child_page.focus_list()


def go_recommendation(shell: Shell) -> None:
    go_reviews(shell)
    shell.review_deeds.recommend()


def go_recommendation_change(shell: Shell) -> None:
    go_reviews(shell)
    shell.review_deeds.change()


def go_outcome(shell: Shell) -> None:
    go_reviews(shell)
    shell.review_deeds.outcome()


def go_drafted_alert(shell: Shell) -> None:
    go_reviews(shell)
    shell.challenge.deeds.raise_alert()


def go_record(shell: Shell) -> None:
    children = fake_of(shell).children.values()
    child = next(one for one in children if any(task.task is Task.MINUTES for task in one.tasks))
    shell.select(child.id, f"{child.id}/{Task.MINUTES.value}")
    shell.write_record()


def go_record_typed(shell: Shell) -> None:
    go_record(shell)
    shell.record_place.page.cards[2].box.setPlainText("Teeth were seen to in May.\nEyes are due in the autumn.")


def go_letter(shell: Shell) -> None:
    children = fake_of(shell).children.values()
    child = next(one for one in children if any(task.task is Task.LETTER for task in one.tasks))
    shell.select(child.id, f"{child.id}/{Task.LETTER.value}")
    shell.write_letter()


def go_letter_marks(shell: Shell) -> None:
    go_letter(shell)
    shell.letter.box.setPlainText(
        "Hi,\n\nQuentin and Zelda were at the placement. The PEP and the statutory contact were talked about by all of "
        "the people who had come to the meeting that day, and there were a good many of them.\n\nFrom me"
    )
    shell.letter.read_over()


def go_about_iro(shell: Shell) -> None:
    shell.service_deeds.about_iro()


def go_performance(shell: Shell) -> None:
    shell.go(Command.PERFORMANCE)


def go_figure(part: int, measure: str = "timeliness.held") -> Callable[[Shell], None]:
    """That part of a figure that was opened."""

    def go(shell: Shell) -> None:
        go_performance(shell)
        shell.performance.open_measure(measure)
        shell.performance.measure_parts.setCurrentIndex(part)
        shell.performance.focus_list()

    return go


def go_figure_rows(shell: Shell) -> None:
    """The rows of the last month alone."""
    go_figure(0)(shell)
    shell.performance.measure.trend.chart.mark_opened.emit(11)


def go_performance_command(command: Command) -> Callable[[Shell], None]:
    def go(shell: Shell) -> None:
        window_of(shell).actions_by_command[command].trigger()

    return go


def keep_some(shell: Shell) -> None:
    desk = fake_of(shell)
    first, last = date(2024, 4, 1), date(2025, 3, 31)
    desk.act(FreezeFigures(name="Annual report 2025/26", from_on=date(2025, 4, 1), to_on=date(2026, 3, 31)))
    for measure, value, met, of in (("timeliness.held", 94, 1033, 1233), ("attendance", 43.1, 431, 1000)):
        desk.act(
            RecordPublished(
                name="2024/25 as published",
                from_on=first,
                to_on=last,
                measure=measure,
                value=value,
                numerator=met,
                denominator=of,
            )
        )


def go_kept(opens: int | None = None, *, rows: bool = False) -> Callable[[Shell], None]:
    """The kept sets; one of them beside today; the rows that make a difference."""

    def go(shell: Shell) -> None:
        keep_some(shell)
        go_performance(shell)
        shell.performance.parts.setCurrentIndex(1)
        kept = shell.performance.kept
        if opens is not None:
            kept.tables[0].row_opened.emit(kept.sets.index(opens, 0))
        if rows:
            kept.tables[1].row_opened.emit(kept.figures.index(0, 0))
        shell.performance.focus_list()

    return go


def go_nothing_kept(shell: Shell) -> None:
    go_performance(shell)
    shell.performance.parts.setCurrentIndex(1)


def go_published(shell: Shell) -> None:
    """A figure that cannot be right."""
    go_performance(shell)
    window_of(shell).actions_by_command[Command.PUBLISHED].trigger()
    form = shell.side.form
    assert isinstance(form, PublishedForm)
    form.value.setText("94")
    form.numerator.setText("1,033")
    form.denominator.setText("1,233")
    form.look_again()


def go_write_ups(shell: Shell) -> None:
    shell.go(Command.WRITE_UPS)
    shell.write_ups.list.choose_row(0)


def go_service(part: int, row: int = 0, deed: str = "") -> Callable[[Shell], None]:
    """That list of the service's records, with a row chosen, and the form of a deed open."""

    def go(shell: Shell) -> None:
        shell.go_service()
        shell.service.show_part(part)
        shell.service.table.choose_row(row)
        if deed:
            getattr(shell.service_deeds, deed)()

    return go


def go_clinic(part: int) -> Callable[[Shell], None]:
    """That part of the clinic of the IRO who is shown."""

    def go(shell: Shell) -> None:
        shell.go(Command.CLINIC)
        shell.clinic.parts.setCurrentIndex(part)
        shell.clinic.focus_list()

    return go


def go_no_service(shell: Shell) -> None:
    """Nothing is recorded yet."""
    desk = fake_of(shell)
    desk.records = type(desk.records)()
    shell.go_service()
    shell.service.show_part(3)


def go_view(number: int) -> Callable[[Shell], None]:
    """That view of Challenge."""

    def go(shell: Shell) -> None:
        shell.go(Command.CHALLENGE)
        shell.challenge.page.views.setCurrentIndex(number)
        shell.challenge.page.focus_list()

    return go


def go_no_alerts(shell: Shell) -> None:
    fake_of(shell).raised = FakeChallenge()
    shell.go(Command.CHALLENGE)


def go_narrowed(shell: Shell) -> None:
    """The alerts that make a line of a count."""
    go_view(COUNTS)(shell)
    shell.challenge.page.narrow_to(shell.challenge.page.counts.model.rows[0])


def go_returns(shell: Shell) -> None:
    """The consultation forms of one agency."""
    go_view(CONSULTATIONS)(shell)
    part = shell.challenge.page.consultations
    part.agency_list.row_opened.emit(part.agency_list.currentIndex())


def go_alert(stage: AlertStage, *, is_open: bool = True) -> Callable[[Shell], None]:
    """An alert in full, at that stage."""

    def go(shell: Shell) -> None:
        cards = shell.desk.challenge().alerts
        shell.go(Command.CHALLENGE)
        shell.challenge.open(next(one for one in cards if one.stage is stage and one.is_open is is_open))

    return go


def go_raise(kind: AlertKind) -> Callable[[Shell], None]:
    """An alert of that kind being raised."""

    def go(shell: Shell) -> None:
        with_siblings(shell)
        shell.challenge.deeds.raise_alert()
        form = shell.side.form
        assert isinstance(form, RaiseAlertForm)
        what = form.fields["what"].widget
        assert isinstance(what, DropDown)
        what.setCurrentIndex(what.findData(kind.value))

    return go


def go_alert_step(what: str) -> Callable[[Shell], None]:
    """What became of the alert that is the most pressing."""

    def go(shell: Shell) -> None:
        go_alert(AlertStage.FORMAL)(shell)
        shell.challenge.deeds.step()
        form = shell.side.form
        assert form is not None
        box = form.fields["what"].widget
        assert isinstance(box, DropDown)
        box.setCurrentIndex(box.findData(what))

    return go


def go_alert_change(shell: Shell) -> None:
    go_alert(AlertStage.INFORMAL, is_open=False)(shell)
    shell.challenge.deeds.change(lambda: None)


def go_child_alerts(shell: Shell) -> None:
    shell.select(next(one.child for one in shell.desk.advice()))
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part(Alerts.title)
    shell.child_page.focus_list()


def go_no_child_alerts(shell: Shell) -> None:
    shell.select(next(child for child in fake_of(shell).children if not shell.desk.alerts_of(child)))
    shell.go(Command.CHILD_PAGE)
    shell.child_page.show_part(Alerts.title)


def go_legal_advice(shell: Shell) -> None:
    go_child_alerts(shell)
    shell.challenge.deeds.legal_advice()


def go_list_change(shell: Shell) -> None:
    shell.go(Command.LISTS)
    lists = shell.challenge.lists
    lists.change(lists.page.which, lists.page.model.rows[0])


SCREENS: dict[str, Callable[[Shell], None]] = {
    "annual-report": go_annual_report,
    "annual-report-section": go_report_section,
    "annual-report-publish": go_publish_report,
    "today": lambda shell: None,
    "child": lambda shell: shell.open_child(),
    "caseload": go_caseload,
    "caseload-child": go_caseload_child,
    "nothing-matches": go_nothing_matches,
    "record": lambda shell: shell.deeds.record(),
    "problems": go_problems,
    "book": go_book,
    "move": go_move,
    "done-on": go_done_on,
    "saved": go_saved,
    "what-if": go_what_if,
    "what-if-end": go_what_if_end,
    "together": go_together,
    "by-hand": go_by_hand,
    "record-more": go_more,
    "on-record": go_on_record,
    "on-record-line": go_line,
    "add-child": go_add_child,
    "add-iro": lambda shell: shell.child_deeds.add_iro(),
    "change-record": go_change_record,
    "merge": go_merge,
    "same-for": go_same_for,
    "record-who": go_who_was_there,
    "who-came": go_review_form(Command.WHO_CAME),
    "correct": go_review_form(Command.CORRECT),
    "put-aside": go_put_aside,
    "given-back": go_given_back,
    **{f"asks-{command.value}": asks(command) for command in FORMS},
    **DOCUMENT_SCREENS,
    "summary": go_summary,
    "summary-names": go_summary_names,
    "keep-view": go_keep_view,
    "diary": go_diary,
    "diary-week": go_week,
    "diary-list": go_agenda,
    "diary-carrying": go_carrying,
    "diary-keep-time": go_keep_time,
    "diary-calendar": go_calendar,
    "child-reviews": go_reviews,
    "recommendation": go_recommendation,
    "recommendation-change": go_recommendation_change,
    "recommendation-outcome": go_outcome,
    "alert-drafted": go_drafted_alert,
    "challenge": lambda shell: shell.go(Command.CHALLENGE),
    "challenge-list": go_view(LIST),
    "challenge-counts": go_view(COUNTS),
    "challenge-narrowed": go_narrowed,
    "challenge-consultations": go_view(CONSULTATIONS),
    "challenge-returns": go_returns,
    "challenge-none": go_no_alerts,
    "alert": go_alert(AlertStage.CAFCASS),
    "alert-paused": go_alert(AlertStage.FORMAL),
    "alert-resolved": go_alert(AlertStage.INFORMAL, is_open=False),
    "alert-praise": go_alert(AlertStage.GOOD_PRACTICE),
    "alert-raise": go_raise(AlertKind.CHALLENGE),
    "alert-raise-partner": go_raise(AlertKind.PARTNER),
    "alert-cafcass": go_alert_step(AlertStage.CAFCASS.value),
    "alert-pause": go_alert_step(PAUSED),
    "alert-resolve": go_alert_step(RESOLVED),
    "alert-change": go_alert_change,
    "child-alerts": go_child_alerts,
    "child-alerts-none": go_no_child_alerts,
    "legal-advice": go_legal_advice,
    "lists": lambda shell: shell.go(Command.LISTS),
    "lists-change": go_list_change,
    "lists-add": lambda shell: shell.challenge.lists.add(ServiceList.THEME),
    "review-record": go_record,
    "review-record-typed": go_record_typed,
    "letter": go_letter,
    "letter-marks": go_letter_marks,
    "about-iro": go_about_iro,
    "write-ups": go_write_ups,
    "child-bookings": go_bookings,
    "leavers": lambda shell: shell.go(Command.LEAVERS),
    "leavers-nobody": go_no_leavers,
    "leaving": go_leaving,
    "private-fostering": go_place_form(Command.PRIVATE_FOSTERING),
    "private-fostering-child": go_child_fostered,
    "new-arrangement": go_place_form(Command.PRIVATE_FOSTERING, Command.NEW_ARRANGEMENT),
    "change-arrangement": go_place_form(Command.PRIVATE_FOSTERING, Command.CHANGE_ARRANGEMENT),
    "suitability": go_place_form(Command.PRIVATE_FOSTERING, Command.SUITABILITY),
    "end-arrangement": go_place_form(Command.PRIVATE_FOSTERING, Command.END_ARRANGEMENT),
    "fostering-done": go_place_form(Command.PRIVATE_FOSTERING, Command.FOSTERING_DONE),
    "fostering-report": go_place_form(Command.PRIVATE_FOSTERING, Command.FOSTERING_REPORT),
    "foster-carers": go_place_form(Command.FOSTER_CARERS),
    "foster-carers-ended": go_ended_carers,
    "add-carer": go_place_form(Command.FOSTER_CARERS, Command.ADD_CARER),
    "change-carer": go_place_form(Command.FOSTER_CARERS, Command.CHANGE_CARER),
    "book-carer-review": go_place_form(Command.FOSTER_CARERS, Command.BOOK_CARER_REVIEW),
    "ask-carer-review": go_place_form(Command.FOSTER_CARERS, Command.ASK_CARER_REVIEW),
    "record-carer-review": go_place_form(Command.FOSTER_CARERS, Command.RECORD_CARER_REVIEW),
    "end-carer": go_place_form(Command.FOSTER_CARERS, Command.END_CARER),
    "footprint": go_footprint,
    "footprint-list": go_footprint_list,
    "footprint-child": go_child_footprint,
    "footprint-none": go_no_footprint,
    "mid-point": go_mid_point,
    "mid-point-unsaid": go_mid_point_unsaid,
    "contact": go_contact,
    "prepare": go_part("Prepare"),
    "prepare-nothing": go_nothing_prepared,
    "people": go_part("People"),
    "sent": go_sent,
    "copy": go_copy,
    "performance": go_performance,
    "figure": go_figure(0),
    "figure-parts": go_figure(1),
    "figure-all-rows": go_figure(2),
    "figure-rows": go_figure_rows,
    "figure-days": go_performance_command(Command.FIGURE_DAYS),
    "figure-keep": go_performance_command(Command.FREEZE_FIGURES),
    "figure-print": go_performance_command(Command.PRINT_FIGURES),
    "figure-tiles": go_performance_command(Command.CHOOSE_TILES),
    "figure-compare": go_performance_command(Command.COMPARE_IROS),
    "figure-hidden": go_performance_command(Command.HIDE_SMALL),
    "figure-published": go_published,
    "kept-nothing": go_nothing_kept,
    "kept": go_kept(),
    "kept-compared": go_kept(0),
    "kept-published": go_kept(1),
    "kept-rows": go_kept(0, rows=True),
    "timescales": go_timescales,
    "timescale": go_timescale,
    "choices": go_choices,
    "limit": go_limit,
    "setting": go_setting,
    "holiday": go_holiday,
    "holiday-away": go_holiday_away,
    "leave": go_leave,
    "no-leave": go_no_leave,
    **{f"service-{name}": go_service(part) for part, name in enumerate(SERVICE_LISTS)},
    "service-nothing": go_no_service,
    "service-iro": go_service(0, 0, "change"),
    "service-iro-leaves": go_service(0, 0, "end"),
    "service-supervision": go_service(0, 0, "done"),
    "service-iro-leave": go_service(0, 0, "leave"),
    "service-add-iro": go_service(0, 0, "add"),
    "service-meeting": go_service(1, 0, "add"),
    "service-standard": go_service(2, 0, "change"),
    "service-standard-new": go_service(2, 0, "add"),
    "service-sign-off": go_service(2, 0, "done"),
    "service-feedback-new": go_service(3, 0, "add"),
    "service-feedback-change": go_service(3, 0, "change"),
    "service-consent": go_service(3, 0, "done"),
    "service-action-new": go_service(4, 0, "add"),
    "service-action": go_service(4, 0, "change"),
    "service-progress": go_service(4, 0, "done"),
    "service-clinic-new": go_service(5, 0, "add"),
    "service-clinic-action": go_service(5, 0, "change"),
    "service-clinic-done": go_service(5, 0, "done"),
    **{f"clinic-{name}": go_clinic(part) for part, name in enumerate(("exceptions", "figures", "agreed"))},
}
screens = pytest.mark.parametrize("screen", list(SCREENS))


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def seen(window: QWidget) -> Iterator[QWidget]:
    """Every widget that is shown, children included."""
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def spoken(widget: QWidget) -> str:
    """The name a screen reader would say: that of the widget, or of the label that belongs to it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or interface.text(QAccessible.Text.Name)


@screens
def test_in_a_small_window_nothing_is_clipped_and_what_takes_the_focus_has_a_name_of_its_own_and_shows_it(
    open_shell: OpenShell, screen: str
) -> None:
    """One window for both, for opening each screen is what takes its time."""
    shell = check_nothing_is_clipped(open_shell, screen, (1024, 700), 100)
    window = shell.window()
    window.resize(1440, 900)
    settle()
    stops = [widget for widget in seen(window) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert not [widget for widget in stops if not spoken(widget).strip()], "without a name"
    scope = shell.side.form or shell.side.panel
    names = Counter(spoken(widget) for widget in stops if widget is scope or scope.isAncestorOf(widget))
    assert not [name for name, count in names.items() if count > 1], "the same name twice"
    unseen = [
        spoken(widget) for widget in stops if isinstance(widget, QAbstractButton | QLineEdit) and is_unseen(widget)
    ]
    assert not unseen, "no focus to be seen"


def is_unseen(widget: QWidget) -> bool:
    """Whether the widget looks the same with the focus as without."""
    if not widget.isEnabled():
        return False
    widget.clearFocus()
    without = QPixmap(widget.grab()).toImage()
    widget.setFocus()
    return bool(widget.grab().toImage() == without)


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their words."""
    found = []
    for widget in seen(window):
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            is_narrow = not widget.wordWrap() and widget.width() < widget.sizeHint().width()
            if widget.height() < needed or is_narrow:
                found.append(f"{widget.text()[:60]!r}: {widget.size()} needs {needed}, {widget.sizeHint()}")
        elif isinstance(widget, QPushButton):
            hint = widget.sizeHint()
            if widget.width() < hint.width() or widget.height() < hint.height():
                found.append(f"{widget.text()!r}: {widget.size()} needs {hint}")
    return found


@screens
def test_nothing_is_clipped_where_text_is_twice_as_large(open_shell: OpenShell, screen: str) -> None:
    check_nothing_is_clipped(open_shell, screen, (1366, 768), 200)


def check_nothing_is_clipped(open_shell: OpenShell, screen: str, size: tuple[int, int], scale: int) -> Shell:
    """Open a screen in a window of that size, with text of that scale, and look at every label and button."""
    theme_of(app()).choose(Scheme.LIGHT, scale)
    shell = open_shell(FakeDesk(60), size)
    SCREENS[screen](shell)
    settle()
    assert (shell.window().width(), shell.window().height()) == size, "the window grew past the screen"
    assert not clipped(shell.window())
    return shell


def test_every_action_is_in_the_list_of_commands(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60, iros=("Angela Marsh", "David Okafor")))
    window = window_of(shell)
    menus = {menu.menuAction() for menu in window.findChildren(QMenu)}
    actions = [action for action in window.findChildren(QAction) if action not in menus and not action.isSeparator()]
    offered = window.commands()
    assert not [action.text() for action in actions if action not in offered]
    assert set(window.actions_by_command) == set(Command)


def test_an_able_command_is_found_by_its_own_words(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    for action in window_of(shell).commands():
        if action.isEnabled():
            shell.find_box.setText(action.text())
            shell.find_box.offer_now()
            assert action in [item.payload for item in shell.find_box.box().model.items], action.text()


def test_no_two_commands_share_a_key(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(3))
    keys = Counter(key.toString() for action in window_of(shell).commands() for key in action.shortcuts())
    assert not [key for key, count in keys.items() if count > 1]
    taken = {"Alt+F4", "Alt+Tab", "Ctrl+Esc", "Ctrl+Alt+Del", "Ctrl+Alt+N", "Insert", "CapsLock"}
    assert not taken & set(keys)


def test_lists_are_one_tab_stop_and_tab_goes_on(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    keys = Keyboard(shell.window())
    keys.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not shell.today.table
    keys.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is shell.today.table


def test_targets_are_large_enough(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    shell.deeds.record()
    settle()
    buttons = [widget for widget in seen(shell.window()) if isinstance(widget, QAbstractButton)]
    assert not [spoken(widget) for widget in buttons if widget.width() < 24 or widget.height() < 24]


@pytest.mark.parametrize("count", [0, 1, 60])
def test_tables_survive_being_read_while_they_change(open_shell: OpenShell, count: int) -> None:
    QAccessible.setActive(True)
    shell = open_shell(FakeDesk(count))
    shell.go_caseload()
    for words in ("zzz", "isla", "", "a", "zzz", ""):
        shell.caseload.filter.setText(words)
        shell.refresh()
        interface = QAccessible.queryAccessibleInterface(shell.caseload.table)
        for child in range(min(interface.childCount(), 60)):
            cell = interface.child(child)
            if cell is not None:
                cell.text(QAccessible.Text.Name)
        assert shell.caseload.table.currentIndex().isValid() == bool(shell.caseload.model.rows)


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_window_changes_its_colours_live(open_shell: OpenShell, scheme: Scheme) -> None:
    shell = open_shell(FakeDesk(60))
    command = Command.DARK if scheme is Scheme.DARK else Command.LIGHT
    window_of(shell).actions_by_command[command].trigger()
    settle()
    corner = shell.window().grab().toImage().pixelColor(shell.rail.width() + 4, shell.top_bar.height() + 4)
    assert (corner.lightness() < 80) is (scheme is Scheme.DARK)
    assert window_of(shell).actions_by_command[command].isChecked()


def test_text_grows_by_its_keys(open_shell: OpenShell) -> None:
    shell = open_shell(FakeDesk(60))
    keys = Keyboard(shell.window())
    keys.control(Qt.Key.Key_Plus)
    assert theme_of(app()).text_scale == 110
    keys.control(Qt.Key.Key_0)
    assert theme_of(app()).text_scale == 100


@pytest.mark.parametrize(
    ("width", "text", "is_single", "is_slim"),
    [(1440, 13, False, False), (1366, 13, False, False), (1024, 13, False, True), (1366, 26, True, True)],
)
def test_larger_text_counts_as_a_smaller_window(width: int, text: int, is_single: bool, is_slim: bool) -> None:
    room = room_of(width, text)
    assert (room.is_single, room.is_slim) == (is_single, is_slim)
