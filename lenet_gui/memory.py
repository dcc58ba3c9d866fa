"""Memory that is not needed any more, given back: a kiosk runs for weeks."""

import ctypes
import gc
import sys


def give_back() -> None:
    """Free what refers to itself in circles, and let the system have the pages left empty.

    Without the second, what one session left between the parts of the next stays with the process
    (glibc alone needs to be told). It takes a few ms.
    """
    gc.collect()
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
        if trim is not None:
            trim(0)
