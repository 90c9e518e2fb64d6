"""A document as JSON and back, the same to the last character: how a published report is kept."""

import json
from dataclasses import fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from iro_desktop.domain import documents
from iro_desktop.domain.documents import Align, ChartKind, Document, Look

_VERSION = 1
_KINDS = MappingProxyType(
    {
        one.__name__: one
        for one in (
            documents.Heading,
            documents.Paragraph,
            documents.Bullets,
            documents.Facts,
            documents.Column,
            documents.Table,
            documents.Series,
            documents.Chart,
            documents.Picture,
            documents.NewPage,
            documents.Document,
        )
    }
)
_WORDS: dict[str, type[StrEnum]] = {"look": Look, "align": Align, "kind": ChartKind}


def to_json(document: Document) -> str:
    """The document as one line of JSON; equal documents give equal text."""
    return json.dumps({"version": _VERSION, "document": _plain(document)}, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Document:
    """The document again. Raises ``ValueError`` where the text is none of ``to_json``."""
    told = json.loads(text)
    if not isinstance(told, dict) or told.get("version") != _VERSION:
        raise ValueError("no document of this version")
    found = _made(told["document"])
    if not isinstance(found, Document):
        raise ValueError("no document")  # noqa: TRY004 the text is wrong, not the caller's type
    return found


def _plain(value: Any) -> Any:
    if type(value).__name__ in _KINDS:
        return {"": type(value).__name__} | {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, frozenset):
        return {"": "set", "of": sorted(value)}
    if isinstance(value, date):
        return {"": "day", "on": value.isoformat()}
    return value


def _made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_made(one) for one in value)
    if not isinstance(value, dict):
        return value
    kind = value[""]
    if kind == "day":
        return date.fromisoformat(value["on"])
    if kind == "set":
        return frozenset(value["of"])
    told = {name: _made(one) for name, one in value.items() if name}
    for name, words in _WORDS.items():
        if name in told:
            told[name] = words(told[name])
    return _KINDS[kind](**told)
