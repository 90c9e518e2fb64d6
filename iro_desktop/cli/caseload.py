"""``caseload``: the children in care as a list, today or as it was known at the end of a past day; ids only."""

from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.session import reading
from iro_desktop.cli.wishes import as_at_option, past_or_now
from iro_desktop.services.caseload import caseload_view
from iro_desktop.services.figures import check_iro
from iro_desktop.services.views import CaseloadRow


@click.command("caseload")
@click.argument("words", nargs=-1)
@as_at_option
@click.option("--iro", help="Only this IRO's children on that day.")
@json_option
@click.pass_obj
def caseload_command(
    options: Options, words: tuple[str, ...], as_at: date | None, iro: str | None, as_json: bool
) -> None:
    """The children looked after, worst standing first; with --as-at as it was known at the end of that day.

    Example: iro-desktop caseload --as-at 2026-10-31 --iro "Jo Bloggs"
    """
    with reading(options) as store:
        now = past_or_now(store, options, as_at)
        check_iro(now, iro)
        view = caseload_view(now, iro, " ".join(words))
    if as_json:
        show_json([_as_json(one) for one in view.rows])
        return
    show_table(
        ("child", "IRO", "status", "placement", "last review", "next review by", "booked", "standing"),
        [
            (
                one.child, one.iro, one.legal, one.placement, one.last_review_on, one.last_lawful_on,
                one.next_booked_on, one.standing_words,
            )
            for one in view.rows
        ],
    )  # fmt: skip
    click.echo(f"{len(view.rows)} of {view.of} children, {view.scope}")


def _as_json(one: CaseloadRow) -> dict[str, object]:
    return {
        "child": one.child,
        "iro": one.iro or None,
        "legal": one.legal or None,
        "placement": one.placement or None,
        "last_review_on": one.last_review_on,
        "last_lawful_on": one.last_lawful_on,
        "next_booked_on": one.next_booked_on,
        "standing": one.standing,
    }
