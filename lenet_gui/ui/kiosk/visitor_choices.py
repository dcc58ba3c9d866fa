"""What a visitor may choose, and where: language, network, size of the text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from lenet_gui.kiosk import offered
from lenet_gui.kiosk.config import KioskConfig
from lenet_gui.network.card import Card
from lenet_gui.settings import Settings
from lenet_gui.ui.kiosk.choice_sheet import ChoiceSheet
from lenet_gui.ui.kiosk.language_names import names_of, spoken
from lenet_gui.ui.kiosk.stage import Stage
from lenet_gui.ui.kiosk.visitor_bar import VisitorBar
from lenet_gui.ui.main_window import MainWindow


class VisitorChoices(QObject):
    """Passes on to the window of the session what is chosen in the bar and on the sheets.

    Args:
        config: which languages and networks are offered.
        cards: of all networks, by id.
        window: the first window.
        parent: owns this.

    Attributes:
        bar: the row at the window's foot.
        languages: the names of those offered, by code.
        language_sheet, model_sheet: there once they are laid over the stage.
    """

    language_sheet: ChoiceSheet
    model_sheet: ChoiceSheet

    def __init__(
        self, config: KioskConfig, cards: Mapping[str, Card], window: MainWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._cards, self._window = cards, window
        self._stage: Stage | None = None
        self.languages = names_of(config.languages or offered.languages())
        ids = config.models or tuple(cards)
        self._models = [model for model in ids if model in cards]
        self.bar = VisitorBar(self.languages, offers_models=len(self._models) > 1)
        self.bar.language_chosen.connect(self._choose_language)
        self.bar.text_size_chosen.connect(self._choose_text_size)
        self.bar.languages_wanted.connect(self._offer_languages)
        self.bar.models_wanted.connect(self._offer_models)

    def lay_over(self, stage: Stage) -> None:
        """Have the sheets over a stage, whose text is as large as chosen."""
        self._stage = stage
        self.language_sheet, self.model_sheet = ChoiceSheet(stage), ChoiceSheet(stage)
        self.language_sheet.chosen.connect(self._choose_language)
        self.model_sheet.chosen.connect(self._choose_model)

    def follow(self, window: MainWindow, begins_with: Settings) -> None:
        """Choose for another window, of which nothing was used yet."""
        self._window = window
        window.settings_changed.connect(self._show)
        self.bar.follow(window.commands.learn, window.commands.whole_network)
        self._show(begins_with)

    def close_sheets(self) -> None:
        """Let nothing lie over the window."""
        self.language_sheet.hide()
        self.model_sheet.hide()

    def titles(self, language: str) -> dict[str, str]:
        """What all networks are called in a language, by id."""
        return {
            id_: card.title.get(language, card.title["en"]) for id_, card in self._cards.items()
        }

    @Slot(object)
    def _show(self, chosen: Settings) -> None:
        """Show what is chosen now."""
        language = spoken(chosen.language, self.languages)
        title = self.titles(language).get(chosen.model, chosen.model)
        if self._stage is not None:
            self._stage.set_text_size(chosen.text_size)
        self.bar.show_choice(language, title, chosen.text_size)

    @Slot(str)
    def _choose_language(self, code: str) -> None:
        self._window.commands.language_chosen.emit(code)

    @Slot(int)
    def _choose_text_size(self, size: int) -> None:
        self._window.commands.text_size.chosen.emit(size)

    @Slot(str)
    def _choose_model(self, model: str) -> None:
        self._window.choose_model(model)

    @Slot()
    def _offer_languages(self) -> None:
        current = spoken(self._window.settings.language, self.languages)
        self.language_sheet.offer(self.languages, current)

    @Slot()
    def _offer_models(self) -> None:
        chosen = self._window.settings
        titles = self.titles(spoken(chosen.language, self.languages))
        offered_here = {model: titles[model] for model in self._models}
        self.model_sheet.offer(offered_here, chosen.model)
