"""What was sent for a review and is not back: back now, asked for again, or entered by mistake."""

from datetime import date

from iro_desktop.domain.acts import RecordChased, RecordReturned, RemoveSent
from iro_desktop.domain.dates import short
from iro_desktop.services.preparation_views import PeopleView, SendingRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, Option, Questions

_BACK, _CHASED, _MISTAKE = "back", "chased", "mistake"


def sent_back(view: ChildView, people: PeopleView, today: date, whom: str = "") -> Questions:
    """What became of something that was sent; those not back come first, those of ``whom`` before them."""
    rows = {str(number): row for number, row in enumerate(_in_order(people, whom))}

    def row_of(answers: Answers) -> SendingRow:
        return rows[answers.choice("which") or "0"]

    def act(answers: Answers) -> RecordChased | RecordReturned | RemoveSent:
        row, what = row_of(answers), answers.choice("what")
        if what == _MISTAKE:
            return RemoveSent(child=view.child, what=row.what, to=row.to, sent_on=row.sent_on, person=row.person)
        on = answers.known_day("on")
        if what == _CHASED:
            return RecordChased(
                child=view.child, what=row.what, to=row.to, sent_on=row.sent_on, chased_on=on, person=row.person
            )
        return RecordReturned(
            child=view.child,
            what=row.what,
            to=row.to,
            sent_on=row.sent_on,
            returned_on=on,
            person=row.person,
            views=answers.text("views"),
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        row, on = row_of(answers), answers.day("on")
        if answers.choice("what") == _MISTAKE or on is None:
            return ()
        if row.returned_on is not None:
            return (("which", f"That came back on {short(row.returned_on)} already."),)
        if on < row.sent_on:
            return (("on", f"That is before it was sent, {short(row.sent_on)}. Check the day."),)
        return ()

    return Questions(
        "Returned or chased",
        (
            AskChoice("which", "Which", tuple(Option(key, row.words) for key, row in rows.items())),
            AskChoice("what", "What happened", _whats(), _BACK),
            AskDay("on", "On", today, shown=lambda answers: answers.choice("what") != _MISTAKE),
            AskText("views", "What they say, if anything", shown=lambda answers: answers.choice("what") == _BACK),
        ),
        act,
        problems=problems,
    )


def _in_order(people: PeopleView, whom: str) -> list[SendingRow]:
    return sorted(people.sendings, key=lambda one: (one.returned_on is not None, one.person != whom or not whom))


def _whats() -> tuple[Option, ...]:
    return (
        Option(_BACK, "It came back"),
        Option(_CHASED, "Asked for it again", "Counted; each time on a later day."),
        Option(_MISTAKE, "It was entered by mistake", "It is taken away."),
    )
