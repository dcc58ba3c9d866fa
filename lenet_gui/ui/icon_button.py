"""A button with an icon in the colours of the window, and a name for who cannot see it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QWidget

from lenet_gui.ui import icons
from lenet_gui.ui.first_paint import FirstPaint
from lenet_gui.ui.page_button import PageButton

_TARGET = 36
"""Least side, in pixels."""

_ICON, _ICON_LINES = 20, 1.1
"""Least side of the icon, in pixels, and its side in lines of text."""


class IconButton(PageButton):
    """Tints its icon once it was painted for the first time, and anew for another theme."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tinted: dict[str, QIcon] = {}
        self._is_seen = False
        self.setMinimumSize(_TARGET, _TARGET)
        self._measure()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setIcon(_blank())  # without any, its text would take room until then
        FirstPaint(self, self._tint)

    def set_icon(self, icon: str) -> None:
        """Show another icon, by its name."""
        if icon != self._icon:
            self._icon = icon
            if self._is_seen:
                self._tint()

    def set_name(self, name: str, hint: str = "") -> None:
        """Say what the button does: a word or two, and more where that is not enough."""
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setToolTip(hint or name)

    def show_name(self, *, shown: bool) -> None:
        """Have the name beside the icon, or the icon alone."""
        beside, alone = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        self.setToolButtonStyle(beside if shown else alone)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        if event.type() == QEvent.Type.PaletteChange:
            self._tinted.clear()
            if self._is_seen:
                self._tint()

    def _measure(self) -> None:
        """Let the icon grow with the text."""
        side = max(_ICON, round(_ICON_LINES * self.fontMetrics().height()))
        self.setIconSize(QSize(side, side))

    def _tint(self) -> None:
        self._is_seen = True
        if self._icon not in self._tinted:
            self._tinted[self._icon] = icons.tinted(self._icon, self.palette())
        self.setIcon(self._tinted[self._icon])


def _blank() -> QIcon:
    """What holds the place of an icon."""
    nothing = QPixmap(_ICON, _ICON)
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)
