"""Every place of the window: one ``Place`` each, in no order that matters."""

from typing import TYPE_CHECKING

from iro_desktop.ui.commands import Command
from iro_desktop.ui.places import Place, Work

if TYPE_CHECKING:  # the shell asks for the table
    from iro_desktop.ui.shell import Shell


def table_of(shell: "Shell") -> tuple[Place, ...]:
    """The places. No page is made by it: each attribute of the shell is asked for once somebody goes there."""
    desk, told, challenge = shell.desk, shell.lists.told, shell.challenge
    return (
        Place(Command.TODAY, lambda: shell.today, shell.show_today),
        Place(Command.DIARY, lambda: shell.diary, lambda: shell.diary.show_again(), has_side=False),
        Place(
            Command.FOOTPRINT,
            lambda: shell.footprints,
            told(desk.footprints, lambda view: shell.footprints.show_view(view)),
            has_side=False,
        ),
        Place(
            Command.LEAVERS,
            lambda: shell.leavers,
            told(desk.leavers, lambda view: shell.leavers.show_view(view)),
            arrived=lambda: shell.leavers.begin(),
        ),
        Place(Command.PERFORMANCE, lambda: shell.performance, lambda: shell.performance.show_again(), has_side=False),
        Place(
            Command.ANNUAL_REPORT,
            lambda: shell.report,
            lambda: shell.report.show_again(),
            has_children=False,
            has_side=False,
        ),
        Place(
            Command.DOCUMENTS,
            lambda: shell.documents,
            lambda: shell.documents.show_again(),
            has_side=False,
            begin_filter=lambda: shell.documents.begin_filter(),
            works=shell.document_deeds.works,
        ),
        Place(
            Command.CASELOAD,
            lambda: shell.caseload,
            shell.show_caseload,
            has_side=False,
            begin_filter=lambda: shell.caseload.begin_filter(),
        ),
        Place(
            Command.TIMESCALES,
            lambda: shell.timescales,
            told(desk.timescales, lambda view: shell.timescales.show_view(view)),
            has_children=False,
            begin_filter=lambda: shell.timescales.begin_filter(),
            detail_made=lambda: shell.side.timescale,
        ),
        Place(
            Command.SERVICE,
            lambda: shell.service,
            told(desk.service_records, lambda view: shell.service.show_view(view)),
            has_children=False,
            begin_filter=lambda: shell.service.begin_filter(),
            detail_made=lambda: shell.side.service,
            works=shell.service_deeds.works,
        ),
        Place(
            Command.CLINIC,
            lambda: shell.clinic,
            lambda: shell.clinic.show_again(),
            arrived=shell.begin_clinic,
            works=shell.clinic_works,
        ),
        Place(
            Command.CHALLENGE,
            lambda: challenge.page,
            told(desk.challenge, lambda view: challenge.page.show_view(view)),
            has_side=False,
            arrived=lambda: challenge.page.begin(),
        ),
        Place(Command.ALERT, lambda: challenge.alert, challenge.show_alert, has_side=False),
        Place(
            Command.LISTS,
            lambda: challenge.lists.page,
            lambda: challenge.lists.page.show_lists(),
            has_children=False,
        ),
        Place(
            Command.PRIVATE_FOSTERING,
            lambda: shell.fostering,
            lambda: shell.fostering.ask_again(),
            has_side=False,
            arrived=lambda: shell.fostering.begin(),
        ),
        Place(
            Command.FOSTER_CARERS,
            lambda: shell.carers,
            lambda: shell.carers.ask_again(),
            has_children=False,
            has_side=False,
            arrived=lambda: shell.carers.begin(),
        ),
        Place(Command.CHILD_PAGE, lambda: shell.child_page, None),
        Place(
            Command.WRITE_UPS,
            lambda: shell.write_ups,
            told(desk.write_ups, lambda view: shell.write_ups.show_view(view)),
            arrived=lambda: shell.write_ups.begin(),
        ),
        Place(Command.WRITE_RECORD, lambda: shell.record, shell.record_place.show, has_side=False),
        Place(
            Command.WRITE_LETTER,
            lambda: shell.letter,
            shell.letter_place.show,
            has_side=False,
            works={Command.EXPORT: Work(lambda: shell.letter.make_document(), lambda: True)},
        ),
    )
