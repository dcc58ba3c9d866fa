"""`make bench`: measure everything, print it, and write it as JSON."""

import argparse
import os
import platform
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import msgspec

from benchmarks import (
    compare,
    latency,
    package,
    reading,
    robustness,
    start,
    strokes_on_end,
    training,
)
from lenet_gui.network.fields import Unit

_ALWAYS = (
    *("start", "latency", "network", "explained in C3", "explained in C5"),
    *("memory", "reading", "compare", "training"),
)
_LARGE = (1920, 1080)
_RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure what the arguments ask for, everything by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--strokes", type=Path, action="append", default=[], help="a stroke set (.npz) to draw"
    )
    parser.add_argument("--mnist", type=Path, help="MNIST's folder (default: the cache)")
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--digits", type=int, default=6400)
    parser.add_argument("--only", choices=(*_ALWAYS, "package", "robustness"))
    options = parser.parse_args()
    strokes = options.strokes[0] if options.strokes else None
    measures: dict[str, Callable[[], dict[str, float]]] = {
        "start": start.measure,
        "latency": partial(latency.measure, strokes, options.events, (1280, 800), "compact"),
        "network": partial(latency.measure, strokes, options.events, _LARGE, "network"),
        "explained in C3": partial(
            latency.measure, strokes, options.events, _LARGE, "network", Unit("C3", 5, 4, 4)
        ),
        "explained in C5": partial(
            latency.measure, strokes, options.events, _LARGE, "network", Unit("C5", 10, 0, 0)
        ),
        "memory": partial(strokes_on_end.measure, _LARGE),
        "reading": partial(reading.measure, strokes, 1000),
        "compare": partial(compare.measure, strokes, 300, (1280, 800)),
        "training": partial(training.measure, options.mnist, options.digits),
        "package": package.measure,
        "robustness": partial(robustness.measure, options.strokes),
    }
    chosen = [options.only] if options.only else [*_ALWAYS, *["robustness"][: len(options.strokes)]]
    if options.only in (None, "package") and (reason := package.what_is_missing()):
        print(f"The frozen program is not measured: {reason}.")
        chosen = [name for name in chosen if name != "package"]
    elif options.only is None:
        chosen.append("package")
    results = {name: _alone(measures[name]) for name in chosen}
    for name, figures in results.items():
        print(name)
        for figure, value in figures.items():
            print(f"  {figure:48} {value:10.3f}")
    _RESULTS.mkdir(exist_ok=True)
    machine = {
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "strokes": strokes.name if strokes else "hand-made",
    }
    written = _RESULTS / "latest.json"
    written.write_bytes(msgspec.json.format(msgspec.json.encode(machine | results), indent=2))
    print(f"written to {written}")


def _alone(measure: Callable[[], dict[str, float]]) -> dict[str, float]:
    """Measure in a process of its own: what one sets up must not help or hinder the next."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure).result()


if __name__ == "__main__":
    main()
