"""Whether the desktop asks for less motion, as far as it says so where one can look."""

import os
import sys
from pathlib import Path

_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows' SystemParametersInfo."""


def is_wanted() -> bool:
    """Whether things may move: they may where nobody says otherwise."""
    if sys.platform == "win32":
        return _windows_animates()
    if sys.platform == "darwin":
        return not _macos_reduces()
    return not (_kde_stands_still() or _gtk_stands_still())


def _windows_animates() -> bool:
    import ctypes  # noqa: PLC0415 - the window comes first: what only one system needs is there

    animates = ctypes.c_int(1)
    user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]  # of Windows
    user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animates), 0)
    return bool(animates.value)


def _macos_reduces() -> bool:
    import plistlib  # noqa: PLC0415

    path = Path.home() / "Library" / "Preferences" / "com.apple.universalaccess.plist"
    try:
        with path.open("rb") as file:
            return bool(plistlib.load(file).get("reduceMotion", False))
    except (OSError, plistlib.InvalidFileException, ValueError):
        return False


def _kde_stands_still() -> bool:
    factor = _value("kdeglobals", "KDE", "AnimationDurationFactor")
    return factor is not None and factor.strip() in ("0", "0.0")


def _gtk_stands_still() -> bool:
    for version in ("4.0", "3.0"):
        value = _value(f"gtk-{version}/settings.ini", "Settings", "gtk-enable-animations")
        if value is not None:
            return value.strip().lower() in ("0", "false")
    return False


def _value(name: str, section: str, key: str) -> str | None:
    """What a file of the desktop's settings says; None where it says nothing, or no sense."""
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if not (folder / name).is_file():
        return None
    import configparser  # noqa: PLC0415

    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(folder / name, encoding="utf-8")
        return parser.get(section, key, fallback=None)
    except (configparser.Error, OSError, UnicodeDecodeError):
        return None
