"""What paints: charts as pictures, documents as pages. It lives in the window's floor; here is only what it can do."""

from typing import Protocol

from iro_desktop.domain.documents import Chart, Document
from iro_desktop.domain.errors import UserError


class Painter(Protocol):
    """Given by whoever starts the program, to the window and to the command line alike."""

    def chart(self, chart: Chart) -> bytes:
        """The chart as a PNG, in colours that hold on paper."""
        ...

    def pdf(self, document: Document) -> bytes:
        """The document as a PDF, A4, with page numbers."""
        ...


class NoPainter:
    """Stands where nobody can paint: what needs no painting can still be written."""

    def chart(self, chart: Chart) -> bytes:
        """Raises ``UserError``."""
        raise UserError(f"The chart “{chart.title}” cannot be painted here. Nothing was written.", field="path")

    def pdf(self, document: Document) -> bytes:
        """Raises ``UserError``."""
        raise UserError(f"{document.title}: PDF cannot be painted here. Nothing was written.", field="path")
