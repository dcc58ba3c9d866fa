"""The PIN pad: by touch and by key, slowed after wrong tries, and gone when it is forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.kiosk import pin
from lenet_gui.kiosk.pin import PinGuard
from lenet_gui.ui.kiosk.pin_pad import PinPad
from tests.ui.conftest import shown
from tests.ui.kiosk.conftest import LEFT, middle

PIN = "2580"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pad(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[PinPad]:
    below = QWidget()
    made = PinPad(PinGuard(pin.hashed(PIN), tmp_path / "tries.json", clock), below)
    shown(qtbot, below, 780, 700)
    made.ask()
    yield made
    qtbot.waitUntil(lambda: not made._is_trying)


def press(pad: PinPad, digits: str) -> None:
    for digit in digits:
        QTest.mouseClick(pad.keys[digit], LEFT)


def try_wrong(qtbot: QtBot, pad: PinPad, times: int) -> None:
    for _ in range(times):
        press(pad, "1111")
        with qtbot.waitSignal(pad._tried):
            QTest.mouseClick(pad.enter_key, LEFT)


def test_the_right_pin_by_touch_opens(qtbot: QtBot, pad: PinPad, finger: QPointingDevice) -> None:
    for digit in PIN:
        key = pad.keys[digit]
        QTest.touchEvent(key, finger).press(0, middle(key), key).commit()
        QTest.touchEvent(key, finger).release(0, middle(key), key).commit()
    assert pad.entered == 4
    with qtbot.waitSignal(pad.admitted):
        QTest.mouseClick(pad.enter_key, LEFT)
    assert not pad.isVisible()
    assert pad.entered == 0


def test_the_right_pin_by_keyboard_opens(qtbot: QtBot, pad: PinPad) -> None:
    QTest.keyClicks(pad, "25810")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    QTest.keyClicks(pad, "0x")
    assert pad.entered == 4
    with qtbot.waitSignal(pad.admitted):
        QTest.keyClick(pad, Qt.Key.Key_Return)


def test_a_wrong_pin_is_told_and_begun_anew(qtbot: QtBot, pad: PinPad) -> None:
    try_wrong(qtbot, pad, 1)
    assert pad.isVisible()
    assert pad.told == "Wrong. Try again."
    assert pad.entered == 0
    press(pad, PIN)
    with qtbot.waitSignal(pad.admitted):
        QTest.mouseClick(pad.enter_key, LEFT)


def test_after_wrong_tries_one_waits_and_the_right_one_waits_too(
    qtbot: QtBot, pad: PinPad, clock: Clock
) -> None:
    try_wrong(qtbot, pad, 3)
    assert pad.told == "Wrong. Wait 5 s."
    assert not pad.keys["1"].isEnabled()
    QTest.keyClicks(pad, PIN)
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert pad.entered == 0
    clock.now += 5.1
    qtbot.waitUntil(pad.keys["1"].isEnabled)
    press(pad, PIN)
    with qtbot.waitSignal(pad.admitted):
        QTest.mouseClick(pad.enter_key, LEFT)


def test_closing_and_opening_it_again_forgives_nothing(qtbot: QtBot, pad: PinPad) -> None:
    try_wrong(qtbot, pad, 3)
    QTest.mouseClick(pad.cancel_button, LEFT)
    assert not pad.isVisible()
    pad.ask()
    assert pad.told == "Wrong. Wait 5 s."


def test_forgotten_it_goes_away_by_itself_and_shows_nothing_of_what_was_entered(
    qtbot: QtBot, pad: PinPad
) -> None:
    pad._gives_up.setInterval(200)
    press(pad, "25")
    with qtbot.waitSignal(pad.closed):
        pass
    assert not pad.isVisible()
    pad.ask()
    assert pad.entered == 0


def test_its_keys_are_large_and_none_lies_over_another(pad: PinPad) -> None:
    keys: list[QPushButton] = [*pad.keys.values(), pad.back_key, pad.enter_key, pad.cancel_button]
    rects = [key.rect().translated(key.mapTo(pad, key.rect().topLeft())) for key in keys]
    assert all(pad.rect().contains(rect) for rect in rects)
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    assert all(min(rect.width(), rect.height()) >= 57 for rect in rects[:-1])
