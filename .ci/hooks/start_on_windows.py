"""Runs first in the frozen program on Windows: torch comes before Qt there.

PyInstaller's own start code imports Qt before any line of the app; docs/decisions/0017 tells why
that is too early.
"""

import torch  # noqa: F401
