"""Whether there is a screen: without one Qt would end the process with a core dump."""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError


def check() -> None:
    """Look for a screen that Qt can open a window on. On Linux only: others always have one.

    Raises:
        LenetError: there is none.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    display = os.environ.get("DISPLAY", "")
    if (display and _answers(display)) or _has_wayland():
        return
    if not display:
        raise LenetError(
            QT_TRANSLATE_NOOP(
                "errors",
                "There is no screen to open the window on (DISPLAY and WAYLAND_DISPLAY are not"
                " set). `lenet-gui snapshot OUT.png` draws the window into a picture instead.",
            )
        )
    raise LenetError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The screen {display} cannot be opened: there is none, or it belongs to somebody else."
            " Start the program from the desktop, as the person who is logged in there.",
        ),
        display=display,
    )


def _has_wayland() -> bool:
    """Whether a Wayland compositor is there, and Qt's part for it: the frozen program has none."""
    name = os.environ.get("WAYLAND_DISPLAY")
    qt = importlib.util.find_spec("PySide6")
    if not name or qt is None:
        return False
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    folders = map(Path, qt.submodule_search_locations or ())
    plugins = (folder.glob("Qt/plugins/platforms/libqwayland*") for folder in folders)
    return socket.exists() and any(True for found in plugins for _ in found)


def _answers(display: str) -> bool:
    """Whether an X server lets this process in, to stay; yes where that cannot be asked."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)  # which frees it
        return False
    return (
        True  # and stays connected: a server whose last client leaves starts anew, and refuses Qt
    )
