"""Clicks and touches units of the real network view and tells where it chose another one.

Run as a program it does so on a screen of the scale that QT_SCALE_FACTOR says.
"""

import sys

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenet_gui.app import load_reader
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import colormap, theme
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView

SIZE = (780, 600)
"""Within the offscreen screen: no finger beyond it."""

NOTCHES = (0, 4, 9, 16)
"""Turns of the wheel: to about 2, 5 and 18 times the size."""

PLACES = (
    Place(0, 0, (16, 15)),
    Place(1, 2, (5, 20)),
    Place(2, 5, (13, 13)),
    Place(3, 7, (9, 0)),
    Place(4, 15, (2, 4)),
    Place(5, 119, (0, 0)),
    Place(6, 40, (0, 0)),
)


def seven() -> Drawing:
    """Two strokes."""
    way = np.linspace(0, 1, 30, dtype=np.float32)
    bar = np.stack([0.3 + 0.35 * way, np.full_like(way, 0.25)], axis=1)
    stem = np.stack([0.65 - 0.25 * way, 0.25 + 0.6 * way], axis=1)
    return Drawing((bar, stem))


def real_view(model: str, size: tuple[int, int] = SIZE) -> tuple[NetworkView, Reading]:
    """The view with a real reading of a bundled model."""
    reading = load_reader(model).read(seven())
    view = NetworkView()
    view.setPalette(theme.palette("dark"))
    view.resize(*size)
    view.show_card(reading.card)
    view.show_reading(reading)
    view.show()
    return view, reading


def turn_wheel(view: NetworkView, at: QPointF, notches: int) -> None:
    """Turn the wheel of a mouse, notch by notch; away from oneself if positive."""
    for _ in range(abs(notches)):
        QApplication.sendEvent(
            view,
            QWheelEvent(
                at,
                QPointF(view.mapToGlobal(at)),
                QPoint(),
                QPoint(0, 120 if notches > 0 else -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )


def colour_of(view: NetworkView, reading: Reading, place: Place) -> QColor:
    """The colour that the value of a unit has on its layer's scale."""
    assert place.unit is not None
    if place.stage == 0:
        value = reading.input[place.unit].reshape(1, 1)
        return colormap.ink(view.palette()).image(value, 1.0).pixelColor(0, 0)
    stage = view.stages[place.stage]
    values = reading.activations[stage.name]
    colours = colormap.diverging(view.palette(), has_signs=stage.has_signs)
    value = values[place.map][place.unit].reshape(1, 1)
    return colours.image(value, float(abs(values).max())).pixelColor(0, 0)


def pixel(picture: QImage, at: QPointF) -> QColor:
    """The device pixel of a picture at a point of the view."""
    there = at * picture.devicePixelRatio()
    return picture.pixelColor(int(there.x()), int(there.y()))


def differs(one: QColor, other: QColor) -> bool:
    """Whether two colours differ by more than rounding."""
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload]
    return any(abs(a - b) > 2 for a, b in pairs)


def touch(view: NetworkView, at: QPointF, finger: QPointingDevice) -> None:
    """Touch a place and let go."""
    QTest.touchEvent(view, finger).press(0, at.toPoint(), view)
    QTest.touchEvent(view, finger).release(0, at.toPoint(), view)


def choose(view: NetworkView, at: QPointF, finger: QPointingDevice | None) -> None:
    """Click a place or touch it; for a unit within a map that is small once more, not at once."""
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    for _ in range(2):
        if view.chosen is not None and view.chosen.unit is not None:
            break
        if finger is None:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
        else:
            touch(view, at, finger)
    QApplication.setDoubleClickInterval(interval)


def misses(view: NetworkView, reading: Reading, finger: QPointingDevice | None) -> list[str]:
    """What is wrong: a unit that is painted elsewhere, or another one chosen."""
    found = []
    for place in PLACES:
        for notches in NOTCHES:
            view.choose(None)
            view.show_all()
            turn_wheel(view, view.place_of(place).center(), notches)
            QTest.mouseMove(view, QPoint(1, 1))
            QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
            rect = view.place_of(place)
            picture = view.grab().toImage()
            # Beside the middle: there, a large unit has its value written.
            at = rect.topLeft() + QPointF(rect.width() * 0.5, rect.height() * 0.2)
            at = rect.center() if rect.height() < 24 else at
            told = f"{place} after {notches} notches"
            if differs(pixel(picture, at), colour_of(view, reading, place)):
                found.append(f"{told}: {pixel(picture, at).name()} is painted there")
            choose(view, rect.center(), finger)
            if view.chosen != place and rect.width() >= 3:
                found.append(f"{told}: chose {view.chosen}")
    return found


def main() -> None:
    """Look for misses with mouse and finger; tell the screen's scale and what is wrong."""
    app = QApplication([])
    view, reading = real_view("lenet5-tanh")
    app.processEvents()
    finger = QTest.createTouchDevice()
    assert isinstance(finger, QPointingDevice)
    wrong = misses(view, reading, None) + misses(view, reading, finger)
    sys.stdout.write("\n".join([f"scale {view.devicePixelRatio()}", *wrong]))


if __name__ == "__main__":
    main()
