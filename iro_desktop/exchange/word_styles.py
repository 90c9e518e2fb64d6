"""The styles that a Word document needs: as they stand in the standard templates, and as a service's own gets them.

A style is looked up by its name, because Word in another language, or a template made by hand, gives other ids. All
sizes hang on that of running text, so that the letter's larger type is the same set of styles.
"""

from dataclasses import dataclass

INK, SOFT, ACCENT, LINE, TINT = "1D2129", "5C6470", "1F5F8B", "D5D2CB", "EEF3F7"
FONT = "Arial"  # on every computer with Word, and plain to read
LANGUAGE = "en-GB"

TITLE, HEAD, MARKING = "Title", "Subtitle", "Marking"
PLAIN, LEAD, SOFT_WORDS, QUOTE, PROMPT = "Normal", "Lead", "Soft", "Quote", "Prompt"
BULLETS, NUMBERS, CAPTION, CONTENTS = "List Bullet", "List Number", "caption", "TOC Heading"
CELL, SMALL_CELL, TABLE, FACTS = "Table Text", "Table Text Small", "Document Table", "Document Facts"
HEADER, FOOTER = "header", "footer"


@dataclass(frozen=True, slots=True)
class Scale:
    """How large type is, in points, and how much air lies between lines."""

    text: float = 10.5
    lines: float = 1.15
    cell: float = 0.86  # of it, in tables

    def half(self, share: float) -> int:
        """A size in half points, as Word counts."""
        return round(self.text * share * 2)


DOCUMENT = Scale()
LETTER = Scale(13, 1.3, 0.95)


def heading(level: int) -> str:
    """The name of the style of a heading."""
    return f"heading {level}"


def contents(level: int) -> str:
    """The name of the style of a line in the table of contents."""
    return f"toc {level}"


def defaults(scale: Scale) -> str:
    """What holds where no style says otherwise."""
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
        f'w:cs="{FONT}"/><w:color w:val="{INK}"/><w:sz w:val="{scale.half(1)}"/><w:szCs w:val="{scale.half(1)}"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="{round(240 * scale.lines)}" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def styles(scale: Scale) -> dict[str, str]:
    """Every style by its name, as XML without the declaration of its namespace."""
    return {
        PLAIN: '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>",
        "Default Paragraph Font": '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
        "Normal Table": '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" '
        'w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>",
        TITLE: _paragraph(
            TITLE, "Title", f"{_KEEP}{_gap(0, 60)}", f'<w:b/><w:color w:val="{INK}"/>{_size(scale, 2.1)}'
        ),
        HEAD: _paragraph(HEAD, "Subtitle", _gap(0, 200), f'<w:color w:val="{SOFT}"/>{_size(scale, 0.95)}'),
        heading(1): _heading(1, scale, 1.5, 360, 120, ACCENT),
        heading(2): _heading(2, scale, 1.19, 260, 80, INK),
        heading(3): _heading(3, scale, 1.0, 200, 60, INK),
        LEAD: _paragraph(LEAD, "Lead", f'{_tinted()}<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
                         f"{_gap(160, 200)}{_INSET}", "<w:b/>"),
        SOFT_WORDS: _paragraph(SOFT_WORDS, "Soft", "", f'<w:color w:val="{SOFT}"/>{_size(scale, 0.9)}'),
        QUOTE: _paragraph(QUOTE, "Quote", f"{_bar('858A92')}{_gap(120, 160)}{_INSET}", "<w:i/>"),
        PROMPT: _paragraph(PROMPT, "Prompt", f"{_box()}{_gap(120, 160)}{_INSET_BOTH}", f'<w:color w:val="{SOFT}"/>'),
        BULLETS: _paragraph(BULLETS, "ListBullet", _gap(0, 60), ""),
        NUMBERS: _paragraph(NUMBERS, "ListNumber", _gap(0, 60), ""),
        CAPTION: _paragraph(CAPTION, "Caption", f"{_KEEP}{_gap(200, 80)}", f"<w:b/>{_size(scale, 0.95)}"),
        CONTENTS: _paragraph(CONTENTS, "TOCHeading", f"{_KEEP}{_gap(280, 100)}", f"<w:b/>{_size(scale, 1.19)}"),
        contents(1): _paragraph(contents(1), "TOC1", f"{_RIGHT_TAB}{_gap(0, 60)}", ""),
        contents(2): _paragraph(contents(2), "TOC2", f'{_RIGHT_TAB}{_gap(0, 40)}<w:ind w:left="284"/>',
                                f'<w:color w:val="{SOFT}"/>'),
        CELL: _paragraph(CELL, "TableText", '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
                         _size(scale, scale.cell)),
        SMALL_CELL: _paragraph(SMALL_CELL, "TableTextSmall",
                               '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>',
                               _size(scale, 0.72)),
        MARKING: _paragraph(MARKING, "Marking", _gap(0, 0), f"<w:b/>{_size(scale, 0.82)}"),
        HEADER: _paragraph(HEADER, "Header", f"{_RIGHT_TAB}{_gap(0, 0)}", _size(scale, 0.82)),
        FOOTER: _paragraph(FOOTER, "Footer", f"{_RIGHT_TAB}{_gap(0, 0)}",
                           f'<w:color w:val="{SOFT}"/>{_size(scale, 0.76)}'),
        TABLE: _table(TABLE, "DocumentTable", _FIRST_ROW),
        FACTS: _table(FACTS, "DocumentFacts", _FIRST_COLUMN),
    }  # fmt: skip


_KEEP = "<w:keepNext/><w:keepLines/>"
_INSET = '<w:ind w:left="198"/>'
_INSET_BOTH = '<w:ind w:left="142" w:right="142"/>'
# Where a right-hand tab stands on an upright page with margins of 20 mm; a wide page moves it.
TAB = 9638
_RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TAB}"/></w:tabs>'
_HAIRLINE = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
_FIRST_ROW = (
    f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" '
    f'w:space="0" w:color="{SOFT}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
    '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
)
_FIRST_COLUMN = '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>'


def _paragraph(name: str, style_id: str, looks: str, type_: str) -> str:
    return (
        f'<w:style w:type="paragraph"{_custom(name)} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{looks}</w:pPr><w:rPr>{type_}</w:rPr></w:style>"
    )


_OWN = {LEAD, SOFT_WORDS, PROMPT, MARKING, CELL, SMALL_CELL, TABLE, FACTS}  # names that Word does not have itself


def _custom(name: str) -> str:
    return ' w:customStyle="1"' if name in _OWN else ""


def _heading(level: int, scale: Scale, share: float, before: int, after: int, colour: str) -> str:
    looks = f'{_KEEP}{_gap(before, after)}<w:outlineLvl w:val="{level - 1}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>{looks}</w:pPr>'
        f'<w:rPr><w:b/><w:color w:val="{colour}"/>{_size(scale, share)}</w:rPr></w:style>'
    )


def _table(name: str, style_id: str, part: str) -> str:
    return (
        f'<w:style w:type="table"{_custom(name)} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders><w:bottom {_HAIRLINE}/><w:insideH {_HAIRLINE}/></w:tblBorders><w:tblCellMar>"
        '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"{part}</w:style>"
    )


def _size(scale: Scale, share: float) -> str:
    return f'<w:sz w:val="{scale.half(share)}"/><w:szCs w:val="{scale.half(share)}"/>'


def _gap(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _tinted() -> str:
    """A bar at the left, and the ground's own colour around, so that the words have air."""
    side = '<w:{0} w:val="single" w:sz="24" w:space="{1}" w:color="{2}"/>'
    sides = (("top", 2, TINT), ("left", 8, ACCENT), ("bottom", 2, TINT))
    return f"<w:keepLines/><w:pBdr>{''.join(side.format(*one) for one in sides)}</w:pBdr>"


def _bar(colour: str) -> str:
    return f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{colour}"/></w:pBdr>'


def _box() -> str:
    sides = "".join(
        f'<w:{side} w:val="dashed" w:sz="6" w:space="6" w:color="{SOFT}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f"<w:keepLines/><w:pBdr>{sides}</w:pBdr>"
