"""Pins in the real window, with a bundled network: they stay, they are live, they choose."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.network.card import read_card
from lenet_gui.network.fields import Unit
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network import unit_pictures
from lenet_gui.ui.network.network_page import NetworkPage
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.pin_card import PinCard
from lenet_gui.ui.network.pins import MOST
from tests.ui.network.test_inspector import page_of, window
from tests.ui.network.test_sweep import begin, draw_more, press

__all__ = ["window"]

PLACES = (
    Place(1, 2, (14, 14)),
    Place(2, 1, (4, 5)),
    Place(3, 7, (4, 5)),
    Place(5, 30, (0, 0)),
    Place(6, 40, (0, 0)),
    Place(7, 7, (0, 0)),
)


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    return device


def pin(page: NetworkPage, *chosen: Place) -> tuple[PinCard, ...]:
    for place in chosen:
        page.view.choose(place)
        QTest.keyClick(page.view, Qt.Key.Key_M)
    assert page.pins.strip is not None
    QTest.qWait(20)
    return page.pins.strip.cards


def test_the_unit_chosen_is_pinned_and_stays_in_sight_while_another_is_chosen(
    window: MainWindow,
) -> None:
    page = page_of(window)
    button = page.choice_tools.pin_button
    assert not button.isEnabled()
    page.view.choose(Place(3, 7))
    assert not button.isEnabled(), "a map adds up nothing"
    page.view.choose(PLACES[2])
    unmarked = page.view.grab().toImage()
    press(button)
    assert button.isChecked()
    assert page.pins.pinned == (Unit("C3", 7, 4, 5),)
    page.view.choose(Place(1, 0, (2, 2)))
    assert not button.isChecked()
    assert page.pins.strip is not None
    (card,) = page.pins.strip.cards
    assert card.isVisible()
    assert not card.is_marked
    assert window.reading is not None
    shown = f"{float(window.reading.activations['C3'][7, 4, 5]):.3f}".replace("-", "−")
    assert card.value == shown
    assert shown in card.accessibleName()
    page.view.choose(PLACES[2])
    assert card.is_marked
    QTest.qWait(20)
    assert page.view.grab().toImage() != unmarked


def test_pins_are_live_and_survive_an_empty_pad(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    cards = pin(page, *PLACES)
    before = [card.value for card in cards]
    assert all(card.grab().toImage().allGray() is False for card in cards)
    draw_more(qtbot, window)
    assert window.reading is not None
    expected = [
        window.reading.activations[card.unit.layer or ""][card.unit.map, card.unit.y, card.unit.x]
        for card in cards
    ]
    values = [float(card.value.replace("−", "-")) for card in cards]
    assert values == pytest.approx(expected, rel=1e-3, abs=1e-3)
    assert [card.value for card in cards] != before
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert [card.value for card in cards] == [""] * MOST
    assert all(card.isVisible() for card in cards)


@pytest.mark.parametrize("way", ["click", "touch", "enter"])
def test_a_card_chooses_its_unit_again(
    window: MainWindow, finger: QPointingDevice, way: str
) -> None:
    page = page_of(window)
    card, _ = pin(page, PLACES[2], PLACES[4])
    at = card.rect().center()
    at.setX(20)
    if way == "click":
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=at)
    elif way == "touch":
        handle = window.windowHandle()
        there = card.mapTo(window, at)
        QTest.touchEvent(handle, finger).press(0, there, handle)
        QTest.touchEvent(handle, finger).release(0, there, handle)
    else:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert page.view.chosen == PLACES[2]
    assert card.is_marked
    assert page.inspector.explanation is not None
    assert page.inspector.explanation.unit == Unit("C3", 7, 4, 5)


@pytest.mark.parametrize("way", ["its button", "delete", "pin button", "key"])
def test_a_pin_is_taken_out(window: MainWindow, way: str) -> None:
    page = page_of(window)
    first, _ = pin(page, PLACES[2], PLACES[4])
    if way == "its button":
        assert first.remove_button.width() >= 32
        press(first.remove_button)
    elif way == "delete":
        QTest.keyClick(first, Qt.Key.Key_Delete)
    else:
        page.view.choose(PLACES[2])
        if way == "key":
            QTest.keyClick(page.view, Qt.Key.Key_M)
        else:
            press(page.choice_tools.pin_button)
    assert page.pins.pinned == (Unit("F6", 40, 0, 0),)
    page.view.choose(PLACES[4])
    QTest.keyClick(page.view, Qt.Key.Key_M)
    assert page.pins.strip is not None
    assert not page.pins.strip.isVisible()


def test_there_are_no_more_than_six_and_they_fit_the_smallest_window(window: MainWindow) -> None:
    window.resize(800, 600)
    page = page_of(window)
    cards = pin(page, *PLACES, Place(1, 0, (0, 0)))
    assert len(cards) == MOST
    assert not page.choice_tools.pin_button.isEnabled()
    assert window.width() == 800
    rects = [card.geometry() for card in cards]
    assert all(left.right() < right.left() for left, right in pairwise(rects))
    strip = page.pins.strip
    assert strip is not None
    assert page.rect().contains(strip.geometry())
    assert all(strip.rect().contains(rect) for rect in rects)
    assert all(card.height() >= 36 for card in cards)


def test_with_pins_and_a_drawer_open_the_smallest_window_holds_all(window: MainWindow) -> None:
    window.resize(800, 600)
    page = page_of(window)
    pin(page, *PLACES)
    for is_prodded in (False, True):
        if is_prodded:
            press(page.prodder.button)
        QTest.qWait(50)
        strip, view = page.pins.strip, page.view
        assert strip is not None
        assert view.geometry().bottom() < strip.geometry().top()
        assert strip.geometry().bottom() < page.rect().bottom()
        assert window.minimumSizeHint().height() <= 600


def test_another_network_keeps_the_pins_it_has_units_for(window: MainWindow) -> None:
    page = page_of(window)
    pin(page, *PLACES)
    page.show_card(read_card(paths.models() / "lenet5-relu.json"))
    assert len(page.pins.pinned) == MOST, "it has the same layers"
    unpinned = page.view.grab().toImage()
    page.view.show_pins(frozenset())
    assert page.view.grab().toImage() != unpinned, "they are marked in its figure"
    page.show_card(None)
    assert page.pins.pinned == ()


def test_the_unit_that_a_sweep_is_at_can_be_pinned(window: MainWindow) -> None:
    page, _ = begin(window)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    QTest.keyClick(page.view, Qt.Key.Key_M)
    assert page.pins.pinned == (Unit("C3", 7, 0, 1),)
    assert page.view.swept is not None


def test_cards_speak_the_language_of_the_window(qapp: QApplication, window: MainWindow) -> None:
    (card,) = pin(page_of(window), PLACES[2])
    translator = QTranslator()
    assert translator.load(str(paths.resources() / "translations" / "lenet_gui_zh_CN.qm"))
    assert "map 7" in card.accessibleName()
    qapp.installTranslator(translator)
    QTest.qWait(20)
    told = card.accessibleName()
    qapp.removeTranslator(translator)
    assert "特征图 7" in told


@pytest.mark.parametrize("place", PLACES)
def test_the_picture_of_a_card_adds_up_to_the_sum(window: MainWindow, place: Place) -> None:
    page = page_of(window)
    page.view.choose(place)
    assert page.inspector.explanation is not None
    form = page.inspector.explanation.form
    total = float(unit_pictures.added_up(form).sum())
    bias = getattr(form, "bias", 0.0)
    weight = getattr(form, "weight", 1.0)
    assert total * weight + bias == pytest.approx(form.sum)
    assert np.isfinite(total)
