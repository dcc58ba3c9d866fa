"""What is written in a window and where, read off a vector picture of every widget in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QTabBar, QWidget

from lenet_gui.ui.network.network_view import NetworkView

SVG = "{http://www.w3.org/2000/svg}"
SLACK = 3.0
"""Pixels by which letters may reach out of their place: hinting, and the air around them."""


@dataclass(frozen=True)
class Text:
    """A line, and the room its letters take in the window."""

    words: str
    room: QRectF
    on: QWidget


def texts_on(window: QWidget) -> list[Text]:
    """All that is written in a window."""
    shown = [window, *(w for w in window.findChildren(QWidget) if w.isVisible() and w.width())]
    return [text for widget in shown if widget.window() is window for text in _of(widget, window)]


def faults(window: QWidget) -> list[str]:
    """What is cut off, and what runs into something else; what is scrolled away is neither."""
    texts = [text for text in texts_on(window) if _is_in_sight(text, window)]
    found = []
    for text in texts:
        place = text.on.rect().translated(text.on.mapTo(window, QPoint()))
        reach = SLACK + text.room.height() * 0.15
        if not QRectF(place).adjusted(-SLACK, -reach, SLACK, reach).contains(text.room):
            found.append(f"{_told(text)} is cut off by {type(text.on).__name__} {_numbers(place)}")
        if not QRectF(window.rect()).contains(text.room.center()):
            found.append(f"{_told(text)} is outside of the window")
    for index, text in enumerate(texts):
        found += [
            f"{_told(text)} runs into {_told(other)}"
            for other in texts[index + 1 :]
            if _tightly(text.room).intersects(_tightly(other.room))
        ]
    return found


def cut_short(window: QWidget) -> set[str]:
    """What ends in … ."""
    return {
        text.words for text in texts_on(window) if text.words.endswith("\N{HORIZONTAL ELLIPSIS}")
    }


def _of(widget: QWidget, window: QWidget) -> Iterator[Text]:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(widget.width(), widget.height()))
    generator.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    generator.setResolution(round(widget.logicalDpiX()))
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    widget.render(generator, QPoint(), QRegion(), QWidget.RenderFlag(0))
    buffer.close()
    offset = widget.mapTo(window, QPoint())
    root = ElementTree.fromstring(bytes(buffer.data().data()))
    for group in root.iter(f"{SVG}g"):
        a, b, c, d, across, down = _matrix(group.get("transform", ""))
        for line in group.findall(f"{SVG}text"):
            font = QFont(widget.font())
            font.setPixelSize(max(1, round(float(line.get("font-size", "12")))))
            font.setWeight(QFont.Weight(int(line.get("font-weight", "400"))))
            metrics = QFontMetricsF(font)
            words = line.text or ""
            if not words.strip() or (b, c) != (0, 0):
                continue
            left, base = float(line.get("x", "0")), float(line.get("y", "0"))
            room = QRectF(
                left,
                base - metrics.capHeight(),
                metrics.horizontalAdvance(words),
                metrics.capHeight(),
            )
            scaled = QRectF(room.x() * a, room.y() * d, room.width() * a, room.height() * d)
            yield Text(words, scaled.translated(across + offset.x(), down + offset.y()), widget)


def _matrix(transform: str) -> list[float]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", transform)]
    return numbers if len(numbers) == 6 else [1, 0, 0, 1, 0, 0]


def _is_in_sight(text: Text, window: QWidget) -> bool:
    """Whether nothing around the widget has scrolled the text away, whole or in part."""
    parent: QWidget | None = text.on
    while parent is not None and parent is not window:
        holder = parent.parentWidget()
        is_zoomed = isinstance(parent, NetworkView) and not parent.transform.is_whole
        scrolls = is_zoomed or isinstance(parent, QAbstractItemView | QTabBar)
        if isinstance(holder, QScrollArea) or scrolls:
            view = holder if isinstance(holder, QScrollArea) else parent
            seen = QRectF(view.rect().translated(view.mapTo(window, QPoint())))
            if not seen.contains(text.room):
                return False
        parent = holder
    return True


def _tightly(room: QRectF) -> QRectF:
    return room.adjusted(1, 1, -1, -1)


def _numbers(room: QRect | QRectF) -> tuple[int, ...]:
    return tuple(map(round, (room.x(), room.y(), room.width(), room.height())))


def _told(text: Text) -> str:
    return f"“{text.words}” at {_numbers(text.room)}"
