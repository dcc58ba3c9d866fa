"""The spotlight in the real window: one layer large and lit, the others faded."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.ui import theme
from lenet_gui.ui.classroom.spotlight import Spotlight
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView
from tests.handwritten_digits import BUNDLED
from tests.ui.classroom.conftest import OpenWindow, draw, panel_of


def lit_stage(window: MainWindow) -> int:
    classroom = window.classroom.classroom
    assert classroom is not None
    assert isinstance(classroom.lesson, Spotlight)
    return classroom.lesson.stage


def view_of(window: MainWindow) -> NetworkView:
    assert window.beside.network is not None
    return window.beside.network.view


def brightness(picture: QImage, part: QRectF) -> float:
    """The brightest there is in a part of a picture."""
    cut = picture.copy(part.toAlignedRect()).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(cut.constBits(), np.uint8).reshape(cut.height(), cut.bytesPerLine())
    return float(pixels[:, : cut.width()].max())


@pytest.mark.parametrize("model", BUNDLED)
def test_next_and_back_light_one_layer_after_the_other_and_say_what_it_does(
    qtbot: QtBot, open_window: OpenWindow, model: str
) -> None:
    window = open_window(model)
    draw(qtbot, window, "3")
    view = view_of(window)
    narrow = [view.place_of(Place(stage, 0)).width() for stage in range(len(view.stages))]
    QTest.keyClick(window, Qt.Key.Key_F6)
    panel, told = panel_of(window), set()
    for stage in (1, 2, 3, 4, 5, 6, 7, 0):
        assert lit_stage(window) == stage
        assert view.place_of(Place(stage, 0)).width() > 1.2 * narrow[stage]
        assert panel.title.text in (view.stages[stage].name, "Input")
        assert panel.text.fits
        told.add(panel.text.text)
        QTest.keyClick(panel, Qt.Key.Key_PageDown)
    assert len(told) == len(view.stages)
    QTest.keyClick(panel, Qt.Key.Key_PageUp)
    assert lit_stage(window) == 0


def test_the_others_are_faded_and_the_heading_too(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    window.setPalette(theme.palette("dark"))
    draw(qtbot, window, "3")
    view = view_of(window)
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.mouseClick(panel_of(window).steps.buttons[2], Qt.MouseButton.LeftButton)
    assert lit_stage(window) == 2
    picture = view.grab().toImage()
    lit = max(brightness(picture, view.place_of(Place(2, map_))) for map_ in range(6))
    for stage in (0, 1, 3, 4):
        assert brightness(picture, view.place_of(Place(stage, 0))) < 0.5 * lit, f"stage {stage}"


def test_leaving_brings_back_choice_and_zoom(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    draw(qtbot, window, "3")
    view = view_of(window)
    view.choose(Place(3, 5))
    view.zoom_in()
    plain, before = view.plan, (view.chosen, view.transform)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert lit_stage(window) == 3  # it begins with the layer of what was chosen
    assert view.plan != plain
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert view.plan == plain
    assert (view.chosen, view.transform) == before


def test_a_unit_touched_in_the_spotlight_is_explained(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    draw(qtbot, window, "3")
    view = view_of(window)
    QTest.keyClick(window, Qt.Key.Key_F6)
    at = view.place_of(Place(1, 2, (14, 14))).center().toPoint()
    for _ in range(2):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
        QTest.qWait(QApplication.doubleClickInterval() + 50)
        if view.chosen is not None and view.chosen.unit is not None:
            break
    assert view.chosen == Place(1, 2, (14, 14))
    assert window.beside.network is not None
    assert window.beside.network.inspector.isVisible()
    QTest.keyClick(panel_of(window), Qt.Key.Key_PageDown)
    assert view.chosen is None
    assert lit_stage(window) == 2


def test_another_network_chosen_meanwhile_is_lit_too(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window("lenet5-relu")
    draw(qtbot, window, "3")
    QTest.keyClick(window, Qt.Key.Key_F6)
    for _ in range(2):
        QTest.keyClick(panel_of(window), Qt.Key.Key_PageDown)
    assert "all 6 maps" in panel_of(window).text.text
    window.commands.model_chosen.emit("lenet5-1998")
    assert lit_stage(window) == 3
    assert "as a table says" in panel_of(window).text.text
    view = view_of(window)
    assert view.place_of(Place(3, 0)).width() > view.place_of(Place(1, 0)).width()
