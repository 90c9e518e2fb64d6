"""Alerts as a list: how each stands in shape and words, whose, what about, who answers."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.challenge_views import AlertCard
from iro_desktop.ui.models.records import Column, RecordsModel
from iro_desktop.ui.pages.challenge.words import answers, spoken, stands
from iro_desktop.ui.pages.timescales_table import FactDelegate, FactTable
from iro_desktop.ui.theme import Tokens
from iro_desktop.ui.widgets.badge import paint_standing, standing_width
from iro_desktop.ui.widgets.row_painting import END, PAD, Place, paint_ground

STANDING = "standing"
_MOST_EMS = 15
_ABOUT_EMS = 21
_LONGEST = 80  # letters of what it is about


def _about(card: AlertCard) -> str:
    text = " ".join(card.about.split()) or card.kind.label
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _came(card: AlertCard) -> str:
    return ": ".join(part for part in (card.outcome.label if card.outcome else "", card.effect) if part)


_CHILD: Column[AlertCard] = Column("child", "Child", lambda card: card.name, keep=98)
_REST: tuple[Column[AlertCard], ...] = (
    Column(STANDING, "How it stands", lambda card: stands(card)[1], keep=97),
    Column("what", "What it is about", _about, keep=96),
    Column("stage", "Stage", lambda card: card.stage_words, keep=90),
    Column("theme", "Theme", lambda card: card.theme, keep=60),
    Column("answers", "Who answers", answers, keep=70),
    Column("raised", "Raised", lambda card: short(card.raised_on), keep=80),
    Column("came", "What came of it", _came, keep=50),
    Column("owner", "IRO", lambda card: card.iro, keep=10),
)
ALL = (_CHILD, *_REST)
OF_ONE_CHILD = tuple(column for column in _REST if column.key != "owner")


def alert_model(columns: Sequence[Column[AlertCard]], parent: QWidget) -> RecordsModel[AlertCard]:
    """Alerts by their key, read out whole."""
    return RecordsModel(columns, lambda card: card.key, spoken, parent)


class AlertTable(FactTable):
    """Two lines a row; resolved ones are quieter."""

    def __init__(self, model: RecordsModel[AlertCard], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, 2, parent, _ink)
        self._alerts = model
        self.setItemDelegate(_Delegate(self))

    def current(self) -> AlertCard | None:
        """The chosen alert."""
        return self._alerts.record(self.currentIndex()) if self.selectionModel().hasSelection() else None

    def _width_of(self, column: Column[AlertCard]) -> int:
        if column.key == "what":
            return min(_ABOUT_EMS * self.font().pixelSize(), 2 * super()._width_of(column))
        if column.key != STANDING:
            return super()._width_of(column)
        longest = max((column.show(row) for row in self.facts.rows), key=len, default="")
        width = min(_MOST_EMS * self.font().pixelSize(), standing_width(longest, self.font()))
        return max(width, self.header.width_of(column.header)) + PAD + END + 4


class _Delegate(FactDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; the standing with its shape."""
        card = self._view.facts.record(index)
        if card is None or self._view.facts.columns[index.column()].key != STANDING:
            super().paint(painter, option, index)
            return
        is_last = index.row() == len(self._view.facts.rows) - 1
        paint_ground(painter, self._view, option, index.row(), Place(is_first=False, is_last=is_last))
        box = QRectF(option.rect.adjusted(PAD, 0, -END, 0))
        paint_standing(painter, *stands(card), box, self._view.font())


def _ink(key: str, row: object, now: Tokens) -> str:
    is_quiet = isinstance(row, AlertCard) and not row.is_open
    return now.soft if is_quiet or key in {"raised", "owner", "theme"} else now.ink
