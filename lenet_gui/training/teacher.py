"""The teacher: a network that ships with nothing, from which the small ones learn.

It has nearly four times LeNet-5's parameters and reads what they find hard; what it makes of a
doubtful drawing tells a small network more than its label does (Hinton, Vinyals, Dean, "Distilling
the knowledge in a neural network", 2015, arXiv 1503.02531).
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from lenet_gui.network import probability
from lenet_gui.network.architectures import ARCHITECTURES, LeNet
from lenet_gui.network.bundle import Bundle
from lenet_gui.network.layers import Convolution, InputScaling, Layer, MaxPooling
from lenet_gui.training.strokes import NO_DIGIT


class Teacher(LeNet):
    """LeNet-5's plan with a layer and many maps more, batch norm and ReLU."""

    id = "teacher"
    title = {"en": "Teacher", "zh_CN": "教师网络"}  # noqa: RUF012
    source = "This project"
    parameters_expected = 225_974

    def __init__(self) -> None:
        layers: dict[str, Layer] = {
            # (N, 1, 32, 32)
            "C1": Convolution(1, 16, 5, "relu", batch_norm=True),
            # (N, 16, 28, 28)
            "S2": MaxPooling(),
            # (N, 16, 14, 14)
            "C3": Convolution(16, 32, 3, "relu", batch_norm=True),
            # (N, 32, 12, 12)
            "C4": Convolution(32, 48, 3, "relu", batch_norm=True),
            # (N, 48, 10, 10)
            "S4": MaxPooling(),
            # (N, 48, 5, 5)
            "C5": Convolution(48, 160, 5, "relu", batch_norm=True),
            # (N, 160, 1, 1)
            "F6": Convolution(160, 84, 1, "relu"),
            # (N, 84, 1, 1)
            "output": Convolution(84, 10, 1, "identity"),
            # (N, 10, 1, 1)
        }
        super().__init__(InputScaling(), layers)


NETWORKS: Mapping[str, Callable[[], LeNet]] = {**ARCHITECTURES, Teacher.id: Teacher}
"""Every network that can be trained, by its id."""


def lessons(teachers: Sequence[Bundle], inputs: Tensor) -> Tensor:
    """What some networks together make of inputs (N, 1, 32, 32).

    Returns:
        Logarithms (N, 11) of the mean of their probabilities, "no digit" last.
    """
    total = np.zeros((len(inputs), NO_DIGIT + 1), np.float32)
    for teacher in teachers:
        rule = teacher.card.probabilities
        classes, rubbish = probability.logarithms(rule, teacher.scores(inputs.numpy()))
        total += np.exp(np.column_stack([classes, rubbish]))
    return torch.from_numpy(total / len(teachers)).clamp(min=1e-12).log()
