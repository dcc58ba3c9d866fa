"""How to start this very program once more: from a checkout, an installation, or frozen."""

import sys
from pathlib import Path

import lenet_gui


def command(*arguments: str) -> list[str]:
    """The command line that starts this program with arguments; start it in `folder()`."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "lenet_gui"]
    return [sys.executable, *module, *arguments]


def folder() -> Path:
    """Where to start it: `-m` looks there first, and it is to find this app and no other."""
    return Path(lenet_gui.__file__).parents[1]
