"""Acts as JSON: whole round trips, a schema that says the same, and errors that name the place and never a value."""

import json
import re
from dataclasses import MISSING, fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.act_json import act_from_json, act_to_json, schema
from iro_desktop.domain.acts import ACT_TYPES
from iro_desktop.domain.errors import RefusedInput

SECRET = "Zebedee"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
VALUES = {bool: st.booleans(), str: TEXT, int: st.integers(-(10**8), 10**8), float: st.floats(0, 1), date: st.dates()}
KINDS = list(ACT_TYPES.values())


def plain_type(hint: Any) -> Any:
    inner = [one for one in get_args(hint) if one is not NoneType]
    return hint if get_origin(hint) is tuple or not inner else inner[0]


def types_of(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: plain_type(hints[field.name]) for field in fields(kind)}


def values_of(hint: Any) -> st.SearchStrategy:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return st.lists(TEXT if inner is str else values_of(inner), min_size=1, max_size=3).map(tuple)
    return st.sampled_from(list(hint)) if issubclass(hint, Enum) else VALUES[hint]


def acts_of(kind: type) -> st.SearchStrategy:
    types = types_of(kind)
    said = {f.name: values_of(types[f.name]) for f in fields(kind) if f.default is MISSING}
    left = {f.name: values_of(types[f.name]) for f in fields(kind) if f.default is not MISSING}
    return st.fixed_dictionaries(said, optional=left).map(lambda values: kind(**values))


ACTS = st.one_of([acts_of(kind) for kind in KINDS])
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.sampled_from(sorted(ACT_TYPES)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["act", "child", "on", "number", "name", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


def example_of(hint: Any) -> object:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return ["A1", "A2"] if inner is str else [one.value for one in list(inner)[:2]]
    if issubclass(hint, Enum):
        return next(iter(hint)).value
    return {bool: True, str: "A1", int: 3, float: 0.5, date: "2026-03-12"}[hint]


EXAMPLES: dict[str, dict[str, object]] = {
    kind.kind: {"act": kind.kind} | {name: example_of(hint) for name, hint in types_of(kind).items()} for kind in KINDS
}


@given(ACTS)
def test_every_act_comes_back_from_its_json(act):
    assert act_from_json(json.loads(json.dumps(act_to_json(act)))) == act


@pytest.mark.parametrize("kind", sorted(ACT_TYPES))
def test_an_act_with_every_field_is_read_and_written_the_same(kind):
    act = act_from_json(EXAMPLES[kind])
    assert act_to_json(act) == EXAMPLES[kind]


@given(JUNK)
def test_junk_is_refused_in_words(junk):
    try:
        act_from_json(junk, 7)
    except RefusedInput as error:
        sentence = str(error)
    else:
        return
    assert sentence.startswith("Act 7")
    assert "Nothing was changed" in sentence


WRONG: dict[Any, list[object]] = {
    date: [
        SECRET,
        3,
        True,
        [],
        {},
        "2026-13-01",
        "2026-02-30",
        "12/03/2026",
        "20260312",
        "2026-W11-4",
        "2026-03-12T00:00",
    ],
    int: [SECRET, True, 2.5, float("nan"), float("inf"), -float("inf"), 10**400, 10**12, [3], "3"],
    float: [SECRET, True, float("nan"), float("inf"), 10**400, [0.5], "0.5"],
    bool: [SECRET, 0, 1, "true", [True], {}],
    str: [3, True, [SECRET], {"a": SECRET}, "\ud800"],
    tuple: [SECRET, [3], [[SECRET]], {"a": 1}, ["A1", None], ["\udfff"]],
    Enum: [SECRET, 3, True, [], "pn1", "", "PN1 "],
}


@pytest.mark.parametrize(("kind", "name"), [(kind.kind, name) for kind in KINDS for name in types_of(kind)])
def test_a_value_of_another_type_is_refused_by_position_and_field_never_by_value(kind, name):
    hint = types_of(ACT_TYPES[kind])[name]
    key = tuple if get_origin(hint) is tuple else Enum if issubclass(hint, Enum) else hint
    for value in WRONG[key]:
        with pytest.raises(RefusedInput) as caught:
            act_from_json({**EXAMPLES[kind], name: value}, 4)
        error: BaseException | None = caught.value
        assert str(error).startswith(f"Act 4 ({kind}), “{name}” is not ")
        assert SECRET not in f"{error}{error!r}{caught.value.__cause__!r}"
        assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_whole_number_may_be_written_with_a_point():
    act = act_from_json({**EXAMPLES["StateReviewNumber"], "number": 3.0})
    assert (act.number, type(act.number)) == (3, int)  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", sorted(ACT_TYPES))
def test_a_missing_or_empty_field_and_an_unknown_one_are_named(kind):
    required = [field.name for field in fields(ACT_TYPES[kind]) if field.default is MISSING]
    for name in required:
        for lacking in ({k: v for k, v in EXAMPLES[kind].items() if k != name}, {**EXAMPLES[kind], name: None}):
            with pytest.raises(RefusedInput, match=re.escape(f"Act 2 ({kind}) lacks “{name}”")):
                act_from_json(lacking, 2)
    with pytest.raises(RefusedInput, match="unknown field “naem”"):
        act_from_json({**EXAMPLES[kind], "naem": SECRET})


@pytest.mark.parametrize(
    "value", [None, 3, "AddChild", [], [{}], True, {}, {"act": None}, {"act": ["AddChild"]}, {"act": SECRET}]
)
def test_what_is_no_act_is_refused(value):
    with pytest.raises(RefusedInput, match="Act 1") as caught:
        act_from_json(value)
    assert SECRET not in str(caught.value)


# --- the schema


def fits(value: Any, rule: dict[str, Any]) -> bool:
    """As much of JSON Schema as ours uses."""
    if "const" in rule:
        return bool(value == rule["const"])
    if "enum" in rule:
        return value in rule["enum"]
    if "oneOf" in rule:
        return sum(fits(value, one) for one in rule["oneOf"]) == 1
    match rule["type"]:
        case "array":
            return isinstance(value, list) and all(fits(one, rule["items"]) for one in value)
        case "object":
            known = rule["properties"]
            return (
                isinstance(value, dict)
                and all(name in value for name in rule["required"])
                and all(name in known and fits(one, known[name]) for name, one in value.items())
            )
        case "string":
            is_date = rule.get("format") == "date"
            return isinstance(value, str) and (not is_date or bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)))
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
    raise AssertionError(rule)


@given(st.lists(ACTS, max_size=4))
def test_whatever_is_written_fits_the_schema(written):
    assert fits([act_to_json(act) for act in written], schema())


@pytest.mark.parametrize("kind", sorted(ACT_TYPES))
def test_the_schema_refuses_what_reading_refuses(kind):
    assert fits([EXAMPLES[kind]], schema())
    for name, hint in types_of(ACT_TYPES[kind]).items():
        key = tuple if get_origin(hint) is tuple else Enum if issubclass(hint, Enum) else hint
        assert not fits([{**EXAMPLES[kind], name: WRONG[key][0]}], schema())
    assert not fits([{**EXAMPLES[kind], "naem": "x"}], schema())


def test_the_schema_is_plain_json_with_an_entry_for_every_act():
    whole = json.loads(json.dumps(schema()))
    assert [one["title"] for one in whole["items"]["oneOf"]] == list(ACT_TYPES)
    assert all(one["description"] and one["additionalProperties"] is False for one in whole["items"]["oneOf"])


# --- sentences


# Codes and references of the service's own; none of them is a person's name.
NO_NAMES = {"child", "iro", "into", "rule", "setting", "value", "carer", "heading", "starts_at", "measure", "section"}


def test_the_sentence_of_an_act_names_a_child_by_id_and_nobody_by_name():
    for kind in KINDS:
        values = {name: value for name, value in EXAMPLES[kind.kind].items() if name != "act"}
        for name, hint in types_of(kind).items():
            if hint is str and name not in NO_NAMES:
                values[name] = SECRET
        act = act_from_json({"act": kind.kind, **values})
        assert SECRET not in act.sentence
        assert "A1" in act.sentence or not {"child", "children"} & types_of(kind).keys()
