"""All weights of a layer as pictures on one scale, and what they are called.

A convolution has a kernel for each map and each map before; where the layer before is single units
a map has one picture of all its weights; subsampling has one weight and one bias a map.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lenet_gui import imports
from lenet_gui.network import fields
from lenet_gui.network.card import Card, Layer
from lenet_gui.ui.network import unit_pictures
from lenet_gui.ui.network.network_painter import written

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lenet_gui.recognition.explain import Explainer
else:
    np = imports.lazy("numpy")


@dataclass(frozen=True, eq=False)
class KernelTable:
    """A layer's weights.

    Attributes:
        layer: whose they are.
        source: name of the layer before; None: the input.
        pictures: float32 (maps, rows, height, width): a row for each map before, or one for all.
        connected: whether there is such a picture, (maps, rows); the table may leave some out.
        biases: float32 (maps,); None where there are none, or they have a row of their own.
        limit: the weight that takes the highest colour; zero lies in the middle.
    """

    layer: Layer
    source: str | None
    pictures: NDArray[np.float32]
    connected: NDArray[np.bool_]
    biases: NDArray[np.float32] | None
    limit: float

    def title(self) -> str:
        """What there is, in words."""
        translate, layer = QCoreApplication.translate, self.layer
        _, _, height, width = self.pictures.shape
        size = f"{width}×{height}"
        if layer.kind == "subsampling":
            words = translate(
                "KernelTable", "{layer}: a weight and a bias for each of {count} maps"
            )
        elif layer.kind == "radial basis":
            words = translate("KernelTable", "{layer}: {count} targets of {size}")
        elif self.rows_are_maps:
            words = translate("KernelTable", "{layer}: {count} kernels of {size}")
        else:
            words = translate("KernelTable", "{layer}: {count} × {weights} weights")
        count = layer.maps if layer.kind == "subsampling" else int(self.connected.sum())
        return words.format(layer=layer.name, count=count, size=size, weights=height * width)

    def name(self, map_: int, row: int) -> str:
        """What a picture is, in words."""
        translate = QCoreApplication.translate
        source = self.source or translate("NetworkScene", "Input")
        if self.layer.kind == "subsampling":
            weight, bias = (
                translate("KernelTable", "{layer}, map {map}: weight"),
                translate("KernelTable", "{layer}, map {map}: bias"),
            )
            words = (weight, bias)[row]
        elif self.layer.kind == "radial basis":
            words = translate("KernelTable", "{layer} {map}: its target")
        elif not self.rows_are_maps:
            words = translate("KernelTable", "{layer}, unit {map} from all of {source}")
        elif self.source is None and self.pictures.shape[1] == 1:
            words = translate("KernelTable", "{layer}, map {map} from the input")
        else:
            words = translate("KernelTable", "{layer}, map {map} from {source} map {row}")
        return words.format(layer=self.layer.name, map=map_, source=source, row=row)

    def bias(self, map_: int) -> str:
        """The bias of a map in words; empty where there is none."""
        if self.biases is None:
            return ""
        translate = QCoreApplication.translate
        return translate("KernelTable", "bias {value}").format(
            value=written(float(self.biases[map_]), figures=4)
        )

    def row_name(self, row: int) -> str:
        """What stands beside a row: the number of the map before, or what it is."""
        translate = QCoreApplication.translate
        if self.layer.kind == "subsampling":
            return (translate("KernelTable", "weight"), translate("KernelTable", "bias"))[row]
        return str(row)

    def places(self) -> list[tuple[int, int]]:
        """Map and row of every picture that there is."""
        return [(map_, row) for map_, row in np.argwhere(self.connected).tolist()]

    @property
    def rows_are_maps(self) -> bool:
        """Whether each row is a map of the layer before."""
        is_single = self.layer.kind in ("subsampling", "radial basis")
        return not is_single and self.pictures.shape[2:] == (self.layer.kernel, self.layer.kernel)


def of_layer(card: Card, explainer: Explainer, name: str) -> KernelTable | None:
    """The weights of a layer; None where it has none, as max pooling."""
    kernels, biases = explainer.kernels(name), explainer.biases(name)
    if kernels is None:
        return None
    index = fields.position(card, name) - 1
    layer = card.layers[index]
    source = card.layers[index - 1].name if index else None
    before, high, wide = fields.sizes(card)[index]
    pictures = kernels.astype(np.float32)
    connected = np.ones(pictures.shape[:2], bool)
    if layer.kind == "subsampling" and biases is not None:
        pictures = np.stack([pictures[:, 0], biases.reshape(-1, 1, 1)], axis=1)
        connected, biases = np.ones((layer.maps, 2), bool), None
    elif layer.targets is not None:
        pictures = pictures.reshape(layer.maps, 1, layer.targets.height, layer.targets.width)
        connected = np.ones((layer.maps, 1), bool)
    elif high == wide == 1:
        pictures = pictures.reshape(layer.maps, 1, -1, unit_pictures.columns(before))
        connected = np.ones((layer.maps, 1), bool)
    elif layer.table is not None:
        connected[:] = False
        for map_, row in enumerate(layer.table):
            connected[map_, list(row)] = True
    limit = float(abs(pictures).max()) or 1.0
    return KernelTable(layer, source, pictures, connected, biases, limit)
