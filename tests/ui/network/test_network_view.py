"""The whole network in one view: real readings, real mouse, wheel, touch and keys."""

import os
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QNativeGestureEvent,
    QPaintEvent,
    QPalette,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.recognition.reading import Reading
from lenet_gui.settings import ColourScale
from lenet_gui.ui import colormap
from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_stages import INPUT
from lenet_gui.ui.network.network_view import NetworkView
from tests.ui import looks
from tests.ui.conftest import MakeDistances, MakeReading, shown
from tests.ui.under_finger import colour_of, differs, misses, pixel, real_view, touch, turn_wheel

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot, make_1998_reading: MakeDistances) -> NetworkView:
    """The view of a network with a table and targets, with a reading whose values are known."""
    reading = make_1998_reading(digit=3)
    made = NetworkView()
    made.show_card(reading.card)
    shown(qtbot, made, 780, 600)
    made.show_reading(reading)
    return made


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    return device


def middle(view: NetworkView) -> QPointF:
    return view.transform.room().center()


@pytest.mark.parametrize("model", ["lenet5-1998", "lenet5-relu"])
def test_what_is_painted_and_chosen_is_the_unit_under_the_mouse_at_any_zoom(
    qtbot: QtBot, model: str
) -> None:
    view, reading = real_view(model)
    qtbot.addWidget(view)
    qtbot.waitExposed(view)
    assert misses(view, reading, None) == []


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_on_a_screen_of_another_scale_mouse_and_finger_choose_what_they_are_on(scale: str) -> None:
    program = subprocess.run(
        [sys.executable, "-m", "tests.ui.under_finger"],
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=True,
    )
    assert program.stdout.splitlines() == [f"scale {float(scale)}"]


def test_a_click_on_a_small_unit_chooses_its_map_and_a_second_one_the_unit(
    view: NetworkView,
) -> None:
    told: list[tuple[object, ...]] = []
    view.map_chosen.connect(lambda *what: told.append(what))
    view.unit_chosen.connect(lambda *what: told.append(what))
    at = view.place_of(Place(1, 4, (20, 3))).center().toPoint()
    for _ in range(2):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    cell = view.place_of(Place(6, 83, (0, 0))).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=cell)
    assert told == [("C1", 4), ("C1", 4, 20, 3), ("F6", 83, 0, 0)]


def test_two_quick_clicks_silence_what_the_first_one_meant(view: NetworkView) -> None:
    wanted: list[Place] = []
    view.silence_wanted.connect(wanted.append)
    at = view.place_of(Place(1, 4, (20, 3))).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)  # in place of the second press
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at)
    assert wanted == [Place(1, 4)]
    assert view.chosen == Place(1, 4)


def test_a_click_beside_everything_gives_the_choice_up(view: NetworkView) -> None:
    view.choose(Place(1, 0))
    rect = view.place_of(Place(0, 0))
    with_nothing = QPoint(int(rect.center().x()), int(rect.bottom()) + 60)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=with_nothing)
    assert view.chosen is None


def test_a_finger_beside_a_map_chooses_the_nearest(
    view: NetworkView, finger: QPointingDevice
) -> None:
    rect = view.place_of(Place(2, 5))
    beside = QPointF(rect.center().x(), rect.bottom() + 14)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=beside.toPoint())
    assert view.chosen is None
    touch(view, beside, finger)
    assert view.chosen == Place(2, 5)


def test_hovering_only_previews(view: NetworkView) -> None:
    chosen: list[object] = []
    view.map_chosen.connect(lambda *what: chosen.append(what))
    view.unit_chosen.connect(lambda *what: chosen.append(what))
    before = view.grab().toImage()
    QTest.mouseMove(view, view.place_of(Place(3, 5)).center().toPoint())
    assert view.hovered == Place(3, 5)
    assert view.grab().toImage() != before
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.hovered is None
    assert view.grab().toImage() == before
    assert (view.chosen, chosen) == (None, [])


def test_dragging_pans_and_chooses_nothing(view: NetworkView) -> None:
    turn_wheel(view, middle(view), 5)
    before = view.place_of(Place(3, 5))
    start = middle(view).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + QPoint(10 * step, -6 * step))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(50, -30))
    moved = view.place_of(Place(3, 5)).topLeft() - before.topLeft()
    assert (moved.x(), moved.y()) == pytest.approx((50, -30))
    assert view.chosen is None


def test_two_fingers_pinch_about_what_is_between_them(
    view: NetworkView, finger: QPointingDevice
) -> None:
    between = view.place_of(Place(3, 6)).center().toPoint()
    fixed = view.transform.to_plan(QPointF(between))
    QTest.touchEvent(view, finger).press(0, between - QPoint(20, 0), view)
    QTest.touchEvent(view, finger).move(0, between - QPoint(20, 0), view).press(
        1, between + QPoint(20, 0), view
    )
    for reach in (30, 40, 60):
        QTest.touchEvent(view, finger).move(0, between - QPoint(reach, 0), view).move(
            1, between + QPoint(reach, 0), view
        )
    QTest.touchEvent(view, finger).release(0, between - QPoint(60, 0), view).release(
        1, between + QPoint(60, 0), view
    )
    assert view.transform.scale == pytest.approx(3.0)
    off = view.transform.to_plan(QPointF(between)) - fixed
    assert off.manhattanLength() < 0.5
    assert view.chosen is None


def test_a_pinch_on_a_touch_pad_zooms(view: NetworkView) -> None:
    at = middle(view)
    device = QPointingDevice.primaryPointingDevice()
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        device,
        2,
        at,
        at,
        QPointF(view.mapToGlobal(at)),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(view, pinch)
    assert view.transform.scale == pytest.approx(1.5)


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Home])
def test_keys_zoom_and_pan_and_one_shows_all_again(
    qtbot: QtBot, view: NetworkView, key: Qt.Key
) -> None:
    whole = view.grab().toImage()
    view.setFocus()
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.transform.scale == pytest.approx(1.5**4)
    before = view.place_of(Place(3, 5)).left()
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.place_of(Place(3, 5)).left() > before
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.transform.scale == pytest.approx(1.5**3)
    QTest.keyClick(view, key)
    assert view.transform.is_whole
    view.clearFocus()
    assert view.grab().toImage() == whole


def test_one_can_zoom_in_to_a_single_pixel_of_the_input(view: NetworkView) -> None:
    place = Place(0, 0, (16, 15))
    view.choose(place)
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.place_of(place).width() > 60
    assert view.transform.room().intersects(view.place_of(place))


def test_keys_walk_units_maps_and_layers_and_bring_them_into_sight(view: NetworkView) -> None:
    units: list[tuple[object, ...]] = []
    maps: list[tuple[object, ...]] = []
    view.unit_chosen.connect(lambda *what: units.append(what))
    view.map_chosen.connect(lambda *what: maps.append(what))
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown, CTRL)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert maps == [(INPUT, 0), ("C1", 0), ("S2", 0), ("C1", 5)]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert units == [("C1", 5, 14, 14), ("C1", 5, 14, 13), ("C1", 5, 13, 13)]
    for _ in range(8):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.chosen is not None
        assert view.transform.room().intersects(view.place_of(view.chosen))
    assert view.chosen == Place(3, 14, (4, 1))


def test_a_chosen_map_lights_those_it_is_joined_to_and_fades_the_rest(
    view: NetworkView, card_1998: Card
) -> None:
    table = card_1998.layers[2].table
    assert table is not None
    before = view.grab().toImage()
    view.choose(Place(3, 5))
    after = view.grab().toImage()

    def is_faded(place: Place) -> bool:
        rect = view.place_of(place)
        points = [
            rect.topLeft() + QPointF(rect.width() * x, rect.height() * 0.9) for x in (0.1, 0.9)
        ]
        return any(differs(pixel(before, at), pixel(after, at)) for at in points)

    faded = [is_faded(Place(2, index)) for index in range(6)]
    assert faded == [index not in table[5] for index in range(6)]
    assert [is_faded(Place(4, index)) for index in range(16)] == [i != 5 for i in range(16)]
    view.choose(None)
    assert view.grab().toImage() == before


def test_strengths_weigh_the_lines_until_something_else_is_chosen(view: NetworkView) -> None:
    view.choose(Place(3, 5))
    plain = view.grab().toImage()
    view.show_strengths({(2, 0): 1.0, (2, 1): -0.5, (2, 5): 0.01, (4, 5): 0.3})
    weighed = view.grab().toImage()
    assert weighed != plain
    view.choose(Place(3, 6))
    view.choose(Place(3, 5))
    assert view.grab().toImage() == plain


@pytest.mark.parametrize("scale", ["map", "layer", "all"])
def test_a_colour_is_a_share_of_what_shares_the_scale(
    view: NetworkView, scale: ColourScale
) -> None:
    reading = view.reading
    assert reading is not None
    view.set_scale(scale)
    place = Place(3, 5, (9, 9))
    values = reading.activations["C3"]
    layers = [abs(reading.activations[name]).max() for name in ("C1", "S2", "C3", "S4", "C5", "F6")]
    limit = {"map": abs(values[5]).max(), "layer": abs(values).max(), "all": max(layers)}[scale]
    value = values[5][9, 9].reshape(1, 1)
    expected = colormap.diverging(view.palette()).image(value, float(limit)).pixelColor(0, 0)
    picture = view.grab().toImage()
    assert not differs(pixel(picture, view.place_of(place).center()), expected)


def test_units_without_a_map_around_them_share_their_layers_scale(view: NetworkView) -> None:
    view.set_scale("layer")
    cells = [view.place_of(Place(5, index)).center() for index in (0, 40, 119)]
    per_layer = [pixel(view.grab().toImage(), at) for at in cells]
    view.set_scale("map")
    assert [pixel(view.grab().toImage(), at) for at in cells] == per_layer
    assert len({colour.rgb() for colour in per_layer}) == 3


def test_the_page_tells_and_changes_the_scale_by_button_and_key(
    qtbot: QtBot, card: Card, make_reading: MakeReading
) -> None:
    page = NetworkPage()
    page.view.show_card(card)
    shown(qtbot, page, 780, 600)
    page.view.show_reading(make_reading())
    chosen: list[str] = []
    page.scale_chosen.connect(chosen.append)
    QTest.mouseClick(page.scale_button, Qt.MouseButton.LeftButton)
    assert page.scale_button.text() == "Colours per map"
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_S)
    QTest.keyClick(page.view, Qt.Key.Key_S)
    assert chosen == ["map", "all", "layer"]
    for button in (page.scale_button, page.zoom_in_button, page.zoom_out_button, page.all_button):
        assert min(button.width(), button.height()) >= 32
        assert button.text()


def test_buttons_zoom_in_and_back(qtbot: QtBot, card: Card) -> None:
    page = NetworkPage()
    page.view.show_card(card)
    shown(qtbot, page, 780, 600)
    assert not page.all_button.isEnabled()
    QTest.mouseClick(page.zoom_in_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.zoom_in_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.zoom_out_button, Qt.MouseButton.LeftButton)
    assert page.view.transform.scale == pytest.approx(1.5)
    QTest.mouseClick(page.all_button, Qt.MouseButton.LeftButton)
    assert page.view.transform.is_whole


def test_a_unit_tells_its_value_to_eyes_and_screen_readers(view: NetworkView) -> None:
    reading = view.reading
    assert reading is not None
    assert view.accessibleName() == "The whole network"
    view.choose(Place(3, 5, (4, 7)))
    value = f"{reading.activations['C3'][5, 4, 7]:.3f}".replace("-", "−")
    assert view.told == f"C3 map 5, row 4, column 7: {value}"
    assert view.accessibleDescription() == view.told
    view.choose(Place(6, 12, (0, 0)))
    assert view.told.startswith("F6 unit 12: ")


def test_a_large_unit_has_its_value_written_in_it(view: NetworkView) -> None:
    place = Place(4, 3, (2, 2))
    turn_wheel(view, view.place_of(place).center(), 14)
    rect = view.place_of(place)
    picture = view.grab().toImage()
    row = [
        pixel(picture, QPointF(x, rect.center().y())).rgb()
        for x in np.linspace(rect.left() + 3, rect.right() - 3, 80)
    ]
    assert rect.width() > 46
    assert len(set(row)) > 2
    view.show_reading(None)
    assert view.transform.scale > 10


def test_only_what_changed_is_painted(view: NetworkView, make_1998_reading: MakeDistances) -> None:
    stale: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
            if isinstance(event, QPaintEvent):
                stale.append(event.rect())
            return False

    QApplication.processEvents()
    watch = Watch(view)
    view.installEventFilter(watch)
    view.show_reading(make_1998_reading(digit=3))
    QApplication.processEvents()
    maps, rows = view.plan.blocks[1].rect(), view.place_of(Place(7, 0))
    assert [rect.right() < rows.left() for rect in stale] == [True], "the answer is the same"
    assert stale[0].top() > 50, "so are the headings"
    assert stale[0].height() > maps.height()


def test_readings_show_at_once_and_an_empty_pad_shows_none(
    view: NetworkView, make_1998_reading: MakeDistances
) -> None:
    with_three = view.grab().toImage()
    view.show_reading(make_1998_reading(digit=8))
    with_eight = view.grab().toImage()
    view.show_reading(None)
    with_none = view.grab().toImage()
    assert len({bytes(p.constBits()) for p in (with_three, with_eight, with_none)}) == 3


def test_a_network_without_a_card_shows_nothing_and_takes_keys(qtbot: QtBot) -> None:
    view = NetworkView()
    view.show_card(None)
    shown(qtbot, view, 600, 500)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    assert view.chosen is None


def test_the_focus_is_seen_by_who_came_by_key(view: NetworkView) -> None:
    accent = view.palette().color(QPalette.ColorRole.Highlight)
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    edge = QPointF(1, view.height() / 2)
    assert pixel(view.grab().toImage(), edge) == accent
    view.clearFocus()
    assert pixel(view.grab().toImage(), edge) != accent


def test_the_view_looks_as_it_did(view: NetworkView) -> None:
    view.setFont(looks.font(14))
    view.choose(Place(3, 5, (4, 4)))
    looks.check(view, "network")
    view.choose(Place(3, 6))
    assert not looks.is_as_before(view, "network")


def test_colours_of_values_are_those_of_the_layer(view: NetworkView) -> None:
    reading = view.reading
    assert isinstance(reading, Reading)
    picture = view.grab().toImage()
    for place in (Place(2, 3, (7, 7)), Place(5, 70, (0, 0)), Place(6, 20, (0, 0))):
        there = pixel(picture, view.place_of(place).center())
        assert not differs(there, colour_of(view, reading, place))
