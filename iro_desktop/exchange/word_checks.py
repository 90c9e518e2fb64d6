"""A Word template looked through before anything is poured into it: a file that somebody made, and may have been sent.

What a template may hold is listed here, not what it may not: words, styles, lists, pictures, notes, placeholders. So no
macro, link, embedded object, comment or tracked change of a template ever stands in a letter.
"""

import io
import re
import zipfile
import zlib

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
    "glossaryDocument", "stylesWithEffects", "webSettings", "printerSettings", "people",
}  # fmt: skip
_NOTHING = "Nothing was taken over."
_MOST_PARTS, _MOST_BYTES, _MOST_UNPACKED = 500, 10 * 1024 * 1024, 50 * 1024 * 1024
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
# Marks in the text of a part, with what a person would call them.
_HIDDEN = (
    (r"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange)[ >]", "tracked changes",
     "Accept or reject them all in Word"),
    (r"<w:comment(?:RangeStart|Reference)\b", "comments", "Delete them in Word"),
    (r"<w:(?:vanish|webHidden|specVanish)\s*/?>|<w:vanish w:val=\"(?:1|true|on)\"", "hidden text",
     "Delete it in Word, or make it visible"),
    (r"<w:(?:object|control|altChunk|subDoc)\b|<o:OLEObject\b", "an embedded object", "Put a picture in its place"),
    (r"<w:instrText[^>]*>[^<]*\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|HYPERLINK|LINK|IMPORT|MACROBUTTON|DATABASE)\b",
     "a field that fetches something from elsewhere", "Delete it in Word"),
    (r"<w:fldSimple [^>]*w:instr=\"[^\"]*\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|HYPERLINK|LINK|DATABASE)\b",
     "a field that fetches something from elsewhere", "Delete it in Word"),
    (r"<w:mailMerge\b", "a mail merge", "Turn it into a normal Word document"),
)  # fmt: skip


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
        if name.endswith((".xml", ".rels")):
            _check_part(name, _text(content))


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


def _check_part(name: str, text: str) -> None:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise refused("holds something that no Word document has", "Save it anew in Word as a .docx")
    for relation in _RELATION.findall(text):
        if re.search(r'TargetMode\s*=\s*["\']External', relation):
            raise refused("links to something outside itself", "Remove its links, and pictures that are only linked")
        kind = kind_of("".join(re.findall(r'\bType\s*=\s*["\']([^"\']*)', relation)[:1]))
        if kind == "comments" or kind.startswith("comments"):
            raise refused("holds comments", "Delete them in Word")
        if kind not in KEPT | LEFT:
            raise refused(f"holds a part that does not belong in a letter ({kind})", "Take it out in Word")
    for pattern, what, then in _HIDDEN:
        if name.startswith("word/") and not name.startswith("word/glossary") and re.search(pattern, text):
            raise refused(f"holds {what}", then)


def _text(content: bytes) -> str:
    """XML as text; Word writes UTF-8, others may write UTF-16."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if is_wide else "utf-8", "replace")
