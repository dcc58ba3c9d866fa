"""A button that is on is told from one that is off, in either theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui.settings import LookName
from lenet_gui.ui import theme
from lenet_gui.ui.page_button import PageButton


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_button_that_is_on_is_nearer_to_the_accent(qtbot: QtBot, name: LookName) -> None:
    button = PageButton()
    qtbot.addWidget(button)
    button.setPalette(theme.palette(name))
    button.setCheckable(True)
    button.resize(90, 40)
    button.show()
    qtbot.waitExposed(button)
    accent = button.palette().color(QPalette.ColorRole.Highlight)

    def distance() -> float:
        shown = button.grab().toImage().pixelColor(8, 20)
        red, green = shown.redF() - accent.redF(), shown.greenF() - accent.greenF()
        return abs(red) + abs(green) + abs(shown.blueF() - accent.blueF())

    off = distance()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert distance() < off / 2
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert distance() == pytest.approx(off)
