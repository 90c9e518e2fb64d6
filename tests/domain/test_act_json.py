"""Acts as JSON: read back as they were, refused with a sentence otherwise."""

import json

import pytest

from iro_desktop.domain.act_json import act_from_json, act_to_json, schema
from iro_desktop.domain.acts import ACT_TYPES, Act
from iro_desktop.domain.errors import RefusedInput
from tests.domain.test_words import SENTENCES

REVIEW = {"act": "RecordReviewHeld", "child": "AB12", "held_on": "2026-03-12", "participation": "PN1"}


@pytest.mark.parametrize("act", [act for act, _ in SENTENCES], ids=lambda act: act.kind)
def test_act_survives_the_way_through_json(act: Act) -> None:
    assert act_from_json(json.loads(json.dumps(act_to_json(act)))) == act


def test_fields_not_said_are_left_out() -> None:
    assert act_to_json(act_from_json(REVIEW)) == {**REVIEW, "method": "meeting"}


def test_null_is_a_field_not_said() -> None:
    assert act_from_json({**REVIEW, "late_reason": None}) == act_from_json(REVIEW)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("RecordReviewHeld", "Act 7 is not a JSON object."),
        ({}, "Act 7 has no known “act”."),
        ({"act": "DropTable"}, "Act 7 has no known “act”."),
        ({**REVIEW, "colour": "red"}, "Act 7 (RecordReviewHeld) has an unknown field “colour”."),
        ({"act": "AddChild"}, "Act 7 (AddChild) lacks “child”."),
        ({**REVIEW, "held_on": "12/03/2026"}, "Act 7 (RecordReviewHeld), “held_on” is not a date as 2026-03-12."),
        ({**REVIEW, "held_on": 20260312}, "Act 7 (RecordReviewHeld), “held_on” is not a date as 2026-03-12."),
        ({**REVIEW, "held_on": "2026-W10-4"}, "Act 7 (RecordReviewHeld), “held_on” is not a date as 2026-03-12."),
        ({**REVIEW, "number": "third"}, "Act 7 (RecordReviewHeld), “number” is not a whole number."),
        ({**REVIEW, "number": True}, "Act 7 (RecordReviewHeld), “number” is not a whole number."),
        ({**REVIEW, "number": 1.5}, "Act 7 (RecordReviewHeld), “number” is not a whole number."),
        ({**REVIEW, "number": float("inf")}, "Act 7 (RecordReviewHeld), “number” is not a whole number."),
        ({**REVIEW, "number": float("nan")}, "Act 7 (RecordReviewHeld), “number” is not a whole number."),
        ({**REVIEW, "child": "\ud800"}, "Act 7 (RecordReviewHeld), “child” is not a text."),
        ({"act": "AddIro", "name": "Dana", "fte": "half"}, "Act 7 (AddIro), “fte” is not a number."),
        ({**REVIEW, "child": 12}, "Act 7 (RecordReviewHeld), “child” is not a text."),
        ({**REVIEW, "adjourned": "no"}, "Act 7 (RecordReviewHeld), “adjourned” is not true or false."),
        ({**REVIEW, "adjourned": 1}, "Act 7 (RecordReviewHeld), “adjourned” is not true or false."),
        ({**REVIEW, "method": "telepathy"}, "“method” is not one of meeting, series, no-meeting."),
        ({"act": "ChangeChild", "child": "AB12", "clear": "upn"}, "“clear” is not a list of texts."),
        ({"act": "ChangeChild", "child": "AB12", "clear": [1]}, "“clear” is not a list of texts."),
    ],
)
def test_act_that_cannot_be_read_is_refused_with_a_sentence(value: object, sentence: str) -> None:
    with pytest.raises(RefusedInput) as refused:
        act_from_json(value, 7)
    assert sentence in str(refused.value)


def test_refusal_does_not_repeat_what_was_written() -> None:
    with pytest.raises(RefusedInput) as refused:
        act_from_json({**REVIEW, "held_on": "Maisie"})
    assert "Maisie" not in str(refused.value)


def test_schema_describes_every_act() -> None:
    titles = [one["title"] for one in schema()["items"]["oneOf"]]  # type: ignore[index]
    assert titles == list(ACT_TYPES)


@pytest.mark.parametrize(
    ("act", "field", "described"),
    [
        ("RecordReviewHeld", "held_on", {"type": "string", "format": "date"}),
        ("RecordReviewHeld", "number", {"type": "integer"}),
        ("RecordReviewHeld", "method", {"enum": ["meeting", "series", "no-meeting"]}),
        ("RecordReviewHeld", "adjourned", {"type": "boolean"}),
        ("AddIro", "fte", {"type": "number"}),
        ("AddIro", "name", {"type": "string"}),
        ("FormSiblingGroup", "children", {"type": "array", "items": {"type": "string"}}),
    ],
)
def test_schema_gives_each_field_its_type(act: str, field: str, described: object) -> None:
    acts = {one["title"]: one for one in schema()["items"]["oneOf"]}  # type: ignore[index]
    assert acts[act]["properties"][field] == described


def test_schema_asks_for_what_has_no_default() -> None:
    acts = {one["title"]: one for one in schema()["items"]["oneOf"]}  # type: ignore[index]
    assert acts["RecordReviewHeld"]["required"] == ["act", "child", "held_on", "participation"]
