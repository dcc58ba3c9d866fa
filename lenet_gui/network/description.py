"""A network's anatomy in writing, from its card alone: `lenet-gui describe`."""

from collections.abc import Iterable
from typing import Any

import msgspec

from lenet_gui.catalogue import language, translate
from lenet_gui.columns import aligned
from lenet_gui.network.card import Card, Layer
from lenet_gui.network.formula import size_formula, sizes_before, smallest_fan_in

_NO_SQUASHING = {"identity": "none"}
"""The window's word for it."""

_FORMULA = "N = (W − F + 2P)/S + 1"


def as_values(card: Card) -> dict[str, Any]:
    """The anatomy as plain values, for programs.

    Returns:
        `id`, `title`, `source`, `input`, `layers` and `total`. A layer has what stands on the
        card but its targets, its `size_formula` and its `smallest_fan_in`.
    """
    layers = [
        msgspec.to_builtins(layer)
        | {"size_formula": size_formula(layer, before), "smallest_fan_in": smallest_fan_in(layer)}
        for layer, before in zip(card.layers, sizes_before(card), strict=True)
    ]
    for layer in layers:
        del layer["targets"]
    return {
        "id": card.id,
        "title": card.title,
        "source": card.source,
        "input": card.input,
        "layers": layers,
        "total": {
            name: sum(getattr(layer, name) for layer in card.layers)
            for name in ("units", "parameters", "fixed", "connections")
        },
    }


def as_text(card: Card) -> str:
    """The anatomy for people: a row per layer, totals, then each connection table as a grid."""
    given = card.input
    size = f"{given.maps} × {given.height}×{given.width}"
    # with a real minus
    values = {"paper": f"{given.paper:g}".replace("-", "−"), "ink": f"{given.ink:g}"}
    lines = [
        f"{card.id}: {card.title.get(language(), card.title.get('en', card.id))}",
        translate("cli", "Told in: {source}").format(source=card.source),
        translate("cli", "Input: {size}, paper {paper}, ink {ink}").format(size=size, **values),
        "",
        *_table(card),
        "",
        translate(
            "cli",
            "N: height and width of the maps; W: of those before; F: kernel; P: padding;"
            " S: stride.",
        ),
        translate(
            "cli",
            "Connections count each weight once for every unit that uses it, biases included.",
        ),
    ]
    names = [translate("cli", "the input"), *(layer.name for layer in card.layers)]
    maps_before = [given.maps, *(layer.maps for layer in card.layers)]
    for layer, name_before, before in zip(card.layers, names, maps_before, strict=False):
        if layer.table is not None:
            lines += ["", *_grid(layer, layer.table, name_before, before)]
    return "\n".join(lines)


def _table(card: Card) -> list[str]:
    """A row per layer and one of totals, under their headings; words to the left."""
    columns = {
        translate("cli", "layer"): True,
        translate("cli", "kind"): True,
        translate("cli", "kernel"): False,
        translate("cli", "stride"): False,
        _FORMULA: True,
        translate("cli", "maps × size"): False,
        translate("cli", "squashing"): True,
        translate("cli", "units"): False,
        translate("cli", "parameters"): False,
        translate("cli", "connections"): False,
        translate("cli", "receptive field"): False,
        translate("cli", "fan-in"): False,
    }
    rows = [
        [
            layer.name,
            # the window's own words
            translate("AnatomyPanel", layer.kind),
            f"{layer.kernel}×{layer.kernel}",
            str(layer.stride),
            size_formula(layer, before),
            f"{layer.maps:,} × {layer.height}×{layer.width}",
            translate("AnatomyPanel", _NO_SQUASHING.get(layer.squashing, layer.squashing)),
            f"{layer.units:,}",
            _parameters(layer.parameters, layer.fixed),
            f"{layer.connections:,}",
            f"{layer.receptive_field}×{layer.receptive_field}",
            _fan_in(layer),
        ]
        for layer, before in zip(card.layers, sizes_before(card), strict=True)
    ]
    total = as_values(card)["total"]
    sums = [
        translate("cli", "total"),
        *[""] * 6,
        f"{total['units']:,}",
        _parameters(total["parameters"], total["fixed"]),
        f"{total['connections']:,}",
        "",
        "",
    ]
    return aligned([list(columns), *rows, sums], list(columns.values()))


def _parameters(trained: int, fixed: int) -> str:
    if not fixed:
        return f"{trained:,}"
    told = translate("cli", "{trained} + {fixed} fixed")
    return told.format(trained=f"{trained:,}", fixed=f"{fixed:,}")


def _fan_in(layer: Layer) -> str:
    smallest = smallest_fan_in(layer)
    if smallest == layer.fan_in:
        return f"{layer.fan_in:,}"
    told = translate("AnatomyPanel", "{smallest} to {largest}")
    return told.format(smallest=f"{smallest:,}", largest=f"{layer.fan_in:,}")


def _grid(
    layer: Layer, table: tuple[tuple[int, ...], ...], name_before: str, maps_before: int
) -> Iterable[str]:
    """The connection table as the paper draws it: columns are the layer's maps."""
    told = translate("cli", "Which maps of {before} (rows) feed which maps of {layer} (columns):")
    yield told.format(before=name_before, layer=layer.name)
    yield "    " + "".join(f"{map_:>3}" for map_ in range(len(table)))
    for before in range(maps_before):
        yield f"{before:>4}" + "".join("  X" if before in row else "  ·" for row in table)
