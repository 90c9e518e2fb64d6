"""``leavers``: care leavers by id, how the plan stands and what is missing; and why a child is entitled."""

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, refuse_options_before, show_json, show_table
from iro_desktop.cli.session import child_unknown, reading, snapshot
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.rules.leaving_reasons import Entitlement
from iro_desktop.services.leaver_views import LeaverRow
from iro_desktop.services.leavers import leavers, reasons


@click.group("leavers", invoke_without_command=True)
@click.option("--iro", help="Only those of this IRO.")
@click.option("--all", "everybody", is_flag=True, help="Also those of sixteen or more who are not entitled.")
@json_option
@click.pass_context
def leavers_command(context: click.Context, iro: str | None, everybody: bool, as_json: bool) -> None:
    """Every young person of sixteen or more who is entitled as a care leaver, the worst first.

    Example: iro-desktop leavers --iro "Jo Bloggs" --json
    """
    if context.invoked_subcommand is not None:
        refuse_options_before(context)
        return
    options = context.find_object(Options)
    assert options is not None  # the program's own command makes them
    with reading(options) as store:
        now = snapshot(store, options)
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")
    view = leavers(now, iro, everybody=everybody)
    if as_json:
        show_json([_as_json(one) for one in view.rows])
        return
    rows = [
        (one.child, one.iro, one.status_words, one.age, one.next_due_on, one.standing.label, "; ".join(one.gaps))
        for one in view.rows
    ]
    show_table(("child", "IRO", "status", "age", "next review", "stands", "missing"), rows)
    late = f"{view.overdue} overdue or not recorded"
    said = f"{len(view.rows)} young people, {late}, {view.with_gaps} with something missing"
    click.echo(said, err=True)


@leavers_command.command("why")
@click.argument("child_id", metavar="CHILD")
@json_option
@click.pass_obj
def why_command(options: Options, child_id: str, as_json: bool) -> None:
    """What a child is entitled to as a care leaver, why, and what changes it next.

    Example: iro-desktop leavers why AB12
    """
    with reading(options) as store:
        now = snapshot(store, options)
    if child_id not in now.children:
        raise child_unknown(now, child_id)
    found = reasons(now, child_id)
    if as_json:
        stated = _why(found.stated, is_stated=True) if found.stated else None
        show_json({"child": child_id, "computed": _why(found.computed), "stated": stated})
        return
    for heading, one in (("Stated", found.stated), ("By the care history", found.computed)):
        if one is not None:
            click.echo("\n".join(_lines(heading, one, is_stated=heading == "Stated")))


def _lines(heading: str, one: Entitlement, *, is_stated: bool) -> list[str]:
    since = f" since {short(one.since)}" if one.since else ""
    lines = [f"{heading}: {one.status.label}{since}."]
    lines += [] if is_stated else [f"- {reason}" for reason in one.reasons]  # what was stated is free words
    if one.coming is not None:
        lines.append(f"- Next: {short(one.coming.on)}, {one.coming.why}: {one.coming.status.label}.")
    return lines


def _why(one: Entitlement, *, is_stated: bool = False) -> dict[str, object]:
    coming = one.coming
    return {
        "status": one.status.value,
        "since": one.since,
        "reasons": [] if is_stated else list(one.reasons),
        "next": {"on": coming.on, "status": coming.status.value, "why": coming.why} if coming else None,
    }


def _as_json(one: LeaverRow) -> dict[str, object]:
    return {
        "child": one.child,
        "iro": one.iro or None,
        "status": one.status.value,
        "stated": one.is_stated,
        "since": one.since,
        "age": one.age,
        "days_to": {str(years): days for years, _, days in one.ahead},
        "assessed_on": one.assessed_on,
        "plan_on": one.plan_on,
        "last_review_on": one.last_review_on,
        "next_review_due_on": one.next_due_on,
        "booked_on": one.booked_on,
        "standing": one.standing.value,
        "has_adviser": bool(one.adviser),
        "home_since": one.home_on,
        "home_suitable": one.is_suitable,
        "in_touch_on": one.touch_on,
        "missing": list(one.gaps),
    }
