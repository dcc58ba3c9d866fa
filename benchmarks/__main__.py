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

from benchmarks import compare, latency, start, training

_RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Measure what the arguments ask for, everything by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--strokes", type=Path, help="a stroke set (.npz) to draw")
    parser.add_argument("--mnist", type=Path, help="MNIST's folder (default: the cache)")
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--digits", type=int, default=6400)
    parser.add_argument("--only", choices=("start", "latency", "compare", "training"))
    options = parser.parse_args()
    measures: dict[str, Callable[[], dict[str, float]]] = {
        "start": start.measure,
        "latency": partial(latency.measure, options.strokes, options.events, (1280, 800)),
        "compare": partial(compare.measure, options.strokes, 300, (1280, 800)),
        "training": partial(training.measure, options.mnist, options.digits),
    }
    chosen = [options.only] if options.only else list(measures)
    results = {name: _alone(measures[name]) for name in chosen}
    for name, figures in results.items():
        print(name)
        for figure, value in figures.items():
            print(f"  {figure:30} {value:10.3f}")
    _RESULTS.mkdir(exist_ok=True)
    machine = {
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "strokes": options.strokes.name if options.strokes else "hand-made",
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
