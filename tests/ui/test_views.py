"""The views of a reading, with the pixels and events of real widgets."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading, percent
from lenet_gui.settings import LookName
from lenet_gui.ui import colormap, theme
from lenet_gui.ui.pad.input_view import InputView
from lenet_gui.ui.reading.feature_maps import FeatureMaps
from lenet_gui.ui.reading.map_grid import MapGrid
from lenet_gui.ui.reading.map_magnifier import MapMagnifier
from lenet_gui.ui.reading.prediction_chart import PredictionChart
from tests.ui.conftest import MakeDistances, MakeReading, shown


def colour_at(widget: QWidget, place: QPoint) -> QColor:
    return widget.grab().toImage().pixelColor(place)


def bar_height(chart: PredictionChart, digit: int) -> int:
    """The middle of a bar, from the top."""
    return round((digit + 0.5) * (chart.height() - chart.caption.line_height()) / 10)


def accent_pixels(chart: PredictionChart, digit: int) -> int:
    accent = chart.palette().color(QPalette.ColorRole.Accent)
    picture = chart.grab().toImage()
    return sum(picture.pixelColor(x, bar_height(chart, digit)) == accent for x in range(260, 700))


@pytest.mark.parametrize(
    ("probability", "text"),
    [(0.0, "0.0 %"), (0.987, "98.7 %"), (0.9994, "99.9 %"), (0.99951, "> 99.9 %"), (1, "> 99.9 %")],
)
def test_a_probability_is_never_a_round_hundred(probability: float, text: str) -> None:
    assert percent(probability) == text


def test_the_best_bar_alone_has_the_accent_and_its_length_is_the_probability(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    chart = PredictionChart()
    chart.motion = False
    shown(qtbot, chart, 700, 300)
    chart.show_reading(make_reading(digit=7, probability=0.5))
    accent = chart.palette().color(QPalette.ColorRole.Accent)
    picture = chart.grab().toImage()
    lengths = [
        sum(picture.pixelColor(x, bar_height(chart, digit)) == accent for x in range(260, 700))
        for digit in range(10)
    ]
    assert [digit for digit, length in enumerate(lengths) if length] == [7]
    chart.show_reading(make_reading(digit=7, probability=0.9999))
    picture = chart.grab().toImage()
    whole = sum(picture.pixelColor(x, bar_height(chart, 7)) == accent for x in range(260, 700))
    assert lengths[7] == pytest.approx(whole / 2, rel=0.03)


@pytest.mark.parametrize(
    ("make", "bars"),
    [
        (lambda make_reading: make_reading(digit=4), [4]),
        (lambda make_reading: make_reading.torn(9, 4), [4, 9]),
        (lambda make_reading: make_reading.no_digit(), []),
    ],
    ids=["sure", "torn", "no digit"],
)
def test_the_accent_is_on_the_bars_that_the_verdict_names(
    qtbot: QtBot,
    make_reading: MakeReading,
    make: Callable[[MakeReading], Reading],
    bars: list[int],
) -> None:
    chart = PredictionChart()
    chart.motion = False
    shown(qtbot, chart, 700, 300)
    chart.show_reading(make(make_reading))
    assert [digit for digit in range(10) if accent_pixels(chart, digit)] == bars


def test_bars_glide_to_their_length(qtbot: QtBot, make_reading: MakeReading) -> None:
    chart = PredictionChart()
    shown(qtbot, chart, 700, 300)
    accent = chart.palette().color(QPalette.ColorRole.Accent)
    chart.show_reading(make_reading(digit=0, probability=0.9999))
    end_of_bar = QPoint(590, 15)
    assert colour_at(chart, end_of_bar) != accent
    qtbot.waitUntil(lambda: colour_at(chart, end_of_bar) == accent)


def test_a_chart_tells_a_screen_reader_the_verdict_or_what_to_do(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    chart = PredictionChart()
    shown(qtbot, chart, 700, 300)
    assert chart.accessibleDescription() == "Draw a digit"
    chart.show_reading(make_reading(digit=3, probability=0.75))
    assert chart.accessibleDescription() == "3, 75.0 %"
    chart.show_reading(make_reading.torn(9, 4))
    assert chart.accessibleDescription() == "Unsure: 9 (48.0 %) or 4 (43.2 %)"
    chart.show_reading(make_reading.no_digit())
    assert chart.accessibleDescription() == "That doesn't look like a digit to me"
    chart.show_reading(None)
    assert chart.accessibleDescription() == "Draw a digit"


def test_the_input_is_painted_pixel_by_pixel(qtbot: QtBot, make_reading: MakeReading) -> None:
    view = InputView()
    shown(qtbot, view, 320, 360)
    view.show_reading(make_reading())
    picture = view.grab().toImage()
    ink, paper = (
        view.palette().color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base)
    )
    square = view.square()
    side = square.width() / 32
    at = [
        picture.pixelColor(
            round(square.left() + (column + 0.5) * side), round(square.top() + (row + 0.5) * side)
        )
        for row, column in ((16, 16), (16, 15), (4, 16))
    ]
    assert at == [ink, paper, paper]


@pytest.mark.parametrize(("width", "height"), [(700, 140), (300, 500), (200, 90)])
def test_all_maps_fit_into_their_room_without_overlap(width: int, height: int) -> None:
    grid = MapGrid.fit(16, width, height, gap=5)
    cells = [grid.cell(index) for index in range(16)]
    assert all(cell.left() >= 0 and cell.right() < width for cell in cells)
    assert all(cell.top() >= 0 and cell.bottom() < height for cell in cells)
    assert not any(a.intersects(b) for a in cells for b in cells if a is not b)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_unit_has_the_colour_of_its_value(
    qtbot: QtBot, card: Card, make_reading: MakeReading, name: LookName
) -> None:
    layer = next(layer for layer in card.layers if layer.name == "C3")
    view = FeatureMaps(layer)
    shown(qtbot, view, 800, 300)
    view.setPalette(theme.palette(name))
    reading = make_reading()
    view.show_reading(reading)
    values = reading.activations["C3"]
    colours = colormap.diverging(view.palette())
    limit = float(np.abs(values).max())
    for index, row, column in ((0, 0, 0), (7, 3, 8), (15, 9, 9)):
        cell = view.cell(index)
        side = cell.width() / 10
        place = QPoint(
            round(cell.left() + (column + 0.5) * side), round(cell.top() + (row + 0.5) * side)
        )
        expected = colours.image(values[index, row : row + 1, column : column + 1], limit)
        assert colour_at(view, place) == expected.pixelColor(0, 0)


def test_zero_lies_in_the_middle_of_the_colours() -> None:
    for name in ("dark", "light"):
        colours = colormap.diverging(theme.palette(name))
        legend = colours.legend()
        zero = colours.image(np.zeros((1, 1), np.float32), 1.0).pixelColor(0, 0)
        assert zero in (legend.pixelColor(127, 0), legend.pixelColor(128, 0))
        far, near = legend.pixelColor(0, 0), legend.pixelColor(100, 0)
        background = theme.palette(name).color(QPalette.ColorRole.Base).lightnessF()
        assert abs(zero.lightnessF() - background) < abs(far.lightnessF() - background) + 0.2
        assert near != far


def test_a_click_chooses_the_map_under_it(qtbot: QtBot, card: Card) -> None:
    view = FeatureMaps(card.layers[0])
    shown(qtbot, view, 800, 200)
    chosen: list[int] = []
    view.map_chosen.connect(chosen.append)
    for index in (0, 4):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell(index).center())
    between = QPoint(view.cell(0).right() + 2, view.cell(0).center().y())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=between)
    assert chosen == [0, 4]


def test_the_keyboard_reaches_every_map(qtbot: QtBot, card: Card) -> None:
    view = FeatureMaps(card.layers[2])
    shown(qtbot, view, 800, 250)
    chosen: list[int] = []
    view.map_chosen.connect(chosen.append)
    view.setFocus()
    for _ in range(card.layers[2].maps):
        QTest.keyClick(view, Qt.Key.Key_Return)
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert chosen == list(range(16))


def test_the_magnifier_tells_the_value_under_the_pointer(
    qtbot: QtBot, card: Card, make_reading: MakeReading
) -> None:
    magnifier = MapMagnifier()
    shown(qtbot, magnifier, 700, 400)
    reading = make_reading()
    magnifier.show_map(card.layers[0], 2, reading)
    place = magnifier.map.unit_rect(5, 20).center()
    QTest.mouseMove(magnifier.map, place)
    QTest.mouseClick(magnifier.map, Qt.MouseButton.LeftButton, pos=place)
    value = f"{reading.activations['C1'][2, 5, 20]:+.4f}".replace("-", "−")
    assert "Row 5, column 20" in magnifier.told
    assert value in magnifier.told


def test_the_magnifier_walks_by_key_and_stays_on_the_map(
    qtbot: QtBot, card: Card, make_reading: MakeReading
) -> None:
    magnifier = MapMagnifier()
    shown(qtbot, magnifier, 700, 400)
    magnifier.show_map(card.layers[2], 0, make_reading())
    for _ in range(20):
        QTest.keyClick(magnifier.map, Qt.Key.Key_Left)
        QTest.keyClick(magnifier.map, Qt.Key.Key_Down)
    assert "Row 9, column 0" in magnifier.told


def test_the_magnifier_goes_back_by_key_and_button(qtbot: QtBot, card: Card) -> None:
    magnifier = MapMagnifier()
    shown(qtbot, magnifier, 700, 400)
    magnifier.show_map(card.layers[0], 0, None)
    with qtbot.waitSignal(magnifier.closed):
        QTest.keyClick(magnifier.map, Qt.Key.Key_Return)
    assert magnifier.close_button.height() >= 32, "a finger meets it"
    with qtbot.waitSignal(magnifier.closed):
        QTest.mouseClick(magnifier.close_button, Qt.MouseButton.LeftButton)


def test_the_heading_is_chosen_by_touch_and_key(qtbot: QtBot, card: Card) -> None:
    view = FeatureMaps(card.layers[0])
    shown(qtbot, view, 800, 200)
    maps: list[int] = []
    view.map_chosen.connect(maps.append)
    assert view.heading_room().height() >= 32
    with qtbot.waitSignal(view.heading_chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.heading_room().center())
    view.setFocus()
    for key in (Qt.Key.Key_I, Qt.Key.Key_F2):
        with qtbot.waitSignal(view.heading_chosen):
            QTest.keyClick(view, key)
    assert maps == []
    headings: list[bool] = []
    view.heading_chosen.connect(lambda: headings.append(True))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell(2).center())
    assert (maps, headings) == ([2], [])


def test_bars_without_targets_show_probability_only(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    chart = PredictionChart()
    shown(qtbot, chart, 700, 300)
    chart.show_reading(make_reading())
    QTest.mouseClick(chart.caption, Qt.MouseButton.LeftButton)
    QTest.keyClick(chart, Qt.Key.Key_D)
    assert not chart.shows_distance
    assert chart.caption.text() == "Probability"


def test_touch_and_d_switch_the_bars_to_distance_and_back(
    qtbot: QtBot, make_1998_reading: MakeDistances
) -> None:
    chart = PredictionChart()
    chart.motion = False
    shown(qtbot, chart, 700, 300)
    chart.show_reading(make_1998_reading(digit=9))
    assert chart.caption.height() >= 32
    probability = accent_pixels(chart, 9)
    QTest.mouseClick(chart.caption, Qt.MouseButton.LeftButton)
    assert chart.shows_distance
    assert chart.caption.text() == "Distance to the target (smaller is closer)"
    assert 0 < accent_pixels(chart, 9) < probability / 4
    chart.caption.setFocus()
    QTest.keyClick(chart.caption, Qt.Key.Key_D)
    assert not chart.shows_distance
    assert accent_pixels(chart, 9) == probability
    QTest.keyClick(chart, Qt.Key.Key_D)
    assert chart.shows_distance


def test_a_bar_of_distance_is_its_share_of_the_largest(
    qtbot: QtBot, make_1998_reading: MakeDistances
) -> None:
    chart = PredictionChart()
    chart.motion = False
    shown(qtbot, chart, 700, 300)
    chart.show_reading(make_1998_reading(digit=3))
    QTest.keyClick(chart, Qt.Key.Key_D)
    shade = chart.palette().color(QPalette.ColorRole.PlaceholderText)
    picture = chart.grab().toImage()
    lengths = [
        sum(picture.pixelColor(x, bar_height(chart, digit)) == shade for x in range(260, 700))
        for digit in (4, 9)
    ]
    assert lengths[0] == pytest.approx(lengths[1] * 70 / 120, rel=0.05)


def test_a_network_without_targets_takes_distance_away_and_clearing_does_not(
    qtbot: QtBot, make_reading: MakeReading, make_1998_reading: MakeDistances
) -> None:
    chart = PredictionChart()
    shown(qtbot, chart, 700, 300)
    chart.show_reading(make_1998_reading())
    QTest.keyClick(chart, Qt.Key.Key_D)
    chart.show_reading(None)
    assert chart.shows_distance
    chart.show_reading(make_reading())
    assert not chart.shows_distance
    assert chart.caption.text() == "Probability"


@pytest.mark.parametrize("name", ["dark", "light"])
def test_activations_that_are_never_negative_take_a_scale_from_zero(
    qtbot: QtBot, card: Card, make_reading: MakeReading, name: LookName
) -> None:
    layer = msgspec.structs.replace(card.layers[2], squashing="relu")
    view = FeatureMaps(layer)
    shown(qtbot, view, 800, 300)
    view.setPalette(theme.palette(name))
    reading = make_reading()
    positive = replace(
        reading, activations={name: abs(values) for name, values in reading.activations.items()}
    )
    view.show_reading(positive)
    values = positive.activations["C3"]
    legend = colormap.suiting(layer, view.palette()).legend()
    index, row, column = np.unravel_index(values.argmin(), values.shape)
    cell = view.cell(int(index))
    side = cell.width() / layer.width
    place = QPoint(
        round(cell.left() + (column + 0.5) * side), round(cell.top() + (row + 0.5) * side)
    )
    assert colour_at(view, place) == legend.pixelColor(0, 0)
    whole = colormap.diverging(view.palette()).legend()
    assert legend.pixelColor(0, 0) == whole.pixelColor(128, 0)
    assert legend.pixelColor(255, 0) == whole.pixelColor(255, 0)
