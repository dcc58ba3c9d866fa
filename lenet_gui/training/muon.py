"""Muon: steps of even size in every direction of a layer's weights.

K. Jordan et al., "Muon: An optimizer for hidden layers in neural networks" (2024). torch has one
too, for matrices alone; a convolution's kernels are none, and a schedule drives one optimizer.
"""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

_COEFFICIENTS = 3.4445, -4.7750, 2.0315
_ROUNDS = 5
"""Newton and Schulz's iteration brings singular values near 1 in so many rounds of these."""

_FIRST, _SECOND = 0.9, 0.99
"""How much the averages of Adam keep, which moves what is no matrix."""

_TINY = 1e-8


class Muon(Optimizer):
    """Momentum whose every step is made orthogonal; biases and gains are moved by Adam.

    Weights of two dimensions and more count as matrices with a row a map: their momentum is
    replaced by the nearest matrix with singular values of about 1. So a direction in which the
    gradients are small learns as fast as the others, which a small network needs.

    Args:
        parameters: of a network.
        rate: of the matrices.
        bias_rate: of everything else.
        weight_decay: of the matrices, per step a share of `rate`.
        momentum: share of the averaged gradient that each step keeps.
    """

    def __init__(
        self,
        parameters: Iterable[nn.Parameter],
        *,
        rate: float,
        bias_rate: float,
        weight_decay: float,
        momentum: float = 0.95,
    ) -> None:
        of_all = list(parameters)
        groups: list[dict[str, Any]] = [
            {"params": [one for one in of_all if one.ndim > 1], "lr": rate},
            {"params": [one for one in of_all if one.ndim == 1], "lr": bias_rate},
        ]
        super().__init__(groups, {"momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]  # noqa: ARG002
        """Move every parameter that has a gradient."""
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                if parameter.ndim > 1:
                    self._move_matrix(parameter, parameter.grad, group)
                else:
                    self._move_bias(parameter, parameter.grad, group["lr"])

    def _move_matrix(self, weights: Tensor, gradient: Tensor, group: dict[str, Any]) -> None:
        state, momentum, rate = self.state[weights], group["momentum"], group["lr"]
        if not state:
            state["average"] = torch.zeros_like(weights)
        state["average"].lerp_(gradient, 1 - momentum)
        ahead = gradient.lerp(state["average"], momentum)  # Nesterov's
        step = orthogonal(ahead.reshape(len(weights), -1))
        rows, columns = step.shape
        weights.mul_(1 - rate * group["weight_decay"])
        weights.sub_(step.view(weights.shape), alpha=rate * max(1.0, rows / columns) ** 0.5)

    def _move_bias(self, biases: Tensor, gradient: Tensor, rate: float) -> None:
        state = self.state[biases]
        if not state:
            state["step"] = torch.zeros(())
            state["average"] = torch.zeros_like(biases)
            state["square"] = torch.zeros_like(biases)
        state["step"] += 1
        state["average"].lerp_(gradient, 1 - _FIRST)
        state["square"].lerp_(gradient.square(), 1 - _SECOND)
        mean = state["average"] / (1 - _FIRST ** state["step"])
        spread = (state["square"] / (1 - _SECOND ** state["step"])).sqrt()
        biases.sub_(mean / (spread + _TINY), alpha=rate)


def orthogonal(matrix: Tensor) -> Tensor:
    """Nearly the nearest matrix whose singular values are all 1: here they come to 0.7 to 1.2.

    Args:
        matrix: float32 (rows, columns), not 0.
    """
    a, b, c = _COEFFICIENTS
    is_tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.T if is_tall else matrix
    x = x / x.norm().clamp(min=_TINY)
    for _ in range(_ROUNDS):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    found: Tensor = x.T if is_tall else x
    return found
