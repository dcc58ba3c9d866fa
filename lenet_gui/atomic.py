"""Writing files so that nothing is lost: the new content appears whole, or not at all."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from lenet_gui.errors import QT_TRANSLATE_NOOP, SaveError


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` to `path`, replacing what was there in one step.

    Raises:
        SaveError: it could not be written; the old file, if any, is untouched.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together; none is replaced before all are safely on the disk.

    Args:
        contents: by path, replaced in this order.

    Raises:
        SaveError: one could not be written; the old files, if any, are untouched.
    """
    token = os.urandom(8).hex()
    staged = {path: path.parent / f".{path.name}.{token}" for path in contents}
    path = next(iter(contents))
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with staged[path].open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for path, temporary in staged.items():
            temporary.replace(path)
    except OSError as error:
        raise SaveError(
            QT_TRANSLATE_NOOP("errors", "{path} could not be written: {reason}."),
            path=path,
            reason=error.strerror,
        ) from error
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
