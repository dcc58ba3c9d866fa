"""A button that turns a page of the window on and off, and can be seen to be on from afar."""

from functools import lru_cache

from PySide6.QtGui import QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

_LOOKS = 4
"""So many palettes are kept: a look comes back when it is chosen again."""


class PageButton(QToolButton):
    """Takes the accent while its page is shown: Fusion alone hardly tells it on a dark window.

    Its colours are the application's own palette or made once for it: Fusion keeps what it painted
    of a button under the palette's key, and never finds again what belongs to one of its own.
    """

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the button in the colours of its state."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        plain = QGuiApplication.palette()
        colours = QPalette(_lit(plain.cacheKey()) if self.isChecked() else plain)
        colours.setCurrentColorGroup(self.palette().currentColorGroup())
        option.palette = colours
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


@lru_cache(maxsize=_LOOKS)
def _lit(plain: int) -> QPalette:  # noqa: ARG001 - kept by it
    """The application's palette, of which `plain` is the key, with buttons in the accent."""
    colours = QPalette(QGuiApplication.palette())
    for role, shown in (
        (QPalette.ColorRole.Button, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.HighlightedText),
    ):
        colours.setColor(role, colours.color(shown))
    return colours
