"""Opening a picture: it becomes ink in a thread of its own, the newest wins."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError, PictureError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_log = logging.getLogger(__name__)

_PATIENCE = 10.0
"""Seconds to wait for the thread at the end."""


class PictureOpener(QObject):
    """Leads from a picture to its ink, whoever gives it: a menu, a drop, the clipboard, a desktop.

    Signals:
        opened(NDArray[np.float32]): the ink (H, W) of the picture asked for last.
        refused(LenetError): why there is none.
    """

    opened = Signal(object)
    refused = Signal(object)
    _read = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._threads: list[threading.Thread] = []
        self._read.connect(self._deliver)

    def ask(self, parent: QWidget) -> None:
        """Let somebody choose a picture, and open it."""
        kind = self.tr("Pictures (*.png *.jpg *.jpeg *.bmp)")
        chosen, _ = QFileDialog.getOpenFileName(parent, self.tr("Open picture"), "", kind)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Read a picture file; what is still being read is of no interest any more."""
        self._begin(partial(_ink_of_file, path))

    def open_image(self, image: QImage) -> None:
        """Read a picture that is in no file, as `open` does."""
        self._begin(partial(_ink_of_image, image))

    def stop(self) -> None:
        """Deliver nothing more, and wait for what is being read."""
        self._newest += 1
        for thread in self._threads:
            thread.join(_PATIENCE)

    def _begin(self, read: Callable[[], NDArray[np.float32]]) -> None:
        self._newest += 1
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(
            target=self._run, args=(self._newest, read), name="picture", daemon=True
        )
        self._threads.append(thread)
        thread.start()

    @Slot(int, object)
    def _deliver(self, sequence: int, found: NDArray[np.float32] | LenetError) -> None:
        if sequence != self._newest:
            return
        if isinstance(found, LenetError):
            self.refused.emit(found)
        else:
            self.opened.emit(found)

    def _run(self, sequence: int, read: Callable[[], NDArray[np.float32]]) -> None:
        self._read.emit(sequence, _ink_or_error(read))


def _ink_or_error(read: Callable[[], NDArray[np.float32]]) -> NDArray[np.float32] | LenetError:
    """The ink of a picture, or what to say where there is none."""
    try:
        return read()
    except LenetError as error:
        return error
    except Exception as error:
        _log.exception("a picture could not be opened")
        return PictureError(
            QT_TRANSLATE_NOOP("errors", "This picture cannot be read: {reason}."), reason=error
        )


def _ink_of_file(path: Path) -> NDArray[np.float32]:
    from lenet_gui.recognition import pictures  # noqa: PLC0415 - the window starts without it

    ink = pictures.open_picture(path)
    if not ink.any():
        raise PictureError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no ink on the picture {path}: nothing stands out from its paper.",
            ),
            path=path,
        )
    return ink


def _ink_of_image(image: QImage) -> NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415

    from lenet_gui.recognition import pictures  # noqa: PLC0415 - the window starts without it

    rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(rgba.constBits(), np.uint8).reshape(rgba.height(), rgba.width(), 4)
    ink = pictures.ink_of_pixels(pixels)
    if not ink.any():
        raise PictureError(
            QT_TRANSLATE_NOOP(
                "errors", "There is no ink on this picture: nothing stands out from its paper."
            )
        )
    return ink
