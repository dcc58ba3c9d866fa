"""The pad with the events real devices send."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QTouchEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.recognition.drawing import Drawing
from lenet_gui.ui.pad.drawing_pad import DrawingPad
from tests.ui.pad.pad_in_hand import (
    DOWN,
    FINGER,
    LEFT,
    MOVE,
    NO_KEY,
    STYLUS_DOWN,
    STYLUS_MOVE,
    STYLUS_UP,
    UP,
    Place,
    draw,
    ink_at,
    mouse,
    pad,
    painted,
    reaches,
    stylus,
    touch_point,
)

__all__ = ["pad"]


def test_mouse_draws_the_points_it_sent_while_the_button_is_still_down(pad: DrawingPad) -> None:
    heard: list[Drawing] = []
    pad.drawing_changed.connect(heard.append)
    mouse(pad, DOWN, (0.2, 0.3))
    mouse(pad, MOVE, (0.4, 0.5))
    mouse(pad, MOVE, (0.6, 0.4))
    assert [len(drawing.strokes[0]) for drawing in heard] == [1, 2, 3]
    assert reaches(pad.drawing.strokes[0], (0.2, 0.3), (0.4, 0.5), (0.6, 0.4))
    assert pad.drawing.strokes[0].dtype == np.float32
    assert not heard[0].strokes[0].flags.writeable
    assert ink_at(painted(pad), (0.6, 0.4)) == 1
    assert pad.undo_stack.count() == 0


def test_real_mouse_clicks_and_moves_draw(pad: DrawingPad, qtbot: QtBot) -> None:
    QTest.mousePress(pad, LEFT, NO_KEY, touch_point(pad, (0.25, 0.25)))
    QTest.mouseMove(pad, touch_point(pad, (0.5, 0.75)))
    with qtbot.waitSignal(pad.stroke_finished):
        QTest.mouseRelease(pad, LEFT, NO_KEY, touch_point(pad, (0.5, 0.75)))
    assert reaches(pad.drawing.strokes[0], (0.25, 0.25), (0.5, 0.75))


def test_right_button_draws_nothing(pad: DrawingPad) -> None:
    mouse(pad, DOWN, (0.5, 0.5), button=Qt.MouseButton.RightButton)
    mouse(pad, UP, (0.5, 0.5), button=Qt.MouseButton.RightButton)
    assert pad.drawing.is_empty


def test_second_quick_tap_draws_too_although_it_arrives_as_a_double_click(pad: DrawingPad) -> None:
    draw(pad, [(0.3, 0.5)])
    mouse(pad, QEvent.Type.MouseButtonDblClick, (0.7, 0.5))
    mouse(pad, MOVE, (0.7, 0.7))
    mouse(pad, UP, (0.7, 0.7))
    assert [len(stroke) for stroke in pad.drawing.strokes] == [1, 2]


def test_tap_makes_a_round_dot_as_wide_as_the_brush(pad: DrawingPad) -> None:
    pad.brush_width = 0.1
    draw(pad, [(0.5, 0.5)])
    ink = painted(pad)
    assert pad.drawing.strokes[0].shape == (1, 2)
    assert ink.sum() == pytest.approx(math.pi * (0.05 * pad.sheet.width()) ** 2, rel=0.03)


def test_five_sparse_points_around_a_circle_make_a_round_line_without_a_gap(
    pad: DrawingPad,
) -> None:
    def on_circle(angle: float, radius: float = 0.3) -> Place:
        return 0.5 + radius * math.cos(angle), 0.5 + radius * math.sin(angle)

    draw(pad, [on_circle(math.tau * step / 5) for step in range(6)])
    ink = painted(pad)
    angles = np.linspace(0, math.tau, 720)
    assert min(ink_at(ink, on_circle(angle)) for angle in angles) > 0.9
    # A straight chord would be 0.19 of the radius inside the circle where it is farthest.
    middles = [math.tau * (step + 0.5) / 5 for step in range(5)]
    assert max(ink_at(ink, on_circle(angle, 0.3 * math.cos(math.pi / 5))) for angle in middles) == 0


WAVE = [(0.1 + 0.008 * step, 0.5 + 0.3 * math.sin(step / 9)) for step in range(100)]
ZIGZAG = [(0.1, 0.1), (0.9, 0.2), (0.1, 0.4), (0.15, 0.45), (0.9, 0.5), (0.4, 0.9), (0.8, 0.6)]


@pytest.mark.parametrize("places", [WAVE, ZIGZAG])
@pytest.mark.parametrize("paint_every", [1, 3])
def test_line_painted_live_is_the_line_painted_anew(
    pad: DrawingPad, places: Sequence[Place], paint_every: int
) -> None:
    mouse(pad, DOWN, places[0])
    for step, place in enumerate(places[1:], 1):
        mouse(pad, MOVE, place)
        if step % paint_every == 0:
            pad.grab()
    mouse(pad, UP, places[-1])
    live = painted(pad)
    pad.brush_width = pad.brush_width  # has all the ink painted anew
    anew = painted(pad)
    assert live.sum() > 1000
    assert np.abs(live - anew).max() < 0.05


def test_leaving_and_coming_back_is_cut_at_the_border_and_one_step(pad: DrawingPad) -> None:
    draw(pad, [(0.5, 0.5), (1.5, 0.5), (1.5, 0.75), (0.5, 0.75)])
    leaves, returns = pad.drawing.strokes
    assert reaches(leaves, (0.5, 0.5), (1.0, 0.5))
    assert reaches(returns, (1.0, 0.75), (0.5, 0.75))
    assert pad.undo_stack.count() == 1
    pad.undo_stack.undo()
    assert pad.drawing.is_empty


def test_nothing_in_the_drawing_is_off_the_sheet(pad: DrawingPad) -> None:
    rng = np.random.default_rng(1)
    draw(pad, [(x, y) for x, y in rng.uniform(-0.7, 1.7, (200, 2)).tolist()])
    points = np.concatenate(pad.drawing.strokes)
    assert len(pad.drawing.strokes) > 10
    assert points.min() >= 0
    assert points.max() <= 1


def test_crossing_the_sheet_between_two_points_beside_it_leaves_a_line(pad: DrawingPad) -> None:
    draw(pad, [(-0.2, 0.5), (1.2, 0.5)])
    assert reaches(pad.drawing.strokes[0], (0.0, 0.5), (1.0, 0.5))


def test_tap_beside_the_sheet_is_nothing(pad: DrawingPad, qtbot: QtBot) -> None:
    pad.resize(700, 400)
    with qtbot.assertNotEmitted(pad.stroke_finished):
        draw(pad, [(-0.2, 0.5)])
    assert pad.drawing.is_empty
    assert pad.undo_stack.count() == 0


def test_finger_draws(pad: DrawingPad) -> None:
    QTest.touchEvent(pad, FINGER).press(0, touch_point(pad, (0.25, 0.25)), pad)
    QTest.touchEvent(pad, FINGER).move(0, touch_point(pad, (0.5, 0.5)), pad)
    QTest.touchEvent(pad, FINGER).release(0, touch_point(pad, (0.75, 0.5)), pad)
    (stroke,) = pad.drawing.strokes
    assert reaches(stroke, (0.25, 0.25), (0.5, 0.5), (0.75, 0.5))
    assert pad.undo_stack.count() == 1


def test_second_finger_does_not_tear_the_line_of_the_first(pad: DrawingPad) -> None:
    other = (0.9, 0.9)
    QTest.touchEvent(pad, FINGER).press(0, touch_point(pad, (0.25, 0.25)), pad)
    QTest.touchEvent(pad, FINGER).stationary(0).press(1, touch_point(pad, other), pad)
    both = QTest.touchEvent(pad, FINGER)
    both.move(0, touch_point(pad, (0.25, 0.5)), pad).move(1, touch_point(pad, (0.9, 0.1)), pad)
    both.commit()
    QTest.touchEvent(pad, FINGER).stationary(0).release(1, touch_point(pad, other), pad)
    QTest.touchEvent(pad, FINGER).move(0, touch_point(pad, (0.25, 0.75)), pad)
    QTest.touchEvent(pad, FINGER).release(0, touch_point(pad, (0.25, 0.75)), pad)
    (stroke,) = pad.drawing.strokes
    assert reaches(stroke, (0.25, 0.25), (0.25, 0.5), (0.25, 0.75))


def test_finger_put_down_while_another_rests_draws_once_the_first_is_lifted(
    pad: DrawingPad,
) -> None:
    rest, start, end = (touch_point(pad, place) for place in ((0.1, 0.1), (0.5, 0.5), (0.5, 0.8)))
    QTest.touchEvent(pad, FINGER).press(0, touch_point(pad, (0.9, 0.9)), pad)
    QTest.touchEvent(pad, FINGER).stationary(0).press(1, rest, pad)
    QTest.touchEvent(pad, FINGER).release(0, touch_point(pad, (0.9, 0.9)), pad).stationary(1)
    QTest.touchEvent(pad, FINGER).stationary(1).press(2, start, pad)
    QTest.touchEvent(pad, FINGER).stationary(1).move(2, end, pad)
    QTest.touchEvent(pad, FINGER).release(1, rest, pad).release(2, end, pad)
    assert [len(stroke) for stroke in pad.drawing.strokes] == [1, 2]


def test_mouse_events_made_up_from_a_touch_draw_nothing_again(pad: DrawingPad) -> None:
    made_up = Qt.MouseEventSource.MouseEventSynthesizedBySystem
    QTest.touchEvent(pad, FINGER).press(0, touch_point(pad, (0.25, 0.25)), pad)
    mouse(pad, DOWN, (0.25, 0.25), source=made_up)
    QTest.touchEvent(pad, FINGER).release(0, touch_point(pad, (0.5, 0.5)), pad)
    mouse(pad, MOVE, (0.5, 0.5), source=made_up)
    mouse(pad, UP, (0.5, 0.5), source=made_up)
    mouse(pad, DOWN, (0.5, 0.5), source=made_up)
    mouse(pad, UP, (0.5, 0.5), source=made_up)
    assert [len(stroke) for stroke in pad.drawing.strokes] == [2]


def test_mouse_does_not_tear_the_line_of_a_finger(pad: DrawingPad) -> None:
    QTest.touchEvent(pad, FINGER).press(0, touch_point(pad, (0.25, 0.25)), pad)
    draw(pad, [(0.8, 0.8), (0.9, 0.9)])
    QTest.touchEvent(pad, FINGER).release(0, touch_point(pad, (0.25, 0.75)), pad)
    (stroke,) = pad.drawing.strokes
    assert reaches(stroke, (0.25, 0.25), (0.25, 0.75))


def test_pen_pressed_harder_paints_a_wider_line_of_the_same_drawing(pad: DrawingPad) -> None:
    def width_at(x: float) -> float:
        ink = painted(pad)
        return float(ink[:, round(x * len(ink))].sum())

    stylus(pad, STYLUS_DOWN, (0.1, 0.5), 0.0)
    for step in range(1, 17):
        stylus(pad, STYLUS_MOVE, (0.1 + 0.05 * step, 0.5), step / 16)
    stylus(pad, STYLUS_UP, (0.9, 0.5), 1.0)
    side = pad.sheet.width()
    ordinary = pad.brush_width * side
    assert width_at(0.5) == pytest.approx(ordinary, abs=1)
    assert width_at(0.2) < 0.85 * ordinary
    assert width_at(0.8) > 1.15 * ordinary
    widths = [width_at(x) for x in np.linspace(0.15, 0.85, 30)]
    assert all(0 <= after - before < 1.5 for before, after in pairwise(widths))
    assert len(pad.drawing.strokes[0]) == 17


def test_hovering_pen_draws_nothing(pad: DrawingPad) -> None:
    stylus(pad, STYLUS_MOVE, (0.5, 0.5), 0.0)
    assert pad.drawing.is_empty


@pytest.mark.parametrize(
    "lost", [QEvent.Type.WindowDeactivate, QEvent.Type.Hide, QEvent.Type.TouchCancel]
)
def test_lost_release_ends_the_stroke_of_a_finger(
    pad: DrawingPad, qtbot: QtBot, lost: QEvent.Type
) -> None:
    QTest.touchEvent(pad, FINGER).press(0, touch_point(pad, (0.25, 0.25)), pad)
    QTest.touchEvent(pad, FINGER).move(0, touch_point(pad, (0.5, 0.5)), pad)
    with qtbot.waitSignal(pad.stroke_finished):
        if lost == QEvent.Type.Hide:
            pad.hide()
        elif lost == QEvent.Type.TouchCancel:
            QApplication.sendEvent(pad, QTouchEvent(lost, FINGER))
        else:
            QApplication.sendEvent(pad, QEvent(lost))
    QTest.touchEvent(pad, FINGER).release(0, touch_point(pad, (0.9, 0.9)), pad)
    assert [len(stroke) for stroke in pad.drawing.strokes] == [2]
    assert pad.undo_stack.count() == 1


def test_move_without_a_button_after_a_lost_release_ends_the_stroke(pad: DrawingPad) -> None:
    mouse(pad, DOWN, (0.25, 0.25))
    mouse(pad, MOVE, (0.5, 0.5))
    mouse(pad, MOVE, (0.9, 0.9), held=False)
    mouse(pad, MOVE, (0.9, 0.1), held=False)
    assert [len(stroke) for stroke in pad.drawing.strokes] == [2]
    assert pad.undo_stack.count() == 1
