"""The gallery in the window: a network that ships with the app reads what is chosen there."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.network.card import Card
from lenet_gui.recognition import gallery
from lenet_gui.settings import Settings
from lenet_gui.ui.gallery_view import GalleryView
from lenet_gui.ui.main_window import MainWindow
from tests.ui.opened_window import window_with

CTRL = Qt.KeyboardModifier.ControlModifier
FINGER = QTest.createTouchDevice()


@pytest.fixture
def window(qtbot: QtBot, card: Card) -> Iterator[MainWindow]:
    """A window in which a bundled network reads."""
    settings = Settings(model=card.id, motion=False, view="compact")
    with window_with(qtbot, {card.id: card}, settings) as (made, worker):
        worker.start()
        yield made


def gallery_of(window: MainWindow) -> GalleryView:
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    QApplication.processEvents()
    assert window.gallery is not None
    assert window.gallery.isVisible()
    return window.gallery


def touch(view: GalleryView, row: int) -> None:
    port = view.thumbnails.viewport()
    place = view.thumbnails.visualItemRect(view.thumbnails.item(row)).center()
    QTest.touchEvent(port, FINGER).press(0, place, port)
    QTest.touchEvent(port, FINGER).release(0, place, port)


def test_a_touch_puts_the_digit_on_the_pad_and_it_is_read_as_it_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.gallery is None
    view = gallery_of(window)
    touch(view, 2)
    qtbot.waitUntil(lambda: window.reading is not None, timeout=60_000)
    assert window.reading is not None
    assert np.array_equal(window.reading.input, gallery.read()[2].ink)
    assert window.reading.verdict.digit == "0"
    assert window.page.prediction.reading is window.reading


def test_two_quick_taps_on_two_digits_choose_the_second(window: MainWindow) -> None:
    view = gallery_of(window)
    touch(view, 2)
    touch(view, 4)
    assert view.thumbnails.marked == 4
    port = view.thumbnails.viewport()
    for row, press in ((1, QTest.mousePress), (3, QTest.mouseDClick)):
        place = view.thumbnails.visualItemRect(view.thumbnails.item(row)).center()
        press(port, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place)
        assert view.thumbnails.marked == row
    picture = window.pad.drawing.picture
    assert picture is not None
    assert np.array_equal(picture, gallery.read()[3].ink)


def test_arrow_keys_step_through_all_digits_and_see_to_it_that_each_is_seen(
    window: MainWindow,
) -> None:
    view = gallery_of(window)
    assert view.thumbnails.hasFocus()
    samples = gallery.read()
    for sample in samples:
        QTest.keyClick(view.thumbnails, Qt.Key.Key_Right)
        picture = window.pad.drawing.picture
        assert picture is not None
        assert np.array_equal(picture, sample.ink)
        marked = view.thumbnails.item(view.thumbnails.marked)
        assert (
            view.thumbnails.viewport()
            .rect()
            .contains(view.thumbnails.visualItemRect(marked).center())
        )
    QTest.keyClick(view.thumbnails, Qt.Key.Key_Left)
    assert view.thumbnails.marked == len(samples) - 2


def test_the_mark_follows_the_pad(window: MainWindow) -> None:
    view = gallery_of(window)
    for row in (1, 3):
        place = view.thumbnails.visualItemRect(view.thumbnails.item(row)).center()
        QTest.mouseClick(view.thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert view.thumbnails.marked == 1
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert view.thumbnails.marked == -1


def test_escape_puts_the_gallery_away_and_leaves_the_digit(window: MainWindow) -> None:
    view = gallery_of(window)
    touch(view, 1)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert not window.commands.gallery.isChecked()
    assert not window.pad.drawing.is_empty
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.pad.drawing.is_empty


def test_a_wheel_moves_the_row(window: MainWindow) -> None:
    view = gallery_of(window)
    port = view.thumbnails.viewport()
    middle = QPointF(port.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(port.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, wheel)
    assert view.thumbnails.horizontalScrollBar().value() > 0


def test_a_finger_reaches_the_gallery_below_the_pad(window: MainWindow) -> None:
    (button,) = (
        button
        for button in window.tools.findChildren(QToolButton)
        if button.defaultAction() is window.commands.gallery
    )
    assert min(button.width(), button.height()) >= 40
    has_text = button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
    text = button.fontMetrics().horizontalAdvance(button.text()) if has_text else 0
    assert text < button.width(), "the text is whole, or there is only the icon"
    middle = button.rect().center()
    QTest.touchEvent(button, FINGER).press(0, middle, button)
    QTest.touchEvent(button, FINGER).release(0, middle, button)
    assert window.gallery is not None
    assert window.gallery.isVisible()
    assert (window.width(), window.height()) == (800, 600)


def test_labels_are_whole_in_chinese_while_the_gallery_is_open(window: MainWindow) -> None:
    chinese = QTranslator()
    assert chinese.load(str(paths.resources() / "translations" / "lenet_gui_zh_CN.qm"))
    QApplication.installTranslator(chinese)
    try:
        window.commands.whole_network.trigger()
        window.resize(1280, 800)
        gallery_of(window)
        QApplication.processEvents()
        shown = [b for b in window.tools.findChildren(QToolButton) if b.isVisible()]
        assert "图库" in [button.text() for button in shown]
        for button in shown:
            assert button.height() >= button.sizeHint().height()
    finally:
        QApplication.removeTranslator(chinese)


def test_a_gallery_that_is_damaged_is_told_and_the_window_goes_on(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    assert window.messages.isVisible()
    assert "The gallery in" in window.messages.text
    assert not window.commands.gallery.isChecked()
    monkeypatch.undo()
    gallery_of(window)
