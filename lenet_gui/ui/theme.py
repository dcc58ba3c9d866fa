"""The looks: palettes dark and light, each with more contrast too, and the fonts of the app.

Widgets take every colour from their palette, so a change of look needs no word to them. Colours
that carry values come from `colormap`. The looks with contrast are for projectors and for people
who need it: text at 7:1 (WCAG 2.2, 1.4.6), thicker outlines, a focus that cannot be missed.
"""

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from lenet_gui.settings import LookName

ARGUMENTS = ["lenet-gui", "-style", "Fusion"]
"""What the QApplication is made with: Fusion looks alike everywhere, and follows a palette.

`setStyle` would do too, but it hands Python the style, whose classes take 5 ms to make.
"""

_ROLES: dict[LookName, dict[QPalette.ColorRole, str]] = {
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
    "dark-contrast": {
        QPalette.ColorRole.Window: "#000000",
        QPalette.ColorRole.WindowText: "#ffffff",
        QPalette.ColorRole.Base: "#000000",
        QPalette.ColorRole.AlternateBase: "#101010",
        QPalette.ColorRole.Text: "#ffffff",
        QPalette.ColorRole.PlaceholderText: "#b0b8c2",
        QPalette.ColorRole.Button: "#24282e",
        QPalette.ColorRole.ButtonText: "#ffffff",
        QPalette.ColorRole.Mid: "#98a1ad",
        QPalette.ColorRole.Highlight: "#ffdd33",
        QPalette.ColorRole.HighlightedText: "#000000",
        QPalette.ColorRole.Accent: "#66d0ff",
        QPalette.ColorRole.Link: "#66d0ff",
        QPalette.ColorRole.ToolTipBase: "#24282e",
        QPalette.ColorRole.ToolTipText: "#ffffff",
    },
    "light-contrast": {
        QPalette.ColorRole.Window: "#ffffff",
        QPalette.ColorRole.WindowText: "#000000",
        QPalette.ColorRole.Base: "#ffffff",
        QPalette.ColorRole.AlternateBase: "#f2f2f2",
        QPalette.ColorRole.Text: "#000000",
        QPalette.ColorRole.PlaceholderText: "#3a424d",
        QPalette.ColorRole.Button: "#e6e9ee",
        QPalette.ColorRole.ButtonText: "#000000",
        QPalette.ColorRole.Mid: "#4a5361",
        QPalette.ColorRole.Highlight: "#8a1c9c",
        QPalette.ColorRole.HighlightedText: "#ffffff",
        QPalette.ColorRole.Accent: "#0a2fd6",
        QPalette.ColorRole.Link: "#0a2fd6",
        QPalette.ColorRole.ToolTipBase: "#ffffff",
        QPalette.ColorRole.ToolTipText: "#000000",
    },
}
_WITH_CONTRAST: tuple[LookName, ...] = ("dark-contrast", "light-contrast")
_STRONG_OUTLINES = {QColor(_ROLES[name][QPalette.ColorRole.Mid]).rgb() for name in _WITH_CONTRAST}
_LEGIBLE_WHEN_DISABLED, _WITH_MORE = 0.45, 0.7
"""Opacity of the text of what is disabled, and the same with more contrast."""


def palette(name: LookName) -> QPalette:
    """The palette of a look."""
    made = QPalette()
    for role, colour in _ROLES[name].items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
    ):
        faint = QColor(_ROLES[name][role])
        faint.setAlphaF(_WITH_MORE if name in _WITH_CONTRAST else _LEGIBLE_WHEN_DISABLED)
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


def is_dark(colours: QPalette) -> bool:
    """Whether a palette is a dark one."""
    return colours.color(QPalette.ColorRole.Window).lightnessF() < 0.5


def has_contrast(colours: QPalette) -> bool:
    """Whether a palette is one with more contrast."""
    return colours.color(QPalette.ColorRole.Mid).rgb() in _STRONG_OUTLINES


def outline(colours: QPalette) -> int:
    """Width of the lines around maps, sheets and buttons, in pixels."""
    return 2 if has_contrast(colours) else 1


def apply(app: QApplication, name: LookName) -> None:
    """Give the whole app a look; widgets repaint by themselves."""
    made = palette(name)
    app.setPalette(made)
    # Fusion outlines a check box in a shade of the window's: on dark, only its fill can be seen.
    if name == "dark":
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
