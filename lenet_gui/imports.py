"""When modules are imported: the window comes first, what is heavy comes behind it, quickly."""

import builtins
import gc
import importlib
from collections.abc import Iterator
from contextlib import contextmanager
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
    """
    hooked = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        builtins.__import__ = hooked
        if collecting:
            gc.enable()
