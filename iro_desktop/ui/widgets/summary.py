"""One line that sums a page up: numbers strong, words soft, a dot between."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from iro_desktop.ui.theme import tokens


class SummaryLine(QLabel):
    """Counts in words; what is nought is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, str]] = []
        self._tail, self._has_tail = "", False
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: list[tuple[int, str]], tail: str = "") -> None:
        """Show the counts, each with its words; ``tail`` says whose or how many they are of."""
        parts = [(str(count), words) for count, words in counts if count]
        self.show_parts(parts, tail)

    def show_parts(self, parts: list[tuple[str, str]], tail: str = "") -> None:
        """Show pairs of a strong and a soft part, and a tail where it is wanted."""
        self._parts, self._tail = parts, tail
        self._paint_words()

    def show_tail(self, *, is_shown: bool) -> None:
        """Say the tail as well: where the rail has no room to say it."""
        if is_shown != self._has_tail:
            self._has_tail = is_shown
            self._paint_words()

    def changeEvent(self, event: QEvent) -> None:
        """The colours stand in the text, so a change of palette writes it anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_words()

    def _paint_words(self) -> None:
        now = tokens()
        parts = [*self._parts, ("", self._tail)] if self._has_tail and self._tail else self._parts
        self.setAccessibleName(" · ".join(f"{strong} {soft}".strip() for strong, soft in parts))
        shown = [
            (f'<b style="color:{now.ink}">{escape(strong)}</b> ' if strong else "") + escape(soft)
            for strong, soft in parts
        ]
        self.setText(f'<span style="color:{now.soft}">' + " &nbsp;·&nbsp; ".join(shown) + "</span>")
