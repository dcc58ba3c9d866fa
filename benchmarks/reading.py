"""(d) One reading, from strokes to probabilities, against the bare network."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.material import drawings
from lenet_gui.network import bundle
from lenet_gui.network.card import card_path
from lenet_gui.recognition import ink
from lenet_gui.recognition.recognizer import Recognizer, tune_for_single_readings
from lenet_gui.settings import Settings

_ROUNDS = 5
_US = 1e6


def measure(strokes: Path | None, count: int) -> dict[str, float]:
    """Median microseconds of a reading and of its parts, over real strokes, in turns.

    The bare network runs as the app runs it, tuned: on one input again and again, which is all a
    processor can be asked to have at hand, and on the input of every drawing as a reading has to;
    and, before anything is tuned, as torch runs it by itself.

    Args:
        strokes: a stroke set; None for hand-made ones.
        count: how many drawings are read in each turn.
    """
    card = card_path(Settings().model)
    recognizer, network = Recognizer.load(card), bundle.load(card)
    chosen = drawings(strokes, count)
    inputs = [ink.normalize(drawing)[None, None] for drawing in chosen]
    order = range(len(chosen))
    untuned = _median(lambda place: network.activations(inputs[place]), order)
    tune_for_single_readings()
    parts: dict[str, Callable[[int], object]] = {
        "reading_us": lambda place: recognizer.read(chosen[place]),
        "ink_us": lambda place: ink.normalize(chosen[place]),
        "bare_activations_us": lambda _: network.activations(inputs[0]),
        "bare_activations_each_us": lambda place: network.activations(inputs[place]),
        "bare_scores_us": lambda _: network.scores(inputs[0]),
    }
    rounds = [{name: _median(part, order) for name, part in parts.items()} for _ in range(_ROUNDS)]
    figures = {name: float(np.median([turn[name] for turn in rounds])) for name in parts}
    figures["untuned_activations_us"] = untuned
    for name, bare in (
        ("reading_over_activations", "bare_activations_us"),
        ("reading_over_activations_each", "bare_activations_each_us"),
    ):
        figures[name] = float(np.median([turn["reading_us"] / turn[bare] for turn in rounds]))
    return figures | {"reading_over_untuned": figures["reading_us"] / untuned}


def _median(part: Callable[[int], object], order: Sequence[int]) -> float:
    times = []
    for place in order:
        start = time.perf_counter()
        part(place)
        times.append(time.perf_counter() - start)
    return float(np.median(times)) * _US
