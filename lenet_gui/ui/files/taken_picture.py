"""A picture on its way out of the window: as pixels, or as shapes that stay sharp at any size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from lenet_gui.atomic import write_bytes
from lenet_gui.ui.files.drawing_file import save_png
from lenet_gui.ui.map_picture import MapPicture

SVG = ".svg"

_FINER = 2.0
"""Pixels of a view's picture for one of the window, so that it is sharp in print."""

_DOTS_PER_INCH = 96
"""Of an SVG file: a unit of it is a pixel, as in a browser."""

_SMOOTHED = b'image-rendering="optimizeSpeed"'
_IN_SQUARES = _SMOOTHED + b' style="image-rendering:pixelated"'
"""How Qt asks for pictures that are not smoothed, and how browsers understand it."""


@dataclass(frozen=True)
class TakenPicture:
    """What is taken out.

    Attributes:
        title: what it shows.
        size: in pixels of the window.
        paper: colour behind everything.
        paint: paints it.
        finer: pixels for one of the window.
        is_crisp: whether it is made of squares, whose edges stay hard.
    """

    title: str
    size: QSize
    paper: QColor
    paint: Callable[[QPainter], object]
    finer: float = 1.0
    is_crisp: bool = False

    def image(self) -> QImage:
        """As pixels."""
        image = QImage(self.size * self.finer, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.finer)
        with QPainter(image) as painter:
            self._paint(painter)
        return image

    def svg(self) -> bytes:
        """As the content of an SVG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # it clips what is zoomed into
        generator.setOutputDevice(buffer)
        generator.setTitle(self.title)
        generator.setDescription("")
        generator.setResolution(_DOTS_PER_INCH)
        generator.setSize(self.size)
        generator.setViewBox(QRect(QPoint(), self.size))
        with QPainter(generator) as painter:
            self._paint(painter)
        content = bytes(buffer.data().data()).replace(_SMOOTHED, _IN_SQUARES)
        content = content.replace(b"Sans Serif", b"sans-serif")  # what browsers know it as
        if self.is_crisp:
            content = content.replace(b"<svg ", b'<svg shape-rendering="crispEdges" ', 1)
        return content

    def mime(self) -> QMimeData:
        """To be copied: whoever pastes takes the pixels or the shapes."""
        made = QMimeData()
        made.setImageData(self.image())
        made.setData("image/svg+xml", self.svg())
        return made

    def save(self, path: Path) -> None:
        """Write it: as SVG where the path ends so, else as PNG.

        Raises:
            SaveError: the file cannot be written; what was there is untouched.
        """
        if path.suffix.lower() == SVG:
            write_bytes(path, self.svg())
        else:
            save_png(self.image(), path)

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(QRect(QPoint(), self.size), self.paper)
        self.paint(painter)


def of_view(view: QWidget, title: str) -> TakenPicture:
    """A view as it is seen, twice as fine."""
    paper = view.palette().color(QPalette.ColorRole.Window)
    return TakenPicture(
        title, view.size(), paper, lambda painter: view.render(painter, QPoint()), _FINER
    )


def of_map(shown: MapPicture, palette: QPalette, font: QFont, title: str) -> TakenPicture:
    """A map, its units large squares, with its title and the legend of its colours."""
    return TakenPicture(
        title,
        shown.size(),
        palette.color(QPalette.ColorRole.Window),
        lambda painter: shown.paint(painter, title, palette, font),
        is_crisp=True,
    )
