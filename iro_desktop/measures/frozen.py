"""Figures kept as they were: their rows as text, digests against tampering, and what has changed since."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from iro_desktop.domain.records import FrozenFigure, FrozenSet
from iro_desktop.measures.model import By, LeftOut, Row

# What was typed freely, where somebody may have written a name: it stays with the facts, kept rows do without it.
TYPED = {"rearrangements": By.REASON}


@dataclass(frozen=True, slots=True)
class Compared:
    """A kept figure beside the same one counted today."""

    same: int
    gone: tuple[Row, ...]  # in the kept one alone
    new: tuple[Row, ...]  # in today's alone
    changed: tuple[tuple[Row, Row], ...]  # as kept, as today: in time or not, counted or left out

    @property
    def is_same(self) -> bool:
        """Whether nothing has changed."""
        return not (self.gone or self.new or self.changed)


def rows_text(rows: Iterable[Row], *, without: By | None = None) -> str:
    """Rows as one line of JSON, in their order: the same text for the same rows; ``without`` what they are under."""
    return json.dumps([_listed(row, without) for row in rows], ensure_ascii=False, separators=(",", ":"))


def rows_of_text(text: str) -> list[Row]:
    """The rows that ``rows_text`` wrote."""
    return [_row(values) for values in json.loads(text)]


def _listed(row: Row, without: By | None) -> list[object]:
    days = [day.isoformat() if day else None for day in (row.day, row.review_on, row.due_on, row.done_on)]
    why = row.left_out.name if row.left_out else None
    tags = [[by.value, words] for by, words in row.tags if by is not without]
    return [row.child, *days, row.is_met, why, row.iro, row.team, tags, row.amount, row.nth]


def _row(values: Sequence[object]) -> Row:
    child, day, review_on, due_on, done_on, is_met, why, iro, team, tags, amount, nth = values
    read_on = _day(day)
    assert read_on is not None
    return Row(
        str(child), read_on, _day(review_on), _day(due_on), _day(done_on), bool(is_met),
        LeftOut[str(why)] if why else None, str(iro), str(team),
        tuple((By(by), words) for by, words in tags),  # type: ignore[attr-defined]
        float(str(amount)) if amount is not None else None, int(str(nth)),
    )  # fmt: skip


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def digest_of(figure: FrozenFigure) -> str:
    """The digest over all that a kept figure says; nothing in it can be changed without changing this."""
    value = None if figure.value is None else float(figure.value)  # as the store gives it back
    said = [figure.measure, figure.numerator, figure.denominator, value, figure.check, figure.rows]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def digest_of_set(record: FrozenSet, figures: Iterable[FrozenFigure]) -> str:
    """The digest over what a set says of itself, who kept it and when, and the digests of its figures by measure."""
    days = [day.isoformat() for day in (record.from_on, record.to_on, record.frozen_on)]
    said = [record.name, record.kind.value, *days, record.frozen_by, record.note]
    told = [[one.measure, one.digest] for one in sorted(figures, key=lambda one: one.measure)]
    return hashlib.sha256(json.dumps([said, told], ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def compared(kept: Iterable[Row], today: Iterable[Row], *, of_period: bool = False) -> Compared:
    """What has changed between the rows that were kept and those counted today; a row is known by what it is about.

    ``of_period``: each row is about a child over the whole period, and its day is only where the period ends so far.
    """
    before, after = _by_key(kept, of_period=of_period), _by_key(today, of_period=of_period)
    changed = tuple(
        (before[key], after[key]) for key in before if key in after and _judged(before[key]) != _judged(after[key])
    )
    gone = tuple(row for key, row in before.items() if key not in after)
    new = tuple(row for key, row in after.items() if key not in before)
    return Compared(len(before) - len(gone) - len(changed), gone, new, changed)


def _by_key(rows: Iterable[Row], *, of_period: bool) -> dict[tuple[object, ...], Row]:
    """Each row under what it is about; a second one about the same under its own day as well."""
    found: dict[tuple[object, ...], Row] = {}
    for row in rows:
        key = (row.child, None if of_period else _about(row), row.nth)
        found[(*key, row.day) if key in found else key] = row
    return found


def _about(row: Row) -> date | None:
    """The day a row is about; ``None``: a review owed on a day not known, which stands under the day of counting."""
    is_dayless = row.left_out is LeftOut.PREDECESSOR_UNKNOWN and row.review_on is None and row.due_on is None
    return None if is_dayless else row.review_on or row.day


def _judged(row: Row) -> tuple[object, ...]:
    return row.is_met, row.left_out, row.amount
