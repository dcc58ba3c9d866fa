"""Saving the drawing as a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from lenet_gui.atomic import write_bytes


def ask_where_to_save(parent: QWidget) -> Path | None:
    """The path chosen for the drawing, ending in `.png`; None if nothing is to be saved."""
    title = QCoreApplication.translate("drawing_file", "Save drawing")
    kind = QCoreApplication.translate("drawing_file", "PNG picture (*.png)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, "drawing.png", kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".png" else path.with_name(path.name + ".png")


def save_png(picture: QImage, path: Path) -> None:
    """Write a picture as PNG.

    Raises:
        SaveError: the file cannot be written; what was there is untouched.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    write_bytes(path, bytes(buffer.data().data()))
