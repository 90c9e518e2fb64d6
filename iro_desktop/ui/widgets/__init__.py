"""The small parts every screen is made of, the opening one too: nothing here knows the vocabulary of the field."""

from iro_desktop.ui.widgets.buttons import ActionButton, LinkButton, PrimaryButton, QuietButton
from iro_desktop.ui.widgets.card import Card
from iro_desktop.ui.widgets.hint import KeyHint
from iro_desktop.ui.widgets.labels import Kind, Text, Tone

__all__ = [
    "ActionButton",
    "Card",
    "KeyHint",
    "Kind",
    "LinkButton",
    "PrimaryButton",
    "QuietButton",
    "Text",
    "Tone",
]
