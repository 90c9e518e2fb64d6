"""What was sent, and to whom: several people at once, recorded as one act."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act, RecordSent
from iro_desktop.domain.vocabulary import Role, SendingKind
from iro_desktop.services.preparation_views import PeopleView, Receiver
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.ask_form import AskForm
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskTick, Questions, options_of
from iro_desktop.ui.forms.child_form import about_words
from iro_desktop.ui.forms.sheet import Problems
from iro_desktop.ui.widgets.date_field import Reader

_NOT_PEOPLE = frozenset({Role.CHILD, Role.IRO})


class SendForm(AskForm):
    """A tick for each who can be sent something; who must not have it is said beside their name as it is ticked."""

    def __init__(
        self,
        view: ChildView,
        people: PeopleView,
        read: Reader,
        save: Callable[[Act], None],
        save_as: Callable[[Sequence[Act], str], None],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        self._people, self._save_as, self._child, self._today = people, save_as, view.child, today
        super().__init__(_questions(view, people, today), read, save, about_words(view), parent)

    def look_again(self) -> None:
        """Say beside each who is ticked why they must not have it."""
        super().look_again()
        if len(self.fields) == len(self.questions.asked):
            answers = self.answers()
            for key, one in keyed(self._people).items():
                self.fields[key].refuse(self._why_not(one, answers) if answers.tick(key) else "")

    def problems(self) -> Problems:
        """Somebody is ticked, and nobody who must not have it."""
        found = super().problems()
        if found:
            return found
        answers = self.answers()
        chosen = _chosen(self._people, answers)
        if not chosen and not answers.choice("role"):
            return [(next(iter(keyed(self._people))), "Tick to whom it was sent.")]
        return [(key, words) for key, one in chosen.items() if (words := self._why_not(one, answers))]

    def _why_not(self, one: Receiver, answers: Answers) -> str:
        """As it stands today; what was sent on an earlier day is judged by that day as it is saved."""
        return _why_not(one, answers) if answers.day("on") == self._today else ""

    def acts(self) -> Sequence[Act]:
        """One for each who is ticked."""
        answers = self.answers()
        one_each = [_sent(self._child, answers, one) for one in _chosen(self._people, answers).values()]
        role = answers.choice("role")
        if role:
            one_each.append(_sent(self._child, answers, Receiver(Role(role), None, "", {}, only_without_place=False)))
        return one_each

    def act(self) -> Act:
        """The first of them."""
        return self.acts()[0]

    def commit(self) -> None:
        """Save them all as one."""
        acts = self.acts()
        if len(acts) == 1:
            self._save(acts[0])
            return
        what = SendingKind(self.answers().choice("what"))
        roles = dict.fromkeys(act.to.label for act in acts if isinstance(act, RecordSent))
        self._save_as(acts, f"{what.label.capitalize()} sent for {self._child}: {', '.join(roles)}")


def keyed(people: PeopleView) -> dict[str, Receiver]:
    """Who can be ticked, by the name of the field."""
    return {f"to/{number}": one for number, one in enumerate(people.receivers)}


def _questions(view: ChildView, people: PeopleView, today: date) -> Questions:
    what = SendingKind.INVITATION if view.booked_on and view.booked_on >= today else SendingKind.CONSULTATION
    roles = tuple(option for option in options_of(Role) if Role(option.value) not in _NOT_PEOPLE)
    ticks = (
        AskTick(key, one.words, proposed=_is_proposed(one, what, people), help=_without_place(one))
        for key, one in keyed(people).items()
    )

    def act(answers: Answers) -> RecordSent:
        return _sent(view.child, answers, people.receivers[0])

    return Questions(
        "Sent",
        (
            AskChoice("what", "What", options_of(SendingKind), what.value),
            *ticks,
            AskChoice("role", "And to, with nobody named", roles, none_words="Nobody else"),
            AskDay("on", "Sent on", today),
        ),
        act,
    )


def _is_proposed(one: Receiver, what: SendingKind, people: PeopleView) -> bool:
    """Who is ordinarily asked and was sent nothing of the kind for the next review yet."""
    is_sent = any(
        (each.what, each.to, each.person) == (what, one.to, one.person) and each.is_of_next_review
        for each in people.sendings
    )
    is_asked = one.is_invited if what is SendingKind.INVITATION else one.is_consulted
    may = not one.refused[what] or (what is SendingKind.INVITATION and one.only_without_place)
    return is_asked and may and not is_sent


def _without_place(one: Receiver) -> str:
    return "An invitation to them leaves out where the review is." if one.only_without_place else ""


def _why_not(one: Receiver, answers: Answers) -> str:
    what = SendingKind(answers.choice("what"))
    if what is SendingKind.INVITATION and one.only_without_place:
        return ""
    return one.refused.get(what, "")


def _chosen(people: PeopleView, answers: Answers) -> dict[str, Receiver]:
    return {key: one for key, one in keyed(people).items() if answers.tick(key)}


def _sent(child: str, answers: Answers, one: Receiver) -> RecordSent:
    what = SendingKind(answers.choice("what"))
    return RecordSent(
        child=child,
        what=what,
        to=one.to,
        sent_on=answers.known_day("on"),
        person=one.person,
        without_place=what is SendingKind.INVITATION and one.only_without_place,
    )
