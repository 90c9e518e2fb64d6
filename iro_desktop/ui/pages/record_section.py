"""One heading of the record of a review: a place to write, and how far it is part of the record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.services.review_record import SectionShown
from iro_desktop.ui.widgets import Kind, LinkButton, Text, Tone
from iro_desktop.ui.widgets.card import Card
from iro_desktop.ui.widgets.writing import WritingBox

_PROPOSED = "Proposed from what is recorded; part of the record once it is saved"
_CHANGED = "Changed, not saved yet"
_SAVED = "Saved"


class RecordSectionCard(Card):
    """What is proposed is set softer until somebody touches it."""

    touched = Signal()
    copy_wanted = Signal(object)  # itself

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, heading)
        self.section = SectionShown(heading, "", "")
        self.state = Text("", Kind.SMALL, Tone.SOFT, self)
        self.copy = LinkButton("Copy", parent=self)
        self.copy.setAccessibleName(f"Copy “{heading}” for the case system")
        self.box = WritingBox(heading, self, lines=2)
        self.box.setObjectName(heading)
        self.head.addWidget(self.copy)
        layout = QVBoxLayout()
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.state)
        self.body.addLayout(layout)
        self.box.textChanged.connect(self._changed)
        self.copy.clicked.connect(self._copy)

    def show_section(self, section: SectionShown) -> None:
        """Fill in what is written, or proposed; what is typed and not saved stays."""
        if self.is_changed():
            self.section = section
        else:
            self.section = section
            if self.box.words() != section.shown:
                self.box.setPlainText(section.shown)
        self._say()

    def words(self) -> str:
        """What stands here now."""
        return self.box.words().rstrip()

    def is_changed(self) -> bool:
        """Whether something else stands here than is written or proposed."""
        return self.words() != self.section.shown.rstrip()

    def is_to_save(self, *, with_proposed: bool) -> bool:
        """Whether saving would change the record; ``with_proposed``: what is proposed is taken into it too."""
        return self.is_changed() or (with_proposed and not self.section.is_written and bool(self.words()))

    def _changed(self) -> None:
        self._say()
        self.touched.emit()

    def _copy(self) -> None:
        self.copy_wanted.emit(self)

    def _say(self) -> None:
        is_proposed = not self.is_changed() and not self.section.is_written and bool(self.words())
        words = (
            _CHANGED if self.is_changed() else _SAVED if self.section.is_written else _PROPOSED if is_proposed else ""
        )
        self.state.set_or_hide(words)
        self.state.set_tone(Tone.TODAY if self.is_changed() else Tone.SOFT)
        self.box.setAccessibleDescription(words)
        if bool(self.box.property("proposed")) != is_proposed:
            self.box.setProperty("proposed", is_proposed)
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)
        self.copy.setEnabled(bool(self.words()))
