"""Memory given back: circles are freed, and their pages leave the process."""

import subprocess
import sys
import weakref

import pytest

from lenet_gui import memory


class _Part:
    def __init__(self) -> None:
        self.itself = self


def test_what_refers_to_itself_is_gone() -> None:
    part = weakref.ref(_Part())
    memory.give_back()
    assert part() is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system sees to it")
def test_empty_pages_between_what_is_kept_leave_the_process() -> None:
    code = (
        "from lenet_gui import memory\n"
        "from pathlib import Path\n"
        "def resident(): return int(Path('/proc/self/statm').read_text().split()[1]) * 4096\n"
        "blocks = [bytearray(50_000) for _ in range(2000)]\n"
        "full = resident()\n"
        "del blocks[1::2], blocks[2::4]\n"
        "before = resident()\n"
        "memory.give_back()\n"
        "print(full - before < 20_000_000, before - resident() > 40_000_000)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
