"""``find`` and ``child``: ids by default, names only for a stated reader and purpose."""

from dataclasses import asdict, replace

import click

from iro_desktop.app import Options
from iro_desktop.cli.due import as_json_row
from iro_desktop.cli.main import json_option, show_json, show_table
from iro_desktop.cli.on_record import on_record
from iro_desktop.cli.session import allow_names, child_unknown, names_options, reading, snapshot
from iro_desktop.domain.dates import short
from iro_desktop.domain.records import PERSONAL_FIELDS, Booking, ChildFacts, Person, Record, Sending
from iro_desktop.services.answers import find
from iro_desktop.services.child_page import child_view
from iro_desktop.services.child_record import period_lines
from iro_desktop.services.ledger import in_timescale, notice_of
from iro_desktop.services.snapshot import ChildNow, Snapshot
from iro_desktop.services.words import standing_words, what_of


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@names_options
@json_option
@click.pass_obj
def find_command(
    options: Options, words: tuple[str, ...], names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """Children by part of a name, nickname or id, the id of an entry that was merged included.

    Example: iro-desktop find jay
    """
    shown = allow_names(options, "find", names, reader, purpose)
    with reading(options) as store:
        found = find(snapshot(store, options), " ".join(words))
    if as_json:
        fields = ("child", "iro", "was_also", "name", "born_on") if shown else ("child", "iro", "was_also")
        show_json([{name: getattr(one, name) for name in fields} for one in found])
        return
    headings = ("child", "iro", "name", "born") if shown else ("child", "iro")
    show_table(headings, [(one.child, one.iro, one.name, one.born_on)[: len(headings)] for one in found])


@click.command("child")
@click.argument("child_id", metavar="ID")
@names_options
@json_option
@click.pass_obj
def child_command(
    options: Options, child_id: str, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """Everything about one child.

    Example: iro-desktop child AB12
    """
    shown = allow_names(options, "child", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    if child_id not in now.children:
        raise child_unknown(now, child_id)
    child = now.children[child_id]
    if as_json:
        show_json(_as_json(now, child, shown))
        return
    view = child_view(now if shown else _wordless(now, child_id), child_id)
    click.echo(view.name if shown else child_id)
    for label, value in view.facts:
        if label != "Born" or shown:
            click.echo(f"  {label}: {value}")
    for period in period_lines(child.facts):
        click.echo(f"  {period.words}")
        for episode in period.episodes:
            click.echo(f"    {episode.span}: {episode.words}")
    rows = [(what_of(one), one.due_on, standing_words(one)) for one in child.deadlines if one.is_open]
    show_table(("what", "due", "standing"), rows)
    for line in view.history:
        click.echo(f"  {short(line.on)}: {line.words}")


def _wordless(now: Snapshot, child_id: str) -> Snapshot:
    """The same facts without the words in which somebody said why a booking was moved or cancelled."""
    child = now.children[child_id]
    facts = replace(child.facts, bookings=tuple(replace(one, reason=None) for one in child.facts.bookings))
    return replace(now, children={**now.children, child_id: replace(child, facts=facts)})


_INTERNAL = frozenset({"id", "child_id", "review_id", "iro_id", "person_id", "row_version", "merged_into"})


def _as_json(now: Snapshot, child: ChildNow, names: bool) -> dict[str, object]:
    facts = child.facts
    kinds = ("reviews", "completions", "contacts", "events", "arrangements")
    lists = {kind: [_visible(one, names) for one in getattr(facts, kind)] for kind in kinds}
    return {
        **_visible(facts.child, names),
        "child": facts.child.council_id,
        "iro": child.iro,
        "siblings": list(now.siblings.get(facts.child.council_id, ())),
        "is_looked_after": child.is_looked_after,
        **lists,
        **on_record(now, child, lambda one: _visible(one, names), names=names),
        "people": [_person(facts, one, names) for one in facts.people],
        "sendings": [_sending(facts, one, names) for one in facts.sendings],
        "wishes": [_visible(one, names) for one in facts.wishes],
        "bookings": [_booking(now, child, one, names) for one in facts.bookings],
        "deadlines": [as_json_row(one, names=names) for one in child.deadlines],
    }


def _person(facts: ChildFacts, one: Person, names: bool) -> dict[str, object]:
    """Somebody around the child, with every restriction there is or was."""
    restrictions = [_visible(each, names) for each in facts.restrictions if each.person_id == one.id]
    return {**_visible(one, names), "restrictions": restrictions}


def _sending(facts: ChildFacts, one: Sending, names: bool) -> dict[str, object]:
    """What was sent; to whom by name only where names are shown."""
    person = {"person": next((each.name for each in facts.people if each.id == one.person_id), None)} if names else {}
    return {**_visible(one, names), "is_to_person": one.person_id is not None, **person}


def _booking(now: Snapshot, child: ChildNow, one: Booking, names: bool) -> dict[str, object]:
    """One line of the rearrangement ledger."""
    return {
        **_visible(one, names),
        "notice_working_days": notice_of(one, now.calendar),
        "in_timescale": in_timescale(now, child, one),
    }


def _visible(record: Record, names: bool) -> dict[str, object]:
    hidden = _INTERNAL if names else _INTERNAL | PERSONAL_FIELDS.get(record.entity, frozenset())
    return {name: value for name, value in asdict(record).items() if name not in hidden}
