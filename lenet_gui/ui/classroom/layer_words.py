"""What a layer does, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lenet_gui.network.card import Card, Layer
from lenet_gui.ui.network.network_stages import INPUT, Stage


def name(stage: Stage) -> str:
    """The name of a stage, as its heading has it."""
    if stage.name == INPUT:
        return QCoreApplication.translate("NetworkScene", "Input")
    return stage.name


def sentence(card: Card, stages: tuple[Stage, ...], index: int) -> str:
    """What the stage of that index does."""
    stage = stages[index]
    if index == 0:
        text = QCoreApplication.translate(
            "Spotlight",
            "Your drawing, centred and scaled to {height} × {width} pixels: one number each, 0 for"
            " paper, 1 for ink.",
        )
        return text.format(height=stage.height, width=stage.width)
    layer, before = card.layers[index - 1], stages[index - 1]
    text = _template(layer, before, is_output=stage.is_output)
    return text.format(
        maps=layer.maps,
        before=name(before),
        maps_before=before.maps,
        units_before=before.maps * before.height * before.width,
        kernel=layer.kernel,
        height=layer.height,
        width=layer.width,
    )


def _template(layer: Layer, before: Stage, *, is_output: bool) -> str:
    translate = QCoreApplication.translate
    match layer.kind:
        case "max pooling":
            return translate(
                "Spotlight",
                "Of every {kernel} × {kernel} units only the largest goes on: the maps shrink to"
                " {height} × {width}, and it matters less where exactly a stroke lies.",
            )
        case "subsampling":
            return translate(
                "Spotlight",
                "Every {kernel} × {kernel} units are added up, weighed and squashed: the maps"
                " shrink to {height} × {width}, and it matters less where exactly a stroke lies.",
            )
        case "radial basis":
            return translate(
                "Spotlight",
                "{maps} units, one for each digit: each measures how far {before} is from its own"
                " picture, and the nearest wins.",
            )
        case "full":
            return _full(is_output=is_output)
    return _convolution(layer, before)


def _full(*, is_output: bool) -> str:
    translate = QCoreApplication.translate
    if is_output:
        return translate(
            "Spotlight",
            "{maps} units, one for each digit: each weighs all of {before}, and the largest sum is"
            " the answer.",
        )
    return translate(
        "Spotlight",
        "{maps} units, each of which weighs all {units_before} units of {before}: what was found"
        " is put together.",
    )


def _convolution(layer: Layer, before: Stage) -> str:
    translate = QCoreApplication.translate
    if layer.height == layer.width == 1:
        return translate(
            "Spotlight",
            "{maps} units, each of which sees all of {before}: from here on there is no place any"
            " more, only what was found.",
        )
    if before.maps == 1:
        return translate(
            "Spotlight",
            "{maps} kernels of {kernel} × {kernel} weights slide over the digit; each makes a map"
            " of where it finds its pattern, such as an edge.",
        )
    if layer.table is not None:
        return translate(
            "Spotlight",
            "{maps} maps, each of which combines some of the {maps_before} maps of {before}, as a"
            " table says: edges become corners and curves.",
        )
    return translate(
        "Spotlight",
        "{maps} maps, each of which combines all {maps_before} maps of {before}: edges become"
        " corners and curves.",
    )
