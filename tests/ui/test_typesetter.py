"""Lines that are written again and again: where they lie, how they shrink, and that they stay."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from lenet_gui.ui.typesetter import Typesetter

PLACE = QRectF(20, 10, 160, 40)


@pytest.fixture
def typesetter(qtbot: QtBot) -> Typesetter:
    return Typesetter(QFont("Inter"))


def ink(
    typesetter: Typesetter, text: str, pixels: float, side: Qt.AlignmentFlag
) -> tuple[int, int, int, int]:
    """Left, right, top and bottom of what a line leaves on a picture of 200 × 60."""
    picture = QImage(200, 60, QImage.Format.Format_Grayscale8)
    picture.fill(0)
    with QPainter(picture) as painter:
        painter.setPen(QColor("white"))
        typesetter.write(painter, PLACE, text, pixels, side)
    levels = np.frombuffer(picture.constBits(), np.uint8).reshape(60, picture.bytesPerLine())
    rows, columns = np.nonzero(levels > 60)
    return int(columns.min()), int(columns.max()), int(rows.min()), int(rows.max())


@pytest.mark.parametrize("again", [False, True])
def test_a_line_lies_at_its_side_half_way_up(typesetter: Typesetter, again: bool) -> None:
    places = {}
    for side in (
        Qt.AlignmentFlag.AlignLeft,
        Qt.AlignmentFlag.AlignHCenter,
        Qt.AlignmentFlag.AlignRight,
    ):
        if again:
            ink(typesetter, "0.75", 16, side)
        places[side] = left, right, top, bottom = ink(typesetter, "0.75", 16, side)
        assert 10 < top < 30 < bottom < 50
        assert 20 <= left < right <= 180
    assert places[Qt.AlignmentFlag.AlignLeft][0] < 24
    assert places[Qt.AlignmentFlag.AlignRight][1] > 175
    left, right, *_ = places[Qt.AlignmentFlag.AlignHCenter]
    assert abs((left + right) / 2 - 100) < 3


def test_a_line_shrinks_to_the_width_and_is_cut_off_where_it_cannot(
    typesetter: Typesetter,
) -> None:
    side = Qt.AlignmentFlag.AlignLeft
    short, long = "1.25 + 0.5", "1.25 + 0.5 " * 20
    whole, shrunk, cut = (
        ink(typesetter, text, size, side) for text, size in ((short, 12), (short, 60), (long, 12))
    )
    assert shrunk[3] - shrunk[2] > whole[3] - whole[2]
    for line in (whole, shrunk, cut):
        assert line[1] <= 182
    assert cut[1] > 160


def test_one_text_in_two_sizes_and_widths_is_two_lines(typesetter: Typesetter) -> None:
    side = Qt.AlignmentFlag.AlignLeft
    sizes = [ink(typesetter, "8", pixels, side) for pixels in (10, 30, 10)]
    heights = [bottom - top for _, _, top, bottom in sizes]
    assert heights[0] == heights[2] < heights[1]
