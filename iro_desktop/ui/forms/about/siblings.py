"""Brothers and sisters: a group formed, joined or left."""

import re
from datetime import date

from iro_desktop.domain.acts import FormSiblingGroup, JoinSiblingGroup, LeaveSiblingGroup
from iro_desktop.services.plan_views import SiblingPlan
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskDay, AskWords, Option, Questions

_JOIN, _LEAVE = "join", "leave"


def sibling_group(view: ChildView, plan: SiblingPlan | None, today: date) -> Questions:
    """For a child of a group: others join, or the child leaves. For one without: a group is formed."""
    if plan is None:
        return _form(view, today)

    def joins(answers: Answers) -> bool:
        return answers.choice("what") == _JOIN

    def act(answers: Answers) -> JoinSiblingGroup | LeaveSiblingGroup:
        on = answers.known_day("on")
        if joins(answers):
            return JoinSiblingGroup(group=plan.group, child=answers.text("other") or "", from_on=on)
        return LeaveSiblingGroup(group=plan.group, child=view.child, to_on=on)

    what = (
        Option(_JOIN, "A brother or sister joins"),
        Option(_LEAVE, "This child leaves the group", "The day is the child’s last in the group."),
    )
    return Questions(
        "Brothers and sisters",
        (
            AskChoice("what", "What happened", what),
            AskWords("other", "Id of the child who joins", is_needed=True, missing="Give the child’s id.", shown=joins),
            AskDay("on", "On", today),
        ),
        act,
    )


def _form(view: ChildView, today: date) -> Questions:
    def others(answers: Answers) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for one in re.split(r"[\s,;]+", answers.text("others") or "") if one))

    def act(answers: Answers) -> FormSiblingGroup:
        children = (view.child, *(one for one in others(answers) if one != view.child))
        return FormSiblingGroup(name=f"With {view.child}", children=children, from_on=answers.known_day("on"))

    return Questions(
        "Brothers and sisters",
        (
            AskWords(
                "others",
                "Ids of brothers and sisters",
                is_needed=True,
                hint="AB12, AB13",
                missing="Give their ids, with a comma between.",
            ),
            AskDay("on", "From", today),
        ),
        act,
        about="forms a group, so that reviews can be planned together",
    )
