"""What an epoch is made of: inputs, labels, and what teachers make of the inputs."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Generator, Tensor

from lenet_gui.network.bundle import Bundle
from lenet_gui.training.augment import Distortion, distort
from lenet_gui.training.mnist import Digits
from lenet_gui.training.teacher import lessons

_LESSON = 128
"""So many inputs are distorted and shown to the teachers at a time."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """Inputs with their labels.

    Attributes:
        inputs: uint8 (N, 1, 32, 32), paper 0, ink 255.
        labels: int64 (N,).
        lessons: logarithms (N, 11) of what the teachers believe of the inputs, which are distorted
            already then; None without teachers.
    """

    inputs: Tensor
    labels: Tensor
    lessons: Tensor | None = None

    def __len__(self) -> int:
        """How many inputs there are."""
        return len(self.labels)

    @classmethod
    def of(cls, digits: Digits) -> "Drawn":
        """Digits as tensors."""
        return cls(torch.from_numpy(digits.inputs)[:, None], torch.from_numpy(digits.labels))

    def take(self, chosen: Tensor) -> "Drawn":
        """Only some, by their indices (M,)."""
        learned = None if self.lessons is None else self.lessons[chosen]
        return Drawn(self.inputs[chosen], self.labels[chosen], learned)

    def taught(
        self, teachers: Sequence[Bundle], distortion: Distortion, generator: Generator
    ) -> "Drawn":
        """The same, each input distorted once, with what some teachers together make of it."""
        seen, heard = [], []
        for inputs in self.inputs.split(_LESSON):  # type: ignore[no-untyped-call]
            distorted = distort(shares(inputs), distortion, generator)
            # what is kept as bytes is what the teachers are shown
            seen.append((distorted.clamp(0, 1) * 255).round().byte())
            heard.append(lessons(teachers, shares(seen[-1])))
        return Drawn(torch.cat(seen), self.labels, torch.cat(heard))


def shares(inputs: Tensor) -> Tensor:
    """Bytes as float32, paper 0, ink 1."""
    return inputs.float() / 255
