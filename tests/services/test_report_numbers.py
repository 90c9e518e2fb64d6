"""Each number of the annual report, read back from its Word file, is found in the measures, counted another way."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import docx
import pytest

from iro_desktop.domain.acts import CorrectReview
from iro_desktop.domain.documents import Block, Bullets, Chart, Facts, Look, Paragraph, Table, lines_of
from iro_desktop.domain.vocabulary import Participation, TeamEventKind
from iro_desktop.exchange.word_out import word_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.model import By, Unit
from iro_desktop.measures.suppress import HIDDEN
from iro_desktop.rules.calendar import england
from iro_desktop.services.acting import Actor, apply_acts
from iro_desktop.services.demo import fill
from iro_desktop.services.local import make_store
from iro_desktop.services.report.draft import made_of
from iro_desktop.services.report.facts import facts_of
from iro_desktop.services.report.figures import YearFigures
from iro_desktop.services.report.model import Piece, ReportView
from iro_desktop.services.report.published import report_view
from iro_desktop.services.report.sections import SECTIONS
from iro_desktop.services.sample import generate
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.templates import template_in
from iro_desktop.store.history import SAMPLE
from iro_desktop.store.store import Places, Store
from tests.conftest import TODAY
from tests.exchange.documents import png
from tests.services.report_year import CountedAgain, numbers_in, printed

YEAR = 2025
B = TypeVar("B", bound=Block)
_OWN_FACTS = frozenset({"service", "feedback", "progress", "priorities"})  # what no measure counts stands there
_TYPED = frozenset({"progress", "priorities"})


@dataclass
class Service:
    """The service, its report, and the report as somebody opens it."""

    store: Store
    snapshot: Snapshot
    view: ReportView
    again: CountedAgain
    paragraphs: list[str]
    tables: dict[str, list[list[str]]]  # by caption


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("report")
    store, _ = make_store(Places(folder / "store"), "five plain words for tests", is_sample=True)
    with store:
        fill(store, generate(150, 2, 11, TODAY), folder, Actor("sample", SAMPLE, TODAY))
        snapshot = Snapshot.of(store, TODAY, england())
        view = report_view(facts_of(snapshot, store, YEAR))
        paragraphs, tables = _read(word_of(view.document, template_in(None)("document"), lambda _chart: png(80, 40)))
        yield Service(store, snapshot, view, CountedAgain(snapshot, YEAR), paragraphs, tables)


def _read(content: bytes) -> tuple[list[str], dict[str, list[list[str]]]]:
    """Every paragraph, and every table under the paragraph that stands above it."""
    paragraphs: list[str] = []
    tables: dict[str, list[list[str]]] = {}
    for one in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(one, docx.table.Table):
            tables.setdefault(paragraphs[-1], []).extend([[cell.text for cell in row.cells] for row in one.rows])
        else:
            paragraphs.append(one.text)
    return paragraphs, tables


def pieces(service: Service, kind: type[B]) -> list[tuple[str, Piece, B]]:
    """Every piece of that kind of block: the section it stands in, the piece, the block."""
    return [
        (one.key, piece, piece.block)
        for one in service.view.sections
        for piece in one.pieces
        if isinstance(piece.block, kind)
    ]


def test_the_report_is_full_of_figures(service: Service):
    kinds = Counter(type(piece.block).__name__ for one in service.view.sections for piece in one.pieces)
    assert kinds["Table"] > 20
    assert kinds["Chart"] > 6
    shown = {about.measure for one in service.view.sections for about in one.figures}
    assert len(shown) > 40
    assert shown <= set(BY_ID)


def test_every_table_told_apart_is_what_the_rows_say(service: Service):
    checked = 0
    for _, piece, table in pieces(service, Table):
        about = piece.about
        if len(about) != 1 or about[0].by is None or about[0].measure == "caseload.per-fte":
            continue
        (one,) = about
        read = service.tables[table.caption]
        assert read[0] == [column.heading for column in table.columns]
        parts = service.again.apart(one.measure, one.by)
        folded = {words.casefold(): counts for words, counts in parts.items()}
        whole = service.again.figure(one.measure)
        for cells in read[1:]:
            if HIDDEN in cells[1:]:
                continue
            words = cells[0].split(" ")[0] if one.by is By.QUARTER else cells[0].split(":")[0]
            met, counted = (
                (whole.numerator, whole.denominator) if words == "All" else folded.get(words.casefold(), (0, 0))
            )
            wanted = {
                ("In time", "Of"): [f"{met:,}", f"{counted:,}", printed(Unit.PERCENT, _share(met, counted))],
                ("Number", "Share"): [f"{counted:,}", printed(Unit.PERCENT, _share(counted, whole.denominator))],
                ("Times", "Share"): [f"{counted:,}", printed(Unit.PERCENT, _share(counted, whole.denominator))],
                ("Reviews", "Share"): [f"{counted - met:,}", _late_share(counted - met, whole)],
            }
            kind = (read[0][1], read[0][2])
            if words == "Other reasons":
                continue
            fitting = wanted.get(kind) or [f"{met:,}", f"{counted:,}", printed(Unit.PERCENT, _share(met, counted))]
            assert cells[1:] == fitting, (table.caption, cells)
            checked += 1
    assert checked > 50


def _share(part: int, whole: int) -> float | None:
    return int((2000 * part + whole) // (2 * whole)) / 10 if whole else None


def _late_share(late: int, whole) -> str:
    return printed(Unit.PERCENT, _share(late, whole.denominator - whole.numerator))


def test_the_table_of_indicators_is_what_the_measures_say(service: Service):
    (rows,) = [rows for caption, rows in service.tables.items() if caption.startswith("Performance indicators")]
    (piece,) = [piece for key, piece, _ in pieces(service, Table) if key == "indicators"]
    assert len(rows) - 1 == len(piece.about) > 15
    for cells, about in zip(rows[1:], piece.about, strict=True):
        figure = service.again.figure(about.measure)
        if HIDDEN not in cells[1:4]:
            share = figure.definition.unit is Unit.PERCENT
            of = f"{figure.denominator:,}" if share else ""
            assert cells[1:4] == [f"{figure.numerator:,}", of, printed(figure.definition.unit, figure.value)]


def test_every_number_in_a_sentence_or_a_chart_is_one_of_its_measures(service: Service):
    checked = 0
    for section in service.view.sections:
        for piece in section.pieces:
            if not isinstance(piece.block, Paragraph | Bullets | Chart) or section.key in _TYPED:
                continue
            allowed = {number for about in piece.about for number in _numbers_of(service, about.measure, about.by)}
            if not piece.about:
                allowed = _unmeasured(service, section.key)
            for line in lines_of(piece.block):
                found = set(numbers_in(line))
                assert found <= allowed, (section.key, line, found - allowed)
                checked += len(found)
    assert checked > 150


def test_every_sentence_stands_in_the_word_file(service: Service):
    read = set(service.paragraphs)
    for one in service.view.sections:
        for piece in one.pieces:
            block = piece.block
            if isinstance(block, Paragraph) and (block.look is not Look.PROMPT or not one.text):
                assert any(block.words in line for line in read), block.words


def test_what_no_measure_counts_is_counted_from_the_services_own_records(service: Service):
    own = _own_numbers(service)
    for key, _, block in pieces(service, Facts):
        if key in {"service", "feedback"}:
            for label, words in block.rows:
                assert set(numbers_in(words)) <= own, (label, words)


def _unmeasured(service: Service, key: str) -> set[str]:
    """What may stand where no measure counts: the service's own records; and which numbers are small."""
    return _own_numbers(service) if key in _OWN_FACTS else {"1", "4"} if key == "measures" else set()


def _numbers_of(service: Service, measure: str, by: By | None) -> Iterator[str]:
    """Every number that may be said of a measure: this year, the year before, and how far apart they are."""
    now, unit = service.again.figure(measure), BY_ID[measure].unit
    yield from _of_figure(now, unit)
    for before in _befores(service, measure):
        yield from _of_figure(before, unit)
        if now.value is not None and before.value is not None:
            yield printed(unit, abs(round(now.value - before.value, 2))).split(" ")[0]
    yield from (f"{count:,}" for _, count in now.left_out)
    yield f"{now.beside:,}"
    if measure == "caseload.per-fte":
        yield from ("7.15", "50", "70")
        yield from _caseloads(service)
    parts = service.again.apart(measure, by)
    for words, (met, counted) in parts.items():
        yield from numbers_in(words)
        yield from (f"{met:,}", f"{counted:,}", f"{counted - met:,}", printed(Unit.PERCENT, _share(met, counted))[:-2])
    if measure in {"children.started", "children.ceased"}:
        started, ceased = (service.again.figure(one).denominator for one in ("children.started", "children.ceased"))
        yield f"{abs(started - ceased):,}"
    if unit is Unit.PERCENT:
        yield from ("20",)  # working days of the whole, in the sentence about alerts resolved


def _of_figure(figure, unit: Unit) -> Iterator[str]:
    yield from (f"{figure.numerator:,}", f"{figure.denominator:,}", f"{figure.denominator - figure.numerator:,}")
    yield printed(unit, figure.value).split(" ")[0]


def _befores(service: Service, measure: str) -> Iterator:
    """Counted today, and as typed in: what the program makes of its two numbers, and what was printed."""
    yield service.again.figure(measure, YEAR - 1)
    for one in facts_of(service.snapshot, service.store, YEAR).sets:
        said = one.figure(measure)
        if said is not None and said.value is not None and said.numerator and said.denominator:
            figure = replace(service.again.figure(measure), numerator=said.numerator, denominator=said.denominator)
            yield replace(figure, value=_share(said.numerator, said.denominator))
            yield replace(figure, value=said.value)
            yield replace(figure, value=said.value, numerator=round(said.value * said.denominator / 100))
            yield replace(figure, value=round(said.value), numerator=round(said.value))


def _caseloads(service: Service) -> Iterator[str]:
    again = service.again
    for from_on, to_on in again._quarters():
        span = replace(again.span(YEAR), from_on=from_on, to_on=to_on)
        rows = again.rows("caseload.per-fte", span)
        fte = sum(
            one.fte for one in service.snapshot.iros
            if (one.role is None or one.role.value not in {"manager", "fostering"})
            and (one.from_on is None or one.from_on <= to_on) and (one.to_on is None or one.to_on >= to_on)
        )  # fmt: skip
        yield f"{len([row for row in rows if row.left_out is None]) / fte:.1f}"


def _own_numbers(service: Service) -> set[str]:
    """Counts of records that belong to no child, each by its own rule, written again here."""
    first, last = service.again.span(YEAR).from_on, service.again.span(YEAR).to_on
    snapshot = service.snapshot
    found: set[int] = set(range(60))  # years in post and since qualifying, IROs, areas: small whole numbers
    for kind in TeamEventKind:
        found.add(sum(one.what is kind and first <= one.on <= last for one in snapshot.team_events))
    said = [one for one in snapshot.feedback if first <= one.on <= last]
    found |= {len(said), sum(one.may_quote is True for one in said), *Counter(one.source for one in said).values()}
    return {f"{number:,}" for number in found} | {f"{one.fte:g}" for one in snapshot.iros}


# --- what one fact changes


def _unhidden(store: Store) -> dict[int, tuple[str, Piece]]:
    """Every piece as it is made where nothing is hidden, in its place."""
    year = YearFigures(facts_of(Snapshot.of(store, TODAY, england()), store, YEAR))
    made = [(one.key, piece) for one in SECTIONS for piece in one.make(year)]
    return dict(enumerate(made))


def test_changing_one_fact_changes_exactly_the_numbers_that_hang_on_it(service: Service):
    store, before = service.store, service.again
    attended = [row for row in before.rows("attendance") if row.is_met and row.tag(By.CODE) == "PN1"]
    row = attended[len(attended) // 2]
    assert row.review_on is not None
    was = _unhidden(store)
    act = CorrectReview(child=row.child, held_on=row.review_on, participation=Participation.PN7)
    done = apply_acts(store, [act], Actor("tester", "window", TODAY), england())
    assert done is not None
    try:
        after = CountedAgain(Snapshot.of(store, TODAY, england()), YEAR)
        moved = {one.id for one in DEFINITIONS if _told(before, one.id) != _told(after, one.id)}
        assert {"attendance", "participation.strict", "participation.broad", "not-attended"} <= moved
        assert "timeliness.held" not in moved
        now = _unhidden(store)
        assert len(now) == len(was)
        changed = {at for at in was if was[at] != now[at]}
        hang_on_it = {at for at, (_, piece) in now.items() if {about.measure for about in piece.about} & moved}
        assert changed <= hang_on_it
        seen = {about.measure for at in changed for about in now[at][1].about}
        printed_ = {about.measure for _, piece in now.values() for about in piece.about}
        assert moved & printed_ <= seen
    finally:
        from iro_desktop.services.acting import undo

        undo(store, Actor("tester", "window", TODAY))


def _told(again: CountedAgain, measure: str) -> list[tuple[object, ...]]:
    return sorted(
        (row.child, row.day, row.nth, row.is_met, str(row.left_out), row.tags, row.amount or 0)
        for row in again.rows(measure)
    )


def test_made_twice_it_is_the_same_to_the_letter(service: Service):
    one, two = (made_of(facts_of(service.snapshot, service.store, YEAR)).pieces for _ in range(2))
    assert one == two
