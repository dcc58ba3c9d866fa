"""The door to the lessons, what they look like at any size of text, and that nothing is lost."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.ui.classroom.large_text import LargeText, bold, plain
from lenet_gui.ui.classroom.lesson_menu import LESSONS
from lenet_gui.ui.classroom.offer import Offer
from lenet_gui.ui.classroom.tour import Tour
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from tests.ui.classroom.conftest import OpenWindow, classroom_of, draw, panel_of


def learn_button(window: MainWindow) -> QToolButton:
    return next(
        button
        for button in window.tools.findChildren(QToolButton)
        if button.defaultAction() is window.commands.learn
    )


def test_no_lesson_is_imported_before_one_is_wanted() -> None:
    code = (
        "import sys; import lenet_gui.ui.main_window, lenet_gui.ui.actions,"
        " lenet_gui.ui.classroom.door;"
        "print(*[name for name in sys.modules if name.startswith('lenet_gui.ui.classroom.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert loaded == {"door", "lesson_menu"}


def test_the_button_offers_the_lessons_and_a_touch_begins_one(
    open_window: OpenWindow, finger: QPointingDevice
) -> None:
    window = open_window()
    assert window.classroom.classroom is None
    button = learn_button(window)
    assert min(button.width(), button.height()) >= 32
    QTest.touchEvent(button, finger).press(0, button.rect().center(), button)
    QTest.touchEvent(button, finger).release(0, button.rect().center(), button)
    QApplication.processEvents()
    offer = classroom_of(window).lesson
    assert isinstance(offer, Offer)
    panel = panel_of(window)
    for name in LESSONS:
        shown = offer.buttons[name]
        assert shown.isVisible()
        assert shown.height() >= 32
        assert panel.rect().contains(shown.geometry())
    tour = offer.buttons["tour"]
    QTest.touchEvent(tour, finger).press(0, tour.rect().center(), tour)
    QTest.touchEvent(tour, finger).release(0, tour.rect().center(), tour)
    assert isinstance(classroom_of(window).lesson, Tour)
    assert window.commands.learn.isChecked()
    window.commands.learn.trigger()
    assert classroom_of(window).lesson is None
    assert button.isVisible()


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("width", [800, 1024])
def test_nothing_is_clipped_at_any_size_of_text(
    qtbot: QtBot, open_window: OpenWindow, text_size: int, lesson: str, width: int
) -> None:
    window = open_window("lenet5-1998", text_size=text_size)
    window.resize(width, 600 if width == 800 else 768)
    if lesson in ("tour", "spotlight"):
        draw(qtbot, window, "3")
    window.classroom.enter(lesson)
    panel, lesson_ = panel_of(window), classroom_of(window).lesson
    assert lesson_ is not None
    for step in range(10 if lesson == "fool" else 6):
        if lesson == "challenge":
            lesson_.turn(1)
        else:
            lesson_.jump(step)
        QApplication.processEvents()
        shown = [part for part in panel.findChildren(QWidget) if part.isVisible()]
        for part in shown:
            at = part.rect().translated(part.mapTo(panel, QPoint()))
            assert panel.rect().contains(at), f"{part} at step {step}"
            if isinstance(part, LargeText):
                assert part.fits, part.text
            if isinstance(part, QToolButton):
                assert min(part.width(), part.height()) >= 32
        mine = [part for part in shown if part.parentWidget() is panel]
        rects = [part.geometry() for part in mine]
        assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
        assert window.rect().contains(panel.rect().translated(panel.mapTo(window, QPoint())))


@pytest.mark.parametrize("least", [57, 89])
@pytest.mark.parametrize("lesson", LESSONS)
def test_where_fingers_need_large_targets_buttons_grow_as_far_as_there_is_room(
    qtbot: QtBot, open_window: OpenWindow, lesson: str, least: int
) -> None:
    window = open_window("lenet5-1998")
    window.resize(1280, 800)
    draw(qtbot, window, "3")
    window.classroom.set_target(least)
    window.classroom.enter(lesson)
    QApplication.processEvents()
    panel = panel_of(window)
    shown = [part for part in panel.findChildren(QWidget) if part.isVisible()]
    for part in shown:
        at = part.rect().translated(part.mapTo(panel, QPoint()))
        assert panel.rect().contains(at)
        if isinstance(part, LargeText):
            assert part.fits, part.text
    assert min(panel.buttons.leave.width(), panel.buttons.leave.height()) >= 40
    rects = [part.geometry() for part in shown if part.parentWidget() is panel]
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    window.resize(1920, 1080)  # 57 pixels are 15 mm at 96 dots an inch
    QApplication.processEvents()
    for button in panel.findChildren(QToolButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= 57


def test_every_lesson_speaks_chinese_at_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    draw(qtbot, window, "3")
    translator = QTranslator()
    assert translator.load(str(paths.resources() / "translations" / "lenet_gui_zh_CN.qm"))
    for lesson in ("", *LESSONS):
        window.classroom.enter(lesson)
        english = panel_of(window).title.text, panel_of(window).text.text
        QApplication.installTranslator(translator)
        try:
            QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
            QApplication.processEvents()
            chinese = panel_of(window).title.text + panel_of(window).text.text
            assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese), lesson
            assert not any(word in chinese for word in ("the", "The", "of", "you"))
            assert "。 " not in chinese
        finally:
            QApplication.removeTranslator(translator)
        QApplication.processEvents()
        assert (panel_of(window).title.text, panel_of(window).text.text) == english


def test_a_window_resized_meanwhile_keeps_zoom_and_choice_on_the_way_back(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window()
    draw(qtbot, window, "3")
    assert window.beside.network is not None
    view = window.beside.network.view
    view.choose(Place(3, 7))
    for _ in range(3):
        view.zoom_in()
    scale = view.transform.scale
    QTest.keyClick(window, Qt.Key.Key_F5)
    window.resize(1000, 700)
    QApplication.processEvents()
    assert view.chosen is not None
    assert view.rect().contains(view.place_of(view.chosen).center().toPoint())
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert view.chosen == Place(3, 7)
    assert view.transform.scale == pytest.approx(scale)
    assert view.transform.room().contains(view.place_of(Place(3, 7)).center())


def test_gallery_and_the_drawer_that_prods_come_back(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    draw(qtbot, window, "3")
    assert window.beside.network is not None
    prodder = window.beside.network.prodder
    window.commands.gallery.setChecked(True)
    QTest.mouseClick(prodder.button, Qt.MouseButton.LeftButton)
    assert prodder.is_open
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.gallery is not None
    assert not window.gallery.isVisible()
    assert not prodder.is_open
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.gallery.isVisible()
    assert prodder.is_open


def test_markup_is_plain_for_screen_readers() -> None:
    assert plain(f"It is {bold('> 99.9 %')}.<br>Good") == "It is > 99.9 %. Good"
