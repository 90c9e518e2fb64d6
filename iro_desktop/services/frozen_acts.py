"""Acts that keep figures: frozen from the facts of today, or typed in as they were published."""

from dataclasses import replace

from iro_desktop.domain.acts import FreezeFigures, RecordPublished, RemovePublished
from iro_desktop.domain.dates import short
from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import AnnualReport, FrozenFigure, FrozenSet
from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.measures.compute import DoesNotAddUp, beside_of, figure_of, fte_of, rows_of
from iro_desktop.measures.definitions import BY_ID, DEFINITIONS
from iro_desktop.measures.frozen import TYPED, digest_of, digest_of_set, rows_text
from iro_desktop.measures.model import Span, Unit
from iro_desktop.services.figures import counted_in, service_in
from iro_desktop.services.people_acts import words_of
from iro_desktop.services.workspace import Workspace

_MOST, _WHOLE = 10_000_000, 100  # no service counts more of anything; per cent


def freeze_figures(act: FreezeFigures, work: Workspace) -> None:
    """Count every measure of the period from the facts as they are now, and keep figures and rows."""
    name = _name(act.name)
    if _set_named(name, work) is not None:
        raise UserError(f"There are figures kept as {name} already. Nothing was kept. Choose another name.", "name")
    if act.to_on < act.from_on:
        raise UserError(
            f"{short(act.to_on)} lies before {short(act.from_on)}. Nothing was kept. Check both days.", field="to_on"
        )
    if act.from_on > work.today:
        raise UserError(f"{short(act.from_on)} is still to come. Nothing was kept. Check both days.", field="from_on")
    freeze(name, Span(act.from_on, act.to_on, work.today), words_of(act.note), work)


def freeze(name: str, span: Span, note: str | None, work: Workspace) -> FrozenSet:
    """Count every measure of that time and keep figures and rows under a name that is free; the set as it is kept."""
    set_id = work.new_id()
    figures = _counted(span, set_id, work)
    found = FrozenSet(set_id, name, FrozenKind.COMPUTED, span.from_on, span.to_on, work.today, work.author, "", note)
    found = work.put(replace(found, digest=digest_of_set(found, figures)))
    for kept in figures:
        work.put(kept)
    return found


def _counted(span: Span, set_id: str, work: Workspace) -> list[FrozenFigure]:
    """Every measure with its rows, counted once. Raises ``UserError`` where one does not add up: none is kept then."""
    children, service = counted_in(work), service_in(work)
    figures = []
    for one in DEFINITIONS:
        rows = rows_of(one, children, span, service=service)
        try:
            figure = figure_of(one, rows, span, fte_of(service, span, None), beside_of(one, children, span))
        except DoesNotAddUp as fault:
            raise UserError(
                f"“{one.name}” does not add up ({fault}). Nothing was kept. Please report it: that is a fault of the "
                "program."
            ) from fault
        value = None if figure.value is None else float(figure.value)  # as the store gives it back
        kept = FrozenFigure(
            work.new_id(), set_id, one.id, "", figure.numerator, figure.denominator, value, figure.check,
            rows_text(rows, without=TYPED.get(one.id)),
        )  # fmt: skip
        figures.append(replace(kept, digest=digest_of(kept)))
    return figures


def record_published(act: RecordPublished, work: Workspace) -> None:
    """Type in one figure of a set as it was published."""
    name = _name(act.name)
    _check_published(act, work)
    found = _set_named(name, work)
    if found is None:
        found = FrozenSet(
            work.new_id(), name, FrozenKind.PUBLISHED, act.from_on, act.to_on, work.today, work.author, ""
        )
    elif found.kind is not FrozenKind.PUBLISHED:
        raise UserError(
            f"{name} was frozen from the facts, and stays as it is. Nothing was saved. Choose another name.", "name"
        )
    elif (found.from_on, found.to_on) != (act.from_on, act.to_on):
        raise UserError(
            f"{name} holds figures from {short(found.from_on)} to {short(found.to_on)}. Nothing was saved. "
            "Choose another name for another period.",
            field="from_on",
        )
    _check_not_in_report(found, work)
    others = _figures_of(found, work)
    known = next((one for one in others if one.measure == act.measure), None)
    said = FrozenFigure(
        known.id if known else work.new_id(), found.id, act.measure, "", act.numerator, act.denominator,
        float(act.value), row_version=known.row_version if known else 1,
    )  # fmt: skip
    said = replace(said, digest=digest_of(said))
    rest = [one for one in others if one.measure != act.measure]
    work.put(replace(found, digest=digest_of_set(found, [*rest, said])))
    work.put(said)


def remove_published(act: RemovePublished, work: Workspace) -> None:
    """Take a figure out of a set that was typed in."""
    found = _set_named(_name(act.name), work)
    if found is None or found.kind is not FrozenKind.PUBLISHED:
        raise UserError(f"No figures are typed in as {act.name}. Nothing was changed. Check the name.", field="name")
    _check_not_in_report(found, work)
    figures = _figures_of(found, work)
    known = next((one for one in figures if one.measure == act.measure), None)
    if known is None:
        raise UserError(f"{act.name} holds no {act.measure}. Nothing was changed. Check the measure.", field="measure")
    rest = [one for one in figures if one is not known]
    work.remove(known)
    if rest:
        work.put(replace(found, digest=digest_of_set(found, rest)))
    else:
        work.remove(found)


def _check_published(act: RecordPublished, work: Workspace) -> None:
    definition = BY_ID.get(act.measure)
    if definition is None:
        known = ", ".join(BY_ID)
        raise UserError(f"There is no measure {act.measure}. Nothing was saved. There are: {known}.", field="measure")
    if act.to_on < act.from_on:
        raise UserError(
            f"{short(act.to_on)} lies before {short(act.from_on)}. Nothing was saved. Check both days.", field="to_on"
        )
    if act.from_on > work.today:
        raise UserError(
            f"{short(act.from_on)} is still to come: nothing is published of it. Nothing was saved. Check both days.",
            field="from_on",
        )
    for value, field in ((act.value, "value"), (act.numerator, "numerator"), (act.denominator, "denominator")):
        if value is not None and not 0 <= value <= _MOST:
            raise UserError("That cannot be a figure. Nothing was saved. Check it.", field=field)
    if definition.unit is Unit.PERCENT:
        _check_share(act)


def _check_share(act: RecordPublished) -> None:
    """What no share can be; one that its own numbers do not make is kept as it was published, and doubted."""
    if act.value > _WHOLE:
        raise UserError("A share is not more than 100 %. Nothing was saved. Check it.", field="value")
    if act.numerator is not None and act.denominator is not None and act.numerator > act.denominator:
        raise UserError(
            f"{act.numerator:,} is more than the {act.denominator:,} it is a part of. Nothing was saved. Check both.",
            field="numerator",
        )


def _check_not_in_report(found: FrozenSet, work: Workspace) -> None:
    """A report that was published stands on its figures: they stay."""
    if any(one.set_id == found.id for one in work.all(AnnualReport)):
        raise UserError(
            f"An annual report was published with the figures of {found.name}: they stay as they are. "
            "Nothing was saved. Choose another name.",
            field="name",
        )


def _name(text: str) -> str:
    name = words_of(text)
    if name is None:
        raise UserError("Kept figures need a name. Nothing was saved. Write one, such as 2025/26.", field="name")
    return name


def _set_named(name: str, work: Workspace) -> FrozenSet | None:
    return next((one for one in work.all(FrozenSet) if one.name.casefold() == name.casefold()), None)


def _figures_of(found: FrozenSet, work: Workspace) -> list[FrozenFigure]:
    return [one for one in work.all(FrozenFigure) if one.set_id == found.id]
