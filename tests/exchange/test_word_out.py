"""A document as a Word file: real headings and header rows, every word in its order, and nothing else in it."""

import base64
import io
import re
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.domain.documents import Bullets, Chart, Document, Heading, Paragraph, Picture, Table
from iro_desktop.domain.errors import UserError
from iro_desktop.exchange import word_styles, word_templates
from iro_desktop.exchange.word_checks import PLACEHOLDERS
from iro_desktop.exchange.word_out import check_template, word_of
from iro_desktop.exchange.xml_text import xml_text
from tests.exchange.documents import (
    EVERY_BLOCK,
    REVIEWS,
    body_lines,
    body_xml,
    parts_of,
    png,
    related,
    said_by,
    saying,
    tampered,
    template,
    with_body,
    word_faults,
)
from tests.exchange.nasty import KNOWN, TEXTS
from tests.exchange.word_order import out_of_order


def painted(_chart: Chart) -> bytes:
    return png(2008, 700)


def word(document: Document = EVERY_BLOCK, poured_into: bytes | None = None) -> bytes:
    return word_of(document, poured_into or template(), painted)


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def styles_of(content: bytes) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in opened(content).paragraphs if one.style is not None and one.text]


class TestWhatItSays:
    def test_every_word_stands_in_it_in_order(self) -> None:
        wanted = [line for block in EVERY_BLOCK.blocks for line in said_by(block)]
        assert body_lines(word()) == [EVERY_BLOCK.title, "\n".join(EVERY_BLOCK.head), *wanted]

    def test_headings_lists_and_the_rest_are_styles_and_no_mere_looks(self) -> None:
        found = styles_of(word())
        for pair in (
            ("Title", "Annual report 2025 to 2026"), ("Heading 1", "Summary"), ("Heading 2", "What we did"),
            ("Heading 3", "What we will do"), ("List Bullet", "Shadowing."), ("List Number", "First this."),
            ("Lead", "Reviews held in time stood at 93.8 %."), ("Prompt", "To write: Say why the rate rose."),
            ("Quote", "“I talked more than the grown-ups.” Boy, 12"), ("Caption", REVIEWS.caption),
        ):  # fmt: skip
            assert pair in found

    def test_the_first_row_of_a_table_is_marked_as_its_headings_and_no_row_is_cut(self) -> None:
        table = opened(word()).tables[-1]
        heads = [one._tr.trPr is not None and one._tr.trPr.find(qn("w:tblHeader")) is not None for one in table.rows]
        assert heads == [True, False, False, False]
        assert all(one._tr.trPr.find(qn("w:cantSplit")) is not None for one in table.rows)
        assert [cell.text for cell in table.rows[1].cells] == ["AB12", "23 Nov 2026", "-3", "overdue by 3 working days"]

    def test_a_small_table_stays_on_one_page_and_a_long_one_leaves_no_row_alone(self) -> None:
        long = Table(REVIEWS.columns, REVIEWS.rows * 4)
        small, large = opened(word(replace(EVERY_BLOCK, blocks=(REVIEWS, long)))).tables

        def kept(table: WordTable) -> list[bool]:
            return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]

        assert kept(small) == [True, True, True, False]
        assert kept(large) == [True, True, *[False] * 9, True, False]

    def test_numbers_stand_at_the_right_and_sums_are_bold(self) -> None:
        table = opened(word()).tables[-1]
        assert [str(cell.paragraphs[0].alignment) for cell in table.rows[1].cells][2] == "RIGHT (2)"
        assert [run.bold for cell in table.rows[3].cells for run in cell.paragraphs[0].runs] == [True, True]
        assert not any(run.bold for cell in table.rows[1].cells for run in cell.paragraphs[0].runs)

    def test_charts_and_pictures_are_told_in_words(self) -> None:
        told = [one._inline.docPr.get("descr") for one in opened(word()).inline_shapes]
        assert told == ["93.8 % in April.", "Mostly so.", "It fell to 61.5.", "Jo Bloggs, smiling"]
        ids = [one._inline.docPr.get("id") for one in opened(word()).inline_shapes]
        assert len(set(ids)) == len(ids)

    def test_a_chart_is_no_wider_than_the_page_and_a_picture_as_wide_as_it_says(self) -> None:
        wide = [one.width.mm for one in opened(word()).inline_shapes]
        assert wide == pytest.approx([170, 170, 170, 30], abs=0.2)

    def test_each_numbered_list_begins_at_one(self) -> None:
        numbers = re.findall(
            r'ListNumber.{0,120}?w:numId w:val="(\d+)"', parts_of(word())["word/document.xml"].decode()
        )
        assert len(numbers) == 3
        assert numbers[0] == numbers[1] != numbers[2]

    def test_its_language_is_british_english(self) -> None:
        languages = re.findall(r'w:lang w:val="([^"]*)"', parts_of(word())["word/styles.xml"].decode())
        assert set(languages) == {"en-GB"}

    def test_each_page_has_marking_draft_sample_and_page_numbers(self) -> None:
        parts = parts_of(word(replace(EVERY_BLOCK, is_draft=True, is_sample=True)))
        header, footer = parts["word/header1.xml"].decode(), parts["word/footer1.xml"].decode()
        assert "OFFICIAL-SENSITIVE" in header
        assert "DRAFT · Sample data: invented children" in header
        assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]
        assert "Made with IRO Desktop" in footer

    def test_a_table_of_contents_shows_its_lines_at_once_and_leads_to_the_headings(self) -> None:
        content = word(replace(EVERY_BLOCK, has_contents=True))
        lines = [text for name, text in styles_of(content) if name.startswith("toc ")]
        assert lines == ["Summary", "What we did", "Figures", "Appendix"]
        xml = parts_of(content)["word/document.xml"].decode()
        assert r'TOC \o "1-2"' in xml
        leads = set(re.findall(r'w:hyperlink w:anchor="(\w+)"', xml))
        assert leads <= set(re.findall(r'w:bookmarkStart[^>]*w:name="(\w+)"', xml))
        assert xml.count('fldCharType="begin"') == xml.count('fldCharType="end"') == 1

    def test_a_wide_document_lies_on_its_side_with_its_head_to_the_edge(self) -> None:
        section = opened(word(replace(EVERY_BLOCK, is_wide=True))).sections[0]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)  # type: ignore[union-attr]
        assert str(section.orientation) == "LANDSCAPE (1)"
        styles = parts_of(word(replace(EVERY_BLOCK, is_wide=True)))["word/styles.xml"].decode()
        header = re.findall(r'w:styleId="Header".*?</w:style>', styles)[0]
        assert f'w:pos="{16838 - 2 * 1134}"' in header

    def test_a_new_page_is_a_break_before_what_follows(self) -> None:
        xml = parts_of(word())["word/document.xml"].decode()
        assert len(re.findall(r'Heading1"/><w:keepNext/><w:pageBreakBefore/>', xml)) == 1

    def test_braces_in_a_document_stay_braces(self) -> None:
        found = body_lines(word(replace(EVERY_BLOCK, blocks=(Paragraph("{{ title }} {% for %} {{ 7*7 }}"),))))
        assert found[-1] == "{{ title }} {% for %} {{ 7*7 }}"


class TestNothingHidden:
    @pytest.mark.parametrize("name", word_templates.NAMES)
    def test_nothing_stands_in_the_file_but_what_is_seen(self, name: str) -> None:
        assert word_faults(word(replace(EVERY_BLOCK, has_contents=True, template=name), template(name))) == []

    @pytest.mark.parametrize("name", word_templates.NAMES)
    @pytest.mark.parametrize("is_wide", [False, True])
    def test_everything_stands_in_the_order_that_word_wants(self, name: str, is_wide: bool) -> None:
        parts = parts_of(word(replace(EVERY_BLOCK, has_contents=True, is_wide=is_wide), template(name)))
        xml = {path: part for path, part in parts.items() if path.startswith("word/") and path.endswith(".xml")}
        assert len(xml) == 6
        assert [(path, fault) for path, part in xml.items() for fault in out_of_order(part)] == []

    def test_numbers_that_word_counts_by_are_unlike(self) -> None:
        xml = parts_of(word(replace(EVERY_BLOCK, has_contents=True)))["word/document.xml"].decode()
        for pattern in (r'w:bookmarkStart w:id="(\d+)"', r'w:bookmarkStart[^>]*w:name="(\w+)"', r'docPr id="(\d+)"'):
            found = re.findall(pattern, xml)
            assert len(found) == len(set(found)) >= 4

    def test_the_same_document_gives_the_same_bytes(self) -> None:
        assert word() == word()

    def test_what_a_template_says_about_itself_is_left_behind(self) -> None:
        core = b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Somebody</dc:creator></cp:coreProperties>'
        parts = parts_of(template())
        types = parts["[Content_Types].xml"].decode().replace(
            "</Types>", '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.'
            'core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.extended-properties+xml"/></Types>',
        )  # fmt: skip
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
        rels = parts["_rels/.rels"].decode().replace(
            "</Relationships>", f'<Relationship Id="c" Type="{package}/core-properties" Target="docProps/core.xml"/>'
            f'<Relationship Id="a" Type="{office}/extended-properties" Target="docProps/app.xml"/></Relationships>',
        )  # fmt: skip
        body = body_xml().replace("<w:p>", '<w:p w:rsidR="00AB12CD">')
        made = word(poured_into=tampered({
            "docProps/core.xml": core, "docProps/app.xml": b"<Properties><Company>A council</Company></Properties>",
            "[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), "word/document.xml": body.encode(),
        }))  # fmt: skip
        assert word_faults(made) == []
        assert not any(
            b"Somebody" in one or b"A council" in one or b"00AB12CD" in one for one in parts_of(made).values()
        )

    def test_what_a_camera_wrote_into_a_picture_is_left_behind(self) -> None:
        picture = Picture(base64.b64encode(png(40, 20, (b"tEXt", b"Author\0Somebody"))).decode(), "told")
        made = word(replace(EVERY_BLOCK, blocks=(picture,)))
        assert not any(b"Somebody" in part for part in parts_of(made).values())


class TestNastyTexts:
    @settings(max_examples=25)
    @given(st.one_of(TEXTS, st.text(st.characters(), max_size=30)))
    def test_any_text_stays_the_text_it_is(self, text: str) -> None:
        self.check(text)

    @pytest.mark.parametrize(
        "text", [*KNOWN, "<w:p>&amp;", "]]>", "\ud800", "\x0b\x0c", "a\tb\nc", "{{ title }}", "{_"]
    )
    def test_a_text_known_for_its_mischief_stays_text(self, text: str) -> None:
        self.check(text)

    def check(self, text: str) -> None:
        document = saying(text)
        made = word(document)
        assert word_faults(made) == []
        if kept := xml_text(text):
            lines = [xml_text(line) for block in document.blocks for line in said_by(block)]
            found = body_lines(made)
            start = len(found) - len([one for one in lines if one]) - 1
            assert found[start:-1] == [one for one in lines if one]
            assert found[-1] == kept  # a picture that is none stands there in words


class TestTemplates:
    @pytest.mark.parametrize(
        ("name", "made"), [("document", word_templates.document_template), ("letter", word_templates.letter_template)]
    )
    def test_the_standard_ones_are_what_the_script_makes(self, name: str, made: object) -> None:
        assert callable(made)
        assert template(name) == made()

    def test_they_fill_in_what_they_are_for(self) -> None:
        assert check_template(template()) == {"title", "head", "marking", "notice", "foot", "body"}
        assert check_template(template("letter")) == {"title", "head", "notice", "foot", "body"}

    def test_every_style_that_a_document_needs_stands_in_them(self) -> None:
        for name in word_templates.NAMES:
            found = {one.name.lower() for one in opened(template(name)).styles if one.name}
            assert {one.lower() for one in word_styles.styles(word_styles.DOCUMENT)} <= found

    def test_a_template_made_by_word_or_by_python_docx_gets_the_styles_it_lacks(self) -> None:
        own = docx.Document()
        own.add_paragraph("A council")
        own.add_paragraph("{{ body }}")
        saved = io.BytesIO()
        own.save(saved)
        made = word(replace(EVERY_BLOCK, is_draft=True), saved.getvalue())
        found = body_lines(made)
        assert found[:5] == [
            "A council", "OFFICIAL-SENSITIVE", "DRAFT", EVERY_BLOCK.title, "\n".join(EVERY_BLOCK.head),
        ]  # fmt: skip
        assert word_faults(made) == []
        assert ("Lead", "Reviews held in time stood at 93.8 %.") in styles_of(made)

    def test_a_template_without_lists_gets_them(self) -> None:
        parts = parts_of(template())
        made = word(
            replace(EVERY_BLOCK, blocks=(Heading("H"), Bullets(("a",)), Bullets(("b",), is_numbered=True))),
            tampered({
                "word/numbering.xml": None,
                "word/_rels/document.xml.rels": re.sub(
                    rb'<Relationship Id="numbering"[^>]*>', b"", parts["word/_rels/document.xml.rels"]
                ),
                "[Content_Types].xml": re.sub(
                    rb'<Override PartName="/word/numbering.xml"[^>]*>', b"", parts["[Content_Types].xml"]
                ),
            }),
        )  # fmt: skip
        assert body_lines(made)[-2:] == ["a", "b"]
        assert "word/numbering1.xml" in parts_of(made)

    def test_placeholders_that_word_tore_apart_are_found(self) -> None:
        torn = "{{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> title }}"
        assert body_lines(word(poured_into=with_body("{{ title }}", torn)))[0] == EVERY_BLOCK.title

    HEADER = parts_of(template())["word/header1.xml"]
    BAD = (
        (b"no zip at all", "is no Word document"),
        (b"PK\x03\x04 cut short", "is no Word document"),
        (with_body("{{ body }}", "no place"), r"not one paragraph {{ body }}"),
        (with_body("{{ head }}", "{{ body }}"), r"not one paragraph {{ body }}"),
        (tampered({"word/header1.xml": HEADER.replace(b"{{ marking }}", b"{{ body }}")}),
         r"not one paragraph {{ body }}"),
        (with_body("{{ head }}", "{{ child_name }}"), "{{ child_name }}, which is not known"),
        (with_body("{{ head }}", "{{ title.__class__ }}"), "does more than name"),
        (with_body("{{ head }}", "{{ 'a' * 9999999 }}"), "does more than name"),
        (with_body("{{ head }}", "{% for x in [1] %}y{% endfor %}"), "does more than name"),
        (with_body("{{ head }}", "{{ title"), "do not fit together"),
        (with_body("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"), "hidden text"),
        (with_body("<w:sectPr>", '<w:p><w:ins w:id="1"><w:r/></w:ins></w:p><w:sectPr>'), "tracked changes"),
        (with_body("<w:sectPr>", '<w:p><w:fldSimple w:instr=" DDEAUTO c "/></w:p><w:sectPr>'), "(DDEAUTO)"),
        (with_body("<w:sectPr>", '<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "f"'
                   "</w:instrText></w:r></w:p><w:sectPr>"), "(INCLUDETEXT)"),
        (with_body("<w:sectPr>", '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
                   '<w:fldChar w:fldCharType="begin"/><w:instrText>FILENAME</w:instrText></w:r></w:p><w:sectPr>'),
         "(FILENAME)"),
        (with_body("<w:r>", '<w:r><x:rPr xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                   "<x:vanish/></x:rPr>"), "hidden text"),
        (with_body("<w:sectPr>", "<w:p><w:r>"), "cannot be read"),
        (with_body("<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document'), "no Word document has"),
        (tampered({"word/vbaProject.bin": b"macro"}), "holds macros"),
        (related("hyperlink", "https://example.org", ' TargetMode="External"'), "links to something outside"),
        (related("comments", "comments.xml"), "holds comments"),
        (related("oleObject", "o.bin"), "does not belong in a letter"),
    )  # fmt: skip

    @pytest.mark.parametrize(("content", "why"), BAD, ids=[why for _, why in BAD])
    def test_a_template_that_cannot_be_used_is_refused_in_words(self, content: bytes, why: str) -> None:
        with pytest.raises(UserError, match=r"Nothing was taken over\.") as refused:
            check_template(content)
        assert why in str(refused.value)
        with pytest.raises(UserError):
            word(poured_into=content)

    def test_a_template_begun_from_another_may_be_used_and_loses_the_path_of_that(self) -> None:
        path = "word/_rels/settings.xml.rels"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        relation = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" '
            f'Type="{office}/attachedTemplate" Target="file:///C:/Users/somebody/x.dotx" TargetMode="External"/>'
            "</Relationships>"
        )
        settings = parts_of(template())["word/settings.xml"].replace(
            b"<w:defaultTabStop", b'<w:attachedTemplate r:id="t"/><w:defaultTabStop'
        )
        made = word(poured_into=tampered({path: relation.encode(), "word/settings.xml": settings}))
        assert word_faults(made) == []
        assert b"somebody" not in b"".join(parts_of(made).values())

    def test_every_placeholder_can_stand_in_a_template(self) -> None:
        asked = "".join(f"<w:p><w:r><w:t>{{{{ {one} }}}}</w:t></w:r></w:p>" for one in PLACEHOLDERS if one != "body")
        assert check_template(with_body("<w:sectPr>", f"{asked}<w:sectPr>")) == set(PLACEHOLDERS)


def test_a_table_of_two_thousand_rows_is_whole() -> None:
    table = Table(REVIEWS.columns, REVIEWS.rows * 700)
    assert len(body_lines(word(replace(EVERY_BLOCK, blocks=(table,))))) == 2 + 1 + 2100
