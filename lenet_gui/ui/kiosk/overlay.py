"""What lies over the whole window and is dealt with before anything else."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

_VEIL = 0.82
"""How much of the window's colour hides what lies below."""


class Overlay(QWidget):
    """Covers its parent, keeps its size, its touches, its keys and the focus.

    Attributes:
        veil: how much of what lies below is hidden, from 0 to 1.
    """

    def __init__(self, parent: QWidget, veil: float = _VEIL) -> None:
        super().__init__(parent)
        self.veil = veil
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Come to the top."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the parent's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep keys from being shortcuts of what lies below, and touches from going there."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        """Stay within: from the last to the first."""
        parts = [part for part in self.findChildren(QWidget) if _takes_focus(part)]
        if not parts:
            return True
        focused = self.focusWidget()
        at = parts.index(focused) if focused in parts else (-1 if next else 0)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        parts[(at + (1 if next else -1)) % len(parts)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Veil what lies below."""
        veil = QColor(self.palette().color(QPalette.ColorRole.Window))
        veil.setAlphaF(self.veil)
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), veil)


def _takes_focus(part: QWidget) -> bool:
    by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and part.isVisible() and part.isEnabled()
