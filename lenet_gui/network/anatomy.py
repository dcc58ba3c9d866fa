"""Sizes, parameters, connections and receptive fields, read off a network, never typed in.

Connections are counted as in LeCun et al. 1998, section II.B: for every unit, each of its
inputs and, where it has one, its bias.
"""

from typing import cast

import torch

from lenet_gui.network import card
from lenet_gui.network.architectures import LeNet
from lenet_gui.network.layers import RadialBasis

INPUT_SIZE = 32
"""Height and width of the input, in pixels."""


def input_format(network: LeNet) -> card.InputFormat:
    """What the network takes."""
    scaling = network.scaling
    return card.InputFormat(1, INPUT_SIZE, INPUT_SIZE, paper=scaling.paper, ink=scaling.ink)


def layers(network: LeNet) -> tuple[card.Layer, ...]:
    """Every layer of the network in order, measured on an input of 32×32."""
    with torch.no_grad():
        activations = network.activations(torch.zeros(1, 1, INPUT_SIZE, INPUT_SIZE))
    described: list[card.Layer] = []
    receptive_field, step = 1, 1
    for name, layer in network.named_layers():
        maps, height, width = activations[name].shape[1:]
        parameters = dict(layer.named_parameters())
        tensors = parameters | dict(layer.named_buffers())
        fan_ins = [layer.fan_in(map_) for map_ in range(maps)]
        units = maps * height * width
        receptive_field += (layer.kernel - 1) * step
        step *= layer.stride
        described.append(
            card.Layer(
                name=name,
                kind=cast("card.Kind", layer.kind),
                kernel=layer.kernel,
                stride=layer.stride,
                padding=0,
                table=layer.table,
                squashing=cast("card.Squashing", layer.squashing),
                weight=f"layers.{name}.weight" if "weight" in tensors else None,
                bias=f"layers.{name}.bias" if "bias" in tensors else None,
                maps=maps,
                height=height,
                width=width,
                units=units,
                parameters=sum(parameter.numel() for parameter in parameters.values()),
                connections=height * width * (sum(fan_ins) + maps * ("bias" in tensors)),
                fan_in=max(fan_ins),
                receptive_field=receptive_field,
                fixed=layer.weight.numel() if isinstance(layer, RadialBasis) else 0,
                targets=_targets(layer) if isinstance(layer, RadialBasis) else None,
            )
        )
    return tuple(described)


def _targets(layer: RadialBasis) -> card.Targets:
    height, width = layer.picture
    return card.Targets(height, width, tuple(map(tuple, layer.weight.tolist())))
