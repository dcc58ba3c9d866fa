"""`make soak`: visitors at ten times human speed, at the real kiosk on a virtual screen.

They draw, touch everything, switch, wait, try to get out, and leave in the middle of it. It fails
on an exception, a warning of Qt or of the log, growth of memory, a GUI thread that does not answer,
a way out of the kiosk, and a session that leaves something to the next. The seed replays it.
"""

import argparse
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from benchmarks.desktop import Desktop, missing_tools

_RESULTS = Path(__file__).parents[1] / "results"
_PROJECT = Path(__file__).parents[2]
_STARTS_AND_ENDS_S = 180.0
_CANNOT = 2


def main() -> int:
    """Run the program and its visitors; returns the exit code."""
    options = _options()
    if missing := missing_tools():
        print(f"Install {' and '.join(missing)} first.", file=sys.stderr)
        return _CANNOT
    print(f"seed {options.seed}, {options.minutes:g} minutes", flush=True)
    with Desktop() as desktop, tempfile.TemporaryDirectory() as home:
        code, told = _run(options, desktop, Path(home))
    if told:
        figures = msgspec.json.decode(told.splitlines()[-1])
        _print(figures)
        _keep({"seed": options.seed, "minutes": options.minutes, **figures})
    if code:
        print(f"Failed. To replay: make soak SEED={options.seed} MINUTES={options.minutes:g}")
        print(
            f"From one visitor on: python -m benchmarks.soak --seed {options.seed} --first NUMBER"
        )
    return code


def _run(options: argparse.Namespace, desktop: Desktop, home: Path) -> tuple[int, str]:
    """Run the process of the soak; returns its exit code and what it said."""
    seconds = 60 * options.minutes
    arguments = {
        "--seconds": seconds,
        "--seed": options.seed,
        "--first": options.first,
        "--server": desktop.process_id,
    }
    given = [str(part) for pair in arguments.items() for part in pair]
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.soak.guests", *given],
        cwd=_PROJECT,
        env=_environment(desktop, home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        told, _ = process.communicate(timeout=seconds + _STARTS_AND_ENDS_S)
    except subprocess.TimeoutExpired:
        print("It hangs.", file=sys.stderr)
        process.send_signal(signal.SIGABRT)  # it writes down where it was
        told, _ = process.communicate()
    if process.returncode < 0:
        print(f"It was ended by signal {-process.returncode}.", file=sys.stderr)
        for left in sorted(home.rglob("*crash*")):
            print(left.read_text("utf-8", "replace"), file=sys.stderr)
    return abs(process.returncode), told


def _environment(desktop: Desktop, home: Path) -> Mapping[str, str]:
    """Nothing of whoever runs this, but for where the program is."""
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "DISPLAY": desktop.display,
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
    }


def _print(figures: Mapping[str, float | list[float] | Mapping[str, int]]) -> None:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            for part, count in sorted(value.items()):
                print(f"  {part:28} {count:10}")
        elif isinstance(value, list):
            print(f"  {name:28} {' '.join(map(str, value))}")
        else:
            print(f"  {name:28} {value:10.1f}")


def _keep(figures: Mapping[str, object]) -> None:
    _RESULTS.mkdir(exist_ok=True)
    written = _RESULTS / "soak.json"
    written.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=2))
    print(f"written to {written}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=None, help="of a run to be replayed")
    parser.add_argument("--first", type=int, default=0, help="number of the first visitor")
    options = parser.parse_args()
    if options.seed is None:
        options.seed = secrets.randbelow(10**6)
    return options


if __name__ == "__main__":
    sys.exit(main())
