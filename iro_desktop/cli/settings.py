"""``rules --settings``: the service's choices, and the values in force where there is a store that can be opened."""

import click

from iro_desktop.app import Options, passphrase
from iro_desktop.cli.main import show_json, show_table
from iro_desktop.domain.choices import CHOICES, LIMIT, Choice
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import Setting
from iro_desktop.rules.practice import STANDARD, Practice
from iro_desktop.services.plan_views import SettingRow
from iro_desktop.services.planning.timescales import local_limits, setting_rows, value_words
from iro_desktop.store import vault
from iro_desktop.store.store import Places, open_store


def show_settings(options: Options, *, as_json: bool) -> None:
    """Every choice with its values and default; ``in_force`` is null where no store can be read."""
    practice = _practice(options)
    rows = setting_rows(practice or STANDARD, options.today)
    limits = local_limits(practice or STANDARD, options.today)
    if as_json:
        choices = [_choice_json(choice, row, practice) for choice, row in zip(CHOICES, rows, strict=True)]
        show_json([*choices, *(_limit_json(one) for one in limits)])
        return
    show_table(
        ("key", "what", "value", "others"),
        [(row.key, row.label, row.value_words, _others(row)) for row in rows]
        + [(one.key, "The service's own limit", one.value, "") for one in limits],
    )
    click.echo("As in force today." if practice else "The defaults: no caseload was opened.")


def _others(row: SettingRow) -> str:
    others = [words for value, words in row.values if value != row.value]
    return "; ".join([*others, row.pattern_words] if row.pattern_words else others)


def _choice_json(choice: Choice, row: SettingRow, practice: Practice | None) -> dict[str, object]:
    return {
        "key": choice.key,
        "label": choice.label,
        "values": [{"value": value, "words": words} for value, words in choice.values],
        "further_values": choice.pattern_words,
        "default": choice.default,
        "in_force": row.value if practice else None,
        "since": row.since,
        "words": value_words(choice, row.value),
        "coming": row.coming,
    }


def _limit_json(one: Setting) -> dict[str, object]:
    return {
        "key": one.key,
        "label": f"The service's own limit for {one.key.removeprefix(LIMIT)}",
        "values": [],
        "further_values": "a length of time, as 10wd or 5m",
        "default": "rule",
        "in_force": one.value,
        "since": one.from_on,
        "words": one.value,
        "coming": "",
    }


def _practice(options: Options) -> Practice | None:
    """The practice of the store; ``None`` where there is no store, or no passphrase was given (none is asked for)."""
    places = Places(options.folder)
    if not places.store.exists():
        return None
    try:
        words = passphrase(options, None)
    except UserError:
        return None
    data_key = vault.open_with_passphrase(places.key, words)
    with open_store(places, data_key, read_only=True) as store, store.reading() as reader:
        return Practice(reader.all(Setting))
