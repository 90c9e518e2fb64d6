"""Every number of the outputs for a clinic, a quarter, an agency and a day is the one that the services count."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document as OpenWord

from iro_desktop.domain.acts import AddClinicAction, RecordClinicAction
from iro_desktop.domain.documents import Chart, Document, Facts, Look, Paragraph, Table, shown
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Agency, AlertKind
from iro_desktop.measures.model import Span
from iro_desktop.measures.suppress import HIDDEN, is_small
from iro_desktop.services.alert_counts import alert_counts
from iro_desktop.services.consultations import consultation_returns
from iro_desktop.services.diary import diary
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.names_out import Reader
from iro_desktop.services.outputs.let_out import LEFT_OUT
from iro_desktop.services.outputs.model import Made, OutputWish
from iro_desktop.services.outputs.painter import NoPainter
from iro_desktop.services.outputs.quarters import Quarter, quarter_wished
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.services.partner_facts import partner_facts
from iro_desktop.services.private_fostering import private_fostering
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.today import today_view
from tests.demo_copy import open_demo
from tests.exchange.documents import png
from tests.services.office import day

TODAY = day("23 Nov")


class _DotPainter(NoPainter):
    """Charts as a dot: here the tables are read."""

    def chart(self, chart: Chart) -> bytes:
        return png()


QUARTER, BEFORE = Quarter(day("1 Jul"), day("30 Sep")), Quarter(day("1 Apr"), day("30 Jun"))
BY = {
    AlertKind.CHALLENGE: ("theme", "team", "stage", "days", "outcome", "effect"),
    AlertKind.PARTNER: ("agency", "theme", "days", "outcome", "effect"),
    AlertKind.GOOD_PRACTICE: ("theme", "team"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDesk]:
    opened = open_demo(tmp_path_factory.mktemp("numbers"), TODAY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def now(desk: LocalDesk) -> Snapshot:
    return desk._snapshot


@pytest.fixture(scope="module")
def make(desk: LocalDesk) -> Callable[..., Made]:
    def made(key: str, **wish: object) -> Made:
        asked = replace(OutputWish(key), **wish)  # type: ignore[arg-type]
        return OUTPUTS.get(key).make(desk._making(), asked)

    return made


def tables(document: Document) -> list[list[list[str]]]:
    """The rows of each table, as they are printed."""
    return [[[shown(cell) for cell in row] for row in one.rows] for one in document.tables]


def column(rows: list[list[str]], at: int) -> list[str]:
    return [row[at] for row in rows]


class TestQuarters:
    def test_the_last_whole_quarter_is_meant_where_none_is_said(self) -> None:
        assert quarter_wished(OutputWish("themes"), TODAY) == QUARTER
        assert quarter_wished(OutputWish("themes", on=day("12 May")), TODAY) == BEFORE == QUARTER.before
        assert (QUARTER.words, QUARTER.a_year_before.words) == ("July to September 2026", "July to September 2025")
        assert Quarter(day("1 Jan"), day("31 Mar")).before.words == "October to December 2025"

    @pytest.mark.parametrize("key", ["themes", "private-fostering", "partner-card"])
    def test_one_that_has_not_begun_is_refused_and_one_that_runs_says_so(
        self, make: Callable[..., Made], key: str
    ) -> None:
        with pytest.raises(UserError, match="has not begun"):
            make(key, on=day("1 Jan 2027"), agency=Agency.HEALTH)
        assert "still running" in make(key, on=TODAY, agency=Agency.HEALTH).document.head[0]


class TestThemes:
    @pytest.fixture
    def document(self, make: Callable[..., Made]) -> Document:
        return make("themes", on=QUARTER.first, hides_small=False).document

    @pytest.mark.parametrize(("kind", "by"), [(kind, by) for kind, ways in BY.items() for by in ways])
    def test_each_table_is_the_count_of_challenge(
        self, document: Document, now: Snapshot, kind: AlertKind, by: str
    ) -> None:
        count = alert_counts(now, None, by, QUARTER.first, QUARTER.last, kind)
        number = [(each, one) for each, ways in BY.items() for one in ways].index((kind, by))
        rows = tables(document)[1 + number]
        wanted = [[one.words.casefold(), str(one.count), str(one.before)] for one in count.lines]
        assert [[row[0].casefold(), *row[1:]] for row in rows[:-1]] == wanted
        assert rows[-1] == ["Together", str(count.total), str(count.before)]

    def test_what_was_raised_is_the_sum_of_its_kinds(self, document: Document, now: Snapshot) -> None:
        rows = tables(document)[0]
        for at, quarter in ((1, QUARTER), (2, BEFORE)):
            counted = [alert_counts(now, None, "kind", quarter.first, quarter.last, kind).total for kind in BY]
            assert column(rows, at) == [*map(str, counted), str(sum(counted))]

    def test_its_consultation_forms_are_those_of_challenge(self, document: Document, now: Snapshot) -> None:
        rows = {row[0].casefold(): row for row in tables(document)[-1]}
        for quarter, sent, back in ((QUARTER, 1, 2), (BEFORE, 4, 5)):
            found = consultation_returns(now, None, quarter.first, quarter.last)
            assert {one.agency.label: (str(one.sent), str(one.returned)) for one in found} == {
                words: (row[sent], row[back]) for words, row in rows.items() if words != "together" and row[sent] != "0"
            }
            assert rows["together"][sent] == str(sum(one.sent for one in found))
        for one in consultation_returns(now, None, QUARTER.first, QUARTER.last):
            assert rows[one.agency.label][3] == ("–" if one.days is None else str(one.days))

    def test_no_small_number_stands_in_it_where_they_are_hidden(self, make: Callable[..., Made]) -> None:
        for one in tables(make("themes", on=QUARTER.first).document):
            for row in one:
                counts = [
                    cell for at, cell in enumerate(row) if at and cell.isdecimal() and not (len(row) == 6 and at == 3)
                ]
                assert not any(is_small(int(cell)) for cell in counts), row

    def test_what_is_hidden_does_not_follow_from_the_total(self, make: Callable[..., Made]) -> None:
        for one in tables(make("themes", on=QUARTER.first).document):
            for at in range(1, len(one[0])):
                parts = column(one, at)
                if one[-1][0] == "Together" and parts[-1] != HIDDEN:
                    assert parts[:-1].count(HIDDEN) != 1, one


class TestFostering:
    def test_its_numbers_are_those_of_the_service_s_quarters(self, make: Callable[..., Made], now: Snapshot) -> None:
        (rows,) = [one for one in tables(make("private-fostering", hides_small=False).document) if len(one) > 9]
        found = {row[0]: row[1:] for row in rows}
        view = {one.quarter_on: one for one in private_fostering(now, None, ended=True).quarters}
        for at, quarter in enumerate((QUARTER, QUARTER.before, QUARTER.a_year_before)):
            one = view[quarter.last]
            printed = {label: row[at] for label, row in found.items()}
            assert printed["Became known"] == str(one.new)
            assert printed["Ended"] == str(one.ended)
            assert printed["Running or proposed on the last day"] == str(one.open)
            assert printed["Visits that fell due"] == str(one.visits_due)
            assert printed["of them made in time"] == str(one.visits_in_time)
            parts = [int(printed[label]) for label in ("of them by notice", "of them without notice")]
            assert sum(parts) == one.new

    def test_it_says_when_it_is_due_and_whether_it_was_sent(self, make: Callable[..., Made], now: Snapshot) -> None:
        (facts,) = [one for one in make("private-fostering").document.blocks if isinstance(one, Facts)]
        (one,) = [each for each in private_fostering(now, None).quarters if each.quarter_on == QUARTER.last]
        assert one.sent_on is not None
        assert dict(facts.rows)["Recorded as sent"] == f"{one.sent_on.day} {one.sent_on:%b %Y}"


class TestPartners:
    @pytest.mark.parametrize("agency", list(Agency))
    def test_its_numbers_are_those_of_challenge(self, make: Callable[..., Made], now: Snapshot, agency: Agency) -> None:
        forms, *_ = tables(make("partner-card", agency=agency, hides_small=False).document)
        for at, quarter in ((1, QUARTER), (2, QUARTER.a_year_before)):
            returns = consultation_returns(now, None, quarter.first, quarter.last)
            one = next((each for each in returns if each.agency is agency), None)
            wanted = (one.sent, one.returned, one.waiting, one.chased) if one else (0, 0, 0, 0)
            printed = column(forms, at)
            assert tuple(int(printed[line]) for line in (0, 1, 3, 4)) == wanted

    @pytest.mark.parametrize("agency", list(Agency))
    def test_escalations_and_their_answers_add_up(self, now: Snapshot, agency: Agency) -> None:
        facts = partner_facts(now, agency, date(2025, 1, 1), TODAY)
        raised = alert_counts(now, None, "agency", date(2025, 1, 1), TODAY, AlertKind.PARTNER)
        assert facts.escalated == next((one.count for one in raised.lines if one.words == agency.label), 0)
        assert facts.answers >= facts.escalated

    def test_it_fits_a_page_of_words_and_asks_for_an_agency(self, make: Callable[..., Made]) -> None:
        with pytest.raises(UserError, match="Say which") as caught:
            make("partner-card")
        assert caught.value.field == "agency"


class TestWork:
    def test_the_work_list_is_today_with_a_reason_for_each_date(
        self, make: Callable[..., Made], now: Snapshot, desk: LocalDesk
    ) -> None:
        iro = desk.iros()[0]
        view = today_view(now, iro)
        rows = [row for one in tables(make("work-list", iro=iro).document) for row in one]
        assert sorted((row[1], row[2], row[3]) for row in rows) == sorted(
            (one.what, one.standing_words, one.when) for one in view.rows
        )
        assert all(row[4] for row in rows)
        assert {row[0] for row in rows if " " not in row[0]} == {one.child for one in view.rows if one.child}
        reasons = {(row[0], row[1]): row[4] for row in rows}
        for one in (each for each in view.rows if each.due_on is not None and each.child):
            deadline = now.any_deadline(one.deadline_id)
            assert deadline is not None
            why = reasons[one.child, one.what]
            assert f"{deadline.trigger_on.day} {deadline.trigger_on:%b %Y}" in why or deadline.override

    def test_the_diary_is_the_month_entry_by_entry(
        self, make: Callable[..., Made], now: Snapshot, desk: LocalDesk
    ) -> None:
        iro = desk.iros()[0]
        made = make("diary", iro=iro)
        view = diary(now, iro, day("1 Nov"), day("30 Nov"))
        entries = [part for one in view.entries for part in one.parts or (one,)]
        rows = [row for one in tables(made.document) for row in one if any(row[1:])]
        assert sorted((row[1], row[2], row[3]) for row in rows) == sorted(
            (one.at, one.child, one.what) for one in entries
        )
        assert made.document.title == "Diary, November 2026"

    def test_days_that_are_asked_for_are_shown_and_too_many_refused(
        self, make: Callable[..., Made], desk: LocalDesk
    ) -> None:
        made = make("diary", span=Span(day("30 Nov"), day("11 Dec"), TODAY))
        assert made.document.title == "Diary, 30 Nov 2026 to 11 Dec 2026"
        assert len(made.document.tables) == 2
        with pytest.raises(UserError, match="200 days"):
            make("diary", span=Span(day("1 Jan"), day("31 Dec"), TODAY))


class TestClinicPack:
    def test_it_holds_what_the_place_shows(self, make: Callable[..., Made], desk: LocalDesk) -> None:
        iro = desk.iros()[0]
        view, made = desk.clinic(iro), make("clinic-pack", iro=iro)
        found = tables(made.document)
        listed = [row for one in found[: len(view.counts)] for row in one]
        assert listed == [[one.child, one.what, one.words] for one in view.exceptions]
        figures = found[len(view.counts)]
        assert [(row[0], row[1], row[4]) for row in figures] == [
            (one.figure.name, one.figure.printed, one.year.printed) for one in view.figures
        ]
        agreed = found[len(view.counts) + 1]
        assert [(row[1], row[2], row[3]) for row in agreed] == [
            (one.text, one.standing_words, one.came_of) for one in view.agreed
        ]
        assert made.children == len({one.child for one in view.exceptions}) <= made.of

    def test_names_stand_in_it_where_they_are_asked_for_alone(
        self, make: Callable[..., Made], desk: LocalDesk, now: Snapshot
    ) -> None:
        iro = desk.iros()[0]
        name = desk.clinic(iro).exceptions[0].name
        assert name not in make("clinic-pack", iro=iro).document.words
        reader = Reader("the service manager", "clinic")
        assert name in make("clinic-pack", iro=iro, names=reader).document.words

    def test_typed_words_that_name_a_child_stay_inside(
        self, make: Callable[..., Made], desk: LocalDesk, now: Snapshot
    ) -> None:
        iro = desk.iros()[0]
        family = next(one.facts.child.family_name for one in now.in_scope(iro) if one.facts.child.family_name)
        held_on = desk.clinic(iro).clinics[0].held_on
        said = f"See {family} before Christmas"
        desk.act(AddClinicAction(iro=iro, held_on=held_on, text=said))
        number = max(one.number for one in desk.clinic(iro).clinics[0].actions)
        desk.act(RecordClinicAction(iro=iro, held_on=held_on, number=number, came_of=f"{family} was seen"))
        try:
            words = make("clinic-pack", iro=iro).document.words
            assert family not in words
            assert words.count(LEFT_OUT) == 2
            assert said in make("clinic-pack", iro=iro, names=Reader("the manager", "clinic")).document.words
        finally:
            desk.undo()
            desk.undo()


@pytest.mark.parametrize("names", [None, Reader("the service manager", "clinic")])
def test_the_summary_says_at_its_top_how_many_it_tells_of_besides_its_list(
    make: Callable[..., Made], names: Reader | None
) -> None:
    made = make("caseload", names=names)
    assert made.book is not None
    _caseload, *beside = made.book.tables
    told = {
        str(row[at])
        for table in beside
        for at, column in enumerate(table.columns)
        if column.heading == "Child"
        for row in table.rows
    }
    by_id = make("caseload").book
    assert by_id is not None
    listed = {str(row[1]) for row in by_id.tables[0].rows}
    others = [one for one in told if one.rpartition("(")[2].rstrip(")") not in listed]
    glance = next(dict(one.rows) for one in made.document.blocks if isinstance(one, Facts))
    assert others
    assert glance["Besides"] == f"{len(others):,} not looked after now, in what follows the list"


@pytest.mark.parametrize("key", ["caseload", "clinic-pack", "work-list", "diary"])
def test_with_names_it_says_at_its_top_for_whom_and_what_for(
    make: Callable[..., Made], desk: LocalDesk, key: str
) -> None:
    iro = desk.iros()[0]
    said = "for the service manager: clinic"
    assert said in "\n".join(make(key, iro=iro, names=Reader("the service manager", "clinic")).document.head)
    assert said not in make(key, iro=iro).document.words


@pytest.mark.parametrize("key", ["clinic-pack", "themes", "private-fostering", "partner-card", "work-list", "diary"])
def test_the_word_file_read_back_holds_every_number_of_the_document(desk: LocalDesk, key: str, tmp_path: Path) -> None:
    wish = OutputWish(key, iro=desk.iros()[0], agency=Agency.EDUCATION, hides_small=False)
    ready = desk.make_output(wish)
    path = tmp_path / f"{key}.docx"
    desk.write_output(ready, path, _DotPainter())
    opened = OpenWord(str(path))
    written = [[[cell.text for cell in row.cells] for row in one.rows] for one in opened.tables]
    blocks = [one for one in ready.made.document.blocks if isinstance(one, Table | Facts)]
    assert len(written) == len(blocks)
    for rows, block in zip(written, blocks, strict=True):
        wanted = [list(row) for row in block.rows] if isinstance(block, Facts) else _cells(block)
        assert [[_plain(cell) for cell in row] for row in rows] == [[_plain(cell) for cell in row] for row in wanted]


def _cells(block: Table) -> list[list[str]]:
    return [[one.heading for one in block.columns], *([shown(cell) for cell in row] for row in block.rows)]


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def test_what_a_report_asks_for_is_asked_as_a_prompt(make: Callable[..., Made]) -> None:
    for key in ("themes", "private-fostering"):
        blocks = make(key).document.blocks
        assert [one for one in blocks if isinstance(one, Paragraph) and one.look is Look.PROMPT]
