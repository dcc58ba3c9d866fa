"""Less motion where it is asked for, and nothing that flashes."""

import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lenet_gui.settings import LookName
from lenet_gui.ui import desktop_motion, theme
from lenet_gui.ui.reading.prediction_chart import PredictionChart
from lenet_gui.ui.reading.verdict_view import VerdictView
from tests.ui.conftest import MakeReading, shown
from tests.ui.test_theme import luminance

SECOND = 1.0
MOST_CHANGES = 4
"""Two flashes: each is a change and the change back."""

FLASH = 0.1
"""A change of relative luminance that counts (WCAG 2.2, general flash)."""

LARGE = 341 * 256 / 4 * (1280 * 800) / (1024 * 768)
"""Pixels of a flash that is large: a quarter of 10° of sight, in a window of 1280×800 (WCAG)."""


def write(home: Path, name: str, content: str) -> None:
    path = home / "config" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n"),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n"),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n"),
    ],
)
def test_a_desktop_without_animations_asks_for_no_motion(
    home: Path, name: str, content: str
) -> None:
    assert desktop_motion.is_wanted()
    write(home, name, content)
    assert not desktop_motion.is_wanted()


@pytest.mark.parametrize("content", ["", "no settings at all", "[KDE]\nAnimationDurationFactor=1"])
def test_a_desktop_that_does_not_say_so_has_motion(home: Path, content: str) -> None:
    write(home, "kdeglobals", content)
    assert desktop_motion.is_wanted()


def test_a_verdict_that_flips_fast_does_not_flash(qtbot: QtBot, make_reading: MakeReading) -> None:
    view = VerdictView()
    shown(qtbot, view, 300, 300)
    changes: list[float] = []
    seen = view.shown
    end = time.monotonic() + 2.2
    digit = 0
    while time.monotonic() < end:
        digit = 8 if digit == 1 else 1
        view.show_reading(make_reading(digit))
        qtbot.wait(10)
        if view.shown != seen:
            seen = view.shown
            changes.append(time.monotonic())
    assert len(changes) >= MOST_CHANGES, "it is live still"
    for first, fifth in zip(changes, changes[MOST_CHANGES:], strict=False):
        assert fifth - first > 0.9 * SECOND
    view.show_reading(make_reading(3))
    qtbot.waitUntil(lambda: view.shown == ("3",))


def test_what_is_seen_again_is_not_changed_later(qtbot: QtBot, make_reading: MakeReading) -> None:
    view = VerdictView()
    shown(qtbot, view, 300, 300)
    for digit in (1, 2, 1, 2):
        view.show_reading(make_reading(digit))
    view.show_reading(make_reading(5))
    assert view.shown == ("2",), "it waits"
    view.show_reading(make_reading(2))
    qtbot.wait(1100)
    assert view.shown == ("2",)


@pytest.mark.parametrize("look", ["dark", "light", "dark-contrast", "light-contrast"])
def test_bars_that_flip_are_no_large_flash(
    qtbot: QtBot, make_reading: MakeReading, look: LookName
) -> None:
    """They follow every reading; from one to the other too little of the window changes."""
    chart = PredictionChart()
    shown(qtbot, chart, 700, 340)
    chart.setPalette(theme.palette(look))
    chart.motion = False
    verdict = chart.findChild(VerdictView)
    assert isinstance(verdict, VerdictView)
    bars = chart.rect().adjusted(verdict.width(), 0, 0, 0)  # the digit itself is guarded

    def picture(digit: int) -> QImage:
        chart.show_reading(make_reading(digit, 0.99))
        return chart.grab(bars).toImage()

    assert changed_pixels(picture(1), picture(8)) < LARGE


def changed_pixels(one: QImage, other: QImage) -> int:
    """How many pixels change so much that they count."""
    count = 0
    for row in range(0, one.height(), 2):
        for column in range(0, one.width(), 2):
            if one.pixel(column, row) != other.pixel(column, row):
                colours = one.pixelColor(column, row), other.pixelColor(column, row)
                count += abs(luminance(colours[0]) - luminance(colours[1])) >= FLASH
    return 4 * count
