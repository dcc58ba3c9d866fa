"""The stages of the network view in words: their names, their maps and units, their headings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lenet_gui.ui.network.network_painter import written
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_stages import INPUT, Stage


def name(stage: Stage) -> str:
    """What a stage is called."""
    return (
        QCoreApplication.translate("NetworkScene", "Input") if stage.name == INPUT else stage.name
    )


def extent(stage: Stage, *, is_first: bool) -> str:
    """How many maps a stage has, and their size; of the first, which is one map, the size alone."""
    if stage.has_cells:
        return str(stage.maps)
    size = f"{stage.height}×{stage.width}"
    return size if is_first else f"{stage.maps}@{size}"


def rows_legend(*, closest_wins: bool) -> str:
    """What the bars of the answer measure."""
    translate = QCoreApplication.translate
    if closest_wins:
        return translate("NetworkScene", "distance")
    return translate("NetworkScene", "probability")


def place(stage: Stage, at: Place, value: float | None) -> str:
    """A map or a unit of a stage, with the value of the unit where it is known."""
    translate = QCoreApplication.translate
    row, column = at.unit or (0, 0)
    if stage.has_cells:
        words = translate("NetworkScene", "{layer} unit {index}")
    elif at.unit is None:
        words = translate("NetworkScene", "{layer} map {index}")
    else:
        words = translate("NetworkScene", "{layer} map {index}, row {row}, column {column}")
    said = words.format(layer=name(stage), index=at.map, row=row, column=column)
    return said if value is None else f"{said}: {written(value, figures=4)}"
