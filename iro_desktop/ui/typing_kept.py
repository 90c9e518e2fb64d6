"""What is typed on a page one writes on, kept as a draft, with the line that says it was given back."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from iro_desktop.services.drafts import DraftOf
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.drafting import Draftkeeper, Way
from iro_desktop.ui.forms.given_back import GivenBack


class TypingKept:
    """One draft after the other, as the page shows one thing after the other."""

    def __init__(self, deeds: Deeds, page: QWidget, line: GivenBack, draft_of: Callable[[], DraftOf]) -> None:
        """``draft_of`` says what the page is about; it is asked while that is shown."""
        self._deeds, self._page, self._line, self._draft_of = deeds, page, line, draft_of
        self._keeper: Draftkeeper | None = None

    @property
    def is_begun(self) -> bool:
        """Whether what is typed is kept now."""
        return self._keeper is not None

    def begin(
        self,
        root: QWidget,
        collect: Callable[[], dict[str, object]],
        give_back: Callable[[Mapping[str, object]], None],
        way: Way,
    ) -> None:
        """Keep what is typed in ``root`` from now on, and give back what was typed before."""
        keeper = Draftkeeper(self._deeds.desk, self._draft_of, collect, give_back, self._page, way)
        keeper.failed.connect(self._deeds.went_wrong)
        keeper.watch(root)
        self._line.emptied.connect(keeper.start_empty)
        self._keeper = keeper
        draft = keeper.begin()
        if draft is not None:
            self._line.say(draft.when_words(self._deeds.desk.today_on))
        else:
            self._line.hide()

    def end(self) -> None:
        """Something else is to be shown; what is typed by now has been kept."""
        if self._keeper is not None:
            self._line.emptied.disconnect(self._keeper.start_empty)
            self._keeper.close()
            self._keeper = None
        self._line.hide()

    def settle(self) -> None:
        """What stands there now is what nobody typed."""
        if self._keeper is not None:
            self._keeper.settle()

    def saved(self) -> None:
        """What stands there now is saved."""
        self.settle()
        self._line.hide()

    def touch(self) -> None:
        """Something was changed that tells nobody of it."""
        if self._keeper is not None:
            self._keeper.touch()

    def keep_now(self) -> None:
        """Keep what is typed by now."""
        if self._keeper is not None:
            self._keeper.keep_now()
