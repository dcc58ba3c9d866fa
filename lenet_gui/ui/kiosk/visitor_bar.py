"""The row at the window's foot: start again, and what a visitor may choose."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from lenet_gui.ui import icons
from lenet_gui.ui.folding_row import FoldingRow
from lenet_gui.ui.kiosk.roomy_button import RoomyButton

TEXT_SIZES = (100, 125, 150, 200)
_SIDE_BY_SIDE = 3
"""So many languages have a button each; more are offered on a sheet."""

_ICON_LINES = 1.4


class VisitorBar(FoldingRow):
    """Buttons as wide as their words; on a narrow screen in two rows.

    Signals:
        afresh_wanted(): somebody wants to begin anew.
        language_chosen(str): a code.
        languages_wanted(), models_wanted(): the languages, or the networks, are to be offered.
        text_size_chosen(int): in percent.
    """

    afresh_wanted = Signal()
    language_chosen = Signal(str)
    languages_wanted = Signal()
    models_wanted = Signal()
    text_size_chosen = Signal(int)

    def __init__(
        self, languages: Mapping[str, str], *, offers_models: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text_size = TEXT_SIZES[0]
        self._title = ""
        self.afresh_button = self._button()
        self.afresh_button.clicked.connect(self.afresh_wanted)
        self.learn_button = self._button()
        self.view_button = self._button()
        self.models_button = self._button()
        self.models_button.setVisible(offers_models)
        self.models_button.clicked.connect(self.models_wanted)
        self.text_button = self._button()
        self.text_button.clicked.connect(self._next_text_size)
        self.add(0, self.afresh_button)
        self.add_gap(0, grows=True)
        self.add(0, self.learn_button, self.view_button)
        self.add(1, self.models_button, self.text_button)
        self.add_gap(1)
        self.languages_button = self._button()
        self.languages_button.clicked.connect(self.languages_wanted)
        self.languages_button.setVisible(len(languages) > _SIDE_BY_SIDE)
        self.add(1, self.languages_button)
        self.language_buttons: dict[str, RoomyButton] = {}
        if 1 < len(languages) <= _SIDE_BY_SIDE:
            for code, name in languages.items():
                self.language_buttons[code] = self._language_button(code, name)
            self.add(1, *self.language_buttons.values())
        self._languages = languages
        self._retranslate()

    def follow(self, learn: QAction, view: QAction) -> None:
        """Do what these actions do: the lessons, and what is beside the pad."""
        for button, action in ((self.learn_button, learn), (self.view_button, view)):
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def show_choice(self, language: str, title: str, text_size: int) -> None:
        """Show what is in force: a language's code, a network's title, the text in percent."""
        for code, button in self.language_buttons.items():
            button.setChecked(code == language)
        self._title = title
        self.languages_button.setText(self._languages.get(language, language))
        self._text_size = text_size
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak the new language, tint the icon for the new theme, size it with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._draw_icon()
        super().changeEvent(event)

    def _next_text_size(self) -> None:
        sizes = (*TEXT_SIZES, TEXT_SIZES[0])
        self.text_size_chosen.emit(sizes[sizes.index(self._text_size) + 1])

    def _button(self) -> RoomyButton:
        return RoomyButton(self)

    def _language_button(self, code: str, name: str) -> RoomyButton:
        button = self._button()
        button.setText(name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.language_chosen.emit(code))
        return button

    def _draw_icon(self) -> None:
        side = round(self.fontMetrics().height() * _ICON_LINES)
        self.afresh_button.setIcon(icons.tinted("afresh", self.palette()))
        self.afresh_button.setIconSize(QSize(side, side))
        self.afresh_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _retranslate(self) -> None:
        self.afresh_button.setText(self.tr("Start again"))
        self.text_button.setText(self.tr("Text {size} %").format(size=self._text_size))
        self.text_button.setAccessibleName(self.tr("Size of the text"))
        self.models_button.setText(self._title)
        self.models_button.setAccessibleName(self.tr("Network that reads"))
        self.languages_button.setAccessibleName(self.tr("Language"))
