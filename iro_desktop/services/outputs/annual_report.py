"""The annual report as an output: a draft until it is published, then the same document for good."""

from dataclasses import replace

from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.plan_acts import year_of
from iro_desktop.services.report.facts import facts_of
from iro_desktop.services.report.published import document_of, report_view


def _make(making: Making, wish: OutputWish) -> Made:
    today = making.snapshot.today
    year = wish.year if wish.year is not None else year_of(today) - 1
    view = report_view(facts_of(making.snapshot, making.store, year))
    document = replace(document_of(view), is_sample=making.is_sample)
    what = "published" if view.published_on else "draft"
    return Made(
        document,
        0,
        0,
        (),
        f"Annual report {view.years_words}, {what}",
        file_stem=f"annual-report-{year}-{(year + 1) % 100:02d}{'' if view.published_on else '-draft'}",
    )


ANNUAL_REPORT = Output(
    key="annual-report",
    title="Annual report",
    group=Group.SERVICE,
    what_for=(
        "The year of the service for the corporate parenting board: every section with its figures, the year before "
        "beside them, and what is written under each heading. No child is named and small numbers are hidden."
    ),
    formats=(OutputFormat.WORD, OutputFormat.PDF),
    make=_make,
    asks=(Asks.YEAR,),
    names=Names.NEVER,
)
