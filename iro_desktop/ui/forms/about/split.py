"""Why brothers and sisters do not share one IRO, and how the two keep in touch."""

from iro_desktop.domain.acts import StateSiblingSplit, WithdrawSiblingSplit
from iro_desktop.domain.vocabulary import SplitReason
from iro_desktop.services.record_views import SplitView
from iro_desktop.services.views import ChildView
from iro_desktop.ui.forms.asked import Answers, AskChoice, AskWords, Option, Questions, options_of

_WITHDRAW = "withdraw"
_MEANINGS = {
    SplitReason.CHILD_ASKED.value: "One of the children asked for an IRO of their own.",
    SplitReason.CONFLICT.value: "What is right for one child stands against what is right for another.",
    SplitReason.SIZE.value: "The group is more than one IRO can do well.",
}


def sibling_split(view: ChildView, split: SplitView) -> Questions:
    """State the exception, or withdraw it."""

    def states(answers: Answers) -> bool:
        return answers.choice("reason") != _WITHDRAW

    def act(answers: Answers) -> StateSiblingSplit | WithdrawSiblingSplit:
        if not states(answers):
            return WithdrawSiblingSplit(group=split.group, child=view.child)
        reason = SplitReason(answers.choice("reason"))
        return StateSiblingSplit(group=split.group, child=view.child, reason=reason, liaison=answers.text("liaison"))

    withdraw = (Option(_WITHDRAW, "No reason any more", "One IRO for all, as is usual."),) if split.reason else ()
    return Questions(
        "Brothers and sisters with another IRO",
        (
            AskChoice(
                "reason",
                "Why this child has another IRO",
                (*options_of(SplitReason, _MEANINGS), *withdraw),
                split.reason.value if split.reason else "",
            ),
            AskWords("liaison", "How the two IROs keep in touch", hint="call before each review", shown=states),
        ),
        act,
        about=split.words,
    )
