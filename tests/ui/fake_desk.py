"""A desk in memory: the protocol the window is written against, with arithmetic simple enough to check by eye."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from iro_desktop.domain.acts import (
    Act,
    AddIro,
    BookReview,
    FormSiblingGroup,
    MergeChild,
    MoveBooking,
    RecordReviewHeld,
    RecordTaskDone,
    StateNotHeld,
)
from iro_desktop.domain.births import Birth
from iro_desktop.domain.choices import IROS_COMPARED
from iro_desktop.domain.dates import LONG_MONTHS, LONG_WEEKDAYS, age_on, in_full, short, with_weekday
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import SavedView
from iro_desktop.domain.vocabulary import Asker, Ownership, Role, SendingKind, ServiceList, Standing, Task
from iro_desktop.measures.model import By
from iro_desktop.rules.calendar import england
from iro_desktop.rules.practice import STANDARD
from iro_desktop.services.alert_terms import alert_terms
from iro_desktop.services.challenge_views import (
    AdviceRow,
    AgencyReturns,
    AlertCard,
    AlertCount,
    AlertDraft,
    AlertStory,
    ChallengeView,
    ListLine,
    NextStage,
)
from iro_desktop.services.clinic_views import ClinicView
from iro_desktop.services.desk import ImportShown, StoreStatus
from iro_desktop.services.diary_views import CalendarShown, CalendarWish, DiaryView, EntryKind, LedgerLine
from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.services.footprint_views import FootprintsView, FootprintView
from iro_desktop.services.fostering_views import ArrangementRow, CarersView, FosteringView
from iro_desktop.services.leaver_views import LeaversView, LeaverView
from iro_desktop.services.letters_out import letter_for
from iro_desktop.services.long_work import LongWork, known
from iro_desktop.services.mid_point import MidPointView
from iro_desktop.services.outputs.painter import Painter
from iro_desktop.services.people_view import people_view
from iro_desktop.services.performance_views import (
    FigureWish,
    KeptCompared,
    KeptSet,
    PartsView,
    PerformanceView,
    Point,
    RowsView,
)
from iro_desktop.services.plan_views import BookingWindow, ChangePlan, MovePlan, SiblingPlan, TimescalesView
from iro_desktop.services.preparation import preparation
from iro_desktop.services.preparation_views import LetterText, PeopleView, PrepSheet
from iro_desktop.services.record_views import Alike, ChildRecord, MergeView
from iro_desktop.services.report.model import ReportView
from iro_desktop.services.review_record import RecordShown
from iro_desktop.services.reviews_held import ReviewsHeld
from iro_desktop.services.same_for import SameFor
from iro_desktop.services.service_views import ServiceView
from iro_desktop.services.summary_views import Exported, SummaryShown, SummaryWish
from iro_desktop.services.typed import read_date
from iro_desktop.services.views import (
    Attender,
    CaseloadRow,
    CaseloadView,
    ChildView,
    CyclePoint,
    DeadlineRow,
    Done,
    DoNow,
    Found,
    HistoryLine,
    HistoryRow,
    ReviewPreview,
    TodayGroup,
    TodayRow,
    TodayView,
    WhyStep,
    WhyView,
)
from iro_desktop.services.write_ups import WriteUpsView
from tests.ui.fake_challenge import (
    ChallengeAct,
    FakeChallenge,
    advice_of,
    cards_of,
    challenge_of,
    consultations_of,
    counts_of,
    drafted,
    list_of,
    rows_of,
    some_challenge,
    story_of,
)
from tests.ui.fake_children import alike_to, children_after, merge_of, record_of, same_for
from tests.ui.fake_clinic import clinic_of
from tests.ui.fake_diary import diary_of, ledger_of
from tests.ui.fake_figures import (
    FakeFigures,
    FigureAct,
    compared_of,
    doubt_of_today,
    figure_rows_of,
    parts_of,
    performance_of,
    trend_of,
)
from tests.ui.fake_footprint import (
    FakeFootprint,
    FootprintAct,
    contacts_of,
    events_of,
    footprint_of,
    footprints_of,
    mid_point_of,
)
from tests.ui.fake_fostering import arrangements_of_child, foster_carers_of, private_fostering_of
from tests.ui.fake_leavers import FakeLeavers, LeaverAct, is_leaver, leaver_of, leavers_of
from tests.ui.fake_letters import FakeLetters, LetterAct, WithLetters
from tests.ui.fake_outputs import FakeOutputs, WithOutputs
from tests.ui.fake_people import (
    TODAY,
    FakeChild,
    FakeTask,
    legal_words,
    people,
    placement_words,
    plus_working_days,
    working_days,
)
from tests.ui.fake_planning import (
    NEW_SERVICE,
    FakeService,
    ServiceAct,
    change_of,
    move_of,
    siblings_of,
    timescales_of,
    window_of,
)
from tests.ui.fake_preparation import AroundAct, around_after, cycle_of, done_after
from tests.ui.fake_recommendations import (
    AdviceAct,
    FakeAdvice,
    draft_of,
    record_shown,
    reviews_of,
    write_ups_of,
)
from tests.ui.fake_report import FakeReports, ReportAct
from tests.ui.fake_service import FakeRecords, RecordsAct, a_year, nothing
from tests.ui.fake_so import held_of, notices_of, so_after
from tests.ui.fake_summary import summary_of

_State = tuple[
    dict[str, FakeChild],
    FakeService,
    FakeFootprint,
    FakeAdvice,
    FakeChallenge,
    FakeLeavers,
    FakeRecords,
    FakeFigures,
    FakeReports,
    FakeLetters,
]
DRAFTED_AT = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)  # a Friday
_ORDER = list(TodayGroup)
_WORST = (
    Standing.NOT_RECORDED,
    Standing.OVERDUE,
    Standing.DUE_TODAY,
    Standing.DUE_SOON,
    Standing.WAITING,
    Standing.UPCOMING,
)


_ATTENDERS = (
    Attender(Role.MOTHER, "Mother: Pat Lee"),
    Attender(Role.CARER, "Carer: Sam Hill, Jo Hill"),
    Attender(Role.SOCIAL_WORKER, "Social worker: Kim Roy"),
    Attender(Role.SCHOOL, "School: Elm Primary"),
)


class FakeDesk(WithOutputs, WithLetters):
    """Children, acts and undo; what was asked is kept in ``asked``."""

    def __init__(self, count: int = 60, *, is_sample: bool = True, iros: tuple[str, ...] = ("Angela Marsh",)) -> None:
        self.today_on = TODAY
        self.children = people(count)
        self.scope: str | None = "Angela Marsh" if count else None
        self.acted: list[Act] = []
        self.service = NEW_SERVICE
        self.told = FakeFootprint()
        self.written = FakeAdvice()
        self.raised = some_challenge(self.children.values())
        self.figures = FakeFigures()
        self.reports = FakeReports(self.today_on)
        self.is_closed = False
        self.kept: dict[str, Draft] = {}
        self.exported: list[tuple[SummaryWish, Path]] = []
        self.papers = FakeOutputs()
        self.penned = FakeLetters()
        self._iros = iros
        self._is_sample = is_sample
        self.records = a_year(iros) if count else nothing(())
        self.left = FakeLeavers()
        self._done: list[tuple[str, _State]] = []
        self._undone: list[tuple[str, _State]] = []
        self._listeners: list[Callable[[], None]] = []

    def status(self) -> StoreStatus:
        saved = "14:02" if self._done else ""
        return StoreStatus(self._is_sample, saved, True, len(self.children), date(2026, 11, 2))

    def iros(self) -> tuple[str, ...]:
        return self._iros

    def iros_in_post(self) -> tuple[str, ...]:
        return self._iros

    def whose(self) -> str | None:
        return self.scope

    def set_scope(self, iro: str | None) -> None:
        self.scope = iro

    def on_change(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def close(self) -> None:
        self.is_closed = True

    def keep_draft(self, draft: Draft) -> None:
        self.kept.pop(draft.of.key, None)
        self.kept[draft.of.key] = replace(draft, saved_at=DRAFTED_AT + timedelta(minutes=len(self.kept)))

    def drafts(self) -> tuple[Draft, ...]:
        return tuple(reversed(self.kept.values()))

    def drop_draft(self, of: DraftOf) -> None:
        self.kept.pop(of.key, None)

    def views(self) -> tuple[SavedView, ...]:
        return tuple(self.service.views[name] for name in sorted(self.service.views))

    def preview_summary(self, wish: SummaryWish) -> SummaryShown:
        return summary_of(self, wish)

    def export_summary(self, wish: SummaryWish, path: Path, painter: Painter | None = None) -> Exported:
        del painter
        shown = summary_of(self, wish)
        self.exported.append((wish, path))
        return Exported((path,), shown.rows, shown.of)

    # views

    def today(self) -> TodayView:
        rows = [row for child in self.children.values() for row in self._today_rows(child)]
        rows.sort(key=lambda row: (_ORDER.index(row.group), row.due_on or date.max, row.name))
        counts = {group: sum(row.group is group for row in rows) for group in TodayGroup}
        heading = f"{LONG_WEEKDAYS[TODAY.weekday()]} {TODAY.day} {LONG_MONTHS[TODAY.month - 1]}"
        return TodayView(TODAY, heading, self.scope or "all IROs", tuple(rows), counts, len(self.children))

    def caseload(self, words: str = "") -> CaseloadView:
        asked = words.lower().split()
        rows = [self._caseload_row(child) for child in self.children.values()]
        rows = [row for row in rows if all(word in f"{row.name} {row.child} {row.placement}".lower() for word in asked)]
        rows.sort(key=lambda row: (_WORST.index(row.standing), row.last_lawful_on or date.max))
        return CaseloadView(
            self.scope or "all IROs", tuple(rows), len(self.children), 9 if rows else 0, 4 if rows else 0
        )

    def caseload_as_at(self, day: date, words: str = "") -> CaseloadView:
        if day > TODAY:
            raise UserError(f"{short(day)} is still to come. Nothing was counted. Choose today or a day before.")
        return self.caseload(words)

    def child(self, child: str) -> ChildView:
        known = self._known(child)
        rows = self._deadlines(known)
        age = age_on(known.born_on, TODAY) if known.born_on else None
        parts = ([f"{age} years"] if age is not None else []) + [f"{known.legal} {legal_words(known)}"]
        parts.append(f"{placement_words(known)} since {known.since.year}")
        return ChildView(
            child=known.id,
            name=f"{known.given} {known.family}",
            subtitle=" · ".join(parts),
            siblings=f"Brother or sister of {self._sibling(known)} (same IRO)" if self._sibling(known) else "",
            facts=self._facts(known),
            incomplete=() if known.born_on else ("birth date",),
            main=min(rows, key=lambda row: _WORST.index(row.standing), default=None),
            deadlines=tuple(rows),
            cycle=self._cycle(known),
            history=tuple(HistoryLine(on, words) for on, words in known.past),
            booked_on=known.booked_on,
            booked_at=known.booked_at,
            circumstances=known.circumstances,
            notices=notices_of(known),
            held=held_of(known),
            alerts=rows_of(self.raised, self.children, known.id),
            contacts=contacts_of(known, self.told),
            events=events_of(known, self.told),
            mid_point_after=mid.review_on if (mid := mid_point_of(known, self.told)) else None,
            mid_point_left_out=mid is not None and mid.left_out is not None,
            is_sixteen=is_leaver(known),
        )

    def why(self, deadline_id: str) -> WhyView:
        child, rule = deadline_id.split("/")
        row = next(row for row in self._deadlines(self._known(child)) if row.rule == rule)
        is_task = row.review_on is not None
        start = row.review_on or self._known(child).last_on
        days = working_days(start, row.due_on) if start and row.due_on else 0
        middle = plus_working_days(start, days // 2) if start else None
        heading = f"Why {in_full(row.due_on)}?" if row.due_on else "Why no date?"
        rule_words = (
            f"within {days} working days of the review" if is_task else "no more than 183 days after the last review"
        )
        return WhyView(
            id=deadline_id,
            heading=heading,
            starts_from=f"review held {with_weekday(start)}" if start else "",
            rule=rule_words,
            steps=(
                WhyStep("day 1", plus_working_days(start, 1)),
                WhyStep(f"day {days // 2}", middle),
                WhyStep(f"day {days}", row.due_on),
            )
            if start
            else (),
            due_on=row.due_on,
            plan_by=row.plan_by,
            authority="guidance" if is_task else "statute",
            citation="IRO Handbook 3.73" if is_task else "CPR 2010 reg 33(2)",
            mark_words="checked against the source",
            provisional=False,
            as_text=f"{heading} {rule_words}",
            note=f"Set by hand on 23 Nov 2026: {row.override}" if row.override else "",
        )

    def find(self, words: str) -> tuple[Found, ...]:
        asked = words.lower().split()
        hits = [
            child
            for child in self.children.values()
            if asked and all(word in f"{child.given} {child.family} {child.id}".lower() for word in asked)
        ]
        hits.sort(key=lambda child: (not child.given.lower().startswith(asked[0]), child.given))
        return tuple(Found(child.id, f"{child.given} {child.family}", child.born_on, child.iro) for child in hits[:20])

    def history(self, limit: int = 200) -> tuple[HistoryRow, ...]:
        return ()

    def preview_review(self, child: str, held_on: date | None, *, has_reason: bool = False) -> ReviewPreview:
        known = self._known(child)
        if held_on is None:
            return ReviewPreview("", "", "", False, None, None, "", None, (), (), False)
        late = (held_on - known.due_on).days if known.due_on else 0
        next_due = held_on + timedelta(183)
        after = [(task.label, with_weekday(plus_working_days(held_on, days))) for task, days in _AFTER.items()]
        problems = [("held_on", "That day has not come yet.")] if held_on > TODAY else []
        spare = working_days(held_on, known.due_on) if known.due_on else 0
        return ReviewPreview(
            held_words=in_full(held_on),
            number_words=f"Review {known.number + 1}" if known.number else "Review, number not known",
            timescale_words=f"Out of timescale by {late} days"
            if late > 0
            else f"In timescale, {spare} working days to spare",
            is_late=late > 0,
            under_four=age_on(known.born_on, held_on) < 4 if known.born_on else None,
            next_due_on=next_due,
            next_words=f"Next review by {in_full(next_due)} (six months, CPR 33(2))",
            next_plan_by=plus_working_days(next_due, -10),
            after=(*after, ("Next review, last lawful", with_weekday(next_due))),
            problems=tuple(problems),
            can_save=not problems and (late <= 0 or has_reason),
            attenders=_ATTENDERS,
            consulted_words="Before it: spoken to alone, 12 Nov 2026.",
            booked_words=f"Booked for {known.booked_at}, school" if known.booked_on == held_on else "",
        )

    def typed_date(self, text: str) -> date | None:
        return read_date(text, self.today_on, england())

    # acts

    def act(self, act: Act) -> Done:
        return self.acts([act], act.sentence)

    def acts(self, acts: Sequence[Act], sentence: str) -> Done:
        before = self._state()
        try:
            for act in acts:
                self._apply(act)
        except UserError:
            self._stand(before)
            raise
        self.acted += acts
        self._done.append((sentence, before))
        self._undone.clear()
        return self._tell(sentence)

    def undo(self) -> Done:
        if not self._done:
            raise UserError("There is nothing to undo.")
        sentence, before = self._done.pop()
        self._undone.append((sentence, self._state()))
        self._stand(before)
        return self._tell(sentence)

    def redo(self) -> Done:
        if not self._undone:
            raise UserError("There is nothing to do again.")
        sentence, after = self._undone.pop()
        self._done.append((sentence, self._state()))
        self._stand(after)
        return self._tell(sentence)

    def _state(self) -> _State:
        children = dict(self.children)
        of_service = self.records, self.figures, self.reports, self.penned
        return children, self.service, self.told, self.written, self.raised, self.left, *of_service

    def _stand(self, state: _State) -> None:
        children, self.service, self.told, self.written, self.raised, self.left, *_ = state
        *_, self.records, self.figures, self.reports, self.penned = state
        self.children = children

    def _apply(self, act: Act) -> None:  # noqa: C901, PLR0912 one line a subject
        if isinstance(act, AddIro):
            self._iros = (*self._iros, act.name)
            self.records = self.records.after(act)
        elif isinstance(act, RecordsAct):
            self.records = self.records.after(act)
        elif isinstance(act, ServiceAct):
            self.service = self.service.after(act)
        elif isinstance(act, LeaverAct):
            self._known(act.child)
            self.left = self.left.after(act)
        elif isinstance(act, ReportAct):
            self.reports = self.reports.after(act)
        elif isinstance(act, LetterAct):
            self.penned = self.penned.after(act)
        elif isinstance(act, FigureAct):
            self.figures = self.figures.after(act, self.children)
        elif isinstance(act, ChallengeAct):
            self.raised = self.raised.after(act)
        elif isinstance(act, AdviceAct):
            self._known(act.child)
            self.written = self.written.after(act)
            if isinstance(act, FootprintAct):
                self.told = self.told.after(act)
        elif isinstance(act, FootprintAct):
            self._known(act.child)
            self.told = self.told.after(act)
        else:
            changed = children_after(act, self.children)
            self.children = {**self.children, **(self._changed(act) if changed is None else changed)}
            if isinstance(act, MergeChild):
                del self.children[act.child]

    # planning

    def annual_report(self, year: int) -> ReportView:
        return self.reports.view(year)

    def report_work(self, year: int) -> LongWork[ReportView]:
        return known(self.reports.view(year))

    def clinic(self, iro: str) -> ClinicView:
        wish = FigureWish(TODAY.replace(month=4, day=1), TODAY, iro)
        return clinic_of(iro, self.children, self.records, self.performance(wish))

    def service_records(self) -> ServiceView:
        return self.records.view(self.children)

    def diary(self, from_on: date, to_on: date, *, theirs: bool = False) -> DiaryView:
        return diary_of(self.children, self.scope, from_on, to_on, theirs=theirs)

    def preview_calendar(self, wish: CalendarWish) -> CalendarShown:
        events = sum(one.kind is EntryKind.REVIEW for one in self.diary(wish.from_on, wish.to_on).entries)
        return CalendarShown(events, f"{events} reviews. Children by the council's id; no names.")

    def export_calendar(self, wish: CalendarWish, path: Path) -> CalendarShown:
        path.write_bytes(b"BEGIN:VCALENDAR")
        return self.preview_calendar(wish)

    def footprint(self, child: str) -> FootprintView:
        return footprint_of(self._known(child), self.told)

    def leavers(self) -> LeaversView:
        return leavers_of(self.children, self.scope, self.left)

    def leaver(self, child: str) -> LeaverView | None:
        return leaver_of(self._known(child), self.left)

    def footprints(self) -> FootprintsView:
        return footprints_of(self.children, self.scope, self.told)

    def performance(self, wish: FigureWish) -> PerformanceView:
        chosen = next(one.value for one in timescales_of(self.service).settings if one.key == IROS_COMPARED)
        return replace(performance_of(self.children, wish), compares_iros=chosen == "yes")

    def count_performance(self, wish: FigureWish) -> LongWork[PerformanceView]:
        return known(self.performance(wish))

    def figure_trend(self, measure: str, wish: FigureWish, by: By) -> tuple[Point, ...]:
        return trend_of(self.children, measure, wish, by)

    def figure_parts(self, measure: str, wish: FigureWish, by: By) -> PartsView:
        return parts_of(self.children, measure, wish, by)

    def figure_rows(self, measure: str, wish: FigureWish) -> RowsView:
        return figure_rows_of(self.children, measure, wish)

    def kept_sets(self) -> tuple[KeptSet, ...]:
        return self.figures.sets

    def kept_compared(self, name: str, *, hides_small: bool = False) -> KeptCompared:
        view = compared_of(self.figures, self.children, name)
        hidden = tuple(replace(one, kept="c", today="c", new=(), gone=(), changed=()) for one in view.figures)
        return replace(view, figures=hidden) if hides_small else view

    def figure_doubt(self, measure: str, wish: FigureWish, printed: float) -> str:
        return doubt_of_today(self.children, measure, wish, printed)

    def mid_point(self, child: str) -> MidPointView | None:
        return mid_point_of(self._known(child), self.told)

    def reviews_held(self, child: str) -> ReviewsHeld:
        return reviews_of(self._known(child), self.written)

    def alert_draft(self, child: str, held_on: date, number: int) -> str:
        return draft_of(self._known(child), held_on, number)

    def challenge(self) -> ChallengeView:
        return challenge_of(self.raised, self.children, self.scope)

    def alert(self, child: str, raised_on: date, nth: int = 1) -> AlertStory:
        return story_of(self.raised, self.children, child, raised_on, nth)

    def alerts_of(self, child: str) -> tuple[AlertCard, ...]:
        return tuple(card for card in cards_of(self.raised, self.children) if card.child == child)

    def alert_terms(self, raised_on: date) -> tuple[NextStage, ...]:
        return alert_terms(STANDARD, england(), raised_on)

    def alert_counts(self, by: str, from_on: date, to_on: date) -> AlertCount:
        return counts_of(self.raised, self.children, by, from_on, to_on)

    def consultations(self, from_on: date, to_on: date) -> tuple[AgencyReturns, ...]:
        return consultations_of(self.children, from_on, to_on)

    def service_list(self, which: ServiceList) -> tuple[ListLine, ...]:
        return list_of(self.raised, which)

    def advice(self, child: str | None = None) -> tuple[AdviceRow, ...]:
        return advice_of(self.raised, self.children, child)

    def draft_alert(self, deadline_id: str) -> AlertDraft:
        row = next(row for row in self.child(deadline_id.split("/", maxsplit=1)[0]).deadlines if row.id == deadline_id)
        return drafted(deadline_id.split("/", maxsplit=1)[0], row.what, row.due_words, row.rule, row.trigger_on)

    def recommendation_alert(self, child: str, held_on: date, number: int) -> AlertDraft:
        about = draft_of(self._known(child), held_on, number)
        return replace(drafted(child, "", "", "", None), about=about, rule=None, review_on=held_on, number=number)

    def record_of(self, child: str, held_on: date) -> RecordShown:
        return record_shown(self._known(child), held_on, self.written)

    def private_fostering(self, *, ended: bool = False) -> FosteringView:
        return private_fostering_of(list(self.children), ended=ended)

    def arrangements(self, child: str) -> tuple[ArrangementRow, ...]:
        return arrangements_of_child(list(self.children), child)

    def foster_carers(self, *, ended: bool = False) -> CarersView:
        return foster_carers_of(list(self.children), ended=ended)

    def write_ups(self) -> WriteUpsView:
        return write_ups_of(self.children, self.scope)

    def ledger(self, child: str) -> tuple[LedgerLine, ...]:
        return ledger_of(self._known(child))

    def plan_move(self, child: str, to_on: date, chosen: Collection[str] | None = None) -> MovePlan:
        known = self._known(child)
        return move_of(known, self._group(known)[1:], to_on, chosen)

    def apply_move(
        self, child: str, to_on: date, chosen: Collection[str], asked_by: Asker, reason: str, at: str = ""
    ) -> Done:
        plan = self.plan_move(child, to_on, chosen)
        acts = [
            replace(act, asked_by=asked_by, reason=reason)
            if isinstance(act, MoveBooking)
            else replace(act, at=at or None)
            if isinstance(act, BookReview)
            else act
            for act in plan.acts
        ]
        others = len(acts) - 1
        with_others = f" and of {others} brothers and sisters" if others else ""
        return self.acts(acts, f"Move review of {child}{with_others} to {short(to_on)}")

    def booking_window(self, child: str) -> BookingWindow | None:
        return window_of(self._known(child))

    def plan_siblings(self, child: str) -> SiblingPlan | None:
        return siblings_of(self._group(self._known(child)))

    def preparation(self, child: str) -> PrepSheet:
        return preparation(cycle_of(self._known(child)))

    def people(self, child: str) -> PeopleView:
        return people_view(cycle_of(self._known(child)))

    def letter(
        self, child: str, what: SendingKind, to: Role, person: str | None, *, without_place: bool = False
    ) -> LetterText:
        known = self._known(child)
        return letter_for(cycle_of(known), what, to, person, known.iro, without_place=without_place)

    def child_record(self, child: str) -> ChildRecord:
        known = self._known(child)
        return record_of(known, self._group(known))

    def same_for(self, child: str, acts: Sequence[Act]) -> tuple[SameFor, ...]:
        return same_for(self._group(self._known(child)), acts)

    def merge_view(self, goes: str, stays: str) -> MergeView:
        return merge_of(self._known(goes), self._known(stays))

    def alike(self, council_id: str, given: str, family: str, birth: Birth | None) -> tuple[Alike, ...]:
        return alike_to(self.children, council_id, given, family, birth)

    def plan_change(self, acts: Sequence[Act]) -> ChangePlan:
        return change_of(acts, tuple(self.children.values()))

    def timescales(self) -> TimescalesView:
        return timescales_of(self.service)

    def undo_label(self) -> str | None:
        return self._done[-1][0] if self._done else None

    def redo_label(self) -> str | None:
        return self._undone[-1][0] if self._undone else None

    def plan_caseload(self, path: Path | None, text: str, corrections: Mapping[str, str | None]) -> ImportShown:
        raise NotImplementedError

    def plan_903(self, folder: Path) -> ImportShown:
        raise NotImplementedError

    def apply_import(self, shown: ImportShown) -> Done:
        raise NotImplementedError

    # inside

    def _known(self, child: str) -> FakeChild:
        if child not in self.children:
            raise UserError(f"No child {child} is held here.")
        return self.children[child]

    def _tell(self, sentence: str) -> Done:
        for listener in self._listeners:
            listener()
        return Done(str(len(self._done)), sentence, datetime(2026, 11, 23, 14, 2, tzinfo=UTC))

    def _changed(self, act: Act) -> dict[str, FakeChild]:
        if isinstance(act, RecordReviewHeld):
            known = self._known(act.child)
            words = f"Review {(known.number or 0) + 1}, {act.participation.value}, in timescale"
            tasks = tuple(
                FakeTask(task, plus_working_days(act.held_on, days), act.held_on) for task, days in _AFTER.items()
            )
            due_on = act.held_on + timedelta(183)
            return {
                act.child: replace(
                    known,
                    last_on=act.held_on,
                    number=(known.number or 0) + 1,
                    due_on=due_on,
                    booked_on=act.next_review_on,
                    booked_at="",
                    tasks=(*known.tasks, *tasks),
                    past=((act.held_on, words), *known.past),
                )
            }
        if isinstance(act, RecordTaskDone):
            known = self._known(act.child)
            if act.task.startswith("before."):
                return {act.child: done_after(known, act.task)}
            left = tuple(task for task in known.tasks if task.task is not act.task)
            return {act.child: replace(known, tasks=left)}
        if isinstance(act, AroundAct):
            return {act.child: around_after(self._known(act.child), act)}
        if isinstance(act, BookReview):
            return {act.child: replace(self._known(act.child), booked_on=act.review_on, booked_at=act.at or "")}
        if isinstance(act, MoveBooking):
            return {act.child: replace(self._known(act.child), booked_on=act.to_on)}
        if isinstance(act, StateNotHeld):
            return {act.child: replace(self._known(act.child), not_held=True)}
        if isinstance(act, FormSiblingGroup):
            return {}
        child: str = getattr(act, "child", "")  # acts about the service come by other ways
        return {child: so_after(self._known(child), act)}

    def _deadlines(self, child: FakeChild) -> list[DeadlineRow]:
        rows = [self._task_row(child, task) for task in child.tasks]
        by_hand = {rule: (day, reason) for rule, day, reason in child.overrides}
        rows = [
            _by_hand(row, *by_hand[row.rule]) if row.rule in by_hand else row
            for row in [*rows, self._review_row(child)]
        ]
        return sorted(rows, key=lambda row: row.due_on or date.max)

    def _review_row(self, child: FakeChild) -> DeadlineRow:
        is_past = child.booked_on is not None and child.booked_on < TODAY
        standing = _standing(child.due_on)
        if (is_past or standing is Standing.OVERDUE) and not child.not_held:
            standing = Standing.NOT_RECORDED
        can_record = standing is Standing.NOT_RECORDED or (child.booked_on is not None and child.booked_on <= TODAY)
        do_now = DoNow.RECORD_REVIEW if can_record else DoNow.OPEN if child.booked_on else DoNow.BOOK
        return DeadlineRow(
            id=f"{child.id}/review.later",
            rule="review.later",
            what=f"Review {(child.number or 0) + 1}"
            + (f", booked {with_weekday(child.booked_on)}" if child.booked_on else ""),
            standing=standing,
            standing_words=_standing_words(standing, child.due_on),
            due_on=child.due_on,
            plan_by=plus_working_days(child.due_on, -10) if child.due_on else None,
            due_words=f"last lawful {with_weekday(child.due_on)}" if child.due_on else "",
            owner="IRO",
            ownership=Ownership.MINE,
            do_now=do_now,
            provisional=False,
            trigger_on=child.last_on,
        )

    def _task_row(self, child: FakeChild, task: FakeTask) -> DeadlineRow:
        standing = Standing.WAITING if task.is_theirs else _standing(task.due_on)
        what = _WHAT[task.task] + (
            f", review of {short(task.review_on)}" if task.review_on and task.task in _AFTER else ""
        )
        return DeadlineRow(
            id=f"{child.id}/{task.task.value}",
            rule=task.task.value,
            what=what,
            standing=standing,
            standing_words=_standing_words(standing, task.due_on),
            due_on=task.due_on,
            plan_by=None,
            due_words=f"due {with_weekday(task.due_on)}",
            owner="team manager" if task.is_theirs else "IRO",
            ownership=Ownership.THEIRS if task.is_theirs else Ownership.MINE,
            do_now=DoNow.TASK_DONE,
            provisional=False,
            review_on=task.review_on,
            trigger_on=task.review_on or child.last_on,
        )

    def _today_rows(self, child: FakeChild) -> list[TodayRow]:
        found = []
        for row in self._deadlines(child):
            group = _group(row)
            if group is None:
                continue
            found.append(
                TodayRow(
                    deadline_id=row.id,
                    child=child.id,
                    name=child.short_name,
                    age=age_on(child.born_on, TODAY) if child.born_on else None,
                    group=group,
                    standing=row.standing,
                    standing_words=_row_words(row),
                    what=row.what,
                    when=row.due_words,
                    due_on=row.due_on,
                    ownership=row.ownership,
                    do_now=row.do_now,
                    do_now_words="Received" if row.ownership is Ownership.THEIRS else _DO_WORDS[row.do_now],
                )
            )
        return found

    def _caseload_row(self, child: FakeChild) -> CaseloadRow:
        rows = self._deadlines(child)
        worst = min(rows, key=lambda row: _WORST.index(row.standing))
        until = child.booked_on or TODAY
        return CaseloadRow(
            child=child.id,
            name=child.short_name,
            age=age_on(child.born_on, TODAY) if child.born_on else None,
            standing=worst.standing,
            standing_words=_short_words(worst),
            siblings=self._sibling(child),
            legal=child.legal,
            legal_words=legal_words(child),
            placement=placement_words(child),
            last_review_on=child.last_on,
            next_booked_on=child.booked_on,
            last_lawful_on=child.due_on,
            slack_working_days=working_days(until, child.due_on) if child.due_on else None,
            mid_point=f"done {short(child.mid_done_on)}"
            if child.mid_done_on
            else short(child.last_on + timedelta(92))
            if child.last_on
            else "–",
            mid_point_on=child.mid_done_on,
            write_ups=sum(task.task in _AFTER for task in child.tasks),
            iro=child.iro,
        )

    def _sibling(self, child: FakeChild) -> str:
        return ", ".join(other.given for other in self._group(child)[1:])

    def _group(self, child: FakeChild) -> list[FakeChild]:
        """The child, then up to two with the same family name; many have nobody."""
        others = [other for other in self.children.values() if other.family == child.family and other.id != child.id]
        return [child, *others[:2]] if child.id.endswith(("2", "5", "9")) else [child]

    def _facts(self, child: FakeChild) -> tuple[tuple[str, str], ...]:
        born = short(child.born_on) if child.born_on else "not known"
        return (
            ("Id", child.id),
            ("Born", born),
            ("Looked after since", short(child.since)),
            ("IRO", child.iro),
            ("Tracked here from", "1 Apr 2026"),
        )

    def _cycle(self, child: FakeChild) -> tuple[CyclePoint, ...]:
        points = [CyclePoint(child.last_on, "held", Standing.MET)] if child.last_on else []
        points += [
            CyclePoint(task.due_on, _WHAT[task.task].lower(), _standing(task.due_on))
            for task in child.tasks
            if task.task in {Task.MINUTES, Task.MID_POINT}
        ]
        if child.booked_on:
            points.append(CyclePoint(child.booked_on, "booked", Standing.UPCOMING))
        if child.due_on:
            points.append(CyclePoint(child.due_on, "last lawful", self._review_row(child).standing))
        return tuple(sorted(points, key=lambda point: point.on))


_AFTER = {Task.RECOMMENDATIONS: 5, Task.MINUTES: 15, Task.LETTER: 15, Task.DISTRIBUTION: 20}
_WHAT = {
    Task.RECOMMENDATIONS: "Recommendations",
    Task.MINUTES: "Minutes",
    Task.LETTER: "Letter to the child",
    Task.DISTRIBUTION: "Distribution of the record",
    Task.RESPONSE: "Manager's answer",
    Task.MID_POINT: "Mid-point",
}
_DO_WORDS = {DoNow.RECORD_REVIEW: "Record", DoNow.TASK_DONE: "Done", DoNow.BOOK: "Book", DoNow.OPEN: "Open"}


def _by_hand(row: DeadlineRow, day: date, reason: str) -> DeadlineRow:
    own = short(row.due_on) if row.due_on else "no date"
    standing = row.standing if row.ownership is Ownership.THEIRS else _standing(day)
    return replace(
        row,
        due_on=day,
        due_words=f"due {with_weekday(day)}",
        standing=standing,
        standing_words=_standing_words(standing, day),
        override=f"{reason}. The rule gives {own}.",
    )


def _days(count: int) -> str:
    return f"{count} working day" if count == 1 else f"{count} working days"


def _standing(due_on: date | None) -> Standing:
    if due_on is None:
        return Standing.NOT_RECORDED
    left = working_days(TODAY, due_on)
    if due_on < TODAY:
        return Standing.OVERDUE
    return Standing.DUE_TODAY if due_on == TODAY else Standing.DUE_SOON if left <= 10 else Standing.UPCOMING


def _standing_words(standing: Standing, due_on: date | None) -> str:
    left = working_days(TODAY, due_on) if due_on else 0
    words = {
        Standing.OVERDUE: f"Overdue by {_days(-left)}",
        Standing.WAITING: f"Waiting, due in {_days(left)}",
        Standing.NOT_RECORDED: "Was it held?",
        Standing.DUE_TODAY: "Due today",
    }
    return words.get(standing, f"Due in {_days(left)}")


def _row_words(row: DeadlineRow) -> str:
    left = working_days(TODAY, row.due_on) if row.due_on else 0
    if row.standing is Standing.OVERDUE:
        return _days(-left)
    if row.standing is Standing.DUE_SOON:
        return "Tomorrow" if left == 1 else f"in {_days(left)}"
    return "Waiting" if row.standing is Standing.WAITING else row.standing_words


def _short_words(row: DeadlineRow) -> str:
    left = working_days(TODAY, row.due_on) if row.due_on else 0
    words = {
        Standing.NOT_RECORDED: "recorded?",
        Standing.OVERDUE: f"{-left} wd late",
        Standing.DUE_TODAY: "today",
        Standing.DUE_SOON: f"{left} wd",
        Standing.WAITING: "waiting",
    }
    return words.get(row.standing, "on track")


def _group(row: DeadlineRow) -> TodayGroup | None:
    left = working_days(TODAY, row.due_on) if row.due_on else 0
    if row.standing is Standing.NOT_RECORDED:
        return TodayGroup.NOT_RECORDED
    if row.ownership is Ownership.THEIRS:
        return TodayGroup.WAITING
    if row.standing is Standing.OVERDUE:
        return TodayGroup.OVERDUE
    if row.standing is Standing.DUE_TODAY:
        return TodayGroup.TODAY
    return TodayGroup.NEXT_FIVE if left <= 5 else TodayGroup.SOON if left <= 10 else None
