"""Sets of figures that were kept: whether they are as they were kept, what they say of a year before, and today.

A set is read and its digests are checked once; it is read again when its record changes, as every act on it makes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.errors import UserError
from iro_desktop.domain.records import FrozenFigure, FrozenSet
from iro_desktop.domain.vocabulary import FrozenKind
from iro_desktop.measures.compute import DoesNotAddUp, figure_of
from iro_desktop.measures.definitions import BY_ID
from iro_desktop.measures.frozen import digest_of, digest_of_set, rows_of_text
from iro_desktop.measures.model import Definition, Figure, Row, Span, Unit
from iro_desktop.services.performance_views import FigureWish, KeptSet
from iro_desktop.store.store import Store

_IN_ORDER = {measure: place for place, measure in enumerate(BY_ID)}


@dataclass(frozen=True, slots=True)
class Kept:
    """A set with its figures, in the order of the definitions."""

    record: FrozenSet
    figures: tuple[FrozenFigure, ...]
    faults: tuple[str, ...]  # what is not as it was kept

    @property
    def shown(self) -> KeptSet:
        """As a page shows it."""
        one = self.record
        return KeptSet(
            one.name, one.kind, one.from_on, one.to_on, one.frozen_on, one.frozen_by, one.note or "", one.digest,
            not self.faults, self.faults, len(self.figures),
        )  # fmt: skip

    @property
    def words(self) -> str:
        """Where its figures come from: "2025/26 as published"."""
        said = "as published" if self.record.kind is FrozenKind.PUBLISHED else "as kept"
        return self.record.name if self.record.name.casefold().endswith(said) else f"{self.record.name} {said}"

    def figure(self, measure: str) -> FrozenFigure | None:
        """The figure of one measure."""
        return next((one for one in self.figures if one.measure == measure), None)


@dataclass(frozen=True, slots=True)
class SetsRead:
    """The kept sets as they were read: nothing more is asked of the store."""

    sets: tuple[Kept, ...]

    def earlier(self, definition: Definition, span: Span, wish: FigureWish) -> tuple[Figure, str] | None:
        """A measure as a set has it that covers exactly that time, and the set's words: published before frozen.

        Of one IRO, or narrowed, only a set with rows can tell; one that is not as it was kept tells nothing.
        """
        fitting = [
            one
            for one in self.sets
            if (one.record.from_on, one.record.to_on) == (span.from_on, span.to_on)
            and not one.faults
            and (wish.as_at is None or one.record.frozen_on <= wish.as_at)
        ]
        fitting.sort(key=lambda one: one.record.kind is not FrozenKind.PUBLISHED)
        for one in fitting:
            said = one.figure(definition.id)
            figure = _as_kept(definition, said, span, wish) if said else None
            if figure is not None:
                return figure, one.words
        return None


class KeptFigures:
    """The kept sets of one store."""

    def __init__(self, store: Store) -> None:
        """Nothing is read before it is asked for."""
        self._store = store
        self._known: dict[FrozenSet, Kept] = {}

    def sets(self) -> tuple[Kept, ...]:
        """Every set, the newest period first; of the same period the one kept last."""
        with self._store.reading() as reader:
            records = reader.all(FrozenSet)
            for one in records:
                if one not in self._known:
                    self._known[one] = kept_of(one, reader.frozen_figures(one.id))
        self._known = {one: self._known[one] for one in records}
        return tuple(sorted(self._known.values(), key=_newest_first, reverse=True))

    def named(self, name: str) -> Kept:
        """The set of that name; case is forgiven. Raises ``UserError`` where there is none."""
        found = self.sets()
        for one in found:
            if one.record.name.casefold() == " ".join(name.split()).casefold():
                return one
        known = ", ".join(one.record.name for one in found) or "none"
        raise UserError(f"No figures are kept as {name}. Nothing was changed. Kept are: {known}.", field="name")

    def read(self) -> SetsRead:
        """Every set, to be asked without the store."""
        return SetsRead(self.sets())


def kept_of(record: FrozenSet, figures: Sequence[FrozenFigure]) -> Kept:
    """A set with its figures, checked."""
    ordered = tuple(sorted(figures, key=lambda one: (_IN_ORDER.get(one.measure, len(_IN_ORDER)), one.measure)))
    return Kept(record, ordered, faults_of(record, ordered))


def faults_of(record: FrozenSet, figures: Sequence[FrozenFigure]) -> tuple[str, ...]:
    """What of a set is not as it was kept, a sentence each; empty for a sound one."""
    changed = [one for one in figures if digest_of(one) != one.digest]
    found = [f"{name_of(one.measure)} is not as it was kept: figure or rows were changed since." for one in changed]
    if not changed and digest_of_set(record, figures) != record.digest:
        found.append("It is not as it was kept: its name, its days or its figures were changed past the program.")
    if record.kind is FrozenKind.COMPUTED:
        found += [fault for one in figures if one not in changed for fault in _against_its_rows(one, record)]
    return tuple(found)


def _against_its_rows(one: FrozenFigure, record: FrozenSet) -> list[str]:
    """Whether a figure is what its rows make, for those who change digests too."""
    definition = BY_ID.get(one.measure)
    if definition is None or one.rows is None or definition.unit is Unit.RATIO:
        return []
    try:
        figure = figure_of(definition, rows_of_text(one.rows), _span_of(record))
    except (DoesNotAddUp, ValueError, KeyError):
        return [f"The rows of {name_of(one.measure)} cannot be counted any more."]
    if (figure.numerator, figure.denominator) == (one.numerator, one.denominator):
        return []
    return [f"{name_of(one.measure)} does not follow from its rows."]


def unsound_sets(store: Store) -> list[str]:
    """What of the kept figures is not as it was kept, with the name of the set; empty where all is."""
    return [f"Figures kept as {one.record.name}: {fault}" for one in KeptFigures(store).sets() for fault in one.faults]


def name_of(measure: str) -> str:
    """The name of a measure, quoted; the id of one that this version does not know."""
    return f"“{BY_ID[measure].name}”" if measure in BY_ID else measure


def rows_kept(one: FrozenFigure) -> list[Row]:
    """The rows of a figure that was frozen; of one typed in none are known."""
    return rows_of_text(one.rows) if one.rows else []


def _as_kept(definition: Definition, said: FrozenFigure, span: Span, wish: FigureWish) -> Figure | None:
    if wish.iro is None and not wish.where:
        return Figure(
            definition, said.numerator or 0, said.denominator or 0, said.value, (), said.check or "", said.value
        )
    if said.rows is None or definition.unit is Unit.RATIO:
        return None
    found = [row for row in rows_of_text(said.rows) if wish.iro is None or row.iro == wish.iro]
    found = [row for row in found if all(row.tag(by) == words for by, words in wish.where)]
    try:
        return figure_of(definition, found, replace(span, today=span.to_on))
    except DoesNotAddUp:  # a definition that has changed since
        return None


def _span_of(record: FrozenSet) -> Span:
    return Span(record.from_on, record.to_on, record.frozen_on)


def _newest_first(one: Kept) -> tuple[object, ...]:
    return one.record.to_on, one.record.from_on, one.record.frozen_on, one.record.name
