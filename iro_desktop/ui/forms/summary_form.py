"""The caseload summary: what the file will hold, seen before it is written; with or without names; where it goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QWidget

from iro_desktop.domain.errors import UserError
from iro_desktop.services.desk import Desk
from iro_desktop.services.names_out import Reader, reader_of
from iro_desktop.services.summary_views import Exported, SummaryShown, SummaryWish
from iro_desktop.ui.forms.places import is_there
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.forms.write_form import free
from iro_desktop.ui.painter import PaperPainter
from iro_desktop.ui.widgets import Card, Kind, QuietButton, Text, Tone
from iro_desktop.ui.widgets.check import Check
from iro_desktop.ui.widgets.wrapped_choice import wrapped_choices

ChoosePlace = Callable[[QWidget, Path], Path | None]
_KINDS = (
    (".xlsx", "Excel workbook (.xlsx), with figures and more on further sheets"),
    (".docx", "Word (.docx), with all of it, to go on writing in"),
    (".pdf", "PDF (.pdf), with all of it, to print"),
    (".csv", "Plain table (.csv), for any program: the caseload alone"),
)
_ENDINGS = tuple(ending for ending, _ in _KINDS)
_CSV = len(_KINDS) - 1
_REPLACES = "A file of that name is there; it will be replaced."
_NOBODY_YET, _NOTHING_YET = "(who will read them)", "(what for)"


def choose_place(parent: QWidget, proposed: Path) -> Path | None:
    """Where to, by the system's own dialogue; ``None`` where the person changed their mind."""
    kinds = " ".join(f"*{ending}" for ending in _ENDINGS)
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save the caseload summary", str(proposed), f"Summaries ({kinds})")
    return Path(chosen) if chosen else None


class SummaryForm(FormSheet):
    """Nothing is written before it is seen: the head, the columns and the figures stand in the form."""

    def __init__(
        self,
        desk: Desk,
        wish: SummaryWish,
        folder: Path,
        choose: ChoosePlace = choose_place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Export caseload summary", desk.act, parent)
        self._desk, self._wish, self._folder, self._choose = desk, wish, folder, choose
        self.done: Exported | None = None  # what was written
        self.save_button.setText("Write the file")
        self.card = Card(self.content, "What will be in the file")
        self.head = Text("", Kind.BODY, parent=self.card)
        self.columns = Text("", Kind.SMALL, Tone.SOFT, self.card)
        self.figures = Text("", Kind.SMALL, Tone.SOFT, self.card)
        self.kinds = QButtonGroup(self)
        self.names = Check("Names as well as ids", self)
        self.reader, self.purpose = QLineEdit(self), QLineEdit(self)
        self.path = QLineEdit(str(free(folder / f"caseload-summary-{desk.today_on.isoformat()}{_ENDINGS[0]}")), self)
        self.choose_button = QuietButton("Choose…", parent=self)
        self._add_fields()
        self._connect()
        self.look_again()
        self.finish()

    def _add_fields(self) -> None:
        for part in (self.head, self.columns, self.figures):
            self.card.body.addWidget(part)
        self.body.addWidget(self.card)
        self.add_field("kind", "Kind of file", wrapped_choices(self.kinds, tuple(words for _, words in _KINDS), self))
        self.add_field("names", "", self.names).label.hide()
        self.add_field("reader", "Who will read the names", self.reader)
        self.add_field("purpose", "What for", self.purpose)
        self.add_field("path", "Folder and name of the file", self.path).beside.addWidget(self.choose_button)
        self.reader.setAccessibleName("Who will read the names")
        self.purpose.setAccessibleName("What for")
        self.path.setAccessibleName("Folder and name of the file")
        self.choose_button.setAccessibleName("Choose folder and name")

    def _connect(self) -> None:
        self.kinds.idToggled.connect(self._kind_chosen)
        self.names.toggled.connect(self.look_again)
        self.reader.editingFinished.connect(self.look_again)
        self.purpose.editingFinished.connect(self.look_again)
        self.path.textChanged.connect(self._place_changed)
        self.choose_button.clicked.connect(self._ask_place)

    def begin(self) -> None:
        """At the kind that is chosen: Enter writes the file as it is proposed."""
        self.kinds.button(max(0, self.kinds.checkedId())).setFocus()

    def whose(self) -> str:
        """No child."""
        return ""

    def look_again(self) -> None:
        """Show what the file would hold now."""
        for name in ("reader", "purpose"):
            self.fields[name].setVisible(self.names.isChecked())
        try:
            self._show(self._desk.preview_summary(self._wished(shown=True)))
        except UserError as error:
            self.summary.set_or_hide(str(error))
        self._place_changed()

    def problems(self) -> Problems:
        """A reader and a purpose where names go out, and a place with an ending that is known."""
        found: list[tuple[str, str]] = []
        if self.names.isChecked():
            found += [] if self.reader.text().strip() else [("reader", "Say who will read them.")]
            found += [] if self.purpose.text().strip() else [("purpose", "Say what for, in a few words.")]
        if self.place().suffix.lower() not in _ENDINGS:
            said = f"A summary is not written to a file that ends in “{self.place().suffix or self.place().name}”."
            found.append(("path", f"{said} Choose a name that ends in {', '.join(_ENDINGS[:-1])} or {_ENDINGS[-1]}."))
        return found

    def commit(self) -> None:
        """Write the file; raises ``UserError`` with a sentence to show."""
        self.done = self._desk.export_summary(self._wished(), self.place(), PaperPainter())

    def place(self) -> Path:
        """The file typed; without a folder, in the one proposed."""
        return self._folder / Path(self.path.text().strip()).expanduser()

    def _wished(self, *, shown: bool = False) -> SummaryWish:
        """What is asked for; while it is only ``shown``, whoever reads the names need not be said yet."""
        if not self.names.isChecked():
            return self._wish
        who, purpose = self.reader.text().strip(), self.purpose.text().strip()
        names = Reader(who or _NOBODY_YET, purpose or _NOTHING_YET) if shown else reader_of(who, purpose)
        wish = self._wish
        return SummaryWish(wish.words, wish.sort, wish.is_turned, wish.view, names)

    def _show(self, shown: SummaryShown) -> None:
        self.head.setText("\n".join(shown.head))
        self.columns.setText(f"{len(shown.columns)} columns: {', '.join(shown.columns)}")
        beside = f"And: {', '.join(shown.beside)}" if shown.beside else ""
        self.figures.setText("\n".join(line for line in (*shown.figures, beside) if line))
        self.figures.setVisible(self.kinds.checkedId() != _CSV)

    def _kind_chosen(self, number: int, is_chosen: bool) -> None:  # noqa: FBT001 Qt hands it over so
        if not is_chosen:
            return
        self.figures.setVisible(number != _CSV)
        place, ending = self.path.text().strip(), _KINDS[number][0]
        known = next((one for one in _ENDINGS if place.lower().endswith(one)), "")
        if known != ending:
            self.path.setText(f"{place[: len(place) - len(known)]}{ending}")

    def _place_changed(self) -> None:
        """The kind follows the name; a file that would be replaced is told."""
        place = self.place()
        for number, (ending, _) in enumerate(_KINDS):
            if place.suffix.lower() == ending:
                self.kinds.button(number).setChecked(True)
        where = f"In the folder {place.parent}"
        self.fields["path"].say(f"{where}\n{_REPLACES}" if is_there(place) else where)

    def _ask_place(self) -> None:
        chosen = self._choose(self, self.place())
        if chosen is not None:
            self.path.setText(str(chosen))
        self.path.setFocus()
