"""Whatever the program complains of: exceptions, warnings of Qt, warnings in its log."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_HARMLESS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class Complaints(logging.Handler):
    """Listens to all that can complain.

    Args:
        heard: is told every complaint; from any thread.
    """

    def __init__(self, heard: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def listen(self) -> None:
        """Begin; call it once before the program begins, and once it has its own hooks again."""
        log = logging.getLogger("lenet_gui")
        log.removeHandler(self)
        log.addHandler(self)
        qInstallMessageHandler(self._hear_qt)
        hook, in_thread = sys.excepthook, threading.excepthook

        def hear(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self._heard("".join(traceback.format_exception(kind, error, trace)).strip())
            hook(kind, error, trace)

        def hear_thread(ended: threading.ExceptHookArgs) -> None:
            if ended.exc_value is not None:
                self._heard("".join(traceback.format_exception(ended.exc_value)).strip())
            in_thread(ended)

        sys.excepthook, threading.excepthook = hear, hear_thread
        sys.unraisablehook = lambda lost: self._heard(f"{lost.object}: {lost.exc_value!r}")

    def emit(self, record: logging.LogRecord) -> None:
        """Hear what the log says."""
        self._heard(f"log: {record.levelname} {record.getMessage()}")

    def _hear_qt(self, kind: QtMsgType, _: QMessageLogContext, told: str | None) -> None:
        if kind not in _HARMLESS:
            self._heard(f"Qt: {told}")
