"""The looks: whether what is written can be read, by the ratios of WCAG 2.2."""

from collections.abc import Iterator
from typing import Self, get_args

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lenet_gui.commands.options import THEMES
from lenet_gui.settings import LookName, ThemeName
from lenet_gui.ui import theme
from lenet_gui.ui.wardrobe import Wardrobe

Role = QPalette.ColorRole
LOOKS: tuple[LookName, ...] = get_args(LookName)
WRITTEN = [
    (Role.WindowText, Role.Window),
    (Role.WindowText, Role.Base),
    (Role.Text, Role.Base),
    (Role.Text, Role.Window),
    (Role.PlaceholderText, Role.Window),
    (Role.PlaceholderText, Role.Base),
    (Role.ButtonText, Role.Button),
    (Role.WindowText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.Accent, Role.Window),
    (Role.Accent, Role.Base),
    (Role.Link, Role.Base),
    (Role.ToolTipText, Role.ToolTipBase),
]
"""What is written on what."""


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ratios(look: LookName, pairs: list[tuple[Role, Role]]) -> dict[str, float]:
    colours = theme.palette(look)
    return {
        f"{front.name} on {back.name}": contrast(colours.color(front), colours.color(back))
        for front, back in pairs
    }


@pytest.mark.parametrize("look", LOOKS)
def test_text_can_be_read_in_every_look_and_from_afar_in_those_with_contrast(
    look: LookName,
) -> None:
    least = 7.0 if look.endswith("contrast") else 4.5
    found = ratios(look, WRITTEN)
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_the_focus_stands_out_from_all_it_is_painted_on(look: LookName) -> None:
    least = 7.0 if look.endswith("contrast") else 3.0
    found = ratios(look, [(Role.Highlight, Role.Window), (Role.Highlight, Role.Base)])
    assert min(found.values()) >= least


@pytest.mark.parametrize("look", ["dark-contrast", "light-contrast"])
def test_outlines_stand_out_and_are_thicker_where_there_is_contrast(look: LookName) -> None:
    found = ratios(look, [(Role.Mid, Role.Window), (Role.Mid, Role.Base), (Role.Mid, Role.Button)])
    assert min(found.values()) >= 4.5
    assert theme.outline(theme.palette(look)) > theme.outline(theme.palette("dark"))


@pytest.fixture
def wardrobe(qapp: QApplication) -> Iterator[Wardrobe]:
    before = qapp.palette()
    made = Wardrobe(qapp)
    yield made
    made.wear("dark")
    made.deleteLater()
    qapp.setPalette(before)


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_worn_at_once(qapp: QApplication, wardrobe: Wardrobe, look: LookName) -> None:
    wardrobe.wear(look)
    worn = qapp.palette().color(Role.Window)
    assert worn == theme.palette(look).color(Role.Window)


@pytest.mark.parametrize("look", ["dark-contrast", "light-contrast"])
def test_buttons_are_outlined_where_there_is_contrast(
    qtbot: QtBot, wardrobe: Wardrobe, look: LookName
) -> None:
    wardrobe.wear(look)
    button = QPushButton("Clear")
    qtbot.addWidget(button)
    button.resize(120, 40)
    button.show()
    qtbot.waitExposed(button)
    edge = button.grab().toImage().pixelColor(60, 1)
    assert contrast(edge, theme.palette(look).color(Role.Window)) >= 4.5


class Desktop(QObject):
    """Tells what a desktop would; the tests' platform has none that does."""

    colorSchemeChanged = Signal()  # noqa: N815 - Qt's name
    contrastPreferenceChanged = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.scheme, self.contrast = Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self.scheme

    def accessibility(self) -> Self:
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self.contrast


def test_like_the_system_follows_the_desktop_and_others_do_not(qapp: QApplication) -> None:
    desktop = Desktop()
    wardrobe = Wardrobe(qapp, desktop)  # type: ignore[arg-type]  # it tells the same
    wardrobe.wear("system")
    assert theme.is_dark(qapp.palette()), "where a desktop does not tell"
    desktop.scheme = Qt.ColorScheme.Light
    desktop.colorSchemeChanged.emit()
    assert not theme.is_dark(qapp.palette())
    desktop.contrast = Qt.ContrastPreference.HighContrast
    desktop.contrastPreferenceChanged.emit()
    assert qapp.palette().color(Role.Window) == theme.palette("light-contrast").color(Role.Window)
    wardrobe.wear("dark")
    desktop.colorSchemeChanged.emit()
    assert qapp.palette().color(Role.Window) == theme.palette("dark").color(Role.Window)


def test_the_command_line_takes_every_theme() -> None:
    assert get_args(ThemeName) == THEMES
