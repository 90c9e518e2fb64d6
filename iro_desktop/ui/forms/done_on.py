"""A piece of work was done: at once, or on a day one says."""

from datetime import date

from PySide6.QtWidgets import QWidget

from iro_desktop.domain.acts import Act, RecordTaskDone
from iro_desktop.domain.vocabulary import Task
from iro_desktop.services.desk import Desk
from iro_desktop.services.views import ChildView, DeadlineRow
from iro_desktop.ui.forms.child_form import ChildForm, Save

_ALSO_SETTLE = {"private-fostering.first-visit": Task.FOSTERING_VISIT}  # recorded under a task of another name
TASKS = frozenset(task.value for task in Task)


def task_of(rule: str) -> Task | None:
    """The work that settles a deadline of that rule; ``None`` where a person records something else."""
    return Task(rule) if rule in TASKS else _ALSO_SETTLE.get(rule)


def task_done(child: str, deadline: DeadlineRow, day: date) -> Act:
    """The act that says a deadline's work is done; only work after a review says which review."""
    task = task_of(deadline.rule)
    if task is None:
        raise ValueError(f"nothing is recorded as done for {deadline.rule}")
    return RecordTaskDone(child=child, task=task, done_on=day, review_on=deadline.review_on)


class DoneOn(ChildForm):
    """A piece of work was done, on a day one says."""

    def __init__(
        self, desk: Desk, save: Save, view: ChildView, deadline: DeadlineRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(deadline.what, desk, save, view, parent)
        self._deadline = deadline
        self.subject = deadline.id
        self.add_day("Done on", desk.today_on)
        self.finish()

    def act(self) -> Act:
        """The task done on that day."""
        return task_done(self._view.child, self._deadline, self.day.known_day())
