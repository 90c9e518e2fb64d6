"""``footprint``: what an IRO did between reviews, for one child or for a caseload; by id, without notes."""

from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json, show_table
from iro_desktop.cli.session import child_unknown, reading, snapshot
from iro_desktop.domain.errors import UserError
from iro_desktop.services.footprint import footprint, footprints
from iro_desktop.services.footprint_views import FootprintRow, FootprintsView, FootprintView


@click.command("footprint")
@click.argument("child_id", metavar="[ID]", required=False)
@click.option("--iro", help="Only children of this IRO.")
@click.option("--from", "from_on", type=IsoDate(), help="First day; else twelve months before.")
@click.option("--to", "to_on", type=IsoDate(), help="Last day; else today.")
@json_option
@click.pass_obj
def footprint_command(
    options: Options, child_id: str | None, iro: str | None, from_on: date | None, to_on: date | None, as_json: bool
) -> None:
    """Contacts, mid-points and reviews of a child, or by month of every child looked after.

    Example: iro-desktop footprint AB12 --from 2026-01-01
    """
    if from_on is not None and from_on > (to_on or options.today):
        raise UserError("The first day lies after the last one. Check the two days.")
    with reading(options) as store:
        now = snapshot(store, options)
    if child_id is not None and child_id not in now.children:
        raise child_unknown(now, child_id)
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")
    if child_id is not None:
        _show_child(footprint(now, child_id, from_on, to_on), as_json=as_json)
    else:
        _show_caseload(footprints(now, iro, from_on, to_on), as_json=as_json)


def _show_child(view: FootprintView, *, as_json: bool) -> None:
    if as_json:
        marks = [
            {"id": one.id, "on": one.on, "lane": one.lane.value, "what": one.what, "contact": one.is_contact}
            for one in view.marks
        ]
        gaps = [{"from": one.from_on, "to": one.to_on, "days": one.days, "open": one.is_open} for one in view.gaps]
        span = {"child": view.child, "from": view.from_on, "to": view.to_on, "limit": view.limit_words or None}
        show_json({**span, "contacts": view.contacts, "marks": marks, "gaps_over_limit": gaps})
        return
    show_table(("day", "lane", "what"), [(one.on, one.lane.label, one.what) for one in view.marks])
    click.echo(view.longest_words)


def _show_caseload(view: FootprintsView, *, as_json: bool) -> None:
    if as_json:
        show_json([_as_json(one) for one in view.rows])
        return
    rows = [
        (one.child, one.iro, one.contacts, one.last_on, one.longest, "over" if one.is_over else "") for one in view.rows
    ]
    show_table(("child", "IRO", "contacts", "last trace", "longest without, days", "limit"), rows)
    click.echo(f"{len(view.rows)} children, {view.over} over the limit of {view.limit_words or 'none'}", err=True)


def _as_json(one: FootprintRow) -> dict[str, object]:
    return {
        "child": one.child,
        "iro": one.iro or None,
        "contacts": one.contacts,
        "last_on": one.last_on,
        "days_since": one.days_since,
        "longest_days": one.longest,
        "over_limit": one.is_over,
        "months": [
            {
                "month": f"{cell.month:%Y-%m}",
                "contacts": cell.contacts,
                "mid_point": cell.has_mid_point,
                "review": cell.has_review,
                "over_limit": cell.is_over,
                "followed": not cell.is_outside,
            }
            for cell in one.months
        ],
    }
