"""``due`` and ``why``: the stream of deadlines, and the count of one."""

from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, show_json, show_table
from iro_desktop.cli.session import allow_names, child_unknown, names_options, reading, snapshot
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import Task
from iro_desktop.rules.explain import as_text, explain
from iro_desktop.rules.model import Deadline
from iro_desktop.rules.register import rules_of
from iro_desktop.services.snapshot import CarerNow, ChildNow, Snapshot
from iro_desktop.services.words import standing_words, what_of

_GIVEN = "A reason was given."


@click.command("due")
@click.option("--until", type=IsoDate(), help="Only what is due by this day.")
@click.option("--child", help="Only this child, by the council's id.")
@click.option("--iro", help="Only children of this IRO.")
@click.option("--rule", "rule_id", help="Only this rule, for example after.minutes.")
@click.option("--all", "all_of_them", is_flag=True, help="Also what is met, met late or missed.")
@names_options
@json_option
@click.pass_obj
def due_command(
    options: Options,
    until: date | None,
    child: str | None,
    iro: str | None,
    rule_id: str | None,
    all_of_them: bool,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """Every deadline: open ones, or all; why one was set by hand with --names.

    Example: iro-desktop due --until 2026-12-04
    """
    shown = allow_names(options, "due", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    if child is not None and child not in now.children and child not in now.carers:
        raise child_unknown(now, child)
    if rule_id is not None and not rules_of(rule_id) and rule_id not in set(Task):
        raise UserError(f"There is no rule “{rule_id}”. “iro-desktop rules” lists them.")
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")
    everything = [one for each in _children(now, child, iro) for one in each.deadlines]
    if child is None and iro is None:
        everything += now.service
    found = [
        one
        for one in everything
        if (all_of_them or one.is_open)
        and (rule_id is None or one.rule.id == rule_id)
        and (until is None or (one.due_on is not None and one.due_on <= until))
    ]
    found.sort(key=lambda one: (one.due_on or date.min, one.child, one.rule.id))
    if as_json:
        show_json([as_json_row(one, names=shown) for one in found])
        return
    rows = [(one.child, what_of(one), one.due_on, standing_words(one), one.rule.owner, one.id) for one in found]
    show_table(("child", "what", "due", "standing", "owed by", "id"), rows)
    click.echo(f"{len(found)} deadlines", err=True)


def _children(now: Snapshot, child: str | None, iro: str | None) -> list[ChildNow | CarerNow]:
    """Those asked for; foster carers are nobody's caseload, so they come where no IRO is named."""
    found: list[ChildNow | CarerNow] = [
        one for key, one in now.children.items() if (child is None or key == child) and (iro is None or one.iro == iro)
    ]
    if iro is None:
        found += [one for key, one in now.carers.items() if child is None or key == child]
    return found


def without_words(one: Deadline) -> Deadline:
    """The deadline without the words in which somebody said why it was set by hand: they may name a child."""
    if not one.override:
        return one
    return one._replace(override=_GIVEN, note=one.note.replace(one.override, _GIVEN))


def as_json_row(one: Deadline, *, names: bool) -> dict[str, object]:
    """A deadline as the contract has it; with ``names`` also why it was set by hand."""
    one = one if names else without_words(one)
    return {
        "id": one.id,
        "child": one.child,
        "rule": one.rule.id,
        "what": what_of(one),
        "owner": one.rule.owner,
        "ownership": one.rule.ownership.value,
        "trigger": one.rule.trigger,
        "trigger_on": one.trigger_on,
        "due_on": one.due_on,
        "plan_by": one.plan_by,
        "standing": one.standing.value,
        "working_days_left": one.working_days_left,
        "met_on": one.met_on,
        "review_number": one.review_number,
        "booked_on": one.booked_on,
        "authority": one.rule.authority.value,
        "citation": one.rule.citation.source,
        "mark": one.rule.citation.mark.value,
        "provisional": one.provisional,
        "note": one.note,
        "rule_due_on": one.rule_due_on,
        "override": one.override,
    }


@click.command("why")
@click.argument("deadline_id", metavar="ID")
@names_options
@json_option
@click.pass_obj
def why_command(
    options: Options, deadline_id: str, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """The count of one deadline, step by step; why it was set by hand with --names.

    Example: iro-desktop why review.later/AB12/2026-05-27
    """
    shown = allow_names(options, "why", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    one = now.any_deadline(deadline_id)
    if one is None:
        raise UserError("There is no such deadline now. “iro-desktop due --all” lists them with their ids.")
    one = one if shown else without_words(one)
    if as_json:
        steps = [{"text": step.text, "on": step.on} for step in explain(one, now.calendar)]
        show_json(as_json_row(one, names=shown) | {"steps": steps})
    else:
        click.echo(as_text(one, now.calendar, what_of(one)))
