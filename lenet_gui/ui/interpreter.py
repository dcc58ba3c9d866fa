"""The language that the window speaks: the catalogues of its sentences, and of Qt's own."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lenet_gui import paths


class Interpreter:
    """Has an application speak one language after another."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Speak a language, the system's if empty; English where there is no translation."""
        self.leave()
        locale = QLocale(language) if language else QLocale.system()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places = (("qtbase", qt_folder), ("lenet_gui", str(paths.resources() / "translations")))
        for name, folder in places:
            translator = QTranslator()  # goes with the list: a kiosk changes language all day
            if translator.load(locale, name, "_", folder):
                self._translators.append(translator)
        for translator in self._translators:
            self._app.installTranslator(translator)

    def leave(self) -> None:
        """Take the catalogues away: what is said is English, as it stands in the sources."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
