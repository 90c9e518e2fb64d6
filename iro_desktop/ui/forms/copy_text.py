"""A text for somebody, onto the clipboard: the invitation, or the reminder of a form. What was sent is recorded too."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act, RecordChased, RecordSent
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import SendingKind
from iro_desktop.services.desk import Desk
from iro_desktop.services.preparation_views import LetterText, PeopleView, Receiver
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskTick, Option, Questions
from iro_desktop.ui.forms.child_form import about_words
from iro_desktop.ui.forms.same_for import Ask, SaveAs
from iro_desktop.ui.forms.sheet import Problems, while_typing

_TITLES = {SendingKind.INVITATION: "Copy an invitation", SendingKind.CONSULTATION: "Copy a reminder"}
_ABOUT = "The text goes to the clipboard."
_RECORD = {
    SendingKind.INVITATION: "Record it as sent today",
    SendingKind.CONSULTATION: "Record that they were chased today",
}


class CopyText(AskForm):
    """Says at once who must not have it; Enter copies it."""

    def __init__(
        self,
        desk: Desk,
        view: ChildView,
        people: PeopleView,
        what: SendingKind,
        save: Callable[[Act], None],
        say: Callable[[str], None],
        whom: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._desk, self._child, self._what, self._say = desk, view.child, what, say
        self._to = {str(number): one for number, one in enumerate(people.receivers)}
        super().__init__(
            _questions(self._to, what, whom), desk.typed_date, save, f"{about_words(view)}\n{_ABOUT}", parent
        )
        self.save_button.setText("Copy")

    def look_again(self) -> None:
        """Say why there is no text, before it is asked for."""
        super().look_again()
        if len(self.fields) == len(self.questions.asked):
            self.fields["to"].refuse(" ".join(words for _, words in self.problems()))

    def problems(self) -> Problems:
        """What a restriction forbids, or is missing."""
        try:
            self._letter()
        except UserError as error:
            return [("to", while_typing(error).replace(" Nothing was copied.", ""))]
        return ()

    def acts(self) -> Sequence[Act]:
        """What records it, where that is ticked and is not recorded already."""
        return self._letter().sent if self.answers().tick("record") else ()

    def act(self) -> RecordSent | RecordChased:
        """What records it."""
        return self._letter().sent[0]  # type: ignore[return-value]  # of these two kinds

    def offer_same(self, ask: Ask, save_as: SaveAs, child: str) -> None:
        """A text is for one person: there is no same one for brothers and sisters."""

    def commit(self) -> None:
        """Copy, and record it where that is ticked."""
        letter = self._letter()
        QGuiApplication.clipboard().setText(letter.text)
        if self.answers().tick("record") and letter.sent:
            self._save(letter.sent[0])
        else:
            self._say(f"Copied: {letter.words}. {_next(self._what)}")

    def _letter(self) -> LetterText:
        one = self._to[self.answers().choice("to") or "0"]
        without_place = self.answers().tick("without_place")
        return self._desk.letter(self._child, self._what, one.to, one.person, without_place=without_place)


def _questions(receivers: dict[str, Receiver], what: SendingKind, whom: str) -> Questions:
    proposed = next((key for key, one in receivers.items() if one.person == whom and whom), "")
    is_invitation = what is SendingKind.INVITATION

    def act(_answers: Answers) -> RecordSent | RecordChased:
        raise NotImplementedError

    options = tuple(Option(key, one.words) for key, one in receivers.items())
    return Questions(
        _TITLES[what],
        (
            AskChoice("to", "To", options, proposed),
            AskTick("without_place", "Leave out where it is", shown=lambda _answers: is_invitation),
            AskTick("record", _RECORD[what]),
        ),
        act,
    )


def _next(what: SendingKind) -> str:
    return "U records it as sent." if what is SendingKind.INVITATION else "Shift+U records it as chased."
