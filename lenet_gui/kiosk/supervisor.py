"""Keeps the program of a kiosk running: starts it anew when it crashes or hangs; never gives up.

It is a small process of its own, and logs what a technician wants to know afterwards.
"""

import logging
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from lenet_gui.kiosk.child import Child
from lenet_gui.kiosk.ends import QUIT, RESTART

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Times:
    """How long is waited for what, in seconds.

    Attributes:
        frozen_s: without an answer, until the program counts as hanging.
        start_s: the same while it still loads what it needs, even from a slow disk.
        stopped_s: that it is stopped (SIGSTOP), until it is ended.
        pauses_s: before it is started anew; the first after it ran well, the last from then on.
        well_s: that it answers once it is ready, until it counts as having run well.
        look_s: between two looks at it.
    """

    frozen_s: float = 10.0
    start_s: float = 120.0
    stopped_s: float = 1.0
    pauses_s: tuple[float, ...] = (0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0)
    well_s: float = 10.0
    look_s: float = 0.25


class Supervisor:
    """Runs a program again and again until the staff quits it, or somebody ends the supervisor.

    Args:
        command: the program and its arguments.
        folder: where it is started.
        times: how long is waited for what.
    """

    def __init__(self, command: Sequence[str], folder: Path, times: Times) -> None:
        self._command = command
        self._folder = folder
        self._times = times
        self._failures = 0
        self._signal = 0  # the one that asked for the end

    def run(self) -> int:
        """Keep the program running; returns the exit code of the supervisor.

        To be called in the main thread: SIGTERM and SIGINT end the program, then this.
        """
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._take_signal)
        while not self._signal:
            code = self._run_once()
            if code == QUIT:
                _log.info("the staff quit the program")
                return 0
            if not self._signal:
                self._wait(self._pause(code))
        _log.info("ended by %s", signal.Signals(self._signal).name)
        return 0 if self._signal == signal.SIGTERM else 128 + self._signal

    def _run_once(self) -> int | None:
        """Run the program to its end; its exit code, None if it had to be ended."""
        try:
            child = Child(self._command, self._folder)
        except OSError as error:
            _log.error("the program cannot be started: %s", error)
            return None
        _log.info("process %d started", child.id)
        code = self._watch(child)
        if child.answered_s() >= self._times.well_s:
            self._failures = 0
        return code

    def _watch(self, child: Child) -> int | None:
        looked = time.monotonic()
        stopped_at: float | None = None
        is_ready = False
        while (code := child.code()) is None:
            self._wait(self._times.look_s)
            if self._signal:
                child.ask_to_end()
                return None
            now = time.monotonic()
            if now - looked > self._times.look_s + self._times.stopped_s:
                child.excuse()  # it was us who did not look: stopped, or on a busy machine
            looked = now
            if child.ready_at is not None and not is_ready:
                is_ready = True
                _log.info("process %d is ready, %.1f s on", child.id, child.ready_at - child.began)
            stopped_at = (stopped_at or now) if child.is_stopped() else None
            if reason := self._why_to_end(child, stopped_at):
                _log.warning("process %d %s and is ended", child.id, reason)
                child.kill()
                return None
        child.kill()  # what it may have left behind
        if code not in (QUIT, RESTART):
            _log.warning("process %d %s", child.id, _told(code))
        return code

    def _why_to_end(self, child: Child, stopped_at: float | None) -> str:
        """What is wrong with a child that runs; empty if nothing is."""
        if stopped_at is not None and time.monotonic() - stopped_at >= self._times.stopped_s:
            return "was stopped"
        patience = self._times.start_s if child.ready_at is None else self._times.frozen_s
        if child.silent_s() > patience:
            return f"has not answered for {patience:g} s"
        return ""

    def _pause(self, code: int | None) -> float:
        """Seconds until the program is started anew."""
        if code == RESTART:
            _log.info("the staff restarts the program")
            self._failures = 0
            return 0.0
        pause = self._times.pauses_s[min(self._failures, len(self._times.pauses_s) - 1)]
        self._failures += 1
        _log.info("starting it anew in %g s", pause)
        return pause

    def _wait(self, seconds: float) -> None:
        """Wait, but not for long once somebody asks for the end."""
        until = time.monotonic() + seconds
        while not self._signal and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, self._times.look_s))

    def _take_signal(self, number: int, _: FrameType | None) -> None:
        self._signal = number


def _told(code: int) -> str:
    """An exit code in words."""
    if code >= 0:
        return f"ended with exit code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
