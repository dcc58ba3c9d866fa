"""PyInstaller: of Qt's own translations, those of the languages that the app speaks."""

from pathlib import Path

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)

_TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"
_WANTED = {path.name.replace("lenet_gui", "qtbase") for path in _TRANSLATIONS.glob("*.qm")}

datas = [(path, to) for path, to in datas if Path(path).name in _WANTED]
