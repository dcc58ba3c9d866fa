"""What follows from a card without a network: shown in the window and on the command line."""

from lenet_gui.network import card


def size_formula(layer: card.Layer, size_before: int) -> str:
    """N = (W − F + 2P)/S + 1 with its numbers, such as "28 = (32 − 5 + 2·0)/1 + 1".

    Args:
        layer: whose width N is.
        size_before: W, the width of the maps that feed it.

    Returns:
        The formula. Where S does not divide, the quotient stands in ⌊⌋: what is left over at the
        edge is not looked at.
    """
    quotient = f"({size_before} − {layer.kernel} + 2·{layer.padding})/{layer.stride}"
    if (size_before - layer.kernel + 2 * layer.padding) % layer.stride:
        quotient = f"⌊{quotient}⌋"
    return f"{layer.width} = {quotient} + 1"


def sizes_before(described: card.Card) -> tuple[int, ...]:
    """For each layer, the width of the maps that feed it; the first is fed by the input."""
    return (described.input.width, *(layer.width for layer in described.layers[:-1]))


def smallest_fan_in(layer: card.Layer) -> int:
    """The smallest number of activations that one unit of the layer takes in.

    That is `fan_in`, but for a layer with a connection table: its maps differ by their rows.
    """
    if not layer.table:
        return layer.fan_in
    return layer.kernel**2 * min(map(len, layer.table))
