"""Recipes: how each network is trained. Every figure was chosen on the validation digits."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.training.augment import Distortion


class Loss(Protocol):
    """What training makes small: a number from scores (N, 10) and labels (N,)."""

    def __call__(self, scores: Tensor, labels: Tensor) -> Tensor:
        """The mean loss over the batch."""
        ...

    def winner(self, scores: Tensor) -> Tensor:
        """The class (N,) that scores (N, 10) speak for."""
        ...


@dataclass(frozen=True)
class CrossEntropy:
    """Cross-entropy of a softmax over the scores.

    Attributes:
        smoothing: share of each label that is spread evenly over all classes.
    """

    smoothing: float

    def __call__(self, scores: Tensor, labels: Tensor) -> Tensor:
        """The mean loss over the batch."""
        return functional.cross_entropy(scores, labels, label_smoothing=self.smoothing)

    def winner(self, scores: Tensor) -> Tensor:
        """The class with the greatest score."""
        return scores.argmax(dim=1)


@dataclass(frozen=True)
class Distance:
    """The loss of LeCun et al. 1998, equation 9: for networks whose output is a distance.

    The distance to the right target, plus log(e^−j + Σ e^−distance): the second term pushes the
    other targets away, and stops where they are further than j.

    Attributes:
        j: a small positive constant.
    """

    j: float

    def __call__(self, scores: Tensor, labels: Tensor) -> Tensor:
        """The mean loss over the batch."""
        floor = scores.new_full((len(scores), 1), -self.j)
        competition = torch.logsumexp(torch.cat([floor, -scores], dim=1), dim=1)
        return (scores.gather(1, labels[:, None])[:, 0] + competition).mean()

    def winner(self, scores: Tensor) -> Tensor:
        """The class with the smallest distance."""
        return scores.argmin(dim=1)


@dataclass(frozen=True)
class Recipe:
    """How a network is trained: AdamW, one-cycle rate, averaged weights.

    Attributes:
        loss: what is made small.
        epochs: times each training digit is seen.
        batch_size: digits per step.
        peak_rate: the largest learning rate of the cycle.
        warm_up: share of the steps in which the rate rises.
        weight_decay: AdamW's.
        averaging: share of the averaged weights that each step keeps.
        distortion: how far the digits are distorted.
    """

    loss: CrossEntropy | Distance
    epochs: int
    batch_size: int
    peak_rate: float
    warm_up: float
    weight_decay: float
    averaging: float
    distortion: Distortion

    def for_card(self) -> dict[str, str | int | float]:
        """Every figure by its name, as it stands on the card."""
        figures = asdict(self)
        loss = {"loss": type(self.loss).__name__}
        loss |= {f"loss {name}": figure for name, figure in figures.pop("loss").items()}
        distortion = figures.pop("distortion")
        figures |= {f"distortion {name}": figure for name, figure in distortion.items()}
        named = {"optimizer": "AdamW", "rate": "one cycle"} | loss | figures
        return {name.replace("_", " "): figure for name, figure in named.items()}


_LIGHT = Distortion(
    rotation=12, shear=0.15, scale=0.12, shift=1.5, elastic=0.5, elastic_nodes=6, line=0
)
_SOFTMAX = Recipe(
    loss=CrossEntropy(smoothing=0.0),
    epochs=40,
    batch_size=128,
    peak_rate=0.004,
    warm_up=0.2,
    weight_decay=0.01,
    averaging=0.999,
    distortion=_LIGHT,
)

RECIPES: Mapping[str, Recipe] = {
    "lenet5-1998": replace(_SOFTMAX, loss=Distance(j=0.1), epochs=50, peak_rate=0.008),
    "lenet5-tanh": _SOFTMAX,
    "lenet5-sigmoid": replace(_SOFTMAX, epochs=50, peak_rate=0.015),
    "lenet5-bn": _SOFTMAX,
    "lenet5-relu": _SOFTMAX,
}
"""The recipe of every network, by its id."""
