"""The spotlight: one layer large, all others faded."""

from __future__ import annotations

from lenet_gui.recognition.reading import Reading
from lenet_gui.ui.classroom import layer_words
from lenet_gui.ui.classroom.lesson import Desk, Lesson

_TITLE = 2.2
"""Size of a layer's name, in sizes of the window's text."""

_FIRST = 1
"""Where it begins: the first layer."""


class Spotlight(Lesson):
    """Turns from layer to layer, round and round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = _FIRST
        self._model: str | None = None
        self._view = desk.page.view

    @property
    def stage(self) -> int:
        """Which stage is lit, 0 for the input."""
        return self._stage

    def begin(self, reading: Reading | None) -> None:  # noqa: ARG002 - shows what the view shows
        """Light the layer of what is chosen, or else the first."""
        chosen = self._view.chosen
        self._stage = _FIRST if chosen is None else chosen.stage
        self.desk.panel.begin(can_turn=True)
        self.desk.panel.resize_title(_TITLE)
        self._light()

    def end(self) -> None:
        """Let all be lit."""
        self._view.show_spotlight(None)

    def turn(self, by: int) -> None:
        """To the layer after or before."""
        if self._view.stages:
            self.jump((self._stage + by) % len(self._view.stages))

    def jump(self, step: int) -> None:
        """To any layer."""
        self._stage = step
        self._light()

    def show_reading(self, reading: Reading | None) -> None:  # noqa: ARG002 - the view has it
        """Another network has layers of its own."""
        card = self._view.card
        if (None if card is None else card.id) != self._model:
            self._light()

    def retranslate(self) -> None:
        """Say the same in another language."""
        self._say()

    def _light(self) -> None:
        card = self._view.card
        self._model = None if card is None else card.id
        self._stage = min(self._stage, max(0, len(self._view.stages) - 1))
        self._view.choose(None)
        self._view.show_spotlight(self._stage if card is not None else None)
        self._say()

    def _say(self) -> None:
        panel, card, stages = self.desk.panel, self._view.card, self._view.stages
        if card is None:
            panel.say("", "")
            return
        names = [layer_words.name(stage) for stage in stages]
        panel.show_steps(names, names, self._stage)
        panel.say(names[self._stage], layer_words.sentence(card, stages, self._stage))
