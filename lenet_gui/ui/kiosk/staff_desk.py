"""The staff's part of the kiosk: from the hidden corner over the PIN to the page, and back."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lenet_gui import paths
from lenet_gui.errors import LenetError
from lenet_gui.kiosk import config_file, ends
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.kiosk.pin import PinGuard
from lenet_gui.ui.kiosk import corner_press
from lenet_gui.ui.kiosk.corner_press import CornerPress
from lenet_gui.ui.kiosk.gate import Gate
from lenet_gui.ui.kiosk.pin_pad import PinPad
from lenet_gui.ui.kiosk.staff_page import StaffFacts, StaffPage
from lenet_gui.ui.kiosk.stages import Stages
from lenet_gui.ui.message_bar import sentence

_log = logging.getLogger(__name__)

_NOTES_KEPT = 6
"""Of what went wrong, the newest are shown to the staff; the log has all."""


class StaffDesk(QObject):
    """Lets the staff in, and keeps what they change.

    Args:
        kiosk: how it was set up.
        languages: all that the app speaks, names by code.
        models: all networks, titles by id.

    Attributes:
        config: what holds now.

    Signals:
        opened(): somebody found the corner.
        left(): nobody of the staff is there any more.
        ended(int): the program is to end with this code.
    """

    opened = Signal()
    left = Signal()
    ended = Signal(int)

    def __init__(
        self,
        gate: Gate,
        stages: Stages,
        kiosk: Kiosk,
        languages: Mapping[str, str],
        models: Mapping[str, str],
    ) -> None:
        super().__init__(stages)
        self._gate, self._stages, self._kiosk = gate, stages, kiosk
        self._languages, self._models = languages, models
        self._place = kiosk.path
        self._notes: deque[str] = deque(maxlen=_NOTES_KEPT)
        self.config: KioskConfig = kiosk.config
        self.pin_pad: PinPad | None = None
        self.page: StaffPage | None = None
        config = kiosk.config
        self.corner = CornerPress(gate, stages.stage, config.staff_corner, config.staff_press_s)
        self.corner.held.connect(self._open)
        gate.used.connect(self._stay)

    @property
    def is_open(self) -> bool:
        """Whether the PIN is asked for, or the page is there."""
        return any(part is not None and part.isVisible() for part in (self.pin_pad, self.page))

    @property
    def notes(self) -> list[str]:
        """What went wrong, the newest last, in the language of the moment."""
        return list(self._notes)

    def note(self, error: LenetError) -> None:
        """Remember what went wrong, which no visitor is told."""
        _log.warning("%s", error)
        told = sentence(error)
        if told not in self._notes:
            self._notes.append(told)

    def fit_corner(self) -> None:
        """Have the corner as large as a finger wants it on this screen."""
        stages = self._stages
        self.corner.side = corner_press.side_for(stages.target, stages.stage.size())

    def _open(self) -> None:
        if self.is_open:
            return
        self.opened.emit()
        if self.config.pin:
            self._pin_pad().ask()
        else:
            self._show_page()

    def _pin_pad(self) -> PinPad:
        if self.pin_pad is None:
            guard = PinGuard(self.config.pin, paths.wrong_tries_file())
            self.pin_pad = PinPad(guard, self._stages.stage)
            self.pin_pad.admitted.connect(self._show_page)
            self.pin_pad.closed.connect(self.left)
        return self.pin_pad

    def _show_page(self) -> None:
        if self.page is None:
            self.page = StaffPage(paths.counts(), self._stages.stage)
            self.page.chosen.connect(self._change)
            self.page.left.connect(self.left)
            self.page.restart_wanted.connect(lambda: self.ended.emit(ends.RESTART))
            self.page.quit_wanted.connect(lambda: self.ended.emit(ends.QUIT))
        facts = StaffFacts(self._languages, self._models, self._place, self._wrong())
        self.page.show_facts(self.config, facts)

    def _stay(self) -> None:
        if self.page is not None:
            self.page.stay()

    def _wrong(self) -> list[str]:
        return [*map(sentence, self._kiosk.warnings), *self._notes]

    def _change(self, name: str, value: object) -> None:
        """Take another setting, and keep it if it can be kept."""
        self.config = replace(self.config, **{name: value})  # type: ignore[arg-type]  # as offered
        try:
            if self._kiosk.path is not None:
                config_file.change(self._kiosk.path, {name: value})
                self._place = self._kiosk.path
        except LenetError as error:
            self._place = None
            self.note(error)
        if self.page is not None:
            self.page.show_place(self._place, self._wrong())
