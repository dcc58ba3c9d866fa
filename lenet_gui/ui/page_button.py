"""A button that turns a page of the window on and off, and can be seen to be on from afar."""

from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton


class PageButton(QToolButton):
    """Takes the accent while its page is shown: Fusion alone hardly tells it on a dark window."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the button in the colours of its state."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        if self.isChecked():
            colours = QPalette(self.palette())
            for role, shown in (
                (QPalette.ColorRole.Button, QPalette.ColorRole.Highlight),
                (QPalette.ColorRole.ButtonText, QPalette.ColorRole.HighlightedText),
            ):
                colours.setColor(role, self.palette().color(shown))
            option.palette = colours
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
