"""The menu behind the button at the top: everything that can be done, by what it is about; how it looks; quit."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from iro_desktop.ui.commands import Command

# Each submenu is short enough for a small screen; what belongs together stands together.
_SUBMENUS: Mapping[str, tuple[tuple[Command, ...], ...]] = {
    "Go to": (
        (Command.FIND,),
        (
            Command.TODAY,
            Command.CASELOAD,
            Command.TIMESCALES,
            Command.DIARY,
            Command.WRITE_UPS,
            Command.FOOTPRINT,
            Command.PRIVATE_FOSTERING,
            Command.FOSTER_CARERS,
            Command.CHALLENGE,
            Command.LEAVERS,
            Command.SERVICE,
            Command.CLINIC,
            Command.PERFORMANCE,
            Command.ANNUAL_REPORT,
            Command.DOCUMENTS,
            Command.CHILD_PAGE,
        ),
        (Command.GO_ON,),
    ),
    "The next review": (
        (Command.BOOK, Command.MOVE, Command.CHANGE_BOOKING, Command.CANCEL_BOOKING, Command.BOOK_TOGETHER),
        (Command.SENT, Command.SENT_BACK, Command.COPY_INVITATION, Command.COPY_REMINDER),
        (Command.TALK, Command.WISHES),
        (Command.EARLY_REVIEW,),
    ),
    "A review held": (
        (Command.RECORD, Command.NOT_HELD, Command.WHO_CAME, Command.CORRECT),
        (Command.ADJOURN, Command.SITTING, Command.COMPLETE),
        (Command.RECOMMEND, Command.CHANGE_RECOMMENDATION, Command.OUTCOME),
        (Command.WRITE_RECORD, Command.WRITE_LETTER, Command.DONE, Command.DONE_ON),
        (Command.RAISE_ALERT, Command.ALERT_STEP, Command.ALERT, Command.LEGAL_ADVICE),
    ),
    "Between reviews": (
        (Command.MID_POINT, Command.SKIP_MID_POINT),
        (Command.CONTACT, Command.EVENT),
        (Command.WHY, Command.COPY_WHY, Command.SET_DATE, Command.TAKE_BACK),
    ),
    "The child": (
        (Command.CHANGE_RECORD, Command.CHANGE_CARE, Command.CARE_HISTORY),
        (Command.CHILD_DOCUMENT, Command.PASSPORT_SENT),
        (Command.ADD_FACT, Command.END_FACT),
        (Command.PERSON, Command.ABOUT_PERSON),
        (Command.ENTITLEMENT, Command.PLAN_MADE, Command.HOME, Command.ABOUT_HOME, Command.TOUCH),
        (Command.SIBLINGS, Command.SPLIT),
        (Command.ALLOCATE, Command.MERGE),
    ),
    "Fostering": (
        (Command.NEW_ARRANGEMENT, Command.CHANGE_ARRANGEMENT, Command.SUITABILITY, Command.END_ARRANGEMENT),
        (Command.FOSTERING_DONE, Command.FOSTERING_REPORT),
        (Command.ADD_CARER, Command.CHANGE_CARER, Command.END_CARER),
        (
            Command.BOOK_CARER_REVIEW,
            Command.ASK_CARER_REVIEW,
            Command.RECORD_CARER_REVIEW,
            Command.CORRECT_CARER_REVIEW,
        ),
    ),
    "Lists and files": (
        (Command.FILTER, Command.SORT, Command.VIEWS, Command.KEEP_VIEW),
        (Command.LISTS,),
        (Command.IMPORT, Command.EXPORT, Command.EXPORT_CALENDAR),
        (Command.FIGURE_DAYS, Command.FREEZE_FIGURES, Command.PUBLISHED, Command.PRINT_FIGURES),
        (Command.HIDE_SMALL, Command.CHOOSE_TILES, Command.COMPARE_IROS, Command.PUBLISH_REPORT),
    ),
    "How it looks": (
        (Command.LARGER, Command.SMALLER, Command.USUAL_SIZE),
        (Command.SYSTEM_COLOURS, Command.LIGHT, Command.DARK),
        (Command.SINGLE_KEYS,),
    ),
}
_BESIDE = (
    (Command.UNDO, Command.REDO),
    (Command.ADD_CHILD, Command.ADD_IRO, Command.ABOUT_IRO, Command.LEAVE, Command.KEEP_TIME),
    (Command.QUIT,),
)
LISTED = tuple(one for groups in (*_SUBMENUS.values(), _BESIDE) for group in groups for one in group)


def make_menu(actions: Mapping[Command, QAction], parent: QWidget) -> QMenu:
    """Every command once."""
    menu = QMenu("Menu", parent)
    for title, groups in _SUBMENUS.items():
        _add_groups(menu.addMenu(title), groups, actions)
    menu.addSeparator()
    _add_groups(menu, _BESIDE, actions)
    return menu


def fill_menu(menu: QMenu, actions: Sequence[QAction]) -> None:
    """Put these actions into the menu, in place of what was there."""
    menu.clear()
    menu.addActions(list(actions))


def _add_groups(menu: QMenu, groups: Sequence[Sequence[Command]], actions: Mapping[Command, QAction]) -> None:
    for number, group in enumerate(groups):
        if number:
            menu.addSeparator()
        menu.addActions([actions[command] for command in group])
