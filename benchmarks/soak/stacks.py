"""Where a thread is, seen from another one.

Not with `sys._current_frames`: who holds a frame keeps what its function made, and a painter that
outlives its paint event, and ends in another thread, breaks the program that is to be watched.
"""

import faulthandler
import re
import tempfile
from pathlib import Path

_FRAMES_TOLD = 10
_FRAME = re.compile(r'File "(.+)", line (\d+) in (.+)')


def of_thread(ident: int) -> str:
    """Where a thread of this process is, by its `threading.get_ident`: outermost place first."""
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file, all_threads=True)
        file.seek(0)
        told = file.read().decode("utf-8", "replace")
    _, _, rest = told.partition(f"0x{ident:016x} ")
    own, _, _ = rest.partition("\n\n")
    frames = _FRAME.findall(own)[:_FRAMES_TOLD]
    return " > ".join(f"{Path(path).name}:{line} {name}" for path, line, name in reversed(frames))
