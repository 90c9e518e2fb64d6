"""``alerts``: challenge and praise as it stands, counted, told, and drafted; by id, without words, unless asked for."""

from dataclasses import replace
from datetime import date

import click

from iro_desktop.app import Options
from iro_desktop.cli.main import IsoDate, json_option, refuse_options_before, show_json, show_table
from iro_desktop.cli.session import allow_names, child_unknown, names_options, reading, snapshot
from iro_desktop.domain.act_json import act_to_json
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.vocabulary import AlertKind
from iro_desktop.services.alert_counts import BY, alert_counts
from iro_desktop.services.alert_drafts import act_of, draft_from_date
from iro_desktop.services.alert_story import alert_story
from iro_desktop.services.challenge import challenge_view
from iro_desktop.services.challenge_views import AlertCard, AlertClock, AlertStory, StoryLine
from iro_desktop.services.figures import span_of
from iro_desktop.services.snapshot import Snapshot

_iro = click.option("--iro", help="Only this IRO's children.")


@click.group("alerts", invoke_without_command=True)
@click.option("--child", help="Only this child, by the council's id.")
@_iro
@click.option("--kind", type=click.Choice([one.value for one in AlertKind]), help="Only of this kind.")
@click.option("--all", "all_of_them", is_flag=True, help="Also the resolved ones.")
@names_options
@json_option
@click.pass_context
def alerts_command(
    ctx: click.Context,
    child: str | None,
    iro: str | None,
    kind: str | None,
    all_of_them: bool,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """Open alerts with their clocks, the most pressing first. What they are about is shown with --names only.

    Example: iro-desktop alerts --iro "Jo Bloggs" --kind partner
    """
    if ctx.invoked_subcommand is not None:
        refuse_options_before(ctx)
        return
    options: Options = ctx.obj
    with_words = allow_names(options, "alerts", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    _check(now, child, iro)
    found = [one for one in _every(now, iro, all_of_them) if _fits(one, child, kind)]
    if as_json:
        show_json([_as_json(one, with_words=with_words) for one in found])
        return
    headings = ("child", "raised", "no.", "kind", "stage", "theme", "team", "answer", "whole", "resolved")
    show_table((*headings, "about") if with_words else headings, [_row(one, with_words=with_words) for one in found])
    click.echo(f"{len(found)} alerts", err=True)


def _every(now: Snapshot, iro: str | None, all_of_them: bool) -> list[AlertCard]:
    view = challenge_view(now, iro, date.min if all_of_them else None)
    return [one for one in view.alerts if all_of_them or one.is_open]


def _fits(one: AlertCard, child: str | None, kind: str | None) -> bool:
    return child in (None, one.child) and kind in (None, one.kind.value)


def _check(now: Snapshot, child: str | None, iro: str | None) -> None:
    if child is not None and child not in now.children:
        raise child_unknown(now, child)
    if iro is not None and iro not in {one.name for one in now.iros}:
        raise UserError("There is no IRO of that name here.")


def _row(one: AlertCard, *, with_words: bool) -> tuple[object, ...]:
    shown = (
        one.child,
        one.raised_on,
        one.nth,
        one.kind.label,
        one.stage_words,
        one.theme,
        one.team,
        one.clock.words if one.clock else "answered" if one.is_answered else "",
        one.cap.words if one.cap else "",
        one.resolved_on,
    )
    return (*shown, one.about.replace("\n", " ")) if with_words else shown


@alerts_command.command("counts")
@click.option("--by", type=click.Choice(list(BY)), required=True, help="What they are counted by.")
@click.option("--from", "from_on", type=IsoDate(), help="First day raised; else 1 April before the last.")
@click.option("--to", "to_on", type=IsoDate(), help="Last day raised; else today.")
@_iro
@json_option
@click.pass_obj
def counts_command(
    options: Options, by: str, from_on: date | None, to_on: date | None, iro: str | None, as_json: bool
) -> None:
    """Alerts raised in a time, counted by one thing; the parts and the whole stand below.

    Example: iro-desktop alerts counts --by theme --from 2026-04-01 --to 2026-06-30
    """
    span = span_of(from_on, to_on, options.today)
    with reading(options) as store:
        now = snapshot(store, options)
    _check(now, None, iro)
    found = alert_counts(now, iro, by, span.from_on, span.to_on)
    if as_json:
        lines = [
            {
                "words": one.words,
                "count": one.count,
                "before": one.before,
                "alerts": [each.key for each in one.alerts],
            }
            for one in found.lines
        ]
        show_json({"by": by, "from": span.from_on, "to": span.to_on, "lines": lines, "total": found.total,
                   "check": found.check, "before": found.before,
                   "before_words": found.before_words})  # fmt: skip
        return
    headings = (found.title, "alerts", found.before_words)
    show_table(headings, [(one.words, one.count, one.before) for one in found.lines])
    click.echo(found.check)


@alerts_command.command("show")
@click.argument("child_id", metavar="CHILD")
@click.argument("raised", metavar="RAISED-ON[/N]")
@names_options
@json_option
@click.pass_obj
def show_command(
    options: Options,
    child_id: str,
    raised: str,
    names: bool,
    reader: str | None,
    purpose: str | None,
    as_json: bool,
) -> None:
    """One alert with its stages, clocks and pauses. Words are shown with --names only.

    Example: iro-desktop alerts show AB12 2026-11-09/2
    """
    raised_on, nth = _which(raised)
    with_words = allow_names(options, "alerts show", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    _check(now, child_id, None)
    story = alert_story(now, now.children[child_id], raised_on, nth)
    if as_json:
        show_json(_story_as_json(story, with_words=with_words))
        return
    show_table(("day", "what"), [(one.on, one.words) for one in _lines(story, with_words)])
    for clock in story.clocks:
        day = f"{short(clock.due_on)}, " if clock.due_on else ""
        click.echo(f"{clock.what}: {day}{clock.words}. {clock.deadline_id}")
    for one in story.next_stages:
        click.echo(f"May go to: {one.words} ({one.about})")


def _lines(story: AlertStory, with_words: bool) -> list[StoryLine]:
    """Without words, nobody who answered is named."""
    if with_words:
        return [replace(one, words=f"{one.words}: {one.detail}" if one.detail else one.words) for one in story.story]
    return [replace(one, words=one.words.partition(" answered by ")[0] + _answered(one.words)) for one in story.story]


def _answered(words: str) -> str:
    return " answered" if " answered by " in words else ""


def _which(raised: str) -> tuple[date, int]:
    day, _, number = raised.partition("/")
    try:
        return date.fromisoformat(day), int(number or 1)
    except ValueError:
        raise UserError("An alert is named by the day it was raised, as 2026-11-09 or 2026-11-09/2.") from None


@alerts_command.command("draft")
@click.argument("deadline_id", metavar="DEADLINE-ID")
@names_options
@json_option
@click.pass_obj
def draft_command(
    options: Options, deadline_id: str, names: bool, reader: str | None, purpose: str | None, as_json: bool
) -> None:
    """An alert about a missed or overdue date, as a list of one act that “act” takes; changes nothing.

    Who has to answer is named with --names only.

    Example: iro-desktop alerts draft after.care-plan/AB12/2026-11-05
    """
    with_names = allow_names(options, "alerts draft", names, reader, purpose)
    with reading(options) as store:
        now = snapshot(store, options)
    draft = draft_from_date(now, deadline_id)
    show_json([act_to_json(act_of(draft, now.today, with_names=with_names))])
    if not as_json:
        click.echo("Nothing was changed. Kept in a file, “iro-desktop act FILE” raises it.", err=True)


def _as_json(one: AlertCard, *, with_words: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        "child": one.child,
        "raised_on": one.raised_on,
        "nth": one.nth,
        "kind": one.kind.value,
        "stage": one.stage.value,
        "stage_name": one.stage_words,
        "iro": one.iro or None,
        "theme": one.theme or None,
        "team": one.team or None,
        "agency": one.agency and one.agency.value,
        "is_answered": one.is_answered,
        "is_paused": one.is_paused,
        "answer": _clock(one.clock),
        "whole": _clock(one.cap),
        "standing": one.standing.value,
        "working_days_open": one.working_days_open,
        "resolved_on": one.resolved_on,
        "outcome": one.outcome and one.outcome.value,
        "effect": one.effect or None,
        "child_told_on": one.child_told_on,
    }
    if not with_words:
        return shown
    return shown | {"about": one.about or None, "responder": one.responder or None, "effect_words": one.effect_words}


def _clock(one: AlertClock | None) -> dict[str, object] | None:
    if one is None:
        return None
    return {"id": one.deadline_id, "due_on": one.due_on, "standing": one.standing.value, "words": one.words}


def _story_as_json(story: AlertStory, *, with_words: bool) -> dict[str, object]:
    return {
        **_as_json(story.card, with_words=with_words),
        "drafted_from": story.drafted_from or None,
        "clocks": [{"what": one.what, **(_clock(one) or {})} for one in story.clocks],
        "stages": [
            {
                "stage": one.stage.value,
                "name": one.words,
                "started_on": one.started_on,
                "answered_on": one.answered_on,
                "ground": one.ground and one.ground.value,
                "told_on": one.told_on,
                **({"responder": one.responder, "reply": one.reply, "told": one.told} if with_words else {}),
            }
            for one in story.stages
        ],
        "pauses": [
            {
                "from": one.from_on,
                "to": one.to_on,
                "working_days": one.working_days,
                **({"reason": one.reason} if with_words else {}),
            }
            for one in story.pauses
        ],
        "next": [{"stage": one.stage.value, "name": one.words, "about": one.about} for one in story.next_stages],
    }
