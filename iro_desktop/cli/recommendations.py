"""``recommendations`` and ``write-ups``: what reviews recommended and how it stands; what to write up first."""

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.session import allow_names, child_unknown, names_options, reading, snapshot
from iro_desktop.domain.errors import UserError
from iro_desktop.services.recommendation_sums import Sum, in_scope, sums
from iro_desktop.services.recommendations import RecommendationRow, recommendations
from iro_desktop.services.reviews_held import alert_draft
from iro_desktop.services.snapshot import Snapshot
from iro_desktop.services.write_ups import WriteUpRow, write_ups


@click.command("recommendations")
@click.argument("child_id", metavar="[ID]", required=False)
@click.option("--open", "only_open", is_flag=True, help="Only those that nobody has closed.")
@click.option("--iro", help="Only this IRO's children.")
@click.option(
    "--draft-alert",
    type=click.IntRange(min=1),
    metavar="N",
    help="What an alert about the newest open one with number N would say; needs an ID.",
)
@names_options
@json_option
@click.pass_obj
def recommendations_command(
    options: Options,
    child_id: str | None,
    only_open: bool,
    iro: str | None,
    draft_alert: int | None,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """What reviews recommended: to whom, by when, how it stands, how far it has drifted.

    Texts are shown with --names only. Without an ID, sums by agency and owner come last.

    Example: iro-desktop recommendations AB12 --open
    """  # fmt: skip
    if draft_alert is not None and child_id is None:
        raise UserError("An alert is drafted about one child. Nothing was shown. Say the child's id too.")
    with_text = allow_names(options, "recommendations", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    if draft_alert is not None and child_id is not None:
        draft = _draft(now, child_id, draft_alert, with_text=with_text)
        show_json({"child": child_id, "about": draft}) if as_json else click.echo(draft)
        return
    rows = in_scope(now, iro) if child_id is None else _of_child(now, child_id)
    rows = tuple(row for row in rows if row.is_open or not only_open)
    if as_json:
        found: object = [_as_json(row, with_text=with_text) for row in rows]
        show_json(found if child_id else {"recommendations": found, **_sums_json(rows)})
        return
    _show(rows, with_text=with_text)
    if child_id is None:
        counted = sums(rows)
        _show_sums("agency", counted.by_agency)
        _show_sums("owner", counted.by_owner)


def _of_child(now: Snapshot, child_id: str) -> tuple[RecommendationRow, ...]:
    if child_id not in now.children:
        raise child_unknown(now, child_id)
    return recommendations(now.children[child_id].facts, now.today, now.practice)


def _draft(now: Snapshot, child_id: str, number: int, *, with_text: bool) -> str:
    meant = [row for row in _of_child(now, child_id) if row.is_open and row.number == number]
    if not meant:
        raise UserError(f"{child_id} has no open recommendation {number}. Nothing was drafted.")
    return alert_draft(now.children[child_id].facts, meant[-1], now.today, with_text=with_text)


def _show(rows: tuple[RecommendationRow, ...], *, with_text: bool) -> None:
    headings = ("child", "review", "number", "owner", "agency", "due", "standing", "drift")
    show_table(
        (*headings, "text") if with_text else headings,
        [
            (
                row.child,
                row.held_on,
                row.number,
                row.owner.label,
                row.agency.label,
                row.due_on,
                _standing(row),
                row.drift_words,
                row.text,
            )[: len(headings) + with_text]
            for row in rows
        ],
    )


def _show_sums(heading: str, counted: tuple[Sum, ...]) -> None:
    click.echo()
    show_table(
        (heading, "open", "overdue", "drifting"), [(one.who, one.open, one.overdue, one.drifting) for one in counted]
    )


def _standing(row: RecommendationRow) -> str:
    if row.outcome is not None:
        return row.outcome.label
    return "overdue" if row.is_overdue else row.looks[-1].progress.label if row.looks else "open"


def _as_json(row: RecommendationRow, *, with_text: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        "child": row.child,
        "review": row.held_on,
        "number": row.number,
        "owner": row.owner.value,
        "agency": row.agency.value,
        "due_on": row.due_on,
        "is_open": row.is_open,
        "is_overdue": row.is_overdue,
        "outcome": row.outcome and row.outcome.value,
        "outcome_on": row.outcome_on,
        "reviews_running": row.reviews,
        "days": row.days,
        "drift": row.drift_words,
        "is_drifting": row.is_drifting,
        "looks": [{"on": look.on, "progress": look.progress.value} for look in row.looks],
    }
    return shown | {"text": row.text, "note": row.note} if with_text else shown


def _sums_json(rows: tuple[RecommendationRow, ...]) -> dict[str, object]:
    counted = sums(rows)
    return {"by_agency": [_sum(one) for one in counted.by_agency], "by_owner": [_sum(one) for one in counted.by_owner]}


def _sum(one: Sum) -> dict[str, object]:
    return {"who": one.who, "open": one.open, "overdue": one.overdue, "drifting": one.drifting}


@click.command("write-ups")
@click.option("--iro", help="Only this IRO's children.")
@json_option
@click.pass_obj
def write_ups_command(options: Options, iro: str | None, as_json: bool) -> None:
    """Reviews to be written up, in the order that keeps the most dates, with the reckoning.

    Example: iro-desktop write-ups --iro "Jo Bloggs"
    """
    with reading(options) as store:
        view = write_ups(snapshot(store, options), iro)
    if as_json:
        show_json({"a_day": view.a_day, "heading": view.heading, "rows": [_write_up(row) for row in view.rows]})
        return
    click.echo(view.heading)
    if view.rows:
        click.echo(view.whole)
        show_table(
            ("child", "review", "write", "what", "reckoning"),
            [(row.child, row.held_on, row.planned_words, row.tasks_words, row.reckoning) for row in view.rows],
        )


def _write_up(row: WriteUpRow) -> dict[str, object]:
    return {
        "child": row.child,
        "review": row.held_on,
        "iro": row.iro,
        "planned_on": row.planned_on,
        "kept": row.kept,
        "lost_by_waiting": row.lost,
        "tasks": [{"id": one.deadline_id, "what": one.what, "due_on": one.due_on} for one in row.tasks],
        "reckoning": row.reckoning,
    }
