"""A date set by hand in place of the one a rule gives."""

from datetime import date

from iro_desktop.domain.acts import OverrideDeadline, WithdrawOverride
from iro_desktop.domain.dates import with_weekday
from iro_desktop.services.views import ChildView, DeadlineRow
from iro_desktop.ui.forms.asked import Answers, AskDay, AskWords, Questions


def set_date(view: ChildView, row: DeadlineRow, trigger_on: date) -> Questions:
    """Another day for the deadline in hand, with the reason."""

    def act(answers: Answers) -> OverrideDeadline:
        return OverrideDeadline(
            child=view.child,
            rule=row.rule,
            trigger_on=trigger_on,
            due_on=answers.known_day("due_on"),
            reason=answers.text("reason") or "",
        )

    due = f"{row.what}: {with_weekday(row.due_on)} now" if row.due_on else row.what
    return Questions(
        "Set this date by hand",
        (
            AskDay("due_on", "Due instead", help="A date of the law can only be brought forward."),
            AskWords(
                "reason", "Reason", is_needed=True, hint="who agreed it, and why", missing="Say why in a few words."
            ),
        ),
        act,
        about=due,
        subject=row.id,
    )


def take_back(view: ChildView, row: DeadlineRow, trigger_on: date) -> WithdrawOverride:
    """The act that lets the rule's own date stand again."""
    return WithdrawOverride(child=view.child, rule=row.rule, trigger_on=trigger_on)
