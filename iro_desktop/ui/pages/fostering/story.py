"""The story of what is chosen: what it is, what to look to, and all that happened, newest first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.dates import short
from iro_desktop.services.views import HistoryLine
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.pairs import Pairs
from iro_desktop.ui.widgets.scroller import Scroller


class Story(Scroller):
    """Cards one below the other; filled anew for each row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget(self)
        self.title = Text("", Kind.HEADING, parent=content)
        self.lead = Text("", Kind.BODY, Tone.SOFT, content)
        self.cautions = Text("", Kind.BODY, Tone.TODAY, content)
        self.what = Card(content, "On record")
        self.pairs = Pairs(self.what)
        self.what.body.addWidget(self.pairs)
        self.past = Card(content, "What happened")
        self.lines = Pairs(self.past)
        self.past.body.addWidget(self.lines)
        column = QVBoxLayout(content)
        self.keep_margin(column, 0, 0, 0, 16)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(3)
        for part in (self.title, self.lead, self.cautions):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.what)
        column.addWidget(self.past)
        column.addStretch(1)
        self.setWidget(content)
        self.setAccessibleName("The story of what is chosen")

    def tell(
        self,
        title: str,
        lead: str,
        cautions: Sequence[str],
        pairs: Sequence[tuple[str, str]],
        lines: Sequence[HistoryLine],
    ) -> None:
        """Fill it; what says nothing takes no room."""
        self.title.setText(title)
        self.lead.set_or_hide(lead)
        self.cautions.set_or_hide("\n".join(f"{one}." for one in cautions))
        self.pairs.show_pairs([(label, words) for label, words in pairs if words])
        self.lines.show_pairs([(short(line.on), line.words) for line in lines])
        self.past.setVisible(bool(lines))
        self.verticalScrollBar().setValue(0)
