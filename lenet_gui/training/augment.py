"""Augmentation: distorted copies of whole batches, as a person's next attempt might look.

An affine map and an elastic field are added up into one sampling grid per picture, so each
picture is resampled once.
"""

import math
from dataclasses import dataclass, replace

import torch
from torch import Generator, Tensor
from torch.nn import functional


@dataclass(frozen=True)
class Distortion:
    """How far a picture may be distorted; each amount is drawn evenly from its range.

    Attributes:
        rotation: up to so many degrees either way.
        shear: slant, up to so many pixels across per pixel down, either way.
        scale: each axis on its own by 1 ± this.
        shift: along each axis, up to so many pixels either way.
        elastic: standard deviation of the elastic displacement, in pixels.
        elastic_nodes: the displacement is free at so many × so many points, smooth between.
        line: thinner (the least of 3×3 pixels) or thicker (the largest) by up to this share.
    """

    rotation: float
    shear: float
    scale: float
    shift: float
    elastic: float
    elastic_nodes: int
    line: float

    def eased(self, share: float) -> "Distortion":
        """So much of it; the number of nodes stays."""
        amounts = {name: amount * share for name, amount in vars(self).items()}
        return replace(self, **(amounts | {"elastic_nodes": self.elastic_nodes}))


def distort(inputs: Tensor, distortion: Distortion, generator: Generator) -> Tensor:
    """Distort every input on its own.

    Args:
        inputs: float32 (N, 1, H, W), paper 0, ink 1.
        distortion: how far.
        generator: the only source of chance.

    Returns:
        float32 (N, 1, H, W).
    """
    count, _, height, width = inputs.shape
    affine = _affine(count, distortion, generator, inputs.shape[-1])
    grid = functional.affine_grid(affine, [count, 1, height, width], align_corners=False)
    if distortion.elastic:
        grid += _elastic(count, distortion, generator, height, width)
    inputs = functional.grid_sample(inputs, grid, align_corners=False)
    return _change_line(inputs, distortion.line, generator) if distortion.line else inputs


def _evenly(count: int, reach: float, generator: Generator) -> Tensor:
    """(count,) numbers spread evenly over ± reach."""
    return (torch.rand(count, generator=generator) * 2 - 1) * reach


def _affine(count: int, distortion: Distortion, generator: Generator, side: int) -> Tensor:
    """Maps (count, 2, 3) from an output point to the input point it takes its ink from."""
    angle = _evenly(count, math.radians(distortion.rotation), generator)
    shear = _evenly(count, distortion.shear, generator)
    across = 1 / (1 + _evenly(count, distortion.scale, generator))
    down = 1 / (1 + _evenly(count, distortion.scale, generator))
    shift = _evenly(2 * count, distortion.shift * 2 / side, generator).view(2, count)
    cosine, sine = angle.cos(), angle.sin()
    # rotation × shear × scale
    rows = [
        torch.stack([cosine * across, (cosine * shear - sine) * down, shift[0]], dim=1),
        torch.stack([sine * across, (sine * shear + cosine) * down, shift[1]], dim=1),
    ]
    return torch.stack(rows, dim=1)


def _elastic(
    count: int, distortion: Distortion, generator: Generator, height: int, width: int
) -> Tensor:
    """Smooth random displacements (count, height, width, 2), in units of half the input."""
    nodes = distortion.elastic_nodes
    field = torch.randn(count, 2, nodes, nodes, generator=generator)
    field *= torch.tensor([2 / width, 2 / height]).view(1, 2, 1, 1) * distortion.elastic
    # As products of matrices: torch's own interpolation of so small a field takes thrice the time.
    down, across = _between_nodes(nodes, height), _between_nodes(nodes, width)
    return torch.einsum("hi,ncij,wj->nhwc", down, field, across)


def _between_nodes(nodes: int, side: int) -> Tensor:
    """Weights (side, nodes) of a cubic interpolation between so many nodes."""
    one_each = torch.eye(nodes)[None, None]
    size = (side, nodes)
    return functional.interpolate(one_each, size=size, mode="bicubic", align_corners=True)[0, 0]


def _change_line(inputs: Tensor, reach: float, generator: Generator) -> Tensor:
    """Blend each input with its thickened or thinned self."""
    amount = _evenly(len(inputs), reach, generator).view(-1, 1, 1, 1)
    thick, thin = _largest_around(inputs), -_largest_around(-inputs)
    return inputs + amount.clamp(min=0) * (thick - inputs) + amount.clamp(max=0) * (inputs - thin)


def _largest_around(inputs: Tensor) -> Tensor:
    """The largest of the 3×3 pixels around each.

    Rows first, then columns: many times quicker than a pooling that remembers places.
    """
    padded = functional.pad(inputs, (1, 1, 1, 1), mode="replicate")
    rows = torch.maximum(padded[..., :-2], padded[..., 2:]).maximum(padded[..., 1:-1])
    return torch.maximum(rows[..., :-2, :], rows[..., 2:, :]).maximum(rows[..., 1:-1, :])
