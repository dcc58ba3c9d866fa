"""What the pad looks like, and what it is to a screen reader."""

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import (
    QColor,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.ui.pad.drawing_pad import DrawingPad
from tests.ui.pad.pad_in_hand import DOWN, MOVE, darkness, draw, ink_at, mouse, pad, painted, same

__all__ = ["pad"]


def test_resize_scales_what_is_painted_and_keeps_the_drawing(pad: DrawingPad) -> None:
    draw(pad, [(0.2, 0.2), (0.2, 0.8)])
    before = pad.drawing
    pad.resize(900, 700)
    assert same(pad.drawing, before)
    ink = painted(pad)
    assert len(ink) == 700 - 12
    assert ink_at(ink, (0.2, 0.5)) == 1
    assert ink[len(ink) // 2].sum() == pytest.approx(pad.brush_width * pad.sheet.width(), abs=0.5)


@pytest.mark.parametrize("scale", [1.25, 1.5, 2])
def test_ink_is_as_sharp_on_a_dense_screen_as_the_screen_is(pad: DrawingPad, scale: float) -> None:
    draw(pad, [(0.2, 0.2), (0.7, 0.3), (0.3, 0.7), (0.8, 0.8)])
    dense = painted(pad, scale)
    pad.resize(round(400 * scale) + 8, round(400 * scale) + 8)
    large = painted(pad)
    assert large.sum() > 1000
    trim = (len(large) - len(dense)) // 2
    inside = large[trim : trim + len(dense), trim : trim + len(dense)]
    assert np.abs(dense - inside).max() < 0.02


def test_only_the_newest_piece_is_repainted(qtbot: QtBot) -> None:
    areas: list[int] = []

    class Watched(DrawingPad):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            areas.append(event.rect().width() * event.rect().height())
            super().paintEvent(event)

    pad = Watched()
    pad.resize(408, 408)
    qtbot.addWidget(pad)
    with qtbot.waitExposed(pad):
        pad.show()
    mouse(pad, DOWN, (0.1, 0.1))
    QApplication.processEvents()
    areas.clear()
    for step in range(1, 40):
        mouse(pad, MOVE, (0.1 + 0.02 * step, 0.1 + 0.02 * step))
        QApplication.processEvents()
    assert len(areas) == 39
    assert max(areas) < 0.05 * pad.width() * pad.height()


def test_new_theme_recolours_the_ink(pad: DrawingPad) -> None:
    draw(pad, [(0.2, 0.5), (0.8, 0.5)])
    colours = QPalette(pad.palette())
    colours.setColor(QPalette.ColorRole.Base, QColor("black"))
    colours.setColor(QPalette.ColorRole.Text, QColor("white"))
    pad.setPalette(colours)
    ink = painted(pad)
    assert ink_at(ink, (0.5, 0.5)) == 0
    assert ink_at(ink, (0.5, 0.8)) == 1


def test_hint_is_shown_until_there_is_ink(pad: DrawingPad) -> None:
    colours = QPalette(pad.palette())
    colours.setColor(QPalette.ColorRole.PlaceholderText, QColor("black"))
    pad.setPalette(colours)
    assert painted(pad).sum() > 100
    draw(pad, [(0.1, 0.1)])
    assert painted(pad)[100:, 100:].sum() == 0


def test_focus_ring_is_for_the_keyboard_only(pad: DrawingPad) -> None:
    def ring() -> bool:
        colour = pad.palette().color(QPalette.ColorRole.Highlight)
        image = pad.grab().toImage()
        return image.pixelColor(2, image.height() // 2) == colour

    pad.activateWindow()
    pad.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring()
    pad.clearFocus()
    pad.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring()
    pad.clearFocus()
    assert not ring()


def test_saved_picture_is_black_on_white_in_any_theme(pad: DrawingPad) -> None:
    colours = QPalette(pad.palette())
    colours.setColor(QPalette.ColorRole.Base, QColor("black"))
    colours.setColor(QPalette.ColorRole.Text, QColor("white"))
    pad.setPalette(colours)
    draw(pad, [(0.2, 0.5), (0.8, 0.5)])
    ink = darkness(pad.picture())
    assert ink.shape[0] == ink.shape[1]
    assert ink[len(ink) // 2, len(ink) // 2] == 1
    assert ink[0, 0] == 0


def test_screen_readers_hear_what_the_pad_is(pad: DrawingPad) -> None:
    assert pad.accessibleName() == "Drawing pad"
    assert "Draw a digit" in pad.accessibleDescription()


def test_pad_speaks_a_new_language(pad: DrawingPad) -> None:
    class Shouting(QTranslator):
        def translate(self, context: str, source: str, *_: object) -> str:
            return source.upper() if context == "DrawingPad" else ""

        def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
            return False

    translator = Shouting()
    QApplication.installTranslator(translator)
    QApplication.sendPostedEvents()
    assert pad.accessibleName() == "DRAWING PAD"
    QApplication.removeTranslator(translator)
    QApplication.sendPostedEvents()
    assert pad.accessibleName() == "Drawing pad"
