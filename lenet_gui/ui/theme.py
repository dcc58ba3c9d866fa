"""The look: a dark and a light palette, and the fonts that ship with the app.

Widgets take every colour from their palette, so a change of theme needs no word to them. Colours
that carry values come from `colormap`.
"""

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from lenet_gui.settings import ThemeName

_ROLES: dict[ThemeName, dict[QPalette.ColorRole, str]] = {
    "dark": {
        QPalette.ColorRole.Window: "#12151a",
        QPalette.ColorRole.WindowText: "#e8ecf1",
        QPalette.ColorRole.Base: "#1b2028",
        QPalette.ColorRole.AlternateBase: "#1b2028",
        QPalette.ColorRole.Text: "#f4f7fb",
        QPalette.ColorRole.PlaceholderText: "#8d97a5",
        QPalette.ColorRole.Button: "#262d38",
        QPalette.ColorRole.ButtonText: "#e8ecf1",
        QPalette.ColorRole.Mid: "#39424f",
        QPalette.ColorRole.Highlight: "#4cc2ff",
        QPalette.ColorRole.HighlightedText: "#06121b",
        QPalette.ColorRole.Accent: "#4cc2ff",
        QPalette.ColorRole.Link: "#4cc2ff",
        QPalette.ColorRole.ToolTipBase: "#262d38",
        QPalette.ColorRole.ToolTipText: "#e8ecf1",
    },
    "light": {
        QPalette.ColorRole.Window: "#eef1f5",
        QPalette.ColorRole.WindowText: "#1a2029",
        QPalette.ColorRole.Base: "#ffffff",
        QPalette.ColorRole.AlternateBase: "#ffffff",
        QPalette.ColorRole.Text: "#10151c",
        QPalette.ColorRole.PlaceholderText: "#5b6675",
        QPalette.ColorRole.Button: "#ffffff",
        QPalette.ColorRole.ButtonText: "#1a2029",
        QPalette.ColorRole.Mid: "#c5ccd6",
        QPalette.ColorRole.Highlight: "#0b6bb8",
        QPalette.ColorRole.HighlightedText: "#ffffff",
        QPalette.ColorRole.Accent: "#0b6bb8",
        QPalette.ColorRole.Link: "#0b6bb8",
        QPalette.ColorRole.ToolTipBase: "#ffffff",
        QPalette.ColorRole.ToolTipText: "#1a2029",
    },
}
_LEGIBLE_WHEN_DISABLED = 0.45


def palette(name: ThemeName) -> QPalette:
    """The palette of a theme."""
    made = QPalette()
    for role, colour in _ROLES[name].items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
    ):
        faint = QColor(_ROLES[name][role])
        faint.setAlphaF(_LEGIBLE_WHEN_DISABLED)
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


def is_dark(colours: QPalette) -> bool:
    """Whether a palette is a dark one."""
    return colours.color(QPalette.ColorRole.Window).lightnessF() < 0.5


def apply(app: QApplication, name: ThemeName) -> None:
    """Give the whole app a theme; widgets repaint by themselves."""
    made = palette(name)
    app.setPalette(made)
    # Fusion outlines a check box in a shade of the window's: on dark, only its fill can be seen.
    made.setColor(QPalette.ColorRole.Base, made.color(QPalette.ColorRole.Mid))
    app.setPalette(made, "QCheckBox")  # type: ignore[arg-type]  # the stub says bytes, the call text


def install_fonts(app: QApplication, folder: Path) -> None:
    """Register the fonts in `folder` and use them, so that the app looks alike everywhere."""
    families: list[str] = []
    for path in sorted((*folder.glob("*.otf"), *folder.glob("*.ttf"))):
        added = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
        families += [family for family in added if family not in families]
    font = QFont(app.font())
    font.setFamilies(families + font.families())
    app.setFont(font)
