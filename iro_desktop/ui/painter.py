"""The one painter, as the command line and the window hold it. Qt is loaded when something is to be painted."""

from iro_desktop.domain.documents import Chart, Document


class PaperPainter:
    """Paints charts and documents; see ``services.outputs.painter.Painter``."""

    def chart(self, chart: Chart) -> bytes:
        """The chart as a PNG of 300 dots per inch, in light colours that hold in grey."""
        from iro_desktop.ui.paper_chart import chart_png
        from iro_desktop.ui.paper_start import ensure_painting

        ensure_painting()
        return chart_png(chart)

    def pdf(self, document: Document) -> bytes:
        """The document as a PDF, A4, with page numbers; its title and nothing else about itself."""
        from iro_desktop.ui.paper import pdf_of
        from iro_desktop.ui.paper_start import ensure_painting

        ensure_painting()
        return pdf_of(document)
