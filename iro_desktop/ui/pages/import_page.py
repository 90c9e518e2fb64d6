"""Import: a caseload comes in by file, by paste or as an SSDA903 return; it is shown, corrected, then saved."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iro_desktop.services.desk import Desk, ImportShown
from iro_desktop.services.views import Done
from iro_desktop.ui.accessible import announce
from iro_desktop.ui.pages.first_run_frame import Tall
from iro_desktop.ui.pages.first_run_notice import Notice
from iro_desktop.ui.pages.first_run_work import Runner, run_after_painting
from iro_desktop.ui.pages.import_choose import Choosers
from iro_desktop.ui.pages.import_done import DoneView
from iro_desktop.ui.pages.import_flow import ImportFlow
from iro_desktop.ui.pages.import_shown import ShownView
from iro_desktop.ui.pages.import_ways import Ways
from iro_desktop.ui.pages.import_words import many, parts_of, sentence_of, total
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.scroller import Scroller
from iro_desktop.ui.widgets.summary import SummaryLine

_NOTHING_COPIED = "There is nothing to paste. Copy the rows with their headings in Excel, then press Ctrl V here."


class ImportPage(QWidget):
    """Ways in, then what was read, then the result. ``imported`` carries what was saved."""

    imported = Signal(object)
    today_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        choosers: Choosers | None = None,
        run: Runner = run_after_painting,
    ) -> None:
        super().__init__(parent)
        self._choosers = choosers or Choosers()
        self.flow = ImportFlow(desk, run, self)
        self.heading = Text("", Kind.TITLE, parent=self)
        self.busy = Text("", Kind.BODY, Tone.SOFT, self, wraps=False)
        self.summary = SummaryLine(self)
        self.notice = Notice(self)
        self.ways = Ways(self)
        self.shown = ShownView(self)
        self.done = DoneView(self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.start()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for part in (self._scrolled(self.ways), self.shown, self._scrolled(self.done)):
            self._stack.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self.heading, 1)
        line.addWidget(self.busy)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(line)
        words.addWidget(self.summary)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(12)
        head.addLayout(words)
        head.addWidget(self.notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _scrolled(self, part: QWidget) -> Scroller:
        content, scroll = Tall(), Scroller(self)
        inner = QVBoxLayout(content)
        scroll.keep_margin(inner, 24, 4, 24, 20)
        inner.addWidget(part)
        scroll.setWidget(content)
        return scroll

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        self.ways.sheet_wanted.connect(self._choose_sheet)
        self.ways.folder_wanted.connect(self._choose_folder)
        self.ways.text_given.connect(self.flow.read_text)
        self.shown.said.connect(self.flow.correct)
        self.shown.agreed.connect(self.flow.apply)
        self.shown.left.connect(self.start)
        self.done.today_wanted.connect(self.today_asked)
        self.done.another_wanted.connect(self.start)
        self.flow.busy.connect(self._say_busy)
        self.flow.planned.connect(self._show_plan)
        self.flow.saved.connect(self._show_saved)
        self.flow.refused.connect(self.notice.say)
        self.flow.taken_back.connect(self._show_taken_back)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever goes to the page goes on where it begins."""
        super().focusInEvent(event)
        self._arrive()

    def _arrive(self) -> None:
        (self.ways.sheet.setFocus, self.shown.arrive, self.done.today.setFocus)[self._stack.currentIndex()]()

    def start(self) -> None:
        """Back to the three ways, with nothing read. Nothing happens while something is being read or saved."""
        if self.flow.is_busy:
            return
        self.flow.reset()
        self.ways.forget()
        self.shown.start()
        self._head(
            "Import your caseload", [("", "Bring in the children you have now. Nothing is saved before you say so.")]
        )
        self._go(0)

    def _go(self, place: int) -> None:
        self.notice.say("")
        leaving = self.focusWidget()
        if leaving is not None:
            leaving.clearFocus()  # else the stack hands the focus to whatever comes first, which scrolls there
        self._stack.setCurrentIndex(place)
        self._arrive()

    def _head(self, words: str, parts: list[tuple[str, str]]) -> None:
        self.heading.setText(words)
        self.summary.show_parts(parts)

    def paste(self) -> None:
        """Ctrl+V anywhere on the page: read what was copied, in the place of what was read before."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.notice.say(_NOTHING_COPIED)
        elif not self.flow.is_busy:
            self.start()
            self.ways.paste(text)

    def read_path(self, path: Path) -> None:
        """Read a file, or a folder as an SSDA903 return."""
        self.notice.say("")
        if path.is_dir():
            self.flow.read_folder(path)
        else:
            self.flow.read_sheet(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file or folder may be dropped, too."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first one dropped."""
        event.acceptProposedAction()
        self.read_path(Path(event.mimeData().urls()[0].toLocalFile()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the ways in."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex():
            self.start()
        else:
            super().keyPressEvent(event)

    def _choose_sheet(self) -> None:
        path = self._choosers.sheet(self)
        if path is not None:
            self.read_path(path)

    def _choose_folder(self) -> None:
        folder = self._choosers.folder(self)
        if folder is not None:
            self.notice.say("")
            self.flow.read_folder(folder)

    def _say_busy(self, words: str) -> None:
        self.busy.setText(words)
        if words:
            announce(self.busy, words)

    def _show_plan(self, shown: ImportShown, is_new: bool) -> None:  # noqa: FBT001 -- what the signal carries
        counts = total(shown)
        parts = [(f"{count:,}", words) for count, words in parts_of(counts) if count]
        rows = many(counts.rows, "row").split(" ")
        self._head("Check before it is saved", [(rows[0], f"{rows[1]} in {shown.source}"), *parts])
        self.notice.say("")
        if is_new:
            self.ways.forget()
            self.shown.start()
        self.shown.show_import(shown)
        announce(self, sentence_of(counts))
        if is_new:
            self._go(1)

    def _show_saved(self, done: Done, shown: ImportShown) -> None:
        counts = sentence_of(total(shown))
        self.shown.start()
        self._head("Import finished", [("", f"From {shown.source}.")])
        self.done.show_done(done.sentence, counts)
        self._go(2)
        announce(self, f"{done.sentence}. {counts}")
        self.imported.emit(done)

    def _show_taken_back(self, is_taken_back: bool) -> None:  # noqa: FBT001 -- what the signal carries
        self.heading.setText("Import taken back" if is_taken_back else "Import finished")
        self.done.show_taken_back(is_taken_back=is_taken_back)
