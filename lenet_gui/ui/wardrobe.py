"""What the app wears: the look that was chosen, or the one that the desktop asks for, live."""

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from lenet_gui.settings import LookName, ThemeName
from lenet_gui.ui import theme


def desktop_look(hints: QStyleHints) -> LookName:
    """The look that suits the desktop: dark where it does not tell."""
    is_light = hints.colorScheme() is QtCore.Qt.ColorScheme.Light
    high = QtCore.Qt.ContrastPreference.HighContrast
    if hints.accessibility().contrastPreference() is high:
        return "light-contrast" if is_light else "dark-contrast"
    return "light" if is_light else "dark"


class Wardrobe(QObject):
    """Gives the app its look, and follows the desktop for as long as that is what was chosen."""

    def __init__(self, app: QApplication, hints: QStyleHints | None = None) -> None:
        """Follow `hints`; None: those of the desktop."""
        super().__init__(app)
        self._app = app
        self._theme: ThemeName = "dark"
        self._worn: LookName | None = None
        self._hints = app.styleHints() if hints is None else hints
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def wear(self, name: ThemeName) -> None:
        """Take another theme."""
        self._theme = name
        self._follow()

    def _follow(self) -> None:
        look = desktop_look(self._hints) if self._theme == "system" else self._theme
        if look == self._worn:
            return
        was_plain = self._worn in (None, "dark", "light")
        self._worn = look
        is_plain = look in ("dark", "light")
        if not is_plain:
            from lenet_gui.ui.contrast_style import ContrastStyle  # noqa: PLC0415 - seldom wanted

            self._app.setStyle(ContrastStyle())
        elif not was_plain:
            self._app.setStyle("Fusion")
        theme.apply(self._app, look)
