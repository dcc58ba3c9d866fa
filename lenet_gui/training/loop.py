"""The training loop: everything the next step depends on, one epoch at a time.

The inputs of an epoch lie in memory as one tensor; batches are cut from it and distorted whole,
with no loader and no work per digit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from lenet_gui.network.architectures import LeNet
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.layers import Convolution
from lenet_gui.training.augment import distort
from lenet_gui.training.corpus import Corpus
from lenet_gui.training.drawn import Drawn, shares
from lenet_gui.training.mnist import Digits
from lenet_gui.training.recipes import Recipe
from lenet_gui.training.strokes import NO_DIGIT
from lenet_gui.training.teacher import NETWORKS

_EVALUATION_BATCH = 1_000

_KEPT_EPOCHS = 3
"""So many epochs in a row see the same drawings, though distorted differently: drawing all anew
takes a third of an epoch's time. A network with teachers sees the same distortions too, for all
teachers together take longer over an input than the network that learns."""


@dataclass(frozen=True)
class Score:
    """Mean loss and accuracy (0 to 1) over some digits."""

    loss: float
    accuracy: float


class Trainer:
    """A network in training. The same arguments give the same weights on the same machine.

    Args:
        id: of the network, from `NETWORKS`.
        recipe: how it is trained.
        corpus: what it is trained on.
        seed: of the initial weights, the order of the inputs and all that is done to them.
        teachers: whom to learn from, where the recipe says so; they see what the network sees.
    """

    def __init__(
        self,
        id: str,  # noqa: A002
        recipe: Recipe,
        corpus: Corpus,
        seed: int,
        teachers: Sequence[Bundle] = (),
    ) -> None:
        self._teachers = teachers
        self._id = id
        self._recipe = recipe
        self._corpus = corpus
        self.steps = -(-corpus.size(recipe.mixture) // recipe.batch_size)
        self._seed = seed
        self._kept: Drawn | None = None
        self._generator = torch.Generator().manual_seed(seed)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            network = self._untrained()
        # oneDNN's convolutions are quickest in this layout of memory
        self._network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._averaged = AveragedModel(
            self._network,
            multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging),  # type: ignore[no-untyped-call]
            use_buffers=True,
        )
        self._optimizer = torch.optim.AdamW(
            self._network.parameters(), weight_decay=recipe.weight_decay, fused=True
        )
        self._rate = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer,
            max_lr=recipe.peak_rate,
            total_steps=recipe.epochs * self.steps,
            pct_start=recipe.warm_up,
        )

    def epoch(self, after_step: Callable[[Score], object] = lambda _: None) -> Score:
        """Train on an epoch of the corpus.

        Args:
            after_step: is told the score of the epoch so far after every step.

        Returns:
            The score over the epoch, measured on the distorted inputs as they were trained on. What
            is no digit counts for the loss, not for the accuracy.
        """
        self._network.train()
        drawn = self._drawn()
        loss = correct = seen = digits = 0.0
        order = torch.randperm(len(drawn), generator=self._generator)
        for chosen in order.split(self._recipe.batch_size):  # type: ignore[no-untyped-call]
            batch = drawn.take(chosen)
            batch_loss, batch_correct = self._step(batch)
            digits += int((batch.labels != NO_DIGIT).sum())
            seen += len(chosen)
            loss += batch_loss * len(chosen)
            correct += batch_correct
            after_step(Score(loss / seen, correct / digits))
        return Score(loss / seen, correct / digits)

    def _drawn(self) -> Drawn:
        """What the epoch that begins is made of; drawn anew every few epochs."""
        epoch = self._rate.last_epoch // self.steps
        if self._kept is None or epoch % _KEPT_EPOCHS == 0:
            turn = epoch // _KEPT_EPOCHS
            chance = np.random.default_rng([self._seed, turn])
            self._kept = Drawn.of(self._corpus.epoch(self._recipe.mixture, chance))
            if self._teachers and self._recipe.distillation:
                distortion = self._recipe.distortion_at(turn * _KEPT_EPOCHS / self._recipe.epochs)
                generator = torch.Generator().manual_seed(int(chance.integers(2**32)))
                self._kept = self._kept.taught(self._teachers, distortion, generator)
        return self._kept

    def _step(self, batch: Drawn) -> tuple[float, int]:
        """One step on a batch; returns its mean loss and how many were read right."""
        inputs = shares(batch.inputs)
        if batch.lessons is None:
            progress = self._rate.last_epoch / (self._recipe.epochs * self.steps)
            inputs = distort(inputs, self._recipe.distortion_at(progress), self._generator)
        scores = self._network(inputs.contiguous(memory_format=torch.channels_last))
        loss = self._recipe.loss(scores, batch.labels)
        if batch.lessons is not None and (distillation := self._recipe.distillation):
            learned = distillation.loss(self._recipe.loss.answers(scores), batch.lessons)
            loss = torch.lerp(loss, learned, distillation.weight)
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimizer.step()
        self._rate.step()
        self._averaged.update_parameters(self._network)
        return loss.item(), int((self._recipe.loss.winner(scores) == batch.labels).sum())

    def score(self, digits: Digits) -> Score:
        """The averaged network's score over undistorted digits."""
        return score(self._averaged, digits, self._recipe)

    def network(self) -> LeNet:
        """The averaged network, ready to be exported."""
        network = self._untrained()
        network.load_state_dict(self._averaged.module.state_dict())
        if self._recipe.normalization == "batch":
            for layer in _squashed(network):
                layer.fold()
        return network.eval()

    def _untrained(self) -> LeNet:
        """A network as it is trained."""
        network = NETWORKS[self._id]()
        if self._recipe.normalization == "batch":
            for layer in _squashed(network):
                layer.normalize()
        return network

    def state(self) -> dict[str, Any]:
        """All that the next epoch depends on."""
        return {
            "network": self._network.state_dict(),
            "averaged": self._averaged.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "rate": self._rate.state_dict(),
            "generator": self._generator.get_state(),
            "seed": self._seed,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a state, so that the next epoch is the one that would have followed."""
        self._network.load_state_dict(state["network"])
        self._averaged.load_state_dict(state["averaged"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._rate.load_state_dict(state["rate"])
        self._generator.set_state(state["generator"])
        self._seed = int(state["seed"])
        self._kept = None


def _squashed(network: LeNet) -> list[Convolution]:
    """The convolutions of a network whose sums are squashed: all but the one that gives scores."""
    layers = [layer for _, layer in network.named_layers() if isinstance(layer, Convolution)]
    return [layer for layer in layers if layer.squashing != "identity"]


def score(network: nn.Module, digits: Digits, recipe: Recipe) -> Score:
    """The score of a network over undistorted digits; 0 and 0 if there are none."""
    if not len(digits):
        return Score(0.0, 0.0)
    network.eval()
    drawn = Drawn.of(digits)
    with torch.inference_mode():
        batches = drawn.inputs.split(_EVALUATION_BATCH)  # type: ignore[no-untyped-call]
        scores = torch.cat([network(shares(batch)) for batch in batches])
        loss = recipe.loss(scores, drawn.labels).item()
    right = recipe.loss.winner(scores).numpy() == digits.labels
    return Score(loss, float(np.mean(right)))
