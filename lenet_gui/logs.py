"""The program's log: what a technician reads when something went wrong."""

from pathlib import Path

_BYTES = 1_000_000
_KEPT = 4
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def install(path: Path) -> None:
    """Log to `path`, at most 5 MB in all; to standard error alone where that cannot be written."""
    import logging.handlers  # noqa: PLC0415 - the window need not wait for it

    handlers: list[logging.Handler] = [logging.StreamHandler()]
    handlers[0].setLevel(logging.WARNING)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8"
            )
        )
    except OSError as error:
        logging.basicConfig(format=_FORMAT, level=logging.INFO, handlers=handlers, force=True)
        logging.getLogger(__name__).warning("no log is kept at %s: %s", path, error.strerror)
        return
    logging.basicConfig(format=_FORMAT, level=logging.INFO, handlers=handlers, force=True)
