"""The program's end of the pipe to its supervisor."""

import os
from collections.abc import Iterator

import pytest

from lenet_gui.kiosk import heartbeat
from lenet_gui.kiosk.heartbeat import Heartbeat


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def test_without_a_supervisor_nothing_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(heartbeat.VARIABLE, raising=False)
    assert not heartbeat.is_supervised()
    assert heartbeat.from_supervisor() is None
    heartbeat.end_with_supervisor()


def test_the_supervisor_is_told_to_this_process_and_to_none_that_it_starts(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    os.set_inheritable(pipe[1], True)
    monkeypatch.setenv(heartbeat.VARIABLE, f"{pipe[1]}:{os.getppid()}")
    assert heartbeat.is_supervised()
    heart = heartbeat.from_supervisor()
    assert heart is not None
    assert not heartbeat.is_supervised()
    assert not os.get_inheritable(pipe[1])
    assert heart.beat(is_ready=False)
    assert heart.beat(is_ready=True)
    assert os.read(pipe[0], 9) == heartbeat.LOADING + heartbeat.READY


def test_a_supervisor_that_does_not_listen_is_waited_for_by_nobody(pipe: tuple[int, int]) -> None:
    heart = Heartbeat(pipe[1])
    assert all(heart.beat(is_ready=True) for _ in range(200_000))


def test_a_supervisor_that_is_gone_is_told(pipe: tuple[int, int]) -> None:
    heart = Heartbeat(pipe[1])
    os.close(pipe[0])
    assert not heart.beat(is_ready=True)
