"""Acts as JSON and back, and the JSON Schema of every act: made from the dataclasses, so that they cannot differ."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from iro_desktop.domain.acts import ACT_TYPES, Act
from iro_desktop.domain.errors import RefusedInput

_NUMBERS_BELOW = 10**9  # what a store's integers hold, with room to spare


def act_to_json(act: Act) -> dict[str, object]:
    """The act as a JSON object; fields not said are left out."""
    said = ((field, getattr(act, field.name)) for field in fields(act))
    return {"act": act.kind} | {
        field.name: _plain(value)
        for field, value in said
        if value not in (None, ()) and not (value is False and field.default is False)
    }


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def act_from_json(value: object, position: int = 1) -> Act:
    """Read one act. Raises ``RefusedInput`` naming the act by its position and the field, never a value."""
    where = f"Act {position}"
    if not isinstance(value, Mapping):
        raise RefusedInput(f"{where} is not a JSON object. Nothing was changed.")
    kind: Any = ACT_TYPES.get(str(value.get("act")))
    if kind is None:
        raise RefusedInput(f"{where} has no known “act”. Nothing was changed. See “iro-desktop act --schema”.")
    hints = _hints(kind)
    unknown = sorted(set(value) - set(hints) - {"act"})
    if unknown:
        raise RefusedInput(f"{where} ({kind.kind}) has an unknown field “{unknown[0]}”. Nothing was changed.")
    missing = [field.name for field in fields(kind) if field.default is MISSING and value.get(field.name) is None]
    if missing:
        raise RefusedInput(f"{where} ({kind.kind}) lacks “{missing[0]}”. Nothing was changed.")
    given = {
        name: _read(value[name], hints[name], f"{where} ({kind.kind}), “{name}”") for name in value if name != "act"
    }
    act: Act = kind(**{name: one for name, one in given.items() if one is not None})
    return act


@cache
def _hints(kind: type) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: _without_none(hint) for name, hint in get_type_hints(kind).items() if name in names}


def _without_none(hint: Any) -> Any:
    inner = [one for one in get_args(hint) if one is not NoneType]
    return hint if get_origin(hint) is tuple or not inner else inner[0]


def _read(value: object, hint: Any, where: str) -> object:
    if value is None:
        return None
    try:
        if get_origin(hint) is tuple:
            return _read_list(value, get_args(hint)[0])
        if hint is date:
            return _read_date(value)
        if hint is bool:
            return value if isinstance(value, bool) else _wrong()
        if hint in (int, float):
            return _read_number(value, hint)
        return hint(_text(value))
    except (ValueError, OverflowError):
        # Without its cause, which quotes the value.
        raise RefusedInput(f"{where} is not {_words(hint)}. Nothing was changed.") from None


def _text(value: object) -> str:
    """Text that can be written down: half a surrogate pair is none."""
    if not isinstance(value, str):
        _wrong()
    value.encode()  # UnicodeEncodeError is a ValueError
    return value


def _read_date(value: object) -> date:
    day = date.fromisoformat(_text(value))
    if day.isoformat() != value:  # Python reads weeks and days without hyphens too
        _wrong()
    return day


def _read_number(value: object, kind: type[int] | type[float]) -> int | float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        _wrong()
    number = kind(value)
    if number != value or abs(number) >= _NUMBERS_BELOW:
        _wrong()
    return number


def _read_list(value: object, kind: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        _wrong()
    return tuple(kind(_text(one)) for one in value)


def _wrong() -> NoReturn:
    raise ValueError("wrong type")


def _words(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return "a list of texts" if get_args(hint)[0] is str else f"a list, each {_words(get_args(hint)[0])}"
    if hint is date:
        return "a date as 2026-03-12"
    if hint is bool:
        return "true or false"
    if hint in (int, float):
        return "a whole number" if hint is int else "a number"
    return "a text" if hint is str else "one of " + ", ".join(one.value for one in hint)


def schema() -> dict[str, object]:
    """JSON Schema (2020-12) of a list of acts."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "IRO Desktop acts",
        "type": "array",
        "items": {"oneOf": [_schema_of(kind) for kind in ACT_TYPES.values()]},
    }


def _schema_of(kind: Any) -> dict[str, object]:
    properties: dict[str, object] = {"act": {"const": kind.kind}}
    properties |= {name: _schema_type(hint) for name, hint in _hints(kind).items()}
    required = ["act", *(field.name for field in fields(kind) if field.default is MISSING)]
    return {
        "title": kind.kind,
        "description": (kind.__doc__ or "").strip(),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _schema_type(hint: Any) -> dict[str, object]:
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema_type(get_args(hint)[0])}
    if hint is date:
        return {"type": "string", "format": "date"}
    if hint is bool:
        return {"type": "boolean"}
    if hint in (int, float):
        return {"type": "integer" if hint is int else "number"}
    return {"type": "string"} if hint is str else {"enum": [one.value for one in hint]}
