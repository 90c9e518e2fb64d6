"""Colours, type and the one small style sheet. The only file of the window that may hold a colour as a number.

Colours reach the widgets by palette roles; what has no role (a standing, a selected row) is asked from ``tokens``.
In a contrast theme of the system its own palette stands and the sheet keeps the type alone.
"""

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from iro_desktop.paths import resource
from iro_desktop.ui.sheet import colour_rules, type_rules

FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
FAMILY = "Inter"
BASE_PIXELS = 13
MIN_SCALE, MAX_SCALE = 100, 225
RADIUS = 9


class Scheme(StrEnum):
    """Which colours: those of the system, or one of ours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as ``#rrggbb``."""

    ground: str  # behind everything
    rail: str  # the places at the left
    surface: str  # cards, fields, bars
    ink: str
    soft: str  # second voice
    line: str  # hairlines between surfaces
    edge: str  # the outline of what can be filled in: 3:1 against its ground
    accent: str
    accent_hover: str
    on_accent: str
    selected: str  # the current row
    hover: str
    pressed: str
    thumb: str  # the handle of a scroll bar
    overdue: str
    today: str
    met: str
    waiting: str


LIGHT = Tokens(
    ground="#f6f5f2",
    rail="#eeede8",
    surface="#ffffff",
    ink="#1d2129",
    soft="#5c6470",
    line="#e2dfd8",
    edge="#858a92",
    accent="#1f5f8b",
    accent_hover="#184d72",
    on_accent="#ffffff",
    selected="#e7f0f8",
    hover="#f5f4f0",
    pressed="#e9e7e1",
    thumb="#cfccc4",
    overdue="#a8201a",
    today="#8a5300",
    met="#2e6b3e",
    waiting="#6b5b95",
)
DARK = Tokens(
    ground="#171a1f",
    rail="#131519",
    surface="#1f2329",
    ink="#e8e9ea",
    soft="#a2a9b3",
    line="#31363e",
    edge="#747c87",
    accent="#7fb7e0",
    accent_hover="#9ac8ea",
    on_accent="#10202c",
    selected="#22384a",
    hover="#262b32",
    pressed="#2e343c",
    thumb="#3d434c",
    overdue="#ff9a90",
    today="#f2bd63",
    met="#8fd09f",
    waiting="#b9aade",
)


@dataclass(frozen=True, slots=True)
class PaperTokens:
    """What paper adds to the light scheme: greys that a printer without colour still tells apart."""

    hairline: str = "#d5d2cb"
    tint: str = "#eef3f7"  # behind headings of tables, and what a reader must not miss
    deep: str = "#123a56"
    pale: str = "#bcd3e4"
    stone: str = "#dedad2"
    slate: str = "#98a1ab"


PAPER = PaperTokens()


def _from_palette(palette: QPalette) -> Tokens:
    """A contrast theme's own colours under our names: shape and word alone tell the standings apart."""
    role = QPalette.ColorRole
    text, ground = palette.color(role.WindowText).name(), palette.color(role.Window).name()
    highlight, on_highlight = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    same = dict.fromkeys(("ink", "soft", "line", "edge", "thumb", "overdue", "today", "met", "waiting"), text)
    plain = dict.fromkeys(("ground", "rail", "surface", "selected", "hover", "pressed"), ground)
    return Tokens(**same, **plain, accent=highlight, accent_hover=highlight, on_accent=on_highlight)


def tokens() -> Tokens:
    """The colours in force, read from the application's palette."""
    palette = QApplication.palette()
    window = palette.color(QPalette.ColorRole.Window).name()
    if window == LIGHT.ground:
        return LIGHT
    return DARK if window == DARK.ground else _from_palette(palette)


def palette_of(colours: Tokens) -> QPalette:
    """Every role of the palette from the tokens."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(colours.surface), QColor(colours.ground))
    pairs = {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.hover,
        role.Text: colours.ink,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.BrightText: colours.overdue,
        role.PlaceholderText: colours.soft,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.ink,
        role.ToolTipText: colours.ground,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }
    for each, colour in pairs.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, each, QColor(colours.soft))
    palette.setColor(group.Disabled, role.Highlight, QColor(colours.line))
    return palette


def load_fonts() -> None:
    """Make the bundled typeface known to Qt; where a file is missing the system's own stands in."""
    if FAMILY not in QFontDatabase.families():
        for name in FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def base_font(text_scale: int) -> QFont:
    """The font of running text: tabular figures, so that dates and counts stand beneath each other."""
    font = QFont(FAMILY)
    font.setPixelSize(round(BASE_PIXELS * text_scale / 100))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


class Theme(QObject):
    """Colours and type in force. Follows the system live, unless a scheme was chosen."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = Scheme.SYSTEM
        self.text_scale = 100
        self._hints = app.styleHints()  # kept: its children die with the wrapper that Python holds
        self._hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are wanted."""
        if self.scheme is Scheme.SYSTEM:
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return self.scheme is Scheme.DARK

    @property
    def is_contrast(self) -> bool:
        """Whether the system shows one of its contrast themes."""
        return self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    def choose(self, scheme: Scheme | None = None, text_scale: int | None = None) -> None:
        """Take another scheme, another size of text, or both."""
        if scheme is not None and scheme is not self.scheme:
            self.scheme = scheme
            self._tell_system()
        if text_scale is not None:
            self.text_scale = max(MIN_SCALE, min(MAX_SCALE, text_scale))
        self.apply()

    def apply(self) -> None:
        """Set font, palette and sheet anew."""
        colours = DARK if self.is_dark else LIGHT
        self._app.setPalette(QPalette() if self.is_contrast else palette_of(colours))
        self._app.setFont(base_font(self.text_scale))
        self._app.setStyleSheet(self._sheet(colours))
        self.changed.emit()

    def _sheet(self, colours: Tokens) -> str:
        pixels = BASE_PIXELS * self.text_scale / 100
        if self.is_contrast:
            return type_rules(pixels)
        return type_rules(pixels) + colour_rules({field.name: getattr(colours, field.name) for field in fields(Tokens)})

    def _tell_system(self) -> None:
        """Have the window's frame follow too, where the system lets us."""
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        if self.scheme is Scheme.SYSTEM:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(wanted[self.scheme])

    def _system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.apply()


def theme_of(app: QApplication) -> Theme:
    """The application's theme, made at the first call."""
    return app.findChild(Theme) or Theme(app)


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_scale: int = 100) -> Theme:
    """Dress the application: style, typeface, palette, sheet, and British dates."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    theme = theme_of(app)
    theme.choose(scheme, text_scale)
    return theme
