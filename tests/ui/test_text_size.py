"""Text of any size and in any language, in the real window: nothing is cut, nothing overlaps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.app import load_reader, read_cards
from lenet_gui.settings import Settings, TextSize
from lenet_gui.ui import text_size, theme
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.pad import stroke_player
from tests.ui import painted_text, pseudo_language
from tests.ui.conftest import STROKE

CTRL = Qt.KeyboardModifier.ControlModifier
MODEL = "lenet5-1998"
TRANSLATION = paths.resources() / "translations" / "lenet_gui_zh_CN"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window with a digit read by the network of 1998, whose page has the most on it."""
    ordinary = qapp.font()
    theme.install_fonts(qapp, paths.resources() / "fonts")
    worker = InferenceWorker(load_reader, [MODEL])
    cards, _ = read_cards()
    made = MainWindow(worker, cards, Settings(model=MODEL, motion=False), ["zh_CN"])
    qtbot.addWidget(made)
    made.resize(text_size.FIRST_SIZE)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    worker.start()
    stroke_player.play(made.pad, [STROKE])
    qtbot.waitUntil(lambda: made.reading is not None, timeout=20_000)
    yield made
    worker.stop()
    qapp.setFont(ordinary)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[QTranslator]:
    translator = QTranslator()
    yield translator
    qapp.removeTranslator(translator)


def every_page(window: MainWindow) -> Iterator[str]:
    """Turn to one page after another."""
    network = window.beside.network
    assert network is not None
    yield "network"
    for stage, unit in ((1, (9, 12)), (3, (2, 2)), (5, (0, 0)), (7, (0, 0))):
        network.view.choose(Place(stage, 2, unit))
        yield f"unit of stage {stage}"
    network.view.choose(None)
    network.prodder.button.click()
    yield "drawer from which the input is prodded"
    panel = network.prodder.panel
    assert panel is not None
    panel.centred_button.click()
    panel.sliders["across"].setValue(-110)
    yield "the same, with the input prodded"
    network.prodder.back()
    yield "mark that the input is prodded"
    network.prodder.reset()
    window.commands.whole_network.trigger()
    yield "compact"
    window.page.feature_maps[1].heading_chosen.emit()
    yield "anatomy"
    window.page.back()
    window.page.feature_maps[1].map_chosen.emit(3)
    yield "map"
    window.page.back()
    window.commands.compare.trigger()
    yield "compare"
    window.commands.results.trigger()
    results = window.beside.results
    assert results is not None
    for tab in range(results.tabs.count()):
        results.tabs.setCurrentIndex(tab)
        yield f"results, tab {tab}"
    window.commands.gallery.trigger()
    yield "gallery"


def settle() -> None:
    """Let layouts follow, and what follows from them."""
    for _ in range(4):
        QTest.qWait(10)


def faults_on_every_page(window: MainWindow) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for page in every_page(window):
        settle()
        assert window.size() == text_size.FIRST_SIZE, f"{page} does not fit into the window"
        if faults := painted_text.faults(window):
            found[page] = faults
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_and_nothing_overlaps_on_any_page(
    window: MainWindow, speak: QTranslator, language: str, size: TextSize
) -> None:
    if language != "en":
        assert speak.load(str(TRANSLATION))
        QApplication.installTranslator(speak)
    window.commands.text_size.chosen.emit(size)
    assert faults_on_every_page(window) == {}


def test_a_longer_language_has_room_too(
    window: MainWindow, speak: QTranslator, tmp_path: Path
) -> None:
    """And is one file: made from the sentences, loaded while the window is open."""
    compiled = pseudo_language.compile_into(tmp_path, TRANSLATION.with_suffix(".ts"))
    assert speak.load(str(compiled))
    QApplication.installTranslator(speak)
    settle()
    assert pseudo_language.spoken("Show all") in {t.words for t in painted_text.texts_on(window)}
    assert faults_on_every_page(window) == {}


def test_the_check_sees_what_is_cut_and_what_overlaps(window: MainWindow) -> None:
    window.tools.setFixedHeight(20)
    settle()
    assert painted_text.faults(window)


def test_keys_make_text_larger_smaller_and_ordinary_at_once(window: MainWindow) -> None:
    told: list[int] = []
    window.settings_changed.connect(lambda settings: told.append(settings.text_size))
    before = window.tools.fontInfo().pixelSize()
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert told == [125]
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert told[-1] == 200
    assert window.tools.fontInfo().pixelSize() == 2 * before
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert told[-1] == 150
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    assert told[-1] == 100
    assert window.tools.fontInfo().pixelSize() == before


def test_keys_of_the_text_size_work_without_the_menu_bar(window: MainWindow) -> None:
    told: list[int] = []
    window.settings_changed.connect(lambda settings: told.append(settings.text_size))
    QTest.keyClick(window, Qt.Key.Key_F11)
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert told[-1] == 125


@pytest.mark.parametrize("window_size", [QSize(800, 600), QSize(1280, 800), QSize(3840, 2160)])
def test_every_size_is_larger_than_the_one_before_in_any_window(window_size: QSize) -> None:
    heights = [text_size.pixels(window_size, size) for size in text_size.SIZES]
    assert heights == sorted(set(heights))
    assert heights[-1] >= 2 * heights[0]
