"""``consultations``, ``lists`` and ``legal-advice``: what partners sent back, the service's words, advice taken."""

from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json, show_table
from iro_desktop.cli.session import allow_names, child_unknown, names_options, reading, snapshot
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import ServiceList
from iro_desktop.services.challenge import advice_rows, service_list
from iro_desktop.services.challenge_views import AdviceRow, ListLine
from iro_desktop.services.consultations import consultation_returns
from iro_desktop.services.figures import span_of


@click.command("consultations")
@click.option("--from", "from_on", type=IsoDate(), help="First day sent; else 1 April before the last.")
@click.option("--to", "to_on", type=IsoDate(), help="Last day sent; else today.")
@click.option("--iro", help="Only this IRO's children.")
@json_option
@click.pass_obj
def consultations_command(
    options: Options, from_on: date | None, to_on: date | None, iro: str | None, as_json: bool
) -> None:
    """Consultation forms sent in a time, by agency, and what came back.

    Example: iro-desktop consultations --from 2026-04-01 --to 2026-06-30
    """
    span = span_of(from_on, to_on, options.today)
    with reading(options) as store:
        now = snapshot(store, options)
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")
    found = consultation_returns(now, iro, span.from_on, span.to_on)
    if as_json:
        show_json(
            [
                {
                    "agency": one.agency.value,
                    "sent": one.sent,
                    "returned": one.returned,
                    "chased": one.chased,
                    "waiting": one.waiting,
                    "median_working_days": one.days,
                    "forms": [
                        {
                            "child": row.child,
                            "sent_on": row.sent_on,
                            "returned_on": row.returned_on,
                            "chased_on": row.chased_on,
                        }
                        for row in one.rows
                    ],
                }
                for one in found
            ]
        )
        return
    headings = ("agency", "sent", "returned", "waiting", "of these chased", "working days to return")
    rows = [(one.agency.label, one.sent, one.returned, one.waiting, one.chased, one.days) for one in found]
    show_table(headings, rows)


@click.command("lists")
@click.argument("which", type=click.Choice([one.value for one in ServiceList]))
@json_option
@click.pass_obj
def lists_command(options: Options, which: str, as_json: bool) -> None:
    """A list the service owns, with what the program offers beside it.

    Example: iro-desktop lists theme
    """
    with reading(options) as store:
        found = service_list(snapshot(store, options), ServiceList(which))
    if as_json:
        show_json([_line(one) for one in found])
        return
    show_table(
        ("name", "used", "how it stands", "names before"),
        [(one.name, one.used, _stands(one), ", ".join(one.former_names)) for one in found],
    )


def _stands(one: ListLine) -> str:
    if one.merged_into:
        return f"merged into {one.merged_into}"
    return "retired" if one.is_retired else "offered by the program" if one.is_standard else ""


def _line(one: ListLine) -> dict[str, object]:
    return {
        "name": one.name,
        "used": one.used,
        "former_names": list(one.former_names),
        "merged_into": one.merged_into or None,
        "is_retired": one.is_retired,
        "is_standard": one.is_standard,
    }


@click.command("legal-advice")
@click.argument("child_id", metavar="[ID]", required=False)
@names_options
@json_option
@click.pass_obj
def legal_advice_command(
    options: Options, child_id: str | None, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """The log of legal advice, the newest first; questions and answers are shown with --names only.

    Example: iro-desktop legal-advice AB12
    """
    with_words = allow_names(options, "legal-advice", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    if child_id is not None and child_id not in now.children:
        raise child_unknown(now, child_id)
    found = advice_rows(now, None, child_id)
    if as_json:
        show_json([_advice(one, with_words=with_words) for one in found])
        return
    headings = ("child", "asked", "answered", "working days")
    show_table(
        (*headings, "question", "advice") if with_words else headings,
        [
            (one.child, one.asked_on, one.answered_on, one.working_days, one.question, one.advice)[
                : len(headings) + 2 * with_words
            ]
            for one in found
        ],
    )


def _advice(one: AdviceRow, *, with_words: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        "child": one.child,
        "asked_on": one.asked_on,
        "answered_on": one.answered_on,
        "working_days": one.working_days,
    }
    if not with_words:
        return shown
    return shown | {"question": one.question, "asked_of": one.asked_of, "advice": one.advice, "use": one.use}
