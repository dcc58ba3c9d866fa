"""The anatomy of a layer and its connection table, with real clicks, touches and keys."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.ui import colormap, theme
from lenet_gui.ui.reading.anatomy_panel import AnatomyPanel
from lenet_gui.ui.reading.connection_table import ConnectionTable
from lenet_gui.ui.reading.connections import TableLine
from tests.ui.conftest import MakeDistances

LEFT = Qt.MouseButton.LeftButton
FINGER = QTest.createTouchDevice()

Show = Callable[[str], AnatomyPanel]


@pytest.fixture
def show(qtbot: QtBot, card_1998: Card, make_1998_reading: MakeDistances) -> Show:
    made: list[AnatomyPanel] = []  # so that they live as long as the test

    def make(name: str) -> AnatomyPanel:
        panel = AnatomyPanel()
        made.append(panel)
        panel.setPalette(theme.palette("dark"))
        panel.resize(800, 600)
        qtbot.addWidget(panel)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.show_layer(card_1998, name, make_1998_reading())
        QTest.qWait(1)  # the table finds its place
        return panel

    return make


def told(panel: AnatomyPanel) -> dict[str, str]:
    """The facts as they are read: spaces are spaces."""
    return {fact.name: fact.value.replace("\N{NO-BREAK SPACE}", " ") for fact in panel.facts.facts}


def table_of(panel: AnatomyPanel) -> ConnectionTable:
    assert panel.table is not None
    return panel.table


def click(table: ConnectionTable, place: QPoint) -> None:
    QTest.mouseClick(table, LEFT, pos=place)


def test_the_facts_of_c3_are_those_of_the_paper(show: Show) -> None:
    panel = show("C3")
    assert panel.heading == "C3: convolution"
    assert told(panel) == {
        "Size": "N = (W − F + 2P)/S + 1;  10 = (14 − 5 + 2·0)/1 + 1",
        "Kernel": "5×5",
        "Stride": "1",
        "Maps": "16 × 10×10",
        "Units": "1,600",
        "Parameters": "1,516",
        "Connections": "151,600",
        "Receptive field": "14×14",
        "Fan-in": "75 to 150",
        "Squashing": "scaled tanh",
    }


def test_the_first_layer_is_fed_by_the_input(show: Show) -> None:
    assert told(show("C1"))["Size"].endswith("28 = (32 − 5 + 2·0)/1 + 1")


def test_numbers_that_are_not_trained_are_told_apart(show: Show) -> None:
    panel = show("output")
    assert panel.heading == "output: radial basis"
    assert told(panel)["Parameters"] == "0, and 840 fixed"


def test_only_a_layer_with_a_table_shows_one(show: Show, card_1998: Card) -> None:
    panel = show("C3")
    assert panel.table is not None
    panel.show_layer(card_1998, "S4", None)
    assert panel.table is None
    assert panel.heading == "S4: subsampling"


def test_connected_cells_alone_are_filled(show: Show, card_1998: Card) -> None:
    table = table_of(show("C3"))
    picture, plan = table.grab().toImage(), table.plan()
    rows = card_1998.layers[2].table
    assert rows is not None
    shades: dict[bool, set[str]] = {True: set(), False: set()}
    for column, seen in enumerate(rows):
        for row in range(6):
            shade = picture.pixelColor(plan.cell(row, column).center()).name()
            shades[row in seen].add(shade)
    assert len(shades[True]) == len(shades[False]) == 1
    assert shades[True] != shades[False]


def test_a_touched_column_lights_the_maps_it_sees_and_goes_dark_again(show: Show) -> None:
    table = table_of(show("C3"))
    for place in (table.plan().cell(5, 6).center(), table.plan().column_map(6).center()):
        click(table, place)
        assert table.told == table.accessibleDescription() == "C3 map 6 sees S2 maps 0, 1, 2, 3"
        click(table, place)
        assert table.lit is None
        assert "C3 map" not in table.told


def test_a_touched_row_lights_the_maps_it_feeds(show: Show) -> None:
    table = table_of(show("C3"))
    click(table, table.plan().row_map(0).center())
    assert table.told == "S2 map 0 feeds C3 maps 0, 4, 5, 6, 9, 10, 11, 12, 14, 15"
    assert table.lit_maps() == (0, 4, 5, 6, 9, 10, 11, 12, 14, 15)


def test_what_is_lit_has_the_accent_and_the_others_step_back(show: Show) -> None:
    table = table_of(show("C3"))
    plan = table.plan()

    def shade(row: int, column: int) -> str:
        return table.grab().toImage().pixelColor(plan.cell(row, column).center()).name()

    accent, before = table.palette().accent().color().name(), shade(0, 5)
    click(table, plan.column_map(0).center())
    assert shade(0, 0) == shade(1, 0) == shade(2, 0) == accent
    assert shade(3, 0) != accent
    assert shade(0, 5) not in (accent, before)


def test_the_arrow_keys_walk_columns_and_rows(show: Show) -> None:
    table = table_of(show("C3"))
    assert table.hasFocus()
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.lit == TableLine("column", 1)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.lit == TableLine("row", 5)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.lit == TableLine("column", 15)
    assert table.told == "C3 map 15 sees S2 maps 0, 1, 2, 3, 4, 5"


def test_esc_first_goes_dark_and_then_belongs_to_the_window(qtbot: QtBot, card_1998: Card) -> None:
    window = QWidget()
    panel = AnatomyPanel(window)
    QVBoxLayout(window).addWidget(panel)
    escapes: list[bool] = []
    QShortcut(QKeySequence(Qt.Key.Key_Escape), window, lambda: escapes.append(True))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    panel.show_layer(card_1998, "C3", None)
    table = table_of(panel)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert (table.lit, escapes) == (None, [])
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert escapes == [True]


@pytest.mark.parametrize("name", ["C3", "S2"])
def test_enter_backspace_and_the_button_go_back(qtbot: QtBot, show: Show, name: str) -> None:
    panel = show(name)
    focused = panel.focusWidget()
    assert focused is not None
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace):
        with qtbot.waitSignal(panel.closed):
            QTest.keyClick(focused, key)
    button = panel.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(panel.closed):
        QTest.mouseClick(button, LEFT)


def test_the_heads_show_the_maps_live(show: Show, make_1998_reading: MakeDistances) -> None:
    panel = show("C3")
    table = table_of(panel)
    reading = make_1998_reading()
    values = np.zeros((6, 14, 14), np.float32)
    values[4], values[5] = 0.5, -1.0
    panel.show_reading(replace(reading, activations={**reading.activations, "S2": values}))
    picture, plan = table.grab().toImage(), table.plan()
    expected = colormap.diverging(table.palette()).image(values[:, 0], 1.0)
    for row in range(6):
        seen = picture.pixelColor(plan.row_map(row).center())
        assert seen == expected.pixelColor(0, row)
    panel.show_reading(None)
    blank = table.grab().toImage().pixelColor(plan.row_map(4).center())
    assert blank == table.palette().base().color()


def test_in_a_small_window_a_finger_scrolls_and_a_tap_lights(qtbot: QtBot, show: Show) -> None:
    panel = show("C3")
    panel.resize(400, 290)
    table = table_of(panel)
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    start = table.mapTo(panel, table.plan().column_map(3).center())
    QTest.touchEvent(panel, FINGER).press(0, start, panel)
    for moved in range(5, 80, 5):
        QTest.touchEvent(panel, FINGER).move(0, start - QPoint(0, moved), panel)
        QTest.qWait(10)
    QTest.touchEvent(panel, FINGER).release(0, start - QPoint(0, 75), panel)
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert table.lit is None
    bar.setValue(0)
    qtbot.wait(300)  # the flick runs out
    bar.setValue(0)
    start = table.mapTo(panel, table.plan().column_map(3).center())
    QTest.touchEvent(panel, FINGER).press(0, start, panel)
    QTest.touchEvent(panel, FINGER).release(0, start, panel)
    assert table.lit == TableLine("column", 3)


def test_walking_by_key_scrolls_to_the_row(show: Show, qtbot: QtBot) -> None:
    panel = show("C3")
    panel.resize(400, 290)
    table = table_of(panel)
    area = panel.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    for row in range(6):
        QTest.keyClick(table, Qt.Key.Key_Down)
        assert table.visibleRegion().contains(table.plan().row_map(row))


def test_a_table_of_any_size_is_shown(qtbot: QtBot, card_1998: Card) -> None:
    before = msgspec.structs.replace(card_1998.layers[0], name="A", maps=2, height=3, width=3)
    layer = msgspec.structs.replace(
        card_1998.layers[2], name="B", maps=3, height=1, width=1, table=((0,), (1,), (0, 1))
    )
    table = ConnectionTable(layer, before)
    table.resize(300, 200)
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    plan = table.plan()
    assert table.rect().contains(plan.cells())
    click(table, plan.row_map(1).center())
    assert table.told == "A map 1 feeds B maps 1, 2"
    click(table, plan.cell(0, 2).center())
    assert table.told == "B map 2 sees A maps 0, 1"


def test_the_tabs_lead_to_every_layer(show: Show, card_1998: Card) -> None:
    panel = show("C3")
    assert [panel.tabs.tabText(index) for index in range(panel.tabs.count())] == [
        layer.name for layer in card_1998.layers
    ]
    for index, layer in enumerate(card_1998.layers):
        QTest.mouseClick(panel.tabs, LEFT, pos=panel.tabs.tabRect(index).center())
        assert panel.heading.startswith(f"{layer.name}:")
        assert (panel.table is not None) == (layer.table is not None)
