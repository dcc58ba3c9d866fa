"""What keeps the program running: real processes that crash, hang and are stopped, short times."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lenet_gui.kiosk.ends import QUIT, RESTART
from lenet_gui.kiosk.supervisor import Times
from tests.kiosk.patience import until

SUPERVISOR = """
import logging, sys
from pathlib import Path
from lenet_gui.kiosk.supervisor import Supervisor, Times
logging.basicConfig(filename=sys.argv[1], level=logging.INFO, format="%(message)s")
times = Times(frozen_s=1.0, start_s=6.0, stopped_s=0.2, pauses_s=(0.0, 0.01, 0.02, 0.03),
              well_s=0.3, look_s=0.02)
sys.exit(Supervisor(sys.argv[2:], Path.cwd(), times).run())
"""
START = """
import os, sys, time
from pathlib import Path
from lenet_gui.kiosk import heartbeat
heartbeat.end_with_supervisor()
heart = heartbeat.from_supervisor()
with open("runs", "a") as file: file.write(f"{os.getpid()}\\n")
run = len(Path("runs").read_text().split())
def live(is_ready=True, beats=10**9):
    for _ in range(beats):
        heart.beat(is_ready=is_ready)
        time.sleep(0.05)
"""


class Kiosk:
    """A supervisor in a process of its own, and what it starts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, program: str) -> None:
        self.start_command(sys.executable, "-c", START + program)

    def start_command(self, *command: str) -> None:
        root = str(Path(__file__).parents[2])
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISOR, str(self._folder / "log"), *command],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": root},
        )

    def runs(self) -> list[int]:
        """The process ids of what was started so far."""
        path = self._folder / "runs"
        return [int(line) for line in path.read_text().split()] if path.exists() else []

    def run(self, number: int) -> int:
        """The process id of the first run, the second, …, once there is one."""
        return until(lambda: self.runs()[number - 1 : number])[0]

    def log(self) -> str:
        path = self._folder / "log"
        return path.read_text() if path.exists() else ""

    def told(self, pattern: str) -> "list[str]":
        """What the log says of this, once it does."""
        return until(lambda: re.findall(pattern, self.log()))

    def end(self, number: int = signal.SIGTERM) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(60)


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path)
    yield made
    if made.process is not None:
        made.end()
    for process in made.runs():
        until(lambda process=process: not is_running(process))  # type: ignore[misc]


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


LIVES: list[Callable[[int], None]] = [
    lambda process: os.kill(process, signal.SIGKILL),
    lambda process: os.kill(process, signal.SIGSEGV),
    lambda process: os.kill(process, signal.SIGSTOP),
]


@pytest.mark.parametrize("harm", LIVES, ids=["SIGKILL", "SIGSEGV", "SIGSTOP"])
def test_what_is_killed_or_stopped_is_back(kiosk: Kiosk, harm: Callable[[int], None]) -> None:
    kiosk.start("live()")
    first = kiosk.run(1)
    kiosk.told(f"process {first} is ready")
    harm(first)
    second = kiosk.run(2)
    kiosk.told(f"process {second} is ready")
    assert not is_running(first)


def test_what_a_program_left_behind_when_it_crashed_is_ended(kiosk: Kiosk) -> None:
    kiosk.start(
        "import subprocess\n"
        "other = subprocess.Popen(['sleep', '1000'])\n"
        "with open('runs', 'a') as file: file.write(f'{other.pid}\\n')\n"
        "os.abort()"
    )
    kiosk.run(3)
    until(lambda: not is_running(kiosk.run(2)))


def test_what_is_stopped_before_it_is_ready_is_back(kiosk: Kiosk) -> None:
    kiosk.start("live(is_ready=False)")
    os.kill(kiosk.run(1), signal.SIGSTOP)
    kiosk.run(2)


def test_what_no_longer_answers_is_ended_with_all_that_it_started(kiosk: Kiosk) -> None:
    kiosk.start(
        "import subprocess\n"
        "other = subprocess.Popen(['sleep', '1000'])\n"
        "with open('runs', 'a') as file: file.write(f'{other.pid}\\n')\n"
        "live(beats=5)\n"
        "while True: pass"
    )
    kiosk.run(4)
    kiosk.told(f"process {kiosk.run(1)} has not answered for 1 s and is ended")
    assert not is_running(kiosk.run(1))
    assert not is_running(kiosk.run(2))


def test_a_start_that_takes_longer_than_an_answer_may_is_no_hang(kiosk: Kiosk) -> None:
    kiosk.start("time.sleep(1.5); live(False, 2); time.sleep(1.5); live(beats=20); sys.exit(80)")
    assert kiosk.process is not None
    assert kiosk.process.wait(60) == 0
    assert len(kiosk.runs()) == 1
    assert "not answered" not in kiosk.log()


def test_a_start_that_never_ends_is_one(kiosk: Kiosk) -> None:
    kiosk.start("time.sleep(1000)")
    kiosk.run(2)
    assert "has not answered for 6 s" in kiosk.log()


def test_a_program_that_cannot_start_is_tried_again_and_again_more_and_more_slowly(
    kiosk: Kiosk,
) -> None:
    kiosk.start("sys.exit(3)")
    kiosk.run(7)
    pauses = re.findall(r"anew in (\S+) s", kiosk.log())
    assert pauses[:6] == ["0", "0.01", "0.02", "0.03", "0.03", "0.03"]
    assert "ended with exit code 3" in kiosk.log()


def test_a_program_that_is_not_there_is_waited_for(kiosk: Kiosk, tmp_path: Path) -> None:
    program = tmp_path / "program"
    kiosk.start_command(str(program))
    kiosk.told("cannot be started")
    content = f"#!{sys.executable}\n{START}live()"
    (tmp_path / "new").write_text(content)
    (tmp_path / "new").chmod(0o700)
    (tmp_path / "new").rename(program)
    kiosk.told("is ready")


def test_having_run_well_makes_the_next_pause_the_shortest(kiosk: Kiosk) -> None:
    kiosk.start("live(beats=40) if run == 4 else sys.exit(1)")
    kiosk.run(5)
    pauses = re.findall(r"anew in (\S+) s", kiosk.log())
    assert pauses[:4] == ["0", "0.01", "0.02", "0"]


def test_an_end_that_nobody_asked_for_is_an_accident_even_a_good_one(kiosk: Kiosk) -> None:
    kiosk.start("sys.exit(0)")
    kiosk.run(2)


def test_the_staff_restarts_and_quits(kiosk: Kiosk) -> None:
    kiosk.start(f"sys.exit({RESTART} if run < 4 else {QUIT})")
    assert kiosk.process is not None
    assert kiosk.process.wait(60) == 0
    assert len(kiosk.runs()) == 4
    assert "anew in" not in kiosk.log()
    assert kiosk.log().splitlines()[-1] == "the staff quit the program"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 128 + signal.SIGINT)]
)
def test_a_signal_to_the_supervisor_ends_both(kiosk: Kiosk, number: int, code: int) -> None:
    kiosk.start("live()")
    process = kiosk.run(1)
    kiosk.told("is ready")
    assert kiosk.end(number) == code
    assert not is_running(process)
    assert len(kiosk.runs()) == 1


def test_a_program_that_will_not_end_is_ended(kiosk: Kiosk) -> None:
    kiosk.start("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); live()")
    process = kiosk.run(1)
    kiosk.told("is ready")
    assert kiosk.end() == 0
    assert not is_running(process)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next beat tells, if one comes")
def test_a_hanging_program_ends_with_its_supervisor(kiosk: Kiosk) -> None:
    kiosk.start("while True: pass")
    process = kiosk.run(1)
    kiosk.end(signal.SIGKILL)
    until(lambda: not is_running(process))


def test_a_supervisor_that_was_stopped_itself_blames_nobody(kiosk: Kiosk) -> None:
    kiosk.start("live(beats=40); sys.exit(80)")
    kiosk.told("is ready")
    assert kiosk.process is not None
    kiosk.process.send_signal(signal.SIGSTOP)
    time.sleep(1.5)  # longer than the program may be silent
    kiosk.process.send_signal(signal.SIGCONT)
    assert kiosk.process.wait(60) == 0
    assert len(kiosk.runs()) == 1


def test_the_times_of_a_kiosk_are_those_that_are_promised() -> None:
    times = Times()
    assert times.frozen_s == 10
    assert times.pauses_s[0] == 0
    assert list(times.pauses_s) == sorted(times.pauses_s)
    assert times.stopped_s + 2 * times.look_s + times.pauses_s[1] < 5
