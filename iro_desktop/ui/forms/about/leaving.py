"""Leaving care: an entitlement stated or taken back, the plan made, a home, what changes about one, being in touch."""

from collections.abc import Callable
from datetime import date

from iro_desktop.domain.acts import (
    ChangeHome,
    RecordHome,
    RecordTaskDone,
    RecordTouch,
    RemoveHome,
    RemoveTouch,
    StateEligibility,
    WithdrawEligibility,
)
from iro_desktop.domain.dates import short
from iro_desktop.domain.vocabulary import Accommodation, Activity, ContactKind, InTouch, LeaverStatus, Task
from iro_desktop.services.leaver_views import LeaverView
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskTick, AskWords, Option, Questions, options_of

_BACK = "back"
_CHANGED, _ENDED, _MISTAKE = "changed", "ended", "mistake"
_AWAY = "away:"  # and a day; no answer about being in touch begins so
_FEW = 3  # entries that can be taken away; older ones are history
_YES_NO = (Option("yes", "Yes"), Option("no", "No"))
_SAID = {"yes": True, "no": False}
_MEANINGS = {
    LeaverStatus.ELIGIBLE.value: "16 or 17, looked after, for 13 weeks since the 14th birthday.",
    LeaverStatus.RELEVANT.value: "16 or 17, eligible before, and no longer looked after.",
    LeaverStatus.FORMER_RELEVANT.value: "18 or more, and eligible or relevant before.",
    LeaverStatus.QUALIFYING.value: "Looked after at 16 or 17 for less than that, or at home for six months.",
    LeaverStatus.NONE.value: "Pathway reviews end, from that day on.",
}


def entitlement(view: ChildView, leaver: LeaverView, today: date) -> Questions:
    """State what a young person is entitled to, in place of what the care history gives; or take that back."""
    options = options_of(LeaverStatus, _MEANINGS)
    stated_from = leaver.stated_from
    if stated_from is not None:
        back = f"The care history counts again: {leaver.computed.words}."
        options = (*options, Option(_BACK, f"Take back what was stated from {short(stated_from)}", back))

    def states(answers: Answers) -> bool:
        return answers.choice("status") != _BACK

    def act(answers: Answers) -> StateEligibility | WithdrawEligibility:
        if not states(answers) and stated_from is not None:
            return WithdrawEligibility(child=view.child, from_on=stated_from)
        return StateEligibility(
            child=view.child,
            status=LeaverStatus(answers.choice("status")),
            from_on=answers.known_day("from_on"),
            reason=answers.text("reason") or "",
        )

    return Questions(
        "Entitlement as a care leaver",
        (
            AskChoice("status", "Entitled as", options, leaver.row.status.value),
            AskDay("from_on", "From", today, shown=states),
            AskWords("reason", "Why", is_needed=True, missing="Say why.", shown=states),
        ),
        act,
        f"By the care history: {leaver.computed.words}.",
        is_for_one=True,
    )


def plan_made(view: ChildView, today: date) -> Questions:
    """The pathway plan is made, or made anew."""

    def act(answers: Answers) -> RecordTaskDone:
        return RecordTaskDone(child=view.child, task=Task.PATHWAY_PLAN, done_on=answers.known_day("done_on"))

    return Questions("Pathway plan made", (AskDay("done_on", "Made on", today),), act, is_for_one=True)


def home(view: ChildView, today: date) -> Questions:
    """Where a care leaver lives from a day on."""

    def act(answers: Answers) -> RecordHome:
        return RecordHome(
            child=view.child,
            from_on=answers.known_day("from_on"),
            what=Accommodation(answers.choice("what")),
            is_suitable=_SAID.get(answers.choice("is_suitable")),
            is_provided=answers.tick("is_provided"),
            note=answers.text("note"),
        )

    return Questions(
        "Home after care",
        (
            AskChoice("what", "Lives", options_of(Accommodation), is_open=True),
            AskDay("from_on", "From", today),
            AskChoice("is_suitable", "Suitable", _YES_NO, none_words="Not known"),
            AskTick(
                "is_provided",
                "Provided by the authority",
                help="The plan is then reviewed after 28 days, and every 3 months from there.",
            ),
            AskWords("note", "Note, if any"),
        ),
        act,
        "The home before it ends on the day before.",
        is_for_one=True,
    )


def about_home(view: ChildView, leaver: LeaverView, today: date) -> Questions:
    """A home changed, ended, or was entered by mistake."""
    homes = {one.from_on.isoformat(): one for one, _ in leaver.homes}
    options = tuple(Option(key, f"{one.what.label}, from {short(one.from_on)}") for key, one in homes.items())

    def is_one_of(*values: str) -> Callable[[Answers], bool]:
        return lambda answers: answers.choice("how") in values

    def act(answers: Answers) -> ChangeHome | RemoveHome:
        from_on = homes[answers.choice("which") or next(iter(homes))].from_on
        how = answers.choice("how")
        if how == _MISTAKE:
            return RemoveHome(child=view.child, from_on=from_on)
        if how == _ENDED:
            return ChangeHome(child=view.child, from_on=from_on, to_on=answers.known_day("to_on"))
        what = answers.choice("what")
        return ChangeHome(
            child=view.child,
            from_on=from_on,
            what=Accommodation(what) if what else None,
            is_suitable=_SAID.get(answers.choice("is_suitable")),
            is_provided=_SAID.get(answers.choice("is_provided")),
            note=answers.text("note"),
        )

    changes = is_one_of(_CHANGED)
    how = (
        Option(_CHANGED, "Something about it is otherwise", "What is left empty stays as it is."),
        Option(_ENDED, "It ended, and no other is known", "A new home ends it by itself."),
        Option(_MISTAKE, "It was entered by mistake", "It is taken away; the one before goes on."),
    )
    return Questions(
        "Change or end a home",
        (
            AskChoice("which", "Which", options),
            AskChoice("how", "What is so", how, _CHANGED),
            AskDay("to_on", "Last day", today, shown=is_one_of(_ENDED)),
            AskChoice("what", "Lives", options_of(Accommodation), none_words="As it is", shown=changes),
            AskChoice("is_suitable", "Suitable", _YES_NO, none_words="As it is", shown=changes),
            AskChoice("is_provided", "Provided by the authority", _YES_NO, none_words="As it is", shown=changes),
            AskWords("note", "Note", shown=changes),
        ),
        act,
        is_for_one=True,
    )


def touch(view: ChildView, leaver: LeaverView, today: date) -> Questions:
    """Whether the authority is in touch, and what the young person does; or an entry taken away."""
    entries = {f"{_AWAY}{one.on.isoformat()}": one for one in leaver.touches[:_FEW]}
    away = tuple(
        Option(key, f"Take away the entry of {short(one.on)}", f"It says: {one.in_touch.label}.")
        for key, one in entries.items()
    )

    def says(answers: Answers) -> bool:
        return answers.choice("in_touch") not in entries

    def is_in_touch(answers: Answers) -> bool:
        return answers.choice("in_touch") == InTouch.YES.value

    def act(answers: Answers) -> RecordTouch | RemoveTouch:
        value = answers.choice("in_touch")
        if value in entries:
            return RemoveTouch(child=view.child, on=entries[value].on)
        activity, how = answers.choice("activity"), answers.choice("contact")
        return RecordTouch(
            child=view.child,
            on=answers.known_day("on"),
            in_touch=InTouch(value),
            activity=Activity(activity) if activity else None,
            how=ContactKind(how) if how else None,
            note=answers.text("note"),
        )

    known = next((one.activity.value for one in leaver.touches if one.activity is not None), "")
    return Questions(
        "In touch",
        (
            AskChoice("in_touch", "The authority is", (*options_of(InTouch), *away), InTouch.YES.value),
            AskDay("on", "On", today, shown=says),
            AskChoice("activity", "Mainly", options_of(Activity), known, none_words="Not said", shown=says),
            AskChoice("contact", "How", options_of(ContactKind), none_words="Not said", shown=is_in_touch),
            AskWords("note", "Note, if any", shown=says),
        ),
        act,
        is_for_one=True,
    )
