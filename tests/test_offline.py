"""Nothing leaves the machine: the whole program opens no socket of any network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import json, os, socket, sys
from pathlib import Path

asked = []

def hear(event, arguments):
    if event == "socket.__new__":
        is_local = arguments[1] == getattr(socket, "AF_UNIX", None)
    elif event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        is_local = arguments[0].family == getattr(socket, "AF_UNIX", None)
    else:
        is_local = not event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib."))
    if not is_local:
        asked.append(event)

sys.addaudithook(hear)

import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from lenet_gui import app, cli
from lenet_gui.kiosk import ends
from lenet_gui.ui.pad import stroke_player

def networks():
    "Sockets of TCP, UDP and the like that this process holds, by the kernel's word."
    held = set()
    for fd in Path("/proc/self/fd").iterdir():
        try:
            held.add(os.readlink(fd))
        except OSError:
            pass
    found = []
    for name in ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp"):
        table = Path("/proc/self/net", name)
        for line in table.read_text().splitlines()[1:] if table.exists() else ():
            fields = line.split()
            if any(f"socket:[{field}]" in held for field in fields):
                found.append(f"{name} {line}")
    return found

class Told(app.App):
    def start(self, *arguments):
        super().start(*arguments)
        self.worker.answered.connect(self.tell)
        stroke = np.array([[0.5, 0.2], [0.5, 0.8]], np.float32)
        QTimer.singleShot(0, lambda: stroke_player.play(self.window.pad, [stroke]))

    def tell(self, readings):
        self.worker.answered.disconnect(self.tell)
        digits = [reading.verdict.digit for reading in readings]
        print(json.dumps({"digits": digits, "asked": asked, "open": networks()}), flush=True)
        QTimer.singleShot(0, lambda: QCoreApplication.exit(ends.QUIT))

app.App = Told
exec(sys.argv[1])
code = cli.main(sys.argv[2:])
assert code in (0, ends.QUIT), code
print(json.dumps({"asked": asked, "open": networks()}))
"""


def told(*arguments: str, first: str = "") -> list[dict[str, list[str]]]:
    """What the program held and asked for when it had read a digit, and at its end.

    Args:
        arguments: of the command line.
        first: what it does before.
    """
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, first, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="only Linux tells")
@pytest.mark.parametrize("arguments", [(), ("--kiosk", "--no-supervise")], ids=["own", "kiosk"])
def test_the_program_opens_no_socket_of_a_network(arguments: tuple[str, ...]) -> None:
    reading, end = told(*arguments)
    assert reading["digits"]
    assert (reading["asked"], reading["open"]) == ([], [])
    assert end == {"asked": [], "open": []}


@pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="only Linux tells")
def test_a_program_that_opened_one_would_be_found_out() -> None:
    reading, _ = told(
        first="kept = socket.socket(); kept.bind(('127.0.0.1', 0)); kept.listen();"
        "local = socket.socketpair()"
    )
    assert reading["digits"]
    assert reading["asked"] == ["socket.__new__", "socket.bind"]
    assert len(reading["open"]) == 1
