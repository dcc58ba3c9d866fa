"""Taking in a picture that is dropped onto the window or pasted: a file, or the picture itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from lenet_gui.errors import QT_TRANSLATE_NOOP, PictureError


class PictureIntake(QObject):
    """Has a widget accept what holds a picture, wherever on it that is dropped.

    Signals:
        file_given(Path): a file, which may be a picture.
        image_given(QImage): a picture that is in no file.
        refused(LenetError): nothing was given that is a picture.
    """

    file_given = Signal(object)
    image_given = Signal(object)
    refused = Signal(object)

    def __init__(self, onto: QWidget) -> None:
        super().__init__(onto)
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    def paste(self) -> None:
        """Take what was copied last."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.refused.emit(
                PictureError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "There is no picture to paste: copy one, or a picture file, first.",
                    )
                )
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Accept what holds a picture, and take it when it is let go."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if self._take(event.mimeData()):
                event.acceptProposedAction()
            return True
        if isinstance(event, QDragEnterEvent):
            if _file(event.mimeData()) is not None or event.mimeData().hasImage():
                event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def _take(self, given: QMimeData) -> bool:
        """Pass on the first file, else the picture; whether there was any."""
        path = _file(given)
        image = None if path else _image(given)
        if path is not None:
            self.file_given.emit(path)
        elif image is not None:
            self.image_given.emit(image)
        return path is not None or image is not None


def _file(given: QMimeData) -> Path | None:
    """The first file on this machine."""
    files = (url.toLocalFile() for url in given.urls() if url.isLocalFile())
    return next(map(Path, files), None)


def _image(given: QMimeData) -> QImage | None:
    """The picture itself."""
    image = given.imageData() if given.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None
