"""The process of a soak: the real program as a kiosk, and its visitors within."""

import argparse
import sys

import msgspec

from benchmarks.soak.complaints import Complaints
from benchmarks.soak.crowd import Crowd
from benchmarks.soak.diary import Diary, Failure
from benchmarks.soak.event_loop import EventLoopWatch
from benchmarks.soak.keyboard import keyboard
from benchmarks.soak.memory import MemoryWatch
from lenet_gui import app, logs, paths
from lenet_gui.kiosk import pin
from lenet_gui.kiosk.config import Kiosk, KioskConfig

_FASTER = 10
_LONGEST_BLOCK_MS = 100.0
_MOST_GROWTH_MB = 20.0
_SETTLES_S = 60.0
_PIN = "80514237"
"""No visitor knows it."""


def config() -> KioskConfig:
    """A museum's kiosk, in which time goes ten times as fast."""
    museum = KioskConfig()
    return KioskConfig(
        language="en",
        attract_after_s=museum.attract_after_s / _FASTER,
        ask_after_s=museum.ask_after_s / _FASTER,
        countdown_s=museum.countdown_s / _FASTER,
        staff_press_s=museum.staff_press_s / _FASTER,
        pin=pin.hashed(_PIN),
    )


def main() -> int:
    """Let visitors come; returns 1 if something was that must not be."""
    options = _options()
    logs.catch_crashes(paths.log_file())
    diary = Diary(_tell)
    complaints = Complaints(diary.complain)
    complaints.listen()
    with app.opened({}, None, Kiosk(config())) as (qt, _, exhibit), keyboard() as keys:
        assert exhibit is not None, "it is a kiosk"
        complaints.listen()
        watch = EventLoopWatch(
            options.server,
            diary.last,
            _LONGEST_BLOCK_MS,
            lambda block: diary.complain(str(block)),
        )
        memory = MemoryWatch(_SETTLES_S)
        crowd = Crowd(exhibit, keys, diary, watch, options.seed)
        crowd.left.connect(qt.exit)  # to `quit` the windows would refuse to close
        for start in (watch.start, memory.start):
            crowd.ready.connect(start)
        crowd.come(options.first, options.seconds)
        exhibit.ended.connect(lambda code: diary.complain(f"somebody ended it with {code}"))
        qt.exec()
        watch.stop()
        memory.stop()
    if memory.grown_mb > _MOST_GROWTH_MB:
        diary.complain(f"memory grew by {memory.grown_mb:.1f} MB")
    print(f"slowest: {watch.slowest}", file=sys.stderr)
    figures = {
        "counts": dict(diary.counts),
        **watch.figures(),
        **memory.figures(),
        "memory_mb_by_minute": memory.by_minute,
        "failures": diary.failed,
    }
    sys.stdout.write(msgspec.json.encode(figures).decode() + "\n")
    return 1 if diary.failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--first", type=int, required=True)
    parser.add_argument("--server", type=int, required=True)
    return parser.parse_args()


def _tell(failure: Failure) -> None:
    print(f"FAILED  {failure}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
