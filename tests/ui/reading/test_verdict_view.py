"""The verdict, very large: with the pixels of the real widget."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QTranslator
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.recognition.reading import Reading
from lenet_gui.ui import theme
from lenet_gui.ui.reading import verdict_view
from lenet_gui.ui.reading.verdict_view import VerdictView
from tests.ui.conftest import MakeReading, shown


def verdict_picture(qtbot: QtBot, reading: Reading, width: int, height: int) -> QImage:
    view = VerdictView()
    shown(qtbot, view, width, height)
    view.show_reading(reading, at_once=True)
    return view.grab().toImage()


def columns(picture: QImage, colour: QColor) -> list[int]:
    """Where, from left to right, a picture has a colour."""
    rows = range(picture.height())
    return [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) == colour for y in rows)
    ]


@pytest.mark.parametrize(("width", "height"), [(250, 300), (150, 220), (400, 180)])
def test_two_candidates_stand_side_by_side_each_above_its_figure(
    qtbot: QtBot, make_reading: MakeReading, width: int, height: int
) -> None:
    picture = verdict_picture(qtbot, make_reading.torn(9, 4), width, height)
    colours = theme.palette("dark")
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Accent):
        found = columns(picture, colours.color(role))
        assert found[0] > 0
        assert found[-1] < width - 1
        gap = max(after - before for before, after in pairwise(found))
        assert gap > width * 0.03


def test_a_figure_is_never_smaller_than_other_text_and_stays_inside(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    view = VerdictView()
    font = QFont(view.font())
    font.setPixelSize(20)
    view.setFont(font)
    shown(qtbot, view, 320, 100)
    view.show_reading(make_reading(digit=9))
    picture = view.grab().toImage()
    accent = theme.palette("dark").color(QPalette.ColorRole.Accent)
    rows = [y for y in range(100) if any(picture.pixelColor(x, y) == accent for x in range(320))]
    blurred = 3  # rows at the edges of what is antialiased
    assert rows[-1] - rows[0] >= QFontMetrics(font).capHeight() - blurred
    assert rows[-1] < 98
    text = theme.palette("dark").color(QPalette.ColorRole.Text)
    digit = [y for y in range(100) if any(picture.pixelColor(x, y) == text for x in range(320))]
    assert digit[-1] < rows[0]


def test_a_doubted_digit_has_a_small_question_mark_and_its_own_figure(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    sure = verdict_picture(qtbot, make_reading(digit=9), 250, 300)
    doubted = verdict_picture(qtbot, make_reading.doubted(9), 250, 300)
    faint = theme.palette("dark").color(QPalette.ColorRole.PlaceholderText)
    text = theme.palette("dark").color(QPalette.ColorRole.Text)
    assert not columns(sure, faint)
    assert max(columns(doubted, text)) < max(columns(doubted, faint))
    assert columns(doubted, theme.palette("dark").color(QPalette.ColorRole.Accent))
    in_words = verdict_view.in_words(make_reading.doubted(9))
    assert in_words == "Unsure: 9, 46.0 %"


def test_a_verdict_of_no_digit_has_no_figure_and_no_colour_of_a_digit(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    picture = verdict_picture(qtbot, make_reading.no_digit(), 250, 300)
    colours = theme.palette("dark")
    assert not columns(picture, colours.color(QPalette.ColorRole.Accent))
    assert not columns(picture, colours.color(QPalette.ColorRole.Text))
    assert columns(picture, colours.color(QPalette.ColorRole.PlaceholderText))


def test_only_another_verdict_is_painted_anew(qtbot: QtBot, make_reading: MakeReading) -> None:
    painted: list[QRect] = []

    class Watched(VerdictView):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painted.append(event.rect())
            super().paintEvent(event)

    view = Watched()
    shown(qtbot, view, 250, 300)
    for reading, times in (
        (make_reading.no_digit(), 1),
        (make_reading.no_digit(), 0),
        (make_reading.torn(9, 4), 1),
        (make_reading.torn(9, 4), 0),
        (make_reading.torn(4, 9), 1),
        (None, 1),
        (None, 0),
    ):
        painted.clear()
        view.show_reading(reading, at_once=True)
        QApplication.processEvents()
        assert len(painted) == times


def test_no_digit_is_said_only_when_the_ink_has_come_to_rest(
    qtbot: QtBot, make_reading: MakeReading
) -> None:
    view = VerdictView()
    shown(qtbot, view, 250, 300)
    empty = view.grab().toImage()
    view.show_reading(make_reading(digit=4))
    assert view.grab().toImage() != empty
    for _ in range(3):
        view.show_reading(make_reading.no_digit())
        assert view.grab().toImage() == empty
    qtbot.waitUntil(lambda: view.grab().toImage() != empty)
    view.show_reading(make_reading.no_digit())
    assert view.grab().toImage() == empty
    view.show_reading(None)
    qtbot.wait(700)
    assert view.grab().toImage() == empty


class Reordering(QTranslator):
    """A language that asks the other way round."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, _context: str, source: str, _comment: str | None = None, _n: int = -1
    ) -> str:
        return "{second}, {first}!" if source == "{first} or {second}?" else source


def test_a_language_may_ask_in_another_order(qtbot: QtBot, make_reading: MakeReading) -> None:
    before = verdict_picture(qtbot, make_reading.torn(1, 8), 250, 300)
    translator = Reordering()
    QApplication.installTranslator(translator)
    after = verdict_picture(qtbot, make_reading.torn(1, 8), 250, 300)
    QApplication.removeTranslator(translator)
    accent = theme.palette("dark").color(QPalette.ColorRole.Accent)
    text = theme.palette("dark").color(QPalette.ColorRole.Text)

    def ink(picture: QImage, half: range) -> int:
        return sum(
            picture.pixelColor(x, y) in (accent, text)
            for x in half
            for y in range(picture.height())
        )

    left, right = range(125), range(125, 250)
    assert ink(before, left) < ink(before, right)
    assert ink(after, left) > ink(after, right)
