"""The real desk and vault: services over a store in a folder of this computer."""

import secrets
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from iro_desktop.domain.acts import Act
from iro_desktop.domain.births import Birth
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import SavedView
from iro_desktop.domain.vocabulary import AgeBand, Asker, Role, SendingKind, ServiceList
from iro_desktop.rules.calendar import WorkingCalendar, england
from iro_desktop.rules.register import LAW_CHECKED_ON
from iro_desktop.services import acting, answers, drafts, importing, templates
from iro_desktop.services.acting import Actor, Touched
from iro_desktop.services.alert_counts import alert_counts
from iro_desktop.services.alert_drafts import draft_from_date, draft_from_recommendation
from iro_desktop.services.alert_story import alert_story
from iro_desktop.services.alert_terms import alert_terms
from iro_desktop.services.alike import alike
from iro_desktop.services.as_at import check_as_at, snapshot_as_at
from iro_desktop.services.asked import Cycle
from iro_desktop.services.caseload import caseload_view
from iro_desktop.services.challenge import advice_rows, cards_of_child, challenge_view, service_list
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
from iro_desktop.services.child_page import child_view
from iro_desktop.services.child_record import child_record
from iro_desktop.services.clinic_views import ClinicView
from iro_desktop.services.consultations import consultation_returns
from iro_desktop.services.desk import ColumnShown, Desk, ImportShown, StoreStatus
from iro_desktop.services.diary import diary
from iro_desktop.services.diary_views import CalendarShown, CalendarWish, DiaryView, LedgerLine
from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.services.footprint import footprint, footprints
from iro_desktop.services.footprint_views import FootprintsView, FootprintView
from iro_desktop.services.foster_carers import foster_carers
from iro_desktop.services.fostering_views import ArrangementRow, CarersView, FosteringView
from iro_desktop.services.kept import Answer
from iro_desktop.services.leaver_views import LeaversView, LeaverView
from iro_desktop.services.leavers import leaver, leavers
from iro_desktop.services.ledger import ledger
from iro_desktop.services.letters_out import letter_for
from iro_desktop.services.long_work import IsCancelled, LongWork, Progress, known
from iro_desktop.services.merge_view import merge_view
from iro_desktop.services.mid_point import MidPointView, mid_point_of
from iro_desktop.services.outputs.painter import NoPainter, Painter
from iro_desktop.services.passwords import five_words
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
from iro_desktop.services.planning.changes import change_plan
from iro_desktop.services.planning.moves import Told, move_plan, move_sentence
from iro_desktop.services.planning.siblings import group_named, sibling_plan
from iro_desktop.services.planning.timescales import timescales_view
from iro_desktop.services.planning.windows import booking_window
from iro_desktop.services.preparation import preparation
from iro_desktop.services.preparation_views import LetterText, PeopleView, PrepSheet
from iro_desktop.services.private_fostering import arrangement_rows, private_fostering
from iro_desktop.services.record_views import Alike, ChildRecord, MergeView
from iro_desktop.services.review_record import RecordShown, record_of
from iro_desktop.services.reviews_held import ReviewsHeld, alert_draft, reviews_held
from iro_desktop.services.same_for import SameFor, same_for
from iro_desktop.services.service_views import ServiceView
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.summary_views import Exported, SummaryShown, SummaryWish
from iro_desktop.services.templates import TemplateShown
from iro_desktop.services.today import today_view
from iro_desktop.services.typed import read_date
from iro_desktop.services.views import (
    CaseloadView,
    ChildView,
    Done,
    Found,
    HistoryRow,
    ReviewPreview,
    TodayView,
    WhyView,
)
from iro_desktop.services.workspace import Writing
from iro_desktop.services.write_ups import WriteUpsView, write_ups
from iro_desktop.store import vault
from iro_desktop.store.history import SAMPLE, PastAct, UndoStacks, stacks
from iro_desktop.store.queries import Reader as StoreReader
from iro_desktop.store.store import Places, Store, claim, create, open_store

if TYPE_CHECKING:  # measures and file formats are loaded when figures or a summary are asked for
    from iro_desktop.domain.documents import Document
    from iro_desktop.measures.model import By
    from iro_desktop.services.child_letter.letters import LetterShown
    from iro_desktop.services.child_letter.reading_over import LetterRead
    from iro_desktop.services.iro_profiles import AboutIro
    from iro_desktop.services.kept_figures import KeptFigures
    from iro_desktop.services.outputs.files import Press
    from iro_desktop.services.outputs.model import LoggedExport, Making, Outputs, OutputWish
    from iro_desktop.services.outputs.work import Written
    from iro_desktop.services.outputs.write import Ready
    from iro_desktop.services.report.draft import Made
    from iro_desktop.services.report.model import ReportView


class LocalDesk:
    """One open store for one window. See ``Desk`` for what each call promises."""

    def __init__(
        self, store: Store, actor: Actor, key_path: Path | None = None, calendar: WorkingCalendar | None = None
    ) -> None:
        """Read and compute everything once."""
        self.today_on = actor.today
        self._store = store
        self._actor = actor
        self._key_path = key_path
        self._calendar = calendar or england()
        self._snapshot = Snapshot.of(store, actor.today, self._calendar)
        self._scope: str | None = None
        self._saved_at = ""
        past = store.acts()
        self._stacks: UndoStacks = stacks(past)
        self._last_here_on = _worked_on(past)  # before this desk was opened
        self._listeners: list[Callable[[], None]] = []
        self._kept_figures: KeptFigures | None = None  # read when figures are asked for
        self._reports: dict[int, Made] = {}  # by year, as the figures make them

    def status(self) -> StoreStatus:
        """What the corner of the window says."""
        confirmed = self._key_path is None or vault.read(self._key_path).recovery_confirmed
        looked_after = len(self._snapshot.in_scope(None))
        return StoreStatus(self._store.is_sample, self._saved_at, confirmed, looked_after, LAW_CHECKED_ON)

    def iros(self) -> tuple[str, ...]:
        """Names of the IROs."""
        return tuple(one.name for one in self._snapshot.iros)

    def iros_in_post(self) -> tuple[str, ...]:
        """Names of the IROs who can be given children today."""
        return tuple(one.name for one in self._snapshot.iros if one.to_on is None or one.to_on >= self.today_on)

    def whose(self) -> str | None:
        """Whose children are shown."""
        return self._scope

    def set_scope(self, iro: str | None) -> None:
        """Whose children to show."""
        self._scope = iro

    def today(self) -> TodayView:
        """Today's work."""
        return self._once(("today", self._scope), lambda: today_view(self._snapshot, self._scope, self._last_here_on))

    def caseload(self, words: str = "") -> CaseloadView:
        """The caseload, filtered by words."""
        return caseload_view(self._snapshot, self._scope, words)

    def caseload_as_at(self, day: date, words: str = "") -> CaseloadView:
        """The caseload as it was known at the end of a past day."""
        return caseload_view(self._as_at(day), self._scope, words)

    def child(self, child: str) -> ChildView:
        """One child."""
        self._child(child)
        return self._once(("child", child), lambda: child_view(self._snapshot, child))

    def why(self, deadline_id: str) -> WhyView:
        """The explanation of a deadline."""
        found = self._snapshot.any_deadline(deadline_id)
        if found is None:
            raise UserError("That date no longer applies: something was recorded since. Look at the child again.")
        return answers.why_view(self._snapshot, found)

    def find(self, words: str) -> tuple[Found, ...]:
        """Children that fit the words."""
        return answers.find(self._snapshot, words)

    def act(self, act: Act) -> Done:
        """Do one act."""
        return self.acts([act], act.sentence)

    def acts(self, acts: Sequence[Act], sentence: str) -> Done:
        """Do several acts as one."""
        touched = acting.apply_acts(self._store, acts, self._actor, self._calendar, sentence=sentence)
        assert touched is not None
        return self._after(touched)

    def undo(self) -> Done:
        """Take back the newest act."""
        return self._after(acting.undo(self._store, self._actor))

    def redo(self) -> Done:
        """Do again what was undone last."""
        return self._after(acting.redo(self._store, self._actor))

    def undo_label(self) -> str | None:
        """The sentence of the act that undo would take back."""
        can = self._stacks.undo
        return acting.label(can[-1]) if can else None

    def redo_label(self) -> str | None:
        """The sentence of the act that redo would do again."""
        can = self._stacks.redo
        return acting.label(can[-1]) if can else None

    def history(self, limit: int = 200) -> tuple[HistoryRow, ...]:
        """The newest acts, newest first."""
        return acting.history_rows(self._store.acts())[:limit]

    def preview_review(self, child: str, held_on: date | None, *, has_reason: bool = False) -> ReviewPreview:
        """What recording a review would mean."""
        self._child(child)
        return answers.preview_review(self._snapshot, child, held_on, has_reason=has_reason)

    def typed_date(self, text: str) -> date | None:
        """Read a date as people type it."""
        return read_date(text, self.today_on, self._snapshot.calendar)

    def diary(self, from_on: date, to_on: date, *, theirs: bool = False) -> DiaryView:
        """The days in scope."""
        return self._once(
            ("diary", self._scope, from_on, to_on, theirs),
            lambda: diary(self._snapshot, self._scope, from_on, to_on, theirs=theirs),
        )

    def preview_calendar(self, wish: CalendarWish) -> CalendarShown:
        """What a calendar file would hold."""
        from iro_desktop.services.calendar_out import calendar_out

        return calendar_out(self._snapshot, self._scope, wish).shown

    def export_calendar(self, wish: CalendarWish, path: Path) -> CalendarShown:
        """Write the calendar file."""
        from iro_desktop.services.calendar_out import calendar_out, write_calendar

        out = calendar_out(self._snapshot, self._scope, wish)
        return write_calendar(self._store, out, wish, path, self._actor)

    def footprint(self, child: str) -> FootprintView:
        """One child's strip."""
        self._child(child)
        return footprint(self._snapshot, child)

    def mid_point(self, child: str) -> MidPointView | None:
        """The mid-point that can be recorded today."""
        self._child(child)
        return mid_point_of(self._snapshot, child)

    def leavers(self) -> LeaversView:
        """Care leavers in scope, the worst first."""
        return self._once(("leavers", self._scope), lambda: leavers(self._snapshot, self._scope))

    def leaver(self, child: str) -> LeaverView | None:
        """One young person's leaving care."""
        self._child(child)
        return leaver(self._snapshot, child)

    def footprints(self) -> FootprintsView:
        """The caseload's heat map."""
        return self._once(("footprints", self._scope), lambda: footprints(self._snapshot, self._scope))

    def ledger(self, child: str) -> tuple[LedgerLine, ...]:
        """Every booking of the child."""
        return ledger(self._snapshot, self._child(child))

    def plan_move(self, child: str, to_on: date, chosen: Collection[str] | None = None) -> MovePlan:
        """What booking or moving the next review would mean."""
        return move_plan(self._store, self._snapshot, child, to_on, chosen, Told())

    def apply_move(
        self, child: str, to_on: date, chosen: Collection[str], asked_by: Asker, reason: str, at: str = ""
    ) -> Done:
        """Plan the move once more against the store as it is now, and do it."""
        told = Told(asked_by, reason, at or None)
        plan = move_plan(self._store, self._snapshot, child, to_on, chosen, told)
        return self.acts(plan.acts, move_sentence(plan))

    def booking_window(self, child: str) -> BookingWindow | None:
        """Between which days the next review is best booked."""
        now = self._child(child)
        return self._once(("booking window", child), lambda: booking_window(self._snapshot, now))

    def plan_siblings(self, child: str) -> SiblingPlan | None:
        """Days on which brothers and sisters can be reviewed together."""
        self._child(child)
        group = group_named(self._snapshot, child)
        return self._once(("siblings", group), lambda: sibling_plan(self._snapshot, group)) if group else None

    def preparation(self, child: str) -> PrepSheet:
        """The sheet for a child's next review."""
        return preparation(self._cycle(child))

    def people(self, child: str) -> PeopleView:
        """The people around a child."""
        return people_view(self._cycle(child))

    def letter(
        self, child: str, what: SendingKind, to: Role, person: str | None, *, without_place: bool = False
    ) -> LetterText:
        """A text for somebody around a child."""
        iro = self._child(child).iro
        return letter_for(self._cycle(child), what, to, person, iro, without_place=without_place)

    def _cycle(self, council_id: str) -> Cycle:
        child = self._child(council_id)
        return Cycle(child.facts, child.deadlines, self._snapshot.calendar, self._snapshot.today)

    def plan_change(self, acts: Sequence[Act]) -> ChangePlan:
        """Which open deadlines changed settings or bank holidays would touch."""
        return change_plan(self._store, self._snapshot, acts)

    def timescales(self) -> TimescalesView:
        """The law and the service's choices, as they are applied today."""
        return timescales_view(self._snapshot)

    def reviews_held(self, child: str) -> ReviewsHeld:
        """The reviews of one child."""
        return reviews_held(self._snapshot, self._child(child))

    def alert_draft(self, child: str, held_on: date, number: int) -> str:
        """What an alert about that recommendation would say."""
        row = self.reviews_held(child).recommendation(held_on, number)
        if row is None:
            raise UserError("That recommendation is here no more. Nothing was changed. Look at the reviews again.")
        return alert_draft(self._child(child).facts, row, self.today_on)

    def challenge(self) -> ChallengeView:
        """Alerts by stage, and as a list."""
        return self._once(("challenge", self._scope), lambda: challenge_view(self._snapshot, self._scope))

    def alert(self, child: str, raised_on: date, nth: int = 1) -> AlertStory:
        """One alert with its whole story."""
        return alert_story(self._snapshot, self._child(child), raised_on, nth)

    def alerts_of(self, child: str) -> tuple[AlertCard, ...]:
        """Every alert of one child."""
        return cards_of_child(self._snapshot, self._child(child))

    def alert_terms(self, raised_on: date) -> tuple[NextStage, ...]:
        """Who would answer, and by when."""
        return alert_terms(self._snapshot.practice, self._snapshot.calendar, raised_on)

    def alert_counts(self, by: str, from_on: date, to_on: date) -> AlertCount:
        """Alerts raised in those days, counted by one thing."""
        return self._once(
            ("alert counts", self._scope, by, from_on, to_on),
            lambda: alert_counts(self._snapshot, self._scope, by, from_on, to_on),
        )

    def consultations(self, from_on: date, to_on: date) -> tuple[AgencyReturns, ...]:
        """Consultation forms sent in those days, by agency."""
        return self._once(
            ("consultations", self._scope, from_on, to_on),
            lambda: consultation_returns(self._snapshot, self._scope, from_on, to_on),
        )

    def service_list(self, which: ServiceList) -> tuple[ListLine, ...]:
        """A list the service owns."""
        return self._once(("service list", which), lambda: service_list(self._snapshot, which))

    def advice(self, child: str | None = None) -> tuple[AdviceRow, ...]:
        """The log of legal advice."""
        if child is not None:
            self._child(child)
        return advice_rows(self._snapshot, self._scope, child)

    def draft_alert(self, deadline_id: str) -> AlertDraft:
        """An alert about a date that is missed or overdue."""
        return draft_from_date(self._snapshot, deadline_id)

    def recommendation_alert(self, child: str, held_on: date, number: int) -> AlertDraft:
        """An alert about a recommendation that drifts."""
        return draft_from_recommendation(self._snapshot, self._child(child), held_on, number)

    def record_of(self, child: str, held_on: date) -> RecordShown:
        """The record of a review."""
        facts = self._child(child).facts
        with self._store.reading() as reader:
            written = reader.record_sections(facts.child.id)
        return record_of(facts, held_on, written, self._snapshot.practice)

    def child_letter(self, child: str, held_on: date, band: AgeBand | None = None) -> "LetterShown":
        """The letter after a review."""
        from iro_desktop.services.child_letter.letters import letter_of

        now = self._child(child)
        with self._store.reading() as reader:
            written = reader.letters(now.facts.child.id)
        return letter_of(self._snapshot, now, held_on, written, band)

    def read_letter(self, child: str, band: AgeBand, text: str) -> "LetterRead":
        """A text read over as a letter to that child."""
        from iro_desktop.services.child_letter.letters import read_letter

        return read_letter(self._snapshot, self._child(child), band, text)

    def about_iro(self, iro: str) -> "AboutIro":
        """What an IRO tells children about themselves."""
        from iro_desktop.services.iro_profiles import about_iro

        return about_iro(self._store, self._snapshot, iro)

    def private_fostering(self, *, ended: bool = False) -> FosteringView:
        """Private fostering arrangements in scope."""
        return self._once(
            ("private fostering", self._scope, ended),
            lambda: private_fostering(self._snapshot, self._scope, ended=ended),
        )

    def arrangements(self, child: str) -> tuple[ArrangementRow, ...]:
        """A child's arrangements."""
        return arrangement_rows(self._snapshot, self._child(child))

    def foster_carers(self, *, ended: bool = False) -> CarersView:
        """Foster carers in scope."""
        return self._once(
            ("foster carers", self._scope, ended), lambda: foster_carers(self._snapshot, self._scope, ended=ended)
        )

    def write_ups(self) -> WriteUpsView:
        """The reviews that are to be written up."""
        return self._once(("write-ups", self._scope), lambda: write_ups(self._snapshot, self._scope))

    def service_records(self) -> ServiceView:
        """The service's own records."""
        from iro_desktop.services.service_records import service_records

        return self._once("service records", lambda: service_records(self._snapshot))

    def clinic(self, iro: str) -> ClinicView:
        """One IRO's exceptions, figures and agreed actions."""
        from iro_desktop.services.clinic import clinic

        return self._once(("clinic", iro), lambda: clinic(self._snapshot, iro))

    def plan_caseload(self, path: Path | None, text: str, corrections: Mapping[str, str | None]) -> ImportShown:
        """Read a sheet and show what it would do."""
        from iro_desktop.services.import_caseload import PASTED, caseload_source, read_sheet
        from iro_desktop.services.import_shown import columns_shown, field_labels

        sheet = read_sheet(path, text, corrections, self.today_on)
        name = path.name if path is not None else PASTED
        return self._planned(caseload_source(sheet, name), name, columns_shown(sheet), field_labels())

    def plan_903(self, folder: Path) -> ImportShown:
        """Read a folder of SSDA903 files and show what it would do."""
        from iro_desktop.services.import_903 import read_903

        return self._planned(read_903(folder, self.today_on), folder.name, (), ())

    def _planned(
        self,
        source: importing.Source,
        name: str,
        columns: tuple[ColumnShown, ...],
        fields: tuple[tuple[str, str], ...],
    ) -> ImportShown:
        outcome = importing.run_import(self._store, source, self._actor, self._calendar, dry_run=True)
        return ImportShown(name, columns, fields, outcome.counts, outcome.problems, source)

    def apply_import(self, shown: ImportShown) -> Done:
        """Do what was shown, planned once more against the store as it is now."""
        assert isinstance(shown.token, importing.Source)
        outcome = importing.run_import(self._store, shown.token, self._actor, self._calendar)
        if outcome.touched is None:
            raise UserError("Everything in it is here already. Nothing was changed.")
        return self._after(outcome.touched)

    def child_record(self, child: str) -> ChildRecord:
        """What is on record of a child."""
        self._child(child)
        return child_record(self._snapshot, child)

    def same_for(self, child: str, acts: Sequence[Act]) -> tuple[SameFor, ...]:
        """Brothers and sisters in care, each with what stands in the way of the same acts."""
        self._child(child)
        return same_for(self._store, self._snapshot, child, acts)

    def merge_view(self, goes: str, stays: str) -> MergeView:
        """Two entries side by side, and what merging the first into the second would do."""
        second, first = self._child(goes), self._child(stays)
        with self._store.reading() as reader:
            written = tuple(_writings(reader, one.facts.child.id) for one in (first, second))
        return merge_view(self._snapshot, goes, stays, (written[0], written[1]))

    def alike(self, council_id: str, given: str, family: str, birth: Birth | None) -> tuple[Alike, ...]:
        """Who a child that is being added may already be."""
        return alike(self._snapshot, council_id, given, family, birth)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being typed."""
        drafts.keep(self._store, draft, datetime.now(UTC))

    def drafts(self) -> tuple[Draft, ...]:
        """What was typed and not saved, the newest first."""
        return drafts.every(self._store)

    def drop_draft(self, of: DraftOf) -> None:
        """Forget what was typed."""
        drafts.drop(self._store, of)

    def views(self) -> tuple[SavedView, ...]:
        """Ways to look at the caseload that were kept, by name."""
        return self._snapshot.views

    def preview_summary(self, wish: SummaryWish) -> SummaryShown:
        """What a caseload summary would hold."""
        from iro_desktop.services.outputs.caseload import output_wish, summary_of

        return summary_of(self._making(), output_wish(wish, self._scope)).shown

    def export_summary(self, wish: SummaryWish, path: Path, painter: Painter | None = None) -> Exported:
        """Write it, with its line in the history."""
        from iro_desktop.services.outputs.caseload import output_wish

        return self.write_output(self.make_output(output_wish(wish, self._scope)), path, painter)

    def outputs(self) -> "Outputs":
        """Every output there is."""
        from iro_desktop.services.outputs.register import OUTPUTS

        return OUTPUTS

    def make_output(self, wish: "OutputWish") -> "Ready":
        """Make an output to be shown."""
        from iro_desktop.services.outputs.write import ready

        return ready(self._making(), wish)

    def output_work(self, wish: "OutputWish") -> "LongWork[Ready]":
        """The same as work for another thread."""
        from iro_desktop.services.outputs.work import output_work

        return output_work(self._making(), wish)

    def write_output(self, done: "Ready", path: Path, painter: Painter | None = None) -> Exported:
        """Write what was shown, with its line in the history."""
        from iro_desktop.services.outputs.write import write

        return write(self._making(), done, path, self._press(painter))

    def write_work(self, done: "Ready", path: Path, painter: Painter) -> "LongWork[Written]":
        """The same as work for another thread."""
        from iro_desktop.services.outputs.work import write_work

        return write_work(self._making(), done, path, self._press(painter))

    def _press(self, painter: Painter | None) -> "Press":
        from iro_desktop.services.outputs.files import Press
        from iro_desktop.services.templates import template_in

        return Press(painter or NoPainter(), template_in(self._folder), self.today_on)

    def print_output(self, done: "Ready", send: Callable[["Document"], int]) -> int:
        """Print what was shown, with its line in the history."""
        from iro_desktop.services.outputs.write import print_out

        return print_out(self._making(), done, send)

    def export_log(self, year: int | None = None) -> tuple["LoggedExport", ...]:
        """What left the program."""
        from iro_desktop.services.outputs.export_log import log_of

        return log_of(self._store.acts(), year)

    def templates(self) -> tuple[TemplateShown, ...]:
        """The Word templates as they stand."""
        return templates.templates(self._folder)

    def copy_template(self, name: str, path: Path) -> None:
        """Write the template in use to a place where it can be edited."""
        templates.copy_out(self._folder, name, path)

    def put_template(self, name: str, path: Path) -> None:
        """Take a file as the service's own template."""
        templates.put_in(self._own_folder(), name, path)

    def take_back_template(self, name: str) -> None:
        """Go back to the standard one."""
        templates.take_back(self._own_folder(), name)

    def _own_folder(self) -> Path:
        if self._folder is None:
            raise UserError("The sample keeps no templates of its own. Nothing was changed. Try it in your own store.")
        return self._folder

    def _making(self) -> "Making":
        from iro_desktop.services.outputs.model import Making

        at = datetime.now().astimezone()
        return Making(self._snapshot, self._store, self._actor, at, self._store.is_sample)

    @property
    def _folder(self) -> Path | None:
        return self._key_path.parent if self._key_path else None

    def annual_report(self, year: int) -> "ReportView":
        """The annual report of a year; made again only where something else than its own words has changed."""
        from iro_desktop.services.report.draft import made_of
        from iro_desktop.services.report.facts import check_year, facts_of, written_of
        from iro_desktop.services.report.published import view_of

        check_year(year, self._snapshot.today)
        made = self._reports.get(year)
        if made is None:
            made = self._reports[year] = made_of(facts_of(self._snapshot, self._store, year))
        return view_of(made, *written_of(self._store, year))

    def report_work(self, year: int) -> "LongWork[ReportView]":
        """The same as work for another thread."""
        from iro_desktop.services.report.draft import made_of
        from iro_desktop.services.report.facts import facts_of
        from iro_desktop.services.report.published import view_of

        if year in self._reports:
            return known(self.annual_report(year))
        facts, reports = facts_of(self._snapshot, self._store, year), self._reports

        def run(progress: Progress, is_cancelled: IsCancelled) -> "ReportView":
            reports[year] = made_of(facts, progress, is_cancelled)
            return view_of(reports[year], facts.report, facts.written)

        return LongWork(run, lambda _: self.annual_report(year) if reports is self._reports else None)

    def performance(self, wish: FigureWish) -> PerformanceView:
        """Every measure of a period."""
        from iro_desktop.services.performance import performance

        now, kept = self._as_at(wish.as_at), self._figures_kept()
        return self._once(("performance", wish), lambda: performance(now, kept, wish))

    def count_performance(self, wish: FigureWish) -> LongWork[PerformanceView]:
        """The same as work for another thread."""
        from iro_desktop.services.performance_work import performance_work

        day = None if wish.as_at == self.today_on else wish.as_at
        if day is not None:
            check_as_at(self._store, day, self.today_on)
        past = partial(snapshot_as_at, self._store, day, self.today_on, self._calendar) if day else None
        return performance_work(self._snapshot, self._figures_kept().read(), wish, past)

    def figure_trend(self, measure: str, wish: FigureWish, by: "By") -> tuple[Point, ...]:
        """A measure by month or quarter."""
        from iro_desktop.services.performance import trend

        return trend(self._as_at(wish.as_at), measure, wish, by)

    def figure_parts(self, measure: str, wish: FigureWish, by: "By") -> PartsView:
        """A measure told apart by one thing."""
        from iro_desktop.services.performance import parts

        return parts(self._as_at(wish.as_at), measure, wish, by)

    def figure_rows(self, measure: str, wish: FigureWish) -> RowsView:
        """The rows that make a figure."""
        from iro_desktop.services.performance import rows

        return rows(self._as_at(wish.as_at), measure, wish)

    def kept_sets(self) -> tuple[KeptSet, ...]:
        """Every set of figures that was kept."""
        from iro_desktop.services.kept_compared import kept_sets

        return kept_sets(self._figures_kept())

    def kept_compared(self, name: str, *, hides_small: bool = False) -> KeptCompared:
        """A kept set beside today."""
        from iro_desktop.services.kept_compared import kept_compared

        kept = self._figures_kept()
        return self._once(
            ("kept compared", name, hides_small),
            lambda: kept_compared(self._snapshot, kept, name, hides_small=hides_small),
        )

    def figure_doubt(self, measure: str, wish: FigureWish, printed: float) -> str:
        """Whether a printed figure can be right."""
        from iro_desktop.services.kept_compared import figure_doubt

        return figure_doubt(self._as_at(wish.as_at), self._figures_kept(), measure, wish, printed)

    def _figures_kept(self) -> "KeptFigures":
        from iro_desktop.services.kept_figures import KeptFigures

        if self._kept_figures is None:
            self._kept_figures = KeptFigures(self._store)
        return self._kept_figures

    def _as_at(self, day: date | None) -> Snapshot:
        """Everything as it was known at the end of a day, built once and kept until the next change; None: now."""
        if day is None or day == self.today_on:
            return self._snapshot
        return self._once(("as at", day), lambda: snapshot_as_at(self._store, day, self.today_on, self._calendar))

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call the listener after every change."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _once(self, asked: Hashable, reckon: Callable[[], Answer]) -> Answer:
        """Reckoned once for each change, however often the window asks."""
        return self._snapshot.kept.once(asked, reckon)

    def _child(self, council_id: str) -> ChildNow:
        child = self._snapshot.children.get(council_id)
        into = self._snapshot.stands_as(council_id) if child is None else None
        if into is not None:
            raise UserError(f"{council_id} is merged into {into}. Look at {into} instead.")
        if child is None:
            raise UserError(f"There is no child with the id {council_id} here any more.")
        return child

    def _after(self, touched: Touched) -> Done:
        self._stacks = stacks(self._store.acts())  # once for each change: nobody else holds the writer's lock
        mine = next((one.id for one in self._snapshot.iros if one.name == self._scope), None)
        if not touched.of_report_alone:
            self._reports = {}  # another one: what is being made of the facts before is overtaken
        self._snapshot.refresh(self._store, touched.child_ids, everybody=touched.everybody)
        if mine is not None:  # by the name that IRO has now; nobody's, where adding them was undone
            self._scope = next((one.name for one in self._snapshot.iros if one.id == mine), None)
        self._saved_at = touched.done.at.astimezone().strftime("%H:%M")
        for listener in self._listeners:
            listener()
        return touched.done


def _worked_on(past: Sequence[PastAct]) -> date | None:
    """The day of the newest act by a person; ``None`` where there is none."""
    newest = next((one for one in reversed(past) if one.origin != SAMPLE), None)
    return datetime.fromisoformat(newest.at).astimezone().date() if newest else None


class LocalVault:
    """Making and opening the store in one folder. See ``Vault`` for what each call promises."""

    def __init__(self, folder: Path, author: str, today: date) -> None:
        """Nothing is touched before it is asked for."""
        self._places = Places(folder)
        self._actor = Actor(author, "window", today)
        self._created: tuple[Store, str] | None = None

    def exists(self) -> bool:
        """Whether there is a store in the folder."""
        return self._places.store.exists()

    def suggest_passphrase(self) -> str:
        """Five random words."""
        return five_words(secrets.SystemRandom())

    def create(self, passphrase: str) -> str:
        """Make the store; returns the recovery key."""
        store, recovery_key = make_store(self._places, passphrase)
        store.close()
        return recovery_key

    def confirm_recovery_key(self, typed: str) -> bool:
        """Whether the recovery key was re-typed rightly; if so it is marked as confirmed."""
        return vault.confirm_recovery_key(self._places.key, typed)

    def open(self, passphrase: str) -> Desk:
        """Open with the passphrase."""
        return self._desk(vault.open_with_passphrase(self._places.key, passphrase))

    def open_with_recovery_key(self, recovery_key: str) -> Desk:
        """Open with the recovery key."""
        return self._desk(vault.open_with_recovery_key(self._places.key, recovery_key))

    def _desk(self, data_key: bytes) -> Desk:
        store = open_store(self._places, data_key)
        try:
            return LocalDesk(store, self._actor, self._places.key)
        except BaseException:
            store.close()
            raise


def make_store(places: Places, passphrase: str, *, is_sample: bool = False) -> tuple[Store, str]:
    """A new store, open for writing, and its recovery key. Never overwrites a store or a key file.

    The lock is held from before the keys are made: two first runs at once cannot part a store from its key file.
    """
    lock = claim(places)
    try:
        data_key, recovery_key = make_keys(places, passphrase)
    except BaseException:
        lock.release()
        raise
    return create(places, data_key, is_sample=is_sample, lock=lock), recovery_key


def make_keys(places: Places, passphrase: str) -> tuple[bytes, str]:
    """The data key and the recovery key of a new store. Refuses to overwrite a store or its key file."""
    if places.store.exists():
        raise UserError("There is a caseload here already. Nothing was changed. Open it, or choose another folder.")
    if not passphrase.strip():
        raise UserError("The passphrase is empty. Nothing was made. Choose one of five words.")
    if places.key.exists():
        _put_aside(places.key)
    return vault.make(places.key, passphrase)


def _put_aside(key: Path) -> None:
    """Keep the key file of a first run that was cut short: if its store turns up, only this opens it."""
    moment = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    names = (key.with_name(f"{key.name}.{moment}{more}.old") for more in ("", *(f"-{n}" for n in range(2, 1000))))
    key.rename(next(name for name in names if not name.exists()))


def _writings(reader: StoreReader, child_id: str) -> tuple[Writing, ...]:
    return (*reader.record_sections(child_id), *reader.letters(child_id))
