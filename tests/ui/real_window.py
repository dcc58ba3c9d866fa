"""The window with the network of 1998 in it, whose pages have the most on them, page by page."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui import paths
from lenet_gui.app import load_reader, read_cards
from lenet_gui.settings import Settings
from lenet_gui.ui import accessible_roles, text_size, theme
from lenet_gui.ui.inference_worker import InferenceWorker
from lenet_gui.ui.main_window import MainWindow
from lenet_gui.ui.network.network_plan import Place
from lenet_gui.ui.pad import stroke_player
from tests.ui.conftest import STROKE

MODEL = "lenet5-1998"


@pytest.fixture
def real_window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window, with a digit that was read."""
    ordinary = qapp.font()
    theme.install_fonts(qapp, paths.resources() / "fonts")
    accessible_roles.install()
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


def every_page(window: MainWindow) -> Iterator[str]:
    """Turn to one page after another."""
    network = window.beside.network
    assert network is not None
    yield "network"
    for stage, unit in ((1, (9, 12)), (3, (2, 2)), (5, (0, 0)), (7, (0, 0))):
        network.view.choose(Place(stage, 2, unit))
        yield f"unit of stage {stage}"
    network.view.choose(Place(1, 2))
    network.choice_tools.kernels_button.click()
    yield "kernels"
    network.kernels.back()
    network.choice_tools.sweep_button.click()
    yield "sweep"
    network.leader.back()
    network.view.choose(Place(3, 2, (2, 2)))
    network.choice_tools.pin_button.click()
    network.view.choose(Place(3, 4, (2, 2)))
    yield "two units, one pinned"
    network.choice_tools.pin_button.click()
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
    window.commands.gallery.trigger()
    window.commands.results.trigger()
    for lesson in ("", "tour", "spotlight", "challenge", "fool"):
        window.classroom.enter(lesson)
        yield f"lesson {lesson}"
    window.classroom.leave()


def settle() -> None:
    """Let layouts follow, and what follows from them."""
    for _ in range(4):
        QTest.qWait(10)
