"""Plans as JSON and as text: ids and dates, never names."""

import click

from iro_desktop.cli.main import show_table
from iro_desktop.domain.dates import short
from iro_desktop.services.plan_views import (
    BookingWindow,
    ChangePlan,
    Consequence,
    DatedStanding,
    MovePlan,
    SiblingOffer,
    SiblingPlan,
)


def move_json(plan: MovePlan) -> dict[str, object]:
    """A move as the contract has it."""
    return {
        "child": plan.child,
        "from": plan.from_on,
        "to": plan.to_on,
        "in_timescale": plan.in_timescale,
        "margin": plan.margin,
        "words": plan.words,
        "warnings": list(plan.warnings),
        "parts": [
            {
                "key": part.key,
                "child": part.child,
                "words": part.margin_words,
                "late": part.is_late,
                "fixed": part.is_fixed,
                "chosen": part.is_chosen,
            }
            for part in plan.parts
        ],
        "deadlines": [_consequence(one) for one in plan.consequences],
        "if_held": [{"what": what, "on": on} for what, on in plan.if_held],
    }


def tell_move(plan: MovePlan) -> None:
    """A move for a person."""
    click.echo(plan.words)
    for warning in plan.warnings:
        click.echo(f"  Note: {warning}")
    for part in plan.parts[1:]:
        click.echo(f"  {'with' if part.is_chosen else 'could join'}: {part.child}, {part.margin_words}")
    _tell_consequences(plan.consequences)
    for what, on in plan.if_held:
        click.echo(f"  If held then: {what}, {on}")


def window_json(window: BookingWindow | None) -> dict[str, object] | None:
    """A booking window, or ``None`` where no review with a date is owed."""
    if window is None:
        return None
    return {
        "child": window.child,
        "what": window.what,
        "rule": window.rule,
        "earliest": window.earliest,
        "book_by": window.book_by,
        "last_lawful": window.last_lawful,
        "arrange_by": window.arrange_by,
        "slack": window.slack,
        "slack_words": window.slack_words,
        "earliest_words": window.earliest_words,
        "tight": window.is_tight,
        "blocked": [{"on": on, "why": why} for on, why in window.blocked],
        "offers": [{"on": one.on, "margin": one.spare, "why": one.why} for one in window.offers],
        "words": window.words,
    }


def tell_window(window: BookingWindow) -> None:
    """A booking window for a person."""
    click.echo(f"{window.what}: {window.words}")
    click.echo(f"  Earliest: {short(window.earliest)}, {window.earliest_words}")
    click.echo(f"  Book by: {short(window.book_by)}; kept free: {window.slack_words}")
    click.echo(f"  Arrange by: {short(window.arrange_by)}")
    for on, why in window.blocked:
        click.echo(f"  Not {short(on)}: {why}")
    for one in window.offers:
        click.echo(f"  {one.words}: {one.spare_words}, {one.why}")


def siblings_json(plan: SiblingPlan) -> dict[str, object]:
    """Days for brothers and sisters."""
    return {
        "group": plan.group,
        "children": [
            {
                "child": one.child,
                "iro": one.iro,
                "booked_on": one.booked_on,
                "last_lawful": one.last_lawful,
                "words": one.words,
            }
            for one in plan.children
        ],
        "common_from": plan.common_from,
        "common_to": plan.common_to,
        "offers": [_offer(one) for one in plan.offers],
        "split": [_offer(one) for one in plan.split],
        "words": plan.words,
    }


def tell_siblings(plan: SiblingPlan) -> None:
    """Days for brothers and sisters, for a person."""
    click.echo(plan.words)
    for child in plan.children:
        click.echo(f"  {child.child}: {child.words}")
    for one in plan.offers or plan.split:
        click.echo(f"  {one.words} ({', '.join(one.children)})")


def change_json(plan: ChangePlan) -> dict[str, object]:
    """What a change touches."""
    return {"words": plan.words, "deadlines": [_consequence(one) for one in plan.touched]}


def tell_change(plan: ChangePlan) -> None:
    """What a change touches, for a person."""
    click.echo(plan.words)
    _tell_consequences(plan.touched)


def _tell_consequences(found: tuple[Consequence, ...]) -> None:
    if found:
        rows = [(one.child, one.what, _words(one.before), _words(one.after), one.id) for one in found]
        show_table(("child", "what", "before", "after", "id"), rows)


def _words(side: DatedStanding | None) -> str:
    return "-" if side is None else side.words


def _consequence(one: Consequence) -> dict[str, object]:
    return {
        "id": one.id,
        "child": one.child,
        "rule": one.rule,
        "what": one.what,
        "before": _side(one.before, one.id_before),
        "after": _side(one.after, one.id),
    }


def _side(side: DatedStanding | None, id_: str) -> dict[str, object] | None:
    if side is None:
        return None
    return {
        "id": id_,
        "due_on": side.due_on,
        "standing": side.standing.value,
        "booked_on": side.booked_on,
        "words": side.words,
    }


def _offer(one: SiblingOffer) -> dict[str, object]:
    return {"on": one.on, "children": list(one.children), "margins": dict(one.margins), "words": one.words}
