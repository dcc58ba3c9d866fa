"""A network's anatomy in writing, from its card alone: `lenet-gui describe`."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from lenet_gui.network.card import Card, InputFormat, Layer
from lenet_gui.network.formula import size_formula, sizes_before, smallest_fan_in

_TO_THE_LEFT = {"layer", "kind", "N = (W − F + 2P)/S + 1", "squashing"}


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
    lines = [
        f"{card.id}: {card.title.get('en', card.id)}",
        f"Told in: {card.source}",
        f"Input: {given.maps} × {given.height}×{given.width}, {_values(given)}",
        "",
        *_aligned(_table(card)),
        "",
        "N: height and width of the maps; W: of those before; F: kernel; P: padding; S: stride.",
        "Connections count each weight once for every unit that uses it, biases included.",
    ]
    names = ["the input", *(layer.name for layer in card.layers)]
    maps_before = [given.maps, *(layer.maps for layer in card.layers)]
    for layer, name_before, before in zip(card.layers, names, maps_before, strict=False):
        if layer.table is not None:
            lines += ["", *_grid(layer, layer.table, name_before, before)]
    return "\n".join(lines)


def _table(card: Card) -> list[dict[str, str]]:
    """A row per layer and one of totals, each by column."""
    rows = [
        {
            "layer": layer.name,
            "kind": layer.kind,
            "kernel": f"{layer.kernel}×{layer.kernel}",
            "stride": str(layer.stride),
            "N = (W − F + 2P)/S + 1": size_formula(layer, before),
            "maps × size": f"{layer.maps:,} × {layer.height}×{layer.width}",
            "squashing": layer.squashing,
            "units": f"{layer.units:,}",
            "parameters": _parameters(layer.parameters, layer.fixed),
            "connections": f"{layer.connections:,}",
            "receptive field": f"{layer.receptive_field}×{layer.receptive_field}",
            "fan-in": _fan_in(layer),
        }
        for layer, before in zip(card.layers, sizes_before(card), strict=True)
    ]
    total = as_values(card)["total"]
    sums = {
        "layer": "total",
        "units": f"{total['units']:,}",
        "parameters": _parameters(total["parameters"], total["fixed"]),
        "connections": f"{total['connections']:,}",
    }
    return [*rows, dict.fromkeys(rows[0], "") | sums]


def _parameters(trained: int, fixed: int) -> str:
    return f"{trained:,} + {fixed:,} fixed" if fixed else f"{trained:,}"


def _fan_in(layer: Layer) -> str:
    smallest = smallest_fan_in(layer)
    return f"{layer.fan_in:,}" if smallest == layer.fan_in else f"{smallest:,} to {layer.fan_in:,}"


def _values(given: InputFormat) -> str:
    """What paper and ink become, with a real minus."""
    return f"paper {given.paper:g}, ink {given.ink:g}".replace("-", "−")


def _aligned(rows: Sequence[dict[str, str]]) -> Iterable[str]:
    """The rows under their headings; words to the left, figures to the right."""
    headings = {column: column for column in rows[0]}
    widths = {column: max(len(row[column]) for row in [headings, *rows]) for column in headings}
    for row in [headings, *rows]:
        cells = (
            f"{cell:{'<' if column in _TO_THE_LEFT else '>'}{widths[column]}}"
            for column, cell in row.items()
        )
        yield "  ".join(cells).rstrip()


def _grid(
    layer: Layer, table: tuple[tuple[int, ...], ...], name_before: str, maps_before: int
) -> Iterable[str]:
    """The connection table as the paper draws it: columns are the layer's maps."""
    yield f"Which maps of {name_before} (rows) feed which maps of {layer.name} (columns):"
    yield "    " + "".join(f"{map_:>3}" for map_ in range(len(table)))
    for before in range(maps_before):
        yield f"{before:>4}" + "".join("  X" if before in row else "  ·" for row in table)
