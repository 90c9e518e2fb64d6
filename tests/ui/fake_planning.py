"""What the fake desk says about planning: windows, moves, brothers and sisters, and the service's choices."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from iro_desktop.domain.acts import (
    Act,
    AddBankHoliday,
    BookReview,
    ChangeSetting,
    MoveBooking,
    RecordLeave,
    RemoveBankHoliday,
    RemoveLeave,
    RemoveView,
    SaveView,
)
from iro_desktop.domain.choices import CHOICES, LIMIT, RULES_OWN
from iro_desktop.domain.dates import short, with_weekday
from iro_desktop.domain.records import SavedView
from iro_desktop.domain.vocabulary import Asker, Standing
from iro_desktop.rules.bank_holidays import BANK_HOLIDAYS
from iro_desktop.rules.model import Rule
from iro_desktop.rules.register import LAW_CHECKED_ON, RULES
from iro_desktop.services.plan_views import (
    BookingWindow,
    ChangePlan,
    Consequence,
    DatedStanding,
    DayOffer,
    HolidayRow,
    LeaveRow,
    MovePlan,
    PlannedPart,
    RuleRow,
    SettingRow,
    SiblingChild,
    SiblingOffer,
    SiblingPlan,
    TimescalesView,
)
from tests.ui.fake_people import TODAY, FakeChild, plus_working_days, working_days

ServiceAct = AddBankHoliday | ChangeSetting | RecordLeave | RemoveBankHoliday | RemoveLeave | RemoveView | SaveView


def _days(count: int) -> str:
    return f"{count} working day" if count == 1 else f"{count} working days"


def margin_words(day: date, due_on: date | None) -> str:
    """How a day stands to the last lawful one."""
    if due_on is None:
        return "no limit is known"
    spare = working_days(day, due_on)
    return f"out of timescale by {_days(-spare)}" if day > due_on else f"in timescale, {_days(spare)} to spare"


def window_of(child: FakeChild) -> BookingWindow | None:
    """The window of the child's next review."""
    if child.due_on is None or child.due_on < TODAY:
        return None
    slack = 5
    book_by = max(plus_working_days(child.due_on, -slack), TODAY)
    earliest = max(plus_working_days(child.due_on, -30), plus_working_days(TODAY, 1))
    earliest = min(earliest, book_by)
    days = [plus_working_days(book_by, -back) for back in (0, 2, 4, 7, 9)]
    offers = tuple(
        DayOffer(day, with_weekday(day), working_days(day, child.due_on), "room for a move")
        for day in days
        if day >= earliest
    )
    blocked = ((plus_working_days(book_by, -1), "leave"),) if plus_working_days(book_by, -1) > earliest else ()
    slack_words = f"{_days(slack)}: nine in ten of this IRO's moves were within it (23 moves)"
    return BookingWindow(
        child=child.id,
        what=f"Review {(child.number or 0) + 1}",
        rule="review.later",
        earliest=earliest,
        book_by=book_by,
        last_lawful=child.due_on,
        arrange_by=plus_working_days(book_by, -20),
        slack=slack,
        slack_words=slack_words,
        earliest_words="Not sooner: the care plan of the last review has to have been tried.",
        is_tight=working_days(TODAY, child.due_on) < slack,
        blocked=blocked,
        offers=offers,
        words=f"Book by {with_weekday(book_by)}; the last lawful day is {with_weekday(child.due_on)}.",
    )


def move_of(child: FakeChild, others: Sequence[FakeChild], to_on: date, chosen: Collection[str] | None) -> MovePlan:
    """What moving the child's review, and those of the chosen others, would mean."""
    taken = {f"move/{child.id}", *(chosen or ())}
    everybody = [child, *others]
    parts = tuple(_part(one, to_on, f"move/{one.id}" in taken, is_first=one is child) for one in everybody)
    acts = tuple(_move_act(one, to_on) for one in everybody if f"move/{one.id}" in taken)
    margin = working_days(to_on, child.due_on) if child.due_on else None
    warnings = ["That is not a working day."] if to_on.weekday() > 4 else []
    if to_on < plus_working_days(TODAY, 20):
        warnings.append("Less than 20 working days ahead: there is not enough time to consult and invite.")
    held = timedelta(183)
    return MovePlan(
        child=child.id,
        from_on=child.booked_on,
        to_on=to_on,
        in_timescale=None if child.due_on is None else to_on <= child.due_on,
        margin=margin,
        words=f"{with_weekday(to_on)}: {margin_words(to_on, child.due_on)}.",
        warnings=tuple(warnings),
        parts=parts,
        consequences=tuple(
            _consequence(one, to_on) for one in everybody if f"move/{one.id}" in taken and one.booked_on != to_on
        ),
        if_held=(
            ("Next review, last lawful", with_weekday(to_on + held)),
            ("Mid-point", with_weekday(to_on + held / 2)),
        ),
        acts=acts,
    )


def _part(one: FakeChild, to_on: date, is_chosen: bool, *, is_first: bool) -> PlannedPart:
    origin = f"from {with_weekday(one.booked_on)} to" if one.booked_on else "book"
    too = "" if is_first else " too"
    return PlannedPart(
        key=f"move/{one.id}",
        child=one.id,
        name=one.short_name,
        words=f"Move {one.short_name}{too}: {origin} {with_weekday(to_on)}",
        margin_words=margin_words(to_on, one.due_on),
        is_late=one.due_on is not None and to_on > one.due_on,
        is_fixed=is_first,
        is_chosen=is_chosen,
    )


def _move_act(one: FakeChild, to_on: date) -> Act:
    if one.booked_on is None:
        return BookReview(child=one.id, review_on=to_on, booked_on=TODAY)
    return MoveBooking(
        child=one.id, review_on=one.booked_on, to_on=to_on, moved_on=TODAY, asked_by=Asker.IRO, reason="planned"
    )


def _consequence(one: FakeChild, to_on: date) -> Consequence:
    def side(day: date | None) -> DatedStanding:
        words = f"booked {with_weekday(day)}, {margin_words(day, one.due_on)}" if day else "not booked"
        return DatedStanding(one.due_on, Standing.UPCOMING, day, words)

    what = f"Review {(one.number or 0) + 1}"
    return Consequence(f"{one.id}/review.later", one.id, "review.later", what, side(one.booked_on), side(to_on))


def siblings_of(group: Sequence[FakeChild]) -> SiblingPlan | None:
    """Days for everybody of the group; two days where no one day suits."""
    if len(group) < 2:
        return None
    known = [(one, one.due_on) for one in group if one.due_on is not None and one.due_on > TODAY]
    rows = tuple(_sibling(one) for one in group)
    if len(known) < 2:
        return SiblingPlan("group-1", rows, None, None, (), (), "No common day: last reviews are not known.")
    first = min(due_on for _one, due_on in known)
    last = max(due_on for _one, due_on in known)
    if (last - first).days > 120:
        split = tuple(_offer(plus_working_days(due_on, -6), [(one, due_on)]) for one, due_on in known)
        words = "No day is lawful and sensible for all: their last lawful days lie too far apart."
        return SiblingPlan("group-1", rows, None, None, (), split, words)
    offers = tuple(_offer(plus_working_days(first, -back), known) for back in (6, 4, 9))
    start = plus_working_days(first, -25)
    words = f"All can be reviewed on one day from {short(start)} to {short(first)}."
    return SiblingPlan("group-1", rows, start, first, offers, (), words)


def _sibling(one: FakeChild) -> SiblingChild:
    is_known = one.due_on is not None and one.due_on > TODAY
    words = f"last lawful {with_weekday(one.due_on)}" if one.due_on and is_known else "left out: review overdue"
    return SiblingChild(one.id, one.short_name, one.iro, one.booked_on, one.due_on if is_known else None, words)


def _offer(day: date, children: Sequence[tuple[FakeChild, date]]) -> SiblingOffer:
    margins = tuple((one.id, working_days(day, due_on)) for one, due_on in children)
    spare = sorted(margin for _child, margin in margins)
    span = _days(spare[0]) if spare[0] == spare[-1] else f"{spare[0]} to {_days(spare[-1])}"
    return SiblingOffer(day, tuple(one.id for one, _due in children), margins, f"{with_weekday(day)}: {span} to spare")


@dataclass(frozen=True, slots=True)
class FakeService:
    """What belongs to the service and to no child."""

    settings: Mapping[str, tuple[tuple[str, date], ...]]  # by key: value and from when, oldest first
    added: Mapping[date, str]  # bank holidays
    leave: tuple[LeaveRow, ...]
    views: Mapping[str, SavedView] = field(default_factory=dict)  # by name

    def after(self, act: ServiceAct) -> "FakeService":
        """The service once that is done."""
        if isinstance(act, ChangeSetting):
            rows = (*self.settings.get(act.setting, ()), (act.value, act.from_on))
            return replace(self, settings={**self.settings, act.setting: rows})
        if isinstance(act, AddBankHoliday):
            return replace(self, added={**self.added, act.on: act.name})
        if isinstance(act, RemoveBankHoliday):
            return replace(self, added={day: name for day, name in self.added.items() if day != act.on})
        if isinstance(act, RecordLeave):
            row = LeaveRow(act.iro, act.from_on, act.to_on, act.what.label)
            return replace(self, leave=tuple(sorted((*self.leave, row), key=lambda one: one.from_on)))
        if isinstance(act, SaveView):
            view = SavedView(act.name, act.name, act.iro, act.words, act.sort, act.is_descending)
            return replace(self, views={**self.views, act.name: view})
        if isinstance(act, RemoveView):
            return replace(self, views={name: one for name, one in self.views.items() if name != act.name})
        left = tuple(one for one in self.leave if (one.iro, one.from_on) != (act.iro, act.from_on))
        return replace(self, leave=left)


NEW_SERVICE = FakeService(
    {"due-soon": (("15", date(2027, 1, 1)),), f"{LIMIT}after.minutes": (("10wd", date(2026, 4, 1)),)},
    {date(2027, 6, 7): "Day of national thanksgiving"},
    (LeaveRow("Angela Marsh", date(2026, 12, 21), date(2027, 1, 1), "annual leave"),),
)


def timescales_of(service: FakeService) -> TimescalesView:
    """The law and the service's choices."""
    known = {date.fromisoformat(day): name for day, name in BANK_HOLIDAYS if day >= f"{TODAY.year}-01-01"}
    days = [HolidayRow(day, name, is_added=False) for day, name in known.items()]
    days += [HolidayRow(day, name, is_added=True) for day, name in service.added.items()]
    return TimescalesView(
        law_checked_on=LAW_CHECKED_ON,
        proclaimed_to=2028,
        rules=tuple(_rule_row(rule, service) for rule in RULES),
        settings=tuple(_setting_row(choice.key, service) for choice in CHOICES),
        holidays=tuple(sorted(days, key=lambda one: one.on)),
        leave=service.leave,
    )


def _rule_row(rule: Rule, service: FakeService) -> RuleRow:
    rows = [row for row in service.settings.get(f"{LIMIT}{rule.id}", ()) if row[1] <= TODAY and row[0] != RULES_OWN]
    return RuleRow(
        id=rule.id,
        what=rule.what,
        sentence=rule.sentence,
        limit=rule.offset.words,
        owner=rule.owner,
        authority=rule.authority.label,
        citation=rule.citation.source,
        mark=rule.citation.mark.value,
        mark_words=rule.citation.mark.label,
        in_force=_in_force(rule),
        local=f"{rows[-1][0]} since {short(rows[-1][1])}" if rows else "",
        can_change=rule.subject != "review",
    )


def _in_force(rule: Rule) -> str:
    if rule.valid_to:
        return f"until {short(rule.valid_to)}"
    return f"from {short(rule.valid_from)}" if rule.valid_from else ""


def _setting_row(key: str, service: FakeService) -> SettingRow:
    choice = next(one for one in CHOICES if one.key == key)
    rows = service.settings.get(key, ())
    past, ahead = [row for row in rows if row[1] <= TODAY], [row for row in rows if row[1] > TODAY]
    value = past[-1][0] if past else choice.default
    return SettingRow(
        key=key,
        label=choice.label,
        value=value,
        value_words=choice.words(value),
        is_default=not past,
        since=past[-1][1] if past else None,
        coming=f"from {short(ahead[0][1])}: {choice.words(ahead[0][0])}" if ahead else "",
        values=choice.values,
        pattern_words=choice.pattern_words,
    )


def change_of(acts: Sequence[Act], children: Sequence[FakeChild]) -> ChangePlan:
    """What a change would touch: the first tasks after a review, two working days sooner."""
    say: Callable[[date], DatedStanding] = lambda day: DatedStanding(  # noqa: E731
        day, Standing.DUE_SOON, None, f"due {with_weekday(day)}"
    )
    touched = tuple(
        Consequence(
            f"{child.id}/{task.task.value}", child.id, task.task.value, task.task.label,
            say(task.due_on), say(plus_working_days(task.due_on, -2)),
        )
        for child in children
        for task in child.tasks[:1]
    )[:12] if acts else ()  # fmt: skip
    whose = len({one.child for one in touched})
    words = f"Touches {len(touched)} open deadlines of {whose} children; 2 become overdue." if touched else "Nothing."
    return ChangePlan(
        words, tuple(sorted(touched, key=lambda one: (one.after or say(TODAY)).due_on or TODAY)), tuple(acts)
    )
