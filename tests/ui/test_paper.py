"""Pages: what is written is what was shown, every word in its order, and no row, heading or chart where it is lost."""

import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.documents import (
    Align,
    Block,
    Bullets,
    Chart,
    ChartKind,
    Column,
    Document,
    Facts,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Series,
    Table,
)
from iro_desktop.domain.errors import UserError
from iro_desktop.services.outputs.painter import Painter
from iro_desktop.ui.painter import PaperPainter
from iro_desktop.ui.paper import Pages, pages_of, paint_on, send_to
from iro_desktop.ui.theme import Scheme, theme_of
from tests.exchange.documents import CHARTS, EVERY_BLOCK, REVIEWS, said_by, saying
from tests.exchange.nasty import TEXTS

LONG = Table(REVIEWS.columns, tuple((f"AB{n:04}", None, n, f"row {n}") for n in range(200)), "Everybody")


@pytest.fixture
def painter(dressed: QApplication) -> Painter:
    return PaperPainter()


def flat(text: str) -> str:
    """Words without what lies between them: where a line is broken is the page's own affair."""
    return "".join(text.split())


def pages_said(content: bytes) -> list[str]:
    return [one.extract_text() for one in pypdf.PdfReader(io.BytesIO(content)).pages]


def wordy(document: Document) -> Document:
    """Without charts and pictures: what is written into those is no text of the document."""
    return replace(document, blocks=tuple(one for one in document.blocks if not isinstance(one, Chart)))


def marked(block: Block) -> list[str]:
    """The lines of a block, those of a list with what stands before them."""
    if not isinstance(block, Bullets):
        return said_by(block)
    return [f"{n}. {line}" if block.is_numbered else f"• {line}" for n, line in enumerate(block.lines, 1)]


def body_said(content: bytes, document: Document) -> str:
    """The text of a PDF without head and foot of its pages."""
    found = []
    for number, page in enumerate(said := pages_said(content), 1):
        edges = (document.marking, document.notice, document.foot, f"Page {number} of {len(said)}")
        text = flat(page)
        for edge in edges:
            assert flat(edge) in text
            text = text.replace(flat(edge), "", 1)
        found.append(text)
    return "".join(found)


class TestPdf:
    def test_every_word_stands_in_it_in_order(self, painter: Painter) -> None:
        document = wordy(EVERY_BLOCK)
        wanted = [document.title, *document.head, *(line for one in document.blocks for line in marked(one))]
        assert body_said(painter.pdf(document), document) == flat("".join(wanted))

    def test_a_chart_says_its_title_its_values_and_what_it_shows(self, painter: Painter) -> None:
        said = flat("".join(pages_said(painter.pdf(EVERY_BLOCK))))
        for chart in CHARTS:
            assert flat(chart.title) in said
            assert flat(chart.told) in said
            assert all(name in said for name in chart.categories)
        assert "93.8" in said

    def test_it_holds_its_title_and_nothing_else_about_itself(self, painter: Painter) -> None:
        content = painter.pdf(EVERY_BLOCK)
        reader = pypdf.PdfReader(io.BytesIO(content))
        about = {name: value for name, value in (reader.metadata or {}).items() if value}
        assert about.pop("/Producer").startswith("Qt")
        assert about == {"/Title": EVERY_BLOCK.title, "/Trapped": "/False"}
        assert not re.search(rb"CreationDate|ModDate|CreateDate|/JavaScript|/OpenAction|/URI|/EmbeddedFile", content)
        assert dict(reader.attachments) == {}
        assert not any(page.annotations for page in reader.pages)

    def test_the_same_document_gives_the_same_bytes(self, painter: Painter) -> None:
        assert painter.pdf(EVERY_BLOCK) == painter.pdf(EVERY_BLOCK)
        assert painter.chart(CHARTS[0]) == painter.chart(CHARTS[0])

    def test_pages_are_a4_upright_or_wide(self, painter: Painter) -> None:
        for is_wide, wanted in ((False, (595, 842)), (True, (842, 595))):
            content = painter.pdf(replace(EVERY_BLOCK, is_wide=is_wide))
            pages = pypdf.PdfReader(io.BytesIO(content)).pages
            assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in pages} == {wanted}

    def test_each_page_says_draft_and_sample_and_a_letter_says_no_marking(self, painter: Painter) -> None:
        for page in pages_said(painter.pdf(replace(EVERY_BLOCK, is_draft=True, is_sample=True))):
            assert "DRAFT" in page
            assert "invented children" in " ".join(page.split())
        letter = replace(EVERY_BLOCK, marking="", template="letter")
        assert "OFFICIAL" not in "".join(pages_said(painter.pdf(letter)))

    def test_the_contents_name_the_page_on_which_each_heading_stands(self, painter: Painter) -> None:
        blocks = (Heading("First"), Paragraph("Words."), NewPage(), Heading("Second"), LONG, Heading("Third"))
        document = replace(EVERY_BLOCK, has_contents=True, blocks=blocks)
        pages = [flat(one) for one in pages_said(painter.pdf(document))]
        where = {
            one: next(n for n, page in enumerate(pages, 1) if n > 1 and one in page) for one in ("Second", "Third")
        }
        opening = pages[0]
        assert f"Second{where['Second']}Third{where['Third']}" in opening
        assert where["Third"] > where["Second"] + 1


class TestPages:
    def test_no_row_is_cut_and_the_headings_of_a_table_stand_on_each_of_its_pages(self, painter: Painter) -> None:
        pages = pages_said(painter.pdf(replace(EVERY_BLOCK, blocks=(LONG,))))
        assert len(pages) > 3
        for page in pages:
            assert flat("ChildLast reviewDaysStanding") in flat(page)
        rows = [int(one) for page in pages for one in re.findall(r"row\s+(\d+)", page)]
        assert rows == list(range(200))

    @pytest.mark.parametrize("before", range(1, 60, 3))
    def test_a_heading_never_stands_alone_at_the_foot(self, dressed: QApplication, before: int) -> None:
        lines = tuple(f"Line {n}." for n in range(before))
        document = replace(EVERY_BLOCK, blocks=(Bullets(lines), Heading("Followed"), Heading("Closely", 2), LONG))
        for tops in heights(pages_of(document)):
            assert tops[-1] != "kept"

    @pytest.mark.parametrize("before", range(20, 62, 3))
    def test_neither_the_first_nor_the_last_row_of_a_table_stands_alone(self, painter: Painter, before: int) -> None:
        lines = Bullets(tuple(f"Line {n}." for n in range(before)))
        rows = (*((f"row {n}", n) for n in range(12)), ("All", 66))
        table = Table((Column("Name"), Column("Number", Align.RIGHT)), rows, "Few", frozenset({12}))
        pages = pages_said(painter.pdf(replace(EVERY_BLOCK, blocks=(lines, table))))
        counts = [len(re.findall(r"row\s+\d", page)) + len(re.findall(r"All\s+66", page)) for page in pages]
        assert sum(counts) == 13
        assert not [one for one in counts if one == 1]

    @pytest.mark.parametrize("before", range(20, 62, 3))
    def test_a_small_table_is_never_parted(self, painter: Painter, before: int) -> None:
        lines = Bullets(tuple(f"Line {n}." for n in range(before)))
        facts = Facts(tuple((f"Label {n}", "words") for n in range(6)))
        pages = pages_said(painter.pdf(replace(EVERY_BLOCK, blocks=(lines, Heading("Measure", 2), facts))))
        assert sorted(len(re.findall(r"Label\s+\d", page)) for page in pages)[-2:] in ([6], [0, 6])

    def test_everything_stands_within_its_page(self, dressed: QApplication) -> None:
        document = replace(EVERY_BLOCK, blocks=EVERY_BLOCK.blocks * 4 + (LONG,))
        pages = pages_of(document)
        room = pages.size.height() - pages.margins.top - pages.margins.bottom
        for page in pages.pages:
            ends = [top + item.height for top, item in page.placed]
            assert max(ends) <= room + 0.01
            assert all(one <= other + 0.01 for one, (other, _) in zip(ends, page.placed[1:], strict=False))

    def test_a_row_taller_than_a_page_goes_on_overleaf_and_loses_no_word(self, painter: Painter) -> None:
        words = " ".join(f"word{n}" for n in range(4000))
        table = Table((Column("Child"), Column("Note", width=3)), (("AB12", words), ("AB13", "short")))
        pages = pages_said(painter.pdf(replace(EVERY_BLOCK, blocks=(table,))))
        assert len(pages) > 3
        found = re.findall(r"word(\d+)", flat("".join(pages)).replace("word", " word"))
        assert [int(one) for one in found] == list(range(4000))

    def test_a_new_page_begins_one_and_two_begin_no_empty_one(self, dressed: QApplication) -> None:
        blocks = (Paragraph("One."), NewPage(), NewPage(), Paragraph("Two."), NewPage())
        assert pages_of(replace(EVERY_BLOCK, blocks=blocks)).count == 2

    EMPTY = (Bullets(()), Facts(()), Table((Column("A"),), ()), NewPage(), Chart("No", ChartKind.BARS, (), (), "None."))

    @pytest.mark.parametrize("before", range(20, 62))
    def test_no_page_is_left_with_nothing_on_it(self, dressed: QApplication, before: int) -> None:
        lines = Bullets(tuple(f"Line {n}." for n in range(before)))
        for last in (Facts((("Label", "words"),)), Table((Column("A"),), (("b",),)), Paragraph("Last.", Look.PROMPT)):
            pages = pages_of(replace(EVERY_BLOCK, blocks=(lines, Heading("Measure", 2), last)))
            assert all(page.placed for page in pages.pages)

    @pytest.mark.parametrize("blocks", [(), *((one,) for one in EMPTY)])
    def test_what_is_empty_still_makes_a_page(self, painter: Painter, blocks: tuple) -> None:
        assert len(pages_said(painter.pdf(replace(EVERY_BLOCK, blocks=blocks)))) == 1

    @settings(max_examples=25)
    @given(st.one_of(TEXTS, st.text(st.characters(), max_size=30)))
    def test_any_text_can_be_painted(self, qapp: QApplication, text: str) -> None:
        assert PaperPainter().pdf(saying(text)).startswith(b"%PDF-")


def heights(pages: Pages) -> list[list[str]]:
    """For each page that is followed by another, how its items end: "kept" where the last belongs to the next."""
    return [["kept" if item.keeps_next else "free" for _, item in page.placed] for page in pages.pages]


class TestCharts:
    @pytest.mark.parametrize("chart", CHARTS, ids=[one.kind.value for one in CHARTS])
    def test_a_chart_is_a_png_of_300_dots_per_inch_170_mm_wide(self, painter: Painter, chart: Chart) -> None:
        image = QImage.fromData(painter.chart(chart))
        assert image.width() == 2008
        assert image.dotsPerMeterX() == 11811
        assert image.pixelColor(1, 1) == QColor("white")

    def test_kinds_are_told_apart_without_colour(self, painter: Painter) -> None:
        """In grey, the mean and the unevenness of each segment differ from those of its neighbours."""
        series = tuple(Series(f"S{n}", (10.0,)) for n in range(6))
        chart = Chart("Greys", ChartKind.STACKED, ("Q1",), series, "Six of the same size.")
        image = QImage.fromData(painter.chart(chart)).convertToFormat(QImage.Format.Format_Grayscale8)
        x = image.width() // 2 + 60  # beside the numbers
        looks = [look_at(image, x, tall) for tall in segments(image, x)]
        assert len(looks) == 6
        for one, other in pairwise(looks):
            assert abs(one[0] - other[0]) > 25 or abs(one[1] - other[1]) > 25

    @pytest.mark.parametrize("kind", list(ChartKind))
    @pytest.mark.parametrize(
        "names", [("A", "B"), tuple(f"A category with a long name {n}" for n in range(12)), tuple(map(str, range(24)))]
    )
    def test_every_kind_paints_few_and_many_and_long_names(
        self, painter: Painter, kind: ChartKind, names: tuple
    ) -> None:
        series = (Series("One", tuple(map(float, range(len(names))))), Series("Two", (None,) * len(names)))
        assert painter.chart(Chart("Title", kind, names, series, "Told.", "%")).startswith(b"\x89PNG")

    @pytest.mark.parametrize("names", [("Q1", "Q2"), tuple(f"A reason with a long name {n}" for n in range(9))])
    def test_what_values_are_of_is_said(self, painter: Painter, names: tuple[str, ...]) -> None:
        """At the axis of columns, after each value of lying bars."""
        chart = Chart("Time", ChartKind.BARS, names, (Series("Time", (12.0,) * len(names)),), "Twelve.", "working days")
        said = "".join(pages_said(painter.pdf(replace(EVERY_BLOCK, blocks=(chart,)))))
        assert "working days" in " ".join(said.split())

    def test_a_png_holds_no_words_about_its_making(self, painter: Painter) -> None:
        assert not re.search(rb"tEXt|iTXt|zTXt|eXIf|tIME", painter.chart(CHARTS[0])[:200])


def segments(image: QImage, x: int) -> list[tuple[int, int]]:
    """Six parts of equal height between the top and the foot of the one stack."""
    dark = [y for y in range(image.height()) if any(image.pixelColor(x + d, y).value() < 235 for d in range(-8, 9))]
    column = [y for y in dark if y > 90]
    top, foot = column[0], column[-1]
    step = (foot - top) / 6
    return [(round(top + n * step) + 12, round(top + (n + 1) * step) - 12) for n in range(6)]


def look_at(image: QImage, x: int, tall: tuple[int, int]) -> tuple[float, float]:
    values = [image.pixelColor(x + d, y).value() for y in range(*tall) for d in range(40)]
    mean = sum(values) / len(values)
    return mean, (sum((one - mean) ** 2 for one in values) / len(values)) ** 0.5


class TestPaper:
    def test_a_printer_gets_the_pages_of_the_pdf(self, painter: Painter, tmp_path: object) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(f"{tmp_path}/printed.pdf")
        printer.setFullPage(True)
        document = replace(EVERY_BLOCK, blocks=(LONG,))
        count = paint_on(printer, document, "")
        printed = pypdf.PdfReader(f"{tmp_path}/printed.pdf")
        assert count == len(printed.pages) == pages_of(document).count
        said = "".join(one.extract_text() for one in printed.pages)
        assert flat(said) == flat("".join(pages_said(painter.pdf(document))))

    def test_a_printer_that_is_not_there_gets_a_sentence(self, dressed: QApplication) -> None:
        with pytest.raises(UserError, match=r"Nothing was printed\."):
            send_to(EVERY_BLOCK, "no such printer")

    def test_colours_of_the_window_do_not_reach_the_paper(self, painter: Painter) -> None:
        light = painter.pdf(EVERY_BLOCK)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme_of(app).choose(Scheme.DARK, 200)
        assert painter.pdf(EVERY_BLOCK) == light

    def test_a_page_is_white_with_dark_words(self, dressed: QApplication) -> None:
        pages = pages_of(EVERY_BLOCK)
        image = QImage(QSize(595, 842), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        brush = QPainter(image)
        brush.scale(0.1, 0.1)
        pages.paint(brush, 0)
        brush.end()
        shades = [image.pixelColor(x, y).value() for x in range(0, 595, 3) for y in range(0, 842, 3)]
        assert min(shades) < 120
        assert sum(one > 240 for one in shades) > len(shades) * 0.8


def test_beside_the_window_it_paints_the_same(painter: Painter) -> None:
    wanted = painter.pdf(EVERY_BLOCK), painter.chart(CHARTS[1])
    with ThreadPoolExecutor(3) as others:
        works = [others.submit(lambda: (painter.pdf(EVERY_BLOCK), painter.chart(CHARTS[1]))) for _ in range(9)]
        mine = [painter.pdf(EVERY_BLOCK) for _ in range(3)]
        assert all(one.result() == wanted for one in works)
    assert mine == [wanted[0]] * 3


def test_a_process_without_a_window_paints_the_same_bytes(painter: Painter) -> None:
    code = (
        "import sys; from tests.exchange.documents import EVERY_BLOCK; "
        "from iro_desktop.ui.painter import PaperPainter; "
        "assert 'PySide6' not in sys.modules; painter = PaperPainter(); "
        "sys.stdout.buffer.write(painter.pdf(EVERY_BLOCK) + painter.chart(EVERY_BLOCK.blocks[13]))"
    )
    bare = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    chart = EVERY_BLOCK.blocks[13]
    assert isinstance(chart, Chart)
    wanted = painter.pdf(EVERY_BLOCK) + painter.chart(chart)
    for _ in range(3):  # each process has its own order of hash tables
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=bare)
        assert done.stdout == wanted
        assert done.stderr == b""
