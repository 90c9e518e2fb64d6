"""The child before the review: how they were heard, and what they want of it."""

from datetime import date

from iro_desktop.domain.acts import RecordTalk, RecordWishes
from iro_desktop.domain.dates import age_on, short
from iro_desktop.domain.talk import HEARD_FROM, refused_how
from iro_desktop.domain.vocabulary import TalkHow
from iro_desktop.services.preparation_views import PeopleView, WishesRow
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskText, AskTick, AskWords, Questions, options_of

_MEANINGS = {
    TalkHow.ALONE: "In person, nobody else there.",
    TalkHow.OBSERVED: "For a child under four.",
    TalkHow.THROUGH_OTHERS: "For a child under four: the carer, the nursery, the health visitor.",
    TalkHow.REFUSED: "They understand what it is for, and said no. That settles the duty.",
    TalkHow.NOT_SUITABLE: "Say why. That settles the duty.",
}


def heard_child(view: ChildView, people: PeopleView, today: date) -> Questions:
    """How the child was heard, or why not (SI 2010/959 reg 36(1)); the age is known."""
    is_under_four = people.born_on is not None and age_on(people.born_on, today) < HEARD_FROM

    def how(answers: Answers) -> TalkHow:
        return TalkHow(answers.choice("how"))

    def act(answers: Answers) -> RecordTalk:
        return RecordTalk(child=view.child, on=answers.known_day("on"), how=how(answers), note=answers.text("note"))

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        on = answers.day("on")
        if on and on > today:
            return (("on", f"{short(on)} is still to come. Record it once it is so."),)
        if on and (why_not := refused_how(people.born_on, how(answers), on)):
            return (("how", why_not),)
        if how(answers) is TalkHow.NOT_SUITABLE and not answers.text("note"):
            return (("note", "Say why it was not appropriate for this child."),)
        return ()

    return Questions(
        "Heard the child",
        (
            AskChoice(
                "how",
                "How",
                options_of(TalkHow, {key.value: words for key, words in _MEANINGS.items()}),
                (TalkHow.OBSERVED if is_under_four else TalkHow.ALONE).value,
            ),
            AskDay("on", "On", today),
            AskText("note", "Note, or why not"),
        ),
        act,
        about="under four: observed, or heard through those who know the child" if is_under_four else "",
        problems=problems,
    )


def wishes_of(view: ChildView, people: PeopleView, today: date) -> Questions:
    """What the child wants; what they told last stands there already, to be kept or changed."""
    told = people.wishes or WishesRow(today, "", "", "", "", "", "", None)
    is_again = told.told_on == today and told.explained_on is not None

    def act(answers: Answers) -> RecordWishes:
        told_on = answers.known_day("told_on")
        return RecordWishes(
            child=view.child,
            told_on=told_on,
            where=answers.text("where"),
            when=answers.text("when"),
            who=answers.text("who"),
            chairing=answers.text("chairing"),
            not_coming=answers.text("not_coming"),
            views=answers.text("views"),
            explained_on=told_on if answers.tick("explained") else None,
        )

    def problems(answers: Answers) -> tuple[tuple[str, str], ...]:
        told_on = answers.day("told_on")
        if told_on and told_on > today:
            return (("told_on", f"{short(told_on)} is still to come. Record it once it is so."),)
        names = ("where", "when", "who", "chairing", "not_coming", "views")
        if not answers.tick("explained") and not any(answers.text(name) for name in names):
            return (("views", "Write down one thing the child wants, or said."),)
        return ()

    return Questions(
        "The child’s wishes",
        (
            AskText("views", "In their own words", told.views),
            AskWords("where", "Where it should be", proposed=told.where),
            AskWords("when", "When", proposed=told.when),
            AskWords("who", "Who should come, and who should not", proposed=told.who),
            AskWords("chairing", "Leading it, or a part of it", proposed=told.chairing),
            AskWords("not_coming", "If they would rather not come, why", proposed=told.not_coming),
            AskTick("explained", "Rights, advocacy and complaints explained that day", proposed=is_again),
            AskDay("told_on", "Told on", today),
        ),
        act,
        about=f"As told {short(told.told_on)}; keep or change" if people.wishes else "",
        problems=problems,
    )
