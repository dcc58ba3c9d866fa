"""Which windows are on which screens, while screens come, go, and change their size."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from lenet_gui.kiosk.config import KioskConfig

_SETTLES_MS = 300
"""Plugging a screen in makes a burst of changes."""


class Screens(QObject):
    """Watches the screens there are.

    Signals:
        changed(): there is another one, or one less, or one has another size or place.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication), "made before any window"
        self._settles = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settles.timeout.connect(self.changed)
        app.screenAdded.connect(self._add)
        app.screenRemoved.connect(self._settle)
        app.primaryScreenChanged.connect(self._settle)
        for screen in app.screens():
            self._watch(screen)

    def _add(self, screen: QScreen) -> None:
        self._watch(screen)
        self._settle()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle)
        screen.physicalDotsPerInchChanged.connect(self._settle)

    def _settle(self, _: object = None) -> None:
        self._settles.start()


def of_pad(config: KioskConfig) -> QScreen:
    """The screen for the pad: the one wanted, else the main one."""
    return _numbered(config.pad_screen) or QGuiApplication.primaryScreen()


def of_network(config: KioskConfig) -> QScreen | None:
    """The screen for the network; None while it is to be beside the pad."""
    if config.screens == "one":
        return None
    pad = of_pad(config)
    wanted = _numbered(config.network_screen)
    if wanted is not None and wanted is not pad:
        return wanted
    others = [screen for screen in _in_order() if screen is not pad]
    return others[0] if others else None


def _in_order() -> list[QScreen]:
    """All screens, the main one first, the others from left to right, then from the top."""
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    others.sort(key=lambda screen: (screen.geometry().x(), screen.geometry().y()))
    return [main, *others] if main is not None else others


def _numbered(number: int) -> QScreen | None:
    screens = _in_order()
    return screens[number - 1] if number <= len(screens) else None
