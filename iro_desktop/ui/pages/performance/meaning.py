"""What a figure means: its definition, what is counted of what, what is left out, the check, where it comes from."""

from PySide6.QtWidgets import QWidget

from iro_desktop.services.performance_views import FigureShown
from iro_desktop.ui.pages.performance.words import left_out_words
from iro_desktop.ui.widgets import Card, Kind, Text, Tone
from iro_desktop.ui.widgets.pairs import Pairs


class MeaningCard(Card):
    """The definition as a councillor reads it, and the parts it is made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "What this figure means")
        self.definition = Text("", Kind.BODY, parent=self)
        self.pairs = Pairs(self)
        self.source = Text("", Kind.SMALL, Tone.SOFT, self)
        for part in (self.definition, self.pairs, self.source):
            self.body.addWidget(part)

    def show_figure(self, figure: FigureShown) -> None:
        """Say it of this one."""
        self.definition.setText(figure.definition)
        self.pairs.show_pairs(meaning_of(figure))
        self.source.set_or_hide(f"Source: {figure.source}" if figure.source else "")


def meaning_of(figure: FigureShown) -> list[tuple[str, str]]:
    """The lines beneath the definition: label and words."""
    pairs = [
        ("Looks at", figure.population),
        ("Counts", figure.numerator_words),
        ("Out of", figure.denominator_words if figure.denominator_words != figure.numerator_words else ""),
        ("Leaves out", left_out_words(figure)),
        ("Beside", f"{figure.beside:,} booked days have passed with nothing recorded" if figure.beside else ""),
        ("Check", figure.check),
    ]
    return [(label, words) for label, words in pairs if words]
