"""When modules are imported: the window comes first, what is heavy comes behind it, quickly."""

import builtins
import gc
import importlib
import importlib.util
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class _Module:
    """Stands in for a module until something of it is wanted."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> object:
        found: object = getattr(importlib.import_module(self._name), attribute)
        return found


def lazy(name: str) -> Any:
    """The module `name`, imported at the first use of anything in it."""
    return _Module(name)


@contextmanager
def quickly() -> Iterator[None]:
    """Import much at once without two costs that bring nothing there.

    The garbage collector would walk again and again through modules that all stay. And PySide
    wraps `__import__` to look for its `from __feature__ import` in whatever is imported, which
    nobody here uses. Together they cost a quarter of the time that torch takes to load.

    If anything was imported, what is there at the end stays, and the collector never looks at it
    again: with torch's modules in its way, each of its full rounds would stop the window for a
    fifth of a second.
    """
    before = len(sys.modules)
    hooked = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        builtins.__import__ = hooked
        if len(sys.modules) > before:
            gc.freeze()
        if collecting:
            gc.enable()


def fetch_torch() -> None:
    """Have the system load torch's libraries meanwhile, in a thread that Python does not wait for.

    A sixth of what torch takes to import is its libraries being mapped and linked, and Python
    holds its lock over that. Asked by a call of C, the system does the same beside the window.
    Where it cannot (they lie elsewhere, another system), `import torch` does all of it, as ever.
    """
    if sys.platform == "linux":
        threading.Thread(target=_load_libraries, name="torch's libraries").start()


def _load_libraries() -> None:
    import ctypes  # noqa: PLC0415 - the window need not wait for it
    import os  # noqa: PLC0415

    found = importlib.util.find_spec("torch")
    if found is None or found.origin is None:
        return
    library = Path(found.origin).parent / "lib" / "libtorch_python.so"
    c = ctypes.CDLL(None)  # whose calls let go of Python's lock, which ctypes' own loading keeps
    c.dlopen.restype = ctypes.c_void_p
    c.dlopen(os.fsencode(library), os.RTLD_NOW)
