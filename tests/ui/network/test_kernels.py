"""All weights of a layer in the real window: what they are, how one is chosen, and the way back."""

from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from lenet_gui import paths
from lenet_gui.app import load_reader
from lenet_gui.network.card import Card, find_cards, read_card
from lenet_gui.recognition.explain import Explainer
from lenet_gui.ui import colormap
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network import kernel_table
from lenet_gui.ui.network.kernel_plan import KernelPlan
from lenet_gui.ui.network.kernels_page import KernelsPage
from lenet_gui.ui.network.network_plan import Place
from tests.ui.network.test_inspector import page_of, window
from tests.ui.network.test_pins import finger
from tests.ui.network.test_sweep import press
from tests.ui.under_finger import differs, pixel

__all__ = ["finger", "window"]

CARDS = [read_card(path) for path in find_cards(paths.models())]
LAYERS = [(card.id, layer.name) for card in CARDS for layer in card.layers]
KEY = Qt.Key


@cache
def known(model: str) -> tuple[Card, Explainer]:
    reader = load_reader(model)
    assert reader.explainer is not None
    return reader.card, reader.explainer


def opened(window: MainWindow, place: Place | None = None) -> KernelsPage:
    """Press K."""
    page = page_of(window)
    page.view.choose(place)
    QTest.keyClick(page.view, KEY.Key_K)
    assert page.kernels.page is not None
    assert page.kernels.is_open
    return page.kernels.page


def test_they_are_of_the_layer_and_map_chosen(window: MainWindow) -> None:
    kernels = opened(window, Place(3, 5, (2, 2)))
    assert kernels.title == "C3: 60 kernels of 5×5"
    assert kernels.matrix.chosen == (5, 0), "S2's map 0 is the first that feeds map 5"
    QTest.keyClick(kernels.matrix, KEY.Key_Down)
    QTest.keyClick(kernels.matrix, KEY.Key_Down)
    assert kernels.matrix.chosen == (5, 5), "the table leaves out 2, 3 and 4"
    name, bias = kernels.sheet.lines
    assert name == "C3, map 5 from S2 map 5"
    biases = known("lenet5-1998")[1].biases("C3")
    assert biases is not None
    assert bias == f"bias {biases[5]:.3f}".replace("-", "−")


def test_a_kernel_is_painted_where_the_table_has_one_and_nothing_where_not(
    window: MainWindow,
) -> None:
    kernels = opened(window, Place(3, 0))
    matrix = kernels.matrix
    QTest.qWait(20)
    for _ in range(3):
        matrix.zoom_in()  # so that rounding to pixels does not matter
    QTest.qWait(20)
    card, explainer = known("lenet5-1998")
    table = card.layers[2].table
    weights = explainer.kernels("C3")
    assert table is not None
    assert weights is not None
    limit = float(abs(weights).max())
    colours = colormap.diverging(matrix.palette())
    picture = matrix.grab().toImage()
    seen = 0
    for map_ in range(16):
        for row in range(6):
            place = matrix.place_of((map_, row))
            at = place.topLeft() + QPointF(place.width() * 0.1, place.height() * 0.03)
            if not matrix.rect().adjusted(9, 9, -9, -9).contains(at.toPoint()):
                continue
            seen += 1
            shown = pixel(picture, at)
            expected = colours.image(weights[map_, row, :1, :1], limit).pixelColor(0, 0)
            paper = matrix.palette().color(matrix.backgroundRole())
            assert not differs(shown, expected if row in table[map_] else paper)
    assert seen >= 4


@pytest.mark.parametrize("way", ["click", "touch"])
def test_the_kernel_under_the_finger_is_enlarged(
    window: MainWindow, finger: QPointingDevice, way: str
) -> None:
    kernels = opened(window, Place(3, 0))
    matrix = kernels.matrix
    QTest.qWait(20)
    before = kernels.sheet.grab().toImage()
    at = matrix.place_of((2, 4)).center().toPoint()
    if way == "click":
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at)
    else:
        QTest.touchEvent(matrix, finger).press(0, at, matrix)
        QTest.touchEvent(matrix, finger).release(0, at, matrix)
    assert matrix.chosen == (2, 4)
    assert kernels.sheet.lines[0] == "C3, map 2 from S2 map 4"
    assert kernels.sheet.grab().toImage() != before
    gap = matrix.place_of((2, 0)).center().toPoint()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=gap)
    assert matrix.chosen == (2, 4), "there is no kernel"


def test_its_numbers_are_told_and_written(window: MainWindow) -> None:
    kernels = opened(window, Place(1, 2))
    weights = known("lenet5-1998")[1].kernels("C1")
    assert weights is not None
    told = kernels.sheet.accessibleDescription().splitlines()[1:]
    assert len(told) == 5
    numbers = [float(one.replace("−", "-")) for line in told for one in line.split(", ")]
    assert numbers == pytest.approx(weights[2, 0].ravel().tolist(), abs=0.006)
    low, high = kernels.sheet.legend
    assert float(high) == pytest.approx(float(abs(weights).max()), abs=0.006)
    assert low == f"−{high}"


@pytest.mark.parametrize("way", ["escape", "button", "key", "another network"])
def test_the_figure_comes_back_as_it_was(window: MainWindow, way: str) -> None:
    page = page_of(window)
    unit = Place(3, 7, (4, 5))
    kernels = opened(window, unit)
    assert kernels.isVisible()
    assert not page.view.isVisible()
    assert not page.inspector.isVisible()
    if way == "escape":
        QTest.keyClick(window, KEY.Key_Escape)
    elif way == "button":
        press(kernels.close_button)
    elif way == "key":
        QTest.keyClick(kernels.matrix, KEY.Key_K)
    else:
        page.show_card(page.view.card)
    assert not kernels.isVisible()
    assert page.view.isVisible()
    if way != "another network":
        assert page.view.chosen == unit
        assert page.inspector.isVisible()


def test_the_button_opens_them_and_layers_are_turned_by_button_and_key(window: MainWindow) -> None:
    page = page_of(window)
    button = page.choice_tools.kernels_button
    assert min(button.width(), button.height()) >= 36
    press(button)
    kernels = page.kernels.page
    assert kernels is not None
    titles = [kernels.title]
    for _ in range(6):
        press(kernels.next_button)
        titles.append(kernels.title)
    assert titles == [
        "C1: 6 kernels of 5×5",
        "S2: a weight and a bias for each of 6 maps",
        "C3: 60 kernels of 5×5",
        "S4: a weight and a bias for each of 16 maps",
        "C5: 1920 kernels of 5×5",
        "F6: 84 × 120 weights",
        "output: 10 targets of 7×12",
    ]
    assert not kernels.next_button.isEnabled()
    QTest.keyClick(kernels.matrix, KEY.Key_PageUp)
    assert kernels.layer is not None
    assert kernels.layer.name == "F6"


def test_max_pooling_says_that_it_has_no_weights(window: MainWindow) -> None:
    kernels = opened(window)
    card, explainer = known("lenet5-relu")
    kernels.show_layer(card, explainer, 1)
    assert "S2 has no weights" in kernels.told
    assert not kernels.matrix.isVisible()
    kernels.turn(1)
    assert kernels.told == ""
    assert kernels.matrix.isVisible()


@pytest.mark.parametrize(("model", "layer"), LAYERS)
def test_every_weight_of_every_layer_is_in_the_pictures(model: str, layer: str) -> None:
    card, explainer = known(model)
    kernels, biases = explainer.kernels(layer), explainer.biases(layer)
    table = kernel_table.of_layer(card, explainer, layer)
    if kernels is None:
        assert table is None
        return
    assert table is not None
    shown = table.pictures[table.connected]
    weights = kernels.ravel()
    if table.layer.kind == "subsampling":
        assert biases is not None
        weights = np.stack([weights, biases], axis=1).ravel()
    assert np.count_nonzero(shown) == np.count_nonzero(weights)
    assert np.sort(shown[shown != 0]) == pytest.approx(np.sort(weights[weights != 0]))
    assert table.limit == float(abs(weights).max())
    for map_, row in ((0, 0), table.places()[-1]):
        assert table.name(map_, row).startswith(layer)
        assert str(map_) in table.name(map_, row)


@pytest.mark.parametrize("room", [(300.0, 430.0), (560.0, 640.0), (1200.0, 900.0)])
@pytest.mark.parametrize("shape", [(6, 1, 5, 5), (16, 6, 5, 5), (120, 16, 5, 5), (84, 1, 10, 12)])
def test_every_kernel_has_a_place_of_its_own_in_the_room(
    shape: tuple[int, int, int, int], room: tuple[float, float]
) -> None:
    plan = KernelPlan.fit(shape, room, 18.0, 20.0 if shape[1] > 1 else 0.0, has_biases=True)
    cells = {(m, r): plan.cell(m, r) for m in range(shape[0]) for r in range(shape[1])}
    assert max(cell.right() for cell in cells.values()) <= room[0] + 0.01
    assert max(cell.bottom() for cell in cells.values()) <= room[1] + 0.01
    assert all(plan.nearest(cell.center()) == chosen for chosen, cell in cells.items())


def test_zoomed_in_a_weight_of_c5_has_its_number(window: MainWindow) -> None:
    kernels = opened(window, Place(5, 60))
    matrix = kernels.matrix
    assert matrix.chosen == (60, 0)
    QTest.qWait(20)
    assert not kernels.all_button.isEnabled()
    for _ in range(8):
        QTest.keyClick(matrix, KEY.Key_Plus)
    assert matrix.transform.room().contains(matrix.place_of((60, 0)).center())
    place = matrix.place_of((60, 0))
    assert place.width() / 5 >= 26
    picture = matrix.grab().toImage()
    cell = place.width() / 5
    shades = {
        pixel(picture, place.topLeft() + QPointF(cell * x / 20, cell / 2)).rgb()
        for x in range(2, 19)
    }
    assert len(shades) > 1, "one colour but for a number"
    press(kernels.all_button)
    assert matrix.transform.is_whole
