"""Makes the standard Word templates: ``python -m iro_desktop.exchange.word_templates`` writes them into resources.

They are written part by part and hold nothing but what stands here: no author, no date of making, no setting of some
computer's Word. A service copies one, opens it in Word, puts its own crest and address in, and hands it back.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from iro_desktop.exchange import word_styles as style
from iro_desktop.paths import resource

NAMES = ("document", "letter")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = f'xmlns:w="{_WORD}" xmlns:r="{_LINKS}"'
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header1": "header",
    "footer1": "footer",
}
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # of a zip: the same content gives the same bytes
_PAGE = 'w:w="11906" w:h="16838"'  # A4
# Bullets and numbers as Word counts them; every numbered list of a document begins again at one.
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="{0}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>'
)
BULLET, NUMBER = _NUMBERING.format("{0}", "bullet", "•"), _NUMBERING.format("{0}", "decimal", "%1.")


def document_template() -> bytes:
    """For reports: the marking at the top, the foot with page x of y."""
    header = (
        f'<w:p><w:pPr><w:pStyle w:val="Header"/>{_edge("bottom")}</w:pPr>{_run("{{ marking }}", is_bold=True)}{_TAB}'
        f"{_run('{{ notice }}', is_bold=True)}</w:p>"
    )
    body = f"{_line('Title', '{{ title }}')}{_line('Subtitle', '{{ head }}')}{_line('Normal', '{{ body }}')}"
    return _packed(style.DOCUMENT, header, body)


def letter_template() -> bytes:
    """For a child: larger type, no marking; the notice alone stands above, where it is a draft or a sample."""
    header = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{_TAB}{_run("{{ notice }}", is_bold=True)}</w:p>'
    body = f"{_line('Title', '{{ title }}')}{_line('Subtitle', '{{ head }}')}{_line('Normal', '{{ body }}')}"
    return _packed(style.LETTER, header, body)


def spaced(xml: str) -> str:
    """One element with its namespaces declared."""
    name_end = min(place for place in (xml.find(" "), xml.find(">")) if place > 0)
    return f"{xml[:name_end]} {_SPACES}{xml[name_end:]}"


def empty_numbering() -> bytes:
    """A part for lists, for a template that has none."""
    return f"{_DECLARED}<w:numbering {_SPACES}/>".encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A package whose bytes hang on its parts alone; the list of types stands first, as Word writes it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return packed.getvalue()


def _packed(scale: style.Scale, header: str, body: str) -> bytes:
    footer = (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{_edge("top")}</w:pPr>{_run("{{ foot }}")}{_TAB}{_run("Page ")}'
        f"{_field('PAGE')}{_run(' of ')}{_field('NUMPAGES')}</w:p>"
    )
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" '
        f'r:id="footer1"/><w:pgSz {_PAGE}/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{style.defaults(scale)}{''.join(style.styles(scale).values())}"
        "</w:styles>",
        "word/numbering.xml": f"<w:numbering {_SPACES}/>",
        "word/settings.xml": f'<w:settings {_SPACES}><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
        'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{style.LANGUAGE}"/></w:settings>',
        "word/header1.xml": f"<w:hdr {_SPACES}>{header}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_SPACES}>{footer}</w:ftr>",
        "word/_rels/document.xml.rels": _relations({one: (kind, f"{one}.xml") for one, kind in _PARTS.items()}),
        "_rels/.rels": _relations({"document": ("officeDocument", "word/document.xml")}),
        "[Content_Types].xml": _types(),
    }
    return zipped({name: (_DECLARED + text).encode() for name, text in parts.items()})


def _types() -> str:
    kinds = {"document": f"{_CONTENT}.document.main+xml"} | {
        name: f"{_CONTENT}.{kind}+xml" for name, kind in _PARTS.items()
    }
    overrides = "".join(f'<Override PartName="/word/{one}.xml" ContentType="{kind}"/>' for one, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(to: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{one}" Type="{_LINKS}/{kind}" Target="{target}"/>' for one, (kind, target) in to.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


_TAB = "<w:r><w:tab/></w:r>"


def _line(style_id: str, words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{_run(words)}</w:p>'


def _run(words: str, *, is_bold: bool = False) -> str:
    looks = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _edge(side: str) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="4" w:space="4" w:color="{style.LINE}"/></w:pBdr>'


def main() -> None:
    """Write both into the resources."""
    folder = resource("templates")
    folder.mkdir(exist_ok=True)
    for name, made in zip(NAMES, (document_template(), letter_template()), strict=True):
        (folder / f"{name}.docx").write_bytes(made)


if __name__ == "__main__":
    main()
