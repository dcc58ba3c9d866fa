"""Showing the log: with the desktop's own program, else by telling where it is."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError

_LIBRARIES = "LD_LIBRARY_PATH"


def show(log: Path) -> None:
    """Open the log.

    Raises:
        LenetError: there is none, or no program that opens it; its path is in the clipboard.
    """
    if not log.is_file():
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors", "There is no log: {path} could not be written when the program started."
            ),
            path=log,
        )
    with _own_libraries():
        is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))
    if not is_open:
        QGuiApplication.clipboard().setText(str(log))
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The log is {path}, but no program here opens it. The path has been copied.",
            ),
            path=log,
        )


@contextmanager
def _own_libraries() -> Iterator[None]:
    """Let a program of the desktop find its own libraries, not those of the frozen program.

    On Linux PyInstaller's start program puts the latter first, and keeps what was there before.
    """
    frozen = os.environ.get(_LIBRARIES)
    if frozen is None or not hasattr(sys, "frozen"):
        yield
        return
    os.environ.pop(_LIBRARIES)
    if before := os.environ.get(f"{_LIBRARIES}_ORIG"):
        os.environ[_LIBRARIES] = before
    try:
        yield
    finally:
        os.environ[_LIBRARIES] = frozen
