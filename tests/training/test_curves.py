"""The learning curves are a picture that shows what it was given."""

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.training import curves

BLUE, ORANGE = (0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00)


def drawn(points: list[tuple[float, float]], epochs: int = 10) -> NDArray[np.uint8]:
    file = curves.draw("title", {"training": points, "validation": points[:1]}, epochs)
    picture = Image.open(io.BytesIO(file))
    assert picture.format == "PNG"
    return np.asarray(picture.convert("RGB"))


def where(picture: NDArray[np.uint8], colour: tuple[int, int, int]) -> NDArray[np.intp]:
    """Rows and columns of a colour below the legend, in the left panel."""
    found = np.argwhere((picture == colour).all(axis=2))
    return found[(found[:, 0] > 60) & (found[:, 1] < 600)]


def test_falling_loss_falls_to_the_right() -> None:
    found = where(drawn([(1.0, 0.5), (0.5, 0.8), (0.1, 0.9)]), BLUE)
    leftmost, rightmost = found[found[:, 1].argmin()], found[found[:, 1].argmax()]
    assert rightmost[0] > leftmost[0] + 100


def test_curve_reaches_as_far_as_its_epochs() -> None:
    half = where(drawn([(1.0, 0.5)] * 5, epochs=10), BLUE)[:, 1].max()
    whole = where(drawn([(1.0, 0.5)] * 10, epochs=10), BLUE)[:, 1].max()
    assert whole > half + 100


@pytest.mark.parametrize(
    "points", [[(0.5, 0.5)], [(0.0, 1.0)], [(1e-9, 1.0), (5e3, 0.0)]], ids=["one", "none", "wide"]
)
@pytest.mark.parametrize("epochs", [1, 2, 500])
def test_any_figures_are_drawn(points: list[tuple[float, float]], epochs: int) -> None:
    assert len(where(drawn(points[:epochs], epochs), ORANGE))
