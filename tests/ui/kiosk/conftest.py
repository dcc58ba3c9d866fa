"""A kiosk on the offscreen screen, with a reader whose every answer is known, and short waits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.kiosk import counts
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.network.card import Card
from lenet_gui.settings import Settings
from lenet_gui.ui.inference_worker import InferenceWorker, Reader
from lenet_gui.ui.kiosk.exhibit import Exhibit, State, first_settings
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.pad import stroke_player
from tests.ui.conftest import STROKE, MakeReading, Recorder

NEVER = 0.0
LEFT = Qt.MouseButton.LeftButton


@dataclass
class OpenKiosk:
    """Opens a kiosk, and remembers the windows of its sessions."""

    app: QApplication
    worker: InferenceWorker
    card: Card
    exhibit: Exhibit | None = None
    begun_with: list[Settings] = field(default_factory=list)

    def __call__(self, kiosk: Kiosk | None = None, **settings: object) -> Exhibit:
        quiet = KioskConfig(model=self.card.id, motion="none", ask_after_s=NEVER, theme="dark")
        config = replace(kiosk.config if kiosk else quiet, **settings)  # type: ignore[arg-type]
        config = replace(config, model=self.card.id)
        set_up = replace(kiosk or Kiosk(), config=config)
        first = self._window(first_settings(config))
        cards = {self.card.id: self.card, "other": replace_id(self.card, "other")}
        made = Exhibit(self.app, set_up, first, self.renew, self.worker, cards)
        self.exhibit = made
        made.start()
        self.worker.start()
        QApplication.processEvents()
        return made

    def renew(self, chosen: Settings) -> MainWindow:
        """Do as the app does."""
        assert self.exhibit is not None
        self.exhibit.window.hide()
        self.exhibit.window.deleteLater()
        self.worker.start_afresh([chosen.model])
        return self._window(chosen)

    def _window(self, chosen: Settings) -> MainWindow:
        self.begun_with.append(chosen)
        other = replace_id(self.card, "other")
        return MainWindow(self.worker, {self.card.id: self.card, "other": other}, chosen, ["zh_CN"])


def replace_id(card: Card, id_: str) -> Card:
    import msgspec

    return msgspec.structs.replace(card, id=id_)


@pytest.fixture
def open_kiosk(
    qtbot: QtBot, qapp: QApplication, make_reading: MakeReading, card: Card
) -> Iterator[OpenKiosk]:
    def load(model: str) -> Reader:
        return Recorder(make_reading, lambda _: None)

    worker = InferenceWorker(load, [card.id])
    opener = OpenKiosk(qapp, worker, card)
    yield opener
    if opener.exhibit is not None:
        opener.exhibit.stop()
        for part in (*opener.exhibit.stages.windows, opener.exhibit):
            part.deleteLater()
    worker.stop()
    qapp.setQuitOnLastWindowClosed(True)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def finger() -> QPointingDevice:
    made = QTest.createTouchDevice()
    assert isinstance(made, QPointingDevice)
    return made


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def tap(exhibit: Exhibit) -> None:
    """Touch the pad, wherever it leads."""
    pad = exhibit.window.pad
    QTest.mouseClick(pad, LEFT, pos=middle(pad))


def visit(exhibit: Exhibit) -> None:
    """Come, and draw nothing yet."""
    if exhibit.state is State.ATTRACT:
        tap(exhibit)
    assert exhibit.state is State.VISIT


def draw(qtbot: QtBot, exhibit: Exhibit) -> None:
    """Draw one stroke, and see it read."""
    window = exhibit.window
    stroke_player.play(window.pad, [STROKE])
    qtbot.waitUntil(
        lambda: window.reading is not None and window.reading.drawing is window.pad.drawing
    )


def counted() -> counts.Tally:
    """All that was counted."""
    whole = counts.Tally()
    for one in counts.tally(paths.counts()).values():
        whole.sessions += one.sessions
        whole.answers.update(one.answers)
    return whole


Opener = Callable[..., Exhibit]
FolderOf = Callable[[], Path]
