"""The annual report on the command line: shown, its state, written by acts, made into a file, published for good."""

import io
import json
from datetime import UTC, date, datetime

import docx
import pytest

from iro_desktop.app import Options
from iro_desktop.domain.act_json import act_to_json
from iro_desktop.domain.acts import PublishReport, RecordFeedback, WriteReportSection
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Role
from tests.services.cases import CHILD, FIRST, IRO
from tests.services.office import day

NAMES = ("--names", "--for", "board", "--purpose", "annual report")
WRITTEN = WriteReportSection(year=2025, section="introduction", text="A good year for Zebedee.")
SAID = RecordFeedback(on=day("1 Jun 2025"), source=Role.CHILD, words="Ask Zebedee.", may_quote=True)


def do(command, folder, *acts):
    path = folder.parent / "acts.json"
    path.write_text(json.dumps([act_to_json(act) for act in acts]), encoding="utf-8")
    answer = command("act", path)
    assert answer.code == 0, answer.err


@pytest.fixture
def filled(command, folder):
    do(command, folder, IRO, CHILD, FIRST, SAID, WRITTEN)
    return command


def test_what_a_person_wrote_or_said_is_shown_for_a_reader_and_a_purpose_alone(filled):
    shown = filled("report", "2025")
    assert shown.code == 0
    assert "Introduction" in shown.out
    assert "Zebedee" not in shown.out
    assert "(words are shown with --names)" in shown.out
    assert filled("report", "2025", "--names").code == 1
    named = filled("report", "2025", *NAMES)
    assert "A good year for Zebedee." in named.out
    assert "“Ask Zebedee.” – the child" in named.out
    assert "Zebedee" not in json.dumps(filled("report", "2025", "--json").json)


def test_one_section_can_be_asked_for(filled):
    (one,) = filled("report", "2025", "--section", "purpose", "--json").json
    assert (one["section"], one["state"]) == ("purpose", "By itself")
    assert any("section 25B(1)" in line for line in one["lines"])
    assert filled("report", "2025", "--section", "weather").code == 1


def test_the_status_says_what_is_to_be_written_and_what_is_to_be_known(filled):
    told = filled("report", "status", "2025", "--json").json
    assert told["published_on"] is None
    assert "introduction" not in told["missing"]
    assert "reviews" in told["missing"]
    states = {row["section"]: row["state"] for row in told["sections"]}
    assert (states["introduction"], states["reviews"]) == ("Written", "To write")
    assert "To write" in filled("report", "status", "2025").out


@pytest.mark.parametrize("words", [(), ("status",), ("next",), ("2025", "2026"), ("٢٠٢٥",)])
def test_a_year_has_to_be_said(filled, words):
    assert filled("report", *words).code in {1, 2}


def test_it_is_a_draft_until_it_is_published_and_then_the_same_file(filled, folder):
    path = folder.parent / "report.docx"
    assert filled("export", "annual-report", path, "--year", "2025").code == 0
    draft = docx.Document(io.BytesIO(path.read_bytes()))
    assert "DRAFT" in draft.sections[0].header.part.blob.decode()
    do(filled, folder, PublishReport(year=2025))
    once, again = folder.parent / "once.docx", folder.parent / "again.docx"
    assert filled("export", "annual-report", once, "--year", "2025").code == 0
    do(filled, folder, RecordFeedback(on=day("2 Jun 2025"), source=Role.CARER, words="Late.", may_quote=True))
    assert filled("export", "annual-report", again, "--year", "2025").code == 0
    read = [[one.text for one in docx.Document(str(path)).paragraphs] for path in (once, again)]
    assert read[0] == read[1]
    assert once.read_bytes() == again.read_bytes()
    assert "To write:" not in "\n".join(read[0])
    assert filled("act", folder.parent / "acts.json").code in {0, 1}
    assert "was published" in _refused(filled, folder, WRITTEN)
    assert filled("undo").code in {0, 1}
    published_on = date.fromisoformat(filled("report", "status", "2025", "--json").json["published_on"])
    assert f"Published on {short(published_on)}. " in filled("report", "2025").err
    assert filled("check").code == 0


def _refused(command, folder, act) -> str:
    path = folder.parent / "one.json"
    path.write_text(json.dumps([act_to_json(act)]), encoding="utf-8")
    answer = command("act", path)
    assert answer.code == 1
    return str(answer.err)


def test_check_says_that_a_published_report_was_changed_past_the_program(filled, folder):
    from dataclasses import replace

    from iro_desktop.cli.session import writing
    from iro_desktop.domain.records import AnnualReport
    from iro_desktop.store.gate import ActLine, Change
    from tests.conftest import TODAY

    do(filled, folder, PublishReport(year=2025))
    with writing(Options(folder, TODAY)) as store, store.writing() as writer:
        (one,) = writer.all(AnnualReport)
        changed = replace(one, content=(one.content or "").replace("good year", "bad year"))
        writer.write(ActLine("Test", "Test", "x", "x", datetime.now(UTC)), [Change(one, changed)])
    told = filled("check")
    assert told.code == 1
    assert "Annual report 2025/26: It is not as it was published" in told.out
    assert "Nothing was written" in filled("export", "annual-report", folder.parent / "x.docx", "--year", "2025").err
