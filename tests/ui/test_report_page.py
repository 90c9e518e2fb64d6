"""The place of the annual report: what is written and missing, writing and saving, figures that open, publishing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from iro_desktop.domain.acts import PublishReport, WriteReportSection
from iro_desktop.ui.commands import Command
from iro_desktop.ui.forms.publish_form import PublishForm
from iro_desktop.ui.pages.report.page import ReportPage
from iro_desktop.ui.shell import Shell
from tests.ui.conftest import Keyboard
from tests.ui.fake_desk import FakeDesk
from tests.ui.handles import fake_of, window_of

OpenShell = Callable[..., Shell]


def at_report(open_shell: OpenShell) -> tuple[Shell, Keyboard, ReportPage]:
    shell = open_shell(FakeDesk())
    keys = Keyboard(window_of(shell))
    keys.whole(QKeySequence("Ctrl+Shift+R"))
    return shell, keys, shell.report


def states(page: ReportPage) -> list[tuple[str, str]]:
    return [(one.key, one.state) for one in page.model.rows]


def test_it_opens_on_the_last_whole_year_and_says_how_far_each_section_is(open_shell: OpenShell):
    _, _, page = at_report(open_shell)
    assert page.chosen_year() == 2025
    assert states(page) == [
        ("introduction", "To write"), ("reviews", "To write"), ("pathway", "Not measured"),
        ("measures", "By itself"),
    ]  # fmt: skip
    assert page.list.hasFocus()


def test_enter_goes_to_write_and_what_is_saved_stands_in_the_report(open_shell: OpenShell):
    shell, keys, page = at_report(open_shell)
    keys.whole(QKeySequence("Return"))
    assert page.part.box.hasFocus()
    keys.type("A good year.")
    assert page.part.state.text() == "Changed, not saved yet"
    keys.whole(QKeySequence("Ctrl+S"))
    assert fake_of(shell).acted == [WriteReportSection(year=2025, section="introduction", text="A good year.")]
    assert page.part.state.text() == "Saved"
    assert states(page)[0] == ("introduction", "Written")
    assert "A good year." in page.part.preview.accessibleDescription()
    keys.whole(QKeySequence("Escape"))
    assert page.list.hasFocus()


def test_each_section_keeps_what_was_typed_in_it(open_shell: OpenShell):
    _, keys, page = at_report(open_shell)
    keys.whole(QKeySequence("Return"))
    keys.type("Half a sen")
    keys.whole(QKeySequence("Escape"))
    keys.press(Qt.Key.Key_Down)
    assert page.part.box.words() == ""
    keys.whole(QKeySequence("Return"))
    keys.type("Something else")
    keys.whole(QKeySequence("Escape"))
    keys.press(Qt.Key.Key_Up)
    assert page.part.box.words() == "Half a sen"
    assert not page.part.given_back.isHidden()
    keys.press(Qt.Key.Key_Down)
    assert page.part.box.words() == "Something else"


def test_going_through_the_sections_keeps_nothing_that_nobody_typed(open_shell: OpenShell):
    shell, keys, page = at_report(open_shell)
    fake_of(shell).act(WriteReportSection(year=2025, section="introduction", text="A good year."))
    for _ in page.model.rows:
        keys.press(Qt.Key.Key_Down)
        page.part.keep_now()
    shell.go(Command.TODAY)
    assert fake_of(shell).drafts() == ()


def test_what_was_half_written_is_opened_again_from_anywhere(open_shell: OpenShell):
    shell, keys, page = at_report(open_shell)
    keys.press(Qt.Key.Key_Down)
    keys.whole(QKeySequence("Return"))
    keys.type("Half a sen")
    shell.go(Command.TODAY)
    shell.half_filled.refresh()
    keys.whole(QKeySequence("Ctrl+G"))
    assert shell.places.here.command is Command.ANNUAL_REPORT
    section = page.chosen()
    assert section is not None
    assert section.key == "reviews"
    assert page.part.box.words() == "Half a sen"


def test_a_section_that_the_program_makes_has_nothing_to_write_in(open_shell: OpenShell):
    _, keys, page = at_report(open_shell)
    page.show_section(2025, "measures")
    assert page.part.box.isHidden()
    assert page.part.preview.hasFocus()
    keys.whole(QKeySequence("Ctrl+S"))
    assert page.part.save_button.isHidden()


def test_a_figure_of_the_section_opens_in_performance_in_that_year(open_shell: OpenShell):
    shell, _, page = at_report(open_shell)
    page.show_section(2025, "reviews")
    (action,) = page.part.figure_menu().actions()
    assert action.text() == "Reviews held in time"
    action.trigger()
    assert shell.places.here.command is Command.PERFORMANCE
    wish = shell.performance.wish()
    assert (wish.from_on.isoformat(), wish.to_on.isoformat()) == ("2025-04-01", "2026-03-31")
    assert shell.performance.measure_shown() == "timeliness.held"


def test_publishing_says_what_it_means_and_what_is_unwritten_and_asks(open_shell: OpenShell):
    shell, keys, page = at_report(open_shell)
    fake_of(shell).act(WriteReportSection(year=2025, section="introduction", text="A good year."))
    keys.whole(QKeySequence("Ctrl+Shift+Return"))
    form = shell.side.form
    assert isinstance(form, PublishForm)
    assert "cannot be undone" in form.about.text()
    assert "Still to write: Reviews of children looked after." in form.told.text()
    keys.whole(QKeySequence("Return"))
    assert PublishReport(year=2025) not in fake_of(shell).acted
    keys.whole(QKeySequence("Space"))
    keys.whole(QKeySequence("Return"))
    assert fake_of(shell).acted[-1] == PublishReport(year=2025)
    assert page.view is not None
    assert page.view.published_on is not None
    assert page.publish_button.isHidden()
    page.show_section(2025, "reviews")
    assert page.part.box.isHidden()


def test_a_running_year_and_words_not_saved_are_not_published(open_shell: OpenShell):
    shell, keys, page = at_report(open_shell)
    page.show_section(2026, "introduction")
    assert page.publish_button.isHidden()
    keys.whole(QKeySequence("Ctrl+Shift+Return"))
    assert shell.side.form is None
    assert "is not over" in shell.note_bar.words.text()
    page.show_section(2025, "introduction")
    keys.type("Half")
    keys.whole(QKeySequence("Ctrl+Shift+Return"))
    assert shell.side.form is None
    assert "not saved yet" in shell.note_bar.words.text()


def test_as_word_or_pdf_it_is_offered_among_the_documents(open_shell: OpenShell):
    shell, _, page = at_report(open_shell)
    page.file_button.click()
    assert shell.places.here.command is Command.DOCUMENTS
    output = shell.documents.make.chosen()
    assert output is not None
    assert output.key == "annual-report"
    assert shell.documents.make.fields.year.currentData() == 2025


def test_where_room_is_short_list_or_section_stands_alone(open_shell: OpenShell):
    shell, keys, page = at_report(open_shell)
    shell.window().resize(700, 600)
    page.show_section(2025, "reviews")
    assert page.list.isHidden()
    assert not page.part.back_link.isHidden()
    keys.whole(QKeySequence("Escape"))
    assert page.list.isVisible()
    assert page.part.isHidden()
