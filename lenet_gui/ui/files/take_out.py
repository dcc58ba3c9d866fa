"""Taking out what is in the window: into files, and by copying."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError

if TYPE_CHECKING:
    from lenet_gui.recognition.reading import Reading


class TakeOut(QObject):
    """Asks where to, and writes or copies.

    Signals:
        refused(LenetError): why nothing was taken out.
    """

    refused = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def save_drawing(self, picture: QImage) -> None:
        """Save the drawing as a picture."""
        self._save_picture(picture, self.tr("Save drawing"), "drawing")

    def copy_view(self, view: QWidget) -> None:
        """Copy a view as a picture."""
        from lenet_gui.ui.files import view_picture  # noqa: PLC0415 - not at start

        QGuiApplication.clipboard().setImage(view_picture.picture_of(view))

    def save_view(self, view: QWidget) -> None:
        """Save a view as a picture."""
        from lenet_gui.ui.files import view_picture  # noqa: PLC0415 - not at start

        self._save_picture(view_picture.picture_of(view), self.tr("Save view"), "view")

    def save_activations(self, reading: Reading | None) -> None:
        """Save what every layer of a reading came to."""
        from lenet_gui.recognition import export  # noqa: PLC0415 - not at start
        from lenet_gui.ui.files import save_dialog  # noqa: PLC0415

        if reading is None:
            self.refused.emit(
                LenetError(
                    QT_TRANSLATE_NOOP(
                        "errors", "There are no activations to save yet: draw a digit first."
                    )
                )
            )
            return
        kinds = {".npz": self.tr("NumPy arrays"), ".csv": self.tr("Table")}
        path = save_dialog.ask(self._window, self.tr("Save activations"), "activations", kinds)
        if path is not None:
            self._try(lambda: export.write_activations(path, reading))

    def _save_picture(self, picture: QImage, title: str, name: str) -> None:
        from lenet_gui.ui.files import drawing_file, save_dialog  # noqa: PLC0415 - not at start

        path = save_dialog.ask(self._window, title, name, {".png": self.tr("PNG picture")})
        if path is not None:
            self._try(lambda: drawing_file.save_png(picture, path))

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except LenetError as error:
            self.refused.emit(error)
