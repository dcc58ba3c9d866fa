"""Memory of what is large, given back when it is done with: a kiosk runs for weeks."""

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Their numbers in glibc's malloc.h."""

_LARGE = 256 * 1024
_SPARE = 1024 * 1024


def keep_apart() -> None:
    """From now on what is larger than a map has pages of its own, which go back when it goes.

    The C library does so at first, but once something large was freed it takes all up to that size
    from its heap, where small things that stay keep the pages between them. A picture of the
    screen is such a thing, and some are made and freed in every session. Elsewhere than
    on Linux with glibc nothing is done: there is no such setting.
    """
    if not sys.platform.startswith("linux"):
        return
    adjust = getattr(ctypes.CDLL(None), "mallopt", None)
    if adjust is not None:
        adjust(_MMAP_THRESHOLD, _LARGE)
        adjust(_TRIM_THRESHOLD, _SPARE)
