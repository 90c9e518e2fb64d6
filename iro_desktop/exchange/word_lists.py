"""The lists of a Word document: one kind of bullet, and numbers that begin again at one in each list."""

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from iro_desktop.exchange.word_templates import BULLET, NUMBER, empty_numbering, spaced


class Lists:
    """Adds what it needs beside the lists that the template has for itself."""

    def __init__(self, word: WordDocument) -> None:
        self._root = _numbering(word)
        self._abstract = self._next("w:abstractNum", "w:abstractNumId")
        for place, xml in enumerate((BULLET, NUMBER)):
            made = parse_xml(spaced(xml.format(self._abstract + place)))
            first = self._root.find(qn("w:num"))  # these follow all of those
            self._root.append(made) if first is None else first.addprevious(made)
        self.bullets = self._add(self._abstract)

    def numbered(self) -> int:
        """A list of its own that begins at one."""
        return self._add(self._abstract + 1, begins=True)

    def _add(self, abstract: int, *, begins: bool = False) -> int:
        number = max(1, self._next("w:num", "w:numId"))
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if begins else ""
        xml = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>'
        made, last = parse_xml(spaced(xml)), self._root.find(qn("w:numIdMacAtCleanup"))
        self._root.append(made) if last is None else last.addprevious(made)
        return number

    def _next(self, kind: str, attribute: str) -> int:
        return max((int(one.get(qn(attribute), "0")) for one in self._root.findall(qn(kind))), default=-1) + 1


def _numbering(word: WordDocument) -> BaseOxmlElement:
    try:
        part = word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        name = word.part.package.next_partname("/word/numbering%d.xml")
        part = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty_numbering(), word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    found: BaseOxmlElement = part.element  # type: ignore[attr-defined]  # this kind of part is XML
    return found
