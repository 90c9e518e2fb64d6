"""A document as a Word file: poured into a template that a service can edit, and nothing in it but what is seen.

The file holds its title and nothing else about itself: no author, company, path or date of making, no comments, no
tracked changes, no links. The same document in the same template gives the same bytes.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from iro_desktop.domain.documents import (
    Bullets,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Look,
    Paragraph,
    Table,
    shown,
)
from iro_desktop.exchange import word_checks as checks
from iro_desktop.exchange import word_styles as style
from iro_desktop.exchange.word_body import Body
from iro_desktop.exchange.word_lists import Lists
from iro_desktop.exchange.word_templates import spaced, zipped
from iro_desktop.exchange.xml_text import xml_text

_HERE = "\ue000body\ue000"  # what stands in the body's place while the placeholders are filled
_W = qn("w:p").rpartition("}")[0] + "}"
_A4_WIDTH = 11906  # twips
_MARGIN = 1134
# What the libraries raise where a package holds what it should not; none of them promises a kind.
_BROKEN = (AttributeError, KeyError, TypeError, ValueError, IndexError, SyntaxError)
_TRIAL = Document(
    "Title",
    ("Head",),
    (
        Heading("Heading"),
        Paragraph("Words", Look.LEAD),
        Bullets(("One",)),
        Bullets(("One",), is_numbered=True),
        Facts((("Label", "words"),)),
        Table((Column("Column"),), (("cell",),), "Caption"),
    ),
    has_contents=True,
    is_wide=True,
)
# What a document says of itself stands at the start of the body where its template has no place for it.
_AT_THE_START = (
    ("marking", style.MARKING), ("notice", style.MARKING), ("title", style.TITLE), ("head", style.HEAD),
)  # fmt: skip


def word_of(document: Document, template: bytes, chart_png: Callable[[Chart], bytes]) -> bytes:
    """The document as .docx, in this template. ``chart_png`` gives a chart as a PNG of 300 dots per inch.

    Raises ``UserError`` where the template cannot be used.
    """
    opened, places = _opened(template)
    word = opened.get_docx()
    words = _words(document)
    opened.render(words, _sandbox(), autoescape=True)
    here = next(_paragraphs(word, _HERE))
    ids = _styled(word)
    if document.is_wide:
        _lie_down(word, ids)
    body = Body(word, ids, Lists(word), chart_png, _width(word))
    for name, look in _AT_THE_START:
        if name not in places and words[name]:
            here.addprevious(body.paragraph(words[name], look))
    for made in body.elements(document):
        here.addprevious(made)
    here.getparent().remove(here)
    _entitle(word, document.title)
    names = [one.partname for one in word.part.package.iter_parts()]
    if len(names) != len(set(names)):
        raise checks.refused("is damaged", "Save it anew in Word as a .docx")
    saved = io.BytesIO()
    word.save(saved)
    return _tidied(saved.getvalue())


def check_template(template: bytes) -> frozenset[str]:
    """The placeholders of a template that can be used: a small document is poured in. Raises ``UserError``."""
    try:
        places = _opened(template)[1]
        word_of(_TRIAL, template, lambda _chart: b"")
    except _BROKEN as error:
        raise checks.refused("is damaged", "Save it anew in Word as a .docx") from error
    return places


# --- the template


def _opened(template: bytes) -> tuple[DocxTemplate, frozenset[str]]:
    checks.check(template)
    opened = DocxTemplate(io.BytesIO(template))
    try:
        opened.init_docx()
    except _BROKEN as error:
        raise checks.refused("is damaged", "Save it anew in Word as a .docx") from error
    word = opened.get_docx()
    _leave_behind(word)
    _entitle(word, "")
    asked = list(_placeholders(opened))
    places = frozenset(asked)
    if unknown := sorted(places - checks.PLACEHOLDERS.keys()):
        known = ", ".join(f"{{{{ {one} }}}}" for one in checks.PLACEHOLDERS)
        raise checks.refused(
            f"asks for {{{{ {unknown[0]} }}}}, which is not known here; there are {known}", "Mend that"
        )
    if asked.count("body") != 1 or len(list(_paragraphs(word, "{{body}}"))) != 1:
        raise checks.refused("has not one paragraph {{ body }}, where the document itself is to stand", "Add it")
    return opened, places


def _placeholders(opened: DocxTemplate) -> Iterator[str]:
    """The names that it asks for; it may do nothing but name them."""
    word = opened.get_docx()
    sandbox = _sandbox()
    parts = [word.part, *(one for one in word.part.package.iter_parts() if _has_words(one))]
    for part in parts:
        try:
            read = sandbox.parse(opened.patch_xml(part.blob.decode("utf-8")))
        except (TemplateError, UnicodeDecodeError) as error:
            raise checks.refused("has braces {{ }} that do not fit together", "Look at each of them") from error
        for one in read.find_all(nodes.Node):
            if isinstance(one, nodes.Name):
                yield one.name
            elif not isinstance(one, (nodes.Output, nodes.TemplateData)):
                raise checks.refused(
                    "does more than name what is to be filled in", "Use {{ title }} and the like alone"
                )


def _has_words(part: Part) -> bool:
    kinds = (CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER, CONTENT_TYPE.WML_FOOTNOTES)
    return part.content_type in kinds


def _sandbox() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _words(document: Document) -> dict[str, str]:
    return {
        "title": xml_text(document.title),
        "head": xml_text("\n".join(document.head)),
        "marking": xml_text(document.marking),
        "notice": document.notice,
        "date": shown(document.written_on),
        "foot": xml_text(document.foot),
        "body": _HERE,
    }


def _paragraphs(word: WordDocument, words: str) -> Iterator[BaseOxmlElement]:
    """Paragraphs of the body itself that say this and nothing else, blanks aside."""
    for one in word.element.body.iterchildren(qn("w:p")):
        if "".join("".join(each.text or "" for each in one.iter(qn("w:t"))).split()) == words:
            yield one


# --- styles and pages


def _styled(word: WordDocument) -> Mapping[str, str]:
    """The ids of all styles that are needed, by name; those that the template has not are added. British English."""
    root = word.styles.element
    ids = {_name(one): one.get(qn("w:styleId"), "") for one in root.iterchildren(qn("w:style"))}
    taken = set(ids.values())
    for name, xml in style.styles(style.DOCUMENT).items():
        if name.lower() in ids:
            continue
        made = parse_xml(spaced(xml))
        if made.get(qn("w:styleId")) in taken:
            made.set(qn("w:styleId"), f"{made.get(qn('w:styleId'))}Document")
        for based in made.iterchildren(qn("w:basedOn")):
            based.set(qn("w:val"), ids.get({"Normal": "normal", "TableNormal": "normal table"}[based.get(qn("w:val"))]))
        made.attrib.pop(qn("w:default"), None)
        root.append(made)
        ids[name.lower()] = made.get(qn("w:styleId"))
        taken.add(ids[name.lower()])
    _speak_english(root)
    return {name: ids[name.lower()] for name in style.styles(style.DOCUMENT)}


def _name(found: BaseOxmlElement) -> str:
    name = found.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").lower()


def _speak_english(root: BaseOxmlElement) -> None:
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        root.insert(0, parse_xml(spaced(style.defaults(style.DOCUMENT))))
    elif not list(defaults.iter(qn("w:lang"))):
        for one in defaults.iter(qn("w:rPr")):
            one.append(parse_xml(spaced("<w:lang/>")))
    for one in root.iter(qn("w:lang")):
        one.set(qn("w:val"), style.LANGUAGE)


def _sections(word: WordDocument) -> list[BaseOxmlElement]:
    return list(word.element.body.iter(qn("w:sectPr")))


def _number(found: BaseOxmlElement | None, name: str, otherwise: int) -> int:
    value = "" if found is None else found.get(qn(name), "")
    return int(value) if value.isdigit() else otherwise


def _width(word: WordDocument) -> int:
    """Between the margins, in twips."""
    sections = _sections(word)
    page, margin = (None, None) if not sections else (sections[-1].find(qn(one)) for one in ("w:pgSz", "w:pgMar"))
    wide = _number(page, "w:w", _A4_WIDTH)
    return max(1000, wide - _number(margin, "w:left", _MARGIN) - _number(margin, "w:right", _MARGIN))


def _lie_down(word: WordDocument, ids: Mapping[str, str]) -> None:
    """Turn each page on its side, and carry what stands at the right of head and foot to the new edge."""
    for section in word.sections:
        sides = sorted((section.page_width or Mm(210), section.page_height or Mm(297)))
        section.page_height, section.page_width = Length(sides[0]), Length(sides[1])
        section.orientation = WD_ORIENT.LANDSCAPE
    width = str(_width(word))
    for one in word.styles.element.iterchildren(qn("w:style")):
        if one.get(qn("w:styleId")) in {ids[name] for name in (style.HEADER, style.FOOTER, *_CONTENTS)}:
            for tab in one.iter(qn("w:tab")):
                if tab.get(qn("w:val")) == "right":
                    tab.set(qn("w:pos"), width)


_CONTENTS = (style.contents(1), style.contents(2))


# --- what does not go out


def _leave_behind(word: WordDocument) -> None:
    """Keep the parts that a reader sees."""
    package = word.part.package
    assert package is not None
    for owner in (package, *package.iter_parts()):
        _keep_known(owner.rels)
    for each in package.iter_parts():
        if isinstance(each, XmlPart):
            _forget_revisions(each.element)


def _entitle(word: WordDocument, title: str) -> None:
    """What the file says about itself is its title, and its language."""
    package = word.part.package
    assert package is not None
    for one in [key for key, each in package.rels.items() if each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES]:
        del package.rels[one]
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(xml_text(title))}</dc:title><dc:language>{style.LANGUAGE}</dc:language></cp:coreProperties>"
    )
    part = CorePropertiesPart.load(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, core.encode(), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _keep_known(relations: Relationships) -> None:
    for one in [key for key, each in relations.items() if checks.kind_of(each.reltype) not in checks.KEPT]:
        del relations[one]


_FORGOTTEN = {f"{_W}{name}" for name in ("rsid", "rsids", "attachedTemplate", "docVars")}
_IDS = ("}paraId", "}textId")  # of Word 2010 and later: the same in every copy of a document


def _is_of_a_sitting(attribute: str) -> bool:
    return attribute.startswith(f"{_W}rsid") or attribute.endswith(_IDS)


def _forget_revisions(root: BaseOxmlElement) -> None:
    """Word notes in which sitting each paragraph was written; nobody needs to know."""
    for one in list(root.iter()):
        for name in [each for each in one.attrib if _is_of_a_sitting(str(each))]:
            del one.attrib[name]
        if (one.tag in _FORGOTTEN or str(one.tag).endswith("}docId")) and one.getparent() is not None:
            one.getparent().remove(one)


def _tidied(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
