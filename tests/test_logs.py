"""The log in a process of its own: how large it gets, and what of a crash is in it."""

import subprocess
import sys
from pathlib import Path

import pytest

MOST_BYTES = 5_000_000


def run(program: str, log: Path) -> "subprocess.CompletedProcess[str]":
    """Run a program that logs to `log`; it has `logs`, `logging` and `log`."""
    start = "import logging, sys\nfrom pathlib import Path\nfrom lenet_gui import logs\n"
    return subprocess.run(
        [sys.executable, "-c", f"{start}log = Path(sys.argv[1])\n{program}", str(log)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_log_and_what_crashes_leave_stay_below_5_mb(tmp_path: Path) -> None:
    log = tmp_path / "log" / "lenet-gui.log"
    log.parent.mkdir()
    log.with_suffix(".crash").write_bytes(b"stack\n" * 1_000_000)
    done = run(
        "logs.catch_crashes(log)\nlogs.install(log)\n"
        "for _ in range(12_000): logging.getLogger('test').info('x' * 1000)",
        log,
    )
    assert done.returncode == 0, done.stderr
    sizes = {path.name: path.stat().st_size for path in log.parent.iterdir()}
    assert len(sizes) == 6
    assert MOST_BYTES * 0.8 < sum(sizes.values()) <= MOST_BYTES


def test_a_hard_crash_is_in_the_log_of_the_next_run_once(tmp_path: Path) -> None:
    log = tmp_path / "lenet-gui.log"
    crash = "import ctypes\ndef of_the_test(): ctypes.string_at(0)\n"
    done = run(f"logs.catch_crashes(log)\nlogs.install(log)\n{crash}of_the_test()", log)
    assert done.returncode != 0
    for _ in range(2):
        assert run("logs.catch_crashes(log)\nlogs.install(log)", log).returncode == 0
    told = log.read_text("utf-8")
    assert told.count("an earlier run crashed") == 1
    assert "in of_the_test" in told


def test_an_error_that_ends_a_thread_is_logged(tmp_path: Path) -> None:
    log = tmp_path / "lenet-gui.log"
    program = (
        "import threading\nlogs.install(log)\n"
        "thread = threading.Thread(target=lambda: 1 / 0)\nthread.start(); thread.join()"
    )
    assert run(program, log).returncode == 0
    assert "ZeroDivisionError" in log.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_told_and_ends_nothing(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    program = (
        "logs.catch_crashes(log)\nprint(logs.install(log))\n"
        "logging.getLogger('test').warning('still told')"
    )
    done = run(program, in_the_way / "lenet-gui.log")
    assert done.returncode == 0
    assert done.stdout.startswith(f"No log is kept at {in_the_way}")
    assert "still told" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("folder", ["log", "file/log"])
def test_a_program_without_streams_logs_or_does_not_and_goes_on(
    tmp_path: Path, folder: str
) -> None:
    (tmp_path / "file").write_text("no folder")
    log = tmp_path / folder / "lenet-gui.log"
    program = (
        "import os\nsys.stdout = sys.stderr = None\n"
        "logs.catch_crashes(log)\nlogs.install(log)\n"
        "logging.getLogger('test').warning('a warning')\n"
        "from lenet_gui import cli\n"
        "assert cli.main(['models', '--json']) == 0\n"
        "assert cli.main(['describe', 'none']) == 2\n"
        "os._exit(7)"
    )
    assert run(program, log).returncode == 7
    assert log.is_file() == (folder == "log")
