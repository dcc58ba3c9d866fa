"""Fusion with outlines: it draws them in a shade of the window, which on black is black."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from lenet_gui.ui import theme

_CORNER = 3.0
_OUTLINED = (
    QStyle.PrimitiveElement.PE_PanelButtonCommand,
    QStyle.PrimitiveElement.PE_PanelButtonTool,
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
)


class ContrastStyle(QProxyStyle):
    """Draws a line around buttons and check boxes, as wide as those around maps."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw what Fusion draws, and its outline."""
        super().drawPrimitive(element, option, painter, widget)
        if element not in _OUTLINED:
            return
        palette: QPalette = option.palette
        width = theme.outline(palette)
        inset = width / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), width))
        edge = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(edge, _CORNER, _CORNER)
        painter.restore()
