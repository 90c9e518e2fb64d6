"""The recovery key on paper: the text that is copied and printed, and the printing."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

PrintText = Callable[[str, QWidget], None]


def paper_text(recovery_key: str) -> str:
    """What stands on the paper: what it is, the key in lines of three groups, how to keep it.

    >>> print(paper_text("AB12-CD34-EF56-GH78").splitlines()[2])
    AB12-CD34-EF56-
    """
    groups = recovery_key.split("-")
    lines = ["-".join(groups[start : start + 3]) for start in range(0, len(groups), 3)]
    return "\n".join(
        (
            "IRO Desktop: recovery key",
            "",
            *(line + "-" for line in lines[:-1]),
            lines[-1],
            "",
            "This key opens the records if the passphrase is forgotten.",
            "Keep it in a locked place, away from the laptop.",
            "There is no letter I, L, O or U in it: what looks like one is the figure 1 or 0, or a V.",
        )
    )


def print_text(text: str, parent: QWidget) -> None:
    """Print the text on a printer that the person chooses in the system's own dialogue."""
    from PySide6.QtGui import QFont, QTextDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Recovery key")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        paper = QTextDocument()
        paper.setDefaultFont(QFont(parent.font().family(), 13))
        paper.setPlainText(text)
        paper.print_(printer)
