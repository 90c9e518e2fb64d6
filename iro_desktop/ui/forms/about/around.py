"""The people around a child: somebody added; what changes about them; what must not be done towards them."""

from collections.abc import Callable
from datetime import date

from iro_desktop.domain.acts import AddPerson, ChangePerson, LiftRestriction, PersonLeaves, RestrictPerson
from iro_desktop.domain.vocabulary import Restriction, Role
from iro_desktop.services.preparation_views import PeopleView, PersonRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import (
    Answers,
    AskChoice,
    AskDay,
    Asked,
    AskTick,
    AskWords,
    Option,
    Questions,
    options_of,
)

_NOT_PEOPLE = frozenset({Role.CHILD, Role.IRO})
_FAMILY = frozenset({Role.MOTHER.value, Role.FATHER.value, Role.PARENT.value, Role.RELATIVE.value})
_MEANINGS = {
    Restriction.NOTHING_SENT: "No invitation, form, letter or record is made for them.",
    Restriction.NOT_INVITED: "They can still be asked what they think, and sent the record.",
    Restriction.NO_PLACEMENT: "No record, and no invitation that says, or may say, where the child lives.",
}
_LIFTED, _CHANGED, _LEFT, _BACK = "lifted", "changed", "left", "back"
_ASKED = {
    "all": ("Invited, consulted, sent the record", (True, True, True)),
    "no-record": ("Invited and consulted, not sent the record", (True, True, False)),
    "not-invited": ("Consulted and sent the record, not invited", (False, True, True)),
    "consulted": ("Consulted only", (False, True, False)),
    "record": ("Sent the record only", (False, False, True)),
    "none": ("Not asked", (False, False, False)),
}


def somebody(view: ChildView) -> Questions:
    """Somebody new around the child; they are asked like everybody unless said otherwise."""
    roles = tuple(option for option in options_of(Role) if Role(option.value) not in _NOT_PEOPLE)

    def act(answers: Answers) -> AddPerson:
        return AddPerson(
            child=view.child,
            role=Role(answers.choice("role")),
            name=answers.text("name") or "",
            has_responsibility={"yes": True, "no": False}.get(answers.choice("responsibility")),
            phone=answers.text("phone"),
            email=answers.text("email"),
            is_invited=answers.tick("is_invited"),
            is_consulted=answers.tick("is_consulted"),
            is_sent_record=answers.tick("is_sent_record"),
            note=answers.text("note"),
        )

    return Questions(
        "Somebody around the child",
        (
            AskChoice("role", "Who", roles),
            AskWords("name", "Name", is_needed=True, missing="Give a name, or a word for who it is."),
            AskChoice(
                "responsibility",
                "Parental responsibility",
                (Option("yes", "Has it"), Option("no", "Does not have it")),
                none_words="Not known",
                shown=lambda answers: answers.choice("role") in _FAMILY,
            ),
            AskWords("phone", "Telephone"),
            AskWords("email", "E-mail"),
            AskTick("is_invited", "Invited to reviews", proposed=True),
            AskTick("is_consulted", "Asked what they think", proposed=True),
            AskTick("is_sent_record", "Sent the record", proposed=True),
            AskWords("note", "How best to reach them, if that matters"),
        ),
        act,
    )


def about_somebody(view: ChildView, people: PeopleView, today: date, whom: str = "") -> Questions:
    """A restriction, a change, or that somebody leaves; ``whom``: the one who is meant, where that is known."""
    rows = {one.person: one for one in people.people}
    proposed = whom if whom in rows else next(iter(rows), "")

    def row(answers: Answers) -> PersonRow:
        return rows[answers.choice("person") or proposed]

    def act(answers: Answers) -> ChangePerson | LiftRestriction | PersonLeaves | RestrictPerson:
        return _act(view.child, row(answers).person, answers)

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        return _problems(row(answers), answers)

    options = tuple(
        Option(one.person, f"{one.role_words}, {one.person}", one.restricted_words) for one in rows.values()
    )
    which = AskChoice("person", "Who", options, proposed)
    known = rows[proposed].restrictions if rows else ()
    standing = next((one.what.value for one in known if one.holds and one.to_on is None), "")
    return Questions("Restriction, change, leaves", (which, *_fields(today, standing)), act, problems=problems)


_RESTRICTIONS = frozenset(one.value for one in Restriction)


def _fields(today: date, standing: str) -> tuple[Asked, ...]:
    def is_one_of(*values: str) -> Callable[[Answers], bool]:
        return lambda answers: answers.choice("what") in values

    restricts, lifts = is_one_of(*_RESTRICTIONS), is_one_of(_LIFTED)
    changes, has_day = is_one_of(_CHANGED), is_one_of(*_RESTRICTIONS, _LIFTED, _LEFT)
    return (
        AskChoice("what", "What is so", _whats(), _CHANGED),
        AskChoice("restriction", "Which restriction", options_of(Restriction), standing, shown=lifts),
        AskWords("reason", "Reason", is_needed=True, hint="order, its date", missing="Say why.", shown=restricts),
        AskDay("on", "From, or on", today, shown=has_day),
        AskWords("name", "Another name", shown=changes),
        AskWords("phone", "Another telephone", shown=changes),
        AskWords("email", "Another e-mail", shown=changes),
        AskChoice(
            "asked",
            "How they are asked",
            tuple(Option(key, words) for key, (words, _) in _ASKED.items()),
            none_words="As it is",
            shown=changes,
        ),
        AskWords("note", "How best to reach them", shown=changes),
    )


def _whats() -> tuple[Option, ...]:
    return (
        *options_of(Restriction, {key.value: words for key, words in _MEANINGS.items()}),
        Option(_LIFTED, "A restriction is lifted", "It stays on record with its last day."),
        Option(_CHANGED, "Something about them changed", "What is left empty stays as it is."),
        Option(_LEFT, "No longer around the child", "What was sent to them stays on record."),
        Option(_BACK, "Around the child again"),
    )


def _act(child: str, person: str, answers: Answers) -> ChangePerson | LiftRestriction | PersonLeaves | RestrictPerson:
    what = answers.choice("what")
    if what in _RESTRICTIONS:
        return RestrictPerson(
            child=child,
            person=person,
            what=Restriction(what),
            reason=answers.text("reason") or "",
            from_on=answers.known_day("on"),
        )
    if what == _LIFTED:
        lifted = Restriction(answers.choice("restriction"))
        return LiftRestriction(child=child, person=person, what=lifted, to_on=answers.known_day("on"))
    if what == _LEFT:
        return PersonLeaves(child=child, person=person, on=answers.known_day("on"))
    if what == _BACK:
        return ChangePerson(child=child, person=person, clear=("left_on",))
    asked = _ASKED.get(answers.choice("asked"))
    is_invited, is_consulted, is_sent = asked[1] if asked else (None, None, None)
    return ChangePerson(
        child=child,
        person=person,
        name=answers.text("name"),
        phone=answers.text("phone"),
        email=answers.text("email"),
        is_invited=is_invited,
        is_consulted=is_consulted,
        is_sent_record=is_sent,
        note=answers.text("note"),
    )


def _problems(row: PersonRow, answers: Answers) -> tuple[tuple[str, str], ...]:
    what = answers.choice("what")
    standing = {one.what for one in row.restrictions if one.holds and one.to_on is None}
    if what in _RESTRICTIONS and Restriction(what) in standing:
        return (("what", "That stands already. Lift it first, if its reason is another one now."),)
    if what == _LIFTED and Restriction(answers.choice("restriction")) not in standing:
        return (("restriction", "No such restriction stands for them."),)
    if what == _BACK and row.left_on is None:
        return (("what", "They are around the child now."),)
    return ()
