"""``rules``: the printed register."""

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import json_option, show_json
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.rules.model import Rule
from iro_desktop.rules.register import LAW_CHECKED_ON, RULES, rules_of


@click.command("rules")
@click.argument("rule_id", metavar="[ID]", required=False)
@click.option("--settings", is_flag=True, help="The service's choices instead: values, defaults, those in force.")
@json_option
@click.pass_obj
def rules_command(options: Options, rule_id: str | None, settings: bool, as_json: bool) -> None:
    """Every rule with its source and the day the law was checked.

    Example: iro-desktop rules review.first
    """
    if settings:
        from iro_desktop.cli.settings import show_settings  # the register itself is shown without the store

        show_settings(options, as_json=as_json)
        return
    found = RULES if rule_id is None else rules_of(rule_id)
    if not found:
        raise UserError(f"There is no rule “{rule_id}”. “iro-desktop rules” lists them.")
    if as_json:
        show_json([rule_row(rule) for rule in found])
        return
    for rule in found:
        click.echo(f"{rule.id} ({_in_force(rule)})\n  {rule.sentence}")
        click.echo(
            f"  {rule.citation.source}; {rule.authority.label}; {rule.citation.mark.label}; owed by {rule.owner}"
        )
    click.echo(f"Law checked on {short(LAW_CHECKED_ON)}.")


def _in_force(rule: Rule) -> str:
    since = f"from {short(rule.valid_from)}" if rule.valid_from else "in force"
    return f"{since} until {short(rule.valid_to)}" if rule.valid_to else since


def rule_row(rule: Rule) -> dict[str, object]:
    """A rule as JSON."""
    return {
        "id": rule.id,
        "subject": rule.subject,
        "what": rule.what,
        "sentence": rule.sentence,
        "trigger": rule.trigger,
        "offset": str(rule.offset),
        "owner": rule.owner,
        "ownership": rule.ownership.value,
        "authority": rule.authority.value,
        "citation": rule.citation.source,
        "mark": rule.citation.mark.value,
        "valid_from": rule.valid_from,
        "valid_to": rule.valid_to,
        "law_checked_on": LAW_CHECKED_ON,
    }
