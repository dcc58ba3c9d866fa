"""Recipes: how each network is trained. Every figure was chosen on the validation digits."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Literal, Protocol

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.training.augment import Distortion
from lenet_gui.training.corpus import Mixture
from lenet_gui.training.handwriting import Variation
from lenet_gui.training.strokes import NO_DIGIT


class Loss(Protocol):
    """What training makes small: a number from scores (N, 10) and labels (N,).

    Beside the ten digits there is an eleventh answer, "no digit", whose score is fixed: what the
    paper calls the rubbish class (LeCun et al. 1998, equation 9). Its label is `NO_DIGIT`.
    """

    def __call__(self, scores: Tensor, labels: Tensor) -> Tensor:
        """The mean loss over the batch."""
        ...

    def answers(self, scores: Tensor) -> Tensor:
        """The eleven answers (N, 11) that scores (N, 10) come to, for a softmax over them."""
        ...

    def winner(self, scores: Tensor) -> Tensor:
        """The class (N,) that scores (N, 10) speak for, "no digit" left out."""
        ...


def _mean_loss(answers: Tensor, labels: Tensor, tolerance: float) -> Tensor:
    """Cross-entropy of a softmax over eleven answers, bounded where there is no digit.

    Letters and signs can look just like a digit: an O, a Z, an l. The loss of what is no digit is
    (1 − p^q)/q with q the tolerance (Zhang, Sabuncu, "Generalized cross entropy loss for training
    deep neural networks with noisy labels", NeurIPS 2018, equation 6): cross-entropy for q = 0,
    but the larger q, the less a drawing counts that the network is sure is a digit.
    """
    chosen = functional.log_softmax(answers, dim=1).gather(1, labels[:, None])[:, 0]
    bounded = -torch.expm1(chosen * tolerance) / tolerance
    return torch.where(labels == NO_DIGIT, bounded, -chosen).mean()


@dataclass(frozen=True)
class CrossEntropy:
    """Cross-entropy of a softmax over the scores and the 0 of "no digit".

    Attributes:
        tolerance: of drawings of no digit that look like one, above 0 and up to 1.
    """

    tolerance: float

    def __call__(self, scores: Tensor, labels: Tensor) -> Tensor:
        """The mean loss over the batch."""
        return _mean_loss(self.answers(scores), labels, self.tolerance)

    def answers(self, scores: Tensor) -> Tensor:
        """The scores, and 0 for "no digit"."""
        return functional.pad(scores, (0, 1))

    def winner(self, scores: Tensor) -> Tensor:
        """The class with the greatest score."""
        return scores.argmax(dim=1)


@dataclass(frozen=True)
class Distance:
    """The loss of LeCun et al. 1998, equation 9: for networks whose output is a distance.

    The distance to the right target, plus log(e^−j + Σ e^−distance): the second term pushes the
    other targets away, and stops where they are further than j. What is no digit has no target;
    its distance is j.

    Attributes:
        j: a positive constant.
        tolerance: of drawings of no digit that look like one, above 0 and up to 1.
    """

    j: float
    tolerance: float

    def __call__(self, scores: Tensor, labels: Tensor) -> Tensor:
        """The mean loss over the batch."""
        return _mean_loss(self.answers(scores), labels, self.tolerance)

    def answers(self, scores: Tensor) -> Tensor:
        """The distances and j for "no digit", all of them negative."""
        return functional.pad(-scores, (0, 1), value=-self.j)

    def winner(self, scores: Tensor) -> Tensor:
        """The class with the smallest distance."""
        return scores.argmin(dim=1)


@dataclass(frozen=True)
class Distillation:
    """How much a network learns from its teachers, if it has any, beside the labels.

    Hinton, Vinyals, Dean, "Distilling the knowledge in a neural network" (2015), section 2.

    Attributes:
        weight: share of the loss that comes from the teachers' answers.
        temperature: by which answers are softened, the network's own and its teachers'.
    """

    weight: float
    temperature: float

    def loss(self, answers: Tensor, lessons: Tensor) -> Tensor:
        """The mean cross-entropy of a network's answers with its teachers'.

        Args:
            answers: (N, 11), before the softmax.
            lessons: (N, 11), logarithms of the probabilities that the teachers give.
        """
        softened = functional.softmax(lessons / self.temperature, dim=1)
        unlikely = -functional.log_softmax(answers / self.temperature, dim=1)
        return (softened * unlikely).sum(dim=1).mean() * self.temperature**2


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
        distortion: how far all inputs are distorted in the first half of the steps.
        ease: share of the distortion that is left at the end; it falls evenly in the second half.
        mixture: of what, beside MNIST's digits.
        distillation: how much it learns from teachers; None without any.
        normalization: "batch" where all sums but the scores are normalized over the batch while
            it is trained, whatever the network (Ioffe, Szegedy 2015); its weights take that in.
    """

    loss: CrossEntropy | Distance
    epochs: int
    batch_size: int
    peak_rate: float
    warm_up: float
    weight_decay: float
    averaging: float
    distortion: Distortion
    ease: float
    mixture: Mixture
    distillation: Distillation | None
    normalization: Literal["none", "batch"]

    def distortion_at(self, progress: float) -> Distortion:
        """The distortion when so much of the training, from 0 to 1, is done."""
        return self.distortion.eased(1 - (1 - self.ease) * max(0.0, 2 * progress - 1))

    def for_card(self) -> dict[str, str | int | float]:
        """Every figure by its name, as it stands on the card."""
        figures = asdict(self)
        loss = {"loss": type(self.loss).__name__}
        loss |= {f"loss {name}": figure for name, figure in figures.pop("loss").items()}
        for part in ("distortion", "distillation"):
            inside = figures.pop(part) or {}
            figures |= {f"{part} {name}": figure for name, figure in inside.items()}
        mixture = figures.pop("mixture")
        figures |= {
            f"variation {name}": figure for name, figure in mixture.pop("variation").items()
        }
        figures |= {f"mixture {name}": figure for name, figure in mixture.items()}
        named = {"optimizer": "AdamW", "rate": "one cycle"} | loss | figures
        return {name.replace("_", " "): figure for name, figure in named.items()}


_DISTORTION = Distortion(
    rotation=12, shear=0.15, scale=0.15, shift=1.5, elastic=0.5, elastic_nodes=6, line=0.3
)
_MIXTURE = Mixture(
    copies=2,
    others=1,
    made_up=0.05,
    scribbles=0.06,
    variation=Variation(
        rotation=10,
        slant=0.2,
        aspect=0.45,
        bend=0.03,
        tremor=0.006,
        apart=0.03,
        end=0.1,
        join=0.1,
        variant=0.08,
    ),
)
_SOFTMAX = Recipe(
    loss=CrossEntropy(tolerance=0.5),
    epochs=50,
    batch_size=128,
    peak_rate=0.004,
    warm_up=0.2,
    weight_decay=0.01,
    averaging=0.999,
    distortion=_DISTORTION,
    ease=0.4,
    mixture=_MIXTURE,
    distillation=Distillation(weight=0.8, temperature=2.0),
    normalization="none",
)

RECIPES: Mapping[str, Recipe] = {
    "lenet5-1998": replace(
        _SOFTMAX,
        loss=Distance(j=10.0, tolerance=0.5),
        peak_rate=0.008,
        mixture=replace(_MIXTURE, made_up=0.0, scribbles=0.05),
    ),
    "lenet5-tanh": replace(_SOFTMAX, epochs=70, normalization="batch"),
    "lenet5-sigmoid": replace(_SOFTMAX, epochs=100, peak_rate=0.015, normalization="batch"),
    "lenet5-bn": replace(_SOFTMAX, epochs=80),
    "lenet5-relu": replace(_SOFTMAX, normalization="batch"),
    "teacher": replace(_SOFTMAX, epochs=18),
}
"""The recipe of every network, by its id."""
