"""The results page with real clicks, touches and keys; figures made by hand, digits typeset."""

import io
from collections.abc import Callable

import msgspec
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import CalibrationBin, Card, Result, Unsure
from lenet_gui.recognition.drawing import Drawing, Input
from lenet_gui.ui import theme
from lenet_gui.ui.results.results_page import CALIBRATION, CONFUSION, MISREAD, ResultsPage
from tests.ui.conftest import DRAWING, MakeReading
from tests.ui.measured import measured, misread_digits, png

LEFT = Qt.MouseButton.LeftButton
FINGER = QTest.createTouchDevice()
PLAIN = Result("MNIST test", 10_000, 0.9942)

Show = Callable[[Card], ResultsPage]


@pytest.fixture
def measured_card(card: Card) -> Card:
    unsure = Unsure(0.8, 500, 0.02, 0.004, others=200, others_unsure=0.93)
    return msgspec.structs.replace(card, results=(measured(),), unsure=unsure)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    made: list[ResultsPage] = []  # so that they live as long as the test

    def make(shown: Card) -> ResultsPage:
        page = ResultsPage()
        made.append(page)
        page.setPalette(theme.palette("dark"))
        page.resize(676, 740)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.show_card(shown, "A network")
        QApplication.processEvents()
        return page

    return make


def picture_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def chosen_in(page: ResultsPage) -> list[Input]:
    chosen: list[Input] = []
    page.misread_chosen.connect(chosen.append)
    return chosen


def of_sample(page: ResultsPage, place: int) -> Drawing:
    """The drawing on the pad once a sample was put there."""
    assert page.result is not None
    with Image.open(io.BytesIO(page.result.misread[place].picture)) as picture:
        ink = np.asarray(picture, np.float32) / np.float32(255)
    return Drawing(picture=ink, is_input=True)


def cell(page: ResultsPage, row: int, column: int) -> QPoint:
    return page.confusion.matrix.cell_rect(row, column).center()


def thumbnail(page: ResultsPage, row: int) -> QPoint:
    thumbnails = page.misread.thumbnails
    return thumbnails.visualItemRect(thumbnails.item(row)).center()


def test_the_page_opens_with_the_confusion_matrix_and_the_accuracy(
    show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    assert page.told == "A network\nTest digits: 99.60 % of 1,000 read right"
    assert page.confusion.isVisible()
    assert page.confusion.matrix.most_errors == 2


def test_colour_tells_the_errors_apart_and_leaves_what_was_right_neutral(
    show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    picture, matrix = picture_of(page.confusion.matrix), page.confusion.matrix

    def shade(row: int, column: int) -> str:
        return picture.pixelColor(matrix.cell_rect(row, column).topLeft() + QPoint(2, 2)).name()

    paper = matrix.palette().color(QPalette.ColorRole.Base).name()
    assert shade(0, 1) == paper
    assert shade(7, 1) == shade(5, 3)
    assert len({shade(4, 9), shade(7, 1), shade(0, 0), paper}) == 4


def test_a_touched_error_shows_only_its_digits_and_all_come_back(
    qtbot: QtBot, show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    matrix, misread = page.confusion.matrix, page.misread
    QTest.touchEvent(matrix, FINGER).press(0, cell(page, 4, 9), matrix)
    QTest.touchEvent(matrix, FINGER).release(0, cell(page, 4, 9), matrix)
    qtbot.waitUntil(misread.isVisible)
    assert misread.told == "4 read as 9: 2. Touch one to put it on the pad."
    assert misread.thumbnails.count() == 2
    page.show_drawing(of_sample(page, 2))
    assert misread.told.startswith("2 of 2:")
    QTest.mouseClick(misread.all, LEFT)
    assert misread.thumbnails.count() == 4
    assert misread.told.startswith("3 of 4:")
    assert not misread.all.isVisible()


def test_what_was_read_right_is_told_and_nothing_is_left(show: Show, measured_card: Card) -> None:
    page = show(measured_card)
    QTest.mouseClick(page.confusion.matrix, LEFT, pos=cell(page, 4, 4))
    assert page.confusion.told == "4 read right: 98 of 100"
    assert page.confusion.matrix.accessibleDescription() == page.confusion.told
    assert page.confusion.isVisible()


def test_arrows_walk_the_matrix_and_enter_shows_the_digits(show: Show, measured_card: Card) -> None:
    page = show(measured_card)
    page.setFocus()
    matrix = page.confusion.matrix
    assert matrix.hasFocus()
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.cell == (0, 0)
    for _ in range(7):
        QTest.keyClick(matrix, Qt.Key.Key_Down)
    QTest.keyClick(matrix, Qt.Key.Key_Up)
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert page.confusion.told == "7 read as 1: 1 of 100"
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert page.misread.isVisible()
    assert page.misread.thumbnails.count() == 1


def test_a_touched_digit_goes_to_the_pad_as_the_input_it_was(
    qtbot: QtBot, show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    chosen = chosen_in(page)
    QTest.mouseClick(page.tabs, LEFT, pos=page.tabs.tabRect(MISREAD).center())
    view = page.misread.thumbnails.viewport()
    QTest.touchEvent(view, FINGER).press(0, thumbnail(page, 1), view)
    QTest.touchEvent(view, FINGER).release(0, thumbnail(page, 1), view)
    qtbot.waitUntil(lambda: len(chosen) == 1)
    assert np.array_equal(chosen[0], of_sample(page, 1).picture)  # type: ignore[arg-type]
    assert chosen[0].dtype == np.float32
    assert page.misread.told == "2 of 4: 7 read as 1 (62.0 %)"


def test_buttons_and_arrow_keys_step_through_the_digits_and_around(
    show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    chosen = chosen_in(page)
    page.tabs.setCurrentIndex(MISREAD)
    misread = page.misread
    QTest.mouseClick(misread.next, LEFT)
    assert misread.told.startswith("1 of 4:")
    QTest.mouseClick(misread.previous, LEFT)
    assert misread.told.startswith("4 of 4:")
    QTest.mouseClick(misread.next, LEFT)
    page.setFocus()
    QTest.keyClick(misread.thumbnails, Qt.Key.Key_Right)
    assert misread.told.startswith("2 of 4:")
    assert len(chosen) == 4


def test_coming_by_key_puts_nothing_on_the_pad_before_an_arrow_is_pressed(
    show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    chosen = chosen_in(page)
    page.tabs.setCurrentIndex(MISREAD)
    page.misread.thumbnails.setFocus(Qt.FocusReason.TabFocusReason)
    assert chosen == []
    QTest.keyClick(page.misread.thumbnails, Qt.Key.Key_Right)
    assert page.misread.told.startswith("1 of 4:")


def test_the_digit_marked_is_the_one_on_the_pad_and_stepping_goes_on_from_there(
    show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    chosen = chosen_in(page)
    page.tabs.setCurrentIndex(MISREAD)
    page.show_drawing(of_sample(page, 2))
    assert page.misread.told.startswith("3 of 4:")
    page.show_drawing(DRAWING)
    assert page.misread.thumbnails.marked == -1
    assert page.misread.told == "Misread: 4. Touch one to put it on the pad."
    assert chosen == []
    QTest.mouseClick(page.misread.next, LEFT)
    assert page.misread.told.startswith("4 of 4:")
    page.show_drawing(Drawing())
    QTest.mouseClick(page.misread.thumbnails.viewport(), LEFT, pos=thumbnail(page, 3))
    assert len(chosen) == 2


def test_the_prediction_is_seen_beside_the_digits(
    show: Show, measured_card: Card, make_reading: MakeReading
) -> None:
    page = show(measured_card)
    page.tabs.setCurrentIndex(MISREAD)
    reading = make_reading()
    page.show_reading(reading)
    assert page.misread.prediction.reading is reading
    assert page.misread.prediction.isVisible()
    assert page.misread.thumbnails.isVisible()


def test_it_says_how_many_digits_the_card_has_pictures_of(show: Show, measured_card: Card) -> None:
    few = msgspec.structs.replace(measured(), n=100_000)
    page = show(msgspec.structs.replace(measured_card, results=(few,)))
    page.tabs.setCurrentIndex(MISREAD)
    assert page.misread.kept == "The network's card has pictures of 4 of 400."


@pytest.mark.parametrize(
    "picture",
    [b"", b"no picture", png(np.zeros((28, 28), np.uint8)), png(np.zeros((32, 32), np.uint8))[:60]],
)
def test_a_picture_that_is_no_input_is_left_out(
    show: Show, measured_card: Card, picture: bytes
) -> None:
    whole = misread_digits()
    damaged = (msgspec.structs.replace(whole[0], picture=picture), *whole[1:])
    result = msgspec.structs.replace(measured(), misread=damaged)
    page = show(msgspec.structs.replace(measured_card, results=(result,)))
    assert page.misread.thumbnails.count() == 3


def test_a_dot_stands_for_every_range_that_was_read_and_tells_its_figures(
    show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    page.tabs.setCurrentIndex(CALIBRATION)
    diagram = page.calibration.diagram
    assert [part.n for part in diagram.bins] == [10, 40, 950]
    told = "When it says {}, it is right {} of the time ({} digits)."
    assert page.calibration.told == told.format("91.0 %", "95.0 %", 40)
    place = diagram.dot(diagram.bins[0]).toPoint()
    QTest.touchEvent(diagram, FINGER).press(0, place, diagram)
    QTest.touchEvent(diagram, FINGER).release(0, place, diagram)
    assert page.calibration.told == told.format("60.0 %", "50.0 %", 10)
    page.setFocus()
    for _ in range(5):
        QTest.keyClick(diagram, Qt.Key.Key_Right)
    assert page.calibration.told == told.format("99.0 %", "99.95 %", 950)
    assert diagram.accessibleDescription() == page.calibration.told


def test_the_summary_tells_error_and_when_it_is_unsure(show: Show, measured_card: Card) -> None:
    assert show(measured_card).calibration.summary == (
        "On average its probability is off by 0.42 points of 100. "
        "It is unsure about 1.2 % of the digits. "
        "Where it is sure, it reads 99.91 % right. "
        "Of 200 drawings that are no digit, it is unsure about 93.0 %."
    )


def test_a_dot_that_agrees_lies_on_the_diagonal(show: Show, measured_card: Card) -> None:
    page = show(measured_card)
    page.tabs.setCurrentIndex(CALIBRATION)
    diagram = page.calibration.diagram
    plot = diagram.plot()
    dot = diagram.dot(CalibrationBin(0.2, 0.3, 1, 0.25, 0.25))
    assert dot.x() - plot.left() == pytest.approx(plot.bottom() - dot.y())
    assert diagram.rect().contains(plot.toAlignedRect())


def test_without_details_it_says_so_and_tells_the_accuracies(show: Show, card: Card) -> None:
    other = Result("Strokes", 2_000, 0.9855)
    page = show(msgspec.structs.replace(card, results=(PLAIN, other)))
    assert page.told == (
        "A network\nThe results of this network were not measured in detail.\n\n"
        "MNIST test: 99.42 % of 10,000 read right\n\nStrokes: 98.55 % of 2,000 read right"
    )
    assert not page.tabs.isVisible()
    assert not page.confusion.isVisible()
    page.setFocus()
    assert page.close_button.hasFocus()


def test_without_results_or_without_a_card_it_says_so(show: Show, card: Card) -> None:
    page = show(msgspec.structs.replace(card, results=()))
    assert page.told.endswith("There are no results of this network.")
    page.show_card(None, "broken")
    assert page.told == "broken\nThere are no results of this network."


@pytest.mark.parametrize("confusion", [((1, 2), (3, 4)), (), ((-1,) * 10,) * 10, ((0,) * 9,) * 10])
def test_a_matrix_that_is_none_of_the_classes_is_not_shown(
    show: Show, measured_card: Card, confusion: tuple[tuple[int, ...], ...]
) -> None:
    result = msgspec.structs.replace(measured(), confusion=confusion)
    page = show(msgspec.structs.replace(measured_card, results=(result,)))
    assert not page.tabs.isTabEnabled(CONFUSION)
    assert page.misread.isVisible()


def test_another_material_is_chosen_by_name(show: Show, measured_card: Card) -> None:
    both = msgspec.structs.replace(measured_card, results=(PLAIN, measured()))
    page = show(both)
    assert page.result == measured()
    assert page.told.endswith("\n99.60 % of 1,000 read right")
    page.sources.setFocus()
    QTest.keyClick(page.sources, Qt.Key.Key_Up)
    assert page.result == PLAIN
    assert "not measured in detail" in page.told
    QTest.keyClick(page.sources, Qt.Key.Key_Down)
    assert page.confusion.isVisible()


def test_another_network_shows_its_own_digits(show: Show, measured_card: Card) -> None:
    page = show(measured_card)
    fewer = msgspec.structs.replace(measured(), misread=misread_digits()[:1])
    page.show_card(msgspec.structs.replace(measured_card, results=(fewer,)), "Another")
    assert page.told.startswith("Another\n")
    assert page.misread.thumbnails.count() == 1


def test_the_digits_take_the_ink_of_a_new_theme(show: Show, measured_card: Card) -> None:
    page = show(measured_card)
    page.tabs.setCurrentIndex(MISREAD)
    page.show_drawing(of_sample(page, 1))

    def darkest() -> int:
        thumbnails = page.misread.thumbnails
        place = thumbnails.visualItemRect(thumbnails.item(0))
        place.setHeight(thumbnails.iconSize().height())
        picture = thumbnails.viewport().grab(place).toImage()
        shades = [
            picture.pixelColor(x, y).lightness()
            for x in range(picture.width())
            for y in range(picture.height())
        ]
        return min(shades)

    assert darkest() > 30
    page.setPalette(theme.palette("light"))
    QApplication.processEvents()
    assert darkest() < 30
    assert page.misread.thumbnails.marked == 1


def test_the_page_speaks_a_new_language_and_stays_where_it_was(
    show: Show, measured_card: Card
) -> None:
    class Shouting(QTranslator):
        def translate(self, _context: str, source: str, *_: object) -> str:
            return source.replace(" read ", " READ ").replace("Back", "BACK")

        def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
            return False

    page = show(measured_card)
    QTest.mouseClick(page.confusion.matrix, LEFT, pos=cell(page, 4, 9))
    translator = Shouting()
    QApplication.installTranslator(translator)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert page.misread.told == "4 READ as 9: 2. Touch one to put it on the pad."
    assert page.confusion.told == "4 READ as 9: 2 of 100"
    assert page.told.endswith("1,000 READ right")
    assert page.close_button.text() == "BACK"
    QApplication.removeTranslator(translator)
    QApplication.sendPostedEvents()


def test_the_button_says_that_the_person_is_done(
    qtbot: QtBot, show: Show, measured_card: Card
) -> None:
    page = show(measured_card)
    with qtbot.waitSignal(page.closed):
        QTest.mouseClick(page.close_button, LEFT)


@pytest.mark.parametrize(("width", "height"), [(409, 540), (676, 740), (1024, 1000)])
def test_cells_are_for_a_finger_and_nothing_is_clipped(
    show: Show, measured_card: Card, width: int, height: int
) -> None:
    page = show(measured_card)
    page.resize(width, height)
    for tab, part in (
        (CONFUSION, page.confusion.matrix),
        (MISREAD, page.misread.prediction),
        (MISREAD, page.misread.thumbnails),
        (MISREAD, page.misread.next),
        (CALIBRATION, page.calibration.diagram),
        (CALIBRATION, page.close_button),
    ):
        page.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert page.rect().contains(part.rect().translated(part.mapTo(page, QPoint())))
        assert part.height() >= part.minimumSizeHint().height()
        assert part.height() >= 32
    assert page.confusion.matrix.cell_rect(9, 9).width() >= 32
    assert page.confusion.matrix.rect().contains(page.confusion.matrix.cell_rect(9, 9))


def test_a_long_name_widens_nothing(show: Show, measured_card: Card) -> None:
    results = tuple(
        msgspec.structs.replace(result, source="name-without-a-space" * 20)
        for result in (measured(), PLAIN)
    )
    page = show(msgspec.structs.replace(measured_card, results=results))
    assert page.minimumSizeHint().width() < 409
    page.show_card(msgspec.structs.replace(measured_card, results=results[1:]), "Title" * 99)
    assert page.minimumSizeHint().width() < 409
