"""15 mm on the glass, on screens that tell their size and on those that tell another."""

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.ui.kiosk import touch_target
from tests.ui.kiosk.conftest import OpenKiosk, visit


@pytest.mark.parametrize(
    ("pixels", "millimetres", "dots"),
    [
        ((1920, 1080), (531, 299), 92),  # 24 inches
        ((1280, 800), (217, 136), 150),  # 10 inches
        ((3840, 2160), (1210, 680), 81),  # 55 inches
        ((1920, 1080), (160, 90), 96),  # a projector that tells the ratio of its sides
        ((1920, 1080), (0, 0), 96),
        ((1920, 1080), (20, 11), 96),
        ((800, 600), (4000, 3000), 96),
    ],
)
def test_a_screen_is_believed_where_what_it_tells_can_be(
    pixels: tuple[int, int], millimetres: tuple[int, int], dots: int
) -> None:
    found = touch_target.dots_an_inch(QSizeF(*pixels), QSizeF(*millimetres))
    assert found == pytest.approx(dots, abs=1)


def test_every_button_that_a_visitor_sees_is_as_large_as_a_finger_wants(
    qtbot: QtBot, open_kiosk: OpenKiosk
) -> None:
    exhibit = open_kiosk(touch_mm=15.0)
    visit(exhibit)
    least = touch_target.side(15.0, exhibit.stages.stage.screen())
    seen: set[str] = set()

    def look() -> None:
        QApplication.processEvents()
        for button in exhibit.stages.stage.findChildren(QAbstractButton):
            if button.isVisible():
                seen.add(button.text())
                assert min(button.width(), button.height()) >= least, button.text()

    look()
    exhibit.choices.bar.view_button.click()
    look()
    exhibit.choices.bar.models_button.click()
    look()
    exhibit.choices.model_sheet.hide()
    exhibit.desk.corner.held.emit()
    look()
    assert {"Start again", "Undo", "Clear", "English", "简体中文", "Quit", "Restart"} <= seen
