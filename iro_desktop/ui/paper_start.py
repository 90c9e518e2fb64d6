"""Painting without a window: what Qt needs before it can measure a letter."""

import sys

from PySide6.QtGui import QGuiApplication

from iro_desktop.ui.theme import load_fonts


class _Kept:
    """Holds the application made here until the process ends: Qt needs it as long as it paints."""

    app: QGuiApplication | None = None


def ensure_painting() -> None:
    """Use the window's application where there is one; otherwise make one that needs no screen."""
    if QGuiApplication.instance() is None:
        _Kept.app = QGuiApplication([sys.argv[0] if sys.argv else "iro-desktop", "-platform", "offscreen"])
    load_fonts()
