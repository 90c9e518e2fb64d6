"""The annual report: where its figures come from, what it says of them, and how it is published for good."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from iro_desktop.domain.acts import (
    Act,
    AddPlanAction,
    FreezeFigures,
    PublishReport,
    RecordFeedback,
    RecordPublished,
    RemovePublished,
    WriteReportSection,
)
from iro_desktop.domain.documents import Document, Heading, Look, Paragraph, Table
from iro_desktop.domain.errors import Conflict, UserError
from iro_desktop.domain.records import AnnualReport, FrozenFigure
from iro_desktop.domain.vocabulary import Role
from iro_desktop.exchange.word_out import word_of
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.model import Figure
from iro_desktop.services.figures_shown import shown_of
from iro_desktop.services.long_work import Cancelled
from iro_desktop.services.report.facts import facts_of
from iro_desktop.services.report.figures import Earlier
from iro_desktop.services.report.model import ReportView
from iro_desktop.services.report.published import document_of, faults_of_report, report_view, unsound_reports
from iro_desktop.services.report.sections import KEYS, SECTIONS
from iro_desktop.services.report.words import moved_words, sentence, way_words
from iro_desktop.services.templates import template_in
from iro_desktop.store import tables
from iro_desktop.store.gate import ActLine, Change
from tests.conftest import TODAY
from tests.demo_copy import open_demo
from tests.exchange.documents import png
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.cases_report import PUBLISHED_REPORT, WRITTEN
from tests.services.office import Office, day

# One authority's table, as it was printed: two of its shares are not what their own numbers make.
CHESHIRE = (
    ("2023/24", "reviews.held", 1233, None, None),
    ("2023/24", "timeliness.held", 94, 1033, 1233),
    ("2023/24", "recommendations.in-time", 55, 683, 1233),
    ("2023/24", "minutes.in-time", 46, 573, 1233),
    ("2022/23", "reviews.held", 1175, None, None),
    ("2022/23", "timeliness.held", 87, None, None),
    ("2022/23", "minutes.in-time", 41, None, None),
)


def view_of(office: Office, year: int = 2025) -> ReportView:
    return report_view(facts_of(office.snapshot(), office.store, year))


def typed_in(rows: Iterable[tuple[str, str, float, int | None, int | None]]) -> list[RecordPublished]:
    return [
        RecordPublished(
            name=f"{year} as published",
            measure=measure,
            value=value,
            numerator=numerator,
            denominator=denominator,
            from_on=date(int(year[:4]), 4, 1),
            to_on=date(int(year[:4]) + 1, 3, 31),
        )
        for year, measure, value, numerator, denominator in rows
    ]


def words_of(view: ReportView, key: str) -> str:
    section = view.section(key)
    assert section is not None
    return "\n".join(Document("", (), tuple(piece.block for piece in section.pieces)).words.splitlines())


def table_of(view: ReportView, key: str) -> Table:
    section = view.section(key)
    assert section is not None
    return next(piece.block for piece in section.pieces if isinstance(piece.block, Table))


# --- sections


def test_the_sections_stand_in_the_order_of_the_service():
    assert KEYS == (
        "introduction", "purpose", "service", "children", "reviews", "pathway", "indicators", "participation",
        "attendance", "feedback", "partners", "challenge", "progress", "priorities", "further", "measures",
    )  # fmt: skip
    assert all(one.asks for one in SECTIONS if one.is_needed)


def test_an_empty_service_has_a_report_that_says_what_is_not_measured(office: Office):
    view = view_of(office)
    pathway = view.section("pathway")
    assert pathway is not None
    assert pathway.state == "Not measured"
    assert pathway.pieces == ()
    assert "not measured" in view.document.words
    assert view.document.is_draft


def test_what_a_person_wrote_stands_under_its_heading_and_the_questions_are_gone(office: Office):
    office.each(IRO, CHILD, FIRST)
    before = view_of(office).section("introduction")
    assert before is not None
    assert before.is_missing
    office.do(WRITTEN)
    blocks = list(view_of(office).document.blocks)
    at = blocks.index(Heading("Introduction"))
    assert blocks[at + 1 : at + 3] == [Paragraph("A good year."), Paragraph("Not in everything.")]
    after = blocks.index(Heading("Purpose of the service and legal context"))
    assert not [one for one in blocks[at:after] if isinstance(one, Paragraph) and one.look is Look.PROMPT]
    assert [one for one in blocks[after:] if isinstance(one, Paragraph) and one.look is Look.PROMPT]


def test_only_feedback_that_may_be_quoted_is_quoted(office: Office):
    said = (("Come on time.", True), ("Do not tell this.", False), ("Nobody asked me.", None))
    office.each(
        *(
            RecordFeedback(on=day("1 Jun 2025"), source=Role.CHILD, words=words, may_quote=may_quote)
            for words, may_quote in said
        ),
        RecordFeedback(on=day("1 Jun 2024"), source=Role.CHILD, words="Another year.", may_quote=True),
    )
    told = words_of(view_of(office), "feedback")
    assert "“Come on time.” – the child" in told
    assert not any(words in told for words in ("Do not tell this", "Nobody asked me", "Another year"))


def test_the_plan_of_the_year_is_its_progress_and_that_of_the_next_its_priorities(office: Office):
    office.each(AddPlanAction(year=2025, text="Letters in time."), AddPlanAction(year=2026, text="Fewer moves."))
    view = view_of(office)
    assert "Letters in time." in words_of(view, "progress")
    assert "Fewer moves." in words_of(view, "priorities")
    assert "Fewer moves." not in words_of(view, "progress")


@pytest.mark.parametrize(("year", "words"), [(2027, "has not begun"), (2003, "no Independent Reviewing Officers")])
def test_no_report_is_about_a_year_that_cannot_have_one(office: Office, year: int, words: str):
    with pytest.raises(UserError, match=words):
        view_of(office, year)


def test_a_name_in_what_was_written_or_said_is_pointed_out_before_it_is_published(office: Office):
    office.each(
        IRO,
        replace(CHILD, given_name="Zebedee", family_name="Quillfeather"),
        replace(WRITTEN, text="We are proud of Zebedee."),
        RecordFeedback(on=day("1 Jun 2025"), source=Role.CARER, words="Good for the Quillfeathers.", may_quote=True),
    )
    cautions = [one for one in view_of(office).cautions if "may name somebody" in one]
    assert [one.split(" may")[0] for one in cautions] == [
        "Introduction: “Zebedee”", "Feedback about the service: “Quillfeathers”",
    ]  # fmt: skip


# --- words that follow the figures


def share(numerator: int, denominator: int, value: float) -> Figure:
    return Figure(BY_ID["timeliness.held"], numerator, denominator, value, (), "", value)


@pytest.mark.parametrize(
    ("now", "before", "moved", "way"),
    [
        ((1033, 1233, 83.8), (968, 1201, 80.6), "3.2 points more than", "rose"),
        ((968, 1201, 80.6), (1033, 1233, 83.8), "3.2 points less than", "fell"),
        ((50, 100, 50.0), (60, 120, 50.0), "the same as", "stayed the same"),
        ((51, 100, 51.0), (50, 100, 50.0), "1.0 point more than", "rose"),
    ],
)
def test_more_less_and_the_same_are_read_off_what_is_printed(now, before, moved, way):
    shown, earlier = shown_of(share(*now)), Earlier(shown_of(share(*before)), "2024/25 as published", "")
    assert moved_words(shown, earlier.shown) == moved
    assert way_words(shown, earlier) == way


def test_a_figure_is_told_with_its_two_numbers_and_the_year_before():
    shown = shown_of(share(1033, 1233, 83.8))
    earlier = Earlier(shown_of(share(968, 1201, 80.6)), "2022/23 as published", "")
    assert sentence(shown, "reviews", "were held in timescale", earlier) == (
        "1,033 of 1,233 reviews (83.8 %) were held in timescale, 3.2 points more than the year before "
        "(80.6 %, 2022/23 as published)."
    )
    assert sentence(shown, "reviews", "were held in timescale", None) == (
        "1,033 of 1,233 reviews (83.8 %) were held in timescale."
    )


# --- where the figures come from


def test_one_authoritys_table_comes_out_right_from_what_it_printed(office: Office):
    office.each(*typed_in(CHESHIRE))
    view = view_of(office, 2023)
    rows = {row[0]: row[1:] for row in table_of(view, "indicators").rows}
    assert rows["Reviews of children looked after held"] == (1233, None, "1,233", "1,175", "Up by 58")
    assert rows["Reviews held in timescale"] == (1033, 1233, "83.8 %", "87.0 %", "Down 3.2 points")
    assert rows["Recommendations sent in timescale"] == (683, 1233, "55.4 %", "not measured", "")
    assert rows["Minutes finished in timescale"] == (573, 1233, "46.5 %", "41.0 %", "Up 5.5 points")
    told = words_of(view, "indicators")
    assert "94 % of 1,233 would be 1,159; 1,033 of 1,233 is 83.8 %" in told
    assert "94.0 %" not in told
    assert "typed in as published" in view.source_words


def test_the_newest_set_that_was_frozen_once_the_year_was_over_is_taken(office: Office):
    office.each(IRO, CHILD, FIRST)
    first, last = day("1 Apr 2025"), day("31 Mar 2026")
    early = Office(office.store, date(2026, 2, 1))
    early.do(FreezeFigures(name="Too early", from_on=first, to_on=last))
    assert "not frozen" in view_of(office).source_words
    office.do(FreezeFigures(name="The year", from_on=first, to_on=last))
    office.do(FreezeFigures(name="A quarter", from_on=first, to_on=day("30 Jun 2025")))
    assert "frozen" in view_of(office).source_words
    assert "“The year”" in view_of(office).source_words
    later = Office(office.store, TODAY.replace(year=2027))
    later.do(FreezeFigures(name="Again", from_on=first, to_on=last))
    assert "“Again”" in view_of(later).source_words


def test_a_set_that_is_not_as_it_was_kept_is_left_aside_and_that_is_said(office: Office):
    office.each(IRO, CHILD, FIRST, FreezeFigures(name="The year", from_on=day("1 Apr 2025"), to_on=day("31 Mar 2026")))
    past_the_program(office, FrozenFigure, numerator=9)
    view = view_of(office)
    assert "not frozen" in view.source_words
    assert any("The year are not used" in one for one in view.cautions)


# --- published


@pytest.fixture
def published(office: Office) -> Office:
    office.each(IRO, CHILD, FIRST, WRITTEN, PUBLISHED_REPORT)
    return office


def test_publishing_freezes_the_figures_and_says_who_and_when(published: Office):
    view = view_of(published)
    assert (view.published_on, view.published_by) == (TODAY, "tester")
    assert not view.document.is_draft
    assert {one.state for one in view.sections} == {"Published"}
    assert f"Published on {TODAY.day} Nov 2026 by tester." in view.document.head
    (kept,) = facts_of(published.snapshot(), published.store, 2025).sets
    assert kept.record.name == "Annual report 2025/26"
    assert kept.faults == ()


def test_no_question_stands_in_a_published_report_and_nothing_empty(published: Office):
    blocks = view_of(published).document.blocks
    assert not [one for one in blocks if isinstance(one, Paragraph) and one.look is Look.PROMPT]
    headings = [one.words for one in blocks if isinstance(one, Heading) and one.level == 1]
    assert "Introduction" in headings
    assert "Pathway plan reviews" not in headings
    assert "Feedback about the service" not in headings


def test_the_figures_of_a_draft_that_were_frozen_are_published(office: Office):
    office.each(IRO, CHILD, FIRST, WRITTEN)
    office.do(FreezeFigures(name="The year", from_on=day("1 Apr 2025"), to_on=day("31 Mar 2026")))
    office.do(PUBLISHED_REPORT)
    assert len(facts_of(office.snapshot(), office.store, 2025).sets) == 1
    assert "“The year”" in view_of(office).source_words


def word(view: ReportView) -> bytes:
    return word_of(document_of(view), template_in(None)("document"), lambda _chart: png(80, 40))


def test_a_published_report_is_the_same_file_for_ever(published: Office):
    before = word(view_of(published))
    later = Office(published.store, TODAY.replace(year=2027))
    later.each(
        replace(CHILD, child="A2"),
        RecordFeedback(on=day("1 Jun 2025"), source=Role.CHILD, words="Late.", may_quote=True),
        AddPlanAction(year=2026, text="Fewer moves."),
        WriteReportSection(year=2026, section="introduction", text="Another year."),
    )
    assert word(view_of(later)) == before


@pytest.mark.parametrize(
    "act",
    [
        WriteReportSection(year=2025, section="reviews", text="More."),
        WriteReportSection(year=2025, section="introduction", text=""),
        PublishReport(year=2025),
    ],
    ids=["written", "emptied", "published again"],
)
def test_after_it_nothing_is_changed_any_more(published: Office, act: Act):
    assert "stays as it is" in published.refused(act)


def test_what_it_was_made_of_is_not_undone(office: Office):
    office.each(IRO, CHILD, FIRST)
    written = office.do(WRITTEN)
    frozen = office.do(FreezeFigures(name="The year", from_on=day("1 Apr 2025"), to_on=day("31 Mar 2026")))
    office.do(PUBLISHED_REPORT)
    for done in (written, frozen):
        with pytest.raises(Conflict, match="published"):
            office.undo(done.done.act_id)


def test_figures_it_was_published_with_stay_as_they_were_typed_in(office: Office):
    office.each(*typed_in(CHESHIRE), replace(WRITTEN, year=2023), PublishReport(year=2023))
    assert "83.8 %" in view_of(office, 2023).document.words
    taken = RemovePublished(name="2023/24 as published", measure="minutes.in-time")
    assert "stay as they are" in office.refused(taken)
    assert "stay as they are" in office.refused(replace(typed_in(CHESHIRE)[1], value=84.0))


def past_the_program(office: Office, kind: type[AnnualReport] | type[FrozenFigure], **what: Any) -> None:
    """The first record of that kind, changed by no act of the program."""
    with office.store.writing() as writer:
        before: Any = writer.all(kind)[0]
        change = Change(before, replace(before, **what))
        writer.write(ActLine("Test", "Test", "x", "x", datetime.now(UTC)), [change])


@pytest.mark.parametrize(
    "what",
    [{"content": "{}"}, {"content": None}, {"digest": "f"}, {"content": '{"version": 1, "document": {"": "Heading"}}'}],
    ids=["emptied", "taken out", "another digest", "another thing"],
)
def test_one_changed_past_the_program_is_found_and_not_written(published: Office, what: dict[str, str | None]):
    assert unsound_reports(published.store) == []
    past_the_program(published, AnnualReport, **what)
    (fault,) = unsound_reports(published.store)
    assert fault.startswith("Annual report 2025/26: It ")
    view = view_of(published)
    assert view.faults
    with pytest.raises(UserError, match="Nothing was written"):
        document_of(view)


def test_one_word_changed_past_the_program_is_found(published: Office):
    with published.store.reading() as reader:
        (one,) = reader.all(AnnualReport)
    past_the_program(published, AnnualReport, content=(one.content or "").replace("A good year", "A bad year"))
    assert view_of(published).faults == ("It is not as it was published: its text was changed past the program.",)


def test_a_draft_has_no_faults():
    assert faults_of_report(AnnualReport("1", 2025)) == ()


def test_the_sample_has_a_report_to_go_on_with(tmp_path: Path):
    desk = open_demo(tmp_path / "demo", TODAY)
    view = desk.annual_report(2025)
    assert {one.key for one in view.sections if one.text} >= {"introduction", "participation", "challenge"}
    assert {one.key for one in view.missing} >= {"children", "reviews"}
    assert "“Annual report 2025/26”" in view.source_words
    before = view.section("reviews")
    desk.act(WriteReportSection(year=2025, section="reviews", text="We book earlier."))
    after = desk.annual_report(2025).section("reviews")
    assert before is not None
    assert after is not None
    assert (after.pieces, after.text) == (before.pieces, "We book earlier.")
    assert desk.annual_report(2026).section("introduction") is not None
    assert not any("left before" in one for one in desk.annual_report(2025).cautions)
    assert any("left before" in one for one in desk.annual_report(2021).cautions)
    desk.close()


def test_the_table_of_the_store_holds_what_was_published(published: Office):
    with published.store.reading() as reader:
        (one,) = reader.all(AnnualReport)
    assert one.set_id is not None
    assert len(one.digest or "") == 64
    assert set(tables.annual_report.columns.keys()) >= {"content", "digest", "set_id"}


def test_work_that_something_overtook_is_asked_for_anew(tmp_path: Path):
    desk = open_demo(tmp_path / "demo", TODAY)
    said: list[str] = []
    work = desk.report_work(2025)
    assert work.known is None
    desk.act(AddPlanAction(year=2025, text="Overtaken."))
    assert work.keep(work.run(lambda step: said.append(step.words), lambda: False)) is None
    assert said[0] == "Introduction"
    again = desk.report_work(2025)
    view = again.now()
    assert view is not None
    assert "Overtaken." in words_of(view, "progress")
    assert desk.report_work(2025).known is not None
    with pytest.raises(Cancelled):
        desk.report_work(2026).run(lambda _: None, lambda: True)
    desk.close()


def test_no_table_of_the_report_prints_a_number_that_tells_of_few(tmp_path: Path):
    desk = open_demo(tmp_path / "demo", TODAY)
    checked = 0
    for year in (2024, 2025, 2026):
        for section in desk.annual_report(year).sections:
            for piece in section.pieces:
                if isinstance(piece.block, Table) and piece.about and section.key != "service":
                    for row in piece.block.rows:
                        counts = [cell for cell in row[1:] if isinstance(cell, int)]
                        assert not [count for count in counts if 0 < count < 5], (piece.block.caption, row)
                        if len(counts) == 2 and row[3:] and "%" in str(row[3]):
                            assert not 0 < counts[1] - counts[0] < 5, (piece.block.caption, row)
                        checked += len(counts)
    assert checked > 150
    desk.close()
