"""A published report: kept as it was, with a digest over it, and told where somebody changed it past the program."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from iro_desktop.domain.documents import Block, Document, Heading
from iro_desktop.domain.documents_json import from_json
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import AnnualReport
from iro_desktop.services.report.draft import Made, draft, made_of, shown_sections
from iro_desktop.services.report.facts import ReportFacts, year_words
from iro_desktop.services.report.model import Piece, ReportView, SectionShown
from iro_desktop.services.report.sections import SECTIONS
from iro_desktop.store.store import Store

_CHANGED = "It is not as it was published: its text was changed past the program."
_UNREADABLE = "It cannot be read any more: its text was changed past the program."
_EMPTY = Document("", (), ())


def digest_of_report(content: str) -> str:
    """The digest over the whole of a published document: nothing in it can be changed without changing this."""
    return hashlib.sha256(content.encode()).hexdigest()


def report_view(facts: ReportFacts) -> ReportView:
    """The report of a year: as it was published, otherwise the draft as it stands."""
    return view_of(made_of(facts), facts.report, facts.written)


def view_of(made: Made, report: AnnualReport | None, written: Mapping[str, str]) -> ReportView:
    """The same, where its sections are made already."""
    return _published(made, report) if report and report.published_on else draft(made, written)


def faults_of_report(report: AnnualReport) -> tuple[str, ...]:
    """What of a published report is not as it was published, a sentence each; empty where all is, and for a draft."""
    if report.published_on is None:
        return ()
    content = report.content or ""
    if _read(content) is None:
        return (_UNREADABLE,)
    return () if digest_of_report(content) == report.digest else (_CHANGED,)


def unsound_reports(store: Store) -> list[str]:
    """What of the published reports is not as it was published, with the year; empty where all is."""
    with store.reading() as reader:
        reports = reader.all(AnnualReport)
    return [f"Annual report {year_words(one.year)}: {fault}" for one in reports for fault in faults_of_report(one)]


def document_of(view: ReportView) -> Document:
    """The document to be written. Raises ``UserError`` for a published one that is not as it was published."""
    if view.faults:
        raise UserError(
            f"The annual report {view.years_words} was published, and {view.faults[0][:1].lower()}{view.faults[0][1:]} "
            "Nothing was written. Restore a backup from before, or ask who looks after this computer.",
            field="year",
        )
    return view.document


def _read(content: str) -> Document | None:
    try:
        return from_json(content)
    except (ValueError, KeyError, TypeError):
        return None


def _published(made: Made, report: AnnualReport) -> ReportView:
    kept = _read(report.content or "") or _EMPTY
    about = {one.title: one for one in shown_sections(made, {})}
    return ReportView(
        year=report.year,
        years_words=year_words(report.year),
        sections=tuple(_sections(kept.blocks, about)),
        document=kept,
        source_words=kept.head[1] if len(kept.head) > 1 else "",
        is_over=True,
        published_on=report.published_on,
        published_by=report.published_by or "",
        faults=faults_of_report(report),
    )


def _sections(blocks: Iterable[Block], made: dict[str, SectionShown]) -> Iterator[SectionShown]:
    """The published blocks under the headings they stood under, with the measures of those sections."""
    found: dict[str, list[Block]] = {}
    title = ""
    for one in blocks:
        if isinstance(one, Heading) and one.level == 1:
            title = one.words
        else:
            found.setdefault(title, []).append(one)
    for section in SECTIONS:
        if section.title in found:
            pieces = [Piece(one) for one in found[section.title]]
            about = made[section.title].figures if section.title in made else ()
            if pieces and about:
                pieces[0] = Piece(pieces[0].block, about)
            yield SectionShown(
                section.key, section.title, "", is_needed=False, text="", pieces=tuple(pieces), is_published=True
            )
