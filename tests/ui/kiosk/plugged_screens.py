"""A kiosk of the real program while screens are plugged in, pulled out, and change their size.

Run as a program it prints, after each change, what is where: one line of JSON. The offscreen
platform lets its screens be changed by a function of its own, which only C++ is meant to call.
"""

import ctypes
import json
import platform
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenet_gui import app as program
from lenet_gui import paths
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.ui import theme
from lenet_gui.ui.kiosk.exhibit import Exhibit
from lenet_gui.ui.pad import stroke_player
from tests.ui.under_finger import seven

CAN_PLUG = sys.platform == "linux" and platform.machine() == "x86_64"
"""Where C++ hands a structure back in the way that is written here."""

_VIRTUALS_OF_QOBJECT = 12
_SETTLED_MS = 500

Size = tuple[int, int]


def plugger() -> Callable[[Sequence[Size]], None]:
    """What plugs in screens of these sizes, side by side, and pulls out all others."""
    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    core = ctypes.CDLL(str(folder / "libQt6Core.so.6"))
    gui = ctypes.CDLL(str(folder / "libQt6Gui.so.6"))
    find = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    find.restype = ctypes.c_void_p
    interface = find()
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0]
    assert table is not None
    virtuals = ctypes.cast(table, ctypes.POINTER(ctypes.c_void_p))
    address = virtuals[_VIRTUALS_OF_QOBJECT]
    assert address is not None
    pointer = ctypes.c_void_p
    resource = ctypes.CFUNCTYPE(pointer, pointer, pointer)(address)
    name = QByteArray(b"setConfiguration")
    configure = ctypes.CFUNCTYPE(None, pointer, pointer)(
        resource(interface, shiboken6.getCppPointer(name)[0])
    )
    object_of = core._ZNK13QJsonDocument6objectEv
    object_of.restype, object_of.argtypes = None, [pointer, pointer]

    def plug(sizes: Sequence[Size]) -> None:
        screens, left = [], 0
        for number, (width, height) in enumerate(sizes):
            place = {"x": left, "y": 0, "width": width, "height": height, "dpr": 1}
            dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
            screens.append({"name": f"screen {number}", **place, **dots})
            left += width
        told = json.dumps({"windowFrameMargins": False, "screens": screens}).encode()
        document = QJsonDocument.fromJson(QByteArray(told))
        room = ctypes.create_string_buffer(16)
        object_of(room, shiboken6.getCppPointer(document)[0])
        configure(ctypes.addressof(room), interface)

    return plug


def facts(exhibit: Exhibit) -> dict[str, object]:
    """What is where."""
    stage, network = exhibit.stages.stage, exhibit.stages.network
    window = exhibit.window
    return {
        "stage": stage.geometry().getRect(),
        "network": network and network.geometry().getRect(),
        "beside is on": "network" if window.beside.window() is network else "stage",
        "beside is seen": window.beside.isVisible(),
        "strokes": len(window.pad.drawing.strokes),
        "read": window.reading and window.reading.verdict.digit,
        "state": exhibit.state.name,
        "is remembered": paths.settings_file().exists(),
    }


def main() -> None:
    """Plug and pull, and tell."""
    config = KioskConfig(screens="two", motion="none", language="en", ask_after_s=0)
    qt = QApplication(theme.ARGUMENTS)
    plug = plugger()
    plug([(1920, 1080), (1280, 800)])
    app, exhibit = program._exhibited(qt, {}, Kiosk(config))
    app.start()
    QTest.qWait(_SETTLED_MS)
    QTest.mouseClick(exhibit.window.pad, Qt.MouseButton.LeftButton)
    stroke_player.play(exhibit.window.pad, stroke_player.fit(seven().strokes))
    while exhibit.window.reading is None:
        QTest.qWait(50)
    for sizes in (
        [(1920, 1080), (1280, 800)],
        [(1920, 1080)],
        [(1920, 1080), (1024, 768)],
        [(1280, 1024), (1024, 768)],
        [(1080, 1920)],
    ):
        plug(sizes)
        QTest.qWait(_SETTLED_MS)
        sys.stdout.write(json.dumps(facts(exhibit)) + "\n")
    exhibit.start_afresh()
    plug([(1920, 1080), (1280, 800)])
    QTest.qWait(_SETTLED_MS)
    sys.stdout.write(json.dumps(facts(exhibit)) + "\n")
    exhibit.stop()
    app.stop()


if __name__ == "__main__":
    main()
