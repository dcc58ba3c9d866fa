"""What stands above the maps of a layer: its name, a sign that there is more, and a legend."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from lenet_gui.ui import lettering
from lenet_gui.ui.colormap import Colormap

_LEGEND_LETTERS, _LEAST_LEGEND = 11, 3
"""Width of the legend's colours, in letters of the text; with less there is none."""

_TARGET = 32
"""Least height of the heading, in pixels: a finger has to meet it."""


class MapsHeading:
    """The heading of a widget, at its upper edge, in its font and colours.

    Attributes:
        text: the heading.
        limit: the number at the end of the legend; empty without a legend.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self.text = ""
        self.limit = ""

    @property
    def height(self) -> int:
        """How high it is, in pixels."""
        return max(_TARGET, round(self._widget.fontMetrics().height() * 1.6))

    def room(self) -> QRect:
        """Where it answers a touch: its text and the sign behind it."""
        letters = self._widget.fontMetrics().height()
        return QRect(0, 0, self._text_width() + 2 * letters, self.height)

    def paint(self, painter: QPainter, colours: Colormap) -> None:
        """Paint text and sign, and the legend where there is one."""
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        line = self._line()
        line.setWidth(self._text_width())
        lettering.write(painter, line, Qt.AlignmentFlag.AlignVCenter, self.text)
        self._paint_sign(painter)
        if self.limit:
            self._paint_legend(painter, colours)

    def _line(self) -> QRect:
        """Where text and legend are written."""
        return QRect(0, 0, self._widget.width(), self.height)

    def _text_width(self) -> int:
        """Width of the text, which leaves room for the sign behind it."""
        metrics = self._widget.fontMetrics()
        most = self._widget.width() - 2 * metrics.height()
        return max(0, min(metrics.horizontalAdvance(self.text), most))

    def _paint_sign(self, painter: QPainter) -> None:
        """Behind the text, an i in a circle: there is more to know."""
        side = painter.fontMetrics().height()
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(self.room().center())
        circle.moveLeft(self._text_width() + side / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Accent), side / 12))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        font = QFont(painter.font())
        font.setPixelSize(max(9, round(side * 0.62)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "i")
        painter.restore()

    def _paint_legend(self, painter: QPainter, colours: Colormap) -> None:
        """The scale, at the right: −limit or zero, the colours, +limit; as far as there is room."""
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        metrics = painter.fontMetrics()
        text_width = metrics.horizontalAdvance("+0.00 ")
        letter = metrics.averageCharWidth()
        room = self._widget.width() - self.room().right() - 2 * text_width - 2 * letter
        if room < _LEAST_LEGEND * letter:
            return
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        line = self._line()
        painter.drawText(line, align, f"+{self.limit}")
        bar = QRect(0, 0, min(_LEGEND_LETTERS * letter, room), metrics.height() // 2)
        bar.moveCenter(line.center())
        bar.moveLeft(line.right() - text_width - bar.width())
        painter.drawImage(bar, colours.legend())
        line.setRight(bar.left() - letter)
        painter.drawText(line, align, f"−{self.limit}" if colours.has_signs else "0")

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._widget.palette().color(role)
