"""The keyboard alone reaches everything, is seen wherever it is, and is caught nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.ui.main_window import MainWindow
from tests.ui.real_window import every_page, real_window, settle

__all__ = ["real_window"]

MOST = 60
"""More than can have the focus on any page."""


def walk(window: MainWindow, key: Qt.Key) -> Iterator[QWidget]:
    """Press a key until the focus is where it was at first; what has it on the way."""
    window.pad.clearFocus()
    window.pad.setFocus(Qt.FocusReason.TabFocusReason)
    way: list[str] = []
    for _ in range(MOST):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        way.append(type(focus).__name__)
        yield focus
        QTest.keyClick(focus, key)
        if QApplication.focusWidget() is window.pad:
            return
    pytest.fail(f"the way does not lead back: {', '.join(way)}")


def reachable(window: MainWindow) -> set[QWidget]:
    """What the keyboard has to reach."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def test_tab_comes_by_everything_on_every_page_and_back_again(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    qtbot.waitUntil(real_window.isActiveWindow)
    for page in every_page(real_window):
        settle()
        forth = list(walk(real_window, Qt.Key.Key_Tab))
        assert reachable(real_window) - set(forth) == set(), page
        back = list(walk(real_window, Qt.Key.Key_Backtab))
        assert back[1:] == forth[:0:-1], page


def test_tab_goes_from_the_pad_to_its_tools_and_then_to_what_is_beside(
    qtbot: QtBot, real_window: MainWindow
) -> None:
    qtbot.waitUntil(real_window.isActiveWindow)
    real_window.commands.whole_network.trigger()
    settle()
    way = list(walk(real_window, Qt.Key.Key_Tab))
    tools, beside = real_window.tools, real_window.beside
    rooms = [
        "pad" if one is real_window.pad
        else "tools" if tools.isAncestorOf(one)
        else "beside" if beside.isAncestorOf(one)
        else "elsewhere"
        for one in way
    ]  # fmt: skip
    order = [room for index, room in enumerate(rooms) if index == 0 or room != rooms[index - 1]]
    assert order == ["pad", "tools", "beside"]
    buttons = [one for one in way if tools.isAncestorOf(one)]
    places = [one.mapTo(real_window, QPoint()) for one in buttons]
    rows = [place.y() // 24 for place in places]
    assert rows == sorted(rows), "from above to below"


def test_the_focus_is_seen_wherever_it_is(qtbot: QtBot, real_window: MainWindow) -> None:
    qtbot.waitUntil(real_window.isActiveWindow)
    for page in every_page(real_window):
        settle()
        for one in walk(real_window, Qt.Key.Key_Tab):
            QApplication.processEvents()
            place = one.rect().adjusted(-4, -4, 4, 4).translated(one.mapTo(real_window, QPoint()))
            focused = real_window.grab(place).toImage()
            highlight = one.palette().highlight().color().rgb()
            assert is_painted(focused, highlight), f"{page}: {type(one).__name__}"


def is_painted(picture: QImage, colour: int) -> bool:
    """Whether a picture has a line's worth of a colour."""
    count = 0
    for row in range(picture.height()):
        for column in range(picture.width()):
            count += picture.pixel(column, row) == colour
            if count > 20:
                return True
    return False


def test_a_click_shows_no_ring(qtbot: QtBot, real_window: MainWindow) -> None:
    button = real_window.beside.network.zoom_in_button if real_window.beside.network else None
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not real_window.focus_ring.isVisible()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Tab)
    qtbot.waitUntil(real_window.focus_ring.isVisible)
