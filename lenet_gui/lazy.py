"""Modules that are imported when they are first used, so that the window is there before them."""

import importlib
from typing import Any


class _Module:
    """Stands in for a module until something of it is wanted."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> object:
        found: object = getattr(importlib.import_module(self._name), attribute)
        return found


def module(name: str) -> Any:
    """The module `name`, imported at the first use of anything in it."""
    return _Module(name)
