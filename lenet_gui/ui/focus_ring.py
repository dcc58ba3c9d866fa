"""The ring around what the keyboard is on, whatever it is: styles alone hardly show it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from lenet_gui.ui import theme

_WIDTH, _WIDER = 2.0, 4.0
"""Of the ring, and with more contrast, in pixels."""

_CORNER = 4.0
_MARGIN = 3
"""From a widget's edge to the outer one of the ring, in pixels."""


class FocusRing(QFocusFrame):
    """Follows the focus within a window, for whoever moves it by keyboard.

    A view that shows the focus in its own way has an attribute `paints_focus`, which is true.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._above = _Above()
        self._above.setParent(self)
        self.setStyle(self._above)
        self.hide()
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the ring."""
        width = _WIDER if theme.has_contrast(self.palette()) else _WIDTH
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), width))
            inset = width / 2
            edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, _CORNER, _CORNER)

    def _follow(self, _: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):
            return  # it is about to go, and the ring with it
        by_key = self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        is_ours = new is not None and new.window() is self._window and by_key
        if new is None or not is_ours or getattr(new, "paints_focus", False):
            self.setWidget(None)  # type: ignore[arg-type]  # Qt takes none, the stub does not
        elif not isinstance(new, QMenuBar):
            self.setWidget(new)


class _Above(QProxyStyle):
    """Has the ring lie above what it is around, a little larger."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def styleHint(  # noqa: N802 - Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returns: QStyleHintReturn | None = None,
    ) -> int:
        """Above."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returns)

    def pixelMetric(  # noqa: N802 - Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Larger."""
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return _MARGIN
        return super().pixelMetric(metric, option, widget)
