"""Which threads had a processor, and which waited for one, as Linux tells."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Self


class ThreadClock:
    """How long a thread ran and waited.

    Args:
        process: its process; 0 for this one.
        thread: its id.
    """

    def __init__(self, process: int, thread: int) -> None:
        path = f"/proc/{process or 'self'}/task/{thread}/schedstat"
        try:
            self._file = os.open(path, os.O_RDONLY)
        except OSError:
            self._file = -1  # it has ended, or the system does not tell

    def read(self) -> tuple[float, float]:
        """Milliseconds with a processor, and waiting for one; 0 where nobody tells."""
        try:
            ran, queued, _ = os.pread(self._file, 100, 0).split()
        except (OSError, ValueError):
            return 0.0, 0.0
        return int(ran) / 1e6, int(queued) / 1e6

    def close(self) -> None:
        """Read no more."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    @classmethod
    def of_this_thread(cls) -> Self:
        """That of the thread that asks."""
        return cls(0, threading.get_native_id())


class OtherClocks:
    """How long the other threads of this process, and the X server, waited for a processor.

    Args:
        server: process id of the X server.
    """

    def __init__(self, server: int) -> None:
        self._server, self._own = server, threading.get_native_id()
        self._clocks: dict[int, ThreadClock] = {server: ThreadClock(server, server)}

    def find(self) -> None:
        """See which threads there are now."""
        there = {self._server, *_threads()} - {self._own}
        for gone in self._clocks.keys() - there:
            self._clocks.pop(gone).close()
        for new in there - self._clocks.keys():
            self._clocks[new] = ThreadClock(0, new)

    def queued(self) -> dict[int, float]:
        """Milliseconds that each waited, by the thread's id."""
        return {thread: clock.read()[1] for thread, clock in self._clocks.items()}


def _threads() -> Iterable[int]:
    tasks = Path("/proc/self/task")
    return (int(one.name) for one in tasks.iterdir()) if tasks.is_dir() else ()
