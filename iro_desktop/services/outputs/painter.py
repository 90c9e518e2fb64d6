"""What paints: charts as pictures, documents as pages. It lives in the window's floor; here is only what it can do."""

from typing import Protocol

from iro_desktop.domain.documents import Chart, Document


class Painter(Protocol):
    """Given by whoever starts the program, to the window and to the command line alike."""

    def chart(self, chart: Chart) -> bytes:
        """The chart as a PNG, in colours that hold on paper."""
        ...

    def pdf(self, document: Document) -> bytes:
        """The document as a PDF, A4, with page numbers."""
        ...
