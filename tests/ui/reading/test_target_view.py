"""F6 beside its targets, with the pixels of a real widget."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.settings import LookName
from lenet_gui.ui import colormap, theme
from lenet_gui.ui.reading.target_view import TargetView
from tests.ui.conftest import MakeDistances


@pytest.fixture
def view(qtbot: QtBot, card_1998: Card) -> TargetView:
    made = TargetView(card_1998.layers[-1], card_1998.layers[-2])
    made.setPalette(theme.palette("dark"))
    made.resize(680, 130)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def unit(place: QRect, row: int, column: int) -> QPoint:
    """The middle of a unit of a picture of 12 rows of 7."""
    side = place.width() / 7
    return QPoint(
        round(place.left() + (column + 0.5) * side), round(place.top() + (row + 0.5) * side)
    )


def colours(view: TargetView, place: QRect) -> list[QColor]:
    """Of all units of a picture, row by row."""
    picture = view.grab().toImage()
    return [
        picture.pixelColor(unit(place, row, column)) for row in range(12) for column in range(7)
    ]


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_picture_has_the_colours_of_the_activations(
    view: TargetView, make_1998_reading: MakeDistances, name: LookName
) -> None:
    view.setPalette(theme.palette(name))
    reading = make_1998_reading(digit=2, share=1.25)
    view.show_reading(reading)
    values = reading.activations["F6"].reshape(12, 7)
    image = colormap.diverging(view.palette()).image(values, 1.25)
    expected = [image.pixelColor(column, row) for row in range(12) for column in range(7)]
    assert colours(view, view.picture_place()) == expected


def test_picture_and_targets_have_one_scale(
    view: TargetView, make_1998_reading: MakeDistances
) -> None:
    view.show_reading(make_1998_reading(digit=8, share=1.0))
    assert colours(view, view.picture_place()) == colours(view, view.target_place(8))
    view.show_reading(make_1998_reading(digit=8, share=1.6))
    assert colours(view, view.picture_place()) != colours(view, view.target_place(8))
    view.show_reading(make_1998_reading(digit=8, share=1.0))
    assert colours(view, view.picture_place()) == colours(view, view.target_place(8))


def test_every_target_is_there_before_the_first_ink(view: TargetView, card_1998: Card) -> None:
    targets = card_1998.layers[-1].targets
    assert targets is not None
    for index, values in enumerate(targets.values):
        seen = colours(view, view.target_place(index))
        shades = {(value, colour.name()) for colour, value in zip(seen, values, strict=True)}
        assert len(shades) == 2, "one colour for −1, one for +1"


def test_every_distance_is_told_and_the_closest_has_the_accent(
    view: TargetView, make_1998_reading: MakeDistances
) -> None:
    view.show_reading(make_1998_reading(digit=3))
    figures = "30.0 40.0 50.0 12.5 70.0 80.0 90.0 100.0 110.0 120.0"
    assert view.figures == figures.split()
    assert view.closest == 3
    accent = view.palette().color(QPalette.ColorRole.Accent)

    def framed() -> list[int]:
        picture = view.grab().toImage()
        places = [view.target_place(index) for index in range(10)]
        below = [QPoint(place.center().x(), place.bottom() + 2) for place in places]
        return [i for i, place in enumerate(below) if picture.pixelColor(place) == accent]

    assert framed() == [3]
    view.show_reading(make_1998_reading(digit=9))
    assert framed() == [9]
    assert view.accessibleDescription() == "Closest to 9, at a distance of 12.5"


def test_no_ink_leaves_no_picture_and_no_distance(
    view: TargetView, make_1998_reading: MakeDistances
) -> None:
    view.show_reading(make_1998_reading())
    view.show_reading(None)
    assert set(view.figures) == {""}
    assert view.closest is None
    assert view.accessibleDescription() == ""
    base = view.palette().color(QPalette.ColorRole.Base)
    assert view.grab().toImage().pixelColor(view.picture_place().center()) == base


@pytest.mark.parametrize(("width", "height"), [(300, 80), (400, 100), (680, 130), (1900, 360)])
def test_everything_fits_without_overlap(view: TargetView, width: int, height: int) -> None:
    view.resize(width, height)
    places = [view.picture_place(), *(view.target_place(index) for index in range(10))]
    assert all(view.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert all(place.height() * 7 == place.width() * 12 for place in places)
    assert view.picture_place().width() > view.target_place(0).width()
