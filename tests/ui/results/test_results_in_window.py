"""The results page in the window: a network that ships with the app reads what it misread."""

from collections.abc import Iterator

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.settings import Settings
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.results.results_page import MISREAD, ResultsPage
from tests.ui.measured import measured
from tests.ui.opened_window import window_with

CTRL = Qt.KeyboardModifier.ControlModifier
FINGER = QTest.createTouchDevice()


@pytest.fixture
def window(qtbot: QtBot, card: Card) -> Iterator[MainWindow]:
    """A window in which a bundled network reads, whose card has results in detail."""
    measured_card = msgspec.structs.replace(card, results=(measured(),))
    other = msgspec.structs.replace(
        measured_card, id="lenet5-relu", title={"en": "Other"}, results=()
    )
    cards = {measured_card.id: measured_card, other.id: other}
    settings = Settings(model=card.id, motion=False, view="compact")
    with window_with(qtbot, cards, settings) as (made, worker):
        worker.start()
        yield made


def results_of(window: MainWindow) -> ResultsPage:
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    assert window.beside.results is not None
    assert window.beside.results.isVisible()
    return window.beside.results


def test_a_touch_on_a_misread_digit_reads_exactly_that_input(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = results_of(window)
    page.tabs.setCurrentIndex(MISREAD)
    QApplication.processEvents()
    thumbnails, view = page.misread.thumbnails, page.misread.thumbnails.viewport()
    place = thumbnails.visualItemRect(thumbnails.item(1)).center()
    QTest.touchEvent(view, FINGER).press(0, place, view)
    QTest.touchEvent(view, FINGER).release(0, place, view)
    qtbot.waitUntil(lambda: page.misread.prediction.reading is not None, timeout=60_000)
    reading = window.reading
    assert reading is not None
    image = QImage.fromData(measured().misread[1].picture)
    levels = [[image.pixelColor(x, y).red() for x in range(32)] for y in range(32)]
    assert np.array_equal(reading.input, np.array(levels, np.float32) / np.float32(255))
    assert page.misread.prediction.reading is reading
    assert page.misread.told.startswith("2 of 4:")
    QTest.mouseClick(page.misread.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.reading is not None and window.reading is not reading)
    assert window.reading is not None
    assert not np.array_equal(window.reading.input, reading.input)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert page.misread.told.startswith("2 of 4:")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.page.isVisible()
    assert not window.pad.drawing.is_empty
    qtbot.waitUntil(
        lambda: (
            window.page.prediction.reading is not None
            and np.array_equal(window.page.prediction.reading.input, reading.input)
        )
    )


def test_the_results_are_made_when_first_wanted_and_follow_the_network(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.beside.results is None
    page = results_of(window)
    assert page.told.startswith("LeNet-5 (tanh)\n")
    window.commands.model_chosen.emit("lenet5-relu")
    assert page.isVisible()
    assert page.told == "Other\nThere are no results of this network."
    QTest.mouseClick(page.close_button, Qt.MouseButton.LeftButton)
    assert window.page.isVisible()
    assert not window.commands.results.isChecked()


def test_results_and_comparison_take_turns(qtbot: QtBot, window: MainWindow) -> None:
    page = results_of(window)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.compare.isVisible()
    assert not window.commands.results.isChecked()
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    assert page.isVisible()
    assert not window.commands.compare.isChecked()
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    assert window.page.isVisible()


def test_a_finger_reaches_the_results_below_the_pad(qtbot: QtBot, window: MainWindow) -> None:
    action = window.commands.results
    (button,) = (
        button
        for button in window.tools.findChildren(QToolButton)
        if button.defaultAction() is action
    )
    assert button.isVisible()
    assert min(button.width(), button.height()) >= 32
    middle = button.rect().center()
    QTest.touchEvent(button, FINGER).press(0, middle, button)
    QTest.touchEvent(button, FINGER).release(0, middle, button)
    assert window.beside.results is not None
    assert window.beside.results.isVisible()


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1280, 800)])
def test_the_results_leave_the_window_and_the_pad_their_size(
    qtbot: QtBot, window: MainWindow, width: int, height: int
) -> None:
    window.resize(width, height)
    QApplication.processEvents()
    before = window.pad.size()
    page = results_of(window)
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (width, height)
        assert window.pad.size() == before
