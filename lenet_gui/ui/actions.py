"""What one can do, as menus, keys and buttons share it."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu

from lenet_gui.settings import Settings, ThemeName
from lenet_gui.ui import icons
from lenet_gui.ui.classroom.lesson_menu import LessonMenu
from lenet_gui.ui.text_size_menu import TextSizeMenu

_KEYS = {
    "open_picture": ["Ctrl+O"],
    "save": ["Ctrl+S"],
    "save_view": ["Ctrl+Shift+S"],
    "save_map": ["Ctrl+M"],
    "save_activations": ["Ctrl+Shift+A"],
    "save_explanation": ["Ctrl+E"],
    "quit": ["Ctrl+Q"],
    "copy_view": ["Ctrl+C"],
    "copy_map": ["Ctrl+Shift+C"],
    "paste": ["Ctrl+V"],
    "undo": ["Ctrl+Z"],
    "redo": ["Ctrl+Shift+Z", "Ctrl+Y"],
    "clear": ["Ctrl+N"],
    "open_model": ["Ctrl+Shift+O"],
    "compare": ["Ctrl+K"],
    "results": ["Ctrl+R"],
    "whole_network": ["Ctrl+L"],
    "gallery": ["Ctrl+G"],
    "full_screen": ["F11"],
    "about": ["F1"],
}
_MNEMONIC = re.compile(r"\(&\w\)|&|…")
"""What a menu's text has and a button's has not."""

_THEMES: tuple[ThemeName, ...] = ("system", "dark", "light", "dark-contrast", "light-contrast")
_DIGIT_KEYS = 9
_ICONS = {
    "open_picture": "open",
    "save": "save",
    "undo": "undo",
    "redo": "redo",
    "clear": "clear",
    "gallery": "gallery",
    "learn": "learn",
    "about": "about",
}
"""Icons of actions."""


class Actions(QObject):
    """All actions of the window, with their keys, icons and texts.

    Signals:
        theme_chosen(str), language_chosen(str): another one was chosen in the menu.
        model_chosen(str): the id of another network was chosen.
    """

    model_chosen = Signal(str)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(
        self, window: QMainWindow, undo_stack: QUndoStack, languages: Sequence[str]
    ) -> None:
        super().__init__(window)
        self.undo = QAction(window, enabled=undo_stack.canUndo())
        self.undo.triggered.connect(undo_stack.undo)
        undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        self.redo = QAction(window, enabled=undo_stack.canRedo())
        self.redo.triggered.connect(undo_stack.redo)
        undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        self.paste = QAction(window)
        self.clear = QAction(window)
        self.open_picture = QAction(window)
        self.save = QAction(window)
        self.save_view = QAction(window)
        self.save_map = QAction(window)
        self.save_activations = QAction(window)
        self.save_explanation = QAction(window)
        self.copy_view = QAction(window)
        self.copy_map = QAction(window)
        self.open_model = QAction(window)
        self._sides = QActionGroup(window)
        self._sides.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self.whole_network = QAction(self._sides, checkable=True)
        self.compare = QAction(self._sides, checkable=True)
        self.results = QAction(self._sides, checkable=True)
        self.gallery = QAction(window, checkable=True)
        self.quit = QAction(window)
        self.full_screen = QAction(window, checkable=True)
        self.motion = QAction(window, checkable=True)
        self.show_log = QAction(window)
        self.about = QAction(window)
        for name, keys in _KEYS.items():
            getattr(self, name).setShortcuts([QKeySequence(key) for key in keys])
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self._themes = self._group(_THEMES, self.theme_chosen)
        self._languages = self._group(("en", *languages), self.language_chosen)
        for code, action in self._languages.items():
            action.setText("English" if code == "en" else QLocale(code).nativeLanguageName())
        # The window itself carries them too: a hidden menu bar must not take the keys with it.
        window.addActions([getattr(self, name) for name in _KEYS])
        self._menu_bar = window.menuBar()
        self._menus = [window.menuBar().addMenu("") for _ in range(5)]
        self.network_menu = self._menus[3]
        self.lessons = LessonMenu(window)
        self.learn = self.lessons.learn
        window.menuBar().insertMenu(self._menus[4].menuAction(), self.lessons)
        self._models: dict[str, QAction] = {}
        self._theme_menu, self._language_menu = QMenu(window), QMenu(window)
        self.text_size = TextSizeMenu(window)
        self._fill_menus()
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language of the moment."""
        texts = {
            self.clear: self.tr("&Clear"),
            self.paste: self.tr("&Paste picture"),
            self.open_picture: self.tr("&Open picture…"),
            self.save: self.tr("&Save drawing…"),
            self.save_view: self.tr("Save &view…"),
            self.save_map: self.tr("Save ma&p…"),
            self.save_activations: self.tr("Save &activations…"),
            self.save_explanation: self.tr("Save &explanation…"),
            self.copy_view: self.tr("C&opy view"),
            self.copy_map: self.tr("Copy &map"),
            self.open_model: self.tr("Open &model…"),
            self.compare: self.tr("&Compare"),
            self.results: self.tr("&Results"),
            self.whole_network: self.tr("&Whole network"),
            self.gallery: self.tr("&Gallery"),
            self.quit: self.tr("&Quit"),
            self.full_screen: self.tr("&Full screen"),
            self.motion: self.tr("&Motion"),
            self.show_log: self.tr("Show &log"),
            self.about: self.tr("&About LeNet GUI"),
            self._themes["dark"]: self.tr("&Dark"),
            self._themes["light"]: self.tr("&Light"),
            self._themes["dark-contrast"]: self.tr("D&ark, more contrast"),
            self._themes["light-contrast"]: self.tr("L&ight, more contrast"),
            self._themes["system"]: self.tr("Like the &system"),
            self.undo: self.tr("&Undo"),
            self.redo: self.tr("&Redo"),
        }
        for action, text in texts.items():
            action.setText(text)
            action.setIconText(_MNEMONIC.sub("", text))
        self.whole_network.setIconText(self.tr("Network"))  # beside the pad, room is scarce
        titles = (
            self.tr("&File"),
            self.tr("&Edit"),
            self.tr("&View"),
            self.tr("&Network"),
            self.tr("&Help"),
        )
        for menu, title in zip(self._menus, titles, strict=True):
            menu.setTitle(title)
        self._menu_bar.setAccessibleName(self.tr("Menu"))
        self._theme_menu.setTitle(self.tr("&Theme"))
        self._language_menu.setTitle(self.tr("&Language"))

    def offer_models(self, titles: Mapping[str, str], chosen: str) -> None:
        """List networks by id and title, with the one that reads ticked."""
        for action in self._models.values():
            self.network_menu.removeAction(action)
            action.deleteLater()
        self._models = self._group(list(titles), self.model_chosen)
        for number, (id_, action) in enumerate(self._models.items(), start=1):
            action.setText(titles[id_])
            action.setChecked(id_ == chosen)
            if number <= _DIGIT_KEYS:
                action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        self.network_menu.insertActions(self.network_menu.actions()[0], list(self._models.values()))

    def tint(self, palette: QPalette) -> None:
        """Draw the icons in the colours of a palette."""
        for name, icon in _ICONS.items():
            getattr(self, name).setIcon(icons.tinted(icon, palette))

    def tick(self, settings: Settings, language: str) -> None:
        """Tick what is in force."""
        self.motion.setChecked(settings.motion)
        self.whole_network.setChecked(settings.view == "network")
        self._themes[settings.theme].setChecked(True)
        self.text_size.tick(settings.text_size)
        if language in self._languages:
            self._languages[language].setChecked(True)

    def _fill_menus(self) -> None:
        file_menu, edit_menu, view_menu, network_menu, help_menu = self._menus
        file_menu.addActions([self.open_picture, self.open_model])
        file_menu.addSeparator()
        file_menu.addActions([self.save, self.save_view, self.save_map])
        file_menu.addActions([self.save_activations, self.save_explanation])
        file_menu.addSeparator()
        file_menu.addAction(self.quit)
        edit_menu.addActions([self.undo, self.redo])
        edit_menu.addSeparator()
        edit_menu.addActions([self.copy_view, self.copy_map, self.paste])
        edit_menu.addSeparator()
        edit_menu.addAction(self.clear)
        view_menu.addActions([self.whole_network, self.gallery, self.full_screen])
        view_menu.addSeparator()
        view_menu.addMenu(self._theme_menu)
        view_menu.addMenu(self.text_size)
        view_menu.addMenu(self._language_menu)
        view_menu.addAction(self.motion)
        network_menu.addSeparator()
        network_menu.addActions([self.compare, self.results, self.open_model])
        help_menu.addActions([self.show_log, self.about])
        self._theme_menu.addActions(list(self._themes.values()))
        self._language_menu.addActions(list(self._languages.values()))

    def _group(self, names: Sequence[str], chosen: SignalInstance) -> dict[str, QAction]:
        """Actions of which one is ticked, by name; choosing one emits `chosen(name)`."""
        group = QActionGroup(self)
        made = {}
        for name in names:
            action = QAction(group, checkable=True)
            action.triggered.connect(lambda _=False, name=name: chosen.emit(name))
            made[name] = action
        return made
