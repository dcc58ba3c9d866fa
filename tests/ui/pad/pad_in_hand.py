"""A pad, the events that real devices send it, and what is painted on it."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPalette,
    QPixmap,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.recognition.drawing import Drawing, Stroke
from lenet_gui.ui.pad.drawing_pad import DrawingPad

Place = tuple[float, float]

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
NO_KEY = Qt.KeyboardModifier.NoModifier
DOWN, MOVE, UP = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)
STYLUS_DOWN, STYLUS_MOVE, STYLUS_UP = (
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
)
FINGER = QTest.createTouchDevice()


@pytest.fixture
def pad(qtbot: QtBot) -> DrawingPad:
    made = DrawingPad()
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Text, QColor("black"))
    for role in ("Window", "Base", "Mid", "PlaceholderText"):
        colours.setColor(QPalette.ColorRole[role], QColor("white"))
    made.setPalette(colours)
    made.resize(408, 408)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def at(pad: DrawingPad, place: Place) -> QPointF:
    sheet = pad.sheet
    return QPointF(sheet.x() + place[0] * sheet.width(), sheet.y() + place[1] * sheet.height())


def mouse(
    pad: DrawingPad,
    kind: QEvent.Type,
    place: Place,
    *,
    button: Qt.MouseButton = LEFT,
    source: Qt.MouseEventSource = Qt.MouseEventSource.MouseEventNotSynthesized,
    held: bool = True,
) -> None:
    position = at(pad, place)
    changed = NONE if kind == MOVE else button
    buttons = button if held and kind != UP else NONE
    event = QMouseEvent(
        kind,
        position,
        position,
        pad.mapToGlobal(position),
        changed,
        buttons,
        NO_KEY,
        source,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(pad, event)


def draw(pad: DrawingPad, places: Sequence[Place]) -> None:
    mouse(pad, DOWN, places[0])
    for place in places[1:]:
        mouse(pad, MOVE, place)
    mouse(pad, UP, places[-1])


def stylus(pad: DrawingPad, kind: QEvent.Type, place: Place, pressure: float) -> None:
    position = at(pad, place)
    device = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        2,
        parent=pad,
    )
    changed = NONE if kind == STYLUS_MOVE else LEFT
    buttons = NONE if kind == STYLUS_UP else LEFT
    everything_else = (0.0, 0.0, 0.0, 0.0, 0.0)
    event = QTabletEvent(
        kind,
        device,
        position,
        pad.mapToGlobal(position),
        pressure,
        *everything_else,
        NO_KEY,
        changed,
        buttons,
    )
    QApplication.sendEvent(pad, event)


def touch_point(pad: DrawingPad, place: Place) -> QPoint:
    return at(pad, place).toPoint()


def darkness(image: QImage) -> NDArray[np.float64]:
    """Ink (H, W) from 0 to 1 of an image of black on white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
    return 1 - rows[:, : grey.width()] / 255.0


def painted(pad: DrawingPad, scale: float = 1) -> NDArray[np.float64]:
    """Ink on the sheet as a screen of that scale shows it, without the sheet's border."""
    pixmap = QPixmap(pad.size() * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.white)
    pad.render(pixmap)
    image = pixmap.toImage()
    sheet = pad.sheet
    edge = round(2 * scale)
    top, left, side = (round(v * scale) for v in (sheet.y(), sheet.x(), sheet.width()))
    inner = slice(edge, side - edge)
    return darkness(image)[top : top + side, left : left + side][inner, inner]


def ink_at(ink: NDArray[np.float64], place: Place) -> float:
    side = len(ink) + 4
    return float(ink[round(place[1] * side) - 2, round(place[0] * side) - 2])


def same(drawing: Drawing, other: Drawing) -> bool:
    strokes = list(zip(drawing.strokes, other.strokes, strict=True))
    return bool(strokes) and all(np.array_equal(one, two) for one, two in strokes)


def reaches(stroke: Stroke, *places: Place) -> bool:
    """Whether a stroke is these points, to the half pixel that whole-pixel events are off."""
    return len(stroke) == len(places) and np.allclose(stroke, places, atol=0.002)
