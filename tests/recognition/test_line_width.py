"""Lines of any pen come out as wide as MNIST's; those that are so already are not touched."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from lenet_gui.network.card import card_path
from lenet_gui.recognition import ink
from lenet_gui.recognition.drawing import Drawing
from lenet_gui.recognition.line_width import even_line, line_width
from lenet_gui.recognition.recognizer import Recognizer
from lenet_gui.settings import Settings

SIDE = 300
FIVE = [(190, 70), (115, 70), (110, 140), (160, 130), (190, 165), (175, 210), (105, 225)]


def drawn(width: int) -> NDArray[np.float32]:
    """A five of a line so many pixels wide, on a sheet of 300×300."""
    sheet = Image.new("L", (SIDE, SIDE))
    pen = ImageDraw.Draw(sheet)
    pen.line(FIVE, 255, width, joint="curve")
    for x, y in (FIVE[0], FIVE[-1]):
        pen.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), 255)
    return np.asarray(sheet, np.float32) / np.float32(255)


def share(picture: NDArray[np.float32]) -> float:
    """The line's width as a share of the digit's height."""
    rows = np.flatnonzero((picture > 0.25).any(axis=1))
    return line_width(picture) / float(rows[-1] - rows[0] + 1)


@pytest.mark.parametrize("width", [10, 20, 40])
def test_width_of_a_line_is_measured(width: int) -> None:
    assert line_width(drawn(width)) == pytest.approx(width, rel=0.15)


@pytest.mark.parametrize("width", [3, 8, 14, 40, 50])
def test_thin_and_thick_lines_become_as_wide_as_mnists(width: int) -> None:
    assert not 0.1 < share(drawn(width)) < 0.16
    assert 0.1 < share(even_line(drawn(width))) < 0.17


def test_line_of_the_right_width_is_left_as_it_is() -> None:
    picture = drawn(26)
    assert even_line(picture) is picture


def test_what_is_no_line_is_left_as_it_is() -> None:
    for picture in (np.ones((40, 40), np.float32), np.zeros((40, 30), np.float32)):
        assert even_line(picture) is picture


@pytest.mark.parametrize("width", [2, 4, 8, 16, 32, 48])
def test_digit_is_read_whatever_the_pen(width: int) -> None:
    reading = Recognizer.load(card_path(Settings().model)).read(Drawing(picture=drawn(width)))
    assert reading.verdict.digit == "5"


def test_pens_of_all_widths_leave_much_the_same_input() -> None:
    inputs = [ink.normalize_picture(drawn(width)) for width in (4, 12, 36)]
    for seen in inputs[:-1]:
        assert np.corrcoef(seen.ravel(), inputs[-1].ravel())[0, 1] > 0.9
