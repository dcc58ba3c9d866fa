"""The program as its supervisor sees it: a process, and when it was last heard of."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from lenet_gui.kiosk.heartbeat import READY, VARIABLE

_GRACE_S = 5.0


class Child:
    """One run of the program.

    Args:
        command: what to start.
        folder: where to start it.

    Attributes:
        began: when it was started, in seconds of `time.monotonic`.
        ready_at: when it first told that all is loaded; None before.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.began = self._heard = time.monotonic()
        self.ready_at: float | None = None
        pipe, its_end = os.pipe()
        try:
            self._process = _started(command, folder, its_end)
        except BaseException:
            os.close(pipe)
            raise
        finally:
            os.close(its_end)
        self._listener = threading.Thread(target=self._listen, args=(pipe,), daemon=True)
        self._listener.start()

    @property
    def id(self) -> int:
        """Its process id."""
        return self._process.pid

    def code(self) -> int | None:
        """Its exit code, −N if signal N ended it; None while it runs."""
        return self._process.poll()

    def silent_s(self) -> float:
        """Seconds since it was heard of."""
        return time.monotonic() - self._heard

    def answered_s(self) -> float:
        """Seconds from when it was ready to when it was last heard of; 0 before."""
        return 0.0 if self.ready_at is None else self._heard - self.ready_at

    def excuse(self) -> None:
        """Take it as heard of now: it was not listened to."""
        self._heard = time.monotonic()

    def is_stopped(self) -> bool:
        """Whether somebody stopped it, as SIGSTOP does. Known where the system tells."""
        if sys.platform == "win32" or not hasattr(os, "waitid"):
            return False
        try:
            seen = os.waitid(os.P_PID, self.id, os.WSTOPPED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return False
        return seen is not None

    def kill(self) -> None:
        """End it and what it started, whatever it is doing, and wait for that."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):  # all have ended by themselves
                os.killpg(self.id, signal.SIGKILL)
        self._process.wait()

    def ask_to_end(self) -> None:
        """Let it end by itself; it is ended after a while if it does not."""
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE_S)
        self.kill()

    def _listen(self, pipe: int) -> None:
        with open(pipe, "rb", buffering=0) as beats:
            while heard := beats.read(4096):
                self._heard = time.monotonic()
                if self.ready_at is None and READY in heard:
                    self.ready_at = self._heard


def _started(command: Sequence[str], folder: Path, pipe: int) -> "subprocess.Popen[bytes]":
    """Start a program that inherits the end of a pipe to write to."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        handle = msvcrt.get_osfhandle(pipe)
        os.set_handle_inheritable(handle, True)
        return subprocess.Popen(  # noqa: S603 - our own program
            command, cwd=folder, env=_environment(handle), close_fds=False
        )
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        cwd=folder,
        env=_environment(pipe),
        stdin=subprocess.DEVNULL,
        pass_fds=(pipe,),
        start_new_session=True,  # so that what it started can be ended with it
    )


def _environment(pipe: int) -> dict[str, str]:
    return {**os.environ, VARIABLE: f"{pipe}:{os.getpid()}"}
