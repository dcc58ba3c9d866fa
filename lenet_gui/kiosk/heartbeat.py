"""The program's side of being supervised: it tells that it answers, and ends with its supervisor.

One byte a second goes down a pipe that the supervisor made. A program that still loads what it
needs says so, and is given more time.
"""

import ctypes
import os
import signal
import sys

VARIABLE = "LENET_GUI_HEARTBEAT"
"""Environment: the end of the pipe that is written to, and the supervisor's process id."""

LOADING = b"."
READY = b"+"

_PR_SET_PDEATHSIG = 1  # prctl(2)


class Heartbeat:
    """Tells a supervisor that the program answers.

    Args:
        pipe: the file descriptor to write to.
    """

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        os.set_inheritable(pipe, False)  # a process started from here is not to keep it open
        if sys.platform != "win32":
            os.set_blocking(pipe, False)

    def beat(self, *, is_ready: bool) -> bool:
        """Tell that the program answers, and whether all is loaded.

        Returns whether the supervisor is still there.
        """
        try:
            os.write(self._pipe, READY if is_ready else LOADING)
        except BlockingIOError:
            pass  # the supervisor is stopped, and will have enough to read when it goes on
        except OSError:
            return False
        return True


def is_supervised() -> bool:
    """Whether this process was started by a supervisor that nobody has answered yet."""
    return VARIABLE in os.environ


def from_supervisor() -> Heartbeat | None:
    """What tells the supervisor of this process that it answers; None without a supervisor."""
    told = os.environ.pop(VARIABLE, "")
    if not told:
        return None
    pipe = int(told.partition(":")[0])
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        pipe = msvcrt.open_osfhandle(pipe, os.O_WRONLY)
    return Heartbeat(pipe)


def end_with_supervisor() -> None:
    """Have this process end when its supervisor does, even if it hangs. On Linux only."""
    told = os.environ.get(VARIABLE, "")
    if not told or sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != int(told.partition(":")[2]):
        os._exit(signal.SIGKILL)  # it ended before we asked to be told
