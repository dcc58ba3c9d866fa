"""The inspector in the real window, with a bundled network: explained live, outlined, closed."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.network.card import read_card
from lenet_gui.recognition import ink
from lenet_gui.recognition.explanation import Convolved
from lenet_gui.settings import Settings
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.network.network_painter import written
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.pad import stroke_player
from tests.ui.opened_window import window_with
from tests.ui.under_finger import seven

MODEL = "lenet5-1998"
PATIENCE = 60_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with a seven on the pad, read and explainable."""
    cards = {MODEL: read_card(paths.models() / f"{MODEL}.json")}
    settings = Settings(model=MODEL, motion=False)
    with window_with(qtbot, cards, settings, (1280, 800)) as (made, worker):
        with qtbot.waitSignal(worker.explainable, timeout=PATIENCE):
            worker.start()
        with qtbot.waitSignal(worker.answered, timeout=PATIENCE):
            stroke_player.play(made.pad, seven().strokes)
        qtbot.waitUntil(lambda: getattr(made.reading, "drawing", None) is made.pad.drawing)
        yield made


def page_of(window: MainWindow) -> NetworkPage:
    assert window.beside.network is not None
    return window.beside.network


def click(window: MainWindow, place: Place) -> None:
    view = page_of(window).view
    at = view.place_of(place).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def test_a_unit_clicked_is_explained_and_the_same_click_again_closes_it(
    window: MainWindow,
) -> None:
    page = page_of(window)
    unit = Place(3, 7, (4, 5))
    click(window, unit)
    assert not page.inspector.isVisible()  # the map alone
    click(window, unit)
    assert page.inspector.isVisible()
    assert page.inspector.explanation is not None
    assert window.reading is not None
    activation = float(window.reading.activations["C3"][7, 4, 5])
    assert page.inspector.explanation.activation == activation
    assert f"{activation:.3f}".replace("-", "−") in page.inspector.title
    page.grab()
    click(window, unit)
    assert not page.inspector.isVisible()
    assert page.view.chosen is None


@pytest.mark.parametrize("way", ["button", "escape"])
def test_the_inspector_is_closed_by_its_button_and_by_escape(window: MainWindow, way: str) -> None:
    page = page_of(window)
    page.view.choose(Place(6, 40, (0, 0)))
    assert page.inspector.isVisible()
    if way == "button":
        QTest.mouseClick(page.inspector.close_button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not page.inspector.isVisible()
    assert not window.pad.drawing.is_empty


def test_the_sum_follows_the_drawing(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.view.choose(Place(1, 0, (14, 14)))
    before = page.inspector.explanation
    assert before is not None
    stroke_player.play(window.pad, [np.array([[0.2, 0.7], [0.8, 0.7]], np.float32)])
    qtbot.waitUntil(
        lambda: window.reading is not None and window.reading.drawing is window.pad.drawing
    )
    after = page.inspector.explanation
    assert after is not None
    assert window.reading is not None
    assert isinstance(after.form, Convolved)
    assert after.activation == float(window.reading.activations["C1"][0, 14, 14])
    assert not np.array_equal(after.form.patches, before.form.patches)  # type: ignore[union-attr]


def test_the_drawer_stays_open_on_an_empty_pad_so_that_the_figure_does_not_jump(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    unit = Place(1, 0, (14, 14))
    page.view.choose(unit)
    QTest.qWait(1)
    explained, there = page.inspector.grab().toImage(), page.view.place_of(unit)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(1)
    assert page.inspector.isVisible()
    assert page.inspector.explanation is None
    assert page.inspector.title == "C1 map 0, row 14, column 14"
    assert page.inspector.grab().toImage() != explained
    stroke_player.play(window.pad, [np.array([[0.2, 0.7], [0.8, 0.7]], np.float32)])
    qtbot.waitUntil(lambda: page.inspector.explanation is not None)
    assert page.view.place_of(unit) == there


@pytest.mark.parametrize("value", [-0.0, -0.0004, 0.0])
def test_zero_has_no_minus(value: float) -> None:
    assert written(value) == "0.00"


def test_every_form_shows_pictures_or_contributions_and_numbers_that_add_up(
    window: MainWindow,
) -> None:
    page = page_of(window)
    for stage in page.view.stages[1:]:
        place = Place(page.view.stages.index(stage), stage.maps - 1, (0, 0))
        page.view.choose(place)
        sheet, explanation = page.inspector.sheet, page.inspector.explanation
        assert sheet is not None
        assert explanation is not None
        assert sheet.terms or sheet.parts
        assert f"{explanation.form.value:.3f}".replace("-", "−") in sheet.lines[-1]
        picture = page.inspector.grab().toImage()
        assert picture.allGray() is False


def test_what_a_unit_sees_is_outlined_on_the_drawing(window: MainWindow) -> None:
    page = page_of(window)
    page.view.choose(Place(3, 10, (4, 5)))
    assert window.pad.outline is not None
    outline = window.pad.outline.boundingRect()
    placement = ink.placement(window.pad.drawing)
    assert placement is not None
    # A unit of C3 sees 14×14 pixels of the input.
    assert (outline.left(), outline.top()) == pytest.approx(placement.to_drawing(10, 8))
    assert (outline.right(), outline.bottom()) == pytest.approx(placement.to_drawing(24, 22))
    at = window.pad.sheet.topLeft() + QPointF(outline.left(), outline.center().y()) * (
        window.pad.sheet.width()
    )
    outlined = window.pad.grab().toImage().pixelColor(at.toPoint())
    page.view.choose(None)
    assert window.pad.outline is None
    assert window.pad.grab().toImage().pixelColor(at.toPoint()) != outlined


def test_the_outline_goes_with_the_page(window: MainWindow) -> None:
    page_of(window).view.choose(Place(1, 0, (4, 5)))
    assert window.pad.outline is not None
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.pad.outline is None
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.pad.outline is not None


def test_the_zoom_stays_when_the_inspector_opens(window: MainWindow) -> None:
    view = page_of(window).view
    for _ in range(4):
        view.zoom_in()
    scale = view.transform.scale
    view.choose(Place(3, 3, (2, 2)))
    QTest.qWait(50)
    assert view.transform.scale == scale
    assert view.transform.room().contains(view.place_of(Place(3, 3, (2, 2))).center())
