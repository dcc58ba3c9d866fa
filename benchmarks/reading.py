"""(d) One reading, from strokes to probabilities, against the bare network."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.material import drawings
from lenet_gui.network import bundle
from lenet_gui.network.card import card_path
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.recognizer import Recognizer, tune_for_single_readings
from lenet_gui.settings import Settings

_ROUNDS = 5
_US = 1e6


def measure(strokes: Path | None, count: int) -> dict[str, float]:
    """Median microseconds of a reading and of its parts, over real strokes, in turns.

    Args:
        strokes: a stroke set; None for hand-made ones.
        count: how many drawings are read in each turn.
    """
    card = card_path(Settings().model)
    recognizer, network = Recognizer.load(card), bundle.load(card)
    tune_for_single_readings()
    chosen = drawings(strokes, count)
    x = ink.normalize(chosen[0])[None, None]
    parts: dict[str, Callable[[Drawing], object]] = {
        "reading_us": recognizer.read,
        "ink_us": ink.normalize,
        "bare_activations_us": lambda _: network.activations(x),
        "bare_scores_us": lambda _: network.scores(x),
    }
    rounds = [{name: _median(part, chosen) for name, part in parts.items()} for _ in range(_ROUNDS)]
    figures = {name: float(np.median([turn[name] for turn in rounds])) for name in parts}
    ratio = [turn["reading_us"] / turn["bare_activations_us"] for turn in rounds]
    return figures | {"reading_over_activations": float(np.median(ratio))}


def _median(part: Callable[[Drawing], object], chosen: list[Drawing]) -> float:
    times = []
    for drawing in chosen:
        start = time.perf_counter()
        part(drawing)
        times.append(time.perf_counter() - start)
    return float(np.median(times)) * _US
