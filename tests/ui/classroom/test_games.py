"""Challenge and Fool the network in the real window: real strokes, really read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.ui.classroom import challenge, game
from lenet_gui.ui.classroom.challenge import Challenge
from lenet_gui.ui.classroom.fool import Fool
from lenet_gui.ui.classroom.game import Game
from lenet_gui.ui.classroom.score import Outcome
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.pad import stroke_player
from tests.ui.classroom.conftest import OpenWindow, draw, panel_of, strokes, wait_for_reading


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ink is at rest, and praise is over, sooner than for people."""
    monkeypatch.setattr(game, "REST_MS", 60)
    monkeypatch.setattr(challenge, "ON_MS", 60)


def game_of(window: MainWindow) -> Game:
    classroom = window.classroom.classroom
    assert classroom is not None
    assert isinstance(classroom.lesson, Game)
    return classroom.lesson


def challenge_of(window: MainWindow, order: str = "") -> Challenge:
    """The challenge, begun; with an order, anew in that."""
    if window.classroom.classroom is None:
        QTest.keyClick(window, Qt.Key.Key_F7)
    lesson = game_of(window)
    assert isinstance(lesson, Challenge)
    if order:
        lesson.start(order)
    return lesson


def draw_until_judged(qtbot: QtBot, window: MainWindow, digit: str) -> None:
    draw(qtbot, window, digit)
    qtbot.waitUntil(lambda: game_of(window).judged is not None)


def test_it_asks_for_every_digit_once_in_figures_and_in_words(open_window: OpenWindow) -> None:
    window = open_window()
    lesson = challenge_of(window)
    asked = set()
    for _ in range(10):
        digit = lesson.meant()
        assert digit is not None
        asked.add(digit)
        assert panel_of(window).title.text == digit
        QTest.keyClick(panel_of(window), Qt.Key.Key_PageDown)  # put off to the end
    assert asked == set("0123456789")
    lesson.start("7")
    assert panel_of(window).text.text == "Draw the digit seven."


def test_what_is_read_as_asked_counts_and_the_next_is_asked_for_by_itself(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    lesson = challenge_of(window, "385")
    for digit, following in zip("385", ("8", "5", None), strict=True):
        assert lesson.meant() == digit
        draw(qtbot, window, digit)
        qtbot.waitUntil(lambda: window.pad.drawing.is_empty)
        assert lesson.meant() == following
    assert (lesson.score.right, lesson.score.streak, lesson.score.longest) == (3, 3, 3)
    assert lesson.is_over
    assert panel_of(window).title.text == "3 of 3"
    assert "All read" in panel_of(window).text.text
    assert not lesson.drawings.isVisible()


def test_a_miss_waits_with_a_kind_word_and_breaks_the_row(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    lesson = challenge_of(window, "348")
    draw(qtbot, window, "3")
    qtbot.waitUntil(lambda: lesson.meant() == "4")
    draw_until_judged(qtbot, window, "9")
    assert panel_of(window).text.text == "The network read 9. Was it right?"
    assert "1 of 2 right · 0 in a row" in lesson.row.words
    QTest.qWait(200)
    assert lesson.meant() == "4"  # it waits
    QTest.keyClick(panel_of(window), Qt.Key.Key_Space)
    assert lesson.meant() == "8"
    assert window.pad.drawing.is_empty
    assert [one.outcome for one in lesson.score.tries] == [Outcome.RIGHT, Outcome.OTHER]
    assert lesson.score.streak == 0


def test_nothing_is_judged_in_mid_stroke_and_more_ink_withdraws_a_judgement(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    lesson = challenge_of(window, "4")
    events = list(stroke_player.events(window.pad, strokes("1")))
    for event in events[:-1]:
        QApplication.sendEvent(window.pad, event)
    QTest.qWait(300)
    assert lesson.judged is None
    QApplication.sendEvent(window.pad, events[-1])
    qtbot.waitUntil(lambda: lesson.judged is not None)
    stroke_player.play(window.pad, strokes("4"))
    assert lesson.judged is None
    assert "Draw the digit four" in panel_of(window).text.text
    assert lesson.score.tries == []


def test_the_summary_shows_what_was_misread_and_a_touch_looks_at_it_again(
    qtbot: QtBot, open_window: OpenWindow, finger: QPointingDevice
) -> None:
    window = open_window()
    lesson = challenge_of(window, "72")
    draw_until_judged(qtbot, window, "1")
    drawn = window.pad.drawing
    QTest.mouseClick(panel_of(window).buttons.clear, Qt.MouseButton.LeftButton)
    draw(qtbot, window, "2")
    qtbot.waitUntil(lambda: lesson.is_over)
    assert panel_of(window).title.text == "1 of 2"
    assert lesson.drawings.count() == 1
    assert lesson.drawings.item(0).text() == "7 → 1"
    QApplication.processEvents()
    port = lesson.drawings.viewport()
    place = lesson.drawings.visualItemRect(lesson.drawings.item(0)).center()
    QTest.touchEvent(port, finger).press(0, place, port)
    QTest.touchEvent(port, finger).release(0, place, port)
    qtbot.waitUntil(lambda: len(window.pad.drawing.strokes) == len(drawn.strokes))
    assert (window.pad.drawing.strokes[0] == drawn.strokes[0]).all()
    QTest.qWait(200)
    assert len(lesson.score.tries) == 2  # it is not judged again
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.pad.drawing.is_empty  # it stays to be looked at
    assert window.tools.isVisible()


def test_play_again_starts_from_nothing(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    lesson = challenge_of(window, "6")
    draw(qtbot, window, "6")
    qtbot.waitUntil(lambda: lesson.is_over)
    assert lesson.again_button.isVisible()
    QTest.mouseClick(lesson.again_button, Qt.MouseButton.LeftButton)
    assert not lesson.is_over
    assert lesson.score.tries == []
    assert lesson.meant() in set("0123456789")
    assert not lesson.again_button.isVisible()


def test_leaving_in_mid_game_puts_back_what_was_on_the_pad(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    draw(qtbot, window, "5")
    before = window.pad.drawing
    lesson = challenge_of(window, "3")
    assert window.pad.drawing.is_empty
    stroke_player.play(window.pad, strokes("3")[:1])
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert len(window.pad.drawing.strokes) == len(before.strokes)
    assert (window.pad.drawing.strokes[0] == before.strokes[0]).all()
    QTest.qWait(200)
    assert lesson.score.tries == []


def fool_of(window: MainWindow, meant: str) -> Fool:
    QTest.keyClick(window, Qt.Key.Key_F8)
    lesson = game_of(window)
    assert isinstance(lesson, Fool)
    QTest.mouseClick(panel_of(window).steps.buttons[int(meant)], Qt.MouseButton.LeftButton)
    assert lesson.meant() == meant
    return lesson


def test_to_have_fooled_the_network_is_a_point_and_to_be_read_is_none(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    lesson = fool_of(window, "4")
    draw_until_judged(qtbot, window, "4")
    assert panel_of(window).title.text == "Not fooled"
    assert lesson.row.words == "Points: 0"
    QTest.mouseClick(panel_of(window).buttons.next, Qt.MouseButton.LeftButton)
    draw_until_judged(qtbot, window, "9")
    assert panel_of(window).title.text == "Fooled!"
    assert "sure of 9" in panel_of(window).text.text
    assert lesson.row.words == "Points: 1"
    QTest.keyClick(panel_of(window), Qt.Key.Key_PageDown)
    assert window.pad.drawing.is_empty
    assert lesson.score.points == 1
    assert [one.caption for one in lesson.score.tries] == ["4 → 9"]
    QApplication.processEvents()
    assert lesson.drawings.isVisible()
    panel = panel_of(window)
    for widget in (lesson.drawings, panel.buttons.leave, panel.text):
        assert panel.rect().contains(widget.geometry())


def test_a_drawing_counts_once_however_often_it_is_drawn_on(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    lesson = fool_of(window, "4")
    draw_until_judged(qtbot, window, "9")
    draw_until_judged(qtbot, window, "9")
    QTest.mouseClick(panel_of(window).buttons.next, Qt.MouseButton.LeftButton)
    assert len(lesson.score.tries) <= 1
    lesson.look_again(lesson.score.tries[0].reading.drawing)
    QTest.qWait(200)
    assert lesson.judged is None
    QTest.mouseClick(panel_of(window).buttons.next, Qt.MouseButton.LeftButton)
    assert len(lesson.score.tries) <= 1


def test_before_a_digit_is_picked_nothing_is_judged(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F8)
    draw(qtbot, window, "9")
    QTest.qWait(200)
    lesson = game_of(window)
    assert lesson.judged is None
    QTest.keyClick(panel_of(window), Qt.Key.Key_4)
    assert lesson.meant() == "4"
    assert window.pad.drawing.is_empty


def test_from_game_to_tour_and_out_again(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(view="compact")
    draw(qtbot, window, "5")
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F5, Qt.Key.Key_F8, Qt.Key.Key_F6):
        QTest.keyClick(window, key)
        assert panel_of(window).isVisible()
        if not window.pad.drawing.is_empty:  # a game clears it, and puts it back
            wait_for_reading(qtbot, window)
        assert window.beside.network is not None
        view = window.beside.network.view
        assert (view.chosen is not None) == (key == Qt.Key.Key_F5)  # of each one nothing is left
        assert view.transform.is_whole == (key != Qt.Key.Key_F5)
    assert window.classroom.leave()
    assert not window.classroom.leave()
    assert window.page.isVisible()
    assert window.tools.isVisible()
    assert not window.verdict.isVisible()
    assert not window.commands.learn.isChecked()
    assert len(window.pad.drawing.strokes) == len(strokes("5"))
