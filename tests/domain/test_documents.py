"""A document as blocks: as JSON and back, and as plain text."""

from datetime import date

import pytest

from iro_desktop.domain.documents import (
    Align,
    Bullets,
    Chart,
    ChartKind,
    Column,
    Document,
    Facts,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Picture,
    Series,
    Table,
)
from iro_desktop.domain.documents_json import from_json, to_json

WHOLE = Document(
    "Themes of the quarter",
    ("July to September 2026",),
    (
        Heading("Alerts", 1),
        Paragraph("Seven were raised.", Look.LEAD),
        Bullets(("one", "two"), is_numbered=True),
        Facts((("Period", "a quarter"),)),
        Table(
            (Column("Theme", width=3.0), Column("Raised", Align.RIGHT), Column("Share"), Column("On")),
            (("Drift", 1233, 83.8, date(2026, 3, 12)), ("All", 7, None, None)),
            "Alerts by theme",
            frozenset({1}),
        ),
        Chart("By month", ChartKind.LINE, ("Jul", "Aug"), (Series("raised", (1.0, None)),), "One in July."),
        Picture("AAAA", "The IRO, smiling"),
        NewPage(),
    ),
    foot="IRO service",
    is_draft=True,
)


def test_a_document_comes_back_from_json_equal():
    assert from_json(to_json(WHOLE)) == WHOLE
    assert to_json(from_json(to_json(WHOLE))) == to_json(WHOLE)


@pytest.mark.parametrize(
    "text", ["{}", "[]", '{"version": 2, "document": {}}', '{"version": 1, "document": {"": "NewPage"}}']
)
def test_what_is_no_document_is_refused(text):
    with pytest.raises(ValueError, match="document"):
        from_json(text)


def test_its_words_are_what_a_reader_sees():
    assert WHOLE.words.splitlines() == [
        "Themes of the quarter",
        "July to September 2026",
        "Alerts",
        "Seven were raised.",
        "one",
        "two",
        "Period\ta quarter",
        "Alerts by theme",
        "Theme\tRaised\tShare\tOn",
        "Drift\t1,233\t83.8\t12 Mar 2026",
        "All\t7\t\t",
        "By month",
        "One in July.",
        "The IRO, smiling",
    ]


def test_a_chart_has_a_value_for_each_category():
    with pytest.raises(ValueError, match="category"):
        Chart("By month", ChartKind.BARS, ("Jul", "Aug"), (Series("raised", (1.0,)),), "One.")
