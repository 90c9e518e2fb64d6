"""Publishing the annual report: what it means, and what is still unwritten, is said before it is done."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act, PublishReport
from iro_desktop.services.report.model import ReportView
from iro_desktop.ui.forms.sheet import FormSheet, Problems
from iro_desktop.ui.widgets import Kind, Text, Tone
from iro_desktop.ui.widgets.check import Check

_MEANS = (
    "Its figures are frozen, and it stays as it is for good: nothing can be written in it any more, and this cannot be "
    "undone. Every file made of it from then on is the same. What asks for words does not stand in it."
)
_SURE = "I have read it, and it is to be published as it stands"


class PublishForm(FormSheet):
    """One tick, so that nobody publishes by a slip of the hand."""

    look_above = "Nothing was published yet. What is missing is said beside its field."

    def __init__(self, view: ReportView, save: Callable[[Act], object], parent: QWidget | None = None) -> None:
        super().__init__(f"Publish the annual report {view.years_words}", save, parent)
        self._view = view
        self.save_button.setText("Publish")
        self.about.set_or_hide(f"{_MEANS}\n{view.source_words}")
        self.told = Text("\n\n".join(self._told()), Kind.BODY, Tone.TODAY, self.content)
        self.body.addWidget(self.told)
        self.year = Check(_SURE, self)
        self.add_field("year", "", self.year)
        self.finish()

    def whose(self) -> str:
        """No child."""
        return ""

    def _told(self) -> list[str]:
        """What is still open, what is missing, what will not stand in it."""
        view = self._view
        told = list(view.cautions)
        if view.missing:
            told.append(f"Still to write: {', '.join(one.title for one in view.missing)}.")
        optional = [one.title for one in view.unwritten if not one.is_needed and not one.is_empty]
        if optional:
            told.append(f"By figures alone, without a word of yours: {', '.join(optional)}.")
        empty = [one.title for one in view.sections if one.is_empty]
        if empty:
            told.append(f"Left out, for nothing would stand under it: {', '.join(empty)}.")
        return told

    def problems(self) -> Problems:
        """The tick."""
        return [] if self.year.isChecked() else [("year", "Tick this to publish: it cannot be undone.")]

    def commit(self) -> None:
        """Publish it."""
        self._save(PublishReport(year=self._view.year))
