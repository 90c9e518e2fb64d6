"""People: who is around the child, how to reach them, what must not be done towards them, what was sent."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.services.preparation_views import PeopleView, PersonRow, PrepLine, PrepPart, SendingRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.commands import Command
from iro_desktop.ui.deeds import Deeds
from iro_desktop.ui.pages.child.sheet_page import SheetPage

_SENDINGS = 12  # the newest; older ones belong to reviews long held
_NOBODY = "Nobody is entered yet. Parents, the carer, the school: whoever is asked, and whoever must not be."


class People(SheetPage):
    """The people, those who left last, then what was sent."""

    title = "People"

    def __init__(self, deeds: Deeds, actions: Mapping[Command, QAction], parent: QWidget | None = None) -> None:
        super().__init__(deeds, actions, parent)
        self.offer(
            (Command.PERSON, "Add somebody"),
            (Command.ABOUT_PERSON, "Restriction, change, leaves"),
            (Command.SENT, "Sent"),
            (Command.SENT_BACK, "Returned or chased"),
        )

    def show_child(self, view: ChildView) -> None:
        """Show the people around that child."""
        people = self.deeds.attempt(lambda: self.desk.people(view.child))
        if people is None:
            return
        self.summary.show_counts(list(people.counts))
        self.summary.setVisible(any(count for count, _ in people.counts))
        self.show_parts(_parts(people))

    def do_line(self, line: PrepLine) -> None:
        """Change what is held about somebody, or say what became of what was sent."""
        self.deeds.whom = line.person or ""
        if line.key == "nobody":
            self.actions_by_command[Command.PERSON].trigger()
        elif line.key.startswith("sent/"):
            self.actions_by_command[Command.SENT_BACK].trigger()
        else:
            self.actions_by_command[Command.ABOUT_PERSON].trigger()


def _parts(people: PeopleView) -> tuple[PrepPart, ...]:
    here = [_person(one) for one in people.people if one.left_on is None]
    gone = [_person(one) for one in people.people if one.left_on is not None]
    sent = [_sent(number, one) for number, one in enumerate(people.sendings[:_SENDINGS])]
    nobody = PrepLine("nobody", "", _NOBODY, do_words="Add")
    parts = (
        PrepPart("Around the child", tuple(here) or (nobody,)),
        PrepPart("No longer there", tuple(gone)),
        PrepPart("Sent, newest first", tuple(sent)),
    )
    return tuple(part for part in parts if part.lines)


def _person(one: PersonRow) -> PrepLine:
    reach = ", ".join(part for part in (one.phone, one.email, one.note) if part)
    facts = (one.agency_words, one.responsibility, one.asked_words, reach, one.left_on and f"left {short(one.left_on)}")
    about = " · ".join(part for part in facts if part)
    held = "\n".join(f"{each.words}. {each.reason}" for each in one.restrictions if each.holds)
    return PrepLine(
        f"person/{one.person}",
        one.role_words,
        held or about,  # what must not be done is read before how to reach them
        name=one.person,
        said=about if held else "",
        standing=Standing.DUE_TODAY if held else None,
        do_words="Change",
        to=one.role,
        person=one.person,
    )


def _sent(number: int, one: SendingRow) -> PrepLine:
    is_open = one.returned_on is None and one.is_of_next_review
    return PrepLine(
        f"sent/{number}",
        short(one.sent_on),
        one.words,
        standing=Standing.WAITING if is_open else Standing.MET if one.returned_on else None,
        do_words="Back or chased" if is_open else "",
        to=one.to,
        person=one.person,
    )
