"""The desk: what a window may ask of the services. One per open store; the window holds nothing else.

A protocol, so that screens are built and tested against it; ``services.local.LocalDesk`` is the real one.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from iro_desktop.domain.acts import Act
from iro_desktop.domain.births import Birth
from iro_desktop.domain.documents import Document
from iro_desktop.domain.problems import Problem
from iro_desktop.domain.records import SavedView
from iro_desktop.domain.vocabulary import AgeBand, Asker, Role, SendingKind, ServiceList
from iro_desktop.measures.model import By
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
from iro_desktop.services.diary_views import CalendarShown, CalendarWish, DiaryView, LedgerLine
from iro_desktop.services.drafts import Draft, DraftOf
from iro_desktop.services.footprint_views import FootprintsView, FootprintView
from iro_desktop.services.fostering_views import ArrangementRow, CarersView, FosteringView
from iro_desktop.services.leaver_views import LeaversView, LeaverView
from iro_desktop.services.long_work import LongWork
from iro_desktop.services.mid_point import MidPointView
from iro_desktop.services.outputs.painter import Painter
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
from iro_desktop.services.preparation_views import LetterText, PeopleView, PrepSheet
from iro_desktop.services.record_views import Alike, ChildRecord, MergeView
from iro_desktop.services.review_record import RecordShown
from iro_desktop.services.reviews_held import ReviewsHeld
from iro_desktop.services.same_for import SameFor
from iro_desktop.services.service_views import ServiceView
from iro_desktop.services.summary_views import Exported, SummaryShown, SummaryWish
from iro_desktop.services.templates import TemplateShown
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
from iro_desktop.services.write_ups import WriteUpsView

if TYPE_CHECKING:  # what makes the outputs is loaded when one is asked for
    from iro_desktop.services.child_letter.letters import LetterShown
    from iro_desktop.services.child_letter.reading_over import LetterRead
    from iro_desktop.services.iro_profiles import AboutIro
    from iro_desktop.services.outputs.model import LoggedExport, Outputs, OutputWish
    from iro_desktop.services.outputs.work import Written
    from iro_desktop.services.outputs.write import Ready
    from iro_desktop.services.report.model import ReportView


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What the corner of the window says."""

    is_sample: bool
    saved_at: str  # "14:02", local time; "" before the first act
    recovery_confirmed: bool
    children: int
    law_checked_on: date


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column of a sheet to be imported, as recognised; a person may correct it."""

    index: int
    heading: str
    field: str | None  # a CaseloadField value; None: not read
    sample: tuple[str, ...]  # the first few values as shown


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How the rows of one file were accounted for: rows = new + changed + same + refused."""

    rows: int
    new: int
    changed: int
    same: int
    refused: int


@dataclass(frozen=True, slots=True)
class ImportShown:
    """A planned import, not applied yet."""

    source: str  # file name without folder, or "pasted text"
    columns: tuple[ColumnShown, ...]  # empty for formats with fixed columns
    fields: tuple[tuple[str, str], ...]  # every field value with its label, for correcting
    counts: Mapping[str, ImportCounts]  # by file
    problems: tuple[Problem, ...]
    token: object  # handed back to apply_import as it is

    @property
    def writes_nothing(self) -> bool:
        """Whether applying would change nothing."""
        return all(count.new == count.changed == 0 for count in self.counts.values())


class Desk(Protocol):
    """Everything the window asks for. Raises ``UserError`` with a sentence; anything else is a bug."""

    today_on: date

    def status(self) -> StoreStatus:
        """What the corner of the window says."""
        ...

    def iros(self) -> tuple[str, ...]:
        """Names of the IROs."""
        ...

    def iros_in_post(self) -> tuple[str, ...]:
        """Names of the IROs who can be given children today: not of those who left."""
        ...

    def whose(self) -> str | None:
        """Whose children are shown, by the name that IRO has now; None: everybody's."""
        ...

    def set_scope(self, iro: str | None) -> None:
        """Whose children to show: one IRO's by name, or everybody's."""
        ...

    def today(self) -> TodayView:
        """Today's work in scope."""
        ...

    def caseload(self, words: str = "") -> CaseloadView:
        """The caseload in scope, filtered by words."""
        ...

    def caseload_as_at(self, day: date, words: str = "") -> CaseloadView:
        """The same as it was known at the end of a past day; refused for a day to come, or before the first entry."""
        ...

    def child(self, child: str) -> ChildView:
        """One child, by the council's id."""
        ...

    def why(self, deadline_id: str) -> WhyView:
        """Why a deadline is due then."""
        ...

    def find(self, words: str) -> tuple[Found, ...]:
        """Children by part of a name or id."""
        ...

    def act(self, act: Act) -> Done:
        """Do one act."""
        ...

    def undo(self) -> Done:
        """Take back the newest act."""
        ...

    def redo(self) -> Done:
        """Do again what was undone last."""
        ...

    def undo_label(self) -> str | None:
        """What undo would take back; None: nothing."""
        ...

    def redo_label(self) -> str | None:
        """What redo would do again; None: nothing."""
        ...

    def history(self, limit: int = 200) -> tuple[HistoryRow, ...]:
        """The newest acts, newest first."""
        ...

    def preview_review(self, child: str, held_on: date | None, *, has_reason: bool = False) -> ReviewPreview:
        """What recording a review would mean; changes nothing."""
        ...

    def typed_date(self, text: str) -> date | None:
        """Read a date as people type it: "12 mar", "tomorrow", "+20wd"."""
        ...

    def acts(self, acts: Sequence[Act], sentence: str) -> Done:
        """Do several acts as one, with the sentence that history and undo show."""
        ...

    def diary(self, from_on: date, to_on: date, *, theirs: bool = False) -> DiaryView:
        """The days in scope, first and last included; ``theirs``: with what others owe, too."""
        ...

    def preview_calendar(self, wish: CalendarWish) -> CalendarShown:
        """What a calendar file of the diary in scope would hold; writes nothing."""
        ...

    def export_calendar(self, wish: CalendarWish, path: Path) -> CalendarShown:
        """Write it, with its line in the history."""
        ...

    def footprint(self, child: str) -> FootprintView:
        """What was done for a child in the last twelve months, and how long nothing was."""
        ...

    def mid_point(self, child: str) -> MidPointView | None:
        """The mid-point that can be recorded today, with the recommendations still open; None: there is none."""
        ...

    def leavers(self) -> LeaversView:
        """Care leavers in scope, the worst first."""
        ...

    def leaver(self, child: str) -> LeaverView | None:
        """What a young person is entitled to, the plan, homes, being in touch; ``None`` under sixteen."""
        ...

    def footprints(self) -> FootprintsView:
        """The same by month for every child in scope; who has gone longest without comes first."""
        ...

    def ledger(self, child: str) -> tuple[LedgerLine, ...]:
        """Every booking of the child, the newest made first."""
        ...

    def plan_move(self, child: str, to_on: date, chosen: Collection[str] | None = None) -> MovePlan:
        """What booking or moving the next review would mean; ``chosen``: keys of parts, None: as it is proposed."""
        ...

    def apply_move(
        self, child: str, to_on: date, chosen: Collection[str], asked_by: Asker, reason: str, at: str = ""
    ) -> Done:
        """Do what ``plan_move`` showed, as one act."""
        ...

    def booking_window(self, child: str) -> BookingWindow | None:
        """Between which days the next review is best booked; None: no review with a date is owed."""
        ...

    def plan_siblings(self, child: str) -> SiblingPlan | None:
        """Days on which the child and brothers and sisters can be reviewed together; None: no group."""
        ...

    def preparation(self, child: str) -> PrepSheet:
        """The sheet for a child's next review."""
        ...

    def people(self, child: str) -> PeopleView:
        """The people around a child, what was sent to them, and the child's wishes."""
        ...

    def letter(
        self, child: str, what: SendingKind, to: Role, person: str | None, *, without_place: bool = False
    ) -> LetterText:
        """An invitation for somebody, or for a consultation form its reminder; refused where a restriction says so."""
        ...

    def plan_change(self, acts: Sequence[Act]) -> ChangePlan:
        """Which open deadlines changed settings or bank holidays would touch."""
        ...

    def timescales(self) -> TimescalesView:
        """The law and the service's choices, as they are applied today."""
        ...

    def reviews_held(self, child: str) -> ReviewsHeld:
        """The reviews of one child, with what each recommended and how that stands."""
        ...

    def alert_draft(self, child: str, held_on: date, number: int) -> str:
        """What an alert about that recommendation would say; no names but what its own words hold."""
        ...

    def challenge(self) -> ChallengeView:
        """The alerts in scope: the open ones by stage, and all of the last twelve months as a list."""
        ...

    def alert(self, child: str, raised_on: date, nth: int = 1) -> AlertStory:
        """One alert with its whole story."""
        ...

    def alerts_of(self, child: str) -> tuple[AlertCard, ...]:
        """Every alert of one child: open ones first, then the resolved, the newest first."""
        ...

    def alert_terms(self, raised_on: date) -> tuple[NextStage, ...]:
        """Who answers an alert raised on that day, and by when: for each stage it may begin with."""
        ...

    def alert_counts(self, by: str, from_on: date, to_on: date) -> AlertCount:
        """The alerts in scope raised in those days, ends included, counted by one thing: see ``alert_counts.BY``."""
        ...

    def consultations(self, from_on: date, to_on: date) -> tuple[AgencyReturns, ...]:
        """The consultation forms sent in those days for the children in scope, by agency, and what came back."""
        ...

    def service_list(self, which: ServiceList) -> tuple[ListLine, ...]:
        """A list the service owns, with what the program offers beside it; those on offer first, by name."""
        ...

    def advice(self, child: str | None = None) -> tuple[AdviceRow, ...]:
        """The log of legal advice, the newest first: of one child, or of everybody in scope."""
        ...

    def draft_alert(self, deadline_id: str) -> AlertDraft:
        """An alert about a date that is missed or overdue, with the facts filled in; changes nothing."""
        ...

    def recommendation_alert(self, child: str, held_on: date, number: int) -> AlertDraft:
        """The same about a recommendation that drifts."""
        ...

    def child_letter(self, child: str, held_on: date, band: AgeBand | None = None) -> "LetterShown":
        """The letter after the review held on that day, as written and as proposed; ``band``: in other words."""
        ...

    def read_letter(self, child: str, band: AgeBand, text: str) -> "LetterRead":
        """A text read over as a letter to that child: who can read it, and what is to be marked."""
        ...

    def about_iro(self, iro: str) -> "AboutIro":
        """What an IRO tells children about themselves, for the passport."""
        ...

    def record_of(self, child: str, held_on: date) -> RecordShown:
        """The record of a review: what is written, and what the facts propose."""
        ...

    def private_fostering(self, *, ended: bool = False) -> FosteringView:
        """Private fostering arrangements in scope, worst first, and the quarters; ``ended``: those over too."""
        ...

    def arrangements(self, child: str) -> tuple[ArrangementRow, ...]:
        """A child's private fostering arrangements, newest first."""
        ...

    def foster_carers(self, *, ended: bool = False) -> CarersView:
        """Foster carers in scope, worst first; ``ended``: those whose approval ended too."""
        ...

    def write_ups(self) -> WriteUpsView:
        """The reviews in scope that are to be written up, in the order that keeps the most dates."""
        ...

    def service_records(self) -> ServiceView:
        """The service's own records: team, meetings, practice standards, feedback, plan; and what they miss."""
        ...

    def clinic(self, iro: str) -> ClinicView:
        """One IRO's exceptions since the last clinic, figures beside their own, and what was agreed."""
        ...

    def plan_caseload(self, path: Path | None, text: str, corrections: Mapping[str, str | None]) -> ImportShown:
        """Read a sheet from a file, or pasted text where ``path`` is None; changes nothing."""
        ...

    def plan_903(self, folder: Path) -> ImportShown:
        """Read a folder of SSDA903 files; changes nothing."""
        ...

    def apply_import(self, shown: ImportShown) -> Done:
        """Do what was shown, as one act."""
        ...

    def child_record(self, child: str) -> ChildRecord:
        """What is on record of a child: fields, times in care, who was responsible, brothers and sisters."""
        ...

    def same_for(self, child: str, acts: Sequence[Act]) -> tuple[SameFor, ...]:
        """Brothers and sisters in care, each with what stands in the way of the same acts; changes nothing."""
        ...

    def merge_view(self, goes: str, stays: str) -> MergeView:
        """Two entries side by side, and what merging the first into the second would do; changes nothing."""
        ...

    def alike(self, council_id: str, given: str, family: str, birth: Birth | None) -> tuple[Alike, ...]:
        """Who a child that is being added may already be; at most three."""
        ...

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being typed, in the place of what was kept of the same before; no act, and no history."""
        ...

    def drafts(self) -> tuple[Draft, ...]:
        """What was typed and not saved, the newest first."""
        ...

    def drop_draft(self, of: DraftOf) -> None:
        """Forget what was typed, where something is kept."""
        ...

    def views(self) -> tuple[SavedView, ...]:
        """Ways to look at the caseload that were kept, by name."""
        ...

    def preview_summary(self, wish: SummaryWish) -> SummaryShown:
        """What a caseload summary of the children in scope would hold; writes nothing."""
        ...

    def export_summary(self, wish: SummaryWish, path: Path, painter: Painter | None = None) -> Exported:
        """Write it, with its line in the history, or neither."""
        ...

    def outputs(self) -> "Outputs":
        """Every output that can be made."""
        ...

    def make_output(self, wish: "OutputWish") -> "Ready":
        """Make an output to be shown; writes nothing."""
        ...

    def output_work(self, wish: "OutputWish") -> "LongWork[Ready]":
        """The same as work for another thread."""
        ...

    def write_output(self, done: "Ready", path: Path, painter: Painter | None = None) -> Exported:
        """Write what was shown, with its line in the history, or neither."""
        ...

    def write_work(self, done: "Ready", path: Path, painter: Painter) -> "LongWork[Written]":
        """The same as work for another thread; what the place refuses stands in the answer."""
        ...

    def print_output(self, done: "Ready", send: Callable[[Document], int]) -> int:
        """Print what was shown, with its line in the history; how many pages."""
        ...

    def export_log(self, year: int | None = None) -> tuple["LoggedExport", ...]:
        """What left the program in the year that begins on 1 April of ``year``, or ever; the newest first."""
        ...

    def annual_report(self, year: int) -> "ReportView":
        """The annual report of the year that begins on 1 April: as published, else as it stands, with what to write."""
        ...

    def templates(self) -> tuple[TemplateShown, ...]:
        """The Word templates that documents are poured into, as they stand."""
        ...

    def copy_template(self, name: str, path: Path) -> None:
        """Write the template in use to a place where it can be edited."""
        ...

    def put_template(self, name: str, path: Path) -> None:
        """Take a file as the service's own template from now on; refused where it cannot be used."""
        ...

    def take_back_template(self, name: str) -> None:
        """Remove the service's own template: the standard one is in use again."""
        ...

    def report_work(self, year: int) -> "LongWork[ReportView]":
        """The same as work for another thread."""
        ...

    def performance(self, wish: FigureWish) -> PerformanceView:
        """Every measure of a period, each beside the year before, with its last twelve months."""
        ...

    def count_performance(self, wish: FigureWish) -> LongWork[PerformanceView]:
        """The same as work that may run beside the window; refused at once where it cannot be counted."""
        ...

    def figure_trend(self, measure: str, wish: FigureWish, by: By) -> tuple[Point, ...]:
        """A measure by month or quarter, oldest first, each counted for its own time; none for what is to come."""
        ...

    def figure_parts(self, measure: str, wish: FigureWish, by: By) -> PartsView:
        """A measure told apart by one thing; refused where it cannot be told apart by that."""
        ...

    def figure_rows(self, measure: str, wish: FigureWish) -> RowsView:
        """The rows that make a figure; refused where small numbers are hidden, for each row is a child."""
        ...

    def kept_sets(self) -> tuple[KeptSet, ...]:
        """Every set of figures that was kept, the newest period first, each checked against its digests."""
        ...

    def kept_compared(self, name: str, *, hides_small: bool = False) -> KeptCompared:
        """A kept set beside the same figures counted today, row by row; refused for a name unknown.

        ``hides_small``: without rows, and without what tells of few.
        """
        ...

    def figure_doubt(self, measure: str, wish: FigureWish, printed: float) -> str:
        """Whether a printed figure can be right, in a sentence: what it would need, and what the numbers make."""
        ...

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call the listener after every act, undo and import."""
        ...

    def close(self) -> None:
        """Close the store."""
        ...


class Vault(Protocol):
    """Making and opening a store, before there is a desk."""

    def exists(self) -> bool:
        """Whether there is a store."""
        ...

    def create(self, passphrase: str) -> str:
        """Make the store; returns the recovery key, shown once."""
        ...

    def suggest_passphrase(self) -> str:
        """Five random words."""
        ...

    def confirm_recovery_key(self, typed: str) -> bool:
        """Whether the key was re-typed rightly; if so it is confirmed."""
        ...

    def open(self, passphrase: str) -> Desk:
        """Raises ``WrongPassphrase``, ``DamagedKeyFile`` or ``StoreBusy``."""
        ...

    def open_with_recovery_key(self, recovery_key: str) -> Desk:
        """Open where the passphrase is forgotten."""
        ...
