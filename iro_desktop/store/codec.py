"""Records to rows, rows to records, records to JSON and back; made once per record type from its annotations."""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from iro_desktop.domain.records import RECORD_TYPES, Record

JSON_VERSION = 1
_encoded = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


@cache
def field_types(entity: str) -> dict[str, type]:
    """The plain type of each field of an entity's record, in order, without ``None``."""
    kind = RECORD_TYPES[entity]
    hints = get_type_hints(kind)
    return {field.name: _plain(hints[field.name]) for field in fields(kind)}


def _plain(hint: Any) -> type:
    inner = [one for one in get_args(hint) if one is not NoneType]
    plain: type = inner[0] if inner else hint
    return plain


def to_row(record: Record) -> dict[str, object]:
    """Column values, enums as their codes."""
    return {
        name: value.value if isinstance(value := getattr(record, name), Enum) else value
        for name in field_types(record.entity)
    }


@cache
def row_maker(entity: str) -> Callable[[Sequence[Any]], Record]:
    """A function from a row, columns in field order, to a record."""
    build: Callable[..., Any] = RECORD_TYPES[entity]
    enums = [(index, plain) for index, plain in enumerate(field_types(entity).values()) if issubclass(plain, Enum)]
    if not enums:
        return lambda row: build(*row)

    def make(row: Sequence[Any]) -> Record:
        values = list(row)
        for index, plain in enums:
            if values[index] is not None:
                values[index] = plain(values[index])
        record: Record = build(*values)
        return record

    return make


def to_json(record: Record) -> str:
    """Versioned JSON for the history; keys sorted, dates ISO. The row's version is not a fact and stays out."""
    row = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in to_row(record).items()
        if name != "row_version" and value is not None
    }
    return _encoded({"v": JSON_VERSION, **row})


@cache
def _readers(entity: str) -> tuple[frozenset[str], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """The fields of an entity, and how those are read that JSON has no values for."""
    types = field_types(entity)
    read: dict[str, Callable[[Any], Any]] = {}
    for name, plain in types.items():
        if plain is date:
            read[name] = date.fromisoformat
        elif plain is float or issubclass(plain, Enum):
            read[name] = plain
    return frozenset(types), tuple(read.items())


def from_json(entity: str, text: str, row_version: int) -> Record:
    """The record that ``to_json`` wrote; a field that did not exist then has its default."""
    return _from_values(entity, _stored(json.loads(text)), row_version)


def many_from_json(entity: str, texts: Sequence[str]) -> list[Record]:
    """The same of many at once, each at version 1: read together they take half the time."""
    return [_from_values(entity, _stored(one), 1) for one in json.loads(f"[{','.join(texts)}]")]


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    values.pop("v", None)
    return values


def _from_values(entity: str, stored: dict[str, Any], row_version: int) -> Record:
    kind: Any = RECORD_TYPES[entity]
    known, readers = _readers(entity)
    values = stored if known.issuperset(stored) else {name: stored[name] for name in stored if name in known}
    for name, read in readers:
        if name in values:
            values[name] = read(values[name])
    values["row_version"] = row_version
    record: Record = kind(**values)
    return record


def is_told(record: Record | None, text: str | None) -> bool:
    """Whether the history tells of that record as it stands; what an older program wrote lacks the newer fields."""
    if record is None or text is None:
        return record is None and text is None
    now = to_json(record)
    if now == text:
        return True
    try:
        return now == to_json(from_json(record.entity, text, record.row_version))
    except (ValueError, TypeError, AttributeError):  # altered past reading
        return False
