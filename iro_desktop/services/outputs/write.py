"""From a wish to a file: made, shown, then written as it was shown, with its line in the export log.

There is one way out. What is written is the ``Ready`` that was shown; the file appears in the same breath as its line,
whole or not at all; what cannot be written is said in a sentence and leaves what was there.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from iro_desktop.domain.documents import Document
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import OutputFormat
from iro_desktop.exchange.placing import placed
from iro_desktop.services.names_out import Reader, log_export, reader_of
from iro_desktop.services.outputs.export_log import NOT_LEFT, children_words, line_of, names_words
from iro_desktop.services.outputs.files import Press, content_of
from iro_desktop.services.outputs.model import Group, Made, Making, Names, Output, OutputShown, OutputWish
from iro_desktop.services.outputs.register import OUTPUTS
from iro_desktop.services.summary_views import Exported

_PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Ready:
    """An output that was made and can be shown: what is written is this, to the letter."""

    output: Output
    wish: OutputWish
    made: Made

    @property
    def shown(self) -> OutputShown:
        """What a person sees before anything is written."""
        made = self.made
        readers = self.wish.names.words if self.wish.names else ""
        return OutputShown(
            made.document, made.children, made.of, made.fields, readers, self.output.formats, made.file_stem
        )

    @property
    def told(self) -> str:
        """In a line: of how many children, by id or by name, what of each, and for whom."""
        made = self.made
        about = children_words(made.children, made.of) if made.of else "tells of no single child"
        fields = f"; fields: {', '.join(made.fields)}" if made.fields else ""
        readers = f"; {self.wish.names.words}" if self.wish.names else ""
        return f"{about}, {names_words(self.output, self.wish)}{fields}{readers}"


def ready(making: Making, wish: OutputWish) -> Ready:
    """Make what is wished for; nothing is written. Raises ``UserError``, or ``Cancelled`` where ``step`` says so."""
    output = OUTPUTS.get(wish.output)
    wish = replace(wish, names=_names(output, wish))
    making.step(0, 0, "Reading and counting")
    made = output.make(making, wish)
    making.step(0, 0, "Laying out")
    return Ready(output, wish, made)


def write(making: Making, done: Ready, path: Path, press: Press) -> Exported:
    """Write the file, with its line in the history, or neither. Raises ``UserError`` where the place refuses it."""
    kind = format_of(done.output, path)
    making.step(0, 0, f"Laying out for {kind.label}")
    content = content_of(done.made, kind, press)
    making.step(0, 0, "Writing the file")
    return put(making, done, path, content, kind)


def as_shown(document: Document, log: str) -> Ready:
    """What a page of the window shows already, such as figures: written and printed as every output is.

    It tells of no child; ``log``: what it is, for the export log.
    """
    output = Output("as-shown", document.title, Group.SERVICE, "What a page shows.", (OutputFormat.PDF,), _is_made)
    return Ready(output, OutputWish(output.key), Made(document, 0, 0, (), log))


def _is_made(_making: Making, _wish: OutputWish) -> Made:
    raise UserError("That was made by a page of the window. Nothing was made anew. Look at the page again.")


def put(making: Making, done: Ready, path: Path, content: bytes, kind: OutputFormat) -> Exported:
    """The content in its place, with its line in the history. Raises ``UserError``.

    The line is written before the file appears, so that none appears without. Where the place then refuses it after
    all (the old file is open elsewhere), a second line says that nothing left: no line is ever taken away.
    """
    line, is_told = line_of(done.output, done.made, done.wish, kind.label), False
    try:
        with placed(path, content):
            log_export(making.store, line, making.actor)
            is_told = True
    except UserError:
        if is_told:
            log_export(making.store, f"{line}. {NOT_LEFT}", making.actor)
        raise
    return Exported((path,), done.made.children, done.made.of)


def print_out(making: Making, done: Ready, send: Callable[[Document], int]) -> int:
    """Print it, with its line in the history first: paper cannot be taken back. How many pages.

    Raises ``UserError`` where the history or the printer refuses it.
    """
    log_export(making.store, line_of(done.output, done.made, done.wish, _PAPER), making.actor)
    return send(done.made.document)


def format_of(output: Output, path: Path) -> OutputFormat:
    """The format that the file's name asks for. Raises ``UserError`` for one that this is not written in."""
    found = next((one for one in output.formats if path.suffix.lower() == f".{one.value}"), None)
    if found is None:
        raise UserError(
            f"{output.title} is not written to a file {_ends(path)}. Nothing was written. "
            f"Choose a name that ends in {endings_words(output)}.",
            field="path",
        )
    return found


def _ends(path: Path) -> str:
    return f"that ends in “{path.suffix}”" if path.suffix else "whose name has no ending"


def endings_words(output: Output) -> str:
    """Its endings with what opens them: ".docx for Word or .pdf"."""
    said = [
        f".{one.value}" if one.value == one.label.lower() else f".{one.value} for {one.label}" for one in output.formats
    ]
    return " or ".join((", ".join(said[:-1]), said[-1])) if len(said) > 1 else said[0]


def _names(output: Output, wish: OutputWish) -> Reader | None:
    if wish.names is not None and output.names is Names.NEVER:
        raise UserError(f"{output.title} never holds names. Nothing was made. Ask for it without them.", field="names")
    if wish.names is None and output.names is Names.ALWAYS:
        raise UserError(
            f"{output.title} cannot be made without names. Nothing was made. Say who will read it, and what for.",
            field="reader",
        )
    return reader_of(wish.names.who, wish.names.purpose) if wish.names else None
