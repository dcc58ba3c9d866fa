"""What is said aloud by a screen reader, without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader, if there is one, say these words."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
