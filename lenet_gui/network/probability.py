"""Probabilities: what the scores of a network come to, by the rule on its card."""

import numpy as np
from numpy.typing import NDArray

from lenet_gui.network.card import Probabilities

Array = NDArray[np.float32]


def probabilities(rule: Probabilities, scores: Array) -> Array:
    """Probabilities (N, classes), adding up to 1, of scores (N, classes)."""
    return beliefs(rule, scores)[0]


def beliefs(rule: Probabilities, scores: Array) -> tuple[Array, Array]:
    """What to believe of scores (N, classes).

    Returns:
        The probabilities (N, classes), adding up to 1, and the probability (N,) that it is none
        of the classes, which they share evenly.
    """
    # not by way of logarithms: while somebody draws, every step of this counts
    shares = np.exp(_answers(rule, scores))
    shares /= np.add.reduce(shares, axis=1, keepdims=True)
    nothing = shares[:, -1:]
    believed: Array = shares[:, :-1]
    believed += nothing / np.float32(scores.shape[1])
    return believed, nothing[:, 0]


def winners(rule: Probabilities, scores: Array) -> NDArray[np.int64]:
    """The likeliest class (N,) of scores (N, classes), also where rubbish leaves all but equal."""
    won: NDArray[np.int64] = scores.argmin(axis=1) if rule.closest_wins else scores.argmax(axis=1)
    return won


def logarithms(rule: Probabilities, scores: Array) -> tuple[Array, Array]:
    """Logarithms of the shares of one softmax: of the classes (N, classes), of rubbish (N,)."""
    answers = _answers(rule, scores)
    answers -= np.log(np.exp(answers).sum(axis=1, keepdims=True))
    return answers[:, :-1], answers[:, -1]


def _answers(rule: Probabilities, scores: Array) -> Array:
    """What the softmax is of: classes, then rubbish (N, classes + 1); the largest is 0."""
    sign = -1 if rule.closest_wins else 1
    answers = np.empty((len(scores), scores.shape[1] + 1), np.float32)
    np.multiply(scores, sign / rule.temperature, out=answers[:, :-1], casting="same_kind")
    answers[:, -1] = -np.inf if rule.rubbish is None else rule.rubbish
    answers -= np.maximum.reduce(answers, axis=1, keepdims=True)
    return answers
