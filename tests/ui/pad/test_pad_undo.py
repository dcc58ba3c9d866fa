"""What is put on the pad, taken back and brought back."""

import numpy as np

from lenet_gui.ui.pad.drawing_pad import DrawingPad
from tests.ui.pad.pad_in_hand import (
    DOWN,
    MOVE,
    UP,
    draw,
    ink_at,
    mouse,
    pad,
    painted,
    reaches,
    same,
)

__all__ = ["pad"]


def test_undo_and_redo_go_by_stroke(pad: DrawingPad) -> None:
    draw(pad, [(0.2, 0.2), (0.2, 0.8)])
    draw(pad, [(0.8, 0.2), (0.8, 0.8)])
    both = pad.drawing
    pad.undo_stack.undo()
    assert len(pad.drawing.strokes) == 1
    assert ink_at(painted(pad), (0.2, 0.5)) == 1
    assert ink_at(painted(pad), (0.8, 0.5)) == 0
    pad.undo_stack.redo()
    assert same(pad.drawing, both)
    assert ink_at(painted(pad), (0.8, 0.5)) == 1


def test_undo_during_a_stroke_leaves_the_stroke_under_way(pad: DrawingPad) -> None:
    draw(pad, [(0.2, 0.2), (0.2, 0.8)])
    mouse(pad, DOWN, (0.8, 0.2))
    pad.undo_stack.undo()
    mouse(pad, MOVE, (0.8, 0.8))
    mouse(pad, UP, (0.8, 0.8))
    (stroke,) = pad.drawing.strokes
    assert reaches(stroke, (0.8, 0.2), (0.8, 0.8))


def test_clear_can_be_undone(pad: DrawingPad) -> None:
    draw(pad, [(0.2, 0.2), (0.2, 0.8)])
    before = pad.drawing
    pad.clear()
    assert pad.drawing.is_empty
    assert painted(pad).sum() == 0
    pad.undo_stack.undo()
    assert same(pad.drawing, before)
    assert ink_at(painted(pad), (0.2, 0.5)) == 1


def test_clearing_an_empty_pad_is_no_step(pad: DrawingPad) -> None:
    pad.clear()
    assert pad.undo_stack.count() == 0


def test_clear_during_a_stroke_ends_it_and_its_undo_brings_it_back(pad: DrawingPad) -> None:
    mouse(pad, DOWN, (0.2, 0.2))
    mouse(pad, MOVE, (0.2, 0.8))
    pad.clear()
    mouse(pad, MOVE, (0.5, 0.5))
    assert pad.drawing.is_empty
    pad.undo_stack.undo()
    assert [len(stroke) for stroke in pad.drawing.strokes] == [2]


def test_strokes_from_elsewhere_are_put_on_the_sheet_and_can_be_undone(pad: DrawingPad) -> None:
    draw(pad, [(0.2, 0.2), (0.2, 0.8)])
    points = np.array([[0.5, 0.1], [0.5, 0.9]], np.float32)
    pad.set_strokes([points, np.zeros((0, 2), np.float32)])
    (stroke,) = pad.drawing.strokes
    assert np.array_equal(stroke, points)
    assert ink_at(painted(pad), (0.5, 0.5)) == 1
    assert ink_at(painted(pad), (0.2, 0.5)) == 0
    pad.undo_stack.undo()
    assert reaches(pad.drawing.strokes[0], (0.2, 0.2), (0.2, 0.8))


def test_picture_is_shown_replaced_by_a_stroke_and_brought_back_by_undo(pad: DrawingPad) -> None:
    ink = np.zeros((28, 21), np.float32)
    ink[:, 9:12] = 1
    pad.set_picture(ink)
    ink[:] = 0  # the pad keeps its own
    shown = pad.drawing.picture
    assert shown is not None
    assert shown.sum() == 84
    assert ink_at(painted(pad), (0.5, 0.5)) > 0.95
    draw(pad, [(0.2, 0.2), (0.2, 0.8)])
    assert pad.drawing.picture is None
    assert ink_at(painted(pad), (0.5, 0.5)) == 0
    pad.undo_stack.undo()
    assert pad.drawing.picture is shown
    assert ink_at(painted(pad), (0.5, 0.5)) > 0.95
    assert ink_at(painted(pad), (0.2, 0.5)) == 0


def test_a_picture_that_is_an_input_fills_the_sheet_and_is_one_until_drawn_upon(
    pad: DrawingPad,
) -> None:
    ink = np.zeros((32, 32), np.float32)
    ink[1:31, 15:17] = 1
    pad.set_picture(ink, is_input=True)
    shown = pad.drawing
    assert shown.is_input
    assert shown.picture is not None
    assert np.array_equal(shown.picture, ink)
    assert ink_at(painted(pad), (0.5, 0.06)) > 0.95
    assert ink_at(painted(pad), (0.5, 0.94)) > 0.95
    draw(pad, [(0.2, 0.2), (0.2, 0.8)])
    assert not pad.drawing.is_input
    assert pad.drawing.picture is None
    assert ink_at(painted(pad), (0.5, 0.5)) == 0
    pad.undo_stack.undo()
    assert pad.drawing.is_input
    assert pad.drawing.picture is shown.picture
    assert ink_at(painted(pad), (0.5, 0.06)) > 0.95
    pad.undo_stack.undo()
    assert pad.drawing.is_empty
    assert not pad.drawing.is_input
