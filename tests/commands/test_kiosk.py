"""The kiosk's commands, each in a process of its own, and the program that they keep running."""

import argparse
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenet_gui import paths
from lenet_gui.commands import kiosk, kiosk_start
from lenet_gui.commands.parser import parse
from lenet_gui.kiosk import autostart, ends, pin
from lenet_gui.kiosk.config import Kiosk, KioskConfig
from lenet_gui.kiosk.config_file import load
from lenet_gui.kiosk.counts import Counts
from lenet_gui.kiosk.presets import PRESETS
from tests.kiosk.patience import until
from tests.test_cli import lenet_gui, modules_after


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


def test_the_presets_offered_are_those_there_are() -> None:
    assert tuple(PRESETS) == kiosk.PRESETS


@pytest.mark.parametrize("preset", PRESETS)
def test_a_file_for_a_place_is_printed_or_written(path: Path, preset: str) -> None:
    printed = lenet_gui("kiosk-config", "--preset", preset).stdout
    assert lenet_gui("kiosk-config", "--preset", preset, "--out", path).returncode == 0
    assert path.read_text() == printed
    assert load(path) == Kiosk(PRESETS[preset], path, ())


def test_the_file_is_explained_in_the_language_of_the_terminal(path: Path) -> None:
    done = lenet_gui("kiosk-config", environment={"LANGUAGE": "zh_CN"})
    path.write_text(done.stdout, "utf-8")
    assert load(path) == Kiosk(KioskConfig(), path, ())
    comments = [line for line in done.stdout.splitlines() if line.startswith("# ")]
    assert not [line for line in comments if not re.search("[\u4e00-\u9fff]", line)]
    assert not [line for line in comments if re.match("# [，。；：、）”]", line)]
    assert max(columns(line) for line in comments) <= 98


def columns(line: str) -> int:
    """How much of a terminal's row a line takes."""
    return sum(1 + (unicodedata.east_asian_width(mark) in "WF") for mark in line)


def test_a_file_that_is_there_is_replaced_only_by_force(path: Path) -> None:
    path.write_text("ours")
    done = lenet_gui("kiosk-config", "--out", path)
    assert done.returncode == 2
    assert done.stderr == f"{path} is there already; --force replaces it.\n"
    assert path.read_text() == "ours"
    assert lenet_gui("kiosk-config", "--out", path, "--force").returncode == 0
    assert load(path).config == KioskConfig()


def test_a_place_that_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    for out in (tmp_path / ("x" * 300), tmp_path / "kiosk.toml" / "kiosk.toml"):
        (tmp_path / "kiosk.toml").touch()
        done = lenet_gui("kiosk-config", "--out", out)
        assert done.returncode == 2
        assert "could not be written" in done.stderr
    done = lenet_gui("kiosk-install", "--user", tmp_path / ("x" * 300))
    assert done.returncode == 2
    assert "There is no file" in done.stderr


def asked_for_pin(*arguments: str | Path, typed: str) -> "subprocess.CompletedProcess[str]":
    """`kiosk-pin` where a program types."""
    return subprocess.run(
        [sys.executable, "-m", "lenet_gui", "kiosk-pin", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_pin_is_printed_as_the_line_to_paste(path: Path) -> None:
    done = asked_for_pin(typed="2468\n2468\n")
    path.write_text(done.stdout)
    kiosk = load(path)
    assert not kiosk.problems
    assert pin.matches("2468", kiosk.config.pin)


def test_a_pin_is_put_into_the_file_and_nothing_else_changes(path: Path) -> None:
    lenet_gui("kiosk-config", "--out", path)
    before = path.read_text().splitlines()
    assert asked_for_pin("--write", path, typed="2468\n2468\n").returncode == 0
    changed = [(b, a) for b, a in zip(before, path.read_text().splitlines(), strict=True) if b != a]
    assert [was for was, _ in changed] == ['pin = ""']
    assert pin.matches("2468", load(path).config.pin)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2468\n2469\n", "These were two different PINs."),
        ("12\n12\n", "A PIN has 4 to 12 digits."),
        ("", "A PIN has 4 to 12 digits."),
    ],
)
def test_no_pin_is_a_sentence(path: Path, typed: str, told: str) -> None:
    done = asked_for_pin("--write", path, typed=typed)
    assert (done.returncode, done.stderr.strip()) == (2, told)
    assert not path.exists()


def test_a_pin_typed_at_a_terminal_is_not_shown() -> None:
    terminal, its_end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "lenet_gui", "kiosk-pin"],
        stdin=its_end,
        stdout=its_end,
        stderr=its_end,
        start_new_session=True,
    ):
        os.close(its_end)
        shown = b""
        for prompt in (b"PIN: ", b"again: "):
            while not shown.endswith(prompt):
                shown += os.read(terminal, 1)
            os.write(terminal, b"2468\n")
        while b"pin =" not in shown or not shown.endswith(b"\n"):
            shown += os.read(terminal, 1)
    os.close(terminal)
    assert b"2468" not in shown
    kept = re.search(rb'pin = "(.*)"', shown)
    assert kept is not None
    assert pin.matches("2468", kept[1].decode())


def test_counts_are_printed_or_written(tmp_path: Path) -> None:
    counts = Counts(paths.counts())
    counts.session_began()
    counts.drawing_read("4")
    printed = lenet_gui("kiosk-counts", "--by", "month").stdout
    head, line = printed.splitlines()
    assert head.startswith("month,sessions,drawings,0,1")
    assert line.split(",")[1:8] == ["1", "1", "0", "0", "0", "0", "1"]
    out = tmp_path / "counts.csv"
    done = lenet_gui("kiosk-counts", "--by", "month", "--out", out)
    assert str(out) in done.stdout
    assert out.read_text() == printed


def test_the_kiosk_is_installed_with_its_file_and_removed(path: Path) -> None:
    path.write_text('theme = "pink"\n')
    done = lenet_gui("kiosk-install", "--user", path)
    assert done.returncode == 0
    assert f"{path}, line 1: theme is one of" in done.stderr
    assert "There is no PIN" in done.stderr
    assert f"{autostart.entry_file()} written" in done.stdout
    runs = shlex.split(re.findall("it runs: (.*)", done.stdout)[0])
    assert runs == [sys.executable, "-m", "lenet_gui", "--kiosk", str(path)]
    started = autostart.unit_file() if autostart.has_systemd() else autostart.entry_file()
    assert str(path) in started.read_text()
    done = lenet_gui("kiosk-install", "--user", "--remove")
    assert f"{autostart.entry_file()} removed" in done.stdout
    assert not autostart.entry_file().exists()
    assert not autostart.unit_file().exists()
    assert lenet_gui("kiosk-install", "--user", "--remove").stdout == "Nothing was installed.\n"


def test_a_kiosk_whose_file_is_not_there_is_not_installed(path: Path) -> None:
    done = lenet_gui("kiosk-install", "--user", path)
    assert done.returncode == 2
    assert f"kiosk-config --out {path}" in done.stderr
    assert not autostart.entry_file().exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--supervise",),
        ("--no-supervise",),
        ("--kiosk", "kiosk.toml", "digit.png"),
        ("--kiosk", "kiosk.toml", "models"),
        ("--kiosk", "kiosk.toml", "--model", "lenet5-tanh"),
        ("--kiosk", "--theme", "light"),
        ("kiosk-install",),
        ("kiosk-config", "--preset", "office"),
        ("kiosk-counts", "--by", "year"),
    ],
    ids=" ".join,
)
def test_options_that_do_not_go_together_are_a_usage(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2


@pytest.mark.parametrize(
    ("given", "file"), [(["--kiosk"], Path()), (["--kiosk", "our.toml"], Path("our.toml"))]
)
def test_a_kiosk_is_asked_for_by_an_option(given: list[str], file: Path) -> None:
    options = parse([*given, "--no-supervise"])
    assert (options.call, options.kiosk, options.supervise) == (kiosk.open_kiosk, file, False)


def test_the_commands_of_a_kiosk_start_without_anything_heavy() -> None:
    assert not modules_after("['kiosk-config']") & {"torch", "numpy", "PySide6", "PIL"}


def codes_of(*ends_of_windows: int) -> int:
    """The exit code of an unsupervised kiosk whose window ends like this."""
    left = iter(ends_of_windows)
    options = argparse.Namespace(kiosk=Path(), supervise=False)
    return kiosk_start.run(options, lambda _options, _kiosk: next(left))


def test_without_a_supervisor_the_staffs_quit_is_a_good_end() -> None:
    assert codes_of(ends.QUIT) == 0
    assert codes_of(7) == 7


RESTARTS = """
import argparse
from pathlib import Path
from lenet_gui.commands import kiosk_start
from lenet_gui.kiosk.ends import RESTART
options = argparse.Namespace(kiosk=Path(), supervise=False)
kiosk_start.run(options, lambda _options, _kiosk: RESTART)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_without_a_supervisor_the_program_restarts_in_its_own_place() -> None:
    with subprocess.Popen([sys.executable, "-c", RESTARTS]) as process:
        command = Path(f"/proc/{process.pid}/cmdline")
        until(lambda: command.read_bytes().endswith(b"lenet_gui\0--kiosk\0--no-supervise\0"))
        process.kill()


class Running:
    """`lenet-gui --kiosk`, supervised, as a museum runs it."""

    def __init__(self, file: Path) -> None:
        self.parent = subprocess.Popen(
            [sys.executable, "-m", "lenet_gui", "--kiosk", str(file)],
            cwd=Path(__file__).parents[2],
            stderr=subprocess.PIPE,
        )

    def child(self, run: int) -> int:
        """The process id of the program's first run, second, …, once it is ready."""
        return until(lambda: ready(paths.supervisor_log_file(), run))[-1]


def ready(log: Path, runs: int) -> list[int]:
    """The processes that got ready, by the supervisor's log, once they are so many."""
    told = log.read_text() if log.exists() else ""
    found = [int(process) for process in re.findall(r"process (\d+) is ready", told)]
    return found[:runs] if len(found) >= runs else []


@pytest.fixture
def running(path: Path) -> Iterator[Running]:
    path.write_text('attract_after_s = "soon"\n')
    made = Running(path)
    yield made
    made.parent.terminate()
    made.parent.communicate(timeout=60)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_the_program_is_back_after_a_kill_and_a_stop_and_ends_with_its_supervisor(
    running: Running, path: Path
) -> None:
    first = running.child(1)
    maps = Path(f"/proc/{running.parent.pid}/maps").read_text()
    assert not re.search("torch|Qt6|numpy", maps)
    assert re.search("torch", Path(f"/proc/{first}/maps").read_text())
    os.kill(first, signal.SIGKILL)
    second = running.child(2)
    os.kill(second, signal.SIGSTOP)
    third = running.child(3)
    assert len({first, second, third}) == 3
    running.parent.terminate()
    _, told = running.parent.communicate(timeout=60)
    assert running.parent.returncode == 0
    assert not Path(f"/proc/{third}").exists()
    assert b"Traceback" not in told
    assert f"{path}, line 1: attract_after_s is 0 (never) or a number".encode() in told
    log = paths.supervisor_log_file().read_text()
    assert "was ended by SIGKILL" in log
    assert "was stopped and is ended" in log


HANGS_ONCE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from lenet_gui import app, cli
class Hangs(app.App):
    def start(self, *arguments):
        super().start(*arguments)
        self.worker.loaded.connect(self.hang)
    def hang(self, _card):
        if not Path(sys.argv[1]).exists():
            Path(sys.argv[1]).touch()
            QTimer.singleShot(1500, lambda: time.sleep(1000))
app.App = Hangs
sys.exit(cli.main(["--kiosk", "--supervise"]))
"""
SUPERVISOR = """
import logging, sys
from pathlib import Path
from lenet_gui.kiosk.supervisor import Supervisor, Times
logging.basicConfig(filename=sys.argv[1], level=logging.INFO, format="%(message)s")
times = Times(frozen_s=4.0)  # twice what a busy machine takes between two beats
sys.exit(Supervisor([sys.executable, "-c", *sys.argv[2:]], Path.cwd(), times).run())
"""


def test_a_window_that_no_longer_answers_is_ended_and_another_opened(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(log), HANGS_ONCE, str(tmp_path / "hung")],
        cwd=Path(__file__).parents[2],
    ) as supervisor:
        first, _ = until(lambda: ready(log, 2))
        supervisor.terminate()
    assert supervisor.returncode == 0
    assert f"process {first} has not answered for 4 s and is ended" in log.read_text()
