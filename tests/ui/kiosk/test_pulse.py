"""What tells the supervisor that the GUI thread answers."""

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from lenet_gui.kiosk.ends import QUIT
from lenet_gui.kiosk.heartbeat import LOADING, READY, Heartbeat
from lenet_gui.ui.kiosk.pulse import Pulse


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    os.set_blocking(ends[0], False)
    yield ends
    for end in ends:
        with suppress(OSError):
            os.close(end)


class Supervisor:
    """What was heard so far."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self.heard = b""

    def listen(self) -> bytes:
        with suppress(BlockingIOError):
            self.heard += os.read(self._pipe, 100)
        return self.heard


def test_the_event_loop_beats_and_says_once_all_is_loaded(
    qtbot: QtBot, pipe: tuple[int, int]
) -> None:
    supervisor = Supervisor(pipe[0])
    pulse = Pulse(Heartbeat(pipe[1]))
    assert not supervisor.listen()
    qtbot.waitUntil(lambda: supervisor.listen() == LOADING)
    pulse.get_ready()
    assert supervisor.listen() == LOADING + READY
    qtbot.waitUntil(lambda: supervisor.listen() == LOADING + READY * 2)


def test_the_program_ends_once_its_supervisor_has(qtbot: QtBot, pipe: tuple[int, int]) -> None:
    os.close(pipe[0])
    pulse = Pulse(Heartbeat(pipe[1]))
    assert QCoreApplication.instance() is not None
    assert QCoreApplication.exec() == QUIT
    assert pulse is not None
