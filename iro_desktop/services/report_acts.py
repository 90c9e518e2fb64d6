"""Acts about the annual report: writing under its headings, and publishing it, which cannot be undone."""

from dataclasses import replace

from iro_desktop.domain.acts import PublishReport, WriteReportSection
from iro_desktop.domain.dates import short
from iro_desktop.domain.documents_json import to_json
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import AnnualReport, FrozenFigure, FrozenSet, ReportSection
from iro_desktop.measures.model import Span
from iro_desktop.services.figure_times import days_of_year
from iro_desktop.services.frozen_acts import freeze
from iro_desktop.services.kept_figures import kept_of
from iro_desktop.services.report.draft import document, made_of, shown_sections
from iro_desktop.services.report.facts import ReportFacts, check_year, facts_in, report_in, year_words
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.published import digest_of_report
from iro_desktop.services.report.sections import BY_KEY
from iro_desktop.services.workspace import Workspace


def write_report_section(act: WriteReportSection, work: Workspace) -> None:
    """Write under one heading as typed; nothing but blanks takes it away."""
    check_year(act.year, work.today)
    _check_section(act.section)
    report = report_in(work, act.year)
    _check_draft(report)
    before = next((one for one in _written(work, report) if one.section == act.section), None)
    text = act.text.strip()
    if text:
        home = report or work.put(AnnualReport(work.new_id(), act.year))
        known = before or ReportSection(work.new_id(), home.id, act.section, text)
        work.put(replace(known, text=text))
    elif before is not None:
        work.remove(before)


def publish_report(act: PublishReport, work: Workspace) -> None:
    """Freeze the figures of the year where nobody did, and keep the whole document as it stands without its prompts."""
    check_year(act.year, work.today)
    report = report_in(work, act.year)
    _check_draft(report)
    _, last = days_of_year(act.year)
    if work.today <= last:
        raise UserError(
            f"{year_words(act.year)} ends on {short(last)}. Nothing was published. Publish its report after that day.",
            field="year",
        )
    facts = facts_in(work, act.year)
    if report is None or not facts.written:
        raise UserError(
            f"Nothing is written in the annual report {year_words(act.year)} yet. Nothing was published. "
            "Write its introduction first.",
            field="year",
        )
    facts = _with_frozen(facts, work)
    made = made_of(facts)
    sections, year = shown_sections(made, facts.written), made.figures
    content = to_json(document(year, sections, is_draft=False, by=work.author))
    assert year.source is not None
    work.put(
        replace(
            report,
            published_on=work.today,
            published_by=work.author,
            set_id=year.source.record.id,
            content=content,
            digest=digest_of_report(content),
        )
    )


def _with_frozen(facts: ReportFacts, work: Workspace) -> ReportFacts:
    """The facts with a frozen set of the year: the one that the draft was made from, or one frozen now."""
    if YearFigures(facts).source is not None:
        return facts
    first, last = days_of_year(facts.year)
    name = _free_name(f"Annual report {year_words(facts.year)}", work)
    found = freeze(name, Span(first, last, work.today), "Frozen as the report was published", work)
    figures = [one for one in work.all(FrozenFigure) if one.set_id == found.id]
    return replace(facts, sets=(kept_of(found, figures), *facts.sets))


def _free_name(name: str, work: Workspace) -> str:
    taken = {one.name.casefold() for one in work.all(FrozenSet)}
    names = (name, *(f"{name}, as published {number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one.casefold() not in taken)


def _check_section(key: str) -> None:
    section = BY_KEY.get(key)
    if section is None or not section.asks:
        known = ", ".join(one.key for one in BY_KEY.values() if one.asks)
        raise UserError(
            f"There is no section “{key}” to write in. Nothing was saved. There are: {known}.", field="section"
        )


def _check_draft(report: AnnualReport | None) -> None:
    if report is not None and report.published_on is not None:
        raise UserError(
            f"The annual report {year_words(report.year)} was published on {short(report.published_on)} and stays as "
            "it is. Nothing was saved. What is to be added belongs into the next one.",
            field="year",
        )


def _written(work: Workspace, report: AnnualReport | None) -> list[ReportSection]:
    return [one for one in work.all(ReportSection) if report is not None and one.report_id == report.id]
