"""Runs first in the frozen program on Windows; docs/decisions/0016-frozen-program.md tells why."""

import importlib
import os
import sys
from pathlib import Path


class _TorchFirst:
    """Imports torch right before Qt: the other way round its libraries do not load."""

    def find_spec(self, name, *_):
        """Find nothing; be there when PySide6 is looked for."""
        if name == "PySide6":
            sys.meta_path.remove(self)
            importlib.import_module("torch")


sys.meta_path.insert(0, _TorchFirst())

# The program without a console has no output streams; what is printed goes nowhere.
for stream in ("stdout", "stderr"):
    if getattr(sys, stream) is None:
        setattr(sys, stream, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - stays
