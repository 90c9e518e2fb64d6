"""Outputs asked for in vain: an empty store, somebody unknown; and the export log read back from its sentences."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iro_desktop.domain.documents import Align, Column, Document, Facts, Heading, Paragraph, Table
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Agency, OutputFormat
from iro_desktop.exchange.sheet_out import CSV, XLSX, content_of
from iro_desktop.exchange.sheet_table import Form
from iro_desktop.measures.model import Span
from iro_desktop.services.acting import Actor
from iro_desktop.services.local import LocalDesk
from iro_desktop.services.names_out import EXPORT, Reader
from iro_desktop.services.outputs.export_log import NOT_LEFT, line_of, log_of, year_of
from iro_desktop.services.outputs.model import Asks, Group, Made, Making, Names, Output, OutputWish
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.services.outputs.sheets import book_of, table_of
from iro_desktop.services.outputs.write import Ready, format_of
from iro_desktop.store.history import PastAct
from iro_desktop.store.store import Store
from tests.conftest import TODAY
from tests.exchange.nasty import csv_rows, sheet_faults

EVERY = tuple(OUTPUTS.by_key.values())
READER = Reader("the manager", "clinic: monthly")
every_output = pytest.mark.parametrize("output", EVERY, ids=lambda one: one.key)


@pytest.fixture
def empty(store: Store) -> LocalDesk:
    return LocalDesk(store, Actor("tester", "window", TODAY))


def wish_for(output: Output, iro: str | None = None, child: str | None = None) -> OutputWish:
    names = READER if output.names is Names.ALWAYS else None
    agency = Agency.HEALTH if Asks.AGENCY in output.asks else None
    return OutputWish(output.key, iro=iro, child=child, agency=agency, names=names)


def asked(desk: LocalDesk, wish: OutputWish) -> tuple[Made | None, str]:
    """What was made, or the sentence in its stead."""
    try:
        return desk.make_output(wish).made, ""
    except UserError as error:
        return None, str(error)


@every_output
def test_an_empty_store_gives_a_document_or_a_sentence(empty: LocalDesk, output: Output) -> None:
    made, refusal = asked(empty, wish_for(output, child="1234" if Asks.CHILD in output.asks else None))
    if made is None:
        assert refusal.count(". ") >= 1, "what happened, what is safe, what to do"
    else:
        assert made.document.title
        assert made.children == made.of == 0


@every_output
def test_somebody_who_is_not_here_is_told_of(empty: LocalDesk, output: Output) -> None:
    asks = set(output.asks)
    if asks & {Asks.IRO, Asks.ONE_IRO}:
        with pytest.raises(UserError, match=r"IRO"):
            empty.make_output(wish_for(output, iro="Nobody at all", child="1234"))
    if Asks.CHILD in asks:
        with pytest.raises(UserError, match=r"1234|child"):
            empty.make_output(wish_for(output, child="1234"))


@every_output
def test_days_far_away_end_in_a_document_or_a_sentence(empty: LocalDesk, output: Output) -> None:
    for day in (date(1990, 1, 1), date(2200, 12, 31)):
        wish = replace(
            wish_for(output, child="1234"),
            on=day if Asks.QUARTER in output.asks else None,
            year=day.year if Asks.YEAR in output.asks else None,
            span=Span(day, day, TODAY) if Asks.PERIOD in output.asks else None,
            held_on=day if Asks.REVIEW in output.asks else None,
        )
        made, refusal = asked(empty, wish)
        assert refusal if made is None else made.document.title


def test_an_output_that_is_not_there_is_refused_with_those_that_are(empty: LocalDesk) -> None:
    with pytest.raises(UserError, match=r"no output “poem”\. Nothing was written\. There are: .*caseload"):
        empty.make_output(OutputWish("poem"))


# --- the log


def _nothing(_making: Making, _wish: OutputWish) -> Made:
    raise AssertionError("not asked")


LETTER = Output("letter", "Letter", Group.CHILD, "A letter.", (OutputFormat.WORD,), _nothing, names=Names.ALWAYS)
LIST = replace(LETTER, key="list", names=Names.ON_WISH)
CARD = replace(LETTER, key="card", names=Names.NEVER)
PAGE = Document("Page", (), ())


@pytest.mark.parametrize(
    ("output", "made", "names", "told"),
    [
        (LETTER, Made(PAGE, 1, 1, (), "Letter: to a child"), READER, ("1 of 1 child", "with names")),
        (LIST, Made(PAGE, 1200, 2000, (), "List as it stands"), None, ("1,200 of 2,000 children", "by id")),
        (LIST, Made(PAGE, 0, 0, (), "List of Jo, as Word: says"), None, ("", "by id")),
        (CARD, Made(PAGE, 0, 0, (), "Card"), None, ("", "no child named")),
    ],
)
@pytest.mark.parametrize("kind", [*(one.label for one in OutputFormat), "paper"])
def test_what_the_sentence_says_is_read_back(
    output: Output, made: Made, names: Reader | None, told: tuple[str, str], kind: str
) -> None:
    line = line_of(output, made, OutputWish(output.key, names=names), kind)
    [found] = log_of([act(line)])
    assert found.what.startswith(made.log.split(" as ")[0])
    assert (found.children, found.names) == told
    assert (found.reader, found.purpose) == ((names.who, names.purpose) if names else ("", ""))
    assert found.sentence == line


@pytest.mark.parametrize("hides_small", [True, False])
def test_small_numbers_that_are_shown_are_told_before_it_is_written_and_in_the_log(*, hides_small: bool) -> None:
    counted = replace(CARD, asks=(Asks.SMALL,))
    made, wish = Made(PAGE, 0, 0, (), "Card"), OutputWish("card", hides_small=hides_small)
    [found] = log_of([act(line_of(counted, made, wish, "Word"))])
    assert found.names == ("no child named" if hides_small else "no child named, small numbers shown")
    assert found.names in Ready(counted, wish, made).told


@pytest.mark.parametrize("name", ["summary", "a folder/summary"])
def test_a_file_name_without_an_ending_is_said_to_have_none(name: str) -> None:
    with pytest.raises(UserError, match=r"whose name has no ending\. Nothing was written\. Choose .*\.docx"):
        format_of(LIST, Path(name))


def act(sentence: str, at: str = "2026-11-23T14:02:00+00:00", kind: str = EXPORT) -> PastAct:
    return PastAct("1", 1, at, "sam", "window", kind, sentence, None)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Caseload summary of 12 of 62 children written, with names, for the manager: clinic",
            ("Caseload summary", "12 of 62 children", "with names", "the manager", "clinic"),
        ),
        ("Caseload summary of 1 of 1 child written, by id", ("Caseload summary", "1 of 1 child", "by id", "", "")),
        (
            "Names shown by “find” for the manager: to call back",
            ("Names shown by “find”", "", "with names", "the manager", "to call back"),
        ),
        (
            "Calendar of 4 events written, busy times only, 1 to 30 Nov 2026",
            ("Calendar of 4 events", "", "busy times only", "", ""),
        ),
        ("Something older", ("Something older", "", "", "", "")),
        (
            f"List as Word: 1 of 1 child, by id. {NOT_LEFT}",
            (f"List as Word: 1 of 1 child, by id. {NOT_LEFT}", "", "", "", ""),
        ),
    ],
)
def test_lines_of_before_and_of_other_ways_are_read_too(sentence: str, told: tuple[str, ...]) -> None:
    [found] = log_of([act(sentence)])
    assert (found.what, found.children, found.names, found.reader, found.purpose) == told


def test_the_log_is_of_a_year_that_begins_in_april_newest_first_and_of_exports_alone() -> None:
    past = [
        act("A", "2026-03-31T12:00:00+00:00"),
        act("B", "2026-04-01T12:00:00+00:00"),
        act("Record review held", "2026-05-01T12:00:00+00:00", "RecordReviewHeld"),
        act("C", "2026-06-01T12:00:00+00:00"),
    ]
    assert [one.what for one in log_of(past, 2026)] == ["C", "B"]
    assert [one.what for one in log_of(past, 2025)] == ["A"]
    assert [one.what for one in log_of(past)] == ["C", "B", "A"]
    assert (year_of(date(2026, 3, 31)), year_of(date(2026, 4, 1))) == (2025, 2026)


# --- tables as sheets


def test_the_tables_of_a_document_become_sheets_with_days_and_numbers_of_their_own() -> None:
    table = Table(
        (Column("Child"), Column("On"), Column("Count", Align.RIGHT), Column("Share", Align.RIGHT), Column("Count")),
        (("=A1", date(2026, 11, 23), 3, 1.5, None), ("B2", None, None, 2, "few")),
        caption="What is late / now?",
    )
    again = replace(table, caption="")
    document = Document(
        "A list", ("All IROs",), (Heading("Late"), Paragraph("As it is."), table, Facts((("Children", "2"),)), again)
    )
    book = book_of(document, TODAY)
    assert [one.name for one in book.tables] == ["What is late now", "Late", "Late 2"]
    assert [one.form for one in book.tables[0].columns] == [
        Form.TEXT, Form.DAY, Form.WHOLE, Form.DECIMAL, Form.TEXT,
    ]  # fmt: skip
    assert [one.heading for one in book.tables[0].columns] == ["Child", "On", "Count", "Share", "Count (2)"]
    assert sheet_faults(content_of(book, XLSX)) == []
    assert csv_rows(content_of(book, CSV))[-2:] == [["'=A1", "2026-11-23", "3", "1.5", ""], ["B2", "", "", "2", "few"]]
    assert table_of(book.tables[0]).rows[0] == ("=A1", date(2026, 11, 23), 3, 1.5, None)


def test_a_document_without_a_table_is_a_sheet_of_its_words() -> None:
    book = book_of(Document("Words alone", ("All",), (Paragraph("One."), Paragraph("Two."))), TODAY)
    assert [list(row) for row in book.tables[0].rows] == [["One."], ["Two."]]
