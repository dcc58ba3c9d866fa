"""What pages need when they are first opened, imported before."""

import importlib

from PySide6.QtCore import QObject, QTimer

MODULES = (
    "PIL.Image",
    "PIL.PngImagePlugin",
    "lenet_gui.recognition.gallery",
    "lenet_gui.ui.gallery_view",
    "lenet_gui.ui.network.kernels_page",
    "lenet_gui.ui.network.pin_strip",
    "lenet_gui.ui.network.prod_panel",
    "lenet_gui.ui.network.prodded_mark",
    "lenet_gui.ui.network.wandering",
    "lenet_gui.ui.results.results_page",
    "lenet_gui.ui.classroom.classroom",
    "lenet_gui.ui.classroom.offer",
    "lenet_gui.ui.classroom.tour",
    "lenet_gui.ui.classroom.first_digit",
    "lenet_gui.ui.classroom.spotlight",
    "lenet_gui.ui.classroom.challenge",
    "lenet_gui.ui.classroom.fool",
)
"""What is imported where it is first wanted, since the window's first paint comes before it."""

_PAUSE_MS = 60
"""Between two of them, for whatever else there is to do: each takes about a frame."""


class Ahead(QObject):
    """Imports the modules one after another, so that no page is slow when it is first opened.

    It holds nothing of the app: what refers to itself in a circle is taken apart by Python's
    collector, at times from the thread that reads, and Qt's objects must not be.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(reversed(MODULES))
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether all of them are there."""
        return not self._left

    def begin(self) -> None:
        """Begin, or go on."""
        if self._left:
            self._timer.start()

    def _go_on(self) -> None:
        importlib.import_module(self._left.pop())
        if not self._left:
            self._timer.stop()
