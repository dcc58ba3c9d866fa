"""A window that fills a screen and stays: nobody closes, moves, minimises or covers it."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.focus_ring import FocusRing

_BACK_AFTER_MS = 250
"""Time for the desktop to finish what it does; then the window is back."""


class LockedWindow(QWidget):
    """Refuses to close, and comes back when something else has taken its place.

    Attributes:
        may_close: whether it may be closed after all, by the staff.
    """

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.may_close = False
        self._comes_back = QTimer(self, singleShot=True, interval=_BACK_AFTER_MS)
        self._comes_back.timeout.connect(self._come_back)
        FocusRing(self)
        self.setWindowTitle("LeNet GUI")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def fill(self, screen: QScreen) -> None:
        """Cover a screen, whatever it was before."""
        geometry = screen.geometry()
        if self.isVisible() and self.screen() is screen and self.geometry() == geometry:
            self.raise_()
            return
        self.setScreen(screen)
        self.setGeometry(geometry)
        self.showFullScreen()
        self.setGeometry(geometry)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stay."""
        if self.may_close:
            super().closeEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Come back from being minimised, or no longer full, or behind another program's window."""
        kind = event.type()
        if kind in (QEvent.Type.WindowStateChange, QEvent.Type.ActivationChange):
            self._comes_back.start()
        super().changeEvent(event)

    def _come_back(self) -> None:
        if self.may_close or not self.isVisible():
            return
        is_full = bool(self.windowState() & Qt.WindowState.WindowFullScreen)
        if not is_full or self.isMinimized():
            self.setWindowState(Qt.WindowState.WindowFullScreen)
        if QGuiApplication.focusWindow() is None:
            self.raise_()
            self.activateWindow()
            self._comes_back.start()  # again, until it is in front
