"""What cannot be about the annual report: the act, the field it is refused beside, words of the refusal."""

from iro_desktop.domain.acts import Act, PublishReport, WriteReportSection
from tests.services.cases_report import PUBLISHED_REPORT, WRITTEN

Refused = tuple[str, Act, str, str, tuple[Act, ...]]

IMPOSSIBLE_OF_REPORT: tuple[Refused, ...] = (
    (
        "written of a year to come",
        WriteReportSection(year=2027, section="introduction", text="Soon."),
        "year",
        "has not begun",
        (),
    ),
    (
        "written of a year before there were any",
        WriteReportSection(year=1999, section="introduction", text="Once."),
        "year",
        "no Independent Reviewing Officers in 1999/00",
        (),
    ),
    (
        "written in no section",
        WriteReportSection(year=2025, section="weather", text="Mild."),
        "section",
        "no section “weather”",
        (),
    ),
    (
        "written where nothing is asked",
        WriteReportSection(year=2025, section="measures", text="Mine."),
        "section",
        "no section “measures” to write in",
        (),
    ),
    (
        "written after it was published",
        WriteReportSection(year=2025, section="reviews", text="One thing more."),
        "year",
        "was published on",
        (WRITTEN, PUBLISHED_REPORT),
    ),
    ("published twice", PUBLISHED_REPORT, "year", "was published on", (WRITTEN, PUBLISHED_REPORT)),
    ("published with nothing written", PUBLISHED_REPORT, "year", "Nothing is written", ()),
    (
        "published before the year is over",
        PublishReport(year=2026),
        "year",
        "ends on 31 Mar 2027",
        (WriteReportSection(year=2026, section="introduction", text="So far."),),
    ),
    ("published of a year to come", PublishReport(year=2027), "year", "has not begun", ()),
)
