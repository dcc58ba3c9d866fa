"""Probabilities: what the scores of a network come to, by the rule on its card."""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.network.card import Probabilities

Array = NDArray[np.float32]


def probabilities(rule: Probabilities, scores: Array) -> Array:
    """Probabilities (N, classes), adding up to 1, of scores (N, classes)."""
    among_classes, nothing = logarithms(rule, scores)
    found: Array = np.exp(among_classes)
    if rule.rubbish is not None:
        found += np.exp(nothing)[:, None] / scores.shape[1]
    return found


def rubbish(rule: Probabilities, scores: Array) -> Array:
    """The probability (N,) that it is none of the classes, for scores (N, classes)."""
    found: Array = np.exp(logarithms(rule, scores)[1])
    return found


def logarithms(rule: Probabilities, scores: Array) -> tuple[Array, Array]:
    """Logarithms of the shares of one softmax: of the classes (N, classes), of rubbish (N,)."""
    sign = -1 if rule.rule == "softmax of negative distance" else 1
    scaled = scores * np.float32(sign / rule.temperature)
    total = np.logaddexp.reduce(scaled, axis=1)
    if rule.rubbish is None:
        return scaled - total[:, None], np.full(len(scores), -np.inf, np.float32)
    floor = np.float32(rule.rubbish)
    total = np.logaddexp(total, floor)
    return scaled - total[:, None], floor - total
