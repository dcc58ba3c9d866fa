"""The pad with the events real devices send."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QPixmap,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.recognition.drawing import Drawing, Stroke
from lenet_gui.ui.pad.drawing_pad import DrawingPad

Place = tuple[float, float]

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
NO_KEY = Qt.KeyboardModifier.NoModifier
DOWN, MOVE, UP = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)
STYLUS_DOWN, STYLUS_MOVE, STYLUS_UP = (
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
)
FINGER = QTest.createTouchDevice()


@pytest.fixture
def pad(qtbot: QtBot) -> DrawingPad:
    made = DrawingPad()
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Text, QColor("black"))
    for role in ("Window", "Base", "Mid", "PlaceholderText"):
        colours.setColor(QPalette.ColorRole[role], QColor("white"))
    made.setPalette(colours)
    made.resize(408, 408)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def at(pad: DrawingPad, place: Place) -> QPointF:
    sheet = pad.sheet
    return QPointF(sheet.x() + place[0] * sheet.width(), sheet.y() + place[1] * sheet.height())


def mouse(
    pad: DrawingPad,
    kind: QEvent.Type,
    place: Place,
    *,
    button: Qt.MouseButton = LEFT,
    source: Qt.MouseEventSource = Qt.MouseEventSource.MouseEventNotSynthesized,
    held: bool = True,
) -> None:
    position = at(pad, place)
    changed = NONE if kind == MOVE else button
    buttons = button if held and kind != UP else NONE
    event = QMouseEvent(
        kind,
        position,
        position,
        pad.mapToGlobal(position),
        changed,
        buttons,
        NO_KEY,
        source,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(pad, event)


def draw(pad: DrawingPad, places: Sequence[Place]) -> None:
    mouse(pad, DOWN, places[0])
    for place in places[1:]:
        mouse(pad, MOVE, place)
    mouse(pad, UP, places[-1])


def stylus(pad: DrawingPad, kind: QEvent.Type, place: Place, pressure: float) -> None:
    position = at(pad, place)
    device = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        2,
        parent=pad,
    )
    changed = NONE if kind == STYLUS_MOVE else LEFT
    buttons = NONE if kind == STYLUS_UP else LEFT
    everything_else = (0.0, 0.0, 0.0, 0.0, 0.0)
    event = QTabletEvent(
        kind,
        device,
        position,
        pad.mapToGlobal(position),
        pressure,
        *everything_else,
        NO_KEY,
        changed,
        buttons,
    )
    QApplication.sendEvent(pad, event)


def touch_point(pad: DrawingPad, place: Place) -> QPoint:
    return at(pad, place).toPoint()


def darkness(image: QImage) -> NDArray[np.float64]:
    """Ink (H, W) from 0 to 1 of an image of black on white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
    return 1 - rows[:, : grey.width()] / 255.0


def painted(pad: DrawingPad, scale: float = 1) -> NDArray[np.float64]:
    """Ink on the sheet as a screen of that scale shows it, without the sheet's border."""
    pixmap = QPixmap(pad.size() * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.white)
    pad.render(pixmap)
    image = pixmap.toImage()
    sheet = pad.sheet
    edge = round(2 * scale)
    top, left, side = (round(v * scale) for v in (sheet.y(), sheet.x(), sheet.width()))
    inner = slice(edge, side - edge)
    return darkness(image)[top : top + side, left : left + side][inner, inner]


def ink_at(ink: NDArray[np.float64], place: Place) -> float:
    side = len(ink) + 4
    return float(ink[round(place[1] * side) - 2, round(place[0] * side) - 2])


def same(drawing: Drawing, other: Drawing) -> bool:
    strokes = list(zip(drawing.strokes, other.strokes, strict=True))
    return bool(strokes) and all(np.array_equal(one, two) for one, two in strokes)


def reaches(stroke: Stroke, *places: Place) -> bool:
    """Whether a stroke is these points, to the half pixel that whole-pixel events are off."""
    return len(stroke) == len(places) and np.allclose(stroke, places, atol=0.002)


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
