"""The pad's size, the brush and the place on the pad make no difference to what is read."""

from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import card_path
from lenet_gui.recognition.drawing import Stroke
from lenet_gui.recognition.recognizer import Recognizer
from lenet_gui.settings import Settings
from lenet_gui.ui.pad import stroke_player
from lenet_gui.ui.pad.drawing_pad import DrawingPad

FOUR = [
    np.array([(0.30, 0.10), (0.22, 0.35), (0.14, 0.52), (0.50, 0.56), (0.74, 0.55)], np.float32),
    np.array([(0.55, 0.25), (0.56, 0.50), (0.54, 0.92)], np.float32),
]
SMALL = 0.35
"""Share of the pad's side that a small drawing takes."""


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(card_path(Settings().model))


def pad_of(qtbot: QtBot, side: int = 480, brush: float | None = None) -> DrawingPad:
    pad = DrawingPad()
    qtbot.addWidget(pad)
    pad.resize(side, side)
    if brush is not None:
        pad.brush_width = brush
    pad.show()
    qtbot.waitExposed(pad)
    return pad


def in_corner(strokes: Sequence[Stroke], x: float, y: float) -> list[Stroke]:
    """Strokes made small and put where the pad's corner at (x, y), 0 or 1, is."""
    corner = np.array([x, y], np.float32) * (1 - SMALL)
    return [(stroke * SMALL + corner).astype(np.float32) for stroke in strokes]


def test_brush_width_changes_no_probability(qtbot: QtBot, recognizer: Recognizer) -> None:
    thin, thick = pad_of(qtbot, brush=0.02), pad_of(qtbot, brush=0.12)
    for pad in (thin, thick):
        stroke_player.play(pad, FOUR)
    np.testing.assert_allclose(
        recognizer.read(thick.drawing).probabilities,
        recognizer.read(thin.drawing).probabilities,
        atol=1e-3,
    )


@pytest.mark.parametrize("side", [200, 337, 900])
def test_pad_size_changes_no_verdict(qtbot: QtBot, recognizer: Recognizer, side: int) -> None:
    pad = pad_of(qtbot, side)
    stroke_player.play(pad, FOUR)
    assert recognizer.read(pad.drawing).verdict.digit == "4"


@pytest.mark.parametrize("corner", [(0, 0), (1, 0), (0, 1), (1, 1)])
def test_small_digit_in_a_corner_is_read_as_the_large_one(
    qtbot: QtBot, recognizer: Recognizer, corner: tuple[int, int]
) -> None:
    large, small = pad_of(qtbot), pad_of(qtbot)
    stroke_player.play(large, FOUR)
    stroke_player.play(small, in_corner(FOUR, *corner))
    np.testing.assert_allclose(
        recognizer.read(small.drawing).probabilities,
        recognizer.read(large.drawing).probabilities,
        atol=0.02,  # a mouse's places are whole pixels
    )


def test_stray_tap_beside_a_digit_changes_no_probability(
    qtbot: QtBot, recognizer: Recognizer
) -> None:
    pad = pad_of(qtbot)
    stroke_player.play(pad, in_corner(FOUR, 0, 0))
    before = recognizer.read(pad.drawing).probabilities
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(450, 440))
    assert len(pad.drawing.strokes) == len(FOUR) + 1
    np.testing.assert_allclose(recognizer.read(pad.drawing).probabilities, before, atol=1e-3)
