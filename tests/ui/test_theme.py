"""Colours can be read, schemes switch live, and no colour stands outside the theme."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication

import iro_desktop.ui
from iro_desktop.domain.vocabulary import Standing
from iro_desktop.ui.theme import DARK, FAMILY, LIGHT, Scheme, Tokens, apply_theme, theme_of, tokens
from iro_desktop.ui.tones import LOOKS

VOICES = ("ink", "soft", "accent", "overdue", "today", "met", "waiting")
GROUNDS = ("ground", "rail", "surface", "selected", "hover", "pressed")


def luminance(colour: str) -> float:
    seen = QColor(colour)
    parts = [seen.redF(), seen.greenF(), seen.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("voice", VOICES)
def test_words_can_be_read_on_every_ground(colours: Tokens, voice: str, ground: str) -> None:
    assert contrast(getattr(colours, voice), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_the_accent_and_outlines_of_fields_can_be_seen(colours: Tokens) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_hover) >= 4.5
    assert contrast(colours.edge, colours.surface) >= 3
    assert contrast(colours.edge, colours.ground) >= 3
    assert contrast(colours.accent, colours.selected) >= 3


def test_each_standing_has_its_look_and_shapes_tell_apart_what_must_not_be_mixed_up() -> None:
    assert set(LOOKS) == set(Standing)
    telling = [Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON, Standing.MET, Standing.WAITING]
    telling += [Standing.NOT_RECORDED, Standing.MET_LATE, Standing.MISSED, Standing.NOT_DUE]
    assert len({LOOKS[standing].shape for standing in telling}) == len(telling)


def test_scheme_switches_live(dressed: QApplication) -> None:
    theme = theme_of(dressed)
    seen: list[str] = []
    theme.changed.connect(lambda: seen.append(tokens().ground))
    theme.choose(Scheme.DARK)
    assert tokens() is DARK
    assert DARK.surface in dressed.styleSheet()
    theme.choose(Scheme.LIGHT)
    assert tokens() is LIGHT
    assert seen == [DARK.ground, LIGHT.ground]


def test_text_size_stays_within_its_bounds_and_reaches_the_font(dressed: QApplication) -> None:
    theme = theme_of(dressed)
    theme.choose(text_scale=200)
    assert dressed.font().pixelSize() == 26
    theme.choose(text_scale=900)
    assert theme.text_scale == 225
    theme.choose(text_scale=10)
    assert theme.text_scale == 100


def test_contrast_theme_keeps_its_own_palette_and_drops_the_boxes(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iro_desktop.ui.theme.Theme.is_contrast", property(lambda _theme: True))
    theme = theme_of(dressed)
    theme.apply()
    assert "border" not in dressed.styleSheet()
    assert tokens() not in (LIGHT, DARK)
    assert {field.name for field in fields(Tokens) if not QColor(getattr(tokens(), field.name)).isValid()} == set()
    monkeypatch.undo()
    theme.apply()
    assert tokens() is LIGHT


def test_the_typeface_is_bundled(dressed: QApplication) -> None:
    assert FAMILY in QFontDatabase.families()
    assert dressed.font().family() == FAMILY


def test_dressing_twice_makes_one_theme(dressed: QApplication) -> None:
    assert apply_theme(dressed, Scheme.LIGHT) is theme_of(dressed)


def test_colours_as_numbers_stand_in_the_theme_alone() -> None:
    folder = Path(iro_desktop.ui.__file__).parent
    found = [path.name for path in folder.rglob("*.py") if re.search(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8"))]
    assert found == ["theme.py"]
