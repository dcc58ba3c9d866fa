"""PyInstaller: Qt's plugins, by name. All others bring libraries that the window does not use."""

from fnmatch import fnmatch
from pathlib import Path

from PyInstaller.utils.hooks.qt import pyside6_library_info

# The offscreen platform draws `lenet-gui snapshot`; Wayland is for desktops and kiosks that have
# no X server. Compose and ibus are how people write names of files with accents or in Chinese.
# Icons are painted by QtSvg itself, and pictures are read by Pillow, so no picture formats are
# here: PNG is part of QtGui.
_PLUGINS = {
    "platforms": ("*qxcb.*", "*qwayland.*", "*qoffscreen.*", "*qwindows.*", "*qcocoa.*"),
    "wayland-shell-integration": ("*xdg-shell.*",),
    "wayland-decoration-client": ("*bradient.*",),
    "platforminputcontexts": ("*compose*", "*ibus*"),
    "styles": ("*",),
}

hiddenimports = []
datas = []
binaries = [
    (path, to)
    for kind, names in _PLUGINS.items()
    if Path(pyside6_library_info.location["PluginsPath"], kind).is_dir()
    for path, to in pyside6_library_info.collect_plugins(kind)
    if any(fnmatch(Path(path).name, name) for name in names)
]
