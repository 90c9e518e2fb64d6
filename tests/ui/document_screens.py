"""The screens of Documents, for what is asked of every screen."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from iro_desktop.ui.commands import Command
from iro_desktop.ui.pages.documents.page import LOG, TEMPLATES
from iro_desktop.ui.shell import Shell


def go_documents(key: str = "caseload") -> Callable[[Shell], None]:
    """At the output of that key, made and shown."""

    def go(shell: Shell) -> None:
        shell.go(Command.DOCUMENTS)
        shell.documents.make.take(key)
        shell.documents.make.open()

    return go


def go_part(part: int) -> Callable[[Shell], None]:
    """At another part."""

    def go(shell: Shell) -> None:
        shell.go(Command.DOCUMENTS)
        shell.documents.parts.setCurrentIndex(part)
        shell.documents.focus_list()

    return go


def go_names(shell: Shell) -> None:
    """With names, whose reader is not said yet."""
    go_documents()(shell)
    shell.documents.make.fields.names.setChecked(True)
    shell.document_deeds.write()


def go_write(shell: Shell) -> None:
    """Asked where to write it."""
    go_documents()(shell)
    shell.document_deeds.write()


def go_print(shell: Shell) -> None:
    """Asked on which printer."""
    go_documents()(shell)
    shell.document_deeds.printers = ("Office",)
    shell.document_deeds.print_out()


def go_no_printer(shell: Shell) -> None:
    """No printer is known."""
    go_documents()(shell)
    shell.document_deeds.printers = ()
    shell.document_deeds.print_out()


def go_child(shell: Shell) -> None:
    """What can be made for the child in hand."""
    shell.document_deeds.for_child()
    QTest.qWait(250)


def go_nothing_left(shell: Shell) -> None:
    """A year in which nothing left."""
    go_part(LOG)(shell)
    shell.documents.log.year.setCurrentIndex(3)


def go_template(shell: Shell, *, is_copy: bool) -> None:
    """Asked for a file."""
    go_part(TEMPLATES)(shell)
    part = shell.documents.templates
    (part.copy_button if is_copy else part.put_button).click()


def go_take_back(shell: Shell) -> None:
    """Asked whether the service's own is to go."""
    shell.desk.put_template("document", shell.document_deeds.folder / "own.docx")
    go_part(TEMPLATES)(shell)
    shell.documents.templates.back_button.click()


DOCUMENT_SCREENS: dict[str, Callable[[Shell], None]] = {
    "documents": go_documents(),
    "documents-names": go_names,
    "documents-write": go_write,
    "documents-print": go_print,
    "documents-no-printer": go_no_printer,
    "documents-child": go_child,
    "documents-log": go_part(LOG),
    "documents-nothing-left": go_nothing_left,
    "documents-templates": go_part(TEMPLATES),
    "documents-template-copy": lambda shell: go_template(shell, is_copy=True),
    "documents-template-put": lambda shell: go_template(shell, is_copy=False),
    "documents-template-back": go_take_back,
}
DOCUMENT_FORMS = {
    "documents-write": "WriteForm",
    "documents-print": "PrintOut",
    "documents-no-printer": "PrintOut",
    "documents-template-copy": "TemplatePath",
    "documents-template-put": "TemplatePath",
    "documents-template-back": "TakeBack",
}
