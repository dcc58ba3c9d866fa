"""Calibration: probabilities that mean what they say, and when to be unsure.

Fitted to held-out material only: digits of MNIST, digits of the validation writers, and drawings
that are no digit. Each of the three counts alike, however many it has.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from lenet_gui.network import probability
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.card import CalibrationBin, Probabilities, Unsure
from lenet_gui.network.probability import Array
from lenet_gui.training.mnist import Digits

BINS = 15
"""How many parts the range of probabilities is cut into to measure calibration."""

DIGITS_UNSURE = 0.015
"""The share of held-out digits that may be unsure; leaves room under the 2 % that are promised."""

ERROR_PROMISED = 0.01
"""The expected calibration error that no material of digits may have, if that can be had."""

_ERRORS_ALLOWED = ERROR_PROMISED / 2, ERROR_PROMISED
"""The smallest of these that can be kept is: half of it is left to hands unlike any held out."""

OTHERS_WEIGHT = 0.03
"""How much all drawings of no digit count beside one material of digits where a fit begins."""

_TEMPERATURES = math.log(0.1), math.log(1000.0)  # distances may be large
_RUBBISH = -20.0, 20.0
_SHARPER = np.geomspace(0.4, 1.25, 18)
"""The temperatures that are tried, as shares of the likeliest one."""

_SURER = np.linspace(-2, 2, 17)
"""What is added to the likeliest score of the rubbish class, in likeliest temperatures."""

_NARROWING = 50
_GOLDEN = (math.sqrt(5) - 1) / 2


@dataclass(frozen=True, eq=False)
class Answers:
    """A network's answers to one part of what is held out.

    Attributes:
        scores: float32 (N, classes).
        labels: int64 (N,), numbers of classes.
    """

    scores: Array
    labels: NDArray[np.int64]


def answer(bundle: Bundle, held_out: Digits) -> Answers:
    """Have a network answer inputs that are held out."""
    inputs = held_out.inputs[:, None].astype(np.float32) / np.float32(255)
    return Answers(bundle.scores(inputs), held_out.labels)


def fit(
    rule: Probabilities,
    digits: Sequence[Answers],
    others: Answers,
    strangers: Sequence[Answers] = (),
) -> Probabilities:
    """Temperature and rubbish score for probabilities that mean what they say.

    The temperature is fitted to the digits (Guo et al., "On calibration of modern neural
    networks", ICML 2017, section 4.2), then the score of the rubbish class to digits and others.
    But what is likeliest hangs on a few drawings that nobody can read, and doubts all the rest for
    their sake. So of the rules near that, the one is taken that tells digits and others apart best
    while every material keeps half of `ERROR_PROMISED`, or, where that cannot be had, the whole.

    Args:
        rule: of the network; its figures do not matter.
        digits: answers to digits, by material.
        others: answers to what is no digit; without any there is no rubbish class.
        strangers: answers to digits that only have to keep what is promised.
    """

    def digits_unlikely(logarithm: float) -> float:
        tried = Probabilities(rule.rule, math.exp(logarithm))
        return sum(_unlikelihood(tried, part) for part in digits)

    temperature = math.exp(_smallest(digits_unlikely, *_TEMPERATURES))
    if not len(others.labels):
        return Probabilities(rule.rule, temperature)

    def all_unlikely(rubbish: float) -> float:
        tried = Probabilities(rule.rule, temperature, rubbish)
        logarithm = probability.logarithms(tried, others.scores)[1]
        return sum(_unlikelihood(tried, part) for part in digits) - OTHERS_WEIGHT * float(
            logarithm.mean()
        )

    rubbish = _smallest(all_unlikely, *_RUBBISH)
    near = [
        Probabilities(rule.rule, temperature * share, (rubbish + step) / share)
        for share in _SHARPER.tolist()
        for step in _SURER.tolist()
    ]

    def error(tried: Probabilities) -> float:
        return max(_error(tried, part) for part in (*digits, *strangers))

    def ranking(tried: Probabilities) -> float:
        doubtful = _sureness(tried, others)
        return sum(area_under_roc(_sureness(tried, part), doubtful) for part in digits)

    errors = [error(tried) for tried in near]
    smallest = min(errors)
    allowed = next((limit for limit in _ERRORS_ALLOWED if limit >= smallest), smallest)
    kept = [tried for tried, found in zip(near, errors, strict=True) if found <= allowed]
    return max(kept, key=ranking)


def rule_for_unsure(rule: Probabilities, digits: Sequence[Answers], others: Answers) -> Unsure:
    """The probability below which a verdict is unsure, with what it does to the held-out.

    Args:
        rule: fitted.
        digits: answers to digits, by material.
        others: answers to what is no digit.
    """
    best = [_sureness(rule, part) for part in digits]
    weights = np.concatenate([np.full(len(part), 1 / len(part)) for part in best]) / len(best)
    sureness = np.concatenate(best)
    order = sureness.argsort()
    below = float(sureness[order][np.searchsorted(weights[order].cumsum(), DIGITS_UNSURE)])
    right = np.concatenate([_right(rule, part) for part in digits])
    found = Unsure(
        below=below,
        digits=len(sureness),
        digits_unsure=float(weights[sureness < below].sum()),
        calibration_error=expected_error(calibration(sureness, right)),
    )
    if not len(others.labels):
        return found
    doubtful = _sureness(rule, others)
    return msgspec.structs.replace(
        found,
        others=len(doubtful),
        others_unsure=float(np.mean(doubtful < below)),
        auroc=area_under_roc(sureness, doubtful),
    )


def calibration(sureness: Array, right: NDArray[np.bool_]) -> tuple[CalibrationBin, ...]:
    """How often readings are right, by how sure they were.

    Args:
        sureness: (N,) the probability of each reading's likeliest class.
        right: (N,) whether that class was right.
    """
    edges = np.linspace(0, 1, BINS + 1)
    places = np.clip(np.digitize(sureness, edges) - 1, 0, BINS - 1)
    bins = []
    for place, (low, high) in enumerate(pairwise(edges.tolist())):
        inside = places == place
        n = int(inside.sum())
        mean = float(sureness[inside].mean(dtype=np.float64)) if n else 0.0
        bins.append(
            CalibrationBin(low, high, n, min(mean, 1.0), float(right[inside].mean()) if n else 0.0)
        )
    return tuple(bins)


def expected_error(bins: Sequence[CalibrationBin]) -> float:
    """Expected calibration error: the mean distance of accuracy and probability.

    Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning" (AAAI 2015).
    """
    total = sum(part.n for part in bins)
    return sum(part.n * abs(part.accuracy - part.probability) for part in bins) / max(total, 1)


def area_under_roc(digits: Array, others: Array) -> float:
    """How often a digit is surer than a drawing that is none; a draw counts half.

    Args:
        digits: (N,) how sure each digit was.
        others: (M,) how sure each drawing was that is no digit.
    """
    ordered = np.sort(others)
    below = np.searchsorted(ordered, digits, side="left").astype(np.float64)
    up_to = np.searchsorted(ordered, digits, side="right")
    return float((below + up_to).mean() / 2 / len(others))


def _sureness(rule: Probabilities, part: Answers) -> Array:
    """The probability of each answer's likeliest class (N,)."""
    sureness: Array = probability.probabilities(rule, part.scores).max(axis=1)
    return sureness


def _error(rule: Probabilities, part: Answers) -> float:
    """The expected calibration error of one material."""
    return expected_error(calibration(_sureness(rule, part), _right(rule, part)))


def _right(rule: Probabilities, part: Answers) -> NDArray[np.bool_]:
    """Whether each answer is right (N,)."""
    right: NDArray[np.bool_] = probability.winners(rule, part.scores) == part.labels
    return right


def _unlikelihood(rule: Probabilities, part: Answers) -> float:
    """The mean negative logarithm of the right class's share; 0 where there is nothing."""
    if not len(part.labels):
        return 0.0
    logarithms = probability.logarithms(rule, part.scores)[0]
    return -float(logarithms[np.arange(len(part.labels)), part.labels].mean(dtype=np.float64))


def _smallest(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function with one valley is smallest, by golden section."""
    for _ in range(_NARROWING):
        lower, upper = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if function(lower) < function(upper):
            high = upper
        else:
            low = lower
    return (low + high) / 2
