"""Painted views look as they did; what they show is made by hand, the same everywhere."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.network.fields import Unit
from lenet_gui.recognition.explanation import Convolved, Explanation, Form, Full, RadialBasis
from lenet_gui.ui import theme
from lenet_gui.ui.network.inspector import Inspector
from lenet_gui.ui.reading.connection_table import ConnectionTable
from lenet_gui.ui.reading.target_view import TargetView
from lenet_gui.ui.results.confusion_matrix import ConfusionMatrix
from lenet_gui.ui.results.reliability_diagram import ReliabilityDiagram
from tests.ui import looks
from tests.ui.conftest import MakeDistances
from tests.ui.measured import measured


def show(qtbot: QtBot, widget: QWidget, width: int, height: int, colours: str = "dark") -> None:
    qtbot.addWidget(widget)
    widget.setPalette(theme.palette(colours))  # type: ignore[arg-type]
    widget.setFont(looks.font(14))
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.clearFocus()


def waves(*shape: int, turns: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Numbers from −1 to 1 that go up and down."""
    size = int(np.prod(shape))
    return np.sin(np.linspace(0, turns * 2 * np.pi, size)).reshape(shape)


def convolved() -> Convolved:
    patches, kernels = waves(4, 5, 5, turns=9), waves(4, 5, 5, turns=23.5) / 2
    products = patches * kernels
    partial_sums = products.sum(axis=(1, 2))
    total = float(partial_sums.sum()) + 0.25
    maps = (0, 1, 2, 5)
    return Convolved(
        maps, patches, kernels, products, partial_sums, 0.25, total, "tanh", float(np.tanh(total))
    )


def full() -> Full:
    sources = np.array([(map_, 0, 0) for map_ in range(40)])
    activations, weights = waves(40, turns=3.3), np.linspace(1, 0.1, 40)
    contributions = activations * weights
    total = float(contributions.sum()) - 0.5
    return Full(
        sources, activations, weights, contributions, -0.5, total, "tanh", float(np.tanh(total))
    )


def radial_basis() -> RadialBasis:
    picture, target = waves(12, 7, turns=5), np.sign(waves(12, 7, turns=2.3) + 0.01)
    squares = (picture - target) ** 2
    distance = float(squares.sum())
    return RadialBasis(picture, target, picture - target, squares, distance, "identity", distance)


@pytest.mark.parametrize(
    ("layer", "form", "colours"),
    [("C3", convolved(), "dark"), ("F6", full(), "light"), ("output", radial_basis(), "dark")],
    ids=["convolved", "full", "radial-basis"],
)
def test_the_inspector(qtbot: QtBot, card_1998: Card, layer: str, form: Form, colours: str) -> None:
    of = next(known for known in card_1998.layers if known.name == layer)
    explanation = Explanation(Unit(layer, 1, 0, 0), of, "S2", (), (), form, form.value, False)
    inspector = Inspector()
    inspector.show_explanation(explanation, "A unit")
    show(qtbot, inspector, 560, 240, colours)
    looks.check(inspector, f"inspector-{layer}")
    other: Form = replace(form, sum=form.sum + 1)
    match form:
        case Convolved():
            other = replace(form, patches=-form.patches)
        case Full():
            other = replace(form, activations=-form.activations, contributions=-form.contributions)
        case RadialBasis():
            other = replace(form, picture=-form.picture)
    inspector.show_explanation(replace(explanation, form=other), "A unit")
    assert not looks.is_as_before(inspector, f"inspector-{layer}")


def test_the_connection_table(
    qtbot: QtBot, card_1998: Card, make_1998_reading: MakeDistances
) -> None:
    table = ConnectionTable(card_1998.layers[2], card_1998.layers[1])
    table.show_reading(make_1998_reading(digit=3))
    show(qtbot, table, 480, 260)
    looks.check(table, "connection-table")
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=table.plan().row_map(2).center())
    assert not looks.is_as_before(table, "connection-table")


def test_the_targets(qtbot: QtBot, card_1998: Card, make_1998_reading: MakeDistances) -> None:
    targets = TargetView(card_1998.layers[-1], card_1998.layers[-2])
    targets.show_reading(make_1998_reading(digit=3))
    show(qtbot, targets, 480, 200, "light")
    looks.check(targets, "targets")
    targets.show_reading(make_1998_reading(digit=8))
    assert not looks.is_as_before(targets, "targets")


def test_the_confusion_matrix(qtbot: QtBot, card: Card) -> None:
    confusion = measured().confusion
    matrix = ConfusionMatrix()
    matrix.show_counts(card.classes, confusion)
    show(qtbot, matrix, 360, 380)
    looks.check(matrix, "confusion-matrix")
    matrix.show_counts(card.classes, tuple(reversed(confusion)))
    assert not looks.is_as_before(matrix, "confusion-matrix")


def test_the_reliability_diagram(qtbot: QtBot) -> None:
    bins = measured().calibration
    diagram = ReliabilityDiagram()
    diagram.show_bins(bins, 0.8)
    show(qtbot, diagram, 360, 320, "light")
    looks.check(diagram, "reliability-diagram")
    diagram.show_bins(bins[:1], None)
    assert not looks.is_as_before(diagram, "reliability-diagram")
