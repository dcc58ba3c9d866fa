"""The keyboard of the screen that a soak runs on."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


class Keyboard:
    """A keyboard of the screen's own: real keys, whichever window has the focus."""

    def __init__(self, typist: "subprocess.Popen[str]") -> None:
        self._typist = typist

    def do(self, line: str) -> None:
        """Have xdotool do something, soon."""
        assert self._typist.stdin is not None
        self._typist.stdin.write(f"{line}\n")
        self._typist.stdin.flush()


@contextmanager
def keyboard() -> Iterator[Keyboard]:
    """The keyboard of the screen that this process draws on."""
    xdotool = shutil.which("xdotool")
    assert xdotool is not None, "the soak looked for it"
    with subprocess.Popen(
        [xdotool, "-"], stdin=subprocess.PIPE, text=True, stdout=subprocess.DEVNULL
    ) as typist:
        yield Keyboard(typist)
        assert typist.stdin is not None
        typist.stdin.close()
