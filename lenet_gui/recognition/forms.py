"""What a unit adds up of what it sees, by the kind of its layer."""

import numpy as np

from lenet_gui.network import fields, steps
from lenet_gui.network.fields import Unit
from lenet_gui.network.steps import Array, Step
from lenet_gui.recognition.explanation import (
    Convolved,
    Form,
    Full,
    Numbers,
    Pooled,
    RadialBasis,
    Subsampled,
)


def form(step: Step, unit: Unit, patch: Array) -> Form:
    """What the unit adds up of its patch (maps before, kernel, kernel)."""
    match step:
        case steps.Weighted(layer=layer) if layer.kind == "full":
            return _full(step, unit, patch)
        case steps.Weighted():
            return _convolved(step, unit, patch)
        case steps.Subsampling():
            return _subsampled(step, unit, patch)
        case steps.RadialBasis():
            return _radial_basis(step, unit, patch)
        case _:
            return _pooled(step, unit, patch)


def _convolved(step: steps.Weighted, unit: Unit, patch: Array) -> Convolved:
    maps = fields.sources(step.layer, (unit.map,), len(patch))
    patches, kernels = patch[list(maps)], step.kernels[unit.map, list(maps)]
    products = patches * kernels
    partial_sums = products.sum(axis=(1, 2))
    bias = float(step.biases[unit.map])
    total = float(partial_sums.sum()) + bias
    return Convolved(
        maps=maps,
        patches=_frozen(patches),
        kernels=_frozen(kernels),
        products=_frozen(products),
        partial_sums=_frozen(partial_sums),
        bias=bias,
        sum=total,
        squashing=step.layer.squashing,
        value=_squashed(step, total),
    )


def _full(step: steps.Weighted, unit: Unit, patch: Array) -> Full:
    sources = fields.sources(step.layer, (unit.map,), len(patch))
    places = np.argwhere(np.ones(patch.shape, bool))
    places = places[np.isin(places[:, 0], sources)]
    activations, weights = patch[tuple(places.T)], step.kernels[unit.map][tuple(places.T)]
    contributions = activations * weights
    order = np.argsort(-np.abs(contributions), kind="stable")
    bias = float(step.biases[unit.map])
    total = float(contributions.sum()) + bias
    layer = step.layer
    corner = (unit.y * layer.stride - layer.padding, unit.x * layer.stride - layer.padding)
    seen_from = places[order] + np.array((0, *corner))
    seen_from.setflags(write=False)
    return Full(
        sources=seen_from,
        activations=_frozen(activations[order]),
        weights=_frozen(weights[order]),
        contributions=_frozen(contributions[order]),
        bias=bias,
        sum=total,
        squashing=step.layer.squashing,
        value=_squashed(step, total),
    )


def _subsampled(step: steps.Subsampling, unit: Unit, patch: Array) -> Subsampled:
    weight, bias = float(step.weights[unit.map]), float(step.biases[unit.map])
    patch_sum = float(patch[unit.map].sum())
    total = patch_sum * weight + bias
    return Subsampled(
        patch=_frozen(patch[unit.map]),
        patch_sum=patch_sum,
        weight=weight,
        bias=bias,
        sum=total,
        squashing=step.layer.squashing,
        value=_squashed(step, total),
    )


def _pooled(step: Step, unit: Unit, patch: Array) -> Pooled:
    seen = patch[unit.map]
    row, column = divmod(int(seen.argmax()), seen.shape[1])
    largest = float(seen[row, column])
    return Pooled(
        patch=_frozen(seen),
        winner=(row, column),
        sum=largest,
        squashing=step.layer.squashing,
        value=_squashed(step, largest),
    )


def _radial_basis(step: steps.RadialBasis, unit: Unit, patch: Array) -> RadialBasis:
    drawn = step.layer.targets
    shape = (drawn.height, drawn.width) if drawn is not None else (1, patch.size)
    picture, target = patch.reshape(shape), step.targets[unit.map].reshape(shape)
    difference = picture - target
    squares = np.square(difference)
    distance = float(squares.sum())
    return RadialBasis(
        picture=_frozen(picture),
        target=_frozen(target),
        difference=_frozen(difference),
        squares=_frozen(squares),
        sum=distance,
        squashing=step.layer.squashing,
        value=_squashed(step, distance),
    )


def _squashed(step: Step, total: float) -> float:
    return float(steps.SQUASHINGS[step.layer.squashing](np.array(total)))


def _frozen(values: Array) -> Numbers:
    """A copy as float64 that nobody can change."""
    kept = np.array(values, np.float64)
    kept.setflags(write=False)
    return kept
