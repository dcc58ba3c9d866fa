"""What a window opens: pictures, models, the log; each opener is made when it is first wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from lenet_gui import paths
from lenet_gui.errors import LenetError

if TYPE_CHECKING:
    from lenet_gui.ui.files.model_opener import ModelOpener
    from lenet_gui.ui.files.picture_opener import PictureOpener
    from lenet_gui.ui.main_window import MainWindow


class Openers(QObject):
    """Opens what is asked for in a window, and tells there what went wrong.

    Args:
        window: furnished; it owns this, which goes with it.

    Signals:
        model_added(str): somebody added a model of their own; its id.
    """

    model_added = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._models: ModelOpener | None = None
        self._pictures: PictureOpener | None = None
        window.model_wanted.connect(self._open_model)
        window.picture_wanted.connect(self._ask_for_picture)
        window.log_wanted.connect(self._show_log)
        window.intake.file_given.connect(self.open_picture)
        window.intake.image_given.connect(self._open_image)

    @Slot(object)
    def open_picture(self, path: Path) -> None:
        """Put the picture of a file on the pad, once it is read."""
        self._picture_opener().open(path)

    def give_up(self) -> None:
        """Give up what is being opened; call it before the window goes."""
        if self._models is not None:
            self._models.cancel()
        if self._pictures is not None:
            self._pictures.stop()

    @Slot(object)
    def _open_image(self, image: QImage) -> None:
        """Put a picture that is in no file on the pad, once it is read."""
        self._picture_opener().open_image(image)

    @Slot()
    def _ask_for_picture(self) -> None:
        """Let somebody choose the picture."""
        self._picture_opener().ask(self._window)

    def _picture_opener(self) -> PictureOpener:
        if self._pictures is None:
            from lenet_gui.ui.files.picture_opener import PictureOpener  # noqa: PLC0415 - not at start

            self._pictures = PictureOpener(self)
            self._pictures.opened.connect(self._window.pad.set_picture)
            self._pictures.refused.connect(self._window.show_error)
        return self._pictures

    @Slot()
    def _open_model(self) -> None:
        """Let somebody add a model of their own."""
        if self._models is None:
            from lenet_gui.ui.files.model_opener import ModelOpener  # noqa: PLC0415 - seldom wanted

            self._models = ModelOpener(parent=self)
            self._models.refused.connect(self._window.show_error)
            self._models.added.connect(self.model_added)
        self._models.ask(self._window)

    @Slot()
    def _show_log(self) -> None:
        from lenet_gui.ui.files import log_opener  # noqa: PLC0415 - seldom wanted

        try:
            log_opener.show(paths.log_file())
        except LenetError as error:
            self._window.show_error(error)
