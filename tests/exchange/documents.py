"""A document with every kind of block, what it says line by line, and what may not stand in a Word file."""

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from iro_desktop.domain.documents import (
    PROMPT_MARK,
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
    Picture,
    Series,
    Table,
    lines_of,
)
from iro_desktop.paths import resource

DAY = date(2026, 11, 23)
REVIEWS = Table(
    (Column("Child"), Column("Last review"), Column("Days", Align.RIGHT, 0.6), Column("Standing", width=2)),
    (("AB12", DAY, -3, "overdue by 3 working days"), ("AB13", None, 1233, "in time"), ("All", None, 1230, "")),
    "Children by how late their review is",
    frozenset({2}),
)
CHARTS = (
    Chart("By month", ChartKind.BARS, ("Apr", "May"), (Series("In time", (93.8, None)),), "93.8 % in April.", "%"),
    Chart("By way", ChartKind.STACKED, ("Q1", "Q2"), (Series("Person", (3, 4)), Series("Video", (1, 0))), "Mostly so."),
    Chart("By year", ChartKind.LINE, ("2025", "2026"), (Series("Caseload", (72, 61.5)),), "It fell to 61.5."),
)


def png(width: int = 40, height: int = 20, *extra: tuple[bytes, bytes]) -> bytes:
    """A small grey picture, with further chunks where asked for."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress((b"\0" + bytes([200]) * width) * height))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*one) for one in extra) + body + chunk(b"IEND", b"")


EVERY_BLOCK = Document(
    "Annual report 2025 to 2026",
    ("All IROs, 1 April 2025 to 31 March 2026", "412 of 412 children"),
    (
        Heading("Summary"),
        Paragraph("Reviews held in time stood at 93.8 %.", Look.LEAD),
        Paragraph("The service reviewed 412 children.\nIt held 804 reviews."),
        Paragraph("Source: the store of this program.", Look.SOFT),
        Paragraph("“I talked more than the grown-ups.” Boy, 12", Look.QUOTE),
        Paragraph("Say why the rate rose.", Look.PROMPT),
        Heading("What we did", 2),
        Bullets(("A clinic each quarter.", "Shadowing.")),
        Heading("What we will do", 3),
        Bullets(("First this.", "Then that."), is_numbered=True),
        Bullets(("Again from one.",), is_numbered=True),
        Facts((("Chair", "Jo Bloggs"), ("Standing", "Draft"))),
        Heading("Figures"),
        *CHARTS,
        REVIEWS,
        NewPage(),
        Heading("Appendix"),
        Picture(base64.b64encode(png()).decode(), "Jo Bloggs, smiling", 30),
        Paragraph("The end."),
    ),
    foot="Annual report. Made with IRO Desktop.",
)


def template(name: str = "document") -> bytes:
    """One of the standard templates."""
    return resource("templates", f"{name}.docx").read_bytes()


def said_by(block: Block) -> list[str]:
    """The lines of a block as paper has them: a prompt with its mark, a picture without words."""
    if isinstance(block, Paragraph) and block.look is Look.PROMPT:
        return [f"{PROMPT_MARK} {block.words}"]
    return [] if isinstance(block, Picture) else list(lines_of(block))


def body_lines(content: bytes) -> list[str]:
    """What a Word file says beneath its head, a line for each paragraph and row; empty paragraphs say nothing."""
    word = docx.Document(io.BytesIO(content))
    return [line for line in _lines(word) if line]


def _lines(word: WordDocument) -> Iterator[str]:
    for one in word.element.body:
        if one.tag == qn("w:p"):
            yield WordParagraph(one, word).text
        elif one.tag == qn("w:tbl"):
            for row in WordTable(one, word).rows:
                yield "\t".join(cell.text for cell in row.cells)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_WRONG = (
    r"w:comment|w:vanish|w:rsid|w:ins |w:del |w:moveFrom|TargetMode|vbaProject|macroEnabled|w:attachedTemplate"
    r"|oleObject|\bDDE(?:AUTO)?\b|INCLUDE|w:docVar|customXml|altChunk"
)
_ALLOWED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|word/_rels/\w+\.xml\.rels|word/media/image\d+\.(png|jpe?g)"
    r"|word/(document|styles|numbering\d*|settings|header\d*|footer\d*|footnotes|endnotes|fontTable)\.xml|word/theme/theme\d\.xml"
)


def word_faults(content: bytes) -> list[str]:
    """Whatever in a Word file is more than what a reader sees."""
    found = []
    for name, part in parts_of(content).items():
        if not _ALLOWED.fullmatch(name):
            found.append(name)
        if name.endswith((".xml", ".rels")):
            markup = re.sub(r"<w:t[ >].*?</w:t>", "", part.decode("utf-8"), flags=re.DOTALL)
            found += [f"{name}: {one}" for one in re.findall(_WRONG, re.sub(r'descr="[^"]*"', "", markup))]
    about = re.findall(r"<(\w+:\w+)[ >]", parts_of(content)["docProps/core.xml"].decode())
    return found + [one for one in about if one not in {"cp:coreProperties", "dc:title", "dc:language"}]


def tampered(change: dict[str, bytes | None], name: str = "document") -> bytes:
    """A standard template with some parts put in, changed or taken away."""
    parts: dict[str, bytes | None] = {**parts_of(template(name)), **change}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, part in parts.items():
            if part is not None:
                archive.writestr(path, part)
    return packed.getvalue()


@cache
def body_xml() -> str:
    """The main part of the standard template."""
    return parts_of(template())["word/document.xml"].decode()


def with_body(old: str, new: str) -> bytes:
    """The standard template with something else in its main part."""
    assert old in body_xml()
    return tampered({"word/document.xml": body_xml().replace(old, new).encode()})


def related(kind: str, target: str, mode: str = "") -> bytes:
    """The standard template with one more relation of its main part."""
    path = "word/_rels/document.xml.rels"
    one = f'<Relationship Id="x" Type="http://a/{kind}" Target="{target}"{mode}/></Relationships>'
    return tampered({path: parts_of(template())[path].replace(b"</Relationships>", one.encode())})


def saying(words: str) -> Document:
    """A document that says the same words in every place."""
    return replace(
        EVERY_BLOCK,
        title=words,
        head=(words,),
        marking=words,
        foot=words,
        blocks=(
            Heading(words),
            *(Paragraph(words, look) for look in Look),
            Bullets((words,)),
            Facts(((words, words),)),
            Table((Column(words),), ((words,),), words),
            Chart(words, ChartKind.BARS, (words,), (Series(words, (1.0,)),), words),
            Picture(base64.b64encode(png()).decode(), words),
            Picture("no picture", words),
        ),
    )
