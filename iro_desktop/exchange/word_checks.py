"""A Word template looked through before anything is poured into it: a file that somebody made, and may have been sent.

What a template may hold is listed here, not what it may not: words, styles, lists, pictures, notes, placeholders. So no
macro, link, embedded object, comment or tracked change of a template ever stands in a letter.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from iro_desktop.domain.errors import UserError

PLACEHOLDERS = {
    "title": "the title",
    "head": "the lines beneath the title: scope, period, as at when, by whom",
    "marking": "OFFICIAL-SENSITIVE, where the document has a marking",
    "notice": "DRAFT, and that the children are invented, where it is so",
    "date": "the day it was written",
    "foot": "the words at the left of the foot",
    "body": "the document itself, in a paragraph of its own",
}
# Kinds of relation, by the last word of their address: those that a template keeps, and those left behind in silence.
KEPT = {
    "officeDocument", "styles", "numbering", "settings", "header", "footer", "footnotes", "endnotes", "image", "theme",
    "fontTable", "font",
}  # fmt: skip
LEFT = {
    "core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps",
    "glossaryDocument", "stylesWithEffects", "webSettings", "printerSettings", "people", "classificationlabels",
    "intelligence", "documenttasks", "keyMapCustomizations", "attachedTemplate",
}  # fmt: skip
# Fields that say something of the document itself; any other could fetch from elsewhere, or tell a path or a person.
_FIELDS = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "SEQ", "REF", "PAGEREF", "TOC", "DATE", "TIME"}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BLANK = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_NOTHING = "Nothing was taken over."
_MOST_PARTS, _MOST_BYTES, _MOST_UNPACKED = 500, 10 * 1024 * 1024, 50 * 1024 * 1024
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CHANGES = ("tracked changes", "Accept or reject them all in Word")
_COMMENTS = ("comments", "Delete them in Word")
_EMBEDDED = ("an embedded object", "Put a picture in its place")
_HIDDEN = ("hidden text", "Delete it in Word, or make it visible")
# Elements of Word's own that a template may not hold, with what a person would call them and what to do.
_UNWANTED = {
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "numberingChange"), _CHANGES),
    **dict.fromkeys(("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"), _CHANGES),
    **dict.fromkeys(("commentRangeStart", "commentReference"), _COMMENTS),
    **dict.fromkeys(("object", "control", "altChunk", "subDoc", "OLEObject"), _EMBEDDED),
    "mailMerge": ("a mail merge", "Turn it into a normal Word document"),
}
_OFF = {"0", "false", "off"}


def check(template: bytes) -> None:
    """Look through the package. Raises ``UserError`` with what is wrong and how to put it right."""
    if len(template) > _MOST_BYTES:
        raise refused("is larger than 10 MB", "Make its pictures smaller")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            parts = _unpacked(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise refused("is no Word document", "Save it in Word as a .docx") from error
    _check_kind(parts)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")) or content.lstrip(_BLANK)[:1] == b"<":
            _check_part(name, content)


def refused(what: str, then: str) -> UserError:
    """What is said of a template that cannot be used."""
    return UserError(f"This template {what}. {_NOTHING} {then}, and put it in again.", field="path")


def kind_of(relation: str) -> str:
    """The last word of a relation's address: "styles"."""
    return relation.rpartition("/")[2]


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    names = {entry.filename.lower() for entry in entries}
    if len(entries) > _MOST_PARTS or len(names) != len(entries):
        raise refused("has parts that no letter needs", "Begin again from the standard one")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refused("is protected by a password", "Save it without the password")
    parts, taken = {}, 0
    for entry in entries:
        with archive.open(entry) as stream:
            parts[entry.filename] = stream.read(_MOST_UNPACKED - taken + 1)
        taken += len(parts[entry.filename])
        if taken > _MOST_UNPACKED:
            raise refused("unpacks to more than 50 MB", "Make its pictures smaller")
    return parts


def _check_kind(parts: dict[str, bytes]) -> None:
    types = _text(parts.get("[Content_Types].xml", b""))
    if "macroEnabled" in types or any("vbaproject" in name.lower() for name in parts):
        raise refused(
            "holds macros, which are never run or passed on here", "Save it in Word as a .docx without macros"
        )
    if _MAIN not in types:
        raise refused("is no Word document", "Save it in Word as a .docx")


def _check_part(name: str, content: bytes) -> None:
    if re.search(rb"<!(DOCTYPE|ENTITY)", content.replace(b"\0", b"")):
        raise refused("holds something that no Word document has", "Save it anew in Word as a .docx")
    try:
        root = parse_xml(content)
    except (ValueError, SyntaxError) as error:
        raise refused("has a part that cannot be read", "Save it anew in Word as a .docx") from error
    is_left = name.startswith(("customXml/", "docProps/", "word/glossary/", "docMetadata/"))
    for one in root.iter("*"):
        space, _, kind = one.tag.removeprefix("{").rpartition("}")
        if kind == "Relationship" and space.endswith("/relationships"):
            _check_relation(one)
        elif not is_left and space == _WORD:
            _check_element(kind, one)
        elif kind == "docPr" and one.get("hidden", "0") not in _OFF:
            raise refused(f"holds {_HIDDEN[0]}", _HIDDEN[1])
    for code in () if is_left else _fields(root):
        if code.split()[0].upper() not in _FIELDS:
            raise refused(f"holds a field that this program does not pass on ({code.split()[0]})", "Delete it in Word")


def _check_relation(relation: BaseOxmlElement) -> None:
    kind = kind_of(relation.get("Type", ""))
    if kind == "attachedTemplate":  # the path of the .dotx it was begun from: left behind
        return
    if relation.get("TargetMode") == "External":
        raise refused("links to something outside itself", "Remove its links, and pictures that are only linked")
    if kind.startswith("comments"):
        raise refused(f"holds {_COMMENTS[0]}", _COMMENTS[1])
    if kind not in KEPT | LEFT:
        raise refused(f"holds a part that does not belong in a letter ({kind})", "Take it out in Word")


def _check_element(kind: str, one: BaseOxmlElement) -> None:
    if kind in _UNWANTED:
        raise refused(f"holds {_UNWANTED[kind][0]}", _UNWANTED[kind][1])
    if kind in {"vanish", "specVanish"} and one.get(f"{{{_WORD}}}val", "1") not in _OFF:
        raise refused(f"holds {_HIDDEN[0]}", _HIDDEN[1])


def _fields(root: BaseOxmlElement) -> Iterator[str]:
    """What each field of a part says; Word may write it in pieces."""
    said = ""
    for one in root.iter(*(f"{{{_WORD}}}{kind}" for kind in ("fldSimple", "fldChar", "instrText"))):
        if one.tag.endswith("}instrText"):
            said += one.text or ""
            continue
        if said.strip():
            yield said
        said = one.get(f"{{{_WORD}}}instr", "")
    if said.strip():
        yield said


def _text(content: bytes) -> str:
    """XML as text; Word writes UTF-8, others may write UTF-16."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if is_wide else "utf-8", "replace")
