"""What can be set for a kiosk, and what holds where nothing is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lenet_gui.errors import QT_TRANSLATE_NOOP, LenetError, SettingsError
from lenet_gui.settings import Settings, TextSize, ThemeName, ViewName

Motion = Literal["full", "gentle", "none"]
Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
Screens = Literal["one", "two"]


@dataclass(frozen=True)
class KioskConfig:
    """The settings of a kiosk; the defaults are those of a museum.

    Attributes:
        language: what a session begins in: a code such as `zh_CN`; empty for the system's.
        languages: codes that visitors may choose from; empty for all there are.
        theme: dark, light, either with more contrast, or as the desktop.
        model: id of the network that reads when a session begins.
        models: ids of the networks that visitors may choose from; empty for all there are.
        view: what is beside the pad when a session begins.
        text_size: of all letters, in percent.
        motion: all of it, only what explains and slowly, or none.
        attract_after_s: seconds untouched with an empty pad until the app draws by itself; 0 for
            never.
        ask_after_s: seconds untouched with something unfinished until it asks whether somebody is
            there; 0 for never.
        countdown_s: seconds that the question stands before all is cleared; at least 10.
        pin: of the staff, salted and hashed (`pin.hashed`); empty for none.
        staff_press_s: seconds that the hidden corner is pressed until it asks for the PIN.
        staff_corner: the corner of the pad's screen that is pressed.
        screens: the pad beside the network on one display, or each on its own.
        pad_screen: which display shows the pad: 1 is the main one, 2 the next.
        network_screen: which display shows the network, where there are two.
        hide_cursor: whether the mouse cursor is hidden.
        counts: whether sessions, drawings and verdicts are counted, on this machine alone.
        keep_drawings: whether the drawings themselves are kept beside the counts.
        supervise: whether a second process starts the program anew when it crashes or hangs.
        frozen_after_s: seconds without an answer after which the program counts as hanging.
        touch_mm: the least side of what is touched, in millimetres.
    """

    language: str = ""
    languages: tuple[str, ...] = ()
    theme: ThemeName = "dark"
    model: str = Settings().model
    models: tuple[str, ...] = ()
    view: ViewName = "network"
    text_size: TextSize = 100
    motion: Motion = "full"
    attract_after_s: float = 60.0
    ask_after_s: float = 45.0
    countdown_s: float = 15.0
    pin: str = ""
    staff_press_s: float = 5.0
    staff_corner: Corner = "top-left"
    screens: Screens = "one"
    pad_screen: int = 1
    network_screen: int = 2
    hide_cursor: bool = True
    counts: bool = True
    keep_drawings: bool = False
    supervise: bool = True
    frozen_after_s: float = 10.0
    touch_mm: float = 15.0


@dataclass(frozen=True)
class Kiosk:
    """A kiosk as it was set up, for whoever opens its window.

    Attributes:
        config: what holds.
        path: the file that it was read from, and where the staff's changes go; None for nowhere.
        problems: what in the file cannot be used, each with its line; the staff page shows them.
    """

    config: KioskConfig = KioskConfig()
    path: Path | None = None
    problems: tuple[SettingsError, ...] = ()

    @property
    def warnings(self) -> tuple[LenetError, ...]:
        """The problems, and that there is no PIN where there is none; nothing for visitors."""
        if self.config.pin:
            return self.problems
        no_pin = QT_TRANSLATE_NOOP(
            "errors", "There is no PIN: whoever finds the hidden corner gets to the staff page."
        )
        return (*self.problems, SettingsError(no_pin))
