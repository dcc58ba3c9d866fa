"""A sweep in the real window, with a bundled network: led by keys, clicks and touches, live."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.sweep import FASTEST, SLOWEST
from lenet_gui.ui.network.sweep_bar import SweepBar
from lenet_gui.ui.pad import stroke_player
from tests.ui.network.test_inspector import page_of, window
from tests.ui.under_finger import pixel

__all__ = ["window"]

C3_7 = Place(3, 7)


def press(button: QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def begin(window: MainWindow, place: Place = C3_7) -> tuple[NetworkPage, SweepBar]:
    """Choose, and press the space bar."""
    page = page_of(window)
    page.view.choose(place)
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert page.leader.bar is not None
    return page, page.leader.bar


def draw_more(qtbot: QtBot, window: MainWindow) -> None:
    stroke_player.play(window.pad, [np.array([[0.2, 0.7], [0.8, 0.7]], np.float32)])
    qtbot.waitUntil(
        lambda: window.reading is not None and window.reading.drawing is window.pad.drawing
    )


@pytest.mark.parametrize("stage", range(1, 8))
def test_the_sum_shown_at_every_step_is_what_the_network_computed(
    window: MainWindow, stage: int
) -> None:
    name = page_of(window).view.stages[stage].name
    assert window.reading is not None
    activations = window.reading.activations[name]
    map_ = activations.shape[0] // 2
    page, _ = begin(window, Place(stage, map_))
    is_single = activations.shape[1:] == (1, 1)
    expected = (activations if is_single else activations[map_]).ravel()
    for index, activation in enumerate(expected.tolist()):
        if index:
            QTest.keyClick(page.view, Qt.Key.Key_Right)
        explanation = page.inspector.explanation
        assert explanation is not None
        unit = explanation.unit
        place = (unit.map, 0, 0) if is_single else (map_, unit.y, unit.x)
        assert np.ravel_multi_index(place, activations.shape) % len(expected) == index
        assert explanation.form.value == pytest.approx(activation, rel=1e-6, abs=1e-5)
    QTest.keyClick(page.view, Qt.Key.Key_Right)  # there is none behind the last
    assert page.leader.sweep.swept is not None
    assert page.leader.sweep.swept.index == len(expected) - 1


def test_the_map_fills_as_the_window_goes_over_its_sources(window: MainWindow) -> None:
    view = page_of(window).view
    _, bar = begin(window)
    QTest.qWait(1)
    assert [field.layer for field in view.seen] == [None, "C1", "S2"]
    there = view.seen[-1]
    assert (there.maps, there.rectangle.top, there.rectangle.left) == ((1, 2, 3, 4), 0, 0)
    empty = view.grab().toImage()
    at = {unit: view.place_of(Place(3, 7, unit)).center() for unit in ((4, 4), (9, 9))}
    paper = pixel(empty, at[9, 9])
    assert pixel(empty, at[4, 4]) == paper
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert bar.told == "C3 map 7: 50 / 100"
    now = view.seen[-1].rectangle
    assert (now.top, now.left, now.bottom, now.right) == (4, 9, 9, 14)
    half = view.grab().toImage()
    assert pixel(half, at[4, 4]) != paper
    assert pixel(half, at[9, 9]) == paper
    press(bar.end_button)
    assert pixel(view.grab().toImage(), at[9, 9]) != paper


def test_it_goes_by_itself_and_pauses_steps_and_begins_anew(
    qtbot: QtBot, window: MainWindow
) -> None:
    page_of(window).set_motion(motion=True)
    page, bar = begin(window)
    sweep = page.leader.sweep
    assert sweep.goes
    for _ in range(9):
        press(bar.faster_button)
    assert sweep.rate == FASTEST
    qtbot.waitUntil(lambda: sweep.swept is not None and sweep.swept.index >= 3)
    press(bar.play_button)
    assert not sweep.goes
    assert sweep.swept is not None
    index = sweep.swept.index
    assert page.view.chosen == Place(3, 7, divmod(index, 10))
    press(bar.on_button)
    press(bar.on_button)
    press(bar.back_button)
    assert sweep.swept.index == index + 1
    press(bar.play_button)
    qtbot.waitUntil(lambda: not sweep.goes, timeout=10_000)
    assert sweep.swept.index == 99, "it stays at the end"
    QTest.keyClick(page.view, Qt.Key.Key_Home)
    assert sweep.swept.index == 0
    assert sweep.goes
    for _ in range(9):
        QTest.keyClick(page.view, Qt.Key.Key_Comma)
    assert sweep.rate == SLOWEST
    bar.slider.setValue(bar.slider.maximum())
    assert sweep.rate == FASTEST


def test_without_motion_it_goes_by_key_and_button_only(window: MainWindow) -> None:
    page, bar = begin(window)
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert not page.leader.sweep.goes
    assert not bar.play_button.isVisible()
    assert not bar.slider.isVisible()
    press(bar.on_button)
    assert bar.told == "C3 map 7: 2 / 100"


def test_it_is_live(qtbot: QtBot, window: MainWindow) -> None:
    page, _ = begin(window)
    for _ in range(45):
        QTest.keyClick(page.view, Qt.Key.Key_Right)
    before = page.inspector.explanation
    draw_more(qtbot, window)
    after = page.inspector.explanation
    assert window.reading is not None
    assert before is not None
    assert after is not None
    assert after.unit == before.unit
    assert after.activation == float(window.reading.activations["C3"][7, 4, 5])
    assert after.activation != before.activation
    assert page.view.swept is not None


@pytest.mark.parametrize("way", ["escape", "button", "another map", "clear", "another network"])
def test_it_is_left_cleanly(window: MainWindow, way: str) -> None:
    page, bar = begin(window)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    if way == "escape":
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert page.view.chosen == Place(3, 7, (0, 1))
    elif way == "button":
        press(bar.end_button)
    elif way == "another map":
        at = page.view.place_of(Place(1, 2)).center().toPoint()
        QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=at)
        assert page.view.chosen == Place(1, 2)
    elif way == "clear":
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert window.pad.drawing.is_empty
    else:
        page.show_card(page.view.card)
    assert page.view.swept is None
    assert page.leader.sweep.swept is None
    assert not bar.isVisible()
    assert page.choice_tools.isVisible()


def test_there_is_none_of_the_input_nor_without_ink(window: MainWindow) -> None:
    page = page_of(window)
    button = page.choice_tools.sweep_button
    assert not button.isEnabled()
    page.view.choose(Place(0, 0))
    assert not button.isEnabled()
    page.view.choose(C3_7)
    assert button.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert not button.isEnabled()


class Painted(QObject):
    """Keeps which parts of a widget are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.regions: list[QRegion] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return super().eventFilter(watched, event)


def test_a_step_paints_what_changes_and_no_more(qtbot: QtBot, window: MainWindow) -> None:
    page, _ = begin(window)
    QTest.qWait(20)
    view = page.view
    painted = Painted(view)
    QTest.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(painted.regions))
    (region,) = painted.regions
    assert region.rectCount() == 1, "Qt scales images slowly within any other shape"
    assert region.contains(view.place_of(Place(3, 7, (0, 1))).toAlignedRect())
    assert not region.intersects(view.place_of(Place(4, 7)).toAlignedRect())
    assert region.boundingRect().height() < view.height() * 0.8
    stepped = view.grab().toImage()
    view.update()
    assert view.grab().toImage() == stepped
