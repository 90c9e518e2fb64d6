"""The find box: children by part of a name or id, and every command with its key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from iro_desktop.services.views import Found
from iro_desktop.ui.forms.child_field import as_suggestion
from iro_desktop.ui.shapes import Shape, paint_shape
from iro_desktop.ui.theme import tokens
from iro_desktop.ui.widgets.hint import hint_size, key_words, paint_hint
from iro_desktop.ui.widgets.suggestion_box import Suggestion
from iro_desktop.ui.widgets.suggestions import SuggestEdit

_MOST_CHILDREN = 8
_WORDS = "Find a child, or do anything"


def matches(action: QAction, words: str) -> bool:
    """Whether every typed word begins, or nearly is, a word of the action or of its synonyms; no matter the order."""
    known = f"{action.text()} {action.whatsThis()}".lower().replace("…", "").replace("-", " ").split()
    typed = words.lower().replace("…", "").replace("-", " ").split()
    return all(any(_is_like(each, word) for word in known) for each in typed)


def begins(action: QAction, words: str) -> bool:
    """Whether its own words begin with what is typed: it comes before those that are only known by such a word."""
    return bool(words.strip()) and _plain(action.text()).lower().startswith(words.strip().lower())


def _is_like(typed: str, word: str) -> bool:
    """A beginning of the word, with one letter wrong, missing or too many where four or more were typed."""
    if word.startswith(typed):
        return True
    if len(typed) < 4:
        return False
    return any(_one_off(typed, word[:length]) for length in (len(typed) - 1, len(typed), len(typed) + 1))


def _one_off(typed: str, word: str) -> bool:
    short, long = sorted((typed, word), key=len)
    if len(long) == len(short):
        wrong = [at for at, (one, other) in enumerate(zip(short, long, strict=True)) if one != other]
        swapped = len(wrong) == 2 and short[wrong[0]] == long[wrong[1]] and short[wrong[1]] == long[wrong[0]]
        return len(wrong) <= 1 or (swapped and wrong[1] == wrong[0] + 1)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


class FindBox(SuggestEdit):
    """In the top bar; Ctrl+K brings the focus here, Esc takes it back."""

    def __init__(
        self,
        find: Callable[[str], Sequence[Found]],
        commands: Callable[[], Sequence[QAction]],
        parent: QWidget | None = None,
    ) -> None:
        self._find, self._commands = find, commands
        super().__init__(_WORDS, self._offers, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make_room()

    def sizeHint(self) -> QSize:
        """Comfortable for a name and a few words."""
        return QSize(36 * self.font().pixelSize(), super().sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Words of a search that is left do not stay, as if they narrowed something."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Icon and key grow with the type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_room()

    def begin(self) -> None:
        """Take the focus and offer everything that can be done."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.offer_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, a glass at its left, its key at the right."""
        super().paintEvent(event)
        now, side = tokens(), self.font().pixelSize()
        painter = QPainter(self)
        paint_shape(painter, Shape.SEARCH, QRectF(11, (self.height() - side) / 2, side, side), now.soft)
        if not self.text():
            size = hint_size("Ctrl K", self.font())
            box = QRectF(self.width() - size.width() - 9, 0, size.width(), size.height())
            box.moveTop(round((self.height() - size.height()) / 2))
            paint_hint(painter, "Ctrl K", box, self.font(), now.soft, now.line)
        painter.end()

    def _make_room(self) -> None:
        self.setMaximumWidth(44 * self.font().pixelSize())
        self.setTextMargins(round(self.font().pixelSize() * 1.5), 0, hint_size("Ctrl K", self.font()).width() + 4, 0)

    def _offers(self, words: str) -> list[Suggestion]:
        found = self._find(words)[:_MOST_CHILDREN] if words.strip() else ()
        children = [as_suggestion(child, "Children" if n == 0 else "") for n, child in enumerate(found)]
        able = [action for action in self._commands() if action.isEnabled() and matches(action, words)]
        able.sort(key=lambda action: not begins(action, words))
        commands = [
            Suggestion(_plain(action.text()), "", key_words(action), action, "Commands" if n == 0 else "")
            for n, action in enumerate(able)
        ]
        return [*children, *commands]


def _plain(text: str) -> str:
    return text.replace("&", "")
