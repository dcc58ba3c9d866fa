"""Drawing by keys alone: real keys on the pad, and in the real window with a real network."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.app import load_reader, read_cards
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.settings import Settings
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.pad.drawing_pad import DrawingPad
from tests.ui.conftest import shown

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pad(qtbot: QtBot) -> DrawingPad:
    made = DrawingPad()
    shown(qtbot, made, 400, 400)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(made.hasFocus)
    return made


def hold(qtbot: QtBot, pad: DrawingPad, *keys: Key, until: tuple[float, float]) -> None:
    """Hold keys until the pen has come to a place or beyond it, seen from where it was."""
    start = pad.keys.at
    across, down = until[0] - start.x(), until[1] - start.y()
    for key in keys:
        QTest.keyPress(pad, key)

    def is_there() -> bool:
        at = pad.keys.at
        gone = (at.x() - start.x()) * across + (at.y() - start.y()) * down
        return gone >= across * across + down * down

    qtbot.waitUntil(is_there)
    for key in keys:
        QTest.keyRelease(pad, key)


def test_space_puts_the_pen_down_and_lifts_it_and_arrows_move_it(
    qtbot: QtBot, pad: DrawingPad
) -> None:
    drawings: list[Drawing] = []
    pad.drawing_changed.connect(drawings.append)
    hold(qtbot, pad, Key.Key_Left, until=(0.3, 0.5))
    assert pad.drawing.is_empty, "the pen is not down"
    QTest.keyClick(pad, Key.Key_Space)
    hold(qtbot, pad, Key.Key_Right, until=(0.6, 0.5))
    assert len(drawings) > 5, "the stroke is read while it is drawn"
    hold(qtbot, pad, Key.Key_Down, until=(0.6, 0.8))
    QTest.keyClick(pad, Key.Key_Space)
    (stroke,) = pad.drawing.strokes
    hold(qtbot, pad, Key.Key_Up, until=(0.6, 0.4))
    assert len(pad.drawing.strokes) == 1, "the pen is lifted"
    assert stroke[0] == pytest.approx([0.3, 0.5], abs=0.06)
    assert stroke[-1] == pytest.approx([0.6, 0.8], abs=0.06)
    assert (np.diff(stroke[:, 0]) >= -1e-6).all()


def test_two_arrows_move_aslant_and_the_sheet_ends_the_way(qtbot: QtBot, pad: DrawingPad) -> None:
    start = pad.keys.at
    hold(qtbot, pad, Key.Key_Up, Key.Key_Left, until=(0.4, 0.4))
    moved = pad.keys.at - start
    assert moved.x() == pytest.approx(moved.y(), abs=0.03)
    hold(qtbot, pad, Key.Key_Left, until=(0.0, pad.keys.at.y()))
    QTest.keyClick(pad, Key.Key_Left)
    assert pad.keys.at.x() == 0


def test_a_tap_moves_a_little_with_shift_less_and_with_ctrl_more(pad: DrawingPad) -> None:
    def step(modifier: Qt.KeyboardModifier) -> float:
        before = pad.keys.at.x()
        QTest.keyPress(pad, Key.Key_Right, modifier)
        moved = pad.keys.at.x() - before
        QTest.keyRelease(pad, Key.Key_Right, modifier)
        return moved

    finer, ordinary, faster = map(step, (SHIFT, Qt.KeyboardModifier.NoModifier, CTRL))
    assert 0 < finer < ordinary < faster


def test_a_stroke_by_keys_is_one_step_to_undo(pad: DrawingPad) -> None:
    QTest.keyClick(pad, Key.Key_Space)
    QTest.keyClick(pad, Key.Key_Right, CTRL)
    QTest.keyClick(pad, Key.Key_Down, CTRL)
    QTest.keyClick(pad, Key.Key_Space)
    assert pad.undo_stack.count() == 1
    pad.undo_stack.undo()
    assert pad.drawing.is_empty


def test_the_cursor_is_seen_while_keys_draw_and_only_then(qtbot: QtBot, pad: DrawingPad) -> None:
    assert not pad.keys.is_seen
    blank = pad.grab().toImage()
    QTest.keyClick(pad, Key.Key_Right)
    assert pad.keys.is_seen
    assert pad.grab().toImage() != blank
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not pad.keys.is_seen
    QTest.keyClick(pad, Key.Key_Right)
    pad.clearFocus()
    assert not pad.keys.is_seen


def test_who_leaves_the_pad_lifts_the_pen(pad: DrawingPad) -> None:
    QTest.keyClick(pad, Key.Key_Space)
    QTest.keyPress(pad, Key.Key_Right)
    pad.clearFocus()
    strokes = pad.drawing.strokes
    assert len(strokes) == 1
    pad.setFocus()
    QTest.keyClick(pad, Key.Key_Down)
    assert pad.drawing.strokes == strokes


def test_while_a_mouse_draws_space_does_nothing(pad: DrawingPad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.keyClick(pad, Key.Key_Space)
    QTest.mouseMove(pad, QPoint(150, 150))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    assert len(pad.drawing.strokes) == 1


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    model = Settings().model
    worker = InferenceWorker(load_reader, [model])
    made = MainWindow(worker, read_cards()[0], Settings(motion=False), [])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    worker.start()
    qtbot.waitUntil(made.pad.hasFocus)
    yield made
    worker.stop()


def test_a_digit_drawn_by_keys_alone_is_read_and_escape_clears_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    pad = window.pad
    hold(qtbot, pad, Key.Key_Up, Key.Key_Left, until=(0.35, 0.35))
    hold(qtbot, pad, Key.Key_Up, until=(0.35, 0.2))
    QTest.keyClick(pad, Key.Key_Space)
    hold(qtbot, pad, Key.Key_Right, until=(0.65, 0.2))
    hold(qtbot, pad, Key.Key_Down, until=(0.65, 0.85))
    QTest.keyClick(pad, Key.Key_Space)
    qtbot.waitUntil(lambda: window.reading is not None and window.reading.drawing is pad.drawing)
    assert window.reading is not None
    assert window.reading.verdict.digit == "7"
    QTest.keyClick(pad, Key.Key_Space)
    QTest.keyClick(window, Key.Key_Escape)
    assert pad.drawing.is_empty
    QTest.keyClick(pad, Key.Key_Right)
    assert pad.drawing.is_empty, "the pen was lifted"
