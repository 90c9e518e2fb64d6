"""Every command of the window as data: its words, its key, and the words people look for it by."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Command(StrEnum):
    """What can be done from the keyboard, the menu or the find box."""

    FIND = "find"
    TODAY = "today"
    CASELOAD = "caseload"
    TIMESCALES = "timescales"
    SERVICE = "service"
    CLINIC = "clinic"
    DIARY = "diary"
    FOOTPRINT = "footprint"
    LEAVERS = "leavers"
    ENTITLEMENT = "entitlement"
    PLAN_MADE = "plan-made"
    HOME = "home"
    ABOUT_HOME = "about-home"
    TOUCH = "touch"
    PERFORMANCE = "performance"
    FIGURE_DAYS = "figure-days"
    FREEZE_FIGURES = "freeze-figures"
    PUBLISHED = "published"
    PRINT_FIGURES = "print-figures"
    HIDE_SMALL = "hide-small"
    CHOOSE_TILES = "choose-tiles"
    COMPARE_IROS = "compare-iros"
    KEEP_TIME = "keep-time"
    EXPORT_CALENDAR = "export-calendar"
    CHANGE_BOOKING = "change-booking"
    CANCEL_BOOKING = "cancel-booking"
    CHILD_PAGE = "child-page"
    WRITE_UPS = "write-ups"
    WRITE_RECORD = "write-record"
    WRITE_LETTER = "write-letter"
    PASSPORT_SENT = "passport-sent"
    ABOUT_IRO = "about-iro"
    RECOMMEND = "recommend"
    CHANGE_RECOMMENDATION = "change-recommendation"
    OUTCOME = "outcome"
    PRIVATE_FOSTERING = "private-fostering"
    FOSTER_CARERS = "foster-carers"
    NEW_ARRANGEMENT = "new-arrangement"
    CHANGE_ARRANGEMENT = "change-arrangement"
    SUITABILITY = "suitability"
    END_ARRANGEMENT = "end-arrangement"
    FOSTERING_DONE = "fostering-done"
    FOSTERING_REPORT = "fostering-report"
    ADD_CARER = "add-carer"
    CHANGE_CARER = "change-carer"
    BOOK_CARER_REVIEW = "book-carer-review"
    ASK_CARER_REVIEW = "ask-carer-review"
    RECORD_CARER_REVIEW = "record-carer-review"
    CORRECT_CARER_REVIEW = "correct-carer-review"
    END_CARER = "end-carer"
    IMPORT = "import"
    RECORD = "record"
    WHO_CAME = "who-came"
    CORRECT = "correct"
    DONE = "done"
    DONE_ON = "done-on"
    BOOK = "book"
    MOVE = "move"
    NOT_HELD = "not-held"
    ADD_FACT = "add-fact"
    END_FACT = "end-fact"
    EARLY_REVIEW = "early-review"
    CHANGE_CARE = "change-care"
    SET_DATE = "set-date"
    TAKE_BACK = "take-back"
    ADJOURN = "adjourn"
    SITTING = "sitting"
    COMPLETE = "complete"
    RAISE_ALERT = "raise-alert"
    ALERT_STEP = "alert-step"
    ALERT = "alert"
    CHALLENGE = "challenge"
    LEGAL_ADVICE = "legal-advice"
    LISTS = "lists"
    MID_POINT = "mid-point"
    SKIP_MID_POINT = "skip-mid-point"
    CONTACT = "contact"
    EVENT = "event"
    SIBLINGS = "siblings"
    SPLIT = "split"
    ALLOCATE = "allocate"
    CARE_HISTORY = "care-history"
    CHANGE_RECORD = "change-record"
    ADD_CHILD = "add-child"
    ADD_IRO = "add-iro"
    MERGE = "merge"
    BOOK_TOGETHER = "book-together"
    PERSON = "person"
    ABOUT_PERSON = "about-person"
    TALK = "talk"
    WISHES = "wishes"
    SENT = "sent"
    SENT_BACK = "sent-back"
    COPY_INVITATION = "copy-invitation"
    COPY_REMINDER = "copy-reminder"
    LEAVE = "leave"
    WHY = "why"
    COPY_WHY = "copy-why"
    FILTER = "filter"
    SORT = "sort"
    VIEWS = "views"
    KEEP_VIEW = "keep-view"
    EXPORT = "export"
    ANNUAL_REPORT = "annual-report"
    PUBLISH_REPORT = "publish-report"
    DOCUMENTS = "documents"
    CHILD_DOCUMENT = "child-document"
    GO_ON = "go-on"
    UNDO = "undo"
    REDO = "redo"
    MENU = "menu"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    SYSTEM_COLOURS = "system-colours"
    LIGHT = "light"
    DARK = "dark"
    SINGLE_KEYS = "single-keys"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Words:
    """How a command reads, its keys (the first is shown), and other words for it."""

    text: str
    keys: tuple[str, ...] = ()
    also: str = ""
    is_checkable: bool = False


COMMANDS: Mapping[Command, Words] = {
    Command.FIND: Words("Find a child, or do anything", ("Ctrl+K",), "search palette commands"),
    Command.TODAY: Words("Go to Today", ("Ctrl+1",), "work list due overdue"),
    Command.CASELOAD: Words("Go to Caseload", ("Ctrl+2",), "children looked after in care lac cla cic"),
    Command.TIMESCALES: Words(
        "Go to Timescales", ("Ctrl+3",), "law rules settings choices bank holidays leave limits practice"
    ),
    Command.SERVICE: Words(
        "Go to Service",
        ("Ctrl+Shift+S",),
        "team iros meetings supervision observation practice standards feedback survey plan actions priorities",
    ),
    Command.CLINIC: Words(
        "Go to Clinic", ("Ctrl+Shift+J",), "performance exceptions since last agreed actions supervision of an iro"
    ),
    Command.CHILD_PAGE: Words("Open the child’s page", ("O",), "folder everything people recommendations footprint"),
    Command.DIARY: Words("Go to Diary", ("Ctrl+4",), "calendar month week agenda reviews booked appointments"),
    Command.KEEP_TIME: Words("Keep time free…", ("Ctrl+B",), "block write up writing busy diary"),
    Command.EXPORT_CALENDAR: Words("Export calendar…", ("Ctrl+Shift+E",), "ics outlook ical google busy diary"),
    Command.CHANGE_BOOKING: Words("Time or place of the booked review…", ("Ctrl+M",), "venue room video clock"),
    Command.CANCEL_BOOKING: Words("Cancel the booking…", ("Ctrl+Shift+B",), "give up call off review"),
    Command.FOOTPRINT: Words("Go to Footprint", ("Ctrl+6",), "heat map contacts visits gaps months between reviews"),
    Command.LEAVERS: Words(
        "Go to Care leavers", ("Ctrl+8",), "leaving care pathway eligible relevant former relevant qualifying 18 21"
    ),
    Command.ENTITLEMENT: Words(
        "Entitlement as a care leaver…", ("Shift+E",), "eligible relevant former qualifying status state override"
    ),
    Command.PLAN_MADE: Words("Pathway plan made…", ("Shift+N",), "leaving care plan written agreed"),
    Command.HOME: Words("Home after care…", ("Shift+M",), "accommodation lives flat hostel lodgings tenancy leaver"),
    Command.ABOUT_HOME: Words(
        "Change or end a home…", ("Shift+Q",), "accommodation suitable correct take away mistake care leaver"
    ),
    Command.TOUCH: Words("In touch…", ("Shift+K",), "keep contact care leaver activity work education job"),
    Command.PERFORMANCE: Words(
        "Go to Performance", ("Ctrl+Shift+P",), "figures measures charts report timeliness kept"
    ),
    Command.FIGURE_DAYS: Words(
        "Other days for the figures…", ("Ctrl+Shift+D",), "period time quarter as at past date known"
    ),
    Command.FREEZE_FIGURES: Words("Keep these figures…", ("Ctrl+Shift+K",), "freeze frozen snapshot annual report"),
    Command.PUBLISHED: Words("Figure as published…", ("Ctrl+Shift+T",), "type in printed report earlier years"),
    Command.PRINT_FIGURES: Words("Print the figures…", ("Ctrl+P",), "paper pdf printer performance document"),
    Command.HIDE_SMALL: Words(
        "Hide small numbers, or show them", ("Ctrl+Shift+H",), "suppress below five confidential figures performance"
    ),
    Command.CHOOSE_TILES: Words(
        "Choose the figures that stand large…", ("Ctrl+Shift+G",), "tiles order measures performance favourite"
    ),
    Command.COMPARE_IROS: Words(
        "Compare IROs with one another, or not…", ("Ctrl+Shift+O",), "league table ranking by iro performance setting"
    ),
    Command.WRITE_UPS: Words("Go to Write-ups", ("Ctrl+5",), "queue minutes letters recommendations to write late"),
    Command.WRITE_RECORD: Words("Write the record of the review…", ("Ctrl+R",), "minutes headings report case system"),
    Command.WRITE_LETTER: Words(
        "Write the letter to the child…", ("Ctrl+L",), "young person plain words reading age jargon after review"
    ),
    Command.ABOUT_IRO: Words(
        "What children read about an IRO…", ("Ctrl+Shift+W",), "passport words picture photo about me introduction team"
    ),
    Command.PASSPORT_SENT: Words(
        "Passport sent to the child today", ("Ctrl+T",), "introduction letter new to care picture iro 48 hours"
    ),
    Command.RECOMMEND: Words("Recommendation…", ("W",), "add decision action agreed owner"),
    Command.OUTCOME: Words("What became of a recommendation…", ("Shift+W",), "done closed outcome progress drift"),
    Command.CHANGE_RECOMMENDATION: Words(
        "Change the chosen recommendation…", ("Ctrl+W",), "edit correct take away remove open again"
    ),
    Command.PRIVATE_FOSTERING: Words(
        "Go to Private fostering", ("Ctrl+9",), "arrangements privately fostered visits suitability quarterly report"
    ),
    Command.FOSTER_CARERS: Words(
        "Go to Foster carers", ("Ctrl+Shift+F",), "households approval firo panel annual reviews fostering"
    ),
    Command.NEW_ARRANGEMENT: Words("Private fostering arrangement…", (), "add privately fostered notice aware"),
    Command.CHANGE_ARRANGEMENT: Words("Change a private fostering arrangement…", (), "days notice carer began correct"),
    Command.SUITABILITY: Words("Suitability of private fostering…", (), "decision requirements prohibited assessment"),
    Command.END_ARRANGEMENT: Words("End a private fostering arrangement…", (), "remove take away mistake returned"),
    Command.FOSTERING_DONE: Words("Private fostering visit or meeting…", (), "visited child in need meeting made held"),
    Command.FOSTERING_REPORT: Words("Private fostering report sent…", (), "quarter quarterly senior leaders"),
    Command.ADD_CARER: Words("Add a foster carer…", (), "new household approved reference"),
    Command.CHANGE_CARER: Words("Change a foster carer…", (), "household terms approval fostering iro"),
    Command.BOOK_CARER_REVIEW: Words("Book a foster carer’s review…", (), "day household plan give up"),
    Command.ASK_CARER_REVIEW: Words("Ask for a foster carer’s review…", (), "ad hoc out of turn allegation concern"),
    Command.RECORD_CARER_REVIEW: Words("Record a foster carer’s review…", (), "held annual ad hoc household"),
    Command.CORRECT_CARER_REVIEW: Words(
        "Add to a foster carer’s review…", (), "panel decision outcome correct take away household"
    ),
    Command.END_CARER: Words("End a foster carer’s approval…", (), "household stops leaves"),
    Command.IMPORT: Words("Import…", ("Ctrl+I",), "bring in load paste excel spreadsheet csv list 903"),
    Command.RECORD: Words("Record review held", ("R",), "lac cla cic meeting log participation pn"),
    Command.WHO_CAME: Words("Who came…", ("Shift+R",), "attendance apologies present absent review"),
    Command.CORRECT: Words(
        "Correct a recorded review…", (), "change wrong date code number reason method care plan mistake edit"
    ),
    Command.DONE: Words("Done today", ("D",), "complete finished task minutes letter recommendations"),
    Command.DONE_ON: Words("Done on another day…", ("Shift+D",), "complete finished task date"),
    Command.BOOK: Words("Book review…", ("B",), "plan schedule diary date"),
    Command.MOVE: Words("Move booked review…", ("M",), "rearrange reschedule postpone"),
    Command.NOT_HELD: Words("The review did not take place", ("N",), "overdue missed"),
    Command.ADD_FACT: Words("Add a fact…", ("A",), "hearing court adoption long-term fostering care leaver custody"),
    Command.END_FACT: Words("End or take away a fact…", ("Shift+A",), "remove circumstance mistake hearing"),
    Command.EARLY_REVIEW: Words("Ask for an early review…", ("E",), "extra bring forward unplanned move ground"),
    Command.CHANGE_CARE: Words("Change of care…", ("C",), "legal status placement move episode carer order"),
    Command.SET_DATE: Words("Set this date by hand…", ("H",), "override exception agreed deadline"),
    Command.TAKE_BACK: Words("Take back the date set by hand", ("Shift+H",), "override withdraw remove"),
    Command.ADJOURN: Words("Adjourn a review…", ("J",), "put off postpone 20 working days"),
    Command.SITTING: Words("Further meeting…", ("F",), "series second sitting reconvene"),
    Command.COMPLETE: Words("Complete the review…", ("K",), "close series adjourned finish"),
    Command.RAISE_ALERT: Words("Raise an alert…", ("X",), "dispute challenge escalate informal formal cafcass"),
    Command.ALERT_STEP: Words("What became of an alert…", ("Shift+X",), "answered escalated resolved cafcass dispute"),
    Command.ALERT: Words("Open the alert", (), "story stages answers clock dispute escalation"),
    Command.CHALLENGE: Words(
        "Go to Challenge", ("Ctrl+7",), "alerts board disputes escalations good practice counts consultations themes"
    ),
    Command.LEGAL_ADVICE: Words("Legal advice…", ("Z",), "lawyer independent solicitor question answer"),
    Command.LISTS: Words(
        "Themes and effects of alerts", ("Ctrl+Shift+L",), "lists words service own add rename merge retire challenge"
    ),
    Command.MID_POINT: Words("Mid-point review…", ("P",), "midway check recommendations progress"),
    Command.SKIP_MID_POINT: Words("Leave the mid-point out…", ("Shift+P",), "skip midway not needed"),
    Command.CONTACT: Words("Contact…", ("V",), "visit call telephone observation meeting message footprint"),
    Command.EVENT: Words("Significant event…", ("Shift+V",), "told happened missing exclusion move complaint"),
    Command.SIBLINGS: Words("Brothers and sisters…", ("G",), "sibling group form join leave family"),
    Command.SPLIT: Words("Brothers and sisters with another IRO…", ("Shift+G",), "exception reason sibling liaison"),
    Command.ALLOCATE: Words("Allocate…", ("Shift+L",), "iro social worker personal adviser team hand over transfer"),
    Command.CARE_HISTORY: Words("Care history…", ("Shift+C",), "start end left care episode correct period return"),
    Command.CHANGE_RECORD: Words("Change what is on record…", ("Q",), "edit name born school language details child"),
    Command.ADD_CHILD: Words("Add a child…", ("Ctrl+N",), "new enter referral"),
    Command.ADD_IRO: Words("Add an IRO…", ("Ctrl+Shift+N",), "new officer colleague reviewing team joins"),
    Command.MERGE: Words("Merge a second entry…", ("Ctrl+Shift+M",), "duplicate twice same child double"),
    Command.BOOK_TOGETHER: Words("Book brothers and sisters together", ("Shift+B",), "sibling same day"),
    Command.PERSON: Words("Somebody around the child…", ("I",), "add parent carer school contact people role"),
    Command.ABOUT_PERSON: Words(
        "Restriction, change, leaves…", ("Shift+I",), "person no contact not invited address bail order lift people"
    ),
    Command.TALK: Words("Heard the child…", ("T",), "spoken alone talk seen observed refused private views"),
    Command.WISHES: Words("The child’s wishes…", ("Shift+T",), "views voice own words rights advocacy complaints"),
    Command.SENT: Words("Sent…", ("U",), "invitation invite consultation form record distribute people"),
    Command.SENT_BACK: Words("Returned or chased…", ("Shift+U",), "consultation form back answer remind reply"),
    Command.COPY_INVITATION: Words("Copy an invitation as e-mail…", ("Ctrl+Shift+I",), "invite text clipboard mail"),
    Command.COPY_REMINDER: Words("Copy a reminder as e-mail…", ("Ctrl+Shift+U",), "chase chaser text clipboard mail"),
    Command.LEAVE: Words("IRO’s leave…", ("L",), "holiday annual sick training away absence"),
    Command.WHY: Words("Why this date?", ("Y",), "explain rule citation count"),
    Command.COPY_WHY: Words("Copy why this date", ("Ctrl+Shift+C",), "explain clipboard e-mail"),
    Command.FILTER: Words("Filter the caseload", ("Ctrl+F",), "narrow search list"),
    Command.SORT: Words("Sort the caseload…", ("S",), "order columns"),
    Command.GO_ON: Words(
        "Go on with the half-filled form", ("Ctrl+G",), "draft resume continue unfinished crash recover"
    ),
    Command.VIEWS: Words("Views of the caseload…", ("Shift+S",), "saved filters list"),
    Command.KEEP_VIEW: Words("Keep this view of the caseload…", ("Ctrl+Shift+V",), "save filter order name"),
    Command.EXPORT: Words(
        "Export caseload summary…", ("Ctrl+E",), "save excel spreadsheet xlsx csv manager print send figures"
    ),
    Command.ANNUAL_REPORT: Words(
        "Go to Annual report", ("Ctrl+Shift+R",), "write sections year board publish narrative handbook figures"
    ),
    Command.PUBLISH_REPORT: Words("Publish the annual report…", ("Ctrl+Shift+Return",), "final lock freeze year board"),
    Command.DOCUMENTS: Words(
        "Go to Documents",
        ("Ctrl+D",),
        "export word pdf print letter passport report summary log templates what left write file output",
    ),
    Command.CHILD_DOCUMENT: Words(
        "Document for the child…", ("Ctrl+O",), "letter passport sheet record prepare word pdf print export make"
    ),
    Command.UNDO: Words("Undo", ("Ctrl+Z",), "take back revert"),
    Command.REDO: Words("Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "again"),
    Command.MENU: Words("Menu", ("F10",), "settings options"),
    Command.LARGER: Words("Larger text", ("Ctrl++", "Ctrl+="), "zoom in size"),
    Command.SMALLER: Words("Smaller text", ("Ctrl+-",), "zoom out size"),
    Command.USUAL_SIZE: Words("Usual text size", ("Ctrl+0",), "zoom reset"),
    Command.SYSTEM_COLOURS: Words("Colours of the system", (), "theme scheme appearance", is_checkable=True),
    Command.LIGHT: Words("Light colours", (), "theme scheme appearance day", is_checkable=True),
    Command.DARK: Words("Dark colours", (), "theme scheme appearance night", is_checkable=True),
    Command.SINGLE_KEYS: Words("Single-letter keys", (), "shortcuts accessibility", is_checkable=True),
    Command.QUIT: Words("Quit", ("Ctrl+Q",), "close exit leave"),
}


_REPEATING = frozenset({Command.UNDO, Command.REDO, Command.LARGER, Command.SMALLER})


def make_actions(window: QWidget) -> dict[Command, QAction]:
    """One action for each command, working anywhere in the window."""
    actions: dict[Command, QAction] = {}
    for command, words in COMMANDS.items():
        action = QAction(words.text, window)
        action.setShortcuts([QKeySequence(key) for key in words.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(words.is_checkable)
        action.setAutoRepeat(command in _REPEATING)  # a key held down does a deed once
        action.setWhatsThis(words.also)
        action.setObjectName(command.value)
        window.addAction(action)
        actions[command] = action
    return actions


OF_A_CHILD = (
    Command.CHILD_PAGE,
    Command.CHILD_DOCUMENT,
    Command.RECORD,
    Command.WHO_CAME,
    Command.CORRECT,
    Command.RECOMMEND,
    Command.OUTCOME,
    Command.CHANGE_RECOMMENDATION,
    Command.WRITE_RECORD,
    Command.WRITE_LETTER,
    Command.PASSPORT_SENT,
    Command.DONE,
    Command.DONE_ON,
    Command.BOOK,
    Command.MOVE,
    Command.CHANGE_BOOKING,
    Command.CANCEL_BOOKING,
    Command.NOT_HELD,
    Command.EARLY_REVIEW,
    Command.ADJOURN,
    Command.SITTING,
    Command.COMPLETE,
    Command.ADD_FACT,
    Command.END_FACT,
    Command.CHANGE_CARE,
    Command.SET_DATE,
    Command.TAKE_BACK,
    Command.RAISE_ALERT,
    Command.ALERT_STEP,
    Command.ALERT,
    Command.LEGAL_ADVICE,
    Command.MID_POINT,
    Command.SKIP_MID_POINT,
    Command.CONTACT,
    Command.EVENT,
    Command.SIBLINGS,
    Command.SPLIT,
    Command.BOOK_TOGETHER,
    Command.ENTITLEMENT,
    Command.PLAN_MADE,
    Command.HOME,
    Command.ABOUT_HOME,
    Command.TOUCH,
    Command.CHANGE_RECORD,
    Command.CARE_HISTORY,
    Command.ALLOCATE,
    Command.MERGE,
    Command.PERSON,
    Command.ABOUT_PERSON,
    Command.TALK,
    Command.WISHES,
    Command.SENT,
    Command.SENT_BACK,
    Command.COPY_INVITATION,
    Command.COPY_REMINDER,
    Command.LEAVE,
    Command.WHY,
    Command.COPY_WHY,
)


def is_single_letter(words: Words) -> bool:
    """Whether a bare letter does it, which some people must be able to switch off (WCAG 2.1.4)."""
    return any(len(key.removeprefix("Shift+")) == 1 for key in words.keys)
