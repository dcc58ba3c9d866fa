"""Kiosks for three places, as the settings that differ from the defaults."""

from collections.abc import Mapping

from lenet_gui.kiosk.config import KioskConfig

PRESETS: Mapping[str, KioskConfig] = {
    # a room of its own, open all day, nobody beside it
    "museum": KioskConfig(),
    # a teacher stands beside a projector, and wants no screen that changes by itself in a lesson
    "classroom": KioskConfig(
        theme="light",
        text_size=150,
        attract_after_s=0.0,
        ask_after_s=0.0,
        staff_press_s=3.0,
        hide_cursor=False,
        counts=False,
        touch_mm=10.0,
    ),
    # a travelling exhibit: a fair, a queue, set up in a minute by whoever is there
    "suitcase": KioskConfig(
        text_size=125,
        attract_after_s=30.0,
        ask_after_s=20.0,
        countdown_s=10.0,
        staff_press_s=3.0,
    ),
}
