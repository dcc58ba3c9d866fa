"""Saving a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from lenet_gui.atomic import write_bytes


def save_png(picture: QImage, path: Path) -> None:
    """Write a picture as PNG.

    Raises:
        SaveError: the file cannot be written; what was there is untouched.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    write_bytes(path, bytes(buffer.data().data()))
