"""The program's log: what a technician reads when something went wrong.

Beside it lies what a crash of the whole process leaves behind; the next start takes it into the
log. Together they stay below 5 MB.
"""

import faulthandler
import os
import sys
import threading
import time
from pathlib import Path

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError, SaveError

_BYTES = 900_000
_KEPT = 4
_MOST_OF_A_CRASH = 100_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def catch_crashes(log: Path) -> None:
    """Have a crash of the process leave the Python stack of every thread beside the log.

    Call it before anything that may crash is loaded; where nothing can be written it does nothing.
    """
    path = crash_file(log)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")  # for appending: another window may have it open, too
    except OSError:
        return
    faulthandler.enable(file)  # which keeps the file open


def crash_file(log: Path) -> Path:
    """Where a crash leaves its traces; need not exist."""
    return log.with_suffix(".crash")


def install(path: Path) -> LenetError | None:
    """Log to `path`, at most 5 MB in all, and what a crash left there before.

    From now on an error that ends a thread is logged too. Returns why nothing is kept at `path`
    where that is so; warnings go to standard error then as always, if there is one.
    """
    import logging.handlers  # noqa: PLC0415 - the window need not wait for it

    logging.raiseExceptions = False  # a full disk is no reason to print a traceback
    handlers: list[logging.Handler] = []
    if sys.stderr is not None:  # a program without a console has none
        handlers.append(logging.StreamHandler())
        handlers[0].setLevel(logging.WARNING)
    problem: LenetError | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="replace"
            )
        )
    except OSError as error:
        problem = SaveError(
            QT_TRANSLATE_NOOP("errors", "No log is kept at {path}: {reason}."),
            path=path,
            reason=error.strerror,
        )
    logging.basicConfig(format=_FORMAT, level=logging.INFO, handlers=handlers, force=True)
    log = logging.getLogger(__name__)
    if problem is not None:
        log.warning("%s", problem)
    elif left := _take_crash(crash_file(path)):
        log.critical("an earlier run crashed:\n%s", left)
    threading.excepthook = _log_thread
    return problem


def unexpected(error: BaseException, path: Path) -> LenetError:
    """Log an error that nobody expected; returns what tells it and where the log is."""
    _log(error)
    return LenetError(
        QT_TRANSLATE_NOOP("errors", "Something went wrong ({reason}). Details are in {log}."),
        reason=type(error).__name__,
        log=path,
    )


def _log_thread(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None and not isinstance(ended.exc_value, SystemExit):
        _log(ended.exc_value)


def _log(error: BaseException) -> None:
    import logging  # noqa: PLC0415 - the window need not wait for it

    logging.getLogger(__name__).critical("unexpected error", exc_info=error)


def _take_crash(path: Path) -> str:
    """What crashes left, the end of it if it is long; it is left no more."""
    try:
        with path.open("rb+") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _MOST_OF_A_CRASH))
            left = file.read().decode("utf-8", "replace").strip()
            file.truncate(0)
    except OSError:
        return ""
    return left


def age_ms() -> int | None:
    """Milliseconds since the process began, to 5 ms; None where only Linux could tell.

    Linux tells the tick, of 10 ms, in which it did: the middle of it is nobody's favour.
    """
    if sys.platform != "linux":
        return None
    _, _, fields = Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")
    began = (int(fields.split()[19]) + 0.5) / os.sysconf("SC_CLK_TCK")  # field 22 of proc(5)
    return round(1000 * (time.clock_gettime(time.CLOCK_BOOTTIME) - began))
