"""What is large and freed goes back to the system, in a process of its own."""

import subprocess
import sys

import pytest

_PROGRAM = """
import ctypes, sys
from lenet_gui.kiosk import large_blocks

class Usage(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in
        "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()]

usage = ctypes.CDLL(None).mallinfo2
usage.restype = Usage
if sys.argv[1] == "apart":
    large_blocks.keep_apart()
picture = bytearray(8_000_000)
del picture  # from now on glibc takes its like from the heap
before = usage().hblkhd
pictures = [bytearray(5_000_000) for _ in range(3)]
print(usage().hblkhd - before)
"""


def pages_of_their_own(how: str) -> int:
    """Bytes of three screens' pictures that are not in the heap."""
    command = [sys.executable, "-c", _PROGRAM, how]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a setting of glibc")
def test_pictures_of_the_screen_have_pages_of_their_own_only_where_they_are_kept_apart() -> None:
    assert pages_of_their_own("apart") > 15_000_000
    assert pages_of_their_own("as usual") < 1_000_000
