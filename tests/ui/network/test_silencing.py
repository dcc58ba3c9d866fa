"""What if: maps and units are silenced in the real window, and brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.network.fields import FeatureMap, Silenced, Unit
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from tests.ui.network.test_inspector import page_of, window
from tests.ui.under_finger import touch

__all__ = ["window"]

CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING: Silenced = frozenset()


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    return device


def wait_for(qtbot: QtBot, window: MainWindow, silenced: Silenced) -> None:
    qtbot.waitUntil(lambda: window.reading is not None and window.reading.silenced == silenced)


def test_two_clicks_on_a_map_silence_it_and_the_button_brings_it_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    assert window.reading is not None
    plain = window.reading
    assert not page.bring_back_button.isVisible()
    at = page.view.place_of(Place(1, 2)).center().toPoint()
    unmarked = page.view.grab().toImage()
    QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(page.view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(page.view, Qt.MouseButton.LeftButton, pos=at)
    wait_for(qtbot, window, frozenset({FeatureMap("C1", 2)}))
    assert not window.reading.activations["C1"][2].any()
    assert (window.reading.scores != plain.scores).any()
    page.view.choose(None)
    assert page.view.grab().toImage() != unmarked
    assert page.bring_back_button.isVisible()
    QTest.mouseClick(page.bring_back_button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, NOTHING)
    assert (window.reading.scores == plain.scores).all()
    assert not page.bring_back_button.isVisible()
    assert page.view.grab().toImage() == unmarked


def test_two_quick_touches_silence_a_map_and_two_more_let_it_speak(
    qtbot: QtBot, window: MainWindow, finger: QPointingDevice
) -> None:
    view = page_of(window).view
    for silenced in (frozenset({FeatureMap("S2", 1)}), NOTHING):
        at = view.place_of(Place(2, 1)).center()
        touch(view, at, finger)
        touch(view, at, finger)
        wait_for(qtbot, window, silenced)


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Delete])
def test_a_key_silences_what_is_chosen(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    page = page_of(window)
    page.view.choose(Place(3, 7, (4, 5)))
    QTest.keyClick(page.view, key)
    wait_for(qtbot, window, frozenset({Unit("C3", 7, 4, 5)}))
    explanation, sheet = page.inspector.explanation, page.inspector.sheet
    assert explanation is not None
    assert sheet is not None
    assert explanation.is_silenced
    assert sheet.lines[-1].startswith("silenced")
    QTest.keyClick(page.view, key)
    wait_for(qtbot, window, NOTHING)


@pytest.mark.parametrize("place", [Place(0, 0), Place(7, 3)])
def test_neither_the_input_nor_an_answer_is_silenced(window: MainWindow, place: Place) -> None:
    page = page_of(window)
    page.view.choose(place)
    QTest.keyClick(page.view, Qt.Key.Key_X)
    assert page.silenced == NOTHING


def test_clear_leaves_silenced_what_is_and_another_network_does_not(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    page.view.choose(Place(1, 0))
    QTest.keyClick(page.view, Qt.Key.Key_X)
    silenced = frozenset({FeatureMap("C1", 0)})
    wait_for(qtbot, window, silenced)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    wait_for(qtbot, window, silenced)
    window.choose_model("lenet5-1998")
    wait_for(qtbot, window, NOTHING)
    assert page.silenced == NOTHING


def test_nothing_is_silenced_where_it_is_not_seen(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.view.choose(Place(1, 0))
    QTest.keyClick(page.view, Qt.Key.Key_X)
    silenced = frozenset({FeatureMap("C1", 0)})
    wait_for(qtbot, window, silenced)
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    wait_for(qtbot, window, NOTHING)
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    wait_for(qtbot, window, silenced)
