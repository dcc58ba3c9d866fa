"""The whole network in the window: turned on and off, remembered, beside pad and verdict."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.network.card import Card
from lenet_gui.settings import Settings
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.network.network_view import NetworkView
from lenet_gui.ui.pad import stroke_player
from tests.ui.conftest import STROKE

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_window(
    qtbot: QtBot, worker: InferenceWorker, card: Card
) -> Callable[[Settings], MainWindow]:
    def open_with(settings: Settings) -> MainWindow:
        made = MainWindow(worker, {card.id: card}, settings, ["zh_CN"])
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        return made

    return open_with


@pytest.fixture
def window(
    open_window: Callable[[Settings], MainWindow], card: Card, worker: InferenceWorker
) -> MainWindow:
    made = open_window(Settings(model=card.id, motion=False))
    worker.start()
    return made


def view_of(window: MainWindow) -> NetworkView:
    assert window.beside.network is not None
    return window.beside.network.view


def draw(qtbot: QtBot, window: MainWindow) -> None:
    stroke_player.play(window.pad, [STROKE])
    qtbot.waitUntil(
        lambda: window.reading is not None and window.reading.drawing is window.pad.drawing
    )


def test_the_window_opens_with_the_whole_network_and_it_is_live(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = view_of(window)
    assert view.isVisible()
    blank = view.grab().toImage()
    draw(qtbot, window)
    assert view.reading is window.reading
    assert view.grab().toImage() != blank
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert view.reading is None
    assert view.grab().toImage() == blank


def test_ctrl_l_goes_to_the_compact_view_and_back_and_each_shows_what_was_drawn(
    qtbot: QtBot, window: MainWindow
) -> None:
    changes: list[Settings] = []
    window.settings_changed.connect(changes.append)
    draw(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    assert window.page.isVisible()
    assert not view_of(window).isVisible()
    assert not window.verdict.isVisible()
    assert window.page.prediction.reading is window.reading
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    assert view_of(window).isVisible()
    assert view_of(window).reading is window.reading
    assert [change.view for change in changes] == ["compact", "network"]


@pytest.mark.parametrize("is_whole", [True, False])
def test_the_view_chosen_last_is_taken(
    open_window: Callable[[Settings], MainWindow], *, is_whole: bool
) -> None:
    window = open_window(Settings(view="network" if is_whole else "compact"))
    assert window.beside.shows_network == is_whole
    assert window.commands.whole_network.isChecked() == is_whole
    assert window.page.isVisible() == (not is_whole)


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_R])
def test_from_compare_and_results_one_comes_back_to_the_whole_network(
    window: MainWindow, key: Qt.Key
) -> None:
    QTest.keyClick(window, key, CTRL)
    assert not view_of(window).isVisible()
    assert not window.commands.whole_network.isChecked()
    QTest.keyClick(window, key, CTRL)
    assert view_of(window).isVisible()
    QTest.keyClick(window, key, CTRL)
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    assert view_of(window).isVisible()
    assert not window.commands.compare.isChecked()
    assert not window.commands.results.isChecked()


def test_escape_gives_up_the_choice_then_the_zoom_then_the_drawing(
    qtbot: QtBot, window: MainWindow
) -> None:
    draw(qtbot, window)
    view = view_of(window)
    view.choose(Place(3, 5))
    view.zoom_in()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert view.chosen is None
    assert not view.transform.is_whole
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert view.transform.is_whole
    assert not window.pad.drawing.is_empty
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.pad.drawing.is_empty


def test_the_colour_scale_chosen_is_remembered_and_taken(
    window: MainWindow, open_window: Callable[[Settings], MainWindow]
) -> None:
    changes: list[Settings] = []
    window.settings_changed.connect(changes.append)
    assert window.beside.network is not None
    QTest.mouseClick(window.beside.network.scale_button, Qt.MouseButton.LeftButton)
    assert [change.colour_scale for change in changes] == ["map"]
    again = open_window(changes[-1])
    assert again.beside.network is not None
    assert again.beside.network.scale_button.text() == "Colours per map"


def test_a_choice_stays_while_drawing_on(qtbot: QtBot, window: MainWindow) -> None:
    view_of(window).choose(Place(5, 17, (0, 0)))
    draw(qtbot, window)
    assert view_of(window).chosen == Place(5, 17, (0, 0))
    assert view_of(window).told.startswith("C5 unit 17: ")


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1280, 800), (1920, 1080), (3840, 2160)])
def test_pad_verdict_and_the_whole_network_fit_at_any_size(
    qtbot: QtBot, window: MainWindow, width: int, height: int
) -> None:
    window.resize(width, height)
    for _ in range(2):  # large buttons may ask for more room once they have their width
        QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    network = window.beside.network
    assert network is not None
    view = network.view
    parts: list[QWidget] = [window.pad, window.tools, window.verdict, view, network.scale_button]
    rects = [part.rect().translated(part.mapTo(window, QPoint())) for part in parts]
    for part, rect in zip(parts, rects, strict=True):
        assert window.rect().contains(rect)
        hint = part.minimumSizeHint()
        assert rect.width() >= hint.width()
        assert rect.height() >= hint.height()
    assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
    largest = max(view.plan.blocks[stage].map_rect(0).height() for stage in range(8))
    assert window.pad.sheet.height() > largest, "the digit drawn is the largest"
    for stage, block in enumerate(view.plan.blocks):
        for index in (0, block.maps - 1):
            assert view.rect().contains(view.place_of(Place(stage, index)).toAlignedRect())


def test_another_network_takes_the_place_of_the_one_shown(
    qtbot: QtBot, window: MainWindow, card: Card
) -> None:
    draw(qtbot, window)
    view_of(window).choose(Place(1, 0))
    window.choose_model(card.id)
    assert view_of(window).chosen is None
    assert view_of(window).reading is None or view_of(window).reading is window.reading
