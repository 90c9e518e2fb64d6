"""``private-fostering`` and ``foster-carers``: arrangements and households, worst first; by id, without notes."""

import click

from iro_desktop.app import Options
from iro_desktop.cli.due import as_json_row
from iro_desktop.cli.main import json_option, refuse_options_before, show_json, show_table
from iro_desktop.cli.session import allow_names, names_options, reading, snapshot
from iro_desktop.domain.errors import UserError
from iro_desktop.services.foster_carers import carer_row, foster_carers
from iro_desktop.services.fostering_views import ArrangementRow, CarerRow, FosteringQuarter
from iro_desktop.services.private_fostering import private_fostering


@click.command("private-fostering")
@click.option("--all", "with_ended", is_flag=True, help="Also arrangements that have ended.")
@names_options
@json_option
@click.pass_obj
def private_fostering_command(
    options: Options, with_ended: bool, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """Private fostering arrangements with their visits, and the sums of each quarter.

    Example: iro-desktop private-fostering --all --json
    """
    shown = allow_names(options, "private-fostering", names, reader, purpose)
    with reading(options) as store:
        view = private_fostering(snapshot(store, options), None, ended=with_ended)
    if as_json:
        show_json(
            {
                "arrangements": [_arrangement(row, names=shown) for row in view.rows],
                "quarters": [_quarter(one) for one in view.quarters],
            }
        )
        return
    rows = [
        (row.child, row.state_words, row.next_words, row.next.standing_words if row.next else "",
         f"{row.visits_in_time}/{row.visits_due}", row.suitability.label if row.suitability else "not decided")
        for row in view.rows
    ]  # fmt: skip
    show_table(("child", "arrangement", "next", "standing", "visits in time", "suitability"), rows)
    show_table(
        ("quarter to", "new", "ended", "open", "visits in time", "report sent"),
        [
            (one.quarter_on, one.new, one.ended, one.open, f"{one.visits_in_time}/{one.visits_due}", one.sent_on)
            for one in view.quarters
        ],
    )


def _arrangement(row: ArrangementRow, *, names: bool) -> dict[str, object]:
    personal = {"name": row.name, "carer": row.carer or None, "decided_by": row.decided_by or None, "note": row.note}
    return {
        "child": row.child,
        "iro": row.iro or None,
        "notified_on": row.notified_on,
        "notified_by": row.notified_by.value if row.notified_by else None,
        "aware_on": row.aware_on,
        "starts_on": row.starts_on,
        "ended_on": row.ended_on,
        "ended_as": row.ended_as.value if row.ended_as else None,
        "suitability": row.suitability.value if row.suitability else None,
        "decided_on": row.decided_on,
        "visits": row.visits,
        "visits_due": row.visits_due,
        "visits_in_time": row.visits_in_time,
        "meetings": row.meetings,
        "next": row.next.id if row.next else None,
        "next_on": row.next.due_on if row.next else None,
        "standing": row.standing.value,
        "cautions": row.cautions,
        **(personal if names else {}),
    }


def _quarter(one: FosteringQuarter) -> dict[str, object]:
    return {
        "quarter_on": one.quarter_on,
        "new": one.new,
        "ended": one.ended,
        "open": one.open,
        "visits_due": one.visits_due,
        "visits_in_time": one.visits_in_time,
        "report": one.report.id if one.report else None,
        "report_standing": one.report.standing.value if one.report else None,
        "sent_on": one.sent_on,
    }


@click.group("foster-carers", invoke_without_command=True)
@click.option("--iro", help="Only the households of this fostering IRO.")
@click.option("--all", "with_ended", is_flag=True, help="Also those whose approval has ended.")
@json_option
@click.pass_context
def foster_carers_command(ctx: click.Context, iro: str | None, with_ended: bool, as_json: bool) -> None:
    """Fostering households whose approval is reviewed, worst first; “show” tells one of them in full.

    Example: iro-desktop foster-carers --all --json
    """
    if ctx.invoked_subcommand is not None:
        refuse_options_before(ctx)
        return
    options: Options = ctx.obj
    with reading(options) as store:
        now = snapshot(store, options)
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")
    view = foster_carers(now, iro, ended=with_ended)
    if as_json:
        show_json([_household(row, names=False) for row in view.rows])
        return
    show_table(
        ("household", "IRO", "approved", "last review", "next", "standing", "booked", "panel"),
        [
            (row.reference, row.iro, row.approved_on, row.last_on, row.next_words, row.standing_words, row.booked_on,
             row.panel_words)
            for row in view.rows
        ],
    )  # fmt: skip
    click.echo(f"{len(view.rows)} households, {view.late} late or not recorded, {view.ended} ended", err=True)


@foster_carers_command.command("show")
@click.argument("reference")
@names_options
@json_option
@click.pass_obj
def show_command(
    options: Options, reference: str, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """One household: approval, every review, what was asked for, every date.

    Example: iro-desktop foster-carers show FC-0001
    """
    shown = allow_names(options, "foster-carers", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    found = next((one for key, one in now.carers.items() if key.casefold() == reference.casefold()), None)
    if found is None:
        raise UserError(f"There is no foster carer {reference} here. “iro-desktop foster-carers --all” lists them.")
    row = carer_row(now, found)
    if as_json:
        deadlines = [as_json_row(one, names=shown) for one in found.deadlines]
        show_json({**_household(row, names=shown), **_told(row, names=shown), "deadlines": deadlines})
        return
    click.echo(row.sentence)
    show_table(("held", "review"), [(one.held_on, one.words) for one in row.reviews])
    show_table(
        ("asked for", "because of", "open"),
        [(one.asked_on, one.ground.label, "open" if one.is_open else "") for one in row.asked],
    )


def _household(row: CarerRow, *, names: bool) -> dict[str, object]:
    return {
        "carer": row.reference,
        "iro": row.iro or None,
        "approved_on": row.approved_on,
        "ended_on": row.ended_on,
        "last_on": row.last_on,
        "booked_on": row.booked_on,
        "next": row.next.id if row.next else None,
        "next_on": row.next.due_on if row.next else None,
        "standing": row.standing.value,
        "panel": row.panel_words or None,
        **({"terms": row.terms or None} if names else {}),
    }


def _told(row: CarerRow, *, names: bool) -> dict[str, object]:
    return {
        "reviews": [
            {
                "held_on": one.held_on,
                "what": one.kind.value,
                "panel_on": one.panel_on,
                "decided_on": one.decided_on,
                "outcome": one.outcome.value if one.outcome else None,
                **({"note": one.note} if names else {}),
            }
            for one in row.reviews
        ],
        "asked": [
            {"asked_on": one.asked_on, "ground": one.ground.value, "open": one.is_open}
            | ({"note": one.note} if names else {})
            for one in row.asked
        ],
    }
