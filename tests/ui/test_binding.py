"""What the app needs of PySide6 itself."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

_CALLS = 1000


def test_calls_that_return_nothing_lose_no_reference_to_none(qtbot: QtBot) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        before = sys.getrefcount(None)
        for _ in range(_CALLS):
            painter.setPen(Qt.PenStyle.NoPen)
        after = sys.getrefcount(None)
    assert after > before - _CALLS / 2
