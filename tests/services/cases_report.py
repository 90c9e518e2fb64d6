"""One thing to do for every kind of act about the annual report: written, written anew, taken away, published."""

from iro_desktop.domain.acts import Act, PublishReport, WriteReportSection

WRITTEN = WriteReportSection(year=2025, section="introduction", text="A good year.\n\nNot in everything.")
PUBLISHED_REPORT = PublishReport(year=2025)


def report_cases(*base: Act) -> tuple[tuple[Act, tuple[Act, ...]], ...]:
    """Each act with what has to be there before it."""
    return (
        (WRITTEN, base),
        (WriteReportSection(year=2026, section="reviews", text="So far."), (*base, WRITTEN)),
        (WriteReportSection(year=2025, section="introduction", text="A better year."), (WRITTEN,)),
        (WriteReportSection(year=2025, section="introduction", text="  \n "), (WRITTEN,)),
        (PUBLISHED_REPORT, (*base, WRITTEN)),
    )
