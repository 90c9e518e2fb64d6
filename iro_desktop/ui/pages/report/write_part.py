"""One section: a place to write, and beneath it the section as it will stand. What is typed is kept until saved."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from iro_desktop.domain.acts import WriteReportSection
from iro_desktop.domain.errors import UserError
from iro_desktop.services.drafts import DraftOf
from iro_desktop.services.report.layout import section_blocks
from iro_desktop.services.report.model import ReportView, SectionShown
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.drafting import Way
from iro_desktop.ui.filled import collect, give_back
from iro_desktop.ui.forms.given_back import GivenBack
from iro_desktop.ui.paper import pages_of
from iro_desktop.ui.shapes import Shape
from iro_desktop.ui.typing_kept import TypingKept
from iro_desktop.ui.widgets import Kind, LinkButton, PrimaryButton, QuietButton, Text, Tone
from iro_desktop.ui.widgets.flow import FlowLayout
from iro_desktop.ui.widgets.paper_view import PaperView
from iro_desktop.ui.widgets.scroller import Scroller
from iro_desktop.ui.widgets.writing import WritingBox

TITLE = "Annual report"
_MOST_LINES, _PAGE_EMS = 12, 20
_SAVED, _CHANGED, _NOTHING = "Saved", "Changed, not saved yet", "Nothing is written here yet"
_FIGURES_ALONE = "This section is made by the program; nothing is to be written in it."
_PUBLISHED = "Published: nothing can be changed any more."


class _Box(WritingBox):
    """As high as what stands in it, up to so many lines; then it scrolls, so that the section stays in sight."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent, lines=4)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        """No higher than that."""
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        return super().sizeHint().boundedTo(QSize(10_000, most))


class _Pages(PaperView):
    """Takes the room that is left; asks for no more than a piece of a page."""

    def sizeHint(self) -> QSize:
        """As little as may be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class WritePart(QWidget):
    """Ctrl+S saves; the menu of figures leads to what each is counted from."""

    figure_wanted = Signal(str)  # id of a measure
    left = Signal()  # back to the list
    refused = Signal(str)

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._view: ReportView | None = None
        self.section: SectionShown | None = None
        self._of: tuple[int, str] = (0, "")
        self.content = QWidget(self)
        self.back_link = LinkButton("All sections", "Esc", self.content, Shape.BACK)
        self.title = Text("", Kind.HEADING, parent=self.content)
        self.asks = Text("", Kind.BODY, Tone.SOFT, self.content)
        self.given_back = GivenBack(self.content)
        self._typing = TypingKept(deeds, self, self.given_back, self._draft_of)
        self.box = _Box("What stands here in words", self.content)
        self.box.setObjectName("text")
        self.state = Text("", Kind.SMALL, Tone.SOFT, self.content)
        self.save_button = PrimaryButton("Save", "Ctrl S", self.content)
        self.figures_button = QuietButton("Figures of this section…", "Ctrl H", self.content)
        self.preview = _Pages(self.content)
        self._lay_out()
        self.box.textChanged.connect(self._look)
        self.save_button.clicked.connect(self.save)
        self.figures_button.clicked.connect(self.choose_figure)
        self.back_link.clicked.connect(self.left)

    def _lay_out(self) -> None:
        scroll = Scroller(self)
        column = QVBoxLayout(self.content)
        scroll.keep_margin(column, 4, 0, 8, 12)
        column.setSpacing(8)
        for part in (self.back_link, self.title, self.asks, self.given_back, self.box, self.state):
            column.addWidget(part)
        buttons = FlowLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.figures_button)
        column.addLayout(buttons)
        column.addWidget(self.preview, 1)
        scroll.setWidget(self.content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.back_link.hide()
        self.given_back.hide()

    # showing

    def show_section(self, view: ReportView, section: SectionShown) -> None:
        """Show one section of a report; of the same one, what is typed and not saved stays."""
        is_same = self._of == (view.year, section.key)
        typed = self.is_touched() if is_same else False
        if not is_same:
            self._typing.end()
        self._view, self.section, self._of = view, section, (view.year, section.key)
        self.title.setText(section.title)
        can_write = bool(section.asks) and view.published_on is None
        self.asks.set_or_hide(section.asks if can_write else _PUBLISHED if view.published_on else _FIGURES_ALONE)
        for part in (self.box, self.state, self.save_button):
            part.setVisible(can_write)
        if not typed and self.box.words() != section.text:
            with QSignalBlocker(self.box):  # nobody typed it
                self.box.setPlainText(section.text)
            self.box.updateGeometry()
        self.box.setAccessibleDescription(section.asks)
        self.figures_button.setVisible(bool(section.figures))
        self._show_pages(view, section)
        if can_write and not self._typing.is_begun:
            self._typing.begin(self.content, self._collect, self._give_back, Way(Command.ANNUAL_REPORT.value))
        elif not typed:
            self._typing.settle()
        self._look()

    def _show_pages(self, view: ReportView, section: SectionShown) -> None:
        if view.published_on is not None:
            blocks = tuple(one.block for one in section.pieces)
        else:
            blocks = tuple(section_blocks(section, is_draft=True))[1:]
        page = replace(view.document, title=section.title, head=(), blocks=blocks, has_contents=False)
        self.preview.show_pages(pages_of(page))

    def is_touched(self) -> bool:
        """Whether something stands here that is not saved."""
        return not self.box.isHidden() and self.section is not None and self.words() != self.section.text

    def words(self) -> str:
        """What stands here now."""
        return self.box.words().strip()

    def _look(self) -> None:
        touched = self.is_touched()
        self.save_button.setEnabled(touched)
        is_written = self.section is not None and bool(self.section.text)
        self.state.setText(_CHANGED if touched else _SAVED if is_written else _NOTHING)
        self.state.set_tone(Tone.TODAY if touched else Tone.SOFT)

    def focus_first(self) -> None:
        """Go where one writes; where nothing is to be written, to the pages."""
        (self.preview if self.box.isHidden() else self.box).setFocus()

    # keeping what is typed

    def _draft_of(self) -> DraftOf:
        year, key = self._of
        return DraftOf(TITLE, "", f"{year}/{key}")

    def _collect(self) -> dict[str, object]:
        return collect(self.content, {"text": self.box})

    def _give_back(self, state: Mapping[str, object]) -> None:
        give_back(self.content, state, {"text": self.box})

    def keep_now(self) -> None:
        """Keep what is typed by now."""
        self._typing.keep_now()

    # doing

    def save(self) -> None:
        """Save what stands here."""
        section, view = self.section, self._view
        if section is None or view is None or not self.is_touched():
            return
        act = WriteReportSection(year=view.year, section=section.key, text=self.words())
        try:
            self._deeds.save(act)
        except UserError as error:
            self._deeds.went_wrong.emit(str(error))
            return
        self._typing.saved()
        self._look()

    def choose_figure(self) -> None:
        """Offer the figures of the section; the chosen one opens in Performance, with its rows."""
        menu = self.figure_menu()
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.figures_button.mapToGlobal(self.figures_button.rect().bottomLeft()))

    def figure_menu(self) -> QMenu:
        """Every figure of the section, once."""
        from iro_desktop.measures.definitions import BY_ID  # loaded when somebody asks for figures

        menu = QMenu("Figures of this section", self)
        for measure in dict.fromkeys(one.measure for one in self.section.figures) if self.section else ():
            action = QAction(BY_ID[measure].name, menu)
            action.setData(measure)
            action.triggered.connect(self._figure_chosen)
            menu.addAction(action)
        return menu

    def _figure_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.figure_wanted.emit(str(action.data()))

    def set_page_room(self, em: int) -> None:
        """So much of a page must be seen, not a slit."""
        self.preview.setMinimumHeight(_PAGE_EMS * em)
