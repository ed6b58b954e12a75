"""The look of the program: its themes of colours, and the fonts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from xinhui_viewer.resources import resource

SANS = "Xinhui Sans"
SERIF = "Xinhui Serif"
_FALLBACK = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Droid Sans Fallback",
)
_SERIF_FALLBACK = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme, as #RRGGBB.

    Text has a contrast of at least 4.5:1 to its background (WCAG 2.2, 1.4.3), the handle of a scroll bar 3:1 (1.4.11).
    ``selection`` is the ground of a chosen row, ``chosen`` that of selected text.
    """

    name: str
    surface: str
    side: str
    line: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    selection: str
    chosen: str
    handle: str
    hover: str
    hit: str
    hit_line: str
    warning: str
    error: str

    @property
    def dark(self) -> bool:
        """Return whether the theme is dark."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    surface="#FBFAF6",
    side="#F3F1EB",
    line="#E2DED4",
    text="#1F2023",
    secondary="#625E56",
    accent="#9B2C2C",
    on_accent="#FFFFFF",
    selection="#E9E1D3",
    chosen="#A3C1EA",
    handle="#8E897F",
    hover="#ECE8DF",
    hit="#FCE9A9",
    hit_line="#B8860B",
    warning="#FFF4D6",
    error="#FBE4E1",
)
DARK = Theme(
    name="dark",
    surface="#1C1D20",
    side="#232428",
    line="#34363B",
    text="#E6E3DC",
    secondary="#A9A59C",
    accent="#E79385",
    on_accent="#1C1D20",
    selection="#3A3632",
    chosen="#3D5878",
    handle="#72757C",
    hover="#2C2D32",
    hit="#574A16",
    hit_line="#D9B44A",
    warning="#3A3115",
    error="#40211E",
)
SOFT = Theme(
    name="soft",
    surface="#DCE9D5",
    side="#D0DFC9",
    line="#B7C9AF",
    text="#1E261B",
    secondary="#4B5746",
    accent="#8E2323",
    on_accent="#FFFFFF",
    selection="#BFD2B6",
    chosen="#93B9D6",
    handle="#6C7F65",
    hover="#C7D8BF",
    hit="#F3E18F",
    hit_line="#8F6A00",
    warning="#EFE6B8",
    error="#EBD0C6",
)
THEMES = (LIGHT, DARK, SOFT)


def named(name: str) -> Theme:
    """Return the theme for a setting's value: the one of that name, or the system's for anything else."""
    for theme in THEMES:
        if theme.name == name:
            return theme
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def shown() -> Theme:
    """Return the theme that the program is painted in; a style sheet changes the palettes of widgets."""
    surface = QGuiApplication.palette().color(QPalette.ColorRole.Base).name().upper()
    return next((theme for theme in THEMES if theme.surface == surface), LIGHT)


@cache  # Qt keeps them as long as the process lives
def load_fonts() -> None:
    """Register the fonts that the program ships, so that Chinese is shown on a system without Chinese fonts."""
    for name in ("XinhuiSans-Regular.otf", "XinhuiSans-Bold.otf", "XinhuiSerif-Regular.otf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def interface_font(points: float = 10) -> QFont:
    """Return the font of the interface around the text."""
    return _font((SANS, *_FALLBACK), points)


def reading_font(points: float, serif: bool = True, family: str = "") -> QFont:
    """Return the font that bulletins are shown in: a font of the system, or the program's own."""
    own = (SERIF, *_SERIF_FALLBACK, SANS) if serif else (SANS, *_FALLBACK)
    return _font((family, *own) if family else own, points)


def _font(families: tuple[str, ...], points: float) -> QFont:
    font = QFont(list(families))
    font.setPointSizeF(points)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette of a theme, the disabled group included."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.side,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.side,
        role.Text: theme.text,
        role.Button: theme.side,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.secondary,
        role.Light: theme.surface,
        role.Midlight: theme.line,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.line,
        role.Accent: theme.accent,
    }
    for where, colour in colours.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.secondary))
    return made
