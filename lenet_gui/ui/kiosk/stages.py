"""The locked windows on their screens, and how large a target is there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.ui.folding_row import FoldingRow
from lenet_gui.ui.kiosk import screens, touch_target
from lenet_gui.ui.kiosk.gate import Gate
from lenet_gui.ui.kiosk.locked_window import LockedWindow
from lenet_gui.ui.kiosk.network_window import NetworkWindow
from lenet_gui.ui.kiosk.screens import Screens
from lenet_gui.ui.kiosk.stage import Stage
from lenet_gui.ui.kiosk.ways_out import close_off
from lenet_gui.ui.main_window import MainWindow


class Stages(QObject):
    """Puts the app's window on one screen, or on two, and keeps it there.

    Attributes:
        stage: the window with the pad.
        network: the window with the network alone; None while it is beside the pad.
        target: least side of a button, in pixels.
    """

    def __init__(
        self,
        config: KioskConfig,
        gate: Gate,
        bar: FoldingRow,
        invitation: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._config = config
        self._window: MainWindow | None = None
        self.stage = Stage(bar, invitation)
        self.network: NetworkWindow | None = None
        self.target = touch_target.side(config.touch_mm, screens.of_pad(config))
        self._screens = Screens(self)
        self._screens.changed.connect(self.arrange)
        gate.control_appeared.connect(self._enlarge)

    @property
    def windows(self) -> list[LockedWindow]:
        """All of them."""
        return [self.stage] if self.network is None else [self.stage, self.network]

    def take(self, config: KioskConfig, window: MainWindow) -> None:
        """Show another window, as the settings say."""
        self._config, self._window = config, window
        close_off(window)
        self.stage.show_window(window)
        self.arrange()

    def arrange(self) -> None:
        """Put everything where it belongs, on the screens there are now."""
        pad_screen = screens.of_pad(self._config)
        if pad_screen is None or self._window is None:
            return  # all screens are gone: one comes back
        network_screen = screens.of_network(self._config)
        if network_screen is None:
            self._join()
        else:
            if self.network is None:
                self.network = NetworkWindow()
            if self._window.beside.window() is not self.network:
                self.network.show_lent(self._window.lend_beside())
            self.network.fill(network_screen)
        self.stage.fill(pad_screen)
        self.stage.activateWindow()
        self._measure()

    def close(self) -> None:
        """Let the windows go."""
        self._window = None
        for window in self.windows:
            window.may_close = True
            window.close()

    def _join(self) -> None:
        """Have the network beside the pad again."""
        if self.network is None:
            return
        assert self._window is not None, "there are stages for it"
        self.network.give_back()
        self._window.take_beside()
        self.network.may_close = True
        self.network.close()
        self.network.deleteLater()
        self.network = None

    def _measure(self) -> None:
        """Another screen may have other pixels."""
        self.target = touch_target.side(self._config.touch_mm, self.stage.screen())
        if self._window is not None:
            self._window.tools.set_target(self.target)
            self._window.classroom.set_target(self.target)
        for window in self.windows:
            for kind in touch_target.CONTROLS:
                for control in window.findChildren(kind):
                    touch_target.enlarge(control, self.target)

    def _enlarge(self, control: QWidget) -> None:
        touch_target.enlarge(control, self.target)
